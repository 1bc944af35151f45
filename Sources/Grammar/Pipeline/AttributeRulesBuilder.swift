import Models

/// Reads the conditions of ``AttributeRules``, and numbers the words in them.
struct AttributeRulesBuilder {
    private let tags: [String]
    private let dependencies: [String]
    private(set) var words = ByteTable()

    init(tags: [String], dependencies: [String]) {
        self.tags = tags
        self.dependencies = dependencies
    }

    func tag(_ value: MessagePack.Value, _ data: MessagePack) throws(MessagePackError) -> UInt8 {
        guard let index = tags.firstIndex(of: try data.string(value)) else {
            throw MessagePackError(offset: value.offset, expected: "a tag of the tagger")
        }
        return UInt8(truncatingIfNeeded: index)
    }

    func dependency(_ value: MessagePack.Value, _ data: MessagePack) throws(MessagePackError) -> UInt8 {
        guard let index = dependencies.firstIndex(of: try data.string(value)) else {
            throw MessagePackError(offset: value.offset, expected: "a label of the parser")
        }
        return UInt8(truncatingIfNeeded: index)
    }

    /// Reads what one token must be: a map of properties to a value, or to `IN` or `NOT_IN` and values.
    mutating func condition(_ value: MessagePack.Value, _ data: MessagePack) throws -> AttributeRules.Condition {
        var condition = AttributeRules.Condition()
        for pair in try data.map(value) {
            switch try data.string(pair.key) {
            case "TAG":
                let (names, isNegated) = try names(pair.value, data)
                condition.tags = tags.map { names.contains($0) != isNegated }
            case "DEP":
                let (names, isNegated) = try names(pair.value, data)
                condition.dependencies = (dependencies + [""]).map { names.contains($0) != isNegated }
            case "LOWER":
                let (names, isNegated) = try names(pair.value, data)
                guard !isNegated else { throw MessagePackError(offset: pair.value.offset, expected: "words that fit") }
                condition.words = names.map { number(of: $0) }
            case "IS_SPACE":
                guard case .boolean(let isSpace) = pair.value.content else {
                    throw MessagePackError(offset: pair.value.offset, expected: "true or false")
                }
                condition.isSpace = isSpace
            case let name:
                throw MessagePackError(offset: pair.key.offset, expected: "TAG, DEP, LOWER or IS_SPACE, not \(name)")
            }
        }
        return condition
    }

    private func names(_ value: MessagePack.Value, _ data: MessagePack) throws -> (names: [String], isNegated: Bool) {
        guard case .map(let pairs) = value.content else { return ([try data.string(value)], false) }
        guard pairs.count == 1, let pair = pairs.first, data.isKey(pair.key, "IN") || data.isKey(pair.key, "NOT_IN") else {
            throw MessagePackError(offset: value.offset, expected: "IN or NOT_IN")
        }
        return (try data.array(pair.value).map { try data.string($0) }, data.isKey(pair.key, "NOT_IN"))
    }

    private mutating func number(of word: String) -> Int16 {
        let bytes = Array(word.utf8)
        let span = bytes.span
        let hash = MurmurHash.string(span, 0..<span.count)
        if let known = words.find(span, 0..<span.count, hash: hash) { return Int16(truncatingIfNeeded: known) }
        let number = Int32(truncatingIfNeeded: words.count)
        words.insert(span, 0..<span.count, hash: hash, value: number)
        return Int16(truncatingIfNeeded: number)
    }
}
