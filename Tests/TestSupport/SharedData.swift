public import Foundation

/// Real articles and annotations beside the checkout, for measuring only. Tests that need them skip where they are absent:
///
/// ```swift
/// @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
/// ```
public enum SharedData {
    /// The root of the checkout.
    public static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The directory, whether or not it exists: `STEMMA_SHARED`, or `../shared` beside the checkout.
    public static let directory =
        ProcessInfo.processInfo.environment["STEMMA_SHARED"].map { URL(filePath: $0) }
        ?? repository.deletingLastPathComponent().appending(path: "shared")

    /// Whether the directory exists.
    public static let isPresent = FileManager.default.fileExists(atPath: directory.appending(path: "data").path)

    /// The bytes of a file below it.
    public static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: directory.appending(path: path)))
    }

    /// The names in a folder below it, in order.
    public static func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.appending(path: path).path).sorted()
    }
}

/// The articles written for the project, in `Examples/`.
public enum ExampleFiles {
    /// The bytes of one.
    public static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: SharedData.repository.appending(path: "Examples/\(name)")))
    }
}
