internal import TextCore

/// Encodes text with a unigram SentencePiece model: normalization by the model's rules, then the most probable sequence of pieces
/// (Kudo, “Subword Regularization”, 2018), with the numbers that the reference implementation gives.
///
/// ```swift
/// let tokenizer = try SentencePieceTokenizer(SentencePieceModel(MappedFile(path: "sp.model")))
/// let pieces = tokenizer.encode("Привет, мир")
/// ```
public struct SentencePieceTokenizer: Sendable {
    /// The model that it uses.
    public let model: SentencePieceModel
    /// Whether a run of unknown letters is one unknown piece, as in the reference implementation, or one for each letter.
    public var mergesUnknown = true
    private let trie: ByteTrie
    /// Pieces of the user's own, which normalization leaves alone.
    private let fixedTrie: ByteTrie
    // Sums are single precision, as in the reference, so that ties end alike.
    private let scores: [Float]
    private let unknownScore: Float

    /// What a letter that no piece has costs beyond the least probable piece.
    private static let unknownPenalty: Float = 10
    private static let spaceSymbol: [UInt8] = [0xE2, 0x96, 0x81]

    /// Prepares a model. O(bytes of all pieces).
    /// - Throws: What the model needs and is not there: another algorithm than unigram, byte fallback.
    public init(_ model: SentencePieceModel, file: String = "the SentencePiece model") throws(ModelFileError) {
        func failure(_ expected: String, _ found: String) -> ModelFileError {
            ModelFileError(file: file, offset: 0, expected: expected, found: found)
        }
        guard model.algorithm == .unigram else { throw failure("a unigram model", "\(model.algorithm)") }
        guard !model.hasByteFallback, !model.treatsSpaceAsSuffix else {
            throw failure("a model without byte fallback and suffixed spaces", "one of them")
        }
        var fixedTrie = ByteTrie(reserving: 0)
        var trie = ByteTrie(reserving: model.pieces.reduce(0) { $0 + $1.text.utf8.count })
        for (index, piece) in model.pieces.enumerated() {
            guard piece.type == .normal || piece.type == .userDefined else { continue }
            guard trie.insert(piece.text.utf8, Int32(index)) else {
                throw failure("each piece once, 16 million letters in all at most", String(excerpt: Array(piece.text.utf8)))
            }
            if piece.type == .userDefined { _ = fixedTrie.insert(piece.text.utf8, Int32(index)) }
        }
        self.model = model
        self.trie = trie
        self.fixedTrie = fixedTrie
        let normal = model.pieces.filter { $0.type == .normal }.map(\.score)
        let (least, most) = (normal.min() ?? 0, normal.max() ?? 0)
        // A piece of the user's own always wins against pieces for its parts.
        scores = model.pieces.map { piece in
            piece.type == .userDefined ? Float(piece.text.utf8.count) * most - 0.1 : piece.score
        }
        unknownScore = least - Self.unknownPenalty
    }

    /// The numbers of the pieces of a text, without those for its beginning and end. O(*n*) for *n* bytes.
    public func encode(_ text: String) -> [Int32] { encode(Array(text.utf8).span) }

    /// The numbers of the pieces of a text. Bytes that are not UTF-8 count as U+FFFD. O(*n*).
    public func encode(_ text: Span<UInt8>) -> [Int32] { segment(normalize(text).span) }

    /// A text as the pieces see it. O(*n*).
    public func normalized(_ text: String) -> String { String(decoding: normalize(Array(text.utf8).span), as: UTF8.self) }

    // MARK: Normalization

    func normalize(_ text: Span<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count * 5 / 4 + 8)
        let space = model.escapesSpaces ? Self.spaceSymbol : [0x20]
        let strips = model.removesExtraSpaces
        // Spaces at the start go, and each run of them becomes one.
        var isBehindSpace = strips
        var hasBegun = false
        func put(_ byte: UInt8) {
            if byte == 0x20, strips, isBehindSpace { return }
            if !hasBegun {
                hasBegun = true
                if model.addsDummyPrefix { output.append(contentsOf: space) }
            }
            if byte == 0x20 { output.append(contentsOf: space) } else { output.append(byte) }
        }
        var at = 0
        while at < text.count {
            if let end = fixedTrie.longestMatch(text, at: at) {
                while at < end {
                    put(text[at])
                    isBehindSpace = strips && text[at] == 0x20
                    at += 1
                }
                continue
            }
            if let rule = model.characterMap.rule(text, at: at) {
                let before = output.count
                for index in rule.replacement {
                    let byte = model.characterMap.replacement(index)
                    put(byte)
                    if byte != 0x20 { isBehindSpace = false }
                }
                if output.count > before || !rule.replacement.isEmpty, let last = rule.replacement.last {
                    isBehindSpace = strips && model.characterMap.replacement(last) == 0x20
                }
                at += rule.length
                continue
            }
            let length = text.wellFormedScalarLength(at: at)
            guard length > 0 else {
                for byte in [0xEF, 0xBF, 0xBD] as [UInt8] { put(byte) }
                isBehindSpace = false
                at += 1
                continue
            }
            for index in at..<at + length { put(text[index]) }
            isBehindSpace = strips && text[at] == 0x20
            at += length
        }
        if strips {
            while output.count >= space.count, output.suffix(space.count).elementsEqual(space) { output.removeLast(space.count) }
        }
        return output
    }

    // MARK: Segmentation

    /// The best way to each byte of the text.
    private struct Step {
        var score: Float = 0
        var start: Int32 = -1
        var piece: Int32 = 0
    }

    private func segment(_ text: Span<UInt8>) -> [Int32] {
        let count = text.count
        guard count > 0, count < Int(Int32.max) else { return [] }
        var steps = Array(repeating: Step(), count: count + 1)
        var at = 0
        while at < count {
            let base = steps[at].score
            let letter = max(1, text.wellFormedScalarLength(at: at))
            var hasLetter = false
            var node = ByteTrie.root
            var end = at
            while end < count, let next = trie.child(node, text[end]) {
                node = next
                end += 1
                guard let piece = trie.value(node) else { continue }
                let score = base + scores[Int(piece)]
                if steps[end].start < 0 || score > steps[end].score {
                    steps[end] = Step(score: score, start: Int32(at), piece: piece)
                }
                if end - at == letter { hasLetter = true }
            }
            if !hasLetter {
                let score = base + unknownScore
                if steps[at + letter].start < 0 || score > steps[at + letter].score {
                    steps[at + letter] = Step(score: score, start: Int32(at), piece: Int32(model.unknownID))
                }
            }
            at += letter
        }
        var pieces: [Int32] = []
        var end = count
        while end > 0, steps[end].start >= 0 {
            let piece = steps[end].piece
            if !mergesUnknown || piece != Int32(model.unknownID) || pieces.last != piece { pieces.append(piece) }
            end = Int(steps[end].start)
        }
        return pieces.reversed()
    }
}

extension Span<UInt8> {
    /// The bytes of the scalar at `index`; 0 where they are not UTF-8.
    func wellFormedScalarLength(at index: Int) -> Int {
        let (value, length) = scalar(at: index)
        return value == 0xFFFD && length == 1 ? 0 : length
    }
}
