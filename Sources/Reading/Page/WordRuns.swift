/// Runs of four words, by their hashes.
enum WordRuns {
    static func forEach(_ bytes: Span<UInt8>, _ range: Range<Int>, _ body: (UInt32) -> Void) {
        var window: (UInt32, UInt32, UInt32) = (0, 0, 0)
        var count = 0
        var hash: UInt32 = 0x811C_9DC5
        var isInWord = false
        func end() {
            count += 1
            if count >= 4 {
                var run = window.0 &* 0x9E37_79B1 ^ window.1
                run = run &* 0x85EB_CA6B ^ window.2
                body(run &* 0xC2B2_AE35 ^ hash)
            }
            window = (window.1, window.2, hash)
        }
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            let folded = byte | 0x20
            if folded &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0xC3 && byte != 0xE2 || isInWord && byte & 0xC0 == 0x80 {
                if !isInWord { hash = 0x811C_9DC5 }
                isInWord = true
                hash = (hash ^ UInt32(byte &- 0x41 < 26 ? folded : byte)) &* 0x0100_0193
            } else if isInWord {
                end()
                isInWord = false
            }
            at += 1
        }
        if isInWord { end() }
    }
}
