import TestSupport
import Testing
import TextCore

@testable import Archives

/// What records say, on invented archives.
@Suite struct ArchiveReaderTests {
    private func records(_ bytes: [UInt8]) throws -> [ArchiveRecord] {
        var reader = ArchiveReader(MemoryInput(bytes))
        var records: [ArchiveRecord] = []
        while let item = reader.next() { records.append(try item.get()) }
        return records
    }

    @Test(arguments: ["0.17", "0.18", "1.0", "1.1"], ["\r\n", "\n"])
    func warc(_ version: String, _ lineEnd: String) throws {
        let block = ArchiveWriter.response(Array("<p>The pier holds.</p>".utf8))
        let bytes = ArchiveWriter.warc(
            uri: "<https://paper.example/a b>",
            date: "2021-10-18T14:05:06.5Z",
            contentType: "application/http; msgtype=response",
            fields: [("warc-truncated", "length"), ("X-Folded", "one\(lineEnd)\ttwo")],
            version: version,
            lineEnd: lineEnd,
            block: block
        )
        let record = try #require(try records(bytes + bytes).last)
        #expect(record.format == .warc(version: version))
        #expect(record.kind == .response)
        #expect(record.place == ArchivePlace(offset: bytes.count))
        #expect(record.id == "urn:uuid:00000000-0000-4000-8000-000000000001")
        #expect(record.targetURI == "https://paper.example/a b")
        #expect(record.date?.iso8601 == "2021-10-18T14:05:06Z")
        #expect(record.contentType?.essence == "application/http")
        #expect(record.contentType?["msgtype"] == "response")
        #expect(record.truncation == "length")
        #expect(record.header["x-folded"] == "one two")
        #expect(record.block == block)
        #expect(record.isHTTP)
        #expect(try record.httpMessage()?.contentType?.charset == "utf-8")
    }

    @Test(arguments: [
        ("2021", "2021"), ("2021-10", "2021-10"), ("2021-10-18", "2021-10-18"), ("2021-10-18T14:05Z", "2021-10-18T14:05Z"),
        ("2021-10-18T14:05:06.123456789Z", "2021-10-18T14:05:06Z"), ("2021-02-30T00:00:00Z", nil), ("yesterday", nil),
        ("2021-10-18T25:00:00Z", nil), ("", nil), ("99999999999999999999999-01", nil),
    ])
    func dates(_ text: String, _ iso8601: String?) {
        #expect(WARCHeader.date(text)?.iso8601 == iso8601)
    }

    @Test func kinds() throws {
        let types = [
            "warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation", "Response", "new",
        ]
        let kinds: [ArchiveRecord.Kind] = [
            .warcinfo, .response, .resource, .request, .metadata, .revisit, .conversion, .continuation, .response, .other("new"),
        ]
        #expect(try records(types.flatMap { ArchiveWriter.warc($0, block: [1, 2]) }).map(\.kind) == kinds)
    }

    @Test func arc() throws {
        let page = ArchiveWriter.response(Array("<p>The pier holds.</p>".utf8))
        let second = Array(
            "http://paper.example/two words?a=b c 192.0.2.7 20211018140500 text/html 200 abc - 99 invented.arc 3\nOne\n".utf8
        )
        let bytes = ArchiveWriter.filedesc() + ArchiveWriter.arc(block: page) + second
        let found = try records(bytes)
        #expect(found.map(\.kind) == [.filedesc, .response, .resource])
        #expect(found.map(\.format) == [.arc(version: 1), .arc(version: 1), .arc(version: 2)])
        #expect(found[1].block == page)
        #expect(found[1].date?.iso8601 == "2021-10-18T14:05:00Z")
        #expect(found[1].contentType?.essence == "text/html")
        #expect(found[1].header["ip-address"] == "192.0.2.7")
        #expect(found[2].targetURI == "http://paper.example/two words?a=b c")
        #expect(found[2].header["Result-code"] == "200")
        #expect(found[2].header["Filename"] == "invented.arc")
        #expect(found[2].block == Array("One".utf8))
        #expect(try records(ArchiveWriter.filedesc(version: 2)).map(\.format) == [.arc(version: 2)])
        #expect(try records(bytes + ArchiveWriter.deflated(second)).count == 4)
    }

    @Test func gzipAndPlainMayMix() throws {
        let record = ArchiveWriter.warc("resource", block: Array("One.".utf8))
        let bytes = record + ArchiveWriter.deflated(record) + record + ArchiveWriter.deflated(record + record)
        let found = try records(bytes)
        let member = ArchiveWriter.deflated(record).count
        let third = 2 * record.count + member
        #expect(
            found.map(\.place) == [
                ArchivePlace(offset: 0), ArchivePlace(offset: record.count, offsetInMember: 0),
                ArchivePlace(offset: record.count + member), ArchivePlace(offset: third, offsetInMember: 0),
                ArchivePlace(offset: third, offsetInMember: record.count),
            ]
        )
    }

    @Test func digests() throws {
        let block = Array("abc".utf8)
        func verdict(_ digest: String) throws -> DigestVerdict? {
            try records(ArchiveWriter.warc("resource", fields: [("WARC-Block-Digest", digest)], block: block)).first?.blockDigest
        }
        for digest in [
            "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", "SHA-1:vgmt4nsha2awvor6evyxqugcnsonbwe5",
            "sha1:a9993e364706816aba3e25717850c26c9cd0d89d", "sha1:qZk+NkcGgWq6PiVxeFDCbJzQ2J0=",
            "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====",
            "md5:900150983cd24fb0d6963f7d28e17f72", "md5:SAAVBGB42JH3BVUWH56SRYL7OI======",
        ] {
            #expect(try verdict(digest) == .matches, "\(digest)")
        }
        #expect(try verdict("sha1:AGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5") == .differs)
        #expect(try verdict("sha1:short") == .differs)
        #expect(try verdict("sha512:abc") == .notChecked)
        #expect(try verdict("") == .notChecked)
    }

    /// The payload of a message is its body, as it was sent or with its chunks joined.
    @Test func payloadDigests() throws {
        let joined = "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"
        let chunked = ArchiveWriter.response(
            Array("1\r\na\r\n2\r\nbc\r\n0\r\n\r\n".utf8),
            fields: [("Transfer-Encoding", "chunked")]
        )
        let plain = ArchiveWriter.response(Array("abc".utf8))
        let changed = ArchiveWriter.response(Array("abd".utf8))
        for (block, verdict) in [(plain, DigestVerdict.matches), (chunked, .matches), (changed, .differs)] {
            let bytes = ArchiveWriter.warc(fields: [("WARC-Payload-Digest", joined)], block: block)
            #expect(try records(bytes).first?.payloadDigest == verdict)
        }
        let revisit = ArchiveWriter.warc("revisit", fields: [("WARC-Payload-Digest", joined)], block: [])
        #expect(try records(revisit).first?.payloadDigest == .notChecked)
    }

    @Test(arguments: [
        ("http://netpreserve.org/warc/1.0/revisit/identical-payload-digest", Revisit.Profile.identicalPayloadDigest),
        ("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest", .identicalPayloadDigest),
        ("http://netpreserve.org/warc/1.0/revisit/uri-agnostic-identical-payload-digest", .identicalPayloadDigest),
        ("http://netpreserve.org/warc/1.1/revisit/server-not-modified", .serverNotModified),
        ("https://paper.example/mine", .other("https://paper.example/mine")),
    ])
    func revisits(_ uri: String, _ profile: Revisit.Profile) throws {
        let digest = ("WARC-Payload-Digest", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5")
        let original = ArchiveWriter.warc(id: "urn:uuid:1", fields: [digest], block: ArchiveWriter.response(Array("abc".utf8)))
        let revisit = ArchiveWriter.warc(
            "revisit",
            id: "urn:uuid:2",
            fields: [
                ("WARC-Profile", uri), ("WARC-Refers-To", "<urn:uuid:1>"),
                ("WARC-Refers-To-Target-URI", "<https://paper.example/one>"), ("WARC-Refers-To-Date", "2021-10-18T14:05:00Z"),
                digest,
            ],
            block: ArchiveWriter.response([], status: "304 Not Modified")
        )
        let found = try records(original + revisit)
        let value = try #require(found[1].revisit)
        #expect(value.profile == profile)
        #expect(value.recordID == "urn:uuid:1")
        #expect(value.targetURI == "https://paper.example/one")
        #expect(value.date?.iso8601 == "2021-10-18T14:05:00Z")
        #expect(found[0].revisit == nil)
        var index = PayloadIndex(capacity: 2)
        for record in found { index.add(record) }
        #expect(index.original(of: value)?.recordID == "urn:uuid:1")
        for name in ["x", "y"] {
            let other = ArchiveWriter.warc(fields: [("WARC-Payload-Digest", "none:\(name)")], block: [])
            for record in try records(other) { index.add(record) }
        }
        #expect(index.original(of: value) == nil)
    }
}
