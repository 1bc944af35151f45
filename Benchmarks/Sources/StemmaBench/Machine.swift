import Foundation

/// Where and on what the rows are measured.
enum Machine {
    /// The root of the repository.
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The checked-out commit, with `+` when files differ from it.
    static var commit: String {
        guard let hash = git("rev-parse", "--short", "HEAD"), !hash.isEmpty else { return "unknown" }
        return hash + (git("status", "--porcelain", "--untracked-files=no") ?? "" == "" ? "" : "+")
    }

    /// The processor as Linux names it.
    static var cpuModel: String {
        let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let line = info.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
    }

    private static func git(_ arguments: String...) -> String? {
        output(of: URL(filePath: "/usr/bin/env"), ["git", "-C", repository.path] + arguments)
    }

    /// What a program prints, trimmed; nil when it cannot be run or fails.
    static func output(of program: URL, _ arguments: [String]) -> String? {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
