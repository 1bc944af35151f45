import TestSupport
import Testing
import TextCore

/// Each text has its sentence ends marked with `|`; the marks are taken out before splitting.
@Suite struct SentenceTests {
    private func split(_ marked: String, _ language: String?) -> String {
        let string = marked.filter { $0 != "|" }
        let text = UTF8Text(string)
        let tokens = Tokenizer().tokens(of: text)
        let sentences = SentenceSplitter(language: language).sentences(of: text, tokens: tokens, in: tokens.indices, section: 0)
        var result = ""
        var at = 0
        for (index, sentence) in sentences.enumerated() {
            result += text[at..<sentence.range.upperBound]
            at = sentence.range.upperBound
            if index + 1 < sentences.count { result += "|" }
        }
        return result + text[at..<text.count]
    }

    private func check(_ language: String?, _ cases: [String]) {
        for marked in cases { #expect(split(marked, language) == marked, "in \(language ?? "no language")") }
    }

    @Test func endsAtTerminators() {
        check(
            "en",
            [
                "It rained.| It stopped!| Did it?| Yes.",
                "One sentence", "", "   ", "No end here, only a comma,",
                "Really?!| Yes!!!| No?| Oh.",
                "He left.| 17 people stayed.| $5 was paid.| @ministry wrote so.",
                "It fell.| iPhone sales rose.| eBay did not.| al-Shabab claimed it.",
            ]
        )
    }

    @Test func keepsAbbreviationsTitlesAndInitials() {
        check(
            "en",
            [
                "Mr. Smith met Dr. J. K. Rowling and Sen. John Q. Public of St. Louis.| They spoke.",
                "The U.S. Senate voted.| It was in the U.S.| The bill passed.| U.S. President Joe Doe left the U.K.| He said so.",
                "Acme Inc. Chief Jane Roe spoke.| She left Acme Inc.| The shares fell.",
                "The vote is on Sept. 5, at No. 10, p. 4.| On Jan. 6 it was no.| Then came Oct.| He waited.",
                "At 5 p.m. Monday and 6 a.m. EDT it rained.| It began at 9 p.m.| Police came at 10 p.m. and left.",
                "Fruit, e.g. apples, i.e. Granny Smiths vs. Pears etc.| The rest is cheap.",
                "He has a Ph.D. in law.| She fell ill.| Doctors came.| Springfield, Ill. Gov. Jane Doe spoke.",
                "Plan B failed.| He chose plan B.| The rest is known.| It was J. Doe.",
            ]
        )
    }

    @Test func keepsNumbersAndLists() {
        check(
            "en",
            [
                "It rose 3.5 percent to 1,200.| The end was in 1990.| Then it fell by 5.| Ten left.",
                "1. Open the door.| 2. Close it.", "I. The first part.| It is short.",
                "See example.com or www.example.org/a.html now.| Write to a.b@example.com.",
                "They held the vote.|The Senate passed it.", "The file README.Then is J.Smith’s.",
            ]
        )
    }

    @Test func takesClosingMarksAlong() {
        check(
            "en",
            [
                "“It is over.”| He left.", "\"It is over.\"| He left.", "He said: 'It is over.'| He left.",
                "He left (she stayed.)| They met.", "He said “I came.”| Then he left.",
                "“Why?” he asked.| “No!” she said.| “Why?” Boris Johnson asked.| “Who?” Mrs. Doe said.| “Why?”| Johnson had no answer for a while.",
                "“I came.| I saw.”| “I won.”", "He came.| “We won,” he said.| (She had not.)| [Then] it ended.",
                "``It is over.''| He left.",
            ]
        )
    }

    @Test func readsEllipses() {
        check(
            "en",
            [
                "He waited ... and waited… and left.", "He waited...| Then he left.", "“I was …| We were late.”",
                "I think […] the end is near.", "We . . . were late.| He . . . left.", "So I said...| The rest is known.",
            ]
        )
    }

    @Test func endsAtBlankLines() {
        check(
            "en",
            [
                "A headline without an end|\n\nAnd a text.", "Mr.|\n\nSmith", "One line\nand the next.|\nNew.",
            ]
        )
        #expect(split("Mr.\r\n\r\nSmith", "en") == "Mr.|\r\n\r\nSmith")
        #expect(split("Mr.\r\nSmith", "en") == "Mr.\r\nSmith")
        #expect(split("One\u{2029}Two", "en") == "One|\u{2029}Two")
    }

    @Test func readsExclaimedNames() {
        check("en", ["Yahoo! News was sold.| He read it on Yahoo!| The price rose.", "The Yahoo! search is old."])
    }

    @Test func readsFrench() {
        check(
            "fr",
            [
                "M. Macron est là.| Mme Le Pen aussi.| Il a dit : « C’est fini. »| Elle part.",
                "« Pourquoi ? » demande-t-il.| « Non ! »| L’homme part.| J.-C. Mitterrand est né en 1950.| Puis il est mort.",
                "Il vend des pommes, p. ex. des vertes, etc.| Le reste attend.",
            ]
        )
    }

    @Test func readsGerman() {
        check(
            "de",
            [
                "Am 18. Oktober 2021 kam Dr. Müller in den 2. Stock, z. B. um 20.15 Uhr.| Danach ging er.",
                "Das war 2019.| Danach kam Ludwig XIV. von Frankreich.| „Es ist aus.“| Er ging.| „Warum?“, fragte er.| »Nein!«| Er blieb.",
                "Das kostet 5 Mio. Euro usw.| Der Rest folgt.| Er kam am 3. Januar und am 4. 5. 2020.",
                "Die Fa. Schmidt u. a. Firmen kamen, d. h. alle.",
            ]
        )
    }

    @Test func readsSpanishItalianPortuguese() {
        check(
            "es",
            [
                "El Sr. López viajó a EE. UU. con la Sra. Gómez.| ¿Por qué?| ¡No sé!| «Ya está.»| Salió.",
                "«¿Por qué?», preguntó.| Vive en EE.UU.| La casa es grande.",
            ]
        )
        check("it", ["Il dott. Rossi e la sig.ra Bianchi sono qui.| «È finita.»| Lei esce.| Mele, pere, ecc.| Il resto no."])
        check("pt", ["O Sr. Silva e a Dra. Souza vieram.| Pagou R$ 5.| Ela saiu."])
    }

    @Test func readsRussianAndUkrainian() {
        check(
            "ru",
            [
                "А. С. Пушкин родился в 1799 г. в Москве.| Он жил на ул. Арбат, т. е. в центре.",
                "Это стоит 5 млн. руб. и т. д.| Он ушёл.| «Почему?» — спросил он.| «Нет!» — ответил Петров.| «Всё кончено».| Он ушёл.",
                "В 2021 г. Иванов приехал в г. Москва.",
            ]
        )
        check("uk", ["Т. Г. Шевченко народився в 1814 р. у селі.| Він жив тут."])
    }

    @Test func readsSlavicAndTurkishAbbreviations() {
        check("pl", ["Poparło go 16 proc. Polaków, m.in. Kowalski.| Tak mówi dr hab. Nowak.| Wzrosło to w 2020 r.| To dużo."])
        check("cs", ["Přišel např. Ing. Novák.| Bylo 18. října."])
        check("tr", ["Prof. Dr. Ali Yılmaz geldi.| Bu iyi."])
    }

    @Test func knowsEnglishAbbreviationsEverywhere() {
        check("es", ["Vive en St. Louis con el Dr. Pérez Jr. y Acme Inc. desde ayer.| La casa es de J. Smith."])
        check("xx", ["Foo St. Louis bar.| Baz."])
    }

    @Test func readsAttributionsAfterAFullStop() {
        check("en", ["“It is over.” Johnson said.| “It is.”| Johnson said he left.| “It is over.” Ann Reed said."])
    }

    @Test func readsOtherScripts() {
        check("el", ["Τι θέλεις;| Δεν ξέρω.| Ήρθε ο κ. Παπαδόπουλος.| Έφυγε."])
        check("ar", ["هل انتهى؟| نعم.| قال د. أحمد ذلك."])
        check("ur", ["وہ آیا۔| پھر گیا۔"])
        check("hi", ["वह आया।| फिर वह गया।"])
        check("zh", ["他来了。|她走了！|为什么？|“好。”|他说：“走吧。”|后来呢？", "“为什么？”他问。|她不答。"])
        check("ja", ["彼は来た。|「もう終わった。」と述べた。|「なぜ？」|彼女は去った。"])
        check("xx", ["Foo bar.| Baz qux."])
        check(nil, ["Mr. Foo came.| He left."])
    }

    @Test func coversAllTokensInOrder() {
        var random = SeededRandom(seed: 11)
        let pieces = [
            "The", "vote", "Mr", ".", ".", "?", "!", "…", "...", "\"", "“", "”", "«", "»", "(", ")", "[", "]", " ", " ", "\n",
            "\n\n",
            "U.S.", "5", "18.", "J", "。", "」", "「", "北", "г.", "—", "-", ",", "’s", "'", "‘", ";", "I", "a", "؟", "1.", "\u{A0}",
        ]
        for round in 0..<3000 {
            let string = (0..<Int.random(in: 0...24, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
                .joined()
            let text = UTF8Text(string)
            let tokens = Tokenizer().tokens(of: text)
            let language = ["en", "de", "fr", "ru", "el", "ja", nil][round % 7]
            let sentences = SentenceSplitter(language: language).sentences(
                of: text,
                tokens: tokens,
                in: tokens.indices,
                section: 3
            )
            #expect(sentences.flatMap { Array($0.tokens) } == Array(tokens.indices))
            for sentence in sentences {
                #expect(!sentence.tokens.isEmpty && sentence.section == 3)
                #expect(sentence.range == text.trimmed(sentence.range))
            }
        }
        let tokens = Tokenizer().tokens(of: UTF8Text("a. B"))
        #expect(SentenceSplitter().sentences(of: UTF8Text("a. B"), tokens: tokens, in: 2..<99, section: 0).count == 1)
    }
}
