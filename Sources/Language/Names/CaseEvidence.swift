internal import TextCore

/// How words are capitalised over a text: what tells a name from a word that only opens a sentence.
struct CaseEvidence {
    /// For each word, how often it is capitalised where nothing but its being a name can be the reason.
    private(set) var capitalized: [UInt16]
    /// For each word, how often it is written small.
    private(set) var lower: [UInt16]
    /// For each sentence, whether its words are capitalised as in a title, or all in capitals.
    private(set) var titleCase: [Bool]
    /// For each sentence, whether most of its words are all in capitals.
    private(set) var allCaps: [Bool]

    init(_ context: AnnotationContext) {
        capitalized = [UInt16](repeating: 0, count: context.words.count)
        lower = capitalized
        titleCase = [Bool](repeating: false, count: context.sentences.count)
        allCaps = titleCase
        for (number, sentence) in context.sentences.enumerated() {
            var long = 0
            var capital = 0
            var words = 0
            var caps = 0
            for index in sentence.tokens {
                let token = context.tokens[index]
                if token.kind == .word { words += 1 }
                if token.shape.contains(.allCaps) { caps += 1 }
                guard token.kind == .word, token.end - token.start >= 3, !context.flags[index].contains(.function) else {
                    continue
                }
                long += 1
                if token.isCapitalized { capital += 1 }
            }
            allCaps[number] = words > 2 && caps * 3 >= words * 2
            let role = context.sections.indices.contains(sentence.section) ? context.sections[sentence.section].role : .body
            let isHeading = role == .headline || role == .heading
            titleCase[number] = isHeading ? long >= 2 && capital * 4 >= long * 3 : long >= 5 && capital == long
            if titleCase[number] { continue }
            var opens = true
            for index in sentence.tokens {
                let token = context.tokens[index]
                defer { if token.kind != .clitic { opens = Self.opensAfter(token, context, index) } }
                guard token.kind == .word else { continue }
                let word = Int(context.words.ids[index])
                if token.isCapitalized {
                    if !opens { capitalized[word] = Self.increased(capitalized[word]) }
                } else {
                    lower[word] = Self.increased(lower[word])
                }
            }
        }
    }

    /// One more, up to what the counters hold: a word written more often than that is no rarer.
    private static func increased(_ count: UInt16) -> UInt16 { count == .max ? count : count + 1 }

    /// Whether a word behind `token` is capitalised for its place alone.
    static func opensAfter(_ token: Token, _ context: AnnotationContext, _ index: Int) -> Bool {
        switch token.kind {
        case .quote: true
        case .terminator: !(index > 0 && context.isInitial(index - 1)) && !context.flags[max(index - 1, 0)].contains(.honorific)
        case .dash: !context.isHyphen(index)
        case .punctuation:
            context.isByte(index, UInt8(ascii: ":")) || context.isByte(index, UInt8(ascii: "("))
                || context.isByte(index, UInt8(ascii: "[")) || context.isByte(index, UInt8(ascii: "/"))
        case .symbol: true
        default: false
        }
    }
}
