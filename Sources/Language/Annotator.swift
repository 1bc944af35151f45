public import Grammar
public import TextCore

/// Turns text into ``AnnotatedText``: tokens, sentences, stems, names, figures, times.
///
/// - Complexity: O(*n*) in the bytes of the sections.
public struct Annotator: Sendable {
    private let english: EnglishGrammar?

    /// Makes an annotator; lexicons are read once per process.
    /// - Parameters:
    ///   - english: the grammar of English; without it, names are found by form and lexicon alone.
    ///   - layers: what of the grammar is wanted: ``AnnotatedText/syntax`` holds tags and heads, where they are asked for. Heads
    ///     cost about as much time as names do.
    public init(english: (any GrammarSource)? = nil, layers: GrammarLayers = .all) {
        self.english = english.map { EnglishGrammar($0, layers) }
    }

    /// Annotates the sections of a text.
    /// - Parameters:
    ///   - language: ISO 639-1, when it is known; identified from the text when nil.
    ///   - declared: the language that the text is said to be in, by its page or feed: taken when `language` is nil, unless the
    ///     text is plainly in another one.
    ///   - published: what relative times are resolved against; unresolved parts stay unknown when nil.
    public func annotate(
        _ text: UTF8Text,
        sections: [TextSection],
        language: String? = nil,
        declared: String? = nil,
        published: CivilTime? = nil
    ) -> AnnotatedText {
        let tokenizer = Tokenizer()
        var tokens: [Token] = []
        tokens.reserveCapacity(text.count / 5 + 16)
        var sentences: [Sentence] = []
        var sectionTokens: [Range<Int>] = []
        lazy var segmenter = WordSegmenter()
        for section in sections {
            let first = tokens.count
            var hasRuns = false
            tokenizer.forEachToken(in: text.span, range: section.range.clamped(to: text.range)) { token in
                tokens.append(token)
                if token.shape.contains(.beyondASCII) { hasRuns = hasRuns || WordSegmenter.needsDictionary(token, in: text) }
            }
            if hasRuns { Self.cutRuns(of: text, in: &tokens, from: first, by: segmenter) }
            sectionTokens.append(first..<tokens.count)
        }
        // Before the sentences: where they end depends on the language ("am 3. März", "т. е.", "¿Por qué?").
        let language = language ?? Self.language(of: text, tokens: tokens, declared: declared)
        let splitter = SentenceSplitter(language: language)
        for (index, range) in sectionTokens.enumerated() {
            sentences += splitter.sentences(of: text, tokens: tokens, in: range, section: index)
        }
        let vocabulary = Vocabulary.of(language)
        let words = WordIndex(tokens)
        let stems = Self.stems(of: words, in: text, tokens: tokens, language: language)
        let flags = Self.flags(of: words, stems: stems, vocabulary)
        let context = AnnotationContext(
            text: text,
            language: language,
            vocabulary: vocabulary,
            sections: sections,
            tokens: tokens,
            stems: Self.spread(stems, words, tokens),
            sentences: sentences,
            flags: words.ids.map { flags[Int($0)] },
            words: words
        )
        var resolver = EntityResolver(context)
        let scanner = NameScanner(context)
        var candidates = NameSegmenter(scanner).candidates()
        // Scripts without capitals have their own signs of names.
        switch language {
        case "zh": candidates = Self.merged(HanNameScanner(context).candidates(), candidates)
        case "ja": candidates = Self.merged(JapaneseNameScanner(context).candidates(), candidates)
        case "ar": candidates = Self.merged(ArabicNameScanner(context).candidates(), candidates)
        default: break
        }
        var means = LanguageMeans.lexical
        var syntax: Syntax?
        if language == "en", let grammar = english?.read(context, sectionTokens) {
            var merger = NameMerger(context: context, evidence: scanner.evidence)
            candidates = merger.merge(candidates, grammar.names)
            syntax = grammar.syntax
            means = .full
        }
        candidates = FirmNames(context).told(EditorialBrackets(context).joined(candidates))
        let times = TimeScanner(context, published: published).times()
        candidates = NameCorrections(context, times: times).corrected(LongForms(context).added(to: candidates))
        let (names, entities) = resolver.resolve(candidates)
        return AnnotatedText(
            text: text,
            language: language,
            sections: sections,
            tokens: tokens,
            sectionTokens: sectionTokens,
            stems: context.stems,
            isFunctionWord: tokens.indices.map { context.flags[$0].contains(.function) || tokens[$0].kind == .clitic },
            sentences: sentences,
            names: names,
            entities: entities,
            figures: Self.figures(context, language, times),
            times: times,
            respelled: Self.respelled(words, in: text, tokens: tokens, language: language),
            syntax: syntax,
            means: means
        )
    }

    /// The figures of a text: Chinese and Japanese write numbers and what they count in their own way.
    private static func figures(_ context: AnnotationContext, _ language: String, _ times: [TimeExpression]) -> [Figure] {
        language == "zh" || language == "ja"
            ? HanFigureScanner(context, language: language, times: times).figures()
            : FigureScanner(context, times: times).figures()
    }

    /// Names of both kinds in order; of two that overlap the one of the first kind. O(*n*) in candidates.
    private static func merged(_ names: [NameCandidate], _ others: [NameCandidate]) -> [NameCandidate] {
        var merged: [NameCandidate] = []
        var at = 0
        for other in others {
            while at < names.count, names[at].tokens.lowerBound < other.tokens.upperBound {
                merged.append(names[at])
                at += 1
            }
            if merged.last?.tokens.upperBound ?? 0 <= other.tokens.lowerBound { merged.append(other) }
        }
        return merged + names[at...]
    }

    private static func language(of text: UTF8Text, tokens: [Token], declared: String?) -> String {
        let identifier = LanguageIdentifier()
        if let declared { return identifier.settled(declared: declared, of: text, tokens: tokens) }
        return identifier.language(of: text, tokens: tokens)
    }

    /// Cuts the runs of Thai and its like among `tokens[first...]` into words, where ICU is installed.
    private static func cutRuns(of text: UTF8Text, in tokens: inout [Token], from first: Int, by segmenter: WordSegmenter?) {
        guard let segmenter else { return }
        let cut = tokens[first...].flatMap { WordSegmenter.needsDictionary($0, in: text) ? segmenter.split($0, of: text) : [$0] }
        tokens.replaceSubrange(first..., with: cut)
    }

    /// The stem hash of each different word.
    private static func stems(of words: WordIndex, in text: UTF8Text, tokens: [Token], language: String) -> [UInt64] {
        let stemmer = Stemmer(language: language)
        let hasDotlessI = language == "tr" || language == "az"
        var folded: [UInt8] = []
        var stems: [UInt64] = []
        stems.reserveCapacity(words.count)
        for first in words.firsts {
            let token = tokens[Int(first)]
            guard token.kind == .word, let stemmer else {
                stems.append(token.hash)
                continue
            }
            folded.removeAll(keepingCapacity: true)
            text.appendFolded(token.range, to: &folded, hasDotlessI: hasDotlessI)
            stems.append(stemmer.stemHash(folded))
        }
        return stems
    }

    /// The hashes of the American spellings of words that are spelled otherwise, by token.
    private static func respelled(_ words: WordIndex, in text: UTF8Text, tokens: [Token], language: String) -> [Int32: UInt64] {
        guard language == "en" else { return [:] }
        var others: [Int32: UInt64] = [:]
        var folded: [UInt8] = []
        for (number, first) in words.firsts.enumerated() where tokens[Int(first)].kind == .word {
            folded.removeAll(keepingCapacity: true)
            text.appendFolded(tokens[Int(first)].range, to: &folded)
            if let other = EnglishSpelling.american.spelling(of: folded) {
                others[Int32(clamping: number)] = Hash64.folded(other.span)
            }
        }
        guard !others.isEmpty else { return [:] }
        var respelled: [Int32: UInt64] = [:]
        for (token, word) in words.ids.enumerated() {
            if let other = others[word] { respelled[Int32(clamping: token)] = other }
        }
        return respelled
    }

    private static func spread(_ stems: [UInt64], _ words: WordIndex, _ tokens: [Token]) -> [UInt64] {
        tokens.indices.map { index in
            switch tokens[index].kind {
            case .word, .number, .ideograph: stems[Int(words.ids[index])]
            default: 0
            }
        }
    }

    private static func flags(of words: WordIndex, stems: [UInt64], _ vocabulary: Vocabulary) -> [WordFlags] {
        words.hashes.indices.map { index in
            var flags = vocabulary.words[words.hashes[index]] ?? []
            if vocabulary.usesStems, let ofStem = vocabulary.words[stems[index]] {
                flags.formUnion(ofStem.subtracting(uninflected))
            }
            return flags
        }
    }

    /// What is said of words as they stand, not of their stems: „Weber“ has that of “web”.
    private static let uninflected: WordFlags = [.group, .common, .connector, .particle, .suffix]
}
