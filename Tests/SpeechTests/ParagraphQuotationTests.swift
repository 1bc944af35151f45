import Speech
import Testing
import TextCore

/// Quotations over paragraphs: opened again in each, or left open by a slip.
struct ParagraphQuotationTests {
    @Test(arguments: [("‘", "’"), ("'", "'"), ("“", "”"), ("\"", "\"")])
    func opensAgainInEachParagraph(opening: String, closing: String) {
        let analysis = Analysis(
            """
            \(opening)We will not sell,\(closing) said Joan Reed. \(opening)The ferry is ours.
            \(opening)It has been ours for a century.
            \(opening)And it will stay so.\(closing)
            Tom Hale left.
            """
        )
        #expect(
            analysis.said == [
                "direct: We will not sell, ← Joan Reed",
                "direct: The ferry is ours. / It has been ours for a century. / And it will stay so. ← Joan Reed",
            ]
        )
        #expect(analysis.speech.quotations.allSatisfy { $0.damage == nil })
    }

    /// Who opens the next paragraph is somebody else by name: the quotation before lacks its closing mark.
    @Test func anotherSpeakerInTheNextParagraphShowsAMissingMark() {
        let analysis = Analysis("Joan Reed said: “The ferry is ours. We keep it.\n“That is wrong,” said Mark Hill.")
        #expect(
            analysis.said == ["direct: The ferry is ours. We keep it. ← Joan Reed", "direct: That is wrong, ← Mark Hill"]
        )
        #expect(analysis.speech.quotations.map(\.damage) == [.unclosed, nil])
        #expect(analysis.speech.quotations.first?.damagedMark.map { analysis.text[$0] } == "“")
    }

    /// The same speaker by name goes on.
    @Test func theSameSpeakerGoesOn() {
        let analysis = Analysis("Joan Reed said: “The ferry is ours.\n“That is certain,” said Reed.")
        #expect(analysis.said == ["direct: The ferry is ours. / That is certain, ← Joan Reed"])
        #expect(analysis.speech.quotations.first?.damage == nil)
    }

    @Test func aSingleMarkThatNothingClosesOpensASentence() {
        let analysis = Analysis("Joan Reed said: ‘The ferry is ours. We keep it.\nMark Hill disagreed. ‘That is wrong,’ he said.")
        #expect(analysis.contents == ["The ferry is ours. We keep it.", "That is wrong,"])
        #expect(analysis.speech.quotations.first?.damage == .unclosed)
    }

    @Test func apostrophesOpenNothing() {
        #expect(Analysis("They left. ‘Twas the ferry of the ’90s.\n’Til May the workers’ boat stays.").contents.isEmpty)
    }

    /// English novels and some papers print dialogue with dashes.
    @Test func englishDialogueInDashes() {
        let analysis = Analysis("The door opened.\n– We are leaving, said Tom Hale.\n– When? asked the mayor.\n– Tomorrow.")
        #expect(
            // They take turns.
            analysis.said == ["direct: We are leaving, ← Tom Hale", "direct: When? ← mayor", "direct: Tomorrow. ← Tom Hale"]
        )
    }

    @Test func aListInDashesIsNoDialogue() {
        #expect(Analysis("The plan:\n– A new ferry for the port\n– Two boats, said to be old\n– A dock").contents.isEmpty)
        #expect(Analysis("Today:\n— “We need a ferry”, said Tom Hale.\n— Rain.").contents == ["We need a ferry"])
        #expect(Analysis("The plan:\n- We need a ferry, said Tom Hale.\n- We need a dock.").contents.isEmpty)
    }
}
