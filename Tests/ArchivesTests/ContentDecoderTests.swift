import TestSupport
import Testing

@testable import Archives

@Suite struct ContentDecoderTests {
    private static let text = Array(String(repeating: "<p>The pier holds, and the harbor stays open.</p>\n", count: 40).utf8)
    /// The text, and 16 MiB of the digit 0, by the brotli command.
    private static let brotli = Base64.decode(
        Array("G88H4JwHNo5V81Ku/irReODKhyrlykBgA440oNHfpmHYgAP3MMKBZh/YBw9ZSn8wstm6OxqohSTLEMojoB/qY40D".utf8)[...]
    )
    private static let brotliBomb = Base64.decode(
        Array("y///P/glYOKxQCD3/o///3/wSwDEYRGA7v3f".utf8)[...]
    )

    private static func chunked(_ bytes: [UInt8], size: Int = 700, lineEnd: String = "\r\n") -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = bytes[start..<min(start + size, bytes.count)]
            result += Array("\(String(piece.count, radix: 16));x=1\(lineEnd)".utf8) + piece + Array(lineEnd.utf8)
        }
        return result + Array("0\(lineEnd)X-Trailer: y\(lineEnd)\(lineEnd)".utf8)
    }

    private static func gzip(_ bytes: [UInt8]) -> [UInt8] { ArchiveWriter.deflated(bytes) }

    /// Coded bodies whose text is ``text``.
    private static let bodies: [([ContentCoding], [UInt8])] = [
        ([], text), ([.gzip], gzip(text)), ([.deflate], ArchiveWriter.deflated(text, .zlib)),
        ([.deflate], ArchiveWriter.deflated(text, .raw)), ([.brotli], brotli), ([.chunked], chunked(text)),
        ([.chunked], chunked(text, size: 1, lineEnd: "\n")), ([.gzip, .chunked], chunked(gzip(text), size: 9)),
        ([.brotli, .chunked], chunked(brotli, size: 9)), ([.gzip, .gzip], gzip(gzip(text))),
        ([.deflate, .gzip, .chunked], chunked(gzip(ArchiveWriter.deflated(text, .zlib)))),
        // Several members, and what some servers leave behind the last one.
        ([.gzip], gzip(Array(text[..<900])) + gzip(Array(text[900...])) + [0, 0, 0, 0, 0]),
    ]

    @Test(arguments: bodies)
    func codings(_ codings: [ContentCoding], _ body: [UInt8]) throws {
        let whole = try ContentDecoder.decode(body[...], codings: codings)
        #expect(whole == DecodedContent(bytes: Self.text))
        for size in [1, 2, 3, 17, 1000] {
            var decoder = try ContentDecoder(codings)
            var output: [UInt8] = []
            for start in stride(from: 0, to: body.count, by: size) {
                try decoder.decode(body[start..<min(start + size, body.count)], into: &output)
            }
            try decoder.finish(into: &output)
            let (isComplete, isMislabeled) = (decoder.isComplete, decoder.isMislabeled)
            #expect(output == Self.text && isComplete && !isMislabeled, "\(codings) in pieces of \(size)")
        }
    }

    /// Bodies that archives have decoded while their headers stayed as they were.
    @Test(arguments: [[ContentCoding.gzip], [.deflate], [.brotli], [.chunked], [.gzip, .chunked], [.brotli, .chunked]])
    func bodiesThatAreNotCoded(_ codings: [ContentCoding]) throws {
        let content = try ContentDecoder.decode(Self.text[...], codings: codings)
        #expect(content.bytes == Self.text)
        #expect(content.isMislabeled)
        #expect(try ContentDecoder.decode([], codings: codings) == DecodedContent(bytes: []))
    }

    /// What follows a chunk that has not the size it says is taken as it is: no text is lost.
    @Test(arguments: [
        ("3\r\nabcdef\r\n0\r\n\r\n", "abcdef\r\n0\r\n\r\n", true, true),
        ("9\r\nabc\r\n0\r\n\r\n", "abc\r\n0\r\n\r", false, false),
        ("3\r\nabc\r\nzz\r\nabc", "abczz\r\nabc", true, true), ("3\r\nabc\r\n", "abc", false, false),
        ("3\r\nabc\r\n0", "abc", true, false), ("3\r\nabc\r\n0\r\n\r\nmore", "abc", true, false),
        ("ffffffffffffffff\r\nabc", "ffffffffffffffff\r\nabc", true, true), ("-3\r\nabc", "-3\r\nabc", true, true),
    ])
    func brokenChunks(_ body: String, _ text: String, _ isComplete: Bool, _ isMislabeled: Bool) throws {
        let content = try ContentDecoder.decode(Array(body.utf8)[...], codings: [.chunked])
        #expect(String(decoding: content.bytes, as: UTF8.self) == text)
        #expect(content.isMislabeled == isMislabeled)
        #expect(content.isComplete == isComplete)
    }

    @Test(arguments: bodies.filter { $0.0.count == 1 && $0.0 != [.chunked] })
    func bodiesThatAreCutShort(_ codings: [ContentCoding], _ body: [UInt8]) throws {
        let content = try ContentDecoder.decode(body.prefix(40), codings: codings)
        #expect(!content.isComplete)
        #expect(Self.text.starts(with: content.bytes))
    }

    @Test func damage() {
        for (codings, body) in Self.bodies where codings == [.gzip] || codings == [.deflate] {
            var damaged = body
            damaged[12] = 0xFF
            damaged[13] = 0xFF
            damaged[14] = 0xFF
            #expect(throws: ContentError.self) { try ContentDecoder.decode(damaged[...], codings: codings) }
        }
        let error = #expect(throws: ContentError.self) {
            try ContentDecoder.decode([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], codings: [.brotli])
        }
        #expect(error?.description.hasPrefix("the br data is damaged after ") == true)
        #expect(throws: ContentError.unknownCoding("zstd")) {
            try ContentDecoder.decode([1], codings: [.unknown("zstd")])
        }
        #expect(throws: ContentError.tooManyCodings(limit: 4)) {
            try ContentDecoder.decode([1], codings: Array(repeating: .gzip, count: 5))
        }
    }

    @Test func bombs() {
        let zeros = ArchiveWriter.deflated([UInt8](repeating: 0x30, count: 16 << 20), level: 9)
        for (codings, body) in [
            ([ContentCoding.gzip], zeros), ([.brotli], Self.brotliBomb),
            ([.gzip, .gzip], ArchiveWriter.deflated(zeros, level: 9)),
        ] {
            var limits = ArchiveLimits()
            #expect(throws: ContentError.expandsTooMuch(limit: 1000)) {
                try ContentDecoder.decode(body[...], codings: codings, limits: limits)
            }
            limits.expansion = .max
            limits.decodedBody = 1 << 20
            #expect(throws: ContentError.tooLarge(limit: 1 << 20)) {
                try ContentDecoder.decode(body[...], codings: codings, limits: limits)
            }
        }
        // A short body of much the same is none.
        let short = ArchiveWriter.deflated([UInt8](repeating: 0x30, count: 1 << 20), level: 9)
        #expect(throws: Never.self) { try ContentDecoder.decode(short[...], codings: [.gzip]) }
    }

    @Test(arguments: 0..<100)
    func anyBytesEnd(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        guard let (codings, body) = Self.bodies.randomElement(using: &random) else { return }
        var damaged = body
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
        }
        let whole = Result { try ContentDecoder.decode(damaged[...], codings: codings) }
        let pieces = Result {
            var decoder = try ContentDecoder(codings)
            var output: [UInt8] = []
            for byte in damaged { try decoder.decode([byte], into: &output) }
            try decoder.finish(into: &output)
            return DecodedContent(bytes: output, isComplete: decoder.isComplete, isMislabeled: decoder.isMislabeled)
        }
        if let whole = try? whole.get() { #expect(try pieces.get() == whole) }
    }
}
