public import Models

extension EnglishPipeline {
    /// Reads the model from its folder in the store.
    /// - Throws: ``GrammarModelError`` where a file cannot be read, is damaged, or is of another model.
    public init(_ folder: ModelFolder) throws(GrammarModelError) {
        try self.init { try folder.file($0).whole.array }
    }
}
