/// Room for numbers that grows and is used again and again. Not shared between threads.
package final class FloatBuffer {
    /// How many numbers there is room for.
    package private(set) var count = 0
    @usableFromInline var storage: UnsafeMutableRawPointer

    /// Bytes that a vector register of any kind is aligned to.
    private static let alignment = 64

    /// Makes room for so many zeros.
    package init(count: Int = 0) {
        storage = .allocate(byteCount: max(1, count) * 4, alignment: Self.alignment)
        self.count = count
        storage.initializeMemory(as: Float.self, repeating: 0, count: count)
    }

    /// Makes a copy of numbers.
    package convenience init(_ values: [Float]) {
        self.init(count: values.count)
        values.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { start.update(from: base, count: values.count) }
        }
    }

    deinit { storage.deallocate() }

    /// The first number.
    @inlinable package var start: UnsafeMutablePointer<Float> { storage.assumingMemoryBound(to: Float.self) }

    /// Makes room for `count` numbers, whose values are then undefined.
    package func reserve(_ count: Int) {
        guard count > self.count else { return }
        // A little more, as the next batch is seldom of the same size. What was there is not kept, so that growing is cheap.
        let size = count + count / 8
        storage.deallocate()
        storage = .allocate(byteCount: size * 4, alignment: Self.alignment)
        storage.bindMemory(to: Float.self, capacity: size)
        self.count = size
    }
}

/// Weights: numbers that are written once, and read by any thread.
package struct Weights: @unchecked Sendable {
    // Nothing writes to the buffer after `init`.
    @usableFromInline let buffer: FloatBuffer

    /// Makes a copy of numbers.
    package init(_ values: [Float]) { buffer = FloatBuffer(values) }

    /// Takes over a buffer, to which nobody writes any more.
    package init(_ buffer: FloatBuffer) { self.buffer = buffer }

    /// The first number.
    @inlinable package var start: UnsafePointer<Float> { UnsafePointer(buffer.start) }
    /// How many there are.
    package var count: Int { buffer.count }
}
