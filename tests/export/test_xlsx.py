"""The workbook, read back: values, real dates, no formula, no link, and what a sheet cannot hold said aloud."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

import minutier
from minutier.cli import run
from minutier.errors import ExitCode
from minutier.export.sqlite import to_sqlite
from minutier.export.xlsx import MAX_CELL, OFFSET, to_xlsx
from minutier.package import open_package
from minutier.publish import write_package
from minutier.tables import TABLES, schema
from packages_elsewhere import RESOURCES, ROOT, content_hash, fields, plain_rows


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("xlsx") / "nights.xlsx"
    assert run(["export", "xlsx", str(ROOT), "--out", str(out)]) == ExitCode.OK
    return out


@pytest.fixture(scope="module")
def book(exported: Path) -> Any:
    return openpyxl.load_workbook(exported)


def export(*arguments: object) -> int:
    return run(["export", "xlsx", *map(str, arguments)])


def rows_of(sheet: Any, table: str) -> list[list[Any]]:
    """The rows of a sheet as the package has them: a time and its offset put together again."""
    heads, *lines = sheet.iter_rows(values_only=True)
    whole = []
    for line in lines:
        cells = dict(zip(heads, line, strict=True))
        for name, field in fields(table).items():
            if field["type"] == "datetime" and cells[name] is not None:
                assert isinstance(cells[name], datetime)
                cells[name] = cells[name].isoformat() + cells[name + OFFSET]
            elif field["type"] == "string" and cells[name] is not None:
                cells[name] = unescape(cells[name])
        whole.append([cells[name] for name in fields(table)])
    return plain_rows(table, whole)


def test_each_table_has_a_sheet_with_its_rows(book: Any) -> None:
    assert book.sheetnames == ["about", *TABLES]
    for table in TABLES:
        assert content_hash(rows_of(book[table], table)) == RESOURCES[table]["contentHash"], table


def test_cells_have_types(book: Any) -> None:
    kinds = {"integer": int, "number": (int, float), "boolean": bool, "date": datetime, "datetime": datetime}
    for table in TABLES:
        heads = [cell.value for cell in book[table][1]]
        for name, field in fields(table).items():
            cells = [column[0] for column in book[table].iter_rows(min_row=2, min_col=heads.index(name) + 1,
                                                                   max_col=heads.index(name) + 1)]  # fmt: skip
            assert all(
                isinstance(cell.value, kinds.get(field["type"], str)) for cell in cells if cell.value is not None
            )
            assert all(cell.hyperlink is None and cell.data_type != "f" for cell in cells)


def test_times_are_on_the_clock_of_the_place(book: Any) -> None:
    heads = [cell.value for cell in book["contests"][1]]
    (row,) = [row for row in book["contests"].iter_rows(values_only=True) if row[0] == "fr-europeennes-2019"]
    cells = dict(zip(heads, row, strict=True))
    assert (cells["polls_close"], cells["polls_close" + OFFSET]) == (datetime(2019, 5, 26, 20), "+02:00")
    assert cells["date"].date() == date(2019, 5, 26)
    assert heads.index("polls_close" + OFFSET) == heads.index("polls_close") + 1


def test_sheets_are_ready_to_be_read(book: Any) -> None:
    for table in TABLES:
        sheet = book[table]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(8 <= column.width <= 61 for column in sheet.column_dimensions.values())


def test_the_first_sheet_explains_every_table_and_column(book: Any) -> None:
    lines = list(book["about"].iter_rows(values_only=True))
    explained = {(line[0], line[1]): line for line in lines}
    for table in TABLES:
        assert (table, book[table].max_row - 1) in explained
        for name, field in fields(table).items():
            _, _, text, kind, values = explained[table, name]
            assert field["description"] in text
            assert kind == field["type"]
            assert all(category["label"] in values for category in field.get("categories", ()))
            assert ((table, name + OFFSET) in explained) == (kind == "datetime")
    assert any(OFFSET in str(line[0]) and "UTC" in str(line[0]) for line in lines)


# Texts ------------------------------------------------------------------------------------------------------

XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

MANY = ['=HYPERLINK("http://example.org","look")', "+33 1", "-1", "@SUM(A1)", "\t=1+1", "https://example.org", "=1",
        "mailto:a@example.org", "0123", "1e5", "TRUE", "{=1}", "' =1", " \n ", "_x0041_", "a\rb", "é🗳️"]  # fmt: skip


def person(number: int, name: str, aliases: str | None) -> dict[str, Any]:
    return {"person_id": f"p{number}", "name": name, "kind": "person", "aliases": aliases, "wikidata_id": None}


def package_of(folder: Path, people: list[dict[str, Any]]) -> Path:
    write_package(folder, {"name": "people", "version": "1.0.0"}, [(schema("people"), people)])
    return folder


def names_of(workbook: Path | BytesIO) -> list[str]:
    """The second column of the second sheet, read from the XML itself: openpyxl takes ``_x0041_`` for an A."""
    with zipfile.ZipFile(workbook) as archive:
        shared = [item.findtext(f"{XML}t") for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet2.xml"))
    cells = [cell for cell in sheet.iter(f"{XML}c") if re.fullmatch("B[0-9]+", cell.get("r", ""))]
    assert all(cell.get("t") == "s" for cell in cells)
    return [unescape(shared[int(cell.findtext(f"{XML}v", ""))] or "") for cell in cells[1:]]


def test_no_text_becomes_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    package_of(tmp_path / "package", [person(number, text, None) for number, text in enumerate(MANY)])
    assert export(tmp_path / "package", "--out", tmp_path / "out.xlsx") == ExitCode.OK
    assert names_of(tmp_path / "out.xlsx") == MANY
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["people"]
    for (cell,) in sheet.iter_rows(min_row=2, min_col=2, max_col=2):
        assert cell.data_type == "s" and cell.hyperlink is None
        assert cell.quotePrefix == (cell.value[0] in "=+-@\t"), "it stays text when somebody edits it"
    with zipfile.ZipFile(tmp_path / "out.xlsx") as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet2" in name]
    assert sheets and not re.search("<f[ >]|hyperlink", "".join(sheets))


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=30)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_any_text_comes_through_every_export(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = package_of(tmp_path_factory.mktemp("any"), [person(at, text, None) for at, text in enumerate(texts)])
    package = open_package(folder)
    (folder / "data/people.parquet").unlink()
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = descriptor["resources"][:1]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert minutier.load("people", folder)["name"].tolist() == texts
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(to_sqlite(package).data)
        assert [name for (name,) in database.execute("SELECT name FROM people ORDER BY rowid")] == texts
    assert names_of(BytesIO(to_xlsx(package).data)) == texts


# Limits -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", ["a", "🗳"])
def test_a_text_longer_than_a_cell_is_cut_aloud(
    tmp_path: Path, letter: str, capsys: pytest.CaptureFixture[str]
) -> None:
    units = len(letter.encode("utf-16-le")) // 2
    fits, long = letter * (MAX_CELL // units), letter * (MAX_CELL // units + 1)
    package_of(tmp_path / "package", [person(1, fits, None), person(2, long, None)])
    assert export(tmp_path / "package", "--out", tmp_path / "out.xlsx") == ExitCode.OK
    told = f"people, row 3, column name: cut after 32,767 of {len(long) * units:,} characters"
    assert told in capsys.readouterr().err
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    first, second = names_of(tmp_path / "out.xlsx")
    assert first == fits
    assert len(second.encode("utf-16-le")) // 2 <= MAX_CELL
    assert re.fullmatch(rf"{letter}+ \[…\] cut: 32,76[89] characters, .*", second)
    assert any(told in str(row[0]) for row in book["about"].iter_rows(values_only=True))


def test_a_character_that_no_workbook_may_hold_is_replaced_aloud(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package_of(tmp_path / "package", [person(1, "a\uffffb", None)])
    assert export(tmp_path / "package", "--out", tmp_path / "out.xlsx") == ExitCode.OK
    assert "people, row 2, column name: a character that no workbook may hold" in capsys.readouterr().err
    assert names_of(tmp_path / "out.xlsx") == ["a\N{REPLACEMENT CHARACTER}b"]


def test_more_rows_than_a_sheet_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package_of(tmp_path / "package", [person(number, "x", None) for number in range(4)])
    out = tmp_path / "out.xlsx"
    monkeypatch.setattr("minutier.export.xlsx.MAX_ROWS", 5)
    assert export(tmp_path / "package", "--out", out) == ExitCode.OK
    before = out.read_bytes()
    monkeypatch.setattr("minutier.export.xlsx.MAX_ROWS", 4)
    assert export(tmp_path / "package", "--out", out) == ExitCode.INPUT
    assert "people: has 5 rows, its header among them; a sheet holds 4" in capsys.readouterr().err
    assert out.read_bytes() == before


def test_what_a_spreadsheet_would_change_stays_text(tmp_path: Path) -> None:
    descriptor = {
        "name": "old",
        "resources": [{
            "name": "a name that is longer than sheets allow: [one]", "path": "old.csv", "format": "csv",
            "schema": {"fields": [{"name": "day", "type": "date"}, {"name": "at", "type": "datetime"},
                                  {"name": "count", "type": "integer"}, {"name": "share", "type": "number"}]},
        }],
    }  # fmt: skip
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    (tmp_path / "old.csv").write_text(
        "day,at,count,share\n1848-12-10,1848-12-10T20:00:00+00:09,1234567890123456,NaN\n"
        "1900-01-01,2024-07-07T20:00:00Z,123456789012345,1.5\n",
        encoding="utf-8",
    )
    assert export(tmp_path, "--out", tmp_path / "out.xlsx") == ExitCode.OK
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert len(book.sheetnames[1]) <= 31
    _, first, second = book.worksheets[1].iter_rows(values_only=True)
    assert first == ("1848-12-10", "1848-12-10T20:00:00+00:09", "+00:09", "1234567890123456", "nan")
    assert second == (datetime(1900, 1, 1), datetime(2024, 7, 7, 20), "+00:00", 123456789012345, 1.5)


# Files ------------------------------------------------------------------------------------------------------


def test_the_same_package_gives_the_same_bytes_whatever_the_surroundings(exported: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "minutier", "export", "xlsx", str(ROOT), "--out", "nights.xlsx"]
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, env=os.environ | surroundings)
    assert (tmp_path / "nights.xlsx").read_bytes() == exported.read_bytes()


def test_an_export_is_replaced_until_somebody_works_in_it(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nights.xlsx"
    out.write_bytes(exported.read_bytes())
    assert export(ROOT, "--out", out) == ExitCode.OK
    book = openpyxl.load_workbook(out)
    book["quotes"]["B2"] = "my remark"
    book.save(out)
    changed = out.read_bytes()
    assert export(ROOT, "--out", out) == ExitCode.OUTPUT
    assert "was not made by this command or was changed since" in capsys.readouterr().err
    assert out.read_bytes() == changed
    assert export(ROOT, "--out", out, "--force") == ExitCode.OK
    assert out.read_bytes() == exported.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["nights.xlsx"]


@pytest.mark.parametrize("content", [b"", b"my own work\n", b"PK\x03\x04 and no archive"])
def test_a_file_of_somebody_else_is_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mine.xlsx").write_bytes(content)
    assert export(ROOT, "--out", tmp_path / "mine.xlsx") == ExitCode.OUTPUT
    assert (tmp_path / "mine.xlsx").read_bytes() == content


def test_a_disk_that_is_full_leaves_what_was_there(exported: Path, tmp_path: Path) -> None:
    out = tmp_path / "nights.xlsx"
    out.write_bytes(exported.read_bytes())
    script = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000));"
        "from minutier.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "export", "xlsx", str(ROOT), "--out", str(out)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (ExitCode.OUTPUT, "")
    assert "cannot be written" in ended.stderr
    assert out.read_bytes() == exported.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["nights.xlsx"]
