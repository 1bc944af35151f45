internal import LinearAlgebra
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
    /// - Complexity: O(length of all texts), in bounded memory besides the results.
    public func analyze(_ texts: [UTF8Text], wanting layers: GrammarLayers, workspace: GrammarWorkspace? = nil)
        -> [GrammarAnalysis]
    {
        let workspace = workspace ?? GrammarWorkspace(for: self)
        var results = Array(repeating: GrammarAnalysis(), count: texts.count)
        var batch: [TextPiece] = []
        var waiting = 0
        for (owner, text) in texts.enumerated() {
            var at = 0
            /// What the next piece starts with: context, and tokens that are analyzed again.
            var carried: [TextToken] = []
            var context = 0
            var tokens: [TextToken] = []
            while at < text.count {
                at = tokenizer.cut(
                    text.span,
                    from: at,
                    limit: Self.pieceLimit - carried.count,
                    into: &tokens,
                    store: &workspace.store
                )
                let piece = TextPiece(tokens: carried + tokens, context: context, owner: owner, isLast: at == text.count)
                batch.append(piece)
                waiting += piece.count
                guard !piece.isLast || waiting >= Self.pieceLimit else { continue }
                let restart = analyze(batch, wanting: layers, workspace: workspace, into: &results)
                batch.removeAll(keepingCapacity: true)
                waiting = 0
                if !piece.isLast {
                    let first = piece.context + restart
                    context = min(first, ContextEncoder.padding)
                    carried = Array(piece.tokens[(first - context)...])
                }
                if workspace.forgetWords(), !piece.isLast {
                    for index in carried.indices where Int(carried[index].lexeme) >= exceptions.count {
                        let range = carried[index].start..<carried[index].end
                        carried[index].lexeme = workspace.store.lexeme(text.span, range, tokenizer.lexicon)
                    }
                }
            }
        }
        _ = analyze(batch, wanting: layers, workspace: workspace, into: &results)
        return results
    }

    /// Analyzes pieces together and adds what is found to the results of their texts.
    ///
    /// - Returns: the token of the last piece, behind its context, that the next piece of its text starts with.
    private func analyze(
        _ pieces: [TextPiece],
        wanting layers: GrammarLayers,
        workspace: GrammarWorkspace,
        into results: inout [GrammarAnalysis]
    ) -> Int {
        guard let last = pieces.last else { return 0 }
        let features = workspace.store.features
        let isSpace = pieces.map { $0.analyzed.map { features[Int($0.lexeme)].isSpace } }
        let counts = pieces.map(\.count)
        var starts: [Int] = []
        var rows: Int { (starts.last ?? 0) + last.count }
        var rowTags: [UInt8] = []
        var parses: [DependencyParser.Parse] = []
        var names: [EntityRecognizer.State] = []
        if !layers.isDisjoint(with: [.tags, .heads]) {
            encoder.encode(
                pieces,
                store: workspace.store,
                cache: &workspace.tagCache,
                buffers: workspace.buffers,
                starts: &starts
            )
            let vectors = workspace.buffers.vectors.start
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
            names = recognizer.recognize(
                counts: counts,
                starts: starts,
                vectors: workspace.buffers.vectors.start,
                rows: rows,
                startsSentence: parses.isEmpty ? pieces.map { _ in [] } : parses.map(\.startsSentence),
                isSpace: isSpace,
                buffers: workspace.scorer
            )
        }
        var restart = 0
        for (index, piece) in pieces.enumerated() {
            let parse = parses.isEmpty ? nil : parses[index]
            let end = piece.isLast ? piece.count : freshStart(in: piece, parse, names.isEmpty ? nil : names[index])
            restart = end
            var properties: [AttributeRules.Properties] = []
            if layers.contains(.tags) {
                properties = (0..<piece.count).map {
                    AttributeRules.Properties(
                        tag: rowTags[starts[index] + $0],
                        partOfSpeech: .unknown,
                        dependency: parse?.labels[$0] ?? GrammarToken.unknown
                    )
                }
                rules.apply(to: &properties, tokens: Array(piece.analyzed), features: features)
            }
            append(
                piece.analyzed.prefix(end),
                properties: properties,
                parse: parse,
                entities: names.isEmpty ? [] : names[index].entities,
                to: &results[piece.owner]
            )
        }
        return restart
    }

    /// Where the next piece of a text starts, so that the same is found as in the whole text: at a sentence, or where no name
    /// is open. A sentence of more than half a piece is none, and the piece is taken as it is.
    private func freshStart(in piece: TextPiece, _ parse: DependencyParser.Parse?, _ names: EntityRecognizer.State?) -> Int {
        let start = parse?.lastFreshStart ?? names?.lastFreshStart ?? piece.count - ContextEncoder.padding
        return start > piece.count / 2 ? start : piece.count
    }

    private func append(
        _ piece: ArraySlice<TextToken>,
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
        for entity in entities where entity.tokens.upperBound <= piece.count {
            let tokens = entity.tokens.lowerBound + first..<entity.tokens.upperBound + first
            result.entities.append(EntitySpan(tokens: tokens, label: entity.label))
        }
    }
}
