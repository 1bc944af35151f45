import Foundation
import Grammar
import TestSupport
import Testing
import TextCore

/// Texts and what spaCy finds in them, written by `Evaluation/english_reference.py`.
private struct Reference {
    struct Token: Equatable {
        var range: Range<Int>
        var tag, partOfSpeech, partOfSpeechAlone: String
        var head: Int
        var dependency: String
        var startsSentence: Bool
        var entity, entityAlone: String
    }

    var texts: [(name: String, text: UTF8Text, tokens: [Token])] = []

    init(folder: URL, examples: URL?) throws {
        let lines = try String(contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8).split(separator: "\n")
        for line in lines {
            if line.hasPrefix("# ") {
                let name = String(line.dropFirst(2))
                var path = folder.appending(path: "texts/\(name)")
                if let examples, !FileManager.default.fileExists(atPath: path.path) { path = examples.appending(path: name) }
                texts.append((name, UTF8Text(try String(contentsOf: path, encoding: .utf8)), []))
                continue
            }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let (start, end, head) = try (#require(Int(fields[0])), #require(Int(fields[1])), #require(Int(fields[5])))
            texts[texts.count - 1].tokens.append(
                Token(
                    range: start..<end,
                    tag: fields[2],
                    partOfSpeech: fields[3],
                    partOfSpeechAlone: fields[4],
                    head: head,
                    dependency: fields[6],
                    startsSentence: fields[7] == "1",
                    entity: fields[8],
                    entityAlone: fields[9]
                )
            )
        }
    }
}

/// How much of two analyses agrees.
private struct Agreement {
    var tokens = 0, sameTokens = 0, tags = 0, parts = 0, partsAlone = 0, heads = 0, sentences = 0
    var entities = 0, sameEntities = 0, entitiesAlone = 0, sameEntitiesAlone = 0

    static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }
}

@Suite(.enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)))
struct ReferenceTests {
    /// The names of entities as the reference marks them.
    private func marks(_ analysis: GrammarAnalysis, _ pipeline: EnglishPipeline) -> [String] {
        var marks = Array(repeating: "", count: analysis.tokens.count)
        for entity in analysis.entities {
            for token in entity.tokens {
                marks[token] = (token == entity.tokens.lowerBound ? "B-" : "I-") + pipeline.entityLabels[Int(entity.label)]
            }
        }
        return marks
    }

    /// Entities as places and kinds.
    private func spans(_ marks: [String], _ ranges: [Range<Int>]) -> Set<String> {
        var spans: Set<String> = []
        var at = 0
        while at < marks.count {
            let start = at
            at += 1
            guard marks[start].hasPrefix("B-") else { continue }
            while at < marks.count, marks[at].hasPrefix("I-") { at += 1 }
            spans.insert("\(ranges[start].lowerBound) \(ranges[at - 1].upperBound) \(marks[start].dropFirst(2))")
        }
        return spans
    }

    private func compare(_ reference: Reference) throws -> Agreement {
        let pipeline = try EnglishModel.shared.get()
        let texts = reference.texts.map(\.text)
        let workspace = GrammarWorkspace(for: pipeline)
        let whole = pipeline.analyze(texts, wanting: .all, workspace: workspace)
        let alone = pipeline.analyze(texts, wanting: [.tags, .names], workspace: workspace)
        var agreement = Agreement()
        for (index, (name, _, expected)) in reference.texts.enumerated() {
            let (found, plain) = (whole[index], alone[index])
            let places = Dictionary(uniqueKeysWithValues: found.tokens.indices.map { (found.tokens[$0].range, $0) })
            agreement.tokens += expected.count
            var differences: [String] = []
            for token in expected {
                guard let place = places[token.range] else {
                    differences.append("no token \(token.range)")
                    continue
                }
                let own = found.tokens[place]
                agreement.sameTokens += 1
                agreement.tags += pipeline.tags[Int(own.tag)] == token.tag ? 1 : 0
                agreement.parts += own.partOfSpeech.name == token.partOfSpeech ? 1 : 0
                agreement.partsAlone += plain.tokens[place].partOfSpeech.name == token.partOfSpeechAlone ? 1 : 0
                let sameHead = found.tokens[Int(own.head)].range == expected[token.head].range
                agreement.heads += sameHead && pipeline.dependencies[Int(own.dependency)] == token.dependency ? 1 : 0
                agreement.sentences += own.startsSentence == token.startsSentence ? 1 : 0
                if !sameHead { differences.append("head of \(token.range)") }
                if pipeline.tags[Int(own.tag)] != token.tag { differences.append("tag of \(token.range)") }
            }
            let ranges = expected.map(\.range)
            for (marks, own, count, same) in [
                (expected.map(\.entity), found, \Agreement.entities, \Agreement.sameEntities),
                (expected.map(\.entityAlone), plain, \Agreement.entitiesAlone, \Agreement.sameEntitiesAlone),
            ] as [([String], GrammarAnalysis, WritableKeyPath<Agreement, Int>, WritableKeyPath<Agreement, Int>)] {
                let wanted = spans(marks, ranges)
                let given = spans(self.marks(own, pipeline), own.tokens.map(\.range))
                agreement[keyPath: count] += wanted.union(given).count
                agreement[keyPath: same] += wanted.intersection(given).count
                if wanted != given { differences.append("entities \(wanted.symmetricDifference(given))") }
            }
            if !differences.isEmpty { print("\(name): \(differences.count) differences: \(differences.prefix(5))") }
        }
        return agreement
    }

    private func check(_ agreement: Agreement) {
        #expect(Agreement.share(agreement.sameTokens, agreement.tokens) >= 0.999, "\(agreement)")
        #expect(Agreement.share(agreement.tags, agreement.sameTokens) >= 0.999, "\(agreement)")
        #expect(Agreement.share(agreement.parts, agreement.sameTokens) >= 0.999, "\(agreement)")
        #expect(Agreement.share(agreement.partsAlone, agreement.sameTokens) >= 0.999, "\(agreement)")
        #expect(Agreement.share(agreement.heads, agreement.sameTokens) >= 0.995, "\(agreement)")
        #expect(Agreement.share(agreement.sentences, agreement.sameTokens) >= 0.995, "\(agreement)")
        #expect(Agreement.share(agreement.sameEntities, agreement.entities) >= 0.995, "\(agreement)")
        #expect(Agreement.share(agreement.sameEntitiesAlone, agreement.entitiesAlone) >= 0.995, "\(agreement)")
    }

    /// Public and own texts: tokens are spaCy's all, and the rest but for ties that another processor decides otherwise.
    @Test func committedTexts() throws {
        let folder = SharedData.repository.appending(path: "Tests/Fixtures/english")
        let reference = try Reference(folder: folder, examples: SharedData.repository.appending(path: "Examples"))
        let agreement = try compare(reference)
        #expect(agreement.tokens > 20_000)
        #expect(agreement.sameTokens == agreement.tokens)
        check(agreement)
    }

    static let other = ProcessInfo.processInfo.environment["STEMMA_ENGLISH_REFERENCE"].map { URL(filePath: $0) }

    /// Any other texts, such as articles that may not be committed.
    @Test(.enabled(if: other != nil, "STEMMA_ENGLISH_REFERENCE names no folder of texts"))
    func otherTexts() throws {
        let agreement = try compare(try Reference(folder: try #require(Self.other), examples: nil))
        print(agreement)
        check(agreement)
    }
}
