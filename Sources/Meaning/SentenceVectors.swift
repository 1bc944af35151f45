internal import LinearAlgebra

/// The vectors of texts, one row each, of length 1. The similarity of two texts is the product of their vectors (the cosine
/// of the angle between them), from −1 to 1.
///
/// A text of which a model knows nothing has a vector of zeros, which is like no other.
public struct SentenceVectors: Sendable, Hashable {
    /// How many numbers a vector has.
    public let dimension: Int
    /// How many vectors there are.
    public let count: Int
    /// The numbers of all vectors, one behind the other.
    public let numbers: [Float]

    /// Makes vectors of their numbers, which are taken as they are; nil when they are not whole vectors.
    public init?(_ numbers: [Float], dimension: Int) {
        guard dimension > 0, numbers.count % dimension == 0 else { return nil }
        self.init(unchecked: numbers, dimension: dimension)
    }

    /// - Parameter numbers: a whole number of vectors.
    init(unchecked numbers: [Float], dimension: Int) {
        (self.numbers, self.dimension, count) = (numbers, dimension, numbers.count / dimension)
    }

    /// Has vectors of zeros filled in.
    init(count: Int, dimension: Int, fill: (UnsafeMutablePointer<Float>) -> Void) {
        let total = count * dimension
        self.init(
            unchecked: Array(unsafeUninitializedCapacity: total) { buffer, initialized in
                buffer.update(repeating: 0)
                if let start = buffer.baseAddress, total > 0 { fill(start) }
                initialized = total
            },
            dimension: dimension
        )
    }

    /// The numbers of one vector. O(1).
    public subscript(index: Int) -> ArraySlice<Float> { numbers[index * dimension..<(index + 1) * dimension] }

    /// How alike two of these texts are. O(dimension).
    public func similarity(_ first: Int, _ second: Int) -> Float { similarity(first, to: second, of: self) }

    /// How alike a text is to one of others, which the same model has made. O(dimension).
    public func similarity(_ first: Int, to second: Int, of others: SentenceVectors) -> Float {
        precondition(dimension == others.dimension, "vectors of two models")
        return zip(self[first], others[second]).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// How alike each of these texts is to each of others: a row of `others.count` numbers for each of these.
    /// - Complexity: O(count · others.count · dimension), a matrix product.
    public func similarities(to others: SentenceVectors) -> [Float] {
        precondition(dimension == others.dimension, "vectors of two models")
        let total = count * others.count
        return Array(unsafeUninitializedCapacity: total) { buffer, initialized in
            numbers.withUnsafeBufferPointer { own in
                others.numbers.withUnsafeBufferPointer { other in
                    guard let own = own.baseAddress, let other = other.baseAddress, let output = buffer.baseAddress else {
                        return
                    }
                    MatrixProduct.multiply(
                        own,
                        stride: dimension,
                        other,
                        stride: dimension,
                        layout: .outputsByInputs,
                        into: output,
                        stride: others.count,
                        m: count,
                        k: dimension,
                        n: others.count
                    )
                }
            }
            initialized = total
        }
    }

    /// The same vectors as seen from their mean, of length 1 again. What all texts of a story say no longer makes them alike.
    /// O(count · dimension).
    public func centered() -> SentenceVectors {
        guard count > 0 else { return self }
        var mean = Array(repeating: Float(0), count: dimension)
        for index in 0..<count {
            for (place, number) in zip(mean.indices, self[index]) { mean[place] += number }
        }
        for place in mean.indices { mean[place] /= Float(count) }
        return SentenceVectors(count: count, dimension: dimension) { output in
            for index in 0..<count {
                let row = output + index * dimension
                for (place, number) in zip(mean.indices, self[index]) { row[place] = number - mean[place] }
                row.normalize(count: dimension)
            }
        }
    }
}

extension UnsafeMutablePointer<Float> {
    /// Makes a vector one of length 1; one of zeros stays.
    func normalize(count: Int) {
        var squares: Float = 0
        for index in 0..<count { squares += self[index] * self[index] }
        guard squares > 0 else { return }
        let scale = 1 / squares.squareRoot()
        for index in 0..<count { self[index] *= scale }
    }
}
