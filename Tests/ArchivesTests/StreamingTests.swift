import Testing

@testable import Archives

/// A 200 MB archive that is never held: its records are made as they are asked for.
@Suite struct StreamingTests {
    private struct Records: ByteInput {
        let record: [UInt8]
        var left: Int

        mutating func read(into buffer: inout [UInt8]) -> Int {
            guard left > 0 else { return 0 }
            left -= 1
            buffer.append(contentsOf: record)
            return record.count
        }
    }

    private static func block(_ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 7) } }

    @Test(arguments: [false, true])
    func memoryIsBounded(_ isGzip: Bool) throws {
        let record = ArchiveWriter.warc("resource", block: Self.block(100_000))
        let bytes = isGzip ? ArchiveWriter.deflated(record) : record
        var reader = ArchiveReader(Records(record: bytes, left: 2000), checksDigests: false)
        var (count, most) = (0, 0)
        while let item = reader.next() {
            count += try item.get().block.count
            most = max(most, reader.heldCapacity)
        }
        #expect(count == 200_000_000)
        #expect(most < 2 << 20)
    }

    /// One block of 200 MB is passed over, and one gzip member of 200 MB in many records is read.
    @Test func longBlocksAndMembers() throws {
        struct LongBlock: ByteInput {
            let chunk = [UInt8](repeating: 0x61, count: 1 << 16)
            var header: [UInt8]
            var left: Int

            mutating func read(into buffer: inout [UInt8]) -> Int {
                defer { header = [] }
                buffer += header
                let count = min(left, chunk.count)
                left -= count
                buffer.append(contentsOf: chunk[..<count])
                return count + header.count
            }
        }
        let header = ArchiveWriter.warc("resource", length: 200_000_000, block: []).dropLast(4)
        var reader = ArchiveReader(LongBlock(header: Array(header), left: 200_000_000))
        let item = reader.next()
        let first = try #require(item)
        #expect(Summary.line(first).hasSuffix("200000000 bytes are over the limit of 33554432"))
        let isLast = reader.next() == nil
        #expect(isLast)
        #expect(reader.heldCapacity < 2 << 20)
    }

    /// A stored deflate block for each record makes one member without end.
    @Test func oneMemberWithoutEnd() throws {
        struct Member: ByteInput {
            let record: [UInt8]
            var left: Int
            var hasBegun = false

            mutating func read(into buffer: inout [UInt8]) -> Int {
                guard left > 0 else { return 0 }
                let before = buffer.count
                if !hasBegun { buffer += [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] }
                hasBegun = true
                left -= 1
                let size = UInt16(record.count)
                buffer += [0, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8)]
                buffer.append(contentsOf: record)
                return buffer.count - before
            }
        }
        let record = ArchiveWriter.warc("resource", block: Self.block(50_000))
        var reader = ArchiveReader(Member(record: record, left: 2000), checksDigests: false)
        var (count, most) = (0, 0)
        var errors: [String] = []
        while let item = reader.next() {
            most = max(most, reader.heldCapacity)
            switch item {
            case .success: count += 1
            case .failure(let error): errors.append(error.message)
            }
        }
        // The last record shares the fate of its member, which has no end.
        #expect(count == 1999)
        #expect(errors == ["the compressed data is damaged: the data ends before the gzip member does"])
        #expect(most < 8 << 20)
    }
}
