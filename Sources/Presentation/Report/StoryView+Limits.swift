internal import Collation

extension StoryView {
    /// What the comparison could not tell because articles are in different languages, a line for each article.
    var limitNotes: [String] {
        collation.limits.compactMap { limit in
            guard labels.indices.contains(limit.article) else { return nil }
            let label = "\(labels[limit.article]) (\(SafeText.line(limit.language)))"
            switch limit.extent {
            case .namesAndFigures:
                return "\(label): compared by names, figures and dates only; what only this article has cannot be told"
            case .partly:
                return "\(label): some of the others are in a language that is compared by names, figures and dates only"
            case .undecided:
                let sentences = limit.undecided == 1 ? "one of its sentences says" : "\(limit.undecided) of its sentences say"
                return "\(label): whether the articles in other languages have all that \(sentences) cannot be told"
            }
        }
    }
}
