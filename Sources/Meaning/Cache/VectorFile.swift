internal import Glibc

/// A file of vectors that is open for reading: which texts it has, and where.
///
/// Files only grow, and one that is replaced stays as it was for those that have it open.
final class VectorFile {
    private let format: VectorRecordFormat
    private let file: Int32
    private let identity: FileIdentity
    private var places: [TextKey: Int] = [:]
    /// Up to where the file has been looked through.
    private var end = VectorRecordFormat.headerSize

    struct FileIdentity: Equatable {
        let device, number: UInt64

        init(_ status: stat) { (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
    }

    /// Opens a file; nil when there is none, or it is not one of this format.
    init?(path: String, format: VectorRecordFormat) {
        file = open(path, O_RDONLY | O_CLOEXEC)
        self.format = format
        var status = stat()
        guard file >= 0, fstat(file, &status) == 0 else {
            identity = FileIdentity(status)
            return nil
        }
        identity = FileIdentity(status)
        guard Self.hasHeader(file, of: format) else { return nil }
        readPlaces()
    }

    deinit { if file >= 0 { close(file) } }

    /// Whether a file begins as one of this format does.
    static func hasHeader(_ file: Int32, of format: VectorRecordFormat) -> Bool {
        var header = Array(repeating: UInt8(0), count: VectorRecordFormat.headerSize)
        return read(file, into: &header, at: 0) == header.count && header == format.header
    }

    /// Whether a path still leads to this file.
    func isStill(at path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && FileIdentity(status) == identity
    }

    /// Finds what has been added. O(added bytes).
    func readPlaces() {
        var status = stat()
        let size = format.recordSize
        guard fstat(file, &status) == 0 else { return }
        // Some records at once; of the last one, a part may still be on its way.
        let most = max(1, (1 << 18) / size)
        while end + size <= Int(status.st_size) {
            let count = min(most, (Int(status.st_size) - end) / size)
            var bytes = Array(repeating: UInt8(0), count: count * size)
            let got = Self.read(file, into: &bytes, at: end) / size
            guard got > 0 else { return }
            for index in 0..<got {
                // The later one of two counts: the first may have been found damaged.
                places[format.key(bytes.span.extracting(index * size..<(index + 1) * size))] = end + index * size
            }
            end += got * size
        }
    }

    /// A text's vector; nil when there is none that can be trusted.
    func vector(of key: TextKey) -> [Float]? {
        guard let place = places[key] else { return nil }
        var record = Array(repeating: UInt8(0), count: format.recordSize)
        if Self.read(file, into: &record, at: place) == record.count, let vector = format.vector(of: key, record.span) {
            return vector
        }
        places[key] = nil
        return nil
    }

    /// Fills `bytes` from a place of a file on.
    /// - Returns: how many bytes there were.
    private static func read(_ file: Int32, into bytes: inout [UInt8], at offset: Int) -> Int {
        bytes.withUnsafeMutableBytes { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            var done = 0
            while done < buffer.count {
                let got = pread(file, start + done, buffer.count - done, off_t(offset + done))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            return done
        }
    }
}
