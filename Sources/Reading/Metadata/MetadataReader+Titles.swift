internal import HTMLTree
internal import TextCore

/// Titles without the name of the site, which templates put before or after them.
extension MetadataReader {
    /// A title without the parts at its ends that name the site.
    /// - Parameter isTitle: whether it is of the `title` element, whose last part is hardly ever the article's.
    func withoutSite(_ title: String, isTitle: Bool = false) -> String {
        var parts = Self.parts(title)
        guard parts.count > 1 else { return title }
        // "The Herald » Archive » Council closes bridge": a trail, which ends with the page.
        if isTitle, parts.count > 2, parts.dropFirst().allSatisfy(\.isTrail), isSite(parts[0].text) {
            return parts[parts.count - 1].text
        }
        var cuts = 0
        while parts.count > 1, cuts < 3 {
            if isSite(parts[parts.count - 1].text) || isSiteWithWords(parts[parts.count - 1].text) {
                parts.removeLast()
            } else if isSite(parts[0].text) {
                parts.removeFirst()
            } else {
                break
            }
            cuts += 1
        }
        if isTitle, cuts == 0, parts.count > 1, let last = parts.last, last.isStrong || WordKey(last.text).words.count <= 3,
            last.text.utf8.count < parts[0].text.utf8.count
        {
            parts.removeLast()
            // "Council closes bridge - The Herald - Local": the section stood behind the site.
            if parts.count > 1, isSite(parts[parts.count - 1].text) { parts.removeLast() }
        } else if isTitle, cuts == 0, parts.count > 2, isHeadlineBehindNames(parts) {
            return parts[parts.count - 1].text
        }
        guard let first = parts.first else { return title }
        return parts.dropFirst().reduce(first.text) { $0 + $1.separator + $1.text }
    }

    /// "The Herald | News | Council closes bridge over the river": short names, then what is longer than all of them.
    private func isHeadlineBehindNames(_ parts: [TitlePart]) -> Bool {
        let words = parts.map { WordKey($0.text).words.count }
        return parts.dropFirst().allSatisfy(\.isStrong) && words.dropLast().allSatisfy { $0 <= 3 }
            && (words.last ?? 0) > 2 * (words.dropLast().max() ?? 0)
    }

    /// "Politics - The Herald", "The Herald News": the site's name and a word or two.
    private func isSiteWithWords(_ text: String) -> Bool {
        let key = WordKey(text)
        return key.words.count <= 6
            && siteNames.contains { name in
                !name.isEmpty && name.words.count * 2 >= key.words.count && (key.contains(name))
            }
    }

    struct TitlePart {
        var text: String
        /// The sign before it, with its spaces.
        var separator: String
        /// Whether that sign is hardly ever one of a sentence.
        var isStrong: Bool

        /// Whether that sign is one of those that lead from the whole to its part.
        var isTrail: Bool { separator == " » " || separator == " › " }
    }

    /// The parts of a title between `|`, `-`, `–`, `—`, `·`, `•`, `»`, `::` with spaces around them.
    static func parts(_ title: String) -> [TitlePart] {
        let bytes = Array(title.utf8)
        let span = bytes.span
        var parts: [TitlePart] = []
        var (start, at) = (0, 0)
        var separator = ""
        var isStrong = false
        func part(_ end: Int) -> TitlePart {
            TitlePart(text: PageText.folded(bytes[start..<end]), separator: separator, isStrong: isStrong)
        }
        while at < bytes.count {
            let scalar = span.scalar(at: at)
            var length = scalar.length
            var strong = false
            var needsSpace = true
            switch scalar.value {
            // The last is a letter of Korean, which never stands alone in a word.
            case 0x7C, 0xFF5C, 0x2502, 0x3163: (strong, needsSpace) = (true, false)
            case 0xB7, 0x2022, 0xBB, 0xAB, 0x203A, 0x25CF, 0x2B, 0x7E: strong = true
            case 0x2D, 0x2013, 0x2014, 0x2015: break
            case 0x3A where at + 1 < bytes.count && bytes[at + 1] == 0x3A:
                strong = true
                length = 2
            default: length = 0
            }
            let isApart = at > start && at + length < bytes.count && bytes[at - 1] == 0x20 && bytes[at + length] == 0x20
            if length > 0, isApart || !needsSpace && at > start && at + length < bytes.count {
                parts.append(part(at))
                separator = " " + String(decoding: bytes[at..<at + length], as: UTF8.self) + " "
                isStrong = strong
                at += length
                start = at
            } else {
                at += scalar.length
            }
        }
        parts.append(part(bytes.count))
        return parts.filter { !$0.text.isEmpty }
    }
}
