import Collation
import Foundation
import Reading
import Stemma
import TestSupport
import Testing
import TextCore

/// Pairs of statements that contradict each other, and pairs that do not: `Tests/Fixtures/relations/contradictions.tsv`.
private enum Contradictions {
    struct Row {
        let kind: String
        let contradicts: Bool
        let first: String
        let second: String
    }

    static func rows() throws -> [Row] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/relations/contradictions.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }.compactMap {
            line in
            let columns = line.split(separator: "\t").map(String.init)
            guard columns.count == 4 else { return nil }
            return Row(kind: columns[0], contradicts: columns[1] == "contradicts", first: columns[2], second: columns[3])
        }
    }

    static func relation(_ first: String, _ second: String, by pipeline: Pipeline) -> (relation: Relation, reasons: [Reason]) {
        let articles = [first, second].map { statement in
            pipeline.analyze(PlainTextReader().read(UTF8Text("Report\n\n\(statement)\n"), origin: Origin(path: "pair")))
        }
        return Collator().relation(of: articles[0], to: articles[1])
    }

    /// How a whole comparison of two articles tells it: as shared statements do.
    static func isFound(_ first: String, _ second: String, by pipeline: Pipeline) -> Bool {
        let articles = zip(["Morning news in brief", "What happened overnight"], [first, second]).map { headline, statement in
            PlainTextReader().read(UTF8Text("\(headline)\n\n\(statement)\n"), origin: Origin(path: "\(headline).txt"))
        }
        return pipeline.collate(articles).shared.contains { $0.relation == .contradicts }
    }

    /// The share of rows told right.
    static func share(by pipeline: Pipeline) throws -> Double {
        let rows = try rows()
        let right = rows.count { row in
            (relation(row.first, row.second, by: pipeline).relation == .contradicts) == row.contradicts
        }
        return Double(right) / Double(max(1, rows.count))
    }
}

@Suite("Relations")
struct RelationTests {
    @Test("the fixture has enough pairs of each sort")
    func fixture() throws {
        let rows = try Contradictions.rows()
        #expect(rows.count { $0.contradicts } >= 120)
        #expect(rows.count { !$0.contradicts } >= 100)
    }

    @Test("without models, four of five pairs are told right")
    func lexical() throws {
        #expect(try Contradictions.share(by: Pipeline()) >= 0.8)
    }

    @Test(
        "with dependency heads, nine of ten pairs are told right",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence))
    )
    func headed() throws {
        #expect(try Contradictions.share(by: Pipeline(english: EnglishModel.shared.get())) >= 0.9)
    }

    @Test(
        "a whole comparison finds four of five, and says so of hardly one that agrees",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence))
    )
    func whole() throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        let rows = try Contradictions.rows()
        let found = rows.filter { Contradictions.isFound($0.first, $0.second, by: pipeline) }
        #expect(found.count { $0.contradicts } * 5 >= rows.count { $0.contradicts } * 4)
        #expect(found.count { !$0.contradicts } <= 4, "\(found.filter { !$0.contradicts }.map(\.first))")
    }

    @Test(
        "in the same words, their order tells who did what to whom, and a not makes the difference",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: [
            ("Redmere beat Castell 2-1 on Saturday.", "Castell beat Redmere 2-1 on Saturday."),
            ("The jury found Marrow guilty of murder.", "The jury found Marrow not guilty of murder."),
            ("The mayor resigned over the ferry disaster.", "The mayor did not resign over the ferry disaster."),
            ("The hostage is alive, the army said.", "The hostage is dead, the army said."),
            ("Varga was elected president in 2012.", "Varga was elected president in 2016."),
            ("Oil fell after producers agreed to raise output.", "Oil rose after producers agreed to cut output."),
            ("All alarms in the hall sounded.", "None of the alarms in the hall sounded."),
            ("The reform gives too much to farmers, she said.", "The reform gives too little to farmers, she said."),
            ("The captain was sober, the coroner said.", "The captain was drunk, the coroner said."),
            ("“I am not a crook,” Ohara said.", "“I am a crook,” Ohara said."),
            ("Roca endorsed Marez at a rally in Lund on Sunday.", "Roca endorsed Ibarra at a rally in Lund on Sunday."),
            ("She was sentenced to eight years in prison.", "She was sentenced to 12 years in prison."),
            ("The fire broke out on the seventh floor of the tower.", "The fire broke out on the sixth floor of the tower."),
            ("The Estella sank at 9.40 p.m. on Sunday.", "The Estella sank at 9.10 p.m. on Sunday."),
            ("Turnout was 58 percent.", "Turnout was 68 percent."),
        ]
    )
    func details(_ pair: (String, String)) throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        #expect(Contradictions.isFound(pair.0, pair.1, by: pipeline))
    }

    @Test(
        "what both leave open, add up, tell of other times or of others' doings is no contradiction",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)),
        arguments: [
            (
                "“We do not yet know why the driver lost control,” said Hanne Dahl of the police.",
                "It was not yet clear why the driver had lost control, said Hanne Dahl of the police."
            ),
            (
                "Of 34 people on board, nine died, 21 were injured and six were unhurt.",
                "All 34 people on board were accounted for: nine dead, 21 injured and six unhurt."
            ),
            (
                "Some 12,000 homes were without power on Monday morning.",
                "Some 30,000 homes were without power on Monday evening."
            ),
            ("The dam was unsafe before the storm.", "The dam was not safe before the storm."),
            ("Oil prices rose on Monday.", "Oil prices fell on Tuesday."),
            (
                "Exports of Norland to the islands grew by 4 percent in March.",
                "Imports of Norland from the islands grew by 5 percent in March."
            ),
        ]
    )
    func noContradiction(_ pair: (String, String)) throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        #expect(!Contradictions.isFound(pair.0, pair.1, by: pipeline))
    }

    @Test(
        "the same act from the other side is no contradiction",
        .enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence))
    )
    func converses() throws {
        let pipeline = Pipeline(english: try EnglishModel.shared.get())
        let sold = Contradictions.relation(
            "Marlow Mills sold two barges to Tarn Lines.",
            "Tarn Lines bought two barges from Marlow Mills.",
            by: pipeline
        )
        #expect(sold.relation != .contradicts)
        let swapped = Contradictions.relation(
            "Hendricks sued Palmer over the patent.",
            "Palmer sued Hendricks over the patent.",
            by: pipeline
        )
        #expect(swapped.relation == .contradicts)
        #expect(swapped.reasons.contains { if case .rolesSwapped = $0 { true } else { false } })
    }

    @Test("opposite directions contradict, and the reason names the words")
    func directions() {
        let found = Contradictions.relation(
            "Oil prices rose after the talks.",
            "Oil prices fell after the talks.",
            by: Pipeline()
        )
        #expect(found.relation == .contradicts)
        #expect(found.reasons.contains { if case .directionDiffers = $0 { true } else { false } })
    }

    @Test("what is told of others does not contradict")
    func others() {
        let found = Contradictions.relation("Castell did not attend the debate.", "Weil attended the debate.", by: Pipeline())
        #expect(found.relation != .contradicts)
    }
}
