/// A row of a ``LexiconFile``: columns of bytes, of which strings are made when they are asked for.
public struct LexiconRow: Sendable {
    private let file: [UInt8]
    private var columns: [Range<Int>] = []

    /// A row of a file that has no columns yet.
    init(of file: [UInt8]) { self.file = file }

    /// Takes the columns of a line, and says whether one of them has something in it.
    mutating func take(_ line: Range<Int>) -> Bool {
        columns.removeAll(keepingCapacity: true)
        var start = line.lowerBound
        for index in line where file[index] == UInt8(ascii: "\t") {
            columns.append(start..<index)
            start = index + 1
        }
        columns.append(start..<line.upperBound)
        return columns.count <= line.count
    }

    /// How many columns it has, empty ones between others included.
    public var count: Int { columns.count }

    /// A column as a string. O(*n*).
    public subscript(column: Int) -> String { String(decoding: file[columns[column]], as: UTF8.self) }

    /// All columns as strings. O(*n*).
    public var strings: [String] { columns.map { String(decoding: file[$0], as: UTF8.self) } }

    /// A column as UTF-8 bytes; no bytes for a column that the row does not have. O(1).
    @_lifetime(borrow self)
    public func bytes(_ column: Int) -> Span<UInt8> {
        file.span.extracting(column < columns.count ? columns[column] : 0..<0)
    }

    /// Calls `body` with each word of a column whose words are divided by `separator`, as UTF-8 bytes; words without a byte are
    /// left out. O(*n*).
    public func forEachWord(_ column: Int, separator: UInt8 = UInt8(ascii: " "), _ body: (Span<UInt8>) -> Void) {
        let bytes = bytes(column)
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == separator {
            if start < index { body(bytes.extracting(start..<index)) }
            start = index + 1
        }
    }
}
