import Foundation
import Testing

@testable import Reading

@Suite struct PageDecoderTests {
    /// A page around a sentence, in an encoding.
    private func page(_ text: String, _ encoding: String, head: String = "") throws -> [UInt8] {
        Array("<html><head>\(head)</head><body>".utf8) + (try DecodingTests.encoded(text, encoding))
            + Array("</body></html>".utf8)
    }

    private func body(_ page: PageDecoder.Page) -> String {
        let text = String(decoding: page.bytes, as: UTF8.self)
        guard let start = text.range(of: "<body>"), let end = text.range(of: "</body>") else { return "" }
        return String(text[start.upperBound..<end.lowerBound])
    }

    private let russian = "Совет решил во вторник, что мост закроют."
    private let french = "Le maire a déclaré que l’été serait très chaud."

    @Test func headerWinsOverMeta() throws {
        let bytes = try page(russian, "WINDOWS-1251", head: #"<meta charset="iso-8859-1">"#)
        let found = PageDecoder.decode(bytes, contentType: "text/html; charset=windows-1251")
        #expect(body(found) == russian)
        #expect(found.evidence == .contentType && found.encoding == "windows-1251" && found.contradicted == nil)
    }

    @Test func whatWasEncodedTwiceIsDecodedTwice() throws {
        let once = try page("The mayor said “no” — twice. " + french, "UTF-8")
        let twice = Array(String(decoding: once.map(UInt16.init), as: UTF16.self).utf8)
        let found = PageDecoder.decode(twice, contentType: "text/html; charset=utf-8")
        #expect(found.bytes == once)
        #expect(found.warnings == [.decoded(from: "UTF-8 that was encoded twice")])
        // What shows such letters, or has a character of its own beyond them, was encoded once.
        let pasted = "\u{E2}\u{80}\u{94} was pasted."
        for text in ["“é” is often shown as “Ã©”.", "Ã© and Ã¨ are wrong.", "\u{E2}\u{80}\u{94} is a dash, \u{2014}.", pasted] {
            let found = PageDecoder.decode(try page(text, "UTF-8"))
            #expect(body(found) == text)
            #expect(found.warnings.isEmpty)
        }
    }

    @Test func metaDeclares() throws {
        let found = PageDecoder.decode(try page(russian, "KOI8-R", head: #"<meta charset=koi8-r>"#))
        #expect(body(found) == russian)
        #expect(found.evidence == .meta && found.encoding == "KOI8-R")
    }

    @Test func metaAfterTheStandardsLimit() throws {
        let padding = "<script>" + String(repeating: "x", count: 3000) + "</script>"
        let meta = #"<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-5">"#
        let found = PageDecoder.decode(try page(russian, "ISO-8859-5", head: padding + meta))
        #expect(body(found) == russian)
        #expect(found.evidence == .meta)
    }

    @Test func byteOrderMarkWinsOverAll() throws {
        let found = PageDecoder.decode(
            [0xEF, 0xBB, 0xBF] + Array("<body>\(french)</body>".utf8),
            contentType: "text/html; charset=windows-1251"
        )
        #expect(body(found) == french)
        #expect(found.evidence == .byteOrderMark && found.bytes.first == UInt8(ascii: "<"))
        let wide = [0xFF, 0xFE] + (try DecodingTests.encoded("<body>\(russian)</body>", "UTF-16LE"))
        #expect(body(PageDecoder.decode(wide)) == russian)
    }

    @Test func wellFormedUTF8WinsOverAWrongDeclaration() {
        let bytes = Array(#"<meta charset="iso-8859-1"><body>\#(french)</body>"#.utf8)
        let found = PageDecoder.decode(bytes)
        #expect(found.bytes == bytes)
        #expect(found.evidence == .wellFormed && found.contradicted == "windows-1252" && found.warnings.isEmpty)
    }

    @Test func wrongUTF8FallsBackOnLetters() throws {
        let found = PageDecoder.decode(try page(russian, "WINDOWS-1251", head: #"<meta charset="utf-8">"#))
        #expect(body(found) == russian)
        #expect(found.evidence == .statistics && found.contradicted == "UTF-8")
    }

    @Test func damagedUTF8StaysUTF8() {
        let found = PageDecoder.decode(Array("<meta charset=utf-8><body>\(french)".utf8) + [0xFF] + Array("</body>".utf8))
        #expect(body(found) == french + "\u{FFFD}")
        #expect(found.encoding == "UTF-8" && found.warnings == [.replacedInvalidBytes(count: 1)])
    }

    @Test func undeclaredBytesAreGuessed() throws {
        #expect(body(PageDecoder.decode(try page(french, "WINDOWS-1252"))) == french)
        #expect(PageDecoder.decode(Array("plain".utf8)).encoding == "UTF-8")
        #expect(PageDecoder.decode([]).bytes.isEmpty)
    }

    @Test(arguments: [("CP932", "shift_jis"), ("GB18030", "gb2312"), ("BIG5", "big5"), ("CP949", "euc-kr"), ("EUC-JP", "euc-jp")])
    func eastAsianLabels(_ encoding: String, _ label: String) throws {
        let text = try #require(DecodingTests.samples.first { $0.encoding == encoding }?.text)
        let found = PageDecoder.decode(try page(text, encoding), contentType: "text/html;charset=\"\(label)\"")
        #expect(body(found) == text)
        #expect(found.evidence == .contentType)
    }

    /// `replacement` labels decode to nothing of use, so the bytes decide.
    @Test func replacementEncodings() throws {
        let found = PageDecoder.decode(try page(french, "WINDOWS-1252", head: #"<meta charset="hz-gb-2312">"#))
        #expect(body(found) == french)
    }
}
