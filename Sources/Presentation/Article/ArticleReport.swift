internal import Collation
internal import Reading
internal import TextCore

/// How one article was read, in words: its facts, and every block with its label.
struct ArticleReport {
    struct Line {
        /// `¶3` for running text, else the kind of block.
        var label: String
        var text: String
        /// The rule that labelled the block.
        var reason: String
        var isCompared: Bool
    }

    var title: String
    var facts: [String]
    var lines: [Line]

    init(_ analyzed: AnalyzedArticle) {
        let view = StoryView(analyzed)
        let article = analyzed.article
        title = view.labels[0]
        var facts = view.facts(ofArticle: 0)
        if !article.authors.isEmpty { facts.append("by " + article.authors.map { SafeText.line($0) }.joined(separator: ", ")) }
        if !article.agencies.isEmpty {
            facts.append("credits " + article.agencies.map { SafeText.line($0) }.joined(separator: ", "))
        }
        if let outlet = article.outlet, outlet.evidence != .given { facts.append("outlet known by \(outlet.evidence.words)") }
        facts += article.warnings.map(\.words)
        self.facts = facts
        lines = article.blocks.enumerated().map { index, block in
            Line(
                label: view.paragraphNumber(article: 0, block: index).map { "¶\($0)" } ?? block.kind.words,
                text: view.excerpt(0, block.range),
                reason: SafeText.line(block.reason),
                isCompared: block.kind.isCompared
            )
        }
    }
}

extension ArticleReport {
    /// More blocks in a row than this that are not compared are told in one line.
    private static let longestRun = 8

    /// The lines with long runs of what is not compared, as pages have them around the article, told in one line each.
    var folded: [Line] {
        var folded: [Line] = []
        var run: [Line] = []
        func endRun() {
            if run.count > Self.longestRun {
                var counts: [(label: String, count: Int)] = []
                for line in run {
                    if let index = counts.firstIndex(where: { $0.label == line.label }) {
                        counts[index].count += 1
                    } else {
                        counts.append((line.label, 1))
                    }
                }
                let words = counts.sorted { $0.count > $1.count }.map { "\($0.count) \($0.label)" }.joined(separator: ", ")
                folded.append(
                    Line(label: "…", text: "\(run.count) blocks: \(words) (--all shows them)", reason: "", isCompared: false)
                )
            } else {
                folded += run
            }
            run = []
        }
        for line in lines {
            if line.isCompared {
                endRun()
                folded.append(line)
            } else {
                run.append(line)
            }
        }
        endRun()
        return folded
    }
}

extension Outlet.Evidence {
    /// By what an outlet was recognised.
    var words: String {
        switch self {
        case .given: "the record"
        case .metadata: "the page’s metadata"
        case .url: "the address"
        case .promo: "a promo line"
        case .credit: "a credit"
        case .agencyTag: "an agency tag"
        case .byline: "the byline"
        case .fileName: "the file's name"
        }
    }
}
