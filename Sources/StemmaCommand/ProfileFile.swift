import Foundation
import Reading

/// The file in which profiles of outlets are kept: JSON, replaced as a whole.
struct ProfileFile {
    let path: String

    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    func read() throws -> OutletProfiles {
        do {
            return try JSONDecoder().decode(OutletProfiles.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw Failure.profiles(path)
        }
    }

    func write(_ profiles: OutletProfiles) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        do {
            try encoder.encode(profiles).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure.cannotWrite(path: path, code: errno)
        }
    }
}
