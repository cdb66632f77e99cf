"""Corrections by hand, through ``minutier build``: applied, listed, explained, and refused when they do not fit."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutier.cli import run
from minutier.errors import ExitCode

NIGHT = """\
Législatives partielles : la soirée du second tour, minute par minute

Dimanche 12 mars 2017. Jeanne Martin est élue au second tour dans la circonscription.

21h15: "Merci à tous", a lancé Jeanne Martin à ses soutiens

20h40: Jeanne Martin obtient 58,65% des voix, selon la préfecture

18h05: La participation atteint 41,5% à 17h, selon la préfecture
"""
MANIFEST = """\
package: {name: night}
sources:
  - {id: night, path: night.txt, date: 2017-03-12, timezone: Europe/Paris, language: fr,
     contest: fr-legislatives-2017, round: 2}
"""
WHY = {"reason": "The prefecture mended its count.", "source": "https://example.org/prefecture"}

Row = dict[str, str]
Built = Callable[..., Path]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """Build the package of one night with corrections, which are given as values or as a text; its folder."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data", "night.txt").write_text(NIGHT, encoding="utf-8")
    Path("data", "sources.yaml").write_text(MANIFEST, encoding="utf-8")

    def build(*corrections: dict[str, Any], text: str = "", code: int = ExitCode.OK) -> Path:
        written = text or yaml.safe_dump(list(corrections), allow_unicode=True, sort_keys=False)
        Path("data", "corrections.yaml").write_text(written, encoding="utf-8")
        assert run(["build"]) == code
        return tmp_path

    return build


def rows(folder: Path, table: str) -> list[Row]:
    with (folder / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def the(folder: Path, table: str, **cells: str) -> Row:
    """The only row of a table that has these cells."""
    (found,) = [row for row in rows(folder, table) if cells.items() <= row.items()]
    return found


def error(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def share(folder: Path) -> Row:
    return the(folder, "vote_results", vote_pct="58.65")


def change(result: Row, **given: Any) -> dict[str, Any]:
    return {
        "table": "vote_results", "row": result["vote_result_id"],
        "column": "vote_pct", "expected": 58.65, "value": 56.85,
        **WHY, **given,
    }  # fmt: skip


def test_a_package_without_corrections_has_an_empty_table_of_them(built: Built) -> None:
    assert rows(built(), "corrections") == []
    Path("data", "corrections.yaml").unlink()
    assert run(["build"]) == ExitCode.OK


def test_a_value_is_replaced_listed_and_explained(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    before = share(built())
    folder = built(change(before), change(before, column="announced_by", expected="la préfecture", value=None))
    after = the(folder, "vote_results", vote_result_id=before["vote_result_id"])
    assert after == before | {"vote_pct": "56.85", "announced_by": ""}
    listed = rows(folder, "corrections")
    assert [(row["column_name"], row["old_value"], row["new_value"]) for row in listed] == [
        ("vote_pct", "58.65", "56.85"),
        ("announced_by", "la préfecture", ""),
    ]
    assert {(row["table_name"], row["row_id"], row["action"], row["reason"], row["source"]) for row in listed} == {
        ("vote_results", before["vote_result_id"], "change", *WHY.values())
    }
    for name in (before["vote_result_id"], listed[0]["correction_id"]):
        capsys.readouterr()
        assert run(["explain", name]) == ExitCode.OK
        shown = capsys.readouterr().out
        assert "vote_pct corrected by hand from 58.65 to 56.85: The prefecture mended its count." in shown
        assert "obtient ⟦58,65%⟧ des voix" in shown
    assert run(["validate"]) == ExitCode.OK


def test_the_same_corrections_give_the_same_bytes(built: Built) -> None:
    corrections = [change(share(built()))]
    first = {path.name: path.read_bytes() for path in built(*corrections).rglob("*.*") if path.is_file()}
    again = {path.name: path.read_bytes() for path in built(*corrections).rglob("*.*") if path.is_file()}
    assert first == again


def test_a_row_is_dropped(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    row = share(built())
    identifier = row["vote_result_id"]
    folder = built({"table": "vote_results", "drop": identifier, "expected": {"option": "Jeanne Martin"}, **WHY})
    assert identifier not in {row["vote_result_id"] for row in rows(folder, "vote_results")}
    (listed,) = rows(folder, "corrections")
    assert (listed["action"], listed["column_name"], listed["new_value"]) == ("drop", "", "")
    assert json.loads(listed["old_value"])["vote_pct"] == 58.65
    capsys.readouterr()
    assert run(["explain", identifier]) == ExitCode.OK
    assert "a correction dropped it" in capsys.readouterr().out


def test_a_row_is_added_in_its_place_with_the_identifier_of_its_kind(built: Built) -> None:
    row = share(built())
    person = {"person_id": "paul-durand", "name": "Paul Durand", "kind": "person"}
    result = {
        "entry_id": row["entry_id"], "option": "Paul Durand", "option_id": "paul-durand", "option_type": "candidate",
        "vote_pct": 41.35, "is_approximate": False, "char_start": row["char_start"], "char_end": row["char_end"],
    }  # fmt: skip
    folder = built(
        {"table": "vote_results", "add": result, **WHY},
        {"table": "people", "add": person, **WHY},
    )
    added = the(folder, "vote_results", option="Paul Durand")
    assert (added["vote_pct"], added["liveblog_id"], added["round"]) == ("41.35", "night", "2")
    assert (added["contest_id"], added["rule"]) == ("fr-legislatives-2017", "corrections.added")
    assert added["vote_result_id"].startswith("result-")
    people = [row["person_id"] for row in rows(folder, "people")]
    assert people == sorted(people) and "paul-durand" in people
    assert [row["row_id"] for row in rows(folder, "corrections")] == [added["vote_result_id"], "paul-durand"]
    assert run(["validate"]) == ExitCode.OK


def test_a_row_with_a_key_of_several_columns(built: Built) -> None:
    correction = {
        "table": "contests", "row": {"contest_id": "fr-legislatives-2017", "round": 2}, "column": "polls_close",
        "expected": None, "value": "2017-03-12T18:00:00+01:00", **WHY,
    }  # fmt: skip
    folder = built(correction)
    assert the(folder, "contests", round="2")["polls_close"] == "2017-03-12T18:00:00+01:00"
    assert the(folder, "corrections")["row_id"] == "fr-legislatives-2017/2"


def test_the_manifest_may_name_the_file(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    row = share(built())
    Path("data", "sources.yaml").write_text(f"corrections: by-hand.yaml\n{MANIFEST}", encoding="utf-8")
    built(change(row), code=ExitCode.INPUT)
    assert "by-hand.yaml: no such file" in error(capsys)
    Path("data", "by-hand.yaml").write_text(yaml.safe_dump([change(row)]), encoding="utf-8")
    assert rows(built(), "corrections")[0]["new_value"] == "56.85"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"expected": 58.6}, "has gone stale: extraction gives vote_pct '58.65' where '58.6' is expected"),
        ({"expected": 12, "value": 58.65}, "That is the corrected value: remove the correction."),
        ({"row": "result-000000000000"}, "has gone stale: extraction gives no row 'result-000000000000'"),
    ],
)
def test_a_stale_correction_stops_the_build(
    built: Built, capsys: pytest.CaptureFixture[str], given: dict[str, Any], told: str
) -> None:
    row = share(built())
    before = (Path("datapackage.json").read_bytes(), Path("data", "vote_results.csv").read_bytes())
    good = change(row, column="announced_by", expected="la préfecture", value="la mairie")
    built(good, change(row, **given), code=ExitCode.INPUT)
    message = error(capsys)
    assert told in message
    assert f"{Path('data', 'corrections.yaml')}, line 8:" in message
    assert (Path("datapackage.json").read_bytes(), Path("data", "vote_results.csv").read_bytes()) == before


def test_every_stale_correction_is_told_at_once(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    row = share(built())
    drop = {"table": "quotes", "drop": "quote-000000000000", **WHY}
    built(change(row, expected=1), drop, code=ExitCode.INPUT)
    message = error(capsys)
    assert message.count("has gone stale") == 2
    assert "line 1:" in message and "line 8:" in message


def test_a_row_that_extraction_now_gives_itself_is_not_added_twice(
    built: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    person = the(built(), "people", person_id="jeanne-martin")
    built({"table": "people", "add": {name: cell or None for name, cell in person.items()}, **WHY}, code=ExitCode.INPUT)
    assert "has gone stale: people has a row 'jeanne-martin' without it" in error(capsys)


def test_references_stay_whole(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    row = share(built())
    for correction, told in (
        (change(row, column="option_id", expected="jeanne-martin", value="paul-durand"), "not in people"),
        ({"table": "people", "drop": "jeanne-martin", **WHY}, "drops a row of people that "),
        ({"table": "entries", "drop": row["entry_id"], **WHY}, "drops a row of entries that vote_results "),
        ({"table": "quotes", "add": {"entry_id": "night.lead.0", "quote": "x"}, **WHY}, "belongs nowhere"),
    ):
        built(correction, code=ExitCode.INPUT)
        message = error(capsys)
        assert told in message and "corrections.yaml, line 1:" in message, correction


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("table: votes", 1, "no list of corrections"),
        ("- 12", 1, "has no keys"),
        ("- table: votes\n  drop: x\n  reason: a\n  source: b", 1, "no table 'votes' to correct"),
        ("- table: corrections\n  drop: x\n  reason: a\n  source: b", 1, "no table 'corrections'"),
        ("- table: quotes\n  drop: x\n  reason: a", 1, "the key 'source' is missing"),
        ("- table: quotes\n  drop: x\n  reason:\n  source: b", 3, "reason has to be told in words"),
        ("- table: quotes\n  drop: x\n  because: a\n  source: b", 3, "unknown key 'because'"),
        ("- table: quotes\n  drop: [x]\n  reason: a\n  source: b", 2, "drop has to be the quote_id of a row"),
        ("- table: contests\n  drop: x\n  reason: a\n  source: b", 2, "drop has to name contest_id and round"),
        ("- table: liveblogs\n  add: {liveblog_id: x}\n  reason: a\n  source: b", 1, "no row can be added"),
        ("- table: people\n  add: {name: X}\n  reason: a\n  source: b", 2, "the row that is added has no person_id"),
        ("- table: people\n  add:\n    person_id: x\n    nom: X\n  reason: a\n  source: b", 4, "no column 'nom'"),
        ("- table: people\n  add:\n    person_id: x\n    kind: man\n  reason: a\n  source: b", 4, "kind: 'man' is not"),
        ("- table: [", 2, "not YAML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(
    built: Built, capsys: pytest.CaptureFixture[str], text: str, line: int, told: str
) -> None:
    built(text=text, code=ExitCode.INPUT)
    message = error(capsys)
    assert told in message
    assert f"corrections.yaml, line {line}:" in message


@pytest.mark.parametrize(
    ("given", "key", "told"),
    [
        ({"column": "vote_part"}, "column", "has no column 'vote_part'\n  Did you mean 'vote_pct'?"),
        ({"column": "vote_result_id"}, "column", "is the key of vote_results and cannot be changed"),
        ({"value": "a lot"}, "value", "vote_pct: 'a lot' is not a valid number"),
        ({"value": 158.65}, "value", "vote_pct: '158.65'"),
        ({"expected": "many"}, "expected", "vote_pct: 'many' is not a valid number"),
        ({"value": 58.65}, "value", "changes nothing"),
        ({"column": "option", "expected": "Jeanne Martin", "value": None}, "value", "cannot be empty"),
        ({"column": "result_stage", "expected": None, "value": "finale"}, "value", "Its values are opinion_poll"),
        ({"value": [1, 2]}, "value", "has to be a single value"),
    ],
)
def test_a_value_that_a_column_cannot_have_is_told_with_its_line(
    built: Built, capsys: pytest.CaptureFixture[str], given: dict[str, Any], key: str, told: str
) -> None:
    correction = change(share(built()), **given)
    built(correction, code=ExitCode.INPUT)
    message = error(capsys)
    assert told in message
    lines = Path("data", "corrections.yaml").read_text(encoding="utf-8").splitlines()
    (line,) = [number for number, text in enumerate(lines, start=1) if f" {key}:" in text]
    assert f"corrections.yaml, line {line}:" in message


def test_a_correction_that_stands_twice_is_told(built: Built, capsys: pytest.CaptureFixture[str]) -> None:
    row = share(built())
    drop = {"table": "vote_results", "drop": row["vote_result_id"], **WHY}
    for second in (change(row, value=50), drop):
        built(change(row), second, code=ExitCode.INPUT)
        message = error(capsys)
        assert "corrections.yaml, line 8:" in message
        assert "is corrected twice: already at data/corrections.yaml, line 1" in message


def test_words_that_are_withheld_are_not_given_by_a_correction(
    built: Built, capsys: pytest.CaptureFixture[str]
) -> None:
    withheld = MANIFEST.replace("round: 2}", "round: 2, text_policy: facts}")
    Path("data", "sources.yaml").write_text(withheld, encoding="utf-8")
    entry = rows(built(), "entries")[-1]
    correction = {"table": "entries", "row": entry["entry_id"], "column": "text", "expected": None, "value": "Merci"}
    built(correction | WHY, code=ExitCode.INPUT)
    assert "whose text is withheld" in error(capsys)
