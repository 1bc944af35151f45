import TestSupport
import Testing

@testable import Archives

/// warcio's test archives, every file with what is in it.
///
/// Compared with the iterator of warcio 1.8.1 (`check_digests=True`), which differs in these:
/// - `bad.arc`: it takes a length that is none as 0 and gives empty records; here they are errors.
/// - `*-bad-non-chunked.warc.gz`, `example-bad.warc.gz.bad`: it refuses several records in one gzip member, for they cannot
///   be sought; a stream reads them as well.
/// - `example-space-in-url.arc`: it gives a record that the end of the file cuts short.
/// - `example-trunc.warc`: it gives the same records, and only logs the bytes between them.
/// - `example-wrong-chunks.warc.gz`: it refuses a record that goes on in the next gzip member.
/// - `example-space-in-target-uri.warc.gz`: it writes spaces as `%20`; here an address is given as it is written.
/// - It checks no digests of revisit records; their blocks are there to be checked.
@Suite(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
struct ConformanceTests {
    private static let example = "http://example.com/"
    private static let wget = "metadata://gnu.org/software/wget/warc"

    static let files: [(String, [String])] = [
        (
            "bad.arc",
            [
                "byte 0: “-1” is no length of a record", "byte 134: “-1” is no length of a record",
                "202 resource \(example) 1", "byte 262: “abc” is no length of a record",
            ]
        ),
        (
            "example-bad-non-chunked.warc.gz",
            [
                "0 warcinfo - 249", "0+488 warcinfo - 470", "0+1197 response \(example) 975 block matches payload matches",
                "0+2566 request \(example) 493", "0+3370 revisit \(example) 369 block differs", "0+4316 request \(example) 493",
            ]
        ),
        (
            "example-bad.warc.gz.bad",
            [
                "0 warcinfo - 196", "0+460 response http://example.com?example=1 1610 payload matches",
                "0+2451 request http://example.com?example=1 323", "0+3161 revisit http://example.com?example=1 340",
                "0+4061 request http://example.com?example=1 323",
                "0+4771 response http://www.iana.org/domains/example 471 payload matches",
            ]
        ),
        (
            "example-digest.warc",
            [
                "0 request \(example) 493 block matches payload differs",
                "922 request \(example) 493 block matches payload matches",
                "1840 request \(example) 493 block matches payload matches",
                "2758 request \(example) 493 block matches payload matches",
            ]
        ),
        (
            "example-iana.org-chunked.warc",
            [
                "0 warcinfo - 137", "405 response http://www.iana.org/ 7566 block matches payload matches",
                "8379 request http://www.iana.org/ 76 block matches",
            ]
        ),
        (
            "example-resource.warc.gz",
            ["0 warcinfo - 249", "361 warcinfo - 399", "802 resource \(example) 1303 block matches payload matches"]
        ),
        (
            "example-space-in-target-uri.warc.gz",
            ["0 warcinfo - 73", "241 resource file:///example with spaces.png 70 block matches"]
        ),
        (
            "example-space-in-url.arc",
            [
                "0 filedesc filedesc://live-web-example.arc.gz 75",
                "byte 151: the record is cut short: 1577 of 1591 bytes are there",
            ]
        ),
        (
            "example-trunc.warc",
            [
                "0 warcinfo - 249", "488 warcinfo - 470", "1197 response \(example) 973 block differs payload differs",
                "byte 2560: 6 bytes of no record follow a record; is the record's length wrong?",
                "2566 request \(example) 493",
            ]
        ),
        (
            "example-wget-bad-target-uri.warc.gz",
            [
                "0 warcinfo - 232 block matches", "410 request \(example) 141 block matches",
                "824 response \(example) 1598 block matches payload matches",
                "1978 metadata \(wget)/MANIFEST.txt 48 block matches",
                "2295 resource \(wget)/wget_arguments.txt 49 block matches",
                "2681 resource \(wget)/wget.log 471 block matches",
            ]
        ),
        (
            "example-wrong-chunks.warc.gz",
            [
                "0 response \(example) 1613 block differs payload matches",
                "1130+4 request \(example) 137 block matches payload matches",
            ]
        ),
        ("example.arc", ["0 filedesc filedesc://live-web-example.arc.gz 75", "151 response \(example) 1591"]),
        ("example.arc.gz", ["0 filedesc filedesc://live-web-example.arc.gz 75", "171 response \(example) 1591"]),
        (
            "example.warc",
            [
                "0 warcinfo - 249", "488 warcinfo - 470", "1197 response \(example) 975 block matches payload matches",
                "2566 request \(example) 493", "3370 revisit \(example) 369 block matches", "4316 request \(example) 493",
            ]
        ),
        (
            "example.warc.gz",
            [
                "0 warcinfo - 249", "353 warcinfo - 470", "784 response \(example) 975 block matches payload matches",
                "2012 request \(example) 493 block matches payload matches", "2621 revisit \(example) 369 block matches",
                "3207 request \(example) 493 block matches payload matches",
            ]
        ),
        (
            "post-test.warc.gz",
            [
                "0 response http://httpbin.org/post 733 block matches payload matches",
                "720 request http://httpbin.org/post 227 block matches",
                "1196 response http://httpbin.org/post 740 block matches payload matches",
                "1919 request http://httpbin.org/post 223 block matches",
                "2395 response http://httpbin.org/post?foo=bar 739 block matches payload matches",
                "3118 request http://httpbin.org/post?foo=bar 224 block matches",
            ]
        ),
    ]

    @Test(arguments: files)
    func recordsAndErrors(_ name: String, _ expected: [String]) throws {
        let bytes = try SharedData.bytes("data/warc/\(name)")
        for chunkSize in [1 << 16, 1, 7, 500] { #expect(Summary.lines(bytes, chunkSize: chunkSize) == expected) }
    }

    /// What the bodies of the responses decode to: gzip, nothing, chunks, nothing over two gzip members of the
    /// archive, and gzip that is cut short.
    @Test(arguments: [
        ("example.warc", 606, 1270), ("example.arc", 1270, 1270), ("example-iana.org-chunked.warc", 7238, 7223),
        ("example-wrong-chunks.warc.gz", 1270, 1270), ("example-trunc.warc", 604, 1270),
    ])
    func bodies(_ name: String, _ coded: Int, _ decoded: Int) throws {
        var reader = ArchiveReader(MemoryInput(try SharedData.bytes("data/warc/\(name)")))
        while let item = reader.next() {
            guard let record = try? item.get(), record.kind == .response else { continue }
            let message = try #require(try record.httpMessage())
            #expect(message.status == 200)
            #expect(message.body.count == coded)
            let body = try message.decodedBody()
            #expect(body.bytes.count == decoded)
            #expect(body.isComplete == (name != "example-trunc.warc"))
            return
        }
        Issue.record("no response in \(name)")
    }

    @Test func everyFileIsListed() throws {
        let names = try SharedData.names("data/warc").filter { $0 != "LICENSE" && $0 != "README.md" }
        #expect(names == Self.files.map(\.0).sorted())
    }
}
