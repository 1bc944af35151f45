/// The name of a site inside a title of its pages or feeds.
enum SiteName {
    /// Names of fewer letters may be a part of the host by chance.
    private static let fewestLetters = 6

    /// The part of a title by which its host is called: "The Herald" of "News | The Herald" at `theherald.example`, the host
    /// given by ``MetadataReader/squashed(_:)`` of its label. Nil where no part is. O(length of the title).
    static func name(in title: String, hostLabel: String) -> String? {
        guard !hostLabel.isEmpty else { return nil }
        return MetadataReader.parts(title).last { isName($0.text, hostLabel) }?.text
    }

    /// "Herald", "The Herald", "Herald News" at `herald`; "Herald News" at `heraldnewsonline`.
    private static func isName(_ text: String, _ hostLabel: String) -> Bool {
        let name = MetadataReader.squashed(text)
        if name == hostLabel || name.hasPrefix("the") && name.dropFirst(3) == hostLabel { return true }
        let words = text.utf8.split(separator: UInt8(ascii: " ")).count
        return name.utf8.count >= fewestLetters && hostLabel.hasPrefix(name)
            || hostLabel.utf8.count >= fewestLetters && name.hasPrefix(hostLabel) && words <= 4
    }
}
