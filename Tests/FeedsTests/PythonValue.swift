/// A value of the expressions in feedparser's test cases.
indirect enum PythonValue: Hashable {
    case none
    case bool(Bool)
    case number(Int)
    case string(String)
    /// A list or a tuple.
    case list([PythonValue])
    case dictionary([String: PythonValue])
    /// `bozo`, which Stemma does not have: true, and so is its negation.
    case ignored
    /// A member or element that is not there.
    case missing

    init(_ string: String?) { self = string.map { .string($0) } ?? .none }

    var isTrue: Bool {
        switch self {
        case .none, .missing: false
        case .bool(let value): value
        case .number(let value): value != 0
        case .string(let value): !value.isEmpty
        case .list(let values): !values.isEmpty
        case .dictionary(let members): !members.isEmpty
        case .ignored: true
        }
    }

    subscript(key: PythonValue) -> PythonValue {
        switch (self, key) {
        // feedparser has `url` for what it calls `href`.
        case (.dictionary(let members), .string(let name)): members[name] ?? (name == "url" ? members["href"] : nil) ?? .missing
        case (.list(let values), .number(let index)): values.indices.contains(index) ? values[index] : .missing
        default: .missing
        }
    }
}

/// Evaluates the part of Python that the expectations of feedparser's test cases are written in: comparisons (chained ones
/// too), `and`, `or`, `not`, `in`, indexing, members, literals, `len`, `has_key`, `get`.
struct PythonExpression {
    /// What is not understood.
    struct Unsupported: Error { var what: String }

    private let text: [Unicode.Scalar]
    private var at = 0
    private let names: [String: PythonValue]
    private let isEqual: (PythonValue, PythonValue) -> Bool
    /// The names of members and keys that the expression asks for.
    private(set) var keys: [String] = []

    init(_ text: String, names: [String: PythonValue], isEqual: @escaping (PythonValue, PythonValue) -> Bool = { $0 == $1 }) {
        self.text = Array(text.unicodeScalars)
        self.names = names
        self.isEqual = isEqual
    }

    /// The value of the whole expression.
    mutating func evaluate() throws(Unsupported) -> PythonValue {
        let value = try alternatives()
        skipSpace()
        guard at == text.count else { throw Unsupported(what: "\(String(describing: text[at])) at \(at)") }
        return value
    }

    private mutating func alternatives() throws(Unsupported) -> PythonValue {
        var value = try conjunction()
        while takeWord("or") {
            let other = try conjunction()
            value = value.isTrue ? value : other
        }
        return value
    }

    private mutating func conjunction() throws(Unsupported) -> PythonValue {
        var value = try negation()
        while takeWord("and") {
            let other = try negation()
            value = value.isTrue ? other : value
        }
        return value
    }

    private mutating func negation() throws(Unsupported) -> PythonValue {
        guard takeWord("not") else { return try comparison() }
        let value = try negation()
        return value == .ignored ? .ignored : .bool(!value.isTrue)
    }

    private mutating func comparison() throws(Unsupported) -> PythonValue {
        var left = try operand()
        var result: PythonValue?
        while true {
            let holds: Bool
            let right: PythonValue
            if take("==") {
                right = try operand()
                holds = isEqual(left, right)
            } else if take("!=") {
                right = try operand()
                holds = !isEqual(left, right)
            } else if takeWord("in") {
                right = try operand()
                guard case .dictionary(let members) = right, case .string(let key) = left else { throw Unsupported(what: "in") }
                holds = members[key] != nil
            } else {
                return result ?? left
            }
            result = .bool((result?.isTrue ?? true) && holds)
            left = right
        }
    }

    private mutating func operand() throws(Unsupported) -> PythonValue {
        var value = try atom()
        while true {
            if take("[") {
                let key = try alternatives()
                guard take("]") else { throw Unsupported(what: "index") }
                if case .string(let name) = key { keys.append(name) }
                value = value[key]
            } else if take(".") {
                let name = word()
                guard take("(") else {
                    keys.append(name)
                    value = value[.string(name)]
                    continue
                }
                let arguments = try items(until: ")")
                guard name == "has_key" || name == "get", let key = arguments.first else { throw Unsupported(what: name) }
                if case .string(let key) = key { keys.append(key) }
                let found = value[key]
                value =
                    name == "has_key"
                    ? .bool(found != .missing) : found == .missing ? arguments.dropFirst().first ?? .none : found
            } else {
                return value
            }
        }
    }

    private mutating func items(until close: String) throws(Unsupported) -> [PythonValue] {
        var values: [PythonValue] = []
        while !take(close) {
            values.append(try alternatives())
            if !take(",") {
                guard take(close) else { throw Unsupported(what: "list") }
                break
            }
        }
        return values
    }

    private mutating func atom() throws(Unsupported) -> PythonValue {
        skipSpace()
        guard at < text.count else { throw Unsupported(what: "end") }
        switch text[at] {
        case "(":
            at += 1
            let start = at
            let values = try items(until: ")")
            let isTuple = text[start..<at].contains(",") && values.count != 1
            return isTuple || values.isEmpty ? .list(values) : values[0]
        case "[":
            at += 1
            return .list(try items(until: "]"))
        case "{":
            at += 1
            var members: [String: PythonValue] = [:]
            while !take("}") {
                guard case .string(let key) = try alternatives(), take(":") else { throw Unsupported(what: "dictionary") }
                members[key] = try alternatives()
                keys.append(key)
                _ = take(",")
            }
            return .dictionary(members)
        case "'", "\"": return .string(try string())
        case "0"..."9":
            var value = 0
            while at < text.count, let digit = Int(String(text[at])) {
                value = value * 10 + digit
                at += 1
            }
            return .number(value)
        default:
            let name = word()
            if name == "u", at < text.count, text[at] == "'" || text[at] == "\"" { return .string(try string()) }
            switch name {
            case "bozo": return .ignored
            case "None": return .none
            case "True": return .bool(true)
            case "False": return .bool(false)
            case "len":
                guard take("("), let value = try items(until: ")").first else { throw Unsupported(what: "len") }
                if case .list(let values) = value { return .number(values.count) }
                throw Unsupported(what: "len")
            case "": throw Unsupported(what: String(String.UnicodeScalarView(text[at...].prefix(8))))
            default:
                guard let value = names[name] else { throw Unsupported(what: name) }
                keys.append(name)
                return value
            }
        }
    }

    // MARK: Signs

    private mutating func skipSpace() {
        while at < text.count, text[at].properties.isWhitespace { at += 1 }
    }

    private func isWord(_ index: Int) -> Bool {
        index < text.count && (text[index].properties.isAlphabetic || text[index] == "_" || ("0"..."9").contains(text[index]))
    }

    private mutating func word() -> String {
        skipSpace()
        let start = at
        while isWord(at) { at += 1 }
        return String(String.UnicodeScalarView(text[start..<at]))
    }

    private mutating func takeWord(_ name: String) -> Bool {
        let start = at
        if word() == name { return true }
        at = start
        return false
    }

    private mutating func take(_ sign: String) -> Bool {
        skipSpace()
        guard text[at...].starts(with: sign.unicodeScalars) else { return false }
        at += sign.unicodeScalars.count
        return true
    }

    private mutating func string() throws(Unsupported) -> String {
        let quote = text[at]
        let isTriple = text[at...].starts(with: [quote, quote, quote])
        let end = Array(repeating: quote, count: isTriple ? 3 : 1)
        at += end.count
        var value = String.UnicodeScalarView()
        while at < text.count, !text[at...].starts(with: end) {
            if text[at] == "\\", at + 1 < text.count {
                at += 1
                switch text[at] {
                case "n": value.append("\n")
                case "t": value.append("\t")
                case "r": value.append("\r")
                case "x", "u", "U":
                    let length = text[at] == "x" ? 2 : text[at] == "u" ? 4 : 8
                    let digits = String(String.UnicodeScalarView(text[(at + 1)...].prefix(length)))
                    guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
                        throw Unsupported(what: "escape")
                    }
                    value.append(scalar)
                    at += length
                default: value.append(text[at])
                }
            } else {
                value.append(text[at])
            }
            at += 1
        }
        at += end.count
        return String(value)
    }
}
