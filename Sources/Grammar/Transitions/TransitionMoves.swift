import Models

/// The moves that a transition system chooses from, in the order of the network's outputs.
struct TransitionMoves: Sendable {
    /// A move: what it does, and the label that it gives.
    struct Move: Sendable {
        let action: Int
        /// The number of the label in ``TransitionMoves/labels``.
        let label: Int
    }

    let moves: [Move]
    let labels: [String]

    init(moves: [Move], labels: [String]) {
        self.moves = moves
        self.labels = labels
    }

    /// Reads `moves`: labels and their frequencies by action. Outputs are in the order of actions, then of falling
    /// frequencies, then of falling names.
    init(file: String, in folder: PipelineFiles) throws(GrammarModelError) {
        let json = try folder.messagePack(file) { data in
            let value = try data.require("moves", in: data.root)
            let text = Array(try data.string(value).utf8)
            do {
                return try JSONValue(reading: text)
            } catch let fault as JSONValue.Fault {
                throw MessagePackError(offset: value.offset + fault.offset, expected: fault.expected)
            }
        }
        guard let actions = json.pairs else { throw GrammarModelError(file: file, reason: "expected labels by action") }
        var labels: [String] = []
        var moves: [Move] = []
        for (name, value) in actions.sorted(by: { $0.key < $1.key }) {
            guard let action = Int(name), (0..<10).contains(action), let pairs = value.pairs else {
                throw GrammarModelError(file: file, reason: "expected the number of an action, found “\(name)”")
            }
            var ranked: [(frequency: Double, label: String)] = []
            for (label, frequency) in pairs {
                guard let frequency = frequency.number else {
                    throw GrammarModelError(file: file, reason: "expected a frequency of “\(label)”")
                }
                ranked.append((frequency, label))
            }
            ranked.sort {
                $0.frequency == $1.frequency
                    ? $0.label.utf8.lexicographicallyPrecedes($1.label.utf8) : $0.frequency < $1.frequency
            }
            for (_, label) in ranked.reversed() {
                let number = labels.firstIndex(of: label) ?? labels.count
                if number == labels.count { labels.append(label) }
                moves.append(Move(action: action, label: number))
            }
        }
        guard labels.count <= 250 else { throw GrammarModelError(file: file, reason: "expected no more than 250 labels") }
        self.moves = moves
        self.labels = labels
    }

    /// The outputs of one action, which lie in a row.
    func outputs(of action: Int) -> Range<Int> {
        let first = moves.firstIndex { $0.action == action } ?? 0
        return first..<first + moves.count { $0.action == action }
    }
}
