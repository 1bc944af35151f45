import TextCore

/// The encodings of the web and the labels that pages call them by: WHATWG Encoding Standard, section 4.2.
public enum EncodingLabels {
    private static let names: [String: String] = {
        let rows = LexiconFile(PackageResources.encoding_labels_txt)[""]
        return Dictionary(rows.flatMap { row in row.dropFirst().map { ($0, row[0]) } }) { first, _ in first }
    }()

    /// How many labels there are.
    static var count: Int { names.count }

    /// The name of the encoding that a label stands for, as the standard spells it (`UTF-8`, `windows-1252`, `Shift_JIS`);
    /// nil for no label. Case and ASCII white space around the label do not matter. O(length).
    public static func name(ofLabel label: some Collection<UInt8>) -> String? {
        let trimmed = label.drop { $0.isHTMLSpace }.reversed().drop { $0.isHTMLSpace }.reversed()
        guard trimmed.count <= 64 else { return nil }
        return names[String(decoding: trimmed.map(\.asciiLowercased), as: UTF8.self)]
    }

    /// The same for a string.
    public static func name(ofLabel label: String) -> String? { name(ofLabel: Array(label.utf8)) }
}
