// One live blog: its entries in time order, and its facts, each with its entry.

const KEYS = {
  quotes: "quote_id",
  vote_results: "vote_result_id",
  participation_snapshots: "participation_snapshot_id",
  endorsements: "endorsement_id",
  issues: "issue_id",
};
const FACTS = Object.keys(KEYS);
const STAGES = ["opinion_poll", "exit_poll", "projection", "partial", "final", ""];
const nights = new Map();

function nightAt(place) {
  if (!nights.has(place)) nights.set(place, readNight(place));
  return nights.get(place);
}

function readNight(place) {
  const raw = JSON.parse(document.getElementById(`night_${place}`).textContent);
  const entries = unpacked(raw.entries);
  const night = { place, liveblog: site.liveblogs[place], entries, facts: new Map(), byEntry: new Map(), tables: {} };
  const minutes = offsetMinutes(entries.find((entry) => entry.date_published)?.date_published);
  entries.forEach((entry, order) => {
    Object.assign(entry, {
      order,
      facts: [],
      when: entry.date_published ? Date.parse(entry.date_published) + 60000 * minutes : null,
    });
    night.byEntry.set(entry.entry_id, entry);
  });
  for (const name of FACTS) {
    night.tables[name] = unpacked(raw[name]).map((row) => {
      Object.assign(row, { table: name, id: row[KEYS[name]], entry: night.byEntry.get(row.entry_id) ?? null });
      night.facts.set(row.id, row);
      row.entry?.facts.push(row);
      return row;
    });
    night.tables[name].sort(
      (one, other) => (one.entry?.order ?? -1) - (other.entry?.order ?? -1) || one.char_start - other.char_start,
    );
  }
  for (const entry of entries)
    entry.facts.sort((one, other) => one.char_start - other.char_start || other.char_end - one.char_end);
  night.corrections = d3.group(unpacked(raw.corrections), (row) => row.row_id);
  night.withheld = night.liveblog.text_policy !== "full";
  night.firstDay = entries.find((entry) => entry.date_published)?.date_published.slice(0, 10) ?? "";
  night.minutes = minutes;
  night.contest = contestOf(night.liveblog.contest_id, night.liveblog.round);
  return night;
}

function unpacked({ columns, rows }) {
  return rows.map((cells) => Object.fromEntries(columns.map((column, place) => [column, cells[place]])));
}

// The live blog that has something with this identifier: the present one first.
function placeOf(id, present) {
  const order = [present, ...site.liveblogs.keys()].filter(
    (place, index, all) => place !== null && all.indexOf(place) === index,
  );
  return order.find((place) => nightAt(place).facts.has(id) || nightAt(place).byEntry.has(id)) ?? null;
}

function contestOf(id, round) {
  return site.contests.find((contest) => contest.contest_id === id && contest.round === round) ?? null;
}

function contestLabel(id, round) {
  const contest = contestOf(id, round);
  const rounds = site.contests.filter((other) => other.contest_id === id).length;
  const name = contest?.name || id || "";
  return round && (rounds > 1 || round > 1) ? `${name}, ${roundLabel(round)}` : name;
}

function roundLabel(round) {
  return t(round === 1 ? "round_first" : "round_nth", { n: round });
}

function timeOf(night, entry) {
  if (!entry) return "";
  if (!entry.date_published) return entry.time_label || t("lead");
  const time = clock(entry.date_published);
  return entry.date_published.slice(0, 10) === night.firstDay ? time : `${day(entry.date_published)}, ${time}`;
}

function timeTag(night, entry) {
  const text = timeOf(night, entry);
  return entry?.date_published ? h("time", { datetime: entry.date_published }, text) : h("span", {}, text);
}

// The whole contest, and not a part of its territory.
function isWhole(row) {
  return row.gp_unit === null || row.gp_unit_type === "country";
}

function isCovered(night, row) {
  return row.contest_id === night.liveblog.contest_id && row.round === night.liveblog.round;
}

function sourceOf(row) {
  return [row.announced_by, row.pollster, row.relayed_by ? t("relayed", { name: row.relayed_by }) : null]
    .filter((name, place, all) => name && all.indexOf(name) === place)
    .join(", ");
}

function isBeforeClose(night, entry) {
  return (
    Boolean(night.contest?.polls_close && entry?.date_published) &&
    Date.parse(entry.date_published) < Date.parse(night.contest.polls_close)
  );
}

// A row in a few words, as lists show it.
function summary(row) {
  const figures =
    { vote_results: ["vote_pct", "votes", "seats"], participation_snapshots: ["turnout_pct", "voters"] }[row.table] ??
    [];
  const figure = figures
    .map((column) => [column, measure(row, column)])
    .filter(([, value]) => value)
    .map(([column, value]) => (column.endsWith("_pct") ? value.text : `${value.text} ${t(`unit_${column}`)}`))
    .join(", ");
  switch (row.table) {
    case "quotes":
      return `${speakerOf(row)}${colon()}${quoted(shortened(row.quote))}`;
    case "vote_results":
      return [row.option, figure, valueLabel("candidate_status", row.candidate_status), row.gp_unit]
        .filter(Boolean)
        .join(" · ");
    case "participation_snapshots":
      return [
        figure || changeOf(row),
        row.as_of ? t("at", { time: clock(row.as_of) }) : valueLabel("stage", row.stage),
        row.gp_unit,
        row.is_baseline ? t("earlier") : null,
      ]
        .filter(Boolean)
        .join(" · ");
    case "endorsements":
      return [row.endorser, valueLabel("stance", row.stance), row.endorsee].filter(Boolean).join(" · ");
    default:
      return row.message || row.code;
  }
}

function shortened(text) {
  const characters = Array.from(text);
  return characters.length > 90 ? `${characters.slice(0, 88).join("").trimEnd()}…` : text;
}

function changeOf(row) {
  return [
    row.change_pct !== null ? percent(signed(row.change_pct)) : null,
    row.change_points !== null ? `${signed(row.change_points)} ${t("points")}` : null,
  ]
    .filter(Boolean)
    .join(", ");
}

function evidenceLink(row, text = t("source")) {
  return h("a", { class: "evidence", href: `#${row.id}`, "aria-label": `${text}: ${summary(row)}` }, text);
}
