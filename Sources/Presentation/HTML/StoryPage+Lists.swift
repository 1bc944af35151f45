internal import Collation
internal import Reading
internal import Speech

/// Quotations by speaker, what only one article has, and what was not compared.
extension StoryPage {
    func quotations(_ page: inout HTMLBuilder) {
        let ledger = QuotationLedger(view.articles)
        section("quotations", "Quotations by speaker", ledger.accounts.isEmpty ? "No quotations were found." : nil, &page) {
            page in
            page.element("div", ["class": "ledger"]) { page in
                for account in ledger.accounts {
                    self.account(account.speaker.map { SafeText.line($0) } ?? "Speaker unknown", account.entries, &page)
                }
                if !ledger.notSpeech.isEmpty { account("In quotation marks, but no speech", ledger.notSpeech, &page) }
            }
        }
    }

    private func account(_ title: String, _ entries: [QuotationLedger.Entry], _ page: inout HTMLBuilder) {
        page.element("div", ["class": "account"]) { page in
            page.element("h3") { page in
                page.element("bdi", text: title)
                page.text(" ")
                page.element("span", ["class": "tag"], text: "\(entries.count)")
            }
            for entry in entries {
                page.element("figure") { page in
                    page.element("blockquote", ["lang": language(entry.article), "dir": "auto"], text: view.words(of: entry))
                    page.element("figcaption", ["class": "meta"]) { page in
                        placeLink(entry.passage, to: blockAnchor(entry.passage), &page)
                        page.text(" · \(entry.quotation.kind.rawValue)")
                        if let cue = view.cueWords(of: entry) {
                            page.text(" · ")
                            page.element("span", ["lang": language(entry.article), "dir": "auto"], text: cue)
                        }
                        if let damage = entry.quotation.damage {
                            page.text(" ")
                            page.element("span", ["class": "tag warn"], text: "⚠ \(damage.words)")
                        }
                    }
                }
            }
        }
    }

    // MARK: Only here

    func onlyHere(_ page: inout HTMLBuilder) {
        let lede = "Statements found in one of these articles only. Another article of the same outlet may carry them."
        section("only-here", "Only here", lede, &page) { page in
            page.element("div", ["class": "onlyhere"]) { page in
                for index in view.articles.indices {
                    let solos = view.collation.solo.filter { $0.passage.article == index }
                    page.element("div") { page in
                        page.element("h3") { page in
                            page.text("Only in ")
                            page.element("bdi", text: view.labels[index])
                            page.text(" ")
                            page.element("span", ["class": "tag"], text: "\(solos.count)")
                        }
                        page.element("p", ["class": "meta"], text: view.notInOthers(index))
                        page.element("ul") { page in
                            for solo in solos { self.solo(solo, &page) }
                        }
                    }
                }
            }
        }
    }

    private func solo(_ solo: Solo, _ page: inout HTMLBuilder) {
        page.element("li") { page in
            page.element("span", ["class": "meta"]) { page in
                page.element("a", ["href": "#\(blockAnchor(solo.passage))"], text: view.place(solo.passage))
                page.text(" ")
                if let speaker = solo.speaker { page.element("bdi", text: SafeText.line(speaker) + ": ") }
            }
            page.element("span", ["lang": language(solo.passage.article), "dir": "auto"], text: view.excerpt(solo))
            if let passage = solo.closest?.passage, let closest = view.closest(to: solo) {
                page.element("div", ["class": "meta"]) { page in
                    page.text("closest in ")
                    page.element("a", ["href": "#\(blockAnchor(passage))"], text: closest.place)
                    page.text(": ")
                    page.element("span", ["lang": language(passage.article), "dir": "auto"], text: closest.words)
                }
            }
        }
    }

    // MARK: Left out

    func leftOut(_ page: inout HTMLBuilder) {
        let lede = "What stands in the files and is no part of what an article says in running text. Nothing is thrown away."
        section("left-out", "Not compared", lede, &page) { page in
            for index in view.articles.indices where !view.leftOut(index).isEmpty {
                let blocks = view.leftOut(index)
                page.element("details") { page in
                    page.element("summary") { page in
                        page.element("bdi", text: view.labels[index])
                        page.text(": " + (view.leftOutCounts(index) ?? ""))
                    }
                    page.element("ul") { page in
                        for block in blocks {
                            page.element("li") { page in
                                page.element("b", ["class": "meta"], text: block.kind.words)
                                page.text(" ")
                                let words = view.excerpt(index, block.range)
                                page.element("span", ["lang": language(index), "dir": "auto"], text: words)
                                if !block.reason.isEmpty {
                                    page.element("span", ["class": "meta"], text: " (\(SafeText.line(block.reason)))")
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
