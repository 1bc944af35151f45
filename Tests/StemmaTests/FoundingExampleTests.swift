import Collation
import Language
import Reading
import Speech
import TestSupport
import Testing
import TextCore

@testable import Stemma

/// The founding example through the whole pipeline, against its annotation beside the checkout: every answer there that
/// needs no deep meaning.
@Suite(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
struct FoundingExampleTests {
    private let gold: Seeds
    private let collation: Collation

    init() throws {
        gold = try Seeds.load()
        let articles = try gold.docs.map { document in
            try ArticleReader().article(fromPlainText: document.bytes(), path: document.name)
        }
        collation = Pipeline().collate(articles)
    }

    private func index(_ doc: String) -> Int { gold.docs.firstIndex { $0.doc == doc } ?? 0 }

    private func text(_ passage: Passage) -> String { collation.articles[passage.article].article.text[passage.range] }

    /// Letters and digits only, so that marks and commas at the ends do not count.
    private func bare(_ string: some StringProtocol) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in string.unicodeScalars where CharacterClass.of(scalar.value).isWord { kept.append(scalar) }
        return String(kept)
    }

    private func segment(_ id: String) throws -> Seeds.Segment { try #require(gold.detail.segments[id]) }

    @Test func headlinesAndOutlets() {
        for (document, analyzed) in zip(gold.docs, collation.articles) {
            let article = analyzed.article
            #expect(article.headline.map { article.text[$0.range] } == document.headline)
        }
        #expect(collation.articles.map { $0.article.outlet?.name } == ["RT", "TASS"])
    }

    @Test func timesTheYearFromTheOtherArticleIncluded() {
        #expect(collation.articles[index("A")].article.published?.iso8601 == "2021-10-18T14:05")
        #expect(collation.articles[index("B")].article.published?.iso8601 == "2021-10-18")
        for time in gold.detail.temporal where !time.value.hasPrefix("XXXX") && !time.value.contains("T14") {
            let annotated = collation.articles[index(time.doc)].annotated
            let found = annotated.times.filter { annotated.text[$0.range] == time.text }
            #expect(found.contains { $0.value.iso8601 == time.value }, "\(time.text): \(found.map(\.value.iso8601))")
        }
    }

    @Test func boilerplateIsNotCompared() throws {
        let passages = collation.shared.flatMap { $0.witnesses.map(\.passage) } + collation.solo.map(\.passage)
        for id in gold.detail.boilerplate {
            let boilerplate = try segment(id)
            for passage in passages where passage.article == index(boilerplate.doc) {
                #expect(!bare(text(passage)).contains(bare(boilerplate.text)), "\(id) is compared")
            }
        }
    }

    @Test func everyQuotationHasItsSpeaker() throws {
        let quoted = gold.detail.segments.filter { $0.value.kind == "direct_quote" && $0.value.speaker != nil }
        #expect(quoted.count > 15)
        for (id, segment) in quoted.sorted(by: { $0.key < $1.key }) {
            let analyzed = collation.articles[index(segment.doc)]
            let found = analyzed.speech.quotations.filter { quotation in
                quotation.isSpeech
                    && quotation.content.contains { bare(analyzed.article.text[$0]).contains(bare(segment.text)) }
            }
            #expect(found.contains { $0.speaker?.name == segment.speaker }, "\(id): \(found.map { $0.speaker?.name })")
        }
    }

    @Test func theQuotationThatNeverClosesIsReported() throws {
        let article = collation.articles[index("B")]
        let damaged = article.speech.quotations.filter { $0.damage == .unclosed }
        #expect(damaged.count == 1)
        let words = try article.article.text[#require(damaged.first).range]
        #expect(words.contains("it is unclear whether the Americans"))
        // The end is assumed behind the nested quotation, before the next one opens.
        #expect(bare(words).hasSuffix("horribleRussians"))
    }

    @Test func oneUtteranceInTwoTranslationsIsOneStatement() throws {
        // That the countries of Europe prosper, and no interest in their division: two statements, and two they stay.
        let pairs = gold.detail.alignments.filter { $0.relation == "same_quote_translated_differently" }
        #expect(pairs.count == 2)
        for pair in pairs {
            let first = try segment(pair.a[0])
            let second = try segment(pair.b[0])
            #expect(areOneStatement(first, second), "\(first.text) / \(second.text)")
        }
    }

    /// Whether a shared statement holds the words of both segments, each in its article.
    private func areOneStatement(_ first: Seeds.Segment, _ second: Seeds.Segment) -> Bool {
        collation.shared.contains { shared in
            [first, second].allSatisfy { segment in
                shared.witnesses.contains {
                    $0.passage.article == index(segment.doc) && bare(text($0.passage)).contains(bare(segment.text))
                }
            }
        }
    }

    @Test func anUtteranceIsNotJoinedToItsOpposite() throws {
        #expect(try !areOneStatement(segment("A.3"), segment("B.4")))
    }

    @Test func whatIsRetoldHasTheSameSpeaker() throws {
        let retold = gold.detail.segments.filter { $0.value.kind == "indirect_speech" && $0.value.speaker != nil }
        #expect(retold.count > 5)
        for (id, segment) in retold.sorted(by: { $0.key < $1.key }) {
            let analyzed = collation.articles[index(segment.doc)]
            for quotation in analyzed.speech.quotations where quotation.isSpeech {
                guard quotation.content.contains(where: { bare(analyzed.article.text[$0]).contains(bare(segment.text)) }),
                    let speaker = quotation.speaker, speaker.kind == .person
                else { continue }
                #expect(speaker.name == segment.speaker, "\(id)")
            }
        }
    }

    @Test func whatOnlyOneArticleHasIsSaidToBeOnlyThere() throws {
        // The poll and Lavrov in the first, the European army, the Americans and the red lines in the second.
        for id in ["A.10", "A.11", "A.12", "A.13", "A.15", "A.16", "B.5", "B.6", "B.7", "B.15", "B.16"] {
            #expect((gold.detail.only_in_A + gold.detail.only_in_B).contains { $0.seg == id })
            let alone = try segment(id)
            let holders = collation.solo.filter {
                $0.passage.article == index(alone.doc)
                    && (bare(text($0.passage)).contains(bare(alone.text)) || bare(alone.text).contains(bare(text($0.passage))))
            }
            #expect(!holders.isEmpty, "\(id) is not said to be only there")
        }
    }

    @Test func theDrillsAreFoundAlignedOrOnlyThere() throws {
        let drills = try segment("B.12")
        let passages =
            collation.solo.map(\.passage) + collation.shared.flatMap { $0.witnesses.map(\.passage) }
        #expect(passages.contains { $0.article == index("B") && bare(text($0)).contains(bare(drills.text)) })
    }

    @Test func mostIsFortyTwoPercent() throws {
        let check = try #require(gold.detail.number_checks.first { $0.claim?.contains("most EU citizens") == true })
        let findings = collation.figures.compactMap { finding -> ArithmeticFinding? in
            if case .arithmetic(let arithmetic) = finding { arithmetic } else { nil }
        }
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.claim.article == index("A"))
        #expect(text(finding.claim) == "most")
        #expect(finding.parts.map(text) == ["7%", "35%"])
        #expect(finding.total == 42)
        #expect(finding.largestOther == 35)
        #expect(check.computed == "7% + 35% = 42%")
    }

    @Test func noFiguresDisagreeAndNothingIsCopied() {
        for finding in collation.figures {
            if case .conflict(let what, _) = finding { Issue.record("conflict reported: \(what)") }
        }
        #expect(collation.reuse.isEmpty)
    }

    @Test func noWordsCarryTheClaimAboutBlocs() throws {
        let claims = collation.headlines.filter { text($0.claim).contains("rather than engaging with blocs") }
        #expect(claims.count == 1)
        #expect(claims.first?.support == HeadlineFinding.Support.none)
    }
}
