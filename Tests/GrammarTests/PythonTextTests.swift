import Testing

@testable import Grammar

@Suite struct PythonTextTests {
    /// As Python's `str.lower` gives them.
    @Test(arguments: [
        ("ABC dé", "abc dé"), ("ΟΔΟΣ", "οδος"), ("ΣΑΣ.", "σας."), ("Σ", "σ"), ("İzmir", "i̇zmir"), ("ẞ", "ß"), ("ǅ", "ǆ"),
        ("ÀÉÎ", "àéî"), ("МОСКВА", "москва"), ("漢字", "漢字"), ("", ""),
    ])
    func lowercase(text: String, expected: String) {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        PythonText.lowercased(bytes.span, bytes.indices, into: &output)
        #expect(output == Array(expected.utf8))
    }

    @Test func classes() {
        #expect([0x20, 0x0A, 0x1C, 0x85, 0xA0, 0x2009, 0x3000].allSatisfy { PythonText.isSpace($0) })
        #expect(![0x200B, 0xFEFF, 0x41, 0x180E].contains { PythonText.isSpace($0) })
        #expect(PythonText.isDigit(0xB2) && !PythonText.isDecimal(0xB2))
        #expect(PythonText.isDigit(0x0663) && PythonText.isDecimal(0x0663))
        #expect(!PythonText.isDigit(0xBD) && PythonText.isWord(0xBD))
        #expect(PythonText.isAlphabetic(0xAA) && !PythonText.isAlphabetic(0x301))
        #expect(PythonText.isUppercase(0x2160) && !PythonText.isUppercase(0x1C5))
    }

    @Test func sets() {
        let set = ScalarSet([0x61...0x7A, 0x30...0x39, 0x70...0x90, 0x91...0x92, 0x400...0x400, 0x1F600...0x1F64F])
        var expected: Set<UInt32> = []
        for range in [0x61...0x92, 0x30...0x39, 0x400...0x400, 0x1F600...0x1F64F] as [ClosedRange<UInt32>] {
            expected.formUnion(range)
        }
        for scalar in Array(0..<0x500) + Array(0x1F500..<0x1F700) as [UInt32] {
            #expect(set.contains(scalar) == expected.contains(scalar))
        }
        #expect(set.starts == [0x80, 0x400, 0x1F600])
    }
}
