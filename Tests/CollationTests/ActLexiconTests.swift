import Language
import Testing
import TextCore

@testable import Collation

@Suite("Words of acts")
struct ActLexiconTests {
    private let lexicon = ActLexicon.english

    private func key(_ verb: String, _ particle: String? = nil) throws -> UInt64 {
        let stem = lexicon.base(of: try #require(Stemmer(language: "en")).stemHash(Array(verb.utf8)))
        return particle.map { ActLexicon.key(stem, particle: Hash64.folded($0)) } ?? stem
    }

    @Test("irregular forms are known by their verb", arguments: [("fell", "fall"), ("bought", "buy"), ("went", "go")])
    func forms(_ form: String, _ verb: String) throws {
        #expect(try key(form) == key(verb))
    }

    @Test("verbs with a particle stand for one word")
    func particles() throws {
        #expect(try lexicon.likeness(key("pull", "out"), key("withdraw")) >= 0.8)
        #expect(try lexicon.likeness(key("bow", "out"), key("pull", "out")) >= 0.8)
        #expect(try lexicon.likeness(key("pull", "out"), key("pull", "off")) < 0.8)
    }

    @Test("a noun is of its verb's family")
    func families() throws {
        #expect(try lexicon.likeness(key("win"), key("victory")) >= 0.8)
        #expect(try lexicon.isDerived(key("endorsement")))
    }

    @Test("opposites are never alike", arguments: [("rise", "fall"), ("buy", "sell"), ("approve", "reject"), ("safe", "unsafe")])
    func opposites(_ one: String, _ other: String) throws {
        #expect(try lexicon.areOpposed(key(one), key(other)))
        #expect(try lexicon.areOpposed(key(other), key(one)))
        #expect(try lexicon.likeness(key(one), key(other)) == 0)
    }

    @Test("converses know which side they tell")
    func converses() throws {
        let found = try #require(try lexicon.converse(key("sell"), key("buy")))
        #expect(found.kind == .give && found.isFirst)
        #expect(try lexicon.converse(key("defeat"), key("lose"))?.kind == .beat)
        #expect(try lexicon.converse(key("walk"), key("swim")) == nil)
    }
}
