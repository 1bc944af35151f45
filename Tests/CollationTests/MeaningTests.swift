import Foundation
import Language
import Meaning
import Reading
import Speech
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

/// Vectors made for a test: texts with one topic have one direction, all others a direction of their own.
private struct TopicVectors: SentenceVectorSource {
    var identity = EncoderIdentity(model: .multilingual, version: "0", revision: 0, dimension: 64)
    /// For each topic, words of which a text of it has one.
    var topics: [[String]]

    func vectors(of texts: [UTF8Text]) -> SentenceVectors? {
        let numbers = texts.flatMap { text -> [Float] in
            let topic = topics.firstIndex { $0.contains { text.string.contains($0) } }
            let place = topic ?? topics.count + Int(Hash64.folded(text.string) % UInt64(identity.dimension - topics.count))
            return (0..<identity.dimension).map { $0 == place ? 1 : 0 }
        }
        return SentenceVectors(numbers, dimension: identity.dimension)
    }
}

/// A model that cannot be used.
private struct NoVectors: SentenceVectorSource {
    var identity = EncoderIdentity(model: .minilm, version: "0", revision: 0, dimension: 8)

    func vectors(of texts: [UTF8Text]) -> SentenceVectors? { nil }
}

@Suite("Statements by meaning")
struct MeaningTests {
    private static let chinese = """
        渡轮搁浅

        渡轮周一清晨在岛屿附近搁浅。

        船长说舵机失灵了。

        航运公司取消了所有航班。

        这艘船很旧。
        """

    private static let english = """
        Ferry runs aground

        The ferry ran aground near the island early on Monday.

        Its captain said that the steering had failed.

        The company has cancelled all crossings.

        Gulls are nesting on the pier.
        """

    private static let source = TopicVectors(topics: [["aground", "搁浅"], ["steering", "舵机"], ["cancelled", "取消"]])

    private func collate(_ articles: [Article], _ encoders: MeaningEncoders) -> Collation {
        Pipeline(encoders: encoders).collate(articles)
    }

    @Test(
        "a headline's claim that no words carry is carried in part by a sentence of like meaning, but for words in marks",
        arguments: [("Crew left high and dry", true), ("Crew left ‘high and dry’ by owner", false)]
    )
    func headline(claim: String, isMeant: Bool) throws {
        let identity = EncoderIdentity(model: .minilm, version: "0", revision: 0, dimension: 64)
        let source = TopicVectors(identity: identity, topics: [["high and dry", "ran aground"]])
        let body = "The ferry ran aground on Monday. Gulls are nesting on the pier."
        let articles = [Texts.article("a", claim + "\n\n" + body), Texts.article("b", Texts.council)]
        let finding = try #require(collate(articles, MeaningEncoders(english: source)).headlines.first)
        #expect(finding.support == (isMeant ? .partial : .none))
        #expect(finding.isByMeaning == isMeant)
        #expect(finding.missing.contains("Crew"))
        let witness = finding.witnesses.first.map { articles[0].text[$0.range] }
        #expect(witness == (isMeant ? "The ferry ran aground on Monday." : nil))
        #expect(collate(articles, MeaningEncoders()).headlines.first?.support == HeadlineFinding.Support.none)
    }

    @Test("the mode names the encoder that was used, and none that was not")
    func mode() {
        let minilm = TopicVectors(identity: EncoderIdentity(model: .minilm, version: "0", revision: 0, dimension: 64), topics: [])
        let both = MeaningEncoders(english: minilm, multilingual: Self.source)
        let english = Texts.article("a", Texts.council)
        let other = Texts.article("b", Texts.campaign)
        let chinese = Texts.article("c", Self.chinese, language: "zh")
        #expect(collate([english, other], both).mode.meaning == "minilm")
        #expect(collate([english, chinese], both).mode.meaning == "multilingual")
        #expect(collate([english, other], MeaningEncoders(english: NoVectors())).mode.meaning == "lexical")
        #expect(collate([english, other], MeaningEncoders(multilingual: Self.source)).mode.meaning == "lexical")
        #expect(collate([english, chinese], MeaningEncoders(english: minilm)).mode.meaning == "lexical")
        #expect(collate([english], both).mode.meaning == "lexical", "one article is compared with nothing")
    }

    @Test("where the model fails, the result is that of words")
    func fallback() {
        let articles = [Texts.article("a", Texts.council), Texts.article("b", Texts.campaign)]
        let (with, without) = (collate(articles, MeaningEncoders(english: NoVectors())), Pipeline().collate(articles))
        #expect(with.shared == without.shared)
        #expect(!with.shared.isEmpty)
    }

    @Test("sentences in languages that share no word are shared by their vectors, and it is said that languages differ")
    func acrossLanguages() {
        let articles = [Texts.article("en", Self.english), Texts.article("zh", Self.chinese, language: "zh")]
        let words = Pipeline().collate(articles)
        let collation = collate(articles, MeaningEncoders(multilingual: Self.source))
        func holds(_ collation: Collation, _ one: String, _ other: String) -> SharedStatement? {
            collation.shared.first { statement in
                let texts = statement.witnesses.map { collation.articles[$0.passage.article].article.text[$0.passage.range] }
                return texts.contains { $0.contains(one) } && texts.contains { $0.contains(other) }
            }
        }
        for (one, other) in [("ran aground", "清晨"), ("steering", "舵机"), ("cancelled", "取消")] {
            #expect(holds(words, one, other) == nil)
            let found = holds(collation, one, other)
            #expect(found?.reasons.contains(.acrossLanguages(["en", "zh"])) == true, "\(one)")
        }
        #expect(collation.shared.allSatisfy { $0.witnesses.count >= 2 })
        #expect(
            !collation.shared.contains { statement in
                statement.witnesses.contains {
                    collation.articles[$0.passage.article].article.text[$0.passage.range].contains("Gulls")
                }
            }
        )
    }

    @Test("the order of articles makes no difference")
    func order() {
        let articles = [Texts.article("en", Self.english), Texts.article("zh", Self.chinese, language: "zh")]
        func told(_ articles: [Article]) -> Set<Set<String>> {
            let collation = collate(articles, MeaningEncoders(multilingual: Self.source))
            return Set(
                collation.shared.map { statement in
                    Set(statement.witnesses.map { collation.articles[$0.passage.article].article.text[$0.passage.range] })
                }
            )
        }
        #expect(told(articles) == told(articles.reversed()))
    }

    @Test(
        "in seven languages the counterpart of a sentence is the nearest one",
        .enabled(if: SentenceModels.isPresent(.multilingual), Comment(rawValue: SentenceModels.absence))
    )
    func ranks() throws {
        let encoder = try #require(StoredEncoder(.multilingual, in: SentenceModels.store, cache: nil))
        let stories = CrossLanguageStory.all + CrossLanguageStory.sevenLanguages
        #expect(Set(stories.flatMap { $0.articles.map(\.language) }) == ["ar", "de", "en", "es", "fr", "ru", "zh"])
        var (first, all) = (0, 0)
        for told in stories {
            let (collation, sentences) = try told.collated()
            let story = Story(collation.articles)
            let vectors = try #require(StoryVectors(story, encoder))
            func facts(_ unit: Int) -> Set<String> {
                let (article, range) = (story.units[unit].article, story.units[unit].range)
                return sentences[article].first { $0.range.overlaps(range) }?.facts ?? []
            }
            for unit in story.units.indices {
                for (article, others) in story.unitsOfArticle.enumerated() where article != story.units[unit].article {
                    guard told.articles[article].language != told.articles[story.units[unit].article].language,
                        others.contains(where: { !facts($0).isDisjoint(with: facts(unit)) })
                    else { continue }
                    let nearest = others.max { vectors.centeredCosine(unit, $0) < vectors.centeredCosine(unit, $1) }
                    all += 1
                    if let nearest, !facts(nearest).isDisjoint(with: facts(unit)) { first += 1 }
                }
            }
        }
        #expect(all > 600)
        #expect(Double(first) >= 0.97 * Double(all), "\(first) of \(all)")
    }

    @Test(
        "in Arabic and Chinese most statements are found, too, and most that are found are right",
        .enabled(if: SentenceModels.isPresent(.multilingual), Comment(rawValue: SentenceModels.absence))
    )
    func sevenLanguages() throws {
        let encoder = try #require(StoredEncoder(.multilingual, in: SentenceModels.store, cache: nil))
        var counts = PairCounts()
        for story in CrossLanguageStory.sevenLanguages { try counts.add(story, MeaningEncoders(multilingual: encoder)) }
        #expect(counts.precision >= 0.9, "\(counts)")
        #expect(counts.recall >= 0.75, "\(counts)")
    }
}
