"""What is known of a live blog: said by its source first, then told by the document, then assumed aloud."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise

from slugify import slugify

from minutier import languages
from minutier.document import Document, Liveblog, MarkKind
from minutier.languages import Language, language
from minutier.manifest import Contest, Source, time_zone
from minutier.segment import day_of, zone_of
from minutier.tables.ids import digest

LEAD = 3_000
"""How many characters from the beginning of a document may tell what it is about."""

LONGEST_TITLE = 60
"""Characters of the title that an identifier takes, cut at a word."""

UNKNOWN_DAY = date(1970, 1, 1)
"""Stands for the day of a live blog that nothing tells; nothing that is published depends on it."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that neither the source's description nor the document told: ``field`` was taken to be
    ``value``.
    """

    field: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Description:
    """A live blog as far as it is known. ``day`` is None when nothing tells it; ``name`` is the contest's."""

    liveblog: Liveblog
    day: date | None
    contest_name: str
    assumptions: tuple[Assumption, ...]


def describe(
    document: Document, source: Source, contests: Sequence[Contest] = (), *, distinguish: bool = False
) -> Description:
    """What is known of the live blog in ``document``.

    ``contests`` are those of the manifest. ``distinguish`` adds a digest of the text to the identifier, for a
    live blog whose own identifier is another one's too. Raises UsageError for a language without a data file.
    """
    assumptions: list[Assumption] = []
    tongue = _language(document, source, assumptions)
    metadata = document.metadata
    title = source.title or metadata.title or _marked_title(document)
    day = source.date or day_of(document, tongue)
    zone = _zone(document, source, tongue, assumptions)
    parts = (f"{title}\n{metadata.title}", document.text[:LEAD], document.text)
    contest = _contest(source, contests, parts, tongue, zone, day, assumptions)
    number = source.round or _round(parts, tongue, contest, day, assumptions)
    publisher = source.publisher or metadata.publisher
    identifier = source.id or _identifier(publisher, title, day, source)
    liveblog = Liveblog(
        liveblog_id=f"{identifier}-{digest(document.text, size=8)}" if distinguish else identifier,
        language=tongue.code,
        timezone=zone,
        date=day or UNKNOWN_DAY,
        contest_id=contest.contest_id,
        round=number,
        election_type=contest.election_type,
        country=contest.country,
        title=title,
        publisher=publisher,
        url=source.url or metadata.url,
        license=source.license or metadata.license,
        text_policy="facts" if source.text_policy == "facts" else "full",
    )
    return Description(liveblog, day, contest.name, tuple(assumptions))


def _language(document: Document, source: Source, assumptions: list[Assumption]) -> Language:
    if source.language:
        return language(source.language)
    told = document.metadata.language.lower().split("-")[0]
    if told in languages.available():
        return language(told)
    detected = languages.detect(document.text)
    if detected is None:
        detected = languages.DEFAULT
        assumptions.append(Assumption("language", detected, "too few words to tell it"))
    return language(detected)


def _marked_title(document: Document) -> str:
    titles = document.marks_of(MarkKind.TITLE)
    return " ".join(document.text[titles[0].start : titles[0].end].split()) if titles else ""


def _zone(document: Document, source: Source, tongue: Language, assumptions: list[Assumption]) -> str:
    if source.timezone:
        return source.timezone
    told = zone_of(document, tongue)
    if told:
        return time_zone(told).key
    zone = str(tongue["contest"].get("timezone", "UTC"))
    assumptions.append(
        Assumption("timezone", zone, f"usual for a live blog in this language ({tongue.code})")
    )
    return zone


def _identifier(publisher: str, title: str, day: date | None, source: Source) -> str:
    """``gazette-2017-01-29-la-soiree-du-second-tour``; the file's name stands in for what is not known."""
    named = [publisher, title] if publisher or title else [source.path.stem, ""]
    words = [
        named[0],
        day.isoformat() if day else "",
        slugify(named[1], max_length=LONGEST_TITLE, word_boundary=True),
    ]
    return slugify(" ".join(filter(None, words))) or f"liveblog-{digest(source.path.name, size=8)}"


# The contest ------------------------------------------------------------------------------------------------


def _contest(
    source: Source,
    contests: Sequence[Contest],
    parts: Sequence[str],
    tongue: Language,
    zone: str,
    day: date | None,
    assumptions: list[Assumption],
) -> Contest:
    """The contest covered: the manifest's when it is named there, else as far as name and words tell."""
    for contest in contests:
        if contest.contest_id == source.contest:
            return contest
    named = _named_election(source.contest) if source.contest else None
    told = named or _told_election(parts, tongue)
    country = _country(source.contest, parts, tongue, zone)
    if told is None:
        told = _Election("election", "other", 0, "")
        if not source.contest:
            assumptions.append(Assumption("contest", "other", "title and lead name no election"))
    identifier = source.contest or slugify(" ".join((country, told.slug, str(day.year) if day else "")))
    name = (
        "" if source.contest or not told.name else " ".join((told.name, str(day.year) if day else "")).strip()
    )
    return Contest(contest_id=identifier, election_type=told.election_type, name=name, country=country)


@dataclass(frozen=True, slots=True)
class _Election:
    """A name of elections in a language file; ``rounds`` is the most rounds it can have, 0 when unknown."""

    slug: str
    election_type: str
    rounds: int
    name: str


def _elections(tongue: Language) -> Iterator[tuple[_Election, list[str]]]:
    for item in tongue["contest"].get("names", ()):
        forms = [str(form) for form in item["forms"]]
        yield _Election(item["slug"], item["election_type"], item.get("rounds", 0), forms[0]), forms


def _named_election(contest_id: str) -> _Election | None:
    """The election that a contest's identifier names in any language: ``fr-primaire-gauche-2017``."""
    known = [election for code in languages.available() for election, _ in _elections(language(code))]
    inside = [election for election in known if f"-{election.slug}-" in f"-{contest_id}-"]
    if not inside:  # uk-general-2017 for general-election
        inside = [election for election in known if f"-{election.slug.split('-')[0]}-" in f"-{contest_id}-"]
    return max(inside, key=lambda election: len(election.slug), default=None)


def _told_election(parts: Sequence[str], tongue: Language) -> _Election | None:
    """The election that the parts of the document name most, the first part that names one deciding."""
    meanings = {form: election for election, forms in _elections(tongue) for form in forms}
    for part in parts:
        counts = _mentions(part, tuple(meanings))
        elections: Counter[_Election] = Counter()
        for form, times in counts.items():
            elections[meanings[form]] += times
        if elections:
            best = max(elections, key=lambda election: elections[election])
            narrower = [election for election in elections if election.slug.startswith(f"{best.slug}-")]
            return max(narrower or [best], key=lambda election: elections[election])
    return None


def _country(contest_id: str, parts: Sequence[str], tongue: Language, zone: str) -> str:
    """ISO 3166-1 code: from the contest's identifier, the title, or the zone."""
    prefix = contest_id.split("-")[0].upper()
    prefix = {"UK": "GB"}.get(prefix, prefix)
    if prefix in set(_zone_countries().values()):
        return prefix
    meanings = {
        str(form): code for code, forms in tongue["contest"].get("countries", {}).items() for form in forms
    }
    named = _mentions(parts[0], tuple(meanings), fold_case=False)
    if named:
        return str(meanings[max(named, key=lambda form: named[form])])
    return _zone_countries().get(zone, "")


@cache
def _zone_countries() -> dict[str, str]:
    """The country of each IANA zone, from the database's own table."""
    table = (files("tzdata.zoneinfo") / "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {zone: country for country, _, zone, *_ in rows}


# The round --------------------------------------------------------------------------------------------------


def _round(
    parts: Sequence[str], tongue: Language, contest: Contest, day: date | None, assumptions: list[Assumption]
) -> int:
    """The round covered: by the day, where the contest's rounds are known, else by the words of title and
    lead.
    """
    for entry in contest.rounds:
        if day and day in (entry.date, entry.date + timedelta(days=1)):
            return entry.round
    meanings = {
        str(form): int(number)
        for number, forms in tongue["contest"].get("rounds", {}).items()
        for form in forms
    }
    for part in parts[:2]:
        counts: Counter[int] = Counter()
        for form, times in _mentions(part, tuple(meanings)).items():
            counts[meanings[form]] += times
        if len(counts) == 1:
            return next(iter(counts))
        if counts:
            best = max(counts, key=lambda number: counts[number])
            assumptions.append(Assumption("round", str(best), "the round that title and lead name most"))
            return best
    assumptions.append(Assumption("round", "1", "title and lead name none"))
    return 1


# Words ------------------------------------------------------------------------------------------------------


def _mentions(text: str, forms: tuple[str, ...], *, fold_case: bool = True) -> Counter[str]:
    """How often each form stands in the text, in order of first appearance; a longer form hides one in it."""
    plain = _plain(text, fold_case)
    by_plain = {_plain(form, fold_case): form for form in forms}
    pattern = _pattern(tuple(by_plain))
    return Counter(by_plain[match.group()] for match in pattern.finditer(plain)) if forms else Counter()


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _plain(text: str, fold_case: bool) -> str:
    """Without accents or typographic variants, single spaces; optionally without case."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join((bare.casefold() if fold_case else bare).split())


def colliding(identifiers: Iterable[str]) -> frozenset[str]:
    """The identifiers that stand more than once."""
    return frozenset(one for one, other in pairwise(sorted(identifiers)) if one == other)
