import Foundation
import Language
import Speech
import TestSupport
import Testing
import TextCore

/// The findings planted in `Examples/`, and the founding articles where they are at hand.
struct PlantedFindingsTests {
    private struct Planted: Decodable {
        let id: String
        let kind: String
        let file: String
        let text: String
        let speaker: String?
        let mention: String?
        let language: String?
    }

    private func example(_ file: String, language: String?) throws -> Analysis {
        let text = String(decoding: try ExampleFiles.bytes(file), as: UTF8.self)
        return Analysis(text, language: language ?? (file == "le-littoral.txt" ? "fr" : "en")) {
            $0.hasPrefix("Read more") || $0.hasPrefix("Also on") || $0.hasPrefix("À lire aussi")
        }
    }

    @Test func everyPlantedSpeakerIsFound() throws {
        let planted = try JSONDecoder().decode([Planted].self, from: Data(try ExampleFiles.bytes("expected.json")))
        for item in planted where ["speaker", "unclosed", "speakerForm"].contains(item.kind) {
            let analysis = try example(item.file, language: item.language)
            let place = try #require(analysis.text.range(of: item.text), "\(item.id)")
            let found = analysis.speech.quotations.filter {
                quotation in
                let isThere = quotation.range.overlaps(place) || quotation.mention.map { $0.overlaps(place) } ?? false
                return quotation.isSpeech && isThere && quotation.speaker?.name == item.speaker
            }
            #expect(!found.isEmpty, "\(item.id): \(analysis.said)")
        }
    }

    @Test func whatIsNoSpeechIsKeptOut() throws {
        let planted = try JSONDecoder().decode([Planted].self, from: Data(try ExampleFiles.bytes("expected.json")))
        for item in planted where item.kind == "notSpeech" {
            let analysis = try example(item.file, language: item.language)
            let place = try #require(analysis.text.range(of: item.text), "\(item.id)")
            #expect(!analysis.speech.quotations.contains { $0.isSpeech && $0.range.overlaps(place) }, "\(item.id)")
        }
    }

    private struct Story: Decodable {
        struct Document: Decodable {
            let doc: String
            let file: String
        }
        struct Quote: Decodable {
            let sent: String
            let start: Int
            let end: Int
            let speaker: String?
        }
        let docs: [Document]
        let quotes: [Quote]
    }

    @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
    func everyQuotationOfTheFoundingArticlesHasItsSpeaker() throws {
        let story = try JSONDecoder().decode(Story.self, from: Data(try SharedData.bytes("data/collation/seeds.json")))
        for document in story.docs {
            let path = document.file.replacing("../shared/", with: "")
            let analysis = Analysis(String(decoding: try SharedData.bytes(path), as: UTF8.self), headline: true) {
                $0.hasPrefix("Also on") || $0.hasPrefix("All news") || $0.hasPrefix("Share this") || $0.hasPrefix("Think your")
            }
            let index = CodePointIndex(analysis.text)
            for quote in story.quotes where quote.sent.hasPrefix(document.doc) {
                let place = index.bytes(quote.start..<quote.end)
                let found = analysis.speech.quotations.filter { $0.isSpeech && $0.range.overlaps(place) }
                #expect(
                    found.contains { $0.speaker?.name == quote.speaker },
                    "\(quote.sent): \(found.map { $0.speaker?.name ?? "?" })"
                )
            }
        }
    }
}
