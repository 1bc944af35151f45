import Meaning
import Models
import TestSupport
import Testing
import TextCore

@Suite(.enabled(if: !SentenceModels.present.isEmpty, Comment(rawValue: SentenceModels.absence)))
struct EncoderTests {
    private static let sentences = [
        "The harbour board sold the crane.", "", "Der Hafenrat hat den Kran verkauft.", "It rained.", "港务委员会卖掉了起重机。",
        "By 5 p.m. on Tuesday, 14 ships had left Port Varra for Oslo; two more, the crew said, would follow by night.", "🚢",
    ].map { UTF8Text($0) }

    private func isClose(_ first: ArraySlice<Float>, _ second: ArraySlice<Float>) -> Bool {
        first.count == second.count && zip(first, second).allSatisfy { abs($0 - $1) < 1e-5 }
    }

    /// A text's vector does not depend on the texts beside it, on their order, or on what was encoded before.
    @Test(arguments: SentenceModels.present)
    func textsStandAlone(model: SentenceModel) throws {
        let encoder = try SentenceModels.encoder(model)
        let workspace = EncoderWorkspace()
        let together = encoder.encode(Self.sentences, workspace: workspace)
        let backwards = encoder.encode(Self.sentences.reversed(), workspace: workspace)
        let again = encoder.encode(Array(repeating: Self.sentences, count: 3).flatMap { $0 }, workspace: workspace)
        for (index, text) in Self.sentences.enumerated() {
            let alone = encoder.encode([text])
            #expect(isClose(alone[0], together[index]))
            #expect(isClose(alone[0], backwards[Self.sentences.count - 1 - index]))
            #expect(isClose(alone[0], again[2 * Self.sentences.count + index]))
            let length = alone.similarity(0, 0)
            #expect(abs(length - 1) < 1e-5 || length == 0)
        }
        #expect(encoder.encode([UTF8Text]()).count == 0)
    }

    @Test(arguments: SentenceModels.present)
    func threadsFindTheSame(model: SentenceModel) async throws {
        let encoder = try SentenceModels.encoder(model)
        let once = encoder.encode(Self.sentences)
        let all = await withTaskGroup(of: SentenceVectors.self) { group in
            for _ in 0..<6 { group.addTask { encoder.encode(Self.sentences) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.count == 6)
        #expect(all.allSatisfy { $0 == once })
    }

    /// What hostile texts make is vectors, too, and the beginning of a long text is all that counts.
    @Test(arguments: SentenceModels.present)
    func hostileTextIsBorne(model: SentenceModel) throws {
        let encoder = try SentenceModels.encoder(model)
        let unit = ["a", "\u{301}", "漢", "\0", "اﷺ"]
        let texts = unit.map { UTF8Text(String(repeating: $0, count: 1_500)) }
        let vectors = encoder.encode(texts)
        #expect(vectors.numbers.allSatisfy { abs($0) <= 1.0001 })
        for index in texts.indices {
            let length = vectors.similarity(index, index)
            #expect(abs(length - 1) < 1e-4 || length == 0, "\(unit[index])")
        }
        let long = String(repeating: "The board met again. ", count: 4_000)
        let ends = encoder.encode([long + "Nobody came.", long + "The port was sold."])
        #expect(ends[0] == ends[1])
    }

    @Test(.enabled(if: SentenceModels.isPresent(.minilm), Comment(rawValue: SentenceModels.absence)))
    func paraphrasesAreAlike() throws {
        let vectors = try SentenceModels.encoder(.minilm).encode([
            "The mayor has resigned.", "The head of the town hall stepped down.", "Two trams collided in fog.",
        ])
        #expect(vectors.similarity(0, 1) > vectors.similarity(0, 2) + 0.2)
    }

    @Test(.enabled(if: SentenceModels.isPresent(.multilingual), Comment(rawValue: SentenceModels.absence)))
    func translationsAreAlike() throws {
        let vectors = try SentenceModels.encoder(.multilingual).encode([
            "The mayor resigned on Tuesday.", "Die Bürgermeisterin trat am Dienstag zurück.", "Мэр ушла в отставку во вторник.",
            "市长周二辞职。", "استقالت رئيسة البلدية يوم الثلاثاء.", "Two trams collided in fog.",
        ])
        for index in 1...4 { #expect(vectors.similarity(0, index) > vectors.similarity(0, 5) + 0.3) }
    }

    @Test func modelsThatAreNotThereAreSaid() {
        let store = ModelStore(root: "/nowhere/at/all")
        for model in SentenceModel.allCases {
            #expect(throws: ModelStoreError(model.name, .notFetched)) { try model.encoder(in: store) }
        }
    }
}
