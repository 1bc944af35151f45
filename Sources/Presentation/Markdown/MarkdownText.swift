/// Article text for GitHub-flavoured Markdown: nothing in it is read as markup, HTML, address, mention or table.
enum MarkdownText {
    /// One line, escaped. O(*n*).
    static func escaped(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var result = String.UnicodeScalarView()
        var leading = true
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "|", "~", "$", "^":
                result.append("\\")
                result.append(scalar)
            case "+", "-", "=":
                // At the start they would open a list or underline a heading.
                if index == 0 { result.append("\\") }
                result.append(scalar)
            case ".", ")":
                // After leading digits they would open a numbered list.
                if leading, index > 0 { result.append("\\") }
                result.append(scalar)
            case "@":
                // An empty comment keeps a name from being a mention; it is not seen.
                result.append(contentsOf: "@<!-- -->".unicodeScalars)
            case "/" where index > 0 && scalars[index - 1] == ":":
                // And an address from being a link.
                result.append(contentsOf: "<!-- -->/".unicodeScalars)
            default: result.append(scalar)
            }
            leading = leading && scalar.value >= 0x30 && scalar.value <= 0x39
        }
        return String(result)
    }
}
