internal import TextCore

/// Numbers speakers by their names: one name and the end of it ("Dmitry Peskov", "Peskov") are one speaker's.
///
/// - Complexity: O(words of the name) for each name, however many speakers there are.
struct SpeakerNames {
    /// Of each speaker, the ends of the fullest name.
    private var fullest: [[UInt64]] = []
    /// By the hash of a name's end, the first speaker who has a name that ends so.
    private var byEnd: [UInt64: Int] = [:]
    /// By the hash of a whole name, the first speaker whose fullest name it is.
    private var byName: [UInt64: Int] = [:]
    /// Names met before, with their speakers: most are.
    private var known: [String: Int] = [:]

    /// The number of the speaker of a name, and whether no fuller name of him was met before. New speakers get the next number.
    /// - Parameter isCollective: whether the name is that of a group: of several who speak together, none is all of them.
    mutating func account(of name: String, isCollective: Bool = false) -> (number: Int, isFullest: Bool) {
        if let number = known[name] { return (number, false) }
        var ends = Self.ends(of: name)
        if isCollective, Self.isList(name), let whole = ends.last { ends = [whole] }
        // Of several whom it may be, the first.
        var number = ends.last.flatMap { byEnd[$0] }
        for end in ends { number = [number, byName[end]].compactMap(\.self).min() }
        let found = number ?? fullest.count
        known[name] = found
        if found == fullest.count {
            fullest.append(ends)
        } else {
            guard ends.count > fullest[found].count else { return (found, false) }
            if let shorter = fullest[found].last, byName[shorter] == found { byName[shorter] = nil }
            fullest[found] = ends
        }
        for end in ends where byEnd[end] == nil { byEnd[end] = found }
        if let whole = ends.last, byName[whole] == nil { byName[whole] = found }
        return (found, true)
    }

    /// `Ann Moss, Tom Corle and Ida Vesterby`
    private static func isList(_ name: String) -> Bool {
        name.split(separator: " ").dropLast().contains { $0.last == "," || joins.contains($0.lowercased()) }
    }

    private static let joins: Set<String> = ["and", "et", "und", "y", "e", "i", "и", "та", "й", "och", "og", "en", "ve"]

    /// The hashes of a name's last word, of its last two, and so on to the whole name.
    private static func ends(of name: String) -> [UInt64] {
        var ends: [UInt64] = []
        var path = Hash64()
        for word in name.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).reversed() {
            let hash = Hash64.folded(String(word))
            for shift in stride(from: 0, to: 64, by: 8) { path.combine(UInt8(truncatingIfNeeded: hash >> UInt64(shift))) }
            ends.append(path.value)
        }
        return ends
    }
}
