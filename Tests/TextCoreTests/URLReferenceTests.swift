import Testing
import TextCore

@Suite struct URLReferenceTests {
    /// The examples of RFC 3986, section 5.4.
    static let examples: [(reference: String, target: String)] = [
        ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
        ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
        ("g;x?y#s", "http://a/b/c/g;x?y#s"),
        ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"),
        ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"),
        ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
        (".g", "http://a/b/c/.g"),
        ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"),
        ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
        ("g;x=1/../y", "http://a/b/c/y"),
        ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/./x", "http://a/b/c/g#s/./x"),
        ("g#s/../x", "http://a/b/c/g#s/../x"), ("http:g", "http:g"),
    ]

    @Test(arguments: examples) func example(_ example: (reference: String, target: String)) {
        #expect(URLReference.resolve(example.reference, against: "http://a/b/c/d;p?q") == example.target)
    }

    @Test func components() {
        let reference = URLReference(" https://user@post.example:8080/a/b?c=d/e#f?g\n")
        #expect(reference.scheme == "https" && reference.authority == "user@post.example:8080" && reference.path == "/a/b")
        #expect(reference.query == "c=d/e" && reference.fragment == "f?g")
        #expect(reference.string == "https://user@post.example:8080/a/b?c=d/e#f?g")
        #expect(URLReference("1a:b").scheme == nil && URLReference("mailto:a@b").path == "a@b")
    }

    @Test func otherBases() {
        #expect(URLReference.resolve("g", against: "http://a") == "http://a/g")
        #expect(URLReference.resolve("g", against: "a/b") == "a/g")
        #expect(URLReference.resolve("ü?ö", against: "http://a/ä/") == "http://a/ä/ü?ö")
        #expect(URLReference.resolve("a\nb", against: "http://a/") == "http://a/ab")
    }
}
