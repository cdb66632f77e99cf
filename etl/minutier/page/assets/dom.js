// Elements, without markup: every text becomes a text node.

const SVG = "http://www.w3.org/2000/svg";

function h(tag, properties = {}, ...children) {
  return filled(document.createElement(tag), properties, children);
}

function svg(tag, properties = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

// The page holds a few regions that are drawn again on their own; each has an identifier.
function region(id) {
  return document.getElementById(id);
}

function say(id, text) {
  const place = region(id);
  if (place && place.textContent !== text) place.textContent = text;
}

// Only addresses that a browser opens as pages become links.
function webLink(address, text) {
  return /^https?:\/\//i.test(address || "") ? h("a", { href: address, rel: "noopener noreferrer" }, text) : null;
}

function choice(id, label, options, chosen, onchange) {
  const select = h(
    "select",
    { id, onchange: (event) => onchange(event.target.value) },
    options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)),
  );
  return h("span", { class: "control" }, h("label", { for: id }, label), select);
}

// What is folded away is made when it is first unfolded.
function disclosure(summary, make) {
  const details = h("details", { ontoggle: () => details.fill() }, h("summary", {}, summary));
  details.fill = () => {
    if (make) details.append(make());
    make = null;
  };
  return details;
}

function table(caption, heads, lines, numbers = new Set()) {
  const aligned = (place) => ({ class: numbers.has(place) ? "number" : null });
  return h(
    "div",
    { class: "scroller", role: "region", "aria-label": caption, tabindex: "0" },
    h(
      "table",
      {},
      h("caption", { class: "unseen" }, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((head, place) => h("th", { scope: "col", ...aligned(place) }, head)),
        ),
      ),
      h(
        "tbody",
        {},
        lines.map(({ id, cells }) =>
          h(
            "tr",
            { id },
            cells.map((cell, place) => h("td", aligned(place), cell)),
          ),
        ),
      ),
    ),
  );
}

// Lists that may be long show a part and a button for more.
function growing(items, size, list) {
  const holder = h("div", {}, list);
  let shown = 0;
  const button = h("button", { type: "button", class: "more", onclick: () => more(true) });
  function more(focusing) {
    const fresh = items.slice(shown, shown + size).map((make) => make());
    list.append(...fresh);
    shown += fresh.length;
    if (shown < items.length) {
      button.textContent = t("more", { n: Math.min(size, items.length - shown), m: items.length - shown });
      holder.append(button);
    } else button.remove();
    if (focusing && fresh[0]) {
      fresh[0].tabIndex = -1;
      fresh[0].focus();
    }
  }
  more(false);
  holder.showAll = () => {
    while (shown < items.length) more(false);
  };
  return holder;
}
