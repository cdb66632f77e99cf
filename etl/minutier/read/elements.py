"""What the elements of HTML are: headings, blocks, and how far apart they stand."""

from __future__ import annotations

from minutier.read.builder import CELL, LINE, PARAGRAPH

Attributes = dict[str, str | None]
"""Attributes of an element by name; None where one has no value."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

# Distance from what is around, as in the rendering section of the HTML Standard
_PARAGRAPHS = (
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p plaintext pre search "
    "section summary table ul xmp"
)
_LINES = "br caption dd dt legend li optgroup option tbody tfoot thead tr"
BLOCKS = dict.fromkeys(_PARAGRAPHS.split(), PARAGRAPH) | dict.fromkeys(_LINES.split(), LINE)
_CELLS = dict.fromkeys(("td", "th"), CELL)
DISTANCES = BLOCKS | _CELLS
INSIDE = {"li": LINE, "dd": LINE, "dt": LINE, "td": CELL, "th": CELL}  # a paragraph alone in an item
