import TestSupport
import Testing

@testable import Archives

/// What holds of any archive, on seeded ones.
@Suite struct ReaderPropertyTests {
    private static func record(_ number: Int, _ random: inout SeededRandom) -> [UInt8] {
        let block = (0..<Int.random(in: 0...400, using: &random)).map { _ in
            Array("aeWARC/1.\r\n:- ".utf8).randomElement(using: &random) ?? 0
        }
        return ArchiveWriter.warc(
            ["resource", "response", "metadata"].randomElement(using: &random) ?? "",
            uri: "https://paper.example/\(number)",
            block: block
        )
    }

    private enum Shape: CaseIterable {
        case plain, members, oneMember, mixed, arc
    }

    private static func archive(_ shape: Shape, _ random: inout SeededRandom) -> (bytes: [UInt8], starts: [Int]) {
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var inner: [UInt8] = []
        if shape == .arc { bytes = ArchiveWriter.filedesc() }
        for number in 0..<8 {
            let record = record(number, &random)
            starts.append(bytes.count)
            switch shape {
            case .plain: bytes += record
            case .members: bytes += ArchiveWriter.deflated(record)
            case .oneMember: inner += record
            case .mixed: bytes += number % 3 == 0 ? record : ArchiveWriter.deflated(record)
            case .arc:
                bytes += ArchiveWriter.arc(uri: "http://paper.example/\(number)", block: Array("Part \(number).".utf8))
            }
        }
        return (bytes + (inner.isEmpty ? [] : ArchiveWriter.deflated(inner)), starts)
    }

    /// However the bytes come, the records are the same.
    @Test(arguments: 0..<20)
    func chunksMakeNoDifference(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        for shape in Shape.allCases {
            var bytes = Self.archive(shape, &random).bytes
            if seed % 2 == 1 { bytes[Int.random(in: bytes.indices, using: &random)] ^= 0x41 }
            let whole = Summary.lines(bytes)
            for chunkSize in [1, 2, 3, 5, 64, 100, 511, 513] {
                #expect(Summary.lines(bytes, chunkSize: chunkSize) == whole, "\(shape), chunks of \(chunkSize)")
            }
        }
    }

    /// Whatever byte is changed, left out or put in, the records two behind it are found, at their places, with all bytes.
    @Test(arguments: 0..<30)
    func damageHidesNoLaterRecord(_ seed: Int) {
        var random = SeededRandom(seed: 1000 + UInt64(seed))
        for shape in [Shape.plain, .members, .arc] {
            let (bytes, starts) = Self.archive(shape, &random)
            for _ in 0..<20 {
                var damaged = bytes
                let at = Int.random(in: bytes.indices, using: &random)
                var shift = 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: damaged[at] = UInt8.random(in: .min ... .max, using: &random)
                case 1:
                    damaged.remove(at: at)
                    shift = -1
                default:
                    damaged.insert(UInt8.random(in: .min ... .max, using: &random), at: at)
                    shift = 1
                }
                let found = Set(Summary.lines(damaged).compactMap { $0.split(separator: " ").first })
                let hit = starts.lastIndex { $0 <= at } ?? 0
                for start in starts.dropFirst(hit + 2) {
                    #expect(found.contains("\(start + shift)"), "\(shape): damage at \(at), record at \(start)")
                }
            }
        }
    }

    /// Every beginning of an archive gives the records that are whole in it, and at most one error for the rest.
    @Test func everyBeginning() {
        var random = SeededRandom(seed: 3)
        for shape in [Shape.plain, .members] {
            let (bytes, starts) = Self.archive(shape, &random)
            for end in stride(from: 0, to: bytes.count, by: 3) {
                let lines = Summary.lines(Array(bytes[..<end]))
                let whole = max(0, starts.count { $0 <= end } - 1)
                #expect(lines.prefix(whole).allSatisfy { !$0.hasPrefix("byte") }, "\(shape): \(end)")
                #expect(lines.count <= whole + 1)
            }
        }
    }

    @Test(arguments: 0..<200)
    func anyBytesEnd(_ seed: Int) {
        var random = SeededRandom(seed: 5000 + UInt64(seed))
        let pieces: [[UInt8]] = [
            Array("WARC/1.0\r\n".utf8), Array("Content-Length: 9\r\n".utf8), Array("WARC-Type: resource\r\n".utf8),
            Array("\r\n\r\n".utf8), [0x1F, 0x8B, 8, 0], Array("http://a.example/ 192.0.2.1 20210101000000 text/html 5\n".utf8),
            ArchiveWriter.deflated(Array("WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n".utf8)),
            Array("filedesc://a 192.0.2.1 20210101000000 text/plain 9999999999\n".utf8), [0, 0xFF],
        ]
        let bytes = (0..<30).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
        let whole = Summary.lines(bytes)
        #expect(whole.count <= 60)
        #expect(Summary.lines(bytes, chunkSize: 7) == whole)
    }
}
