internal import CStemmer
internal import TextCore

/// Snowball stemmers (libstemmer), by ISO 639-1 language code.
///
/// A stemmer has state: make one per thread of work.
public final class Stemmer {
    private let handle: OpaquePointer

    /// Opens the stemmer of a language; nil when Snowball has none.
    public init?(language: String) {
        guard let handle = sb_stemmer_new(language, "UTF_8") else { return nil }
        self.handle = handle
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

    private func withStem<Result>(of word: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        word.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, buffer.count <= Self.longestWord,
                let stem = sb_stemmer_stem(handle, base, Int32(clamping: buffer.count))
            else { return body(buffer) }
            return body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
        }
    }

    /// Longer runs of letters are no words of any language; they stay as they are.
    private static let longestWord = 256
}
