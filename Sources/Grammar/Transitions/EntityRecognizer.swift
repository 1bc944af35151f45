internal import LinearAlgebra

/// Finds names and other entities, by transitions that begin, continue and end them (the BILOU scheme of Ratinov and Roth
/// 2009, “Design challenges and misconceptions in named entity recognition”).
struct EntityRecognizer: Sendable {
    let moves: TransitionMoves
    private let scorer: TransitionScorer
    private let begin: Range<Int>
    private let unit: Range<Int>
    private let out: Range<Int>
    /// The outputs that continue and that end an entity of each label.
    private let inside: [Int?]
    private let last: [Int?]

    /// The tokens that describe a state: the next one, the first of the open entity, and the one before the next.
    private static let places = 3

    private enum Action {
        static let begin = 1
        static let inside = 2
        static let last = 3
        static let unit = 4
        static let out = 5
    }

    /// An entity of one piece of text.
    struct Entity {
        let tokens: Range<Int>
        let label: UInt8
    }

    /// How far one piece has been read, and what was found.
    struct State {
        fileprivate let count: Int
        fileprivate let firstRow: Int
        fileprivate var next = 0
        /// The open entity's first token and label.
        fileprivate var open: (start: Int, label: Int)?
        fileprivate(set) var entities: [Entity] = []
        /// The last token at which no entity was open, where the vectors do not depend on what comes behind the piece.
        fileprivate(set) var lastFreshStart = 0

        fileprivate init(count: Int, firstRow: Int) {
            self.count = count
            self.firstRow = firstRow
        }
    }

    init(_ model: ThincModel, in folder: PipelineFiles) throws(GrammarModelError) {
        let file = "ner/moves"
        let moves = try TransitionMoves(file: file, in: folder)
        scorer = try TransitionScorer(model, places: Self.places, moves: moves.moves.count)
        // A unit without a label stands for places that are told to have no entity.
        let units = moves.outputs(of: Action.unit).filter { !moves.labels[moves.moves[$0].label].isEmpty }
        let begin = moves.outputs(of: Action.begin)
        unit = (units.first ?? 0)..<(units.first ?? 0) + units.count
        out = moves.outputs(of: Action.out)
        func outputs(of action: Int) -> [Int?] {
            moves.labels.indices.map { label in moves.moves.firstIndex { $0.action == action && $0.label == label } }
        }
        let (inside, last) = (outputs(of: Action.inside), outputs(of: Action.last))
        guard !begin.isEmpty, out.count == 1, units == Array(unit),
            begin.allSatisfy({ inside[moves.moves[$0].label] != nil && last[moves.moves[$0].label] != nil })
        else { throw GrammarModelError(file: file, reason: "expected the moves of an entity recognizer") }
        self.moves = moves
        self.begin = begin
        self.inside = inside
        self.last = last
    }

    /// Finds the entities of pieces of text, side by side.
    ///
    /// - Parameters:
    ///   - startsSentence: for each piece, which tokens start a sentence, beyond which no entity goes; empty where nobody knows.
    ///   - isSpace: for each piece, which tokens are white space, at which no entity starts.
    /// - Complexity: O(*n*): one move for each token.
    func recognize(
        counts: [Int],
        starts: [Int],
        vectors: UnsafePointer<Float>,
        rows: Int,
        startsSentence: [[Bool]],
        isSpace: [[Bool]],
        buffers: ScorerBuffers
    ) -> [State] {
        scorer.prepare(vectors, rows: rows, buffers: buffers)
        var states = zip(counts, starts).map { State(count: $0, firstRow: $1) }
        var active = states.indices.filter { states[$0].count > 0 }
        var context = Array(repeating: Int32(-1), count: states.count * Self.places)
        while !active.isEmpty {
            for (slot, index) in active.enumerated() {
                let state = states[index]
                let next = Int32(truncatingIfNeeded: state.firstRow + state.next)
                context[slot * Self.places] = next
                context[slot * Self.places + 1] = state.open.map { Int32(truncatingIfNeeded: state.firstRow + $0.start) } ?? -1
                context[slot * Self.places + 2] = state.open == nil ? -1 : next - 1
            }
            let scores = scorer.score(context, states: active.count, buffers: buffers)
            for (slot, index) in active.enumerated() {
                let next = states[index].next + 1
                let isCut = next < startsSentence[index].count && startsSentence[index][next]
                advance(&states[index], scores + slot * scorer.moves, isBeforeSentence: isCut, isSpace: isSpace[index])
            }
            active.removeAll { states[$0].next == states[$0].count }
        }
        return states
    }

    private func advance(_ state: inout State, _ scores: UnsafePointer<Float>, isBeforeSentence: Bool, isSpace: [Bool]) {
        let canGoOn = state.next + 1 < state.count && !isBeforeSentence
        let at = state.next
        state.next += 1
        if state.open == nil, at < state.count - ContextEncoder.padding { state.lastFreshStart = at }
        if let open = state.open {
            guard let end = last[open.label], let more = inside[open.label] else { return }
            if !canGoOn || scores[end] > scores[more] {
                state.entities.append(Entity(tokens: open.start..<at + 1, label: UInt8(truncatingIfNeeded: open.label)))
                state.open = nil
            }
            return
        }
        var best = -1
        if !isSpace[at] {
            if canGoOn { TransitionScorer.best(scores, among: begin, best: &best) }
            TransitionScorer.best(scores, among: unit, best: &best)
        }
        TransitionScorer.best(scores, among: out, best: &best)
        let move = moves.moves[best]
        switch move.action {
        case Action.begin: state.open = (at, move.label)
        case Action.unit: state.entities.append(Entity(tokens: at..<at + 1, label: UInt8(truncatingIfNeeded: move.label)))
        default: break
        }
    }
}
