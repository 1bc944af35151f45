import Foundation
import TestSupport
import Testing
import TextCore

/// Agreement with the sentences that annotators were given, over the development events beside the checkout.
@Suite struct SentenceAgreementTests {
    private struct Event: Decodable {
        let docs: [Doc]
    }
    private struct Doc: Decodable {
        struct Span: Decodable {
            let start: Int
            let end: Int
        }
        let doc: String
        let text: String
        let sentences: [Span]
    }

    /// Sentences found, given, and both, as whole spans.
    private func agreement() throws -> (found: Int, gold: Int, same: Int, differences: [String]) {
        var result = (found: 0, gold: 0, same: 0, differences: [String]())
        let folder = SharedData.directory.appending(path: "data/collation/dev")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where file.hasSuffix(".json") {
            let event = try JSONDecoder().decode(Event.self, from: Data(contentsOf: folder.appending(path: file)))
            for doc in event.docs {
                let text = UTF8Text(doc.text)
                let index = CodePointIndex(text)
                let tokens = Tokenizer().tokens(of: text)
                let sentences = SentenceSplitter(language: "en").sentences(
                    of: text,
                    tokens: tokens,
                    in: tokens.indices,
                    section: 0
                )
                let found = Set(sentences.map(\.range))
                let gold = Set(doc.sentences.map { text.trimmed(index.bytes($0.start..<$0.end)) })
                result.found += found.count
                result.gold += gold.count
                result.same += found.intersection(gold).count
                for range in found.subtracting(gold).sorted(by: { $0.lowerBound < $1.lowerBound }) {
                    result.differences.append("\(file) \(doc.doc): \(text[range])")
                }
            }
        }
        return result
    }

    @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
    func agreesWithAnnotators() throws {
        let result = try agreement()
        let f1 = 2 * Double(result.same) / Double(max(1, result.found + result.gold))
        #expect(f1 >= 0.965)
        if ProcessInfo.processInfo.environment["STEMMA_SHOW_DIFFERENCES"] == "1" {
            print("found \(result.found), given \(result.gold), same \(result.same), F1 \(f1)")
            for difference in result.differences { print(difference) }
        }
    }
}
