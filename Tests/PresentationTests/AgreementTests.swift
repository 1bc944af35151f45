import Collation
import Speech
import Testing

@testable import Presentation

/// The section of a shared statement is the strongest description that is true.
@Suite struct AgreementTests {
    /// One letter a witness, one witness an article: q quoted, Q quoted in the same words, r retold, n narrated, v verbatim outside
    /// marks, V verbatim in marks.
    private func agreement(_ forms: String, speakers: [String?] = [], hasOneSpeaker: Bool = true, articles: [Int] = [])
        -> Agreement
    {
        Agreement(
            forms.enumerated().map { index, letter in
                Agreement.Evidence(
                    article: articles.isEmpty ? index : articles[index],
                    form: letter == "r" ? .retold : letter == "n" ? .narrated : "vV".contains(letter) ? .verbatim : .quoted,
                    isQuoted: "qQV".contains(letter),
                    words: letter == "q" ? ["word", "\(index)"] : ["same", "words"],
                    speaker: speakers.isEmpty ? nil : speakers[index]
                )
            },
            hasOneSpeaker: hasOneSpeaker
        )
    }

    @Test(arguments: [
        ("QQ", Agreement.sameWordsQuoted), ("VV", .sameWordsQuoted), ("VQ", .sameWordsQuoted), ("QQr", .sameWordsQuoted),
        ("qq", .sameQuotation), ("Qq", .sameQuotation), ("qqr", .sameQuotation), ("qqn", .sameQuotation),
        ("qr", .quotedAndRetold), ("qrn", .quotedAndRetold), ("qn", .saidAndNarrated), ("rn", .saidAndNarrated),
        ("rr", .retold), ("nn", .narrated), ("vv", .verbatim), ("vvn", .verbatim), ("vvq", .verbatim), ("rrn", .saidAndNarrated),
    ])
    func strongestTrueDescription(_ forms: String, _ expected: Agreement) {
        #expect(agreement(forms) == expected)
    }

    /// “Here” and “there” are two articles.
    @Test func oneArticleIsNotHereAndThere() {
        #expect(agreement("qrn", articles: [0, 0, 1]) == .saidAndNarrated)
        #expect(agreement("qnn", articles: [0, 0, 1]) == .saidAndNarrated)
        #expect(agreement("qrr", articles: [0, 0, 1]) == .quotedAndRetold)
        #expect(agreement("qqn", articles: [0, 0, 1]) == .saidAndNarrated)
    }

    @Test func speakersUnderDifferentNames() {
        #expect(agreement("qq", speakers: ["Ilse Varnach", "Tomas Rehling"], hasOneSpeaker: false) == .otherSpeakers)
        #expect(agreement("qq", speakers: ["Ilse Varnach", "Varnach"], hasOneSpeaker: false) == .sameQuotation)
        #expect(agreement("qq", speakers: ["Ilse Varnach", nil], hasOneSpeaker: false) == .sameQuotation)
        #expect(agreement("qq", speakers: ["Ilse Varnach", "La ministre"], hasOneSpeaker: true) == .sameQuotation)
    }

    private func collation(_ texts: [String], _ quotes: [String?], _ forms: [Witness.Form]) -> Collation {
        let articles = zip(texts, quotes).enumerated().map { index, pair in
            var article = FixtureArticle(
                id: "\(index).txt",
                outlet: "Paper \(index)",
                language: "en",
                published: nil,
                text: "Head\n\n" + pair.0
            )
            if let quote = pair.1 { article.quote([quote], by: "Ilse Varnach") }
            return (article, article.range(pair.0))
        }
        return Collation(
            articles: articles.map(\.0.analyzed),
            shared: [
                SharedStatement(
                    id: "s7",
                    kind: .speech,
                    speaker: "Ilse Varnach",
                    strength: .strong,
                    witnesses: zip(articles, forms).enumerated().map { index, pair in
                        Witness(passage: Passage(article: index, range: pair.0.1), form: pair.1)
                    },
                    reasons: []
                )
            ]
        )
    }

    /// What counts is the words in the marks, not the sentence around them, its case or its punctuation.
    @Test func quotedWordsAreCompared() {
        let same = collation(
            ["“The pier holds,” she said.", "Varnach said: “The pier holds.”"],
            ["The pier holds,", "The pier holds."],
            [.quoted, .quoted]
        )
        #expect(StoryView(same).agreements == [.sameWordsQuoted])
        let other = collation(
            ["“The pier holds,” she said.", "Varnach said: “The pier stands.”"],
            ["The pier holds,", "The pier stands."],
            [.quoted, .quoted]
        )
        #expect(StoryView(other).agreements == [.sameQuotation])
    }

    /// A narrated witness does not hide that the others quote, and its line says that it narrates.
    @Test func aNarratedWitnessHidesNothing() {
        let mixed = collation(
            ["“The pier holds,” she said.", "Varnach said: “The pier stands.”", "The pier holds."],
            ["The pier holds,", "The pier stands.", nil],
            [.quoted, .quoted, .narrated]
        )
        #expect(StoryView(mixed).agreements == [.sameQuotation])
        let view = StoryView(mixed)
        let witnesses = view.collation.shared[0].witnesses
        #expect(witnesses.map { view.agreement(of: $0, in: 0) } == [.sameQuotation, .sameQuotation, .saidAndNarrated])
        let page = CollationRenderer(format: .html).render(mixed)
        #expect(page.contains("data-s=\"s7\" data-k=\"saidAndNarrated\">The pier holds."))
        let text = CollationRenderer(format: .terminal).render(mixed)
        #expect(text.contains("narrated  The pier holds."))
        #expect(text.contains("quoted    “The pier holds,”"))
    }

    /// Copied narration is no quotation, even when the statement is speech elsewhere.
    @Test func copiedSentencesOutsideMarks() {
        let copied = collation(
            ["She told him the pier holds.", "She told him the pier holds."],
            [nil, nil],
            [.verbatim, .verbatim]
        )
        #expect(StoryView(copied).agreements == [.verbatim])
        let quoted = collation(
            ["“The pier holds.”", "“The pier holds.”"],
            ["The pier holds.", "The pier holds."],
            [.verbatim, .verbatim]
        )
        #expect(StoryView(quoted).agreements == [.sameWordsQuoted])
    }
}
