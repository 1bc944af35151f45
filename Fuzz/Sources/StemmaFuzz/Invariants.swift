import Reading
import TextCore

/// Requires a range to lie in a text, on scalar boundaries.
func requireRange(_ range: Range<Int>, in text: UTF8Text, _ what: String) {
    require(range.lowerBound >= 0 && range.upperBound <= text.count, "\(what) \(range) is not in the text")
    for bound in [range.lowerBound, range.upperBound] where bound < text.count {
        require(text.bytes[bound] & 0xC0 != 0x80, "\(what) \(range) cuts a scalar")
    }
}

/// Requires ranges to stand in order.
func requireOrder(_ ranges: some Sequence<Range<Int>>, _ what: String) {
    var start = 0
    for range in ranges {
        require(range.lowerBound >= start, "\(what) \(range) is out of order")
        start = range.lowerBound
    }
}

/// Requires ranges to stand in order and not to overlap.
func requireApart(_ ranges: some Sequence<Range<Int>>, _ what: String) {
    var end = 0
    for range in ranges {
        require(range.lowerBound >= end, "\(what) \(range) overlaps the one before")
        end = range.upperBound
    }
}

/// Requires of an article what ``Article`` promises: blocks in order, apart, trimmed, with only white space between them.
func requireArticle(_ article: Article) {
    let text = article.text
    require(String(validating: text.bytes, as: UTF8.self) != nil, "the text is not UTF-8")
    var end = 0
    for block in article.blocks {
        requireRange(block.range, in: text, "\(block.kind)")
        require(block.range.lowerBound >= end, "\(block.kind) \(block.range) overlaps the block before")
        require(!block.range.isEmpty, "empty \(block.kind) at \(block.range)")
        require(text.trimmed(block.range) == block.range, "\(block.kind) \(block.range) has white space at its ends")
        require(text.trimmed(end..<block.range.lowerBound).isEmpty, "text before \(block.kind) \(block.range) is in no block")
        end = block.range.upperBound
    }
    require(text.trimmed(end..<text.count).isEmpty, "text from \(end) on is in no block")
    if let dateline = article.dateline { requireRange(dateline.range, in: text, "dateline") }
}
