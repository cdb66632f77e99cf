// Sections with a chart of what the reader chooses: an area, a figure; and below it a table of all of the rows.

// A section of rows, null when there are none. ``look`` gives for the choices made: the controls (null for one that
// has nothing to choose from), the charts, and the rows with their table.
function chartSection(name, lede, rows, look) {
  if (!rows.length) return null;
  const place = h("div", { id: `${name}_view` });
  const chosen = {};
  const change = (choice) => (value) => {
    chosen[choice] = value;
    draw();
    region(`${name}_${choice}`)?.focus();
  };
  const draw = () => {
    const view = look(rows, chosen, change);
    const controls = view.controls.filter(Boolean);
    place.replaceChildren(
      ...(controls.length ? [h("div", { class: "controls" }, controls)] : []),
      ...view.charts.filter(Boolean),
      disclosure(`${t("as_table")} (${integer(view.rows.length)})`, view.table),
    );
    drawCharts();
  };
  draw();
  return section(name, h("p", { class: "lede" }, lede), place);
}

// The rows of the chosen area and the chosen figure (a column; null when no row has one), with the controls for both.
function figureView(name, rows, columns, chosen, change) {
  const areas = areasOf(rows.filter((row) => columns.some((column) => measure(row, column))));
  keep(chosen, "area", areas, areas[0] ?? "");
  const ofArea = rows.filter((row) => areaOf(row) === chosen.area);
  const figures = columns.filter((column) => ofArea.some((row) => measure(row, column)));
  keep(chosen, "figure", figures, figures[0] ?? null);
  return {
    rows: ofArea,
    figure: chosen.figure,
    controls: [
      choiceOf(name, "area", chosen, change, t("area"), areas, (area) => area || t("whole")),
      choiceOf(name, "figure", chosen, change, t("figure"), figures, columnLabel),
    ],
  };
}

// What was chosen stays while it is there to be chosen.
function keep(chosen, what, values, otherwise) {
  if (!values.includes(chosen[what])) chosen[what] = otherwise;
}

function choiceOf(name, what, chosen, change, label, values, labelOf) {
  if (values.length < 2) return null;
  const options = values.map((value) => [value, labelOf(value)]);
  return choice(`${name}_${what}`, label, options, chosen[what], change(what));
}

function areaOf(row) {
  return isWhole(row) ? "" : row.gp_unit;
}

// The whole first, then the areas with most figures.
function areasOf(rows) {
  const groups = d3.rollups(rows, (own) => own.length, areaOf);
  return d3
    .sort(
      groups,
      ([area]) => area !== "",
      ([, count]) => -count,
      ([area]) => area,
    )
    .map(([area]) => area);
}
