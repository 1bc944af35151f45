import Testing
import TextCore

@testable import Speech

/// Where retold content ends: places in its sentence, what is measured of them, and which is chosen.
@Suite struct ContentEndTests {
    /// The choices of a text: the words that each place would cut off, with the features of the place.
    private func choices(_ text: String) -> [[(rest: String, features: Set<ContentEndFeature>)]] {
        let analysis = Analysis(text)
        let reading = SpeechReading(analysis.annotated)
        let chooser = ContentEndChooser(reading: reading)
        return chooser.choices(among: QuotationBuilder.drafts(of: reading)).map { _, choice in
            let last = choice.ends.last ?? 0
            return choice.ends.indices.map { place in
                let end = choice.ends[place]
                let rest = end < last ? analysis.text[reading.bytes(end..<last)] : ""
                return (rest, Set(ContentEndFeature.allCases.filter { choice.features[place][$0.rawValue] }))
            }
        }
    }

    @Test func measuresThePlacesOfASentence() throws {
        let found = try #require(
            choices("Tolley said the bridge was closed, but he refused to discuss the plans with reporters.").first
        )
        #expect(found.map(\.rest) == [", but he refused to discuss the plans with reporters", ""])
        #expect(found[0].features.isSuperset(of: [.atComma, .beforeBut, .butSubject, .pronounOfSource, .verbBehind, .isFirst]))
        #expect(found[1].features.isSuperset(of: [.isSentenceEnd, .isRuled, .allOfSpeech]))
        #expect(found[0].features.isDisjoint(with: [.isRuled, .isSentenceEnd, .verblessSoFar]))
    }

    @Test func leavesQuotedWordsAndRelativeClausesWhole() {
        let relative = choices("Tolley said the bridge, which was built in 1931, was closed.").joined()
        #expect(!relative.isEmpty && relative.allSatisfy { !$0.rest.contains("which") })
        for choice in choices("Tolley said the pier was old, although Lund had called it “sound, dry and safe.”") {
            for place in choice { #expect(!place.rest.contains("sound") || place.rest.isEmpty) }
        }
    }

    @Test func theRulesChoiceStandsUnlessAnotherIsBetterByTheMargin() {
        func model(_ weight: Double) -> LogLinearModel<ContentEndFeature> {
            let rows = "# test\n[lexical]\nmargin\t0.5\natComma\t\(weight)\nisRuled\t1\n"
            return LogLinearModel(LexiconFile(Array(rows.utf8)), section: "lexical")
        }
        var comma = Array(repeating: false, count: ContentEndFeature.allCases.count)
        var ruled = comma
        comma[ContentEndFeature.atComma.rawValue] = true
        ruled[ContentEndFeature.isRuled.rawValue] = true
        #expect(model(1.4).choice([comma, ruled], ruled: 1) == 1)
        #expect(model(1.6).choice([comma, ruled], ruled: 1) == 0)
        #expect(model(1.6).score(comma) == 1.6)
        // A place that is none changes nothing.
        #expect(model(1.6).choice([comma], ruled: 3) == 3)
    }

    @Test(arguments: ["lexical", "heads"])
    func weightsHaveTheirRows(section: String) {
        let file = LexiconFile(PackageResources.content_end_weights_txt)
        let names = Set(RankingDump.endNames + ["margin"])
        #expect(file[section].count > RankingDump.endNames.count / 2)
        // A row for a feature that is no more would be lost in silence.
        for row in file[section] { #expect(names.contains(row[0])) }
    }

    /// Indirect speech of a text.
    private func retold(_ text: String) -> [String] {
        let analysis = Analysis(text)
        return analysis.speech.quotations.filter { $0.isSpeech && $0.kind == .indirect }.map(analysis.content)
    }

    @Test(arguments: [
        ("Tolley said the bridge was closed, but he refused to discuss the plans with reporters.", "the bridge was closed"),
        ("Lund claimed that the tunnel was dry, although the pumps had been running since March.", "that the tunnel was dry"),
        ("Strand said the pier would reopen in June; the harbor board has put it off twice.", "the pier would reopen in June"),
    ])
    func whatTheWriterAddsIsNotTheSpeakers(text: String, content: String) {
        #expect(retold(text).contains(content))
    }

    @Test(arguments: [
        (
            "Tolley said the bridge was closed and that trucks would have to wait.",
            "the bridge was closed and that trucks would have to wait"
        ),
        ("Lund said the tunnel would flood if the pumps failed.", "the tunnel would flood if the pumps failed"),
        ("Strand said the pier was closed because the piles had moved.", "the pier was closed because the piles had moved"),
    ])
    func whatGoesOnIsTheSpeakers(text: String, content: String) {
        #expect(retold(text).contains(content))
    }

    @Test func contentEndsInNoConjunction() {
        for text in ["Tolley said the pier was old and dry and", "Lund said the pier was old, and Gov. Tolley left, and"] {
            for place in choices(text).joined() where place.features.contains(.isSentenceEnd) { #expect(place.rest.isEmpty) }
            #expect(retold(text).allSatisfy { !$0.hasSuffix(" and") })
        }
    }

    @Test func otherLanguagesKeepWhatTheRulesChose() {
        let analysis = Analysis("Ned Tolley sagte, die Brücke sei gesperrt, aber er nannte keinen Grund.", language: "de")
        let reading = SpeechReading(analysis.annotated)
        let drafts = QuotationBuilder.drafts(of: reading)
        #expect(ContentEndChooser(reading: reading).ended(drafts).map(\.contents) == drafts.map(\.contents))
    }
}
