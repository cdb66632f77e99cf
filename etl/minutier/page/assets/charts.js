// Charts: drawn with Observable Plot, drawn again when the page changes its width. Each is a picture for assistive
// technology; what it shows stands in a table or list beside it.

const drawings = [];

function chart(label, draw) {
  const figure = h("figure", { class: "chart" });
  drawings.push({ figure, label, draw, width: 0 });
  return figure;
}

function drawCharts() {
  for (const drawing of drawings) {
    const width = Math.floor(drawing.figure.clientWidth);
    if (!width || width === drawing.width) continue;
    drawing.width = width;
    const picture = drawing.draw(width);
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", drawing.label);
    picture.addEventListener("input", () => picture.classList.toggle("pointing", Boolean(picture.value)));
    picture.addEventListener("click", (event) => {
      if (event.pointerType !== "touch" && picture.value?.id) location.hash = picture.value.id;
    });
    drawing.figure.replaceChildren(picture);
  }
}

const SYMBOLS = {
  opinion_poll: "diamond",
  exit_poll: "triangle",
  projection: "square",
  partial: "circle",
  final: "circle",
  measured: "circle",
  "": "times",
};

function isSolid(stage) {
  return stage === "final" || stage === "measured";
}

// What a symbol means, as a legend beside a chart.
function symbolKey(name, solid, text, colour = "var(--ink-2)") {
  const shape = {
    circle: d3.symbolCircle,
    square: d3.symbolSquare,
    triangle: d3.symbolTriangle,
    diamond: d3.symbolDiamond,
    times: d3.symbolTimes,
  }[name];
  const path = svg("path", {
    d: d3.symbol(shape, 46)(),
    transform: "translate(8 8)",
    fill: solid ? colour : "none",
    stroke: colour,
    "stroke-width": "1.6",
  });
  return h(
    "li",
    {},
    svg("svg", { width: "16", height: "16", viewBox: "0 0 16 16", "aria-hidden": "true" }, path),
    text,
  );
}

function colourKey(colour, text) {
  return h(
    "li",
    {},
    svg(
      "svg",
      { width: "16", height: "16", viewBox: "0 0 16 16", "aria-hidden": "true" },
      svg("line", { x1: "1", x2: "15", y1: "8", y2: "8", stroke: colour, "stroke-width": "4" }),
    ),
    text,
  );
}

const ROW = 54;
const EDGE = { top: 26, bottom: 8, left: 14, right: 20 };

// A strip for each announcement, time going down, the figure going right.
// lines: [{label}]; points: [{line, low, high, middle, text, colour, symbol, solid, series, title, id}]
function strips({ lines, points, unit, joined, halfway, fromZero }) {
  return (width) => {
    const low = Math.min(...points.map((point) => point.low)),
      high = Math.max(...points.map((point) => point.high));
    const spread = high - low || high || 1;
    const domain = [fromZero ? 0 : Math.max(0, low - spread * 0.06), high + spread * 0.06];
    const range = [EDGE.left, width - EDGE.right];
    const x = d3.scaleLinear(domain, range);
    const series = joined
      ? d3
          .groups(
            points.filter((point) => point.series !== null),
            (point) => point.series,
          )
          .filter(([, own]) => own.length > 1)
      : [];
    const marks = [
      Plot.gridX({ stroke: "var(--rule)", strokeOpacity: 1, ticks: Math.max(3, Math.floor(width / 110)) }),
      Plot.axisX({
        anchor: "top",
        ticks: Math.max(3, Math.floor(width / 110)),
        tickSize: 0,
        label: null,
        tickFormat: unit,
        fill: "var(--ink-2)",
      }),
      halfway && domain[0] < 50 && domain[1] > 50
        ? Plot.ruleX([50], { stroke: "var(--ink-2)", strokeDasharray: "3 3" })
        : null,
      Plot.ruleY(lines, { y: (line, place) => place, stroke: "var(--rule-2)" }),
      series.map(([, own]) =>
        Plot.line(own, { x: "middle", y: "line", stroke: own[0].colour, strokeOpacity: 0.45, strokeWidth: 1.5 }),
      ),
      Plot.ruleY(
        points.filter((point) => point.low < point.high),
        {
          x1: "low",
          x2: "high",
          y: "line",
          stroke: "colour",
          strokeWidth: 5,
          strokeOpacity: 0.35,
          strokeLinecap: "round",
        },
      ),
      pairs(points),
      d3
        .sort(
          d3.groups(points, (point) => `${point.symbol} ${point.solid}`),
          ([, [point]]) => point.solid,
        )
        .map(([, own]) =>
          Plot.dot(own, {
            x: "middle",
            y: "line",
            symbol: own[0].symbol,
            r: 5,
            stroke: "colour",
            strokeWidth: 1.8,
            fill: own[0].solid ? "colour" : "var(--paper)",
          }),
        ),
      Plot.text(lines, {
        y: (line, place) => place,
        text: "label",
        frameAnchor: "left",
        dx: 0,
        dy: -18,
        textAnchor: "start",
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 4,
        fontSize: 12,
        lineWidth: (width - EDGE.left) / 12.5,
        textOverflow: "ellipsis-end",
      }),
      Plot.text(uncrowded(points, x), {
        x: "middle",
        y: "line",
        text: "text",
        dy: 15,
        fill: "colour",
        stroke: "var(--paper)",
        strokeWidth: 3,
        fontSize: 11.5,
        fontWeight: 600,
      }),
      Plot.tip(
        points,
        Plot.pointer({ x: "middle", y: "line", title: "title", fontSize: 12, lineHeight: 1.35, maxRadius: 30 }),
      ),
    ];
    return Plot.plot({
      width,
      height: EDGE.top + EDGE.bottom + ROW * lines.length,
      marginTop: EDGE.top,
      marginBottom: EDGE.bottom,
      marginLeft: EDGE.left,
      marginRight: EDGE.right,
      x: { type: "linear", domain, range, label: null },
      y: { type: "point", domain: d3.range(lines.length), axis: null, padding: 0.5 },
      color: { type: "identity" },
      marks: marks.flat(2).filter(Boolean),
    });
  };
}

// A thin line from the earlier figure to the one of the night.
function pairs(points) {
  const links = points.filter((point) => point.from !== undefined);
  return Plot.link(links, {
    x1: "from",
    x2: "middle",
    y1: "line",
    y2: "line",
    stroke: "var(--ink-2)",
    strokeWidth: 1.2,
  });
}

// The figures that can be printed under their symbols without touching each other, the higher ones first.
function uncrowded(points, x) {
  const kept = [];
  for (const [, own] of d3.groups(points, (point) => point.line)) {
    for (const point of d3.sort(own, (one, other) => (other.solid - one.solid) * 1e9 + other.middle - one.middle)) {
      const half = point.text.length * 3.4 + 3,
        place = x(point.middle);
      if (
        kept.every(
          (other) =>
            other.line !== point.line || Math.abs(x(other.middle) - place) > half + other.text.length * 3.4 + 3,
        )
      )
        kept.push(point);
    }
  }
  return kept;
}

// Time, with quiet stretches of over two hours folded away.
function timeScale(moments, left, right) {
  const QUIET = 2 * 3600e3,
    FOLD = 22;
  const sorted = [...new Set(moments)].sort((one, other) => one - other);
  const margin = Math.max(10 * 60e3, (sorted[sorted.length - 1] - sorted[0]) * 0.01);
  const pieces = [];
  for (const moment of sorted) {
    const last = pieces[pieces.length - 1];
    if (last && moment - last[1] <= QUIET) last[1] = moment;
    else pieces.push([moment, moment]);
  }
  for (const piece of pieces) {
    piece[0] -= margin;
    piece[1] += margin;
  }
  const total = pieces.reduce((sum, [start, end]) => sum + end - start, 0);
  const room = right - left - FOLD * (pieces.length - 1);
  const domain = [],
    range = [];
  let place = left;
  for (const [start, end] of pieces) {
    domain.push(start, end);
    range.push(place, place + (room * (end - start)) / total);
    place = range[range.length - 1] + FOLD;
  }
  return { pieces, domain, range, scale: d3.scaleLinear(domain, range) };
}

function hourTicks(time, space) {
  const steps = [0.25, 0.5, 1, 2, 3, 6, 12, 24].map((hours) => hours * 3600e3);
  const [start, end] = time.pieces.reduce((widest, piece) =>
    piece[1] - piece[0] > widest[1] - widest[0] ? piece : widest,
  );
  const perPixel = (end - start) / Math.max(1, time.scale(end) - time.scale(start));
  const step = steps.find((each) => each / perPixel >= space) ?? 24 * 3600e3;
  const ticks = [];
  for (const [first, last] of time.pieces) {
    for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) {
      const before = ticks[ticks.length - 1];
      const isFree = time.pieces.every((piece) =>
        [piece[0], piece[1]].every(
          (edge) => edge === start || edge === end || Math.abs(time.scale(edge) - time.scale(tick)) > 6,
        ),
      );
      if (isFree && (before === undefined || time.scale(tick) - time.scale(before) >= space * 0.9)) ticks.push(tick);
    }
  }
  return ticks;
}

// Announcements of one chart at most.
const MOST_LINES = 36;

// Up to so many announcements, evenly over the night; the first and the last of each stage always.
function thinned(all, most) {
  if (all.length <= most) return all;
  const keep = new Set([0, all.length - 1]);
  for (const stage of STAGES) {
    const places = [...all.keys()].filter((place) => (all[place][0].result_stage ?? "") === stage);
    if (places.length) keep.add(places[0]).add(places[places.length - 1]);
  }
  for (let step = 0; keep.size < most && step < most; step += 1)
    keep.add(Math.round((step * (all.length - 1)) / (most - 1)));
  return [...keep].sort((one, other) => one - other).map((place) => all[place]);
}
