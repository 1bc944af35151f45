import TestSupport
import Testing
import TextCore

@testable import Speech

/// Quotations that an article gives more than once.
struct RepeatTests {
    /// Each link as `what ← where from`.
    private func links(_ analysis: Analysis) -> [String] {
        analysis.speech.quotations.compactMap { quotation in
            quotation.repeats.map { "\(analysis.content(quotation)) ← \(analysis.content(analysis.speech.quotations[$0]))" }
        }
    }

    @Test func aHeadlineShortensTheBody() {
        let analysis = Analysis(
            """
            Ostrov: “Gate open by Thursday, or I resign”
            The lock gate above Varden has jammed for a third time.
            “We will have the gate open by Thursday, whatever it takes, or I shall resign,” Lena Ostrov, the harbour master, said.
            """,
            headline: true
        )
        #expect(
            links(analysis) == [
                "Gate open by Thursday, or I resign ← We will have the gate open by Thursday, whatever it takes, or I shall resign,"
            ]
        )
    }

    @Test func aStandfirstTakesItsSpeakerFromTheBody() throws {
        let analysis = Analysis(
            """
            Barges queue below Varden
            "The gate is cracked from top to bottom"
            The lock gate above Varden has jammed for a third time.
            "The gate is cracked from top to bottom, and nobody told us," Lena Ostrov, the harbour master, told reporters.
            """,
            headline: true,
            standfirst: true
        )
        let first = try #require(analysis.speech.quotations.first)
        #expect(first.repeats == 1)
        #expect(first.isSpeech)
        #expect(first.speaker?.name == "Lena Ostrov")
    }

    @Test func aFragmentInAHeadlineIsTheFragmentOfTheBody() {
        let analysis = Analysis(
            """
            Harbour master calls inquiry a “farce”
            Lena Ostrov, the harbour master, called the inquiry a “farce” on Monday.
            """,
            headline: true
        )
        #expect(links(analysis) == ["farce ← the inquiry a “farce”"])
    }

    /// Small words tell as much as others where all of them stand side by side.
    @Test(
        arguments: [
            (
                "Minister: we will not yield\nInterior Minister Anna Feld spoke on Monday.\n“We will not yield,” Feld told reporters.",
                "we will not yield ← We will not yield,"
            ),
            (
                "“We will not yield,” says minister\nAnna Feld said the talks had failed. “We will not yield to anyone,” she said.",
                "We will not yield, ← We will not yield to anyone,"
            ),
            (
                "Bridge is safe, says mayor\n“The bridge is safe,” Ida Lund, the mayor of Tarn, said on Monday.",
                "Bridge is safe ← The bridge is safe,"
            ),
            (
                "‘It was like a bomb’: witnesses tell of blast\n“It was like a bomb went off,” said Ida Lund, who lives nearby.",
                "It was like a bomb ← It was like a bomb went off,"
            ),
        ]
    )
    func aHeadlineOfSmallWords(text: String, link: String) {
        #expect(links(Analysis(text, headline: true)) == [link])
    }

    /// An office in the headline that the article gives no other person for is the body's speaker.
    @Test func anOfficeInAHeadlineIsWhoeverSaysTheWords() {
        let analysis = Analysis(
            "Defense chief warns of ‘long war’\nDefense Minister Carl Anders warned on Tuesday of a “long war” in the north.",
            headline: true
        )
        #expect(analysis.speech.quotations.first?.repeats == 1)
        #expect(analysis.speech.quotations.first?.speaker?.name == "Carl Anders")
    }

    /// Two people may say the same.
    @Test func anotherPersonsWordsAreNotRepeated() {
        let analysis = Analysis(
            "Tom Reed: ‘We will not yield’\n“We will not yield,” said Ida Lund. Tom Reed said nothing.",
            headline: true
        )
        #expect(links(analysis).isEmpty)
    }

    /// A few words make a repetition only where the body has just these in marks.
    @Test(arguments: [
        (
            "Port boycott “personal insult” to Ostrov",
            "She would take a boycott of the port as a “personal insult,” Lena Ostrov said.", true
        ),
        ("Fear of “flood risk” in Varden", "“The risk of a flood is small,” Lena Ostrov said.", false),
        ("Fear of “flood risk” in Varden", "Lena Ostrov said that the flood risk was small.", false),
    ])
    func fewWords(headline: String, body: String, isRepeated: Bool) {
        let analysis = Analysis(headline + "\n" + body, headline: true)
        #expect(links(analysis).isEmpty != isRepeated)
    }

    @Test func theBodyRepeatsItself() {
        let analysis = Analysis(
            """
            “We will have the gate open by Thursday morning,” Lena Ostrov said.
            Barges queued for miles.
            “We will have the gate open by Thursday morning,” she said again on Tuesday.
            """
        )
        #expect(analysis.speech.quotations.map(\.repeats) == [nil, 0])
    }

    @Test(arguments: [
        // Another speaker.
        """
        “We will have the gate open by Thursday morning,” Lena Ostrov said.
        “We will have the gate open by Thursday morning,” said Peter Quist, a skipper.
        """,
        // A few words that anybody says.
        """
        “We will see,” Lena Ostrov said.
        “We will see the gate,” she said later.
        """,
        // The same words the other way round.
        """
        “The old gate holds back the river and the new weir drains it,” Lena Ostrov said.
        “The new weir drains it and the river holds back the old gate,” she said.
        """,
    ])
    func noRepetition(text: String) {
        #expect(links(Analysis(text)).isEmpty)
    }

    @Test func whatIsNoSpeechInTheBodyIsNoneInTheHeadline() throws {
        let analysis = Analysis(
            """
            “The Gate That Stayed” wins the prize
            The film “The Gate That Stayed” has won the prize of the port.
            """,
            headline: true
        )
        #expect(analysis.speech.quotations.allSatisfy { !$0.isSpeech && $0.repeats == nil })
    }

    @Test func linksPointAtOtherQuotations() {
        let words = ["gate", "barge", "river", "open", "shut", "Thursday", "weir", "farce"]
        var random = SeededRandom(seed: 7)
        let lines = (0..<200).map { _ in
            let said = (0..<Int.random(in: 1...9, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
            return "“\(said.joined(separator: " "))!” Lena Ostrov said."
        }
        let quotations = Analysis(lines.joined(separator: "\n"), headline: true, standfirst: true).speech.quotations
        for (index, quotation) in quotations.enumerated() {
            guard let repeats = quotation.repeats else { continue }
            #expect(quotations.indices.contains(repeats) && repeats != index)
            #expect(repeats < index || quotation.section < 2)
        }
        #expect(quotations.contains { $0.repeats != nil })
    }
}

/// Sequences found by words they hold in order.
struct WordSequenceIndexTests {
    private func hashes(_ text: String) -> [UInt64] { text.split(separator: " ").map { Hash64.folded(String($0)) } }

    @Test func wordsMayBeLeftOut() throws {
        let index = WordSequenceIndex(["a b c", "the gate opens on thursday or nobody passes", "x y"].map(hashes))
        let match = try #require(index.best(for: hashes("gate opens thursday nobody"), where: { _ in true }))
        #expect(match == WordSequenceIndex.Match(sequence: 1, shared: 4, asked: 4))
        #expect(match.holdsNearlyAll)
        let turned = try #require(index.best(for: hashes("nobody opens gate"), where: { _ in true }))
        #expect(turned.shared == 1 && !turned.holdsNearlyAll)
        #expect(index.best(for: hashes("gate"), where: { $0 != 1 }) == nil)
        #expect(index.best(for: [], where: { _ in true }) == nil)
        #expect(WordSequenceIndex([]).best(for: hashes("gate"), where: { _ in true }) == nil)
    }

    /// The bit vectors give what the textbook's table gives, across blocks of 64 words.
    @Test(arguments: 0..<40)
    func longestCommonSubsequence(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let alphabet = UInt64([2, 5, 40, 400][seed % 4])
        func words(_ count: Int) -> [UInt64] { (0..<count).map { _ in UInt64.random(in: 0..<alphabet, using: &random) } }
        let query = words(Int.random(in: 1...200, using: &random))
        let other = words(Int.random(in: 1...200, using: &random))
        var row = [Int](repeating: 0, count: other.count + 1)
        for word in query {
            var diagonal = 0
            for (column, candidate) in other.enumerated() {
                let above = row[column + 1]
                row[column + 1] = word == candidate ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        #expect(BitPattern(query).longestCommon(with: other[...]) == row.last)
    }
}
