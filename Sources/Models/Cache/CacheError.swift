internal import Glibc

/// Why what is kept on disk could not be read or written. It is computed anew then; nothing else is lost.
public struct CacheError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file or folder.
    public let path: String
    /// What could not be done: “open”.
    public let action: String
    /// The system's reason.
    public let code: Int32

    /// Makes an error.
    /// - Parameter code: the system's reason, which is the last one (`errno`) unless told otherwise.
    public init(path: String, action: String, code: Int32? = nil) {
        (self.path, self.action, self.code) = (path, action, code ?? errno)
    }

    /// “/home/a/.cache/stemma/vectors/minilm-0.1.0-r1.vectors: cannot open: Permission denied”.
    public var description: String { "\(path): cannot \(action): \(String(cString: strerror(code)))" }
}
