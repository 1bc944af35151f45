/// A SentencePiece model file: a `ModelProto` of Protocol Buffers with the pieces and how text is normalized
/// (https://github.com/google/sentencepiece, `sentencepiece_model.proto`).
public struct SentencePieceModel: Sendable {
    /// What a piece is.
    public enum PieceType: Int, Sendable, Hashable {
        case normal = 1
        case unknown, control, userDefined, unused, byte
    }

    /// One piece; its number is its place in the list.
    public struct Piece: Sendable, Hashable {
        /// Its letters, with `▁` for spaces.
        public let text: String
        /// The logarithm of its probability.
        public let score: Float
        /// What it is.
        public let type: PieceType
    }

    /// How text is cut.
    public enum Algorithm: Int, Sendable {
        case unigram = 1
        case bytePairs, words, characters
    }

    /// The pieces by their numbers.
    public let pieces: [Piece]
    /// How text is cut.
    public let algorithm: Algorithm
    /// Whether unknown letters become pieces for their bytes.
    public let hasByteFallback: Bool
    /// Whether a space stands behind its word, not before it.
    public let treatsSpaceAsSuffix: Bool
    /// The normalization's name: `nmt_nfkc`.
    public let normalizerName: String
    /// Its rules, as ``CharacterMap`` reads them.
    public let characterMap: CharacterMap
    /// Whether text begins with a space that is not there.
    public let addsDummyPrefix: Bool
    /// Whether spaces at the ends and repeated ones go.
    public let removesExtraSpaces: Bool
    /// Whether spaces become `▁`.
    public let escapesSpaces: Bool
    /// Numbers of the pieces for unknown letters, the beginning and the end of a text; negative when there is none.
    public let unknownID, beginID, endID: Int

    /// Reads the file. O(*n*).
    public init(_ file: MappedFile) throws(ModelFileError) {
        let bytes = file.bytes
        var reader = ProtobufReader(bytes, 0..<bytes.count, file: file.name)
        var pieces: [Piece] = []
        var trainer = TrainerSpec()
        var normalizer = NormalizerSpec()
        while let field = try reader.next() {
            switch (field.number, field.value) {
            case (1, .bytes(let range)): pieces.append(try Self.piece(bytes, range, file.name))
            case (2, .bytes(let range)): try trainer.read(bytes, range, file.name)
            case (3, .bytes(let range)): try normalizer.read(bytes, range, file.name)
            case (1...3, _):
                throw ModelFileError(file: file.name, offset: field.offset, expected: "a message", found: "a number")
            // The trainer's own tests (4), rules of decoding (5), extensions.
            default: break
            }
        }
        guard !pieces.isEmpty, pieces.count <= Int(Int32.max) else {
            throw ModelFileError(file: file.name, offset: 0, expected: "pieces", found: "\(pieces.count)")
        }
        guard let algorithm = Algorithm(rawValue: trainer.algorithm) else {
            throw ModelFileError(file: file.name, offset: 0, expected: "a model type from 1 to 4", found: "\(trainer.algorithm)")
        }
        let unknown = pieces.indices.filter { pieces[$0].type == .unknown }
        guard unknown.count == 1, let unknownID = unknown.first else {
            throw ModelFileError(file: file.name, offset: 0, expected: "one piece for what is unknown", found: "\(unknown.count)")
        }
        func special(_ text: String) -> Int { pieces.firstIndex { $0.type == .control && $0.text == text } ?? -1 }
        self.pieces = pieces
        self.algorithm = algorithm
        hasByteFallback = trainer.hasByteFallback
        treatsSpaceAsSuffix = trainer.treatsSpaceAsSuffix
        self.unknownID = unknownID
        beginID = special(trainer.begin)
        endID = special(trainer.end)
        normalizerName = normalizer.name
        addsDummyPrefix = normalizer.addsDummyPrefix
        removesExtraSpaces = normalizer.removesExtraSpaces
        escapesSpaces = normalizer.escapesSpaces
        characterMap = try CharacterMap(FileSlice(file: file, range: normalizer.characterMap))
    }

    private static func piece(_ bytes: Span<UInt8>, _ range: Range<Int>, _ file: String) throws(ModelFileError) -> Piece {
        var reader = ProtobufReader(bytes, range, file: file)
        var (text, score, type): (Range<Int>?, Float, Int) = (nil, 0, PieceType.normal.rawValue)
        while let field = try reader.next() {
            switch field.number {
            case 1: text = field.value.range
            case 2: score = field.value.float ?? .nan
            case 3: type = field.value.int ?? 0
            default: break
            }
        }
        func failure(_ expected: String, _ found: String) -> ModelFileError {
            ModelFileError(file: file, offset: range.lowerBound, expected: expected, found: found)
        }
        guard let text, !text.isEmpty,
            let string = bytes.extracting(text).withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) })
        else {
            throw failure("a piece with letters in UTF-8", "none")
        }
        guard score.isFinite else { throw failure("a finite score", "\(score)") }
        guard let type = PieceType(rawValue: type) else { throw failure("a type of pieces from 1 to 6", "\(type)") }
        return Piece(text: string, score: score, type: type)
    }
}

/// What the trainer has noted of itself and is needed for encoding.
private struct TrainerSpec {
    var algorithm = 1
    var hasByteFallback = false
    var treatsSpaceAsSuffix = false
    var begin = "<s>"
    var end = "</s>"

    mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>, _ file: String) throws(ModelFileError) {
        var reader = ProtobufReader(bytes, range, file: file)
        while let field = try reader.next() {
            switch field.number {
            case 3: algorithm = field.value.int ?? 0
            case 24: treatsSpaceAsSuffix = field.value.int ?? 0 != 0
            case 35: hasByteFallback = field.value.int ?? 0 != 0
            case 46: begin = field.value.range.map { String(decoding: $0.map { bytes[$0] }, as: UTF8.self) } ?? begin
            case 47: end = field.value.range.map { String(decoding: $0.map { bytes[$0] }, as: UTF8.self) } ?? end
            default: break
            }
        }
    }
}

/// How text is normalized.
private struct NormalizerSpec {
    var name = ""
    var characterMap = 0..<0
    var addsDummyPrefix = true
    var removesExtraSpaces = true
    var escapesSpaces = true

    mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>, _ file: String) throws(ModelFileError) {
        var reader = ProtobufReader(bytes, range, file: file)
        while let field = try reader.next() {
            switch field.number {
            case 1: name = field.value.range.map { String(decoding: $0.map { bytes[$0] }, as: UTF8.self) } ?? name
            case 2: characterMap = field.value.range ?? characterMap
            case 3: addsDummyPrefix = field.value.int ?? 1 != 0
            case 4: removesExtraSpaces = field.value.int ?? 1 != 0
            case 5: escapesSpaces = field.value.int ?? 1 != 0
            default: break
            }
        }
    }
}
