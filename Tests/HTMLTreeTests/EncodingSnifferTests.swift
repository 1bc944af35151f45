import Testing

@testable import HTMLTree

@Suite struct EncodingSnifferTests {
    private func found(_ html: String, _ contentType: String? = nil) -> String? {
        EncodingSniffer.encoding(of: Array(html.utf8), contentType: contentType)?.name
    }

    @Test func knowsAllLabels() {
        // As many as section 4.2 of the standard lists.
        #expect(EncodingLabels.count == 228)
        #expect(EncodingLabels.name(ofLabel: " Latin1\n") == "windows-1252")
        #expect(EncodingLabels.name(ofLabel: "x-sjis") == "Shift_JIS")
        #expect(EncodingLabels.name(ofLabel: "utf8") == "UTF-8")
        #expect(EncodingLabels.name(ofLabel: "latin-one") == nil)
        #expect(EncodingLabels.name(ofLabel: String(repeating: " ", count: 1_000_000)) == nil)
    }

    @Test func prefersMarkThenHeaderThenMeta() {
        let meta = "<meta charset=koi8-r>"
        let mark = EncodingSniffer.encoding(of: [0xEF, 0xBB, 0xBF] + Array(meta.utf8), contentType: "text/html; charset=gbk")
        #expect(mark == EncodingSniffer.Finding(name: "UTF-8", source: .byteOrderMark, markLength: 3))
        #expect(found(meta, "text/html; charset=gbk") == "GBK")
        #expect(found(meta, "text/html") == "KOI8-R")
        #expect(found("<p>") == nil)
    }

    @Test func readsContentTypes() {
        let cases = [
            ("text/html;charset=utf-8", "UTF-8"), ("text/html; Charset=\"ISO-8859-1\"; x=y", "windows-1252"),
            ("text/html; a=\"; charset=gbk\"; charset=big5", "Big5"), ("text/html; charset=nothing", nil),
            ("text/html; charset", nil), ("text/html;", nil), ("", nil), ("charset=utf-8", nil),
            ("text/html; charset=\"utf-8", "UTF-8"), ("text/html; charset=", nil),
        ]
        for (header, wanted) in cases { #expect(EncodingSniffer.encoding(ofContentType: header) == wanted, "\(header)") }
    }

    @Test func prescansMeta() {
        let cases = [
            ("<META CHARSET = 'windows-1251' >", "windows-1251"),
            ("<meta http-equiv=Content-Type content='text/html; charset=shift_jis'>", "Shift_JIS"),
            ("<meta content='text/html; charset=shift_jis'>", nil),
            ("<!-- <meta charset=gbk> --><meta charset=big5>", "Big5"),
            ("<!--><meta charset=big5>", "Big5"),
            ("<a title='<meta charset=gbk>'><meta charset=big5>", "Big5"),
            ("<meta charset=utf-16>", "UTF-8"), ("<meta charset=x-user-defined>", "windows-1252"),
            ("<meta charset=none><meta charset=gbk>", "GBK"), ("<metal charset=gbk>", nil),
            ("</p charset><?pi><!x><meta/charset=gbk>", "GBK"), ("<meta charset='gbk", nil),
            (String(repeating: " ", count: 1020) + "<meta charset=gbk>", nil),
            ("<?xml version='1.0' encoding = \"koi8-u\"?><html>", "KOI8-U"),
            ("<meta name=a content='charset=gbk' http-equiv=content-type>", "GBK"),
        ]
        for (html, wanted) in cases { #expect(found(html) == wanted, "\(html)") }
    }
}
