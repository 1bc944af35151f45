import TextCore

/// The grammar of English texts: tokens, tags, heads and names, as spaCy 3.8 finds them with its model `en_core_web_sm`
/// (https://github.com/explosion/spacy-models).
///
/// ```swift
/// let pipeline = try EnglishPipeline { name in try readFile("models/en/" + name) }
/// let analysis = pipeline.analyze(UTF8Text("The mayor of Port Varra resigned."), wanting: .all)
/// for token in analysis.tokens { print(pipeline.tags[Int(token.tag)]) }
/// ```
///
/// Results are those of spaCy but for ties that the last bits of sums decide. A value of this type is immutable and may be
/// used by many threads, each with a ``GrammarWorkspace``. It holds about 30 MB.
///
/// - Complexity: O(*n*) in the length of the text for everything.
public struct EnglishPipeline: Sendable {
    /// Names of tags (Penn Treebank), by their codes in tokens.
    public let tags: [String]
    /// Names of dependency labels (ClearNLP), by their codes in tokens.
    public let dependencies: [String]
    /// Names of kinds of entities (OntoNotes 5), by their codes.
    public let entityLabels: [String]

    let tokenizer: TextTokenizer
    /// Words that the tokenizer's exceptions name.
    let exceptions: LexemeStore
    let encoder: TokenEncoder
    let nameEncoder: TokenEncoder
    let tagger: PartOfSpeechTagger
    let parser: DependencyParser
    let recognizer: EntityRecognizer
    let rules: AttributeRules

    /// Counts changes to the code that change what is found, so that what was kept before is not taken for it.
    static let revision = 1

    /// How many tokens a piece of a text has at most, and how many are worked on at once, where there are as many.
    static let pieceLimit = 4096

    /// Reads the model.
    ///
    /// - Parameter read: gives the bytes of a file of the model by its path in the model's folder, such as `ner/model`.
    /// - Throws: ``GrammarModelError`` where a file cannot be read, is damaged, or is of another model than
    ///   `en_core_web_sm` 3.8.
    public init(reading read: (String) throws -> [UInt8]) throws(GrammarModelError) {
        self = try withoutActuallyEscaping(read) { read throws(GrammarModelError) in
            try EnglishPipeline(folder: PipelineFiles(read: read))
        }
    }

    private init(folder: PipelineFiles) throws(GrammarModelError) {
        try PipelineConfiguration.check(in: folder)
        // What is small and most often wrong comes before the networks.
        let source = try TokenizerRules.read("tokenizer", in: folder)
        tagger = try PartOfSpeechTagger(in: folder)
        parser = try DependencyParser(in: folder)
        let names = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
        encoder = try TokenEncoder(ThincModel(file: "tok2vec/model", in: folder), columns: names + ["SPACY", "IS_SPACE"])
        let nameModel = try ThincModel(file: "ner/model", in: folder)
        nameEncoder = try TokenEncoder(nameModel, columns: names)
        recognizer = try EntityRecognizer(nameModel, in: folder)
        guard encoder.embedding.hashing == nameEncoder.embedding.hashing else {
            throw GrammarModelError(file: "ner/model", reason: "expected the seeds of tok2vec/model")
        }
        tags = tagger.tags
        dependencies = parser.moves.labels
        entityLabels = recognizer.moves.labels
        rules = try AttributeRules(file: "attribute_ruler/patterns", in: folder, tags: tags, dependencies: dependencies)

        let phrases = SpecialPhrases(source)
        let lexicon = Lexicon(
            hashing: encoder.embedding.hashing,
            norms: try Lexicon.norms(in: folder),
            ruleWords: rules.words,
            phraseWords: phrases.words
        )
        var store = LexemeStore()
        let made = TokenizerRules(source, lexicon: lexicon, phrases: phrases, store: &store)
        tokenizer = TextTokenizer(rules: made, lexicon: lexicon)
        exceptions = store
    }
}
