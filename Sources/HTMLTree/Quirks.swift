import TextCore

extension TreeBuilder {
    /// The mode that the token, a doctype, asks for: section 13.2.6.4.1.
    func quirksMode() -> HTMLDocument.QuirksMode {
        let doctype = token.doctype
        guard !token.forcesQuirks, let name = doctype.name, tokenizer.equals(name, "html") else { return .quirks }
        let system = doctype.systemID
        if let system, tokenizer.equals(system, "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd") { return .quirks }
        guard let identifier = doctype.publicID else { return .none }
        let list = QuirksList.shared
        if tokenizer.isAny(of: list.exact, identifier, asPrefix: false) { return .quirks }
        if tokenizer.isAny(of: list.prefixes, identifier) { return .quirks }
        if tokenizer.isAny(of: list.limited, identifier) { return .limited }
        if tokenizer.isAny(of: list.withoutSystem, identifier) { return system == nil ? .quirks : .limited }
        return .none
    }
}

/// Public identifiers of doctypes that ask for the layout of old browsers.
private struct QuirksList: Sendable {
    let exact: [[UInt8]]
    let prefixes: [[UInt8]]
    let limited: [[UInt8]]
    /// Quirks without a system identifier, limited quirks with one.
    let withoutSystem: [[UInt8]]

    static let shared: QuirksList = {
        let file = LexiconFile(PackageResources.quirks_txt)
        func rows(_ section: String) -> [[UInt8]] { file[section].joined().map { $0.utf8.map(\.asciiLowercased) } }
        return QuirksList(
            exact: rows("exact"),
            prefixes: rows("prefix"),
            limited: rows("limited"),
            withoutSystem: rows("without-system")
        )
    }()
}

extension Tokenizer {
    /// Whether a range is one of some lower-case spellings, or begins with one, in either case.
    func isAny(of spellings: [[UInt8]], _ range: ByteRange, asPrefix: Bool = true) -> Bool {
        spellings.contains { spelling in
            guard asPrefix ? spelling.count <= Int(range.count) : spelling.count == Int(range.count) else { return false }
            return spelling.indices.allSatisfy {
                byte(at: range.start + UInt32(truncatingIfNeeded: $0)).asciiLowercased == spelling[$0]
            }
        }
    }
}
