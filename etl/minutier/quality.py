"""The page that says how far the extraction can be trusted: figures by table, language and layout, and mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from minutier.evaluate import GOLD, Count, Gold, Mistake, Score, read_gold, total

HEAD = """# Quality

What `make quality` measures: `minutier evaluate` on the annotated live blogs of `{folder}` ({documents} documents).
This page is written by the command; a test compares it with what the extraction gives, and
`tests/gold/floors.yaml` holds the figures below which nothing may fall.

"""


def page(folder: Path, scores: Sequence[Score]) -> str:
    """The quality page, in Markdown, of the scores of a folder of annotated live blogs."""
    known = {score.document: read_gold(folder / f"{score.document}{GOLD}") for score in scores}
    sections = [
        HEAD.format(folder=folder.name, documents=len(scores)),
        "## All documents\n\n" + _figures(total(scores).items()),
        "## By language (F1)\n\n" + _by(scores, lambda score: known[score.document].source.language),
        "## By layout (F1)\n\n" + _by(scores, lambda score: _layout(known[score.document])),
        "## By document (F1)\n\n" + _by(scores, lambda score: score.document),
        "## Commonest mistakes\n\n" + _mistakes(mistake for score in scores for mistake in score.mistakes),
    ]
    return "\n".join(sections)


def _layout(gold: Gold) -> str:
    """The kind of source: text, page, feed or JSON, by the ending of its name."""
    kinds = {".txt": "text", ".html": "page", ".xml": "feed", ".json": "JSON"}
    return kinds.get(gold.source.path.suffix, "other")


def _figures(counts: Iterable[tuple[str, Count]]) -> str:
    rows = [
        [measure, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}", str(c.wanted), str(c.found)]
        for measure, c in counts
    ]
    return _table(["measure", "precision", "recall", "F1", "gold", "found"], rows)


def _by(scores: Sequence[Score], key: Callable[[Score], str]) -> str:
    groups: dict[str, list[Score]] = {}
    for score in scores:
        groups.setdefault(key(score), []).append(score)
    measures = list(total(scores))
    rows = [[name, *(f"{c.f1:.2f}" for c in total(group).values())] for name, group in sorted(groups.items())]
    return _table(["", *measures], rows)


def _mistakes(mistakes: Iterable[Mistake], most: int = 20) -> str:
    """Mistakes counted by kind, measure and the rule that made the row."""
    counts = Counter((m.kind, m.measure, str(m.found.get("rule") or "")) for m in mistakes)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return _table(["times", "kind", "measure", "rule"], [[str(n), *what] for what, n in ranked])


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
