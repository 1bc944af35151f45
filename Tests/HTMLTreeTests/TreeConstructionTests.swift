import Foundation
import HTMLTree
import TestSupport
import Testing

/// The public tests of tree construction (html5lib-tests, MIT), read from `../shared/data/html`.
@Suite struct TreeConstructionTests {
    /// Files of tests that are not run, each with its reason.
    private static let skips = [
        "scripted_adoption01.dat": "a script changes an attribute while the page is parsed; scripts are not run (1 test)",
        "scripted_ark.dat": "a script changes an attribute while the page is parsed; scripts are not run (1 test)",
        "scripted_webkit01.dat": "scripts write into the page while it is parsed; scripts are not run (2 tests)",
    ]
    private static let folder = "data/html/tree-construction"
    /// How many of the tests pass.
    private static let floor = 1792

    struct Case {
        var file: String
        var data = ""
        var context: HTMLParser.Context?
        var scripting: [Bool] = [false, true]
        var expected: [String] = []
    }

    /// Reads a `.dat` file: sections that begin with `#data`, separated by blank lines.
    static func cases(_ bytes: [UInt8], file: String) -> [Case] {
        var cases: [Case] = []
        var section = ""
        var data: [String] = []
        var current = Case(file: file)
        func finished() -> Case {
            var current = current
            current.data = data.joined(separator: "\n")
            while current.expected.last == "" { current.expected.removeLast() }
            return current
        }
        var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
        lines.append("#data")
        for (number, line) in lines.enumerated() {
            let isAfterTest = section == "#document" && (lines[number - 1].isEmpty || number == lines.count - 1)
            switch line {
            case "#data" where section == "" || isAfterTest:
                if section != "" { cases.append(finished()) }
                section = line
                data = []
                current = Case(file: file)
            case "#errors", "#new-errors", "#document-fragment", "#document": section = line
            case "#script-on":
                current.scripting = [true]
                section = line
            case "#script-off":
                current.scripting = [false]
                section = line
            default:
                switch section {
                case "#data": data.append(line)
                case "#document-fragment":
                    let words = line.split(separator: " ").map(String.init)
                    guard let name = words.last else { break }
                    let namespaces: [String: Namespace] = ["svg": .svg, "math": .mathML]
                    let namespace = words.count > 1 ? namespaces[words[0]] ?? .html : .html
                    current.context = HTMLParser.Context(name, namespace: namespace)
                case "#document":
                    // A text with line breaks goes on in lines of its own.
                    if line.hasPrefix("| ") || current.expected.isEmpty {
                        current.expected.append(line)
                    } else {
                        current.expected[current.expected.count - 1] += "\n" + line
                    }
                default: break
                }
            }
        }
        return cases
    }

    @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
    func conformance() throws {
        let folder = SharedData.directory.appending(path: Self.folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".dat") }.sorted()
        var passed = 0
        var total = 0
        var skipped = 0
        for file in files {
            for test in Self.cases(try SharedData.bytes("\(Self.folder)/\(file)"), file: file) {
                total += 1
                if Self.skips[file] != nil {
                    skipped += 1
                    continue
                }
                var isRight = true
                for scripting in test.scripting {
                    var options = HTMLParser.Options()
                    options.isScripting = scripting
                    options.context = test.context
                    let found = treeLines(HTMLParser.parse(Array(test.data.utf8), options: options)).joined(separator: "\n")
                    let wanted = test.expected.joined(separator: "\n").trimmingCharacters(in: .newlines)
                    if found.trimmingCharacters(in: .newlines) != wanted {
                        isRight = false
                        if ProcessInfo.processInfo.environment["STEMMA_SHOW_FAILURES"] != nil {
                            print("FAIL \(file) scripting=\(scripting)\n\(test.data)")
                            print("--- wanted\n\(wanted)\n--- found\n\(found)\n")
                        }
                    }
                }
                if isRight { passed += 1 }
            }
        }
        print("tree construction: \(passed) of \(total) passed, \(skipped) skipped")
        #expect(passed >= Self.floor, "\(passed) of \(total) tree construction tests pass")
        #expect(total == passed + skipped)
    }
}
