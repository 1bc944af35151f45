import Foundation
import Grammar
import TestSupport
import Testing
import TextCore

@Suite(.enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)))
struct AnalysisTests {
    private let pipeline: EnglishPipeline

    init() throws { pipeline = try EnglishModel.shared.get() }

    private func words(_ text: String) -> [String] {
        let text = UTF8Text(text)
        return pipeline.analyze(text, wanting: []).tokens.map { text[$0.range] }
    }

    /// What each line of rules does, by example.
    @Test(arguments: [
        ("I can't, won't and shan’t.", ["I", "ca", "n't", ",", "wo", "n't", "and", "sha", "n’t", "."]),
        ("(The U.S.' 3-2 win)", ["(", "The", "U.S.", "'", "3", "-", "2", "win", ")"]),
        ("well-known—indeed", ["well", "-", "known", "—", "indeed"]),
        ("See http://a.example/x?y=1. Mail me@a.example!", ["See", "http://a.example/x?y=1", ".", "Mail", "me@a.example", "!"]),
        ("$5.50, 10km 5€ 12%", ["$", "5.50", ",", "10", "km", "5", "€", "12", "%"]),
        ("wait... what?!", ["wait", "...", "what", "?", "!"]),
        (":-) x:) <3", [":-)", "x", ":)", "<3"]),
        ("end.Next", ["end", ".", "Next"]),
        ("a  b\n\nc", ["a", " ", "b", "\n\n", "c"]),
        (" lead and trail ", [" ", "lead", "and", "trail"]),
        ("10am 10a.m.", ["10", "am", "10", "a.m."]),
        ("and/or a/b", ["and/or", "a", "/", "b"]),
        ("", []),
    ])
    func tokens(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test func sentenceOfNews() throws {
        let text = UTF8Text("The mayor of Port Varra resigned on Tuesday. Nobody was surprised.")
        let analysis = pipeline.analyze(text, wanting: .all)
        #expect(analysis.tokens.map { pipeline.tags[Int($0.tag)] }.prefix(5) == ["DT", "NN", "IN", "NNP", "NNP"])
        #expect(analysis.tokens.indices.filter { analysis.tokens[$0].startsSentence } == [0, 9])
        let subject = analysis.tokens[1]
        #expect(text[analysis.tokens[Int(subject.head)].range] == "resigned")
        #expect(pipeline.dependencies[Int(subject.dependency)] == "nsubj")
        #expect(subject.partOfSpeech == .noun)
        #expect(
            analysis.entities.map { entity in
                text[
                    analysis.tokens[entity.tokens.lowerBound].range
                        .lowerBound..<analysis.tokens[entity.tokens.upperBound - 1].range.upperBound
                ]
            } == ["Port Varra", "Tuesday"]
        )
    }

    /// What is not wanted is not there, and costs no truth of what is.
    @Test func layersStandAlone() {
        let text = UTF8Text("Ana Brandt said the port would close. It did.")
        let all = pipeline.analyze(text, wanting: .all)
        let tags = pipeline.analyze(text, wanting: .tags)
        let heads = pipeline.analyze(text, wanting: .heads)
        #expect(tags.tokens.map(\.tag) == all.tokens.map(\.tag))
        #expect(tags.tokens.allSatisfy { $0.head < 0 && !$0.startsSentence && $0.dependency == GrammarToken.unknown })
        #expect(tags.entities.isEmpty)
        #expect(heads.tokens.map(\.head) == all.tokens.map(\.head))
        #expect(heads.tokens.allSatisfy { $0.tag == GrammarToken.unknown && $0.partOfSpeech == .unknown })
        #expect(pipeline.analyze(text, wanting: .names).entities == all.entities)
    }

    private func hostileTexts() -> [(String, String)] {
        let long = 24_000
        return [
            ("letters", String(repeating: "a", count: long)), ("brackets", String(repeating: "(", count: long)),
            ("closing brackets", String(repeating: ")", count: long)), ("dots", String(repeating: ".", count: long)),
            ("dots and commas", String(repeating: ",..", count: long / 3)), ("hyphens", String(repeating: "a-", count: long / 2)),
            ("at signs", String(repeating: "a.b@", count: long / 4)), ("points", String(repeating: "a.", count: long / 2)),
            ("zeros", String(repeating: "\0", count: long)), ("spaces", String(repeating: " ", count: long)),
            ("line ends", String(repeating: "\n", count: long)), ("emoji", String(repeating: "👩‍👩‍👧🏽", count: long / 20)),
            ("Han", String(repeating: "漢。", count: long / 6)), ("marks", "e" + String(repeating: "\u{301}", count: long / 2)),
            ("sigmas", String(repeating: "Σ", count: long / 2)), ("words", String(repeating: "the ", count: long / 4)),
            ("apostrophes", String(repeating: "'", count: long)), ("faces", String(repeating: ":-)", count: long / 3)),
            ("numbers", (0..<long / 6).map { "\($0)" }.joined(separator: " ")),
        ]
    }

    /// Tokens lie in order, on scalar boundaries, and leave out nothing but single spaces; codes and heads are in bounds.
    private func checkInvariants(_ text: UTF8Text, _ analysis: GrammarAnalysis, _ name: Comment) {
        var at = 0
        for token in analysis.tokens {
            let gap = text[at..<token.range.lowerBound]
            guard token.range.lowerBound >= at, gap.isEmpty || gap == " ", !token.range.isEmpty,
                token.range.upperBound <= text.count,
                UInt8(text.bytes[token.range.lowerBound]) & 0xC0 != 0x80,
                analysis.tokens.indices.contains(Int(token.head)), pipeline.tags.indices.contains(Int(token.tag)),
                pipeline.dependencies.indices.contains(Int(token.dependency))
            else { return #expect(Bool(false), "\(name) \(token)") }
            at = token.range.upperBound
        }
        #expect(text[at..<text.count] == "" || text[at..<text.count] == " ", name)
        var end = 0
        for entity in analysis.entities {
            #expect(entity.tokens.lowerBound >= end && entity.tokens.upperBound <= analysis.tokens.count, name)
            end = entity.tokens.upperBound
        }
    }

    @Test func hostileTextIsBorne() {
        let texts = hostileTexts()
        let workspace = GrammarWorkspace(for: pipeline)
        for (name, text) in texts {
            let text = UTF8Text(String(text.prefix(9_000)))
            checkInvariants(text, pipeline.analyze(text, wanting: .all, workspace: workspace), "\(name)")
        }
    }

    /// Tokens of texts four times as long take about four times as long.
    @Test func timeIsLinear() {
        let clock = ContinuousClock()
        for (name, text) in hostileTexts() {
            let short = UTF8Text(text)
            let long = UTF8Text(String(repeating: text, count: 4))
            let workspace = GrammarWorkspace(for: pipeline)
            func seconds(_ text: UTF8Text) -> Duration {
                (0..<3).map { _ in clock.measure { _ = pipeline.analyze(text, wanting: [], workspace: workspace) } }.min()
                    ?? .zero
            }
            let (first, second) = (seconds(short), seconds(long))
            #expect(second < first * 12 + .milliseconds(100), "\(name): \(first), then \(second)")
        }
    }

    @Test func randomTextIsBorne() {
        var random = SeededRandom(seed: 11)
        let pieces = [
            "the", "Ana", "said", " ", " ", " ", "\n", "\t", "'", "\"", "“", "”", "n't", "’s", ".", ",", "...", "-", "—", "(",
            ")", "U.S.",
            "$", "5", "km", ":)", "@", "http://", ".com", "é", "ß", "漢", "👍🏽", "\0", "\u{A0}", "\u{200B}", "İ", "Σ", "I'd've",
            "9/11",
        ]
        let texts = (0..<60).map { _ in
            UTF8Text(
                (0..<Int.random(in: 0..<80, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            )
        }
        let together = pipeline.analyze(texts, wanting: .all)
        for (index, text) in texts.enumerated() {
            checkInvariants(text, together[index], "text \(index)")
            // Results do not depend on what is analyzed together.
            #expect(pipeline.analyze(text, wanting: []).tokens.map(\.range) == together[index].tokens.map(\.range))
        }
    }

    /// A text of more than one piece has tokens throughout, and heads that point into it.
    @Test func longTextsAreWorkedOnInPieces() {
        let line = "The harbour board met on Monday, and Ms. Ferreira said it would sell the crane.\n"
        let text = UTF8Text(String(repeating: line, count: 700))
        let analysis = pipeline.analyze(text, wanting: .heads)
        let once = pipeline.analyze(UTF8Text(line), wanting: .heads)
        #expect(analysis.tokens.count == once.tokens.count * 700)
        checkHeads(analysis)
    }

    /// One pipeline serves many threads.
    @Test func threadsFindTheSame() async {
        let pipeline = pipeline
        let text = UTF8Text("Ms. Ferreira's crews didn't stop: by 5 p.m. on Tuesday, 14 ships had left Port Varra for Oslo.")
        let once = pipeline.analyze(text, wanting: .all)
        let all = await withTaskGroup(of: GrammarAnalysis.self) { group in
            for _ in 0..<8 { group.addTask { pipeline.analyze([text, text], wanting: .all)[1] } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.count == 8)
        #expect(all.allSatisfy { $0.tokens == once.tokens && $0.entities == once.entities })
    }

    private func checkHeads(_ analysis: GrammarAnalysis) {
        #expect(analysis.tokens.allSatisfy { analysis.tokens.indices.contains(Int($0.head)) })
        #expect(analysis.tokens.contains { $0.startsSentence })
    }
}
