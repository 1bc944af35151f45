import Foundation

/// What can be fuzzed, by the names that `run.sh` uses.
enum Target: String, CaseIterable {
    case tokens, speech, text, records, html, metadata, page, feed, archive, web, models, grammar

    /// The target of this process: `STEMMA_FUZZ_TARGET`. One binary holds all, so that CI builds once.
    static let current: Target = {
        let name = ProcessInfo.processInfo.environment["STEMMA_FUZZ_TARGET"] ?? ""
        guard let target = Target(rawValue: name) else {
            fatalError("STEMMA_FUZZ_TARGET must be one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return target
    }()

    func run(_ bytes: [UInt8]) {
        switch self {
        case .tokens: fuzzTokens(bytes)
        case .speech: fuzzSpeech(bytes)
        case .text: fuzzText(bytes)
        case .records: fuzzRecords(bytes)
        case .html: fuzzHTML(bytes)
        case .metadata: fuzzMetadata(bytes)
        case .page: fuzzPage(bytes)
        case .feed: fuzzFeed(bytes)
        case .archive: fuzzArchive(bytes)
        case .web: fuzzWeb(bytes)
        case .models: fuzzModels(bytes)
        case .grammar: fuzzGrammar(bytes)
        }
    }
}

/// libFuzzer's entry point.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    Target.current.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

/// Ends the process, which libFuzzer reports with the input, when an invariant does not hold.
func require(_ condition: Bool, _ what: @autoclosure () -> String) {
    if !condition { fatalError(what()) }
}
