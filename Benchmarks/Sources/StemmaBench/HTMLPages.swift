import Foundation
import HTMLTree
import Reading

/// Web pages to parse: from a folder, or invented.
struct HTMLPages {
    let pages: [[UInt8]]

    init(folder: String?, isQuick: Bool) throws {
        if let folder {
            pages = try Self.read(URL(filePath: folder))
        } else {
            pages = (0..<(isQuick ? 8 : 40)).map { Self.invented(seed: UInt64($0)) }
        }
    }

    private static func read(_ folder: URL) throws -> [[UInt8]] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.sorted() ?? []
        return try names.compactMap { name in
            let file = folder.appending(path: name)
            if name.hasSuffix(".html") || name.hasSuffix(".htm") { return [UInt8](try Data(contentsOf: file)) }
            return name.hasSuffix(".gz") ? unpacked(file) : nil
        }
    }

    /// What `gzip -dc` makes of a file; nil when it cannot.
    private static func unpacked(_ file: URL) -> [UInt8]? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? [UInt8](data) : nil
    }

    /// A page about as news pages are: half of it script and style, one tag for every hundred bytes.
    static func invented(seed: UInt64) -> [UInt8] {
        var random = SplitMix64(seed: seed)
        let words = "harbour tide ferry council vote keeper budget bridge storm quay repair minister said on the of a in to and"
            .split(separator: " ")
        func sentence(_ length: ClosedRange<Int>) -> String {
            (0..<Int.random(in: length, using: &random)).map { _ in words.randomElement(using: &random).map(String.init) ?? "" }
                .joined(separator: " ")
        }
        var html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>\(sentence(4...9))</title>\n"
        for index in 0..<12 {
            html += "<link rel=\"stylesheet\" href=\"https://static.example.org/css/\(index).css?v=2&amp;m=all\">\n"
            html += "<script async data-id=\"\(index)\">window.q = window.q || []; if (q.length < \(index) && a > 0) { q.push('"
            html += String(repeating: "k\(index):function(e,t){return e<t?t:e},", count: 500) + "'); }</script>\n"
        }
        html +=
            "<style>\n" + String(repeating: ".card > .title:hover { color: #123456; margin: 0 auto }\n", count: 300)
            + "</style>\n</head>\n<body class=\"home page\">\n"
        html += "<nav aria-label=\"Main\"><ul class=\"menu\">\n"
        for index in 0..<150 {
            html +=
                "  <li class=\"menu-item item-\(index)\"><a href=\"/section/\(index)?from=menu\" data-track=\"nav\">\(sentence(1...3))</a></li>\n"
        }
        html += "</ul></nav>\n<main>\n<article itemscope>\n<h1 class='headline'>\(sentence(6...12))</h1>\n"
        for index in 0..<220 {
            html +=
                "<div class=\"block block-\(index % 7)\" id=b\(index)>\n<p>\(sentence(20...60)) &ldquo;\(sentence(5...15))&rdquo; "
            html +=
                "<a href=\"https://example.org/a/\(index)\"><b>\(sentence(1...3))</b></a> \(sentence(5...20)).\n<p>\(sentence(10...50))&nbsp;&amp; é.\n</div>\n"
            if index % 20 == 0 {
                html +=
                    "<figure><img src=\"/i/\(index).jpg\" alt=\"\(sentence(3...6))\" width=640 height=360><figcaption>\(sentence(5...12))</figcaption></figure>\n"
                html +=
                    "<table><tr><th>a<th>b<tr><td>\(index)<td>2</table><svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>\n"
            }
        }
        html += "</article>\n</main>\n<!-- end -->\n<footer>\(sentence(10...20))</footer>\n</body>\n</html>\n"
        return Array(html.utf8)
    }
}

extension StemmaBench {
    /// Pages to trees, and what is done with trees.
    static func measureHTML(_ bench: Bench, _ options: Options) throws {
        measureHTMLScaling(bench, options)
        guard ["html/parse", "html/walk", "html/serialize", "page/read", "page/slowest"].contains(where: bench.wants) else {
            return
        }
        let pages = try HTMLPages(folder: options.pages, isQuick: options.isQuick).pages
        let bytes = pages.reduce(0) { $0 + $1.count }
        bench.row("html/parse", bytes: bytes, items: pages.count) {
            pages.reduce(0) { $0 &+ HTMLParser.parse($1).nodeCount }
        }
        bench.row("page/read", bytes: bytes, items: pages.count) {
            pages.reduce(0) { $0 &+ read($1) }
        }
        // The page that takes longest, by itself.
        if bench.wants("page/slowest"), let slowest = slowest(of: pages) {
            bench.row("page/slowest", bytes: slowest.count, items: 1) { read(slowest) }
        }
        guard bench.wants("html/walk") || bench.wants("html/serialize") else { return }
        let documents = pages.map { HTMLParser.parse($0) }
        bench.row("html/walk", bytes: bytes, items: documents.count) {
            documents.reduce(0) { $0 &+ walk($1) }
        }
        bench.row("html/serialize", bytes: bytes, items: documents.count) {
            documents.reduce(0) { $0 &+ $1.html(of: $1.root).count }
        }
    }

    /// One page of 1, 10 and 100 pages' content, and one made to be hard: where cost is linear all have the same
    /// `mb_per_s` as their smaller ones.
    private static func measureHTMLScaling(_ bench: Bench, _ options: Options) {
        let hard = "<p>a&amp;b<b id=1><i><div></b>c</i><table>d<tr><td>e&lt;</table><select><option>f</select><svg><desc><a>"
        for factor in [1, 10, options.isQuick ? 30 : 100]
        where bench.wants("html/scale-\(factor)x") || bench.wants("html/hard-scale-\(factor)x") {
            let page = (0..<factor).flatMap { HTMLPages.invented(seed: UInt64($0)) }
            bench.row("html/scale-\(factor)x", bytes: page.count, repeats: max(1, 10 / factor)) {
                HTMLParser.parse(page).nodeCount
            }
            let hardPage = Array(String(repeating: hard, count: 1000 * factor).utf8)
            bench.row("html/hard-scale-\(factor)x", bytes: hardPage.count, repeats: max(1, 10 / factor)) {
                HTMLParser.parse(hardPage).nodeCount
            }
        }
    }

    /// Bytes to article: decoding, tree, metadata, blocks, labels.
    private static func read(_ page: [UInt8]) -> Int {
        (try? PageReader().article(from: page, origin: Origin(path: "page.html")))?.blocks.count ?? 0
    }

    private static func slowest(of pages: [[UInt8]]) -> [UInt8]? {
        let clock = ContinuousClock()
        return pages.map { page in (page, clock.measure { _ = read(page) }) }.max { $0.1 < $1.1 }?.0
    }

    private static func walk(_ document: HTMLDocument) -> Int {
        var sum = 0
        var node: NodeID? = document.root
        while let current = node {
            switch document.kind(of: current) {
            case .element:
                if document.tag(of: current) == .a, let link = document.attribute(.href, of: current) { sum &+= Int(link.count) }
            case .text: sum &+= Int(document.text(of: current).count)
            default: break
            }
            node = document.next(after: current)
        }
        return sum
    }
}
