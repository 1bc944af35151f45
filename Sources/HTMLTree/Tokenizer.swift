/// The tokenizer of the WHATWG HTML Standard, section 13.2.5, over a whole input.
///
/// Because the input is at hand as a whole, the states inside a token are places in straight code; what is left of them
/// are the states between tokens, ``ContentModel``. What has to be changed (decoded references, replaced NULs) goes to
/// `side`; all else is handed on as a range of the input.
struct Tokenizer: ~Copyable, ~Escapable {
    /// What the next bytes are read as.
    enum ContentModel: UInt8, Sendable {
        /// Tags and text.
        case data
        /// Text with character references, up to an end tag: `title`, `textarea`.
        case rcdata
        /// Text up to an end tag: `style`, `iframe`.
        case rawText
        /// The same for `script`, which may hide its end tag in comments.
        case scriptData
        /// Text to the end of the input.
        case plainText
        /// Text up to `]]>`, in foreign elements.
        case cdata
    }

    let input: Span<UInt8>
    /// Offsets from here on count into `side`.
    let sideBase: Int
    var at = 0
    private(set) var model = ContentModel.data
    /// Where the text of `rcdata`, `rawText` and `scriptData` ends; found once when it begins.
    var textEnd: Int?
    /// The name, in lower case, of the end tag that can end such text.
    var endTagName: [UInt8] = []
    /// Whether `<![CDATA[` opens a section: the parser says so inside foreign elements.
    var allowsCDATA = false

    /// Changed bytes. The first is never used, so that no range of the input touches one of the side buffer.
    var side: [UInt8] = [0]
    var attributes: [AttributeRecord] = []
    var names = NameTable()
    let knownTags = KnownNames.tags
    let knownAttributes = KnownNames.attributes
    let references = CharacterReferences.shared
    /// By attribute name, the last tag that had it: finds duplicates in O(1).
    var lastTagWith = [UInt32](repeating: 0, count: 256)
    var tagCount: UInt32 = 0

    @_lifetime(copy input)
    init(_ input: Span<UInt8>) {
        self.input = input
        sideBase = input.count
    }

    /// Reads what follows as `model`, up to the end tag `endTag` where the model has one.
    mutating func read(as model: ContentModel, until endTag: [UInt8] = []) {
        self.model = model
        endTagName = endTag
        textEnd = nil
    }

    /// Reads the next token. After the end of the input all are ``Token/Kind/endOfFile``.
    @inline(__always)
    mutating func next(_ token: inout Token) {
        if !token.keepsAttributes, token.attributeCount > 0 { attributes.removeLast(token.attributeCount) }
        token.attributeCount = 0
        token.keepsAttributes = false
        switch model {
        case .data: nextInData(&token)
        case .rcdata, .rawText, .scriptData: nextInText(&token)
        case .plainText: nextRun(&token, to: input.count, replacesNull: true)
        case .cdata: nextInCDATA(&token)
        }
    }

    private mutating func nextInData(_ token: inout Token) {
        let input = self.input
        let end = input.count
        // Markup that makes no token (`</>`) and tags cut by the end of the input go round again.
        while at < end {
            let start = at
            var stop = start
            text: while true {
                stop = input.firstIndex(of: UInt8(ascii: "<"), UInt8(ascii: "&"), 0, from: stop)
                guard stop < end else { break }
                switch input[stop] {
                case UInt8(ascii: "<"):
                    guard stop + 1 < end else {
                        stop = end
                        break text
                    }
                    let next = input[stop + 1]
                    if next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                        break text
                    }
                    stop += 1
                case UInt8(ascii: "&"):
                    if CharacterReferences.mayBegin(in: input, at: stop) { break text }
                    stop += 1
                default: break text
                }
            }
            if stop > start {
                token.kind = .characters
                token.text = ByteRange(start, stop)
                at = stop
                return
            }
            switch input[start] {
            case UInt8(ascii: "<"):
                if readMarkup(&token) { return }
                if model == .cdata { return nextInCDATA(&token) }
            case UInt8(ascii: "&"): return readReference(&token)
            default:
                token.kind = .null
                at = start + 1
                return
            }
        }
        token.kind = .endOfFile
    }

    /// Reads what begins with `<` at `at`; false when it makes no token.
    private mutating func readMarkup(_ token: inout Token) -> Bool {
        let input = self.input
        let end = input.count
        let next = input[at + 1]
        if next.isASCIILetter { return readTag(&token, .startTag, nameAt: at + 1) }
        switch next {
        case UInt8(ascii: "/"):
            guard at + 2 < end else {
                token.kind = .characters
                token.text = ByteRange(at, end)
                at = end
                return true
            }
            let first = input[at + 2]
            if first.isASCIILetter { return readTag(&token, .endTag, nameAt: at + 2) }
            if first == UInt8(ascii: ">") {
                at += 3
                return false
            }
            readBogusComment(&token, from: at + 2)
        case UInt8(ascii: "!"):
            readDeclaration(&token)
            return model != .cdata
        default:
            readBogusComment(&token, from: at + 1)
        }
        return true
    }

    private mutating func readDeclaration(_ token: inout Token) {
        let start = at + 2
        if input.hasASCII("--", at: start) {
            readComment(&token, from: start + 2)
        } else if input.hasASCII("doctype", at: start) {
            readDoctype(&token, from: start + 7)
        } else if allowsCDATA, input.hasCDATAStart(at: start) {
            at = start + 7
            read(as: .cdata)
        } else {
            readBogusComment(&token, from: start)
        }
    }

    func sideRange(from start: Int) -> ByteRange { ByteRange(sideBase + start, sideBase + side.count) }

    /// A range of the input with NULs replaced, in `side` if there are any.
    mutating func replacingNulls(_ start: Int, _ end: Int) -> ByteRange {
        guard start < end else { return .empty }
        guard input.firstIndex(of: 0, from: start, to: end) < end else { return ByteRange(start, end) }
        let from = side.count
        for index in start..<end {
            if input[index] == 0 { side.append(scalar: 0xFFFD) } else { side.append(input[index]) }
        }
        return sideRange(from: from)
    }
}

extension Span where Element == UInt8 {
    /// `[CDATA[`, which is the one thing in upper case only.
    func hasCDATAStart(at start: Int) -> Bool {
        guard hasASCII("[cdata[", at: start) else { return false }
        for index in start + 1..<start + 6 where self[index] & 0x20 != 0 { return false }
        return true
    }
}
