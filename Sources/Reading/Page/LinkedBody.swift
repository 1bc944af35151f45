internal import HTMLTree
internal import TextCore

/// The article's text as the page's linked data (JSON-LD) has it, for pages that show none of it, or only its beginning:
/// scripts or a subscription would bring the rest.
struct LinkedBody {
    /// The text cut into blocks.
    let page: SegmentedPage

    /// Shorter texts are descriptions, which say nothing that the page does not.
    private static let fewestWords = 15

    /// A page that shows more bytes than this shows its article, unless it says that subscribers have the rest: linked data may go
    /// on with other articles, or with all that readers wrote.
    private static let mostShown = 600

    /// What linked data has, where it is more than twice as much as the page shows, and goes with it; nil elsewhere.
    /// - Complexity: O(bytes of both).
    init?(_ text: String?, _ shown: SegmentedPage, _ body: [Int], _ clues: PageClues, isPaywalled: Bool) {
        guard let text, !body.contains(where: { shown.blocks[$0].range.count * 2 >= text.utf8.count }) else { return nil }
        let bytesShown = body.reduce(0) { $0 + shown.blocks[$1].range.count }
        guard bytesShown * 2 < text.utf8.count, isPaywalled || bytesShown <= Self.mostShown, Self.goesWith(shown, body, clues)
        else { return nil }
        page = Self.segmented(text)
        let words = page.blocks.reduce(0) { $0 + TextProfile(page.text.span, $1.range).words }
        // Tags and references may have been half of it.
        guard words >= Self.fewestWords, bytesShown * 2 < page.text.count else { return nil }
    }

    /// Whether most of what a page shows stands in its linked data, too: else that is about something else.
    private static func goesWith(_ shown: SegmentedPage, _ body: [Int], _ clues: PageClues) -> Bool {
        guard !clues.articleBody.isEmpty else { return body.isEmpty }
        var (found, all) = (0, 0)
        for index in body {
            WordRuns.forEach(shown.text.span, shown.blocks[index].range) { run in
                all += 1
                if clues.articleBody.contains(run) { found += 1 }
            }
        }
        return found * 2 >= all
    }

    /// Lines are paragraphs; tags and references, which some texts have, are read as on a page.
    private static func segmented(_ text: String) -> SegmentedPage {
        let page = PageSegmenter.segment(HTMLParser.parse(marked(text)))
        // Some texts are escaped twice: their tags have become words.
        guard page.text.starts(with: "<".utf8), page.text.span.holdsTag else { return page }
        return PageSegmenter.segment(HTMLParser.parse(page.text))
    }

    /// Lines as paragraphs; where empty lines part them, single line ends are spaces.
    private static func marked(_ text: String) -> [UInt8] {
        var html: [UInt8] = []
        html.reserveCapacity(text.utf8.count + 256)
        let bytes = Array(text.utf8.lazy.filter { $0 != 0x0D })
        let isParted = bytes.indices.dropFirst().contains { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }
        html += "<p>".utf8
        for (index, byte) in bytes.enumerated() {
            let isEnd = byte == 0x0A && (!isParted || index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if isEnd { html += "</p><p>".utf8 } else { html.append(byte) }
        }
        return html
    }
}

extension Span<UInt8> {
    /// Whether a text starts with a tag of paragraphs or headings.
    fileprivate var holdsTag: Bool {
        count > 3
            && (self[1] | 0x20 == UInt8(ascii: "p") || self[1] | 0x20 == UInt8(ascii: "h") || self[1] | 0x20 == UInt8(ascii: "d"))
    }
}
