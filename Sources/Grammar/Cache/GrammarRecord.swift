internal import TextCore

/// How the grammar of texts is written to a file. All numbers have their low byte first.
///
/// The file starts with `STEMGRA1`. Then come the names of tags, dependencies and entities, each list as its length (16 bits) and each
/// name as its length (8 bits) and UTF-8; the number of texts (32 bits); and for each text the numbers of its tokens and entities
/// (32 bits each), the tokens (``tokenSize`` bytes each) and the entities (``entitySize``). The last 64 bits are a checksum of
/// the file's key and all before, so that a file that is damaged or not its own counts as none.
enum GrammarRecord {
    private static let magic = Array("STEMGRA1".utf8)
    /// Start, end and head (32 bits each), tag, dependency, part of speech, flags.
    private static let tokenSize = 16
    /// First token, token behind the last (32 bits each), label.
    private static let entitySize = 9
    private static let startsSentence: UInt8 = 1
    private static let isBeforeSpace: UInt8 = 2

    /// The bytes of a file; nil where a text is too long for its numbers.
    static func bytes(_ reading: GrammarReading, _ key: GrammarKey) -> [UInt8]? {
        var bytes = magic
        for names in [reading.labels.tags, reading.labels.dependencies, reading.labels.entities] {
            guard let count = UInt16(exactly: names.count) else { return nil }
            bytes.append(littleEndian: count)
            for name in names {
                guard let length = UInt8(exactly: name.utf8.count) else { return nil }
                bytes.append(length)
                bytes += name.utf8
            }
        }
        guard let count = UInt32(exactly: reading.analyses.count) else { return nil }
        bytes.append(littleEndian: count)
        for analysis in reading.analyses {
            guard analysis.tokens.last.map({ $0.range.upperBound <= Int(Int32.max) }) ?? true else { return nil }
            bytes.append(littleEndian: UInt32(analysis.tokens.count))
            bytes.append(littleEndian: UInt32(analysis.entities.count))
            for token in analysis.tokens {
                bytes.append(littleEndian: UInt32(token.range.lowerBound))
                bytes.append(littleEndian: UInt32(token.range.upperBound))
                bytes.append(littleEndian: token.head)
                let flags = (token.startsSentence ? startsSentence : 0) | (token.isBeforeSpace ? isBeforeSpace : 0)
                bytes += [token.tag, token.dependency, token.partOfSpeech.rawValue, flags]
            }
            for entity in analysis.entities {
                bytes.append(littleEndian: UInt32(entity.tokens.lowerBound))
                bytes.append(littleEndian: UInt32(entity.tokens.upperBound))
                bytes.append(entity.label)
            }
        }
        bytes.append(littleEndian: checksum(bytes.span, key))
        return bytes
    }

    /// What a file holds; nil where it is damaged, another key's, or not of these texts.
    /// - Complexity: O(bytes), whatever they say.
    static func reading(_ bytes: Span<UInt8>, _ key: GrammarKey, of texts: [UTF8Text]) -> GrammarReading? {
        guard bytes.count >= magic.count + 8, magic.indices.allSatisfy({ bytes[$0] == magic[$0] }) else { return nil }
        let end = bytes.count - 8
        var sum = RecordReader(bytes, from: end, to: bytes.count)
        guard sum.number(UInt64.self) == checksum(bytes.extracting(0..<end), key) else { return nil }
        var reader = RecordReader(bytes, from: magic.count, to: end)
        guard let tags = names(&reader), let dependencies = names(&reader), let entities = names(&reader),
            let count = reader.number(UInt32.self), Int(count) == texts.count
        else { return nil }
        var analyses: [GrammarAnalysis] = []
        for text in texts {
            guard let analysis = analysis(&reader, of: text, labels: entities.count) else { return nil }
            analyses.append(analysis)
        }
        guard reader.isAtEnd else { return nil }
        return GrammarReading(
            labels: GrammarLabels(tags: tags, dependencies: dependencies, entities: entities),
            analyses: analyses
        )
    }

    private static func names(_ reader: inout RecordReader) -> [String]? {
        guard let count = reader.number(UInt16.self) else { return nil }
        var names: [String] = []
        for _ in 0..<count {
            guard let length = reader.number(UInt8.self), let bytes = reader.bytes(Int(length)),
                let name = String(validating: bytes, as: UTF8.self)
            else { return nil }
            names.append(name)
        }
        return names
    }

    private static func analysis(_ reader: inout RecordReader, of text: UTF8Text, labels: Int) -> GrammarAnalysis? {
        guard let tokenCount = reader.number(UInt32.self), let entityCount = reader.number(UInt32.self),
            Int(tokenCount) * tokenSize + Int(entityCount) * entitySize <= reader.left
        else { return nil }
        var analysis = GrammarAnalysis()
        analysis.tokens.reserveCapacity(Int(tokenCount))
        var behind = 0
        for _ in 0..<tokenCount {
            guard let token = token(&reader, among: Int(tokenCount)), token.range.lowerBound >= behind,
                token.range.upperBound <= text.count
            else { return nil }
            behind = token.range.upperBound
            analysis.tokens.append(token)
        }
        var next = 0
        for _ in 0..<entityCount {
            guard let first = reader.number(UInt32.self), let last = reader.number(UInt32.self),
                let label = reader.number(UInt8.self), next <= Int(first), first < last, last <= tokenCount, Int(label) < labels
            else { return nil }
            next = Int(last)
            analysis.entities.append(EntitySpan(tokens: Int(first)..<next, label: label))
        }
        return analysis
    }

    private static func token(_ reader: inout RecordReader, among count: Int) -> GrammarToken? {
        guard let start = reader.number(UInt32.self), let end = reader.number(UInt32.self), start < end,
            let head = reader.number(Int32.self), head == -1 || (0..<count).contains(Int(head)),
            let tag = reader.number(UInt8.self), let dependency = reader.number(UInt8.self),
            let partOfSpeech = reader.number(UInt8.self).flatMap(PartOfSpeech.init(rawValue:)),
            let flags = reader.number(UInt8.self)
        else { return nil }
        var token = GrammarToken(range: Int(start)..<Int(end))
        token.head = head
        token.tag = tag
        token.dependency = dependency
        token.partOfSpeech = partOfSpeech
        token.startsSentence = flags & startsSentence != 0
        token.isBeforeSpace = flags & isBeforeSpace != 0
        return token
    }

    private static func checksum(_ bytes: Span<UInt8>, _ key: GrammarKey) -> UInt64 {
        var hash = Hash64()
        for byte in key.name.utf8 { hash.combine(byte) }
        for index in bytes.indices { hash.combine(bytes[index]) }
        return hash.value
    }
}

/// Reads numbers one behind the other, as far as there are bytes.
private struct RecordReader: ~Escapable {
    private let span: Span<UInt8>
    private var at: Int
    private let end: Int

    @_lifetime(copy span)
    init(_ span: Span<UInt8>, from start: Int, to end: Int) {
        self.span = span
        at = start
        self.end = end
    }

    var left: Int { end - at }
    var isAtEnd: Bool { at == end }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard left >= size else { return nil }
        var value: Number = 0
        for place in 0..<size { value |= Number(truncatingIfNeeded: span[at + place]) << (8 * place) }
        at += size
        return value
    }

    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard left >= count else { return nil }
        defer { at += count }
        return (at..<at + count).map { span[$0] }
    }
}

extension [UInt8] {
    fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
