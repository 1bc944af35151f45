internal import TextCore

/// The large cities of the world by all their names: `Lexicons/cities.txt`.
///
/// They tell what a name is of which nothing else is known, and do not find names: many cities are also somebody's surname. The
/// lines of the file are sorted and searched where they lie, so that nothing is read when the program starts.
enum CityIndex {
    private static let lines = PackageResources.cities_txt

    /// The key of the city that a name stands for, the same for its names in other languages; nil where it is none.
    /// O(length · log *n*).
    static func key(of name: some StringProtocol) -> UInt64? {
        guard let main = mainName(of: CaseFolding.fold(name)) else { return nil }
        return NameKey.place(main)
    }

    /// The main name of a city, folded, by any of its names, folded.
    static func mainName(of folded: String) -> String? {
        let name = Array(folded.utf8)
        guard !name.isEmpty else { return nil }
        var low = 0
        var high = lines.count
        while low < high {
            let start = lineStart((low + high) / 2, from: low)
            let end = lineEnd(start)
            switch order(name, start, end) {
            case .same: return value(start, end)
            case .before: high = start
            case .behind: low = end + 1
            }
        }
        return nil
    }

    private enum Order { case before, same, behind }

    /// The first byte of the line that a byte stands in.
    private static func lineStart(_ index: Int, from low: Int) -> Int {
        var at = index
        while at > low, lines[at - 1] != newline { at -= 1 }
        return at
    }

    private static func lineEnd(_ start: Int) -> Int {
        var at = start
        while at < lines.count, lines[at] != newline { at += 1 }
        return at
    }

    /// How a name stands to the first column of a line.
    private static func order(_ name: [UInt8], _ start: Int, _ end: Int) -> Order {
        // The comment of the first line stands before everything.
        if lines[start] == UInt8(ascii: "#") { return .behind }
        var at = 0
        while true {
            let isOver = start + at >= end || lines[start + at] == tab
            if at == name.count { return isOver ? .same : .before }
            if isOver { return .behind }
            if name[at] != lines[start + at] { return name[at] < lines[start + at] ? .before : .behind }
            at += 1
        }
    }

    /// The second column of a line; the first where there is none.
    private static func value(_ start: Int, _ end: Int) -> String {
        let columns = lines[start..<end].split(separator: tab)
        return columns.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static let newline = UInt8(ascii: "\n")
    private static let tab = UInt8(ascii: "\t")
}
