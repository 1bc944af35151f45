import Foundation
import TestSupport
import Testing

/// `stemma analyze` as a filter.
struct StreamTests {
    @Test func everyRecordHasItsPlace() throws {
        let input = [Sample.record("a"), "nonsense", "", Sample.record("b"), "{\"id\":\"c\",\"text\":7}"].joined(separator: "\n")
        let run = try CommandRun.stemma("analyze", input: input)
        #expect(run.status == 1)
        let records = try run.records()
        #expect(records.map { $0["id"] as? String } == ["a", nil, "b", "c"])
        #expect(records.map { $0["line"] as? Int } == [nil, 2, nil, 5])
        #expect(records.map { $0["error"] != nil } == [false, true, false, true])
        #expect(run.err.contains("stemma: standard input:2: not valid JSON"))
        #expect(run.err.contains("stemma: standard input:5: field \"text\""))
    }

    @Test func theOrderHoldsOverManyThreads() throws {
        let input = (0..<120).map { number in
            Sample.record("r\(number)", number % 7 == 0 ? String(repeating: Sample.gate + "\n\n", count: 5) : Sample.barges)
        }
        let run = try CommandRun.stemma("analyze", "--jobs", "8", input: input.joined(separator: "\n"))
        #expect(run.status == 0)
        #expect(run.err == "")
        #expect(try run.records().map { $0["id"] as? String } == (0..<120).map { "r\($0)" })
        let one = try CommandRun.stemma("analyze", "--jobs", "1", input: input.joined(separator: "\n"))
        #expect(one.out == run.out)
    }

    @Test func nothingReadableIsCode3() throws {
        #expect(try CommandRun.stemma("analyze", input: "").status == 3)
        let run = try CommandRun.stemma("analyze", input: "broken\n")
        #expect(run.status == 3)
        #expect(run.lines.count == 1)
    }

    @Test func aStreamIsRecordsEvenIfItsFirstLineIsBroken() throws {
        let run = try CommandRun.stemma("analyze", "-", input: "broken\n" + Sample.record("a"))
        #expect(run.status == 1)
        #expect(try run.records().count == 2)
    }

    @Test func offsetsAreCodePointsIntoTheText() throws {
        let run = try CommandRun.stemma("analyze", "--text", "Examples/stream.jsonl")
        #expect(run.status == 1)
        for record in try run.records() where record["error"] == nil {
            let text = Array((record["text"] as? String ?? "").unicodeScalars)
            for kind in ["quotations", "names", "figures", "times", "statements"] {
                for place in record[kind] as? [[String: Any]] ?? [] {
                    let (start, end) = (place["start"] as? Int ?? -1, place["end"] as? Int ?? -1)
                    #expect(0 <= start && start <= end && end <= text.count)
                    #expect(String(String.UnicodeScalarView(text[start..<end])) == place["text"] as? String)
                }
            }
        }
    }
}
