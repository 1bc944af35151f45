import Models
import Testing

struct SafetensorsTests {
    static let header = """
        {"__metadata__":{"format":"t\\u00e9st"},"b":{"dtype":"F32","shape":[2,3],"data_offsets":[8,32]},\
        "a":{"dtype":"I64","shape":[],"data_offsets":[0,8],"more":[1,{"x":null}]}}
        """
    static let file = FileWriter.safetensors(
        header,
        FileWriter.littleEndian(-7 as Int64) + FileWriter.floats([0.5, -1, 2, 3, 4, 5])
    )

    @Test func tensorsLieWhereTheHeaderSays() throws {
        let tensors = try Safetensors(MappedFile(Self.file, name: "t"))
        #expect(tensors.tensors.map(\.name) == ["a", "b"])
        #expect(tensors.metadata == ["format": "tést"])
        let matrix = try tensors.tensor("b")
        try matrix.require(.float32, [nil, 3])
        #expect(matrix.floats() == [0.5, -1, 2, 3, 4, 5])
        #expect(try matrix.withElements(as: Float.self) { $0[2] } == 2)
        #expect(try tensors.tensor("a").withElements(as: Int64.self) { $0[0] } == -7)
        #expect(throws: ModelFileError.self) { try matrix.withElements(as: Double.self) { $0.count } }
        #expect(throws: ModelFileError.self) { try matrix.require(.float32, [3, 2]) }
        #expect(throws: ModelFileError.self) { try tensors.tensor("c") }
    }

    @Test(arguments: [
        (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, 8, "4"),
        (
            #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 4,
            "0..<4"
        ),
        (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#, 8, "4..<8"),
        (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 8, "4 bytes of no tensor"),
        (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 4, "0..<8"),
        (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, 4, "less"),
        (#"{"a":{"dtype":"F32","shape":[1]}}"#, 0, "less"),
        (#"{"a":{"dtype":"F9","shape":[1],"data_offsets":[0,4]}}"#, 4, "F9"),
        (#"{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 4, "once"),
        (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4, "-1"),
        (#"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#, 4, ".5"),
        (#"{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#, 4, "9"),
        (#"{"a":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,4]}}"#, 4, "4611686018427387904"),
        (
            #"{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"b":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}}"#, 5,
            "misaligned"
        ),
        (
            #"{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}"#, 2,
            "again"
        ),
        (#"{"__metadata__":{"x":1}}"#, 0, "1"), (#"{"a":1}"#, 0, "1"), (#"{} {"#, 0, "{"), ("[]", 0, "[]"), ("", 0, "the end"),
        (#"{"a\ud800":{"#, 0, ":"), (#"{"\x":1}"#, 0, "x"), ("{\"\u{1}\":1}", 0, "\u{FFFD}"),
    ])
    func refusesWhatIsWrong(header: String, size: Int, found: String) throws {
        let file = MappedFile(FileWriter.safetensors(header, [UInt8](repeating: 0, count: size)), name: "t")
        let error = #expect(throws: ModelFileError.self) { try Safetensors(file) }
        #expect(error?.message.contains(found) == true, "\(error.map(\.description) ?? "")")
        #expect(error?.file == "t")
    }

    @Test func headersAreBounded() throws {
        for length in [UInt64.max, 1 << 62, 1 << 32, 9] {
            let file = MappedFile(FileWriter.littleEndian(length) + Array("{}      ".utf8), name: "t")
            let error = #expect(throws: ModelFileError.self) { try Safetensors(file) }
            #expect(error?.offset == 0)
        }
        let deep = "{\"a\":{\"x\":" + String(repeating: "[", count: 100_000)
        let error = #expect(throws: ModelFileError.self) { try Safetensors(MappedFile(FileWriter.safetensors(deep), name: "t")) }
        #expect(error?.expected.contains("deep") == true)
    }

    @Test func damageIsAnError() {
        let (read, refused) = forEachDamage(of: Self.file) { file throws(ModelFileError) in
            for tensor in try Safetensors(file).tensors { _ = tensor.floats() }
        }
        #expect(read > 0 && refused > Self.file.count)
        #expect(read + refused == Self.file.count * 5)
    }

    @Test func halfPrecisionNumbersAreExact() throws {
        let bits: [(UInt16, Float)] = [
            (0x3C00, 1), (0xC000, -2), (0x7BFF, 65504), (0x0001, 0x1p-24), (0x0400, 0x1p-14), (0x7C00, .infinity), (0x8000, -0.0),
            (0x3555, 0.333251953125),
        ]
        let header = #"{"h":{"dtype":"F16","shape":[8],"data_offsets":[0,16]}}"#
        let file = FileWriter.safetensors(header, bits.flatMap { FileWriter.littleEndian($0.0) })
        let numbers = try Safetensors(MappedFile(file, name: "t")).tensor("h").floats()
        #expect(numbers == bits.map(\.1))
        #expect(numbers[6].sign == .minus)
    }
}
