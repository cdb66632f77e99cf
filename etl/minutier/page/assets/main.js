// The page as a whole: which live blog, which language, and where an address leads.

let present = null;
let sections = {};

function section(id, ...content) {
  return h(
    "section",
    { id: `section_${id}`, "aria-labelledby": `heading_${id}` },
    h("h2", { id: `heading_${id}`, tabindex: "-1" }, t(id)),
    ...content,
  );
}

function drawPage(place) {
  const night = nightAt(place);
  present = place;
  drawings.length = 0;
  document.documentElement.lang = language;
  const makers = {
    timeline: timelineSection,
    results: resultsSection,
    turnout: turnoutSection,
    quotes: quotesSection,
    endorsements: endorsementsSection,
    evidence: evidenceSection,
  };
  sections = Object.fromEntries(
    Object.entries(makers)
      .map(([id, make]) => [id, make(night)])
      .filter(([, made]) => made),
  );
  const name = site.package.title || site.package.name || "";
  document.title = [night.liveblog.title || night.liveblog.liveblog_id, name].filter(Boolean).join(" – ");
  region("page").replaceChildren(
    h("a", { class: "skip", href: "#main" }, t("skip")),
    h(
      "header",
      { class: "top" },
      h("p", { class: "brand" }, name),
      site.liveblogs.length > 1
        ? choice(
            "night",
            t("night"),
            site.liveblogs.map((liveblog, other) => [String(other), nightName(liveblog)]),
            String(place),
            (value) => {
              location.hash = site.liveblogs[Number(value)].liveblog_id;
            },
          )
        : null,
      h(
        "div",
        { class: "languages", role: "group", "aria-label": t("languages") },
        Object.keys(site.labels).map((code) =>
          h(
            "button",
            {
              type: "button",
              lang: code,
              "aria-pressed": String(code === language),
              "aria-label": site.labels[code].ui.language_name,
              onclick: () => speak(code),
            },
            code.toUpperCase(),
          ),
        ),
      ),
    ),
    h(
      "nav",
      { class: "sections", "aria-label": t("sections") },
      h(
        "ul",
        {},
        Object.keys(sections).map((id) => h("li", {}, h("a", { href: `#section_${id}` }, t(id)))),
      ),
    ),
    h("main", { id: "main", tabindex: "-1" }, masthead(night), Object.values(sections)),
    footer(night),
  );
  drawEvidence(sections.evidence.view);
  drawCharts();
}

function nightName(liveblog) {
  const date = liveblog.coverage_start ? `${liveblog.coverage_start.slice(0, 10)} · ` : "";
  return `${date}${liveblog.title || liveblog.liveblog_id}`;
}

function speak(code) {
  const top = window.scrollY;
  language = code;
  drawPage(present);
  window.scrollTo(0, top);
  document.querySelector(`.languages button[lang="${code}"]`).focus({ preventScroll: true });
}

function footer(night) {
  const { package: own, libraries } = site;
  const licences = (own.licenses ?? [])
    .map((licence) => licence.title || licence.name)
    .filter(Boolean)
    .join(", ");
  const lines = [
    [[own.name, own.version].filter(Boolean).join(" "), licences, own.created ? own.created.slice(0, 10) : null]
      .filter(Boolean)
      .join(" · "),
    night.liveblog.license ? t("license_source", { name: night.liveblog.license }) : null,
    t("made_with", {
      version: site.toolkit,
      libraries: Object.values(libraries)
        .map((library) => `${library.title} ${library.version} (${library.license})`)
        .join(", "),
    }),
  ];
  return h(
    "footer",
    {},
    h("h2", { class: "unseen" }, t("about")),
    own.description ? h("p", {}, own.description) : null,
    lines.filter(Boolean).map((line) => h("p", {}, line)),
  );
}

// Addresses: #LIVEBLOG, #ENTRY and #ROW lead to the live blog and to the characters; #row-ROW to the row in its
// section.
function route() {
  const hash = decoded(location.hash.slice(1));
  if (hash === "main" || hash.startsWith("section_")) {
    if (present === null) {
      drawPage(0);
      region(hash)?.scrollIntoView();
    }
    return undefined;
  }
  const named = site.liveblogs.findIndex((liveblog) => liveblog.liveblog_id === hash);
  if (named >= 0) {
    const changed = present !== null && present !== named;
    drawPage(named);
    if (changed) {
      window.scrollTo(0, 0);
      region("night")?.focus({ preventScroll: true });
    }
    return undefined;
  }
  const id = hash.replace(/^row-/, "");
  const place = id ? placeOf(id, present) : null;
  if (present === null || (place !== null && place !== present)) drawPage(place ?? 0);
  if (place === null) return undefined;
  return hash === id ? showEvidence(sections.evidence.view, id) : showRow(hash);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// A row in its own section: unfold what hides it, undo what filters it out.
function showRow(id) {
  const row = nightAt(present).facts.get(id.slice(4));
  const home = row && sections[SECTION_OF[row.table]];
  if (!home) return;
  for (const details of home.querySelectorAll("details")) details.fill?.();
  let element = region(id);
  if (!element && home.reset) {
    home.reset();
    element = region(id);
  }
  if (!element) {
    for (const holder of home.querySelectorAll("div")) holder.showAll?.();
    element = region(id);
  }
  const contest = region("results_contest");
  if (!element && contest) {
    contest.value = `${row.contest_id ?? ""} ${row.round ?? ""}`;
    contest.dispatchEvent(new Event("change"));
    home.querySelector("details").fill();
    element = region(id);
  }
  if (!element) return;
  for (let parent = element.closest("details"); parent; parent = parent.parentElement.closest("details"))
    parent.open = true;
  for (const other of document.querySelectorAll(".landed")) other.classList.remove("landed");
  element.classList.add("landed");
  element.scrollIntoView({ block: "center" });
  (element.querySelector("a") ?? element).focus({ preventScroll: true });
}

let unfolded = [];
window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details:not([open])")];
  for (const each of unfolded) {
    each.fill?.();
    each.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const each of unfolded) each.open = false;
});
window.addEventListener("hashchange", route);
// A link to where one is already changes no address; it still leads there.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link && link.getAttribute("href") === location.hash && !link.matches(".skip, nav a")) {
    event.preventDefault();
    route();
  }
});
new ResizeObserver(drawCharts).observe(region("page"));
route();
