import Testing

@testable import Fetching

@Suite struct FetchErrorTests {
    @Test(arguments: [
        (FetchError.Kind.tooLarge(limit: 32 << 20), "larger than the limit of 32 MiB"),
        (.tooLarge(limit: 1000), "larger than the limit of 1000 bytes"),
        (.noAnswer(milliseconds: 15_000), "no answer within 15 seconds; try later"),
        (.fellSilent(milliseconds: 15_000), "nothing more came for 15 seconds in the middle of the answer; try later"),
        (.tooSlow(milliseconds: 400), "the answer did not end within 400 milliseconds"),
        (.status(404, retryAfter: nil), "no such page (status 404)"),
        (.status(503, retryAfter: 120), "the site is out of order (status 503); the site asks to wait 120 seconds"),
        (.status(418, retryAfter: nil), "the site answers with status 418"),
        (.unsupportedScheme("ftp"), "addresses of ftp: are not fetched, only http: and https:"),
    ])
    func messages(_ kind: FetchError.Kind, _ message: String) {
        #expect(FetchError(address: "http://a.example/", kind: kind).message == message)
    }

    @Test func placeIsTheAddressAsGiven() {
        #expect(FetchError(address: "x", kind: .hostNotFound).description.hasPrefix("x: no such host"))
        let error = FetchError(address: "http://a/", redirectedTo: "http://b/", kind: .malformedAnswer)
        #expect(error.description == "http://a/: redirected to http://b/: the answer is not HTTP")
        #expect(FetchError(address: "x", redirectedTo: "x", kind: .redirectLoop).redirectedTo == nil)
    }
}
