internal import HTMLTree
internal import TextCore

/// The features of a page's blocks in lines of text, for the trainer in `Evaluation/`.
package enum PageFeatureDump {
    /// How many of the keys are facts.
    package static var factCount: Int { BlockFeatures.factRows }

    /// `P id`; for each container `C parent keys…`; for each block `B container keys…`, then its text in a line `T …`.
    package static func lines(_ bytes: [UInt8], id: String) -> String {
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
            out += "C \(container.parent) \(list(features.containerKeys, features.containerEnds, index))\n"
        }
        for (index, block) in page.blocks.enumerated() {
            out += "B \(block.container) \(list(features.keys, features.ends, index))\n"
            let text = String(decoding: page.text[block.range], as: UTF8.self)
            out += "T " + text.replacing("\n", with: " ") + "\n"
        }
        return out
    }
}
