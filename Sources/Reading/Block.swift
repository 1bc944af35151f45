/// A labelled piece of an article.
public struct Block: Sendable, Hashable {
    /// What a block is. Nothing is thrown away: what is not body keeps its label.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case headline, standfirst, byline, dateline, time, paragraph, heading, listItem
        case caption, credit, promo, relatedLink, sharePrompt, navigation, newsletter, agencyTag, embed, other
    }

    /// What it is.
    public let kind: Kind
    /// Its bytes, without white space at the ends.
    public let range: Range<Int>
    /// The rule that labelled it, in words a user understands.
    public let reason: String

    /// Makes a block.
    public init(kind: Kind, range: Range<Int>, reason: String) {
        self.kind = kind
        self.range = range
        self.reason = reason
    }

    /// Whether the block is part of what the article says in running text.
    public var isBody: Bool {
        switch kind {
        case .paragraph, .listItem, .heading: true
        default: false
        }
    }
}
