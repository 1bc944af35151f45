import HTMLTree
import Testing

@Suite struct NamedReferenceTests {
    @Test func names() {
        #expect(NamedReference.characters(named: "nbsp".utf8) == Array("\u{A0}".utf8))
        #expect(NamedReference.characters(named: "CounterClockwiseContourIntegral".utf8) == Array("∳".utf8))
        #expect(NamedReference.characters(named: "NotEqualTilde".utf8) == Array("≂\u{338}".utf8))
    }

    @Test(arguments: ["", "nbs", "nbspx", "nbsp;", "é", String(repeating: "a", count: 1000)])
    func noName(_ name: String) {
        #expect(NamedReference.characters(named: name.utf8) == nil)
    }
}
