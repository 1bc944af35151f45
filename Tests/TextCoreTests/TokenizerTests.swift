import Testing
import TextCore

@Suite struct TokenizerTests {
    private func words(_ string: String) -> [String] {
        let text = UTF8Text(string)
        return Tokenizer().tokens(of: text).map { text[$0.range] }
    }

    private func kinds(_ string: String) -> [TokenKind] { Tokenizer().tokens(of: UTF8Text(string)).map(\.kind) }

    private func shape(_ string: String) -> TokenShape { Tokenizer().tokens(of: UTF8Text(string)).first?.shape ?? [] }

    @Test func splitsCliticsAndElisions() {
        #expect(words("We’re in Moscow’s don't O’Brien") == ["We", "’re", "in", "Moscow", "’s", "don't", "O’Brien"])
        #expect(words("l’homme qu'il aujourd’hui") == ["l’", "homme", "qu'", "il", "aujourd’hui"])
        #expect(
            words("O’Reilly’s she'd they’ll I'M we've") == ["O’Reilly", "’s", "she", "'d", "they", "’ll", "I", "'M", "we", "'ve"]
        )
        #expect(
            words("dell’Italia un'altra all’alba lorsqu’on") == [
                "dell’", "Italia", "un'", "altra", "all’", "alba", "lorsqu’", "on",
            ]
        )
        #expect(words("the 1990's '90s players' y'all") == ["the", "1990", "'s", "'", "90s", "players", "'", "y'all"])
        #expect(kinds("l’homme Moscow’s") == [.clitic, .word, .word, .clitic])
    }

    @Test func splitsElisionsOfOtherLanguages() {
        #expect(
            words("Quest’anno anch'io com’è mezz’ora tutt'altro") == [
                "Quest’", "anno", "anch'", "io", "com’", "è", "mezz’", "ora", "tutt'", "altro",
            ]
        )
        #expect(
            words("d’água l’eau Türkiye’nin foto’s Nemo's") == [
                "d’", "água", "l’", "eau", "Türkiye’nin", "foto", "’s", "Nemo", "'s",
            ]
        )
        #expect(words("Guest'anno questo'a") == ["Guest'anno", "questo'a"])
    }

    @Test func keepsNumbersWhole() {
        #expect(
            words("17,000 people, 3.5% of 97-1 on the 5th.") == [
                "17,000", "people", ",", "3.5", "%", "of", "97", "-", "1", "on", "the", "5th", ".",
            ]
        )
        #expect(
            words("1.234.567,89 1, 2. 12:30 $5bn ٣٤٥") == [
                "1.234.567,89", "1", ",", "2", ".", "12", ":", "30", "$", "5bn", "٣٤٥",
            ]
        )
        #expect(kinds("5 ٣") == [.number, .number])
    }

    @Test func cutsIdeographsOneByOne() {
        #expect(words("北京。OK") == ["北", "京", "。", "OK"])
        #expect(words("アップル・ジャパン서울") == ["ア", "ッ", "プ", "ル", "・", "ジ", "ャ", "パ", "ン", "서울"])
    }

    @Test func marksHowWordsAreWritten() {
        #expect(shape("Moscow") == [.capitalized, .afterSpace])
        #expect(shape("NATO") == [.capitalized, .allCaps, .afterSpace])
        #expect(shape("McCain") == [.capitalized, .mixedCase, .afterSpace])
        #expect(shape("iPhone") == [.mixedCase, .afterSpace])
        #expect(shape("I") == [.capitalized, .afterSpace])
        #expect(shape("G7") == [.capitalized, .hasDigit, .afterSpace])
        #expect(shape("Élysée") == [.capitalized, .beyondASCII, .afterSpace])
        #expect(shape("МИД") == [.capitalized, .allCaps, .beyondASCII, .afterSpace])
        let tokens = Tokenizer().tokens(of: UTF8Text("a\nb c\u{2028}d(e"))
        #expect(tokens.map { $0.shape.contains(.afterLineBreak) } == [false, true, false, true, false, false])
        #expect(tokens.map(\.followsSpace) == [true, true, true, true, false, false])
    }

    @Test func keepsWhatBelongsToAWord() {
        #expect(
            words("co\u{AD}operate col·lecció ארה״ב ארה\"ב \u{200F}שלום\u{200F}!") == [
                "co\u{AD}operate", "col·lecció", "ארה״ב", "ארה\"ב", "שלום", "!",
            ]
        )
        let tokens = Tokenizer().tokens(of: UTF8Text("co\u{AD}operate cooperate ארה״ב ארה\"ב ΠΟΛΕΜΟΣ πολεμος İzmir izmir"))
        for pair in stride(from: 0, to: 8, by: 2) { #expect(tokens[pair].hash == tokens[pair + 1].hash) }
        #expect(words("He said \"no\" and ``yes''.") == ["He", "said", "\"", "no", "\"", "and", "``", "yes", "''", "."])
        #expect(words("Er rief: ,,Halt'', und") == ["Er", "rief", ":", ",,", "Halt", "''", ",", "und"])
        #expect(words("a,, b ,,, c ,,1") == ["a", ",", ",", "b", ",", ",", ",", "c", ",", ",", "1"])
        #expect(words("❤️ 5€…!?—–") == ["❤️", "5", "€", "…!?", "—–"])
    }
}
