"""Reports in each form, and the command that prints them."""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from minutier.cli import run
from minutier.errors import ExitCode
from minutier.validate import validate_package
from minutier.validate.renderers import to_github, to_junit, to_markdown

from .packages import table, write_package

FIELDS = [
    {"name": "id", "type": "integer", "constraints": {"required": True, "unique": True}},
    {"name": "share", "type": "number", "constraints": {"maximum": 100}},
]
WRONG = "id,share\n1,5\n1,101\nx,\n,7\n<b>|,1e9\n"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return table(tmp_path / "wrong", FIELDS, WRONG)


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return table(tmp_path / "right", FIELDS, "id,share\n1,5\n2,7\n")


def test_the_command_says_what_is_wrong_in_which_row(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(wrong)]) == ExitCode.FINDINGS
    out = capsys.readouterr().out
    assert "row 4: 'x' is not a valid integer" in out
    assert "row 3: '1' is the value of row 2 too" in out
    assert "row 5: the cell is empty" in out
    assert "6 errors" in out
    assert "\x1b[" not in out


def test_the_command_accepts_a_folder_and_a_valid_package(right: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(right.parent)]) == ExitCode.OK
    out = capsys.readouterr().out
    assert "valid: 1 resources, 2 rows" in out


def test_what_cannot_be_judged_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(tmp_path)]) == ExitCode.USAGE
    assert "there is no such file" in capsys.readouterr().err
    remote = write_package(tmp_path, [{"name": "a", "path": "https://example.org/a.csv"}], {})
    assert run(["validate", str(remote)]) == ExitCode.USAGE
    assert "not judged" in capsys.readouterr().out
    assert run(["validate", str(remote), "--write", "poem=x"]) == ExitCode.USAGE


def test_json_has_all_findings_and_exact_totals(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", str(wrong), "--format", "json", "--limit", "2"]) == ExitCode.FINDINGS
    report = json.loads(capsys.readouterr().out)
    assert report["valid"] is False
    assert report["exit_code"] == 1
    assert report["errors"] == 6
    assert [(one["row"], one["field"], one["type"], one["value"]) for one in report["findings"]] == [
        (3, "share", "constraint-error", "101"),
        (3, "id", "unique-error", "1"),
    ]
    assert sum(total["count"] for total in report["totals"]) == 6
    assert report["resources"] == [
        {"name": "data", "path": "data.csv", "rows": 5, "bytes": len(WRONG), "errors": 6},
    ]


def test_junit_is_xml_with_a_failure_for_each_kind(wrong: Path) -> None:
    root = ElementTree.fromstring(to_junit(validate_package(wrong)))
    failures = root.findall("./testsuite[@name='data']/testcase/failure")
    assert len(failures) == 4
    assert root.get("failures") == "6"
    assert any("'x' is not a valid integer" in (failure.text or "") for failure in failures)


def test_junit_holds_what_xml_cannot(tmp_path: Path) -> None:
    path = table(tmp_path, [{"name": "n", "type": "integer"}], "n\n\x01\x0b\ufffe<&>\n")
    root = ElementTree.fromstring(to_junit(validate_package(path)))
    assert "<&>" in "".join(root.itertext())


def test_a_valid_package_is_a_passed_case(right: Path) -> None:
    root = ElementTree.fromstring(to_junit(validate_package(right)))
    assert [case.get("name") for case in root.findall(".//testcase")] == ["valid"]
    assert not root.findall(".//failure")


def test_annotations_stand_at_file_and_line(wrong: Path) -> None:
    lines = to_github(validate_package(wrong), root=wrong.parent.parent).splitlines()
    assert len(lines) == 6
    first = next(line for line in lines if "line=4" in line)
    assert first.startswith(
        "::error file=wrong/data.csv,title=integer in data,line=4::row 4: 'x' is not a valid integer"
    )
    more = to_github(validate_package(wrong, limit=2)).splitlines()
    assert more[-1] == "::notice::4 more findings are not annotated"


def test_annotations_cannot_be_forged_by_cells(tmp_path: Path) -> None:
    path = table(tmp_path, [{"name": "n", "type": "integer"}], 'n\n"a\n::error::forged"\n')
    text = to_github(validate_package(path))
    assert not any(line.startswith("::error::forged") for line in text.splitlines())


def test_markdown_shows_cells_as_they_are(wrong: Path) -> None:
    text = to_markdown(validate_package(wrong))
    assert text.startswith("## ❌ ")
    assert "| data | 5 | 6 |" in text
    assert "<b>" not in text


def test_reports_into_files(wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    options = ["--summary", str(summary)]
    for form in ("json", "junit", "markdown", "github", "text"):
        options += ["--write", f"{form}={tmp_path / form}"]
    assert run(["validate", str(wrong), *options]) == ExitCode.FINDINGS
    assert summary.read_text().startswith("before\n## ❌")
    assert json.loads((tmp_path / "json").read_text())["errors"] == 6
    assert (tmp_path / "text").read_text() == capsys.readouterr().out
    assert run(["validate", str(wrong), "--write", f"json={tmp_path / 'no' / 'where'}"]) == ExitCode.OUTPUT


def test_reports_are_the_same_every_time(wrong: Path) -> None:
    command = [sys.executable, "-m", "minutier", "validate", str(wrong), "--format", "json"]
    runs = {subprocess.run(command, capture_output=True, check=False).stdout for _ in range(3)}
    assert len(runs) == 1
