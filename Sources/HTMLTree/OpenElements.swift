/// The stack of open elements (section 13.2.4.2), with counts that answer most questions about scopes at once.
struct OpenElements: Sendable {
    struct Entry: Sendable {
        var node: NodeID
        var tag: Tag
        var namespace: Namespace

        @inline(__always)
        func isHTML(_ tag: Tag) -> Bool { self.tag == tag && namespace == .html }

        /// Whether it is of the standard's “special” category.
        var isSpecial: Bool { namespace == .html ? tag.isSpecialInHTML : isForeignBoundary }

        /// Foreign elements whose content is HTML again, or text.
        var isForeignBoundary: Bool {
            switch namespace {
            case .html: false
            case .mathML: isMathMLTextPoint || tag == .annotationXML
            case .svg: tag == .foreignObject || tag == .desc || tag == .title
            }
        }

        /// A MathML text integration point.
        var isMathMLTextPoint: Bool {
            guard namespace == .mathML else { return false }
            switch tag {
            case .mi, .mo, .mn, .ms, .mtext: return true
            default: return false
            }
        }
    }

    /// What ends the search for an element “in scope”.
    enum Scope {
        case standard, listItem, button, table

        @inline(__always)
        func ends(at entry: Entry) -> Bool {
            guard entry.namespace == .html else { return self != .table && entry.isForeignBoundary }
            switch entry.tag {
            case .html, .table, .template: return true
            case .applet, .caption, .td, .th, .marquee, .object, .select: return self != .table
            case .ol, .ul: return self == .listItem
            case .button: return self == .button
            default: return false
            }
        }
    }

    private(set) var entries: [Entry] = []
    /// Open HTML elements by tag.
    private var counts = [Int32](repeating: 0, count: 256)

    var count: Int { entries.count }

    @inline(__always)
    var last: Entry? { entries.last }

    @inline(__always)
    subscript(index: Int) -> Entry { entries[index] }

    /// How many HTML elements with a tag are open.
    @inline(__always)
    func count(of tag: Tag) -> Int { Int(counts[Int(tag.rawValue)]) }

    @inline(__always)
    private mutating func note(_ entry: Entry, _ change: Int32) {
        if entry.namespace == .html { counts[Int(entry.tag.rawValue)] &+= change }
    }

    @inline(__always)
    mutating func push(_ entry: Entry) {
        entries.append(entry)
        note(entry, 1)
    }

    @inline(__always)
    mutating func pop() -> Entry? {
        guard let entry = entries.popLast() else { return nil }
        note(entry, -1)
        return entry
    }

    mutating func remove(at index: Int) {
        note(entries.remove(at: index), -1)
    }

    mutating func insert(_ entry: Entry, at index: Int) {
        entries.insert(entry, at: index)
        note(entry, 1)
    }

    /// Puts another node of the same name in a node's place.
    mutating func replace(at index: Int, with node: NodeID) { entries[index].node = node }

    /// Where a node is. O(depth), from the top.
    func index(of node: NodeID) -> Int? { entries.lastIndex { $0.node == node } }

    func lastIndex(of tag: Tag) -> Int? {
        count(of: tag) == 0 ? nil : entries.lastIndex { $0.isHTML(tag) }
    }

    /// Whether an HTML element with a tag is in scope. O(1) where none is open, else O(depth).
    @inline(__always)
    func has(_ tag: Tag, in scope: Scope = .standard) -> Bool {
        count(of: tag) > 0 && search(scope) { $0.isHTML(tag) }
    }

    /// Whether a heading is in scope.
    func hasHeading() -> Bool { search(.standard) { $0.namespace == .html && $0.tag.isHeading } }

    /// Whether a node is in scope.
    func has(_ node: NodeID) -> Bool { search(.standard) { $0.node == node } }

    private func search(_ scope: Scope, _ matches: (Entry) -> Bool) -> Bool {
        var index = entries.count
        while index > 0 {
            index &-= 1
            let entry = entries[index]
            if matches(entry) { return true }
            if scope.ends(at: entry) { return false }
        }
        return false
    }
}
