"""The exported database: types, keys, indexes, views, search, and Datasette serving it."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from minutier.cli import run
from minutier.errors import ExitCode
from minutier.export.sqlite import declared_views
from minutier.tables import TABLES, schema
from packages_elsewhere import RESOURCES, ROOT, content_hash, copy_package, fields, plain_rows


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sqlite")
    assert run(["export", "sqlite", str(ROOT), "--out", str(folder / "nights.db"),
                "--metadata", str(folder / "metadata.json")]) == ExitCode.OK  # fmt: skip
    return folder


@pytest.fixture
def database(exported: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{exported / 'nights.db'}?mode=ro", uri=True)) as connection:
        yield connection


def export(*arguments: object) -> int:
    return run(["export", "sqlite", *map(str, arguments)])


def test_the_rows_are_those_of_the_package(database: sqlite3.Connection) -> None:
    for table in TABLES:
        rows = database.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
        assert content_hash(plain_rows(table, rows)) == RESOURCES[table]["contentHash"], table


def test_times_keep_the_offset_of_the_place(database: sqlite3.Connection) -> None:
    printed = "SELECT polls_close, datetime(polls_close) FROM contests WHERE contest_id = 'fr-europeennes-2019'"
    assert database.execute(printed).fetchall() == [("2019-05-26T20:00:00+02:00", "2019-05-26 18:00:00")]


def test_types_and_keys_are_those_of_the_schemas(database: sqlite3.Connection) -> None:
    kinds = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
    for table in TABLES:
        declared = schema(table)
        columns = database.execute(f"PRAGMA table_info({table})").fetchall()
        assert [(name, kind) for _, name, kind, *_ in columns] == [
            (field.name, kinds.get(field.type, "TEXT")) for field in declared.fields
        ]
        required = {name for name, field in fields(table).items() if field.get("constraints", {}).get("required")}
        assert {column[1] for column in columns if column[3]} == required
        key = [column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5]]
        assert key == declared.descriptor["primaryKey"]
        keys: dict[int, tuple[str, list[str], list[str]]] = {}
        for number, _, parent, child_column, parent_column, *_ in database.execute(f"PRAGMA foreign_key_list({table})"):
            keys.setdefault(number, (parent, [], []))[1].append(child_column)
            keys[number][2].append(parent_column)
        wanted = [
            (key["reference"]["resource"], key["fields"], key["reference"]["fields"])
            for key in declared.descriptor.get("foreignKeys", ())
        ]
        assert sorted(keys.values()) == sorted(wanted)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_wrong_row_cannot_be_added(exported: Path, tmp_path: Path) -> None:
    shutil.copy(exported / "nights.db", tmp_path)
    with closing(sqlite3.connect(tmp_path / "nights.db")) as connection:
        for wrong in ("UPDATE quotes SET quote_type = 'morsel'", "UPDATE entries SET is_pinned = 2",
                      "UPDATE quotes SET quote = NULL", "UPDATE quotes SET quote_id = 'one'"):  # fmt: skip
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(wrong)


def test_foreign_keys_and_times_are_looked_up_by_an_index(database: sqlite3.Connection) -> None:
    for query in ("quotes WHERE entry_id = ?", "vote_results WHERE contest_id = ? AND round = 1",
                  "entries WHERE date_published > ?", "liveblogs WHERE liveblog_id = ?"):  # fmt: skip
        (plan,) = database.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {query}", ["x"]).fetchall()
        assert plan[3].startswith("SEARCH") and "USING INDEX" in plan[3]


def test_views_have_a_row_for_each_row_that_they_put_into_context(database: sqlite3.Connection) -> None:
    for view in declared_views():
        rows = database.execute(f"SELECT * FROM {view.name}").fetchall()
        (count,) = database.execute(f"SELECT count(*) FROM {view.tables[0]}").fetchone()
        assert len(rows) == count > 0
    contests = "SELECT contest FROM vote_results_in_context WHERE vote_result_id = ?"
    named = "SELECT vote_result_id, name FROM vote_results JOIN contests USING (contest_id, round)"
    identifier, name = database.execute(named).fetchone()
    assert database.execute(contests, [identifier]).fetchall() == [(name,)]


@pytest.mark.parametrize("words", ["elysee", "ÉLYSÉE", "Elysée"])
def test_words_are_found_without_their_accents(database: sqlite3.Connection, words: str) -> None:
    found = "SELECT text FROM entries WHERE rowid IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH ?)"
    texts = [text for (text,) in database.execute(found, [words])]
    every = [text for (text,) in database.execute("SELECT text FROM entries")]
    assert texts == [text for text in every if re.search(r"[EÉ]lysée\b", text)] != []


def test_the_descriptions_are_in_the_database(database: sqlite3.Connection) -> None:
    described = "SELECT description, allowed_values FROM about_columns WHERE table_name = ? AND column_name = ?"
    for table in TABLES:
        for name, field in fields(table).items():
            description, values = database.execute(described, [table, name]).fetchone()
            assert description == field["description"]
            assert (values or "").count(": ") >= len(field.get("categories", ()))
    names = {name for (name,) in database.execute("SELECT table_name FROM about_tables")}
    assert names == {*TABLES, *(view.name for view in declared_views())}
    assert ("version", json.loads((ROOT / "datapackage.json").read_text())["version"]) in database.execute(
        "SELECT * FROM about_package"
    ).fetchall()


# Datasette --------------------------------------------------------------------------------------------------

ASKING = """
import asyncio, json, sys
from datasette.app import Datasette

async def main(database, metadata, paths):
    with open(metadata, encoding="utf-8") as file:
        served = Datasette([database], metadata=json.load(file))
    await served.invoke_startup()
    answers = [await served.client.get(path) for path in paths]
    print(json.dumps([[answer.status_code, answer.text] for answer in answers]))

asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
"""


def asked(folder: Path, *paths: str) -> list[str]:
    """What Datasette answers, in a process of its own: its client inside the process, no server."""
    command = [sys.executable, "-c", ASKING, str(folder / "nights.db"), str(folder / "metadata.json"), *paths]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    answers = json.loads(ended.stdout)
    assert [status for status, _ in answers] == [200] * len(paths)
    return [text for _, text in answers]


def test_datasette_serves_the_tables_with_their_descriptions(exported: Path) -> None:
    rows, page, found, view, home = asked(
        exported,
        "/nights/quotes.json?_shape=array&_size=max&_col=quote&_col=speaker",
        "/nights/quotes",
        "/nights/entries.json?_shape=array&_search=elysee&_size=max",
        "/nights/vote_results_in_context",
        "/",
    )
    with closing(sqlite3.connect(exported / "nights.db")) as connection:
        assert len(json.loads(rows)) == connection.execute("SELECT count(*) FROM quotes").fetchone()[0]
    descriptor = json.loads((ROOT / "datapackage.json").read_text(encoding="utf-8"))
    assert fields("quotes")["speaker_label"]["description"] in html.unescape(page)
    assert schema("quotes").description in page
    assert 'href="/nights/people/' in page, "speakers lead to people"
    texts = [row["text"] for row in json.loads(found)]
    assert texts and all("lysée" in text for text in texts), "the search is a full-text search"
    assert "Vote results in context" in view
    assert descriptor["title"] in home
    assert descriptor["licenses"][0]["title"] in home


# Files ------------------------------------------------------------------------------------------------------


def test_the_same_package_gives_the_same_bytes_whatever_the_surroundings(exported: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "minutier", "export", "sqlite", str(ROOT), "--out", "nights.db"]
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([*command, "--metadata", "metadata.json"], cwd=tmp_path, check=True, capture_output=True,
                   env=os.environ | surroundings)  # fmt: skip
    for name in ("nights.db", "metadata.json"):
        assert (tmp_path / name).read_bytes() == (exported / name).read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["metadata.json", "nights.db"]


def test_an_export_is_replaced_until_somebody_works_in_it(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, metadata = tmp_path / "nights.db", tmp_path / "metadata.json"
    shutil.copytree(exported, tmp_path, dirs_exist_ok=True)
    assert export(ROOT, "--out", out, "--metadata", metadata) == ExitCode.OK
    with closing(sqlite3.connect(out)) as connection:
        connection.execute("CREATE TABLE notes (mine TEXT)")
        connection.commit()
    changed = out.read_bytes()
    assert export(ROOT, "--out", out) == ExitCode.OUTPUT
    assert "was not made by this command or was changed since" in capsys.readouterr().err
    assert out.read_bytes() == changed
    metadata.write_text(metadata.read_text(encoding="utf-8").replace("minut", "Minut"), encoding="utf-8")
    assert export(ROOT, "--out", tmp_path / "other.db", "--metadata", metadata) == ExitCode.OUTPUT
    assert not (tmp_path / "other.db").exists()
    assert export(ROOT, "--out", out, "--metadata", metadata, "--force") == ExitCode.OK
    assert out.read_bytes() == (exported / "nights.db").read_bytes()
    assert metadata.read_bytes() == (exported / "metadata.json").read_bytes()


@pytest.mark.parametrize("content", [b"", b"my own work\n", b"SQLite format 3\x00" + bytes(200)])
def test_a_file_of_somebody_else_is_kept(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mine.db"
    out.write_bytes(content)
    assert export(ROOT, "--out", out) == ExitCode.OUTPUT
    assert "--force" in capsys.readouterr().err
    assert out.read_bytes() == content
    assert export(ROOT, "--out", out, "--force") == ExitCode.OK
    assert [path.name for path in tmp_path.iterdir()] == ["mine.db"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nowhere"], ExitCode.INPUT, "nowhere: no such file or folder"),
        (["."], ExitCode.INPUT, "datapackage.json: no such file"),
        ([ROOT, "--out", "."], ExitCode.OUTPUT, "is a folder"),
        ([ROOT, "--out", ".", "--force"], ExitCode.OUTPUT, "is a folder"),
        ([ROOT, "--out", "no/where.db"], ExitCode.OUTPUT, "there is no folder no"),
        ([ROOT, "--format", "x"], ExitCode.USAGE, "No such option"),
    ],
)
def test_what_cannot_be_exported_is_told(
    arguments: list[Any], code: int, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert export(*arguments) == code
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_the_file_bears_that_of_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_package(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert export() == ExitCode.OK
    assert capsys.readouterr().out.startswith(f"minutier.sqlite: {len(TABLES)} tables, ")


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("people", "angela-merkel", "alain-juppe", "UNIQUE constraint failed"),
        ("people", ",person,", ",elephant,", "not in the vocabulary"),
        ("quotes", ",jordan-bardella,", ",nobody-known,", "its speaker_id leads to no row of 'people'"),
    ],
)
def test_rows_that_do_not_keep_the_keys_are_told(
    tmp_path: Path, name: str, old: str, new: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy_package(tmp_path) / f"data/{name}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert export(tmp_path, "--out", tmp_path / "out.db") == ExitCode.INPUT
    error = capsys.readouterr().err
    assert name in error
    assert told in error
    assert "minutier validate" in error
    assert not (tmp_path / "out.db").exists()
