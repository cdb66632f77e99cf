"""Whatever the input: a finding, never a traceback, never a silent pass."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from minutier.errors import ExitCode
from minutier.validate import Report, Unjudgeable, delimited, sources, validate_package
from minutier.validate.renderers import RENDERERS

from .packages import table, write_package

FIELDS = [{"name": "id", "type": "integer"}, {"name": "name", "type": "string"}]
Told = list[tuple[str, int | None, str, str]]


def told(report: Report) -> Told:
    """Type, row, field and severity of each finding."""
    return [(one.type, one.row, one.field, one.severity) for one in report.findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id,name\n1," + "x" * 2_500_000 + "\n", [("large-cell", 2, "name", "warning")]),
        ('id,name\n1,"' + "x\n" * 1_250_000 + '"\n', [("large-cell", 2, "name", "warning")]),
        ("id,name\n1\n", [("missing-cell", 2, "name", "error")]),
        ("id,name\n1,a\n2,b,c\n", [("extra-cell", 3, "", "error")]),
        ("id,name\n1,a\n\n2,b\n", [("blank-row", 3, "", "error")]),
        ('id,name\n1,"abc\n2,b\n', [("source-error", 2, "", "error")]),
        ('id,name\n1,a"b\n', [("stray-quote", 2, "", "warning")]),
        ('id,name\n1,"x"y\n', [("stray-quote", 2, "", "warning")]),
        ("id,name\n1,a\0b\n", [("source-error", 2, "name", "error")]),
        ("id,name\n1,été\n".encode("latin-1"), [("encoding-error", 2, "", "error")]),
        (b"\xef\xbb\xbfid,name\n1,a\n", [("byte-order-mark", 1, "", "warning")]),
        ("id,id\n1,a\n", [("duplicate-label", 1, "name", "error")]),
        ("", [("source-error", None, "", "error")]),
        ("id,name\n", [("no-rows", None, "", "info")]),
        ("id,name", [("no-rows", None, "", "info")]),
        ("id,name\n99999999999999999999,a\n", [("integer-overflow", 2, "id", "warning")]),
        ("id,name\n" + "9" * 5000 + ",a\n", [("integer-overflow", 2, "id", "warning")]),
        ("<!DOCTYPE html>\n<html></html>\n", [("format-error", None, "", "error")]),
        ("  <!-- a page -->\n<p>Not found</p>\n", [("format-error", None, "", "error")]),
        ("<body>id,name</body>\n", [("format-error", None, "", "error")]),
        ('{"error": 404}', [("format-error", None, "", "error")]),
        ("id,name\n-9223372036854775808,a\n-9223372036854775809,b\n", [("integer-overflow", 3, "id", "warning")]),
        ("id,name\n" + "9" * 1_000_000 + ",a\n", [("integer-overflow", 2, "id", "warning")]),
        ("id,name\n1,a\n2,b\x85c,\n3\n4,d\n", [("extra-cell", 3, "", "error"), ("missing-cell", 4, "name", "error")]),
        (b"id,name\n1,a,\xff\n", [("encoding-error", 2, "", "error"), ("extra-cell", 2, "", "error")]),
        ("id,na\0me\n1,a\n", [("incorrect-label", 1, "name", "error")]),
        (b"\0" * 100, [("no-rows", None, "", "info"), ("missing-label", 1, "name", "error"),
                          ("incorrect-label", 1, "id", "error")]),
        (b"PAR1" + bytes(64) + b"PAR1", [("format-error", None, "", "error")]),
        (gzip.compress(b"id,name\n1,a\n", mtime=0), [("format-error", None, "", "error")]),
    ],
)  # fmt: skip
def test_strange_text_is_told(text: bytes | str, expected: Told, tmp_path: Path) -> None:
    report = validate_package(table(tmp_path, FIELDS, text))
    assert told(report) == expected
    wrong = any(severity == "error" for _, _, _, severity in expected)
    assert report.exit_code == (ExitCode.FINDINGS if wrong else ExitCode.OK)
    assert all(finding.message for finding in report.findings)
    assert all(finding.remedy for finding in report.findings if finding.severity == "error")


@pytest.mark.parametrize(
    "text",
    [
        "id,name\n1," + "x" * 200_000 + "\n" + "2,a\n" * 50_000,
        "id,name\n" + "2,a\n" * 5_000 + '1,"' + "x\n" * 200_000 + '"\n',
        "i" * 200_000 + ",name\n1,a\n",
        "i" * 200_000,
    ],
    ids=["in a row", "in a quoted cell", "in a label", "in a label only"],
)
def test_lines_longer_than_are_looked_at(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "LONGEST", 1 << 16)
    monkeypatch.setattr(delimited, "BLOCK", 1 << 12)
    monkeypatch.setattr(sources, "CHUNK", 1 << 12)
    report = validate_package(table(tmp_path, FIELDS, text))
    assert "source-error" in {finding.type for finding in report.findings}
    assert report.exit_code == ExitCode.FINDINGS


NUMBERS = [{"name": "id", "type": "number", "constraints": {"unique": True}}]


def test_numbers_beyond_what_a_double_holds(tmp_path: Path) -> None:
    text = "id\n1e308\n1e309\n1e999999999\n10e999999998\n" + "9" * 400_000 + "\n1e-999999999\nINF\n"
    assert told(validate_package(table(tmp_path, NUMBERS, text))) == [
        ("number-overflow", 3, "id", "warning"),
        ("number-overflow", 4, "id", "warning"),
        ("number-overflow", 5, "id", "warning"),
        ("unique-error", 5, "id", "error"),
        ("number-overflow", 6, "id", "warning"),
    ]


def test_numbers_are_compared_to_the_last_digit(tmp_path: Path) -> None:
    text = "id\n1.00000000000000000000000000000000001\n1.00000000000000000000000000000000002\n1.0\n1\n0.50\n5e-1\n"
    report = validate_package(table(tmp_path, NUMBERS, text))
    assert told(report) == [("unique-error", 5, "id", "error"), ("unique-error", 7, "id", "error")]


def test_a_pattern_that_would_be_tried_for_ages(tmp_path: Path) -> None:
    fields = [FIELDS[0], {"name": "name", "type": "string", "constraints": {"pattern": "(?:[a-z]+)+!"}}]
    report = validate_package(table(tmp_path, fields, "id,name\n1," + "a" * 5000 + "\n2,a!\n"))
    assert told(report) == [("constraint-error", 2, "name", "error")]


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "unicode_escape", "rot13", "no-such", "utf-8\0"])
def test_what_is_no_encoding(name: str, tmp_path: Path) -> None:
    report = validate_package(table(tmp_path, FIELDS, "id,name\n1,a\n", more={"encoding": name}))
    assert told(report) == [("encoding-error", None, "", "error")]


def test_utf_16_without_a_mark(tmp_path: Path) -> None:
    path = table(tmp_path, FIELDS, "id,name\n1,a\n".encode("utf-16-le"), more={"encoding": "utf-16"})
    assert told(validate_package(path)) == [("encoding-error", None, "", "error")]


def test_a_package_elsewhere_is_not_fetched() -> None:
    with pytest.raises(Unjudgeable, match="nothing is fetched"):
        validate_package("https://example.org/datapackage.json")


def test_utf_16_is_told_where_utf_8_is_declared(tmp_path: Path) -> None:
    report = validate_package(table(tmp_path, FIELDS, "id,name\n1,été\n".encode("utf-16")))
    assert report.exit_code == ExitCode.FINDINGS
    assert told(report)[0] == ("encoding-error", 1, "", "error")


def test_bytes_of_all_kinds_are_findings(tmp_path: Path) -> None:
    assert validate_package(table(tmp_path, FIELDS, bytes(range(256)) * 40)).exit_code == ExitCode.FINDINGS


def test_a_day_that_does_not_exist(tmp_path: Path) -> None:
    fields = [{"name": "id", "type": "integer"}, {"name": "day", "type": "date"}]
    report = validate_package(table(tmp_path, fields, "id,day\n1,2017-02-30\n2,2016-02-29\n"))
    assert told(report) == [("type-error", 2, "day", "error")]
    assert report.findings[0].value == "2017-02-30"


def test_an_undeclared_encoding_is_guessed_aloud(tmp_path: Path) -> None:
    text = "id,name\n1,Élu à Évry où il a été désigné, dès le début, à l'unanimité\n".replace(", ", " ") * 1
    path = write_package(
        tmp_path,
        [{"name": "data", "path": "data.csv", "schema": {"fields": FIELDS}}],
        {"data.csv": text.encode("cp1252")},
    )
    report = validate_package(path)
    assert told(report) == [("encoding-guessed", None, "", "warning")]
    assert report.resources[0].rows == 1


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("1,à la mairie de Nîmes\n", "cp1252"), ("1,東京都　山田太郎さん\n", "cp932"), ("1,été\n", "utf_16")],
)
def test_what_is_guessed(text: str, encoding: str, tmp_path: Path) -> None:
    resource = {"name": "data", "path": "data.csv", "schema": {"fields": FIELDS}}
    content = ("id,name\n" + "2,plain\n" * 1000 * (encoding != "utf_16") + text * 5).encode(encoding)
    report = validate_package(write_package(tmp_path, [resource], {"data.csv": content}))
    assert [(one.type, one.message) for one in report.findings] == [
        ("encoding-guessed", f"the file is not UTF-8; it was read as {encoding}, a guess")
    ]


DATA: list[tuple[Any, Told]] = [
    ([["id", "name"], [1, "a"]], []),
    ([["id", "name"], [1], [1, "a", 3], []], [("missing-cell", 2, "name", "error"), ("extra-cell", 3, "", "error"),
                                              ("blank-row", 4, "", "error")]),
    ([{"id": 1, "name": "a"}, {"id": "x"}, {"name": "b", "id": 2}], [("type-error", 3, "id", "error")]),
    ([{"id": 1, "name": "a", "\ud800": 1}], [("extra-label", 1, "", "error")]),
    ([{"id": 1, "name": "a", "more": 1}], [("extra-label", 1, "", "error")]),
    ([{"id": 1}, {"name": "b", "id": 2}, {}], [("blank-row", 4, "", "error")]),
    ([{"name": "a", "id": "x", "more": 1}], [("extra-label", 1, "", "error"), ("type-error", 2, "id", "error")]),
    ([["id", "name"], [10**30, "a"], [1.5, {"a": 1}]], [("integer-overflow", 2, "id", "warning"),
                                                         ("type-error", 3, "id", "error"),
                                                         ("type-error", 3, "name", "error")]),
    ([["id", "name"], [1, "\ud800"]], [("source-error", 2, "name", "error")]),
    ([["id", "name"]], [("no-rows", None, "", "info")]),
    ([], [("source-error", None, "", "error")]),
    ({"id": 1}, [("source-error", None, "", "error")]),
    ([1, 2], [("source-error", None, "", "error")]),
    ([[1], {}], [("source-error", None, "", "error")]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), DATA)
@pytest.mark.parametrize("inline", [True, False])
def test_data_in_json(data: Any, expected: Told, inline: bool, tmp_path: Path) -> None:
    """Rows in the descriptor or in a file of JSON are judged alike."""
    place: dict[str, Any] = {"data": data} if inline else {"path": "data.json"}
    resource = {"name": "data", "type": "table", "schema": {"fields": FIELDS}, **place}
    report = validate_package(write_package(tmp_path, [resource], {} if inline else {"data.json": json.dumps(data)}))
    assert told(report) == expected


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [("a.json", "[1", None), ("a.json", "[" * 100_000, None), ("a.json", "id,name\n1,a\n", None),
     ("a.jsonl", '{"id": 1, "name": "a"}\n{"id":', None), ("a.json", b"[\xff]", None)],
)  # fmt: skip
def test_what_is_no_json(name: str, text: bytes | str, line: int | None, tmp_path: Path) -> None:
    resource = {"name": "a", "type": "table", "path": name, "schema": {"fields": FIELDS}}
    (found,) = validate_package(write_package(tmp_path, [resource], {name: text})).findings
    assert found.type in ("source-error", "encoding-error")
    assert found.remedy


def small_parquet(folder: Path) -> bytes:
    path = folder / "made.parquet"
    pq.write_table(pa.table({"id": pa.array([1, None, 3]), "name": pa.array(["a", "b", "c"])}), path)
    return path.read_bytes()


def parquet_package(folder: Path, content: bytes, **more: Any) -> Path:
    resource = {"name": "p", "type": "table", "path": "p.parquet", "schema": {"fields": FIELDS}, **more}
    return write_package(folder, [resource], {"p.parquet": content})


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256", "sha512"])
def test_size_and_hash_of_parquet(algorithm: str, tmp_path: Path) -> None:
    content = small_parquet(tmp_path)
    digest = hashlib.new(algorithm, content).hexdigest()
    declared = digest if algorithm == "md5" else f"{algorithm}:{digest}"
    path = parquet_package(tmp_path, content, bytes=len(content), hash=declared)
    assert validate_package(path).valid
    path = parquet_package(tmp_path, content, bytes=len(content) + 1, hash=declared[:-1] + "x")
    assert [finding.type for finding in validate_package(path).findings] == ["byte-count", "hash-count"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-100],
        lambda content: content[:4] + content[150:],
        lambda content: content[:20] + bytes(60) + content[80:],
        lambda content: b"",
    ],
    ids=["cut short", "cut in the middle", "overwritten", "empty"],
)
def test_a_damaged_parquet_file(damage: Callable[[bytes], bytes], tmp_path: Path) -> None:
    report = validate_package(parquet_package(tmp_path, damage(small_parquet(tmp_path))))
    assert told(report) == [("source-error", None, "", "error")]


def test_parquet_of_every_type(tmp_path: Path) -> None:
    """Nullable integers, lists, dates, categories and times are what they are; wrong ones are found by row."""
    import datetime as dt

    columns = {
        "n": pa.array([1, None, 300]),
        "tags": pa.array([["a"], None, ["a", "b"]]),
        "day": pa.array([dt.date(2017, 1, 29), None, dt.date(2012, 5, 6)]),
        "at": pa.array([dt.datetime(2017, 1, 29, tzinfo=dt.UTC)] * 3, pa.timestamp("us", "Europe/Paris")),
        "kind": pa.array(["x", "y", "z"]).dictionary_encode(),
        "share": pa.array([1.5, None, 101.0]),
        "flag": pa.array([True, False, None]),
        "text": pa.array(["a", "b", "c"], pa.large_string()),
    }
    pq.write_table(pa.table(columns), tmp_path / "made.parquet")
    fields: list[dict[str, Any]] = [
        {"name": "n", "type": "integer", "constraints": {"maximum": 100}},
        {"name": "tags", "type": "list"},
        {"name": "day", "type": "date", "constraints": {"minimum": "2016-01-01"}},
        {"name": "at", "type": "datetime", "constraints": {"required": True}},
        {"name": "kind", "type": "string", "categories": ["x", "y"]},
        {"name": "share", "type": "number", "constraints": {"maximum": 100}},
        {"name": "flag", "type": "boolean", "constraints": {"required": True}},
        {"name": "text", "type": "integer"},
    ]
    resource = {"name": "p", "type": "table", "path": "made.parquet", "schema": {"fields": fields}}
    report = validate_package(write_package(tmp_path, [resource], {}))
    assert [(one.row, one.field, one.type) for one in report.findings] == [
        (2, "text", "type-error"),
        (3, "text", "type-error"),
        (4, "n", "constraint-error"),
        (4, "day", "constraint-error"),
        (4, "kind", "constraint-error"),
        (4, "share", "constraint-error"),
        (4, "flag", "constraint-error"),
        (4, "text", "type-error"),
    ]


UNSAFE = (
    "/etc/hostname",
    "../out.csv",
    "a/../../out.csv",
    "~/x.csv",
    "$HOME/x.csv",
    "file:///etc/hostname",
    "C:\\x.csv",
)


@pytest.mark.parametrize("path", UNSAFE)
def test_unsafe_paths_are_not_followed(path: str, tmp_path: Path) -> None:
    report = validate_package(write_package(tmp_path, [{"name": "a", "path": path}], {}))
    assert [finding.type for finding in report.findings] == ["resource-error"]
    assert "not safe" in report.findings[0].message


def test_a_link_out_of_the_package_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_text("id,name\n1,a\n")
    inside = tmp_path / "package"
    path = write_package(inside, [{"name": "a", "path": "a.csv", "schema": {"fields": FIELDS}}], {})
    (inside / "a.csv").symlink_to(outside)
    assert [finding.type for finding in validate_package(path).findings] == ["resource-error"]
    (inside / "real.csv").write_text("id,name\n1,a\n")
    (inside / "a.csv").unlink()
    (inside / "a.csv").symlink_to("real.csv")
    assert validate_package(path).valid


def test_a_missing_file_is_told_once(tmp_path: Path) -> None:
    report = validate_package(write_package(tmp_path, [{"name": "a", "path": "a.csv"}], {}))
    assert told(report) == [("scheme-error", None, "", "error")]


def test_foreign_keys_in_a_circle(tmp_path: Path) -> None:
    def resource(name: str, other: str) -> dict[str, Any]:
        key = {"fields": ["id"], "reference": {"resource": other, "fields": ["id"]}}
        return {"name": name, "path": f"{name}.csv", "schema": {"fields": FIELDS, "foreignKeys": [key]}}

    files: dict[str, bytes | str] = {"a.csv": "id,name\n1,x\n2,y\n", "b.csv": "id,name\n1,x\n3,y\n"}
    report = validate_package(write_package(tmp_path, [resource("a", "b"), resource("b", "a")], files))
    found = [(one.resource, one.type, one.row) for one in report.findings]
    assert found == [("a", "foreign-key", 3), ("b", "foreign-key", 3)]


def test_a_foreign_key_to_a_resource_that_does_not_exist(tmp_path: Path) -> None:
    key = {"fields": ["id"], "reference": {"resource": "nowhere", "fields": ["id"]}}
    report = validate_package(table(tmp_path, FIELDS, "id,name\n1,a\n", foreignKeys=[key]))
    assert [finding.type for finding in report.findings] == ["resource-error"]
    assert "nowhere" in report.findings[0].message


@pytest.mark.parametrize("text", ["{", "[]", "", "[" * 100_000, '{"a":' * 700 + "1" + "}" * 700, '"x"', "\ufeff{"])
def test_a_descriptor_that_is_none_cannot_be_judged(text: str, tmp_path: Path) -> None:
    path = tmp_path / "datapackage.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unjudgeable) as raised:
        validate_package(path)
    assert raised.value.exit_code == ExitCode.USAGE
    assert raised.value.remedy


@pytest.mark.parametrize("text", ["name", "fields", "lineTerminator"])
def test_half_a_character_in_a_descriptor(text: str, tmp_path: Path) -> None:
    path = table(tmp_path, FIELDS, "id,name\n1,a\n", dialect={"lineTerminator": "\n"})
    path.write_text(path.read_text().replace(f'"{text}": "', rf'"{text}": "\ud800').replace("id", r"\udfff"))
    report = validate_package(path)
    assert told(report)[0][0] == "package-error"
    for render in RENDERERS.values():
        render(report).encode()


def with_part(key: str, part: dict[str, Any]) -> dict[str, Any]:
    """A descriptor of one resource with a schema or a dialect."""
    return {"resources": [{"name": "a", "path": "x.txt", key: part}]}


@pytest.mark.parametrize(
    ("descriptor", "kinds"),
    [
        ({}, ["package-error"]),
        ({"resources": []}, ["package-error"]),
        ({"resources": [1]}, ["package-error"]),
        ({"resources": [{"path": "x.txt"}]}, ["resource-error"]),
        ({"resources": [{"name": "a"}]}, ["resource-error"]),
        ({"resources": [{"name": "a", "path": "x.txt", "data": []}]}, ["resource-error"]),
        ({"resources": [{"name": "a", "path": "x.txt"}, {"name": "a", "path": "x.txt"}]}, ["package-error"]),
        (with_part("schema", {"fields": [{"name": "f", "type": "z"}]}), ["field-error"]),
        (with_part("schema", {"fields": [{"name": "f"}], "primaryKey": "g"}), ["schema-error"]),
        (with_part("dialect", {"header": "no"}), ["dialect-error"]),
        ({"resources": [{"name": "a", "path": "x.txt"}], "created": "yesterday"}, ["package-error"]),
        ({"resources": [{"name": "a", "path": "x.txt"}], "licenses": [{"title": "free"}]}, ["package-error"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_descriptor(descriptor: dict[str, Any], kinds: list[str], tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("text")
    path = tmp_path / "datapackage.json"
    path.write_text(json.dumps(descriptor))
    assert [finding.type for finding in validate_package(path).findings] == kinds


def test_a_descriptor_of_50_megabytes(tmp_path: Path) -> None:
    cases = (
        {"description": "x" * 50_000_000},
        {"resources": [{"name": "d", "data": [["id"], *[[n] for n in range(200_000)]]}]},
    )
    for more in cases:
        extra = {"resources": [{"name": "data", "path": "data.txt"}], **more}
        report = validate_package(write_package(tmp_path, files={"data.txt": "x"}, **extra))  # type: ignore[arg-type]
        assert report.valid


def test_a_remote_resource_could_not_be_judged(tmp_path: Path) -> None:
    report = validate_package(write_package(tmp_path, [{"name": "a", "path": "https://example.org/a.csv"}], {}))
    assert report.findings == ()
    assert report.unjudged == (
        "a: https://example.org/a.csv is remote and was not fetched: download it and give its path in the package",
    )
    assert report.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("more", [{"type": "table"}, {"schema": {"fields": FIELDS}}])
@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_a_spreadsheet_could_not_be_judged(form: str, more: dict[str, Any], tmp_path: Path) -> None:
    path = f"a.{form}"
    resource = {"name": "a", "path": path, "bytes": 2, **more}
    report = validate_package(write_package(tmp_path, [resource], {path: "xx"}))
    (problem,) = report.unjudged
    assert "export the sheet as CSV or Parquet" in problem
    assert report.exit_code == ExitCode.USAGE
    report = validate_package(write_package(tmp_path, [resource | {"bytes": 3}], {path: "xx"}))
    assert told(report) == [("byte-count", None, "", "error")]
    assert report.exit_code == ExitCode.FINDINGS


def test_a_foreign_key_to_what_cannot_be_read(tmp_path: Path) -> None:
    """The fault is told where it is; that the key was not checked is told besides."""
    key = {"fields": ["id"], "reference": {"resource": "b", "fields": ["id"]}}
    resources = [
        {"name": "a", "path": "a.csv", "schema": {"fields": FIELDS, "foreignKeys": [key]}},
        {"name": "b", "path": "b.csv", "schema": {"fields": FIELDS}},
    ]
    report = validate_package(write_package(tmp_path, resources, {"a.csv": "id,name\n1,a\n"}))
    assert [(one.resource, one.type) for one in report.findings] == [("b", "scheme-error")]
    assert report.unjudged == (
        "a: the foreign key id could not be checked, because b could not be read: mend that first",
    )
