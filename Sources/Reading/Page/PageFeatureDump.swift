internal import HTMLTree
internal import TextCore

/// The features of a page's blocks in lines of text, for the trainer in `Evaluation/`.
public enum PageFeatureDump {
    /// `P id`; for each container `C parent rows…`; for each block `B container start end rows…`, then its text in a line `T …`.
    public static func lines(_ bytes: [UInt8], id: String) -> String {
        let decoded = PageDecoder.decode(bytes)
        let document = HTMLParser.parse(decoded.bytes)
        let page = PageSegmenter.segment(document)
        let metadata = PageMetadata.read(document)
        let features = BlockFeatures(page, document, PageClues(metadata))
        var out = "P \(id)\n"
        func list(_ keys: [UInt32], _ ends: [Int], _ index: Int) -> String {
            keys[(index == 0 ? 0 : ends[index - 1])..<ends[index]].map(String.init).joined(separator: " ")
        }
        for (index, container) in page.containers.enumerated() {
            out += "C \(container.parent) \(TagClass.of(container.tag)) \(list(features.containerKeys, features.containerEnds, index))\n"
        }
        for (index, block) in page.blocks.enumerated() {
            out += "B \(block.container) \(list(features.keys, features.ends, index))\n"
            let text = String(decoding: page.text[block.range], as: UTF8.self)
            out += "T " + text.replacing("\n", with: " ") + "\n"
        }
        return out
    }
}
