import Language
import Speech
import Testing
import TextCore

/// Ranges of statements that are good to show.
struct StatementBoundsTests {
    private func statements(_ string: String, _ language: String = "en") -> [String] {
        Analysis(string, language: language).statements
    }

    @Test func initialsAreNoConjunctions() {
        let cases = [
            ("ru", "А. В. Петров и О. Сидоров ушли."), ("ru", "И. И. Иванов приехал в Москву."),
            ("en", "A. Smith left the hall."),
            ("de", "E. Müller kam nach Nordhafen."), ("es", "Y. Pérez y O. López salieron."),
            ("it", "E. Rossi e O. Bianchi sono qui."),
        ]
        for (language, text) in cases { #expect(statements(text, language) == [text]) }
    }

    @Test func marksComeInPairs() {
        #expect(
            statements("The report says the bridge should be replaced “within ten years.”") == [
                "the bridge should be replaced “within ten years.”"
            ]
        )
        #expect(
            statements("The report says the bridge should be replaced “within ten years”.") == [
                "the bridge should be replaced “within ten years”."
            ]
        )
        #expect(
            statements("The mayor, who described the vote as \"mischief,\" left the old town hall early.").allSatisfy {
                $0.count { $0 == "\"" } % 2 == 0
            }
        )
        #expect(statements("“[W]e have heard of this,” the mayor said.") == ["[W]e have heard of this"])
    }

    @Test func stopsStayWithWhatTheyEnd() {
        #expect(statements("They left. He met her.") == ["They left.", "He met her."])
        #expect(statements("The mayor said the firm would move to the U.S.") == ["the firm would move to the U.S."])
        #expect(statements("The mayor moved to the U.S., he said.").first == "The mayor moved to the U.S.")
        #expect(statements("Why did the board close the bridge?") == ["Why did the board close the bridge?"])
        #expect(statements("The tax on old boats rose by 5%") == ["The tax on old boats rose by 5%"])
    }

    @Test func noClauseBreaksOffBeforeQuotedWords() {
        #expect(
            statements("But the makers of the bill have disputed the mayor’s view as “unconvincing and weak.”").last
                == "the makers of the bill have disputed the mayor’s view as “unconvincing and weak.”"
        )
    }

    @Test func anAttributionLineIsNoStatement() {
        #expect(statements("“The ice on the bay is thin.” — Marit Oll, fish wholesaler") == ["The ice on the bay is thin."])
    }

    @Test func japaneseAndChineseQuotationsAreSpeech() {
        let spoken = Analysis("「知らない。」と彼は言った。彼女は去った。", language: "ja")
        #expect(spoken.statements == ["知らない。", "彼女は去った。"])
        #expect(spoken.contents == ["知らない。"])
        let minister = Analysis("岸田首相は「戦争に反対する」と述べた。", language: "ja")
        #expect(minister.said == ["direct: 戦争に反対する ← 岸田"])
        #expect(Analysis("他说：“我不知道。”她走了。", language: "zh").statements == ["我不知道。", "她走了。"])
    }
}
