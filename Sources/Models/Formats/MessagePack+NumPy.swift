/// An array of NumPy as the `msgpack-numpy` convention writes it (and spaCy's `srsly` with it).
public struct MessagePackNumbers: Sendable {
    /// The length of each axis, slowest first.
    public let shape: [Int]
    /// The numbers in C order.
    public let values: [Float]
}

extension MessagePack {
    /// Reads an array of 32-bit floats in little-endian order: a map with `nd` true, `type` `<f4`, `shape` and `data`.
    ///
    /// - Complexity: O(*n*) for *n* numbers.
    public func floats(_ value: Value) throws(MessagePackError) -> MessagePackNumbers {
        guard case .boolean(true) = try require("nd", in: value).content else {
            throw MessagePackError(offset: value.offset, expected: "an array of NumPy")
        }
        let type = try require("type", in: value)
        guard isKey(type, "<f4") else { throw MessagePackError(offset: type.offset, expected: "numbers of the type <f4") }
        let dimensions = try require("shape", in: value)
        var shape: [Int] = []
        var count = 1
        for dimension in try array(dimensions) {
            let length = try integer(dimension)
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            guard length >= 0, !overflow, product <= bytes.count else {
                throw MessagePackError(offset: dimension.offset, expected: "the length of an axis that fits the data")
            }
            shape.append(length)
            count = product
        }
        let data = try require("data", in: value)
        let range = try binary(data)
        guard range.count == count * 4 else {
            throw MessagePackError(
                offset: data.offset,
                expected: "\(count) numbers in \(count * 4) bytes, not \(range.count) bytes"
            )
        }
        let values = bytes.withUnsafeBytes { raw in
            [Float](unsafeUninitializedCapacity: count) { buffer, filled in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: raw[range]))
                filled = count
            }
        }
        #if _endian(big)
        #error("numbers in files are little-endian")
        #endif
        return MessagePackNumbers(shape: shape, values: values)
    }
}
