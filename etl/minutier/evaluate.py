"""How well extraction reads annotated live blogs: precision, recall and F1 for each table.

A gold file ``NAME.gold.json`` stands beside its source ``NAME.txt`` (or ``.html``, ``.xml``, ``.json``).
Facts are matched one to one, greedily by weight, inside the same entry; an optional gold row costs nothing,
found or missed. docs/explanation/evaluation.md tells what counts as a match.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from minutier.document import Row
from minutier.errors import InputError, UsageError
from minutier.manifest import Source, source_from_options
from minutier.pipeline import process, read_source

GOLD = ".gold.json"
"""How the name of a gold file ends."""

GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "vote_results": (
        ("vote_pct", "vote_pct_min", "vote_pct_max"),
        ("votes",),
        ("seats", "seats_min", "seats_max"),
    ),
    "participation_snapshots": (
        ("turnout_pct", "turnout_pct_min", "turnout_pct_max"),
        ("voters", "voters_min", "voters_max"),
        ("change_pct",),
        ("change_points",),
    ),
}
"""The figures of a row by what they measure: each group counts as a row of its own."""

FIGURES = {table: tuple(figure for group in groups for figure in group) for table, groups in GROUPS.items()}
SAME_WORDS = 0.8
"""Quotes are the same from this share of common words on."""

TITLES = frozenset(
    (
        *("m", "mm", "mme", "mlle", "mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "me"),
        *("monsieur", "madame"),
    )
)
ARTICLES = frozenset(("le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "the", "of", "a", "an", "et", "and"))


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated live blog: what is known of it, and its rows by table."""

    path: Path
    source: Source
    day: date
    rows: dict[str, list[Row]]

    @property
    def name(self) -> str:
        return self.path.name.removesuffix(GOLD)


@dataclass(frozen=True, slots=True)
class Count:
    """Rows that were found and right, rows that had to be found, rows that were found and count."""

    right: int = 0
    wanted: int = 0
    found: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.wanted + other.wanted, self.found + other.found)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        together = self.precision + self.recall
        return 2 * self.precision * self.recall / together if together else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """``kind`` is missed, extra or differs; the row on the side that has none is empty."""

    document: str
    kind: str
    measure: str
    gold: Row
    found: Row


@dataclass(frozen=True, slots=True)
class Score:
    """Counts by measure for one document, and its mistakes."""

    document: str
    counts: dict[str, Count]
    mistakes: list[Mistake] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of a table are paired, and what each measure asks of a pair."""

    table: str
    weight: Callable[[Row, Row], float]
    measures: Mapping[str, Callable[[Row, Row], bool]]


def evaluate(folder: Path, on_document: Callable[[str], None] = lambda name: None) -> list[Score]:
    """Extract and score every annotated live blog of a folder, in the order of their names.

    Raises InputError when there is none, or when a gold file or its source cannot be used.
    """
    paths = sorted(folder.glob(f"*{GOLD}"))
    if not paths:
        raise InputError(str(folder), f"no *{GOLD} in this folder", "Name a folder of annotated live blogs.")
    scores = []
    for path in paths:
        gold = read_gold(path)
        scores.append(score(gold, extracted(gold)))
        on_document(gold.name)
    return scores


def count(folder: Path) -> int:
    """How many annotated live blogs a folder holds."""
    return len(list(folder.glob(f"*{GOLD}")))


def total(scores: Sequence[Score]) -> dict[str, Count]:
    """Counts by measure over all documents."""
    sums: dict[str, Count] = {measure: Count() for measure in MEASURES}
    for each in scores:
        for measure, count in each.counts.items():
            sums[measure] += count
    return sums


# Gold files -------------------------------------------------------------------------------------------------


def read_gold(path: Path) -> Gold:
    """An annotated live blog. Raises InputError naming what is wrong in the gold file."""
    guide = "docs/explanation/evaluation.md shows what a gold file holds."
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise InputError(f"{path}, line {error.lineno}", f"not JSON: {error.msg}", guide) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read: {error}", guide) from error
    if not isinstance(values, dict) or not isinstance(values.get("liveblog"), dict):
        raise InputError(str(path), "has no liveblog block", guide)
    if not values.get("entries"):
        raise InputError(str(path), "names no entry", guide)
    rows = {plan.table: values.get(plan.table) or [] for plan in PLANS}
    _check_rows(path, rows, guide)
    _check_entries(path, rows)
    known = {key: value for key, value in values["liveblog"].items() if value is not None}
    try:
        source = source_from_options(_source_path(path), known)
    except UsageError as error:
        raise InputError(f"{path}, liveblog", error.problem, error.remedy) from error
    if source.date is None:
        raise InputError(str(path), "the liveblog block has no date", guide)
    return Gold(path, source, source.date, rows)


def _check_rows(path: Path, rows: Mapping[str, Any], guide: str) -> None:
    """Every table is a list of objects, each with the words by which it is compared."""
    for table, facts in rows.items():
        if not isinstance(facts, list):
            raise InputError(f"{path}, {table}", "is not a list", guide)
        needed = ("at", *({"entries": ("starts",), "quotes": ("quote",)}.get(table, ())))
        for number, fact in enumerate(facts, 1):
            missing = [key for key in needed if not isinstance(fact, dict) or not isinstance(fact.get(key), str)]
            if missing:
                raise InputError(f"{path}, {table} {number}", f"has no {missing[0]!r} that is text", guide)


def _check_entries(path: Path, rows: Mapping[str, Sequence[Row]]) -> None:
    """Every fact names an entry that the gold file lists."""
    entries = {entry.get("at") for entry in rows["entries"]}
    for table, facts in rows.items():
        for number, fact in enumerate(facts, 1):
            if fact.get("at") not in entries:
                raise InputError(
                    f"{path}, {table} {number}",
                    f"names no entry: there is none at {fact.get('at')!r}",
                    "Write in at the time of one of the entries.",
                )


def _source_path(gold: Path) -> Path:
    name = gold.name.removesuffix(GOLD)
    beside = [path for path in sorted(gold.parent.glob(f"{name}.*")) if not path.name.endswith(GOLD)]
    if not beside:
        raise InputError(str(gold), "has no source beside it", f"Put the live blog beside it as {name}.txt.")
    return beside[0]


def extracted(gold: Gold) -> dict[str, list[Row]]:
    """The rows that the pipeline reads from the source of a gold file, by table."""
    rows: dict[str, list[Row]] = {}
    for document, source in read_source(gold.source):
        for table, found in process(document, source).rows.items():
            rows.setdefault(table, []).extend(found)
    return rows


# Scoring ----------------------------------------------------------------------------------------------------


def score(gold: Gold, found: Mapping[str, Sequence[Row]]) -> Score:
    """Compare the rows of one document with its gold."""
    at = {row["entry_id"]: _at(row, gold.day) for row in found.get("entries", ())}
    counts: dict[str, Count] = {}
    mistakes: list[Mistake] = []
    for plan in PLANS:
        wanted = _by_figure(plan.table, gold.rows[plan.table])
        placed = [row | {"at": at.get(row["entry_id"], "none")} for row in found.get(plan.table, ())]
        hits = _by_figure(plan.table, placed)
        pairs = _pair(wanted, hits, plan.weight)
        counts |= _counts(plan, wanted, hits, pairs)
        mistakes += _mistakes(gold.name, plan, wanted, hits, pairs)
    return Score(gold.name, counts, mistakes)


def _counts(
    plan: Plan, wanted: Sequence[Row], hits: Sequence[Row], pairs: Sequence[tuple[int, int]]
) -> dict[str, Count]:
    required = sum(not row.get("optional") for row in wanted)
    free = sum(bool(wanted[i].get("optional")) for i, _ in pairs)
    strict = [(wanted[i], hits[j]) for i, j in pairs if not wanted[i].get("optional")]
    return {
        measure: Count(sum(is_right(*pair) for pair in strict), required, len(hits) - free)
        for measure, is_right in plan.measures.items()
    }


def _mistakes(
    name: str, plan: Plan, wanted: Sequence[Row], hits: Sequence[Row], pairs: Sequence[tuple[int, int]]
) -> Iterator[Mistake]:
    paired_wanted, paired_hits = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, row in enumerate(wanted):
        if i not in paired_wanted and not row.get("optional"):
            yield Mistake(name, "missed", plan.table, row, {})
    for j, row in enumerate(hits):
        if j not in paired_hits:
            yield Mistake(name, "extra", plan.table, {}, row)
    for measure, is_right in plan.measures.items():
        for i, j in pairs:
            if not wanted[i].get("optional") and not is_right(wanted[i], hits[j]):
                yield Mistake(name, "differs", measure, wanted[i], hits[j])


def _pair(wanted: Sequence[Row], hits: Sequence[Row], weight: Callable[[Row, Row], float]) -> list[tuple[int, int]]:
    """One-to-one pairs inside the same entry, the heaviest first; a weight of zero never pairs."""
    weighed = [
        (-weight(row, hit), i, j)
        for i, row in enumerate(wanted)
        for j, hit in enumerate(hits)
        if row["at"] == hit["at"]
    ]
    pairs: list[tuple[int, int]] = []
    used_wanted: set[int] = set()
    used_hits: set[int] = set()
    for negative, i, j in sorted(weighed):
        if negative < 0 and i not in used_wanted and j not in used_hits:
            used_wanted.add(i)
            used_hits.add(j)
            pairs.append((i, j))
    return pairs


def _at(entry: Row, day: date) -> str:
    """``HH:MM``, with the days since the live blog's date where there are any, or ``lead``."""
    if entry["section"] == "lead":
        return "lead"
    moment: datetime | None = entry["date_published"]
    if moment is None:
        return "none"
    days = (moment.date() - day).days
    return f"{moment:%H:%M}" + (f"{days:+d}" if days else "")


def _by_figure(table: str, rows: Sequence[Row]) -> list[Row]:
    """Rows with one group of figures each; a row without any stays as it is."""
    if table not in GROUPS:
        return list(rows)
    single = []
    for row in rows:
        present = [group for group in GROUPS[table] if any(_number(row.get(figure)) is not None for figure in group)]
        kept = {column: value for column, value in row.items() if column not in FIGURES[table]}
        single += [kept | {figure: row.get(figure) for figure in group} for group in present] or [row]
    return single


# When two rows agree ----------------------------------------------------------------------------------------


def _number(value: Any) -> float | None:
    return None if value in (None, "") else round(float(value), 4)


def _fold(text: str | None) -> str:
    """Lower case, without accents or typographic variants, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.findall(r"[a-z0-9]+", bare.lower()))


def _words(text: str | None) -> list[str]:
    return _fold(text).split()


def names_agree(found: str | None, gold: str | None) -> bool:
    """The same person or organisation.

    The last name agrees and no given name contradicts it; or the words of one contain the other's, at least
    half of them; or one is the acronym of the other.
    """
    if not found or not gold:
        return not found and not gold
    one = [word for word in _words(found) if word not in TITLES]
    other = [word for word in _words(gold) if word not in TITLES]
    if not one or not other or one == other:
        return one == other
    if one[-1] == other[-1]:
        return len(one) == 1 or len(other) == 1 or _given_names_agree(one[0], other[0])
    if _is_acronym(one, other) or _is_acronym(other, one):
        return True
    few, many = sorted((set(one) - ARTICLES, set(other) - ARTICLES), key=len)
    return bool(few) and few <= many and len(few) * 2 >= len(many)


def _given_names_agree(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    """``RN`` of `Rassemblement national`."""
    initials = "".join(word[0] for word in long if word not in ARTICLES)
    return len(short) == 1 and len(initials) > 1 and short[0] == initials


def _figures_agree(gold: Row, found: Row, figures: Sequence[str]) -> bool:
    """Every figure of the gold row is found; a gold row without any asks for a row without any."""
    wanted = {name: _number(gold[name]) for name in figures if gold.get(name) is not None}
    if not wanted:
        return all(_number(found.get(name)) is None for name in figures)
    return all(_number(found.get(name)) == figure for name, figure in wanted.items())


def _round_agrees(gold: Row, found: Row) -> bool:
    return gold.get("round") is None or gold["round"] == found.get("round")


def _always(gold: Row, found: Row) -> bool:
    return True


def _entry_weight(gold: Row, found: Row) -> float:
    start = _fold(gold["starts"])[:30]
    printed = (f"{found.get('headline') or ''} {found.get('text') or ''}", found.get("text"))
    return float(any(_fold(text).startswith(start) for text in printed))


def _quote_weight(gold: Row, found: Row) -> float:
    common = _overlap(gold["quote"], found["quote"])
    return common + 0.01 * _speaker_agrees(gold, found) if common >= SAME_WORDS else 0.0


def _overlap(one: str, other: str) -> float:
    """Intersection over union of two bags of words."""
    first, second = Counter(_words(one)), Counter(_words(other))
    common = (first & second).total()
    return common / (first.total() + second.total() - common) if first and second else 0.0


def _speaker_agrees(gold: Row, found: Row) -> bool:
    return names_agree(found.get("speaker") or found.get("speaker_label"), gold.get("speaker"))


def _vote_weight(gold: Row, found: Row) -> float:
    figures = FIGURES["vote_results"]
    if not names_agree(found.get("option"), gold.get("option")) or not _figures_agree(gold, found, figures):
        return 0.0
    is_call = all(gold.get(figure) is None for figure in figures)
    if is_call and found.get("candidate_status") != gold.get("candidate_status"):
        return 0.0
    same_area = names_agree(found.get("gp_unit"), gold["area"]) if gold.get("area") else True
    return 2.0 + same_area + _stage_agrees(gold, found)


def _stage_agrees(gold: Row, found: Row) -> bool:
    return _round_agrees(gold, found) and ("stage" not in gold or found.get("result_stage") == gold["stage"])


def _participation_weight(gold: Row, found: Row) -> float:
    if not _figures_agree(gold, found, FIGURES["participation_snapshots"]):
        return 0.0
    return 1.0 + _as_of_agrees(gold, found)


def _as_of_agrees(gold: Row, found: Row) -> bool:
    moment: datetime | None = found.get("as_of")
    same_clock = "as_of" not in gold or (moment and f"{moment:%H:%M}") == gold["as_of"]
    same_baseline = bool(gold.get("is_baseline")) == bool(found.get("is_baseline"))
    return same_clock and _round_agrees(gold, found) and same_baseline


def _endorsement_weight(gold: Row, found: Row) -> float:
    sides = (names_agree(found.get(side), gold.get(side)) for side in ("endorser", "endorsee"))
    return 1.0 + _stance_agrees(gold, found) if all(sides) else 0.0


def _stance_agrees(gold: Row, found: Row) -> bool:
    same_stance = found.get("stance") == gold.get("stance", "support")
    return same_stance and found.get("endorsement_status") == gold.get("status")


PLANS = (
    Plan("entries", _entry_weight, {"entries": _always}),
    Plan("quotes", _quote_weight, {"quotes": _always, "quotes+speaker": _speaker_agrees}),
    Plan("vote_results", _vote_weight, {"vote_results": _always, "vote_results+stage": _stage_agrees}),
    Plan(
        "participation_snapshots",
        _participation_weight,
        {"participation_snapshots": _always, "participation_snapshots+as_of": _as_of_agrees},
    ),
    Plan("endorsements", _endorsement_weight, {"endorsements": _always, "endorsements+stance": _stance_agrees}),
)
"""The tables that are scored, in published order."""

MEASURES = tuple(measure for plan in PLANS for measure in plan.measures)
