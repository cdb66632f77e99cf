// Labels, numbers, times and texts in the language of the reader.

const site = JSON.parse(document.getElementById("package_data").textContent);
let language = site.language;

// {n} is a value, {n:post|posts} a word that goes with a number.
function t(key, values = {}) {
  const told = site.labels[language].ui[key].replace(/\{(\w+):([^|}]*)\|([^}]*)\}/g, (whole, name, one, other) =>
    format(Intl.PluralRules, {}).select(values[name]) === "one" ? one : other,
  );
  return told.replace(/\{(\w+)\}/g, (whole, name) =>
    typeof values[name] === "number" ? integer(values[name]) : (values[name] ?? whole),
  );
}

// A name and what is said of it.
function colon() {
  return language === "fr" ? "\u00a0: " : ": ";
}

function columnLabel(column) {
  return site.labels[language].columns[column] ?? column;
}

function valueLabel(column, value) {
  return site.labels[language].values[column]?.[value] ?? value ?? "";
}

// Formats are dear to make and cheap to use.
const formats = new Map();

function format(kind, options) {
  const key = `${language} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new kind(t("locale"), options));
  return formats.get(key);
}

function number(value) {
  return format(Intl.NumberFormat, { maximumFractionDigits: 2 }).format(value);
}

function integer(value) {
  return format(Intl.NumberFormat, { maximumFractionDigits: 0 }).format(value);
}

function signed(value) {
  return format(Intl.NumberFormat, { maximumFractionDigits: 2, signDisplay: "exceptZero" }).format(value);
}

function quoted(text) {
  return language === "fr" ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}

function percent(text) {
  return language === "fr" ? `${text}\u00a0%` : `${text}%`;
}

// A measure of a row: its value or its two ends, in words and as numbers.
function measure(row, column) {
  const value = row[column],
    low = row[`${column}_min`] ?? null,
    high = row[`${column}_max`] ?? null;
  if (value === null && low === null && high === null) return null;
  const ends = value !== null ? [value] : [low, high].filter((end) => end !== null);
  const words =
    value === null && ends.length === 1
      ? `${low === null ? "≤" : "≥"}\u00a0${number(ends[0])}`
      : ends.map(number).join("–");
  return {
    middle: ends.reduce((sum, end) => sum + end, 0) / ends.length,
    low: Math.min(...ends),
    high: Math.max(...ends),
    text: (row.is_approximate ? "≈\u00a0" : "") + (column.endsWith("_pct") ? percent(words) : words),
  };
}

// Times are shown on the clock of the place, which is what the published instants carry.
function clock(instant) {
  return instant ? instant.slice(11, 16) : "";
}

function day(instant) {
  const date = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  return format(Intl.DateTimeFormat, { day: "numeric", month: "short", timeZone: "UTC" }).format(date);
}

function longDay(date) {
  const options = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return format(Intl.DateTimeFormat, options).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

function offsetMinutes(instant) {
  const found = /([+-])(\d\d):(\d\d)$/.exec(instant || "");
  return found ? (found[1] === "-" ? -1 : 1) * (60 * found[2] + Number(found[3])) : 0;
}

// Published offsets count Unicode code points; strings here count UTF-16 units. Both agree as long as a text has no
// surrogate pair, and else a table of places translates.
function placesOf(text) {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return (place) => Math.min(Math.max(place, 0), text.length);
  const places = [0];
  for (const character of text) places.push(places[places.length - 1] + character.length);
  return (place) => places[Math.min(Math.max(place, 0), places.length - 1)];
}

// Searching ignores case, accents and the kind of apostrophe. `at` leads from the folded text back to the original.
function folded(text, withPlaces = false) {
  const at = [];
  let result = "";
  if (!withPlaces) {
    return { text: text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’ʼ]/g, "'").toLowerCase(), at };
  }
  let place = 0;
  for (const character of text) {
    const plain = character < "\u0080" ? character.toLowerCase() : folded(character).text;
    for (let unit = 0; unit < plain.length; unit += 1) at.push(place);
    result += plain;
    place += character.length;
  }
  at.push(place);
  return { text: result, at };
}

function wordsOf(query) {
  return folded(query).text.split(/\s+/).filter(Boolean);
}

// The text as nodes, with what is searched for marked.
function found(text, words) {
  if (!words.length) return [text];
  const { text: plain, at } = folded(text, true);
  const spans = [];
  for (const word of words) {
    for (let start = plain.indexOf(word); start >= 0; start = plain.indexOf(word, start + word.length)) {
      spans.push([at[start], at[start + word.length]]);
    }
  }
  spans.sort((one, other) => one[0] - other[0]);
  const nodes = [];
  let done = 0;
  for (const [start, end] of spans) {
    if (start < done) continue;
    nodes.push(text.slice(done, start), h("mark", { class: "hit" }, text.slice(start, end)));
    done = end;
  }
  nodes.push(text.slice(done));
  return nodes;
}
