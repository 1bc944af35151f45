extension OutlineDocument {
    /// The list as OPML 2.0. What is read from it again is the same, but for warnings and characters that XML cannot hold.
    /// O(*n*), without recursion.
    public var opml: String {
        var writer = Writer()
        writer.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        writer.line("<opml version=\"2.0\">")
        writer.line("  <head>")
        writer.element("title", title)
        writer.element("dateCreated", created?.text)
        writer.element("dateModified", modified?.text)
        writer.element("ownerName", owner?.name)
        writer.element("ownerEmail", owner?.email)
        writer.element("ownerId", owner?.url)
        writer.line("  </head>")
        writer.line("  <body>")
        var open: [ArraySlice<Outline>] = [outlines[...]]
        while var rest = open.popLast() {
            guard let outline = rest.popFirst() else {
                if !open.isEmpty { writer.line(Self.indentation(open.count) + "</outline>") }
                continue
            }
            open.append(rest)
            writer.tag(outline, indentation: Self.indentation(open.count))
            if !outline.children.isEmpty { open.append(outline.children[...]) }
        }
        writer.line("  </body>")
        writer.line("</opml>")
        return writer.output
    }

    private static func indentation(_ depth: Int) -> String { String(repeating: "  ", count: depth + 1) }

    private struct Writer {
        var output = ""

        mutating func line(_ text: String) { output += text + "\n" }

        mutating func element(_ name: String, _ value: String?) {
            if let value { line("    <\(name)>\(Self.escaped(value))</\(name)>") }
        }

        mutating func tag(_ outline: Outline, indentation: String) {
            var tag = indentation + "<outline"
            let attributes: [(String, String?)] = [
                ("text", outline.text), ("title", outline.title), ("type", outline.type), ("xmlUrl", outline.feedURL),
                (outline.type == "link" ? "url" : "htmlUrl", outline.pageURL), ("description", outline.summary),
                ("language", outline.language),
                ("category", outline.categories.isEmpty ? nil : outline.categories.joined(separator: ",")),
            ]
            for case (let name, let value?) in attributes { tag += " \(name)=\"\(Self.escaped(value))\"" }
            line(tag + (outline.children.isEmpty ? " />" : ">"))
        }

        /// Characters that XML cannot hold are left out; white space that it would change is written as references.
        static func escaped(_ text: String) -> String {
            var result = ""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "&": result += "&amp;"
                case "<": result += "&lt;"
                case ">": result += "&gt;"
                case "\"": result += "&quot;"
                case "\t", "\n", "\r": result += "&#\(scalar.value);"
                case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
                default: result.unicodeScalars.append(scalar)
                }
            }
            return result
        }
    }
}
