/// A file in MessagePack (https://github.com/msgpack/msgpack/blob/master/spec.md), read into a tree of values.
///
/// Strings and binary data stay where they are: their values are ranges of the file's bytes. Every length is checked against
/// the bytes that are left before anything is made of it, and nesting is held on a stack of the reader's own, so that no
/// file can exhaust the memory or the call stack.
public struct MessagePack: Sendable {
    /// The whole file.
    public let bytes: [UInt8]
    /// The one value that the file holds.
    public let root: Value

    /// A value and where it starts.
    public struct Value: Sendable {
        /// The offset of the value's first byte.
        public let offset: Int
        /// What the value is.
        public let content: Content

        @usableFromInline
        init(offset: Int, content: Content) {
            self.offset = offset
            self.content = content
        }
    }

    /// The kinds of values of the format.
    public enum Content: Sendable {
        /// Nothing.
        case null
        /// A truth value.
        case boolean(Bool)
        /// An integer below zero, or any that was written as signed.
        case signed(Int64)
        /// An integer that was written as unsigned.
        case unsigned(UInt64)
        /// A number of 32 or 64 bits with a fraction.
        case number(Double)
        /// Text: its UTF-8, a range of the file. Not checked to be UTF-8.
        case string(Range<Int>)
        /// Bytes: a range of the file.
        case binary(Range<Int>)
        /// Values in order.
        case array([Value])
        /// Keys and values in the file's order.
        case map([(key: Value, value: Value)])
        /// Data of an application: its type and a range of the file.
        case `extension`(Int8, Range<Int>)
    }

    /// What a reader puts up with.
    public struct Limits: Sendable {
        /// How deep arrays and maps may nest.
        public var depth: Int
        /// How many values there may be in all: each takes about 40 bytes of memory, and one byte of a file.
        public var values: Int

        /// Makes limits; the defaults are beyond what models need.
        public init(depth: Int = 64, values: Int = 2_000_000) {
            self.depth = depth
            self.values = values
        }
    }

    /// Reads a file that holds one value and nothing after it.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    public init(_ bytes: [UInt8], limits: Limits = Limits()) throws(MessagePackError) {
        var reader = MessagePackReader(bytes: bytes, limits: limits)
        root = try reader.readWhole()
        self.bytes = bytes
    }

    /// Reads a range of another file as one value, its offsets those of the whole file.
    public init(_ range: Range<Int>, of other: MessagePack, limits: Limits = Limits()) throws(MessagePackError) {
        var reader = MessagePackReader(bytes: other.bytes, range: range, limits: limits)
        root = try reader.readWhole()
        bytes = other.bytes
    }
}

extension MessagePack {
    /// The elements of an array.
    public func array(_ value: Value) throws(MessagePackError) -> [Value] {
        guard case .array(let elements) = value.content else {
            throw MessagePackError(offset: value.offset, expected: "an array")
        }
        return elements
    }

    /// The pairs of a map.
    public func map(_ value: Value) throws(MessagePackError) -> [(key: Value, value: Value)] {
        guard case .map(let pairs) = value.content else { throw MessagePackError(offset: value.offset, expected: "a map") }
        return pairs
    }

    /// A string, which must be UTF-8.
    public func string(_ value: Value) throws(MessagePackError) -> String {
        guard case .string(let range) = value.content, let text = String(validating: bytes[range], as: UTF8.self) else {
            throw MessagePackError(offset: value.offset, expected: "a string in UTF-8")
        }
        return text
    }

    /// The range of a value of bytes.
    public func binary(_ value: Value) throws(MessagePackError) -> Range<Int> {
        guard case .binary(let range) = value.content else {
            throw MessagePackError(offset: value.offset, expected: "binary data")
        }
        return range
    }

    /// An integer that fits in 64 bits with a sign.
    public func integer(_ value: Value) throws(MessagePackError) -> Int {
        switch value.content {
        case .signed(let number): return Int(number)
        case .unsigned(let number) where number <= UInt64(Int.max): return Int(number)
        default: throw MessagePackError(offset: value.offset, expected: "an integer")
        }
    }

    /// An integer without a sign.
    public func unsigned(_ value: Value) throws(MessagePackError) -> UInt64 {
        switch value.content {
        case .unsigned(let number): return number
        case .signed(let number) where number >= 0: return UInt64(number)
        default: throw MessagePackError(offset: value.offset, expected: "an integer of zero or more")
        }
    }

    /// Whether a key is this text, written as a string or, as NumPy's arrays do, as bytes.
    public func isKey(_ key: Value, _ name: String) -> Bool {
        switch key.content {
        case .string(let range), .binary(let range): bytes[range].elementsEqual(name.utf8)
        default: false
        }
    }

    /// The value of a key of a map, or nil where it has no such key. O(number of keys).
    public func find(_ name: String, in value: Value) throws(MessagePackError) -> Value? {
        for pair in try map(value) where isKey(pair.key, name) { return pair.value }
        return nil
    }

    /// The value of a key that a map must have.
    public func require(_ name: String, in value: Value) throws(MessagePackError) -> Value {
        guard let found = try find(name, in: value) else {
            throw MessagePackError(offset: value.offset, expected: "a map with the key “\(name)”")
        }
        return found
    }
}
