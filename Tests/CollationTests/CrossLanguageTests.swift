import Foundation
import Language
import Reading
import Speech
import Stemma
import Testing
import TextCore

@testable import Collation

/// The stories of `Tests/Fixtures/cross-language.json`, with the facts that each sentence states.
struct CrossLanguageStory: Decodable, CustomTestStringConvertible, Sendable {
    struct Told: Decodable, Sendable {
        let id: String
        let language: String
        let published: String
        /// Sentence and facts; the first is the headline.
        let sentences: [[String]]
    }
    private struct File: Decodable {
        let stories: [CrossLanguageStory]
    }

    let id: String
    let heldOut: Bool
    let articles: [Told]

    var testDescription: String { id }

    static let all = read("cross-language.json")

    /// Stories in Arabic and Chinese, too, which only an encoder can compare.
    static let sevenLanguages = read("cross-language-seven.json")

    /// Stories of two or three articles in one language that is not English.
    static let oneLanguage = read("one-language.json")

    private static func read(_ name: String) -> [CrossLanguageStory] {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(name)")
        guard let bytes = try? Data(contentsOf: path) else { return [] }
        return (try? JSONDecoder().decode(File.self, from: bytes))?.stories ?? []
    }

    /// The comparison of the story's articles, and the places of their sentences.
    func collated(_ encoders: MeaningEncoders = MeaningEncoders()) throws -> (
        collation: Collation, sentences: [[(range: Range<Int>, facts: Set<String>)]]
    ) {
        let read = try articles.map { told -> Article in
            let text = told.sentences.map { $0[0] }.joined(separator: "\n\n") + "\n"
            var article = try ArticleReader().article(fromPlainText: Array(text.utf8), path: told.id + ".txt")
            article.language = told.language
            let day = told.published.split(separator: "-").compactMap { Int($0) }
            article.published = CivilTime(year: day[0], month: day[1], day: day[2])
            return article
        }
        let sentences = zip(articles, read).map { told, article in
            var from = 0
            return told.sentences.map { sentence -> (range: Range<Int>, facts: Set<String>) in
                let range = Texts.range(of: sentence[0], in: article.text, from: from) ?? 0..<0
                from = range.upperBound
                return (range, Set(sentence[1].split(separator: " ").map(String.init)))
            }
        }
        return (Pipeline(encoders: encoders).collate(read), sentences)
    }
}

/// Counts over the pairs of sentences of articles in different languages; in a story of one language, of any two articles.
struct PairCounts {
    var right = 0
    var found = 0
    var correct = 0

    var precision: Double { Double(correct) / Double(max(1, found)) }
    var recall: Double { Double(correct) / Double(max(1, right)) }

    mutating func add(_ story: CrossLanguageStory, _ encoders: MeaningEncoders = MeaningEncoders()) throws {
        let (collation, sentences) = try story.collated(encoders)
        let isOneLanguage = Set(story.articles.map(\.language)).count == 1
        for (a, one) in story.articles.enumerated() {
            for (b, other) in story.articles.enumerated() where a < b && (isOneLanguage || one.language != other.language) {
                for x in sentences[a] {
                    for y in sentences[b] {
                        let isRight = !x.facts.isDisjoint(with: y.facts)
                        let isFound = collation.shared.contains { statement in
                            statement.witnesses.contains { $0.passage.article == a && $0.passage.range.overlaps(x.range) }
                                && statement.witnesses.contains { $0.passage.article == b && $0.passage.range.overlaps(y.range) }
                        }
                        right += isRight ? 1 : 0
                        found += isFound ? 1 : 0
                        correct += isRight && isFound ? 1 : 0
                    }
                }
            }
        }
    }
}

@Suite("Statements in different languages")
struct CrossLanguageTests {
    @Test("most are found, and nearly all that are found are right")
    func floors() throws {
        let stories = CrossLanguageStory.all.filter { !$0.heldOut }
        #expect(stories.count == 5)
        var counts = PairCounts()
        for story in stories { try counts.add(story) }
        #expect(counts.precision >= 0.94, "\(counts)")
        #expect(counts.recall >= 0.86, "\(counts)")
    }

    @Test("so on stories that nothing was set on")
    func heldOut() throws {
        var counts = PairCounts()
        for story in CrossLanguageStory.all where story.heldOut { try counts.add(story) }
        #expect(counts.precision >= 0.95, "\(counts)")
        #expect(counts.recall >= 0.9, "\(counts)")
    }

    @Test("hardly a sentence that another language has is called without a witness", arguments: CrossLanguageStory.all)
    func falseSolos(_ story: CrossLanguageStory) throws {
        let (collation, sentences) = try story.collated()
        var wrong = 0
        for solo in collation.solo {
            let article = solo.passage.article
            for sentence in sentences[article] where sentence.range.overlaps(solo.passage.range) {
                let isTold = sentences.indices.contains { other in
                    other != article && sentences[other].contains { !$0.facts.isDisjoint(with: sentence.facts) }
                }
                wrong += isTold ? 1 : 0
            }
        }
        #expect(wrong <= 1, "\(story.id)")
    }

    /// The keys of the words in a passage, by which they are found in another language.
    private func keys(_ passage: Passage, of word: String? = nil, in collation: Collation) -> Set<UInt64> {
        let text = collation.articles[passage.article].annotated
        var keys: Set<UInt64> = []
        for index in text.tokens(in: passage.range) where word == nil || text.text[text.tokens[index].range] == word {
            keys.insert(text.tokens[index].hash)
            keys.formUnion(TranslationLexicon.table(text.language)?[text.stems[index]].map { UInt64($0) } ?? [])
            keys.formUnion(NameFolding.keys(of: text.bytes(of: text.tokens[index]), language: text.language))
        }
        return keys
    }

    @Test("words named as reasons stand in one witness, and a translation in another", arguments: CrossLanguageStory.all)
    func reasons(_ story: CrossLanguageStory) throws {
        let (collation, _) = try story.collated()
        for statement in collation.shared {
            let languages = statement.witnesses.map { collation.articles[$0.passage.article].annotated.language }
            guard Set(languages).count == languages.count else { continue }
            for case .sharedWords(let words) in statement.reasons {
                for word in words {
                    let isTold = statement.witnesses.contains { witness in
                        let own = keys(witness.passage, of: word, in: collation)
                        return statement.witnesses.contains { other in
                            other.passage.article != witness.passage.article
                                && !own.isDisjoint(with: keys(other.passage, in: collation))
                        }
                    }
                    #expect(isTold, "\(word) in \(statement.id) of \(story.id)")
                }
            }
        }
    }

    private func article(_ text: String, _ language: String) throws -> Article {
        var article = try ArticleReader().article(fromPlainText: Array(text.utf8), path: language + ".txt")
        article.language = language
        return article
    }

    @Test("in a language without words to compare by, nothing is called without a witness")
    func limits() throws {
        let english = "Dam breaks in Sorvane\n\nThe Orlan dam broke on Monday.\n\nFour villages were evacuated, the mayor said.\n"
        let greek = "Φράγμα έσπασε\n\nΤο φράγμα έσπασε τη Δευτέρα.\n\nΤα σχολεία της πόλης θα μείνουν κλειστά.\n"
        let collation = Pipeline().collate([try article(english, "en"), try article(greek, "el")])
        #expect(collation.solo.isEmpty)
        #expect(collation.limits.map(\.extent) == [.namesAndFigures, .namesAndFigures])
        #expect(collation.limits.map(\.language) == ["en", "el"])
    }

    @Test("whatever a sentence has that is neither shared nor solo is counted", arguments: CrossLanguageStory.all)
    func nothingIsLost(_ story: CrossLanguageStory) throws {
        let (collation, _) = try story.collated()
        for (index, article) in collation.articles.enumerated() {
            let shown =
                collation.solo.map(\.passage) + collation.shared.flatMap { $0.witnesses.map(\.passage) }
            let lost = article.speech.statements.filter { statement in
                article.annotated.sections[statement.section].role == .body && statement.tokens.count >= 8
                    && !shown.contains { $0.article == index && $0.range.overlaps(statement.range) }
            }
            let undecided = collation.limits.first { $0.article == index }?.undecided ?? 0
            #expect(Set(lost.map(\.sentence)).count <= undecided, "\(lost.map { article.annotated.text[$0.range] })")
        }
    }

    @Test("a story of one language has no limits")
    func oneLanguage() throws {
        let one = "Dam breaks in Sorvane\n\nThe Orlan dam broke on Monday.\n"
        let other = "Flood in Sorvane\n\nSchools in the town will stay closed for two weeks.\n"
        let collation = Pipeline().collate([try article(one, "en"), try article(other, "en")])
        #expect(collation.limits.isEmpty)
        #expect(!collation.solo.isEmpty)
    }
}

@Suite("Names between languages")
struct NameFoldingTests {
    private func keys(_ word: String, _ language: String) -> Set<UInt64> {
        Set(NameFolding.keys(of: Array(word.utf8)[...], language: language))
    }

    @Test(
        "spellings of one name meet",
        arguments: [
            ("Scholz", "en", "Шольц", "ru"), ("Luis", "en", "Luís", "es"), ("Müller", "de", "Mueller", "en"),
            ("Putin", "en", "Poutine", "fr"), ("Путиным", "ru", "Putin", "en"), ("Merkels", "de", "Merkel", "fr"),
            ("Johnson", "en", "Джонсон", "ru"), ("Jelavic", "en", "Елавич", "ru"), ("Marquart", "de", "Маркварт", "ru"),
            ("Μητσοτάκης", "el", "Mitsotakis", "en"), ("Hamburg", "de", "Гамбург", "ru"), ("Макрона", "ru", "Macron", "fr"),
        ]
    )
    func meet(_ one: String, _ language: String, _ other: String, _ otherLanguage: String) {
        #expect(!keys(one, language).isDisjoint(with: keys(other, otherLanguage)), "\(one) \(other)")
    }

    @Test(
        "names that are two stay two",
        arguments: [("Merkel", "Macron"), ("Berlin", "Bonn"), ("Schmidt", "Schneider"), ("Lopez", "Gomez"), ("Paris", "Prague")]
    )
    func differ(_ one: String, _ other: String) {
        #expect(keys(one, "en").isDisjoint(with: keys(other, "en")))
    }

    @Test("speakers are one between alphabets")
    func speakers() throws {
        let one = try #require(SpeakerKey(name: "Olaf Scholz"))
        let other = try #require(SpeakerKey(name: "Олаф Шольц"))
        #expect(one.isCompatible(with: other))
        #expect(try #require(SpeakerKey(name: "Luís Prado")).isCompatible(with: #require(SpeakerKey(name: "Luis Prado"))))
        #expect(!one.isCompatible(with: try #require(SpeakerKey(name: "Olaf Schulze"))))
    }
}

@Suite("The lexicon of translations")
struct TranslationLexiconTests {
    private func concepts(_ word: String, _ language: String) throws -> Set<Int32> {
        let stemmer = try #require(Stemmer(language: language))
        return Set(try #require(TranslationLexicon.table(language))[stemmer.stemHash(Array(word.utf8))])
    }

    @Test("has a thousand concepts, each with five columns")
    func size() {
        #expect(TranslationLexicon.rows.count >= 1000)
        for row in TranslationLexicon.rows {
            #expect(row.count { $0 == UInt8(ascii: "\t") } == 4, "\(String(decoding: row, as: UTF8.self))")
        }
    }

    @Test(
        "forms of translations meet",
        arguments: [
            ("strikes", "en", "забастовку", "ru"), ("ruled", "en", "Urteil", "de"), ("judges", "en", "juges", "fr"),
            ("Wahlen", "de", "elecciones", "es"), ("Gewerkschaft", "de", "syndicats", "fr"), ("german", "en", "allemande", "fr"),
            ("fell", "en", "cayó", "es"), ("wounded", "en", "пострадавших", "ru"),
        ]
    )
    func meet(_ one: String, _ language: String, _ other: String, _ otherLanguage: String) throws {
        let (x, y) = (try concepts(one.lowercased(), language), try concepts(other.lowercased(), otherLanguage))
        #expect(!x.isDisjoint(with: y), "\(one) \(other)")
    }

    @Test("German compounds are known by their parts")
    func compounds() throws {
        let german = try #require(TranslationLexicon.table("de"))
        let stemmer = try #require(Stemmer(language: "de"))
        let parts = Set(german.parts(ofCompound: Array("gewerkschaftschef".utf8), stemmer))
        #expect(!parts.isDisjoint(with: try concepts("union", "en")))
        #expect(!parts.isDisjoint(with: try concepts("chief", "en")))
        #expect(german.parts(ofCompound: Array("xyzzyxyzzy".utf8), stemmer).isEmpty)
    }
}
