import Language
import TestSupport
import Testing
import TextCore

@Suite struct AnnotatorTests {
    @Test(arguments: [
        ("The minister said that he would not go to the city.", "en"),
        ("Le ministre a dit qu’il n’irait pas dans la ville.", "fr"),
        ("Der Minister sagte, dass er nicht in die Stadt gehen werde.", "de"),
        ("El ministro dijo que no iba a ir a la ciudad.", "es"),
        ("Il ministro ha detto che non andrà nella città.", "it"),
        ("O ministro disse que não vai para a cidade.", "pt"),
        ("Министр сказал, что он не поедет в город.", "ru"),
        ("Міністр сказав, що він не поїде до міста.", "uk"),
        ("De minister zei dat hij niet naar de stad zou gaan.", "nl"),
        ("Minister powiedział, że nie pojedzie do miasta.", "pl"),
        ("Ο υπουργός είπε ότι δεν θα πάει στην πόλη.", "el"),
        ("قال الوزير إنه لن يذهب إلى المدينة في هذا اليوم.", "ar"),
        ("部长说他不会去这个城市。", "zh"),
        ("大臣は市には行かないと言った。", "ja"),
        ("장관은 도시에 가지 않겠다고 말했다.", "ko"),
        ("Kessenhavn", "und"),
        ("", "und"),
    ])
    func identifiesLanguages(_ text: String, _ language: String) {
        let utf8 = UTF8Text(text)
        let annotated = Annotator().annotate(utf8, sections: [TextSection(range: utf8.range, role: .body)])
        #expect(annotated.language == language)
    }

    @Test func stemsMeet() {
        let annotated = annotate("They prosper in prosperous times; it prospered. Don’t and don't.")
        func stem(_ word: String) -> UInt64? {
            annotated.tokens.indices.first { annotated.text[annotated.tokens[$0].range] == word }.map { annotated.stems[$0] }
        }
        #expect(stem("prosper") == stem("prospered"))
        #expect(stem("Don’t") == stem("don't"))
        #expect(stem("prosper") != 0)
        for (token, stem) in zip(annotated.tokens, annotated.stems) where token.kind == .terminator { #expect(stem == 0) }
    }

    @Test func functionWords() {
        let annotated = annotate("The mayor of the city’s port said that it would not close.")
        let words = zip(annotated.tokens, annotated.isFunctionWord).filter { $0.0.kind == .word && !$0.1 }.map {
            annotated.text[$0.0.range]
        }
        #expect(words == ["mayor", "city", "port", "said", "close"])
        #expect(annotated.isFunctionWord.count == annotated.tokens.count)
    }

    // MARK: Properties

    private static let pieces = [
        "the", "The", "President", "Mr.", "Sen.", "John", "Smith", "J.", "of", "and", "&", "Council", "EU", "(", ")", "U.S.",
        "Paris", ",", ".",
        "“", "”", "’s", "-", "–", "17,000", "3.5", "17", "000", "%", "$", "€", "million", "two", "thirds", "a", "half", "to",
        "between", "most",
        "percent", "October", "18", "2021", ":", "05", "Monday", "next", "last", "week", "ago", "in", "June", "1990s", "p.m.",
        "\n", "zwei", "vor",
        "Tagen", "einundzwanzig", "Мио", "два", "дня", "назад", "Песков", "北", "京", "é", "\u{301}", "\u{A0}", "1e9",
        "9999999999999999", "/", "'", "°", "+", "von", "der", "un", "tiers", "sur",
    ]

    private func check(_ text: UTF8Text, _ sections: [TextSection], _ language: String, _ published: CivilTime?) {
        let annotated = Annotator().annotate(text, sections: sections, language: language, published: published)
        #expect(faults(in: annotated) == [])
    }

    @Test(arguments: ["en", "fr", "de", "es", "ru", "und", "it"])
    func rangesHoldOnRandomWords(_ language: String) {
        var random = SeededRandom(seed: 42)
        for round in 0..<60 {
            var string = ""
            for _ in 0..<Int.random(in: 0..<80, using: &random) {
                string += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
                if Int.random(in: 0..<5, using: &random) > 0 { string += " " }
            }
            let text = UTF8Text(string)
            let cut = text.bytes.firstIndex(of: 0x0A) ?? text.count
            let sections = [TextSection(range: 0..<cut, role: .headline), TextSection(range: cut..<text.count, role: .body)]
            check(text, sections, language, round.isMultiple(of: 2) ? CivilTime(year: 2021, month: 10, day: 18) : nil)
        }
    }

    @Test func rangesHoldOnRandomBytes() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<60 {
            let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = UTF8Text(repairing: bytes)
            check(text, [TextSection(range: text.range, role: .body)], "en", nil)
        }
    }

    @Test func sectionsOutsideTheTextAreClamped() {
        let text = UTF8Text("Short.")
        let annotated = Annotator().annotate(text, sections: [TextSection(range: 2..<99, role: .body)], language: "en")
        #expect(annotated.tokens.allSatisfy { Int($0.end) <= text.count })
    }

    @Test func identifiesTheLanguageBeforeItEndsSentences() {
        let text = UTF8Text(
            "Der Rat hat die Brücke am 3. März 2024 gesperrt. Am 31. Dezember wird sie nicht mehr da sein, sagte der Sprecher."
        )
        let section = TextSection(range: text.range, role: .body)
        let annotated = Annotator().annotate(text, sections: [section])
        #expect(annotated.language == "de")
        #expect(annotated.sentences == Annotator().annotate(text, sections: [section], language: "de").sentences)
        #expect(annotated.sentences.count == 2)
    }
}
