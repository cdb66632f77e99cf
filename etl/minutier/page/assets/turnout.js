// Turnout through the day, against the earlier figures that the source quotes for comparison.

const MEASURES = ["turnout_pct", "voters"];

function turnoutSection(night) {
  return chartSection("turnout", t("turnout_lede"), night.tables.participation_snapshots, (rows, chosen, change) => {
    const view = figureView("turnout", rows, MEASURES, chosen, change);
    return {
      controls: view.controls,
      charts: view.figure ? turnoutChart(night, view.rows, view.figure) : [],
      rows,
      table: () => turnoutTable(night, rows),
    };
  });
}

function turnoutChart(night, rows, column) {
  const shown = rows.filter((row) => measure(row, column));
  // Times of measure first, in their order; then estimates and final figures, in the order in which they were said.
  // An earlier figure for the whole day goes with what it is compared with.
  const moment = (row) => {
    const told =
      row.is_baseline && !row.as_of
        ? (shown.find((other) => !other.is_baseline && !other.as_of && other.entry === row.entry) ?? row)
        : row;
    const rank = { measured: 1, projection: 2, final: 4 }[told.stage] ?? 3;
    return told.as_of ?? `~${rank} ${told.stage ?? `${told.entry?.when ?? "z"} ${told.entry?.entry_id}`}`;
  };
  const all = d3
    .groups(shown, moment)
    .sort((one, other) => (one[0] < other[0] ? -1 : 1))
    .map(([, own]) => own);
  const groups = thinned(all, MOST_LINES);
  const lines = groups.map((own) => ({ label: turnoutLabel(night, own) }));
  const points = groups.flatMap((own, line) => {
    const present = own.find((row) => !row.is_baseline);
    return distinct(own, column).map((row) => {
      const figure = measure(row, column);
      const now = present && !row.is_baseline ? undefined : present && measure(present, column).middle;
      return {
        ...figure,
        line,
        from: now,
        text: figure.text.replace(/\s?%$/, ""),
        colour: row.is_baseline ? "var(--ink-2)" : "var(--c1)",
        symbol: row.is_baseline ? "diamond" : row.stage === "projection" ? "square" : "circle",
        solid: !row.is_baseline && row.stage !== "projection",
        series: "",
        id: row.id,
        title: [figure.text, row.is_baseline ? earlierLabel(night, row, own) : lines[line].label, row.gp_unit]
          .filter(Boolean)
          .join("\n"),
      };
    });
  });
  const has = (test) => shown.some(test);
  const key = [
    has((row) => !row.is_baseline && row.stage !== "projection")
      ? symbolKey("circle", true, t("this_night"), "var(--c1)")
      : null,
    has((row) => !row.is_baseline && row.stage === "projection")
      ? symbolKey("square", false, valueLabel("stage", "projection"), "var(--c1)")
      : null,
    has((row) => row.is_baseline) ? symbolKey("diamond", false, t("earlier_key"), "var(--ink-2)") : null,
  ].filter(Boolean);
  const unit = column === "turnout_pct" ? (value) => percent(number(value)) : number;
  const label = `${columnLabel(column)}. ${points
    .filter((point) => point.solid)
    .slice(0, 6)
    .map((point) => `${lines[point.line].label}: ${point.text}`)
    .join("; ")}.`;
  return [
    h("ul", { class: "key quiet", "aria-label": t("symbols") }, key),
    chart(label, strips({ lines, points, unit, fromZero: column === "turnout_pct" })),
    groups.length < all.length ? h("p", { class: "note" }, t("thinned", { n: groups.length, m: all.length })) : null,
  ];
}

// The same figure said twice is one point.
function distinct(rows, column) {
  const seen = new Set();
  return rows.filter((row) => {
    const key = `${row.is_baseline} ${measure(row, column).text}`;
    return !seen.has(key) && seen.add(key);
  });
}

function turnoutLabel(night, rows) {
  const row = d3.least(rows, (each) => (each.is_baseline ? 2 : 0) + (each.entry?.when == null ? 1 : 0));
  const when = row.as_of
    ? clock(row.as_of)
    : valueLabel("stage", row.stage) ||
      (row.entry?.when == null ? t("lead") : t("said", { time: timeOf(night, row.entry) }));
  const changes = rows.map(changeOf).find(Boolean),
    earlier = earlierVotes(night, rows);
  return [when, sourceOf(row), changes, earlier.length ? t("against", { name: earlier.join(", ") }) : null]
    .filter(Boolean)
    .join(" · ");
}

// The vote that an earlier figure is of, when the row tells. The vote covered cannot be an earlier one.
function voteOf(night, row) {
  if (!row.contest_id || isCovered(night, row)) return null;
  const isSameContest = row.contest_id === night.liveblog.contest_id && row.round;
  return isSameContest ? roundLabel(row.round) : contestLabel(row.contest_id, row.round);
}

// The votes that rows are compared with: as identified, or else as printed.
function earlierVotes(night, rows) {
  const told = rows.filter((row) => row.is_baseline).map((row) => voteOf(night, row));
  const printed = rows.filter((row) => !row.is_baseline).map((row) => row.baseline);
  const named = told.some(Boolean) ? told : printed;
  return [...new Set(named.filter(Boolean))];
}

// Which earlier vote: as the row tells, or in the words with which its neighbour compares.
function earlierLabel(night, row, rows) {
  const told = voteOf(night, row);
  const neighbours = rows.filter((other) => other.is_baseline && other.entry === row.entry);
  const printed =
    neighbours.length === 1 ? rows.find((other) => other.entry === row.entry && other.baseline)?.baseline : null;
  return [t("earlier"), told ?? printed].filter(Boolean).join(" · ");
}

function turnoutTable(night, rows) {
  const heads = [
    t("time"),
    columnLabel("as_of"),
    columnLabel("gp_unit"),
    t("figure"),
    t("change"),
    t("compared"),
    columnLabel("stage"),
    t("by"),
    t("source_head"),
  ];
  return table(
    t("turnout"),
    heads,
    rows.map((row) => ({
      id: `row-${row.id}`,
      cells: [
        timeTag(night, row.entry),
        clock(row.as_of),
        row.gp_unit ?? "",
        [
          measure(row, "turnout_pct")?.text,
          measure(row, "voters") ? `${measure(row, "voters").text} ${t("unit_voters")}` : null,
        ]
          .filter(Boolean)
          .join(", "),
        changeOf(row),
        row.is_baseline ? [t("earlier"), voteOf(night, row)].filter(Boolean).join(" · ") : (row.baseline ?? ""),
        valueLabel("stage", row.stage),
        sourceOf(row),
        evidenceLink(row, t("show")),
      ],
    })),
    new Set([3, 4]),
  );
}
