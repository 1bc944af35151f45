internal import HTMLTree
internal import TextCore

/// The article's pictures, with what stands below them.
extension MetadataReader {
    private static let mostImages = 32

    mutating func readImages() {
        var images: [PageMetadata.Image] = []
        for found in scan.figures where !found.context.isElsewhere && images.count < Self.mostImages {
            guard let url = imageAddress(in: found.node) else { continue }
            let (caption, credit) = captionAndCredit(of: found.node)
            images.append(PageMetadata.Image(url: url, caption: caption, credit: credit, source: .visible, node: found.node))
        }
        for object in linked.objects.prefix(2) where object.score >= 50 {
            guard let value = linked.member("image", of: object.reference) else { continue }
            for element in linked.elements(value, limit: 8) {
                let image = linked.resolved(element)
                guard let url = linked.strings(image, keys: ["url", "contentUrl", "@id"], limit: 1).first, !url.isEmpty else {
                    continue
                }
                add(
                    PageMetadata.Image(
                        url: PageText.folded(url.utf8),
                        caption: linked.text("caption", of: image),
                        credit: linked.text("creditText", of: image) ?? linked.text("copyrightHolder", of: image),
                        source: .jsonLD
                    ),
                    to: &images
                )
            }
        }
        for meta in metas(.image).prefix(8) {
            let url = PageText.folded(document.bytes(meta.content))
            if !url.isEmpty { add(PageMetadata.Image(url: url, source: meta.name.source, node: meta.node), to: &images) }
        }
        result.images = images
    }

    /// Adds a picture, or what is said of one that is there already. Sizes of the same picture differ in their query.
    private func add(_ image: PageMetadata.Image, to images: inout [PageMetadata.Image]) {
        let key = Self.addressKey(image.url)
        if let index = images.firstIndex(where: { Self.addressKey($0.url) == key }) {
            images[index].caption = images[index].caption ?? image.caption
            images[index].credit = images[index].credit ?? image.credit
        } else if images.count < Self.mostImages {
            images.append(image)
        }
    }

    /// The address of the first picture in a figure: of lazy loaders too.
    private func imageAddress(in figure: NodeID) -> String? {
        for below in document.descendants(of: figure).prefix(64) where document.isHTML(below, .img) {
            for name in [AttributeName.src, .dataSrc] {
                guard let value = document.attribute(name, of: below), !value.isEmpty else { continue }
                let url = PageText.folded(document.bytes(value))
                if !url.hasPrefix("data:") { return url }
            }
            if let set = document.attribute(.srcset, of: below) ?? document.attribute(.dataSrcset, of: below) {
                return PageText.folded(document.string(set).utf8).split(separator: " ").first.map(String.init)
            }
        }
        return nil
    }

    /// The caption without the credit, and the credit: an element that is called one, one of the caption's whose words are one, or
    /// the end of the caption.
    private func captionAndCredit(of figure: NodeID) -> (caption: String?, credit: String?) {
        var captionNode: NodeID?
        var creditNode: NodeID?
        for below in document.descendants(of: figure).prefix(128) where document.kind(of: below) == .element {
            if captionNode == nil, document.isHTML(below, .figcaption) { captionNode = below }
            guard let value = document.attribute(.class, of: below), !value.isEmpty else { continue }
            let words = MetadataLexicon.standard.words(in: document.bytes(value))
            if creditNode == nil, words.contains(.credit), words.isDisjoint(with: .caption) || captionNode != nil {
                creditNode = below
            }
            if captionNode == nil, words.contains(.caption), words.isDisjoint(with: .credit) { captionNode = below }
        }
        if creditNode == nil, let captionNode { creditNode = creditElement(in: captionNode) }
        let credit = creditNode.map { PageText.text(of: $0, in: document) }
        let caption = captionNode.map { PageText.text(of: $0, in: document) { $0 == creditNode } }
        func filled(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
        guard credit == nil, let caption, let (words, end) = Self.creditAtEnd(of: caption) else {
            return (filled(caption), filled(credit))
        }
        return (filled(words), filled(end))
    }

    /// The last element of a caption, when it is a citation or its words credit a picture.
    private func creditElement(in caption: NodeID) -> NodeID? {
        Array(document.descendants(of: caption).prefix(32)).last { below in
            guard below != caption, document.kind(of: below) == .element else { return false }
            if document.isHTML(below, .cite) { return true }
            let text = UTF8Text(PageText.text(of: below, in: document, longest: Self.longestCredit))
            return CreditRules.standard.pictureCredit(LineToken.scan(text.span, text.range, limit: 40))?.lowerBound == 0
        }
    }

    /// Bytes of the longest element that may be a credit.
    private static let longestCredit = 160

    /// "The bridge at dawn. (Jane Doe/Agency)" in its two parts; nil where a caption ends with no credit.
    private static func creditAtEnd(of caption: String) -> (caption: String, credit: String)? {
        let text = UTF8Text(caption)
        let tokens = LineToken.scan(text.span, text.range, limit: 200)
        guard let credit = CreditRules.standard.pictureCredit(tokens), tokens.indices.contains(credit.lowerBound) else {
            return nil
        }
        let start = tokens[credit.lowerBound].range.lowerBound
        return (text[text.trimmed(0..<start)], text[text.trimmed(start..<text.range.upperBound)])
    }
}
