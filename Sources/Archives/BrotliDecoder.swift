internal import CBrotli

/// libbrotli's decoder of one Brotli stream (RFC 7932).
struct BrotliDecoder: ~Copyable {
    private let state: OpaquePointer?
    private let chunk: UnsafeMutablePointer<UInt8>

    init() {
        state = BrotliDecoderCreateInstance(nil, nil, nil)
        chunk = .allocate(capacity: Inflater.chunkSize)
    }

    deinit {
        BrotliDecoderDestroyInstance(state)
        chunk.deallocate()
    }

    /// Decodes a piece of `input` from `at` on, which it moves, and appends at most 64 KiB.
    mutating func step(_ input: [UInt8], from at: inout Int, into output: inout [UInt8]) -> Inflater.Step {
        guard let state else { return .fails("no memory for the decoder") }
        var left = input.count - at
        var free = Inflater.chunkSize
        var next: UnsafeMutablePointer<UInt8>? = chunk
        let result = input.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress.map { $0 + at }
            return BrotliDecoderDecompressStream(state, &left, &start, &free, &next, nil)
        }
        at = input.count - left
        output.append(contentsOf: UnsafeBufferPointer(start: chunk, count: Inflater.chunkSize - free))
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return .ends
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT, BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return .goesOn
        default:
            let code = BrotliDecoderGetErrorCode(state)
            return .fails(BrotliDecoderErrorString(code).map { String(cString: $0) } ?? "Brotli error")
        }
    }
}
