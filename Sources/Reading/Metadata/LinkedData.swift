internal import HTMLTree

/// The JSON-LD of a page: its scripts' objects, and which of them describes the article.
///
/// Nothing is expanded by a context (JSON-LD 1.1, section 5): pages use schema.org's terms as they stand.
struct LinkedData {
    /// A value of one of the scripts.
    struct Reference: Hashable {
        let script: Int
        let index: LenientJSON.Index
    }

    /// An object with a type.
    struct Object {
        let reference: Reference
        let types: [String]
        var score = 0
        /// Whether its type is one of articles, 100 and more, or of something that articles hold or are on.
        var weight = 0
        /// Whether it is part of a list or mentioned by another object, so that it is hardly the page's article.
        var isBeside = false
    }

    private static let mostObjects = 1000

    private let scripts: [LenientJSON]
    /// Where the bytes of each script lie in the page's source.
    private let starts: [Int?]
    /// Objects that may describe the article or its page, the likeliest first.
    private(set) var objects: [Object] = []
    /// The trail that leads to the page.
    private(set) var breadcrumbs: Reference?
    let isRepaired: Bool

    init(_ nodes: [NodeID], in document: HTMLDocument) {
        var scripts: [LenientJSON] = []
        var starts: [Int?] = []
        for node in nodes {
            guard let text = document.firstChild(of: node), document.kind(of: text) == .text else { continue }
            var bytes: [UInt8] = []
            document.appendText(of: text, to: &bytes)
            scripts.append(LenientJSON(bytes))
            starts.append(document.sourceRange(document.text(of: text))?.lowerBound)
        }
        self.scripts = scripts
        self.starts = starts
        isRepaired = scripts.contains { $0.isRepaired }
        collectObjects()
    }

    private mutating func collectObjects() {
        for (script, json) in scripts.enumerated() {
            for index in json.values.indices where json.isKey(index, "@type") {
                guard objects.count < Self.mostObjects else { return }
                let parent = json.values[index].parent
                guard parent >= 0 else { continue }
                let types = strings(Reference(script: script, index: index), limit: 8)
                if breadcrumbs == nil, types.contains("BreadcrumbList") { breadcrumbs = Reference(script: script, index: parent) }
                let weight = types.map(Self.weight).max() ?? 0
                guard weight > 0 else { continue }
                objects.append(
                    Object(reference: Reference(script: script, index: parent), types: types, score: weight, weight: weight)
                )
            }
        }
    }

    /// The types that articles hold or are on, and the commonest of those that say nothing of articles.
    private static let weights: [Substring: Int] = {
        var weights: [Substring: Int] = ["LiveBlogPosting": 105, "Report": 100, "Article": 100, "NewsArticle": 100]
        for name in ["WebPage", "ItemPage", "QAPage", "FAQPage", "CreativeWork", "MedicalWebPage", "AboutPage"] {
            weights[name[...]] = 20
        }
        for name in [
            "Recipe", "Review", "HowTo", "VideoObject", "PodcastEpisode", "Event", "Course", "Book", "Movie", "AudioObject",
            "ImageGallery", "Product", "JobPosting", "Dataset", "Quiz", "Question", "DiscussionForumPosting",
        ] { weights[name[...]] = 40 }
        for name in [
            "Person", "Organization", "NewsMediaOrganization", "ImageObject", "WebSite", "BreadcrumbList", "ListItem",
            "SearchAction", "EntryPoint", "ReadAction", "WebPageElement", "ContactPoint", "Thing", "ItemList",
        ] { weights[name[...]] = 0 }
        return weights
    }()

    /// How much an object of a type is likely to be the article.
    private static func weight(_ type: String) -> Int {
        let start = type.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") }
        let name = start.map { type[type.utf8.index(after: $0)...] } ?? type[...]
        if let known = weights[name] { return known }
        return name.hasSuffix("Article") || name.hasSuffix("BlogPosting") || name.hasSuffix("SocialMediaPosting") ? 100 : 0
    }

    /// Puts the objects into the order of likelihood, when it is known what the page says about itself.
    /// - Parameters:
    ///   - agrees: whether a headline is one of the page's.
    ///   - isAddress: whether an address is the page's.
    mutating func rank(agrees: (String) -> Bool, isAddress: (String) -> Bool) {
        for index in objects.indices {
            let object = objects[index].reference
            var score = objects[index].score
            if isBeside(object) {
                score -= 70
                objects[index].isBeside = true
            }
            guard index < 64 else {
                objects[index].score = score
                continue
            }
            if let headline = text("headline", of: object) ?? text("name", of: object) {
                score += 10
                if agrees(headline) { score += 30 }
            }
            if member("datePublished", of: object) != nil { score += 5 }
            if member("author", of: object) != nil { score += 5 }
            for key in ["url", "@id", "mainEntityOfPage"] as [StaticString] {
                guard let value = member(key, of: object) else { continue }
                if strings(value, keys: ["@id", "url"], limit: 2).contains(where: isAddress) {
                    score += 30
                    break
                }
            }
            objects[index].score = score
        }
        let order = objects.indices.sorted {
            objects[$0].score != objects[$1].score ? objects[$0].score > objects[$1].score : $0 < $1
        }
        objects = order.map { objects[$0] }
    }

    /// Whether an object is part of a list or mentioned by another.
    private func isBeside(_ object: Reference) -> Bool {
        let json = scripts[object.script]
        var index = object.index
        while index >= 0 {
            for key in [
                "itemListElement", "citation", "mentions", "comment", "isPartOf", "relatedLink", "about", "hasPart",
                "publisher", "liveBlogUpdate", "itemReviewed", "image", "isBasedOn", "associatedMedia", "video",
            ] as [StaticString]
            where json.isKey(index, key) {
                return true
            }
            index = json.values[index].parent
        }
        return false
    }
}

// MARK: - Asking

extension LinkedData {
    func kind(_ value: Reference) -> LenientJSON.Kind { scripts[value.script].kind(value.index) }

    /// The value under a key of an object.
    func member(_ key: StaticString, of object: Reference) -> Reference? {
        let json = scripts[object.script]
        guard let index = json.member(key, of: object.index), json.kind(index) != .null else { return nil }
        return Reference(script: object.script, index: index)
    }

    /// The elements of an array; a value that is no array is one element.
    func elements(_ value: Reference, limit: Int = 64) -> [Reference] {
        let json = scripts[value.script]
        guard json.kind(value.index) == .array else { return [value] }
        var found: [Reference] = []
        for child in json.children(value.index) {
            guard found.count < limit else { break }
            if json.kind(child) == .array {
                found += json.children(child).prefix(limit - found.count).map { Reference(script: value.script, index: $0) }
            } else {
                found.append(Reference(script: value.script, index: child))
            }
        }
        return found
    }

    /// The strings of a value: itself, those of an array, or of objects those under one of some keys.
    func strings(_ value: Reference, keys: [StaticString] = ["name", "@value", "url", "@id"], limit: Int = 32) -> [String] {
        let json = scripts[value.script]
        var found: [String] = []
        for element in elements(value, limit: limit) {
            if let string = json.string(element.index) {
                found.append(string)
            } else if json.kind(element.index) == .object {
                for key in keys {
                    guard let member = json.member(key, of: element.index) else { continue }
                    if let string = json.string(member) {
                        found.append(string)
                        break
                    }
                    if json.kind(member) == .array {
                        let all = elements(Reference(script: value.script, index: member), limit: limit)
                        let strings = all.compactMap { json.string($0.index) }
                        guard !strings.isEmpty else { continue }
                        found += strings
                        break
                    }
                }
            }
        }
        return found
    }

    /// The first string under a key, cleaned; nil when it is empty.
    func text(_ key: StaticString, of object: Reference) -> String? {
        guard let value = member(key, of: object), let string = strings(value, limit: 1).first else { return nil }
        let clean = PageText.clean(string)
        return clean.isEmpty ? nil : clean
    }

    /// The first string under a key as it stands, for text that is too long to clean as a line.
    func rawText(_ key: StaticString, of object: Reference) -> String? {
        member(key, of: object).flatMap { strings($0, limit: 1).first }
    }

    /// Whether a value says yes or no.
    func boolean(_ key: StaticString, of object: Reference) -> Bool? {
        member(key, of: object).flatMap { value in
            elements(value, limit: 1).first.flatMap { scripts[$0.script].boolean($0.index) }
        }
    }

    /// The object that a reference by `@id` stands for: one of the same id that says more. O(objects).
    func resolved(_ object: Reference) -> Reference {
        let json = scripts[object.script]
        guard json.kind(object.index) == .object, json.member("name", of: object.index) == nil,
            let id = json.member("@id", of: object.index), let wanted = json.string(id)
        else { return object }
        for (script, json) in scripts.enumerated() {
            for index in json.values.indices
            where json.isKey(index, "@id") && json.values[index].range.count == wanted.utf8.count {
                let parent = json.values[index].parent
                if parent >= 0, json.string(index) == wanted, json.member("name", of: parent) != nil {
                    return Reference(script: script, index: parent)
                }
            }
        }
        return object
    }

    /// Where a value's bytes lie in the page's source.
    func place(_ value: Reference) -> Range<Int>? {
        let json = scripts[value.script]
        guard let start = starts[value.script], json.isVerbatim else { return nil }
        let range = json.values[value.index].range
        return start + range.lowerBound..<start + range.upperBound
    }
}
