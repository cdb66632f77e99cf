"""Two packages compared: by type, by key, cell by cell, and renames that the values tell."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.errors import InputError, UsageError
from minutier.publish.diff import PackageDiff, TableDiff, compare
from publish.package_of_two import publish

Rows = list[list[Any]]
STATIONS = [
    {"name": "station", "type": "string"},
    {"name": "voters", "type": "integer"},
    {"name": "turnout", "type": "number"},
    {"name": "closed", "type": "boolean"},
    {"name": "counted_at", "type": "datetime"},
]
COUNTS: Rows = [
    ["Évry 1", "812", "58.65", "true", "2017-01-29T20:41:00+01:00"],
    ["Évry 2", "799", "61.5", "true", "2017-01-29T20:52:00+01:00"],
    ["Évry 3", "903", "", "false", ""],
    ["Lyon 7, « mairie »", "1204", "49", "false", "2017-01-29T21:07:00+01:00"],
]


def package(
    folder: Path,
    rows: Rows = COUNTS,
    fields: list[dict[str, Any]] = STATIONS,
    key: str | list[str] | None = "station",
    *,
    table: str = "stations",
    resource: dict[str, Any] | None = None,
    **properties: Any,
) -> Path:
    """A package of one table, as somebody else might have written it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [[field["name"] for field in fields], *rows]
    text = "".join(",".join('"' + str(cell).replace('"', '""') + '"' for cell in line) + "\r\n" for line in lines)
    (folder / f"{table}.csv").write_text(text, encoding="utf-8", newline="")
    schema: dict[str, Any] = {"fields": fields} | ({"primaryKey": key} if key else {})
    listed = {"name": table, "type": "table", "path": f"{table}.csv", "schema": schema, **(resource or {})}
    resources = [{key: value for key, value in listed.items() if value is not None}]
    values = {"name": "turnout", "version": "1.0.0", **properties, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(values), encoding="utf-8")
    return folder


def table(diff: PackageDiff) -> TableDiff:
    (only,) = diff.tables
    return only


def totals(diff: PackageDiff) -> tuple[int, int, int]:
    return table(diff).added, table(diff).removed, table(diff).changed


def changes(diff: PackageDiff) -> list[tuple[str, str, Any, Any]]:
    return [(change.kind, change.column, change.old, change.new) for change in diff.schema]


def test_a_package_is_the_same_as_itself_whatever_its_form(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    packed = tmp_path / "release.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in old.iterdir():
            archive.write(file, f"turnout-1.0.0/{file.name}")
    for other in (old, old / "datapackage.json", packed, str(packed)):
        diff = compare(old, other)
        assert diff.is_same, other
        assert (table(diff).old_rows, table(diff).new_rows) == (4, 4)


def test_rows_are_told_apart_by_their_key_and_cells_one_by_one(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    rows = [
        ["Lille 2", "50", "12", "true", ""],
        COUNTS[3],
        ["Évry 3", "904", "55.1", "false", ""],
        COUNTS[0],
    ]
    diff = compare(old, package(tmp_path / "new", rows))
    assert not diff.schema and not diff.is_same
    assert totals(diff) == (1, 1, 1)
    assert table(diff).cells == {"voters": 1, "turnout": 1}
    added, removed, changed = table(diff).examples
    assert (added.kind, added.key, added.row["voters"]) == ("added", {"station": "Lille 2"}, "50")
    assert (removed.kind, removed.key, removed.row["turnout"]) == ("removed", {"station": "Évry 2"}, "61.5")
    assert (changed.kind, changed.key) == ("changed", {"station": "Évry 3"})
    assert [(cell.column, cell.old, cell.new) for cell in changed.cells] == [
        ("voters", "903", "904"),
        ("turnout", None, "55.1"),
    ]


@pytest.mark.parametrize(
    ("field", "same", "other"),
    [
        ({"type": "number"}, ["1.5", "1.50", "+1.5", "15e-1", "1.500000000000000000"], ["1.51", "1,5", ""]),
        ({"type": "number"}, ["0", "-0.0", "0.00"], ["1e-9", "zero"]),
        ({"type": "number", "decimalChar": ",", "groupChar": " "}, ["1204,5", "1 204,50"], ["12045"]),
        ({"type": "number", "bareNumber": False}, ["58.65 %", "58.65%", "58.650"], ["58.66 %"]),
        ({"type": "integer"}, ["7", "+7", "007"], ["7.0", "7.4", "n/a", "8"]),
        ({"type": "integer"}, ["12345678901234567890123"], ["12345678901234567890124"]),
        ({"type": "boolean"}, ["true", "TRUE", "1"], ["false", "yes", ""]),
        ({"type": "boolean", "trueValues": ["oui"], "falseValues": ["non"]}, ["oui"], ["non", "true"]),
        (
            {"type": "datetime"},
            ["2017-01-29T20:41:00+01:00", "2017-01-29T19:41:00Z", "2017-01-29T19:41:00.000+00:00"],
            ["2017-01-29T20:41:00", "2017-01-29T20:41:00Z", "2017-01-29T20:41:01+01:00"],
        ),
        ({"type": "date", "format": "%d/%m/%Y"}, ["29/01/2017", "29/1/2017"], ["30/01/2017", "2017-01-29"]),
        ({"type": "time"}, ["20:41:00"], ["20:42:00", "soon"]),
        ({"type": "object"}, ['{"a": 1}', '{"a":1}'], ['{"a": 2}']),
        ({"type": "string"}, ["é"], ["e\u0301", "E", "é ", "1.50"]),
        ({"type": "string", "missingValues": ["", "NA"]}, ["", "NA"], ["na"]),
    ],
)
def test_values_are_compared_by_type(field: dict[str, Any], same: list[str], other: list[str], tmp_path: Path) -> None:
    fields = [{"name": "id", "type": "integer"}, {"name": "value", **field}]
    old = package(tmp_path / "old", [["1", same[0]]], fields, "id")
    for text in same:
        assert compare(old, package(tmp_path / "new", [["01", text]], fields, "id")).is_same, text
    for text in other:
        diff = compare(old, package(tmp_path / "new", [["1", text]], fields, "id"))
        assert totals(diff) == (0, 0, 1), text


def test_an_empty_cell_is_null(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    frame = pl.read_csv(old / "stations.csv").with_columns(
        pl.col("voters").cast(pl.Int64),
        pl.col("turnout").cast(pl.Float64, strict=False),
        pl.col("closed") == "true",
        pl.col("counted_at").replace("", None).str.to_datetime("%+", time_zone="UTC"),
    )
    new = package(tmp_path / "new", resource={"path": "stations.parquet", "format": "parquet"})
    frame.write_parquet(new / "stations.parquet")
    assert frame["turnout"].null_count() == 1
    diff = compare(old, new)
    assert diff.is_same, diff


def test_csv_and_parquet_of_one_table_are_one_table(tmp_path: Path) -> None:
    publish(tmp_path / "old", "one")
    publish(tmp_path / "new", "one")
    diff = compare(tmp_path / "old", tmp_path / "new")
    assert [table.name for table in diff.tables] == ["contests", "people"]
    assert diff.is_same


def test_columns_added_dropped_moved_and_of_another_type(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    fields = [STATIONS[0], {"name": "mayor", "type": "string"}, STATIONS[2], {**STATIONS[1], "type": "number"}]
    fields = [*fields, {**STATIONS[4], "title": "When it was counted"}]
    rows = [[row[0], "Anne", row[2], f"{row[1]}.0", row[4]] for row in COUNTS]
    diff = compare(old, package(tmp_path / "new", rows, fields))
    assert changes(diff) == [
        ("column_added", "mayor", None, "string"),
        ("column_dropped", "closed", "boolean", None),
        ("column_moved", "voters", 2, 4),
        ("type_changed", "voters", "integer", "number"),
        ("description_changed", "counted_at", {"title": None}, {"title": "When it was counted"}),
    ]
    assert totals(diff) == (0, 0, 0)


def test_a_column_with_the_same_values_under_another_name_was_renamed(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    fields = [*STATIONS[:2], {"name": "share", "type": "number"}, *STATIONS[3:]]
    rows = [*COUNTS[1:], ["Lille 2", "50", "12", "true", ""]]
    diff = compare(old, package(tmp_path / "new", rows, fields))
    assert changes(diff) == [("column_renamed", "share", "turnout", "share")]
    assert totals(diff) == (1, 1, 0)


def test_other_values_another_type_or_one_value_only_are_no_renaming(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    for name, kind, values in (
        ("share", "number", ["58.65", "61.5", "", "49.5"]),
        ("share", "string", [row[2] for row in COUNTS]),
        ("share", "number", ["", "", "", ""]),
    ):
        fields = [*STATIONS[:2], {"name": name, "type": kind}, *STATIONS[3:]]
        rows = [[*row[:2], value, *row[3:]] for row, value in zip(COUNTS, values, strict=True)]
        diff = compare(old, package(tmp_path / "new", rows, fields))
        assert changes(diff) == [("column_added", name, None, kind), ("column_dropped", "turnout", "number", None)]


def test_two_columns_that_would_fit_are_not_guessed_at(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    fields = [*STATIONS[:2], {"name": "a", "type": "number"}, {"name": "b", "type": "number"}, *STATIONS[3:]]
    rows = [[*row[:3], *row[2:]] for row in COUNTS]
    kinds = [change.kind for change in compare(old, package(tmp_path / "new", rows, fields)).schema]
    assert kinds == ["column_added", "column_added", "column_dropped"]


def test_a_key_that_was_renamed_still_tells_rows_apart(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    fields = [{**STATIONS[0], "name": "station_id"}, *STATIONS[1:]]
    rows = [[*COUNTS[0][:1], "813", *COUNTS[0][2:]], *COUNTS[1:]]
    diff = compare(old, package(tmp_path / "new", rows, fields, "station_id"))
    assert changes(diff) == [("column_renamed", "station_id", "station", "station_id")]
    assert totals(diff) == (0, 0, 1)
    assert table(diff).examples[0].key == {"station_id": "Évry 1"}


def test_a_key_of_other_columns_is_a_change_of_its_own(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    diff = compare(old, package(tmp_path / "new", key=["station", "voters"]))
    assert changes(diff) == [("key_changed", "", ["station"], ["station", "voters"])]
    assert totals(diff) == (0, 0, 0)


def test_tables_without_a_key_are_compared_by_whole_rows(tmp_path: Path) -> None:
    twice = [COUNTS[0], COUNTS[0], COUNTS[1]]
    old = package(tmp_path / "old", twice, key=None)
    assert compare(old, package(tmp_path / "new", [COUNTS[1], COUNTS[0], COUNTS[0]], key=None)).is_same
    diff = compare(old, package(tmp_path / "new", [COUNTS[0], COUNTS[2], COUNTS[2], COUNTS[1]], key=None))
    assert totals(diff) == (2, 1, 0)
    assert [change.row["station"] for change in table(diff).examples] == ["Évry 3", "Évry 3", "Évry 1"]


def test_a_key_that_stands_twice_loses_no_row(tmp_path: Path) -> None:
    old = package(tmp_path / "old", [COUNTS[0], COUNTS[0], COUNTS[1]])
    rows = [COUNTS[0], [*COUNTS[0][:1], "813", *COUNTS[0][2:]], COUNTS[1], COUNTS[1]]
    diff = compare(old, package(tmp_path / "new", rows))
    assert totals(diff) == (1, 0, 1)


def test_tables_added_dropped_and_renamed(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    renamed = compare(old, package(tmp_path / "renamed", table="bureaux"))
    assert [(change.kind, change.table) for change in renamed.schema] == [("table_renamed", "bureaux")]
    assert (table(renamed).old_name, totals(renamed)) == ("stations", (0, 0, 0))
    other = compare(old, package(tmp_path / "other", COUNTS[:2], table="bureaux"))
    assert [(change.kind, change.table) for change in other.schema] == [
        ("table_added", "bureaux"),
        ("table_dropped", "stations"),
    ]
    assert [(one.name, one.added, one.removed) for one in other.tables] == [("bureaux", 2, 0), ("stations", 0, 4)]


def test_what_the_package_says_of_itself(tmp_path: Path) -> None:
    old = package(tmp_path / "old", title="Turnout")
    new = package(tmp_path / "new", version="1.0.1", resource={"hash": "sha256:0", "title": "Stations"})
    diff = compare(old, new)
    assert [(change.table, change.name, change.old, change.new) for change in diff.properties] == [
        ("", "version", "1.0.0", "1.0.1"),
        ("", "title", "Turnout", None),
        ("stations", "title", None, "Stations"),
    ]
    assert (diff.old_version, diff.new_version) == ("1.0.0", "1.0.1")
    assert diff.is_same_data and not diff.is_same


def test_examples_are_limited_and_totals_are_not(tmp_path: Path) -> None:
    old = package(tmp_path / "old", [])
    new = package(tmp_path / "new", [[f"Évry {n}", str(n), "", "true", ""] for n in range(40)])
    for limit, shown in ((0, 0), (3, 3), (None, 40)):
        diff = compare(old, new, limit=limit)
        assert totals(diff) == (40, 0, 0)
        assert len(table(diff).examples) == shown
    diff = compare(old, new, limit=2)
    assert [change.key["station"] for change in table(diff).examples] == ["Évry 0", "Évry 1"]


def test_files_that_are_not_plain_csv(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    text = (old / "stations.csv").read_text(encoding="utf-8")
    semicolons = package(tmp_path / "semicolons", resource={"dialect": {"delimiter": ";"}})
    (semicolons / "stations.csv").write_text(text.replace('","', '";"'), encoding="utf-8-sig")
    latin = package(tmp_path / "latin", resource={"encoding": "iso-8859-1", "dialect": {"commentChar": "#"}})
    (latin / "stations.csv").write_text("# counted\n" + text, encoding="iso-8859-1")
    bare = package(tmp_path / "bare", resource={"dialect": {"header": False}})
    (bare / "stations.csv").write_text(text.partition("\n")[2], encoding="utf-8")
    packed = package(tmp_path / "packed", resource={"path": "stations.csv.gz"})
    (packed / "stations.csv.gz").write_bytes(gzip.compress(text.encode("utf-8")))
    names = [field["name"] for field in STATIONS]
    data: list[dict[str, Any]] = [dict(zip(names, row, strict=True)) for row in COUNTS]
    data[0] |= {"voters": 812, "turnout": 58.65, "closed": True}
    inline = package(tmp_path / "inline", resource={"path": None, "data": data})
    for other in (semicolons, latin, bare, packed, inline):
        diff = compare(old, other)
        assert diff.is_same, (other.name, diff)


def test_a_cell_longer_than_a_block_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minutier.publish.loading.BLOCK", 4096)
    fields = [{"name": "id", "type": "string"}, {"name": "text", "type": "string"}]
    long = "« Élu\n» " * 100_000
    old = package(tmp_path / "old", [["a", long], ["b", "x"]], fields, "id")
    diff = compare(old, package(tmp_path / "new", [["a", long + "."], ["b", "x"]], fields, "id"))
    assert totals(diff) == (0, 0, 1)
    assert table(diff).examples[0].cells[0].new == long + "."


CELLS = st.sampled_from(["", "0", "-1", "12", "3.5", "é", 'a "b", c', "l1\nl2", " ", "NaN", "true", "x'); DROP"])


@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_the_totals_are_those_of_a_comparison_by_hand(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    keys = st.sampled_from(["a", "b", "c", "d", "é", "f"])
    old, new = (data.draw(st.dictionaries(keys, st.tuples(CELLS, CELLS), max_size=5)) for _ in range(2))
    folder = tmp_path_factory.mktemp("diff")
    fields = [{"name": name, "type": "string"} for name in ("id", 'a "b"', "select")]
    places = [
        package(folder / str(number), [[key, *cells] for key, cells in side.items()], fields, "id")
        for number, side in enumerate((old, new))
    ]
    diff = compare(*places, limit=None)
    stayed = old.keys() & new.keys()
    assert totals(diff) == (len(new) - len(stayed), len(old) - len(stayed), sum(old[k] != new[k] for k in stayed))
    cells = sum(one != other for key in stayed for one, other in zip(old[key], new[key], strict=True))
    assert sum((table(diff).cells or {}).values()) == cells
    assert sum(len(change.cells) for change in table(diff).examples) == cells
    back = compare(*reversed(places))
    assert (table(back).added, table(back).removed) == (table(diff).removed, table(diff).added)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    with pytest.raises(InputError, match=r"nowhere: there is no such package"):
        compare(old, tmp_path / "nowhere")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(InputError, match=r"broken\.zip: is not a zip"):
        compare(old, tmp_path / "broken.zip")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("a/b/notes.txt", "no package")
    with pytest.raises(InputError, match=r"no datapackage\.json in the zip"):
        compare(old, tmp_path / "other.zip")
    ragged = package(tmp_path / "ragged", [*COUNTS, ["Évry 9", "12"]])
    with pytest.raises(InputError, match=r"stations\.csv: cannot be read: .*5 columns"):
        compare(old, ragged)
    for path in ("../old/stations.csv", "gone.csv", "https://example.org/stations.csv"):
        with pytest.raises(InputError, match=r"datapackage\.json, resource 'stations'"):
            compare(old, package(tmp_path / "paths", resource={"path": path}))
    with pytest.raises(UsageError, match=r"'votes': is in neither"):
        compare(old, old, tables=["votes"])


def test_a_zip_writes_nothing_outside_its_folder(tmp_path: Path) -> None:
    old = package(tmp_path / "old")
    packed = tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../escaped.txt", "no")
        archive.writestr("/tmp/minutier-escaped.txt", "no")
        for file in old.iterdir():
            archive.write(file, file.name)
    with pytest.raises(InputError, match="leads out of the folder"):
        compare(old, packed)
    assert not list(tmp_path.parent.rglob("*escaped.txt")) and not Path("/tmp/minutier-escaped.txt").exists()
