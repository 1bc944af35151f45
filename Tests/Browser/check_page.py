#!/usr/bin/env python3
"""Drives the page of a comparison in a browser, as its readers do, and runs axe-core on it.

    pip install playwright axe-playwright-python     # into an environment of your own
    python3 Tests/Browser/check_page.py PAGE…        # pages that `stemma compare --format html` wrote

Checked: no request leaves the page, no error in the console, keys and focus, the lens, connecting lines after a resize, links of
the matrix, 320 columns of CSS pixels and a zoom of 200 %, target sizes, reduced motion, print, and WCAG 2.2 A and AA by axe-core
in both colour schemes. Skips, and says so, where Playwright or a Chromium is absent. Exit code: 0 all well or skipped, 1 not.
"""

import pathlib
import shutil
import sys

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Check:
    """One page in one browser window, and what was wrong with it."""

    def __init__(self, browser, path, axe, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.axe = axe
        self.name = pathlib.Path(path).name
        self.faults = []
        self.passes = 0
        self.page.on("console", lambda m: self.expect(m.type not in ("error", "warning"), f"console: {m.text}"))
        self.page.on("pageerror", lambda error: self.expect(False, f"error: {error}"))
        self.page.on("request", lambda r: self.expect(r.url.startswith(("file:", "data:")), f"request: {r.url}"))
        self.page.goto(pathlib.Path(path).resolve().as_uri())
        self.page.wait_for_timeout(200)

    def expect(self, holds, what):
        if holds:
            self.passes += 1
        else:
            self.faults.append(f"{self.name}: {what}")

    def run(self, script, argument=None):
        return self.page.evaluate(script, argument)

    def accessible(self, where):
        results = self.axe.run(self.page, options={"runOnly": TAGS}).response
        self.passes += len(results["passes"])
        for found in results["violations"]:
            nodes = "; ".join(node["html"][:120] for node in found["nodes"][:3])
            self.expect(False, f"{where}: axe {found['id']} ({found['impact']}, {len(found['nodes'])}): {nodes}")

    def close(self):
        self.context.close()
        return self.passes, self.faults


def keyboard(check):
    page = check.page
    page.keyboard.press("Tab")
    check.expect(check.run("document.activeElement.className") == "skip", "the first Tab reaches the skip link")
    check.expect(check.run("document.activeElement.getBoundingClientRect().left >= 0"), "the focused skip link is seen")
    page.keyboard.press("Enter")
    check.expect(check.run("location.hash") == "#content", "the skip link leads to the comparison")
    # Every stop of the Tab key has a ring, is in view and not under the sticky navigation.
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        page.wait_for_timeout(15)
        state = check.run(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const s = getComputedStyle(e), r = e.getBoundingClientRect(), nav = document.querySelector("nav.sections");
            const x = Math.min(Math.max(r.left + 2, 0), innerWidth - 1), y = (r.top + r.bottom) / 2;
            const top = document.elementFromPoint(x, y);
            return { html: e.outerHTML.slice(0, 90), ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
              view: r.bottom > 0 && r.top < innerHeight,
              covered: !!(nav && !nav.contains(e) && top && nav.contains(top)) }; }"""
        )
        if state is None:
            break
        seen += 1
        check.expect(state["ring"], f"focus ring on {state['html']}")
        check.expect(state["view"] and not state["covered"], f"focus in view on {state['html']}")
    check.expect(seen > 5, "Tab moves on")


def lens(check):
    page = check.page
    if not page.query_selector("a.chip[data-statement]"):
        return
    visible = "!document.querySelector('.lens').hidden"
    page.keyboard.press("n")
    check.expect(check.run(visible), "n opens the next statement")
    first = check.run("document.querySelector('.lens .id').textContent")
    check.accessible("lens open")
    page.keyboard.press("n")
    page.keyboard.press("p")
    check.expect(check.run("document.querySelector('.lens .id').textContent") == first, "p goes back")
    page.keyboard.press("Escape")
    check.expect(not check.run(visible), "Escape closes the lens")
    chip = page.locator(".report[data-side] a.chip[data-statement]").first
    chip.focus()
    page.keyboard.press("Enter")
    id = chip.get_attribute("data-statement")
    check.expect(check.run("document.querySelector('.lens .id').textContent") == id, "a chip opens its statement")
    check.expect(check.run("document.querySelectorAll('.m.on').length") > 0, "the words in focus are marked")
    page.locator("[data-close]").click()
    check.expect(chip.evaluate("chip => chip === document.activeElement"), "closing gives the focus back")
    page.keyboard.press("?")
    check.expect(check.run("document.querySelector('dialog').open"), "? opens the help")
    check.accessible("help open")
    page.locator("[data-letters]").uncheck()
    page.keyboard.press("Escape")
    check.expect(not check.run("document.querySelector('dialog').open"), "Escape closes the help")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    check.expect(not check.run(visible), "letters can be switched off")
    page.evaluate("document.querySelector('[data-letters]').checked = true")


def threads(check):
    page = check.page
    lines = "[...document.querySelectorAll('.thread path')].map(p => p.getAttribute('d')).join()"
    if not page.query_selector(".columns.paired") or not page.query_selector("a.chip[data-statement]"):
        return
    before = check.run(lines)
    check.expect(before != "", "lines join what two articles share")
    page.set_viewport_size({"width": 1000, "height": 800})
    page.wait_for_timeout(200)
    check.expect(check.run(lines) not in ("", before), "lines follow a resize")
    page.set_viewport_size({"width": 600, "height": 800})
    page.wait_for_timeout(200)
    check.expect(not page.query_selector(".threads"), "no lines where articles stand below each other")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_timeout(200)
    check.expect(check.run(lines) == before, "lines come back")
    selects = page.locator(".choose select")
    if selects.count() and selects.first.is_visible():
        # The left one's choice taken by the right one: they change places.
        left = selects.nth(0).input_value()
        selects.nth(1).select_option(left)
        check.expect(selects.nth(0).input_value() != left, "the two sides are never one article")
        check.expect(page.locator(".report:visible").count() == 2, "two articles stand side by side")


def links(check):
    page = check.page
    broken = check.run(
        """[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
        .filter(id => !document.getElementById(id))"""
    )
    check.expect(broken == [], f"links lead somewhere: {broken[:5]}")
    cells = page.locator("#matrix td a")
    for index in range(min(cells.count(), 12)):
        cell = cells.nth(index)
        cell.click()
        page.wait_for_timeout(700 if index == 0 else 60)
        id = cell.get_attribute("href")[1:]
        check.expect(check.run("location.hash") == "#" + id, "a cell of the matrix leads to its words")
        place = """id => { const e = document.getElementById(id), r = e.getBoundingClientRect(),
          n = document.querySelector('nav.sections').getBoundingClientRect();
          return e.closest('.report').offsetHeight > 0 && r.bottom > n.bottom && r.top < innerHeight; }"""
        check.expect(check.run(place, id), f"the words of {id} are in view")
    if cells.count():
        first = check.run("[...document.querySelectorAll('#matrix tbody th a')].map(a => a.textContent)")
        known = check.run("[...document.querySelectorAll('#statements .statement')].map(s => s.id)")
        check.expect(sorted(first) == sorted(known), "matrix and statements have the same ids")


def sizes(check, where):
    wide = check.run("document.documentElement.scrollWidth - innerWidth")
    check.expect(wide <= 0, f"{where}: the page is {wide} px too wide")
    # WCAG 2.2, 2.5.8: 24 px, but for links within a line of text.
    small = check.run(
        """[...document.querySelectorAll('button, select, summary, nav a, .index a, label.switch')].filter(e => {
        const r = e.getBoundingClientRect(); return r.width && (r.height < 24 || r.width < 24); }).map(e => e.outerHTML.slice(0, 60))"""
    )
    check.expect(small == [], f"{where}: targets below 24 px: {small[:3]}")


def printing(check):
    page = check.page
    page.emulate_media(media="print")
    hidden = check.run(
        """[...document.querySelectorAll('nav.sections, .choose, .lens, .skip')].filter(e => e.getClientRects().length).length"""
    )
    check.expect(hidden == 0, "what is for the screen is not printed")
    check.expect(
        check.run("[...document.querySelectorAll('.report')].every(e => e.getClientRects().length)"), "every article is printed"
    )
    pdf = page.pdf(format="A4")
    check.expect(pdf.startswith(b"%PDF") and len(pdf) > 5000, "prints to PDF")
    page.emulate_media(media="screen")


def languages(check):
    """Words in another language than the page's say so."""
    unsaid = check.run(
        """[...document.querySelectorAll('.report')].flatMap(r => {
        const p = r.querySelector('p.para'); return p && !p.lang ? [r.id] : []; })"""
    )
    check.expect(unsaid == [], f"lang on the words of {unsaid}")


def main(paths):
    try:
        from axe_playwright_python.sync_playwright import Axe
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        print("skipped: Playwright and axe-playwright-python are not installed")
        return 0
    if not paths:
        print(__doc__)
        return 1
    passes, faults = 0, []
    with sync_playwright() as playwright:
        browser_path = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
        try:
            browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        except Error:
            print("skipped: no Chromium was found")
            return 0
        axe = Axe()
        for path in paths:
            desk = {"viewport": {"width": 1280, "height": 900}}
            jobs = [
                (desk, [lambda c: c.accessible("light"), keyboard, lens, threads, links, languages, lambda c: sizes(c, "1280 px"), printing]),
                (desk | {"color_scheme": "dark"}, [lambda c: c.accessible("dark"), lens]),
                ({"viewport": {"width": 320, "height": 640}}, [lambda c: c.accessible("320 px"), lambda c: sizes(c, "320 px")]),
                # What a zoom of 200 % makes of a window of 1280.
                ({"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}, [lambda c: sizes(c, "200 %")]),
                (
                    desk | {"reduced_motion": "reduce"},
                    [lambda c: c.expect(c.run("getComputedStyle(document.documentElement).scrollBehavior") == "auto", "reduced motion")],
                ),
                ({"viewport": {"width": 1280, "height": 900}, "java_script_enabled": False}, []),
            ]
            for options, steps in jobs:
                check = Check(browser, path, axe, **options)
                for step in steps:
                    step(check)
                done, wrong = check.close()
                passes += done
                faults += wrong
        browser.close()
    for fault in faults:
        print(fault)
    print(f"{len(paths)} pages: {passes} checks passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
