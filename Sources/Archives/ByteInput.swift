/// Where an archive's bytes come from, a chunk at a time: a file, a pipe, memory, a connection.
public protocol ByteInput {
    /// What goes wrong with the source itself; `Never` where nothing can.
    associatedtype Failure: Error

    /// Appends the next chunk to `buffer` and returns how many bytes it has: 0 at the end, and from then on. Chunks should
    /// be bounded, for what has been read is what is held.
    mutating func read(into buffer: inout [UInt8]) throws(Failure) -> Int
}

/// Bytes in memory as an input.
public struct MemoryInput: ByteInput, Sendable {
    private let bytes: [UInt8]
    private let chunkSize: Int
    private var at = 0

    /// Makes an input of bytes, which it gives in chunks of `chunkSize`.
    public init(_ bytes: [UInt8], chunkSize: Int = 1 << 16) {
        self.bytes = bytes
        self.chunkSize = max(1, chunkSize)
    }

    /// The next chunk. O(length of the chunk).
    public mutating func read(into buffer: inout [UInt8]) -> Int {
        let count = min(chunkSize, bytes.count - at)
        buffer.append(contentsOf: bytes[at..<at + count])
        at += count
        return count
    }
}
