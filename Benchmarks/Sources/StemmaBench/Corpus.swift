import Foundation
import TextCore

/// The texts that rows read, and more text of the same kind made from them.
struct Corpus {
    /// Texts in the order of their names.
    let texts: [String]

    /// Reads files, or the articles of `Examples/` when there are none.
    init(files: [String]) throws {
        let paths = files.isEmpty ? Self.examples : files
        texts = try paths.map { String(decoding: try Data(contentsOf: URL(filePath: $0)), as: UTF8.self) }
    }

    /// The articles of `Examples/`: the English ones first.
    static let examples = ["coast-tribune", "harbour-herald", "nordwire", "le-littoral"].map {
        Machine.repository.appending(path: "Examples/\($0).txt").path
    }

    /// A text of at least `bytes`, of all texts' paragraphs in an order drawn by chance.
    func shuffled(bytes: Int, seed: UInt64, texts: [String]? = nil) -> UTF8Text {
        var random = SplitMix64(seed: seed)
        let paragraphs = (texts ?? self.texts).flatMap { $0.split(separator: "\n") }.map(String.init)
        var result: [UInt8] = []
        result.reserveCapacity(bytes + 4096)
        while result.count < bytes, !paragraphs.isEmpty {
            for paragraph in paragraphs.shuffled(using: &random) {
                result += paragraph.utf8
                result += [0x0A, 0x0A]
            }
        }
        return UTF8Text(repairing: result)
    }

    /// `text` as it would read about other events: the same sentences, in `copies` variations one after another, each with
    /// its own names, figures and content words. Text number `k` of two articles varies alike, so that what they share
    /// they go on sharing, while different variations share only their function words.
    static func varied(_ text: String, copies: Int) -> String {
        var result = text
        let source = UTF8Text(text)
        let tokens = Tokenizer().tokens(of: source)
        for copy in 1..<max(1, copies) {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(source.count + 16)
            var at = 0
            for token in tokens {
                bytes += source.bytes[at..<token.range.lowerBound]
                bytes += variation(of: source.bytes[token.range], token, copy)
                at = token.range.upperBound
            }
            bytes += source.bytes[at...]
            result += "\n\n" + String(decoding: bytes, as: UTF8.self)
        }
        return result
    }

    /// Digits and the letters of longer ASCII words turned round by an amount that depends on word and copy; vowels stay
    /// vowels, so that stemmers see word-like words.
    private static func variation(of bytes: ArraySlice<UInt8>, _ token: Token, _ copy: Int) -> [UInt8] {
        let turn = Int((token.hash ^ UInt64(copy) &* 0x9E37_79B9_7F4A_7C15) >> 33)
        switch token.kind {
        case .number: return bytes.map { (0x31...0x39).contains($0) ? UInt8(0x31 + (Int($0) - 0x31 + turn % 9) % 9) : $0 }
        case .word where token.range.count >= 6 && !token.shape.contains(.beyondASCII):
            let vowels = Array("aeiou".utf8), consonants = Array("bcdfghklmnprst".utf8)
            // The end stays: it carries the inflection.
            return bytes.enumerated().map { offset, byte in
                guard offset < bytes.count - 3 else { return byte }
                let lower = byte | 0x20
                let letters = vowels.contains(lower) ? vowels : consonants
                guard let index = letters.firstIndex(of: lower) else { return byte }
                let turned = letters[(index + turn % 1009 + offset * (turn % 7)) % letters.count]
                return byte & 0x20 == 0 ? turned & 0xDF : turned
            }
        default: return Array(bytes)
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
