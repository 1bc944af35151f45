import Language
import Testing
import TextCore

@Suite struct LanguageIdentifierTests {
    private func identify(_ string: String, declared: String? = nil) -> IdentifiedLanguage {
        let text = UTF8Text(string)
        return LanguageIdentifier().identify(text, tokens: Tokenizer().tokens(of: text), declared: declared)
    }

    private func language(_ string: String, declared: String? = nil) -> String {
        let text = UTF8Text(string)
        return LanguageIdentifier().language(of: text, tokens: Tokenizer().tokens(of: text), declared: declared)
    }

    @Test(arguments: LanguageSamples.sentences)
    func sentences(_ expected: String, _ text: String) { #expect(language(text) == expected) }

    @Test func areMany() { #expect(Set(LanguageSamples.sentences.map(\.language)).count >= 75) }

    @Test(arguments: LanguageSamples.headlines)
    func headlines(_ expected: String, _ text: String) { #expect(language(text) == expected) }

    @Test(arguments: [
        ("市长表示，新桥要到今年年底才会通车。", "zh-Hans"), ("市長表示，新橋要到今年年底才會通車。", "zh-Hant"), ("山水人大", "zh"),
        ("The mayor said that he would not come.", "en"),
    ])
    func tags(_ text: String, _ tag: String) { #expect(identify(text).tag == tag) }

    @Test(arguments: ["", " ", "17,000", "— … !", "Kessenhavn", "Anna Berg", "😀 😀", "\u{0} \u{1}"])
    func saysWhenNothingTells(_ text: String) {
        #expect(!identify(text).isReliable)
        #expect(language(text) == "und")
    }

    @Test func declarationsHelpWhereTheTextDoesNotTell() {
        #expect(language("Kessenhavn", declared: "da-DK") == "da")
        #expect(language("山水人大", declared: "ja") == "ja")
        #expect(language("Kessenhavn", declared: "ru") == "und")
        #expect(language("Kessenhavn", declared: "mul") == "und")
        #expect(language("", declared: "en") == "und")
    }

    @Test func declarationsDoNotOverrideTheText() {
        #expect(language("Міський голова сказав, що новий міст відкриють лише наприкінці цього року.", declared: "ru-RU") == "uk")
        #expect(language("The mayor said that the new bridge would not open before the end of the year.", declared: "de") == "en")
        #expect(language("市长表示，新桥要到今年年底才会通车。", declared: "en") == "zh")
    }

    @Test func annotatorTakesTheDeclaredLanguageUnlessTheTextIsPlainlyInAnother() {
        func annotated(_ string: String, _ declared: String) -> String {
            let text = UTF8Text(string)
            return Annotator().annotate(text, sections: [TextSection(range: text.range, role: .body)], declared: declared)
                .language
        }
        let english = "The mayor said that the new bridge would not open before the end of the year. "
        #expect(annotated(english, "en") == "en")
        #expect(annotated(english, "fr") == "fr")
        #expect(annotated(String(repeating: english, count: 4), "fr") == "en")
        #expect(annotated("Мэр города сказал, что новый мост откроют только в конце этого года.", "en") == "ru")
        let croatian = "Gradonačelnik je rekao da će novi most biti otvoren tek krajem prosinca. "
        #expect(annotated(String(repeating: croatian, count: 6), "bs") == "bs")
        #expect(annotated("Kessenhavn", "da") == "da")
        #expect(annotated("", "en") == "en")
        #expect(annotated(english, "") == "en")
    }

    @Test func theLargerPartOfMixedTextDecides() {
        let english = "The mayor said that the bridge would not open before May. "
        let russian = "Мэр города сказал, что новый мост откроют только в конце этого года. "
        #expect(language(english + russian + russian) == "ru")
        #expect(language(english + english + russian) == "en")
        #expect(language("Минобороны сообщило Reuters и Associated Press, что учения начнутся в мае.") == "ru")
    }

    @Test func longTextsAreSampled() {
        let russian = "Мэр города сказал, что новый мост откроют только в конце этого года. "
        let text = UTF8Text(String(repeating: russian, count: 20_000))
        let tokens = Tokenizer().tokens(of: text)
        let clock = ContinuousClock()
        let time = clock.measure {
            for _ in 0..<10 { #expect(LanguageIdentifier().language(of: text, tokens: tokens) == "ru") }
        }
        // Reading all of it once takes longer.
        #expect(time < .seconds(2))
    }

    @Test func anyBytesAreSafe() {
        let pieces = [
            "ы", "і", "ə", "\u{301}", "क्", "ʼ", "’", "\u{200D}", "A", "ß", "の", "国", "ا", "\u{10FFFF}", "\u{FFFE}", "𝒳", " ",
        ]
        var state: UInt64 = 7
        for length in 0..<400 {
            var text = ""
            for _ in 0..<length {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(truncatingIfNeeded: state >> 33) % pieces.count]
            }
            let found = identify(text)
            #expect((2...3).contains(found.code.utf8.count))
        }
    }

    /// CLD2's tables are constants: many threads may read them.
    @Test func isTheSameOnManyThreads() async {
        let wrong = await withTaskGroup(of: Int.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    var wrong = 0
                    for round in 0..<60 {
                        let sample = LanguageSamples.sentences[(worker * 7 + round) % LanguageSamples.sentences.count]
                        let text = UTF8Text(sample.text)
                        let found = LanguageIdentifier().language(of: text, tokens: Tokenizer().tokens(of: text))
                        if found != sample.language { wrong += 1 }
                    }
                    return wrong
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
