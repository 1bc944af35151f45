import Language
import Testing
import TextCore

@Suite struct StemmerTests {
    private func stem(_ word: String, _ language: String) -> String? {
        Stemmer(language: language).map { String(decoding: $0.stem(Array(CaseFolding.fold(word).utf8)), as: UTF8.self) }
    }

    /// Forms of one word meet in one stem.
    @Test(arguments: [
        ("ar", "الكتاب كتاب"), ("hy", "քաղաքներ քաղաքների քաղաք"), ("eu", "etxeak etxeek"), ("ca", "ponts pont"),
        ("da", "regeringen regering"), ("nl", "regeringen regering"), ("en", "connected connection connections"),
        ("fi", "kaupungin kaupungit"), ("fr", "continuellement continuelle"), ("de", "Häuser Hauses Haus"),
        ("el", "γέφυρες γέφυρα ΓΕΦΥΡΑ"), ("hi", "किताबें किताब"), ("hu", "városok város"), ("id", "berjalan jalan"),
        ("ga", "fuinneog Fuinneog"), ("it", "abbandonata abbandonato"), ("lt", "tiltai tiltas"), ("ne", "किताबहरू किताब"),
        ("no", "regjeringen regjering"), ("pt", "pontes ponte"), ("ro", "orașele orașe"), ("ru", "мосты моста мост"),
        ("sr", "most мост"), ("es", "puentes puente"), ("sv", "regeringen regering"), ("ta", "பாலங்கள் பாலம்"),
        ("tr", "evlerinde ev"), ("yi", "שטעטלעך שטעטל"),
        // Codes that share an algorithm, and tags.
        ("nb", "regjeringen regjering"), ("nn", "bilen bilene"), ("hr", "mostovi mostovima"), ("bs", "mostovi mostovima"),
        ("ms", "berjalan jalan"), ("en-GB", "bridges bridge"), ("pt_BR", "pontes ponte"), ("iw", ""),
    ])
    func formsMeet(_ language: String, _ words: String) {
        let stems = words.split(separator: " ").map { stem(String($0), language) }
        if stems.isEmpty { return #expect(Stemmer(language: language) == nil) }
        #expect(stems[0] != nil)
        #expect(Set(stems).count == 1, "\(stems)")
    }

    @Test(arguments: [
        ("ar", "المدينة", "مدين"), ("da", "broen", "broen"), ("nl", "bruggen", "brugg"), ("en", "connections", "connect"),
        ("fr", "continuellement", "continuel"), ("de", "Regierungen", "regier"), ("el", "κυβερνήσεις", "κυβερνησ"),
        ("it", "ponti", "pont"), ("pt", "governos", "govern"), ("ru", "правительства", "правительств"),
        ("es", "gobierno", "gobiern"), ("tr", "köprüler", "köprü"),
    ])
    func knownStems(_ language: String, _ word: String, _ expected: String) { #expect(stem(word, language) == expected) }

    /// What libstemmer has, a code opens.
    @Test func coversTheLibrary() {
        let codes = [
            "arabic": "ar", "armenian": "hy", "basque": "eu", "catalan": "ca", "danish": "da", "dutch": "nl", "english": "en",
            "finnish": "fi", "french": "fr", "german": "de", "greek": "el", "hindi": "hi", "hungarian": "hu",
            "indonesian": "id", "irish": "ga", "italian": "it", "lithuanian": "lt", "nepali": "ne", "norwegian": "no",
            "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "spanish": "es", "swedish": "sv",
            "tamil": "ta", "turkish": "tr", "yiddish": "yi",
        ]
        let algorithms = Set(Stemmer.algorithms)
        #expect(algorithms.count >= 28)
        for (name, code) in codes {
            #expect(algorithms.contains(name))
            #expect(Stemmer(language: code) != nil, "\(name)")
        }
        for code in ["", "und", "zh", "x", "tlh"] { #expect(Stemmer(language: code) == nil) }
    }

    /// British and American spellings have one stem.
    @Test(arguments: [
        "labour labor", "neighbouring neighboring", "colourful colorful", "organised organized", "organisations organizations",
        "analysing analyzing", "kilometres kilometers", "centred centered", "travelled traveled", "councillors councilors",
        "cancellation cancelation", "programmes programs", "defences defenses", "licence license", "catalogue catalog",
        "paediatric pediatric", "manoeuvring maneuvering", "sceptics skeptics", "fulfil fulfill", "enrolment enrollment",
        "practising practicing", "favouritism favoritism", "okay ok", "colourised colorized", "unauthorised unauthorized",
    ])
    func britishSpellingsMeetAmericanOnes(_ pair: String) {
        let stems = pair.split(separator: " ").map { stem(String($0), "en") }
        #expect(stems[0] == stems[1], "\(stems)")
    }

    /// Words that only look like it keep their stems, and other languages theirs.
    @Test func otherWordsAreNotRespelled() {
        for (word, expected) in [
            ("hour", "hour"), ("four", "four"), ("tour", "tour"), ("promised", "promis"), ("exercise", "exercis"),
            ("surprising", "surpris"), ("raised", "rais"), ("advised", "advis"), ("wise", "wise"), ("enterprises", "enterpris"),
        ] {
            #expect(stem(word, "en") == expected)
        }
        #expect(stem("labour", "fr") == "labour")
        #expect(stem("centre", "fr") == "centr")
    }

    @Test func turkishSuffixesBehindApostrophesAreCut() {
        #expect(stem("Türkiye’nin", "tr") == stem("Türkiye", "tr"))
        #expect(stem("Ankara'da", "tr") == stem("Ankara", "tr"))
        #expect(stem("'", "tr") == "'")
    }
}
