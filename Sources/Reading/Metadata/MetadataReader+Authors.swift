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
        let visible = visibleAuthors()
        for (node, names) in visible { add(names) { candidate(node, $0) } }
        result.nodes.bylines = visible.map(\.0)
        let (chosen, reason) = choice(people)
        result.authors = finding(chosen, reason, among: people, isSame: Self.areSame)
        result.organizations = finding(organizations.first, Self.firstReason, among: organizations, isSame: Self.areSame)
    }

    private static let firstReason = "the first of JSON-LD, meta elements, microdata, what the reader sees"

    private static func areSame(_ left: [String], _ right: [String]) -> Bool {
        Set(left.map { WordKey($0) }) == Set(right.map { WordKey($0) })
    }

    private func choice(_ people: [Authors]) -> (Authors?, String) {
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
            $0.source == .visible && $0.value.count > names.count && $0.value.count <= 12
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

    /// Bylines and links to authors' pages: those after the headline first, then those before it, then all others.
    private func visibleAuthors() -> [(NodeID, AuthorNames)] {
        let headline = scan.order(of: result.nodes.headline) ?? scan.headings.first?.order ?? 0
        var near: [(found: PageScan.Found, names: AuthorNames)] = []
        var far: [(found: PageScan.Found, names: AuthorNames)] = []
        let elements = (scan.authorLinks + scan.bylines).filter {
            !$0.context.isElsewhere && $0.context.isDisjoint(with: .figure)
        }
        for element in elements.sorted(by: { $0.order < $1.order }).prefix(64) {
            guard let names = names(in: element), !names.isEmpty else { continue }
            let distance = element.order - headline
            if distance > -120, distance < 400, element.context.isDisjoint(with: .biography) {
                near.append((element, names))
            } else if distance > 0 {
                far.append((element, names))
            }
        }
        // Those that have nothing but the name of the site are of use only where there is nothing else.
        let ordered = near.filter { $0.found.order >= headline } + near.filter { $0.found.order < headline } + far
        return joined(ordered).map { ($0.found.node, $0.names) }
    }

    /// Authors each in an element of their own, side by side, as one byline.
    private func joined(_ found: [(found: PageScan.Found, names: AuthorNames)]) -> [(found: PageScan.Found, names: AuthorNames)] {
        guard var first = found.first(where: { !$0.names.people.isEmpty }) else { return found }
        var last = first.found.order
        for other in found where other.found.order > last && other.found.order - last <= 24 && !other.names.people.isEmpty {
            first.names.merge(other.names)
            last = other.found.order
        }
        return [first] + found.filter { $0.found.node != first.found.node }
    }

    /// The names in an element; nil for those too long to be a byline.
    private func names(in found: PageScan.Found) -> AuthorNames? {
        guard let pieces = PageText.pieces(of: found.node, in: document, longest: 300) else { return nil }
        let isSingle = pieces.count <= 2 && (document.isHTML(found.node, .a) || found.words.contains(.author))
        return AuthorNames(pieces: pieces, trust: isSingle ? .element : .text, isSite: isSite)
    }
}
