// The page of a comparison works without this script; with it, two articles stand side by side, lines join what they share, and
// n and p walk from one shared statement to the next. Written for Stemma, Apache-2.0.
(() => {
  "use strict";
  const columns = document.querySelector(".columns");
  if (!columns) return;
  const svgNamespace = "http://www.w3.org/2000/svg";
  const reports = [...columns.querySelectorAll(".report")];
  const narrow = matchMedia("(max-width: 46rem)");
  const lens = document.querySelector(".lens");
  const help = document.querySelector("dialog");
  const helpButton = document.querySelector("[data-help]");
  // Single letters may stand for something else where they are spoken or typed by other means: they can be switched off.
  const letters = help.querySelector("[data-letters]");
  const marksOf = (report) => {
    const found = new Map();
    for (const mark of report.querySelectorAll("[data-s]")) {
      for (const id of mark.dataset.s.split(" ")) {
        if (!found.has(id)) found.set(id, []);
        found.get(id).push(mark);
      }
    }
    return found;
  };
  const marks = reports.map(marksOf);
  let pair = [0, 1];
  let current = null;
  let threads = null;
  // Where the focus goes when the lens closes.
  let opener = null;

  // The two articles with most in common stand side by side at first.
  const common = (a, b) => [...marks[a].keys()].filter((id) => marks[b].has(id));
  if (reports.length > 2) {
    let most = -1;
    reports.forEach((_, a) => reports.forEach((_, b) => {
      if (a < b && common(a, b).length > most) { most = common(a, b).length; pair = [a, b]; }
    }));
  }

  const kindOf = (mark, id) => mark.dataset.k.split(" ")[mark.dataset.s.split(" ").indexOf(id)];

  const draw = () => {
    if (threads) threads.remove();
    threads = null;
    if (reports.length < 2 || narrow.matches) return;
    const frame = columns.getBoundingClientRect();
    const [left, right] = pair.map((index) => reports[index].getBoundingClientRect());
    const x = left.right - frame.left + 6;
    const width = right.left - left.right - 12;
    if (width < 10) return;
    threads = document.createElementNS(svgNamespace, "svg");
    threads.setAttribute("class", "threads");
    threads.setAttribute("aria-hidden", "true");
    threads.setAttribute("width", width);
    threads.setAttribute("height", frame.height);
    threads.style.left = `${x}px`;
    // The heights at which a statement stands in an article: one for each block that holds words of it.
    const heights = (list) => {
      const blocks = new Map();
      for (const mark of list) {
        const block = mark.closest("p, h3");
        const rects = [...mark.getClientRects()];
        if (!rects.length) continue;
        const known = blocks.get(block);
        const top = Math.min(known ? known[0] : Infinity, rects[0].top);
        blocks.set(block, [top, Math.max(known ? known[1] : -Infinity, rects[rects.length - 1].bottom)]);
      }
      return [...blocks.values()].map(([top, bottom]) => (top + bottom) / 2 - frame.top);
    };
    const nearest = (y, list) => list.reduce((best, other) => (Math.abs(other - y) < Math.abs(best - y) ? other : best));
    const labels = [];
    for (const id of common(...pair)) {
      const [lefts, rights] = pair.map((index) => heights(marks[index].get(id)));
      if (!lefts.length || !rights.length) continue;
      const joins = lefts.map((y) => [y, nearest(y, rights)]);
      for (const y of rights) if (!joins.some((join) => join[1] === y)) joins.push([nearest(y, lefts), y]);
      // A line says no more than both of its ends do: the kind of the end that is not the statement's own.
      const card = document.getElementById(id);
      const kinds = pair.map((index) => kindOf(marks[index].get(id)[0], id));
      const side = card && kinds[0] === card.dataset.kind ? 1 : 0;
      const chip = reports[pair[side]].querySelector(`a.chip[data-statement="${id}"]`);
      const group = document.createElementNS(svgNamespace, "g");
      group.setAttribute("class", `thread ${kinds[side]}${id === current ? " on" : ""}`);
      group.dataset.thread = id;
      for (const [from, to] of joins) {
        const path = document.createElementNS(svgNamespace, "path");
        path.setAttribute("d", `M0 ${from} C${width / 2} ${from} ${width / 2} ${to} ${width} ${to}`);
        group.append(path);
      }
      // The label of a line moves along it when it would cover another.
      const [from, to] = joins[0];
      const at = (t) => {
        const u = 1 - t;
        return [1.5 * u * u * t * width + 1.5 * u * t * t * width + t * t * t * width,
          (u * u * u + 3 * u * u * t) * from + (3 * u * t * t + t * t * t) * to];
      };
      const free = [0.5, 0.36, 0.64, 0.22, 0.78].map(at)
        .find(([x, y]) => !labels.some(([otherX, otherY]) => Math.abs(otherX - x) < 26 && Math.abs(otherY - y) < 16));
      const [labelX, labelY] = free || at(0.5);
      labels.push([labelX, labelY]);
      const label = document.createElementNS(svgNamespace, "text");
      label.setAttribute("x", labelX);
      label.setAttribute("y", labelY);
      label.textContent = chip ? chip.textContent : card ? card.dataset.chip : "";
      group.append(label);
      threads.append(group);
    }
    columns.append(threads);
  };

  const light = (id) => {
    for (const node of document.querySelectorAll(".m.on, .thread.on")) node.classList.remove("on");
    if (!id) return;
    for (const node of document.querySelectorAll(`[data-s~="${id}"], [data-thread="${id}"]`)) node.classList.add("on");
  };

  // What gets the focus is never under the open lens.
  const makeRoom = () => {
    const height = lens.hidden ? "" : `${lens.offsetHeight + 16}px`;
    document.documentElement.style.scrollPaddingBottom = height;
    document.body.style.paddingBottom = height;
  };
  new ResizeObserver(makeRoom).observe(lens);

  const show = (id) => {
    current = id;
    light(id);
    const card = id && document.getElementById(id);
    lens.hidden = !card;
    if (!card) return makeRoom();
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
    // Far from its section, the statement's heading stands by itself.
    const heading = document.createElement("h2");
    const old = copy.querySelector("h4");
    heading.append(...old.childNodes);
    old.replaceWith(heading);
    lens.querySelector(".content").replaceChildren(copy);
    makeRoom();
  };

  const order = () => {
    const shared = new Set(reports.length > 1 ? common(...pair) : []);
    return [...marks[pair[0]].keys()].filter((id) => shared.has(id));
  };

  const step = (by) => {
    const ids = order();
    if (!ids.length) return;
    const at = ids.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : (at + by + ids.length) % ids.length;
    show(ids[next]);
    const mark = marks[pair[0]].get(ids[next])[0];
    mark.scrollIntoView({ block: "start" });
  };

  const choose = () => {
    reports.forEach((report, index) => {
      delete report.dataset.side;
      if (index === pair[0]) report.dataset.side = "left";
      if (index === pair[1]) report.dataset.side = "right";
    });
    draw();
  };

  if (reports.length > 1) {
    columns.classList.add("paired");
    columns.removeAttribute("tabindex");
    const chooser = document.querySelector(".choose");
    const selects = [...chooser.querySelectorAll("select")];
    selects.forEach((select, side) => {
      select.value = String(pair[side]);
      select.addEventListener("change", () => {
        const other = 1 - side;
        if (Number(select.value) === pair[other]) {
          pair[other] = pair[side];
          selects[other].value = String(pair[other]);
        }
        pair[side] = Number(select.value);
        show(null);
        choose();
      });
    });
    chooser.hidden = false;
    for (const label of chooser.querySelectorAll("label")) label.hidden = reports.length < 3;
    for (const button of chooser.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => step(Number(button.dataset.step)));
    }
    choose();
    new ResizeObserver(draw).observe(columns);
    document.fonts.ready.then(draw);
  }

  // A link to a place in an article that is not shown brings that article in.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const report = target && target.closest(".report");
    if (!report || reports.length < 3 || report.dataset.side) return;
    pair[1] = reports.indexOf(report);
    document.querySelectorAll(".choose select")[1].value = String(pair[1]);
    choose();
    target.scrollIntoView({ block: "start" });
  };
  addEventListener("hashchange", reveal);
  reveal();

  columns.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("[data-s]");
    light(mark ? mark.dataset.s.split(" ")[0] : current);
  });
  columns.addEventListener("focusin", (event) => {
    const chip = event.target.closest("a.chip[data-statement]");
    light(chip ? chip.dataset.statement : current);
  });
  columns.addEventListener("focusout", () => light(current));
  columns.addEventListener("click", (event) => {
    const chip = event.target.closest("a.chip[data-statement]");
    if (!chip) return;
    event.preventDefault();
    opener = chip;
    show(chip.dataset.statement);
  });
  lens.querySelector("[data-close]").addEventListener("click", () => {
    show(null);
    if (opener) opener.focus({ preventScroll: true });
  });
  if (helpButton) {
    helpButton.hidden = false;
    helpButton.addEventListener("click", () => help.showModal());
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest && event.target.closest("input, select, textarea")) return;
    if (help.open) return;
    if (event.key === "Escape") return show(null);
    if (!letters.checked) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "?" && helpButton) help.showModal();
  });
})();
