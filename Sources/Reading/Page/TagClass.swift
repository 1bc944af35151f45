internal import HTMLTree

/// Tags in classes that matter to the text in them.
enum TagClass {
    static func of(_ tag: Tag) -> Int {
        switch tag {
        case .p: 1
        case .div: 2
        case .li: 3
        case .h1: 4
        case .h2: 5
        case .h3: 6
        case .h4: 7
        case .h5, .h6: 8
        case .td, .th: 9
        case .figcaption, .caption: 10
        case .blockquote: 11
        case .pre, .listing, .xmp: 12
        case .dd: 13
        case .dt: 14
        case .section: 15
        case .article: 16
        case .main: 17
        case .header, .hgroup: 18
        case .footer: 19
        case .aside: 20
        case .nav, .menu: 21
        case .ul: 22
        case .ol: 23
        case .dl: 24
        case .table, .tbody, .thead, .tfoot, .tr: 25
        case .figure: 26
        case .form, .fieldset: 27
        case .button: 28
        case .address: 29
        case .details, .summary: 30
        case .body: 31
        case .center: 32
        case .dialog: 33
        case .legend, .option: 34
        default: 35
        }
    }
}
