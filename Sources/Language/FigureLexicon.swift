internal import TextCore

/// Words of numbers, units and currencies.
struct FigureLexicon: Sendable {
    init(language: String, flags: inout VocabularyBuilder) {}
}
