import Testing
import TextCore

@testable import Speech

/// Spans in marks that no cue claims: speech or not is judged by fitted weights.
@Suite struct MarkJudgeTests {
    /// The features of the one span of a text that starts with `words`.
    private func features(_ text: String, of words: String) throws -> Set<MarkFeature> {
        let analysis = Analysis(text)
        let builder = QuotationBuilder.ruled(SpeechReading(analysis.annotated))
        let spans = builder.reading.spans
        let index = try #require(
            spans.indices.first { analysis.text[builder.reading.bytes(spans[$0].content)].hasPrefix(words) }
        )
        let values = builder.features.values(index)
        return Set(MarkFeature.allCases.filter { values[$0.rawValue] })
    }

    @Test func measuresWhatStandsAroundASpan() throws {
        let found = try features("The film “Salt on the Stairs,” by Ines Lund, opened on Sunday.", of: "Salt")
        #expect(found.isSuperset(of: [.isTitle, .afterWork, .beforeBy, .endsInComma, .hasNoCue, .upToSixWords]))
        #expect(found.isDisjoint(with: [.startsSmall, .opensSentence, .endsParagraph]))
        let chant = try features("Chants of “shame!” could be heard.", of: "shame")
        #expect(chant.isSuperset(of: [.afterOf, .sayingNearBefore, .oneWord, .startsSmall, .endsInQuestion]))
    }

    @Test func knowsTheEndsOfSections() throws {
        let found = try features("Harbor news\n“Low tide”\nStrand said no.", of: "Low")
        #expect(found.isSuperset(of: [.opensParagraph, .endsParagraph]))
        #expect(found.isDisjoint(with: [.beforeCapital]))
    }

    @Test func weightsHaveTheirHeaderAndRows() {
        let judge = MarkJudge.fitted
        #expect(judge.threshold != 0 && judge.intercept != 0)
        #expect(judge.weights.filter { $0 != 0 }.count > MarkFeature.allCases.count / 2)
        // A row for a feature that is no more would be lost in silence.
        let names = Set(MarkFeatureDump.names)
        for row in LexiconFile(PackageResources.mark_weights_txt)["weights"] { #expect(names.contains(row[0])) }
    }

    @Test func oddsAreTheSumOfWeights() {
        let judge = MarkJudge(
            LexiconFile(Array("# test\n[decision]\nintercept\t-1\nthreshold\t0.5\n[weights]\noneWord\t2\nisTitle\t-3\n".utf8))
        )
        var features = Array(repeating: false, count: MarkFeature.allCases.count)
        #expect(judge.logOdds(features) == -1)
        features[MarkFeature.oneWord.rawValue] = true
        #expect(judge.logOdds(features) == 1 && judge.isSpeech(features))
        features[MarkFeature.isTitle.rawValue] = true
        #expect(!judge.isSpeech(features))
    }

    /// The quotations of a text that hold some words.
    private func quotations(_ text: String, holding words: String, headline: Bool = false) -> [Quotation] {
        let analysis = Analysis(text, headline: headline)
        return analysis.speech.quotations.filter { analysis.content($0).contains(words) }
    }

    @Test(arguments: ["weird, weird walk", "postcard patriotism"])
    func keepsFragmentsThatSomebodySaid(words: String) {
        let text = "Mayor Helen Strand mocked the senator’s “weird, weird walk” and assailed his “postcard patriotism.”"
        #expect(quotations(text, holding: words).contains { $0.isSpeech })
    }

    @Test(arguments: [
        ("The prize went to “Nine Kinds of Rain” and the documentary “Weigh Station.”", "Nine Kinds of Rain"),
        ("The band, led by Marcia “Cia” Holt, opened with an old song.", "Cia"),
        ("“We won,” Strand said on Channel Six’s “Late Table.”", "Late Table"),
        ("The accounts are known as “burners.”", "burners"),
        ("<post author=\"@strand\" id=\"88431\"> The bridge is closed.", "@strand"),
    ])
    func rejectsTitlesNicknamesTermsAndAttributes(text: String, words: String) {
        let found = quotations(text, holding: words)
        #expect(!found.isEmpty && found.allSatisfy { !$0.isSpeech })
    }

    @Test func givesTheMarksOfATermToTheTermAndThePhraseToItsSource() {
        let text = "Strand attacked the warden for using the term “dead wood” in a letter."
        let found = quotations(text, holding: "dead wood")
        #expect(found.contains { $0.isSpeech && $0.kind == .mixed })
        #expect(found.contains { !$0.isSpeech && $0.enclosing != nil })
    }

    @Test func readsNoTitleInAHeadlineOfCapitals() throws {
        let text = """
            Kell Calls Harbor Hotel A ‘Horror Show,’ Tells Owners To Tear It Down
            President Warren Kell said on Sunday that it was an eyesore.
            """
        let quotation = try #require(quotations(text, holding: "Horror Show", headline: true).first)
        #expect(quotation.isSpeech && quotation.speaker?.name == "Warren Kell")
    }
}
