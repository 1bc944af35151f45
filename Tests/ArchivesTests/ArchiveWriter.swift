import CZlib

/// Makes archives of invented records, for tests.
enum ArchiveWriter {
    /// A WARC record with its closing line ends.
    static func warc(
        _ type: String = "response",
        uri: String? = "https://paper.example/one",
        id: String? = "urn:uuid:00000000-0000-4000-8000-000000000001",
        date: String? = "2021-10-18T14:05:00Z",
        contentType: String? = nil,
        fields: [(String, String)] = [],
        version: String = "1.0",
        length: Int? = nil,
        lineEnd: String = "\r\n",
        block: [UInt8]
    ) -> [UInt8] {
        var header = "WARC/\(version)\(lineEnd)WARC-Type: \(type)\(lineEnd)"
        if let id { header += "WARC-Record-ID: <\(id)>\(lineEnd)" }
        if let date { header += "WARC-Date: \(date)\(lineEnd)" }
        if let uri { header += "WARC-Target-URI: \(uri)\(lineEnd)" }
        if let contentType { header += "Content-Type: \(contentType)\(lineEnd)" }
        for (name, value) in fields { header += "\(name): \(value)\(lineEnd)" }
        header += "Content-Length: \(length ?? block.count)\(lineEnd)\(lineEnd)"
        return Array(header.utf8) + block + Array("\(lineEnd)\(lineEnd)".utf8)
    }

    /// An HTTP response.
    static func response(_ body: [UInt8], fields: [(String, String)] = [], status: String = "200 OK") -> [UInt8] {
        var header = "HTTP/1.1 \(status)\r\nContent-Type: text/html; charset=utf-8\r\n"
        for (name, value) in fields { header += "\(name): \(value)\r\n" }
        return Array((header + "\r\n").utf8) + body
    }

    /// An ARC record of version 1 with its closing line end.
    static func arc(
        uri: String = "http://paper.example/one",
        date: String = "20211018140500",
        type: String = "text/html",
        length: String? = nil,
        block: [UInt8]
    ) -> [UInt8] {
        Array("\(uri) 192.0.2.7 \(date) \(type) \(length ?? String(block.count))\n".utf8) + block + [0x0A]
    }

    /// The record that opens an ARC file.
    static func filedesc(version: Int = 1) -> [UInt8] {
        let names =
            version == 1
            ? "URL IP-address Archive-date Content-type Archive-length"
            : "URL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length"
        return arc(uri: "filedesc://invented.arc", type: "text/plain", block: Array("\(version) 0 Invented\n\(names)\n\n".utf8))
    }

    /// What wraps deflate data, as zlib counts its window.
    enum Wrapper: Int32 {
        case gzip = 31
        case zlib = 15
        case raw = -15
    }

    /// Bytes compressed by zlib.
    static func deflated(_ bytes: [UInt8], _ wrapper: Wrapper = .gzip, level: Int32 = 6) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, level, Z_DEFLATED, wrapper.rawValue, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
        else {
            return []
        }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(output.count - Int(stream.avail_out)))
    }
}
