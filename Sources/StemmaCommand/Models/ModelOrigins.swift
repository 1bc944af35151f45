import Foundation
import Models

/// Where a model comes from.
enum ModelOrigin {
    case index
    case wheel(String)
    case folder(String)
    case address(String)

    /// The address of the wheel, where it comes from one.
    var address: String? { if case .address(let address) = self { address } else { nil } }

    /// What the store is told.
    var source: ModelStore.Source {
        switch self {
        case .index: .index
        case .address: .web
        case .wheel(let path): .wheel(path)
        case .folder(let path): .folder(path)
        }
    }
}

/// Finds out what a place given with `--from` has.
struct ModelOrigins {
    let store: ModelStore
    /// The models that are wanted, all or some.
    let names: [ModelName]
    /// Whether they were named; otherwise whatever the place has is wanted.
    let isNamed: Bool

    private var wanted: [ModelName] { isNamed ? names : store.manifests.map(\.name) }

    func origins(from place: String?, _ report: ModelsReport) throws -> [(ModelName, ModelOrigin)] {
        guard var place else { return wanted.map { ($0, .index) } }
        if place.hasPrefix("http://") || place.hasPrefix("https://") { return try addresses(place, report) }
        if place.hasPrefix("file://"), let url = URL(string: place) { place = url.path }
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) else {
            try report.add(nil, failed: ModelStoreError(nil, .noSuchPlace(place)))
            return []
        }
        return isFolder.boolValue ? try inFolder(place, report) : try wheel(place, report)
    }

    private func inFolder(_ place: String, _ report: ModelsReport) throws -> [(ModelName, ModelOrigin)] {
        var found: [(ModelName, ModelOrigin)] = []
        for manifest in store.manifests where wanted.contains(manifest.name) {
            let wheel = place + "/" + manifest.wheel.path
            if FileManager.default.fileExists(atPath: wheel) {
                found.append((manifest.name, .wheel(wheel)))
            } else if isNamed || store.modelFolder(of: manifest.name, at: place) != nil {
                found.append((manifest.name, .folder(place)))
            }
        }
        if found.isEmpty { try report.add(nil, failed: ModelStoreError(nil, .nothingThere(place))) }
        return found
    }

    private func wheel(_ place: String, _ report: ModelsReport) throws -> [(ModelName, ModelOrigin)] {
        // Named one model, a wrong wheel is that model's wrong wheel; its name or its hash says whose it is otherwise.
        if isNamed, names.count == 1 { return [(names[0], .wheel(place))] }
        let byName = store.manifests.first { place.hasSuffix("/" + $0.wheel.path) || place == $0.wheel.path }?.name
        guard let name = byName ?? store.model(ofWheel: place) else {
            try report.add(nil, failed: ModelStoreError(nil, .unknownWheel(place)))
            return []
        }
        guard wanted.contains(name) else { throw Failure.models("\(place): the wheel of \(name.rawValue), which was not named") }
        return [(name, .wheel(place))]
    }

    private func addresses(_ place: String, _ report: ModelsReport) throws -> [(ModelName, ModelOrigin)] {
        if place.hasSuffix("/") {
            return store.manifests.filter { wanted.contains($0.name) }.map { ($0.name, .address(place + $0.wheel.path)) }
        }
        let path = place.prefix { $0 != "?" && $0 != "#" }
        if let manifest = store.manifests.first(where: { path.hasSuffix("/" + $0.wheel.path) }) {
            guard wanted.contains(manifest.name) else {
                throw Failure.models("\(place): the wheel of \(manifest.name.rawValue), which was not named")
            }
            return [(manifest.name, .address(place))]
        }
        guard isNamed, names.count == 1 else {
            throw Failure.models(
                "\(place): not the address of a wheel that Stemma uses; name one model, or end a folder's address in /"
            )
        }
        return [(names[0], .address(place))]
    }
}
