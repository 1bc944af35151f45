internal import Models

/// Weights where they lie in their file, which stays open as long as they are used.
struct FileWeights: @unchecked Sendable {
    // Files are never written to, and never move in memory.
    private let tensor: Tensor
    /// The first number.
    let start: UnsafePointer<Float>

    /// - Throws: ``ModelFileError`` where the tensor is of another shape or holds what no network does.
    init(_ tensor: Tensor, shape: [Int]) throws(ModelFileError) {
        try tensor.require(.float32, shape)
        let first = try tensor.withElements(as: Float.self) { elements in
            elements.withUnsafeBufferPointer { $0.baseAddress }
        }
        guard let first else {
            throw ModelFileError(
                file: tensor.data.file.name,
                offset: tensor.data.range.lowerBound,
                expected: "numbers in tensor \(tensor.name)",
                found: "none"
            )
        }
        (self.tensor, start) = (tensor, first)
        try tensor.requireSoundNumbers()
    }
}

extension Tensor {
    /// Weights of networks are small. Larger ones come from a damaged file, and their sums would be no numbers.
    private static let greatest: Float = 1e6

    /// The numbers, of the shape that a network needs.
    func weights(_ shape: [Int]) throws(ModelFileError) -> [Float] {
        try require(.float32, shape)
        try requireSoundNumbers()
        return floats()
    }

    /// Checks that no number is one that no network has: NaN, infinite or huge. O(*n*).
    func requireSoundNumbers() throws(ModelFileError) {
        let place = try withElements(as: Float.self) { elements -> Int? in
            elements.withUnsafeBufferPointer { numbers in
                guard let start = numbers.baseAddress else { return nil }
                let lanes = numbers.count / Lane.width * Lane.width
                for at in stride(from: 0, to: lanes, by: Lane.width) {
                    let numbers = start[lane: at]
                    let isSound = (numbers .< Self.greatest) .& (numbers .> -Self.greatest)
                    guard isSound == .init(repeating: true) else { return at }
                }
                return (lanes..<numbers.count).first { !(abs(start[$0]) < Self.greatest) }
            }
        }
        guard let place else { return }
        throw ModelFileError(
            file: data.file.name,
            offset: data.range.lowerBound + place * 4,
            expected: "numbers below 1,000,000 in tensor \(name)",
            found: "others"
        )
    }
}
