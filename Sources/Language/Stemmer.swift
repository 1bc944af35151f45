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
        word.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let stem = sb_stemmer_stem(handle, base, Int32(clamping: buffer.count)) else {
                return word
            }
            return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
        }
    }
}
