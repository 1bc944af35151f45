import Language
import Reading
import Speech
import Stemma
import TestSupport
import Testing
import TextCore

@testable import Collation

@Suite("Headline claims")
struct HeadlineClaimTests {
    private func claims(_ headline: String, language: String = "en") -> [String] {
        let analyzed = Pipeline().analyze(Texts.article("a", headline + "\n\nBody text.", language: language))
        let text = analyzed.annotated
        guard let section = text.sections.firstIndex(where: { $0.role == .headline }) else { return [] }
        return ClaimSplitter(text: text, lists: .of(language)).claims(in: text.sectionTokens[section]).map { claim in
            text.text[Int(text.tokens[claim.lowerBound].start)..<Int(text.tokens[claim.upperBound - 1].end)]
        }
    }

    @Test(
        "headlines are cut where claims meet",
        arguments: [
            ("Council shuts pool, but promises new sports hall", ["Council shuts pool", "promises new sports hall"]),
            ("Factory closes after owner declares bankruptcy", ["Factory closes", "owner declares bankruptcy"]),
            ("Union wants talks rather than another long strike", ["Union wants talks", "rather than another long strike"]),
            ("Storm floods harbour; ferries stay in port", ["Storm floods harbour", "ferries stay in port"]),
        ]
    )
    func cuts(headline: String, expected: [String]) {
        #expect(claims(headline) == expected)
    }

    @Test(
        "who says it is no claim",
        arguments: [
            ("Bridge repair will take two years, says ministry", "Bridge repair will take two years"),
            ("Bridge repair will take two years – ministry", "Bridge repair will take two years"),
            ("Ministry says bridge repair will take two years", "bridge repair will take two years"),
            ("Old bridge may fall, mayor of Kessen says", "Old bridge may fall"),
            ("Central bank of Orvia raises key rate to 9.5%", "Central bank of Orvia raises key rate to 9.5%"),
        ]
    )
    func attribution(headline: String, expected: String) {
        #expect(claims(headline) == [expected])
    }

    @Test("nouns joined by “and” stay together, and adjectives that the same word goes before")
    func joinedNouns() {
        let adjectives = "Mayor calls harbour a very large and very dangerous place for boats"
        #expect(claims(adjectives) == [adjectives])
        #expect(claims("Farmers and fishermen reject new quota") == ["Farmers and fishermen reject new quota"])
    }

    @Test("a sentence that denies a claim does not carry it in full")
    func denied() throws {
        let collation = Texts.collate([
            "Mayor resigns over harbour contract\n\nThe mayor did not resign over the harbour contract. Gulls nest on the pier."
        ])
        let claim = try #require(collation.headlines.first)
        #expect(claim.support != .full)
        let said = Texts.collate(["Mayor resigns over contract\n\nThe mayor resigned over the contract."])
        #expect(said.headlines.first?.support == .full)
    }

    @Test("a claim is full, elsewhere or without support, by the words of the bodies")
    func support() {
        let collation = Texts.collate([
            """
            Lighthouse sold to hotel chain as keeper threatens hunger strike

            The old lighthouse was sold to a hotel chain on Friday.

            Nobody from the town was asked about it.
            """,
            """
            Hotel chain buys lighthouse

            A hotel chain has bought the lighthouse. The last keeper threatens a hunger strike against the sale.
            """,
            """
            Lighthouse to become museum

            The lighthouse has a new owner, the town hall said on Friday.
            """,
        ])
        let byClaim = Dictionary(
            collation.headlines.map { (collation.articles[$0.claim.article].article.text[$0.claim.range], $0) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(byClaim["Lighthouse sold to hotel chain"]?.support == .full)
        #expect(byClaim["keeper threatens hunger strike"]?.support == .elsewhere)
        #expect(byClaim["keeper threatens hunger strike"]?.witnesses.map(\.article) == [1])
        #expect(byClaim["Lighthouse to become museum"]?.support != .full)
        #expect(byClaim["Lighthouse to become museum"]?.missing.contains("museum") == true)
    }

    @Test("a word that another sentence denies carries nothing, whatever stands beside it")
    func deniedBeside() throws {
        let collation = Texts.collate([
            """
            Bus plunge kills 11 as driver arrested

            Eleven people died when a bus plunged into a ravine.

            Police believe that the driver fell asleep. He survived the crash but has not been arrested, officials said.
            """
        ])
        let claim = try #require(collation.headlines.last)
        #expect(claim.support == .none)
        #expect(claim.missing == ["arrested"])
    }

    private func first(_ texts: String...) throws -> (finding: HeadlineFinding, witnesses: [String]) {
        let collation = Texts.collate(texts)
        let finding = try #require(collation.headlines.first { $0.claim.article == 0 })
        return (finding, finding.witnesses.map { collation.articles[$0.article].article.text[$0.range] })
    }

    @Test("words that all stand in the own body, in sentences apart, carry a claim in part")
    func scattered() throws {
        let (finding, witnesses) = try first(
            """
            Brackwater split in two until spring

            The town of Brackwater has one bridge. The council closed the bridge on Monday.

            Engineers hope to open it again in spring. Doctors complain about the long way round.

            Residents call the place split. They say that one half has become two.
            """
        )
        #expect(finding.support == .partial)
        #expect(finding.missing.isEmpty)
        #expect(witnesses.contains { $0.contains("spring") })
        #expect(witnesses.contains { $0.contains("split") })
    }

    @Test("words missing are those that no body has, and without the rarest of them nothing is carried")
    func essentials() throws {
        let (finding, _) = try first(
            """
            Harbour minister threatens to resign

            The minister came to the harbour on Monday. The harbour stays shut, the minister said.
            """,
            """
            Harbour shut

            The owner threatens to sue. Nobody was hurt.
            """
        )
        #expect(finding.support != .full)
        #expect(finding.missing == ["resign"])
        let (other, _) = try first(
            "Mayor to resign over bridge\n\nNothing of the kind was said. Rain fell all day on the fields."
        )
        #expect(other.support == .none)
        #expect(other.missing == ["Mayor", "resign", "bridge"])
    }

    struct Carried: Sendable, CustomTestStringConvertible {
        let headline: String
        let body: String
        let support: HeadlineFinding.Support

        init(_ headline: String, _ body: String, _ support: HeadlineFinding.Support) {
            self.headline = headline
            self.body = body
            self.support = support
        }

        var testDescription: String { headline }
    }

    @Test(
        "other words that carry a claim, and words that do not",
        arguments: [
            // Words that headlines use, forms of verbs, nouns for verbs.
            Carried("Council slams ferry firm", "The council criticized the ferry company on Monday.", .full),
            Carried("Keeper quits lighthouse", "The keeper of the lighthouse resigned on Monday.", .full),
            Carried("Team breaks swimming record", "The team broke the swimming record on Monday.", .full),
            Carried("Mayor’s resignation stuns town", "The mayor resigned on Monday. The town was stunned.", .full),
            // Verbs that tell the same act; not for what the headline has in marks.
            Carried("Hartnell prevails in runoff", "Hartnell has won the runoff by a few votes.", .full),
            Carried("Guards ‘terrified’ of flood", "Some guards were scared of a flood.", .partial),
            Carried("Ferry hits bridge", "The ferry struck the bridge on Sunday.", .full),
            Carried("Ferry hits bridge", "The ferry Ellida ran into the Osmund Bridge on Sunday.", .full),
            // Words for many are said of numbers.
            Carried("Hundreds flee", "Some 300 residents left their homes.", .full),
            Carried("Dozens flee", "Some 300,000 residents were asked.", .none),
            // Short forms of names, full names and roles of whom the body calls by one name.
            Carried(
                "V.F.C. shuts ferry line",
                "The Varden Ferry Company closed the ferry line to Brannock on Monday.",
                .full
            ),
            Carried(
                "Mayor Anna Hartnell rejects harbour bill",
                "Mayor Anna Hartnell came late. Hartnell rejected the harbour bill at once.",
                .full
            ),
            // A headline's own verb, and words that stand in two articles or two sentences: carried in part.
            Carried(
                "Ferry pressure mounts for Brackwater council",
                "The council of Brackwater met on Monday. The ferry is late again. Many put pressure on the town.",
                .partial
            ),
            // A claim of another thing.
            Carried("Mayor marries in secret", "The council met on Monday. Rain fell all day on the fields.", .none),
        ]
    )
    func carried(_ test: Carried) throws {
        let (finding, _) = try first(test.headline + "\n\n" + test.body + " Nobody was asked about the weather.")
        #expect(finding.support == test.support)
    }

    /// A claim that the sentence with its words says otherwise.
    struct Otherwise: Sendable, CustomTestStringConvertible {
        let headline: String
        let body: String
        /// Words of the claim that are not carried, and what the sentence has instead.
        let missing: [String]
        let instead: [String]

        init(_ headline: String, _ body: String, missing: [String], instead: [String]) {
            self.headline = headline
            self.body = body
            self.missing = missing
            self.instead = instead
        }

        var testDescription: String { headline }
    }

    @Test(
        "a sentence with another figure, the opposite act or a denial does not carry a claim in full, and the word is named",
        arguments: [
            Otherwise(
                "Hartnell jailed for ten years",
                "Tom Hartnell was jailed for seven years on Monday. Prosecutors had asked for ten years.",
                missing: ["ten"],
                instead: ["seven"]
            ),
            Otherwise("Ferry firm cuts 40 jobs", "The ferry firm cuts 14 jobs.", missing: ["40"], instead: ["14"]),
            Otherwise("Ferry fare rises", "The ferry fare fell on Monday.", missing: ["rises"], instead: ["fell"]),
            Otherwise("Council rejects dam", "The council approved the dam.", missing: ["rejects"], instead: ["approved"]),
            Otherwise(
                "Mayor ‘knew’ about leak",
                "Mayor Anna Hartnell denied that she had known about the leak.",
                missing: ["knew"],
                instead: ["denied"]
            ),
            Otherwise(
                "Mayor resigns over contract",
                "The mayor did not resign over the contract.",
                missing: ["resigns"],
                instead: ["not"]
            ),
            Otherwise(
                "Keeper arrested for murder",
                "A keeper was arrested on suspicion of fraud on Monday. He was once a witness in a murder trial.",
                missing: ["murder"],
                instead: ["fraud"]
            ),
            Otherwise(
                "Oil price falls as Orvia raises output",
                "The oil price rose on Monday after Orvia cut its output.",
                missing: ["falls"],
                instead: ["rose"]
            ),
            Otherwise("Dog bites guard", "The guard bit a dog on Monday.", missing: [], instead: ["guard"]),
            Otherwise("Bank to cut 800 jobs", "The bank may cut up to 800 jobs, the paper said.", missing: [], instead: ["may"]),
        ]
    )
    func otherwise(_ test: Otherwise) throws {
        let article = Texts.article("a", test.headline + "\n\n" + test.body + " Rain fell in the hills.")
        let finding = try #require(Pipeline().collate([article]).headlines.first)
        #expect(finding.support == .partial)
        #expect(finding.missing == test.missing)
        #expect(finding.otherwise.map { article.text[$0.range] } == test.instead)
    }

    @Test(
        "what looks otherwise and is not",
        arguments: [
            ("Ferry fare rises", "The ferry fare did not fall but rose on Monday."),
            ("Ferry fare rises", "The ferry fare rose on Monday after months in which the bus fare fell."),
            ("Court blocks dam", "The court refused to allow the dam and blocked it."),
            ("Ferry firm cuts 800 jobs", "The ferry firm cuts 800 jobs, 40 jobs of them in Varden."),
            ("Guard bites dog", "A dog was bitten by a guard in Varden."),
            ("Keeper charged with fraud", "The keeper was charged on Monday with fraud and theft."),
            ("Bank may cut 800 jobs", "The bank may cut up to 800 jobs."),
            ("Brannock beat Varden in derby", "Varden were beaten by Brannock in the derby."),
        ]
    )
    func notOtherwise(headline: String, body: String) throws {
        let article = Texts.article("a", headline + "\n\n" + body + " Rain fell in the hills.")
        let finding = try #require(Pipeline().collate([article]).headlines.first)
        #expect(finding.otherwise.isEmpty)
        #expect(finding.support == .full)
    }

    @Test(
        "digits left out are no other figure, and nothing is denied of nouns or by a claim that denies",
        arguments: [
            ("Ferry firm cuts 800 jobs", "The ferry firm cuts 806 jobs."),
            ("Mayor hails trade deal", "The mayor hailed on Monday what followed a failed trade deal."),
            ("Mayor sees no reason why guards meddled", "The mayor insisted that the guards did not meddle."),
        ]
    )
    func notDenied(headline: String, body: String) throws {
        let finding = try #require(Texts.collate([headline + "\n\n" + body + " Rain fell."]).headlines.first)
        #expect(finding.otherwise.isEmpty)
    }

    @Test(
        "what only announces the text claims nothing",
        arguments: [
            "What we know about the crash", "Five things to know about the dam", "Crash on coast road: what we know so far",
        ]
    )
    func announcements(headline: String) { #expect(claims(headline).allSatisfy { !$0.contains("know") }) }

    private func article(_ headline: String, standfirst: String, _ paragraph: String) -> Article {
        let parts = [headline, standfirst, paragraph]
        var start = 0
        let blocks = zip(parts, [Block.Kind.headline, .standfirst, .paragraph]).map { part, kind in
            defer { start += part.utf8.count + 2 }
            return Block(kind: kind, range: start..<(start + part.utf8.count), reason: "test")
        }
        return Article(
            id: "a",
            text: UTF8Text(parts.joined(separator: "\n\n")),
            blocks: blocks,
            language: "en",
            origin: Origin(path: "a")
        )
    }

    @Test("claims of a standfirst are looked for like a headline's")
    func standfirst() throws {
        let article = article(
            "Lighthouse sold",
            standfirst: "The keeper threatens a hunger strike",
            "The lighthouse was sold on Friday to a chain."
        )
        let findings = Pipeline().collate([article]).headlines
        #expect(findings.map(\.place) == [.headline, .standfirst])
        #expect(findings.map(\.support) == [.full, .none])
    }

    @Test("who took the picture above a text claims nothing", arguments: ["Anna Varnach/Press Agency", "PRESS AGENCY"])
    func credits(line: String) {
        let article = article("Lighthouse sold", standfirst: line, "The lighthouse was sold on Friday to a chain.")
        #expect(Pipeline().collate([article]).headlines.map(\.place) == [.headline])
    }

    @Test("words that all stand in some article are not missing from all")
    func nothingMissing() throws {
        let (finding, witnesses) = try first(
            """
            Keeper sells painted boats

            Rain fell all day on the fields. The keeper was asked twice.
            """,
            """
            Boats

            A chain sells hats. The painted doors and the boats burned.
            """
        )
        #expect(finding.missing.isEmpty)
        #expect(finding.support == .partial)
        #expect(!witnesses.isEmpty)
    }

    @Test(
        "what somebody announces or has to say is part of the claim",
        arguments: [
            ("Mayor to announce plans for old pier", "Mayor to announce plans for old pier"),
            ("Mayor shows support for ferry workers", "Mayor shows support for ferry workers"),
            ("Owner and crew of Varden ferry reject offer", "Owner and crew of Varden ferry reject offer"),
        ]
    )
    func announced(headline: String, expected: String) { #expect(claims(headline) == [expected]) }

    @Test(
        "a sentence that tells the act with its sides exchanged does not carry a claim in full",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: [
            ("Varden beat Brannock in derby", "Brannock beat Varden 2-1 in the derby on Saturday.", false),
            ("Brannock beat Varden in derby", "Brannock beat Varden 2-1 in the derby on Saturday.", true),
            ("Dog bites minister", "Minister Anna Holt bit a dog on Monday, police said.", false),
            ("Dog bites minister", "A dog bit Minister Anna Holt on Monday, police said.", true),
        ]
    )
    func reversed(headline: String, body: String, isFull: Bool) throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        let found = pipeline.collate([Texts.article("a", headline + "\n\n" + body)]).headlines
        #expect((found.first?.support == .full) == isFull)
    }

    @Test(
        "a verb that rules out denies what it governs, whatever day stands between",
        arguments: [
            ("fr", "Weil démissionne", "Le maire Anton Weil a exclu dimanche de démissionner."),
            ("en", "Weil resigns", "Mayor Anton Weil denied on Sunday resigning."),
        ]
    )
    func ruledOut(language: String, headline: String, body: String) {
        let article = Texts.article("a", headline + "\n\n" + body, language: language)
        let found = Pipeline().collate([article]).headlines
        #expect(found.first?.support != .full)
    }

    @Test("no headline, no finding")
    func none() {
        #expect(Texts.collate([""]).headlines.isEmpty)
    }
}
