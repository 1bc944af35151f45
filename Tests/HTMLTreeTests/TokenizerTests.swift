import Foundation
import TestSupport
import Testing

@testable import HTMLTree

/// The public tests of the tokenizer (html5lib-tests, MIT), read from `../shared/data/html`.
@Suite struct TokenizerTests {
    /// Tests that are not run, by description, each with its reason.
    private static let skips: [String: String] = [:]
    private static let folder = "data/html/tokenizer"

    /// A token as the tests write it, with text as bytes because some have surrogates alone.
    enum Output: Equatable {
        case characters([UInt8])
        case startTag(String, [String: [UInt8]], isSelfClosing: Bool)
        case endTag(String)
        case comment([UInt8])
        case doctype(String?, String?, String?, isCorrect: Bool)
    }

    static func tokens(of input: [UInt8], _ model: Tokenizer.ContentModel, lastStartTag: String) -> [Output] {
        let source = HTMLParser.normalized(input)
        var tokenizer = Tokenizer(source.span)
        tokenizer.read(as: model, until: Array(lastStartTag.utf8))
        var token = Token()
        var outputs: [Output] = []
        func bytes(_ range: ByteRange, _ tokenizer: borrowing Tokenizer) -> [UInt8] {
            (range.start..<range.start + range.count).map { tokenizer.byte(at: $0) }
        }
        func name(_ number: UInt32, _ known: KnownNames, _ tokenizer: borrowing Tokenizer) -> String {
            let spelling = number < 256 ? known.spellings[Int(number)][...] : tokenizer.names.spelling(number)
            return String(decoding: spelling, as: UTF8.self)
        }
        while true {
            tokenizer.next(&token)
            switch token.kind {
            case .endOfFile: return outputs
            case .characters, .null:
                let text = token.kind == .null ? [0] : bytes(token.text, tokenizer)
                if case .characters(let before)? = outputs.last {
                    outputs[outputs.count - 1] = .characters(before + text)
                } else {
                    outputs.append(.characters(text))
                }
            case .startTag:
                var attributes: [String: [UInt8]] = [:]
                for index in token.attributeStart..<token.attributeStart + token.attributeCount {
                    let attribute = tokenizer.attributes[index]
                    attributes[name(attribute.name, .attributes, tokenizer)] = bytes(attribute.value, tokenizer)
                }
                let spelling = name(token.name, .tags, tokenizer)
                outputs.append(.startTag(spelling, attributes, isSelfClosing: token.isSelfClosing))
            case .endTag: outputs.append(.endTag(name(token.name, .tags, tokenizer)))
            case .comment: outputs.append(.comment(bytes(token.text, tokenizer)))
            case .doctype:
                let parts = [token.doctype.name, token.doctype.publicID, token.doctype.systemID].map {
                    $0.map { String(decoding: bytes($0, tokenizer), as: UTF8.self) }
                }
                outputs.append(.doctype(parts[0], parts[1], parts[2], isCorrect: !token.forcesQuirks))
            }
        }
    }

    /// UTF-8 of a string of the tests; `\uXXXX` in it stands for a code unit where the test says so, surrogates alone too.
    static func bytes(_ text: String, isEscaped: Bool) -> [UInt8] {
        guard isEscaped else { return Array(text.utf8) }
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.popFirst() {
            let digits = String(decoding: rest.dropFirst().prefix(4), as: UTF16.self)
            if unit == 0x5C, rest.first == 0x75, let value = UInt16(digits, radix: 16) {
                units.append(value)
                rest = rest.dropFirst(5)
            } else {
                units.append(unit)
            }
        }
        var bytes: [UInt8] = []
        var index = 0
        while index < units.count {
            let unit = UInt32(units[index])
            index += 1
            if unit & 0xFC00 == 0xD800, index < units.count, units[index] & 0xFC00 == 0xDC00 {
                bytes.append(scalar: 0x10000 + (unit & 0x3FF) << 10 + UInt32(units[index]) & 0x3FF)
                index += 1
            } else if unit & 0xF800 == 0xD800 {
                bytes += [0xED, UInt8(0x80 | unit >> 6 & 0x3F), UInt8(0x80 | unit & 0x3F)]
            } else {
                bytes.append(scalar: unit)
            }
        }
        return bytes
    }

    private static func outputs(_ list: [[Any]], isEscaped: Bool) -> [Output] {
        func text(_ value: Any?) -> [UInt8] { bytes(value as? String ?? "", isEscaped: isEscaped) }
        func string(_ value: Any?) -> String? { value is String ? String(decoding: text(value), as: UTF8.self) : nil }
        return list.reduce(into: []) { outputs, item in
            switch item[0] as? String {
            case "Character":
                if case .characters(let before)? = outputs.last {
                    outputs[outputs.count - 1] = .characters(before + text(item[1]))
                } else {
                    outputs.append(.characters(text(item[1])))
                }
            case "StartTag":
                let attributes = (item[2] as? [String: String] ?? [:]).map { (string($0.key) ?? "", text($0.value)) }
                outputs.append(
                    .startTag(
                        string(item[1]) ?? "",
                        Dictionary(attributes) { first, _ in first },
                        isSelfClosing: item.count > 3 && item[3] as? Bool == true
                    )
                )
            case "EndTag": outputs.append(.endTag(string(item[1]) ?? ""))
            case "Comment": outputs.append(.comment(text(item[1])))
            case "DOCTYPE":
                outputs.append(.doctype(string(item[1]), string(item[2]), string(item[3]), isCorrect: item[4] as? Bool == true))
            default: break
            }
        }
    }

    private static let models: [String: Tokenizer.ContentModel] = [
        "Data state": .data, "PLAINTEXT state": .plainText, "RCDATA state": .rcdata, "RAWTEXT state": .rawText,
        "Script data state": .scriptData, "CDATA section state": .cdata,
    ]

    @Test(.enabled(if: SharedData.isPresent, "no ../shared beside the checkout"))
    func conformance() throws {
        let folder = SharedData.directory.appending(path: Self.folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".test") }.sorted()
        var passed = 0
        var total = 0
        var skipped = 0
        for file in files {
            let json = try JSONSerialization.jsonObject(with: Data(SharedData.bytes("\(Self.folder)/\(file)")))
            let groups = json as? [String: Any] ?? [:]
            // The tests of coercion to XML ask for other output than HTML's.
            for test in groups["tests"] as? [[String: Any]] ?? [] {
                total += 1
                let description = test["description"] as? String ?? ""
                if Self.skips[description] != nil {
                    skipped += 1
                    continue
                }
                let isEscaped = test["doubleEscaped"] as? Bool == true
                let input = Self.bytes(test["input"] as? String ?? "", isEscaped: isEscaped)
                let wanted = Self.outputs(test["output"] as? [[Any]] ?? [], isEscaped: isEscaped)
                let isRight = (test["initialStates"] as? [String] ?? ["Data state"]).allSatisfy { state in
                    guard let model = Self.models[state] else { return false }
                    let found = Self.tokens(of: input, model, lastStartTag: test["lastStartTag"] as? String ?? "")
                    if found != wanted, ProcessInfo.processInfo.environment["STEMMA_SHOW_FAILURES"] != nil {
                        print("FAIL \(file) \(description) [\(state)]\n  wanted \(wanted)\n  found  \(found)")
                    }
                    return found == wanted
                }
                if isRight { passed += 1 }
            }
        }
        print("tokenizer: \(passed) of \(total) passed, \(skipped) skipped")
        #expect(total == passed + skipped, "\(passed) of \(total) tokenizer tests pass")
    }

    private func tokens(_ html: String, _ model: Tokenizer.ContentModel = .data, _ lastStartTag: String = "") -> [Output] {
        Self.tokens(of: Array(html.utf8), model, lastStartTag: lastStartTag)
    }

    private func text(_ text: String) -> Output { .characters(Array(text.utf8)) }

    @Test func endsScriptsWhereBrowsersDo() {
        let whole = ["a<b", "<!--<script></script>-->", "<!--<script> </script >x", "<!-- </scrip>", "</script"]
        for script in whole {
            #expect(tokens(script + "</script>", .scriptData, "script") == [text(script), .endTag("script")], "\(script)")
        }
        #expect(tokens("<!--x</script>", .scriptData, "script") == [text("<!--x"), .endTag("script")])
        #expect(tokens("<!--></SCRIPT/a=b>y", .scriptData, "script") == [text("<!-->"), .endTag("script"), text("y")])
        #expect(tokens("<!--<script></script>", .scriptData, "script") == [text("<!--<script></script>")])
    }

    @Test func readsReferencesByPlace() {
        #expect(tokens("&copy=1&copy;&nosuch;&#X41&#0;&") == [text("©=1©&nosuch;A\u{FFFD}&")])
        let link = Output.startTag("a", ["href": Array("?a&copy=1&b©".utf8)], isSelfClosing: false)
        #expect(tokens("<a href='?a&copy=1&amp;b&copy;'>") == [link])
        #expect(tokens("<a href=?a&copy=1&amp;b&copy>") == [link])
        #expect(tokens("&lt;p></title >", .rcdata, "title") == [text("<p>"), .endTag("title")])
        #expect(tokens("&lt;p></title>", .rawText, "style") == [text("&lt;p></title>")])
    }

    @Test func dropsWhatTheEndCuts() {
        for cut in ["<a", "<a href", "<a href=", "<a href='x", "<a href=x", "</a ", "<a /", "<a x "] {
            #expect(tokens("t" + cut) == [text("t")], "\(cut)")
        }
        #expect(tokens("<!-- x --") == [.comment(Array(" x ".utf8))])
        #expect(tokens("<!doctype html public") == [.doctype("html", nil, nil, isCorrect: false)])
        #expect(tokens("</") == [text("</")])
        #expect(tokens("a</>b<?c>d") == [text("ab"), .comment(Array("?c".utf8)), text("d")])
    }
}
