import Collation
import Reading
import Speech
import Stemma
import Testing
import TextCore

@testable import Presentation

/// The ledger by speaker: who is who, and which quotations are forms of one utterance.
struct LedgerTests {
    private func analyzed(_ id: String, _ text: String) throws -> AnalyzedArticle {
        Pipeline().analyze(PlainTextReader().read(UTF8Text(text), origin: Origin(path: id)))
    }

    @Test func formsOfOneUtteranceStandTogether() throws {
        let courier = try analyzed(
            "courier.txt",
            """
            Ostrov: “Gate open by Thursday, or I resign”

            The lock gate above Varden has jammed for a third time, and barges queue for two miles below the town of Varden.

            “Nobody told the skippers anything about the hinge,” Lena Ostrov, the harbour master, said on Monday morning.

            “We will have the gate open by Thursday, whatever it takes, or I shall resign,” she told reporters at the lock.
            """
        )
        let herald = try analyzed(
            "herald.txt",
            """
            Barges queue below Varden

            Barges have queued below the town of Varden since Sunday, when the gate of the lock jammed for a third time.

            “We will have the gate open by Thursday,” Lena Ostrov, the harbour master of the town, said in the evening.
            """
        )
        let ledger = QuotationLedger([courier, herald])
        let account = try #require(ledger.accounts.first { $0.speaker == "Lena Ostrov" })
        let utterances = QuotationUtterances(account.entries, in: [courier, herald])
        let words = utterances.entries.map { [courier, herald][$0.article].article.text[$0.quotation.range] }
        #expect(
            words == [
                "We will have the gate open by Thursday, whatever it takes, or I shall resign,",
                "Gate open by Thursday, or I resign", "We will have the gate open by Thursday,",
                "Nobody told the skippers anything about the hinge,",
            ]
        )
        #expect(utterances.isAgain == [false, true, true, false])
        let text = LedgerRenderer(format: .terminal, options: RenderOptions(width: 100)).render([courier, herald])
        #expect(text.contains("↳ direct"))
        #expect(text.hasSuffix("\nlexical mode: rules and lexicons alone\n"), "every output names its mode")
    }

    /// The wording in marks of a German sentence that is retold is said once.
    @Test func wordingInMarksIsListedOnce() throws {
        let article = try analyzed(
            "kurier.txt",
            """
            Schleuse klemmt wieder

            Anna Lorn sagte am Montag in Varden, sie werde „sehr bald“ mit den Schiffern und der Stadt über die Schleuse sprechen.
            """
        )
        #expect(article.speech.quotations.count == 2)
        let ledger = QuotationLedger([article])
        #expect(ledger.accounts.map(\.entries.count) == [1])
        let rows = QuotationsCSV().render([article]).split(separator: "\r\n")
        #expect(rows.count == 2, "a header and a row")
    }

    /// Too short to be found by a part of it, but word for word the same.
    @Test func shortEqualWordsOfTwoArticlesStandTogether() throws {
        let articles = try ["“We will leave,”", "“We will leave”,", "“We will not leave,”"].enumerated().map {
            try analyzed("\($0.offset).txt", "Barges queue below Varden\n\n\($0.element) Lena Ostrov, the harbour master, said.")
        }
        let account = try #require(QuotationLedger(articles).accounts.first { $0.speaker == "Lena Ostrov" })
        #expect(QuotationUtterances(account.entries, in: articles).isAgain == [false, true, false])
    }

    /// Through whom words came stands beside them.
    @Test func notesTellTheChain() throws {
        let article = try analyzed(
            "chain.txt",
            """
            Gate talks fail

            A senior official, who spoke on condition of anonymity because he was not authorized to talk, told Varden Daily \
            News that Lena Ostrov had said that the gate would stay shut.
            """
        )
        let text = LedgerRenderer(format: .markdown).render([article])
        #expect(text.contains("via Varden Daily News; not named: “because he was not authorized to talk”"))
        #expect(text.contains("retold by A senior official"))
    }

    @Test func oneSpeakerHasOneAccountUnderTheFullestName() {
        var names = SpeakerNames()
        let given = ["Ostrov", "Lena Ostrov", "Quist", "Ostrov", "Peter Ostrov", "Anna Lena Ostrov", "Lena  Ostrov", "ostrov"]
        let found = given.map { names.account(of: $0) }
        #expect(found.map(\.number) == [0, 0, 1, 0, 2, 0, 0, 0])
        #expect(found.map(\.isFullest) == [true, true, true, false, true, true, false, false])
    }

    @Test func whoSpeaksTogetherHasAnotherAccount() {
        var names = SpeakerNames()
        let given = [
            ("Lena Ostrov", false), ("Peter Quist and Lena Ostrov", true), ("Ostrov", false),
            ("Peter Quist and Lena Ostrov", true),
            ("Ann Moss, Peter Quist", true), ("Peter Quist", false), ("harbour board", true), ("the harbour board", true),
        ]
        #expect(given.map { names.account(of: $0.0, isCollective: $0.1).number } == [0, 1, 0, 1, 2, 3, 4, 4])
    }
}
