/// A labelled piece of an article.
public struct Block: Sendable, Hashable {
    /// What a block is. Nothing is thrown away: what is not body keeps its label.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case headline, standfirst, byline, dateline, time, paragraph, heading, listItem
        case caption, credit, promo, relatedLink, sharePrompt, navigation, newsletter, agencyTag, embed, other
        /// What readers wrote below the article.
        case comment
        /// A note that the article was corrected.
        case correction
        /// The time that opens an entry of a live blog.
        case liveEntry
    }

    /// What it is.
    public let kind: Kind
    /// Its bytes, without white space at the ends.
    public let range: Range<Int>
    /// The rule that labelled it, in words a user understands.
    public let reason: String

    /// Whether the block is part of what the article says in running text: paragraphs, list items and headings, and on web
    /// pages a standfirst that the body starts with.
    public let isBody: Bool

    /// Where the block stands in a table of data, if it is a cell of one. Cells may have several blocks.
    public let cell: Cell?

    /// A place in a table.
    public struct Cell: Sendable, Hashable {
        /// A number that the cells of one table, and of no other of the article, have.
        public let table: Int
        /// The row, from 0 on; a cell over several has the first of them.
        public let row: Int
        /// The column, from 0 on; a cell over several has the first of them.
        public let column: Int
        /// Whether it heads a column or row.
        public let isHeader: Bool

        /// Makes a place.
        public init(table: Int, row: Int, column: Int, isHeader: Bool) {
            self.table = table
            self.row = row
            self.column = column
            self.isHeader = isHeader
        }
    }

    /// Makes a block; whether it is body follows from its kind unless it is said.
    public init(kind: Kind, range: Range<Int>, reason: String, isBody: Bool? = nil, cell: Cell? = nil) {
        self.cell = cell
        self.kind = kind
        self.range = range
        self.reason = reason
        self.isBody = isBody ?? (kind == .paragraph || kind == .listItem || kind == .heading)
    }
}

extension Block.Kind {
    /// Whether comparisons read the block as something that the article says.
    public var isCompared: Bool {
        switch self {
        case .headline, .standfirst, .paragraph, .heading, .listItem: true
        default: false
        }
    }
}
