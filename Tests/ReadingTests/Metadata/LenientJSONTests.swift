import TestSupport
import Testing

@testable import Reading

@Suite struct LenientJSONTests {
    private func read(_ text: String) -> LenientJSON { LenientJSON(Array(text.utf8)) }

    /// The string under a key of the first value.
    private func string(_ key: StaticString, _ json: LenientJSON) -> String? {
        json.roots.first.flatMap { json.member(key, of: $0) }.flatMap { json.string($0) }
    }

    @Test func validJSON() throws {
        let json = read(#"{"a": "x\n\u00e9\ud83d\ude00\/", "n": -1.5e3, "t": true, "f": false, "z": null, "l": [1, [], {}]}"#)
        #expect(!json.isRepaired && !json.isTruncated && json.isVerbatim)
        #expect(string("a", json) == "x\né😀/")
        #expect(string("n", json) == "-1.5e3")
        let root = try #require(json.roots.first)
        #expect(json.member("t", of: root).flatMap { json.boolean($0) } == true)
        #expect(json.member("f", of: root).flatMap { json.boolean($0) } == false)
        #expect(json.member("z", of: root).map { json.kind($0) } == .null)
        let list = try #require(json.member("l", of: root))
        #expect(json.children(list).map { json.kind($0) } == [.number, .array, .object])
    }

    @Test func duplicateKeysGiveTheLast() { #expect(string("a", read(#"{"a": "x", "a": "y"}"#)) == "y") }

    static let repaired: [(text: String, value: String)] = [
        ("{'a': 'x'}", "x"),
        (#"{a: "x"}"#, "x"),
        (#"{"a": "x",}"#, "x"),
        (#"{"b": [1, 2,], "a": "x"}"#, "x"),
        ("{\"b\": \"y\"\n\"a\": \"x\"}", "x"),
        (#"// note"# + "\n" + #"{"a": "x" /* why */}"#, "x"),
        (#"<!-- {"a": "x"} -->"#, "x"),
        ("//<![CDATA[\n{\"a\": \"x\"}\n//]]>", "x"),
        (#"var data = {"a": "x"};"#, "x"),
        (#"{"a": "x"#, "x"),
        (#"{"b": {"c": [1, 2, {"d": "e"}], "a": 1, "a": "x""#, ""),
        (#"{"a": "She said "no" twice", "b": 1}"#, #"She said "no" twice"#),
        (#"{"a": "x\qy"}"#, "xqy"),
        (#"{"a": "x\u12"}"#, "xu12"),
        ("{\"a\": \"two\nlines\"}", "two\nlines"),
        (#"{&quot;a&quot;: &quot;x &amp; y&quot;}"#, "x & y"),
        (#"{"a": "x"}} ]"#, "x"),
        (#"{"b": undefined, "a": "x"}"#, "x"),
        (#"{"b":, "a": "x"}"#, "x"),
    ]

    @Test(arguments: repaired)
    func repairs(_ text: String, _ value: String) {
        let json = read(text)
        // Wrong escapes are read where a string is asked for, so the list does not know of them.
        if !text.contains("\\") { #expect(json.isRepaired) }
        if !value.isEmpty { #expect(string("a", json) == value) }
    }

    @Test func unescapedQuotesBeforeAComma() {
        #expect(string("a", read(#"{"a": "the "new", old bridge", "b": 1}"#)) == #"the "new", old bridge"#)
    }

    @Test func severalValuesInARow() {
        let json = read("{\"a\": 1}\n{\"a\": 2}[3]")
        #expect(json.roots.map { json.kind($0) } == [.object, .object, .array])
    }

    @Test func rangesPointAtTheSource() throws {
        let text = #"{"headline": "Bridge closes"}"#
        let json = read(text)
        let value = try #require(json.roots.first.flatMap { json.member("headline", of: $0) })
        #expect(String(decoding: Array(text.utf8)[json.values[value].range], as: UTF8.self) == "Bridge closes")
    }

    @Test func depthAndCountAreBounded() {
        let deep = read(String(repeating: "[", count: 100_000))
        #expect(deep.isTruncated && deep.values.count <= LenientJSON.Limits.depth)
        let wide = read("[" + String(repeating: "1,", count: LenientJSON.Limits.values + 10))
        #expect(wide.isTruncated && wide.values.count <= LenientJSON.Limits.values)
    }

    /// Anything gives a list of values whose links and ranges hold.
    @Test func anyBytesGiveAList() {
        var random = SeededRandom(seed: 7)
        let alphabet = Array("{}[]\",:'\\/*<!->&quot;aé1 \n".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
            let json = LenientJSON(bytes)
            var seen: Set<Int> = []
            for (index, value) in json.values.enumerated() {
                #expect(value.range.lowerBound >= 0 && value.range.upperBound <= json.bytes.count)
                #expect(value.parent < index)
                _ = json.string(index)
                for child in json.children(index) {
                    #expect(child > index && json.values[child].parent == index && seen.insert(child).inserted)
                }
            }
            #expect(seen.count + json.roots.count == json.values.count)
        }
    }
}
