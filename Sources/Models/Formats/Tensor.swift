/// The types of numbers that model files hold.
public enum TensorType: Sendable, Hashable, CaseIterable {
    case bool, int8, uint8, int16, uint16, int32, uint32, int64, uint64, float16, bfloat16, float32, float64

    /// Bytes of one number.
    public var byteCount: Int {
        switch self {
        case .bool, .int8, .uint8: 1
        case .int16, .uint16, .float16, .bfloat16: 2
        case .int32, .uint32, .float32: 4
        case .int64, .uint64, .float64: 8
        }
    }
}

/// Numbers of a model file that stand in rows, as they lie in the file: little-endian, the last dimension fastest (C order).
public struct Tensor: Sendable {
    /// What the file calls it.
    public let name: String
    /// What its numbers are.
    public let type: TensorType
    /// How many numbers there are along each dimension, the slowest first; empty for a single number.
    public let shape: [Int]
    /// Its bytes, as many as type and shape ask for, and aligned for the type.
    public let data: FileSlice

    /// How many numbers it has.
    public var count: Int { data.count / type.byteCount }

    /// Makes a tensor of bytes that must fit type and shape.
    init(name: String, type: TensorType, shape: [Int], data: FileSlice) throws(ModelFileError) {
        func failure(_ expected: String, _ found: String) -> ModelFileError {
            ModelFileError(
                file: data.file.name,
                offset: data.range.lowerBound,
                expected: "\(expected) for tensor \(name)",
                found: found
            )
        }
        guard shape.count <= Self.mostDimensions else {
            throw failure("at most \(Self.mostDimensions) dimensions", "\(shape.count)")
        }
        guard let size = Self.byteCount(type, shape) else {
            throw failure("a shape that fits into memory", "\(shape)")
        }
        guard size == data.count else { throw failure("\(size) bytes, as \(type) \(shape) asks,", "\(data.count)") }
        (self.name, self.type, self.shape, self.data) = (name, type, shape, data)
    }

    private static let mostDimensions = 16

    /// How many bytes such a tensor has; nil for negative dimensions and sizes beyond `Int`.
    static func byteCount(_ type: TensorType, _ shape: [Int]) -> Int? {
        var count = type.byteCount
        for dimension in shape {
            guard dimension >= 0 else { return nil }
            let (product, overflows) = count.multipliedReportingOverflow(by: dimension)
            guard !overflows else { return nil }
            count = product
        }
        return count
    }

    /// Checks the type and the shape that a model needs.
    /// - Parameter shape: The dimensions; nil stands for any number.
    public func require(_ type: TensorType, _ shape: [Int?]) throws(ModelFileError) {
        let fits = self.shape.count == shape.count && zip(self.shape, shape).allSatisfy { $1 == nil || $0 == $1 }
        guard self.type == type, fits else {
            let expected = shape.map { $0.map(String.init) ?? "any" }.joined(separator: ", ")
            throw ModelFileError(
                file: data.file.name,
                offset: data.range.lowerBound,
                expected: "tensor \(name) to be \(type) [\(expected)]",
                found: "\(self.type) \(self.shape)"
            )
        }
    }

    /// Lends the numbers where they lie, without a copy. `Element` must be the type of the tensor: `Float` for `float32`,
    /// `UInt8` for `uint8` and so on; 16-bit floats are lent as `UInt16`. O(1).
    public func withElements<Element: BitwiseCopyable, Result>(
        as element: Element.Type,
        _ body: (Span<Element>) -> Result
    ) throws(ModelFileError) -> Result {
        guard Self.matches(type, element), let result = data.file.withElements(data.range, as: element, body) else {
            throw ModelFileError(
                file: data.file.name,
                offset: data.range.lowerBound,
                expected: "tensor \(name) to be of aligned \(element)",
                found: "\(type)"
            )
        }
        return result
    }

    private static func matches(_ type: TensorType, _ element: any Any.Type) -> Bool {
        switch type {
        case .bool, .uint8: element == UInt8.self
        case .int8: element == Int8.self
        case .int16: element == Int16.self
        case .uint16: element == UInt16.self
        case .float16, .bfloat16: element == UInt16.self
        case .int32: element == Int32.self
        case .uint32: element == UInt32.self
        case .int64: element == Int64.self || element == Int.self
        case .uint64: element == UInt64.self || element == UInt.self
        case .float32: element == Float.self
        case .float64: element == Double.self
        }
    }

    /// The numbers as `Float`s, rounded where they have more digits. O(*n*).
    public func floats() -> [Float] {
        switch type {
        case .bool, .uint8: map(UInt8.self) { Float($0) }
        case .int8: map(Int8.self) { Float($0) }
        case .int16: map(Int16.self) { Float($0) }
        case .uint16: map(UInt16.self) { Float($0) }
        case .int32: map(Int32.self) { Float($0) }
        case .uint32: map(UInt32.self) { Float($0) }
        case .int64: map(Int64.self) { Float($0) }
        case .uint64: map(UInt64.self) { Float($0) }
        case .float32: map(Float.self) { $0 }
        case .float64: map(Double.self) { Float($0) }
        case .float16: map(UInt16.self, Self.half)
        case .bfloat16: map(UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
        }
    }

    private func map<Element: BitwiseCopyable>(_: Element.Type, _ transform: (Element) -> Float) -> [Float] {
        let numbers = data.file.withElements(data.range, as: Element.self) { elements in
            Array(unsafeUninitializedCapacity: elements.count) { (buffer: inout UnsafeMutableBufferPointer<Float>, count) in
                for index in elements.indices { buffer.initializeElement(at: index, to: transform(elements[index])) }
                count = elements.count
            }
        }
        return numbers ?? []
    }

    /// IEEE 754 half precision; not every processor that Swift runs on has it.
    static func half(_ bits: UInt16) -> Float {
        let sign = UInt32(bits & 0x8000) << 16
        let (exponent, fraction) = (UInt32(bits >> 10 & 0x1F), UInt32(bits & 0x3FF))
        switch exponent {
        case 0:
            let size = Float(fraction) * 0x1p-24
            return sign == 0 ? size : -size
        case 0x1F: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
        default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
        }
    }
}
