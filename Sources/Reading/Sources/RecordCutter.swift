/// Cuts a JSON document into its records: the elements of an array, or objects one after another, over any number of lines.
///
/// What is wrong with a record ends that record only: the reader goes on where the next one seems to start, that is with an
/// object that opens at the same indentation, or after a comma where records share their lines. Memory is bounded by one
/// record, not by the document.
struct RecordCutter {
    /// One record, or why it is none.
    enum Content {
        case bytes(ArraySlice<UInt8>)
        /// What is wrong with it, and its beginning.
        case broken(String, ArraySlice<UInt8>)
        case tooLong
    }

    /// A record and where it stands.
    struct Record {
        let content: Content
        /// The line it starts on, from 1, and the bytes of that line before it.
        let line: Int
        let column: Int
        /// Where it starts in the file, in bytes.
        let offset: Int
        /// Its place among the elements of an array, from 1.
        let number: Int?
    }

    private let source: ByteSource
    private let limit: Int
    private var buffer: [UInt8]
    /// Where `buffer` starts in the file.
    private var base = 0
    /// Up to where `buffer` has been cut.
    private var at = 0
    /// The line of `at`, from 1, and where it starts in the file.
    private var line = 1
    private var lineStart = 0
    /// Whether nothing but space stands before `at` on its line.
    private var isFirst = true
    /// The last byte before `at` that is no space.
    private var before: UInt8 = 0
    /// How the first record stood, and so all of them: the bytes before it when it started its line, else nil.
    private var indentation: Int??
    private var isAtEnd = false
    private var isInArray = false
    private var number = 0

    /// Where a record starts.
    private typealias Start = (line: Int, column: Int, offset: Int)

    /// Makes a cutter; `buffer` is what has already been taken from the source.
    init(source: ByteSource, buffer: [UInt8] = [], limit: Int) {
        self.source = source
        self.limit = limit
        self.buffer = buffer
    }

    /// The next record, nil at the end. O(length of the record), amortised.
    mutating func next() throws(ReadingError) -> Record? {
        guard let first = try skipSeparators() else {
            guard isInArray else { return nil }
            isInArray = false
            return record(.broken("the file ends before the end of the list", []), from: (line, base + at - lineStart, base + at))
        }
        if isInArray { number += 1 }
        let start = (line: line, column: base + at - lineStart, offset: base + at)
        if indentation == nil { indentation = .some(isFirst ? start.column : nil) }
        // A sign that closes nothing, or what a broken record left behind.
        guard first == UInt8(ascii: "{") || isInArray && first != UInt8(ascii: "}") && first != UInt8(ascii: ":") else {
            return try broken(start.offset, "a record is expected", start, false, nil)
        }
        var scanner = JSONScanner()
        var isTooLong = false
        var passed = at
        while true {
            switch scanner.pass(buffer.span, from: passed, base: base) {
            case .complete(let end):
                return taken(isTooLong || end - start.offset > limit ? nil : end - base, end - base, start)
            case .fault(let place, let words):
                return try broken(place, words, start, isTooLong, scanner.lastString)
            case .needsMore:
                passed = buffer.count
                if isTooLong || buffer.count - at > limit {
                    isTooLong = true
                    advance(to: buffer.count)
                }
                drop()
                passed = buffer.count
                if try fill() { continue }
                let fault = scanner.faultAtEnd("the file")
                guard let fault else { return taken(isTooLong ? nil : buffer.count, buffer.count, start) }
                return try broken(base + buffer.count, fault, start, isTooLong, scanner.lastString)
            }
        }
    }

    // MARK: Records

    private func record(_ content: Content, from start: Start) -> Record {
        Record(
            content: content,
            line: start.line,
            column: start.column,
            offset: start.offset,
            number: isInArray ? number : nil
        )
    }

    private mutating func taken(_ end: Int?, _ next: Int, _ start: Start) -> Record {
        let content = end.map { Content.bytes(buffer[at..<max(at, $0)]) } ?? .tooLong
        defer { advance(to: next) }
        return record(content, from: start)
    }

    /// A record with a fault: it is left where the next one seems to start.
    private mutating func broken(
        _ place: Int,
        _ words: String,
        _ start: Start,
        _ isTooLong: Bool,
        _ lastString: Int?
    ) throws(ReadingError) -> Record {
        var content = Content.tooLong
        if !isTooLong {
            let end = min(max(at, place - base), buffer.count)
            let bytes = Array(buffer[at..<end])
            let described = JSONFault.place(bytes.count, bytes, JSONFault.Start(line: start.line, column: start.column)) + words
            content = .broken(described, buffer[at..<end])
        }
        let record = record(content, from: start)
        // A quotation mark that is missing turns strings inside out: the next record may lie in what seems the last one.
        let from = max(min(place, lastString ?? place), start.offset + 1)
        advance(to: max(at, min(from - base, buffer.count)))
        try resume()
        // A file that ends inside a record need not be told again to end inside its list.
        if at == buffer.count, isAtEnd { isInArray = false }
        return record
    }

    // MARK: Where the next record starts

    /// Goes on to the next record: in a document whose records start their lines, to a line that opens an object at the same
    /// indentation; else to an object after a comma.
    private mutating func resume() throws(ReadingError) {
        while true {
            while at < buffer.count {
                let byte = buffer[at]
                if byte == UInt8(ascii: "{"), try opensRecord() { return }
                advance(to: at + 1)
            }
            drop()
            guard try fill() else { return }
        }
    }

    /// Whether the brace at `at` opens a record, and not an object inside one.
    private mutating func opensRecord() throws(ReadingError) -> Bool {
        // What follows must be a name, or the end of the object.
        var next = at + 1
        while true {
            while next < buffer.count, Self.isSpace(buffer[next]) { next += 1 }
            if next < buffer.count { break }
            guard try fill() else { return false }
        }
        guard buffer[next] == 0x22 || buffer[next] == UInt8(ascii: "}") else { return false }
        if case .some(.some(let column)) = indentation { return isFirst && base + at - lineStart == column }
        return before == UInt8(ascii: ",")
    }

    // MARK: The buffer

    /// Passes space, commas and the brackets of arrays; the first byte of the next record, nil at the end.
    private mutating func skipSeparators() throws(ReadingError) -> UInt8? {
        while true {
            while at < buffer.count {
                let byte = buffer[at]
                switch byte {
                case UInt8(ascii: ","): break
                case UInt8(ascii: "[") where !isInArray:
                    isInArray = true
                    number = 0
                case UInt8(ascii: "]"): isInArray = false
                case _ where Self.isSpace(byte): break
                default: return byte
                }
                advance(to: at + 1)
            }
            drop()
            guard try fill() else { return nil }
        }
    }

    /// Moves `at` forward and counts the lines on the way.
    private mutating func advance(to end: Int) {
        while at < end {
            let byte = buffer[at]
            at += 1
            if byte == 0x0A {
                line += 1
                lineStart = base + at
                isFirst = true
            } else if !Self.isSpace(byte) {
                isFirst = false
                before = byte
            }
        }
    }

    /// Forgets what has been cut.
    private mutating func drop() {
        guard at > 0 else { return }
        buffer.removeFirst(at)
        base += at
        at = 0
    }

    private mutating func fill() throws(ReadingError) -> Bool {
        if !isAtEnd, try source.read(into: &buffer) > 0 { return true }
        isAtEnd = true
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
