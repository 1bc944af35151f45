internal import HTMLTree
internal import TextCore

/// What links say of blocks: pointers to other articles, and sentences that stay though most of them is a link.
extension CertainLabels {
    // MARK: Pointers to other articles

    /// Pointers to other articles among what may be body: an opener and a link, lists below an opener, titles that are links. O(blocks and
    /// their words).
    mutating func findPointers() {
        let pointers = LinkedPointers(page, features)
        let isBody = Set(body)
        var lists: Set<Int> = []
        var titles: [Int] = []
        for index in body where page.blocks[index].linked > 0 {
            if pointers.isTail(index) || isPointer(index, pointers) {
                known[index] = Known(label: LinkedPointers.opened)
            } else if pointers.isAllLink(index), let list = pointers.list(of: index), lists.insert(list).inserted {
                let items = pointers.items(of: list, around: index)
                let opener = items.lowerBound - 1
                guard opener >= 0, features.words.labels[opener]?.reason == Furniture.relatedHeading,
                    items.allSatisfy(pointers.isAllLink)
                else { continue }
                for item in items where isBody.contains(item) { known[item] = Known(label: LinkedPointers.listed) }
                note(opener, .relatedLink, Furniture.relatedHeading)
            } else if clues.isNews || logits[index] < Self.unsure, isLinkedTitle(index, pointers) {
                titles.append(index)
            }
        }
        // Where there are more, they head what stands below each.
        if titles.count <= Self.mostTitles { for index in titles { known[index] = Known(label: LinkedPointers.alone) } }
        body.removeAll { known[$0] != nil }
    }

    /// How many links that stand alone between paragraphs are pointers.
    private static let mostTitles = 3
    /// Log-odds below which a pointer is none of the body where it may be. English blogs have pointers as part of their text,
    /// of which the model has seen enough to be sure; of other languages it has seen little.
    private static let unsureOfPointer: Float = 0.6

    private func isPointer(_ index: Int, _ pointers: LinkedPointers) -> Bool {
        guard clues.isNews || !clues.isEnglish || logits[index] < Self.unsureOfPointer || pointers.isShouted(index) else {
            return false
        }
        return pointers.isPointer(index)
    }

    /// Whether a paragraph is nothing but one link without an end of a sentence, between paragraphs of sentences.
    private func isLinkedTitle(_ index: Int, _ pointers: LinkedPointers) -> Bool {
        let profile = features.profiles[index]
        let block = page.blocks[index]
        guard pointers.isAllLink(index), block.links.count == 1, page.containers[block.container].tag == .p,
            (4...LinkedPointers.mostWordsOfTitle).contains(profile.words), !isSentence(index), profile.last != .colon,
            pointers.isTitle(index),
            block.traits.isDisjoint(with: [.list, .table, .quote, .caption]),
            index > 0, index + 1 < page.blocks.count, features.shape.isRunning[index - 1], features.shape.isRunning[index + 1]
        else { return false }
        return isBeside(index - 1, index) && isBeside(index + 1, index)
    }

    // MARK: Sentences with links

    /// Log-odds below which a block looks so little like body that its neighbours do not make it one.
    private static let leastOfLinkedSentence: Float = -4

    /// Sentences between the paragraphs of the body that the model takes for pointers because most of them is a link, and what
    /// the page's linked data has word for word as part of the body.
    mutating func findLinkedSentences() {
        guard let first = body.first, let last = body.last, first < last else { return }
        let isBody = Set(body)
        let pointers = LinkedPointers(page, features)
        for index in (first + 1)..<last where logits[index] <= 0 && known[index] == nil {
            let block = page.blocks[index]
            let elsewhere: PageTraits = [.caption, .hidden, .aside, .navigation, .footer]
            guard block.linked > 0, logits[index] > Self.leastOfLinkedSentence, features.words.labels[index] == nil,
                isBody.contains(index - 1), isBody.contains(index + 1), isSentence(index), isBeside(index - 1, index),
                isBeside(index + 1, index), block.traits.isDisjoint(with: elsewhere), !pointers.isOpened(index)
            else { continue }
            // A name or a word of its own beside the link: titles are links alone.
            guard features.profiles[index].words >= 4, block.range.count - block.linked >= 4 || isSaidByLinkedData(index) else {
                continue
            }
            let label = Label(.paragraph, "a sentence with a link, between paragraphs")
            known[index] = Known(label: label, isBody: true)
        }
    }

    /// Whether two blocks lie in elements of one kind in one element.
    private func isBeside(_ one: Int, _ other: Int) -> Bool {
        let (one, other) = (page.containers[page.blocks[one].container], page.containers[page.blocks[other].container])
        return one.parent == other.parent && one.tag == other.tag
    }

    /// Whether linked data has a block word for word.
    private func isSaidByLinkedData(_ index: Int) -> Bool {
        guard !clues.articleBody.isEmpty else { return false }
        var (found, all) = (0, 0)
        WordRuns.forEach(page.text.span, page.blocks[index].range) { run in
            all += 1
            if clues.articleBody.contains(run) { found += 1 }
        }
        return all > 0 && found == all
    }
}
