internal import HTMLTree
internal import TextCore

/// Makes the keys of one block after another.
struct BlockKeyBuilder {
    let page: SegmentedPage
    let document: HTMLDocument
    let clues: PageClues
    let profiles: [TextProfile]
    let shape: PageShape
    let repeats: [UInt32: Int]
    /// How many blocks start with the same two words.
    let starts: [UInt32: Int]
    let words: BlockWords
    let looks: BlockLooks
    let headlineBlock: Int?
    /// For each block, the nearest block of running text before and after it.
    let before, after: [Int]
    private var keys: [UInt32] = []

    init(
        _ page: SegmentedPage,
        _ document: HTMLDocument,
        _ clues: PageClues,
        _ profiles: [TextProfile],
        _ shape: PageShape,
        _ words: BlockWords
    ) {
        self.page = page
        self.document = document
        self.clues = clues
        self.profiles = profiles
        self.shape = shape
        var repeats: [UInt32: Int] = [:]
        var starts: [UInt32: Int] = [:]
        for profile in profiles {
            repeats[profile.whole, default: 0] += 1
            if profile.words >= 4 { starts[profile.firstPair, default: 0] += 1 }
        }
        self.repeats = repeats
        self.starts = starts
        self.words = words
        looks = BlockLooks(page, profiles, shape)
        let text = profiles.indices.filter { clues.headline != 0 && profiles[$0].whole == clues.headline }
        let isH1 = { (index: Int) in page.containers[page.blocks[index].container].tag == .h1 }
        headlineBlock = text.first(where: isH1) ?? profiles.indices.first(where: isH1) ?? text.first
        var last = -1
        before = page.blocks.indices.map { index in
            defer { if shape.isRunning[index], shape.isInHalfCore[page.blocks[index].container] { last = index } }
            return last
        }
        last = -1
        after = Array(
            page.blocks.indices.reversed().map { index in
                defer { if shape.isRunning[index], shape.isInHalfCore[page.blocks[index].container] { last = index } }
                return last
            }.reversed()
        )
    }

    private mutating func add(_ fact: BlockFeatures.Fact, _ value: Int) { keys.append(BlockFeatures.key(fact, value)) }

    private func tag(_ container: Int) -> Int { container < 0 ? 0 : TagClass.of(page.containers[container].tag) }
    private func parent(_ container: Int) -> Int { container < 0 ? -1 : page.containers[container].parent }

    mutating func add(_ index: Int, to target: inout [UInt32]) {
        keys.removeAll(keepingCapacity: true)
        let block = page.blocks[index]
        let profile = profiles[index]
        addText(block, profile)
        addElements(block, profile)
        addPlace(index, block, profile)
        addClues(index, profile)
        target += keys
    }

    private mutating func addText(_ block: PageBlock, _ profile: TextProfile) {
        let length = BlockFeatures.logarithm(profile.length)
        let density = BlockFeatures.share(block.linked, profile.length)
        add(.length, length)
        add(.words, BlockFeatures.logarithm(profile.words))
        add(.density, density)
        add(.densityOfLength, min(length / 2, 10) * 6 + min((density + 1) / 2, 5))
        add(.edgeFirst, Int(profile.first.rawValue))
        add(.edgeLast, Int(profile.last.rawValue))
        add(.edgeBeforeLast, Int(profile.beforeLast.rawValue))
        let ends = profile.last == .quote || profile.last == .bracket ? profile.beforeLast : profile.last
        let isEnd = ends == .stop || ends == .question || ends == .exclamation || ends == .ellipsis
        add(.endsByLength, min(length, 20) * 3 + (isEnd ? 2 : profile.sentenceEnds > 0 ? 1 : 0))
        add(.sentences, min(profile.sentenceEnds, 12))
        add(.commas, min(profile.commas, 12))
        add(.digits, BlockFeatures.share(profile.digits, profile.length))
        add(.capitals, BlockFeatures.share(profile.capitalized, profile.words))
        add(.upper, BlockFeatures.share(profile.upper, profile.letters))
        add(.strong, BlockFeatures.share(block.strong, profile.length))
        add(.italic, BlockFeatures.share(block.italic, profile.length))
        if profile.words <= 40 {
            keys.append(BlockFeatures.key(.word, profile.firstWord))
            if profile.words > 1 { keys.append(BlockFeatures.key(.word, profile.firstPair &+ 1)) }
            keys.append(BlockFeatures.key(.word, profile.lastWord &+ 2))
            if profile.words <= 6 { keys.append(BlockFeatures.key(.word, profile.whole &+ 3)) }
        } else {
            keys.append(BlockFeatures.key(.word, profile.firstWord &+ 4))
            keys.append(BlockFeatures.key(.word, profile.firstPair &+ 5))
        }
    }

    private mutating func addElements(_ block: PageBlock, _ profile: TextProfile) {
        let own = block.container
        let up = parent(own)
        let grand = parent(up)
        add(.tag, tag(own))
        add(.parentTag, tag(up))
        add(.grandTag, tag(grand))
        add(.tagPair, (tag(own) * 31 + tag(up) * 7) % 61)
        var flags = 0
        if block.isAfterMedia { flags |= 1 }
        if block.hasTime { flags |= 2 }
        if block.names.isEmpty { flags |= 4 }
        add(.flags, flags)
        for bit in 0..<20 where block.traits.rawValue >> UInt32(bit) & 1 == 1 { add(.traits, bit) }
        let body: PageTraits = [.article, .main, .articleBody]
        let not: PageTraits = [.aside, .navigation, .footer, .form]
        var set = 0
        for (bit, trait) in [PageTraits.article, .main, .articleBody].enumerated() where block.traits.contains(trait) {
            set |= 1 << bit
        }
        add(.articleTraits, set + (block.traits.isDisjoint(with: not) ? 0 : 8) + (block.traits.isDisjoint(with: body) ? 0 : 16))
        add(.depth, page.containers[own].depth)
        for name in page.names[page.containers[own].names] { keys.append(BlockFeatures.key(.own, name)) }
        for name in page.names[block.names] { keys.append(BlockFeatures.key(.own, name &+ 7)) }
        if up >= 0 { for name in page.names[page.containers[up].names] { keys.append(BlockFeatures.key(.parent, name)) } }
        add(.ownNames, min(page.containers[own].names.count, 8) + (block.names.isEmpty ? 0 : 16))
        add(.links, min(block.links.count, 12))
        var seen = 0
        for link in page.links[block.links].prefix(4) {
            let kind = LinkKind.of(link, in: document)
            if seen >> kind & 1 == 0 { add(.linkKinds, kind) }
            seen |= 1 << kind
        }
        guard up >= 0 else { return }
        add(.parentDensity, BlockFeatures.share(shape.linked[up], shape.text[up]))
        add(.parentMean, BlockFeatures.logarithm(shape.text[up] / max(1, shape.blocks[up])))
        add(.parentCount, BlockFeatures.logarithm(shape.blocks[up]))
        guard grand >= 0 else { return }
        add(.grandDensity, BlockFeatures.share(shape.linked[grand], shape.text[grand]))
        add(.grandMean, BlockFeatures.logarithm(shape.text[grand] / max(1, shape.blocks[grand])))
    }

    private mutating func addPlace(_ index: Int, _ block: PageBlock, _ profile: TextProfile) {
        let own = block.container
        let up = parent(own)
        let grand = parent(up)
        let great = parent(grand)
        let total = shape.totalRunning
        add(.running, shape.isRunning[index] ? 1 : 0)
        if up >= 0 { add(.parentShare, BlockFeatures.share(shape.running[up], total)) }
        if grand >= 0 { add(.grandShare, BlockFeatures.share(shape.running[grand], total)) }
        if great >= 0 { add(.greatShare, BlockFeatures.share(shape.running[great], total)) }
        add(.core, shape.isInCore[own] ? 1 : 0)
        add(.halfCore, shape.isInHalfCore[own] ? 1 : 0)
        let distance = page.containers[own].depth - page.containers[shape.halfCore].depth
        add(.coreDepth, shape.isInHalfCore[own] ? min(distance, 12) + 1 : 20)
        if let first = shape.firstRunning {
            add(
                .fromFirst,
                index < first
                    ? 20 - min(BlockFeatures.logarithm(first - index), 15) : 24 + min(BlockFeatures.logarithm(index - first), 15)
            )
        }
        if let last = shape.lastRunning {
            add(
                .fromLast,
                index <= last
                    ? 20 - min(BlockFeatures.logarithm(last - index), 15) : 24 + min(BlockFeatures.logarithm(index - last), 15)
            )
        }
        let (previous, next) = (before[index], after[index])
        add(.gapBefore, previous < 0 ? 20 : min(index - previous, 12))
        add(.gapAfter, next < 0 ? 20 : min(next - index, 12))
        add(.sameParentBefore, kinship(own, previous))
        add(.sameParentAfter, kinship(own, next))
        add(.place, index * 16 / max(1, page.blocks.count))
        add(.order, BlockFeatures.logarithm(index))
        add(.pageRunning, BlockFeatures.logarithm(total))
        add(.pageBlocks, BlockFeatures.logarithm(page.blocks.count))
        if let headlineBlock {
            add(
                .fromHeadline,
                index < headlineBlock
                    ? 20 - min(BlockFeatures.logarithm(headlineBlock - index), 15)
                    : 24 + min(BlockFeatures.logarithm(index - headlineBlock), 15)
            )
        }
    }

    /// How near the container of another block is: the same, a sibling, one of the same tag, a cousin, or none.
    private func kinship(_ container: Int, _ other: Int) -> Int {
        guard other >= 0 else { return 0 }
        let theirs = page.blocks[other].container
        if theirs == container { return 1 }
        let isSameTag = page.containers[theirs].tag == page.containers[container].tag
        let (mine, his) = (parent(container), parent(theirs))
        if mine == his { return isSameTag ? 2 : 3 }
        if parent(mine) == parent(his) { return isSameTag ? 4 : 5 }
        if parent(mine) == his || mine == parent(his) || mine == theirs || container == his { return isSameTag ? 6 : 7 }
        return isSameTag ? 8 : 9
    }

    private mutating func addClues(_ index: Int, _ profile: TextProfile) {
        add(.sameAsHeadline, clues.headline == 0 ? 2 : profile.whole == clues.headline ? 1 : 0)
        add(.sameAsStandfirst, clues.standfirst == 0 ? 2 : profile.whole == clues.standfirst ? 1 : 0)
        if clues.authors.contains(profile.whole) { add(.sameAsAuthor, 1) }
        add(.repeats, min(repeats[profile.whole] ?? 1, 4))
        add(.kindByWords, words.labels[index].map(\.kind.ordinal) ?? 0)
        if profile.words >= 4 {
            let starts = min(starts[profile.firstPair] ?? 1, 6)
            add(.startRepeats, starts + (page.blocks[index].linked * 2 > profile.length ? 8 : 0))
        }
        let look = looks.groups[looks.group[index]]
        add(.kindShare, BlockFeatures.share(look.running, shape.totalRunning))
        add(.kindCore, BlockFeatures.share(look.inCore, look.blocks))
        add(.kindCount, BlockFeatures.logarithm(look.blocks))
        add(.kindDensity, BlockFeatures.share(look.linked, look.text))
        add(.kindMean, BlockFeatures.logarithm(look.text / max(1, look.blocks)))
        if let shown = clues.shown(at: page.blocks[index].node, in: document) { add(.node, shown.rawValue) }
        guard !clues.articleBody.isEmpty else { return add(.inArticleBody, 20) }
        var (found, count) = (0, 0)
        WordRuns.forEach(page.text.span, page.blocks[index].range) { run in
            count += 1
            if clues.articleBody.contains(run) { found += 1 }
        }
        add(.inArticleBody, count == 0 ? 15 : BlockFeatures.share(found, count))
    }
}
