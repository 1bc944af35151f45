/// Numbers that are worked on at once.
typealias Lane = SIMD8<Float>

extension Lane {
    /// How many numbers there are in one.
    static var width: Int { 8 }
}

extension UnsafePointer<Float> {
    /// The numbers from an index on.
    @inline(__always)
    subscript(lane index: Int) -> Lane { UnsafeRawPointer(self + index).loadUnaligned(as: Lane.self) }
}

extension UnsafeMutablePointer<Float> {
    /// The numbers from an index on.
    @inline(__always)
    subscript(lane index: Int) -> Lane {
        get { UnsafeRawPointer(self + index).loadUnaligned(as: Lane.self) }
        nonmutating set { UnsafeMutableRawPointer(self + index).storeBytes(of: newValue, as: Lane.self) }
    }
}
