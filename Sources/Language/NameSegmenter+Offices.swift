internal import TextCore

/// Titles and offices whose words do not all stand in the run of a name.
extension NameSegmenter {
    /// “Foreign Minister Ana Silva” at the start of a sentence, where the first capital says nothing and no run of a name begins:
    /// the words in front that belong to the title.
    func opening(ofTitleAt index: Int, in sentence: Range<Int>) -> Int {
        var start = index
        while start > sentence.lowerBound, index - start < 3, context.tokens[start - 1].kind == .word,
            context.tokens[start - 1].isCapitalized, has(start - 1, [.roleModifier, .role]), !has(start - 1, .function)
        {
            start -= 1
        }
        return start
    }

    /// Where an office ends whose noun stands in front of a run and whose field is the first part of it; nil where none does.
    func office(reachingInto run: Range<Int>, in sentence: Range<Int>) -> Int? {
        guard let lexicon = OfficeLexicon.of(context.vocabulary.language), !lexicon.headComesLast else { return nil }
        for start in max(sentence.lowerBound, run.lowerBound - 4)..<run.lowerBound
        where has(start, [.role, .roleStart]) && context.tokens[start].kind == .word {
            guard let phrase = lexicon.phrase(context.tokens, context.stems, start, limit: run.upperBound - 1), phrase.isOffice,
                phrase.end > run.lowerBound
            else { continue }
            return phrase.end
        }
        return nil
    }

    /// The office of more than one word that ends at `end`: its noun comes first in these languages.
    func office(endingAt end: Int, in sentence: Range<Int>) -> Range<Int>? {
        guard end > sentence.lowerBound, let lexicon = OfficeLexicon.of(context.vocabulary.language), !lexicon.headComesLast
        else {
            return nil
        }
        for start in max(sentence.lowerBound, end - 6)..<max(sentence.lowerBound, end - 1)
        where has(start, [.role, .roleStart]) && context.tokens[start].kind == .word {
            if let phrase = lexicon.phrase(context.tokens, context.stems, start, limit: end), phrase.isOffice, phrase.end == end {
                // "ancien ministre de la Défense"
                let isModified = start > sentence.lowerBound && has(start - 1, .roleModifier)
                return (isModified ? start - 1 : start)..<end
            }
        }
        return nil
    }
}
