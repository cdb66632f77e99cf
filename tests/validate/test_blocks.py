"""Large files are read in blocks, several at a time: where the blocks end must never show."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minutier.validate import delimited, engine, validate_package

from .judges import frictionless, ours
from .packages import generated, table

FIELDS = [
    {"name": "id", "type": "integer", "constraints": {"unique": True}},
    {"name": "name", "type": "string"},
]
DIALECT = {"delimiter": ",", "headerRows": [1], "quoteChar": '"', "skipInitialSpace": False}


@pytest.fixture(params=[16, 200])
def small_blocks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "BLOCK", request.param)
    monkeypatch.setattr(delimited, "ROWS", 7)
    monkeypatch.setattr(engine, "LIGHT", 0)
    monkeypatch.setattr(engine, "WORKERS", 3)


@pytest.mark.usefixtures("small_blocks")
def test_generated_packages_in_small_blocks(tmp_path: Path) -> None:
    for seed in range(40):
        path = generated(seed).write(tmp_path / str(seed))
        assert ours(path) == frictionless(path), f"seed {seed}"


CELL = st.text(st.sampled_from('ab"\n\r,; 1'), max_size=5)


@given(cells=st.lists(st.tuples(st.booleans(), CELL), min_size=1, max_size=60))
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@pytest.mark.usefixtures("small_blocks")
def test_marks_and_line_ends_anywhere(cells: list[tuple[bool, str]], tmp_path: Path) -> None:
    """Quoted or raw, with stray marks and breaks: rows, cells and numbers are those of the csv module."""
    text = "id,name\n"
    for number, (quoted, cell) in enumerate(cells):
        text += f'{number},"{cell.replace(chr(34), chr(34) * 2)}"\n' if quoted else f"{number},{cell}\n"
    path = table(tmp_path, FIELDS, text, DIALECT)
    mine = {place: count for place, count in ours(path).items() if place[1] != "source-error"}
    theirs = dict(frictionless(path))
    assert mine == theirs


@pytest.mark.usefixtures("small_blocks")
def test_findings_keep_the_order_of_the_file_and_exact_totals(tmp_path: Path) -> None:
    chance = random.Random(0)
    lines, wrong = ["id,name"], []
    for row in range(2, 800):
        bad = chance.random() < 0.3
        if bad:
            wrong.append(row)
        lines.append(f'{"x" if bad else row},"a\nb"')
    path = table(tmp_path, FIELDS, "\n".join(lines) + "\n")
    report = validate_package(path, limit=25)
    assert [finding.row for finding in report.findings] == wrong[:25]
    assert report.count() == len(wrong)
    again = validate_package(path, limit=25)
    assert again == report


ROWS = st.lists(
    st.lists(st.sampled_from(["1", "", "é", '"a,b"', '"a\nb"', '"a""b"', "x\u2028y", "#"]), max_size=5), max_size=40
)


@given(rows=ROWS, end=st.sampled_from(["\n", "\r\n"]), few=st.sampled_from([0, 1000]), last=st.booleans())
@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@pytest.mark.usefixtures("small_blocks")
def test_rows_of_any_length(rows: list[list[str]], end: str, few: int, last: bool, tmp_path: Path) -> None:
    """Rows too long, too short and empty, few or many: each is told, the others are judged, the first come first."""
    fields = [*FIELDS, {"name": "n", "type": "integer"}]
    text = end.join(["id,name,n", *(",".join(row) for row in rows)]) + end * last
    path = table(tmp_path, fields, text, DIALECT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "FEW_UNEVEN", few)
        assert ours(path) == frictionless(path)
        first, every = validate_package(path, limit=3), validate_package(path, limit=None)
    assert first.findings == every.findings[:3]
    assert first.totals == every.totals


def test_a_file_of_uneven_rows_only(tmp_path: Path) -> None:
    lines = ["id,name", *(str(number) for number in range(3000)), *(f"{number},a,b,c" for number in range(3000, 5000))]
    report = validate_package(table(tmp_path, FIELDS, "\n".join(lines) + "\n"), limit=10)
    assert {(total.type, total.field): total.count for total in report.totals} == {
        ("extra-cell", ""): 4000,
        ("missing-cell", "name"): 3000,
    }
    assert [finding.row for finding in report.findings] == list(range(2, 12))


def test_encodings_and_compression_are_read_alike(tmp_path: Path) -> None:
    import bz2
    import gzip
    import lzma

    text = "id,name\n" + "".join(f"{number},été {number}\n" for number in range(500)) + "x,y\n"
    packed = {
        "a.csv": text.encode("utf-16"),
        "b.csv": text.encode("iso-8859-1"),
        "c.csv.gz": gzip.compress(text.encode()),
        "d.csv.bz2": bz2.compress(text.encode()),
        "e.csv.xz": lzma.compress(text.encode()),
    }
    encodings = {"a.csv": "utf-16", "b.csv": "iso-8859-1"}
    from .packages import write_package

    resources = [
        {
            "name": name[0],
            "path": name,
            "encoding": encodings.get(name, "utf-8"),
            "schema": {"fields": FIELDS},
        }
        for name in packed
    ]
    report = validate_package(write_package(tmp_path, resources, dict(packed)))
    assert [(one.resource, one.type, one.row) for one in report.findings] == [
        (name, "type-error", 502) for name in "abcde"
    ]


def test_several_files_are_one_table(tmp_path: Path) -> None:
    from .packages import write_package

    files: dict[str, bytes | str] = {"1.csv": "id,name\n1,a\n2,b", "2.csv": "id,name\n2,c\nx,d\n"}
    resources = [{"name": "data", "path": ["1.csv", "2.csv"], "schema": {"fields": FIELDS}}]
    report = validate_package(write_package(tmp_path, resources, files))
    assert [(one.type, one.row) for one in report.findings] == [("unique-error", 4), ("type-error", 5)]
