import Feeds
import Testing

@Suite struct FeedEncodingTests {
    private func title(_ bytes: [UInt8], _ contentType: String? = nil) throws -> (title: String?, warnings: [FeedWarning]) {
        guard case .feed(let feed) = try FeedReader().read(bytes, contentType: contentType) else { return (nil, []) }
        return (feed.title?.value, feed.warnings)
    }

    private func document(_ title: [UInt8], encoding: String? = nil) -> [UInt8] {
        let declaration = encoding.map { "<?xml version='1.0' encoding='\($0)'?>" } ?? ""
        return Array("\(declaration)<rss><channel><title>".utf8) + title + Array("</title></channel></rss>".utf8)
    }

    /// "Порт" in Windows-1251.
    private let port: [UInt8] = [0xCF, 0xEE, 0xF0, 0xF2]

    @Test func declaration() throws {
        let found = try title(document(port, encoding: "windows-1251"))
        #expect(found.title == "Порт" && found.warnings == [.decoded(from: "windows-1251")])
        #expect(try title(document([0xE9], encoding: "ISO-8859-1")).title == "é")
        #expect(try title(document([0x80], encoding: "ISO-8859-1")).title == "€", "as the web reads it")
    }

    @Test func header() throws {
        #expect(try title(document(port), "application/rss+xml; charset=windows-1251").title == "Порт")
        #expect(try title(document(port, encoding: "KOI8-R"), "text/xml; charset=\"windows-1251\"").title == "Порт")
    }

    @Test func whatIsUTF8IsReadAsThat() throws {
        #expect(try title(document(Array("Café".utf8), encoding: "ISO-8859-1"), "text/xml; charset=us-ascii").title == "Café")
    }

    @Test func marksAndWideText() throws {
        let text = "<?xml version='1.0' encoding='UTF-16'?><rss><channel><title>Порт 🚢</title></channel></rss>"
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] { #expect(try title(bytes).title == "Порт 🚢") }
        let marked = try title([0xEF, 0xBB, 0xBF] + document(Array("Порт".utf8)))
        #expect(marked.title == "Порт" && marked.warnings.isEmpty)
    }

    @Test func nothingIsDeclared() throws {
        // "Новости порта и города" in Windows-1251.
        let words: [UInt8] = [
            0xCD, 0xEE, 0xE2, 0xEE, 0xF1, 0xF2, 0xE8, 0x20, 0xEF, 0xEE, 0xF0, 0xF2, 0xE0, 0x20, 0xE8, 0x20, 0xE3, 0xEE, 0xF0,
            0xEE, 0xE4, 0xE0,
        ]
        #expect(try title(document(words)).title == "Новости порта и города")
        #expect(try title(document(Array("caf".utf8) + [0xE9])).title == "café")
        let damaged = try title(document(Array("Порт и город".utf8) + [0xFF]))
        #expect(damaged.title == "Порт и город\u{FFFD}" && damaged.warnings.contains(.replacedInvalidBytes(count: 1)))
    }
}
