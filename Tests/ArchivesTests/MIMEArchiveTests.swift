import TestSupport
import Testing

@testable import Archives

@Suite struct MIMEArchiveTests {
    /// As Chromium saves pages.
    private static let chromium = """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://paper.example/pier
        Subject: The pier
        Date: Mon, 18 Oct 2021 14:05:00 -0000
        MIME-Version: 1.0
        Content-Type: multipart/related;
        \ttype="text/html";
        \tboundary="----MultipartBoundary--0123abc----"


        ------MultipartBoundary--0123abc----
        Content-Type: text/html
        Content-ID: <frame-1@mhtml.blink>
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://paper.example/pier

        <!DOCTYPE html><meta charset=3D"utf-8"><p>The pier h=
        olds. Caf=C3=A9 =3D open.  \n</p>
        ------MultipartBoundary--0123abc----
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://paper.example/dot.png

        AAEC
        /w==
        ------MultipartBoundary--0123abc----
        Content-Type: text/css
        Content-Transfer-Encoding: binary
        Content-Location: cid:css-1@mhtml.blink

        p { color: red }

        ------MultipartBoundary--0123abc------

        """

    private static func crlf(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

    @Test func chromium() throws {
        for (bytes, lineEnd) in [(Array(Self.chromium.utf8), "\n"), (Self.crlf(Self.chromium), "\r\n")] {
            let archive = try MIMEArchive(bytes)
            let page = "<!DOCTYPE html><meta charset=\"utf-8\"><p>The pier holds. Café = open.\(lineEnd)</p>"
            #expect(String(decoding: archive.page, as: UTF8.self) == page)
            #expect(archive.location == "https://paper.example/pier")
            #expect(archive.charset == nil)
            #expect(archive.header["Subject"] == "The pier")
            #expect(archive.root.contentID == "frame-1@mhtml.blink")
            #expect(archive.others.map(\.contentType?.essence) == ["image/png", "text/css"])
            #expect(archive.others.map(\.location) == ["https://paper.example/dot.png", "cid:css-1@mhtml.blink"])
            #expect(archive.content(of: archive.others[0]) == [0, 1, 2, 0xFF])
            #expect(archive.content(of: archive.others[1]) == Array("p { color: red }\(lineEnd)".utf8))
            #expect(archive.problems.isEmpty)
            #expect(MIMEArchive.isMessage(bytes[...]))
        }
    }

    /// As Internet Explorer, Word and Firefox's add-ons saved them: a preamble, an inner multipart, a part named as the start.
    @Test func innerPartsAndStart() throws {
        let message = """
            From: "Saved by Somebody"
            Subject: =?utf-8?Q?The_pier?=
            MIME-Version: 1.0
            Content-Type: multipart/related;
            \tboundary="----=_NextPart_000_0000_01D0"; start="<main@x>"
            X-MimeOLE: Produced By Nobody

            This is a multi-part message in MIME format.

            ------=_NextPart_000_0000_01D0
            Content-Type: text/html; charset="utf-8"
            Content-Location: https://paper.example/ad

            <p>Buy.</p>
            ------=_NextPart_000_0000_01D0
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            The pier.
            --inner
            Content-ID: <main@x>
            Content-Type: text/html; charset="windows-1251"
            Content-Transfer-Encoding: 8bit

            <p>The pier.</p>
            --inner--

            ------=_NextPart_000_0000_01D0--
            """
        let archive = try MIMEArchive(Self.crlf(message))
        #expect(String(decoding: archive.page, as: UTF8.self) == "<p>The pier.</p>")
        #expect(archive.charset == "windows-1251")
        #expect(archive.others.count == 2)
        #expect(archive.problems.isEmpty)
    }

    @Test func onePart() throws {
        let message =
            "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\nMIME-Version: 1.0\n\nPHA+T25lLjwvcD4=\n"
        let archive = try MIMEArchive(Array(message.utf8))
        #expect(String(decoding: archive.page, as: UTF8.self) == "<p>One.</p>")
        #expect(archive.charset == "utf-8")
        #expect(archive.others.isEmpty)
        #expect(archive.location == nil)
    }

    @Test func damage() throws {
        let bytes = Array(Self.chromium.utf8)
        let cut = try MIMEArchive(Array(bytes.prefix(700)))
        #expect(cut.problems == [.unclosed])
        #expect(String(decoding: cut.page, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
        // A header that has lost its boundary: the first line that looks like one is it.
        let lost = Self.chromium.replacing(";\n\tboundary=\"----MultipartBoundary--0123abc----\"", with: "")
        #expect(try MIMEArchive(Array(lost.utf8)).others.count == 2)
        // A part with no empty line behind its header ends at the next boundary.
        let headerOnly = Self.chromium.replacing("png\n\nAAEC\n/w==", with: "png")
        #expect(try MIMEArchive(Array(headerOnly.utf8)).others.map(\.content.count) == [0, 17])
        #expect(throws: MIMEArchive.Fault.noHeader) { try MIMEArchive(Array("<html>: x\n\n<p>".utf8)) }
        #expect(throws: MIMEArchive.Fault.noHeader) { try MIMEArchive([]) }
        #expect(throws: MIMEArchive.Fault.noBoundary) {
            try MIMEArchive(Array("Content-Type: multipart/related; boundary=x\n\nNothing.".utf8))
        }
        #expect(throws: MIMEArchive.Fault.noPage(["image/png"])) {
            try MIMEArchive(Array("Content-Type: image/png\nMIME-Version: 1.0\n\nx".utf8))
        }
    }

    @Test func limits() throws {
        var limits = ArchiveLimits()
        limits.parts = 2
        let bytes = Array(Self.chromium.utf8)
        #expect(try MIMEArchive(bytes, limits: limits).problems == [.tooManyParts(limit: 2)])
        limits.decodedBody = 10
        #expect(throws: MIMEArchive.Fault.tooLarge(limit: 10)) { try MIMEArchive(bytes, limits: limits) }
        limits.header = 100
        #expect(throws: MIMEArchive.Fault.headerTooLong(limit: 100)) { try MIMEArchive(bytes, limits: limits) }
        limits.header = 300
        limits.decodedBody = 1000
        let long = Self.chromium.replacing("image/png", with: "image/\(String(repeating: "x", count: 400))")
        let archive = try MIMEArchive(Array(long.utf8), limits: limits)
        #expect(archive.problems.count == 1)
        #expect(archive.problems.first?.description.hasSuffix("the header of a part is too long; the part is left out") == true)
        #expect(archive.others.map(\.contentType?.essence) == ["text/css"])
    }

    @Test(arguments: [
        ("a=3D=\nb =\r\nc", "a=b c"), ("=zz=4", "=zz=4"), ("x  \ny\t", "x\ny\t"), ("=", ""), ("=C3=a9", "é"), ("a= \nb", "ab"),
    ])
    func quotedPrintable(_ text: String, _ decoded: String) {
        #expect(String(decoding: QuotedPrintable.decode(Array(text.utf8)[...]), as: UTF8.self) == decoded)
    }

    @Test func isMessage() {
        #expect(MIMEArchive.isMessage(Array("X-A: b\r\n c\r\nContent-Type: multipart/related; boundary=x".utf8)[...]))
        for text in ["", "<html>", "The pier: it holds.\n\nMIME-Version: 1.0", "Note: this\nis not one.\nMIME-Version: 1.0"] {
            #expect(!MIMEArchive.isMessage(Array(text.utf8)[...]), "\(text)")
        }
    }

    @Test(arguments: 0..<100)
    func anyBytesEnd(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var bytes = Array(Self.chromium.utf8)
        for _ in 0..<10 {
            let at = Int.random(in: bytes.indices, using: &random)
            if Bool.random(using: &random) {
                bytes.remove(at: at)
            } else {
                bytes[at] = Array("-\n\r:; =".utf8).randomElement(using: &random) ?? 0
            }
        }
        guard let archive = try? MIMEArchive(bytes) else { return }
        for part in archive.others { #expect(part.content.lowerBound >= 0 && part.content.upperBound <= bytes.count) }
    }
}
