/// A page as outlets publish them, written for these tests: what is body and what stands around it.
enum InventedPage {
    static let paragraphs = [
        "The harbour council closed the old swing bridge on Monday after divers found cracks in two of its piers, the harbour master said.",
        "“We could not wait for the spring,” Ilse Varnach told reporters on the quay. “The ice would have done the rest.”",
        "Repairs will take about three weeks and cost 1.2 million crowns, according to a paper that the council published in the evening.",
        "Ferries run every twenty minutes until the bridge opens again, and pupils travel free of charge.",
        "Shopkeepers on the north bank said that they had lost a third of their trade when the bridge was closed two winters ago.",
    ]
    static let items = ["One lane stays open for ambulances.", "Buses turn at the fish market until further notice."]
    static let headline = "Harbour closes swing bridge after cracks are found"

    /// The page; what is not body says so by its words, for tests to look for.
    static func html(extra: String = "", published: String = "2024-02-05T18:30:00+01:00") -> String {
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(headline) - The Tide Herald</title>
        <meta property="og:title" content="\(headline)"><meta property="og:site_name" content="The Tide Herald">
        <link rel="canonical" href="https://tideherald.example/2024/02/05/bridge">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"\(headline)",
        "datePublished":"\(published)","author":[{"@type":"Person","name":"Tomas Rehling"}]}</script>
        <style>p { color: red }</style></head><body class="story">
        <header class="site-header"><a href="/">The Tide Herald</a><nav class="main-menu"><ul>
        <li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/tides">Tides</a></li>
        </ul></nav></header>
        <main><article class="article"><h1 class="headline">\(headline)</h1>
        <p class="byline">By <a rel="author" href="/author/rehling">Tomas Rehling</a></p>
        <time datetime="\(published)">5 February 2024</time>
        <div class="share-buttons"><button>Share</button><a href="https://facebook.com/sharer?u=x">Facebook</a></div>
        <div class="article-body"><p>\(paragraphs[0])</p>
        <figure><img src="/bridge.jpg" alt="The bridge"><figcaption>The swing bridge in January. Photo: Ada Lund</figcaption></figure>
        <p>\(paragraphs[1])</p><h2>What it costs</h2><p>\(paragraphs[2])</p>
        <aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Council votes on tolls for the second time</a></li></ul></aside>
        <p>\(paragraphs[3])</p><ul><li>\(items[0])</li><li>\(items[1])</li></ul><p>\(paragraphs[4])</p>\(extra)</div>
        <div class="newsletter-signup"><p>Sign up for our newsletter and never miss a tide.</p><form><input name="mail"></form></div>
        </article></main>
        <section id="comments" class="comments"><h3>Comments</h3><p>I have crossed it every day of my life and it never creaked.</p></section>
        <footer class="site-footer"><p>© 2024 The Tide Herald. All rights reserved.</p><a href="/imprint">Imprint</a></footer>
        <script>var a = "<p>not text</p>";</script></body></html>
        """
    }
}
