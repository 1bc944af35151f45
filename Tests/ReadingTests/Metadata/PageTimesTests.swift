import HTMLTree
import Testing
import TextCore

@testable import Reading

/// When a page says that its article was published and changed, in the forms that sites write it.
@Suite struct PageTimesTests {
    private func read(_ body: String, head: String = "", language: String = "en-GB") -> PageMetadata {
        let html = """
            <!DOCTYPE html><html lang="\(language)"><head><title>Bridge closed</title>\(head)</head><body><main><h1>Bridge closed</h1>
            \(body)</main></body></html>
            """
        return PageMetadata.read(HTMLParser.parse(Array(html.utf8)))
    }

    private static let text = InventedPage.paragraphs.map { "<p>\($0)</p>" }.joined()

    static let changes: [(line: String, published: String?, modified: String)] = [
        ("Published 5 February 2024 09:12 | Updated 6 February 2024 10:30", "2024-02-05T09:12", "2024-02-06T10:30"),
        ("Publié le 5 février 2024 à 09h12, mis à jour le 6 février 2024 à 10h30", "2024-02-05T09:12", "2024-02-06T10:30"),
        ("Опубликовано 5 февраля 2024, 09:12. Обновлено 6 февраля 2024, 10:30", "2024-02-05T09:12", "2024-02-06T10:30"),
        ("Veröffentlicht am 5. Februar 2024, zuletzt aktualisiert am 6. Februar 2024", "2024-02-05", "2024-02-06"),
        ("Publicado el 5 de febrero de 2024. Actualizado el 6 de febrero de 2024", "2024-02-05", "2024-02-06"),
        ("05 Şubat 2024 21:12 - Güncelleme: 06 Şubat 2024 10:30", "2024-02-05T21:12", "2024-02-06T10:30"),
        ("입력 2024.02.05 20:14 수정 2024.02.05 21:00", "2024-02-05T20:14", "2024-02-05T21:00"),
        ("5 febbraio 2024 (aggiornato il 6 febbraio 2024)", "2024-02-05", "2024-02-06"),
        ("Updated: 13/02/2024, 8.14pm", nil, "2024-02-13T20:14"),
    ]

    @Test(arguments: changes) func linesThatSayBoth(_ line: (line: String, published: String?, modified: String)) {
        for element in ["<p class=\"date\">\(line.line)</p>", "<p>\(line.line)</p>"] {
            let metadata = read(element + Self.text)
            #expect(metadata.modified.value?.iso8601 == line.modified)
            if let published = line.published { #expect(metadata.published.value?.iso8601 == published) }
        }
    }

    @Test func changesInElementsOfTheirOwn() {
        let metadata = read(
            """
            <span class="date">First published on Mon 5 Feb 2024 09.12 GMT</span><span>Last modified on Tue 6 Feb 2024 10.30 GMT</span>
            \(Self.text)
            """
        )
        #expect(metadata.published.value?.iso8601 == "2024-02-05T09:12Z")
        #expect(metadata.modified.value?.iso8601 == "2024-02-06T10:30Z")
        let times = read(
            """
            <p>Published <time datetime="2024-02-05T09:12Z">Feb 5</time> Updated <time datetime="2024-02-06T10:30Z">Feb 6</time></p>
            \(Self.text)
            """
        )
        #expect(times.published.value?.iso8601 == "2024-02-05T09:12Z")
        #expect(times.modified.value?.iso8601 == "2024-02-06T10:30Z")
    }

    @Test(arguments: [
        "<p>The pier was inspected on 3 January 2020, the report says.</p>",
        "<p>© 2019 Bay Post. Updated March 3, 2018 privacy policy.</p>",
        "<aside class=\"related\"><a href=\"/x\">Other</a><time datetime=\"2023-01-01\">Jan 1</time></aside>",
        "<ul><li><a href=\"/x\">Ferry sinks in a storm <time datetime=\"2023-01-01\">1 January 2023</time></a></li></ul>",
        "<blockquote class=\"twitter-tweet\"><p>Bridge shut.</p>— Harbour (@h) <a href=\"https://t.example/1\">January 3, 2020</a></blockquote>",
    ])
    func datesOfSomethingElse(_ other: String) {
        #expect(read(Self.text + other).published.value == nil)
    }

    static let forms: [(language: String, text: String, time: String)] = [
        ("ja", "2024年2月5日 20時14分", "2024-02-05T20:14"),
        ("ja", "2024年2月5日 午後8時14分", "2024-02-05T20:14"),
        ("zh", "2024年02月05日 下午8:14", "2024-02-05T20:14"),
        ("zh", "2024年2月5日 20点14分", "2024-02-05T20:14"),
        ("ja", "２０２４年２月５日", "2024-02-05"),
        ("ko", "2024년 2월 5일 오후 8:14", "2024-02-05T20:14"),
        ("ar", "٥ فبراير ٢٠٢٤ ٢١:١٢", "2024-02-05T21:12"),
        ("ar", "5 فبراير 2024", "2024-02-05"),
        ("fa", "۱۶ بهمن ۱۴۰۲ - ۲۱:۱۲", "2024-02-05T21:12"),
        ("fa", "۱۴۰۲/۱۱/۱۶", "2024-02-05"),
        ("hi", "5 फ़रवरी 2024", "2024-02-05"),
        ("fi", "5. helmikuuta 2024", "2024-02-05"),
        ("id", "5 Agustus 2024", "2024-08-05"),
    ]

    @Test(arguments: forms) func formsOfOtherScripts(_ form: (language: String, text: String, time: String)) {
        let metadata = read("<div class=\"date\">\(form.text)</div>\(Self.text)", language: form.language)
        #expect(metadata.published.value?.iso8601 == form.time)
    }

    @Test func linesOfNamesBehindADate() {
        let line = "<div class=\"info\">2024年02月05日 08:30 来源：新华社 作者：王小明 责任编辑：李丽</div>"
        #expect(read(line + Self.text, language: "zh").published.value?.iso8601 == "2024-02-05T08:30")
        let posted = "<p class=\"byline\">By Associated Press | Posted - Feb. 5, 2024 at 9:12 a.m.</p>"
        #expect(read(posted + Self.text).published.value?.iso8601 == "2024-02-05T09:12")
    }

    @Test func theCalendarOfIran() {
        let known: [(String, String)] = [
            ("1 فروردین 1349", "1970-03-21"), ("29 اسفند 1402", "2024-03-19"), ("1 فروردین 1403", "2024-03-20"),
            ("30 اسفند 1403", "2025-03-20"), ("22 بهمن 1357", "1979-02-11"),
        ]
        for (text, date) in known { #expect(PersianDate.time(in: text)?.iso8601 == date) }
    }
}
