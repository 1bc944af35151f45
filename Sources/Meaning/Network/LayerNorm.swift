internal import LinearAlgebra

/// Layer normalization (Ba et al. 2016): numbers of mean 0 and variance 1, stretched and shifted by what was learned.
struct LayerNorm: Sendable {
    private let gain: Weights
    private let shift: Weights
    private let epsilon: Float
    private let width: Int

    /// - Parameter gain: as many as there are of `shift`, a multiple of a lane's width.
    init(gain: [Float], shift: [Float], epsilon: Float) {
        (self.gain, self.shift) = (Weights(gain), Weights(shift))
        (self.epsilon, width) = (epsilon, gain.count)
    }

    /// Normalizes a row in place, after adding a bias to it.
    @inline(__always)
    func apply(_ row: UnsafeMutablePointer<Float>, adding bias: UnsafePointer<Float>) {
        var sum = Lane.zero
        for at in stride(from: 0, to: width, by: Lane.width) {
            let value = row[lane: at] + bias[lane: at]
            row[lane: at] = value
            sum += value
        }
        let mean = sum.sum() / Float(width)
        var squares = Lane.zero
        for at in stride(from: 0, to: width, by: Lane.width) {
            let difference = row[lane: at] - mean
            squares += difference * difference
        }
        let scale = 1 / (squares.sum() / Float(width) + epsilon).squareRoot()
        let (gains, shifts) = (gain.start, shift.start)
        for at in stride(from: 0, to: width, by: Lane.width) {
            row[lane: at] = (row[lane: at] - mean) * scale * gains[lane: at] + shifts[lane: at]
        }
    }
}
