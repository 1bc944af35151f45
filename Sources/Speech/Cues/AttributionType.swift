/// How a source stands to the content that is given to it: the types of attribution of the Penn Discourse Treebank
/// (Prasad et al. 2007), and one for speech of which no words are given.
public enum AttributionType: String, Sendable, Hashable, CaseIterable {
    /// A verb of communication or judgment: “said”, “praised”.
    case assertion
    /// What somebody takes to be so: “believes”, “expects”, “seemed”.
    case belief
    /// What somebody is said to know, see or regret: the writer takes it to be so, too.
    case fact
    /// What somebody wants, plans, orders, allows or supports; also what he is only supposed to say, or does not say (“may say”,
    /// “if she says”, “did not say”): no words of his.
    case eventuality
    /// What speech was about or whom it was for, without anything that was said: “discussed the plan”, “thanked the nurses”. Not one of
    /// the treebank's types.
    case topic
}
