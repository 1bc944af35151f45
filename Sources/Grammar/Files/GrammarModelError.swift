/// Why a model's files cannot be used.
public struct GrammarModelError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file, by its path in the model's folder.
    public let file: String
    /// The byte of the file at which reading failed, where it is known.
    public let offset: Int?
    /// What is wrong, or what should have been there.
    public let reason: String

    /// Makes an error for a file.
    public init(file: String, offset: Int? = nil, reason: String) {
        self.file = file
        self.offset = offset
        self.reason = reason
    }

    /// "tok2vec/model, byte 12: expected a map"
    public var description: String {
        offset.map { "\(file), byte \($0): \(reason)" } ?? "\(file): \(reason)"
    }
}
