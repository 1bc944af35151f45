import Models

/// The readers of model files, by an input's first byte: safetensors, npy, npz, zip, SentencePiece, WordPiece,
/// MessagePack.
func fuzzModels(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    if first == UInt8(ascii: "M") { return fuzzMessagePack(Array(bytes.dropFirst())) }
    let file = MappedFile(Array(bytes.dropFirst()), name: "input")
    do throws(ModelFileError) {
        switch first {
        case UInt8(ascii: "S"): for tensor in try Safetensors(file).tensors { requireTensor(tensor, size: file.count) }
        case UInt8(ascii: "A"): requireTensor(try NumPyArray.read(file.whole, name: "a"), size: file.count)
        case UInt8(ascii: "N"): try requireArrays(NumPyArchive(file), size: file.count)
        case UInt8(ascii: "Z"): try requireMembers(ZipArchive(file), size: file.count)
        case UInt8(ascii: "P"): try requireSentencePiece(file)
        case UInt8(ascii: "W"): try requireWordPiece(file)
        default: break
        }
    } catch {
        require(error.file.hasPrefix("input"), "an error of another file: \(error)")
        require(error.offset >= 0 && error.offset <= 1040 * (bytes.count + 1), "an error in no place: \(error)")
        require(!error.expected.isEmpty && !error.found.isEmpty, "an error without words")
    }
}

/// What is in a file is no larger than the file, as far as deflate can make it grow.
private func requireTensor(_ tensor: Tensor, size: Int) {
    require(tensor.data.count <= 1040 * (size + 1), "\(tensor.data.count) bytes of \(size)")
    require(tensor.data.range.upperBound <= tensor.data.file.count, "a tensor beyond its file")
    require(tensor.shape.reduce(1, *) == tensor.count, "\(tensor.shape) of \(tensor.count)")
    require(tensor.floats().count == tensor.count, "numbers lost")
}

private func requireArrays(_ archive: NumPyArchive, size: Int) throws(ModelFileError) {
    for name in archive.names { requireTensor(try archive.array(name), size: size) }
}

private func requireMembers(_ archive: ZipArchive, size: Int) throws(ModelFileError) {
    var packed = 0
    for member in archive.members {
        require(!member.name.hasPrefix("/") && !member.name.split(separator: "/").contains(".."), "\(member.name) leads away")
        packed += member.data.count
        require(packed <= size, "members that overlap")
        let content = try archive.content(of: member)
        require(content.count == member.size, "\(content.count) of \(member.size) bytes")
        var pieces: [UInt8] = []
        let isComplete = try archive.read(member) { piece in
            pieces.append(contentsOf: piece)
            return true
        }
        require(isComplete && pieces == content.array, "pieces differ from the whole")
    }
}

private let sample = "Lock keepers  wait~ at the Gate; ж大水 <mark> é\u{301} 한글 ½ ﬁ."

private func requireSentencePiece(_ file: MappedFile) throws(ModelFileError) {
    let tokenizer = try SentencePieceTokenizer(SentencePieceModel(file), file: file.name)
    let pieces = tokenizer.encode(sample)
    require(pieces.allSatisfy { tokenizer.model.pieces.indices.contains(Int($0)) }, "a piece that there is not")
    require(tokenizer.normalized(sample).utf8.count <= 513 * sample.utf8.count, "a text that grows without bound")
}

private func requireWordPiece(_ file: MappedFile) throws(ModelFileError) {
    let tokenizer = WordPieceTokenizer(try WordPieceVocabulary(file))
    let pieces = tokenizer.encode(sample, limit: 40)
    require(pieces.count <= 40 && pieces.allSatisfy { $0 >= 0 && Int($0) < tokenizer.vocabulary.count }, "\(pieces)")
}

private func fuzzMessagePack(_ bytes: [UInt8]) {
    do throws(MessagePackError) {
        let file = try MessagePack(bytes)
        try requireValue(file.root, file, bytes.count)
    } catch {
        require((0...bytes.count).contains(error.offset), "an error in no place: \(error)")
        require(!error.expected.isEmpty, "an error without words")
    }
}

/// Every value starts in the file, strings and bytes end there, and numbers are no more than their bytes.
private func requireValue(_ value: MessagePack.Value, _ file: MessagePack, _ size: Int) throws(MessagePackError) {
    require((0..<max(1, size)).contains(value.offset), "a value beyond its file")
    switch value.content {
    case .array: for member in try file.array(value) { try requireValue(member, file, size) }
    case .map:
        // An array of numbers, or a map of anything.
        if let numbers = try? file.floats(value) { require(numbers.values.count * 4 <= size, "numbers out of nothing") }
        for member in try file.map(value) {
            try requireValue(member.key, file, size)
            try requireValue(member.value, file, size)
        }
    case .string: require(try file.string(value).utf8.count <= 3 * size, "a string out of nothing")
    case .binary: require(try file.binary(value).upperBound <= size, "bytes beyond their file")
    default: break
    }
}
