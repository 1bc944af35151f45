public import TextCore

/// Reads an article from plain text, as copied from a page.
///
/// - Complexity: O(*n*).
public struct PlainTextReader: Sendable {
    /// Makes a reader.
    public init() {}

    /// Reads decoded text.
    public func read(_ text: UTF8Text, origin: Origin) -> Article {
        var blocks: [Block] = []
        var start = 0
        let bytes = text.bytes
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = text.trimmed(start..<end)
            if !line.isEmpty {
                blocks.append(Block(kind: blocks.isEmpty ? .headline : .paragraph, range: line, reason: "line"))
            }
            start = end + 1
        }
        return Article(id: origin.path, text: text, blocks: blocks, origin: origin)
    }
}
