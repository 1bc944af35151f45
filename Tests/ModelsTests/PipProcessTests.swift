import Foundation
import Testing

@testable import Models

/// pip as stemma runs it.
struct PipProcessTests {
    private static func isAlive(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        // The state stands behind the name in brackets; a zombie runs no more.
        return status.split(separator: ")").last?.split(separator: " ").first != "Z"
    }

    /// A shell stands for stemma, and a module that sleeps for pip.
    @Test func diesWithItsParent() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-pip-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let note = folder.appending(path: "process")
        let module = """
            import os, sys, time
            with open("\(note.path).new", "w") as file: file.write(f"{os.getpid()} {sys.argv[1]}")
            os.rename("\(note.path).new", "\(note.path)")
            time.sleep(60)
            """
        try Data(module.utf8).write(to: folder.appending(path: "pip.py"))
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "python3 -c \"$CODE\" download & wait"]
        shell.environment = ProcessInfo.processInfo.environment.merging([
            "CODE": ModelStore.pipThatDiesWithUs, "PYTHONPATH": folder.path,
        ]) { $1 }
        try shell.run()
        var words: [Substring] = []
        for _ in 0..<300 where words.isEmpty {
            usleep(100_000)
            words = (try? String(contentsOf: note, encoding: .utf8))?.split(separator: " ") ?? []
        }
        #expect(words.last == "download")
        let process = try #require(words.first.flatMap { Int32($0) })
        #expect(Self.isAlive(process))
        kill(shell.processIdentifier, SIGKILL)
        for _ in 0..<100 where Self.isAlive(process) { usleep(100_000) }
        #expect(!Self.isAlive(process))
        kill(process, SIGKILL)
    }
}
