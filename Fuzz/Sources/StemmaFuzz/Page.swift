import Reading
import TextCore

/// The whole way from the bytes of a page to its article. An input's first byte chooses whether the reasons are explained.
func fuzzPage(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let options = PageOptions(profiles: first & 2 == 2 ? OutletProfiles() : nil, explains: first & 1 == 1)
    let given = PageReader.Given(url: first & 4 == 4 ? "https://news.example/2024/05/01/story" : nil)
    let result = Result { () throws(ReadingError) in
        try PageReader(options).article(from: Array(bytes.dropFirst()), origin: Origin(path: "fuzz.html"), given: given)
    }
    guard case .success(let article) = result else { return }
    requireOrder(article.blocks.lazy.map(\.range), "block")
    for block in article.blocks {
        requireRange(block.range, in: article.text, "block")
        require(!block.range.isEmpty && article.text.trimmed(block.range) == block.range, "block \(block.range) is not trimmed")
        require(!block.reason.isEmpty, "a block without a reason")
    }
    require(article.blocks.count { $0.kind == .headline } <= 1, "two headlines")
    require(article.body.utf8.count <= article.text.count + 2 * article.blocks.count, "a body longer than the page")
}
