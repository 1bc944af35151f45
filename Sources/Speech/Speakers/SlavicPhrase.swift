internal import Language
internal import TextCore

/// A noun phrase of Russian or Ukrainian: the noun that heads it comes first, behind its adjectives, and what it is of behind it.
struct SlavicPhrase {
    private let reading: SpeechReading
    private let cases: SlavicCases
    private let head: Range<Int>

    /// Nil in other languages.
    init?(_ head: Range<Int>, _ reading: SpeechReading) {
        guard !head.isEmpty, let cases = SlavicCases.of(reading.text.language) else { return nil }
        self.reading = reading
        self.cases = cases
        self.head = head
    }

    /// The token that ends the noun which heads the phrase: “службе” of «пресс-службе Кремля». O(tokens).
    var noun: Int {
        var index = head.lowerBound
        while index < head.upperBound {
            let word = wholeWord(at: index)
            if word.upperBound >= head.upperBound || !isAdjective(word) { return word.upperBound - 1 }
            index = word.upperBound
        }
        return head.upperBound - 1
    }

    /// Whether a name stands behind the noun as what it is of, not as its own name: «министерство обороны Ирана», but «агентство Портинфо».
    func isOf(_ name: Range<Int>) -> Bool {
        let noun = noun
        // «газета «Утро»»: a name in marks is the noun's own.
        guard reading.tokens[noun].kind == .word, noun < name.lowerBound,
            !(noun..<name.lowerBound).contains(where: { reading.tokens[$0].kind == .quote })
        else { return false }
        return !Self.appositive.contains(RoleWords.canonical(noun, reading))
            && !Self.texts.contains(RoleWords.canonical(noun, reading))
    }

    /// Whether a name that starts behind the noun is an institution's for its form: in capitals throughout, or one that has no cases.
    func isOfInstitution(_ name: Range<Int>) -> Bool {
        name.contains { reading.tokens[$0].shape.contains(.allCaps) && reading.tokens[$0].range.count > 2 }
            || cases.phrases.isIndeclinable(reading.text.text[reading.tokens[name.lowerBound].range])
    }

    /// The phrase in the nominative; nil where nothing in front of it tells its case, or its noun has no ending that is known.
    var nominative: String? {
        guard head.lowerBound > 0, let governed = cases.phrases.governed(by: reading.tokens[head.lowerBound - 1].hash) else {
            return nil
        }
        let end = noun + 1
        var words: [String] = []
        var index = head.lowerBound
        while index < end {
            let word = wholeWord(at: index)
            words.append(reading.text.text[reading.bytes(word)])
            index = word.upperBound
        }
        guard let known = cases.phrases.nominative(words, from: governed) else { return nil }
        let rest = end < head.upperBound ? " " + reading.text.text[reading.bytes(end..<head.upperBound)] : ""
        return known.joined(separator: " ") + rest
    }

    /// A word with what hyphens join to it.
    private func wholeWord(at start: Int) -> Range<Int> {
        var end = start + 1
        while end + 1 < head.upperBound, reading.tokens[end].kind == .dash, !reading.tokens[end].followsSpace,
            !reading.tokens[end + 1].followsSpace
        {
            end += 2
        }
        return start..<end
    }

    private func isAdjective(_ word: Range<Int>) -> Bool {
        cases.phrases.isAdjective(reading.text.text[reading.bytes(word)])
            && !reading.has(word.upperBound - 1, [.role, .collective, .document])
    }

    private static let appositive = stems("appositive")
    private static let texts = stems("document")

    private static func stems(_ section: String) -> Set<UInt64> {
        let file = LexiconFile(PackageResources.grammar_txt)
        return Set(["ru", "uk"].flatMap { file["\($0) \(section)"].joined() }.flatMap(RoleWords.words(of:)))
    }
}
