import TestSupport
import Testing

@testable import HTMLTree

/// Pages made to break parsers, and pages made by chance: nothing traps, ranges lie in bounds, trees are trees, and size and
/// depth stay bounded.
@Suite struct HostileInputTests {
    /// Checks what every document promises, in one walk.
    private func check(_ document: HTMLDocument, depthLimit: Int = 512, _ what: String) {
        var depth = 0
        var deepest = 0
        var visited = 0
        var node = document.root
        while true {
            visited += 1
            guard visited <= document.nodeCount else {
                Issue.record("\(what): a node is met twice")
                return
            }
            let range = document.text(of: node)
            _ = document.bytes(range)
            for attribute in document.attributes(of: node) { _ = document.bytes(attribute.value) }
            if let child = document.firstChild(of: node) {
                #expect(document.parent(of: child) == node && document.previousSibling(of: child) == nil, "\(what)")
                node = child
                depth += 1
                deepest = max(deepest, depth)
                continue
            }
            while document.nextSibling(of: node) == nil, let parent = document.parent(of: node) {
                #expect(document.lastChild(of: parent) == node, "\(what)")
                node = parent
                depth -= 1
            }
            guard let sibling = document.nextSibling(of: node) else { break }
            #expect(document.previousSibling(of: sibling) == node, "\(what)")
            #expect(document.parent(of: sibling) == document.parent(of: node), "\(what)")
            node = sibling
        }
        // An element can be taken off the stack from between others (`</form>`), and what is not opened is below the deepest.
        #expect(deepest <= 2 * depthLimit + 2, "\(what): \(deepest) deep")
        #expect(document.nodeCount <= 2 * document.source.count + 10_016, "\(what): \(document.nodeCount) nodes")
        #expect(document.side.count <= 16 * document.source.count + 64, "\(what): \(document.side.count) side bytes")
    }

    private static let pieces = [
        "<", ">", "</", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "&", "&amp", "&#x80;", "&notin;", "\0",
        "\r\n", " ", "x", "=", "\"", "'", "/", "<p>", "</p>", "<b>", "</b>", "<b class=x>", "<i>", "</i>",
        "<a href=1>", "</a>", "<font size=1>", "</font>", "<nobr>", "</nobr>", "<table>", "</table>",
        "<tr>", "<td>", "</td>", "<caption>", "<colgroup>", "<col>", "<tbody>", "</tbody>", "<template>",
        "</template>", "<select>", "</select>", "<option>", "<optgroup>", "<button>", "</button>",
        "<selectedcontent>", "<svg>", "</svg>", "<math>", "<mi>", "<foreignObject>", "<desc>",
        "<annotation-xml encoding=text/html>", "<title>", "</title>", "<textarea>", "</textarea>",
        "<script>", "</script>", "<!--<script>", "<style>", "</style>", "<plaintext>", "<frameset>",
        "</frameset>", "<frame>", "<form>", "</form>", "<li>", "</li>", "<dd>", "<dt>", "<ruby>", "<rt>",
        "<rtc>", "<h1>", "</h2>", "<html a=1>", "<body b=2>", "<head>", "</head>", "</body>", "</html>",
        "<object>", "</object>", "<br>", "</br>", "<hr>", "<input type=hidden>", "<noscript>",
        "</noscript>", "<div>", "</div>", "<x-y z=1>", "</x-y>", "<!doctype html>", "<image>", "<pre>\n",
    ]

    private static let contexts = [
        "", "", "", "div", "table", "tr", "td", "select", "template", "svg", "title", "script", "html",
        "frameset",
    ]

    @Test(arguments: 0..<8) func anyTagsMakeATree(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for round in 0..<250 {
            var html = ""
            for _ in 0..<Int.random(in: 1...120, using: &random) { html += Self.pieces.randomElement(using: &random) ?? "" }
            var options = HTMLParser.Options()
            options.isScripting = Bool.random(using: &random)
            options.depthLimit = [16, 24, 512].randomElement(using: &random) ?? 512
            let context = Self.contexts.randomElement(using: &random) ?? ""
            if !context.isEmpty { options.context = HTMLParser.Context(context, namespace: context == "svg" ? .svg : .html) }
            let document = HTMLParser.parse(Array(html.utf8), options: options)
            check(document, depthLimit: options.depthLimit, "seed \(seed) round \(round)")
            _ = HTMLParser.parse(document.html(of: document.root), options: options)
        }
    }

    @Test(arguments: 0..<4) func anyBytesMakeATree(seed: Int) {
        var random = SeededRandom(seed: UInt64(100 + seed))
        let markup = Array("<>/!-='\"& abdipst\0\r\n[]#x;".utf8)
        for round in 0..<250 {
            let isMarkup = Bool.random(using: &random)
            let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                isMarkup ? markup.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            check(HTMLParser.parse(bytes), "seed \(seed) round \(round)")
        }
    }

    /// Trees that a page can have been written for come back from their own HTML.
    @Test(arguments: 0..<4) func serializedTreesAreStable(seed: Int) {
        var random = SeededRandom(seed: UInt64(200 + seed))
        for _ in 0..<100 {
            var html = "<!doctype html>"
            var open: [String] = []
            for _ in 0..<60 {
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    let name = ["div", "section", "ul", "blockquote", "x-note"].randomElement(using: &random) ?? "div"
                    html += "<\(name) class=\"a&amp;b\" data-n='\(open.count)'>"
                    open.append(name)
                case 1: if let name = open.popLast() { html += "</\(name)>" }
                case 2: html += "tide &lt; wind &nbsp;é "
                default: html += "<p>one <b>two</b> <img src=x></p><!-- c -->"
                }
            }
            let first = HTMLParser.parse(Array(html.utf8))
            let again = HTMLParser.parse(first.html(of: first.root))
            #expect(treeLines(again) == treeLines(first))
            #expect(again.html(of: again.root) == first.html(of: first.root))
        }
    }

    private func repeated(_ text: String, _ count: Int) -> [UInt8] {
        Array(String(repeating: text, count: count).utf8)
    }

    /// Inputs of a shape, each ten thousand times something; a quadratic step in one would show.
    @Test func repetitionIsLinear() {
        let count = 10_000
        var shapes: [(String, [UInt8])] = [
            "<div>", "<b>", "<a>", "<i><p>", "<table>", "<table><tr><td>", "<template>", "<svg>", "<math><mi>",
            "<select>", "<frameset>", "</p>", "</a>", "</b><b>", "<b><p></b>", "<a><div></a>",
            "<table>x<tr><td>&amp;</td></tr>", "<!--", "<!", "</", "&", "&#", "&am", "<p x", "<script>",
            "<script><!--", "<textarea>", "]]>", "<svg><![CDATA[", "<object><b>", "<p>x&amp;", "<p>&amp;x&lt;\0y", "<li>",
            "<dd><p>",
            "<option>", "<nobr>", "<button>", "<html a>", "\0", "\r", "<ruby><rt>", "<form>",
            "<font size=1><p>", "<x></y>", "<h1>", "<h1></h2>", "<select><selectedcontent><option>",
        ].map { ($0, repeated($0, count)) }
        shapes.append(("deep and closed", repeated("<div>", count) + repeated("</div>", count) + Array("<p>end".utf8)))
        shapes.append(("attributes", Array("<p".utf8) + (0..<count).flatMap { Array(" a\($0)=\($0)".utf8) } + [0x3E]))
        shapes.append(("equal attributes", Array("<p".utf8) + repeated(" a=1", count) + [0x3E]))
        shapes.append(("formatting with ids", (0..<count).flatMap { Array("<b id=\($0)>".utf8) }))
        let formatting = (0..<300).flatMap { Array("<b id=\($0)>".utf8) }
        shapes.append(("formatting in paragraphs", Array("<p>".utf8) + formatting + repeated("<p>x", count)))
        let shown = repeated("<selectedcontent></selectedcontent>", count)
        shapes.append(("one select", Array("<select>".utf8) + repeated("<i></i>", count) + shown + Array("<option>x".utf8)))
        shapes.append(("names", (0..<count).flatMap { Array("<n\($0)>".utf8) }))
        shapes.append(("late attributes", (0..<count).flatMap { Array("<body a\($0)=1>".utf8) }))
        shapes.append(("not in scope", Array("<p><object>".utf8) + repeated("<i>", 600) + repeated("</p>", count)))
        shapes.append(("one text", repeated("x", 50 * count)))
        shapes.append(("one attribute value", Array("<p title='".utf8) + repeated("x&amp;", count) + Array("'>".utf8)))
        for (name, bytes) in shapes {
            check(HTMLParser.parse(bytes), name)
        }
    }

    @Test func depthLimitKeepsWhatFollowsInPlace() throws {
        let html = String(repeating: "<div>", count: 5000) + "deep" + String(repeating: "</div>", count: 5000) + "<p>end"
        let page = HTMLParser.parse(Array(html.utf8))
        let paragraph = try #require(page.first(.p))
        #expect(page.parent(of: paragraph).map(page.name(of:)) == "body")
        #expect(page.descendants(of: page.root).filter { page.tag(of: $0) == .div }.count == 5000)
    }

    /// Found by the fuzzer.
    @Test func copiesOfOptionsKeepToTheDepthLimit() {
        let inside = String(repeating: "<i>", count: 8) + "x"
        let html = String(repeating: "<div>", count: 7) + "<select><button><selectedcontent></button><option>" + inside
        var options = HTMLParser.Options()
        options.depthLimit = 16
        let page = HTMLParser.parse(Array(html.utf8), options: options)
        let deepest = page.descendants(of: page.root).map { page.ancestors(of: $0).reduce(0) { sum, _ in sum + 1 } }.max()
        #expect(deepest ?? 0 <= 18)
    }

    /// A form's end tag takes it off the stack from under what is still open.
    @Test func formsEndedInsideOutKeepTheDepthBounded() {
        check(HTMLParser.parse(repeated("<form><div></form>", 2000)), "forms")
        check(HTMLParser.parse(repeated("<a><svg><desc>", 2000)), "anchors in foreign elements")
    }

    @Test func copiesAreCounted() {
        let bytes = Array("<p>".utf8) + (0..<400).flatMap { Array("<b id=\($0)>".utf8) } + repeated("<p>x", 20_000)
        let page = HTMLParser.parse(bytes)
        #expect(page.isSimplified)
        #expect(page.nodeCount < 100_000)
    }

    @Test func theListOfFormattingElementsKeepsThreeAlike() {
        let page = HTMLParser.parse(Array("<p><b><b><b><b><b></p>x".utf8))
        #expect(page.descendants(of: page.root).filter { page.tag(of: $0) == .b }.count == 8)
    }
}
