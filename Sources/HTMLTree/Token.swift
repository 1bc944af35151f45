/// One token, filled anew by the tokenizer each time.
struct Token: Sendable {
    enum Kind: UInt8, Sendable {
        /// Text without NUL.
        case characters
        /// A NUL character, which different places treat differently.
        case null
        case startTag, endTag, comment, doctype, endOfFile
    }

    var kind = Kind.endOfFile
    /// Of tags.
    var tag = Tag.other
    var name: UInt32 = 0
    var isSelfClosing = false
    /// Of start tags: their attributes, the last ones in `Tokenizer.attributes`.
    var attributeStart = 0
    var attributeCount = 0
    /// Whether an element has the attributes; otherwise the next token takes their place.
    var keepsAttributes = false
    /// Of characters and comments.
    var text = ByteRange.empty
    /// Of doctypes.
    var doctype = HTMLDocument.Doctype()
    var forcesQuirks = false
}
