/// A WordPiece vocabulary (`vocab.txt`): a piece a line, whose number is that of its line, from 0. Pieces that continue a word
/// begin with `##`.
public struct WordPieceVocabulary: Sendable {
    /// How many pieces there are.
    public let count: Int
    /// Numbers of the pieces for unknown words, for the beginning and end of a text, and for filling up.
    public let unknownID, beginID, endID, paddingID: Int32
    let trie: ByteTrie
    /// Where the pieces that continue a word begin.
    let continuation: UInt32?

    private static let longestPiece = 1024

    /// Reads the file. O(*n*).
    public init(_ file: MappedFile) throws(ModelFileError) {
        let bytes = file.bytes
        var trie = ByteTrie(reserving: bytes.count)
        var line: Int32 = 0
        var at = 0
        while at < bytes.count {
            var end = at
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            let next = end + 1
            if end > at, bytes[end - 1] == 0x0D { end -= 1 }
            func failure(_ expected: String, _ found: String) -> ModelFileError {
                ModelFileError(file: file.name, offset: at, expected: expected, found: found)
            }
            guard end > at, end - at <= Self.longestPiece else {
                throw failure("a piece of 1 to \(Self.longestPiece) bytes", "\(end - at) bytes")
            }
            let piece = (at..<end).map { bytes[$0] }
            guard String(validating: piece, as: UTF8.self) != nil else { throw failure("UTF-8", String(excerpt: piece)) }
            guard line < Int32.max, trie.insert(piece, line) else { throw failure("each piece once", String(excerpt: piece)) }
            line += 1
            at = next
        }
        func special(_ name: String) throws(ModelFileError) -> Int32 {
            guard let number = trie.node(name.utf8).flatMap(trie.value) else {
                throw ModelFileError(file: file.name, offset: bytes.count, expected: "the piece \(name)", found: "none")
            }
            return number
        }
        unknownID = try special("[UNK]")
        beginID = try special("[CLS]")
        endID = try special("[SEP]")
        paddingID = try special("[PAD]")
        count = Int(line)
        continuation = trie.node("##".utf8)
        self.trie = trie
    }

    /// The number of a piece; nil when there is none.
    public subscript(piece: String) -> Int32? { trie.node(piece.utf8).flatMap(trie.value) }
}
