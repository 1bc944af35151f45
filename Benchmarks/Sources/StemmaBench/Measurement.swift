import Foundation

/// One row of results.
struct Row: Encodable {
    let name: String
    /// Runs.
    let n: Int
    /// Text that one run reads.
    let bytes: Int
    /// Articles, pairs or whatever one run does.
    let items: Int
    /// Process CPU time of the fastest run, and of the middle one; wall time where the row runs another process.
    let minimum: Double
    let median: Double
    /// CPU time of the fastest run and peak resident memory, of rows that run another process.
    var processCPU: Double?
    var maxRSSKilobytes: Int?
    let commit: String
    let cpuModel: String
    let date: String

    private enum CodingKeys: String, CodingKey {
        case name, n, bytes, items, min_s, median_s, mb_per_s, items_per_s, cpu_s, max_rss_kb, commit, cpu_model, date
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(n, forKey: .n)
        try container.encode(bytes, forKey: .bytes)
        try container.encode(items, forKey: .items)
        try container.encode(Self.rounded(minimum), forKey: .min_s)
        try container.encode(Self.rounded(median), forKey: .median_s)
        try container.encode(Self.rounded(Double(bytes) / minimum / 1e6), forKey: .mb_per_s)
        try container.encode(Self.rounded(Double(items) / minimum), forKey: .items_per_s)
        try container.encodeIfPresent(processCPU.map(Self.rounded), forKey: .cpu_s)
        try container.encodeIfPresent(maxRSSKilobytes, forKey: .max_rss_kb)
        try container.encode(commit, forKey: .commit)
        try container.encode(cpuModel, forKey: .cpu_model)
        try container.encode(date, forKey: .date)
    }

    /// Four significant digits: the rest is noise.
    private static func rounded(_ value: Double) -> Double {
        guard value.isFinite, value != 0 else { return 0 }
        let scale = pow(10, 3 - floor(log10(abs(value))))
        return (value * scale).rounded() / scale
    }
}

/// Runs and times rows, and writes each as it is done.
final class Bench {
    private let options: Options
    private let commit: String
    private let cpuModel: String
    private let date: String
    private var lines: [String] = []
    /// Rows that break a limit are measured again, in case that something else disturbed them: noise only ever adds.
    private static let mostTries = 4
    private let gate: Gate?

    /// Texts of one's own have no limits.
    init(_ options: Options) throws {
        self.options = options
        gate = options.files.isEmpty ? try Gate() : nil
        commit = Machine.commit
        cpuModel = Machine.cpuModel
        date = ISO8601DateFormatter().string(from: Date())
    }

    /// Seconds of CPU that this process has used, in all its threads.
    static func processCPUTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Whether any row of these names is asked for, so that its text need not be made otherwise.
    func wants(_ name: String) -> Bool { options.filter.isEmpty || name.contains(options.filter) }

    /// Times `body`, which returns something that depends on all its work; `repeats` times a run where one is too short to time.
    func row(_ name: String, bytes: Int, items: Int = 1, repeats: Int = 1, _ body: () -> Int) {
        guard wants(name) else { return }
        var times: [Double] = []
        var sink = body()
        let row = untilKept(name) {
            for _ in 0..<options.runs {
                let start = Self.processCPUTime()
                for _ in 0..<repeats { sink &+= body() }
                times.append((Self.processCPUTime() - start) / Double(repeats))
            }
            return self.row(name, bytes: bytes, items: items, times)
        }
        withExtendedLifetime(sink) {}
        if let row { report(row) }
    }

    /// Times the runs of another process by the wall, with its peak memory.
    func processRow(_ name: String, bytes: Int, _ command: String, _ arguments: [String]) {
        guard wants(name) else { return }
        var times: [Double] = []
        var peak = 0
        var cpu = Double.infinity
        let row = untilKept(name) {
            for _ in 0..<max(3, options.runs) {
                guard let usage = ProcessUsage.run(command, arguments) else {
                    FileHandle.standardError.write(Data("\(name): \(command) did not run, left out\n".utf8))
                    return nil
                }
                times.append(usage.wall)
                peak = max(peak, usage.maxRSSKilobytes)
                cpu = min(cpu, usage.cpu)
            }
            return self.row(name, bytes: bytes, items: 1, times, cpu, peak)
        }
        if let row { report(row) }
    }

    /// Measures a row, again while it breaks a limit, with the machine's speed beside it.
    ///
    /// Each try waits longer than the one before: what else the machine does comes in bursts of some seconds, which the loop
    /// beside does not always feel. A slower program is slower after the wait, too.
    private func untilKept(_ name: String, _ measure: () -> Row?) -> Row? {
        var row: Row?
        for attempt in 0..<Self.mostTries {
            if attempt > 0 { Thread.sleep(forTimeInterval: TimeInterval(1 << attempt)) }
            let before = Calibration.speed()
            row = measure()
            guard let row, let gate else { break }
            gate.add(row, speed: min(before, Calibration.speed()))
            if !gate.isBroken(name) { break }
        }
        return row
    }

    private func row(
        _ name: String,
        bytes: Int,
        items: Int,
        _ times: [Double],
        _ cpu: Double? = nil,
        _ peak: Int? = nil
    ) -> Row {
        let sorted = times.sorted()
        return Row(
            name: name,
            n: times.count,
            bytes: bytes,
            items: items,
            minimum: sorted[0],
            median: sorted[sorted.count / 2],
            processCPU: cpu,
            maxRSSKilobytes: peak,
            commit: commit,
            cpuModel: cpuModel,
            date: date
        )
    }

    private func report(_ row: Row) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(row) else { return }
        lines.append(String(decoding: data, as: UTF8.self))
        FileHandle.standardOutput.write(data + Data("\n".utf8))
    }

    /// Writes all rows to the file that was asked for, and says of every limit whether it is kept.
    func finish() throws -> Bool {
        if let output = options.output {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: output))
        }
        guard let gate else { return true }
        let (lines, isKept) = gate.verdict(wants: wants)
        let end = isKept ? "" : "stemma-bench: a limit of Benchmarks/limits.json is broken\n"
        FileHandle.standardError.write(Data((lines.map { $0 + "\n" }.joined() + end).utf8))
        return isKept
    }
}
