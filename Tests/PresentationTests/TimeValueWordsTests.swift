import Testing

@testable import Presentation

@Suite("Values of times in words")
struct TimeValueWordsTests {
    @Test(
        "codes become words, and what is not known is left out",
        arguments: [
            ("2024-05-18", "2024-05-18"), ("2024-05-18TNI", "2024-05-18 (night)"), ("XXXXT12:00", "12:00"),
            ("2024-05-18T09:30", "2024-05-18 09:30"), ("2019-SU", "2019 (summer)"), ("XXXX-09-12", "09-12"),
            ("XXXX-WI", "winter"),
            ("2024-W20", "2024-W20"),
        ]
    )
    func words(_ pair: (value: String, words: String)) { #expect(TimeValueWords.words(pair.value) == pair.words) }
}
