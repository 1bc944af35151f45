import Speech
import Testing

/// Whether quoted words are a sentence: a short one needs its verb.
struct QuotationFormTests {
    @Test(
        arguments: [
            ("en", "“The council rejected the plan,” said Ida Moss.", Quotation.Form.sentence),
            ("en", "“Prices rose again,” said Ida Moss.", .sentence),
            ("en", "“A complete disaster,” said Ida Moss.", .fragment),
            ("en", "Ida Moss spoke of “a plan rejected by all.”", .fragment),
            ("es", "«El ayuntamiento rechazó el plan», dijo Ana Vidal.", .sentence),
            ("es", "«Vamos a ganar», dijo Ana Vidal.", .sentence),
            ("es", "«Ganaremos», dijo Ana Vidal.", .sentence),
            ("es", "«Una noticia triste», dijo Ana Vidal.", .fragment),
            ("ru", "«Совет отклонил план», — сказала Анна Волкова.", .sentence),
            ("ru", "«Очень печальная новость», — сказала Анна Волкова.", .fragment),
        ]
    )
    func form(language: String, text: String, form: Quotation.Form) {
        #expect(Analysis(text, language: language).speech.quotations.first?.form == form)
    }
}
