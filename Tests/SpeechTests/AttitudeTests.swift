import Glibc
import Language
import TestSupport
import Testing
import TextCore

@testable import Speech

/// What predicates attribute beside speech: by rules, and by heads where the model is there.
struct AttitudeTests {
    /// A text's attitudes as `type: content ← speaker`.
    private func attitudes(_ string: String, _ annotator: Annotator = Annotator()) -> [String] {
        let text = UTF8Text(string)
        let annotated = annotator.annotate(
            text,
            sections: [TextSection(range: text.range, role: .body)],
            language: "en"
        )
        return SpeechAnalyzer().analyze(annotated).attitudes.map { attitude in
            let content = attitude.content.map { text[$0] }.joined(separator: " / ")
            return "\(attitude.type): \(content) ← \(attitude.speaker?.name ?? "?")"
        }
    }

    /// Sentences that both ways of reading understand alike.
    static let sentences: [(String, String)] = [
        ("Ilse Varnach praised the harbor crew for its calm.", "assertion: the harbor crew for its calm ← Ilse Varnach"),
        ("Ilse Varnach wants to close the old lock.", "eventuality: to close the old lock ← Ilse Varnach"),
        ("Residents of Port Varra oppose the dam.", "eventuality: the dam ← Residents of Port Varra"),
        ("Ned Tolley seemed surprised by the vote.", "belief: surprised by the vote ← ?"),
        ("The ferry is expected to leave on Monday.", "belief: to leave on Monday ← ?"),
        ("The union urged the council to reopen the pier.", "eventuality: the council to reopen the pier ← union"),
        ("Ilse Varnach talked about the storm of 1953.", "topic: the storm of 1953 ← Ilse Varnach"),
        ("The plan was criticized by Ned Tolley.", "assertion: The plan ← Ned Tolley"),
        ("Ned Tolley was confident that the bridge would hold.", "belief: that the bridge would hold ← Ned Tolley"),
        ("Ilse Varnach voiced support for a second bridge.", "assertion: support for a second bridge ← Ilse Varnach"),
        ("The keeper reportedly left the island in March.", "belief: left the island in March ← ?"),
    ]

    @Test(arguments: sentences) func byRules(_ sentence: String, _ expected: String) {
        #expect(attitudes(sentence) == [expected])
    }

    @Test(
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: sentences
    )
    func byHeads(_ sentence: String, _ expected: String) throws {
        #expect(attitudes(sentence, Annotator(english: try EnglishModel.shared.get())) == [expected])
    }

    /// Nouns, compounds and participles that look like predicates.
    @Test(arguments: [
        "The support beams of the old pier were replaced in March.",
        "The report of the board runs to ninety pages.",
        "The plans lie in the drawer of the harbor office.",
        "Order, calm and a good breakfast make a good captain.",
    ])
    func noPredicates(_ sentence: String) {
        #expect(attitudes(sentence) == [])
    }

    /// A day is nothing that anybody thinks.
    @Test(
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: ["The council voted on Monday.", "The committee reported on Tuesday.", "The senator commented on Thursday."]
    )
    func daysAreNoContent(_ sentence: String) throws {
        #expect(attitudes(sentence, Annotator(english: try EnglishModel.shared.get())) == [])
    }

    /// What stands inside of speech is the speaker's, no attitude of the article's.
    @Test func noneInsideSpeech() {
        #expect(attitudes("“She wants to close the lock,” said Ned Tolley.") == [])
        #expect(attitudes("Ned Tolley said that she wants to close the lock.") == [])
    }

    @Test func retoldContentHasItsComplementizer() {
        let text = UTF8Text("Ned Tolley said that the pier was “not safe” in winter.")
        let annotated = Annotator().annotate(text, sections: [TextSection(range: text.range, role: .body)], language: "en")
        let analysis = SpeechAnalyzer().analyze(annotated)
        #expect(analysis.quotations.map { text[$0.range] } == ["that the pier was “not safe” in winter"])
        #expect(analysis.quotations.map(\.type) == [.assertion])
        #expect(analysis.quotations.map(\.kind) == [.mixed])
    }

    /// Attitudes overlap neither quotations nor each other, whatever the text.
    @Test func standApartOnOddTexts() {
        var random = SeededRandom(seed: 5)
        let pieces = [
            "Ned Tolley", "said", "wants", "to", "praised", "that", "the plan", ",", ".", "“", "”", "by", "was", "criticized",
            "seemed", "his claim", "support for", "reportedly", "and", "who", "called", "a liar", "urged", "(", ")", "—", "\n",
        ]
        for _ in 0..<400 {
            let string = (0..<24).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
            let text = UTF8Text(string)
            let annotated = Annotator().annotate(text, sections: [TextSection(range: text.range, role: .body)], language: "en")
            let analysis = SpeechAnalyzer().analyze(annotated)
            var end = 0
            for attitude in analysis.attitudes {
                #expect(attitude.range.lowerBound >= end, "\(string)")
                end = attitude.range.upperBound
                let isApart = analysis.quotations.allSatisfy { quotation in
                    !quotation.isSpeech || quotation.content.allSatisfy { !$0.overlaps(attitude.range) }
                }
                #expect(isApart, "\(string)")
            }
        }
    }

    /// A text of predicates alone takes time in proportion to its length: twice the text, not four times the time. Time of this
    /// thread alone, so that other work on the machine does not count.
    @Test func boundedOnPredicatesAlone() {
        let short = time(ofPredicates: 1000)
        let long = time(ofPredicates: 2000)
        #expect(long < 3.2 * short, "\(short) s, \(long) s")
    }

    /// The least of three measurements, in seconds.
    private func time(ofPredicates count: Int) -> Double {
        let text = UTF8Text(String(repeating: "wants to support praised plans ", count: count))
        let annotated = Annotator().annotate(text, sections: [TextSection(range: text.range, role: .body)], language: "en")
        return (0..<3).map { _ in
            let start = threadTime()
            _ = SpeechAnalyzer().analyze(annotated)
            return threadTime() - start
        }.min() ?? 0
    }

    private func threadTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// What was spoken of or written is told apart from what was said.
    @Test(arguments: [
        ("Ann Moss came in. She discussed the plan.", AttributionType.topic), ("Ann Moss thanked him.", .topic),
        ("Ann Moss wrote a book.", .topic), ("Ann Moss discussed whether the port would close.", .assertion),
        ("Ann Moss praised the plan.", .assertion),
    ])
    func topics(text: String, type: AttributionType) {
        let speech = Analysis(text).speech
        #expect((speech.quotations + speech.attitudes).map(\.type) == [type])
    }
}

struct EnglishInflectionTests {
    private func forms(of base: String, past: String? = nil, participle: String? = nil) -> [String] {
        func bytes(_ word: String?) -> [UInt8]? { word.map { Array($0.utf8) } }
        return EnglishInflection.forms(of: Array(base.utf8), past: bytes(past), participle: bytes(participle), gerund: nil)
            .map { String(decoding: $0.form, as: UTF8.self) }
    }

    @Test(arguments: [
        ("praise", "praise praises praised praised praising"), ("deny", "deny denies denied denied denying"),
        ("stress", "stress stresses stressed stressed stressing"), ("agree", "agree agrees agreed agreed agreeing"),
        ("have", "have has haved haved having"), ("play", "play plays played played playing"),
        ("veto", "veto vetoes vetoed vetoed vetoing"), ("watch", "watch watches watched watched watching"),
        ("tie", "tie ties tied tied tying"),
    ])
    func regular(_ verb: String, _ forms: String) { #expect(self.forms(of: verb).joined(separator: " ") == forms) }

    @Test func doubledAndIrregular() {
        #expect(forms(of: "admit", past: "admitted") == ["admit", "admits", "admitted", "admitted", "admitting"])
        #expect(forms(of: "see", past: "saw", participle: "seen") == ["see", "sees", "saw", "seen", "seeing"])
    }

    @Test(arguments: [
        ("claim", "claims"), ("body", "bodies"), ("key", "keys"), ("wish", "wishes"), ("speech", "speeches"), ("bias", "biases"),
    ])
    func plural(_ noun: String, _ plural: String) {
        #expect(EnglishInflection.plural(of: Array(noun.utf8).span) == Array(plural.utf8))
    }
}
