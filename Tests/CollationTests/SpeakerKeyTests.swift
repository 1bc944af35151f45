import Testing

@testable import Collation

/// Speakers found in another article.
struct SpeakerKeyTests {
    @Test(
        arguments: [
            ("Melania Holm", "Donald Holm", false), ("Melania Holm", "Holm", true), ("M. Holm", "Melania Holm", true),
            ("D. Holm", "Melania Holm", false), ("Ms. Holm", "Melania Holm", true), ("Ted Holm Jr.", "Ann Oll Jr.", false),
            ("Ted Q. Holm, Jr.", "Ted Holm", true), ("Ted Holm Jr.", "Ted Holm", false), ("Ted Holm Jr.", "Holm", true),
            ("Ted Q. Holm", "Ted Holm", true), ("Ted Q. Holm", "Holm", true),
            ("Ted Q. Holm", "Ted R. Holm", false), ("Joseph Q. Holm Jr.", "Joe Holm", true),
            ("W. Ted Holm", "Ted Holm", true), ("Ted Holm Jr.", "Ted Holm III", false), ("Sen. Ted Holm", "Ted Holm", true),
        ]
    )
    func firstNamesMustFit(a: String, b: String, fits: Bool) throws {
        let first = try #require(SpeakerKey(name: a))
        let second = try #require(SpeakerKey(name: b))
        #expect(first.isCompatible(with: second) == fits)
        #expect(second.isCompatible(with: first) == fits)
        #expect(Set([first]).isStrange(to: [second]) == !fits)
    }

    @Test func namesakesAreNotOneSpeaker() {
        let found = Texts.collate([
            "Melania Holm said she was glad about the bridge.", "Donald Holm said he was glad about the bridge.",
        ])
        #expect(found.shared.allSatisfy { $0.speaker == nil })
    }
}
