import Testing

@testable import HTMLTree

/// What a reader of pages asks of a document.
@Suite struct HTMLDocumentTests {
    private func parse(_ html: String, _ options: HTMLParser.Options = .init()) -> HTMLDocument {
        HTMLParser.parse(Array(html.utf8), options: options)
    }

    private func fragment(_ html: String, in name: String = "body") -> HTMLDocument {
        var options = HTMLParser.Options()
        options.context = HTMLParser.Context(name)
        return parse(html, options)
    }

    @Test func walksInDocumentOrder() throws {
        let page = parse("<!doctype html><title>Harbour</title><p>One <b>two</b><p>three")
        let names = page.descendants(of: page.root).map { page.kind(of: $0) == .element ? page.name(of: $0) : "-" }
        #expect(names == ["-", "html", "head", "title", "-", "body", "p", "-", "b", "-", "p", "-"])
        let bold = try #require(page.first(.b))
        #expect(page.ancestors(of: bold).map { page.name(of: $0) } == ["p", "body", "html", ""])
        let paragraph = try #require(page.parent(of: bold))
        #expect(page.next(after: bold, in: paragraph) == page.firstChild(of: bold))
        #expect(page.nextAfterSubtree(of: bold, in: paragraph) == nil)
        #expect(page.nextAfterSubtree(of: bold) == page.nextSibling(of: paragraph))
        #expect(page.previousSibling(of: bold) == page.firstChild(of: paragraph))
        #expect(page.lastChild(of: paragraph) == bold)
    }

    @Test func givesTextAsRangesOfTheSource() throws {
        let page = parse("<p>Tide &amp; wind<br>rose\0 fast")
        let body = try #require(page.first(.body))
        var text: [UInt8] = []
        page.appendText(of: body, to: &text)
        #expect(String(decoding: text, as: UTF8.self) == "Tide & windrose fast")
        let plain = parse("<p>Tide</p>")
        let node = try #require(plain.first(.p).flatMap { plain.firstChild(of: $0) })
        #expect(plain.sourceRange(plain.text(of: node)) == 3..<7)
        #expect(plain.bytes(plain.text(of: node)).count == 4)
    }

    @Test func findsAttributes() throws {
        let page = parse("<a HREF='x?a=1&amp;b&copy=2' data-Story=7 hidden data-story=8 http-equiv=q>")
        let link = try #require(page.first(.a))
        #expect(page.attribute(.href, of: link).map(page.string) == "x?a=1&b&copy=2")
        #expect(page.attribute(.httpEquiv, of: link).map(page.string) == "q")
        #expect(page.attribute(.hidden, of: link).map(page.string) == "")
        #expect(page.attribute(.class, of: link) == nil)
        let story = try #require(page.attributeID(named: "data-story"))
        #expect(page.attribute(story, of: link).map(page.string) == "7")
        #expect(page.name(of: story, on: link) == "data-story")
        #expect(page.attributeID(named: "data-none") == nil)
        #expect(page.attributeCount(of: link) == 4)
    }

    @Test func spellsForeignNames() throws {
        let page = parse("<svg VIEWBOX=1 xlink:href=a><ForeignObject viewbox=2><p viewBox=3></svg><math definitionurl=u>")
        #expect(
            treeLines(page) == [
                "| <html>", "|   <head>", "|   <body>", "|     <svg svg>", "|       viewBox=\"1\"", "|       xlink href=\"a\"",
                "|       <svg foreignObject>", "|         viewBox=\"2\"", "|         <p>", "|           viewbox=\"3\"",
                "|           <math math>", "|             definitionURL=\"u\"",
            ]
        )
    }

    @Test func knowsEveryNameOnce() {
        for tag in Tag.allCases where tag != .other {
            let names = KnownNames.tags
            #expect(names.find(names.spellings[Int(tag.rawValue)]) == Int(tag.rawValue), "\(tag)")
        }
        for name in AttributeName.allCases {
            let names = KnownNames.attributes
            #expect(names.find(names.spellings[Int(name.rawValue)]) == Int(name.rawValue), "\(name)")
        }
        #expect(KnownNames.tags.spellings.count < 256 && KnownNames.attributes.spellings.count < 256)
        #expect(KnownNames.attributes.find(Array("accept-charset".utf8)) == Int(AttributeName.acceptCharset.rawValue))
    }

    @Test func doesNotTakeNamesWithNullForOthers() throws {
        let page = parse("<\0b>x</b><a \0href=1 href=2>")
        #expect(page.first(.b) == nil)
        let link = try #require(page.first(.a))
        #expect(page.attribute(.href, of: link).map(page.string) == "2")
    }

    @Test func mendsMisnesting() {
        #expect(
            treeLines(fragment("<b>one<p>two</b>three")) == [
                "| <b>", "|   \"one\"", "| <p>", "|   <b>", "|     \"two\"", "|   \"three\"",
            ]
        )
        #expect(
            treeLines(fragment("<table>note<tr><td>cell</table>")) == [
                "| \"note\"", "| <table>", "|   <tbody>", "|     <tr>", "|       <td>", "|         \"cell\"",
            ]
        )
    }

    @Test func mergesAttributesOfLateTags() throws {
        let page = parse("<html lang=en><body class=a><p><body id=b class=c><html lang=fr dir=ltr>")
        let html = try #require(page.first(.html))
        let body = try #require(page.first(.body))
        #expect(page.attributes(of: html).map { page.string($0.value) } == ["en", "ltr"])
        #expect(page.attributes(of: body).map { page.string($0.value) } == ["a", "b"])
    }

    @Test func readsNewlinesAndDoctypes() throws {
        let page = parse("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"x\"><pre>\r\na\rb</pre>")
        #expect(page.quirks == .limited)
        let text = try #require(page.first(.pre).flatMap { page.firstChild(of: $0) })
        #expect(page.string(page.text(of: text)) == "a\nb")
        #expect(parse("<p>").quirks == .quirks)
        #expect(parse("<!doctype html>").quirks == .none)
        #expect(parse("<!doctype html>").doctype?.name != nil)
    }

    @Test func skipsAByteOrderMark() {
        let page = HTMLParser.parse([0xEF, 0xBB, 0xBF] + Array("<!doctype html><p>x".utf8))
        #expect(page.quirks == .none)
        #expect(page.first(.body).map { page.children(of: $0).reduce(0) { sum, _ in sum + 1 } } == 1)
    }

    @Test func matchesValues() throws {
        let page = parse("<p class=' Promo\tbox-Wide lead' rel='NoFollow'>")
        let paragraph = try #require(page.first(.p))
        let classes = try #require(page.attribute(.class, of: paragraph))
        let rel = try #require(page.attribute(.rel, of: paragraph))
        #expect(page.equals(rel, "nofollow") && !page.equals(rel, "nofollo") && !page.equals(rel, "nofollows"))
        #expect(page.hasToken("promo", in: classes) && page.hasToken("lead", in: classes))
        #expect(!page.hasToken("box", in: classes) && !page.hasToken("", in: classes))
        #expect(page.contains("box", in: classes) && page.contains(" lead", in: classes) && !page.contains("leads", in: classes))
        #expect(!page.contains("x", in: .empty) && page.contains("", in: .empty))
    }

    @Test func treatsNoscriptByTheScriptingFlag() {
        var options = HTMLParser.Options()
        #expect(parse("<body><noscript><p>x", options).first(.p) != nil)
        options.isScripting = true
        #expect(parse("<body><noscript><p>x", options).first(.p) == nil)
    }

    @Test func serializes() {
        let cases = [
            (
                "<p title='a \"b\" <c>'>x &lt; y &amp; z&nbsp;</p>",
                "<p title=\"a &quot;b&quot; &lt;c&gt;\">x &lt; y &amp; z&nbsp;</p>"
            ),
            ("<br>a<img src=x>", "<br>a<img src=\"x\">"),
            ("<script>if (a < b && c) {}</script>", "<script>if (a < b && c) {}</script>"),
            ("<!-- note --><ul><li>1<li>2</ul>", "<!-- note --><ul><li>1</li><li>2</li></ul>"),
            ("<template><td>x</template>", "<template><td>x</td></template>"),
            ("<svg><path d=M0 /></svg>", "<svg><path d=\"M0\"></path></svg>"),
        ]
        for (html, wanted) in cases {
            let document = fragment(html)
            #expect(String(decoding: document.html(of: document.root), as: UTF8.self) == wanted)
        }
        let page = parse("<!doctype HTML><p>x")
        let wanted = "<!DOCTYPE html><html><head></head><body><p>x</p></body></html>"
        #expect(String(decoding: page.html(of: page.root), as: UTF8.self) == wanted)
    }
}
