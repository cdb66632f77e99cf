"""The measure of extraction: rules of matching one by one, and the same figures as the reference scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from minutier import pipeline
from minutier.cli import run
from minutier.errors import ExitCode, InputError
from minutier.evaluate import MEASURES, Count, evaluate, names_agree, read_gold, score, total
from minutier.manifest import Manifest
from minutier.publish import write_package
from minutier.tables import TABLES, schema

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "eval"
PARIS = timezone(timedelta(hours=1))

LIVEBLOG = {"date": "2017-01-29", "timezone": "Europe/Paris", "language": "fr", "contest": "c", "round": 2}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "night.txt").write_text("Soirée\n\n20h41: C'est fini\n", encoding="utf-8")
    return tmp_path


def annotate(folder: Path, **rows: Any) -> Path:
    path = folder / "night.gold.json"
    entries = [{"at": "lead", "starts": "Soirée"}, {"at": "20:41", "starts": "C'est fini"}]
    path.write_text(json.dumps({"liveblog": LIVEBLOG, "entries": entries} | rows), encoding="utf-8")
    return path


def counts(folder: Path, found: dict[str, list[dict[str, Any]]], **rows: Any) -> dict[str, Count]:
    entries = [
        {"entry_id": "lead", "section": "lead", "date_published": None, "text": "Soirée", "headline": None},
        {
            "entry_id": "post",
            "section": "update",
            "date_published": datetime(2017, 1, 29, 20, 41, tzinfo=PARIS),
            "text": "C'est fini",
            "headline": None,
        },
    ]
    placed = {table: [{"entry_id": "post", **row} for row in items] for table, items in found.items()}
    return score(read_gold(annotate(folder, **rows)), {"entries": entries, **placed}).counts


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hamon", "Benoît Hamon", True),
        ("benoit HAMON", "Benoît Hamon", True),
        ("M. Hamon", "Benoît Hamon", True),
        ("B. Hamon", "Benoît Hamon", True),
        ("Pierre Hamon", "Benoît Hamon", False),
        ("Benoît", "Benoît Hamon", True),
        ("Marine Le Pen", "Jean-Marie Le Pen", False),
        ("RN", "Rassemblement national", True),
        ("Rassemblement national", "RN", True),
        ("PS", "Rassemblement national", False),
        ("Daily Gazette", "The Daily Gazette", False),  # as the reference scorer has it
        ("Les Républicains", "Républicains", True),
        ("l'équipe de campagne de Manuel Valls", "équipe de campagne", True),
        ("l'équipe de campagne nationale de Manuel Valls", "équipe de campagne", False),
        ("", None, True),
        ("Hamon", None, False),
        ("Mme", "Hamon", False),
    ],
)
def test_when_names_agree(one: str | None, other: str | None, same: bool) -> None:
    assert names_agree(one, other) is same


def test_a_quote_counts_from_four_fifths_of_its_words_on(folder: Path) -> None:
    gold = [{"at": "20:41", "quote": "un deux trois quatre cinq", "speaker": "Jeanne Martin"}]
    for words, right in (("Un, deux, trois, quatre !", 1), ("un deux trois", 0)):
        found = {"quotes": [{"quote": words, "speaker": "Martin"}]}
        measured = counts(folder, found, quotes=gold)
        assert measured["quotes"] == Count(right, 1, 1)
        assert measured["quotes+speaker"] == Count(right, 1, 1)


def test_the_speaker_as_printed_stands_in_for_an_unresolved_one(folder: Path) -> None:
    gold = [{"at": "20:41", "quote": "un deux", "speaker": "un de ses proches"}]
    found = {"quotes": [{"quote": "un deux", "speaker": None, "speaker_label": "un de ses proches"}]}
    assert counts(folder, found, quotes=gold)["quotes+speaker"].f1 == 1


def test_results_count_figure_by_figure(folder: Path) -> None:
    gold = [{"at": "20:41", "option": "Hamon", "vote_pct": 58.65, "votes": 1200, "round": 2, "stage": "partial"}]
    row = {"option": "Benoît Hamon", "round": 2, "result_stage": "partial"}
    both = counts(folder, {"vote_results": [row | {"vote_pct": 58.65}, row | {"votes": 1200}]}, vote_results=gold)
    assert both["vote_results+stage"] == Count(2, 2, 2)
    wrong = counts(folder, {"vote_results": [row | {"vote_pct": 58.6}]}, vote_results=gold)
    assert wrong["vote_results"] == Count(0, 2, 1)
    early = counts(folder, {"vote_results": [row | {"vote_pct": 58.65, "round": 1}]}, vote_results=gold)
    assert (early["vote_results"].right, early["vote_results+stage"].right) == (1, 0)


def test_a_call_asks_for_a_row_without_a_figure(folder: Path) -> None:
    gold = [{"at": "20:41", "option": "Hamon", "candidate_status": "winner"}]
    for row, right in (
        ({"candidate_status": "winner"}, 1),
        ({"candidate_status": "defeated"}, 0),
        ({"candidate_status": "winner", "vote_pct": 58.0}, 0),
    ):
        found = {"vote_results": [{"option": "Hamon", **row}]}
        assert counts(folder, found, vote_results=gold)["vote_results"].right == right


def test_turnout_asks_for_the_moment_the_round_and_the_baseline(folder: Path) -> None:
    gold = [{"at": "20:41", "as_of": "17:00", "turnout_pct": 41.5, "round": 2}]
    row = {
        "turnout_pct": 41.5,
        "as_of": datetime(2017, 1, 29, 17, tzinfo=PARIS),
        "round": 2,
        "is_baseline": False,
    }
    for change, right in (({}, 1), ({"as_of": None}, 0), ({"round": 1}, 0), ({"is_baseline": True}, 0)):
        found = {"participation_snapshots": [row | change]}
        measured = counts(folder, found, participation_snapshots=gold)
        assert measured["participation_snapshots"].right == 1
        assert measured["participation_snapshots+as_of"].right == right


def test_an_endorsement_asks_for_both_sides(folder: Path) -> None:
    gold = [
        {
            "at": "20:41",
            "endorser": "Anne Hidalgo",
            "endorsee": "Hamon",
            "stance": "support",
            "status": "past",
        }
    ]
    row = {
        "endorser": "Hidalgo",
        "endorsee": "Benoît Hamon",
        "stance": "support",
        "endorsement_status": "past",
    }
    assert counts(folder, {"endorsements": [row]}, endorsements=gold)["endorsements+stance"].f1 == 1
    other = counts(folder, {"endorsements": [row | {"endorsee": "Valls"}]}, endorsements=gold)
    assert other["endorsements"] == Count(0, 1, 1)
    status = counts(folder, {"endorsements": [row | {"endorsement_status": "declared"}]}, endorsements=gold)
    assert (status["endorsements"].right, status["endorsements+stance"].right) == (1, 0)


def test_an_optional_row_costs_nothing(folder: Path) -> None:
    gold = [{"at": "20:41", "quote": "un deux", "speaker": None, "optional": True}]
    assert counts(folder, {"quotes": [{"quote": "un deux"}]}, quotes=gold)["quotes"] == Count(0, 0, 0)
    assert counts(folder, {}, quotes=gold)["quotes"] == Count(0, 0, 0)


def test_a_fact_in_another_entry_is_missed_and_extra(folder: Path) -> None:
    gold = [{"at": "lead", "quote": "un deux", "speaker": None}]
    found = {"quotes": [{"quote": "un deux"}]}
    assert counts(folder, found, quotes=gold)["quotes"] == Count(0, 1, 1)


def test_rates_at_the_edges() -> None:
    assert (Count().precision, Count().recall, Count().f1) == (1.0, 1.0, 1.0)
    assert (Count(0, 2, 0).precision, Count(0, 2, 0).recall, Count(0, 2, 0).f1) == (0.0, 0.0, 0.0)
    assert (Count(1, 1, 4).precision, Count(1, 2, 1).recall) == (0.25, 0.5)


# Gold files -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "no liveblog block"),
        ('{"liveblog": {}}', "names no entry"),
        ('{"liveblog": {"date": "2017-01-29"}, "entries": []}', "names no entry"),
        ('{"liveblog": {"date": "soon"}, "entries": [{"at": "lead", "starts": "S"}]}', "'soon' is not a day"),
        ('{"liveblog": {"day": "x"}, "entries": [{"at": "lead", "starts": "S"}]}', "unknown key 'day'"),
        ('{"liveblog": {}, "entries": [{"at": "lead", "starts": "S"}]}', "has no date"),
        (
            '{"liveblog": {"date": "2017-01-29"}, "entries": [{"at": "lead", "starts": "S"}],'
            ' "quotes": [{"at": "20:41", "quote": "x"}]}',
            "names no entry: there is none at '20:41'",
        ),
        ('{"liveblog": {"date": "2017-01-29"}, "entries": {"at": "lead"}}', "is not a list"),
        ('{"liveblog": {"date": "2017-01-29"}, "entries": ["lead"]}', "has no 'at' that is text"),
        ('{"liveblog": {"date": "2017-01-29"}, "entries": [{"starts": "S"}]}', "has no 'at' that is text"),
        (
            '{"liveblog": {"date": "2017-01-29"}, "entries": [{"at": "lead", "starts": 3}]}',
            "has no 'starts' that is text",
        ),
        (
            '{"liveblog": {"date": "2017-01-29"}, "entries": [{"at": "lead", "starts": "S"}],'
            ' "quotes": [{"at": "lead"}]}',
            "has no 'quote' that is text",
        ),
    ],
)
def test_a_gold_file_that_cannot_be_used(folder: Path, text: str, problem: str) -> None:
    (folder / "night.gold.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=problem) as raised:
        read_gold(folder / "night.gold.json")
    assert "night.gold.json" in raised.value.place


def test_a_gold_file_without_its_source(folder: Path) -> None:
    path = annotate(folder)
    (folder / "night.txt").unlink()
    with pytest.raises(InputError, match="no source beside it"):
        read_gold(path)


def test_the_command_ends_like_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(folder)]) == ExitCode.INPUT
    assert "no *.gold.json" in capsys.readouterr().err
    annotate(folder)
    assert run(["evaluate", str(folder)]) == ExitCode.OK
    assert "entries\t1.000\t1.000\t1.000\t2\t2" in capsys.readouterr().out
    assert run(["evaluate", str(folder), "--json", "--errors"]) == ExitCode.OK
    printed = json.loads(capsys.readouterr().out)
    assert printed["total"]["entries"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 2, "found": 2}
    assert printed["mistakes"] == []


def test_mistakes_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    annotate(folder, quotes=[{"at": "20:41", "quote": "jamais dit", "speaker": "Personne"}])
    assert run(["evaluate", str(folder), "--errors"]) == ExitCode.OK
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("night\tmissed")]
    assert json.loads(line.split("\t")[3])["gold"]["quote"] == "jamais dit"


# The reference scorer ---------------------------------------------------------------------------------------


@pytest.mark.skipif(not SHARED.exists(), reason="needs the reference scorer")
@pytest.mark.parametrize("gold_dir", [SHARED / "dev", ROOT / "tests" / "gold"], ids=["dev", "gold"])
def test_figures_are_those_of_the_reference_scorer(gold_dir: Path, tmp_path: Path) -> None:
    for path in sorted(gold_dir.glob("*.gold.json")):
        gold = read_gold(path)
        with pipeline.build(Manifest((gold.source,))) as built:
            tables = [(schema(table), built.rows(table)) for table in TABLES]
            write_package(tmp_path / gold.name, {"name": gold.name}, tables, timezone=built.timezone)
    command = [sys.executable, str(SHARED / "score.py"), str(gold_dir), str(tmp_path), "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    scores = evaluate(gold_dir)
    sums = total(scores)
    assert set(reference["total"]) == set(MEASURES)
    for measure, expected in reference["total"].items():
        count = sums[measure]
        assert expected == {
            "precision": round(count.precision, 3),
            "recall": round(count.recall, 3),
            "f1": round(count.f1, 3),
            "gold": count.wanted,
            "found": count.found,
        }
    assert reference["f1_by_document"] == {
        each.document: {measure: round(count.f1, 3) for measure, count in each.counts.items()} for each in scores
    }
