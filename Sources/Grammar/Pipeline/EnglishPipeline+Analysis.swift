public import TextCore

extension EnglishPipeline {
    /// Analyzes one text.
    public func analyze(_ text: UTF8Text, wanting layers: GrammarLayers, workspace: GrammarWorkspace? = nil) -> GrammarAnalysis {
        analyze([text], wanting: layers, workspace: workspace).first ?? GrammarAnalysis()
    }

    /// Analyzes texts, together where that is faster. Results do not depend on what is analyzed together.
    ///
    /// - Parameters:
    ///   - layers: what to find out; what is not wanted costs nothing.
    ///   - workspace: room from an earlier call; without it, room is made.
    /// - Returns: an analysis for each text, in order.
    /// - Complexity: O(length of all texts).
    public func analyze(_ texts: [UTF8Text], wanting layers: GrammarLayers, workspace: GrammarWorkspace? = nil)
        -> [GrammarAnalysis]
    {
        let workspace = workspace ?? GrammarWorkspace(for: self)
        var results = Array(repeating: GrammarAnalysis(), count: texts.count)
        var batch = Batch()
        var tokens: [TextToken] = []
        for (index, text) in texts.enumerated() {
            var at = 0
            while at < text.count {
                at = tokenizer.cut(text.span, from: at, limit: Self.pieceLimit, into: &tokens, store: &workspace.store)
                batch.add(tokens, of: index)
                if batch.count >= Self.batchSize { flush(&batch, layers, workspace, into: &results) }
            }
        }
        flush(&batch, layers, workspace, into: &results)
        return results
    }

    /// Pieces of texts that are worked on together.
    private struct Batch {
        var pieces: [[TextToken]] = []
        var owners: [Int] = []
        var count = 0

        mutating func add(_ tokens: [TextToken], of owner: Int) {
            pieces.append(tokens)
            owners.append(owner)
            count += tokens.count
        }
    }

    private func flush(
        _ batch: inout Batch,
        _ layers: GrammarLayers,
        _ workspace: GrammarWorkspace,
        into results: inout [GrammarAnalysis]
    ) {
        guard !batch.pieces.isEmpty else { return }
        let pieces = batch.pieces
        let features = workspace.store.features
        let isSpace = pieces.map { $0.map { features[Int($0.lexeme)].isSpace } }
        let counts = pieces.map(\.count)
        var starts: [Int] = []
        var rowTags: [UInt8] = []
        var parses: [DependencyParser.Parse] = []
        var entities: [[EntityRecognizer.Entity]] = []
        if !layers.isDisjoint(with: [.tags, .heads]) {
            encoder.encode(
                pieces,
                store: workspace.store,
                cache: &workspace.tagCache,
                buffers: workspace.buffers,
                starts: &starts
            )
            let vectors = workspace.buffers.vectors.start
            let rows = rowCount(starts, counts)
            if layers.contains(.tags) { tagger.tag(vectors, rows: rows, scores: workspace.scores, into: &rowTags) }
            if layers.contains(.heads) {
                parses = parser.parse(
                    counts: counts,
                    starts: starts,
                    vectors: vectors,
                    rows: rows,
                    isSpace: isSpace,
                    buffers: workspace.scorer
                )
            }
        }
        if layers.contains(.names) {
            nameEncoder.encode(
                pieces,
                store: workspace.store,
                cache: &workspace.nameCache,
                buffers: workspace.buffers,
                starts: &starts
            )
            entities = recognizer.recognize(
                counts: counts,
                starts: starts,
                vectors: workspace.buffers.vectors.start,
                rows: rowCount(starts, counts),
                startsSentence: parses.isEmpty ? pieces.map { _ in [] } : parses.map(\.startsSentence),
                isSpace: isSpace,
                buffers: workspace.scorer
            )
        }
        for (index, piece) in pieces.enumerated() {
            var properties: [AttributeRules.Properties] = []
            if layers.contains(.tags) {
                properties = piece.indices.map {
                    AttributeRules.Properties(
                        tag: rowTags[starts[index] + $0],
                        partOfSpeech: .unknown,
                        dependency: parses.isEmpty ? GrammarToken.unknown : parses[index].labels[$0]
                    )
                }
                rules.apply(to: &properties, tokens: piece, features: features)
            }
            append(
                piece,
                properties: properties,
                parse: parses.isEmpty ? nil : parses[index],
                entities: entities.isEmpty ? [] : entities[index],
                to: &results[batch.owners[index]]
            )
        }
        batch = Batch()
        // No token waits that has the number of a word.
        workspace.trim()
    }

    /// How many rows there are up to the last token, and those of zeros between.
    private func rowCount(_ starts: [Int], _ counts: [Int]) -> Int { (starts.last ?? 0) + (counts.last ?? 0) }

    private func append(
        _ piece: [TextToken],
        properties: [AttributeRules.Properties],
        parse: DependencyParser.Parse?,
        entities: [EntityRecognizer.Entity],
        to result: inout GrammarAnalysis
    ) {
        let first = result.tokens.count
        for (index, token) in piece.enumerated() {
            var made = GrammarToken(range: token.start..<token.end)
            made.isBeforeSpace = token.isBeforeSpace
            if let parse {
                made.head = parse.heads[index] + Int32(truncatingIfNeeded: first)
                made.dependency = parse.labels[index]
                made.startsSentence = parse.startsSentence[index]
            }
            if !properties.isEmpty {
                made.tag = properties[index].tag
                made.partOfSpeech = properties[index].partOfSpeech
                made.dependency = properties[index].dependency
            }
            result.tokens.append(made)
        }
        for entity in entities {
            result.entities.append(
                EntitySpan(tokens: entity.tokens.lowerBound + first..<entity.tokens.upperBound + first, label: entity.label)
            )
        }
    }
}
