internal import Collation

/// Writes a Web Annotation collection of one page around its annotations, as they come.
///
/// Names and total come last, when all is known: the order of members means nothing in JSON. The names of page and collection are
/// made of those of the annotations.
struct AnnotationFrame {
    private let opening: String
    private var total = 0
    /// A name made of all annotations so far.
    private var identity: String

    /// - Parameters:
    ///   - label: what the collection is called, plain ASCII letters.
    ///   - identity: what tells its kind from other kinds.
    init(label: StaticString, identity: String) {
        opening =
            #"{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","label":"\#(label)","#
            + #""first":{"type":"AnnotationPage","items":["# + "\n"
        self.identity = identity
    }

    /// The next annotation of a name; its other members are the caller's.
    mutating func add(_ id: String, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", id)
            members(&writer)
        }
        let bytes = (total == 0 ? Array(opening.utf8) : [0x2C, 0x0A]) + writer.bytes
        total += 1
        identity = LinkedNames.uuid(of: identity + " " + id)
        return bytes
    }

    /// What comes behind the last annotation.
    /// - Parameter mode: the means of the run.
    mutating func end(mode: Collation.Mode) -> [UInt8] {
        let page = LinkedNames.uuid(of: identity + " page")
        let collection = LinkedNames.uuid(of: identity + " collection")
        var text = total == 0 ? opening + "]" : "\n]"
        text += ",\"id\":\"\(page)\",\"startIndex\":0,\"partOf\":\"\(collection)\"},\"last\":\"\(page)\",\"id\":\"\(collection)\""
        text += ",\"total\":\(total),\"generator\":"
        var generator = JSONWriter()
        generator.object { writer in
            writer.member("type", "Software")
            writer.member("name", "Stemma (\(mode.words) mode)")
        }
        return Array(text.utf8) + generator.bytes + [0x7D, 0x0A]
    }
}
