import Speech
import Testing
import TextCore

/// Where the phrase that names a source begins and ends.
struct SourcePhraseTests {
    @Test(arguments: [
        "According to a poll released Friday, the plan is popular.",
        "According to a report published last week by the agency, the plan is popular.",
        "According to a person briefed on the talks, the plan is popular.",
        "According to a person familiar with the talks, the plan is popular.",
    ])
    func aParticipleBehindASourceBelongsToIt(text: String) {
        #expect(Analysis(text).said.map { $0.prefix { $0 != "←" } } == ["indirect: the plan is popular "])
    }

    @Test func bothStandsForTwo() {
        let analysis = Analysis("The Courier and the Ledger both reported on Friday that the merger was off.")
        let mention = analysis.speech.quotations.first?.mention.map { analysis.text[$0] }
        #expect(mention == "The Courier and the Ledger")
    }

    @Test func aCommaBetweenAdjectivesEndsNoPhrase() {
        let analysis = Analysis("The head of Corvia and the big, big boss said that the lamp would be late.")
        #expect(analysis.speech.quotations.first?.mention.map { analysis.text[$0] } == "The head of Corvia and the big, big boss")
        // In front of another noun phrase it does.
        let other = Analysis("In the north, local farmers said that the rain was late.")
        #expect(other.speech.quotations.first?.mention.map { other.text[$0] } == "local farmers")
    }

    /// Who quotes somebody stands behind his name, and adds no words in marks of his own.
    @Test(arguments: [
        ("ru", "«Причал закрыт», — цитирует Волкова РИА Новости.", "Волкова"),
        ("ru", "«Причал закрыт», — приводит слова Волкова ТАСС.", "Волкова"),
        ("ru", "«Причал закрыт», — сообщил мэр Волков журналистам.", "мэр Волков"),
        ("uk", "«Причал закрито», — цитує Волкова «Укрінформ».", "Волкова"),
    ])
    func whoQuotesSomebodyIsNotHe(language: String, text: String, mention: String) {
        let analysis = Analysis(text, language: language)
        let said = analysis.speech.quotations.filter(\.isSpeech)
        #expect(said.map { $0.mention.map { analysis.text[$0] } } == [mention])
    }

    @Test(arguments: [
        ("The state news agency said the dam was old.", "The state news agency"),
        ("According to the state news agency, the dam was old.", "the state news agency"),
    ])
    func whatStandsBehindAnArticleIsNoVerb(text: String, mention: String) {
        let analysis = Analysis(text)
        #expect(analysis.speech.quotations.map { $0.mention.map { analysis.text[$0] } } == [mention])
        #expect(analysis.said.allSatisfy { $0.hasPrefix("indirect: the dam was old ←") })
    }

    @Test(arguments: [
        ("Laut „Kurier“ will der Minister gehen.", "„Kurier“", "will der Minister gehen"),
        (
            "Laut einer Umfrage von Hafentrend plus sind 40 Prozent zufrieden.", "einer Umfrage von Hafentrend plus",
            "sind 40 Prozent zufrieden"
        ),
    ])
    func namesInMarksAndNamesWithASmallWord(text: String, mention: String, content: String) {
        let analysis = Analysis(text, language: "de")
        let said = analysis.speech.quotations.filter(\.isSpeech)
        #expect(said.map { $0.mention.map { analysis.text[$0] } } == [mention])
        #expect(analysis.said.map { $0.contains("indirect: \(content) ←") } == [true])
    }

    @Test func japaneseSetsDaysAndPlacesBetweenATopicAndItsWords() {
        for text in ["岸田首相は4日、「全力で取り組む」と述べた。", "岸田首相は会見で「全力で取り組む」と述べた。"] {
            let analysis = Analysis(text, language: "ja")
            #expect(analysis.said == ["direct: 全力で取り組む ← 岸田"])
        }
    }

    @Test(arguments: [
        ("fr", "« Nous irons, a dit M. Dupont, jusqu'au bout. »", "M. Dupont"),
        ("fr", "« Nous irons, a dit Jean Dupont, le maire de Lyon, jusqu'au bout. »", "Jean Dupont, le maire de Lyon"),
        ("fr", "« Nous irons, a dit M. Dupont, maire de Lyon, jusqu'au bout. »", "M. Dupont, maire de Lyon"),
    ])
    func framesInsideMarksHaveTitlesAndAppositions(language: String, text: String, mention: String) {
        let analysis = Analysis(text, language: language)
        let said = analysis.speech.quotations
        #expect(Set(said.map { $0.mention.map { analysis.text[$0] } }) == [mention])
        #expect(said.allSatisfy { !analysis.content($0).contains("maire") && !analysis.content($0).contains("Dupont") })
    }

    @Test(arguments: [
        ("en", "Climate: “We must act,” says Ilse Varnac", "We must act,"),
        ("fr", "Climat : « Nous devons agir », affirme Ilse Varnac", "Nous devons agir"),
    ])
    func theTopicOfAHeadlineIsNobodysWords(language: String, text: String, words: String) {
        #expect(Analysis(text, language: language).said == ["direct: \(words) ← Ilse Varnac"])
    }

    @Test(arguments: [
        "The mayor’s claim that “the bridge is safe” was wrong.", "The mayor’s claim that “the bridge is safe” angered many.",
    ])
    func aClaimInMarksEndsWithThem(text: String) {
        #expect(Analysis(text).said == ["direct: the bridge is safe ← mayor"])
    }

    @Test(arguments: [
        ("fr", "L'association a fait savoir que les séances étaient complètes.", "association"),
        ("fr", "Le procureur a parlé d'un « système bien huilé ».", "procureur"),
        ("fr", "Son réalisateur, Aurel Brandt, s'en amuse : « Le brouillard, c'est le sujet. »", "Aurel Brandt"),
        ("fr", "Pour la critique Anne Pic, c'est « deux heures de brouillard ».", "Anne Pic"),
        ("es", "Ibáñez respondió que no se esconde y lo acusó de «vivir del ruido».", "Ibáñez"),
        ("es", "El alcalde Luis Ferrán calificó de «robo» el cierre de la estación.", "Luis Ferrán"),
        ("es", "El alcalde Luis Ferrán habló. «Nos quitan el tren», dijo el lunes ante los vecinos.", "Luis Ferrán"),
        ("de", "Trainerin Inga Roth war außer sich. „Das war nichts für schwache Nerven“, so die 48-Jährige.", "Inga Roth"),
        ("de", "Trainer Sven Weil kam. Am Abend sagte Sven Weil, er wolle die Szene „nicht überbewerten“.", "Sven Weil"),
    ])
    func otherLanguagesNameTheirSources(language: String, text: String, name: String) {
        let names = Analysis(text, language: language).speech.quotations.filter(\.isSpeech).map { $0.speaker?.name ?? "?" }
        #expect(!names.isEmpty && names.last == name)
    }
}
