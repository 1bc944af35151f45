import TestSupport
import Testing

@testable import Collation

@Suite struct KeyNumbersTests {
    @Test func numbersKeysAsTheyCome() {
        var numbers = KeyNumbers()
        #expect(numbers[7] == nil)
        #expect([7, 0, 7, .max, 0].map { numbers.number($0) } == [0, 1, 0, 2, 1])
        #expect(numbers.keys == [7, 0, .max])
        #expect(numbers[.max] == 2 && numbers[8] == nil)
    }

    /// A dictionary gives the same numbers, whatever the capacity.
    @Test(arguments: 0..<40)
    func agreesWithADictionary(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var numbers = KeyNumbers(minimumCapacity: Int.random(in: 0...40, using: &random))
        var reference: [UInt64: Int32] = [:]
        // Few keys, or keys that differ in their lowest or highest bits alone.
        let shift = UInt64.random(in: 0...54, using: &random)
        for _ in 0..<Int.random(in: 0...2_000, using: &random) {
            let key = UInt64.random(in: 0..<512, using: &random) << shift
            let expected = reference[key] ?? Int32(reference.count)
            reference[key] = expected
            #expect(numbers.number(key) == expected)
        }
        #expect(numbers.count == reference.count)
        for (key, number) in reference { #expect(numbers[key] == number && numbers.keys[Int(number)] == key) }
    }
}
