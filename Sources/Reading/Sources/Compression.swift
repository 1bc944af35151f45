internal import Archives
internal import TextCore

/// Files that were compressed as a whole: `page.html.gz`.
enum Compression {
    /// What gzip makes of bytes, at most `limit` of them.
    static func unpacked(_ bytes: [UInt8], path: String, limit: Int) throws(ReadingError) -> [UInt8] {
        var limits = ArchiveLimits()
        limits.decodedBody = limit
        let decoded: DecodedContent
        do {
            decoded = try ContentDecoder.decode(bytes[...], codings: [.gzip], limits: limits)
        } catch ContentError.tooLarge {
            throw ReadingError(path: path, kind: .tooLarge(limit: limit))
        } catch {
            throw ReadingError(path: path, kind: .archive("\(error)"))
        }
        guard decoded.isComplete else {
            throw ReadingError(
                path: path,
                kind: .archive("the gzip data ends too early, after \(bytes.count) bytes, which hold \(decoded.bytes.count)")
            )
        }
        return decoded.bytes
    }

    static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

    /// `page.html.gz` without `.gz`.
    static func withoutEnding(_ path: String) -> String {
        CaseFolding.fold(path).hasSuffix(".gz") ? String(path.dropLast(3)) : path
    }
}
