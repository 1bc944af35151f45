import Testing
import TextCore

@testable import Reading

/// News objects of ninjs, in the ways of its versions.
@Suite struct NewsObjectTests {
    private func read(_ json: String) throws(ReadingError) -> Article {
        try RecordReader().read(Array(json.utf8), origin: Origin(path: "a.jsonl", line: 3), byteOffset: 70)
    }

    private static let text = "Pier holds\n\nThe pier holds. It is open.\n\nThe mayor said so."

    @Test(arguments: [
        // 1.x
        #"{"uri":"https://wire.example/1","type":"text","versioncreated":"2021-10-18T14:05:00Z","byline":"Jane Doe","headline":"Pier holds","language":"en","body_text":"The pier holds. It is open.\n\nThe mayor said so.","body_xhtml":"<p>Other.</p>","provider":"Wire One"}"#,
        #"{"uri":"https://wire.example/1","versioncreated":"2021-10-19T14:05:00Z","firstcreated":"2021-10-18T14:05:00Z","byline":"Jane Doe","headline":"Pier holds","language":"en","body_xhtml":"<div><p>The <b>pier</b> holds.\n It is&#32;open.</p>\n<script>x()</script><p>The mayor said so. </p></div>","infosources":[{"name":"Wire One"}]}"#,
        // 2.x
        #"{"uri":"https://wire.example/1","versioncreated":"2021-10-18T14:05:00Z","by":"Jane Doe","headlines":[{"role":"short","value":"Pier"},{"role":"main","value":"Pier holds"}],"language":"en","bodies":[{"role":"teaser","contenttype":"text/plain","value":"The pier."},{"role":"main","contenttype":"text/html","charcount":40,"value":"<p>The pier holds. It is open.</p><p>The mayor said so.</p>"}],"infosources":[{"role":"distributor","name":"Net"},{"role":"provider","name":"Wire One"}],"located":"Port","copyrightholder":"Wire One"}"#,
        // 3.x
        #"{"uri":"https://wire.example/1","standard":{"name":"ninjs","version":"3.0"},"versionCreated":"2021-10-18T14:05:00Z","by":"Jane Doe","headlines":[{"value":"Pier holds"}],"language":"en","bodies":[{"contentType":"application/xhtml+xml","value":"<p>Other.</p>"},{"contentType":"text/plain","value":"The pier holds. It is open.\n\nThe mayor said so."}],"infoSources":[{"name":"Wire One"}]}"#,
    ])
    func versions(_ json: String) throws {
        let article = try read(json)
        #expect(article.text.string == Self.text)
        #expect(article.blocks.first?.kind == .headline)
        #expect(article.id == "https://wire.example/1")
        #expect(article.authors == ["Jane Doe"])
        #expect(article.language == "en")
        #expect(article.published?.iso8601 == "2021-10-18T14:05:00Z")
        #expect(article.outlet?.name == "Wire One")
    }

    @Test func theNamesOfOthersComeFirst() throws {
        let article = try read(
            #"{"id":"A","outlet":"Paper","headline":"H","text":"One. Two.","by":5,"provider":7,"descriptions":true,"uri":"https://x.example/"}"#
        )
        #expect(article.id == "A")
        #expect(article.outlet?.name == "Paper")
        #expect(article.text.string == "H\n\nOne. Two.")
    }

    @Test func fieldsOfTheWrongType() {
        for (json, field) in [
            (#"{"id":"x","bodies":5}"#, "bodies"), (#"{"id":"x","headlines":[5],"text":"T"}"#, "headlines"),
            (#"{"id":"x","body_xhtml":true}"#, "body_xhtml"), (#"{"id":"x","versionCreated":5,"text":"T"}"#, "versionCreated"),
        ] {
            let error = #expect(throws: ReadingError.self) { try read(json) }
            guard case .wrongType(field, _)? = error?.kind else {
                Issue.record("\(json): \(String(describing: error))")
                continue
            }
        }
        let error = #expect(throws: ReadingError.self) { try read(#"{"uri":"urn:x","bodies":[]}"#) }
        #expect(error?.kind == .missingText)
        #expect(error?.recordID == "urn:x")
    }

    @Test func packagesCaptionsAndWithdrawnObjects() throws {
        func read(_ record: String) throws -> Article {
            try RecordReader().read(Array(record.utf8), origin: Origin(path: "a.json", record: 1))
        }
        let package = try read(
            #"{"uri":"urn:5","type":"composite","headline":"Package","associations":{"a":{"type":"text","headline":"One","body_text":"The pier holds."},"b":{"type":"text","headline":"Two","body_xhtml":"<p>Buses run.</p>"},"c":{"type":"picture","renditions":{}}}}"#
        )
        #expect(package.body.contains("The pier holds.") && package.body.contains("Buses run."))
        let picture = try read(
            #"{"uri":"urn:4","type":"picture","headline":"Pier","description_text":"A boat leaves the pier."}"#
        )
        #expect(picture.body == "A boat leaves the pier.")
        let withdrawn = try read(
            #"{"uri":"urn:3","pubstatus":"canceled","headline":"Pier","body_text":"The pier holds.","byline":"By Ida Holm/Jon Berg"}"#
        )
        #expect(withdrawn.warnings.contains(.withdrawn))
        #expect(withdrawn.authors == ["Ida Holm", "Jon Berg"])
    }
}
