"""Every table, loaded in every way, has the same values, and the types of its schema."""

from __future__ import annotations

import gc
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import fsspec  # type: ignore[import-untyped, unused-ignore]
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import minutier
from minutier.errors import InputError, UsageError
from minutier.export.sqlite import datasette_metadata, to_sqlite
from minutier.export.xlsx import to_xlsx
from minutier.package import open_package
from minutier.tables import TABLES
from packages_elsewhere import (
    RESOURCES,
    ROOT,
    content_hash,
    copy_package,
    fields,
    frame_rows,
    plain_rows,
    served,
    zip_package,
)

ROWS: dict[str, Callable[[Any], Any]] = {
    "pandas": frame_rows,
    "polars": lambda frame: frame.iter_rows(),
    "arrow": lambda rows: zip(*(column.to_pylist() for column in rows.itercolumns()), strict=True),
    "duckdb": lambda relation: relation.fetchall(),
}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The shipped package in all the places that it may be loaded from."""
    site = tmp_path_factory.mktemp("site")
    zip_package(ROOT, site / "package.zip")
    zip_package(ROOT, site / "release.zip", root="minutier-1.2.3/")
    copy_package(site / "the package")
    memory = fsspec.filesystem("memory")
    memory.put(str(site / "package.zip"), "/package.zip")
    memory.put(str(site / "the package"), "/package", recursive=True)
    with served(site) as address:
        yield {
            "folder": str(ROOT),
            "descriptor": str(ROOT / "datapackage.json"),
            "zip": str(site / "package.zip"),
            "zip with a folder": str(site / "release.zip"),
            "address of a zip": f"{address}/package.zip",
            "address of a descriptor": f"{address}/the%20package/datapackage.json",
            "address of a folder": f"{address}/the%20package/",
            "zip in a store": "memory://package.zip",
            "descriptor in a store": "memory://package/datapackage.json",
        }
    memory.rm("/package", recursive=True)
    memory.rm("/package.zip")


PLACES = (
    "folder", "descriptor", "zip", "zip with a folder", "address of a zip", "address of a descriptor",
    "address of a folder", "zip in a store", "descriptor in a store",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("engine", ROWS)
def test_every_table_is_the_same_in_every_engine_from_every_place(
    places: dict[str, str], place: str, engine: str
) -> None:
    for table in TABLES:
        rows = plain_rows(table, ROWS[engine](minutier.load(table, places[place], engine)))
        assert content_hash(rows) == RESOURCES[table]["contentHash"], table


@pytest.fixture
def csv_only(tmp_path: Path) -> Path:
    """A copy of the package that has no Parquet file."""
    copy_package(tmp_path)
    change_descriptor(tmp_path, lambda resources: [one for one in resources if one.get("format") == "csv"])
    return tmp_path


def change_descriptor(folder: Path, change: Callable[[list[dict[str, Any]]], Any]) -> None:
    """Change the list of resources, in place or by the one that is given back."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["resources"] = change(descriptor["resources"]) or descriptor["resources"]
    path.write_text(json.dumps(descriptor), encoding="utf-8")


@pytest.mark.parametrize("engine", ROWS)
def test_a_package_of_csv_alone_has_the_same_values_and_types(csv_only: Path, engine: str) -> None:
    for table in TABLES:
        loaded, usual = minutier.load(table, csv_only, engine), minutier.load(table, ROOT, engine)
        assert content_hash(plain_rows(table, ROWS[engine](loaded))) == RESOURCES[table]["contentHash"]
        if engine == "arrow":
            assert loaded.schema.types == usual.schema.types
        else:
            assert list(loaded.dtypes) == list(usual.dtypes)


@pytest.mark.parametrize("table", TABLES)
def test_plain_pandas_reads_the_same_values_from_both_files(table: str) -> None:
    for frame in (pd.read_parquet(ROOT / f"data/{table}.parquet"), pd.read_csv(ROOT / f"data/{table}.csv")):
        assert list(frame.columns) == list(fields(table))
        assert content_hash(plain_rows(table, frame_rows(frame))) == RESOURCES[table]["contentHash"]


# Types ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_each_column_has_the_type_of_its_schema(table: str) -> None:
    frame, polar = minutier.load(table, ROOT), minutier.load(table, ROOT, engine="polars")
    rows, relation = minutier.load(table, ROOT, engine="arrow"), minutier.load(table, ROOT, engine="duckdb")
    in_duckdb = dict(zip(relation.columns, relation.types, strict=True))
    zone = "UTC"
    expected = {
        "string": ("str", pl.String(), pa.string(), "VARCHAR"),
        "integer": ("Int64", pl.Int64(), pa.int64(), "BIGINT"),
        "number": ("float64", pl.Float64(), pa.float64(), "DOUBLE"),
        "boolean": ("boolean", pl.Boolean(), pa.bool_(), "BOOLEAN"),
        "date": ("datetime64[ms]", pl.Date(), pa.date32(), "DATE"),
        "datetime": (
            f"datetime64[us, {zone}]", pl.Datetime("us", zone), pa.timestamp("us", zone), "TIMESTAMP WITH TIME ZONE"
        ),
    }  # fmt: skip
    for name, field in fields(table).items():
        found = (str(frame.dtypes[name]), polar.schema[name], rows.schema.field(name).type, str(in_duckdb[name]))
        if "categories" not in field:
            assert found == expected[field["type"]], name
            continue
        values = field["constraints"]["enum"]
        assert list(frame[name].cat.categories) == values
        assert found[1] == pl.Enum(values)
        assert rows[name].chunk(0).dictionary.to_pylist() == values
        assert found[3] == f"ENUM({', '.join(map(repr, values))})"


def test_a_relation_outlives_what_it_was_made_from_and_is_found_by_its_name() -> None:
    relation = minutier.load("quotes", ROOT, engine="duckdb")
    gc.collect()
    count = len(minutier.load("quotes", ROOT))
    assert relation.columns[0] == "quote_id"
    assert duckdb.sql("SELECT count(*) FROM relation").fetchall() == [(count,)]


def test_a_value_outside_its_vocabulary_is_an_error(csv_only: Path) -> None:
    change_text(csv_only / "data/quotes.csv", ",fragment,", ",morsel,")
    assert_refused(r"quotes\.csv, column 'quote_type': 'morsel' is not in the vocabulary", "quotes", csv_only)


def change_text(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def assert_refused(pattern: str, *arguments: Any) -> None:
    with pytest.raises(InputError, match=pattern) as raised:
        minutier.load(*arguments)
    assert raised.value.remedy


# What cannot be loaded --------------------------------------------------------------------------------------


def test_a_table_that_does_not_exist_is_told_with_the_one_that_was_meant() -> None:
    with pytest.raises(InputError, match=r"datapackage\.json: the package has no table 'quote'") as raised:
        minutier.load("quote", ROOT)
    assert raised.value.remedy.startswith("Did you mean 'quotes'? The tables are contests, ")


def test_the_parquet_file_is_not_a_table_of_its_own() -> None:
    assert_refused("no table 'quotes-parquet'", "quotes-parquet", ROOT)


def test_what_is_not_a_package_is_told(tmp_path: Path, places: dict[str, str]) -> None:
    assert_refused("nowhere: no such file or folder", "quotes", tmp_path / "nowhere")
    assert_refused(r"datapackage\.json: no such file", "quotes", tmp_path)
    (tmp_path / "page.html").write_text("<!DOCTYPE html>", encoding="utf-8")
    assert_refused(r"page\.html, line 1: not JSON", "quotes", tmp_path / "page.html")
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    assert_refused("not a Data Package", "quotes", tmp_path / "other.json")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing here")
    assert_refused(r"other\.zip: the archive holds no datapackage\.json", "quotes", tmp_path / "other.zip")
    site = places["address of a zip"].removesuffix("/package.zip")
    assert_refused("the server answers 404", "quotes", f"{site}/nowhere.zip")
    assert_refused("not JSON", "quotes", f"{site}/?")  # a page
    assert_refused("no such file", "quotes", "memory://nowhere.zip")
    assert_refused("cannot be fetched", "quotes", "nonsense://nowhere.zip")


@pytest.mark.parametrize("engine", ["Pandas", "", "dask"])
def test_an_engine_that_does_not_exist_is_told(engine: str) -> None:
    with pytest.raises(UsageError, match="there is none of that name") as raised:
        minutier.load("quotes", ROOT, engine)
    assert "pandas, polars, arrow, duckdb" in raised.value.remedy


def test_polars_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(UsageError, match="polars is not installed") as raised:
        minutier.load("quotes", "nowhere", engine="polars")
    assert "pip install polars" in raised.value.remedy
    assert len(minutier.load("quotes", ROOT))


@pytest.mark.parametrize("keep", [0, 100, 0.5, 0.99])
def test_a_parquet_file_cut_short_is_told(tmp_path: Path, keep: float) -> None:
    path = copy_package(tmp_path) / "data/quotes.parquet"
    data = path.read_bytes()
    path.write_bytes(data[: int(keep if keep >= 1 else keep * len(data))])
    assert_refused(r"data/quotes\.parquet: is damaged", "quotes", tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (copy_package(tmp_path) / "data/quotes.parquet").unlink()
    assert_refused(r"quotes\.parquet: cannot be read: No such file", "quotes", tmp_path)


def test_a_parquet_file_without_a_column_is_told(tmp_path: Path) -> None:
    path = copy_package(tmp_path) / "data/quotes.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["cue"]), path)
    assert_refused("has no column 'cue'", "quotes", tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("quote_id,entry_id", "quote,entry_id", "not the columns of its schema"),
        (",1,", ",one,", r"column 'position': .*'one'"),
        (",fragment,", ",fragment,,", "is damaged"),
        (",fragment,", ',"fragment,', "is damaged"),
    ],
    ids=["header", "number", "cells", "quotes"],
)
def test_a_damaged_csv_file_is_told(csv_only: Path, old: str, new: str, told: str) -> None:
    change_text(csv_only / "data/quotes.csv", old, new)
    assert_refused(told, "quotes", csv_only)


def test_csv_that_is_not_utf8_is_told(csv_only: Path) -> None:
    path = csv_only / "data/people.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1", "replace"))
    assert_refused(r"people\.csv: is damaged: .*UTF8", "people", csv_only)


def test_a_damaged_archive_is_told(tmp_path: Path) -> None:
    path = zip_package(ROOT, tmp_path / "package.zip")
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("data/quotes.parquet").header_offset
    data[start + 200] ^= 0xFF
    path.write_bytes(data)
    assert_refused(r"package\.zip: data/quotes\.parquet: is damaged", "quotes", path)
    assert len(minutier.load("people", path))
    path.write_bytes(data[: len(data) // 2])
    assert_refused(r"package\.zip: the archive is damaged", "quotes", path)


@pytest.mark.parametrize("packed", [False, True], ids=["files", "zip"])
def test_what_comes_over_the_network_must_be_what_the_descriptor_describes(tmp_path: Path, packed: bool) -> None:
    folder = copy_package(tmp_path / "site")
    rows = pq.read_table(folder / "data/quotes.parquet")
    pq.write_table(rows.slice(1), folder / "data/quotes.parquet")  # whole and well, but another one
    zip_package(folder, folder / "package.zip")
    with served(folder) as address:
        place = f"{address}/package.zip" if packed else f"{address}/datapackage.json"
        assert_refused(
            r"data/quotes\.parquet: is not the file that the descriptor describes: its hash", "quotes", place
        )
        assert len(minutier.load("people", place))
    assert len(minutier.load("quotes", folder)) == rows.num_rows - 1, "a file of one's own may be changed"


@pytest.mark.parametrize("path", ["../secret.csv", "/etc/passwd", "data/../../secret.csv", "C:\\secret.csv"])
def test_a_package_reads_no_file_outside_of_it(csv_only: Path, path: str) -> None:
    (csv_only.parent / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    change_descriptor(csv_only, lambda resources: resources[0].update(path=path))
    assert_refused("is outside the package", "contests", csv_only)


def test_a_link_does_not_lead_outside_of_a_package(csv_only: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.csv"
    secret.write_text("a\n1\n", encoding="utf-8")
    (csv_only / "data/people.csv").unlink()
    (csv_only / "data/people.csv").symlink_to(secret)
    assert_refused("is outside the package", "people", csv_only)


def test_a_package_of_somebody_else(tmp_path: Path) -> None:
    """Data Package v1, with a dialect, codes for unknown, an encoding, and times without a zone."""
    descriptor = {
        "name": "birds",
        "resources": [
            {
                "name": "sightings",
                "path": ["sightings.csv"],
                "encoding": "latin-1",
                "dialect": {"delimiter": ";", "quoteChar": "'"},
                "schema": {
                    "missingValues": ["", "n/a"],
                    "fields": [
                        {"name": "bird", "type": "string", "constraints": {"enum": ["merle", "mésange"]}},
                        {"name": "seen", "type": "datetime"},
                        {"name": "count", "type": "integer"},
                        {"name": "where", "type": "geopoint"},
                    ],
                },
            },
            {"name": "notes", "path": "notes.txt"},
        ],
    }
    text = "bird;seen;count;where\nmésange;2024-05-01T06:30:00;n/a;'2,48'\nmerle;;4;n/a\n"
    (tmp_path / "sightings.csv").write_text(text, encoding="latin-1")
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    frame = minutier.load("sightings", tmp_path)
    assert list(map(str, frame.dtypes)) == ["category", "datetime64[us]", "Int64", "str"]
    assert frame["count"].tolist() == [pd.NA, 4]
    assert frame["where"].tolist()[0] == "2,48"
    assert str(frame["seen"][0]) == "2024-05-01 06:30:00"
    assert_refused("The tables are sightings", "notes", tmp_path)


def test_the_function_is_there_after_its_module_was_imported() -> None:
    from minutier import load
    from minutier.loading import load as the_same

    assert load is the_same is minutier.load
    assert "load" in dir(minutier)
    assert re.search("engine", minutier.load.__doc__ or "")


KEYS = ["name", "type", "value", "fields", "reference", "resource", "enum", "required", "label", "path"]
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(["", "a", "string", "integer", "datetime", "x.csv"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)
PLACES_IN_A_DESCRIPTOR = [
    "name", "licenses", "title", "created", "resources.0.path", "resources.0.format", "resources.0.dialect",
    "resources.0.encoding", "resources.0.name", "resources.0.schema", "resources.0.schema.fields",
    "resources.0.schema.fields.0", "resources.0.schema.fields.0.type", "resources.0.schema.fields.0.constraints",
    "resources.0.schema.fields.0.categories", "resources.0.schema.missingValues", "resources.0.schema.primaryKey",
    "resources.0.schema.foreignKeys", "resources.0.schema.fields.0.missingValues", "resources.0.hash",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PLACES_IN_A_DESCRIPTOR), ODD)
def test_a_descriptor_with_something_odd_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, place: str, odd: Any
) -> None:
    folder = tmp_path_factory.getbasetemp() / "odd"
    folder.mkdir(exist_ok=True)
    (folder / "x.csv").write_text("a,b\n1,\n", encoding="utf-8")
    whole: dict[str, Any] = {
        "resources": [{"name": "x", "path": "x.csv", "schema": {"fields": [{"name": "a"}, {"name": "b"}]}}]
    }
    *steps, last = [int(step) if step.isdigit() else step for step in place.split(".")]
    target: Any = whole
    for step in steps:
        target = target[step]
    target[last] = odd
    (folder / "datapackage.json").write_text(json.dumps(whole), encoding="utf-8")
    for use in (
        lambda: minutier.load("x", folder),
        lambda: to_sqlite(open_package(folder)),
        lambda: to_xlsx(open_package(folder)),
        lambda: datasette_metadata(open_package(folder), "x"),
    ):
        try:
            use()
        except InputError as error:
            assert error.remedy
