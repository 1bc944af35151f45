internal import CZlib

/// zlib's decoder of one gzip member, zlib stream or raw deflate stream (RFC 1950–1952).
struct Inflater: ~Copyable {
    /// What wraps the deflate data.
    enum Wrapper: Int32 {
        case gzip = 31
        case zlib = 15
        case raw = -15
    }

    /// How a step ended.
    enum Step: Equatable {
        /// More input is wanted, or there is more output.
        case goesOn
        /// The stream is over, its checksum right.
        case ends
        /// zlib's words on what is wrong.
        case fails(String)
    }

    /// How many bytes one step gives at most.
    static let chunkSize = 1 << 16

    // zlib keeps the address of its stream, which must stay.
    private let stream: UnsafeMutablePointer<z_stream>
    private let chunk: UnsafeMutablePointer<UInt8>
    private let isReady: Bool

    init(_ wrapper: Wrapper) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        chunk = .allocate(capacity: Self.chunkSize)
        isReady = stemma_inflate_init(stream, wrapper.rawValue) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(stream) }
        stream.deallocate()
        chunk.deallocate()
    }

    /// Makes ready for another stream with the same wrapper.
    mutating func reset() {
        if isReady { inflateReset(stream) }
    }

    /// Decodes a piece of `input` from `at` on, which it moves, and appends at most `most` bytes.
    mutating func step(
        _ input: [UInt8],
        from at: inout Int,
        into output: inout [UInt8],
        most: Int = Inflater.chunkSize
    ) -> Step {
        guard isReady else { return .fails("no memory for the decoder") }
        let room = min(max(1, most), Self.chunkSize)
        let available = min(input.count - at, Int(Int32.max))
        guard available >= 0 else { return .goesOn }
        let status = input.withUnsafeBufferPointer { bytes -> Int32 in
            // zlib does not write to its input; its C declaration does not say so.
            stream.pointee.next_in = bytes.baseAddress.map { UnsafeMutablePointer(mutating: $0 + at) }
            stream.pointee.avail_in = UInt32(available)
            stream.pointee.next_out = chunk
            stream.pointee.avail_out = UInt32(room)
            return inflate(stream, Z_NO_FLUSH)
        }
        at += available - Int(stream.pointee.avail_in)
        stream.pointee.next_in = nil
        let made = room - Int(stream.pointee.avail_out)
        output.append(contentsOf: UnsafeBufferPointer(start: chunk, count: made))
        switch status {
        case Z_OK, Z_BUF_ERROR: return .goesOn
        case Z_STREAM_END: return .ends
        case Z_NEED_DICT: return .fails("a preset dictionary is needed")
        default: return .fails(stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)")
        }
    }
}
