import Testing

@testable import Models

struct ZipArchiveTests {
    private typealias Member = FileWriter.Member

    private func open(_ bytes: [UInt8]) throws(ModelFileError) -> ZipArchive { try ZipArchive(MappedFile(bytes, name: "a.zip")) }

    @Test func membersComeBack() throws {
        let long = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let archive = try open(
            FileWriter.zip(
                [
                    Member(name: "a/b.txt", content: [1, 2, 3]), Member(name: "c", content: long, isDeflated: true),
                    Member(name: "d/", content: []),
                ],
                comment: Array("PK\u{5}\u{6} is no end".utf8)
            )
        )
        #expect(archive.members.map(\.name) == ["a/b.txt", "c", "d/"])
        let member = try #require(archive["c"])
        #expect(try archive.content(of: member).array == long)
        var pieces: [UInt8] = []
        #expect(
            try archive.read(member) {
                pieces += Array($0); return true
            }
        )
        #expect(pieces == long)
        #expect(try !archive.read(member) { _ in false }, "reading stops when it is told to")
        #expect(try archive.content(of: #require(archive["a/b.txt"])).array == [1, 2, 3])
        #expect(archive["b.txt"] == nil)
        #expect(try open(FileWriter.zip([])).members.isEmpty)
    }

    @Test(arguments: ["/etc/passwd", "../up", "a/../../b", "a//b", "./a", "a\\b", "C:a", "a\u{0}b", "", "a/.."])
    func namesStayInTheirFolder(name: String) {
        let error = #expect(throws: ModelFileError.self) { try open(FileWriter.zip([Member(name: name, content: [1])])) }
        #expect(error?.expected == "a relative path that stays in its folder")
    }

    @Test func refusesWhatItDoesNotRead() {
        let good = Member(name: "a", content: [1, 2, 3])
        func expectRefused(_ found: String, _ change: (inout Member) -> Void) {
            var member = good
            change(&member)
            let error = #expect(throws: ModelFileError.self) {
                let archive = try open(FileWriter.zip([Member(name: "z", content: [9]), member]))
                for member in archive.members { _ = try archive.content(of: member) }
            }
            #expect(error?.message.contains(found) == true, "\(error.map(\.description) ?? "")")
        }
        expectRefused("encrypted") { $0.flags = 1 }
        expectRefused("compression 14") { $0.method = 14 }
        expectRefused("zip64") { $0.size = .max }
        expectRefused("4") { $0.size = 4 }
        expectRefused("another name") { $0.localName = "b" }
        expectRefused("checksum") { $0.crc = 7 }
        expectRefused("something else") { $0.offset = 1 }
        expectRefused("something else") { $0.offset = 1 << 30 }
        expectRefused("another name") { $0.offset = 0 }
        expectRefused("again") { $0.name = "z" }
        expectRefused("more than 4 bytes") { ($0.isDeflated, $0.content, $0.size) = (true, [1, 2, 3, 4, 5], 4) }
        expectRefused("5 of 6 bytes") { ($0.isDeflated, $0.content, $0.size) = (true, [1, 2, 3, 4, 5], 6) }
        expectRefused("1000000") { ($0.isDeflated, $0.size) = (true, 1_000_000) }
        expectRefused("of 3 bytes") { $0.method = 8 }
    }

    @Test func overlappingMembersAreRefused() {
        // The second member's header lies inside of the first's content.
        let inner = FileWriter.zip([Member(name: "b", content: [7, 7])])
        let local = Array(inner.prefix(30 + 1 + 2))
        var archive = FileWriter.zip([Member(name: "a", content: local), Member(name: "b", content: [7, 7], offset: 31)])
        let error = #expect(throws: ModelFileError.self) { try open(archive) }
        #expect(error?.message.contains("inside of another") == true, "\(error.map(\.description) ?? "")")
        archive.removeLast()
        #expect(throws: ModelFileError.self) { try open(archive) }
    }

    @Test(arguments: [false, true]) func damageIsAnError(isDeflated: Bool) {
        let file = FileWriter.zip([
            Member(name: "a", content: Array("aaaaabbbbbaaaaaccccc".utf8), isDeflated: isDeflated),
            Member(name: "b/c", content: Array("xyz".utf8)),
        ])
        let (read, refused) = forEachDamage(of: file) { file throws(ModelFileError) in
            let archive = try ZipArchive(file)
            for member in archive.members { _ = try archive.content(of: member) }
        }
        #expect(read + refused == file.count * 5 && refused > file.count)
    }
}
