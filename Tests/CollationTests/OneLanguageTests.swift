import Language
import Meaning
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

/// Stories in one language that is not English: `Tests/Fixtures/one-language.json`, whose held-out stories nothing was fitted on.
@Suite("Statements in one language that is not English")
struct OneLanguageTests {
    private static func counts(_ encoders: MeaningEncoders = MeaningEncoders()) throws -> PairCounts {
        var counts = PairCounts()
        for story in CrossLanguageStory.oneLanguage where story.heldOut { try counts.add(story, encoders) }
        return counts
    }

    @Test("the fixture has stories in thirteen languages, half of them held out")
    func fixture() {
        let stories = CrossLanguageStory.oneLanguage
        #expect(stories.count == 40 && stories.count { $0.heldOut } == 20)
        #expect(Set(stories.flatMap { $0.articles.map(\.language) }).count == 13)
    }

    @Test("by words alone, most that are found are right")
    func byWords() throws {
        let counts = try Self.counts()
        #expect(counts.precision >= 0.78, "\(counts)")
        #expect(counts.recall >= 0.38, "\(counts)")
    }

    @Test(
        "with vectors more are found, and as many of them are right",
        .enabled(if: SentenceModels.isPresent(.multilingual), Comment(rawValue: SentenceModels.absence))
    )
    func withVectors() throws {
        let encoder = try #require(StoredEncoder(.multilingual, in: SentenceModels.store, cache: nil))
        let counts = try Self.counts(MeaningEncoders(multilingual: encoder))
        #expect(counts.precision >= 0.78, "\(counts)")
        #expect(counts.recall >= 0.46, "\(counts)")
    }

    @Test("a language that no encoder has read is compared by words")
    func unreadable() {
        let encoders = MeaningEncoders(english: NoVectors(), multilingual: NoVectors())
        #expect(encoders.encoder(for: ["el"]) == nil)
        #expect(encoders.encoder(for: ["uk"]) != nil)
        #expect(encoders.encoder(for: ["de"]) != nil)
    }

    @Test("German nouns are words, not names")
    func nouns() {
        let sentence = "Die Polizei sperrte am Mittwoch die Straße nach Hamburg, sagte Minister Jörg Vogt der Zeitung."
        let units = Self.units(of: sentence, "de")
        let names = units.flatMap(\.terms).filter(\.isName)
        #expect(names.count == 3, "Hamburg, Jörg, Vogt")
    }

    @Test("names are names in a script without capitals")
    func withoutCapitals() {
        let units = Self.units(of: "普京周三在莫斯科会见了记者。", "zh")
        #expect(units.flatMap(\.terms).contains { $0.isName })
    }

    private static func units(of sentence: String, _ language: String) -> [Unit] {
        UnitBuilder.units(of: Pipeline().analyze(Texts.article("a", sentence, language: language)), index: 0)
    }
}

/// A source that has no vectors.
private struct NoVectors: SentenceVectorSource {
    let identity = EncoderIdentity(model: .multilingual, version: "0", revision: 0, dimension: 8)

    func vectors(of texts: [UTF8Text]) -> SentenceVectors? { nil }
}
