/// SHA-256 (FIPS 180-4).
public struct SHA256: BlockHash {
    private static let constants: [64 of UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98,
        0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
        0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8,
        0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
        0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819,
        0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
        0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]

    static var isBigEndian: Bool { true }

    private var state: [8 of UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    init() {}

    /// The 32 bytes of the digest. O(*n*).
    public static func digest(_ message: [UInt8]) -> [UInt8] { digest(message.span) }

    /// The 32 bytes of the digest. O(*n*).
    public static func digest(_ message: Span<UInt8>) -> [UInt8] {
        let state = state(after: message).state
        return state.indices.flatMap { state[$0].bigEndianBytes }
    }

    mutating func compress(_ bytes: RawSpan, from start: Int) {
        var schedule = [16 of UInt32](repeating: 0)
        for index in 0..<16 { schedule[index] = bytes.bigEndianWord(start &+ 4 &* index) }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for round in 0..<64 {
            let word: UInt32
            if round < 16 {
                word = schedule[round]
            } else {
                let (x, y) = (schedule[(round &+ 1) & 15], schedule[(round &+ 14) & 15])
                let low = x.rotated(right: 7) ^ x.rotated(right: 18) ^ x &>> 3
                let high = y.rotated(right: 17) ^ y.rotated(right: 19) ^ y &>> 10
                word = schedule[round & 15] &+ low &+ schedule[(round &+ 9) & 15] &+ high
                schedule[round & 15] = word
            }
            let choice = (e & f) ^ (~e & g)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            let first = e.rotated(right: 6) ^ e.rotated(right: 11) ^ e.rotated(right: 25)
            let one = h &+ first &+ choice &+ Self.constants[round] &+ word
            let two = (a.rotated(right: 2) ^ a.rotated(right: 13) ^ a.rotated(right: 22)) &+ majority
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ one, c, b, a, one &+ two)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }
}
