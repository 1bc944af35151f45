public import Collation

/// How a result can be printed.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
    /// Text for a terminal or a log file.
    case terminal
    /// One standalone page.
    case html
    /// Schema `stemma.collation/1`.
    case json
    /// GitHub-flavoured Markdown.
    case markdown
}

/// How results are laid out.
public struct RenderOptions: Sendable, Hashable {
    /// Columns of the terminal. Below 20 counts as 20.
    public var width: Int
    /// Whether ANSI colours may be used. They never carry meaning alone.
    public var usesColor: Bool
    /// Whether long lists are printed whole; otherwise they are folded, with a count of what is left out.
    public var showsAll: Bool
    /// Whether JSON stands on many lines.
    public var isPretty: Bool

    /// Makes options; the defaults suit a log file.
    public init(width: Int = 80, usesColor: Bool = false, showsAll: Bool = false, isPretty: Bool = false) {
        self.width = width
        self.usesColor = usesColor
        self.showsAll = showsAll
        self.isPretty = isPretty
    }
}

/// Prints a collation in any format.
///
/// ```swift
/// let page = CollationRenderer(format: .html).render(collation)
/// ```
public struct CollationRenderer: Sendable {
    /// The format.
    public let format: OutputFormat
    /// The layout.
    public let options: RenderOptions

    /// Makes a renderer.
    public init(format: OutputFormat, options: RenderOptions = RenderOptions()) {
        self.format = format
        self.options = options
    }

    /// The whole output, ending with a line end. O(size of the output).
    public func render(_ collation: Collation) -> String {
        switch format {
        case .json: CollationJSON(isPretty: options.isPretty).render(collation) + "\n"
        case .terminal: TerminalReport(options: options).render(ReportBuilder(collation, showsAll: options.showsAll).build())
        case .markdown: MarkdownReport().render(ReportBuilder(collation, showsAll: options.showsAll).build())
        case .html: StoryPage(collation).render()
        }
    }
}
