/// Writes objects as one JSON array, each on a line of its own, as they come.
final class JSONList {
    private let output: Output
    private var isEmpty = true

    init(_ output: Output) { self.output = output }

    /// Adds an object.
    func add(_ object: [UInt8]) throws {
        try output.write(isEmpty ? "[\n" : ",\n")
        try output.write(utf8: object)
        isEmpty = false
    }

    /// Ends the array.
    func end() throws { try output.write(isEmpty ? "[]\n" : "\n]\n") }
}
