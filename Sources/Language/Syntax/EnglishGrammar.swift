internal import Grammar
internal import TextCore

/// What the grammar model sees in an English text: names, and the grammar of its tokens.
///
/// - Complexity: O(*n*) in tokens.
struct EnglishGrammar {
    /// What one analysis of a text gives; what was not asked for is empty or nil.
    struct Reading {
        var names: [GrammarName] = []
        var syntax: Syntax?
    }

    private let pipeline: EnglishPipeline
    private let layers: GrammarLayers
    private let names: GrammarNames
    private let tags: [PennTag]
    private let relations: [DependencyRelation]

    init(_ pipeline: EnglishPipeline, _ layers: GrammarLayers) {
        self.pipeline = pipeline
        self.layers = layers
        names = GrammarNames(labels: pipeline.entityLabels)
        tags = pipeline.tags.map { PennTag(rawValue: $0) ?? .unknown }
        relations = pipeline.dependencies.map { DependencyRelation(rawValue: $0) ?? .unknown }
    }

    /// Reads all sections of a text.
    func read(_ context: AnnotationContext, _ sectionTokens: [Range<Int>]) -> Reading {
        let bytes = context.text.bytes
        let texts = context.sections.map { UTF8Text(repairing: bytes[$0.range.clamped(to: context.text.range)]) }
        let analyses = pipeline.analyze(texts, wanting: layers)
        var reading = Reading()
        if layers.contains(.names) { reading.names = names.names(context, analyses) }
        if !layers.isDisjoint(with: [.tags, .heads]) {
            var builder = SyntaxBuilder(tokens: context.tokens, tags: tags, relations: relations)
            for (index, analysis) in analyses.enumerated() {
                builder.add(analysis, at: context.sections[index].range.lowerBound, tokens: sectionTokens[index])
            }
            reading.syntax = builder.syntax()
        }
        return reading
    }
}
