// The evidence: the source text with every span that became a row, and the rows beside it. A row leads to its
// characters, characters lead to their row.

const ENTRIES_AT_ONCE = 100;
const PARTS = [
  ["", "value"],
  ["speaker_", "speaker"],
  ["cue_", "cue"],
];
const SECTION_OF = {
  quotes: "quotes",
  vote_results: "results",
  participation_snapshots: "turnout",
  endorsements: "endorsements",
};

function evidenceSection(night) {
  const view = {
    night,
    tables: new Set(FACTS.filter((name) => night.tables[name].length)),
    words: [],
    order: "time",
    page: 0,
    selected: null,
    shown: night.entries,
    origin: null,
    source: h("div", { class: "source", id: "evidence_source" }),
    rows: h("ol", { class: "rows" }),
    card: h("div", { class: "card", id: "evidence_card", role: "region", "aria-label": t("selected"), hidden: true }),
    pagers: [
      h("nav", { class: "pager", "aria-label": t("pages") }),
      h("nav", { class: "pager", "aria-label": t("pages_end") }),
    ],
  };
  const toggles = h(
    "fieldset",
    { class: "toggles" },
    h("legend", {}, t("highlight")),
    FACTS.filter((name) => night.tables[name].length).map((name) =>
      h(
        "label",
        { class: `swatch t-${name}` },
        h("input", {
          type: "checkbox",
          checked: true,
          "data-table": name,
          onchange: (event) => {
            view.tables[event.target.checked ? "add" : "delete"](name);
            drawEvidence(view);
          },
        }),
        h("span", {}, laneLabel(name)),
        " ",
        h("span", { class: "count" }, integer(night.tables[name].length)),
      ),
    ),
  );
  const whole = section(
    "evidence",
    h("p", { class: "lede" }, t(night.withheld ? "evidence_lede_withheld" : "evidence_lede")),
    toggles,
    h(
      "div",
      { class: "controls" },
      night.withheld
        ? null
        : h(
            "span",
            { class: "control wide" },
            h("label", { for: "evidence_search" }, t("search_source")),
            h("input", {
              id: "evidence_search",
              type: "search",
              autocomplete: "off",
              spellcheck: "false",
              oninput: (event) => searchEvidence(view, event.target.value),
            }),
          ),
      choice(
        "evidence_order",
        t("order"),
        [
          ["time", t("order_time")],
          ["printed", t("order_printed")],
        ],
        "time",
        (value) => {
          view.order = value;
          view.page = 0;
          filterEvidence(view);
          drawEvidence(view);
        },
      ),
    ),
    h("p", { id: "evidence_count", class: "note", role: "status", "aria-live": "polite" }),
    h("p", { id: "evidence_status", class: "unseen", role: "status", "aria-live": "polite" }),
    h(
      "div",
      { class: "panes" },
      h("div", {}, view.pagers[0], view.source, view.pagers[1]),
      h(
        "aside",
        { class: "panel", "aria-label": t("rows") },
        view.card,
        h("details", { class: "list", open: !narrow() }, h("summary", {}, t("rows_here")), view.rows),
      ),
    ),
  );
  whole.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && view.selected) closeCard(view);
  });
  filterEvidence(view);
  whole.view = view;
  return whole;
}

function narrow() {
  return window.matchMedia("(max-width: 56rem)").matches;
}

function searchEvidence(view, query) {
  view.words = wordsOf(query);
  view.page = 0;
  filterEvidence(view);
  drawEvidence(view);
}

function filterEvidence(view) {
  view.shown = view.night.entries.filter((entry) => {
    if (!view.words.length) return true;
    entry.folded ??= folded(entry.text ?? "").text;
    return view.words.every((word) => entry.folded.includes(word));
  });
  if (view.order === "printed") view.shown = d3.sort(view.shown, (entry) => entry.char_start);
}

function drawEvidence(view) {
  const { night, shown } = view;
  const pages = Math.max(1, Math.ceil(shown.length / ENTRIES_AT_ONCE));
  const here = shown.slice(view.page * ENTRIES_AT_ONCE, (view.page + 1) * ENTRIES_AT_ONCE);
  view.source.replaceChildren(
    ...(here.length
      ? here.map((entry) => entryArticle(view, entry))
      : [h("p", { class: "empty" }, t("nothing_found"))]),
  );
  const rows = here.flatMap((entry) => entry.facts).filter((row) => view.tables.has(row.table));
  if (view.page === 0 && !view.words.length)
    rows.unshift(...night.tables.issues.filter((row) => !row.entry && view.tables.has("issues")));
  view.rows.replaceChildren(
    ...rows.map((row) =>
      h(
        "li",
        {},
        h(
          "a",
          {
            href: `#${row.id}`,
            class: `item t-${row.table}`,
            "data-item": row.id,
            "aria-current": row.id === view.selected ? "true" : null,
          },
          h("span", { class: "kind" }, t(`one_${row.table}`)),
          " ",
          h("span", { class: "at" }, timeOf(night, row.entry)),
          " ",
          h("span", { class: "what" }, summary(row)),
        ),
      ),
    ),
  );
  for (const pager of view.pagers) pager.replaceChildren(...(pages > 1 ? pagerButtons(view, pages) : []));
  say(
    "evidence_count",
    t(view.words.length ? "entries_found" : "entries_shown", {
      n: shown.length,
      m: night.entries.length,
      page: view.page + 1,
      pages,
    }),
  );
}

function pagerButtons(view, pages) {
  const turn = (page, focus) => () => {
    view.page = page;
    drawEvidence(view);
    view.source.scrollIntoView({ block: "start" });
    view.pagers[0].querySelector(focus)?.focus({ preventScroll: true });
  };
  const span = (page) => {
    const own = view.shown.slice(page * ENTRIES_AT_ONCE, (page + 1) * ENTRIES_AT_ONCE);
    return `${timeOf(view.night, own[0])} – ${timeOf(view.night, own[own.length - 1])}`;
  };
  return [
    h("button", { type: "button", disabled: view.page === 0, onclick: turn(view.page - 1, "select") }, t("previous")),
    h(
      "label",
      {},
      h("span", { class: "unseen" }, t("page")),
      h(
        "select",
        { onchange: (event) => turn(Number(event.target.value), "select")() },
        d3
          .range(pages)
          .map((page) =>
            h(
              "option",
              { value: page, selected: page === view.page },
              `${integer(page + 1)} / ${integer(pages)} · ${span(page)}`,
            ),
          ),
      ),
    ),
    h(
      "button",
      { type: "button", disabled: view.page === pages - 1, onclick: turn(view.page + 1, "select") },
      t("next"),
    ),
  ];
}

function entryArticle(view, entry) {
  const { night } = view;
  const tags = [
    entry.section === "lead" ? t("lead_tag") : null,
    entry.is_pinned ? t("pinned") : null,
    entry.is_correction ? t("correction") : null,
  ].filter(Boolean);
  const content = night.withheld ? withheldContent(view, entry) : markedContent(view, entry);
  return h(
    "article",
    { class: "entry", "data-entry": entry.entry_id, tabindex: "-1", "aria-label": timeOf(night, entry) },
    h(
      "h3",
      {},
      h("a", { class: "anchor", href: `#${entry.entry_id}`, title: t("link_here") }, timeTag(night, entry)),
      tags.map((tag) => h("span", { class: "tag" }, tag)),
    ),
    content,
  );
}

// Where the text is withheld: what was read there, and where.
function withheldContent(view, entry) {
  const rows = entry.facts.filter((row) => view.tables.has(row.table));
  return h(
    "div",
    { class: "withheld" },
    h("p", { class: "note" }, t("withheld_entry", { from: entry.char_start, to: entry.char_end })),
    rows.length
      ? h(
          "ul",
          {},
          rows.map((row) =>
            h(
              "li",
              {},
              h(
                "a",
                {
                  class: `span t-${row.table} ${row.id === view.selected ? "chosen" : ""}`,
                  href: `#${row.id}`,
                  "data-rows": row.id,
                },
                summary(row),
              ),
              h("span", { class: "note" }, ` ${positions(row)}`),
            ),
          ),
        )
      : null,
  );
}

function positions(row) {
  return row.char_start === null ? "" : t("characters", { from: row.char_start, to: row.char_end });
}

function markedContent(view, entry) {
  const text = entry.text ?? "",
    place = placesOf(text),
    at = (offset) => place(offset - entry.char_start);
  const spans = entry.facts
    .filter(
      (row) =>
        row.char_start !== null &&
        row.char_end > entry.char_start &&
        row.char_start < entry.char_end &&
        (view.tables.has(row.table) || row.id === view.selected),
    )
    .map((row) => ({ row, start: at(row.char_start), end: at(row.char_end), part: "" }));
  const chosen = entry.facts.find((row) => row.id === view.selected);
  for (const [prefix, part] of chosen ? PARTS.slice(1) : []) {
    const start = chosen[`${prefix}char_start`] ?? null,
      end = chosen[`${prefix}char_end`] ?? null;
    if (start !== null && end !== null && start >= entry.char_start && end <= entry.char_end)
      spans.push({ row: chosen, start: at(start), end: at(end), part });
  }
  const headed = entry.headline && text.startsWith(entry.headline) ? entry.headline.length : 0;
  const first = new Set();
  const nodes = (from, to) => segments(spans, from, to).map((segment) => segmentNode(view, text, segment, first));
  const body = headed ? headed + text.slice(headed).search(/\S|$/) : text.search(/\S|$/);
  return [
    headed ? h("p", { class: "headline", lang: view.night.liveblog.language }, nodes(0, headed)) : null,
    body < text.length
      ? h("p", { class: "text", lang: view.night.liveblog.language }, nodes(body, text.trimEnd().length))
      : null,
  ];
}

// Stretches of text that the same spans cover.
function segments(spans, from, to) {
  const edges = new Set([from, to]);
  for (const { start, end } of spans) for (const edge of [start, end]) if (edge > from && edge < to) edges.add(edge);
  const sorted = [...edges].sort((one, other) => one - other);
  return d3.pairs(sorted).map(([start, end]) => ({
    start,
    end,
    over: spans.filter((span) => span.start <= start && span.end >= end && span.start < span.end),
  }));
}

// The shortest span is the one to follow; longer ones around it show as a line under the words.
function segmentNode(view, text, { start, end, over }, first) {
  const words = found(text.slice(start, end), view.words);
  const parts = over.filter((span) => span.part),
    values = d3.sort(
      over.filter((span) => !span.part),
      (span) => span.end - span.start,
    );
  const wrapped = parts.length
    ? [h("span", { class: `part ${parts[0].part}`, title: t(`part_${parts[0].part}`) }, words)]
    : words;
  if (!values.length) return wrapped;
  const chosen = values.find((span) => span.row.id === view.selected);
  const { row } = chosen ?? values[0];
  const again = first.has(row.id);
  first.add(row.id);
  return h(
    "a",
    {
      class: [
        "span",
        `t-${values[0].row.table}`,
        values.length > 1 ? `within-${values[values.length - 1].row.table}` : null,
        chosen ? "chosen" : null,
      ]
        .filter(Boolean)
        .join(" "),
      href: `#${row.id}`,
      "data-rows": values.map((span) => span.row.id).join(" "),
      tabindex: again ? "-1" : null,
      title: `${t(`one_${row.table}`)} · ${summary(row)}`,
    },
    wrapped,
  );
}

// Shows a row or an entry in the text, and moves the focus there unless it is in the text already.
function showEvidence(view, id) {
  const { night } = view;
  const row = night.facts.get(id) ?? null,
    entry = row ? row.entry : night.byEntry.get(id);
  const active = document.activeElement;
  if (active && active !== document.body && !active.closest("#section_evidence")) view.origin = active;
  const before = view.selected;
  view.selected = row ? id : null;
  let stale = false;
  if (row && !view.tables.has(row.table)) {
    stale = true;
    view.tables.add(row.table);
    document.querySelector(`[data-table="${row.table}"]`).checked = true;
  }
  if (entry && !view.shown.includes(entry)) {
    region("evidence_search").value = "";
    view.words = [];
    stale = true;
    filterEvidence(view);
  }
  const page = entry ? Math.floor(view.shown.indexOf(entry) / ENTRIES_AT_ONCE) : view.page;
  const inText = Boolean(active?.closest("#evidence_source"));
  if (stale || page !== view.page) {
    view.page = page;
    drawEvidence(view);
  }
  for (const each of new Set([night.facts.get(before)?.entry, entry])) {
    if (each && articleOf(view, each)) articleOf(view, each).replaceWith(entryArticle(view, each));
  }
  for (const item of view.rows.querySelectorAll("[aria-current]")) item.removeAttribute("aria-current");
  const item = view.rows.querySelector(`[data-item="${CSS.escape(id)}"]`);
  if (item) {
    item.setAttribute("aria-current", "true");
    const list = item.closest(".list");
    if (!narrow())
      list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
  }
  drawCard(view, row);
  const target = (row && marksOf(view, id)[0]) || articleOf(view, entry) || (row ? view.card : null);
  if (!target) return;
  if (target === view.card) target.tabIndex = -1;
  if (!inText || !isSeen(target)) target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

function articleOf(view, entry) {
  return entry ? view.source.querySelector(`[data-entry="${CSS.escape(entry.entry_id)}"]`) : null;
}

function marksOf(view, id) {
  return [...view.source.querySelectorAll(`[data-rows~="${CSS.escape(id)}"]`)];
}

function isSeen(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return top > 60 && bottom < window.innerHeight - (narrow() ? window.innerHeight * 0.45 : 0);
}

function closeCard(view) {
  const id = view.selected;
  const entry = view.night.facts.get(id)?.entry;
  view.selected = null;
  view.card.hidden = true;
  if (entry && articleOf(view, entry)) articleOf(view, entry).replaceWith(entryArticle(view, entry));
  for (const item of view.rows.querySelectorAll("[aria-current]")) item.removeAttribute("aria-current");
  history.replaceState(null, "", `#${view.night.liveblog.liveblog_id}`);
  const origin = view.origin?.isConnected ? view.origin : null;
  view.origin = null;
  const back = origin ?? marksOf(view, id)[0];
  back?.focus({ preventScroll: !origin });
  origin?.scrollIntoView({ block: "center" });
}

const HIDDEN_CELLS = new Set([
  "entry_id",
  "contest_id",
  "char_start",
  "char_end",
  "speaker_char_start",
  "speaker_char_end",
  "cue_char_start",
  "cue_char_end",
  "position",
  "quote",
  "message",
]);

function drawCard(view, row) {
  view.card.hidden = !row;
  say("evidence_status", row ? t("chosen_row", { name: `${t(`one_${row.table}`)}, ${summary(row)}` }) : "");
  if (!row) return;
  const { night } = view;
  const cells = Object.keys(row).filter(
    (column) =>
      column in site.labels.en.columns &&
      !HIDDEN_CELLS.has(column) &&
      column !== KEYS[row.table] &&
      row[column] !== null &&
      row[column] !== "" &&
      row[column] !== false &&
      !column.endsWith("_id"),
  );
  if (row.contest_id) cells.unshift("contest_id");
  const same = row.entry
    ? row.entry.facts.filter(
        (other) =>
          other !== row &&
          other.char_start < row.char_end &&
          other.char_end > row.char_start &&
          view.tables.has(other.table),
      )
    : [];
  const parts = [
    h(
      "div",
      { class: `card-head t-${row.table}` },
      h(
        "h3",
        {},
        t(`one_${row.table}`),
        night.corrections.has(row.id) ? h("span", { class: "tag" }, t("corrected").toLowerCase()) : null,
      ),
      h(
        "button",
        { type: "button", class: "dismiss", onclick: () => closeCard(view) },
        h("span", { "aria-hidden": "true" }, "×"),
        h("span", { class: "unseen" }, t("close_card")),
      ),
    ),
    h(
      "p",
      { class: "what", lang: night.liveblog.language },
      row.table === "quotes" ? quoted(row.quote) : row.table === "issues" ? row.message || row.code : summary(row),
    ),
    ...correctionNotes(night, row),
    h(
      "dl",
      {},
      cells.map((column) => [h("dt", {}, columnLabel(column)), h("dd", {}, cellText(row, column))]),
      row.char_start === null ? null : [h("dt", {}, t("place")), h("dd", {}, positions(row))],
      row.entry
        ? [h("dt", {}, t("post")), h("dd", {}, h("a", { href: `#${row.entry.entry_id}` }, timeTag(night, row.entry)))]
        : null,
      [h("dt", {}, t("identifier")), h("dd", {}, h("code", {}, row.id))],
    ),
    same.length
      ? h(
          "p",
          { class: "note" },
          t("same_words"),
          " ",
          same.map((other, place) => [
            place ? ", " : "",
            h("a", { href: `#${other.id}` }, `${t(`one_${other.table}`)}: ${summary(other)}`),
          ]),
        )
      : null,
    h(
      "p",
      { class: "acts" },
      SECTION_OF[row.table]
        ? h("a", { href: `#row-${row.id}` }, t("in_section", { name: t(SECTION_OF[row.table]) }))
        : null,
      neighbour(view, row, -1),
      neighbour(view, row, 1),
    ),
  ];
  view.card.replaceChildren(...parts.filter(Boolean));
}

// What was changed by hand, from what to what, and why; identifiers change with the names beside them.
function correctionNotes(night, row) {
  const corrections = night.corrections.get(row.id) ?? [];
  return corrections
    .filter(({ column_name }) => !column_name?.endsWith("_id"))
    .map(({ action, column_name, old_value, new_value, reason, source }) => {
      const values = [old_value, new_value].map((value) => valueLabel(column_name, value) || "–").join(" → ");
      return h(
        "p",
        { class: "note correction" },
        h("strong", {}, t(action === "add" ? "added" : "corrected")),
        action === "add" ? null : [colon(), columnLabel(column_name), ", ", values],
        `. ${reason}`,
        source ? ` (${source})` : null,
      );
    });
}

function neighbour(view, row, step) {
  const place = view.shown.indexOf(row.entry);
  let rows = row.entry?.facts ?? [],
    other = null,
    at = rows.indexOf(row);
  for (let entry = place; place >= 0 && !other && view.shown[entry];) {
    at += step;
    if (rows[at]) other = view.tables.has(rows[at].table) ? rows[at] : null;
    else {
      entry += step;
      rows = view.shown[entry]?.facts ?? [];
      at = step > 0 ? -1 : rows.length;
    }
  }
  return other
    ? h(
        "a",
        {
          href: `#${other.id}`,
          "aria-label": t(step < 0 ? "previous_row" : "next_row"),
          title: t(step < 0 ? "previous_row" : "next_row"),
        },
        step < 0 ? "‹" : "›",
      )
    : null;
}

function cellText(row, column) {
  const value = row[column];
  if (column === "contest_id") return contestLabel(value, row.round);
  if (column === "rule") return h("code", {}, value);
  if (value === true) return t("yes");
  if (column === "as_of") return `${day(value)}, ${clock(value)}`;
  if (typeof value === "number") return column.includes("_pct") ? percent(number(value)) : number(value);
  return valueLabel(column, value);
}
