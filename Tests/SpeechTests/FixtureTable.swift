import Foundation
import TestSupport

/// A table of `Tests/Fixtures/speech`: tab-separated lines, `#` comments.
enum FixtureTable {
    /// The rows; none where the file cannot be read, which the tests that count them tell.
    static func rows(_ name: String) -> [[String]] {
        let url = SharedData.repository.appending(path: "Tests/Fixtures/speech/\(name)")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
}
