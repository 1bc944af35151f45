internal import CStemmer
internal import TextCore

/// Snowball stemmers (libstemmer), by ISO 639-1 language code.
///
/// All languages of libstemmer 2.2 have one: Arabic, Armenian, Basque, Catalan, Danish, Dutch, English, Finnish, French,
/// German, Greek, Hindi, Hungarian, Indonesian, Irish, Italian, Lithuanian, Nepali, Norwegian, Portuguese, Romanian,
/// Russian, Serbian, Spanish, Swedish, Tamil, Turkish, Yiddish; newer versions bring more (Estonian, Polish, …).
///
/// British spellings of English words have the stems of the American ones (`labour`, `organised`).
///
/// A stemmer has state: make one per thread of work.
public final class Stemmer {
    private let handle: OpaquePointer
    /// Whether suffixes stand behind an apostrophe: Turkish writes `Ankara'nın`.
    private let cutsAtApostrophe: Bool
    /// English words are stemmed in one spelling.
    private let spelling: EnglishSpelling?

    /// Opens the stemmer of a language; nil when Snowball has none.
    /// - Parameter language: an ISO 639 code, or a tag that starts with one (`en-GB`).
    public init?(language: String) {
        guard let code = LanguageCode.primary(language) else { return nil }
        guard let handle = sb_stemmer_new(Self.shared[code] ?? code, "UTF_8") else { return nil }
        self.handle = handle
        cutsAtApostrophe = code == "tr" || code == "az"
        spelling = code == "en" ? .american : nil
    }

    /// The codes of languages that share an algorithm with another.
    private static let shared = ["no": "norwegian", "nn": "norwegian", "ms": "indonesian", "bs": "serbian", "hr": "serbian"]

    /// The names of the algorithms of this libstemmer (`arabic`, `armenian`, …).
    public static var algorithms: [String] {
        var names: [String] = []
        guard var next = sb_stemmer_list() else { return names }
        while let name = next.pointee {
            names.append(String(cString: name))
            next += 1
        }
        return names
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a case-folded word, as bytes. O(length).
    public func stem(_ word: [UInt8]) -> [UInt8] {
        withStem(of: word) { Array($0) }
    }

    /// The hash of the stem of a case-folded word: what ``AnnotatedText/stems`` holds. O(length), nothing allocated.
    public func stemHash(_ word: [UInt8]) -> UInt64 {
        withStem(of: word) { stem in
            var hash = Hash64()
            for byte in stem { hash.combine(byte) }
            return hash.value
        }
    }

    /// The hash of the stem of a word as it is written, given as UTF-8 bytes. O(length).
    public func stemHash(ofUnfolded word: Span<UInt8>) -> UInt64 { stemHash(CaseFolding.folded(word)) }

    private func withStem<Result>(of word: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        (spelling?.spelling(of: word) ?? word).withUnsafeBufferPointer { buffer in
            var count = buffer.count
            if cutsAtApostrophe, let apostrophe = buffer.firstIndex(of: 0x27), apostrophe > 0 { count = apostrophe }
            guard let base = buffer.baseAddress, buffer.count <= Self.longestWord,
                let stem = sb_stemmer_stem(handle, base, Int32(clamping: count))
            else { return body(buffer) }
            return body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
        }
    }

    /// Longer runs of letters are no words of any language; they stay as they are.
    private static let longestWord = 256
}
