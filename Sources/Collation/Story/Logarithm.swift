#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

extension Float {
    /// The natural logarithm of a positive number.
    static func log(_ value: Float) -> Float { logf(value) }
}

extension Double {
    /// The logistic function: a probability for log odds.
    static func logistic(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}
