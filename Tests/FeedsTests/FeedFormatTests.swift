import Testing
import TextCore

@testable import Feeds

@Suite struct FeedFormatTests {
    @Test func rss2() throws {
        let text = """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel>
              <title>The Harbor Post</title><link>https://post.example/</link><description>News &amp; tides</description>
              <language>en_GB</language><lastBuildDate>Mon, 18 Oct 2021 09:00:00 GMT</lastBuildDate>
              <atom:link rel="self" type="application/rss+xml" href="/feed.xml"/>
              <image><url>logo.png</url><title>Logo</title><link>https://post.example/about</link></image>
              <managingEditor>desk@post.example (Ada Quill)</managingEditor>
              <item>
                <title>Ferry &amp;amp; lock reopen</title><link>/2021/ferry</link><guid>tag:post.example,2021:1</guid>
                <pubDate>Mon, 18 Oct 2021 08:30:00 GMT</pubDate><dc:creator>Ben Reed</dc:creator><dc:creator>Cy Marsh</dc:creator>
                <category domain="https://post.example/tags">Transport</category><comments>/2021/ferry#comments</comments>
                <source url="https://wire.example/rss">Wire</source>
              </item>
            </channel></rss>
            """
        let feed = try feed(text, url: "https://post.example/rss/all.xml")
        #expect(feed.kind == .rss && feed.version == "2.0" && feed.warnings.isEmpty)
        #expect(
            feed.title?.value == "The Harbor Post" && feed.subtitle?.value == "News & tides"
                && feed.link == "https://post.example/"
        )
        #expect(feed.language == "en-GB" && feed.updated?.value?.iso8601 == "2021-10-18T09:00:00Z")
        #expect(feed.links.map(\.href) == ["https://post.example/", "https://post.example/feed.xml"])
        #expect(feed.image?.url == "https://post.example/rss/logo.png" && feed.image?.title == "Logo")
        #expect(feed.authors == [FeedPerson(name: "Ada Quill", email: "desk@post.example")])
        let entry = try #require(feed.entries.first)
        #expect(entry.title?.plainText == "Ferry & lock reopen" && entry.link == "https://post.example/2021/ferry")
        #expect(entry.id == "tag:post.example,2021:1" && entry.isPermaLink == true)
        #expect(entry.authors.map(\.name) == ["Ben Reed", "Cy Marsh"])
        #expect(entry.categories == [FeedCategory(term: "Transport", scheme: "https://post.example/tags")])
        #expect(entry.comments == "https://post.example/2021/ferry#comments")
        #expect(entry.source?.title?.value == "Wire" && entry.source?.link == "https://wire.example/rss")
        #expect(entry.time?.iso8601 == "2021-10-18T08:30:00Z")
    }

    @Test func guids() throws {
        let page = try entry(rss("<guid>https://post.example/1</guid>"))
        #expect(page.link == "https://post.example/1" && page.isPermaLink == true)
        let name = try entry(rss("<guid isPermaLink=\"false\">https://post.example/1</guid>"))
        #expect(name.link == nil && name.id == "https://post.example/1" && name.isPermaLink == false)
        let both = try entry(rss("<link>https://post.example/2</link><guid>https://post.example/1</guid>"))
        #expect(both.link == "https://post.example/2" && both.id == "https://post.example/1")
        #expect(try entry(rss("<title>x</title>")).isPermaLink == nil)
    }

    @Test func contentAndMedia() throws {
        let entry = try entry(
            rss(
                """
                <description>Short</description>
                <content:encoded><![CDATA[<p>Long <a href="more">text</a> &amp; all</p>]]></content:encoded>
                <enclosure url="/sound.mp3" length="1234" type="audio/mpeg"/>
                <media:group><media:content url="big.jpg" type="image/jpeg" width="800" height="600">
                <media:credit>D. Lens</media:credit><media:description>The quay</media:description></media:content>
                <media:thumbnail url="small.jpg"/></media:group>
                """
            ),
            url: "https://post.example/rss/"
        )
        #expect(entry.summary?.value == "Short")
        let content = try #require(entry.content.first)
        #expect(content.value == #"<p>Long <a href="https://post.example/rss/more">text</a> &amp; all</p>"#)
        #expect(content.kind == .html && content.plainText == "Long text & all")
        #expect(entry.media.map(\.role) == [.enclosure, .thumbnail, .content])
        #expect(entry.media[0].url == "https://post.example/sound.mp3" && entry.media[0].length == 1234)
        #expect(entry.media[2].width == 800 && entry.media[2].credit == "D. Lens" && entry.media[2].caption == "The quay")
    }

    @Test func rss1() throws {
        let feed = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://post.example/"><title>Post</title><link>https://post.example/</link>
            <items><rdf:Seq><rdf:li rdf:resource="https://post.example/1"/></rdf:Seq></items></channel>
            <item rdf:about="https://post.example/1"><title>One</title><link>https://post.example/1</link><dc:date>2021-10-18T08:00+02:00</dc:date></item>
            </rdf:RDF>
            """
        )
        #expect(feed.kind == .rdf && feed.version == "1.0" && feed.entries.count == 1)
        #expect(feed.entries[0].id == "https://post.example/1" && feed.entries[0].time?.iso8601 == "2021-10-18T08:00+02:00")
    }

    @Test func emptyNamesAreNone() throws {
        let feed = try feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about=""/>
            <item rdf:about=""><link/><title/></item></rdf:RDF>
            """
        )
        #expect(
            feed.id == nil && feed.entries.first?.id == nil && feed.entries.first?.link == nil
                && feed.entries.first?.isPermaLink == nil
        )
    }

    @Test func atom() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://post.example/a/" xml:lang="en">
            <title type="html">The &lt;i&gt;Harbor&lt;/i&gt; Post</title><id>tag:post.example,2021:feed</id>
            <author><name>Ada Quill</name><email>ada@post.example</email><uri>ada</uri></author>
            <link href="index.html"/><link rel="self" href="feed.atom"/>
            <entry xml:base="2021/"><id>tag:post.example,2021:1</id><title>1 &lt; 2</title><link href="one.html" type="text/html"/>
            <link rel="enclosure" href="one.pdf" type="application/pdf" length="99"/>
            <published>2021-10-18T08:00:00Z</published><updated>2021-10-18T09:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Text <b>bold</b><br/><a href="two.html">on</a></div></content>
            <source><title>Wire</title><id>tag:wire.example,2021:feed</id></source></entry></feed>
            """
        )
        #expect(feed.kind == .atom && feed.version == "1.0" && feed.title?.plainText == "The Harbor Post")
        #expect(feed.link == "https://post.example/a/index.html" && feed.language == "en")
        #expect(feed.authors == [FeedPerson(name: "Ada Quill", email: "ada@post.example", url: "https://post.example/a/ada")])
        let entry = try #require(feed.entries.first)
        #expect(entry.title == FeedText("1 < 2", base: "https://post.example/a/2021/", language: "en"))
        #expect(entry.link == "https://post.example/a/2021/one.html" && entry.media.first?.length == 99)
        #expect(entry.content.first?.value == #"Text <b>bold</b><br /><a href="https://post.example/a/2021/two.html">on</a>"#)
        #expect(entry.content.first?.kind == .xhtml && entry.content.first?.plainText == "Text bold on")
        #expect(entry.source?.title?.value == "Wire" && entry.updated?.value?.hour == 9)
    }

    @Test func jsonFeed() throws {
        let feed = try feed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Post","home_page_url":"https://post.example/","language":"en",
             "authors":[{"name":"Ada Quill"}],
             "items":[{"id":7,"url":"/1","title":"A < B","content_html":"<p><a href='x'>y</a></p>","content_text":"y",
              "date_published":"2021-10-18T08:00:00Z","tags":["a","b",3],"attachments":[{"url":"s.mp3","mime_type":"audio/mpeg","size_in_bytes":5}]},
              "not an item", {"id":"8","title":5}]}
            """,
            url: "https://post.example/feed.json"
        )
        #expect(
            feed.kind == .jsonFeed && feed.version == "1.1" && feed.language == "en" && feed.authors.first?.name == "Ada Quill"
        )
        #expect(feed.entries.map(\.id) == ["7", "8"])
        let entry = feed.entries[0]
        #expect(
            entry.link == "https://post.example/1" && entry.title?.plainText == "A < B"
                && entry.categories.map(\.term) == ["a", "b"]
        )
        #expect(entry.content.map(\.value) == ["<p><a href='https://post.example/x'>y</a></p>", "y"])
        #expect(entry.media.first?.url == "https://post.example/s.mp3" && entry.media.first?.length == 5)
        #expect(feed.entries[1].title == nil)
    }

    @Test func persons() {
        #expect(FeedPerson(text: "ada@post.example (Ada Quill)") == FeedPerson(name: "Ada Quill", email: "ada@post.example"))
        #expect(FeedPerson(text: "Ada Quill <ada@post.example>") == FeedPerson(name: "Ada Quill", email: "ada@post.example"))
        #expect(FeedPerson(text: "ada@post.example") == FeedPerson(email: "ada@post.example"))
        #expect(FeedPerson(text: "Ada Quill (Post)") == FeedPerson(name: "Ada Quill (Post)"))
    }

    @Test func recognition() {
        let feeds = [
            "<rss version='2.0'>", "\u{FEFF}<?xml version='1.0'?>\n<!-- x --><feed xmlns='http://www.w3.org/2005/Atom'>",
            "<atom:feed>",
            "<!DOCTYPE rss><rss>", "<urlset>", "<sitemapindex>", "<opml version='2.0'>",
            "<rdf:RDF xmlns='http://purl.org/rss/1.0/'>",
            #"{ "version": "https://jsonfeed.org/version/1.1""#,
        ]
        for text in feeds { #expect(FeedReader.looksLikeFeed(text.utf8), "\(text)") }
        let others = [
            "", "<", "<html>", "<!DOCTYPE html><html>", "Text <rss>", "{}", "[1]",
            "<rdf:RDF xmlns:foaf='http://xmlns.com/foaf/0.1/'>",
        ]
        for text in others { #expect(!FeedReader.looksLikeFeed(text.utf8), "\(text)") }
        #expect(FeedReader.looksLikeFeed([0xFF, 0xFE] + "<rss>".utf8.flatMap { [$0, 0] }))
    }
}
