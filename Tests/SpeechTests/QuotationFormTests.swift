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
            ("es", "«No vamos a ceder», dijo Ana Vidal.", .sentence),
            ("es", "«Estoy feliz», dijo Ana Vidal.", .sentence),
            ("es", "«No a la guerra», dijo Ana Vidal.", .fragment),
            ("de", "„Das kommt nicht infrage“, sagte Angela Kern.", .sentence),
            ("de", "„Frankreich braucht Frieden“, sagte Angela Kern.", .sentence),
            ("de", "„Ein guter Tag“, sagte Angela Kern.", .fragment),
            ("fr", "« Rien ne change », a dit Jean Roux.", .sentence),
            ("ru", "«Это неприемлемо», — сказала Анна Волкова.", .sentence),
            ("uk", "«Франція не хоче миру», — сказала Анна Бойко.", .sentence),
            ("ru", "«Новый пакет», — сказала Анна Волкова.", .fragment),
            ("ru", "«Совет отклонил план», — сказала Анна Волкова.", .sentence),
            ("ru", "«Очень печальная новость», — сказала Анна Волкова.", .fragment),
        ]
    )
    func form(language: String, text: String, form: Quotation.Form) {
        #expect(Analysis(text, language: language).speech.quotations.first?.form == form)
    }
}
