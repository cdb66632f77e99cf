"""One table to its two files: the same values in both, the same bytes each time."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.document import Row
from minutier.publish.files import canonical_line, csv_text, write_table
from minutier.tables import TABLES, TableSchema, schema

OFFSETS = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False),
    "boolean": st.booleans(),
    "date": st.dates(),
    "datetime": st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS),
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[TableSchema, list[Row]]:
    table = schema(draw(st.sampled_from(TABLES)))
    required = {field.name for field in table.fields if field.descriptor.get("constraints", {}).get("required")}
    cells = {
        field.name: VALUES[field.type].filter(lambda value: value != "")
        if field.name in required
        else st.none() | VALUES[field.type]
        for field in table.fields
    }
    return table, draw(st.lists(st.fixed_dictionaries(cells), max_size=4))


@given(table=tables(), other=st.sampled_from(["UTC", "Europe/Paris", "Pacific/Auckland"]))
@settings(max_examples=60, deadline=None)
def test_csv_and_parquet_give_back_the_rows(
    table: tuple[TableSchema, list[Row]], other: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    table_schema, rows = table
    files = write_table(table_schema, rows, tmp_path_factory.mktemp("files"), other)
    assert files.rows == len(rows)
    wanted = [
        [None if value == "" else value for value in (row[name] for name in table_schema.columns)] for row in rows
    ]
    assert read_csv(files.csv.path, table_schema) == wanted
    assert [list(row.values()) for row in pq.read_table(files.parquet.path).to_pylist()] == wanted


def read_csv(path: Path, table_schema: TableSchema) -> list[list[Any]]:
    reads: dict[str, Any] = {
        "string": str,
        "integer": int,
        "number": float,
        "boolean": {"true": True, "false": False}.__getitem__,
        "date": date.fromisoformat,
        "datetime": datetime.fromisoformat,
    }
    lines = csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""), strict=True)
    assert tuple(next(lines)) == table_schema.columns
    return [
        [reads[field.type](cell) if cell else None for field, cell in zip(table_schema.fields, line, strict=True)]
        for line in lines
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (58.65, "58.65"),
        (58.0, "58"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1306852, "1306852"),
        (date(2017, 1, 29), "2017-01-29"),
        (datetime(2017, 1, 29, 20, 41, tzinfo=timezone(timedelta(hours=1))), "2017-01-29T20:41:00+01:00"),
    ],
)
def test_how_a_value_stands_in_csv(value: Any, text: str) -> None:
    assert csv_text(value) == text


def test_quotes_only_where_they_are_needed_and_lines_end_with_lf(tmp_path: Path) -> None:
    row = {
        "person_id": "a",
        "name": 'Dite "la 2", et\n« plus »',
        "kind": "person",
        "aliases": "é",
        "wikidata_id": "",
    }
    files = write_table(schema("people"), [row], tmp_path)
    assert files.csv.path.read_bytes().decode() == (
        'person_id,name,kind,aliases,wikidata_id\na,"Dite ""la 2"", et\n« plus »",person,é,\n'
    )


def test_sizes_and_hashes_are_those_of_the_files(tmp_path: Path) -> None:
    files = write_table(schema("people"), [], tmp_path)
    for file in (files.csv, files.parquet):
        data = file.path.read_bytes()
        assert (file.size, file.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_content_hash_is_what_the_reference_says(tmp_path: Path) -> None:
    paris = datetime(2017, 1, 29, 20, 41, tzinfo=timezone(timedelta(hours=1)))
    assert canonical_line(["é", None, 58.0, 3, True, paris, date(2017, 1, 29)]) == (
        '["é",null,58.0,3,true,"2017-01-29T19:41:00.000000+00:00","2017-01-29"]\n'
    )
    assert canonical_line([paris]) == canonical_line([paris.astimezone(UTC)])
    row = {"person_id": "a", "name": "É", "kind": "person", "aliases": None, "wikidata_id": None}
    files = write_table(schema("people"), [row], tmp_path)
    assert files.content_sha256 == hashlib.sha256('["a","É","person",null,null]\n'.encode()).hexdigest()


def test_unknown_integers_stay_integers_in_parquet(tmp_path: Path) -> None:
    table = schema("contests")
    row = dict.fromkeys(table.columns) | {"contest_id": "a", "round": 1, "election_type": "other"}
    read = pq.read_table(write_table(table, [row], tmp_path, "Europe/Paris").parquet.path)
    assert read.schema.equals(table.arrow("Europe/Paris"))
    assert read.column("date").null_count == 1


def test_many_rows_pass_in_batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutier.publish.files.ROW_GROUP", 3)
    row = {"name": "É", "kind": "person", "aliases": None, "wikidata_id": None}
    files = write_table(schema("people"), ({"person_id": str(n), **row} for n in range(10)), tmp_path)
    assert files.rows == 10
    read = pq.ParquetFile(files.parquet.path)
    assert (read.metadata.num_rows, read.num_row_groups) == (10, 4)
    assert read.read().column("person_id").to_pylist() == [str(n) for n in range(10)]
