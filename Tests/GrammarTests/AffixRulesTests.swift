import Testing

@testable import Grammar

@Suite struct AffixRulesTests {
    private func rules(prefix: String = "^\\(", suffix: String = "\\)$", infix: String = "-") throws -> AffixRules {
        try AffixRules(
            prefixes: AffixPatternParser.parse(prefix),
            suffixes: AffixPatternParser.parse(suffix),
            infixes: AffixPatternParser.parse(infix)
        )
    }

    private func prefix(_ pattern: String, _ text: String) throws -> Int {
        let bytes = Array(text.utf8)
        return try rules(prefix: pattern).prefixLength(bytes.span, bytes.indices)
    }

    private func suffix(_ pattern: String, _ text: String) throws -> Int {
        let bytes = Array(text.utf8)
        return try rules(suffix: pattern).suffixLength(bytes.span, bytes.indices)
    }

    private func infixes(_ pattern: String, _ text: String) throws -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var found: [Range<Int>] = []
        try rules(infix: pattern).infixes(bytes.span, bytes.indices, into: &found)
        return found
    }

    @Test func prefixes() throws {
        #expect(try prefix("^\\(|^\\.\\.+", "(a") == 1)
        #expect(try prefix("^\\(|^\\.\\.+", "...a") == 3)
        #expect(try prefix("^\\(|^\\.\\.+", ".a") == 0)
        // The first alternative that matches counts, not the longest.
        #expect(try prefix("^…|^……", "……a") == 3)
        #expect(try prefix("^US\\$|^U", "US$5") == 3)
        #expect(try prefix("^\\+(?![0-9])", "+a") == 1)
        #expect(try prefix("^\\+(?![0-9])", "+5") == 0)
        #expect(try prefix("^\\+(?![0-9])", "+") == 1)
        #expect(try prefix("^[\\u00A6\\u00A9\\U0001F300-\\U0001F3FA]", "\u{1F30A}") == 4)
    }

    @Test func suffixes() throws {
        #expect(try suffix("…$|……$", "a……") == 6)
        #expect(try suffix("\\.\\.+$", "a...") == 3)
        #expect(try suffix("\\.\\.+$", "a.") == 0)
        #expect(try suffix("'s$|'$", "dog's") == 2)
        #expect(try suffix("(?<=[0-9])(?:km|m|km²)$", "5km") == 2)
        #expect(try suffix("(?<=[0-9])(?:km|m|km²)$", "5km²") == 4)
        #expect(try suffix("(?<=[0-9])(?:km|m)$", "km") == 0)
        #expect(try suffix("(?<=[A-Z][A-Z])\\.$", "EU.") == 1)
        #expect(try suffix("(?<=[A-Z][A-Z])\\.$", "U.") == 0)
    }

    @Test func infixesFromTheLeft() throws {
        #expect(try infixes("(?<=[a-z])(?:-|--)(?=[a-z])", "a-b--c-") == [1..<2, 3..<5])
        #expect(try infixes("\\.\\.+|…", "a..b…c...") == [1..<3, 4..<7, 8..<11])
        #expect(try infixes("(?<=[0-9])[+\\-\\*^](?=[0-9-])", "3^4 5--6") == [1..<2, 5..<6])
        #expect(try infixes("-", "----").count == 4)
    }

    @Test func classesWithEscapes() throws {
        let set = try #require(try AffixPatternParser.parse("[a-c\\]\\-x-]").first?.body.first)
        #expect("abc]-x".unicodeScalars.allSatisfy { set.contains($0.value) })
        #expect(!"d[\\wy".unicodeScalars.contains { set.contains($0.value) })
    }

    /// What is not understood is refused with its place.
    @Test(arguments: [
        "a*", "a?", "(a)", "[^a]", ".", "\\d", "\\w+", "a{2}", "(?=ab)c", "a(?=b)c", "(?<=a", "[a", "a|", "", "\\u12",
        "(?:a(?=b))",
        "(?:(?:(?:(?:(?:a)))))", "[z-a]",
    ])
    func unknownPatterns(pattern: String) {
        #expect(throws: AffixPatternParser.Fault.self) { try AffixPatternParser.parse(pattern) }
    }

    @Test func rulesThatCannotBeFollowed() {
        #expect(throws: AffixPatternParser.Fault.self) { try rules(prefix: "a") }
        #expect(throws: AffixPatternParser.Fault.self) { try rules(suffix: "a") }
        #expect(throws: AffixPatternParser.Fault.self) { try rules(suffix: "ab+$") }
        #expect(throws: AffixPatternParser.Fault.self) { try rules(infix: "a$") }
    }
}
