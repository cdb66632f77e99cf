"""From the entries of a document to rows: quotes, vote results, participation, endorsements, people.

One module per table, each with ``extract(entry, context) -> Found``. Extraction of an entry depends on other
entries only through the context: who is named in the document, and what was said earlier in the night.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from slugify import slugify

from minutier.document import Document, Entry, Issue, Liveblog, Row
from minutier.extract import endorsements, participation_snapshots, quotes, vote_results
from minutier.extract.context import Context, Found
from minutier.extract.people import Entity, People
from minutier.languages import Language

TABLES = {
    "quotes": quotes.extract,
    "vote_results": vote_results.extract,
    "participation_snapshots": participation_snapshots.extract,
    "endorsements": endorsements.extract,
}
"""The extractors, in the order in which an entry passes through them."""

SECTIONS = {
    "quotes": ("people", "syntax", "quotes"),
    "vote_results": ("people", "numbers", "syntax", "results"),
    "participation_snapshots": ("people", "numbers", "participation"),
    "endorsements": ("people", "syntax", "results", "endorsements"),
}
"""The sections of a language file without which a table is not read."""

LONGEST_ENTRY = 2_000_000
"""Characters of the longest entry that the rules read: no post has as many, a page that is none may."""

LEADING_TO_PEOPLE = ("speaker_id", "option_id", "endorser_id", "endorsee_id")


@dataclass
class Extraction:
    """``rows`` by table, in the order of the entries; ``people`` named in them; ``issues`` with their
    entry.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    people: list[Row] = field(default_factory=list)
    issues: list[tuple[Issue, str | None]] = field(default_factory=list)


def extract(
    document: Document,
    entries: Sequence[Entry],
    liveblog: Liveblog,
    language: Language,
    registry: Sequence[Mapping[str, str]] = (),
) -> Extraction:
    """Read every table from the entries of a document.

    ``document`` carries the marks of reading and segmenting, ``entries`` have their identifiers and stand in
    time order, ``registry`` holds the rows of an authored registry of people (name, aliases, kind,
    wikidata_id). A table whose sections the language file lacks stays empty (see ``missing_sections``).
    """
    people = People(document.text, language, registry, liveblog.country)
    context = Context(document, entries, liveblog, language, people)
    extraction = Extraction(rows={table: [] for table in TABLES})
    unread = missing_sections(language)
    readers = {table: read for table, read in TABLES.items() if table not in unread}
    named: dict[str, Entity] = {}
    for entry in entries:
        if entry.char_end - entry.char_start > LONGEST_ENTRY:
            extraction.issues.append((_too_long(entry), entry.entry_id))
            continue
        found: dict[str, Found] = {}
        for table, read in readers.items():
            found[table] = read(entry, context)
            if table == "quotes":
                context.quotes[entry.entry_id] = found[table].rows
        _settle(found)
        for table, one in found.items():
            extraction.rows[table].extend(_linked(row, entry, context, named) for row in one.rows)
        read_rows = [row for one in found.values() for row in one.rows]
        issues = [issue for one in found.values() for issue in one.issues]
        extraction.issues.extend((issue, entry.entry_id) for issue in issues if not _is_read(issue, read_rows))
    extraction.people = [_person(person_id, entity) for person_id, entity in sorted(named.items())]
    return extraction


def _too_long(entry: Entry) -> Issue:
    message = f"an entry of more than {LONGEST_ENTRY:,} characters is not read: is this a live blog?"
    return Issue("extract", "warning", "entry-too-long", message, entry.char_start, entry.char_end)


def missing_sections(language: Language) -> dict[str, list[str]]:
    """The tables that are not read in a language, each with the sections that its data file lacks."""
    lacking = {table: [name for name in names if not language[name]] for table, names in SECTIONS.items()}
    return {table: names for table, names in lacking.items() if names}


PAIRS = frozenset(
    f"vote_results.{name}" for name in ("duel", "against", "respectively", "pair_of_answers", "opening_participle")
)
"""Rules by which two options share two figures, or a participle tells whose a figure is."""


def _settle(found: Mapping[str, Found]) -> None:
    """Leave each figure to one table. Words of turnout stand beside what is read as turnout, so that it yields only
    to a figure that two options are told apart by.
    """
    if not {"vote_results", "participation_snapshots"} <= found.keys():
        return
    results, turnout = found["vote_results"].rows, found["participation_snapshots"].rows
    paired = [row for row in results if row["rule"].partition(".stage_")[0] in PAIRS]
    turnout[:] = [row for row in turnout if not _shares(row["char_start"], row["char_end"], paired)]
    results[:] = [row for row in results if not _shares(row["char_start"], row["char_end"], turnout)]


def _shares(start: int, end: int, rows: Sequence[Row]) -> bool:
    """Whether a stretch shares a character with what some rows were read from."""
    return any(row["char_start"] < end and start < row["char_end"] for row in rows)


def _is_read(issue: Issue, rows: Sequence[Row]) -> bool:
    """Whether a figure that one table's rules left over was read by another's."""
    if issue.char_start is None or issue.char_end is None:
        return False
    return _shares(issue.char_start, issue.char_end, rows)


def _linked(row: Row, entry: Entry, context: Context, named: dict[str, Entity]) -> Row:
    """The row with its entry and with identifiers in place of entities, which are gathered in ``named``."""
    linked: Row = row | {"entry_id": entry.entry_id, "liveblog_id": context.liveblog.liveblog_id}
    for column in LEADING_TO_PEOPLE:
        entity = row.get(column)
        if (
            entity is None
            and column in ("endorser_id", "endorsee_id")
            and (name := row.get(column.removesuffix("_id")))
        ):
            entity = context.people.entity(name, "group")
        if isinstance(entity, Entity):
            linked[column] = person_id(entity)
            named.setdefault(linked[column], entity)
    return linked


def person_id(entity: Entity) -> str:
    """Slug of the name: the same person has the same identifier in every document that names her in full."""
    return _slug(entity.name)


@lru_cache(maxsize=10_000)
def _slug(name: str) -> str:
    return slugify(name) or "unnamed"


def _person(identifier: str, entity: Entity) -> Row:
    kinds = {"person": "person", "unknown": "person", "group": "group"}
    return {
        "person_id": identifier,
        "name": entity.name,
        "kind": kinds.get(entity.kind, "organization"),
        "aliases": sorted(form for form in (" ".join(f.split()) for f in entity.forms) if form != entity.name),
        "wikidata_id": entity.wikidata_id or None,
    }


__all__ = ["Context", "Entity", "Extraction", "Found", "People", "extract", "missing_sections"]
