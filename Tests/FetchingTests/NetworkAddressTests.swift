import TestSupport
import Testing

@testable import Fetching

@Suite struct NetworkAddressTests {
    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "febf::1", "fec0::1", "fc00::1", "fdff::1", "ff02::1", "100::1", "2001:db8::1", "3fff::1",
        "2001::1",
        "64:ff9b:1::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1",
    ])
    func special(_ text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(!address.isPublic)
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "169.253.0.1",
        "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.0.1", "192.169.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.255",
        "2606:4700::1", "2a00:1450::1", "2001:200::1", "2001:4860::1", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::1",
    ])
    func ofThePublicInternet(_ text: String) throws {
        #expect(try #require(NetworkAddress(text)).isPublic)
    }

    @Test func notation() throws {
        #expect(try #require(NetworkAddress("10.1.2.3")).description == "10.1.2.3")
        #expect(try #require(NetworkAddress("FE80:0::1")).description == "[fe80::1]")
        #expect(NetworkAddress("example.org") == nil)
        #expect(NetworkAddress("") == nil)
    }
}

/// Whoever does not allow private addresses reaches no server of this machine, however its address is written.
@Suite struct PrivateAddressTests {
    private static let careful = testOptions { $0.allowsPrivateAddresses = false }

    @Test(arguments: [
        "127.0.0.1", "localhost", "LOCALHOST", "2130706433", "0x7f000001", "017700000001", "0x7f.1", "127.1", "127.0.1", "0",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "①②⑦.0.0.1",
    ])
    func isRefusedBeforeItIsConnectedTo(_ host: String) throws {
        try withServer({ $1.answer(200, [], "secret") }) { server in
            let error = #expect(throws: FetchError.self) {
                try Fetcher(Self.careful).fetch("http://\(host):\(server.port)/page")
            }
            switch error?.kind {
            case .privateAddress, .invalidAddress, .hostNotFound: break
            default: Issue.record("not refused as private: \(String(describing: error))")
            }
            #expect(server.connectionCount == 0)
        }
    }

    @Test func saysSo() throws {
        try withServer({ $1.answer(200, [], "secret") }) { server in
            let error = #expect(throws: FetchError.self) { try Fetcher(Self.careful).fetch(server.address) }
            #expect(error?.kind == .privateAddress("127.0.0.1"))
            #expect(error?.description.contains("--allow-private") == true)
        }
    }

    /// A public name may lead to a private address, at once or only when it is looked up again for the connection.
    @Test func nameThatLeadsToThisMachine() throws {
        try withServer({ $1.answer(200, [], "secret") }) { server in
            let transport = CurlTransport(fixedNames: ["news.example:\(server.port):127.0.0.1"])
            let address = "http://news.example:\(server.port)/page"
            let error = #expect(throws: FetchError.self) { try Fetcher(Self.careful, transport: transport).fetch(address) }
            #expect(error?.kind == .privateAddress("127.0.0.1"))
            #expect(server.connectionCount == 0)
            // The same way, allowed, to be sure that the name leads there.
            let result = try Fetcher(testOptions(), transport: transport).fetch(address)
            #expect(result.page?.body == Array("secret".utf8))
        }
    }

    @Test func redirectToAPrivateAddress() {
        // The transport stands for a public site; the second address is refused by the real one.
        let transport = FirstScripted {
            $0.address.host == "news.example" ? .of(302, ["location": "http://169.254.169.254/latest"]) : nil
        }
        let error = #expect(throws: FetchError.self) {
            try Fetcher(Self.careful, transport: transport).fetch("http://news.example/")
        }
        #expect(error?.kind == .privateAddress("169.254.169.254"))
        #expect(error?.redirectedTo == "http://169.254.169.254/latest")
    }

    @Test func robotsAtAPrivateAddressIsRefusedToo() throws {
        try withServer({ $1.answer(200, [], "") }) { server in
            var options = Self.careful
            options.respectsRobots = true
            let error = #expect(throws: FetchError.self) { try Fetcher(options).fetch(server.address) }
            #expect(error?.kind == .privateAddress("127.0.0.1"))
            #expect(server.connectionCount == 0)
        }
    }

    /// Scripted where the script has an answer, else the real network.
    private struct FirstScripted: HTTPTransport {
        let script: @Sendable (HTTPRequest) -> HTTPResponse?

        func send(_ request: HTTPRequest, demand: @escaping @Sendable (HTTPHead) -> BodyDemand) throws(FetchError.Kind)
            -> HTTPResponse
        {
            if let response = script(request) { return response }
            return try CurlTransport().send(request, demand: demand)
        }
    }
}
