internal import Language
internal import TextCore

/// German descriptions in other cases than the nominative.
extension SpeakerResolver {
    /// „des Innenministeriums“, „dem Innenministerium“: the noun without its article, and without the ending of the genitive; nil where
    /// no article shows the case, or something else than the noun stands behind it, whose ending would change, too. O(1).
    func germanNominative(_ head: Range<Int>) -> String? {
        guard reading.text.language == "de", head.count > 1 else { return nil }
        let article = reading.tokens[head.lowerBound].hash
        let noun = head.lowerBound + 1
        guard article == Self.des || article == Self.dem, reading.tokens[noun].kind == .word, reading.tokens[noun].isCapitalized
        else { return nil }
        // „des SPD-Politikers“: with all that hyphens join.
        var end = noun + 1
        while end + 1 < head.upperBound, reading.tokens[end].kind == .dash, !reading.tokens[end].followsSpace { end += 2 }
        let word = reading.bytes(noun..<end)
        var name = Array(reading.text.text.bytes[word])
        if article == Self.des { name.removeLast(Self.genitiveEnding(of: name)) }
        return String(decoding: name, as: UTF8.self) + reading.text.text[word.upperBound..<reading.bytes(head).upperBound]
    }

    /// How many bytes of a masculine or neuter noun are the ending of its genitive: -es behind what cannot bear a lone -s, else -s.
    private static func genitiveEnding(of noun: [UInt8]) -> Int {
        guard noun.count > shortestNoun, noun.last == UInt8(ascii: "s"),
            !uninflected.contains(where: { noun.suffix($0.count).elementsEqual($0) })
        else { return 0 }
        let isLong = noun[noun.count - 2] == UInt8(ascii: "e") && "tdbgkfsz".utf8.contains(noun[noun.count - 3])
        return isLong ? 2 : 1
    }

    private static let shortestNoun = 4
    private static let uninflected = ["us", "is", "ss", "as", "os"].map { Array($0.utf8) }
    private static let des = Hash64.folded("des")
    private static let dem = Hash64.folded("dem")
}
