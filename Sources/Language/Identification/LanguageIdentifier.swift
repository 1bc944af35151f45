public import TextCore

/// Tells the language of a text by its script, its function words and the Compact Language Detector 2 (libcld2).
///
/// - A script that one language has to itself (Thai, Hangul, Greek, …) decides alone.
/// - Function words that are plainly one language's decide for it: so are articles in the usual languages told, fast.
/// - The rest is CLD2's, which knows some 80 languages by groups of letters; where it takes a language for its neighbor
///   (Norwegian and Danish, Croatian and Serbian, …), the words that only one of them has correct it.
/// - The language that a page or feed declares helps where the text alone does not tell. It is no more than a hint: texts of
///   a Ukrainian site that declares itself to be Russian are Ukrainian.
///
/// Long texts are sampled. Words in other scripts than most are left out, so a text of two languages in two scripts is the
/// language of the larger part.
///
/// - Complexity: O(1) in long texts, of which a few hundred words are read.
public struct LanguageIdentifier: Sendable {
    /// Makes an identifier.
    public init() {}

    /// ISO 639-1 code of the language of `tokens`; `und` where it is not reliable.
    /// - Parameter declared: the tag of the language that the text is said to be in, if any (`en-GB`).
    public func language(of text: UTF8Text, tokens: [Token], declared: String? = nil) -> String {
        let identified = identify(text, tokens: tokens, declared: declared)
        return identified.isReliable ? identified.code : "und"
    }

    /// The language of `tokens`, the best guess where nothing reliable tells it.
    /// - Parameter declared: the tag of the language that the text is said to be in, if any (`en-GB`).
    public func identify(_ text: UTF8Text, tokens: [Token], declared: String? = nil) -> IdentifiedLanguage {
        let declared = declared.flatMap(LanguageCode.primary)
        let evidence = LanguageEvidence(text, tokens)
        guard let script = evidence.script else { return .unknown }
        if let language = script.onlyLanguage { return IdentifiedLanguage(code: language) }
        switch script {
        case .kana: return IdentifiedLanguage(code: "ja")
        case .han: return HanEvidence(text, tokens).language(declared: declared)
        default: return Self.weigh(evidence, script, declared.flatMap { script.writes($0) ? $0 : nil })
        }
    }

    /// The language to read a text in that is declared to be in one: the declared one, unless the text is plainly in another.
    ///
    /// Templates of sites declare the wrong language often enough. A text is plainly in another one when its script is not that
    /// of the declared language, or when it is long enough to rely on and the two are not easily taken for each other.
    func settled(declared: String, of text: UTF8Text, tokens: [Token]) -> String {
        guard let code = LanguageCode.primary(declared) else { return language(of: text, tokens: tokens) }
        let found = identify(text, tokens: tokens, declared: declared)
        guard found.isReliable, found.code != code else { return declared }
        let evidence = LanguageEvidence(text, tokens)
        guard let script = evidence.script else { return declared }
        let lexicon = LanguageLexicon.shared
        let isNear = lexicon.codes.firstIndex(of: code).map { lexicon.group(of: found.code) & 1 << UInt64($0) != 0 } ?? false
        let isPlain = evidence.count >= Self.wordsToOverrule && !isNear
        return !script.writes(code) && evidence.count >= Self.fewWords || isPlain ? found.code : declared
    }

    /// The language of text in a script that several share.
    private static func weigh(_ evidence: LanguageEvidence, _ script: WritingSystem, _ declared: String?) -> IdentifiedLanguage {
        let lexicon = LanguageLexicon.shared
        let votes = WordVotes(evidence.votes(), words: evidence.count)
        if let language = votes.decisive, lexicon.group(of: language) & ~votes.bit(of: language) == 0 || votes.isFarAhead {
            return IdentifiedLanguage(code: language)
        }
        let detected = LanguageDetector.detect(evidence.letters, declared: declared).flatMap { script.writes($0.code) ? $0 : nil }
        let alphabet = script == .cyrillic || script == .arabic ? AlphabetEvidence(evidence.letters) : nil
        func fits(_ language: String) -> Bool { alphabet?.excludes(language) != true }

        if let detected, detected.isReliable, fits(detected.code), evidence.count >= fewWords || votes.supports(detected.code) {
            let language = corrected(detected.code, evidence)
            // A headline's few words: those that are a language's own weigh more than its groups of letters.
            if evidence.count < manyWords, let best = votes.clear, best != language, !votes.supports(language), fits(best) {
                return IdentifiedLanguage(code: best)
            }
            return IdentifiedLanguage(code: fits(language) ? language : detected.code)
        }
        if let best = votes.clear, fits(best) { return IdentifiedLanguage(code: corrected(best, evidence)) }
        // One alphabet alone has these letters, or it is the one among several whose words they are.
        if let fitting = alphabet?.fitting, let best = votes.best(of: fitting) { return IdentifiedLanguage(code: best) }
        if let declared, fits(declared), detected.map({ $0.code == declared || !$0.isReliable }) ?? true {
            return IdentifiedLanguage(code: declared)
        }
        guard let guess = detected?.code ?? votes.best else { return .unknown }
        // Two weak witnesses that agree.
        let agrees = votes.best == guess && votes.supports(guess) && fits(guess)
        return IdentifiedLanguage(code: corrected(guess, evidence), isReliable: agrees)
    }

    /// `language`, or the one of its neighbors that has more words in the text that are its own alone among them.
    private static func corrected(_ language: String, _ evidence: LanguageEvidence) -> String {
        let lexicon = LanguageLexicon.shared
        let group = lexicon.group(of: language)
        guard group != 0, let own = lexicon.codes.firstIndex(of: language) else { return language }
        let votes = evidence.exclusiveVotes(in: group)
        guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), best.key != own,
            best.value > votes[own, default: 0]
        else { return language }
        return lexicon.codes[best.key]
    }

    /// Fewer words than these do not suffice to believe CLD2 alone; with fewer than the others, function words outweigh it.
    private static let fewWords = 4
    /// As many words are needed to contradict what a page says of itself.
    private static let wordsToOverrule = 40
    private static let manyWords = 16
}

/// The function words of a text counted by language.
private struct WordVotes {
    private let votes: [Int]
    private let words: Int
    private let first: Int
    private let second: Int

    init(_ votes: [Int], words: Int) {
        self.votes = votes
        self.words = words
        var first = 0
        for index in votes.indices where votes[index] > votes[first] { first = index }
        var second = 0
        for index in votes.indices where index != first { second = max(second, votes[index]) }
        self.first = first
        self.second = second
    }

    private var most: Int { votes.isEmpty ? 0 : votes[first] }
    private func code(_ index: Int) -> String { LanguageLexicon.shared.codes[index] }

    /// The language with the most words.
    var best: String? { most > 0 ? code(first) : nil }

    /// The language of `languages` with the most words, when there is one; the only one, when there are no others.
    func best(of languages: [String]) -> String? {
        if languages.count == 1 { return languages.first }
        let counted = languages.map { language in
            LanguageLexicon.shared.codes.firstIndex(of: language).map { votes[$0] } ?? 0
        }
        guard let most = counted.max(), most > 0, counted.filter({ $0 == most }).count == 1 else { return nil }
        return counted.firstIndex(of: most).map { languages[$0] }
    }

    /// The language that a paragraph or more of text is plainly in.
    var decisive: String? { most >= 12 && most * 5 >= words && second * 2 <= most ? code(first) : nil }

    /// Whether even languages much like it have a third of its words at most.
    var isFarAhead: Bool { second * 3 <= most }

    /// The language whose words are clearly more than any other's.
    var clear: String? { most >= 2 && most * 8 >= words && second * 3 <= most * 2 && second < most ? code(first) : nil }

    /// Whether a language has words here, and as many as most languages, or has no list of words.
    func supports(_ language: String) -> Bool {
        guard let index = LanguageLexicon.shared.codes.firstIndex(of: language) else { return second == 0 && most <= 1 }
        return votes[index] > 0 && votes[index] * 2 > most
    }

    func bit(of language: String) -> UInt64 {
        LanguageLexicon.shared.codes.firstIndex(of: language).map { 1 << UInt64($0) } ?? 0
    }
}
