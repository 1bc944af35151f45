import Foundation

/// What one run of another process took, as the program `measure-process` beside this one tells it.
struct ProcessUsage {
    /// Seconds by the wall.
    let wall: Double
    /// Seconds of CPU, user and system.
    let cpu: Double
    /// Peak resident memory in KiB.
    let maxRSSKilobytes: Int

    /// Runs a command with its output thrown away; nil when it cannot be run or fails.
    static func run(_ command: String, _ arguments: [String]) -> ProcessUsage? {
        let helper = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "measure-process")
        guard let output = Machine.output(of: helper, [command] + arguments) else { return nil }
        let fields = output.split(separator: " ")
        guard fields.count == 4, fields[3] == "0", let wall = Double(fields[0]), let cpu = Double(fields[1]),
            let rss = Int(fields[2])
        else { return nil }
        return ProcessUsage(wall: wall, cpu: cpu, maxRSSKilobytes: rss)
    }
}
