import Foundation
import Models
import TestSupport
import Testing
import TextCore

@testable import Grammar

/// A folder that goes with the test.
private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "stemma-grammar-\(UUID())").path

    var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Grammar of no model: tokens of some bytes each, with whatever codes there may be.
private func invented(for texts: [UTF8Text], _ random: inout SeededRandom) -> GrammarReading {
    let labels = GrammarLabels(tags: ["NN", "VB"], dependencies: ["nsubj", "ROOT", ""], entities: ["PERSON", "ORT·É"])
    let analyses = texts.map { text in
        var analysis = GrammarAnalysis()
        var at = 0
        while at < text.count {
            let end = min(text.count, at + Int.random(in: 1...4, using: &random))
            var token = GrammarToken(range: at..<end)
            token.tag = UInt8.random(in: 0...255, using: &random)
            token.dependency = UInt8.random(in: 0...255, using: &random)
            token.partOfSpeech = PartOfSpeech.allCases.randomElement(using: &random) ?? .unknown
            token.startsSentence = Bool.random(using: &random)
            token.isBeforeSpace = Bool.random(using: &random)
            analysis.tokens.append(token)
            at = end + Int.random(in: 0...1, using: &random)
        }
        let count = analysis.tokens.count
        for index in analysis.tokens.indices where Bool.random(using: &random) {
            analysis.tokens[index].head = Int32.random(in: 0..<Int32(count), using: &random)
        }
        if count > 3 {
            analysis.entities = [EntitySpan(tokens: 0..<1, label: 1), EntitySpan(tokens: 2..<count, label: 0)]
        }
        return analysis
    }
    return GrammarReading(labels: labels, analyses: analyses)
}

struct GrammarCacheTests {
    private let texts = [UTF8Text("Zoë’s harbour is closed."), UTF8Text(""), UTF8Text("The mayor has resigned.")]

    @Test func whatIsKeptIsFoundAgain() throws {
        let folder = Folder()
        var random = SeededRandom(seed: 3)
        for layers in [GrammarLayers.all, .tags, .names] {
            let reading = invented(for: texts, &random)
            let key = GrammarKey(texts, layers)
            let cache = GrammarCache(folder: folder.path)
            #expect(cache.reading(key, of: texts) == nil)
            cache.keep(reading, key)
            #expect(cache.lastError == nil)
            #expect(GrammarCache(folder: folder.path).reading(key, of: texts) == reading)
        }
        #expect(folder.files.count == 3, "each of what is wanted has its own")
    }

    @Test func textsThatAreCutOtherwiseHaveAnotherKey() {
        let joined = [UTF8Text("ab"), UTF8Text("c")]
        #expect(GrammarKey(joined, .all) != GrammarKey([UTF8Text("a"), UTF8Text("bc")], .all))
        #expect(GrammarKey(joined, .all) != GrammarKey(joined, .tags))
        #expect(GrammarKey(joined, .all) == GrammarKey(joined, .all))
    }

    /// Whatever byte is wrong, a file is its own or none; and of another text's file nothing is taken.
    @Test func damageIsNoGrammar() throws {
        var random = SeededRandom(seed: 9)
        let key = GrammarKey(texts, .all)
        let bytes = try #require(GrammarRecord.bytes(invented(for: texts, &random), key))
        #expect(GrammarRecord.reading(bytes.span, key, of: texts) != nil)
        #expect(GrammarRecord.reading(bytes.span, GrammarKey(texts, .tags), of: texts) == nil)
        for place in bytes.indices {
            var damaged = bytes
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(GrammarRecord.reading(damaged.span, key, of: texts) == nil, "byte \(place)")
            #expect(GrammarRecord.reading(Array(bytes[..<place]).span, key, of: texts) == nil, "cut at \(place)")
        }
    }

    /// A file that somebody made with a right checksum still gives nothing that lies outside the texts.
    @Test func nothingLiesOutsideTheTexts() throws {
        let key = GrammarKey(texts, .all)
        func isTaken(_ change: (inout GrammarAnalysis) -> Void) throws -> Bool {
            var random = SeededRandom(seed: 5)
            var reading = invented(for: texts, &random)
            change(&reading.analyses[0])
            let bytes = try #require(GrammarRecord.bytes(reading, key))
            return GrammarRecord.reading(bytes.span, key, of: texts) != nil
        }
        #expect(try isTaken { _ in })
        #expect(try !isTaken { $0.tokens[2].range = 0..<2 }, "tokens out of order")
        #expect(try !isTaken { $0.tokens[$0.tokens.count - 1].range = 24..<90 }, "a token beyond the text")
        #expect(try !isTaken { $0.tokens[0].head = 99 }, "a head that there is not")
        #expect(try !isTaken { $0.tokens[0].head = -2 }, "a head before all")
        #expect(try !isTaken { $0.entities[0].label = 7 }, "a kind that there is not")
        #expect(try !isTaken { $0.entities[1].tokens = 0..<2 }, "entities that overlap")
        #expect(try !isTaken { $0.entities[1].tokens = 2..<($0.tokens.count + 1) }, "an entity beyond the text")
    }

    @Test func theOldestGoWhereThereIsNoRoom() throws {
        let folder = Folder()
        var random = SeededRandom(seed: 4)
        let text = [UTF8Text(String(repeating: "The pier is old. ", count: 40))]
        let reading = invented(for: text, &random)
        let keys = (0..<40).map { GrammarKey([UTF8Text("\($0)")], .all) }
        let size = try #require(GrammarRecord.bytes(reading, keys[0])).count
        let cache = GrammarCache(folder: folder.path, limit: size * 16)
        for (index, key) in keys.enumerated() {
            cache.keep(reading, key)
            let path = "\(folder.path)/\(key.name).grammar"
            let day = Date(timeIntervalSince1970: 1_000_000 + Double(index) * 100)
            try? FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path)
        }
        #expect(folder.files.count <= 18 && folder.files.count >= 12)
        #expect(folder.files.contains("\(keys[39].name).grammar"))
        #expect(!folder.files.contains("\(keys[0].name).grammar"))
        let small = GrammarCache(folder: folder.path + "/small", limit: size)
        small.keep(reading, keys[0])
        #expect(small.reading(keys[0], of: text) == nil, "it alone would take all the room")
    }

    @Test func aFolderThatCannotBeMadeIsSaid() {
        var random = SeededRandom(seed: 4)
        let cache = GrammarCache(folder: "/dev/null/grammar")
        cache.keep(invented(for: texts, &random), GrammarKey(texts, .all))
        #expect(cache.lastError?.path == "/dev/null/grammar")
    }

    @Test func thereIsNoneForAModelThatHasNotBeenFetched() {
        #expect(StoredGrammar(in: ModelStore(root: "/nonexistent-folder"), cache: nil) == nil)
    }
}

@Suite(.enabled(if: EnglishModel.isPresent, Comment(rawValue: EnglishModel.absence)))
struct StoredGrammarTests {
    @Test func theSameFromDiskAsFromTheModel() throws {
        let folder = Folder()
        let store = ModelStore.standard(environment: ProcessInfo.processInfo.environment)
        let texts = ["The mayor of Port Varra resigned.", "“We leave,” Ida Vesterby said."].map { UTF8Text($0) }
        let expected = try EnglishModel.shared.get().reading(of: texts, wanting: .all)
        for _ in 0..<2 {
            let grammar = try #require(StoredGrammar(in: store, cache: folder.path))
            #expect(grammar.reading(of: texts, wanting: .all) == expected)
            #expect(grammar.modelError == nil && grammar.cacheError == nil)
        }
        let kept = try #require(FileManager.default.subpaths(atPath: folder.path)?.filter { $0.hasSuffix(".grammar") })
        #expect(kept.count == 1)
    }
}

/// A model whose one file is no model's.
struct DamagedStoredGrammarTests {
    @Test func saysWhyItGivesNothing() throws {
        let folder = Folder()
        let file = ModelManifest.File(
            path: "config.cfg",
            size: 2,
            sha256: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
            use: "settings"
        )
        let manifest = ModelManifest(
            name: .english,
            package: "none",
            version: "9.9",
            license: "CC0-1.0",
            use: "tests",
            wheel: ModelManifest.File(path: "none.whl", size: 0, sha256: "", use: "wheel"),
            folder: "",
            files: [file]
        )
        let store = ModelStore(root: folder.path, manifests: [manifest])
        try FileManager.default.createDirectory(atPath: store.path(of: manifest), withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: URL(filePath: store.path(of: manifest) + "/config.cfg"))
        let grammar = try #require(StoredGrammar(in: store, cache: nil))
        #expect(grammar.modelError == nil, "not before it is needed")
        for _ in 0..<2 { #expect(grammar.reading(of: [UTF8Text("A pier.")], wanting: .all) == nil) }
        #expect("\(try #require(grammar.modelError))".hasPrefix("english: "))
    }
}
