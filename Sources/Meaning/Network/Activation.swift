/// The functions between the layers of networks, eight numbers at a time.
enum Activation {
    /// Half of what `erf(x / √2)` is: the share of a normal distribution between 0 and `x`, by a rational function that was
    /// fitted to it (largest error 2·10⁻⁸). Beyond ±5.45 it is a half to the last bit.
    @inline(__always)
    private static func normalShare(_ value: Lane) -> Lane {
        let bound: Float = 5.45
        var x = value
        x.replace(with: Lane(repeating: bound), where: x .> bound)
        x.replace(with: Lane(repeating: -bound), where: x .< -bound)
        let t = x * x
        var above = t * 2.277_039_9e-10 - 4.431_678_5e-08
        above = above * t + 6.371_26e-06
        above = above * t + 3.291_622_6e-04
        above = above * t + 8.943_125e-03
        above = above * t + 7.069_397e-02
        above = above * t + 0.797_884_35
        var below = t * 6.046_749e-05 + 1.796_642_9e-03
        below = below * t + 2.875_660_2e-02
        below = below * t + 0.255_266_52
        below = below * t + 1
        return x * above / (below * 2)
    }

    /// The Gaussian error linear unit in its exact form, `x · Φ(x)` (Hendrycks and Gimpel 2016).
    @inline(__always)
    static func gelu(_ x: Lane) -> Lane { x * (normalShare(x) + 0.5) }

    /// `e` to the power of numbers that are not above 0; below −87 as at −87.
    @inline(__always)
    static func exponential(_ value: Lane) -> Lane {
        var x = value
        x.replace(with: Lane(repeating: -87), where: x .< -87)
        // Adding 1.5·2²³ rounds to whole numbers, which then are the low bits.
        let magic: Float = 12_582_912
        let shifted = x * 1.442_695_04 + magic
        let whole = shifted - magic
        // ln 2 in two parts, so that the rest keeps all its digits.
        let rest = x - whole * 0.693_359_375 + whole * 2.121_944_4e-04
        var power = rest * (1 / 720) + 1 / 120
        power = power * rest + 1 / 24
        power = power * rest + 1 / 6
        power = power * rest + 0.5
        power = power * rest + 1
        power = power * rest + 1
        let bits = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000 &+ 127
        return power * unsafeBitCast(bits &<< 23, to: Lane.self)
    }

    /// The hyperbolic tangent.
    @inline(__always)
    static func tanh(_ x: Lane) -> Lane {
        var size = x
        size.replace(with: -x, where: x .< 0)
        let power = exponential(size * -2)
        var result = (1 - power) / (1 + power)
        result.replace(with: -result, where: x .< 0)
        return result
    }

    /// What is above 0.
    @inline(__always)
    static func rectified(_ x: Lane) -> Lane { x.replacing(with: Lane.zero, where: x .< 0) }
}
