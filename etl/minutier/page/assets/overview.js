// The night at a glance, as a timeline, and in its moments.

const LANES = ["entries", "participation_snapshots", "vote_results", "endorsements", "quotes"];
const OUTCOME = ["final", "partial", "projection", "exit_poll", "opinion_poll"];

function masthead(night) {
  const { liveblog, contest } = night;
  const facts = [
    liveblog.publisher,
    contest ? contestLabel(contest.contest_id, contest.round) : contestLabel(liveblog.contest_id, liveblog.round),
    contest?.date ? longDay(contest.date) : night.firstDay ? longDay(night.firstDay) : null,
    t(liveblog.coverage_start ? "posts_from_to" : "posts", {
      n: night.entries.length,
      from: clock(liveblog.coverage_start),
      to: lastTime(night),
    }),
  ];
  return h(
    "div",
    { class: "masthead" },
    h("h1", { lang: liveblog.language }, liveblog.title || liveblog.liveblog_id),
    h(
      "p",
      { class: "byline" },
      facts
        .filter(Boolean)
        .flatMap((fact, place) => [
          place ? h("span", { class: "dot", "aria-hidden": "true" }, " · ") : null,
          h("span", {}, fact),
        ]),
    ),
    h("p", { class: "byline" }, webLink(liveblog.url, t("original"))),
    night.withheld ? h("p", { class: "notice" }, t("withheld_notice")) : null,
    glance(night),
  );
}

function lastTime(night) {
  const end = night.liveblog.coverage_end;
  if (!end) return "";
  return end.slice(0, 10) === night.firstDay ? clock(end) : `${day(end)}, ${clock(end)}`;
}

// The figures on which the night ended: final ones where there are any, else the latest.
function glance(night) {
  const cards = [];
  const column = ["vote_pct", "seats", "votes"].find((each) =>
    night.tables.vote_results.some((row) => isOutcome(night, row, each)),
  );
  if (column) {
    const best = new Map();
    for (const row of night.tables.vote_results.filter((each) => isOutcome(night, each, column))) {
      const key = row.option_id || row.option;
      if (!best.has(key) || d3.ascending(rankOf(row), rankOf(best.get(key))) >= 0) best.set(key, row);
    }
    const firmest = d3.max(best.values(), rankOf) >= FIRM;
    const rows = [...best.values()].filter((row) => rankOf(row) >= FIRM === firmest);
    for (const row of d3.sort(rows, (each) => -measure(each, column).middle).slice(0, 4)) {
      cards.push(
        card(
          measure(row, column).text + (column === "vote_pct" ? "" : ` ${t(`unit_${column}`)}`),
          row.option,
          [valueLabel("result_stage", row.result_stage), callOf(night, row)],
          row,
        ),
      );
    }
  }
  const turnout = night.tables.participation_snapshots.filter(
    (row) =>
      isWhole(row) &&
      !row.is_baseline &&
      isCovered(night, row) &&
      (measure(row, "turnout_pct") || measure(row, "voters")),
  );
  const last = d3.greatest(turnout, (row) =>
    [{ final: 3, projection: 1, measured: 2 }[row.stage] ?? 2, row.entry?.when ?? Infinity].reduce(
      (rank, part) => rank * 1e14 + part,
    ),
  );
  if (last) {
    const figure = measure(last, "turnout_pct");
    cards.push(
      card(
        figure ? figure.text : measure(last, "voters").text,
        figure ? t("turnout") : t("unit_voters"),
        [last.as_of ? t("at", { time: clock(last.as_of) }) : valueLabel("stage", last.stage)],
        last,
      ),
    );
  }
  return cards.length ? h("ul", { class: "glance", "aria-label": t("glance") }, cards) : null;
}

function isOutcome(night, row, column) {
  return isWhole(row) && isCovered(night, row) && measure(row, column) && row.result_stage !== "opinion_poll";
}

const FIRM = 1e15;

// A final figure goes before any other, a later one before an earlier one. The untimed introduction sums up the night.
function rankOf(row) {
  return (row.result_stage === "final" ? FIRM : 0) + (row.entry?.when ?? 1e14);
}

function callOf(night, row) {
  const rank = ["winner", "advanced_to_runoff", "defeated", "projected_winner", "withdrawn"];
  const calls = night.tables.vote_results.filter(
    (each) =>
      each.candidate_status &&
      isCovered(night, each) &&
      isWhole(each) &&
      (each.option_id || each.option) === (row.option_id || row.option),
  );
  const call = d3.least(calls, (each) => rank.indexOf(each.candidate_status));
  return call ? valueLabel("candidate_status", call.candidate_status) : null;
}

function card(figure, name, notes, row) {
  return h(
    "li",
    {},
    h(
      "a",
      { href: `#${row.id}` },
      h("span", { class: "figure" }, figure),
      h("span", { class: "name" }, name),
      h("span", { class: "note" }, notes.filter(Boolean).join(" · ")),
    ),
  );
}

function timelineSection(night) {
  const timed = night.entries.filter((entry) => entry.when !== null);
  if (!timed.length) return null;
  const binned = bins(night, timed);
  const lanes = LANES.filter((lane) => binned.some((bin) => bin.lane === lane));
  const counts = LANES.map(
    (lane) => `${t(lane)}: ${integer(lane === "entries" ? night.entries.length : night.tables[lane].length)}`,
  );
  const moments = momentsOf(night);
  return section(
    "timeline",
    h("p", { class: "lede" }, t("timeline_lede")),
    chart(`${t("timeline")}. ${counts.join(", ")}.`, (width) => drawTimeline(night, timed, binned, lanes, width)),
    disclosure(t("as_table"), () =>
      table(
        t("timeline"),
        [t("time"), ...LANES.map((lane) => t(lane))],
        hourly(night, timed),
        new Set([1, 2, 3, 4, 5]),
      ),
    ),
    moments.length ? h("h3", {}, t("moments")) : null,
    moments.length
      ? growing(
          moments.map((moment) => () => momentItem(night, moment)),
          24,
          h("ol", { class: "moments" }),
        )
      : null,
  );
}

function bins(night, timed) {
  const span = timed[timed.length - 1].when - timed[0].when;
  const size = [1, 2, 5, 10, 15, 30, 60].find((minutes) => span / (minutes * 60e3) <= 240) ?? 120;
  const found = new Map();
  const count = (lane, entry, id) => {
    const when = Math.floor(entry.when / (size * 60e3)) * size * 60e3;
    const key = `${lane} ${when}`;
    if (!found.has(key)) found.set(key, { lane, when: when + (size * 60e3) / 2, start: when, size, count: 0, id });
    found.get(key).count += 1;
  };
  for (const entry of timed) {
    count("entries", entry, entry.entry_id);
    for (const row of entry.facts) if (row.table !== "issues") count(row.table, entry, row.id);
  }
  return [...found.values()];
}

function hourly(night, timed) {
  const hours = d3.groups(timed, (entry) => entry.date_published.slice(0, 13));
  return hours.map(([hour, entries]) => ({
    cells: [
      `${hour.slice(0, 10) === night.firstDay ? "" : `${day(hour)}, `}${hour.slice(11)}:00`,
      ...LANES.map((lane) =>
        integer(
          lane === "entries"
            ? entries.length
            : d3.sum(entries, (entry) => entry.facts.filter((row) => row.table === lane).length),
        ),
      ),
    ],
  }));
}

// The name of a table where there is little room.
function laneLabel(name) {
  return name === "endorsements" ? t("stands") : t(name);
}

function wallClock(moment) {
  return new Date(moment).toISOString().slice(11, 16);
}

function drawTimeline(night, timed, binned, lanes, width) {
  const left = width < 560 ? 86 : 118,
    right = 14,
    lane = 42,
    top = 52;
  const time = timeScale(
    timed.map((entry) => entry.when),
    left,
    width - right,
  );
  const most = d3.max(binned, (bin) => bin.count);
  const r = d3.scaleSqrt([0, Math.max(most, 4)], [0, 13]);
  const close = night.contest?.polls_close ? Date.parse(night.contest.polls_close) + 60000 * night.minutes : null;
  const shown = close !== null && time.pieces.some(([start, end]) => close >= start && close <= end);
  const title = (bin) =>
    [
      wallClock(bin.start) + (bin.size > 1 ? `–${wallClock(bin.start + bin.size * 60e3)}` : ""),
      `${t(bin.lane)}${colon()}${integer(bin.count)}`,
    ].join("\n");
  const folds = d3.pairs(time.pieces).map(([before, after]) => (time.scale(before[1]) + time.scale(after[0])) / 2);
  const ticks = hourTicks(time, 52);
  return Plot.plot({
    width,
    height: top + lane * lanes.length + 12,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: 12,
    x: { type: "linear", domain: time.domain, range: time.range, label: null },
    y: { type: "point", domain: lanes, label: null, padding: 0.5 },
    r: { type: "identity" },
    color: { type: "identity" },
    marks: [
      Plot.axisX(ticks, {
        anchor: "top",
        tickSize: 0,
        tickPadding: 12,
        label: null,
        tickFormat: wallClock,
        fill: "var(--ink-2)",
      }),
      Plot.ruleX(ticks, { stroke: "var(--rule)" }),
      Plot.axisY({
        tickSize: 0,
        tickPadding: 12,
        label: null,
        tickFormat: laneLabel,
        fill: "var(--ink)",
        fontSize: 12,
        lineWidth: 8,
      }),
      Plot.ruleY(lanes, { stroke: "var(--rule-2)" }),
      foldMarks(folds),
      shown ? Plot.ruleX([close], { stroke: "var(--ink)", strokeDasharray: "4 3" }) : null,
      shown
        ? Plot.text([close], {
            x: (each) => each,
            frameAnchor: "top",
            dy: -34,
            text: () => t("close"),
            fill: "var(--ink)",
            fontWeight: 600,
            fontSize: 11.5,
            lineAnchor: "middle",
            textAnchor: time.scale(close) > width - 90 ? "end" : time.scale(close) < 90 ? "start" : "middle",
          })
        : null,
      Plot.dot(binned, {
        x: "when",
        y: "lane",
        r: (bin) => Math.max(2.5, r(bin.count)),
        fill: (bin) => `var(--t-${bin.lane})`,
        fillOpacity: 0.78,
        stroke: "var(--paper)",
        strokeWidth: 0.75,
      }),
      Plot.tip(binned, Plot.pointer({ x: "when", y: "lane", title, fontSize: 12, lineHeight: 1.35, maxRadius: 24 })),
    ],
  });
}

function foldMarks(folds) {
  return (index, scales, values, dimensions) => {
    const group = svg("g", { "aria-label": "folds", stroke: "var(--ink-2)", "stroke-width": "1.2", fill: "none" });
    for (const place of folds) {
      const { marginTop, marginBottom, height } = dimensions;
      group.append(
        svg("rect", {
          x: place - 9,
          width: 18,
          y: marginTop,
          height: height - marginTop - marginBottom,
          fill: "var(--paper-2)",
          stroke: "none",
        }),
      );
      for (const shift of [-3, 3])
        group.append(svg("path", { d: `M${place + shift - 3} ${height - marginBottom + 6}l6 -12` }));
    }
    return group;
  };
}

// What changed the state of knowledge: turnout of the whole, the first figures of each stage, each call, the close.
function momentsOf(night) {
  const moments = [];
  const add = (entry, text, row) => moments.push({ entry, when: entry.when, text, row });
  const whole = night.tables.vote_results.filter(
    (row) => isCovered(night, row) && isWhole(row) && row.entry && row.entry.when !== null,
  );
  for (const stage of OUTCOME) {
    const first = d3.least(
      whole.filter((row) => row.result_stage === stage && (measure(row, "vote_pct") || measure(row, "seats"))),
      (row) => row.entry.when,
    );
    if (!first) continue;
    const together = whole.filter(
      (row) => row.entry === first.entry && row.result_stage === stage && measure(row, "vote_pct"),
    );
    const figures = (together.length ? together : [first])
      .slice(0, 4)
      .map((row) => `${row.option} ${(measure(row, "vote_pct") ?? measure(row, "seats")).text}`);
    add(
      first.entry,
      [
        h("strong", {}, t(`first_${stage}`)),
        " ",
        figures.join(", "),
        sourceNote(first),
        isBeforeClose(night, first.entry) && stage !== "opinion_poll"
          ? h("span", { class: "tag" }, t("before_close"))
          : null,
      ],
      first,
    );
  }
  const called = new Set();
  for (const row of whole) {
    const key = `${row.option_id || row.option} ${row.candidate_status}`;
    if (!row.candidate_status || called.has(key)) continue;
    called.add(key);
    add(
      row.entry,
      [
        h("strong", {}, row.option),
        colon(),
        valueLabel("candidate_status", row.candidate_status).toLowerCase(),
        sourceNote(row),
      ],
      row,
    );
  }
  const measured = new Set();
  for (const row of night.tables.participation_snapshots) {
    const figure = measure(row, "turnout_pct") ?? measure(row, "voters");
    const key = row.as_of ?? row.stage ?? "";
    if (
      !row.entry ||
      row.entry.when === null ||
      row.is_baseline ||
      !isWhole(row) ||
      !isCovered(night, row) ||
      !figure ||
      measured.has(key)
    )
      continue;
    measured.add(key);
    const unit = measure(row, "turnout_pct") ? "" : ` ${t("unit_voters")}`;
    add(
      row.entry,
      [
        h("strong", {}, t("turnout")),
        ` ${figure.text}${unit}`,
        row.as_of
          ? ` ${t("at", { time: clock(row.as_of) })}`
          : row.stage
            ? ` (${valueLabel("stage", row.stage).toLowerCase()})`
            : "",
        sourceNote(row),
      ],
      row,
    );
  }
  const close = night.contest?.polls_close;
  if (close && night.entries.some((entry) => entry.date_published)) {
    const entry = { date_published: close, when: Date.parse(close) + 60000 * night.minutes };
    moments.push({ entry, when: entry.when - 1, text: [h("strong", {}, t("close"))], row: null });
  }
  return d3.sort(moments, (moment) => moment.when);
}

function sourceNote(row) {
  const source = sourceOf(row);
  return source ? h("span", { class: "by" }, ` — ${source}`) : null;
}

function momentItem(night, { entry, text, row }) {
  return h(
    "li",
    { class: row ? null : "close" },
    timeTag(night, entry),
    h("span", {}, text, " ", row ? evidenceLink(row) : null),
  );
}
