/// What one robots.txt tells one program (RFC 9309).
public struct RobotsRules: Sendable, Hashable {
    /// Longest match wins, and among matches of one length the one that allows (2.2.2).
    private let rules: [Rule]
    /// Seconds between two requests, where the file gives them (`Crawl-delay`, which is no part of the RFC).
    public let crawlDelay: Int?

    /// How much of a file is read, in bytes: the least that the RFC asks for (2.5).
    public static let longestFile = 500 << 10

    /// Everything is allowed.
    public static let allowingAll = RobotsRules(rules: [], crawlDelay: nil)

    private struct Rule: Sendable, Hashable {
        let pattern: RobotsPattern
        let allows: Bool
    }

    private init(rules: [Rule], crawlDelay: Int?) {
        self.rules = rules
        self.crawlDelay = crawlDelay
    }

    /// Reads a file for the program of a product token in lower case. All groups that name it count together; where none does,
    /// those for `*` do. Lines that are no rules are passed over. O(n).
    public init(_ file: [UInt8], productToken: String) {
        var own = Section()
        var general = Section()
        // Which of the two the current group is for. A group starts with the lines that name its programs.
        var isOwn = false
        var isGeneral = false
        var isNaming = false
        var groupDelay: Int?
        for line in Self.lines(of: file.prefix(Self.longestFile)) {
            guard let (key, value) = Self.record(line) else { continue }
            switch key {
            case "user-agent":
                if !isNaming { (isOwn, isGeneral, groupDelay) = (false, false, nil) }
                isNaming = true
                if value == [UInt8(ascii: "*")] {
                    isGeneral = true
                } else if ASCII.lowercased(value.prefix(while: ASCII.isProductToken)) == productToken {
                    isOwn = true
                    own.isNamed = true
                }
                // The delay is no rule, so it may stand before the last name.
                if let groupDelay, isOwn { own.crawlDelay = groupDelay }
                if let groupDelay, isGeneral { general.crawlDelay = groupDelay }
            case "allow", "disallow":
                isNaming = false
                // An empty path matches nothing.
                guard !value.isEmpty else { continue }
                guard isOwn || isGeneral else { continue }
                let rule = Rule(pattern: RobotsPattern(value), allows: key == "allow")
                if isOwn { own.rules.append(rule) }
                if isGeneral { general.rules.append(rule) }
            case "crawl-delay":
                guard let seconds = ASCII.number(value.prefix { $0 != UInt8(ascii: ".") }) else { continue }
                groupDelay = seconds
                if isOwn { own.crawlDelay = seconds }
                if isGeneral { general.crawlDelay = seconds }
            default: continue
            }
        }
        let section = own.isNamed ? own : general
        self.init(rules: section.rules, crawlDelay: section.crawlDelay)
    }

    /// Whether path and query of an address may be asked for. `/robots.txt` itself always may.
    /// - Complexity: O(rules × length of the target + length of the rules).
    public func allows(_ target: String) -> Bool {
        if target == "/robots.txt" { return true }
        let bytes = RobotsPattern.normalized(target.utf8)
        var longest = -1
        var allows = true
        for rule in rules where rule.pattern.length >= longest && (rule.pattern.length > longest || rule.allows) {
            guard rule.pattern.matches(bytes) else { continue }
            longest = rule.pattern.length
            allows = rule.allows
        }
        return allows
    }

    private struct Section {
        var rules: [Rule] = []
        var crawlDelay: Int?
        var isNamed = false
    }

    /// Lines without their ends and comments; a byte order mark is left out. The last line of a file that was cut may be half
    /// a rule, which would say something else, so a line without an end counts only where the file was not cut.
    private static func lines(of file: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.startIndex + 3 : file.startIndex
        var lines = file[start...].split(omittingEmptySubsequences: true) { $0 == 0x0A || $0 == 0x0D }
        if file.count == longestFile, let last = file.last, last != 0x0A, last != 0x0D { lines.removeLast() }
        return lines.map { $0.prefix { $0 != UInt8(ascii: "#") } }
    }

    private static func record(_ line: ArraySlice<UInt8>) -> (key: String, value: ArraySlice<UInt8>)? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex < 64 else { return nil }
        return (ASCII.lowercased(ASCII.trimmed(line[..<colon])), ASCII.trimmed(line[(colon + 1)...]))
    }
}
