internal import TextCore

extension ArchiveReader {
    /// A record whose header has been read.
    struct Opening {
        let place: ArchivePlace
        var id: String?
        var targetURI: String?

        func error(_ kind: ArchiveError.Kind) -> Item {
            .failure(ArchiveError(kind, at: place, recordID: id, targetURI: targetURI))
        }
    }

    // MARK: WARC

    /// Reads the WARC record that starts at the current place, or says what is wrong with it.
    mutating func warcRecord() throws(Input.Failure) -> Item {
        var opening = Opening(place: stream.place(of: stream.at))
        let start = stream.at
        let ends: (fields: Int, block: Int)
        switch try warcHeader() {
        case .success(let found): ends = found
        case .failure(let fault): return try headerFailed(fault.kind, fault.damage, &opening)
        }
        let read = header(start, ends.fields)
        let version = read.version
        guard let header = read.fields else {
            return leave(opening, .headerTooLong(limit: limits.headerFields), at: start + 1)
        }
        opening.id = header["WARC-Record-ID"].map(WARCHeader.withoutBrackets)
        opening.targetURI = header["WARC-Target-URI"].map(WARCHeader.withoutBrackets)
        guard WARCHeader.isRead(version: version) else {
            return leave(opening, .unsupportedVersion("WARC/\(version)"), at: ends.fields)
        }
        guard let lengthText = header["Content-Length"] else {
            return leave(opening, .missingField("Content-Length"), at: ends.fields)
        }
        guard let length = Array(lengthText.utf8)[...].decimal else {
            return leave(opening, .invalidLength(lengthText), at: ends.fields)
        }
        switch try block(length, from: ends.block) {
        case .failed(let kind): return opening.error(kind)
        case .whole(let block):
            guard let type = header["WARC-Type"] else { return opening.error(.missingField("WARC-Type")) }
            var record = ArchiveRecord(
                format: .warc(version: version),
                kind: ArchiveRecord.Kind(warcType: type),
                place: opening.place,
                header: header,
                id: opening.id,
                targetURI: opening.targetURI,
                date: header["WARC-Date"].flatMap(WARCHeader.date),
                contentType: header["Content-Type"].flatMap { MediaType($0) },
                block: block,
                truncation: header["WARC-Truncated"]
            )
            if checksDigests { check(&record) }
            return .success(record)
        }
    }

    /// The version and the fields of the header between two places. The bytes are not shared beyond the call: while they are,
    /// reading on would copy them.
    private func header(_ start: Int, _ end: Int) -> (version: String, fields: HeaderFields?) {
        let lineEnd = stream.bytes[..<end].firstIndex(of: 0x0A, from: start) ?? end
        let lines = stream.bytes[min(lineEnd + 1, end)..<end]
        return (
            WARCHeader.version(stream.bytes[start..<lineEnd]), try? HeaderFields(lines: lines, limit: limits.headerFields)
        )
    }

    private struct HeaderFault: Error {
        let kind: ArchiveError.Kind
        let damage: Bool
    }

    /// Where the fields of the header at the current place end, and where the block starts behind the empty line.
    private mutating func warcHeader() throws(Input.Failure) -> Result<(fields: Int, block: Int), HeaderFault> {
        let start = stream.at
        var from = start
        while true {
            while let newline = stream.bytes[...].firstIndex(of: 0x0A, from: from) {
                guard newline - start <= limits.header else { break }
                let next = newline + 1
                if next < stream.bytes.count, stream.bytes[next] == 0x0A { return .success((next, next + 1)) }
                if next + 1 < stream.bytes.count, stream.bytes[next] == 0x0D, stream.bytes[next + 1] == 0x0A {
                    return .success((next, next + 2))
                }
                if next + 1 >= stream.bytes.count { break }
                from = next
            }
            guard stream.bytes.count - from <= limits.header, from - start <= limits.header else {
                return .failure(HeaderFault(kind: .headerTooLong(limit: limits.header), damage: false))
            }
            switch try stream.more() {
            case .bytes: break
            case .end: return .failure(HeaderFault(kind: .truncated(declared: nil, found: stream.available), damage: false))
            case .damage(let damage):
                guard damage.position <= stream.base + start else {
                    return .failure(HeaderFault(kind: .truncated(declared: nil, found: stream.available), damage: false))
                }
                return .failure(HeaderFault(kind: damage.kind, damage: true))
            }
        }
    }

    /// Leaves a record whose header cannot be read: by then what there is of it may still tell its id.
    private mutating func headerFailed(
        _ kind: ArchiveError.Kind,
        _ isDamage: Bool,
        _ opening: inout Opening
    ) throws(Input.Failure) -> Item {
        let start = stream.at
        if let header = header(start, min(stream.bytes.count, start + limits.header)).fields {
            opening.id = header["WARC-Record-ID"].map(WARCHeader.withoutBrackets)
            opening.targetURI = header["WARC-Target-URI"].map(WARCHeader.withoutBrackets)
        }
        if isDamage {
            try stream.recover()
            lost = .told
            return opening.error(kind)
        }
        if case .truncated = kind { return leave(opening, kind, at: stream.bytes.count) }
        return leave(opening, kind, at: start + 1)
    }

    /// Leaves a record, to go on where the next one is found.
    private mutating func leave(_ opening: Opening, _ kind: ArchiveError.Kind, at index: Int) -> Item {
        stream.at = min(index, stream.bytes.count)
        lost = .told
        return opening.error(kind)
    }

    // MARK: ARC

    /// Reads the ARC record whose line has been read.
    mutating func arcRecord(_ line: ARCLine, end: Int) throws(Input.Failure) -> Item {
        let opening = Opening(place: stream.place(of: stream.at), id: nil, targetURI: line.uri)
        guard let length = line.length else { return leave(opening, .invalidLength(line.lengthText), at: end) }
        switch try block(length, from: min(end + 1, stream.bytes.count)) {
        case .failed(let kind): return opening.error(kind)
        case .whole(let block):
            let isHTTP = block[...].hasPrefix("HTTP/")
            // The description says for itself which version its records have.
            let version = line.isFiledesc && block[...].hasPrefix("2 ") ? 2 : line.version
            return .success(
                ArchiveRecord(
                    format: .arc(version: version),
                    kind: line.isFiledesc ? .filedesc : isHTTP ? .response : .resource,
                    place: opening.place,
                    header: line.header,
                    id: nil,
                    targetURI: line.uri,
                    date: line.date,
                    contentType: MediaType(line.contentType),
                    block: block,
                    truncation: nil
                )
            )
        }
    }

    // MARK: Digests

    private func check(_ record: inout ArchiveRecord) {
        if let digest = record.header["WARC-Block-Digest"].flatMap({ RecordDigest($0) }) {
            record.blockDigest = digest.verdict(on: record.block.span)
        }
        // The payload of a revisit is in the record that it refers to, that of a segment in several.
        guard record.kind != .revisit, record.kind != .continuation, record.header["WARC-Segment-Number"] == nil,
            let digest = record.header["WARC-Payload-Digest"].flatMap({ RecordDigest($0) })
        else { return }
        guard record.isHTTP else {
            record.payloadDigest = digest.verdict(on: record.block.span)
            return
        }
        guard let message = try? HTTPMessage(record.block, limits: limits) else { return }
        record.payloadDigest = digest.verdict(on: message.body.span)
        // Most crawlers take the body as it was sent, some with its chunks joined, as the standard's “entity-body” has it.
        if record.payloadDigest == .differs, let joined = message.withoutChunks(limits: limits) {
            record.payloadDigest = digest.verdict(on: joined.span)
        }
    }
}
