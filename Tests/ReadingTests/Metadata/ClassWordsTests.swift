import HTMLTree
import Testing

@testable import Reading

@Suite struct ClassWordsTests {
    private let lexicon = MetadataLexicon.standard

    private func words(_ name: String) -> ClassWords { lexicon.words(in: Array(name.utf8).span) }

    @Test(arguments: [
        "author", "Author", "post-author", "articleAuthor", "ArticleHead_author__x1", "a author b", "x/author/jane",
    ])
    func wordsOfClassNames(_ name: String) {
        #expect(words(name).contains(.author))
    }

    @Test(arguments: ["", "-", "authority", "coauthor", "auth0r", "autho-r"])
    func partsOfWordsAreNone(_ name: String) {
        #expect(!words(name).contains(.author))
    }

    @Test func rememberedClassesAreThoseThatWereAskedFor() {
        // The first and last eight letters and the length are the same: only what is between tells them apart.
        let names = [
            "promoted author headline", "promoted autumn headline", "promoted author headline", "byline", "byline-x byline",
        ]
        let html = names.map { "<p class='\($0)'>" }.joined()
        let document = HTMLParser.parse(Array(html.utf8))
        var memo = ClassWordMemo()
        var found: [ClassWords] = []
        for node in document.descendants(of: document.root) {
            guard let value = document.attribute(.class, of: node) else { continue }
            found.append(memo.words(of: value, in: document, lexicon))
        }
        #expect(found == names.map(words))
        #expect(found[0] != found[1])
    }

    @Test func addressesThatStartAlike() {
        let html = """
            <body><h1>A bridge is closed</h1><a href="/news/a">a</a><a href="/news/authors/jane">Jane Doe</a>
            <a href="/news/authors/john">John Roe</a><a href="/news/b">b</a>
            """
        let scan = PageScan(HTMLParser.parse(Array(html.utf8)))
        #expect(scan.authorLinks.count == 2)
    }
}
