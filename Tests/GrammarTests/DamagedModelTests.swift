import TestSupport
import Testing
import TextCore

@testable import Grammar

@Suite struct SmallFileTests {
    private func json(_ text: String) throws -> JSONValue { try JSONValue(reading: Array(text.utf8)) }

    @Test func json() throws {
        let value = try json(#" {"a": [1, -2.5e1, true, null, "x\"\n\u00e9"], "b": {}} "#)
        let elements = try #require(value["a"]?.elements)
        #expect(elements[1].number == -25)
        #expect(elements[4].string == "x\"\né")
        #expect(value["b"]?.pairs?.isEmpty == true)
    }

    @Test(arguments: [
        "", "{", "[1,", "{\"a\" 1}", "nul", "\"abc", "[1] 2", "{\"a\":1,}", "1e999", "\"\\u12\"", "\"\\ud800\"", "[01x]",
    ])
    func damagedJSON(text: String) { #expect(throws: JSONValue.Fault.self) { try json(text) } }

    @Test func deepJSON() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONValue.Fault.self) { try json(text) }
    }

    /// A model of which nothing can be read says which file.
    @Test func missingFiles() {
        struct Absent: Error {}
        do {
            _ = try EnglishPipeline { _ in throw Absent() }
            #expect(Bool(false), "a pipeline of no files")
        } catch {
            #expect(error.file == "config.cfg")
        }
        #expect(throws: GrammarModelError.self) { try EnglishPipeline { _ in Array("[nlp]\nlang = \"de\"\n".utf8) } }
    }
}

/// Files cut short and with bits turned: an error that names the file, or results without a crash.
@Suite(.enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)))
struct DamagedModelTests {
    /// Reads a part of the model from its folder with one file replaced.
    private func folder(_ name: String, _ bytes: [UInt8]) -> PipelineFiles {
        PipelineFiles { try $0 == name ? bytes : EnglishModel.bytes($0) }
    }

    /// What reads each file.
    private static let readers: [(file: String, read: @Sendable (PipelineFiles) throws -> Void)] = [
        ("config.cfg", { try PipelineConfiguration.check(in: $0) }),
        ("tagger/cfg", { _ = try PartOfSpeechTagger(in: $0) }),
        ("tagger/model", { _ = try PartOfSpeechTagger(in: $0) }),
        ("parser/moves", { _ = try TransitionMoves(file: "parser/moves", in: $0) }),
        ("parser/model", { _ = try DependencyParser(in: $0) }),
        ("ner/moves", { _ = try TransitionMoves(file: "ner/moves", in: $0) }),
        ("ner/model", { _ = try ThincModel(file: "ner/model", in: $0) }),
        ("tok2vec/model", { _ = try ThincModel(file: "tok2vec/model", in: $0) }),
        ("tokenizer", { _ = try TokenizerRules.read("tokenizer", in: $0) }),
        ("vocab/lookups.bin", { _ = try Lexicon.norms(in: $0) }),
        (
            "attribute_ruler/patterns",
            {
                let pipeline = try EnglishModel.shared.get()
                _ = try AttributeRules(
                    file: "attribute_ruler/patterns",
                    in: $0,
                    tags: pipeline.tags,
                    dependencies: pipeline.dependencies
                )
            }
        ),
    ]

    @Test func filesCutShort() throws {
        for (file, read) in Self.readers {
            let bytes = try EnglishModel.bytes(file)
            try read(folder(file, bytes))
            var random = SeededRandom(seed: 9)
            let ends =
                [0, 1, bytes.count / 2, bytes.count - 1] + (0..<4).map { _ in Int.random(in: 0..<bytes.count, using: &random) }
            for end in ends {
                // The last line ends of configuration may go.
                if file == "config.cfg", end > bytes.count / 2 { continue }
                do {
                    try read(folder(file, Array(bytes[..<end])))
                    #expect(Bool(false), "\(file) of \(end) of \(bytes.count) bytes")
                } catch let error as GrammarModelError {
                    #expect(error.file == file)
                    #expect(!error.reason.isEmpty)
                }
            }
        }
    }

    @Test func filesWithBitsTurned() throws {
        var refused = 0
        for (file, read) in Self.readers {
            let bytes = try EnglishModel.bytes(file)
            var random = SeededRandom(seed: 3)
            for _ in 0..<12 {
                var damaged = bytes
                damaged[Int.random(in: 0..<min(bytes.count, 2000), using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
                do {
                    try read(folder(file, damaged))
                } catch let error as GrammarModelError {
                    #expect(error.file == file)
                    refused += 1
                }
            }
        }
        #expect(refused > 40)
    }

    /// Weights that no network has are refused, so that no sum of them is nonsense.
    @Test func weightsThatAreNoNumbers() throws {
        let bytes = try EnglishModel.bytes("tagger/model")
        for pattern in [0x7FC0_0000, 0x7F80_0000, 0xFF80_0000, 0x7E96_7699] as [UInt32] {
            // Weights make up the end of the file; one of four places is where they start.
            let refused = (0..<4).count { shift in
                var damaged = bytes
                let at = bytes.count - 400 + shift
                for index in 0..<16 {
                    for byte in 0..<4 { damaged[at + 4 * index + byte] = UInt8(truncatingIfNeeded: pattern >> UInt32(8 * byte)) }
                }
                return (try? PartOfSpeechTagger(in: folder("tagger/model", damaged))) == nil
            }
            #expect(refused >= 1, "\(pattern)")
        }
    }

    @Test func filesOfAnotherKind() throws {
        #expect(throws: GrammarModelError.self) {
            try ThincModel(file: "ner/model", in: folder("ner/model", EnglishModel.bytes("tokenizer")))
        }
        #expect(throws: GrammarModelError.self) {
            try DependencyParser(in: folder("parser/model", EnglishModel.bytes("ner/model")))
        }
        #expect(throws: GrammarModelError.self) {
            try DependencyParser(in: folder("parser/moves", EnglishModel.bytes("ner/moves")))
        }
    }
}
