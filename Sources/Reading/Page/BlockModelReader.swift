/// Reads the block model's file: little-endian numbers, one after the other.
struct BlockModelReader {
    private let file: UnsafeRawBufferPointer
    private var at = 0

    init(_ file: UnsafeRawBufferPointer) { self.file = file }

    var isAtEnd: Bool { at == file.count }

    private mutating func take<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
        let size = MemoryLayout<Value>.size
        guard file.count - at >= size else { return nil }
        defer { at += size }
        return file.loadUnaligned(fromByteOffset: at, as: type)
    }

    mutating func magic(_ text: StaticString) -> Bool {
        guard file.count - at >= text.utf8CodeUnitCount else { return false }
        defer { at += text.utf8CodeUnitCount }
        return (0..<text.utf8CodeUnitCount).allSatisfy { file[at + $0] == text.utf8Start[$0] }
    }

    mutating func integer() -> Int? { take(Int32.self).map { Int(Int32(littleEndian: $0)) } }

    /// A weight; nil if it is none: weights are small.
    mutating func float() -> Float? {
        guard let value = take(UInt32.self).map({ Float(bitPattern: UInt32(littleEndian: $0)) }), abs(value) < 1e6 else {
            return nil
        }
        return value
    }

    mutating func keys(_ count: Int) -> [UInt32]? {
        let keys = (0..<count).compactMap { _ in take(UInt32.self).map(UInt32.init(littleEndian:)) }
        return keys.count == count && !keys.contains(0) ? keys : nil
    }

    mutating func floats(_ count: Int) -> [Float]? {
        let floats = (0..<count).compactMap { _ in float() }
        return floats.count == count ? floats : nil
    }

    /// A network, without its vectors; `offsets` are those of its convolutions.
    mutating func network(_ offsets: [[Int]]) -> BlockNetwork? {
        let width = BlockNetwork.width
        guard let scale = float(), let bias = floats(width) else { return nil }
        var convolutions: [BlockNetwork.Convolution] = []
        for taps in offsets {
            guard let weights = floats(taps.count * width * width), let bias = floats(width) else { return nil }
            convolutions.append(BlockNetwork.Convolution(offsets: taps, weights: weights, bias: bias))
        }
        guard let output = floats((1 + offsets.count) * width), let outputBias = float() else { return nil }
        return BlockNetwork(scale: scale, bias: bias, convolutions: convolutions, output: output, outputBias: outputBias)
    }

    /// Signed bytes, as the wider numbers that they are added up in.
    mutating func signedBytes(_ count: Int) -> [Int8]? {
        guard count >= 0, file.count - at >= count else { return nil }
        defer { at += count }
        return Array(UnsafeRawBufferPointer(rebasing: file[at..<at + count]).bindMemory(to: Int8.self))
    }
}
