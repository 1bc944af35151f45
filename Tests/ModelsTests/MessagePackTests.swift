import Models
import TestSupport
import Testing

@Suite struct MessagePackTests {
    private func parse(_ bytes: [UInt8], limits: MessagePack.Limits = .init()) throws(MessagePackError) -> MessagePack {
        try MessagePack(bytes, limits: limits)
    }

    /// The bytes of the specification's formats, and what they stand for.
    @Test(
        arguments: [
            ([0x00], 0), ([0x7F], 127), ([0xFF], -1), ([0xE0], -32), ([0xCC, 0xFF], 255), ([0xCD, 0x01, 0x00], 256),
            ([0xCE, 0x00, 0x01, 0x00, 0x00], 65536), ([0xCF, 0, 0, 0, 1, 0, 0, 0, 0], 1 << 32), ([0xD0, 0x80], -128),
            ([0xD1, 0xFF, 0x00], -256), ([0xD2, 0xFF, 0xFF, 0xFF, 0xFE], -2), ([0xD3] + Array(repeating: 0xFF, count: 8), -1),
        ] as [([UInt8], Int)]
    )
    func integers(bytes: [UInt8], value: Int) throws {
        let data = try parse(bytes)
        #expect(try data.integer(data.root) == value)
    }

    @Test func numbersAndWords() throws {
        let data = try parse([0x95, 0xC0, 0xC2, 0xC3, 0xCA, 0x3F, 0xC0, 0, 0, 0xCB, 0xBF, 0xF8, 0, 0, 0, 0, 0, 0])
        let values = try data.array(data.root)
        guard case .null = values[0].content, case .boolean(false) = values[1].content, case .boolean(true) = values[2].content,
            case .number(let single) = values[3].content, case .number(let double) = values[4].content
        else { return #expect(Bool(false), "kinds of values") }
        #expect(single == 1.5)
        #expect(double == -1.5)
        #expect(values[4].offset == 9)
    }

    @Test func stringsAndBytes() throws {
        let data = try parse([0x94, 0xA2, 0xC3, 0xA9, 0xD9, 1, 0x61, 0xC4, 2, 0, 1, 0xC7, 1, 0xFE, 9])
        let values = try data.array(data.root)
        #expect(try data.string(values[0]) == "é")
        #expect(try data.string(values[1]) == "a")
        #expect(try data.binary(values[2]) == 9..<11)
        guard case .extension(-2, let range) = values[3].content else { return #expect(Bool(false), "an extension") }
        #expect(range == 14..<15)
    }

    @Test func mapsKeepTheirOrderAndAreAskedByName() throws {
        let data = try parse([0x83, 0xA1, 0x62, 1, 0xC4, 1, 0x61, 2, 5, 3])
        #expect(try data.integer(data.require("b", in: data.root)) == 1)
        #expect(try data.integer(data.require("a", in: data.root)) == 2)
        #expect(try data.find("c", in: data.root) == nil)
        #expect(throws: MessagePackError(offset: 0, expected: "a map with the key “c”")) { try data.require("c", in: data.root) }
        #expect(try data.map(data.root).map { $0.key.offset } == [1, 4, 8])
    }

    @Test func emptyContainersAndNesting() throws {
        let data = try parse([0x93, 0x90, 0x80, 0x91, 0x92, 1, 0x81, 2, 0x90])
        let values = try data.array(data.root)
        #expect(try data.array(values[0]).isEmpty)
        #expect(try data.map(values[1]).isEmpty)
        let inner = try data.array(try data.array(values[2])[0])
        #expect(try data.integer(inner[0]) == 1)
        #expect(try data.array(data.map(inner[1])[0].value).isEmpty)
    }

    /// Each error says at which byte, and what was expected there.
    @Test(
        arguments: [
            ([], 0, "a value"), ([0xC1], 0, "a value, not the unused byte 0xC1"), ([0xA3, 0x61], 1, "a string of 3 bytes"),
            ([0xDB, 0xFF, 0xFF, 0xFF, 0xFF], 5, "a string of 4294967295 bytes"),
            ([0xDD, 0xFF, 0xFF, 0xFF, 0xFF], 5, "4294967295 elements"),
            ([0xDF, 0x7F, 0xFF, 0xFF, 0xFF], 5, "2147483647 pairs"), ([0xCD, 1], 1, "an integer of 2 bytes"),
            ([0x92, 1], 1, "2 elements"), ([1, 2], 1, "the end of the data"), ([0xC8, 0, 9, 1, 2], 4, "an extension of 9 bytes"),
        ] as [([UInt8], Int, String)]
    )
    func errors(bytes: [UInt8], offset: Int, expected: String) {
        #expect(throws: MessagePackError(offset: offset, expected: expected)) { try parse(bytes) }
    }

    @Test func depthIsBoundedWithoutRecursion() throws {
        let deep = Array(repeating: UInt8(0x91), count: 1_000_000) + [0xC0]
        #expect(throws: MessagePackError(offset: 64, expected: "nesting of no more than 64")) { try parse(deep) }
        _ = try parse(Array(repeating: 0x91, count: 64) + [0xC0])
        // The reader's own stack bears any depth that it is told to.
        let limits = MessagePack.Limits(depth: 10_000)
        _ = try parse(Array(repeating: 0x91, count: 9_000) + [0xC0], limits: limits)
    }

    @Test func valuesAreCounted() {
        let many: [UInt8] = [0xDC, 0x03, 0xE8] + Array(repeating: 0, count: 1000)
        #expect(throws: MessagePackError(offset: 102, expected: "no more than 100 values")) {
            try parse(many, limits: .init(values: 100))
        }
    }

    @Test func arraysOfNumPy() throws {
        func array(type: String = "<f4", shape: [UInt8], data: [UInt8]) -> [UInt8] {
            func key(_ name: String) -> [UInt8] { [0xC4, UInt8(name.utf8.count)] + Array(name.utf8) }
            return [0x84] + key("nd") + [0xC3] + key("type") + [0xA0 | UInt8(type.utf8.count)] + Array(type.utf8) + key("shape")
                + [0x90 | UInt8(shape.count)] + shape + key("data") + [0xC4, UInt8(data.count)] + data
        }
        let good = try parse(array(shape: [2, 1], data: [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]))
        let numbers = try good.floats(good.root)
        #expect(numbers.shape == [2, 1])
        #expect(numbers.values == [1, -2])
        for bad in [
            array(type: "<f8", shape: [1], data: Array(repeating: 0, count: 8)), array(shape: [3], data: [0, 0, 0, 0]),
            array(shape: [0xFF], data: []), array(shape: [0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F, 0x7F], data: [0, 0, 0, 0]),
        ] {
            let data = try parse(bad)
            #expect(throws: MessagePackError.self) { try data.floats(data.root) }
        }
    }

    /// No bytes, however damaged, end the process or take more memory than the limits say.
    @Test func hostileBytes() throws {
        var random = SeededRandom(seed: 4)
        var parsed = 0
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            if let data = try? parse(bytes, limits: .init(depth: 8, values: 1000)) {
                parsed += 1
                _ = try? data.floats(data.root)
            }
        }
        #expect(parsed > 100)
    }
}
