import Language
import TestSupport
import Testing
import TextCore

/// The founding example: entities and times as annotated beside the checkout.
@Suite(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
struct SeedTests {
    private func annotated() throws -> (seeds: Seeds, texts: [String: AnnotatedText]) {
        let seeds = try Seeds.load()
        var texts: [String: AnnotatedText] = [:]
        for document in seeds.docs {
            texts[document.doc] = annotate(document.text, published: CivilTime(year: 2021, month: 10, day: 18))
        }
        return (seeds, texts)
    }

    @Test func times() throws {
        let (seeds, texts) = try annotated()
        for time in seeds.detail.temporal where !time.value.hasPrefix("XXXX") {
            let text = try #require(texts[time.doc])
            let found = text.times.filter { text.text[$0.range] == time.text }
            #expect(found.contains { $0.value.iso8601 == time.value }, "\(time.text): \(found.map(\.value.iso8601))")
        }
    }

    @Test func entities() throws {
        let (seeds, texts) = try annotated()
        let names = texts.values.flatMap { $0.entities.flatMap { [$0.name] + $0.aliases } }
        for entity in seeds.detail.entities where entity.type != "work" && entity.canonical != "European Union" {
            #expect(names.contains(entity.canonical), "\(entity.canonical)")
        }
    }
}
