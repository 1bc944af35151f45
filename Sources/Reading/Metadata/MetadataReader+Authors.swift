internal import HTMLTree
internal import TextCore

/// Who wrote the article.
extension MetadataReader {
    typealias Authors = PageMetadata.Candidate<[String]>

    mutating func readAuthors() {
        var people: [Authors] = []
        var organizations: [Authors] = []
        func add(_ names: AuthorNames, _ made: ([String]) -> Authors) {
            if !names.people.isEmpty { people.append(made(names.people)) }
            if !names.organizations.isEmpty { organizations.append(made(names.organizations)) }
        }
        for object in linked.objects.prefix(6) where object.score >= 20 && !object.isBeside {
            for key in ["author", "creator"] as [StaticString] {
                let names = linkedAuthors(object, key)
                add(names) { candidate(object, key, $0) }
                if !names.isEmpty { break }
            }
        }
        for source in [MetadataSource.openGraph, .dublinCore, .meta, .twitter] { addMetas(source, add) }
        addProperties(add)
        // A page that names its outlet as the author is taken at its word, unless a whole name stands below the headline.
        let isOutlets = people.isEmpty && !organizations.isEmpty
        var visible = visibleAuthors().filter {
            !isOutlets || $0.names.people.isEmpty || $0.isNear && $0.names.people.allSatisfy { $0.utf8.contains(0x20) }
        }
        if people.isEmpty, visible.allSatisfy({ $0.names.people.isEmpty }), let found = writtenAuthors() { visible.append(found) }
        for byline in visible { add(byline.names) { candidate(byline.node, $0) } }
        result.nodes.bylines = visible.map(\.node)
        let linkedNodes = Set(visible.filter(\.isLink).map(\.node))
        let (chosen, reason) = choice(people) { $0.node.map(linkedNodes.contains) ?? false }
        result.authors = finding(chosen, reason, among: people, by: { Set($0.map { WordKey($0) }) })
        result.organizations = finding(
            organizations.first,
            Self.firstReason,
            among: organizations,
            by: { Set($0.map { WordKey($0) }) }
        )
    }

    private static let firstReason = "the first of JSON-LD, meta elements, microdata, what the reader sees"

    private func choice(_ people: [Authors], isLink: (Authors) -> Bool) -> (Authors?, String) {
        guard let first = people.first else { return (nil, "") }
        let names = Set(first.value.map { WordKey($0) })
        // An account's name says less than the name that the reader sees.
        if first.value.count == 1, Self.isAccount(first.value[0]),
            let named = people.first(where: { $0.value.allSatisfy { $0.utf8.contains(0x20) } })
        {
            return (named, "the first with a person's whole name")
        }
        // Many templates put only the first of several authors into their metadata.
        let fuller = people.first {
            $0.source == .visible && isLink($0) && $0.value.count > names.count && $0.value.count <= 12
                && names.isSubset(of: $0.value.map { WordKey($0) })
        }
        if first.source != .visible, let fuller { return (fuller, "what the reader sees, as it names more than the metadata") }
        return (first, Self.firstReason)
    }

    private static func isAccount(_ name: String) -> Bool {
        AuthorNames(name, isSite: { _ in false }).isAccount
    }

    func authorNames(_ text: String, trust: AuthorNames.Trust = .field, isOrganization: Bool = false) -> AuthorNames {
        AuthorNames(text, trust: trust, isOrganization: isOrganization, isSite: isSite)
    }

    // MARK: Declared

    private func linkedAuthors(_ object: LinkedData.Object, _ key: StaticString) -> AuthorNames {
        var names = AuthorNames()
        guard let value = linked.member(key, of: object.reference) else { return names }
        for element in linked.elements(value).prefix(32) {
            let author = names.people.count < 16 ? linked.resolved(element) : element
            let types = linked.member("@type", of: author).map { linked.strings($0, limit: 4) } ?? []
            let isOrganization = types.contains { $0.hasSuffix("Organization") } && !types.contains("Person")
            for string in linked.strings(author, keys: ["name", "@value"], limit: 16) {
                names.merge(authorNames(PageText.clean(string), isOrganization: isOrganization))
            }
        }
        names.dropHandles()
        return names
    }

    private func addMetas(_ source: MetadataSource, _ add: (AuthorNames, ([String]) -> Authors) -> Void) {
        var names = AuthorNames()
        var first: PageScan.Meta?
        for meta in metas(.author) where meta.name.source == source {
            let text = text(meta)
            var found = AuthorNames()
            if source == .dublinCore, let turned = Self.turned(text) {
                found.merge(authorNames(turned))
            } else {
                found = authorNames(text, trust: source == .twitter ? .text : .field)
            }
            if !found.isEmpty, first == nil { first = meta }
            names.merge(found)
        }
        names.dropHandles()
        if let first { add(names) { candidate(first, $0) } }
    }

    /// "Jane Doe" of "Doe, Jane", as libraries write names.
    private static func turned(_ text: String) -> String? {
        let parts = text.split(separator: ",")
        guard parts.count == 2, parts.allSatisfy({ $0.split(separator: " ").count <= 2 }) else { return nil }
        return PageText.folded((parts[1] + " " + parts[0]).utf8)
    }

    private func addProperties(_ add: (AuthorNames, ([String]) -> Authors) -> Void) {
        var names = AuthorNames()
        var first: NodeID?
        for found in scan.properties {
            guard !found.context.isElsewhere, found.context.isDisjoint(with: .figure),
                let property = document.attribute(.itemprop, of: found.node),
                document.hasToken("author", in: property) || document.hasToken("creator", in: property)
            else { continue }
            let said = authorNames(propertyText(named(in: found.node) ?? found.node), trust: .element)
            if !said.isEmpty, first == nil { first = found.node }
            names.merge(said)
        }
        if let first { add(names) { candidate(first, $0, source: .microdata, label: "itemprop=author") } }
    }

    /// The element with the name of an author's item.
    private func named(in node: NodeID) -> NodeID? {
        document.descendants(of: node).prefix(128).first { below in
            document.attribute(.itemprop, of: below).map { document.hasToken("name", in: $0) } ?? false
        }
    }

    // MARK: Visible

    private struct Byline {
        let found: PageScan.Found
        var names: AuthorNames
        /// Whether it is a link to an author's page.
        let isLink: Bool
    }

    /// Bylines and links to authors' pages: those after the headline first, then those before it, then all others.
    private func visibleAuthors() -> [(node: NodeID, names: AuthorNames, isLink: Bool, isNear: Bool)] {
        let headline = scan.order(of: result.nodes.headline) ?? scan.headings.first?.order ?? 0
        var near: [Byline] = []
        var far: [Byline] = []
        var elsewhere: [Byline] = []
        for byline in leaves(around: headline) {
            let distance = byline.found.order - headline
            if byline.found.context.isElsewhere {
                if byline.isLink || byline.found.words.contains(.author), distance > 0 { elsewhere.append(byline) }
            } else if distance > -120, distance < 400, byline.found.context.isDisjoint(with: .biography) {
                near.append(byline)
            } else if distance > 0 {
                far.append(byline)
            }
        }
        let after = joined(near.filter { $0.found.order >= headline })
        let before = joined(near.filter { $0.found.order < headline })
        let close = (after + before).map { ($0.found.node, $0.names, $0.isLink, true) }
        var others = joined(far)
        if close.isEmpty, others.isEmpty { others = Array(elsewhere.prefix(1)) }
        return close + others.map { ($0.found.node, $0.names, $0.isLink, false) }
    }

    /// The innermost elements that hold names, in document order: what is around them holds roles and places too.
    private func leaves(around headline: Int) -> [Byline] {
        var seen: Set<NodeID> = []
        // Those near the headline and a few others: pages of authors' columns have hundreds.
        let elements = (scan.authorLinks + scan.bylines).sorted { $0.order < $1.order }
        let start = elements.firstIndex { $0.order > headline - 120 } ?? elements.count
        let candidates = elements[start...].prefix(40).filter { seen.insert($0.node).inserted }
        // An element around another comes before it.
        var outer: Set<NodeID> = []
        var kept: [Byline] = []
        for element in candidates.reversed() where !outer.contains(element.node) {
            guard element.context.isDisjoint(with: [.figure, .comments]), !element.words.contains(.comments),
                !document.isHTML(element.node, .button),
                !element.words.contains(.role) || document.isHTML(element.node, .a), let names = names(in: element),
                !names.isEmpty
            else { continue }
            if AuthorLexicon.standard.endsWithOtherLabel(WordKey(textBefore(element.node)).words) { continue }
            kept.append(Byline(found: element, names: names, isLink: document.isHTML(element.node, .a)))
            for ancestor in document.ancestors(of: element.node).prefix(12) { outer.insert(ancestor) }
        }
        return kept.reversed()
    }

    /// The text before an element, in those around it too: what may label it.
    private func textBefore(_ node: NodeID) -> String {
        var node = node
        for _ in 0..<4 {
            var sibling = document.previousSibling(of: node)
            for _ in 0..<3 {
                guard let current = sibling else { break }
                let text =
                    document.kind(of: current) == .text
                    ? PageText.folded(document.string(document.text(of: current)).utf8.suffix(60))
                    : document.kind(of: current) == .element ? PageText.text(of: current, in: document) : ""
                if !text.isEmpty { return text.utf8.count <= 60 ? text : "" }
                sibling = document.previousSibling(of: current)
            }
            guard let parent = document.parent(of: node) else { return "" }
            node = parent
        }
        return ""
    }

    /// Authors each in an element of their own, side by side, as one byline.
    private func joined(_ bylines: [Byline]) -> [Byline] {
        guard let start = bylines.firstIndex(where: { !$0.names.people.isEmpty }) else { return bylines }
        var first = bylines[start]
        var last = first.found
        for other in bylines[(start + 1)...] where other.isLink == first.isLink && !other.names.people.isEmpty {
            guard other.found.order - last.order <= 24, isBetweenNames(last.node, other.found.node) else { break }
            first.names.merge(other.names)
            last = other.found
        }
        return [first] + bylines.filter { $0.found.node != first.found.node }
    }

    /// Whether little stands between two names, and no label of another kind of people: "Reviewed by".
    private func isBetweenNames(_ left: NodeID, _ right: NodeID) -> Bool {
        var words = 0
        var upcoming = document.nextAfterSubtree(of: left)
        for _ in 0..<64 {
            guard let node = upcoming, node != right else { return true }
            if document.kind(of: node) == .text {
                let key = WordKey(PageText.folded(document.string(document.text(of: node)).utf8.prefix(200)))
                words += key.words.count
                if words > 12 || AuthorLexicon.standard.otherLabel(key.words) > 0
                    || AuthorLexicon.standard.endsWithOtherLabel(key.words)
                {
                    return false
                }
            }
            upcoming = document.next(after: node)
        }
        return false
    }

    /// The names in an element; nil for those too long to be a byline.
    private func names(in found: PageScan.Found) -> AuthorNames? {
        guard let pieces = PageText.pieces(of: found.node, in: document, longest: 300) else { return nil }
        let isSingle = pieces.count <= 2 && (document.isHTML(found.node, .a) || found.words.contains(.author))
        return AuthorNames(pieces: pieces, trust: isSingle ? .element : .text, isSite: isSite)
    }

    /// Names in a text after the headline that starts as bylines do, where no element is called one: "by Jane Doe".
    private func writtenAuthors() -> (node: NodeID, names: AuthorNames, isLink: Bool, isNear: Bool)? {
        guard var node = result.nodes.headline else { return nil }
        var label: String?
        for _ in 0..<240 {
            guard let next = document.next(after: node) else { return nil }
            node = next
            guard document.kind(of: node) == .text else { continue }
            let range = document.text(of: node)
            guard range.count <= 120, let parent = document.parent(of: node), !PageText.isInvisible(document.tag(of: parent))
            else {
                label = nil
                continue
            }
            let text = PageText.folded(document.bytes(range))
            guard !text.isEmpty else { continue }
            let key = WordKey(text)
            let length = AuthorLexicon.standard.label(key.words)
            if length > 0, length == key.words.count {
                label = text
            } else if label != nil || length > 0 {
                let names = AuthorNames(pieces: [label, text].compactMap { $0 }, trust: .text, isSite: isSite)
                if !names.people.isEmpty { return (parent, names, false, true) }
                label = nil
            }
        }
        return nil
    }
}
