/// Decimal numbers times powers of ten, without the error of their binary fractions: 4.1 billion is 4 100 000 000.
extension Double {
    /// This number times `scale`. Where it has at most six decimals, its decimal digits are multiplied.
    func scaled(by scale: Double) -> Double {
        var power = 1.0
        for _ in 0...6 {
            let digits = (self * power).rounded()
            if digits / power == self, abs(digits * scale) <= Self.exactIntegers { return digits * scale / power }
            power *= 10
        }
        return self * scale
    }

    /// Up to here every whole number has a value of its own.
    private static let exactIntegers = 9_007_199_254_740_992.0
}
