import TestSupport
import Testing
import TextCore

/// Well-formedness, against the standard library.
@Suite struct UTF8SequencesTests {
    private func agree(_ bytes: [UInt8]) -> Bool {
        UTF8Sequences.areWellFormed(bytes.span) == (String(validating: bytes, as: UTF8.self) != nil)
    }

    /// Each sequence of one to three bytes whose first is beyond ASCII, by itself and behind eight of ASCII.
    @Test func shortSequencesAgree() {
        for first in 0x80...0xFF as ClosedRange<UInt8> {
            #expect(agree([first]))
            for second in stride(from: UInt8(0), through: 0xFC, by: 4) {
                if !agree([first, second]) { Issue.record("\(first) \(second)") }
                for third in [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] as [UInt8] {
                    let bytes = [first, second, third]
                    if !agree(bytes) || !agree(Array("eight by".utf8) + bytes) { Issue.record("\(bytes)") }
                    for fourth in [0x20, 0x80, 0xBF, 0xC2] as [UInt8] where !agree(bytes + [fourth]) {
                        Issue.record("\(bytes) \(fourth)")
                    }
                }
            }
        }
    }

    /// Texts of many scripts, cut short and with one byte changed.
    @Test func damagedTextsAgree() {
        var random = SeededRandom(seed: 7)
        let texts = [
            "Größe, façade — “naïve”", "Москва, Київ", "東京、北京。", "שלום العالم", "🙂🙂 𝄞 e\u{301}", "plain ASCII of any length",
        ]
        for _ in 0..<4000 {
            var bytes = (0..<3).flatMap { _ in Array((texts.randomElement(using: &random) ?? "").utf8) }
            bytes.removeLast(Int.random(in: 0..<4, using: &random))
            if Bool.random(using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if !agree(bytes) { Issue.record("\(bytes)") }
        }
    }
}
