import TestSupport
import Testing

@testable import Archives

/// Damage is told with its place, and what stands behind it is read.
@Suite struct DamageTests {
    private static func record(_ number: Int, _ text: String = "The pier holds.", length: Int? = nil) -> [UInt8] {
        ArchiveWriter.warc("resource", uri: "https://paper.example/\(number)", length: length, block: Array(text.utf8))
    }

    private static func line(_ offset: Int, _ number: Int, _ count: Int = 15) -> String {
        "\(offset) resource https://paper.example/\(number) \(count)"
    }

    private static let id = "record urn:uuid:00000000-0000-4000-8000-000000000001"

    @Test func aLengthThatIsTooLong() {
        let (one, two) = (Self.record(1, length: 40), Self.record(2))
        let expected = ["byte 0: \(Self.id): the record is cut short: 15 of 40 bytes are there", Self.line(one.count, 2)]
        #expect(Summary.lines(one + two) == expected)
        // Far beyond all that follows, and beyond the limit.
        for length in [5000, 1 << 40] {
            let bytes = Self.record(1, length: length) + two
            let lines = Summary.lines(bytes)
            #expect(lines.count == 2)
            #expect(lines.first?.contains("cut short") == true)
            #expect(lines.last == Self.line(bytes.count - two.count, 2))
        }
        let (gzipOne, gzipTwo) = (ArchiveWriter.deflated(one), ArchiveWriter.deflated(two))
        let gzipped = ["byte 0: \(Self.id): the record is cut short: 15 of 40 bytes are there", Self.line(gzipOne.count, 2)]
        #expect(Summary.lines(gzipOne + gzipTwo) == gzipped)
        let huge = ArchiveWriter.deflated(Self.record(1, length: 1 << 40))
        #expect(Summary.lines(huge + gzipTwo).last == Self.line(huge.count, 2))
    }

    @Test func aLengthThatIsTooShort() {
        let (one, two) = (Self.record(1, length: 10), Self.record(2))
        #expect(
            Summary.lines(one + two) == [
                Self.line(0, 1, 10),
                "byte \(one.count - 9): 9 bytes of no record follow a record; is the record's length wrong?",
                Self.line(one.count, 2),
            ]
        )
    }

    @Test(arguments: [
        ("Content-Length: 15", "Content-Length: many", "“many” is no length of a record"),
        ("Content-Length: 15", "Content-Length: -15", "“-15” is no length of a record"),
        ("Content-Length: 15", "Content-Length: 99999999999999999999", "“99999999999999999999” is no length of a record"),
        ("Content-Length: 15", "Content-Lenght: 15", "the record's header has no Content-Length"),
        ("WARC-Type: resource", "WARC-Tipe: resource", "the record's header has no WARC-Type"),
        (
            "WARC/1.0", "WARC/9.0",
            "“WARC/9.0” is no version of WARC that is read: 0.17, 0.18, 1.0 or 1.1 is expected"
        ),
    ])
    func headers(_ old: String, _ new: String, _ message: String) {
        let text = String(decoding: Self.record(1), as: UTF8.self).replacing(old, with: new)
        let bytes = Array(text.utf8)
        for isGzip in [false, true] {
            let first = isGzip ? ArchiveWriter.deflated(bytes) : bytes
            let second = isGzip ? ArchiveWriter.deflated(Self.record(2)) : Self.record(2)
            #expect(Summary.lines(first + second) == ["byte 0: \(Self.id): \(message)", Self.line(first.count, 2)])
        }
    }

    /// Crawlers keep bodies as the server sent them: a gzip member inside a plain archive is none of the archive's own.
    @Test(arguments: [
        ("WARC/1.0", "WARC/1,0"), ("Content-Length: ", "Content-Lxngth: "), ("Content-Length: ", "Content-Length: 1"),
    ])
    func compressedBodiesBehindDamage(_ old: String, _ new: String) {
        let page = Array(String(repeating: "<p>The pier holds, said the mayor.", count: 300).utf8)
        let (first, rest) = (
            ArchiveWriter.deflated(page, level: 0).prefix(700), ArchiveWriter.deflated(page, level: 0).dropFirst(700)
        )
        let chunked =
            Array("2bc\r\n".utf8) + first + Array("\r\n\(String(rest.count, radix: 16))\r\n".utf8) + rest
            + Array("\r\n0\r\n\r\n".utf8)
        let response = ArchiveWriter.response(
            chunked,
            fields: [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
        )
        let intact = ArchiveWriter.warc(block: response)
        let bytes = Array(intact)
        let at = bytes[...].firstRange(of: Array(old.utf8)) ?? 0..<0
        let damaged = Array(bytes[..<at.lowerBound]) + Array(new.utf8) + Array(bytes[at.upperBound...])
        let (three, four) = (Self.record(3), Self.record(4))
        let lines = Summary.lines(Self.record(1) + damaged + three + four)
        let start = Self.record(1).count + damaged.count
        #expect(lines.first == Self.line(0, 1))
        #expect(lines.suffix(2) == [Self.line(start, 3), Self.line(start + three.count, 4)])
        // So does a body that the record's length cuts through.
        let short = ArchiveWriter.warc(length: response.count - chunked.count, block: response)
        let cut = Summary.lines(short + three + four)
        #expect(cut.suffix(2) == [Self.line(short.count, 3), Self.line(short.count + three.count, 4)])
    }

    @Test func noArchive() {
        #expect(Summary.lines([]).isEmpty)
        let message =
            "byte 0: no record starts here; “WARC/1.0”, “WARC/1.1”, a line of an ARC file or a gzip member is expected"
        #expect(Summary.lines(Array("The pier holds.\nIt does.\n".utf8)) == [message])
        #expect(Summary.lines([UInt8](repeating: 0, count: 300_000)) == [message])
        #expect(Summary.lines(Array("Junk.\n".utf8) + Self.record(1)) == [message, Self.line(6, 1)])
        #expect(Summary.lines(ArchiveWriter.deflated(Array("The pier holds.".utf8))) == [message])
    }

    @Test func theFileEnds() {
        let one = Self.record(1)
        let cut = Array(one.dropLast(9))
        #expect(Summary.lines(cut) == ["byte 0: \(Self.id): the record is cut short: 10 of 15 bytes are there"])
        #expect(Summary.lines(Array(one.dropLast(4))) == [Self.line(0, 1)])
        let header = Array(one.prefix(60))
        #expect(
            Summary.lines(header).first == "byte 0: record <urn:uuid:000: the record is cut short in its header, after 60 bytes"
        )
        let member = ArchiveWriter.deflated(one)
        #expect(
            Summary.lines(Array(member.dropLast(12))) == [
                "byte 0: \(Self.id): the compressed data is damaged: the data ends before the gzip member does"
            ]
        )
    }

    @Test func damagedMembers() {
        let members = (1...3).map { ArchiveWriter.deflated(Self.record($0, "The pier holds. Part \($0), as before.")) }
        let places = [0, members[0].count, members[0].count + members[1].count]
        // The checksum, the data, and the magic of the one in the middle.
        for (index, value) in [(members[1].count - 5, 0xFF), (40, 0x55), (1, 0)] as [(Int, UInt8)] {
            var damaged = members[1]
            damaged[index] ^= value == 0 ? 0xFF : value
            let lines = Summary.lines(members[0] + damaged + members[2])
            #expect(lines.count == 3)
            #expect(lines.first == "0 resource https://paper.example/1 34")
            #expect(lines.dropFirst().first?.hasPrefix("byte \(places[1])") == true)
            #expect(lines.last == "\(places[2]) resource https://paper.example/3 34")
        }
    }

    /// A gzip member cut out of the middle, as by a broken download.
    @Test func aMemberThatIsCutShort() {
        let members = (1...3).map { ArchiveWriter.deflated(Self.record($0)) }
        let lines = Summary.lines(members[0] + members[1].dropLast(20) + members[2])
        #expect(lines.count == 3)
        #expect(lines.first == Self.line(0, 1))
        #expect(
            lines.dropFirst().first?.hasPrefix("byte \(members[0].count): \(Self.id): the compressed data is damaged") == true
        )
        #expect(lines.last == Self.line(members[0].count + members[1].count - 20, 3))
    }

    @Test func blocksOverTheLimit() {
        var limits = ArchiveLimits()
        limits.block = 100
        let big = Self.record(1, String(repeating: "The pier holds.\r\n\r\n", count: 20_000))
        let message = "\(Self.id): the record's 380000 bytes are over the limit of 100"
        for isGzip in [false, true] {
            let first = isGzip ? ArchiveWriter.deflated(big) : big
            let second = isGzip ? ArchiveWriter.deflated(Self.record(2)) : Self.record(2)
            for chunkSize in [1 << 16, 13] {
                let lines = Summary.lines(first + second, chunkSize: chunkSize, limits: limits)
                #expect(lines == ["byte 0: \(message)", Self.line(first.count, 2)])
            }
        }
    }

    @Test func headersOverTheLimit() {
        var limits = ArchiveLimits()
        limits.header = 200
        let long = ArchiveWriter.warc(fields: [("X", String(repeating: "y", count: 300))], block: [])
        let lines = Summary.lines(long + Self.record(2), limits: limits)
        #expect(lines.count == 2)
        #expect(lines.first?.hasSuffix("the record's header is longer than 200") == true)
        #expect(lines.last == Self.line(long.count, 2))
        limits = ArchiveLimits()
        limits.headerFields = 10
        let many = ArchiveWriter.warc(fields: Array(repeating: ("X", "y"), count: 20), block: [])
        #expect(Summary.lines(many + Self.record(2), limits: limits).last == Self.line(many.count, 2))
    }

    /// A gzip member of nothing but zeros grows a thousandfold: it is left as soon as no block can be as long.
    @Test func bombs() {
        var limits = ArchiveLimits()
        limits.block = 1 << 20
        limits.expansion = 500
        let bomb = ArchiveWriter.deflated(Self.record(1, String(repeating: "0", count: 20 << 20)), level: 9)
        let lines = Summary.lines(bomb + ArchiveWriter.deflated(Self.record(2)), limits: limits)
        #expect(
            lines == ["byte 0: \(Self.id): the compressed data grows to more than 500 times its size", Self.line(bomb.count, 2)]
        )
    }

    @Test func arcLengths() {
        let page = Array("One.".utf8)
        let bytes =
            ArchiveWriter.filedesc() + ArchiveWriter.arc(length: "9", block: page) + ArchiveWriter.arc(length: "2", block: page)
            + ArchiveWriter.arc(length: "-1", block: page) + ArchiveWriter.arc(block: page)
        let start = ArchiveWriter.filedesc().count
        let size = ArchiveWriter.arc(block: page).count
        #expect(
            Summary.lines(bytes).dropFirst() == [
                "byte \(start): the record is cut short: 4 of 9 bytes are there",
                "\(start + size) resource http://paper.example/one 2",
                "byte \(start + 2 * size - 3): 3 bytes of no record follow a record; is the record's length wrong?",
                "byte \(start + 2 * size): “-1” is no length of a record",
                "\(start + 3 * size + 1) resource http://paper.example/one 4",
            ]
        )
    }
}
