/// Just enough of gzip (RFC 1952) and deflate (RFC 1951) to make test bodies.
enum Gzip {
    /// Bytes as one stored block, up to 65,535 of them.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let length = UInt16(clamping: bytes.count)
        return header + [1] + littleEndian(length) + littleEndian(~length) + bytes
            + littleEndian(checksum(bytes)) + littleEndian(UInt32(bytes.count))
    }

    /// A stream that becomes `1 + 258 × repetitions` zero bytes and takes 13 bits for each repetition. Without a trailer: whoever
    /// reads to the end has read too much.
    static func bomb(repetitions: Int) -> [UInt8] {
        var writer = BitWriter()
        writer.write(1, bits: 1)  // the last block
        writer.write(1, bits: 2)  // with the fixed codes
        writer.writeCode(0b0011_0000, bits: 8)  // literal 0
        for _ in 0..<repetitions {
            writer.writeCode(0b1100_0101, bits: 8)  // length 258
            writer.writeCode(0, bits: 5)  // distance 1
        }
        writer.writeCode(0, bits: 7)  // end of the block
        return header + writer.bytes
    }

    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

    private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
    }

    /// Bits from the lowest of each byte on.
    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func write(_ value: UInt32, bits: Int) {
            for bit in 0..<bits {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= UInt8(value >> UInt32(bit) & 1) << UInt8(used)
                used += 1
            }
        }

        /// Huffman codes go from their highest bit on.
        mutating func writeCode(_ code: UInt32, bits: Int) {
            for bit in (0..<bits).reversed() { write(code >> UInt32(bit) & 1, bits: 1) }
        }
    }
}
