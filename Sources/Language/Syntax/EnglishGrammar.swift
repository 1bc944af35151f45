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

    private let source: any GrammarSource
    private let layers: GrammarLayers

    init(_ source: any GrammarSource, _ layers: GrammarLayers) {
        self.source = source
        self.layers = layers
    }

    /// Reads all sections of a text; nil where the model cannot be used.
    func read(_ context: AnnotationContext, _ sectionTokens: [Range<Int>]) -> Reading? {
        let bytes = context.text.bytes
        let texts = context.sections.map { UTF8Text(repairing: bytes[$0.range.clamped(to: context.text.range)]) }
        guard let found = source.reading(of: texts, wanting: layers) else { return nil }
        var reading = Reading()
        if layers.contains(.names) {
            reading.names = GrammarNames(labels: found.labels.entities).names(context, found.analyses)
        }
        if !layers.isDisjoint(with: [.tags, .heads]) {
            var builder = SyntaxBuilder(
                tokens: context.tokens,
                tags: found.labels.tags.map { PennTag(rawValue: $0) ?? .unknown },
                relations: found.labels.dependencies.map { DependencyRelation(rawValue: $0) ?? .unknown }
            )
            for (index, analysis) in found.analyses.enumerated() {
                builder.add(analysis, at: context.sections[index].range.lowerBound, tokens: sectionTokens[index])
            }
            reading.syntax = builder.syntax()
        }
        return reading
    }
}
