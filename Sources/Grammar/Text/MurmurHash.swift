/// The hashes of Austin Appleby (https://github.com/aappleby/smhasher) that spaCy names strings and finds rows by.
enum MurmurHash {
    /// MurmurHash64A, seed 1: the number that spaCy knows a string by. O(*n*).
    static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        let multiplier: UInt64 = 0xC6A4_A793_5BD1_E995
        var hash = 1 ^ UInt64(range.count) &* multiplier
        var at = range.lowerBound
        while range.upperBound - at >= 8 {
            var word: UInt64 = 0
            for index in 0..<8 { word |= UInt64(bytes[at + index]) << UInt64(8 * index) }
            word = word &* multiplier
            word ^= word >> 47
            hash = (hash ^ word &* multiplier) &* multiplier
            at += 8
        }
        if at < range.upperBound {
            var word: UInt64 = 0
            for index in at..<range.upperBound { word |= UInt64(bytes[index]) << UInt64(8 * (index - at)) }
            hash = (hash ^ word) &* multiplier
        }
        hash ^= hash >> 47
        hash = hash &* multiplier
        return hash ^ hash >> 47
    }

    /// MurmurHash3 with 128 bits of one 64-bit key, as four numbers: the rows of a hashed embedding before the remainder.
    static func rows(of key: UInt64, seed: UInt32) -> SIMD4<UInt32> {
        var low = key &* 0x87C3_7B91_1142_53D5
        low = low << 31 | low >> 33
        low = low &* 0x4CF5_AD43_2745_937F
        low ^= UInt64(seed) ^ 8
        var high = UInt64(seed) ^ 8
        low = low &+ high
        high = high &+ low
        low = mixed(low)
        high = mixed(high)
        low = low &+ high
        high = high &+ low
        return SIMD4(
            UInt32(truncatingIfNeeded: low),
            UInt32(truncatingIfNeeded: low >> 32),
            UInt32(truncatingIfNeeded: high),
            UInt32(truncatingIfNeeded: high >> 32)
        )
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value
        value ^= value >> 33
        value = value &* 0xFF51_AFD7_ED55_8CCD
        value ^= value >> 33
        value = value &* 0xC4CE_B9FE_1A85_EC53
        return value ^ value >> 33
    }
}
