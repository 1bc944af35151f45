public import TextCore

/// Something that knows the grammar of English texts, or cannot.
public protocol GrammarSource: Sendable {
    /// The grammar of the parts of one text, in their order; nil where the model cannot be used.
    func reading(of texts: [UTF8Text], wanting layers: GrammarLayers) -> GrammarReading?
}

/// The grammar of texts, with the meanings of its codes.
public struct GrammarReading: Sendable, Equatable {
    /// What the codes in the analyses stand for.
    public var labels: GrammarLabels
    /// An analysis for each text, in order.
    public var analyses: [GrammarAnalysis]
}

/// Names of what a model tells apart, by their codes.
public struct GrammarLabels: Sendable, Equatable {
    /// Names of tags (Penn Treebank).
    public var tags: [String]
    /// Names of dependency labels (ClearNLP).
    public var dependencies: [String]
    /// Names of kinds of entities (OntoNotes 5).
    public var entities: [String]
}

extension EnglishPipeline: GrammarSource {
    /// What the codes in analyses stand for.
    public var labels: GrammarLabels { GrammarLabels(tags: tags, dependencies: dependencies, entities: entityLabels) }

    /// The grammar of texts, which is always known.
    public func reading(of texts: [UTF8Text], wanting layers: GrammarLayers) -> GrammarReading? {
        GrammarReading(labels: labels, analyses: analyze(texts, wanting: layers))
    }
}
