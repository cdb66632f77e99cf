// Who said what: grouped by speaker, searched as one types.

const QUOTES_AT_ONCE = 60;

function quotesSection(night) {
  const rows = night.tables.quotes;
  if (!rows.length) return null;
  const searchable = rows.map((row) => ({
    row,
    speaker: speakerOf(row),
    text: folded([row.quote, row.speaker, row.speaker_label, row.outlet].filter(Boolean).join("\n")).text,
  }));
  const speakers = d3
    .rollups(
      searchable,
      (own) => own.length,
      (each) => each.speaker,
    )
    .sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0], language));
  const chosen = { query: "", speaker: "" };
  const list = h("div", { id: "quotes_list" });
  const draw = () => {
    const words = wordsOf(chosen.query);
    const hits = searchable.filter(
      (each) => (!chosen.speaker || each.speaker === chosen.speaker) && words.every((word) => each.text.includes(word)),
    );
    list.replaceChildren(quoteGroups(night, hits, speakers, words));
    say("quotes_count", t("quotes_count", { n: hits.length, m: rows.length }));
  };
  const whole = section(
    "quotes",
    h(
      "div",
      { class: "controls" },
      h(
        "span",
        { class: "control wide" },
        h("label", { for: "quotes_search" }, t("search_quotes")),
        h("input", {
          id: "quotes_search",
          type: "search",
          autocomplete: "off",
          spellcheck: "false",
          oninput: (event) => {
            chosen.query = event.target.value;
            draw();
          },
        }),
      ),
      choice(
        "quotes_speaker",
        t("speaker"),
        [
          ["", t("everybody", { n: speakers.length })],
          ...speakers.map(([name, count]) => [name, `${name} (${integer(count)})`]),
        ],
        "",
        (value) => {
          chosen.speaker = value;
          draw();
        },
      ),
    ),
    h(
      "p",
      { id: "quotes_count", class: "note", role: "status", "aria-live": "polite" },
      t("quotes_count", { n: rows.length, m: rows.length }),
    ),
    list,
  );
  draw();
  whole.reset = () => {
    chosen.query = chosen.speaker = "";
    region("quotes_search").value = region("quotes_speaker").value = "";
    draw();
  };
  return whole;
}

function speakerOf(row) {
  return row.speaker || row.speaker_label || t("nobody");
}

function quoteGroups(night, hits, speakers, words) {
  if (!hits.length) return h("p", { class: "empty" }, t("nothing_found"));
  const order = new Map(speakers.map(([name], place) => [name, place]));
  const groups = d3.groups(hits, (each) => each.speaker).sort((one, other) => order.get(one[0]) - order.get(other[0]));
  let heading = null;
  const items = groups.flatMap(([speaker, own]) =>
    own.map(({ row }) => () => {
      const item = h(
        "li",
        { class: "quote", id: `row-${row.id}` },
        heading === speaker
          ? null
          : h("h3", {}, found(speaker, words), " ", h("span", { class: "count" }, integer(own.length))),
        h(
          "blockquote",
          { lang: night.liveblog.language },
          row.quote.split(/\n\s*\n/).map((paragraph) => h("p", {}, found(paragraph, words))),
        ),
        h(
          "p",
          { class: "meta" },
          timeTag(night, row.entry),
          " · ",
          [attribution(row), row.outlet ? h("cite", {}, found(row.outlet, words)) : null]
            .filter(Boolean)
            .flatMap((part) => [part, " · "]),
          evidenceLink(row),
        ),
      );
      heading = speaker;
      return item;
    }),
  );
  return growing(items, QUOTES_AT_ONCE, h("ul", { class: "quotes" }));
}

function attribution(row) {
  const label = row.speaker_label && row.speaker_label !== row.speaker ? row.speaker_label : null;
  return [label, row.cue && /\p{L}/u.test(row.cue) ? quoted(row.cue) : null].filter(Boolean).join(" ") || null;
}
