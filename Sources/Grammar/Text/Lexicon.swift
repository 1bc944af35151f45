import Models
import TextCore

/// What the network sees of a word apart from its context.
struct LexemeFeatures: Sendable {
    /// Rows of the embedding tables: four each for norm, prefix, suffix and shape.
    var rows: SIMD16<UInt16>
    /// Whether the word is white space.
    var isSpace: Bool
    /// The number of the word's lower-case form among the words that rules ask for, negative for others.
    var ruleWord: Int16
    /// The number of the word among those of special phrases (``SpecialPhrases``), negative for others.
    var phraseWord: Int32
}

/// How features become rows of hashed embeddings: a seed and a number of rows for each of norm, prefix, suffix and shape.
struct FeatureHashing: Sendable, Equatable {
    var seeds: [UInt32]
    var rowCounts: [Int]
}

/// Makes the features of words. Immutable.
struct Lexicon: Sendable {
    private let hashing: FeatureHashing
    /// Norms by the number of a word.
    private let norms: [UInt64: UInt64]
    private let ruleWords: ByteTable
    private let phraseWords: ByteTable

    /// How many characters a word may have before its shape is no more than “LONG”.
    private static let longShape = 100

    init(hashing: FeatureHashing, norms: [UInt64: UInt64], ruleWords: ByteTable, phraseWords: ByteTable) {
        self.hashing = hashing
        self.norms = norms
        self.ruleWords = ruleWords
        self.phraseWords = phraseWords
    }

    /// Reads the table of norms that a model has, over those that all have.
    static func norms(in folder: PipelineFiles) throws(GrammarModelError) -> [UInt64: UInt64] {
        var norms: [UInt64: UInt64] = [:]
        for (word, norm) in BaseNorms.table { norms[StringNumber.of(word)] = StringNumber.of(norm) }
        let own = try folder.messagePack("vocab/lookups.bin") { data in
            try data.map(try data.require("lexeme_norm", in: data.root)).map { pair in
                (try data.unsigned(pair.key), StringNumber.of(try data.string(pair.value)))
            }
        }
        for (word, norm) in own { norms[word] = norm }
        return norms
    }

    /// The features of a word. O(length of the word).
    ///
    /// - Parameters:
    ///   - norm: the number of a norm that a rule of the tokenizer gives to this word.
    ///   - scratch: room for the lower-case form.
    func features(_ bytes: Span<UInt8>, _ range: Range<Int>, norm: UInt64? = nil, scratch: inout [UInt8]) -> LexemeFeatures {
        PythonText.lowercased(bytes, range, into: &scratch)
        let (lowerNumber, ruleWord) = numbers(ofLower: scratch.span)
        let ownNorm = norm ?? norms[StringNumber.of(bytes, range)] ?? lowerNumber
        let isSpace = !range.isEmpty && PythonText.isSpace(bytes.scalar(at: range.lowerBound).value)
        let numbers = (
            ownNorm, StringNumber.of(bytes, Self.prefix(bytes, range)), StringNumber.of(bytes, Self.suffix(bytes, range)),
            Self.shape(bytes, range, into: &scratch)
        )
        var rows = SIMD16<UInt16>()
        Self.fill(&rows, 0, numbers.0, hashing)
        Self.fill(&rows, 1, numbers.1, hashing)
        Self.fill(&rows, 2, numbers.2, hashing)
        Self.fill(&rows, 3, numbers.3, hashing)
        return LexemeFeatures(
            rows: rows,
            isSpace: isSpace,
            ruleWord: Int16(truncatingIfNeeded: ruleWord),
            phraseWord: phraseWords.find(bytes, range) ?? -1
        )
    }

    /// The number of a lower-case form, and its number among the words that rules ask for.
    private func numbers(ofLower lower: Span<UInt8>) -> (UInt64, Int32) {
        (StringNumber.of(lower, 0..<lower.count), ruleWords.find(lower, 0..<lower.count) ?? -1)
    }

    private static func fill(_ rows: inout SIMD16<UInt16>, _ column: Int, _ key: UInt64, _ hashing: FeatureHashing) {
        let hashes = MurmurHash.rows(of: key, seed: hashing.seeds[column])
        for index in 0..<4 {
            rows[4 * column + index] = UInt16(truncatingIfNeeded: hashes[index] % UInt32(hashing.rowCounts[column]))
        }
    }

    private static func prefix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return range }
        return range.lowerBound..<range.lowerBound + bytes.scalar(at: range.lowerBound).length
    }

    private static func suffix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var start = range.upperBound
        var count = 0
        while start > range.lowerBound, count < 3 {
            start -= bytes.scalar(before: start).length
            count += 1
        }
        return start..<range.upperBound
    }

    /// The number of a word's shape: letters as X and x, digits as d, no more than four of a kind in a row.
    private static func shape(_ bytes: Span<UInt8>, _ range: Range<Int>, into shape: inout [UInt8]) -> UInt64 {
        shape.removeAll(keepingCapacity: true)
        var last: UInt32?
        var run = 0
        var count = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let found = bytes.scalar(at: at)
            let sign: UInt32
            if PythonText.isAlphabetic(found.value) {
                sign = PythonText.isUppercase(found.value) ? 0x58 : 0x78
            } else {
                sign = PythonText.isDigit(found.value) ? 0x64 : found.value
            }
            run = sign == last ? run + 1 : 0
            last = sign
            if run < 4 {
                if sign == found.value {
                    for index in at..<at + found.length { shape.append(bytes[index]) }
                } else {
                    shape.append(UInt8(truncatingIfNeeded: sign))
                }
            }
            at += found.length
            count += 1
            if count >= longShape { return StringNumber.of("LONG") }
        }
        let span = shape.span
        return StringNumber.of(span, 0..<span.count)
    }
}
