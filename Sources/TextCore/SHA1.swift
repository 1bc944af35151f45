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
        var words = [80 of UInt32](repeating: 0)
        for index in 0..<16 { words[index] = bytes.bigEndianWord(start &+ 4 &* index) }
        for index in 16..<80 {
            words[index] =
                (words[index &- 3] ^ words[index &- 8] ^ words[index &- 14] ^ words[index &- 16]).rotated(left: 1)
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])

        /// Five rounds, after which every variable is back at its place.
        @inline(__always)
        func fiveRounds(_ index: Int, _ constant: UInt32, _ mix: (UInt32, UInt32, UInt32) -> UInt32) {
            e = e &+ a.rotated(left: 5) &+ mix(b, c, d) &+ constant &+ words[index]
            b = b.rotated(left: 30)
            d = d &+ e.rotated(left: 5) &+ mix(a, b, c) &+ constant &+ words[index &+ 1]
            a = a.rotated(left: 30)
            c = c &+ d.rotated(left: 5) &+ mix(e, a, b) &+ constant &+ words[index &+ 2]
            e = e.rotated(left: 30)
            b = b &+ c.rotated(left: 5) &+ mix(d, e, a) &+ constant &+ words[index &+ 3]
            d = d.rotated(left: 30)
            a = a &+ b.rotated(left: 5) &+ mix(c, d, e) &+ constant &+ words[index &+ 4]
            c = c.rotated(left: 30)
        }
        for group in 0..<4 { fiveRounds(5 &* group, 0x5a82_7999) { $2 ^ ($0 & ($1 ^ $2)) } }
        for group in 4..<8 { fiveRounds(5 &* group, 0x6ed9_eba1) { $0 ^ $1 ^ $2 } }
        for group in 8..<12 { fiveRounds(5 &* group, 0x8f1b_bcdc) { ($0 & $1) | ($2 & ($0 | $1)) } }
        for group in 12..<16 { fiveRounds(5 &* group, 0xca62_c1d6) { $0 ^ $1 ^ $2 } }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }
}
