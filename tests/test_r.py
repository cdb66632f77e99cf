"""Real R reads every table with the types of the descriptor, and finds what Python finds, cell by cell."""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import minutier
from examples import blocks
from minutier.publish import write_package
from minutier.tables import TABLES, schema
from packages_elsewhere import RESOURCES, ROOT, content_hash, copy_package, fields, frame_rows, plain, plain_rows


def has_r() -> bool:
    if shutil.which("Rscript") is None:
        return False
    asked = ["Rscript", "-e", "stopifnot(requireNamespace('readr'), requireNamespace('jsonlite'))"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


TELL = """
stopifnot(identical(nrow(readr::problems(quotes)), 0L))
told <- lapply(tables, function(table) {
  sums <- vapply(Filter(is.numeric, table), function(column) sum(column, na.rm = TRUE), 0)
  letters <- vapply(Filter(is.character, table), function(column) sum(nchar(column, "chars"), na.rm = TRUE), 0)
  is_time <- function(column) inherits(column, "POSIXct") && !all(is.na(column))
  times <- vapply(Filter(is_time, table), function(column) {
    format(max(column, na.rm = TRUE), "%Y-%m-%dT%H:%M:%OS6+00:00", tz = "UTC")
  }, "")
  cells <- lapply(table, function(column) {
    if (is.factor(column)) return(as.character(column))
    if (inherits(column, "POSIXct")) return(format(column, "%Y-%m-%dT%H:%M:%OS6+00:00", tz = "UTC"))
    if (inherits(column, "Date")) return(format(column, "%Y-%m-%d"))
    column
  })
  list(
    rows = nrow(table), problems = nrow(readr::problems(table)),
    types = lapply(table, function(column) class(column)[1]), levels = lapply(Filter(is.factor, table), levels),
    sums = as.list(sums), letters = as.list(letters), latest = as.list(times),
    accents = sum(grepl("[^ -~\\\\s]", unlist(Filter(is.character, table)), perl = TRUE)),
    cells = cells
  )
})
writeLines(jsonlite::toJSON(told, auto_unbox = TRUE, digits = NA, na = "null", dataframe = "columns"), "told.json",
           useBytes = TRUE)
"""
"""What R found: figures of its own for each table, and every cell."""


def rscript(code: str, folder: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    (folder / "script.R").write_text(code, encoding="utf-8")
    return subprocess.run(
        ["Rscript", "--vanilla", "--encoding=UTF-8", "script.R"], cwd=folder, capture_output=True, text=True,
        check=False, timeout=120, env=os.environ | {"LC_ALL": "C.UTF-8", "TZ": "America/New_York"} | surroundings,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not has_r():
        pytest.skip("needs Rscript with readr and jsonlite, which .ci/system installs")
    path = copy_package(tmp_path_factory.mktemp("repository"))
    (path / "docs/how-to").mkdir(parents=True)
    shutil.copy(ROOT / "docs/how-to/load-in-r.R", path / "docs/how-to")
    return path


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    """What R says after the very lines of the README, warnings being errors."""
    lines = blocks("README.md", "r", "Load a table")
    ended = rscript("options(warn = 2)\n" + "\n".join(lines) + TELL, folder)
    assert ended.returncode == 0, ended.stderr
    values: dict[str, Any] = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    return values


def test_every_table_is_there_without_problems(told: dict[str, Any]) -> None:
    assert list(told) == list(TABLES)
    assert {table["problems"] for table in told.values()} == {0}


def test_counts_sums_times_and_accents_are_those_of_python(told: dict[str, Any]) -> None:
    for table in TABLES:
        frame, found = minutier.load(table, ROOT), told[table]
        kinds = {name: field["type"] for name, field in fields(table).items()}
        assert found["rows"] == len(frame)
        sums = {name: frame[name].sum() for name, kind in kinds.items() if kind in ("integer", "number")}
        assert found["sums"].keys() == sums.keys()
        assert all(math.isclose(found["sums"][name], total, rel_tol=1e-12) for name, total in sums.items())
        texts = [name for name in kinds if kinds[name] == "string" and "categories" not in fields(table)[name]]
        assert found["letters"] == {name: frame[name].str.len().sum() for name in texts}
        assert found["accents"] == sum(any(ord(char) > 126 for char in text) for name in texts
                                       for text in frame[name].dropna())  # fmt: skip
        times = {
            name: frame[name].max() for name, kind in kinds.items() if kind == "datetime" and frame[name].notna().any()
        }
        assert {name: plain(moment, "datetime") for name, moment in found["latest"].items()} == times
    assert sum(table["accents"] for table in told.values()) > 100


def test_every_cell_is_that_of_the_package(told: dict[str, Any]) -> None:
    for table in TABLES:
        rows = list(zip(*told[table]["cells"].values(), strict=True))
        if content_hash(plain_rows(table, rows)) != RESOURCES[table]["contentHash"]:
            wanted = plain_rows(table, frame_rows(minutier.load(table, ROOT)))
            assert plain_rows(table, rows) == wanted
            raise AssertionError(table)


def test_columns_have_the_types_of_the_schema(told: dict[str, Any]) -> None:
    kinds = {"string": "character", "integer": "integer", "number": "numeric", "boolean": "logical", "date": "Date",
             "datetime": "POSIXct"}  # fmt: skip
    seen = Counter[str]()
    for table in TABLES:
        for name, field in fields(table).items():
            wanted = "factor" if "categories" in field else kinds[field["type"]]
            assert told[table]["types"][name] == wanted, name
            seen[wanted] += 1
            if wanted == "factor":
                assert told[table]["levels"][name] == field["constraints"]["enum"]
    assert len(seen) == 7


def test_the_lines_of_the_how_to_run(folder: Path) -> None:
    ended = rscript("options(warn = 2)\n" + "\n".join(blocks("docs/how-to/load.md", "r")), folder)
    assert ended.returncode == 0, ended.stderr
    assert "anonymous" in ended.stdout


def test_a_cell_that_is_not_of_its_type_stops_the_script(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    quotes = tmp_path / "data/quotes.csv"
    quotes.write_text(quotes.read_text(encoding="utf-8").replace(",1,", ",one,", 1), encoding="utf-8")
    ended = rscript("\n".join(blocks("README.md", "r", "Load a table")), tmp_path)
    assert ended.returncode != 0
    assert "data/quotes.csv, row 2: expected an integer, found one" in ended.stderr


AWKWARD = ["NA", " spaces around ", "two\nlines", 'say "hello"', "a,b", "# no comment", "back\\slash", "=1+1", "TRUE",
           "0123", "\u00a0no-break\u202f:", "e\u0301 and é", "🗳️", "'quoted'", "\ttab", "1e5", "NULL", "."]  # fmt: skip


def test_awkward_texts_are_read_to_the_letter(folder: Path, tmp_path: Path) -> None:
    people = [
        {"person_id": f"p{number}", "name": text, "kind": "person", "aliases": text, "wikidata_id": None}
        for number, text in enumerate(AWKWARD * 50)
    ]
    write_package(tmp_path, {"name": "awkward", "version": "1.0.0"}, [(schema("people"), people)])
    tell = """
writeLines(jsonlite::toJSON(tables$people[c("name", "aliases")], na = "null", dataframe = "columns"), "told.json",
           useBytes = TRUE)
"""
    script = (folder / "docs/how-to/load-in-r.R").read_text(encoding="utf-8")
    ended = rscript(script + "\ntables <- load_package()\n" + tell, tmp_path)
    assert ended.returncode == 0, ended.stderr
    told = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    assert told == {"name": AWKWARD * 50, "aliases": AWKWARD * 50}


def test_the_script_reads_the_same_in_a_locale_without_accents(folder: Path, told: dict[str, Any]) -> None:
    code = "\n".join(blocks("README.md", "r", "Load a table")) + TELL.replace("told.json", "told-in-c.json")
    assert rscript(code, folder, LC_ALL="C").returncode == 0
    assert (
        json.loads((folder / "told-in-c.json").read_text(encoding="utf-8"))["people"]["cells"]
        == told["people"]["cells"]
    )
