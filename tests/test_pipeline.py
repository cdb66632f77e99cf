"""One source to its tables, and many sources to one build: what holds for every row."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.document import Document, Row
from minutier.errors import InputError
from minutier.manifest import Contest, Manifest, Round, Source, read_manifest
from minutier.pipeline import build, merge_contests, merge_people, process
from minutier.read import read
from minutier.tables import TABLES, schema
from minutier.tables.ids import text_sha256

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = read_manifest(ROOT / "data" / "sources.yaml")
OFFSETS = (("", None), ("speaker_", "speaker_label"), ("cue_", "cue"))


def tables_of(source: Source, text: str | None = None) -> tuple[str, dict[str, list[Row]]]:
    data = source.path.read_bytes() if text is None else text.encode("utf-8")
    (document,) = read(data, source.path.name)
    return document.text, process(document, source, SHIPPED.contests).rows


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def decorated(text: str) -> str:
    """Emoji before each paragraph's end, no-break spaces before the marks that French sets apart."""
    spaced = text.replace(" :", "\u00a0:").replace(" %", "\u202f%").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    return spaced.replace(".\n", ". 🗳️👩🏽\u200d⚖️\n")


VARIANTS = {"as it is": None, "decomposed": decomposed, "decorated": decorated}


@pytest.fixture(params=[(source.id, variant) for source in SHIPPED.sources for variant in VARIANTS], ids="-".join)
def read_tables(request: pytest.FixtureRequest) -> tuple[str, dict[str, list[Row]]]:
    identifier, variant = request.param
    source = next(source for source in SHIPPED.sources if source.id == identifier)
    change = VARIANTS[variant]
    return tables_of(source, change(source.path.read_text(encoding="utf-8")) if change else None)


def bare(text: str) -> str:
    """Letters and digits only: a quote is published without its marks, and paragraphs with a blank line."""
    return "".join(char for char in text if char.isalnum())


def test_every_row_points_at_its_characters(read_tables: tuple[str, dict[str, list[Row]]]) -> None:
    text, rows = read_tables
    entries = {row["entry_id"]: row for row in rows["entries"]}
    assert sum(map(len, rows.values())) > 50
    for row in rows["entries"]:
        words = text[row["char_start"] : row["char_end"]]
        assert (row["text"], row["text_sha256"]) == (words, text_sha256(words))
        assert row["headline"] is None or row["headline"] in words
    for table in ("quotes", "vote_results", "participation_snapshots", "endorsements"):
        for row in rows[table]:
            entry = entries[row["entry_id"]]
            assert entry["char_start"] <= row["char_start"] < row["char_end"] <= entry["char_end"]
            for prefix, column in OFFSETS[1:]:
                if row.get(f"{prefix}char_start") is not None:
                    printed = text[row[f"{prefix}char_start"] : row[f"{prefix}char_end"]]
                    assert bare(printed) == bare(row[column])
    for row in rows["quotes"]:
        assert bare(text[row["char_start"] : row["char_end"]]) == bare(row["quote"])
    for row in rows["endorsements"]:
        assert bare(text[row["char_start"] : row["char_end"]]) == bare(row["cue"])
    for row in rows["issues"]:
        assert row["char_start"] is None or 0 <= row["char_start"] <= row["char_end"] <= len(text)


def test_rows_hold_what_their_schemas_declare(read_tables: tuple[str, dict[str, list[Row]]]) -> None:
    _, rows = read_tables
    kinds: dict[str, type | tuple[type, ...]] = {
        "string": str,
        "integer": int,
        "number": float,
        "boolean": bool,
    }
    assert tuple(rows) == TABLES
    for table in TABLES:
        if table == "people":  # the forms of a name are joined when live blogs are put together
            continue
        for row in rows[table]:
            assert tuple(row) == schema(table).columns
            for field in schema(table).fields:
                value, constraints = row[field.name], field.descriptor.get("constraints", {})
                assert value is not None or not constraints.get("required"), (table, field.name)
                if value is not None and field.type in kinds:
                    assert isinstance(value, kinds[field.type])
                if value is not None and "enum" in constraints:
                    assert value in constraints["enum"], (table, field.name)
                if field.type == "datetime" and value is not None:
                    assert value.tzinfo is not None


def test_keys_are_unique_and_lead_somewhere(read_tables: tuple[str, dict[str, list[Row]]]) -> None:
    _, rows = read_tables
    for table in TABLES:
        descriptor = schema(table).descriptor
        keys = [tuple(row[column] for column in descriptor["primaryKey"]) for row in rows[table]]
        assert not [key for key, times in Counter(keys).items() if times > 1]
        for foreign in descriptor.get("foreignKeys", ()):
            reference = foreign["reference"]
            known = {tuple(row[name] for name in reference["fields"]) for row in rows[reference["resource"]]}
            for row in rows[table]:
                key = tuple(row[name] for name in foreign["fields"])
                assert set(key) == {None} or key in known, (table, key)


def test_positions_and_times_rise_together(read_tables: tuple[str, dict[str, list[Row]]]) -> None:
    _, rows = read_tables
    entries = rows["entries"]
    assert [row["position"] for row in entries] == list(range(1, len(entries) + 1))
    moments = [row["date_published"] for row in entries if row["date_published"]]
    assert moments == sorted(moments)
    (liveblog,) = rows["liveblogs"]
    assert (liveblog["coverage_start"], liveblog["coverage_end"]) == (moments[0], moments[-1])


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_is_processed(text: str) -> None:
    source = Source(Path("night.txt"), date=date(2017, 1, 29), language="fr")
    rows = process(Document(text), source).rows
    assert len(rows["liveblogs"]) == 1
    assert all((row["text"] or "") == text[row["char_start"] : row["char_end"]] for row in rows["entries"])


def test_rows_do_not_depend_on_the_company_they_keep(tmp_path: Path) -> None:
    alone = Manifest(SHIPPED.sources[:1], SHIPPED.contests)
    together = Manifest(SHIPPED.sources[:3], SHIPPED.contests)
    with build(alone) as one, build(together) as many:
        identifier = one.documents[0].liveblog.liveblog_id
        for table in (
            "entries",
            "quotes",
            "vote_results",
            "participation_snapshots",
            "endorsements",
            "issues",
        ):
            own = [row for row in many.rows(table) if row["liveblog_id"] == identifier]
            assert list(one.rows(table)) == own


def test_equal_posts_of_one_minute_are_told_apart() -> None:
    text = "Soirée du second tour\n\n20h41: C'est fini\n\n20h41: C'est fini\n\n20h40: C'est fini\n"
    source = Source(Path("night.txt"), date=date(2017, 1, 29), timezone="Europe/Paris", language="fr")
    rows = process(Document(text), source).rows
    identifiers = [row["entry_id"] for row in rows["entries"]]
    assert len(set(identifiers)) == 4
    again = process(Document(text.replace("20h40: C'est fini", "20h40: Autre chose")), source).rows
    kept = {row["entry_id"] for row in again["entries"]}
    assert len(kept & set(identifiers)) == 3


def test_contests_of_facts_are_published_with_what_the_manifest_says() -> None:
    days = (Round(1, date(2017, 1, 22)), Round(2, date(2017, 1, 29)))
    contest = Contest("fr-primaire-gauche-2017", "primary", "Primaire", "FR", days)
    text = "Soirée\n\n20h41: Benoît Hamon avait obtenu 36,03% au premier tour\n"
    source = Source(
        Path("night.txt"),
        date=days[1].date,
        timezone="Europe/Paris",
        language="fr",
        contest=contest.contest_id,
    )
    tables = process(Document(text), source, [contest])
    assert tables.liveblog.round == 2
    assert [row["round"] for row in tables.rows["vote_results"]] == [1]
    assert [(row["round"], row["date"]) for row in tables.rows["contests"]] == [
        (1, days[0].date),
        (2, days[1].date),
    ]


def test_times_of_an_unknown_day_are_not_published() -> None:
    source = Source(Path("night.txt"), timezone="Europe/Paris", language="fr")
    with pytest.raises(InputError, match="nothing tells the day"):
        process(Document("Soirée\n\n20h41: C'est fini\n"), source)
    rows = process(Document("La participation atteint 41,5% à 17h, selon la préfecture."), source).rows
    assert [row["as_of"] for row in rows["participation_snapshots"]] in ([], [None])
    assert rows["contests"][0]["date"] is None


def person(**values: Any) -> Row:
    return {"person_id": "x", "name": "X", "kind": "person", "aliases": (), "wikidata_id": None} | values


def test_people_of_several_live_blogs_become_one() -> None:
    rows = [
        person(person_id="jeanne-martin", name="Jeanne Martin", aliases=("Martin",)),
        person(person_id="jeanne-martin", name="Jeanne MARTIN", aliases=("Mme Martin",), wikidata_id="Q1"),
        person(person_id="le-parti", name="Le Parti", kind="organization"),
    ]
    expected = [
        {
            "person_id": "jeanne-martin",
            "name": "Jeanne Martin",
            "kind": "person",
            "aliases": "Jeanne MARTIN|Martin|Mme Martin",
            "wikidata_id": "Q1",
        },
        {
            "person_id": "le-parti",
            "name": "Le Parti",
            "kind": "organization",
            "aliases": None,
            "wikidata_id": None,
        },
    ]
    assert merge_people(rows) == expected
    assert merge_people(reversed(rows)) == expected


def test_contests_of_several_live_blogs_become_one() -> None:
    blank = dict.fromkeys(schema("contests").columns)
    rows = [
        blank | {"contest_id": "b", "round": 1, "election_type": "other"},
        blank | {"contest_id": "a", "round": 2, "election_type": "primary"},
        blank | {"contest_id": "a", "round": 2, "election_type": "primary", "date": date(2017, 1, 29)},
    ]
    merged = merge_contests(rows)
    assert [(row["contest_id"], row["date"]) for row in merged] == [("a", date(2017, 1, 29)), ("b", None)]
