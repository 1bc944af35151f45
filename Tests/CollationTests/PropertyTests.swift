import Language
import Reading
import Speech
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

@Suite("Properties of collation")
struct PropertyTests {
    static let pipeline = Pipeline()
    private static let words = [
        "harbour", "mayor", "vote", "the", "of", "“we", "will”", "7-2", "14", "people", "bridge", "said", "Varga", "not", "rose",
        "fell",
        "closed", "spring", ":", ",", "and", "rather", "than", "most", "30%", "а", "мост", "hôpital", "…", "(", ")", "- ", "\n\n",
    ]

    private func text(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...120, using: &random)).map { _ in
            Self.words[Int.random(in: 0..<Self.words.count, using: &random)] + (Bool.random(using: &random) ? " " : ". ")
        }.joined()
    }

    private func isBoundary(_ offset: Int, _ text: UTF8Text) -> Bool {
        offset == text.count || (offset >= 0 && offset < text.count && text.bytes[offset] & 0xC0 != 0x80)
    }

    @Test("every passage lies in its article, on scalar boundaries, and shared statements have two articles", arguments: 0..<20)
    func ranges(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let collation = Texts.collate((0..<3).map { _ in text(&random) })
        var passages = collation.shared.flatMap { $0.witnesses.map(\.passage) } + collation.solo.map(\.passage)
        passages += collation.solo.compactMap(\.closest?.passage)
        passages += collation.headlines.flatMap { [$0.claim] + $0.witnesses } + collation.reuse.flatMap { [$0.first, $0.second] }
        for finding in collation.figures {
            switch finding {
            case .conflict(_, let values), .update(_, let values): passages += values.map(\.passage)
            case .times(_, let values): passages += values.map(\.passage)
            case .arithmetic(let sum): passages += [sum.claim] + sum.parts
            }
        }
        for passage in passages {
            #expect(collation.articles.indices.contains(passage.article))
            let text = collation.articles[passage.article].article.text
            #expect(!passage.range.isEmpty && passage.range.upperBound <= text.count)
            #expect(isBoundary(passage.range.lowerBound, text) && isBoundary(passage.range.upperBound, text))
        }
        for solo in collation.solo {
            guard let closest = solo.closest else { continue }
            #expect(closest.passage.article != solo.passage.article)
            #expect((SoloStatements.near...1).contains(closest.probability))
        }
        for statement in collation.shared { #expect(Set(statement.witnesses.map(\.passage.article)).count >= 2) }
    }

    @Test("shuffling the articles renames findings and changes nothing else", arguments: 0..<8)
    func shuffling(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed) &+ 100)
        let texts = (0..<4).map { _ in text(&random) } + [Texts.council, Texts.campaign]
        let order = Array(texts.indices).shuffled(using: &random)
        let plain = Texts.collate(texts)
        let shuffled = Texts.collate(order.map { texts[$0] })
        func back(_ passage: Passage) -> Passage { Passage(article: order[passage.article], range: passage.range) }
        #expect(
            Set(plain.shared.map { Set($0.witnesses.map(\.passage)) })
                == Set(shuffled.shared.map { Set($0.witnesses.map { back($0.passage) }) })
        )
        // In whose words reasons are told goes by the order, and nothing else does.
        func told(_ statements: [SharedStatement], _ place: (Passage) -> Passage) -> [Set<Passage>: [String]] {
            Dictionary(
                statements.map { (Set($0.witnesses.map { place($0.passage) }), [$0.relation.rawValue] + $0.reasons.map(kind)) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        #expect(told(plain.shared) { $0 } == told(shuffled.shared, back))
        #expect(Set(plain.solo.map(\.passage)) == Set(shuffled.solo.map { back($0.passage) }))
        #expect(Set(plain.headlines.map(\.claim)) == Set(shuffled.headlines.map { back($0.claim) }))
        #expect(plain.reuse.count == shuffled.reuse.count)
    }

    /// What a reason says without the words of the articles.
    private func kind(_ reason: Reason) -> String {
        switch reason {
        case .sharedRun(let words): "run \(words)"
        case .sharedWords(let words): "words \(words.count)"
        case .sharedNames(let words): "names \(words.count)"
        case .sharedFigures(let words): "figures \(words.count)"
        case .sharedTimes(let values): "times \(values.sorted())"
        default: String("\(reason)".prefix { $0 != "(" })
        }
    }

    @Test("the same articles give the same collation every time")
    func deterministic() {
        let texts = [Texts.council, Texts.campaign, Texts.council]
        let (one, other) = (Texts.collate(texts), Texts.collate(texts))
        #expect(one.shared == other.shared)
        #expect(one.solo == other.solo)
        #expect(one.headlines == other.headlines)
        #expect(one.reuse == other.reuse)
    }

    @Test("candidates per sentence stay bounded however long the texts are")
    func bounded() {
        let long = (0..<400).map { "Paragraph \($0) says the council of Brackwater voted on the pool number \($0 % 7).\n\n" }
            .joined()
        let articles = [long, long].enumerated().map { Texts.article("\($0)", "Title\n\n" + $1) }
        let story = Story(articles.map { PropertyTests.pipeline.analyze($0) })
        #expect(CandidateIndex.pairs(of: story).count <= story.units.count * CandidateIndex.perUnit)
    }

    @Test("an article that repeats itself is compared once, and no sentence is in too many pairs")
    func repeats() {
        let text = (0..<30).map { "Paragraph \($0) says the council of Brackwater voted on item \($0 * 7).\n\n" }.joined()
        func pairs(_ texts: [String]) -> [UnitPair] {
            let articles = texts.enumerated().map { Texts.article("\($0)", "Title\n\n" + $1) }
            return CandidateIndex.pairs(of: Story(articles.map { PropertyTests.pipeline.analyze($0) }))
        }
        let once = pairs([text, text])
        let often = pairs([String(repeating: text, count: 5), String(repeating: text, count: 5)])
        #expect(!once.isEmpty && once.count == often.count)
        let many = pairs((0..<12).map { "Town \($0)\n\n" + text.replacing("item", with: "item\($0)") })
        var degree: [Int: Int] = [:]
        for pair in many { for unit in [pair.first, pair.second] { degree[unit, default: 0] += 1 } }
        #expect((degree.values.max() ?? 0) <= CandidateIndex.mostPairs)
    }

    @Test("a sentence that an article repeats is shared, not solo, at every place")
    func repeatedIsShared() {
        let repeated =
            Texts.council
            + "\n\nThe town council of Brackwater voted on Tuesday to close the Victoria swimming pool in September.\n"
        let collation = Texts.collate([repeated, Texts.campaign])
        let most = collation.shared.map { $0.witnesses.count { $0.passage.article == 0 } }.max()
        #expect((most ?? 0) >= 2)
        #expect(
            collation.solo.allSatisfy { solo in
                !collation.articles[solo.passage.article].article.text[solo.passage.range].contains("voted on Tuesday")
            }
        )
    }
}
