import Testing

@testable import Fetching

@Suite struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8), productToken: "stemma") }

    private func allows(_ text: String, _ target: String) -> Bool { rules(text).allows(target) }

    @Test func nothingSaidAllows() {
        #expect(allows("", "/a"))
        #expect(allows("Sitemap: /map.xml\n", "/a"))
        #expect(allows("User-agent: *\nDisallow:\n", "/a"))
        #expect(allows("Disallow: /\n", "/a"), "a rule before any group")
    }

    @Test func groups() {
        let text =
            "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: STEMMA/2.0\nDisallow: /own\nUser-agent: third\nDisallow: /third\n"
        #expect(allows(text, "/a"), "the group that names us counts, not the one for all")
        #expect(!allows(text, "/own/a"))
        #expect(allows(text, "/third"))
        #expect(!RobotsRules(Array(text.utf8), productToken: "unknown").allows("/a"))
    }

    @Test func groupsOfOneNameCountTogether() {
        let text = "User-agent: stemma\nDisallow: /a\nUser-agent: x\nDisallow: /x\nUser-agent: stemma\nDisallow: /b"
        #expect(!allows(text, "/a"))
        #expect(!allows(text, "/b"))
        #expect(allows(text, "/x"))
    }

    @Test func ownGroupWithoutRulesAllows() {
        #expect(allows("User-agent: *\nDisallow: /\nUser-agent: stemma\nAllow: /\n", "/a"))
        #expect(allows("User-agent: *\nDisallow: /\nUser-agent: stemma\nDisallow:\n", "/a"))
    }

    @Test func longerTokenIsAnotherProgram() {
        #expect(allows("User-agent: stemmatology\nDisallow: /\n", "/a"))
    }

    @Test func otherLinesDoNotEndTheNames() {
        #expect(!allows("User-agent: stemma\nSitemap: /s.xml\nNonsense\nUser-agent: x\nDisallow: /\n", "/a"))
    }

    @Test(arguments: [
        ("/fish", "/fish", true), ("/fish", "/fish.html", true), ("/fish", "/fishheads/a?b", true), ("/fish", "/Fish", false),
        ("/fish", "/catfish", false), ("/fish*", "/fish", true), ("/fish/", "/fish", false), ("/fish/", "/fish/?id=1", true),
        ("/*.php", "/index.php", true), ("/*.php", "/a/b.php?c", true), ("/*.php", "/", false), ("/*.php", "/a.PHP", false),
        ("/*.php$", "/a.php", true), ("/*.php$", "/a.php?b", false), ("/*.php$", "/a.php/", false),
        ("/fish*.php", "/fishheads/cat.php", true),
        ("/a$", "/a", true), ("/a$", "/ab", false), ("/a*b*c", "/axxbyyc", true), ("/a*b*c", "/axxcyyb", false),
        ("/*a$", "/a/a/a", true),
        ("/a*a$", "/a", false), ("/**a", "/b/a", true), ("*", "/", true), ("/$", "/", true), ("/$", "/a", false),
        ("$", "/", false),
        ("/a?*b=", "/a?c=1&b=", true), ("/x$y", "/x$y", true), ("/*ababac", "/abababac", true),
    ])
    func patterns(_ pattern: String, _ target: String, _ matches: Bool) {
        #expect(allows("User-agent: *\nDisallow: \(pattern)\n", target) != matches)
    }

    @Test func longestMatchWinsWhateverItsPlace() {
        #expect(allows("User-agent: *\nAllow: /a/b\nDisallow: /a\n", "/a/b/c"))
        #expect(allows("User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c"))
        #expect(!allows("User-agent: *\nAllow: /a\nDisallow: /a/b\n", "/a/b/c"))
        #expect(allows("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"), "of one length, the one that allows")
        #expect(allows("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a"))
        #expect(!allows("User-agent: *\nAllow: /$\nDisallow: /\n", "/page"))
        #expect(allows("User-agent: *\nAllow: /$\nDisallow: /\n", "/"))
    }

    @Test func percentEncoding() {
        #expect(!allows("User-agent: *\nDisallow: /ü\n", "/%c3%bc"))
        #expect(!allows("User-agent: *\nDisallow: /%C3%BC\n", "/%c3%BC"))
        #expect(!allows("User-agent: *\nDisallow: /%61b\n", "/ab"))
        #expect(!allows("User-agent: *\nDisallow: /ab\n", "/%61%62"))
        #expect(allows("User-agent: *\nDisallow: /a%2Fb\n", "/a/b"), "an encoded slash is no slash")
        #expect(!allows("User-agent: *\nDisallow: /100%\n", "/100%"), "a percent sign alone is itself")
    }

    @Test func formsOfTheFile() {
        #expect(!allows("\u{FEFF}User-agent: *\nDisallow: /\n", "/a"))
        #expect(!allows("user-AGENT:*\r\nDISALLOW :/ # all\r\n", "/a"))
        #expect(!allows("User-agent: *\rDisallow: /\r", "/a"))
        #expect(!allows("User-agent: * # everybody\n# between\n\nDisallow:\t/\t\n", "/a"))
        #expect(allows("User-agent: *\nDisallow: /\n", "/robots.txt"))
        #expect(RobotsRules([0xFF, 0x00, 0x0A, 0x3A, 0x0A], productToken: "stemma").allows("/a"))
    }

    @Test func crawlDelay() {
        #expect(rules("User-agent: *\nCrawl-delay: 7\nDisallow: /x").crawlDelay == 7)
        #expect(rules("User-agent: *\nCrawl-delay: 2.5\n").crawlDelay == 2)
        #expect(rules("User-agent: *\nCrawl-delay: soon\n").crawlDelay == nil)
        #expect(rules("User-agent: *\nCrawl-delay: 99999999999999999999\n").crawlDelay == nil)
        #expect(
            rules("User-agent: *\nCrawl-delay: 7\nUser-agent: stemma\nDisallow:\n").crawlDelay == 7,
            "names go on until a rule"
        )
        #expect(rules("User-agent: *\nCrawl-delay: 7\nDisallow:\nUser-agent: stemma\nDisallow:\n").crawlDelay == nil)
    }

    @Test func onlyTheStartOfALongFileIsRead() {
        let filler = String(repeating: "# filler filler\n", count: RobotsRules.longestFile / 16 + 1)
        #expect(!allows("User-agent: *\nDisallow: /a\n" + filler + "Allow: /a/b\n", "/a/b"))
        let cut = "User-agent: *\nDisallow: /"
        let longLine = cut + String(repeating: "a", count: RobotsRules.longestFile)
        #expect(allows(longLine, "/aaa"), "half a rule is none")
    }

    /// Linear in the file and the path: with naive search this would take hours.
    @Test func hostilePatterns() {
        let path = "/" + String(repeating: "a", count: 8000)
        let stars = "User-agent: *\nDisallow: /" + String(repeating: "*a", count: 200_000) + "b\n"
        #expect(allows(stars, path))
        let pieces = "User-agent: *\nDisallow: /*" + String(repeating: "a", count: 4000) + "b*c\n"
        #expect(allows(String(repeating: pieces, count: 100), path))
    }
}
