/// Reads one value of MessagePack, with a stack of open arrays and maps in place of recursion.
struct MessagePackReader {
    private let bytes: [UInt8]
    private let end: Int
    private let limits: MessagePack.Limits
    private var at: Int
    private var valuesLeft: Int

    /// An array or a map whose elements are being read.
    private struct Container {
        let offset: Int
        let isMap: Bool
        /// Values still to come: elements, or keys and values.
        var left: Int
        var elements: [MessagePack.Value] = []
        var pairs: [(key: MessagePack.Value, value: MessagePack.Value)] = []
        /// The key that waits for its value.
        var key: MessagePack.Value?

        mutating func take(_ value: MessagePack.Value) {
            left -= 1
            guard isMap else { return elements.append(value) }
            if let pending = key {
                pairs.append((pending, value))
                key = nil
            } else {
                key = value
            }
        }

        var value: MessagePack.Value {
            MessagePack.Value(offset: offset, content: isMap ? .map(pairs) : .array(elements))
        }
    }

    private enum Step {
        case value(MessagePack.Content)
        case container(isMap: Bool, count: Int)
    }

    init(bytes: [UInt8], range: Range<Int>? = nil, limits: MessagePack.Limits) {
        let range = (range ?? bytes.indices).clamped(to: bytes.indices)
        self.bytes = bytes
        self.limits = limits
        at = range.lowerBound
        end = range.upperBound
        valuesLeft = limits.values
    }

    mutating func readWhole() throws(MessagePackError) -> MessagePack.Value {
        var open: [Container] = []
        while true {
            let offset = at
            guard valuesLeft > 0 else { throw MessagePackError(offset: offset, expected: "no more than \(limits.values) values") }
            valuesLeft -= 1
            var value: MessagePack.Value
            switch try step() {
            case .value(let content): value = MessagePack.Value(offset: offset, content: content)
            case .container(let isMap, let count):
                guard open.count < limits.depth else {
                    throw MessagePackError(offset: offset, expected: "nesting of no more than \(limits.depth)")
                }
                let container = Container(offset: offset, isMap: isMap, left: isMap ? 2 * count : count)
                if count > 0 {
                    open.append(container)
                    continue
                }
                value = container.value
            }
            // Close every container that this value completes.
            while true {
                guard var innermost = open.popLast() else {
                    guard at == end else { throw MessagePackError(offset: at, expected: "the end of the data") }
                    return value
                }
                innermost.take(value)
                if innermost.left > 0 {
                    open.append(innermost)
                    break
                }
                value = innermost.value
            }
        }
    }

    /// Reads a scalar value, or the head of an array or a map.
    private mutating func step() throws(MessagePackError) -> Step {
        let head = try byte(expected: "a value")
        switch head {
        case 0x00...0x7F: return .value(.unsigned(UInt64(head)))
        case 0x80...0x8F: return try container(isMap: true, count: UInt64(head & 0x0F))
        case 0x90...0x9F: return try container(isMap: false, count: UInt64(head & 0x0F))
        case 0xA0...0xBF: return .value(.string(try take(UInt64(head & 0x1F), of: "a string")))
        case 0xC0: return .value(.null)
        case 0xC2: return .value(.boolean(false))
        case 0xC3: return .value(.boolean(true))
        case 0xC4...0xC6: return .value(.binary(try take(try unsigned(1 << (head - 0xC4)), of: "binary data")))
        case 0xC7...0xC9: return try `extension`(length: try unsigned(1 << (head - 0xC7)))
        case 0xCA: return .value(.number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try unsigned(4))))))
        case 0xCB: return .value(.number(Double(bitPattern: try unsigned(8))))
        case 0xCC...0xCF: return .value(.unsigned(try unsigned(1 << (head - 0xCC))))
        case 0xD0: return .value(.signed(Int64(Int8(truncatingIfNeeded: try unsigned(1)))))
        case 0xD1: return .value(.signed(Int64(Int16(truncatingIfNeeded: try unsigned(2)))))
        case 0xD2: return .value(.signed(Int64(Int32(truncatingIfNeeded: try unsigned(4)))))
        case 0xD3: return .value(.signed(Int64(bitPattern: try unsigned(8))))
        case 0xD4...0xD8: return try `extension`(length: 1 << UInt64(head - 0xD4))
        case 0xD9...0xDB: return .value(.string(try take(try unsigned(1 << (head - 0xD9)), of: "a string")))
        case 0xDC...0xDF:
            let count = try unsigned(head == 0xDC || head == 0xDE ? 2 : 4)
            return try container(isMap: head >= 0xDE, count: count)
        case 0xE0...0xFF: return .value(.signed(Int64(Int8(bitPattern: head))))
        default: throw MessagePackError(offset: at - 1, expected: "a value, not the unused byte 0xC1")
        }
    }

    private mutating func byte(expected: String) throws(MessagePackError) -> UInt8 {
        guard at < end else { throw MessagePackError(offset: at, expected: expected) }
        defer { at += 1 }
        return bytes[at]
    }

    /// A big-endian integer of a few bytes.
    private mutating func unsigned(_ length: Int) throws(MessagePackError) -> UInt64 {
        guard end - at >= length else { throw MessagePackError(offset: at, expected: "an integer of \(length) bytes") }
        var value: UInt64 = 0
        for index in at..<at + length { value = value << 8 | UInt64(bytes[index]) }
        at += length
        return value
    }

    private mutating func take(_ length: UInt64, of what: String) throws(MessagePackError) -> Range<Int> {
        guard length <= UInt64(end - at) else { throw MessagePackError(offset: at, expected: "\(what) of \(length) bytes") }
        let range = at..<at + Int(length)
        at = range.upperBound
        return range
    }

    private mutating func `extension`(length: UInt64) throws(MessagePackError) -> Step {
        let type = Int8(bitPattern: try byte(expected: "the type of an extension"))
        return .value(.extension(type, try take(length, of: "an extension")))
    }

    /// An element takes one byte at least, so a count that the file cannot hold is refused before it is believed.
    private func container(isMap: Bool, count: UInt64) throws(MessagePackError) -> Step {
        let (needed, overflow) = count.multipliedReportingOverflow(by: isMap ? 2 : 1)
        guard !overflow, needed <= UInt64(end - at) else {
            throw MessagePackError(offset: at, expected: "\(count) \(isMap ? "pairs" : "elements")")
        }
        return .container(isMap: isMap, count: Int(count))
    }
}
