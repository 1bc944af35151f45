internal import CZlib

/// zlib's decoder over mapped bytes, whose results have a size that is known before (RFC 1951).
enum Deflate {
    /// The most that one byte of deflate data can stand for, and a little more.
    static let greatestExpansion = 1040

    /// How decoding ended.
    enum Outcome: Equatable {
        case complete
        /// zlib's words, or ours.
        case fails(String)
    }

    /// Decodes in pieces of at most `chunk` bytes, each of which is handed on; stops when `take` returns false.
    ///
    /// The data must be one deflate stream that fills `input` and gives `size` bytes.
    static func inflate(
        _ input: Span<UInt8>,
        size: Int,
        chunk: Int = 1 << 18,
        take: (UnsafeRawBufferPointer) -> Bool
    ) -> Outcome {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, min(chunk, size)), alignment: 64)
        defer { buffer.deallocate() }
        return decode(input, size: size) { _ in
            buffer
        } take: {
            take(UnsafeRawBufferPointer(rebasing: buffer.prefix($0)))
        }
    }

    /// Decodes into memory of exactly the right size.
    static func inflate(_ input: Span<UInt8>, into output: UnsafeMutableRawBufferPointer) -> Outcome {
        decode(input, size: output.count) {
            UnsafeMutableRawBufferPointer(rebasing: output[$0...])
        } take: { _ in
            true
        }
    }

    private static func decode(
        _ input: Span<UInt8>,
        size: Int,
        room: (_ done: Int) -> UnsafeMutableRawBufferPointer,
        take: (_ made: Int) -> Bool
    ) -> Outcome {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        guard stemma_inflate_init(stream, -15) == Z_OK else { return .fails("no memory for the decoder") }
        defer { inflateEnd(stream) }
        return input.withUnsafeBufferPointer { bytes in
            var (read, done) = (0, 0)
            // One byte of room when all is there: a stream that gives more is found out.
            var spare: UInt8 = 0
            while true {
                let available = min(bytes.count - read, Int(Int32.max))
                // zlib does not write to its input; its C declaration does not say so.
                stream.pointee.next_in = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0 + read) }
                stream.pointee.avail_in = UInt32(available)
                let status: Int32
                let made: Int
                if done < size {
                    let output = room(done)
                    let most = min(output.count, size - done, Int(Int32.max))
                    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
                    stream.pointee.avail_out = UInt32(most)
                    status = CZlib.inflate(stream, Z_NO_FLUSH)
                    made = most - Int(stream.pointee.avail_out)
                } else {
                    status = withUnsafeMutablePointer(to: &spare) {
                        stream.pointee.next_out = $0
                        stream.pointee.avail_out = 1
                        return CZlib.inflate(stream, Z_NO_FLUSH)
                    }
                    made = 0
                    if stream.pointee.avail_out == 0 { return .fails("more than \(size) bytes") }
                }
                let used = available - Int(stream.pointee.avail_in)
                read += used
                done += made
                if made > 0, !take(made) { return .fails("stopped") }
                switch status {
                case Z_STREAM_END:
                    if done < size { return .fails("\(done) of \(size) bytes") }
                    if read < bytes.count { return .fails("\(bytes.count - read) bytes behind the end") }
                    return .complete
                case Z_OK where used > 0 || made > 0: continue
                case Z_OK, Z_BUF_ERROR: return .fails("\(done) of \(size) bytes, the data ends")
                default: return .fails(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)")
                }
            }
        }
    }

    /// The CRC-32 of bytes, going on from `crc`. O(*n*).
    static func crc32(_ bytes: UnsafeRawBufferPointer, from crc: UInt32 = 0) -> UInt32 {
        var crc = UInt(crc)
        var at = 0
        while at < bytes.count {
            let count = min(bytes.count - at, 1 << 30)
            crc = CZlib.crc32(crc, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self).advanced(by: at), UInt32(count))
            at += count
        }
        return UInt32(truncatingIfNeeded: crc)
    }
}
