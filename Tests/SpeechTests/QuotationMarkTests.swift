import Language
import Speech
import Testing
import TextCore

/// Pairing of marks, by convention and by context.
struct QuotationMarkTests {
    @Test(
        arguments: [
            ("She said: “We won the vote.”", ["We won the vote."]),
            ("She said: \"We won the vote.\"", ["We won the vote."]),
            ("She said: ''We won the vote.''", ["We won the vote."]),
            ("She said: ``We won the vote.''", ["We won the vote."]),
            ("She said: ‘We won the vote.’", ["We won the vote."]),
            ("She said: 'We won the vote.'", ["We won the vote."]),
            // Apostrophes, elisions and primes are no marks.
            ("She said: ‘We can’t lose the workers of the ’90s now.’", ["We can’t lose the workers of the ’90s now."]),
            ("The pilot, 6'2\" tall, cut a 5\" pipe and said: \"I saw it burst.\"", ["I saw it burst."]),
            ("'It is the workers' win,' she said. 'We won.'", ["It is the workers' win,", "We won."]),
            ("She crossed the 5-foot wall and said: \"I am 5'4\" tall.\"", ["I am 5'4\" tall."]),
            ("He drove the dogs' sled and the boys' cart.", []),
        ] as [(String, [String])]
    )
    func englishMarks(text: String, contents: [String]) {
        #expect(Analysis(text).contents == contents)
    }

    @Test(
        arguments: [
            ("Sie sagte: „Wir haben die Wahl gewonnen.“", "de", "Wir haben die Wahl gewonnen."),
            ("Sie sagte: »Wir haben die Wahl gewonnen.«", "de", "Wir haben die Wahl gewonnen."),
            ("Elle a déclaré : « Nous avons gagné le vote. »", "fr", "Nous avons gagné le vote."),
            ("Elle a déclaré : «\u{202F}Nous avons gagné le vote.\u{202F}»", "fr", "Nous avons gagné le vote."),
            ("Dijo la ministra: «Hemos ganado la votación».", "es", "Hemos ganado la votación"),
            ("Она сказала: «Мы выиграли голосование».", "ru", "Мы выиграли голосование"),
            ("Она сказала: „Мы выиграли голосование“.", "ru", "Мы выиграли голосование"),
            ("部长说：“我们赢得了投票。”", "zh", "我们赢得了投票。"),
            ("大臣は「投票に勝った」と述べた。", "ja", "投票に勝った"),
            ("Jan Voll sprach. „Nein“, sagte Jan Voll.", "de", "Nein"),
            ("Anna Kern kam. »Niemals«, fügte sie hinzu.", "de", "Niemals"),
            ("Он пришёл. «Нет», — сказал Иван Петров.", "ru", "Нет"),
            ("Він прийшов. „Ніколи”, — додав Іван Петренко.", "uk", "Ніколи"),
        ]
    )
    func otherConventions(text: String, language: String, content: String) {
        #expect(Analysis(text, language: language).contents == [content])
    }

    @Test func marksRightBehindEachOtherWithoutSpaces() {
        let analysis = Analysis("李明说：“我们不会回去。”他补充说：“‘背叛’这个词太重了。”", language: "zh")
        #expect(analysis.contents == ["我们不会回去。", "‘背叛’这个词太重了。", "背叛"])
        #expect(analysis.speech.quotations.allSatisfy { $0.damage == nil })
    }

    /// A paragraph that goes on with a quotation and does not open it again: its words are quoted, and the quotation says so.
    @Test func aParagraphThatDoesNotOpenAgain() throws {
        let analysis = Analysis(
            """
            Mary Jones said on Monday: “The port must open now. Nothing less will do.
            It is also important that all the papers be kept. Any attempt to burn them would be wrong.”
            She joined others who had asked for it.
            """
        )
        let quotation = try #require(analysis.speech.quotations.first)
        #expect(
            quotation.content.map { analysis.text[$0] } == [
                "The port must open now. Nothing less will do.",
                "It is also important that all the papers be kept. Any attempt to burn them would be wrong.",
            ]
        )
        #expect(quotation.speaker?.name == "Mary Jones")
        #expect(quotation.damage == .unclosed)
        #expect(quotation.damagedMark.map { analysis.text[$0] } == "“")
        #expect(analysis.speech.quotations.count == 1)
    }

    @Test func nestedMarksKnowTheQuotationAroundThem() throws {
        let analysis = Analysis("“He told us ‘go home now’ and we went,” she said.")
        #expect(analysis.contents == ["He told us ‘go home now’ and we went,", "go home now"])
        #expect(analysis.speech.quotations[1].enclosing == 0)
        #expect(!analysis.speech.quotations[1].isSpeech)
    }

    @Test func outerMarkThatNothingClosesEndsBeforeTheNextQuotation() {
        let analysis = Analysis(
            """
            He also complained that "somebody told the crew about "a short stop" while the ship was adrift. \
            "They stood there for an hour," Rehling noted.
            """
        )
        #expect(
            analysis.contents == [
                "somebody told the crew about \"a short stop\" while the ship was adrift.", "a short stop",
                "They stood there for an hour,",
            ]
        )
        #expect(analysis.speech.quotations.map(\.damage) == [.unclosed, nil, nil])
    }

    @Test func stopBehindAnInnerQuotationIsTheSentences() {
        let analysis = Analysis(
            "He said that \"it is unclear whether they fear those \"horrible Danes\". \"We want peace,\" he added."
        )
        #expect(analysis.text[analysis.speech.quotations[0].range].hasSuffix("\"horrible Danes\""))
        #expect(analysis.contents.last == "We want peace,")
    }

    @Test func quotationOpensAgainInEachParagraph() {
        let analysis = Analysis("“We went to the bank.\n“Then we went home,” Marit Oll said.")
        #expect(analysis.said == ["direct: We went to the bank. / Then we went home, ← Marit Oll"])
    }

    @Test func mixedMarksAreSaidToBeDamaged() {
        let analysis = Analysis("She said: “We won the vote.\"")
        #expect(analysis.contents == ["We won the vote."])
        #expect(analysis.speech.quotations.first?.damage == .mismatched)
    }

    @Test func missingOpenerStartsAtItsSentence() {
        let analysis = Analysis("They left. We won the vote,” she said.")
        #expect(analysis.contents == ["We won the vote,"])
        #expect(analysis.speech.quotations.first?.damage == .unopened)
    }

    @Test func aForgottenMarkStandsBeforeTheFrame() {
        let analysis = Analysis("Marit Oll spoke. \"We won the vote, Oll said. \"It was close.\"")
        #expect(analysis.said == ["direct: We won the vote, ← Marit Oll", "direct: It was close. ← Marit Oll"])
    }
}
