internal import Foundation
internal import Testing

/// Compares `text` with the committed file `Tests/Golden/<name>`; with `STEMMA_UPDATE_GOLDEN=1` writes it instead.
public func expectGolden(_ text: String, _ name: String) throws {
    let url = SharedData.repository.appending(path: "Tests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["STEMMA_UPDATE_GOLDEN"] == "1" {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
        return
    }
    let golden = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    guard golden != text else { return }
    let (old, new) = (
        golden.split(separator: "\n", omittingEmptySubsequences: false),
        text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
    Issue.record(
        """
        \(name) differs from line \(line + 1) on:
        - \(line < old.count ? old[line] : "(end)")
        + \(line < new.count ? new[line] : "(end)")
        Run with STEMMA_UPDATE_GOLDEN=1 and read the difference before you commit it.
        """
    )
}
