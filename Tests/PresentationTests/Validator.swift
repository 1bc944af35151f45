import Foundation
import TestSupport
import Testing

/// Programs that judge documents; where one is not installed, its test says so and is skipped.
enum Validator {
    static let xmllint = "/usr/bin/xmllint"
    static let python = "/usr/bin/python3"

    static func isInstalled(_ program: String) -> Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Holds a document to a RelaxNG schema of `Tests/Schemas`; an issue with the program's words where it does not hold.
    static func expectValid(_ xml: String, _ schema: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let path = SharedData.repository.appending(path: "Tests/Schemas/\(schema)").path
        let run = try self.run(xmllint, ["--noout", "--nonet", "--relaxng", path, "-"], input: xml)
        #expect(run.status == 0, "\(run.err.prefix(2000))", sourceLocation: sourceLocation)
    }

    /// Whether a document is well-formed.
    static func isWellFormed(_ xml: String) throws -> Bool {
        try run(xmllint, ["--noout", "--nonet", "-"], input: xml).status == 0
    }

    /// What a Python program with the document on its standard input prints.
    static func python(_ program: String, _ input: String) throws -> String {
        let run = try self.run(python, ["-c", program], input: input)
        #expect(run.status == 0, "\(run.err)")
        return run.out
    }

    private static func run(_ program: String, _ arguments: [String], input: String) throws -> (
        status: Int32, out: String, err: String
    ) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stemma-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["in", "out", "err"].map { folder.appending(path: $0) }
        try Data(input.utf8).write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
        return (process.terminationStatus, try text(files[1]), try text(files[2]))
    }
}
