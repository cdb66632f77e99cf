"""What is known of the vote beyond one entry: rounds, contenders, when results began to come."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from datetime import datetime
from functools import cache
from weakref import WeakKeyDictionary

from minutier.document import Entry, Liveblog
from minutier.extract.context import Context
from minutier.extract.people import Entity
from minutier.extract.scope import opening_scope
from minutier.extract.stands.grammar import Grammar
from minutier.extract.stands.units import flattened
from minutier.languages import available, language

SELDOM = 2
"""How often, at most, a document names somebody in passing."""
STEM = 9
"""First letters by which the name of an election is known: *presidential* in ``ie-president-2025``."""


@cache
def contest(contest_id: str) -> tuple[int, str]:
    """How many rounds a contest has, and its type, from its identifier and the names of elections of all
    languages."""
    found: list[tuple[int, int, str]] = [(0, 1, "other")]
    for code in available():
        for name in language(code)["contest"].get("names") or ():
            slug, first = name["slug"], name["slug"].split("-")[0]
            if slug in contest_id or (len(first) >= 6 and first[:STEM] in contest_id):
                found.append((len(slug) * (slug in contest_id), int(name.get("rounds") or 1), name["election_type"]))
    _, rounds, kind = max(found)
    if contest_id[:2] in available():  # the country's own rules: fr-presidential-2022
        names = language(contest_id[:2])["contest"].get("names") or ()
        rounds = max([int(n.get("rounds") or 1) for n in names if n["election_type"] == kind] or [rounds])
    if any(contest_id[:3] in (language(code)["contest"].get("one_round") or ()) for code in available()):
        rounds = 1
    return rounds, kind


def rounds_of(liveblog: Liveblog) -> int:
    """How many rounds the contest of a live blog has; as many as elections of its type have in its language
    when its identifier does not tell which it is."""
    rounds, kind = contest(liveblog.contest_id)
    if kind != "other":
        return rounds
    names = language(liveblog.language)["contest"].get("names") or ()
    alike = [int(n.get("rounds") or 1) for n in names if n["election_type"] == liveblog.election_type != "other"]
    return max([rounds, *alike])


_counts: WeakKeyDictionary[object, tuple[Counter[int], list[Entity]]] = WeakKeyDictionary()


def prominence(context: Context) -> tuple[Counter[int], list[Entity]]:
    """How often each person is named in the document, and the persons, the most named first."""
    if context.people not in _counts:
        people = [
            m.entity
            for m in context.people.mentions
            if m.entity.is_person and not context.is_boilerplate(m.start, m.end)
        ]
        counts = Counter(id(entity) for entity in people)
        order = sorted(dict.fromkeys(people), key=lambda e: -counts[id(e)])
        _counts[context.people] = (counts, order)
    return _counts[context.people]


def contenders(context: Context) -> list[Entity]:
    """The two persons a contest is between, when one office is voted on; none otherwise."""
    kind = contest(context.liveblog.contest_id)[1]
    if not {kind, context.liveblog.election_type} & {"presidential", "primary"}:
        return []
    return prominence(context)[1][:2]


_counting: WeakKeyDictionary[object, datetime | None] = WeakKeyDictionary()


def counting_start(context: Context, words: Grammar) -> datetime | None:
    """When the first post of the night gives results; None when none does."""
    if context.people not in _counting:
        _counting[context.people] = next(
            (
                entry.date_published
                for entry in sorted(context.entries, key=lambda e: e.position)
                if entry.date_published is not None
                and not _is_of_island(entry, context)
                and _gives_results(entry, context, words)
            ),
            None,
        )
    return _counting[context.people]


def _is_of_island(entry: Entry, context: Context) -> bool:
    """Whether a post tells, while polls are open, of a place that voted the day before: *Saint-Pierre-et-Miquelon*."""
    if not opening_scope(entry, context).night.is_before_estimates:
        return False
    return bool(context.people.of_kind("place", entry.char_start, entry.char_end))


def _gives_results(entry: Entry, context: Context, words: Grammar) -> bool:
    """Whether a post tells a share or the seats of somebody's, and that it is counted, estimated or projected."""
    text = flattened(context.text[entry.char_start : entry.char_end])
    if words.counting.search(text) is None:
        return False
    shares = (m.start() + entry.char_start for m in _figures(context.language.code).finditer(text))
    return any(_is_of_somebody(place, entry, context, words) for place in shares)


def _is_of_somebody(place: int, entry: Entry, context: Context, words: Grammar) -> bool:
    """Whether the sentence of a share names a person, a party or an answer, and no turnout."""
    bounds = context.references.sentences(entry)
    start, end = bounds[max(0, bisect_right(bounds, (place, len(context.text))) - 1)] if bounds else (place, place)
    if _turnout(context.language.code).search(flattened(context.text[start:end])):
        return False
    if context.is_referendum and words.answers.search(context.text, start, end):
        return True
    return any(m.entity.is_person or m.entity.kind == "party" for m in context.people.between(start, end))


@cache
def _figures(code: str) -> re.Pattern[str]:
    """A number of percent or of seats in a language."""
    units = language(code)["numbers"]["units"]
    words = sorted({str(word).lower() for kind in ("percent", "seats") for word in units.get(kind, ())}, key=len)
    return re.compile(rf"\d ?(?:{'|'.join(map(re.escape, reversed(words)))})(?!\w)")


@cache
def _turnout(code: str) -> re.Pattern[str]:
    """The nouns of turnout of a language."""
    nouns = language(code)["participation"].get("nouns") or {}
    words = sorted({str(word) for found in nouns.values() for word in found}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else re.compile(r"(?!)")
