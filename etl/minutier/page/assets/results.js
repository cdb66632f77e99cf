// Results as they moved: from leak and estimate to count and final figure, by source.

const FIGURES = ["vote_pct", "seats", "votes"];

function resultsSection(night) {
  return chartSection("results", t("results_lede"), night.tables.vote_results, (rows, chosen, change) => {
    const contests = d3.groups(rows, (row) => `${row.contest_id ?? ""} ${row.round ?? ""}`);
    const keys = contests.map(([key]) => key);
    const own = `${night.liveblog.contest_id} ${night.liveblog.round}`;
    keep(chosen, "contest", keys, keys.includes(own) ? own : keys[0]);
    const ofContest = contests.find(([key]) => key === chosen.contest)[1];
    const contestChoice = choiceOf("results", "contest", chosen, change, t("contest"), keys, (key) => {
      const [row] = contests.find(([other]) => other === key)[1];
      return contestLabel(row.contest_id, row.round) || t("other_contest");
    });
    const view = figureView("results", ofContest, FIGURES, chosen, change);
    return {
      controls: [contestChoice, ...view.controls],
      charts: view.figure ? resultsChart(night, view.rows, view.figure) : [],
      rows: ofContest,
      table: () => resultsTable(night, ofContest),
    };
  });
}

function resultsChart(night, rows, column) {
  const shown = rows.filter((row) => measure(row, column) && row.entry && row.entry.when !== null);
  // What the untimed introduction tells stands below, apart: it is usually written last, but nobody says when.
  const untimed = rows.filter((row) => measure(row, column) && (!row.entry || row.entry.when === null));
  const all = d3
    .groups([...shown, ...untimed], (row) => `${row.entry?.entry_id} ${row.result_stage ?? ""} ${sourceOf(row)}`)
    .map(([, own]) => own);
  const kept = thinned(all, MOST_LINES);
  const options = optionsOf(kept.flat(), column);
  const lines = kept.map((own) => ({ label: announcement(night, own[0]) }));
  const points = kept.flatMap((own, line) =>
    own.map((row) => {
      const figure = measure(row, column),
        stage = row.result_stage ?? "";
      return {
        ...figure,
        line,
        text: figure.text.replace(/\s?%$/, ""),
        colour: colourOf(options, row),
        symbol: SYMBOLS[stage],
        solid: isSolid(stage),
        series: row.entry?.when == null ? null : row.option_id || row.option,
        id: row.id,
        title: `${row.option}\n${figure.text}\n${lines[line].label}`,
      };
    }),
  );
  const stages = STAGES.filter((stage) => kept.some((own) => (own[0].result_stage ?? "") === stage));
  const unit = column === "vote_pct" ? (value) => percent(number(value)) : number;
  const label = `${t("results")}, ${columnLabel(column)}. ${options
    .slice(0, 8)
    .map(({ name, last }) => `${name}: ${last}`)
    .join("; ")}.`;
  return [
    h(
      "ul",
      { class: "key", "aria-label": t("options") },
      options.map(({ name, last, colour }) => colourKey(colour, [name, " ", h("b", {}, last)])),
    ),
    h(
      "ul",
      { class: "key quiet", "aria-label": t("stages") },
      stages.map((stage) =>
        symbolKey(SYMBOLS[stage], isSolid(stage), valueLabel("result_stage", stage) || t("no_stage")),
      ),
    ),
    chart(label, strips({ lines, points, unit, joined: true, halfway: column === "vote_pct" && options.length <= 3 })),
    kept.length < all.length ? h("p", { class: "note" }, t("thinned", { n: kept.length, m: all.length })) : null,
  ];
}

// The options of a chart: those that reach highest first, with their last figure.
function optionsOf(rows, column) {
  const groups = d3
    .groups(rows, (row) => row.option_id || row.option)
    .map(([key, own]) => {
      const last = own[own.length - 1];
      return {
        key,
        name: last.option,
        last: measure(last, column).text,
        top: d3.max(own, (row) => measure(row, column).high),
      };
    });
  return groups
    .sort((one, other) => other.top - one.top)
    .map((option, place) => ({ ...option, colour: place < 8 ? `var(--c${place + 1})` : "var(--c0)" }));
}

function colourOf(options, row) {
  return options.find((option) => option.key === (row.option_id || row.option)).colour;
}

function announcement(night, row) {
  const parts = [
    timeOf(night, row.entry),
    valueLabel("result_stage", row.result_stage),
    counted(row),
    sourceOf(row),
    row.result_stage !== "opinion_poll" &&
    row.result_stage !== "final" &&
    isCovered(night, row) &&
    isBeforeClose(night, row.entry)
      ? t("before_close")
      : null,
  ];
  return parts.filter(Boolean).join(" · ");
}

function counted(row) {
  if (row.counted_pct !== null) return t("counted", { n: percent(number(row.counted_pct)) });
  if (row.sub_units_reported !== null)
    return t("units", {
      n: row.sub_units_reported,
      m: row.total_sub_units === null ? "" : ` / ${integer(row.total_sub_units)}`,
    });
  return null;
}

function resultsTable(night, rows) {
  const heads = [
    t("time"),
    columnLabel("option"),
    t("figure"),
    columnLabel("result_stage"),
    columnLabel("candidate_status"),
    columnLabel("gp_unit"),
    t("by"),
    t("source_head"),
  ];
  return table(
    t("results"),
    heads,
    rows.map((row) => ({
      id: `row-${row.id}`,
      cells: [
        timeTag(night, row.entry),
        row.option,
        FIGURES.map((column) => [column, measure(row, column)])
          .filter(([, value]) => value)
          .map(([column, value]) => (column === "vote_pct" ? value.text : `${value.text} ${t(`unit_${column}`)}`))
          .join(", "),
        [valueLabel("result_stage", row.result_stage), counted(row)].filter(Boolean).join(", "),
        valueLabel("candidate_status", row.candidate_status),
        row.gp_unit ?? "",
        sourceOf(row),
        evidenceLink(row, t("show")),
      ],
    })),
    new Set([2]),
  );
}
