import Glibc
import Synchronization

/// A web server on 127.0.0.1 that does what a test tells it, right or wrong: each connection gets a thread and the script.
///
/// The connection closes when the script returns. The server ends with ``stop()``; scripts that go on forever end when their
/// client is gone.
public final class LocalServer: Sendable {
    /// Answers one request.
    public typealias Script = @Sendable (_ request: Request, _ connection: Connection) -> Void

    /// Where it listens.
    public let port: Int
    private let listener: Int32
    private let requests = Mutex<[Request]>([])
    private let connections = Mutex(0)

    /// `http://127.0.0.1:PORT`, without a slash at the end.
    public var address: String { "http://127.0.0.1:\(port)" }
    /// Every request so far.
    public var seen: [Request] { requests.withLock { $0 } }
    /// The targets of every request so far.
    public var targets: [String] { seen.map(\.target) }
    /// How many connections came, with or without a request.
    public var connectionCount: Int { connections.withLock { $0 } }

    /// Starts to listen; nil where the system gives no socket.
    public init?(_ script: @escaping Script) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { return nil }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else {
            close(listener)
            return nil
        }
        self.listener = listener
        port = Int(UInt16(bigEndian: place.sin_port))
        startThread { self.acceptAll(script) }
    }

    /// Takes no more connections.
    public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func acceptAll(_ script: @escaping Script) {
        while true {
            let descriptor = accept(listener, nil, nil)
            guard descriptor >= 0 else { break }
            connections.withLock { $0 += 1 }
            startThread {
                let connection = Connection(descriptor)
                if let request = connection.readRequest() {
                    self.requests.withLock { $0.append(request) }
                    script(request, connection)
                }
                connection.finish()
            }
        }
        close(listener)
    }

    /// What a client asked for.
    public struct Request: Sendable {
        /// Path and query.
        public let target: String
        /// The whole head of the request.
        public let text: String

        /// The value of a field, by its name in lower case.
        public func field(_ name: String) -> String? {
            for line in text.split(separator: "\r\n").dropFirst() where line.lowercased().hasPrefix(name + ":") {
                return line.dropFirst(name.utf8.count + 1).drop { $0 == " " }.description
            }
            return nil
        }
    }

    /// The server's end of one connection.
    public final class Connection: Sendable {
        private let descriptor: Int32

        init(_ descriptor: Int32) {
            self.descriptor = descriptor
            // No script waits for a client for longer than this.
            var limit = timeval(tv_sec: 10, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        }

        /// Sends bytes; false when the client is gone.
        @discardableResult
        public func send(_ bytes: [UInt8]) -> Bool {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }

        /// Sends text; false when the client is gone.
        @discardableResult
        public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

        /// Sends a whole, well-formed answer.
        public func answer(_ status: Int = 200, _ fields: [String] = ["Content-Type: text/html"], _ body: [UInt8] = []) {
            let head = ["HTTP/1.1 \(status) Status"] + fields + ["Content-Length: \(body.count)", "Connection: close", "", ""]
            send(Array(head.joined(separator: "\r\n").utf8) + body)
        }

        /// Sends a whole, well-formed answer in UTF-8.
        public func answer(_ status: Int = 200, _ fields: [String] = ["Content-Type: text/html"], _ body: String) {
            answer(status, fields, Array(body.utf8))
        }

        /// Sends the client elsewhere.
        public func redirect(to location: String, status: Int = 302) { answer(status, ["Location: \(location)"]) }

        /// Sends nothing until the client is gone.
        public func hang() {
            var byte: UInt8 = 0
            while recv(descriptor, &byte, 1, 0) > 0 {}
        }

        func finish() {
            shutdown(descriptor, Int32(SHUT_WR))
            // Reading what is left lets the client read all of the answer before the connection is reset.
            hang()
            close(descriptor)
        }

        fileprivate func readRequest() -> Request? {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while bytes.count < 65_536, !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else { return nil }
                bytes += buffer.prefix(count)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let words = text.prefix { $0 != "\r\n" }.split(separator: " ")
            return words.count == 3 ? Request(target: String(words[1]), text: text) : nil
        }
    }
}

/// Runs a closure on a thread of its own; blocking calls do not belong on the threads of Swift's concurrency.
public func startThread(_ body: @escaping @Sendable () -> Void) {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let context = Unmanaged.passRetained(Box(body)).toOpaque()
    let code = pthread_create(
        &thread,
        nil,
        { context in
            if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
            return nil
        },
        context
    )
    if code == 0 { pthread_detach(thread) }
}
