import Models
import Testing

struct NumPyTests {
    static let matrix = FileWriter.npy(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }          \n",
        FileWriter.floats([1, 2, 3, 4, 5, 6])
    )

    private func read(_ bytes: [UInt8]) throws(ModelFileError) -> Tensor {
        try NumPyArray.read(MappedFile(bytes, name: "a.npy").whole, name: "a")
    }

    @Test func arraysOfAllTypes() throws {
        #expect(try read(Self.matrix).shape == [2, 3])
        #expect(try read(Self.matrix).floats() == [1, 2, 3, 4, 5, 6])
        let cases: [(String, [UInt8], TensorType)] = [
            ("<f8", FileWriter.littleEndian((1.5).bitPattern), .float64), ("<f2", [0, 0x3E], .float16),
            ("<i8", FileWriter.littleEndian(3), .int64),
            ("<i4", FileWriter.littleEndian(3 as Int32), .int32), ("|u1", [3], .uint8), ("|i1", [3], .int8), ("|b1", [1], .bool),
        ]
        for (code, data, type) in cases {
            for version in [1, 2, 3] as [UInt8] {
                let file = FileWriter.npy(
                    "{'descr': '\(code)', 'fortran_order': True, 'shape': (1,), }\n",
                    data,
                    version: version
                )
                let array = try read(file)
                #expect(array.type == type && array.shape == [1])
                #expect([1, 1.5, 3].contains(array.floats()[0]))
            }
        }
        #expect(
            try read(
                FileWriter.npy(
                    "{'descr': '<f8', 'fortran_order': False, 'shape': (), }\n",
                    FileWriter.littleEndian((0.25).bitPattern)
                )
            ).floats() == [0.25]
        )
    }

    @Test(arguments: [
        ("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "pickled objects"),
        ("{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2), }", "Fortran order"),
        ("{'descr': '>f4', 'fortran_order': False, 'shape': (4,), }", "big-endian"),
        ("{'descr': '<U4', 'fortran_order': False, 'shape': (1,), }", "<U4"),
        ("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (4,), }", "[("),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", "16"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (-4,), }", "-4"),
        ("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", "4611686018427387904"),
        ("{'descr': '<f4', 'fortran_order': False}", "the end"), ("{'descr': '<f4', 'descr': '<f4'}", "'<f4'"),
        ("{'fortran_order': maybe}", "}"), ("__import__('os')", "__import__"), ("", "the end"),
    ])
    func refusesWhatItDoesNotRead(dictionary: String, found: String) {
        let error = #expect(throws: ModelFileError.self) {
            try read(FileWriter.npy(dictionary, [UInt8](repeating: 0, count: 16)))
        }
        #expect(error?.message.contains(found) == true, "\(error.map(\.description) ?? "")")
    }

    @Test(arguments: [false, true]) func archivesOfArrays(isDeflated: Bool) throws {
        let bytes = FileWriter.npy("{'descr': '|u1', 'fortran_order': False, 'shape': (5,), }", [1, 2, 3, 4, 5])
        let file = FileWriter.npz([("m", Self.matrix), ("b", bytes)], isDeflated: isDeflated)
        let archive = try NumPyArchive(MappedFile(file, name: "w.npz"))
        #expect(archive.names == ["m", "b"])
        #expect(try archive.array("m").floats() == [1, 2, 3, 4, 5, 6])
        #expect(try archive.array("m").withElements(as: Float.self) { $0.count } == 6, "aligned wherever it lies")
        #expect(try archive.array("b").floats() == [1, 2, 3, 4, 5])
        #expect(throws: ModelFileError.self) { try archive.array("x") }
    }

    @Test(arguments: [false, true]) func damageIsAnError(isDeflated: Bool) {
        let file = FileWriter.npz([("m", Self.matrix)], isDeflated: isDeflated)
        let (read, refused) = forEachDamage(of: file) { file throws(ModelFileError) in
            let archive = try NumPyArchive(file)
            for name in archive.names {
                // What the checksum lets pass is what was written.
                #expect(try archive.array(name).floats() == [1, 2, 3, 4, 5, 6])
            }
        }
        #expect(read + refused == file.count * 5 && refused > file.count)
    }

    @Test func damagedArraysAreErrors() {
        let (read, refused) = forEachDamage(of: Self.matrix) { file throws(ModelFileError) in
            _ = try NumPyArray.read(file.whole, name: "a").floats()
        }
        #expect(read + refused == Self.matrix.count * 5 && refused > Self.matrix.count)
    }
}
