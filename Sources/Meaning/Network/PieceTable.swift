internal import Models

/// The vectors of SentencePiece pieces, a byte a number: the table is cut into parts, each with its own scale, and a piece
/// stands in the part that its number modulo the count of parts says.
struct PieceTable: Sendable {
    static let parts = 17
    static let rowsOfPart = 7530
    static let width = 512

    private let bytes: [UInt8]
    private let scales: [Float]
    private let lowest: [Float]

    /// How many pieces there are.
    static var count: Int { parts * rowsOfPart }

    init(_ archive: NumPyArchive) throws(ModelFileError) {
        scales = try archive.array("scale").weights([Self.parts])
        lowest = try archive.array("lo").weights([Self.parts])
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.count * Self.width)
        for part in 0..<Self.parts {
            let tensor = try archive.array("q\(part + 1)")
            try tensor.require(.uint8, [Self.rowsOfPart, Self.width])
            try tensor.withElements(as: UInt8.self) { elements in
                elements.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            }
        }
        self.bytes = bytes
    }

    /// Writes the vector of a piece, which must be in bounds.
    func write(_ piece: Int, into output: UnsafeMutablePointer<Float>) {
        let (row, part) = piece.quotientAndRemainder(dividingBy: Self.parts)
        let (scale, low) = (scales[part], lowest[part])
        let start = (part * Self.rowsOfPart + row) * Self.width
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            let source = UnsafeRawPointer(base + start)
            for at in stride(from: 0, to: Self.width, by: Lane.width) {
                let steps = source.loadUnaligned(fromByteOffset: at, as: SIMD8<UInt8>.self)
                output[lane: at] = Lane(steps) * scale + low
            }
        }
    }
}
