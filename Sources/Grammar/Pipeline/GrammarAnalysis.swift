/// What is known of a text's grammar.
public struct GrammarAnalysis: Sendable, Equatable {
    /// The tokens in order. White space is a token where it is more than one space between words.
    public var tokens: [GrammarToken] = []
    /// Names and other entities in order, none overlapping another. Empty where nobody asked.
    public var entities: [EntitySpan] = []
}

/// A token, with what has been found out about it.
public struct GrammarToken: Sendable, Equatable {
    /// Where the token lies: UTF-8 bytes of the text.
    public var range: Range<Int>
    /// The token that this one depends on, by its place in ``GrammarAnalysis/tokens``; itself for the root of a sentence.
    /// Negative where nobody asked for heads.
    public var head: Int32 = -1
    /// The tag, by its place in ``EnglishPipeline/tags``; ``unknown`` where nobody asked.
    public var tag: UInt8 = unknown
    /// The label of the arc from the head, by its place in ``EnglishPipeline/dependencies``; ``unknown`` where nobody asked.
    public var dependency: UInt8 = unknown
    /// The universal part of speech.
    public var partOfSpeech: PartOfSpeech = .unknown
    /// Whether the token starts a sentence; false for all where nobody asked for heads.
    public var startsSentence = false
    /// Whether a single space follows.
    public var isBeforeSpace = false

    /// The code of what is not known.
    public static let unknown: UInt8 = .max
}

/// A name, or another entity: a date, an amount, an ordinal.
public struct EntitySpan: Sendable, Equatable {
    /// Its tokens, by their places in ``GrammarAnalysis/tokens``.
    public var tokens: Range<Int>
    /// Its kind, by its place in ``EnglishPipeline/entityLabels``.
    public var label: UInt8
}

/// What to find out about texts, besides their tokens.
public struct GrammarLayers: OptionSet, Sendable {
    /// A bit for each layer.
    public let rawValue: UInt8

    /// Makes a set of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Tags and universal parts of speech. Some parts of speech are told better where heads are known.
    public static let tags = GrammarLayers(rawValue: 1)
    /// Heads, dependency labels and sentences.
    public static let heads = GrammarLayers(rawValue: 2)
    /// Names and other entities. Where heads are known, none goes beyond a sentence.
    public static let names = GrammarLayers(rawValue: 4)

    /// Everything.
    public static let all: GrammarLayers = [.tags, .heads, .names]
}
