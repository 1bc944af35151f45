extension Fetcher {
    /// How often a download that breaks off is taken up again within one call, as long as each try brings something.
    static let longestRow = 5

    /// Downloads a file whose length is known, going on where an earlier try ended (RFC 9110, 14: one range of bytes).
    ///
    /// A site that knows no ranges gives the file from the start. Whether the pieces belong together, the site may have changed
    /// the file between two tries, is for the caller to check by a hash.
    /// - Parameters:
    ///   - path: The file; one that is there is taken for the beginning. What came is kept when the download fails.
    ///   - size: The length of the whole file in bytes; more is an error.
    ///   - progress: Called as bytes come, with how many are there.
    /// - Returns: Whether bytes of an earlier call are among those of the file.
    /// - Complexity: O(bytes that are missing), and memory of one piece.
    @discardableResult
    public func download(
        _ address: String,
        to path: String,
        size: Int,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(FetchError) -> Bool {
        var visited: [WebAddress] = []
        do throws(FetchError.Kind) {
            let first = try WebAddress(address)
            let file = try PartialFile(path)
            defer { file.removeIfEmpty() }
            if file.count > size { _ = file.restart() }
            var resumes = file.count > 0
            var tries = 0
            while file.count < size {
                let before = file.count
                let end = try continueDownload(first, file, size, progress, &visited)
                if let failure = file.failure { throw failure }
                if end == .startsOver { resumes = false }
                if file.count >= size { break }
                tries = file.count > before || end == .startsOver ? tries + 1 : Self.longestRow
                guard tries < Self.longestRow else { throw .cutOff }
            }
            return resumes
        } catch {
            throw FetchError(address: address, redirectedTo: visited.count > 1 ? visited.last?.text : nil, kind: error)
        }
    }

    private enum DownloadEnd { case goesOn, startsOver }

    private func continueDownload(
        _ first: WebAddress,
        _ file: PartialFile,
        _ size: Int,
        _ progress: @escaping @Sendable (Int) -> Void,
        _ visited: inout [WebAddress]
    ) throws(FetchError.Kind) -> DownloadEnd {
        let start = file.count
        // Bytes of a compressed form could not be counted; a range is asked for only where there is something to go on from.
        let fields = [HTTPField("accept-encoding", "identity")] + (start > 0 ? [HTTPField("range", "bytes=\(start)-")] : [])
        let question = Question(
            fields: { _ in fields },
            demand: { _ in
                { head in
                    switch head.status {
                    case 206 where head["content-range"].flatMap(Self.start) == start: break
                    case 200..<300 where head.status != 206: guard file.restart() else { return .none }
                    default: return .none
                    }
                    return .pieces(limit: size - file.count) { piece in
                        guard file.append(piece) else { return false }
                        progress(file.count)
                        return true
                    }
                }
            },
            ends: { status, _ in status == 416 }
        )
        let response: HTTPResponse
        do throws(FetchError.Kind) {
            response = try answer(to: question, at: first, &visited).0
        } catch {
            if let failure = file.failure { throw failure }
            // A connection that is lost after bytes came is taken up again.
            guard error == .connectionLost, file.count > start else { throw error }
            return .goesOn
        }
        // The site has no such range, or gives another one: what is there is of another file.
        if response.head.status == 416
            || response.head.status == 206 && response.head["content-range"].flatMap(Self.start) != start
        {
            _ = file.restart()
            return .startsOver
        }
        return response.head.status == 206 ? .goesOn : .startsOver
    }

    /// The first position in `bytes 200-999/1000` (RFC 9110, 14.4).
    static func start(of contentRange: [UInt8]) -> Int? {
        let unit = Array("bytes ".utf8)
        guard contentRange.count > unit.count, ASCII.lowercased(contentRange.prefix(unit.count)) == "bytes " else { return nil }
        return ASCII.number(contentRange.dropFirst(unit.count).prefix { $0 != UInt8(ascii: "-") })
    }
}
