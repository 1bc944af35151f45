import Foundation

/// The committed limits of `Benchmarks/limits.json`, and whether rows keep them.
///
/// A busy or slow machine must not break a limit, and a slower program must. So times are CPU times of the fastest run; each
/// is held against a loop that is timed right before and after it, and where that loop runs slower than on the machine the
/// limits are from, the limit gives way as much. A faster machine changes nothing. Memory and ratios are taken as they are.
final class Gate {
    private struct File: Decodable {
        /// What ``Calibration`` measures on the machine that the limits are from.
        let calibration_mb_per_s: Double
        let limits: [Limit]
    }

    /// One limit of one row.
    struct Limit: Decodable {
        let row: String
        let measure: Measure
        let at_most: Double?
        let at_least: Double?
        /// The row of which `at_least` and `at_most` are multiples.
        let times: String?
        /// The model without which the row is not measured, and the limit not held.
        let needs_model: String?
    }

    /// What of a row is limited.
    enum Measure: String, Decodable {
        case cpu_s, max_rss_kb, mb_per_s, items_per_s
    }

    private let limits: [Limit]
    private let reference: Double
    /// What was measured, by row and measure, and the machine's share of the reference's speed then.
    private var measured: [String: [Measure: Double]] = [:]
    private var speeds: [String: Double] = [:]

    /// Reads the limits.
    init() throws {
        let data = try Data(contentsOf: Machine.repository.appending(path: "Benchmarks/limits.json"))
        let file = try JSONDecoder().decode(File.self, from: data)
        limits = file.limits
        reference = file.calibration_mb_per_s
    }

    /// Takes what a row measured.
    func add(_ row: Row, speed: Double) {
        measured[row.name] = [
            .mb_per_s: Double(row.bytes) / row.minimum / 1e6, .items_per_s: Double(row.items) / row.minimum,
            .cpu_s: row.processCPU ?? row.minimum, .max_rss_kb: Double(row.maxRSSKilobytes ?? 0),
        ]
        speeds[row.name] = min(1, speed / reference)
    }

    /// Whether a row breaks a limit as measured so far.
    func isBroken(_ row: String) -> Bool { limits.contains { $0.row == row && !keeps($0) } }

    /// A line for each limit of the rows that were asked for, and whether all are kept. A row that was not measured keeps none.
    func verdict(wants: (String) -> Bool) -> (lines: [String], isKept: Bool) {
        let wanted = limits.filter { wants($0.row) && ($0.times.map(wants) ?? true) }
        let skipped = wanted.filter { $0.needs_model != nil && measured[$0.row] == nil }
        let asked = wanted.filter { $0.needs_model == nil || measured[$0.row] != nil }
        let skips = skipped.map { "SKIPPED \($0.row): the model \($0.needs_model ?? "") has not been fetched" }
        let lines = asked.map { limit in
            let unit = limit.times.map { " times \($0)" } ?? ""
            let bound = limit.at_most.map { "at most \(Self.short($0))" } ?? "at least \(Self.short(limit.at_least ?? 0))"
            let value = value(of: limit).map(Self.short) ?? "not measured"
            let speed = speeds[limit.row, default: 1]
            let machine = speed < 0.95 && isTime(limit) ? ", on a machine at \(Int(speed * 100)) % of the reference's speed" : ""
            let mark = keeps(limit) ? "kept  " : "BROKEN"
            return "\(mark) \(limit.row) \(limit.measure.rawValue): \(value), \(bound)\(unit)\(machine)"
        }
        return (lines + skips, asked.allSatisfy(keeps))
    }

    private func isTime(_ limit: Limit) -> Bool { limit.measure != .max_rss_kb && limit.times == nil }

    private func value(of limit: Limit) -> Double? {
        guard let value = measured[limit.row]?[limit.measure] else { return nil }
        guard let other = limit.times else { return value }
        guard let unit = measured[other]?[limit.measure], unit > 0 else { return nil }
        return value / unit
    }

    private func keeps(_ limit: Limit) -> Bool {
        guard let value = value(of: limit) else { return false }
        let speed = isTime(limit) ? speeds[limit.row, default: 1] : 1
        if let most = limit.at_most, value > most / speed { return false }
        if let least = limit.at_least, value < least * speed { return false }
        return true
    }

    private static func short(_ value: Double) -> String { String(format: value < 10 ? "%.3g" : "%.0f", value) }
}

/// How fast this machine is just now: a loop that does what scanning text does, byte by byte and word by word, with nothing of
/// Stemma in it.
///
/// Words of irregular length make it miss branches, and their hashes are independent of each other, so that it loses as much
/// as a scanner does where another process shares the core's units; one long chain of operations would not feel that.
enum Calibration {
    /// Words of one to twelve letters with a space behind each.
    private static let bytes: [UInt8] = {
        var bytes: [UInt8] = []
        var state: UInt64 = 1
        while bytes.count < 1 << 20 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let length = 1 + Int(state >> 33) % 12
            for place in 0..<length { bytes.append(0x61 + UInt8(truncatingIfNeeded: state >> UInt64(place)) % 26) }
            bytes.append(0x20)
        }
        return bytes
    }()

    /// Megabytes a second of CPU time, of the fastest of some runs.
    static func speed() -> Double {
        var best = Double.infinity
        var sink: UInt64 = 0
        var words = [UInt64](repeating: 0, count: 1 << 12)
        for _ in 0..<5 {
            let start = Bench.processCPUTime()
            bytes.withUnsafeBufferPointer { bytes in
                var hash: UInt64 = 0xCBF2_9CE4_8422_2325
                var count = 0
                for byte in bytes {
                    if byte == 0x20 {
                        words[count & 0xFFF] &+= hash
                        count += 1
                        hash = 0xCBF2_9CE4_8422_2325
                    } else {
                        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
                    }
                }
                sink &+= UInt64(count)
            }
            best = min(best, Bench.processCPUTime() - start)
        }
        return withExtendedLifetime((sink, words)) { Double(bytes.count) / best / 1e6 }
    }
}
