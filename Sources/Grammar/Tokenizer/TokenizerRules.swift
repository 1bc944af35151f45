import Models
import TextCore

/// The rules of a model's tokenizer: how chunks between white space become tokens.
///
/// This is spaCy's algorithm (https://spacy.io/usage/linguistic-features#how-tokenizer-works): prefixes and suffixes are cut
/// from the ends of a chunk, one each in turn, until it is an exception or nothing is left to cut; what remains is an
/// address, or is cut at infixes.
struct TokenizerRules: Sendable {
    let affixes: AffixRules
    private let addresses: AddressPattern
    private let exceptions: ByteTable
    private let exceptionTokens: [[LexemeStore.ChunkToken]]
    private let longestException: Int
    let phrases: SpecialPhrases

    /// A token that an exception makes.
    struct ExceptionToken {
        let text: [UInt8]
        /// The norm that the exception gives it.
        let norm: String?
    }

    /// Numbers of spaCy's attributes in the file.
    private enum Attribute {
        static let text = 65
        static let norm = 67
    }

    /// What a tokenizer's file says, before words have numbers.
    struct Source {
        let affixes: AffixRules
        let addresses: AddressPattern
        let exceptions: [(text: [UInt8], tokens: [ExceptionToken])]
    }

    static func read(_ file: String, in folder: PipelineFiles) throws(GrammarModelError) -> Source {
        try folder.messagePack(file) { data in
            func pattern(_ name: String) throws -> (String, Int) {
                let value = try data.require(name, in: data.root)
                return (try data.string(value), value.offset)
            }
            func patterns(_ name: String) throws -> [AffixPattern] {
                let (text, offset) = try pattern(name)
                do {
                    return try AffixPatternParser.parse(text)
                } catch let fault as AffixPatternParser.Fault {
                    throw GrammarModelError(
                        file: file,
                        offset: offset,
                        reason: "\(name), character \(fault.offset): expected \(fault.expected)"
                    )
                }
            }
            guard case .null = try data.require("token_match", in: data.root).content else {
                throw GrammarModelError(file: file, reason: "expected no pattern of whole tokens (token_match)")
            }
            guard case .boolean(true) = try data.require("faster_heuristics", in: data.root).content else {
                throw GrammarModelError(file: file, reason: "expected faster_heuristics")
            }
            var exceptions: [(text: [UInt8], tokens: [ExceptionToken])] = []
            for pair in try data.map(try data.require("exceptions", in: data.root)) {
                let text = Array(try data.string(pair.key).utf8)
                let tokens = try data.array(pair.value).map { try exceptionToken($0, data) }
                guard !text.isEmpty, tokens.flatMap(\.text) == text, tokens.allSatisfy({ !$0.text.isEmpty }) else {
                    throw MessagePackError(offset: pair.value.offset, expected: "tokens that make up their exception")
                }
                exceptions.append((text, tokens))
            }
            let address = try pattern("url_match")
            do {
                return Source(
                    affixes: try AffixRules(
                        prefixes: try patterns("prefix_search"),
                        suffixes: try patterns("suffix_search"),
                        infixes: try patterns("infix_finditer")
                    ),
                    addresses: try AddressPattern(pattern: address.0),
                    exceptions: exceptions
                )
            } catch let fault as AffixPatternParser.Fault {
                throw GrammarModelError(file: file, offset: address.1, reason: "expected \(fault.expected)")
            }
        }
    }

    private static func exceptionToken(_ value: MessagePack.Value, _ data: MessagePack) throws -> ExceptionToken {
        var text: [UInt8] = []
        var norm: String?
        for pair in try data.map(value) {
            switch try data.integer(pair.key) {
            case Attribute.text: text = Array(try data.string(pair.value).utf8)
            case Attribute.norm: norm = try data.string(pair.value)
            default: throw MessagePackError(offset: pair.key.offset, expected: "text or norm of a token")
            }
        }
        return ExceptionToken(text: text, norm: norm)
    }

    /// Makes rules, and the words that exceptions name, known to `store`.
    init(_ source: Source, lexicon: Lexicon, phrases: SpecialPhrases, store: inout LexemeStore) {
        affixes = source.affixes
        addresses = source.addresses
        self.phrases = phrases
        var exceptions = ByteTable()
        var exceptionTokens: [[LexemeStore.ChunkToken]] = []
        for (text, tokens) in source.exceptions {
            let span = text.span
            var at = 0
            var made: [LexemeStore.ChunkToken] = []
            for token in tokens {
                let range = at..<at + token.text.count
                let lexeme =
                    token.norm.map { store.insert(span, range, norm: StringNumber.of($0), lexicon) }
                    ?? store.lexeme(span, range, lexicon)
                made.append(LexemeStore.ChunkToken(start: Int32(at), end: Int32(range.upperBound), lexeme: lexeme))
                at = range.upperBound
            }
            exceptions.insert(
                span,
                0..<span.count,
                hash: MurmurHash.string(span, 0..<span.count),
                value: Int32(exceptionTokens.count)
            )
            exceptionTokens.append(made)
        }
        self.exceptions = exceptions
        self.exceptionTokens = exceptionTokens
        longestException = source.exceptions.map(\.text.count).max() ?? 0
    }

    /// The tokens of an exception that all of a range is.
    func exception(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [LexemeStore.ChunkToken]? {
        guard range.count <= longestException, let found = exceptions.find(bytes, range) else { return nil }
        return exceptionTokens[Int(found)]
    }

    /// Cuts a chunk without white space, or one of white space alone. O(*n*).
    func cut(_ bytes: Span<UInt8>, _ chunk: Range<Int>, _ lexicon: Lexicon, _ store: inout LexemeStore) -> [LexemeStore
        .ChunkToken]
    {
        var cutter = ChunkCutter(base: chunk.lowerBound)
        cutter.cutAffixes(bytes, chunk, self)
        var tokens: [LexemeStore.ChunkToken] = []
        func add(_ range: Range<Int>, _ store: inout LexemeStore) {
            tokens.append(cutter.token(range, store.lexeme(bytes, range, lexicon)))
        }
        for range in cutter.prefixes { add(range, &store) }
        let middle = cutter.middle
        if !middle.isEmpty {
            if let exception = exception(bytes, middle) {
                let shift = Int32(truncatingIfNeeded: middle.lowerBound - chunk.lowerBound)
                tokens += exception.map {
                    LexemeStore.ChunkToken(start: $0.start + shift, end: $0.end + shift, lexeme: $0.lexeme)
                }
            } else if addresses.matches(bytes, middle) {
                add(middle, &store)
            } else {
                var infixes: [Range<Int>] = []
                affixes.infixes(bytes, middle, into: &infixes)
                var start = middle.lowerBound
                for infix in infixes where infix.lowerBound != middle.lowerBound {
                    if start < infix.lowerBound { add(start..<infix.lowerBound, &store) }
                    add(infix, &store)
                    start = infix.upperBound
                }
                if start < middle.upperBound { add(start..<middle.upperBound, &store) }
            }
        }
        for range in cutter.suffixes.reversed() { add(range, &store) }
        return tokens
    }

    /// Cuts a chunk by affixes and infixes alone, as special phrases are found in.
    static func cutWithoutExceptions(_ text: [UInt8], _ source: Source) -> [Range<Int>] {
        let bytes = text.span
        var cutter = ChunkCutter(base: 0)
        cutter.cutAffixes(bytes, 0..<bytes.count, affixes: source.affixes) { _ in false }
        var ranges = cutter.prefixes
        if !cutter.middle.isEmpty {
            if source.addresses.matches(bytes, cutter.middle) {
                ranges.append(cutter.middle)
            } else {
                var infixes: [Range<Int>] = []
                source.affixes.infixes(bytes, cutter.middle, into: &infixes)
                var start = cutter.middle.lowerBound
                for infix in infixes where infix.lowerBound != cutter.middle.lowerBound {
                    if start < infix.lowerBound { ranges.append(start..<infix.lowerBound) }
                    ranges.append(infix)
                    start = infix.upperBound
                }
                if start < cutter.middle.upperBound { ranges.append(start..<cutter.middle.upperBound) }
            }
        }
        return ranges + cutter.suffixes.reversed()
    }
}
