import Models

/// Rules over the tags, words and dependencies of tokens that give parts of speech (spaCy's `attribute_ruler`).
///
/// What rules say of lemmas and of morphology is passed over: nothing here asks for it.
struct AttributeRules: Sendable {
    /// What a token must be.
    struct Condition: Sendable {
        /// Which tags fit; nil where any does.
        var tags: [Bool]?
        /// Numbers of lower-case words; nil where any fits.
        var words: [Int16]?
        /// Which dependency labels fit, the last entry for none; nil where any does.
        var dependencies: [Bool]?
        var isSpace: Bool?
    }

    /// What a match gives to one of its tokens.
    private struct Rule: Sendable {
        let conditions: [Condition]
        let target: Int
        let tag: UInt8?
        let partOfSpeech: PartOfSpeech?
        let dependency: UInt8?
    }

    private let rules: [Rule]
    /// The rules that can match at a token of each tag, in order.
    private let byTag: [[Int32]]
    /// The words that rules ask for.
    let words: ByteTable
    private let dependencyCount: Int

    /// A token's properties, which rules read and change.
    struct Properties {
        var tag: UInt8
        var partOfSpeech: PartOfSpeech
        /// `UInt8.max` where nobody knows.
        var dependency: UInt8
    }

    init(file: String, in folder: PipelineFiles, tags: [String], dependencies: [String]) throws(GrammarModelError) {
        var builder = AttributeRulesBuilder(tags: tags, dependencies: dependencies)
        var rules: [Rule] = []
        try folder.messagePack(file) { data in
            for entry in try data.array(data.root) {
                let attributes = try data.map(try data.require("attrs", in: entry))
                var tag: UInt8?
                var partOfSpeech: PartOfSpeech?
                var dependency: UInt8?
                for pair in attributes {
                    switch try data.string(pair.key) {
                    case "TAG": tag = try builder.tag(pair.value, data)
                    case "DEP": dependency = try builder.dependency(pair.value, data)
                    case "POS":
                        partOfSpeech = PartOfSpeech(name: try data.string(pair.value))
                        if partOfSpeech == nil { throw MessagePackError(offset: pair.value.offset, expected: "a part of speech") }
                    default: break
                    }
                }
                guard tag != nil || partOfSpeech != nil || dependency != nil else { continue }
                let target = try data.require("index", in: entry)
                for pattern in try data.array(try data.require("patterns", in: entry)) {
                    let conditions = try data.array(pattern).map { try builder.condition($0, data) }
                    let index = try data.integer(target)
                    guard conditions.indices.contains(index) else {
                        throw MessagePackError(offset: target.offset, expected: "the place of a token in its pattern")
                    }
                    rules.append(
                        Rule(conditions: conditions, target: index, tag: tag, partOfSpeech: partOfSpeech, dependency: dependency)
                    )
                }
            }
        }
        self.rules = rules
        words = builder.words
        dependencyCount = dependencies.count
        byTag = tags.indices.map { tag in
            rules.indices.filter { rules[$0].conditions[0].tags?[tag] ?? true }.map { Int32(truncatingIfNeeded: $0) }
        }
    }

    /// Applies all rules to the tokens as they are before; of rules for one token the last counts. O(*n*).
    func apply(to properties: inout [Properties], tokens: [TextToken], features: [LexemeFeatures]) {
        let before = properties
        var deciding = Array(repeating: Int32(-1), count: tokens.count)
        for start in tokens.indices {
            for number in byTag[Int(before[start].tag)] {
                let rule = rules[Int(number)]
                guard start + rule.conditions.count <= tokens.count else { continue }
                var holds = true
                for (offset, condition) in rule.conditions.enumerated() {
                    let at = start + offset
                    holds = self.holds(condition, before[at], features[Int(tokens[at].lexeme)])
                    if !holds { break }
                }
                let target = start + rule.target
                guard holds else { continue }
                if let partOfSpeech = rule.partOfSpeech, number >= deciding[target] {
                    properties[target].partOfSpeech = partOfSpeech
                    deciding[target] = number
                }
                if let tag = rule.tag { properties[target].tag = tag }
                if let dependency = rule.dependency { properties[target].dependency = dependency }
            }
        }
    }

    private func holds(_ condition: Condition, _ token: Properties, _ features: LexemeFeatures) -> Bool {
        if let tags = condition.tags, !tags[Int(token.tag)] { return false }
        if let words = condition.words, features.ruleWord < 0 || !words.contains(features.ruleWord) { return false }
        if let dependencies = condition.dependencies, !dependencies[min(Int(token.dependency), dependencyCount)] { return false }
        if let isSpace = condition.isSpace, features.isSpace != isSpace { return false }
        return true
    }
}
