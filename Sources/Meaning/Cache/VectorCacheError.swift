internal import Glibc

/// Why stored vectors could not be read or written. Vectors are computed anew then; nothing else is lost.
public struct VectorCacheError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file or folder.
    public let path: String
    /// What could not be done: “open”.
    public let action: String
    /// The system's reason.
    public let code: Int32

    init(path: String, action: String, code: Int32 = errno) { (self.path, self.action, self.code) = (path, action, code) }

    /// “/home/a/.cache/stemma/vectors/minilm-0.1.0-r1.vectors: cannot open: Permission denied”.
    public var description: String { "\(path): cannot \(action): \(String(cString: strerror(code)))" }
}
