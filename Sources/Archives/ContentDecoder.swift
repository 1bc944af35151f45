/// Undoes the codings of a body, piece by piece or at once, within the limits of its result.
public struct ContentDecoder: ~Copyable {
    private let limits: ArchiveLimits
    /// The last coding that was done is undone first.
    private let stages: [any DecodingStage]
    private var taken = 0
    private var made = 0

    /// Whether all coded data so far had its end; of use after ``finish(into:)``.
    public private(set) var isComplete = true

    /// Makes a decoder of codings in the order in which they were done.
    public init(_ codings: [ContentCoding], limits: ArchiveLimits = ArchiveLimits()) throws(ContentError) {
        guard codings.count <= limits.codings else { throw .tooManyCodings(limit: limits.codings) }
        var stages: [any DecodingStage] = []
        for coding in codings.reversed() {
            switch coding {
            case .gzip: stages.append(InflateStage(.gzip))
            case .deflate: stages.append(InflateStage(.deflate))
            case .brotli: stages.append(BrotliStage())
            case .chunked: stages.append(ChunkedStage())
            case .unknown(let name): throw .unknownCoding(name)
            }
        }
        self.stages = stages
        self.limits = limits
    }

    /// Whether a part was not coded as said and has been taken as it is.
    public var isMislabeled: Bool { stages.contains { $0.isMislabeled } }

    /// Decodes a piece and appends what it makes.
    /// - Complexity: O(length of the piece and of what it makes).
    public mutating func decode(_ piece: ArraySlice<UInt8>, into output: inout [UInt8]) throws(ContentError) {
        taken += piece.count
        try pass(Array(piece), from: 0, isLast: false, into: &output)
    }

    /// Ends the body: appends what is still held back.
    public mutating func finish(into output: inout [UInt8]) throws(ContentError) {
        try pass([], from: 0, isLast: true, into: &output)
        isComplete = stages.allSatisfy { $0.isAtEnd }
    }

    /// Decodes a whole body.
    public static func decode(
        _ body: ArraySlice<UInt8>,
        codings: [ContentCoding],
        limits: ArchiveLimits = ArchiveLimits()
    ) throws(ContentError) -> DecodedContent {
        guard !codings.isEmpty else {
            guard body.count <= limits.decodedBody else { throw .tooLarge(limit: limits.decodedBody) }
            return DecodedContent(bytes: Array(body))
        }
        var decoder = try ContentDecoder(codings, limits: limits)
        var output: [UInt8] = []
        var at = body.startIndex
        while at < body.endIndex {
            let end = min(at + 1 << 16, body.endIndex)
            try decoder.decode(body[at..<end], into: &output)
            at = end
        }
        try decoder.finish(into: &output)
        return DecodedContent(bytes: output, isComplete: decoder.isComplete, isMislabeled: decoder.isMislabeled)
    }

    /// Passes a piece through the stages from `first` on. What a stage makes goes on in bounded pieces, so that a bomb under
    /// a bomb is never held. The depth is bounded by the number of codings.
    private mutating func pass(
        _ piece: [UInt8],
        from first: Int,
        isLast: Bool,
        into output: inout [UInt8]
    ) throws(ContentError) {
        guard first < stages.count else {
            made += piece.count
            guard made <= limits.decodedBody else { throw .tooLarge(limit: limits.decodedBody) }
            if made > limits.expansionFloor, made / max(1, limits.expansion) > taken {
                throw .expandsTooMuch(limit: limits.expansion)
            }
            output.append(contentsOf: piece)
            return
        }
        let stage = stages[first]
        stage.take(piece, isLast: isLast)
        while let made = try stage.make() {
            try pass(made, from: first + 1, isLast: false, into: &output)
        }
        if isLast { try pass([], from: first + 1, isLast: true, into: &output) }
    }
}

/// One coding to be undone.
protocol DecodingStage: AnyObject {
    /// Takes the next coded bytes; `isLast` with none when there are no more.
    func take(_ bytes: [UInt8], isLast: Bool)
    /// A bounded piece of what they decode to; nil when more must be taken first.
    func make() throws(ContentError) -> [UInt8]?
    /// Whether the coded data had its end.
    var isAtEnd: Bool { get }
    /// Whether bytes were taken as they are.
    var isMislabeled: Bool { get }
}
