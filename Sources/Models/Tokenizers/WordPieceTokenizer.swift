internal import TextCore

/// Encodes text as uncased BERT models read it (Devlin et al. 2019): cleaned, Chinese characters apart, lower case without
/// accents, punctuation apart, and each word in the longest pieces from its start.
///
/// Words like `[SEP]` in a text are text: only ``encode(_:limit:)`` makes special pieces.
public struct WordPieceTokenizer: Sendable {
    /// The vocabulary that it uses.
    public let vocabulary: WordPieceVocabulary

    /// Longer words are unknown.
    private static let longestWord = 100

    /// Prepares a vocabulary.
    public init(_ vocabulary: WordPieceVocabulary) { self.vocabulary = vocabulary }

    /// The numbers of a text's pieces between those for its beginning and its end, at most `limit` in all. O(*n*).
    public func encode(_ text: String, limit: Int = .max) -> [Int32] {
        [vocabulary.beginID] + pieces(Array(text.utf8).span, limit: max(0, limit - 2)) + [vocabulary.endID]
    }

    /// The numbers of a text's pieces, the first `limit` of them. Bytes that are not UTF-8 count as U+FFFD, which is dropped. O(*n*).
    public func pieces(_ text: Span<UInt8>, limit: Int = .max) -> [Int32] {
        var cutter = WordCutter(vocabulary, limit: limit, longestWord: Self.longestWord)
        var at = 0
        while at < text.count, !cutter.isFull {
            let byte = text[at]
            if byte < 0x80 {
                cutter.take(ascii: byte)
                at += 1
                continue
            }
            let length = text.wellFormedScalarLength(at: at)
            if length > 0 { cutter.take(text.scalar(at: at).value) }
            at += max(1, length)
        }
        cutter.endWord()
        return cutter.pieces
    }
}

/// Collects the letters of a word, and cuts it into pieces when it ends.
private struct WordCutter {
    private let vocabulary: WordPieceVocabulary
    private let limit: Int
    private let longestWord: Int
    private(set) var pieces: [Int32] = []
    private var word: [UInt8] = []
    private var letters = 0

    init(_ vocabulary: WordPieceVocabulary, limit: Int, longestWord: Int) {
        self.vocabulary = vocabulary
        self.limit = limit
        self.longestWord = longestWord
    }

    var isFull: Bool { pieces.count >= limit }

    mutating func take(ascii byte: UInt8) {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: letter(byte)
        case 0x41...0x5A: letter(byte | 0x20)
        case 0x09, 0x0A, 0x0D, 0x20: endWord()
        case 0..<0x20, 0x7F: break
        default:
            endWord()
            letter(byte)
            endWord()
        }
    }

    mutating func take(_ scalar: UInt32) {
        switch BertNormalization.kind(scalar) {
        case .dropped: break
        case .space: endWord()
        case .ideograph, .punctuation:
            endWord()
            take(folded: scalar)
            endWord()
        case .letter: take(folded: scalar)
        }
    }

    private mutating func take(folded scalar: UInt32) {
        BertNormalization.forEachFolded(scalar) { folded in
            // What decomposing or lower case makes may be punctuation or space by itself.
            switch BertNormalization.kind(folded) {
            case .space: endWord()
            case .punctuation:
                endWord()
                append(folded)
                endWord()
            case .dropped, .ideograph, .letter: append(folded)
            }
        }
    }

    private mutating func letter(_ byte: UInt8) {
        letters += 1
        if letters <= longestWord { word.append(byte) }
    }

    private mutating func append(_ scalar: UInt32) {
        letters += 1
        guard letters <= longestWord, let unicode = Unicode.Scalar(scalar) else { return }
        word.append(contentsOf: UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter)
    }

    /// The longest pieces from the start of the word on; one unknown piece when they do not reach its end.
    mutating func endWord() {
        defer {
            word.removeAll(keepingCapacity: true)
            letters = 0
        }
        guard letters > 0, !isFull else { return }
        guard letters <= longestWord else { return pieces.append(vocabulary.unknownID) }
        let before = pieces.count
        let trie = vocabulary.trie
        var at = 0
        var first: UInt32? = ByteTrie.root
        while at < word.count {
            var found: (end: Int, piece: Int32)?
            var node = first
            var end = at
            while end < word.count, let parent = node, let next = trie.child(parent, word[end]) {
                end += 1
                node = next
                if let piece = trie.value(next) { found = (end, piece) }
            }
            guard let found else {
                pieces.removeSubrange(before...)
                pieces.append(vocabulary.unknownID)
                return
            }
            pieces.append(found.piece)
            at = found.end
            first = vocabulary.continuation
        }
        if pieces.count > limit { pieces.removeSubrange(limit...) }
    }
}
