import Testing

@testable import Speech

/// Who may have spoken a quotation whose source does not name its speaker: what `fit_speakers.py` learns from.
@Suite struct SpeakerCandidateTests {
    private func choices(_ text: String) -> [[RankingDump.Row]] { RankingDump.speakers(Analysis(text).annotated) }

    private func features(_ row: RankingDump.Row) -> Set<String> {
        Set(zip(RankingDump.speakerNames, row.features).filter(\.1).map(\.0))
    }

    @Test func aPronounMayBeAnybodyNamedBefore() throws {
        let text = "Anders Vole met Ilse Varnach at the port. “I radioed twice,” he said."
        let rows = try #require(choices(text).first)
        #expect(rows.allSatisfy { $0.situation == "pronoun" })
        #expect(rows.map(\.name) == ["Ilse Varnach", "Anders Vole"])
        #expect(rows.map(\.isRuled) == [false, true])
        #expect(features(rows[1]).isSuperset(of: ["isPerson", "isSubject", "inSentenceBefore", "secondNearest"]))
        #expect(features(rows[0]).isSuperset(of: ["nearest", "neverSpoke"]))
    }

    @Test func aSourceThatNamesItsSpeakerLeavesNoChoice() {
        #expect(choices("Anders Vole met Ilse Varnach. “I radioed twice,” Anders Vole said.").isEmpty)
    }

    @Test func wordsThatNoCueClaimsAreFree() throws {
        let text = "Anders Vole met Ilse Varnach at the port. “The pumps are dry and we sail at dawn.”"
        let rows = try #require(choices(text).first { $0.first?.situation == "free" })
        #expect(rows.map(\.name) == ["Ilse Varnach", "Anders Vole"])
        let ruled = try #require(rows.first { $0.isRuled })
        #expect(ruled.name == "Anders Vole")
        #expect(features(ruled).isSuperset(of: ["isSubjectOfSentenceBefore", "inParagraph", "neverSpoke", "opensParagraph"]))
    }
}
