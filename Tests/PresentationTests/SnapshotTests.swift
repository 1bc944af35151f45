import Collation
import TestSupport
import Testing

@testable import Presentation

/// Whole outputs of a comparison that holds every kind of finding.
@Suite struct SnapshotTests {
    @Test func terminal() throws {
        let text = CollationRenderer(format: .terminal).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story.txt")
    }

    @Test func terminalWithEverythingNarrowAndColoured() throws {
        let options = RenderOptions(width: 50, usesColor: true, showsAll: true)
        let text = CollationRenderer(format: .terminal, options: options).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story-all-50-colour.txt")
    }

    @Test func json() throws {
        let options = RenderOptions(isPretty: true)
        let text = CollationRenderer(format: .json, options: options).render(try FixtureStory.collation())
        try expectGolden(text, "presentation/story.json")
    }
}
