"""Packages that nobody would write on purpose, and that are found all the same: each is told, in words that help."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from minutier.cli import run
from minutier.errors import ExitCode, InputError
from minutier.validate import Report, validate_package
from minutier.validate.rulebook import read_rule

from .packages import table, write_package

FIELDS: list[dict[str, Any]] = [{"name": "id", "type": "integer"}, {"name": "name", "type": "string"}]
TEXTS: list[dict[str, Any]] = [{"name": "id", "type": "string"}, {"name": "name", "type": "string"}]
SCHEMA = {"fields": FIELDS}


def told(report: Report) -> list[tuple[str, int | None]]:
    return [(one.type, one.row) for one in report.findings]


def one_file(folder: Path, name: str, content: bytes | str, **more: Any) -> Report:
    resource = {"name": "data", "path": name, "schema": SCHEMA, **more}
    return validate_package(write_package(folder, [resource], {name: content}))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_wide_text_is_guessed_with_and_without_its_mark(encoding: str, tmp_path: Path) -> None:
    report = one_file(tmp_path, "a.csv", "id,name\n1,Ann\nx,Bob\n".encode(encoding))
    assert told(report) == [("encoding-guessed", None), ("type-error", 3)]


def test_a_mark_that_is_declared_is_no_surprise(tmp_path: Path) -> None:
    assert told(one_file(tmp_path, "a.csv", b"\xef\xbb\xbfid,name\n1,a\n", encoding="utf-8-sig")) == []


@pytest.mark.parametrize("dialect", [{"commentChar": "#"}, {"commentRows": [1, 2]}])
def test_the_header_is_the_first_row_that_is_no_comment(dialect: dict[str, Any], tmp_path: Path) -> None:
    text = "# exported\n# by hand\nid,nom\n1,a\nx,b\n"
    report = validate_package(table(tmp_path, FIELDS, text, dialect))
    assert told(report) == [("incorrect-label", 3), ("type-error", 5)]
    assert report.findings[0].remedy == "name it 'name'"
    assert report.resources[0].rows == 2


@pytest.mark.parametrize(
    ("text", "dialect"),
    [("\nid,name\n1,a\n", None), ("# exported\nid,name\n1,a\n", {"commentChar": "#", "headerRows": [1]})],
)
def test_a_header_that_is_not_there(text: str, dialect: Any, tmp_path: Path) -> None:
    """Where all fields are strings, the labels would pass as a row of data."""
    report = validate_package(table(tmp_path, TEXTS, text, dialect))
    assert told(report) == [("blank-header", 1)]


@pytest.mark.parametrize(
    ("name", "more", "judged"),
    [
        ("data", {}, False),
        ("data.txt", {}, False),
        ("data.sav", {}, False),
        ("data.csv.zst", {}, False),
        ("data.txt", {"type": "table"}, True),
        ("data", {"format": "csv"}, True),
        ("data.dat", {"mediatype": "text/csv; charset=utf-8"}, True),
    ],
)
def test_a_schema_is_never_passed_over(name: str, more: dict[str, Any], judged: bool, tmp_path: Path) -> None:
    report = one_file(tmp_path, name, "id,name\nx,a\n", **more)
    assert told(report) == ([("type-error", 2)] if judged else [])
    assert report.exit_code == (ExitCode.FINDINGS if judged else ExitCode.USAGE)
    assert judged or '"type": "table"' in report.unjudged[0]


@pytest.mark.parametrize(
    ("more", "kind", "words"),
    [
        ({"schema": {}}, "schema-error", "'fields' is a required property"),
        ({"schema": "no.json"}, "schema-error", "'no.json' cannot be read: No such file or directory"),
        ({"hash": "sha256:"}, "resource-error", "has no digest"),
        ({"path": "a" * 5000 + ".csv"}, "resource-error", "cannot be followed (File name too long)"),
    ],
)
def test_what_a_resource_cannot_mean(more: dict[str, Any], kind: str, words: str, tmp_path: Path) -> None:
    resource = {"name": "data", "path": "a.csv", "schema": SCHEMA, **more}
    report = validate_package(write_package(tmp_path, [resource], {"a.csv": "id,name\n1,a\n"}))
    assert told(report)[0] == (kind, None)
    assert words in report.findings[0].message


def test_size_and_hash_of_data_in_the_descriptor(tmp_path: Path) -> None:
    resource = {"name": "data", "data": [["id", "name"], [1, "a"]], "schema": SCHEMA, "bytes": 3, "hash": "md5:00"}
    assert told(validate_package(write_package(tmp_path, [resource], {}))) == [
        ("byte-count", None),
        ("hash-count", None),
    ]


def test_a_hash_of_a_kind_that_is_not_computed(tmp_path: Path) -> None:
    report = one_file(tmp_path, "a.csv", "id,name\n1,a\n", hash="crc32:abcd")
    assert report.exit_code == ExitCode.USAGE
    assert "crc32" in report.unjudged[0]


def test_a_hash_without_the_name_of_its_kind(tmp_path: Path) -> None:
    (finding,) = one_file(tmp_path, "a.csv", "id,name\n1,a\n", hash="0" * 64).findings
    assert "write 'sha256:' before it" in finding.remedy


def test_a_property_that_stands_twice(tmp_path: Path) -> None:
    path = write_package(tmp_path, [{"name": "data", "path": "a.csv", "schema": SCHEMA}], {"a.csv": "id,name\n1,a\n"})
    path.write_text(
        path.read_text().replace('"resources"', '"resources": [{"name": "x", "path": "no.csv"}], "resources"')
    )
    report = validate_package(path)
    assert told(report) == [("package-error", None)]
    assert "'resources' stands twice" in report.findings[0].message


def test_a_profile_of_a_version_to_come(tmp_path: Path) -> None:
    resource = {"name": "data", "path": "a.csv", "schema": SCHEMA}
    later = {"$schema": "https://datapackage.org/profiles/3.0/datapackage.json"}
    report = validate_package(write_package(tmp_path, [resource], {"a.csv": "id,name\n1,a\n"}, **later))
    assert [(one.type, one.severity) for one in report.findings] == [("profile", "info")]


KEY = {"fields": "id", "reference": {"resource": "other", "fields": "number"}}


@pytest.mark.parametrize(
    ("other", "rows"), [("number\n1\n02\nx\n", [4]), ("number\n1\n2\n3\n", []), ("name\nx\n", [None])]
)
def test_a_key_to_a_table_without_a_schema(other: str, rows: list[int | None], tmp_path: Path) -> None:
    """Its cells mean what the field says that refers to them: 02 is 2."""
    resources = [
        {"name": "data", "path": "a.csv", "schema": {"fields": FIELDS, "foreignKeys": [KEY]}},
        {"name": "other", "path": "other.csv"},
    ]
    files: dict[str, bytes | str] = {"a.csv": "id,name\n1,a\n2,b\n3,c\n", "other.csv": other}
    report = validate_package(write_package(tmp_path, resources, files))
    assert told(report) == [("foreign-key", row) for row in rows]


def test_lines_of_json_end_where_json_says(tmp_path: Path) -> None:
    text = json.dumps({"id": 1, "name": "a\u2028b\x85c"}, ensure_ascii=False) + '\r\n{"id": "x", "name": "d"}\r\n'
    assert told(one_file(tmp_path, "a.jsonl", text)) == [("type-error", 3)]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_json_does_not_have(word: str, tmp_path: Path) -> None:
    assert told(one_file(tmp_path, "a.json", f'[{{"id": {word}, "name": "a"}}]')) == [("source-error", None)]


def test_a_pointer_in_the_place_of_a_file(tmp_path: Path) -> None:
    (finding,) = one_file(tmp_path, "a.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n").findings
    assert (finding.type, finding.remedy) == ("format-error", "fetch it: git lfs pull")


def test_an_archive_of_two_files_does_not_say_which(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("x.csv", "y.csv", "__MACOSX/x.csv"):
            archive.writestr(name, f"id,name\n{name},a\n")
    assert told(one_file(tmp_path / "a", "a.csv.zip", packed.getvalue())) == [("compression-error", None)]
    assert told(one_file(tmp_path / "b", "a.csv.zip", packed.getvalue(), innerpath="y.csv")) == [("type-error", 2)]


def test_every_odd_line_end_has_the_rows_of_the_csv_module(tmp_path: Path) -> None:
    for number, text in enumerate(["id,name\r1,a\rx,b", 'id,name\r1,"a\rb"\rx,c\r', "id,name\r\n1,a\nx,b\r3,c\r\n"]):
        assert told(validate_package(table(tmp_path / str(number), FIELDS, text))) == [("type-error", 3)]


# Parquet

VALUE = "value"


def parquet(folder: Path, column: Any, field: dict[str, Any]) -> Report:
    folder.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.table({"id": pa.array(range(len(column))), VALUE: column}), folder / "p.parquet")
    fields = [{"name": "id", "type": "integer"}, {"name": VALUE, **field}]
    return validate_package(
        write_package(folder, [{"name": "p", "path": "p.parquet", "schema": {"fields": fields}}], {})
    )


FAR_DAYS = pa.array([-1_000_000, 0, 2**31 - 1], pa.int32()).cast(pa.date32())
FAR_MOMENTS = pa.array([2**62, 0], pa.int64()).cast(pa.timestamp("us", "UTC"))
NOT_UTF_8 = pa.Array.from_buffers(
    pa.string(), 2, [None, pa.py_buffer(b"\0\0\0\0\1\0\0\0\2\0\0\0"), pa.py_buffer(b"\xffa")]
)


@pytest.mark.parametrize("constraints", [{}, {"required": True, "unique": True}])
@pytest.mark.parametrize(
    ("column", "kind", "rows"),
    [
        (FAR_DAYS, "date", [2, 4]),
        (FAR_MOMENTS, "datetime", [2]),
        (NOT_UTF_8, "string", [2]),
        (NOT_UTF_8, "any", [2]),
        (pa.array([[2017, 1], [2017, 13]]), "yearmonth", [3]),
        (pa.array([[2**62], [0]], pa.list_(pa.timestamp("us"))), "array", [2]),
    ],
)
def test_values_that_are_none(column: Any, kind: str, rows: list[int], constraints: Any, tmp_path: Path) -> None:
    report = parquet(tmp_path, column, {"type": kind, "constraints": constraints})
    assert told(report) == [("type-error", row) for row in rows]


@pytest.mark.parametrize(
    ("column", "field"),
    [
        (pa.array([1.0, 2.0], pa.float16()), {"type": "number", "constraints": {"maximum": 1}}),
        (pa.array([0, 2**61]).cast(pa.duration("s")), {"type": "duration", "constraints": {"maximum": "P1Y"}}),
        (pa.array([10**9, 2 * 10**9]).cast(pa.time64("ns")), {"type": "time", "constraints": {"maximum": "00:00:01"}}),
    ],
)
def test_bounds_of_types_that_are_seldom_met(column: Any, field: dict[str, Any], tmp_path: Path) -> None:
    assert [row for _, row in told(parquet(tmp_path, column, field))] == [3]


def test_a_time_zone_that_is_unknown(tmp_path: Path) -> None:
    column = pa.array([0, 2**50], pa.int64()).cast(pa.timestamp("us", "Mars/Base"))
    field = {"type": "datetime", "constraints": {"minimum": "2000-01-01T00:00:00Z"}}
    assert told(parquet(tmp_path, column, field)) == [("source-error", None), ("constraint-error", 2)]


def test_parquet_in_several_files_is_one_table(tmp_path: Path) -> None:
    for number, values in enumerate([[1, 2], [2, 3], [4]]):
        pq.write_table(pa.table({"id": pa.array(values)}), tmp_path / f"{number}.parquet")
    pq.write_table(pa.table({"number": pa.array([5])}), tmp_path / "3.parquet")
    schema = {"fields": FIELDS[:1], "primaryKey": "id"}

    def judged(count: int) -> Report:
        resource = {"name": "p", "path": [f"{number}.parquet" for number in range(count)], "schema": schema}
        return validate_package(write_package(tmp_path, [resource], {}))

    assert told(judged(3)) == [("primary-key", 4)]
    assert judged(3).resources[0].rows == 5
    assert "has other columns" in judged(4).findings[0].message


# Rules of one's own

HEAD = "table: data\ntables:\n  data: [id]\n"


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("message: '{value.__class__}'", "asks for {value.__class__}"),
        ("message: '{value:>3000000000}'", "asks for {value:>3000000000}"),
        ("message: '{0}'", "asks for {0}"),
        ("message: '{value'", "braces"),
        ("message: 5", "not a text"),
        ("message: m\nfield: [a]", "not a text"),
        ("message: m\nremedy:", "not a text"),
    ],
)
def test_a_rule_that_asks_for_too_much(head: str, words: str) -> None:
    with pytest.raises(InputError, match=words.replace("{", r"\{").replace(".", r"\.")):
        read_rule("mine", f"/*\n{HEAD}{head}\n*/\nSELECT 1", "mine.sql")


@pytest.mark.parametrize("row", ["'x'", "2.5", "-1", "true", "99999999999999999999999"])
def test_a_row_that_is_no_row(row: str, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "r.sql").write_text(f"/*\n{HEAD}message: m\n*/\nSELECT {row} AS row FROM data\n")
    with pytest.raises(InputError, match="not the number of a row"):
        validate_package(table(tmp_path / "package", FIELDS, "id,name\n1,a\n"), rules=folder)


def test_a_rule_that_is_not_applied_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    text = f"\ufeff/*\n{HEAD.replace('[id]', '[id, gone]')}message: m\n*/\nSELECT _row AS row FROM data\n"
    (folder / "r.sql").write_text(text, encoding="utf-8")
    report = validate_package(table(tmp_path / "package", FIELDS, "id,name\n1,a\n"), rules=folder)
    assert [(one.rule, one.severity) for one in report.findings] == [("r", "info")]
    assert "data.gone" in report.findings[0].message
    assert report.valid


@pytest.mark.parametrize("target", ["data.csv", "datapackage.json"])
@pytest.mark.parametrize("option", ["--write", "--summary"])
def test_a_report_is_not_written_over_the_package(target: str, option: str, tmp_path: Path) -> None:
    path = table(tmp_path, FIELDS, "id,name\n1,a\n")
    before = (tmp_path / target).read_bytes()
    place = f"json={tmp_path / target}" if option == "--write" else str(tmp_path / target)
    assert run(["validate", str(path), option, place]) == ExitCode.OUTPUT
    assert (tmp_path / target).read_bytes() == before


def test_gzip_after_gzip_and_parts_of_it(tmp_path: Path) -> None:
    first, second = gzip.compress(b"id,name\n1,a\n"), gzip.compress(b"x,b\n")
    assert told(one_file(tmp_path / "a", "a.csv.gz", first + second)) == [("type-error", 3)]
    assert told(one_file(tmp_path / "b", "a.csv.gz", first + b"rest")) == [("compression-error", None)]
