import Foundation
import Language
import Speech
import TestSupport
import Testing
import TextCore

/// The findings planted in `Examples/`, and the founding articles where they are at hand.
struct PlantedFindingsTests {
    private func example(_ file: String, language: String?) throws -> Analysis {
        let text = String(decoding: try ExampleFiles.bytes(file), as: UTF8.self)
        return Analysis(text, language: language ?? (file == "le-littoral.txt" ? "fr" : "en")) {
            $0.hasPrefix("Read more") || $0.hasPrefix("Also on") || $0.hasPrefix("À lire aussi")
        }
    }

    @Test func everyPlantedSpeakerIsFound() throws {
        let planted = PlantedFinding.all("speaker", "unclosed", "speakerForm")
        #expect(!planted.isEmpty)
        for item in planted {
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
        let planted = PlantedFinding.all("notSpeech")
        #expect(!planted.isEmpty)
        for item in planted {
            let analysis = try example(item.file, language: item.language)
            let place = try #require(analysis.text.range(of: item.text), "\(item.id)")
            #expect(!analysis.speech.quotations.contains { $0.isSpeech && $0.range.overlaps(place) }, "\(item.id)")
        }
    }

    @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
    func everyQuotationOfTheFoundingArticlesHasItsSpeaker() throws {
        let story = try Seeds.load()
        for document in story.docs {
            let analysis = Analysis(String(decoding: try document.bytes(), as: UTF8.self), headline: true) {
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
