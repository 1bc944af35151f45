import Language
import Testing
import TextCore

/// Needs ICU at run time; says so where it is not installed.
@Suite(.enabled(if: WordSegmenter.isAvailable, "ICU is not installed"))
struct WordSegmenterTests {
    private func words(_ string: String) -> [String]? {
        let text = UTF8Text(string)
        return WordSegmenter()?.words(of: text, tokens: Tokenizer().tokens(of: text)).map { text[$0] }
    }

    @Test(arguments: [
        "市长 表示", "新 桥 要到 2025 年 年底 才 会 通车", "经济 增长", "北京 大学 的 学生", "中国 政府 宣布 新 政策",
        "總統 訪問 日本", "iPhone 用户 很 高兴", "人民 银行 公布 了 数据",
        "市長 は 新しい 橋 を 見 た", "政府 は 発表 した", "東京 で 会議", "日本 の 経済", "２０２５ 年末 まで",
        "アメリカ の 大統領", "Google は 新しい サービス を 発表",
        "นายก เทศมนตรี กล่าว ว่า สะพาน ใหม่ จะ เปิด", "รัฐบาล ไทย", "ประเทศไทย มี ประชากร 70 ล้าน คน", "ใช้ Facebook ทุก วัน",
        "ราคา น้ำมัน เพิ่ม ขึ้น",
        "The bridge is new",
    ])
    func findsWords(_ divided: String) {
        let expected = divided.split(separator: " ").map(String.init)
        // Between words of the Latin script the spaces stay.
        let isLatin = divided.utf8.allSatisfy { $0 < 0x80 }
        #expect(words(isLatin ? divided : expected.joined()) == expected)
    }

    @Test func wordsAreInOrderAndHoldAllLetters() throws {
        let text = UTF8Text(
            "市长说：“桥会开的。” นายกกล่าวว่า iPhone 12が売れた, 3.5%. ສະບາຍດີ ភាសាខ្មែរ မြန်မာ " + String(repeating: "ก", count: 30_000)
        )
        let tokens = Tokenizer().tokens(of: text)
        let segmenter = try #require(WordSegmenter())
        let words = segmenter.words(of: text, tokens: tokens)
        var last = 0
        for word in words {
            #expect(!word.isEmpty && word.lowerBound >= last)
            last = word.upperBound
        }
        let letters = tokens.filter { $0.isWord || $0.kind == .number || $0.kind == .clitic }.reduce(0) { $0 + $1.range.count }
        #expect(words.reduce(0) { $0 + $1.count } == letters)
    }

    @Test func thaiTokensAreWords() {
        let annotated = annotate("นายกเทศมนตรีกล่าวว่าสะพานใหม่จะเปิด Facebook 5 ล้านคน", "th")
        let words = annotated.tokens.map { annotated.text[$0.range] }
        #expect(words.contains("สะพาน") && words.contains("Facebook") && words.contains("ล้าน"))
        #expect(faults(in: annotated) == [])
        // The same word elsewhere has the same hash.
        let other = annotate("สะพาน", "th")
        #expect(annotated.tokens.contains { $0.hash == other.tokens[0].hash })
        // Function words are known.
        #expect(zip(words, annotated.isFunctionWord).contains { $0.0 == "จะ" && $0.1 })
    }

    @Test func thaiSentencesEndAtSpaces() {
        let annotated = annotate("นายกเทศมนตรีกล่าวว่าสะพานจะเปิดในเดือนหน้า ประชาชนจำนวนมากรู้สึกดีใจ", "th")
        #expect(annotated.sentences.count == 2)
    }

    @Test(arguments: ["en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "ar", "tr", "zh", "ja", "ko", "th"])
    func functionWordsOfTheEncodersLanguages(_ language: String) {
        #expect((FunctionWords(language: language)?.count ?? 0) >= 60)
    }

    @Test func functionWordsOfSegmentedText() throws {
        let chinese = try #require(FunctionWords(language: "zh-Hant"))
        #expect(chinese.contains("的") && chinese.contains("沒有") && !chinese.contains("市長"))
        #expect(FunctionWords(language: "und") == nil)
    }
}
