/// Room for a ``SentenceEncoder`` at work, and what it has computed of words that come again. Using one again saves time; two
/// threads must not use one at once. Grows to no more than about 100 MB, whatever the texts.
public final class EncoderWorkspace {
    lazy var transformer = TransformerBuffers()
    lazy var convolution = ConvolutionBuffers()

    /// Makes room, which is taken when it is needed.
    public init() {}
}
