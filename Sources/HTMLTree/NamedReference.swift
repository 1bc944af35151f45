/// The named character references of HTML, for readers of other formats whose documents use them.
public enum NamedReference {
    /// The characters that a name stands for, without `&` and `;`, as UTF-8: `nbsp` → U+00A0. Nil for no name of HTML. O(length).
    public static func characters(named name: some Collection<UInt8>) -> [UInt8]? {
        // The longest name has 31 letters.
        guard name.count <= 32 else { return nil }
        let whole = Array(name) + [UInt8(ascii: ";")]
        let references = CharacterReferences.shared
        guard let found = references.longestName(in: whole.span, at: 0), found.length == whole.count else { return nil }
        return Array(references.value(found.number))
    }
}
