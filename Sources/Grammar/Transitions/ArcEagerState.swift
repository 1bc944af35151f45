/// The state of arc-eager parsing (Nivre 2003; with Honnibal and Johnson 2015's moves that take back a shift, “An improved
/// non-monotonic transition system for dependency parsing”) as spaCy has it: a stack, a buffer, and the arcs so far.
struct ArcEagerState {
    /// What a move does, by the numbers that models use.
    enum Action: Int {
        /// Pushes the first token of the buffer.
        case shift
        /// Pops the stack; a token without a head goes back to the buffer.
        case reduce
        /// Makes the first token of the buffer the head of the top of the stack, and pops it.
        case left
        /// Makes the top of the stack the head of the first token of the buffer, and pushes it.
        case right
        /// Starts a sentence at the second token of the buffer.
        case breakSentence
    }

    /// The tokens whose rows describe a state: two of the buffer, three of the stack, the last left children of the first
    /// of each, and the last right child of the top.
    static let places = 8

    let length: Int
    /// The row of the first token.
    let firstRow: Int
    /// Negative where a token has none.
    private(set) var heads: [Int32]
    private(set) var labels: [UInt8]
    private var stack: [Int32] = []
    /// Tokens that went back to the buffer, the next one last.
    private var returned: [Int32] = []
    /// The first token of the buffer that was never on the stack.
    private var next = 0
    private var wasReturned: [Bool]
    private var startsSentence: [Bool]
    /// The child that was attached last, on each side, and for each child the one before it: negative where there is none.
    private var lastLeft: [Int32]
    private var lastRight: [Int32]
    private var sibling: [Int32]
    /// The last token before the end, by more than ``lookahead``, at which all before it was done: nothing on the stack,
    /// nothing that went back to the buffer, and no arc from the token. Parsing may start anew there and finds the same.
    private(set) var lastFreshStart = 0

    /// How many tokens behind a place of the buffer its moves depend on, with the reach of the token vectors.
    static let lookahead = 1 + ContextEncoder.padding

    init(length: Int, firstRow: Int) {
        self.length = length
        self.firstRow = firstRow
        heads = Array(repeating: -1, count: length)
        labels = Array(repeating: 0, count: length)
        wasReturned = Array(repeating: false, count: length)
        startsSentence = wasReturned
        lastLeft = heads
        lastRight = heads
        sibling = heads
    }

    var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

    private var bufferCount: Int { length - next + returned.count }

    /// A token of the stack, from the top; negative where it ends.
    private func stackToken(_ index: Int) -> Int {
        index < stack.count ? Int(stack[stack.count - 1 - index]) : -1
    }

    /// A token of the buffer; negative where it ends.
    private func bufferToken(_ index: Int) -> Int {
        if index < returned.count { return Int(returned[returned.count - 1 - index]) }
        let token = next + index - returned.count
        return token < length ? token : -1
    }

    /// Writes the rows of the tokens that describe the state.
    func describe(into rows: inout [Int32], at start: Int) {
        let (b0, s0) = (bufferToken(0), stackToken(0))
        rows[start] = row(b0)
        rows[start + 1] = row(bufferToken(1))
        rows[start + 2] = row(s0)
        rows[start + 3] = row(stackToken(1))
        rows[start + 4] = row(stackToken(2))
        rows[start + 5] = b0 < 0 ? -1 : row(Int(lastLeft[b0]))
        rows[start + 6] = s0 < 0 ? -1 : row(Int(lastLeft[s0]))
        rows[start + 7] = s0 < 0 ? -1 : row(Int(lastRight[s0]))
    }

    private func row(_ token: Int) -> Int32 { token < 0 ? -1 : Int32(truncatingIfNeeded: token + firstRow) }

    /// Whether moves of a kind are open.
    func isValid(_ action: Action) -> Bool {
        switch action {
        case .shift:
            if stack.isEmpty { return true }
            guard bufferCount >= 2 else { return false }
            let first = bufferToken(0)
            return !startsSentence[first] && !wasReturned[first]
        case .reduce: return !stack.isEmpty
        case .left, .right: return !stack.isEmpty && bufferCount > 0 && !startsSentence[bufferToken(0)]
        case .breakSentence:
            guard bufferCount >= 2 else { return false }
            let second = bufferToken(1)
            return second == bufferToken(0) + 1 && !startsSentence[second]
        }
    }

    /// Makes a move that is valid.
    mutating func make(_ action: Action, label: UInt8) {
        switch action {
        case .shift: push()
        case .reduce:
            let top = stack.removeLast()
            // A token without a head goes back, unless it was the only one: then it is a root.
            if heads[Int(top)] < 0, !stack.isEmpty {
                wasReturned[Int(top)] = true
                returned.append(top)
            }
        case .left:
            let (head, child) = (bufferToken(0), stackToken(0))
            attach(child, to: head, label: label)
            wasReturned[head] = false
            stack.removeLast()
        case .right:
            attach(bufferToken(0), to: stackToken(0), label: label)
            push()
        case .breakSentence: startsSentence[bufferToken(1)] = true
        }
    }

    private mutating func push() {
        if let token = returned.popLast() {
            stack.append(token)
        } else {
            if stack.isEmpty, lastLeft[next] < 0, next < length - Self.lookahead { lastFreshStart = next }
            stack.append(Int32(truncatingIfNeeded: next))
            next += 1
        }
    }

    private mutating func attach(_ child: Int, to head: Int, label: UInt8) {
        if heads[child] >= 0 { detach(child) }
        if head > child {
            sibling[child] = lastLeft[head]
            lastLeft[head] = Int32(truncatingIfNeeded: child)
        } else {
            sibling[child] = lastRight[head]
            lastRight[head] = Int32(truncatingIfNeeded: child)
        }
        heads[child] = Int32(truncatingIfNeeded: head)
        labels[child] = label
    }

    /// Takes a child from its head. It is the head's last child as a rule, so this is O(1).
    private mutating func detach(_ child: Int) {
        let head = Int(heads[child])
        let isLeft = head > child
        let last = Int(isLeft ? lastLeft[head] : lastRight[head])
        if last == child {
            if isLeft { lastLeft[head] = sibling[child] } else { lastRight[head] = sibling[child] }
            return
        }
        var at = last
        while at >= 0, sibling[at] != child { at = Int(sibling[at]) }
        if at >= 0 { sibling[at] = sibling[child] }
    }

    /// Ends parsing where no move is open.
    mutating func end() {
        stack.removeAll()
        returned.removeAll()
        next = length
    }
}
