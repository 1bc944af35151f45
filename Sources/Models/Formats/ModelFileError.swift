/// A model file that is not what it should be: where, what is expected there, and what is there instead.
///
/// Nothing was computed from the file; whoever asked for it does without.
public struct ModelFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, as messages name it. A member of an archive stands behind it: `weights.npz/q1.npy`.
    public var file: String
    /// Bytes from the start of the file, or of the member that is named.
    public var offset: Int
    /// What should be there, for example “a tensor type that is read (F16, F32, …)”.
    public var expected: String
    /// What is there instead.
    public var found: String

    /// Makes an error.
    public init(file: String, offset: Int, expected: String, found: String) {
        self.file = file
        self.offset = offset
        self.expected = expected
        self.found = found
    }

    /// “weights.npz: byte 12: expected …, found …”.
    public var description: String { "\(file): \(message)" }

    /// What is wrong and at which byte, without the file.
    public var message: String { "byte \(offset): expected \(expected), found \(found)" }
}

extension String {
    /// A text from a damaged file as messages may show it: short, without control characters.
    init(excerpt bytes: some Collection<UInt8>) {
        var shown = ""
        for scalar in String(decoding: bytes.prefix(48), as: UTF8.self).unicodeScalars {
            shown.unicodeScalars.append(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar)
        }
        self = "“\(shown)”"
    }
}
