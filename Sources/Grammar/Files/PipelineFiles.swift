import Models

/// The files of a model, read by name, with errors that name the file.
struct PipelineFiles {
    /// Gives the bytes of an inner file by its path in the model's folder.
    let read: (String) throws -> [UInt8]

    func bytes(_ file: String) throws(GrammarModelError) -> [UInt8] {
        do {
            return try read(file)
        } catch {
            throw GrammarModelError(file: file, reason: "cannot be read: \(error)")
        }
    }

    func json(_ file: String) throws(GrammarModelError) -> JSONValue {
        do {
            return try JSONValue(reading: try bytes(file))
        } catch let error as JSONValue.Fault {
            throw GrammarModelError(file: file, offset: error.offset, reason: "expected \(error.expected)")
        } catch {
            throw error as? GrammarModelError ?? GrammarModelError(file: file, reason: "\(error)")
        }
    }

    /// Reads a MessagePack file and makes something of it.
    func messagePack<Result>(_ file: String, _ body: (MessagePack) throws -> Result) throws(GrammarModelError) -> Result {
        let bytes = try bytes(file)
        do {
            return try body(try MessagePack(bytes))
        } catch let error as MessagePackError {
            throw GrammarModelError(file: file, offset: error.offset, reason: "expected \(error.expected)")
        } catch {
            throw error as? GrammarModelError ?? GrammarModelError(file: file, reason: "\(error)")
        }
    }
}
