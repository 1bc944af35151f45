/// German numbers in one word: "einundzwanzig", "siebzehntausend", "zweihundertfünfzig".
enum GermanNumber {
    /// The value of a case-folded word, when all of it is a number of at least so many parts. O(length).
    static func value(of word: [UInt8], parts: Int = 2) -> Double? {
        var parser = Parser(word: word)
        guard let value = parser.thousands(), parser.at == word.count, parser.parts >= parts else { return nil }
        return value
    }

    private struct Parser {
        let word: [UInt8]
        var at = 0
        var parts = 0

        mutating func thousands() -> Double? {
            let first = hundreds()
            if take("tausend") {
                let rest = at < word.count ? hundreds() : 0
                guard let rest else { return nil }
                return (first ?? 1) * 1000 + rest
            }
            return first
        }

        private mutating func hundreds() -> Double? {
            let start = at
            if let unit = unit() {
                if take("hundert") { return unit * 100 + belowHundredAfterAnd() }
                at = start
            } else if take("hundert") {
                return 100 + belowHundredAfterAnd()
            }
            return belowHundred()
        }

        private mutating func belowHundredAfterAnd() -> Double {
            let start = at
            if take("und"), let value = belowHundred() { return value }
            at = start
            return belowHundred() ?? 0
        }

        private mutating func belowHundred() -> Double? {
            for (word, value) in Self.teens where take(word) { return value }
            let start = at
            if let unit = unit() {
                if take("und") {
                    for (word, value) in Self.tens where take(word) { return unit + value }
                }
                at = start
            }
            for (word, value) in Self.tens where take(word) { return value }
            return unit()
        }

        private mutating func unit() -> Double? {
            for (word, value) in Self.units where take(word) { return value }
            return nil
        }

        private mutating func take(_ part: StaticString) -> Bool {
            let count = part.utf8CodeUnitCount
            guard at + count <= word.count else { return false }
            for offset in 0..<count where word[at + offset] != part.utf8Start[offset] { return false }
            at += count
            parts += 1
            return true
        }

        private static let teens: [(StaticString, Double)] = [
            ("zehn", 10), ("elf", 11), ("zwölf", 12), ("dreizehn", 13), ("vierzehn", 14), ("fünfzehn", 15), ("sechzehn", 16),
            ("siebzehn", 17), ("achtzehn", 18), ("neunzehn", 19),
        ]
        private static let tens: [(StaticString, Double)] = [
            ("zwanzig", 20), ("dreißig", 30), ("dreissig", 30), ("vierzig", 40), ("fünfzig", 50), ("sechzig", 60),
            ("siebzig", 70),
            ("achtzig", 80), ("neunzig", 90),
        ]
        private static let units: [(StaticString, Double)] = [
            ("eins", 1), ("eine", 1), ("ein", 1), ("zwei", 2), ("drei", 3), ("vier", 4), ("fünf", 5), ("sechs", 6), ("sieben", 7),
            ("acht", 8), ("neun", 9),
        ]
    }
}
