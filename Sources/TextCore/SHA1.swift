/// SHA-1 (FIPS 180-4), for digests that archives carry. It guards against damage, not against forgery.
public struct SHA1: BlockHash {
    static var isBigEndian: Bool { true }

    private var state: [5 of UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]

    init() {}

    /// The 20 bytes of the digest. O(*n*).
    public static func digest(_ message: [UInt8]) -> [UInt8] { digest(message.span) }

    /// The 20 bytes of the digest. O(*n*).
    public static func digest(_ message: Span<UInt8>) -> [UInt8] {
        let state = state(after: message).state
        return state.indices.flatMap { state[$0].bigEndianBytes }
    }

    mutating func compress(_ bytes: RawSpan, from start: Int) {
        var schedule = [16 of UInt32](repeating: 0)
        for index in 0..<16 { schedule[index] = bytes.bigEndianWord(start &+ 4 &* index) }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])

        @inline(__always)
        func round(_ index: Int, _ mixed: UInt32, _ constant: UInt32) {
            var word = schedule[index & 15]
            if index >= 16 {
                word ^= schedule[(index &+ 13) & 15] ^ schedule[(index &+ 8) & 15] ^ schedule[(index &+ 2) & 15]
                word = word.rotated(left: 1)
                schedule[index & 15] = word
            }
            let sum = a.rotated(left: 5) &+ mixed &+ e &+ constant &+ word
            (e, d, c, b, a) = (d, c, b.rotated(left: 30), a, sum)
        }
        for index in 0..<16 { round(index, d ^ (b & (c ^ d)), 0x5a82_7999) }
        for index in 16..<20 { round(index, d ^ (b & (c ^ d)), 0x5a82_7999) }
        for index in 20..<40 { round(index, b ^ c ^ d, 0x6ed9_eba1) }
        for index in 40..<60 { round(index, (b & c) | (d & (b | c)), 0x8f1b_bcdc) }
        for index in 60..<80 { round(index, b ^ c ^ d, 0xca62_c1d6) }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }
}
