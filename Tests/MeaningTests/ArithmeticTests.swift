import Foundation
import TestSupport
import Testing

@testable import Meaning

struct ArithmeticTests {
    private func lane(_ start: Double, _ step: Double) -> Lane {
        var lane = Lane.zero
        for index in 0..<Lane.width { lane[index] = Float(start + Double(index) * step) }
        return lane
    }

    @Test func activations() {
        for start in stride(from: -20.0, to: 20, by: 0.05) {
            let x = lane(start, 0.006)
            let (gelu, tanh, rectified) = (Activation.gelu(x), Activation.tanh(x), Activation.rectified(x))
            for index in 0..<Lane.width {
                let value = Double(x[index])
                #expect(abs(Double(gelu[index]) - value * 0.5 * (1 + erf(value / 2.0.squareRoot()))) < 3e-6, "\(value)")
                #expect(abs(Double(tanh[index]) - Foundation.tanh(value)) < 5e-7, "\(value)")
                #expect(rectified[index] == max(0, x[index]))
            }
        }
        for start in stride(from: -86.0, through: 0, by: 0.11) {
            let x = lane(start, -0.05)
            let power = Activation.exponential(x)
            for index in 0..<Lane.width {
                let expected = exp(Double(x[index]))
                #expect(abs(Double(power[index]) / expected - 1) < 2e-6, "\(x[index])")
            }
        }
        let least = Activation.exponential(Lane(repeating: -.greatestFiniteMagnitude))
        #expect(least[0] >= 0 && least[0] < 1e-37)
    }

    /// Convolutions of all orders and lengths of texts are what their definition says.
    @Test(arguments: [2, 3, 5])
    func convolutions(order: Int) {
        let width = 16
        var random = SeededRandom(seed: 2)
        func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in Float.random(in: -1...1, using: &random) } }
        let taps = numbers(order * width * width)
        let convolution = FastConvolution(taps: taps, order: order, width: width)
        let tokens = numbers((order + 1) * width)
        var rows = Array(repeating: Float(0), count: (order + 1) * width)
        var products = rows
        tokens.withUnsafeBufferPointer { tokens in
            // The last token lies outside of the text.
            convolution.prepare(
                { $0 < order ? tokens.baseAddress?.advanced(by: $0 * width) : nil },
                into: &rows,
                distance: width
            )
        }
        convolution.multiply(&rows, count: 1, distance: width, into: &products)
        for number in 0..<2 {
            for output in stride(from: 0, to: width, by: Lane.width) {
                let found = convolution.result(number, &products, distance: width, at: output)
                for lane in 0..<Lane.width {
                    var expected: Float = 0
                    for place in 0..<order where number + place < order {
                        for input in 0..<width {
                            let weight = taps[(place * width + input) * width + output + lane]
                            expected += tokens[(number + place) * width + input] * weight
                        }
                    }
                    #expect(abs(found[lane] - expected) < 2e-5)
                }
            }
        }
    }

    @Test func vectors() throws {
        #expect(SentenceVectors([1, 2, 3], dimension: 2) == nil)
        #expect(SentenceVectors([], dimension: 0) == nil)
        let some = try #require(SentenceVectors([1, 0, 0.6, 0.8, 0, 0], dimension: 2))
        let others = try #require(SentenceVectors([0, 1], dimension: 2))
        #expect(some.count == 3)
        #expect(some.similarity(0, 1) == 0.6)
        #expect(some.similarity(1, to: 0, of: others) == 0.8)
        #expect(some.similarities(to: others) == [0, 0.8, 0])
        #expect(others.similarities(to: some) == [0, 0.8, 0])
        let none = try #require(SentenceVectors([], dimension: 2))
        #expect(some.similarities(to: none).isEmpty && none.centered() == none)
    }

    @Test func centering() throws {
        // Three vectors with a large part in common.
        let alike = try #require(SentenceVectors([0.8, 0.6, 0, 0.8, 0, 0.6, 0.8, -0.6, 0], dimension: 3))
        #expect(alike.similarity(0, 1) > 0.6)
        let centered = alike.centered()
        #expect(centered.similarity(0, 1) < 0.2)
        for index in 0..<3 { #expect(abs(centered.similarity(index, index) - 1) < 1e-6) }
        // Equal texts have nothing that sets them apart.
        let equal = try #require(SentenceVectors([0.6, 0.8, 0.6, 0.8], dimension: 2))
        #expect(equal.centered().numbers.allSatisfy { abs($0) <= 1 })
    }

    @Test func scalarsAreCut() {
        let text = Array("aä漢👍b".utf8)
        #expect((0...6).map { text.span.end(ofScalars: $0) } == [0, 1, 3, 6, 10, 11, 11])
    }
}
