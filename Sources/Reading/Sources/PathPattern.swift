/// A path pattern as shells know them, for patterns that reach the program quoted: `*` and `?` inside a name, `**` for
/// any number of folders.
struct PathPattern {
    /// The pattern's names, without empty ones.
    let components: [[UInt8]]
    /// Whether it starts at the root of the file system.
    let isAbsolute: Bool

    /// Parses a pattern; nil when it has no wildcard.
    init?(_ pattern: String) {
        guard pattern.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else { return nil }
        components = pattern.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
        isAbsolute = pattern.utf8.first == UInt8(ascii: "/")
    }

    /// Whether a component stands for any number of folders.
    static func isAnyDepth(_ component: [UInt8]) -> Bool { component == Array("**".utf8) }

    /// Whether a component has a wildcard.
    static func hasWildcard(_ component: [UInt8]) -> Bool {
        component.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }

    /// Whether a name matches one component. A leading dot is only matched by a dot.
    /// - Complexity: O(*n* · *m*) at worst, without recursion.
    static func matches(_ name: [UInt8], _ component: [UInt8]) -> Bool {
        let dot = UInt8(ascii: ".")
        if name.first == dot, component.first != dot { return false }
        var (at, inPattern) = (0, 0)
        var star: (name: Int, pattern: Int)?
        while at < name.count {
            if inPattern < component.count, component[inPattern] == UInt8(ascii: "*") {
                star = (at, inPattern)
                inPattern += 1
            } else if inPattern < component.count, component[inPattern] == UInt8(ascii: "?") {
                at += 1
                // One character: its continuation bytes go with it.
                while at < name.count, name[at] & 0xC0 == 0x80 { at += 1 }
                inPattern += 1
            } else if inPattern < component.count, component[inPattern] == name[at] {
                at += 1
                inPattern += 1
            } else if let last = star {
                star = (last.name + 1, last.pattern)
                at = last.name + 1
                inPattern = last.pattern + 1
            } else {
                return false
            }
        }
        return component[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
