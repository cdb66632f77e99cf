// Who backed whom, against whom, and who would not choose.

const STANCE_SIGNS = { support: "+", oppose: "−", none: "○" };

function endorsementsSection(night) {
  const rows = night.tables.endorsements;
  if (!rows.length) return null;
  const groups = d3
    .groups(rows, (row) => row.endorsee || "")
    .sort(
      (one, other) =>
        (one[0] === "") - (other[0] === "") ||
        other[1].length - one[1].length ||
        one[0].localeCompare(other[0], language),
    );
  return section(
    "endorsements",
    h(
      "div",
      { class: "stands" },
      groups.map(([endorsee, own]) => standsOf(night, endorsee, own)),
    ),
  );
}

function standsOf(night, endorsee, rows) {
  const stances = ["support", "oppose", "none"].filter((stance) => rows.some((row) => row.stance === stance));
  return h(
    "div",
    { class: "stand" },
    h(
      "h3",
      {},
      endorsee || t("no_choice"),
      " ",
      h("span", { class: "count" }, integer(new Set(rows.map((row) => row.endorser)).size)),
    ),
    stances.map((stance) => [
      endorsee
        ? h(
            "h4",
            { class: `stance ${stance}` },
            h("span", { "aria-hidden": "true" }, STANCE_SIGNS[stance]),
            " ",
            t(`stance_${stance}`),
          )
        : null,
      growing(
        rows.filter((row) => row.stance === stance).map((row) => () => standItem(night, row)),
        40,
        h("ul", {}),
      ),
    ]),
  );
}

function standItem(night, row) {
  const other = row.contest_id !== null && !isCovered(night, row) ? contestLabel(row.contest_id, row.round) : null;
  return h(
    "li",
    { id: `row-${row.id}` },
    h("b", {}, row.endorser),
    row.endorser_role ? h("span", { class: "role" }, `, ${row.endorser_role}`) : null,
    h(
      "span",
      { class: "meta" },
      timeTag(night, row.entry),
      " · ",
      [valueLabel("endorsement_status", row.endorsement_status), quoted(row.cue), other].filter(Boolean).join(" · "),
      " · ",
      evidenceLink(row),
    ),
  );
}
