internal import TextCore

/// Adjectives of a number and a unit of time in one word, German and Russian: "siebenjähriger", "dreitägige", "семилетний",
/// "двадцатипятилетняя".
enum NumberAdjective {
    /// The value and the unit of a case-folded word; nil when it is no such adjective. O(length).
    /// - Parameter numbers: Cardinals below a thousand by the hashes of their forms.
    static func measure(_ word: [UInt8], language: String, numbers: [UInt64: Double]) -> (value: Double, unit: String)? {
        switch language {
        case "de":
            guard let (number, unit) = split(word, germanUnits, germanEndings) else { return nil }
            let value = GermanNumber.value(of: number, parts: 1) ?? halves.first { number.elementsEqual($0.word.utf8) }?.value
            return value.map { ($0, unit) }
        case "ru":
            guard let (number, unit) = split(word, russianUnits, russianEndings) else { return nil }
            return russianNumber(number, numbers).map { ($0, unit) }
        default: return nil
        }
    }

    /// The shortest of these words in bytes: "eintägig", "двухлетний".
    static let shortest = 8

    /// The number in front of a unit with an ending.
    private static func split(_ word: [UInt8], _ units: [(stem: StaticString, unit: String)], _ endings: Set<String>)
        -> (number: [UInt8], unit: String)?
    {
        guard word.count >= shortest else { return nil }
        for (stem, unit) in units {
            let length = stem.utf8CodeUnitCount
            // Endings have at most three letters.
            for at in stride(from: word.count - length, to: max(0, word.count - length - 7), by: -1) {
                guard (0..<length).allSatisfy({ word[at + $0] == stem.utf8Start[$0] }) else { continue }
                guard endings.contains(String(decoding: word[(at + length)...], as: UTF8.self)) else { break }
                return (Array(word[..<at]), unit)
            }
        }
        return nil
    }

    /// Numbers in the genitive, one behind the other: "двадцати" "пяти".
    private static func russianNumber(_ word: [UInt8], _ numbers: [UInt64: Double]) -> Double? {
        func value(_ part: ArraySlice<UInt8>) -> Double? { numbers[Hash64.folded(String(decoding: part, as: UTF8.self))] }
        if let whole = value(word[...]) { return whole }
        for at in stride(from: 2, to: word.count, by: 2) {
            if let tens = value(word[..<at]), tens >= 20, let rest = value(word[at...]), rest < (tens >= 100 ? 100 : 10) {
                return tens + rest
            }
        }
        return nil
    }

    private static let halves: [(word: String, value: Double)] = [
        ("eineinhalb", 1.5), ("anderthalb", 1.5), ("zweieinhalb", 2.5), ("dreieinhalb", 3.5), ("halb", 0.5),
    ]
    private static let germanUnits: [(stem: StaticString, unit: String)] = [
        ("jährig", "year"), ("monatig", "month"), ("wöchig", "week"), ("tägig", "day"), ("stündig", "hour"),
        ("minütig", "minute"),
    ]
    private static let germanEndings: Set = ["", "e", "er", "es", "em", "en"]
    private static let russianUnits: [(stem: StaticString, unit: String)] = [
        ("летн", "year"), ("месячн", "month"), ("недельн", "week"), ("дневн", "day"), ("часов", "hour"), ("минутн", "minute"),
    ]
    private static let russianEndings: Set = [
        "ий", "яя", "ее", "его", "ей", "ему", "им", "юю", "ие", "их", "ими", "ый", "ая", "ое", "ого", "ой", "ому", "ым", "ую",
        "ые", "ых", "ыми",
    ]
}
