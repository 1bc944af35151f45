import Archives

/// The readers of archives, by an input's first byte: WARC and ARC files, HTTP messages, saved pages.
func fuzzArchive(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    var limits = ArchiveLimits()
    limits.block = 1 << 16
    limits.decodedBody = 1 << 20
    limits.expansionFloor = 1 << 16
    switch first {
    case UInt8(ascii: "H"): requireHTTP(rest, limits)
    case UInt8(ascii: "M"): requireMIME(rest, limits)
    // Pieces of one byte as well as the whole: what is read may not depend on them.
    default: requireRecords(rest, limits)
    }
}

private func requireRecords(_ bytes: [UInt8], _ limits: ArchiveLimits) {
    // Where exactly a member is found to grow too much depends on how much of it has come, as it may.
    var limits = limits
    limits.expansion = .max
    let whole = items(bytes, limits, chunkSize: bytes.count + 1)
    require(whole == items(bytes, limits, chunkSize: 1), "records depend on the chunks that they come in")
}

/// What a reader says of an archive: ends, within a number of steps, with places in order.
private func items(_ bytes: [UInt8], _ limits: ArchiveLimits, chunkSize: Int) -> [String] {
    var reader = ArchiveReader(MemoryInput(bytes, chunkSize: chunkSize), limits: limits)
    var items: [String] = []
    var last = -1
    while let item = reader.next() {
        // The shortest record is that of a line of ARC; deflate makes a thousand bytes of one.
        require(items.count <= 1024 * (bytes.count + 1), "\(items.count) items of \(bytes.count) bytes")
        let place: ArchivePlace
        switch item {
        case .success(let record):
            place = record.place
            require(record.block.count <= limits.block, "a block of \(record.block.count) bytes")
            if let message = try? record.httpMessage(limits: limits) { requireBody(message, limits) }
            _ = record.revisit
            items.append("\(place) \(record.kind) \(record.block.count) \(record.blockDigest) \(record.payloadDigest)")
        case .failure(let error):
            place = error.place
            require(!error.message.isEmpty, "an error without words")
            items.append("\(error)")
        }
        require(place.offset >= last && place.offset <= bytes.count, "\(place) after byte \(last)")
        last = place.offset
    }
    return items
}

private func requireHTTP(_ bytes: [UInt8], _ limits: ArchiveLimits) {
    guard let message = try? HTTPMessage(bytes, limits: limits) else { return }
    require(message.body.endIndex == bytes.count, "the body ends at \(message.body.endIndex)")
    require(message.header.fields.count <= limits.headerFields, "\(message.header.fields.count) fields")
    requireBody(message, limits)
}

private func requireBody(_ message: HTTPMessage, _ limits: ArchiveLimits) {
    _ = message.contentType?.charset
    guard let content = try? message.decodedBody(limits: limits) else { return }
    require(content.bytes.count <= limits.decodedBody, "a body of \(content.bytes.count) bytes")
}

private func requireMIME(_ bytes: [UInt8], _ limits: ArchiveLimits) {
    _ = MIMEArchive.isMessage(bytes[...])
    guard let archive = try? MIMEArchive(bytes, limits: limits) else { return }
    require(archive.page.count <= bytes.count, "a page longer than its message")
    for part in archive.others + [archive.root] {
        require(part.content.lowerBound >= 0 && part.content.upperBound <= bytes.count, "a part at \(part.content)")
        require(archive.content(of: part).count <= part.content.count, "a part that grows")
    }
}
