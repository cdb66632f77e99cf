"""What is known of a live blog: said by its source first, then told by the document, then assumed aloud."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TypeVar

from slugify import slugify

from minutier import languages
from minutier.document import Document, Liveblog, MarkKind
from minutier.languages import Language, language
from minutier.manifest import Contest, Source, time_zone
from minutier.segment import day_of, zone_of
from minutier.tables.ids import digest
from minutier.zones import CAPITAL_ZONES, zone_countries, zones_of

Meaning = TypeVar("Meaning")

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
    parts = (f"{title}\n{metadata.title}", document.text[:LEAD], document.text)
    country = _country(source.contest, parts, tongue) or _region(source.language or document.metadata.language)
    zone = _zone(document, source, tongue, country, assumptions)
    election = (_named_election(source.contest) if source.contest else None) or _told_election(parts, tongue)
    country = country or zone_countries().get(zone, "")
    contest = _contest(source, contests, election, country, day, assumptions)
    number = source.round or _round(parts, tongue, contest, election, day, assumptions)
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


def _zone(document: Document, source: Source, tongue: Language, country: str, assumptions: list[Assumption]) -> str:
    if source.timezone:
        return source.timezone
    zones = zones_of(country)
    told = zone_of(document, tongue, sorted(zones, key=lambda zone: zone != CAPITAL_ZONES.get(country)))
    if told:
        return time_zone(told).key
    usual = str(tongue["contest"].get("timezone", "UTC"))
    own = zones[0] if len(zones) == 1 else CAPITAL_ZONES.get(country, usual)
    zone = usual if usual in zones else own
    why = f"the zone of {country}" if zone in zones else f"usual for a live blog in this language ({tongue.code})"
    assumptions.append(Assumption("timezone", zone, why))
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
    election: _Election | None,
    country: str,
    day: date | None,
    assumptions: list[Assumption],
) -> Contest:
    """The contest covered: the manifest's when it is named there, else as far as name and words tell."""
    for contest in contests:
        if contest.contest_id == source.contest:
            return contest
    known = election or _Election("election", "other", 0, "")
    year = str(day.year) if day else ""
    identifier = source.contest or slugify(f"{country} {known.slug} {year}")
    if not source.contest:
        why = "by title, lead and day" if election else "nothing names an election"
        assumptions.append(Assumption("contest", identifier, why))
    name = "" if source.contest or not known.name else f"{known.name} {year}".strip()
    return Contest(identifier, known.election_type, name, country)


@dataclass(frozen=True, slots=True)
class _Election:
    """A name of elections in a language file; ``rounds`` is the most rounds it can have, 0 when unknown, ``also`` are
    other words that tell it in a contest's identifier.
    """

    slug: str
    election_type: str
    rounds: int
    name: str
    also: tuple[str, ...] = ()


def _elections(tongue: Language) -> Iterator[tuple[_Election, list[str]]]:
    for item in tongue["contest"].get("names", ()):
        forms = [str(form) for form in item["forms"]]
        also = tuple(item.get("also", ()))
        yield _Election(item["slug"], item["election_type"], item.get("rounds", 0), forms[0], also), forms


def _named_election(contest_id: str) -> _Election | None:
    """The election that a contest's identifier names in any language: ``fr-primaire-gauche-2017``."""
    known = [named for code in languages.available() for named in _elections(language(code))]
    inside = [election for election, _ in known if f"-{election.slug}-" in f"-{contest_id}-"]
    if not inside:  # uk-general-2017 for general-election, au-federal-2022, us-president-2024
        parts = tuple(part for part in contest_id.split("-") if len(part) >= _TELLING)
        inside = [e for e, _ in known if any(key.startswith(part) for key in (e.slug, *e.also) for part in parts)]
    return max(inside, key=lambda election: len(election.slug), default=None)


_TELLING = 5
"""Letters in which a part of an identifier tells an election: *local*, *general*, *president*."""


def _told_election(parts: Sequence[str], tongue: Language) -> _Election | None:
    """The election that the parts of the document name most, the first part that names one deciding.

    Title and lead decide by one mention; far from them a single one may be of any election. Where the first part
    speaks of an election, a referendum is none of those meant: one may be promised for later.
    """
    elects = bool(_mentions(parts[0], tuple(tongue["contest"].get("elections", ()))))
    meanings = {
        form: election
        for election, forms in _elections(tongue)
        for form in forms
        if not (elects and election.election_type == "referendum" and not _mentions(parts[0], (form,)))
    }
    no_names = tuple(map(str, tongue["contest"].get("no_names", ())))
    for part in parts:
        counts = _mentions(part, (*meanings, *no_names))
        elections: Counter[_Election] = Counter()
        for form, times in counts.items():
            if form in meanings:
                elections[meanings[form]] += times
        if elections.total() > (part is parts[-1]):
            best = max(elections, key=lambda election: elections[election])
            narrower = [election for election in elections if election.slug.startswith(f"{best.slug}-")]
            return max(narrower or [best], key=lambda election: elections[election])
    return None


def _country(contest_id: str, parts: Sequence[str], tongue: Language) -> str:
    """ISO 3166-1 code, from the contest's identifier, the title or the lead; empty when none tells."""
    prefix = contest_id.split("-")[0].upper()
    prefix = {"UK": "GB"}.get(prefix, prefix)
    if prefix in set(zone_countries().values()):
        return prefix
    meanings = {
        str(form): str(code) for code, forms in tongue["contest"].get("countries", {}).items() for form in forms
    }
    title, lead, _ = parts
    return _named_country(title, meanings, 1) or _named_country(lead, meanings, 2) or ""


def _region(tag: str) -> str:
    """The country of a BCP 47 language tag, like ``CA`` of ``en-CA``; empty for none, and for the United States:
    tools write ``en-US`` unasked.
    """
    region = next((part for part in tag.upper().replace("_", "-").split("-")[1:] if len(part) == 2), "")
    return region if region != "US" and region in set(zone_countries().values()) else ""


def _named_country(text: str, meanings: Mapping[str, str], at_least: int) -> str | None:
    counts: Counter[str] = Counter()
    for form, times in _mentions(text, tuple(meanings), fold_case=False).items():
        counts[meanings[form]] += times
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= at_least else None


# The round --------------------------------------------------------------------------------------------------


def _round(
    parts: Sequence[str],
    tongue: Language,
    contest: Contest,
    election: _Election | None,
    day: date | None,
    assumptions: list[Assumption],
) -> int:
    """The round covered: by the day, where the contest's rounds are known, else by what the document says."""
    for entry in contest.rounds:
        if day and day in (entry.date, entry.date + timedelta(days=1)):
            return entry.round
    title, lead, whole = parts
    names, hints = _forms_of_rounds("rounds", tongue), _forms_of_rounds("round_hints", tongue)
    named = _most_mentioned(title, names)
    if named:
        return named
    if election and election.rounds == 1:
        return 1
    told = _most_mentioned(whole, hints) or next((names[form] for form in _mentions(lead, tuple(names))), None)
    why = "by what the text says of rounds" if told else "nothing names a round"
    assumptions.append(Assumption("round", str(told or 1), why))
    return told or 1


def _forms_of_rounds(key: str, tongue: Language) -> dict[str, int]:
    return {str(form): int(number) for number, forms in tongue["contest"].get(key, {}).items() for form in forms}


def _most_mentioned(text: str, meanings: Mapping[str, Meaning]) -> Meaning | None:
    """What the text means most often by the forms it prints; None when there is none or a tie."""
    counts: Counter[Meaning] = Counter()
    for form, times in _mentions(text, tuple(meanings)).items():
        counts[meanings[form]] += times
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


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
