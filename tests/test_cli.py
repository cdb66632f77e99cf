"""The commands, as a person types them: what they print, where, and how they end."""

from __future__ import annotations

import csv
import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from minutier.cli import run
from minutier.errors import ExitCode
from minutier.tables import TABLES

ROOT = Path(__file__).resolve().parent.parent

NIGHT = """\
Législatives partielles : la soirée du second tour, minute par minute

Dimanche 12 mars 2017. Jeanne Martin est élue au second tour dans la circonscription.

21h15: "Merci à tous", a lancé Jeanne Martin à ses soutiens

20h40: Jeanne Martin obtient 58,65% des voix, selon la préfecture

18h05: La participation atteint 41,5% à 17h, selon la préfecture
"""

DESCRIBED = ["--date", "2017-03-12", "--timezone", "Europe/Paris", "--language", "fr", "--round", "2",
             "--contest", "fr-legislatives-2017"]  # fmt: skip


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Minutier = Callable[..., Ended]


@pytest.fixture
def minutier(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Minutier:
    """Run a command in an empty folder, where ``night.txt`` is a live blog."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    Path("night.txt").write_text(NIGHT, encoding="utf-8")

    def ended(*arguments: object) -> Ended:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return ended


def files(folder: str | Path) -> dict[str, bytes]:
    paths = (path for path in Path(folder).rglob("*") if path.is_file() and ".minutier" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# build ------------------------------------------------------------------------------------------------------


def test_build_makes_a_package_and_says_what_it_made(minutier: Minutier) -> None:
    ended = minutier("build", "night.txt", "--out", "night", *DESCRIBED)
    assert (ended.code, ended.err) == (ExitCode.OK, "")
    assert "entries\t4\tdata/entries.csv, data/entries.parquet" in ended.out
    assert f"{len(TABLES)} tables" in ended.out.splitlines()[-1]
    assert ended.out.splitlines()[-1].endswith("in night")
    assert "night/datapackage.json" in {f"night/{path}" for path in files("night")}


def test_frictionless_says_that_the_package_is_valid(minutier: Minutier) -> None:
    minutier("build", "night.txt", "--out", "night", *DESCRIBED)
    assert_valid("night/datapackage.json")


def assert_valid(descriptor: str) -> None:
    command = [sys.executable, "-m", "frictionless", "validate", descriptor, "--json"]
    judged = subprocess.run(command, capture_output=True, text=True, check=False)
    report = json.loads(judged.stdout)
    assert report["valid"], [error["message"] for task in report["tasks"] for error in task["errors"]]
    assert len(report["tasks"]) == 2 * len(TABLES)


def test_what_is_left_out_is_told_from_the_document_or_assumed_aloud(minutier: Minutier) -> None:
    ended = minutier("build", "night.txt")
    assert ended.code == ExitCode.OK, ended.err
    row = (Path("night") / "data" / "liveblogs.csv").read_text(encoding="utf-8").splitlines()[1]
    assert "fr-legislatives-2017" in row
    assert ",2017-03-12T18:05:00+01:00," in row
    assert "timezone taken to be Europe/Paris" in ended.err
    assert "contest taken to be fr-legislatives-2017" in ended.err


def test_several_files_and_folders_make_one_package(minutier: Minutier) -> None:
    Path("more/.hidden").mkdir(parents=True)
    Path("more/.hidden/x.txt").write_text("x", encoding="utf-8")
    Path("more/other.txt").write_text(NIGHT.replace("58,65", "61,20"), encoding="utf-8")
    ended = minutier("build", "night.txt", "more", "night.txt", "--out", "out", *DESCRIBED)
    assert ended.code == ExitCode.OK, ended.err
    assert "liveblogs\t2\t" in ended.out
    assert_valid("out/datapackage.json")


def test_the_same_live_blog_twice_is_published_once_and_said(minutier: Minutier) -> None:
    Path("copies").mkdir()
    for number in (1, 2):
        Path(f"copies/{number}.txt").write_text(NIGHT, encoding="utf-8")
    ended = minutier("build", "copies", "--out", "out", "--title", "Une soirée", *DESCRIBED)
    assert ended.code == ExitCode.OK
    assert "liveblogs\t1\t" in ended.out
    assert "copies/2.txt: left out, the same live blog word for word as copies/1.txt" in ended.err


def test_two_live_blogs_of_one_title_are_told_apart(minutier: Minutier) -> None:
    Path("other.txt").write_text(NIGHT.replace("58,65", "61,20"), encoding="utf-8")
    ended = minutier("build", "night.txt", "other.txt", "--out", "out", "--title", "Une soirée", *DESCRIBED)
    assert ended.code == ExitCode.OK
    assert "liveblogs\t2\t" in ended.out
    both = Path("out/data/liveblogs.csv").read_text(encoding="utf-8")
    minutier("build", "other.txt", "night.txt", "--out", "again", "--title", "Une soirée", *DESCRIBED)
    assert Path("again/data/liveblogs.csv").read_text(encoding="utf-8") == both


def test_a_manifest_replaces_the_options(minutier: Minutier) -> None:
    manifest = """
package: {name: soiree, version: 2.1.0, licenses: [{name: CC-BY-4.0}]}
contests:
  - contest_id: fr-legislatives-2017
    election_type: legislative
    country: FR
    rounds: [{round: 1, date: 2017-03-05}, {round: 2, date: 2017-03-12}]
sources:
  - {id: la-soiree, path: night.txt, date: 2017-03-12, timezone: Europe/Paris, language: fr,
     contest: fr-legislatives-2017, publisher: La Gazette, captured_at: "2017-03-12T23:00:00+01:00"}
"""
    Path("sources.yaml").write_text(manifest, encoding="utf-8")
    ended = minutier("build", "--manifest", "sources.yaml")
    assert ended.code == ExitCode.OK, ended.err
    descriptor = json.loads(Path("soiree/datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["version"] == "2.1.0"
    assert descriptor["created"] == "2017-03-12T22:00:00Z"
    assert "la-soiree" in Path("soiree/data/liveblogs.csv").read_text(encoding="utf-8")
    contests = Path("soiree/data/contests.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[5] for line in contests[1:]] == ["2017-03-05", "2017-03-12"]


def test_build_without_arguments_builds_the_manifest_of_the_folder(minutier: Minutier) -> None:
    Path("data").mkdir()
    Path("night.txt").rename("data/night.txt")
    source = "sources: [{path: night.txt, date: 2017-03-12, timezone: Europe/Paris, language: fr}]"
    Path("data/sources.yaml").write_text(source, encoding="utf-8")
    ended = minutier("build")
    assert ended.code == ExitCode.OK, ended.err
    assert Path("datapackage.json").exists()
    assert Path("data/sources.yaml").read_text(encoding="utf-8") == source
    assert {"data/night.txt", "data/entries.csv", "datapackage.json"} <= files(".").keys()


def test_the_same_bytes_whatever_the_number_of_workers(minutier: Minutier, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        Path(f"n{number}.txt").write_text(NIGHT.replace("58,65", f"5{number},65"), encoding="utf-8")
    names = [f"n{number}.txt" for number in range(4)]
    minutier("build", *names, "--out", "a/package", *DESCRIBED)
    for variable, value in {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}.items():
        monkeypatch.setenv(variable, value)
    ended = minutier("build", *reversed(names), "--out", "b/package", "--jobs", "3", *DESCRIBED)
    assert ended.code == ExitCode.OK, ended.err
    assert files("a/package") == files("b/package")


def test_the_same_errors_whatever_the_number_of_workers(minutier: Minutier) -> None:
    Path("empty.txt").write_text("", encoding="utf-8")
    Path("blank.html").write_text("<html><body></body></html>", encoding="utf-8")
    told = [
        minutier("build", "night.txt", "empty.txt", "blank.html", "--out", "a", "--jobs", jobs, *DESCRIBED)
        for jobs in ("1", "3")
    ]
    assert [ended.code for ended in told] == [ExitCode.INPUT, ExitCode.INPUT]
    assert "empty.txt: the file is empty" in told[0].err
    assert told[0].err == told[1].err
    assert not Path("a").exists()


def test_source_date_epoch_is_the_only_clock(minutier: Minutier, monkeypatch: pytest.MonkeyPatch) -> None:
    minutier("build", "night.txt", "--out", "a", *DESCRIBED)
    assert "created" not in json.loads(Path("a/datapackage.json").read_text(encoding="utf-8"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1489356000")
    minutier("build", "night.txt", "--out", "a", *DESCRIBED)
    assert json.loads(Path("a/datapackage.json").read_text(encoding="utf-8"))["created"] == "2017-03-12T22:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    ended = minutier("build", "night.txt", "--out", "a", *DESCRIBED)
    assert ended.code == ExitCode.USAGE
    assert "'soon' is not a number" in ended.err


def test_the_text_of_a_source_is_withheld_when_only_facts_may_be_published(minutier: Minutier) -> None:
    ended = minutier("build", "night.txt", "--out", "a", "--text-policy", "facts", *DESCRIBED)
    assert ended.code == ExitCode.OK
    assert_valid("a/datapackage.json")
    published = b"".join(files("a").values()).decode("utf-8", "replace")
    assert "à ses soutiens" not in published
    assert "2017-03-12T21:15:00+01:00" in published


def test_no_column_repeats_the_words_of_a_withheld_text(minutier: Minutier) -> None:
    night = (
        NIGHT
        + """
17h10: La place déborde. « Nous avons attendu ce moment si longtemps. » La pluie tombe.

17h05: Dans le canton du nord, un taux de 12,5% étonne les scrutateurs, et celui de 8% encore plus

16h00:

15h50: La participation des plus jeunes, ces 31% dont tout le monde parle, reste basse
"""
    )
    Path("night.txt").write_text(night, encoding="utf-8")
    minutier("build", "night.txt", "--out", "full", *DESCRIBED)
    minutier("build", "night.txt", "--out", "a", "--text-policy", "facts", *DESCRIBED)
    words = night.split()
    runs = {" ".join(words[at : at + 4]) for at in range(len(words))}
    told = {
        (table, column): cell
        for table in TABLES
        for row in rows(f"a/data/{table}.csv")
        for column, cell in row.items()
        for run in runs
        if len(run.split()) == 4 and run in " ".join(cell.split())
    }
    assert told.keys() <= {("quotes", "quote"), ("liveblogs", "title")}
    full, bare = (rows(f"{folder}/data/issues.csv") for folder in ("full", "a"))
    assert [row["issue_id"] for row in full] == [row["issue_id"] for row in bare]
    assert "Nous avons attendu ce moment si longtemps" in " ".join(row["message"] for row in full)
    assert all(row["message"] and "longtemps" not in row["message"] and "%" not in row["message"] for row in bare)


# Bad input --------------------------------------------------------------------------------------------------


def test_a_document_without_a_time_label_is_still_a_package(minutier: Minutier) -> None:
    Path("plain.txt").write_text("Une soirée sans aucune heure, racontée d'un trait.\n", encoding="utf-8")
    ended = minutier("build", "plain.txt", "--out", "out")
    assert ended.code == ExitCode.OK, ended.err
    entries = Path("out/data/entries.csv").read_text(encoding="utf-8")
    assert entries.count(",lead,") == 1
    assert len(Path("out/data/issues.csv").read_text(encoding="utf-8").splitlines()) >= 2
    assert_valid("out/datapackage.json")


def test_a_source_in_another_encoding_is_decoded_and_said(minutier: Minutier) -> None:
    Path("latin.txt").write_bytes(NIGHT.replace("\u2019", "'").encode("cp1252"))
    ended = minutier("build", "latin.txt", "--out", "out", *DESCRIBED)
    assert ended.code == ExitCode.OK, ended.err
    assert "Législatives" in Path("out/data/entries.csv").read_text(encoding="utf-8")
    assert "latin.txt" in ended.err
    assert "1252" in ended.err or "latin" in ended.err.replace("latin.txt", "").lower()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (bytes(range(256)) * 20, ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00", ""),
        (b"\x1f\x8b\x08\x00\x00", ""),
    ],
    ids=["missing", "empty", "binary", "image", "broken gzip"],
)
def test_a_file_that_is_no_live_blog(minutier: Minutier, content: bytes | None, problem: str) -> None:
    minutier("build", "night.txt", "--out", "out", *DESCRIBED)
    before = files("out")
    if content is not None:
        Path("bad.txt").write_bytes(content)
    ended = minutier("build", "night.txt", "bad.txt", "--out", "out", *DESCRIBED)
    assert ended.code == ExitCode.INPUT
    assert ended.err.startswith("minutier: ")
    assert "bad.txt" in ended.err
    assert problem in ended.err.lower()
    assert "Traceback" not in ended.err
    assert len(ended.err.strip().splitlines()) >= 2, "there is no remedy"
    assert files("out") == before


def test_a_link_that_leads_to_itself(minutier: Minutier) -> None:
    Path("loop.txt").symlink_to("loop.txt")
    ended = minutier("build", "night.txt", "loop.txt", "--out", "out", *DESCRIBED)
    assert ended.code == ExitCode.INPUT
    assert ended.err.startswith("minutier: loop.txt: cannot be read: ")
    assert len(ended.err.splitlines()) == 2


def test_a_folder_that_cannot_be_read_is_told(minutier: Minutier, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("nights/closed").mkdir(parents=True)
    Path("night.txt").rename("nights/night.txt")
    scan = os.scandir

    def refuse(path: str) -> object:  # the superuser may read everything
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ended = minutier("build", "nights", "--out", "out", *DESCRIBED)
    assert ended.code == ExitCode.INPUT
    assert ended.err.startswith(f"minutier: {Path('nights', 'closed')}: Permission denied\n  ")


def test_every_source_that_fails_is_told(minutier: Minutier) -> None:
    Path("empty.txt").write_bytes(b"")
    ended = minutier("build", "missing.txt", "empty.txt", "night.txt", "--out", "out", *DESCRIBED)
    assert ended.code == ExitCode.INPUT
    assert "missing.txt" in ended.err
    assert "empty.txt" in ended.err
    assert not Path("out/datapackage.json").exists()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--date", "2017-02-30"], "'2017-02-30' is not a day"),
        (["--timezone", "Europe/Pari"], "Did you mean 'Europe/Paris'?"),
        (["--language", "tlh"], "language 'tlh'"),
        (["--round", "0"], "--round"),
        (["--round", "9" * 30], "option --round"),
        (["--contest", "Législatives"], "option --contest"),
        (["--manifest", "sources.yaml"], "files are named too"),
        (["--jobs", "0"], "--jobs"),
        (["--nothing"], "--nothing"),
    ],
)
def test_options_that_cannot_be(minutier: Minutier, arguments: list[str], problem: str) -> None:
    ended = minutier("build", "night.txt", "--out", "out", *arguments)
    assert ended.code == ExitCode.USAGE
    assert problem in ended.err
    assert ended.out == ""
    assert not Path("out").exists()


def test_times_without_a_day_ask_for_it(minutier: Minutier) -> None:
    Path("dayless.txt").write_text(NIGHT.replace("Dimanche 12 mars 2017. ", ""), encoding="utf-8")
    ended = minutier("build", "dayless.txt", "--out", "out")
    assert ended.code == ExitCode.INPUT
    assert "--date" in ended.err


def test_nothing_to_build(minutier: Minutier) -> None:
    ended = minutier("build")
    assert ended.code == ExitCode.USAGE
    assert "data/sources.yaml" in ended.err


@pytest.mark.parametrize(
    ("manifest", "problem"),
    [
        ("sources:\n  - path: night.txt\n    publishr: x\n", "m.yaml, line 3: unknown key 'publishr'"),
        (
            "sources:\n  - {id: a, path: night.txt}\n  - {id: a, path: x.txt}\n",
            "m.yaml, line 3: id 'a' stands twice",
        ),
        ("sources:\n  - {path: night.txt, timezone: Mars/Base}\n", "m.yaml, line 2: there is no time zone"),
        ("sources: []\n", "lists no sources"),
        (f"sources:\n  - {{path: night.txt, sha256: {'0' * 64}}}\n", "its bytes are not those recorded"),
    ],
)
def test_a_manifest_that_cannot_be(minutier: Minutier, manifest: str, problem: str) -> None:
    Path("m.yaml").write_text(manifest, encoding="utf-8")
    ended = minutier("build", "--manifest", "m.yaml", "--out", "out")
    assert ended.code == ExitCode.INPUT
    assert problem in ended.err
    assert not Path("out/datapackage.json").exists()


def test_an_output_folder_that_cannot_be_written(minutier: Minutier) -> None:
    Path("file").write_text("", encoding="utf-8")
    ended = minutier("build", "night.txt", "--out", "file/out", *DESCRIBED)
    assert ended.code == ExitCode.OUTPUT
    assert "file/out" in ended.err
    assert "--out" in ended.err


def test_a_package_whose_descriptor_is_broken(minutier: Minutier) -> None:
    minutier("build", "night.txt", "--out", "out", *DESCRIBED)
    Path("out/datapackage.json").write_text('{"name": "x",\n "resources": [', encoding="utf-8")
    before = files("out")
    for command in (["build", "night.txt", "--out", "out", *DESCRIBED], ["explain", "quote-1", "out"]):
        ended = minutier(*command)
        assert ended.code == ExitCode.INPUT
        assert "out/datapackage.json, line 2" in ended.err
    assert files("out") == before


def test_a_registry_of_people_helps_and_is_checked(minutier: Minutier) -> None:
    Path("people.csv").write_text("name,wikidata_id\nJeanne Martin,Q1\n", encoding="utf-8")
    ended = minutier("build", "night.txt", "--out", "out", "--people", "people.csv", *DESCRIBED)
    assert ended.code == ExitCode.OK, ended.err
    assert "Q1" in Path("out/data/people.csv").read_text(encoding="utf-8")
    Path("people.csv").write_text("nom\nJeanne Martin\n", encoding="utf-8")
    ended = minutier("build", "night.txt", "--out", "out", "--people", "people.csv", *DESCRIBED)
    assert ended.code == ExitCode.INPUT
    assert "people.csv, line 1" in ended.err


# extract, explain -------------------------------------------------------------------------------------------


def test_extract_prints_table_by_table(minutier: Minutier) -> None:
    ended = minutier("extract", "night.txt", *DESCRIBED)
    assert ended.code == ExitCode.OK
    assert "entries (4)" in ended.out
    assert "20:40\tJeanne Martin\t58.65 %" in ended.out
    assert not Path("datapackage.json").exists()


def test_extract_for_programs(minutier: Minutier) -> None:
    ended = minutier("extract", "night.txt", "--format", "json", *DESCRIBED)
    tables = json.loads(ended.out)
    assert [row["position"] for row in tables["entries"]] == [1, 2, 3, 4]
    minutier("build", "night.txt", "--out", "out", *DESCRIBED)
    ended = minutier("extract", "night.txt", "--format", "csv", "--table", "quotes", *DESCRIBED)
    assert ended.out == Path("out/data/quotes.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--table", "birds"],
        ["--format", "csv"],
        ["--format", "csv", "--table", "quotes", "--table", "people"],
    ],
)
def test_extract_of_tables_that_cannot_be(minutier: Minutier, arguments: list[str]) -> None:
    ended = minutier("extract", "night.txt", *arguments, *DESCRIBED)
    assert ended.code == ExitCode.USAGE
    assert "entries" in ended.err


def test_explain_marks_the_very_characters(minutier: Minutier) -> None:
    minutier("build", "night.txt", "--out", "out", *DESCRIBED)
    for table, marked in {
        "quotes": '"⟦Merci à tous⟧", a lancé Jeanne Martin',
        "vote_results": "Jeanne Martin obtient ⟦58,65%⟧ des voix",
        "participation_snapshots": "La participation atteint ⟦41,5%⟧ à 17h",
    }.items():
        identifier = Path(f"out/data/{table}.csv").read_text(encoding="utf-8").splitlines()[-1].split(",")[0]
        ended = minutier("explain", identifier, "out")
        assert ended.code == ExitCode.OK, ended.err
        assert marked in ended.out
        assert "rule" in ended.out
        assert minutier("explain", identifier[:-2], "out").out == ended.out


def test_explain_of_a_source_that_is_withheld_gives_the_place(minutier: Minutier) -> None:
    minutier("build", "night.txt", "--out", "out", "--text-policy", "facts", *DESCRIBED)
    line = Path("out/data/quotes.csv").read_text(encoding="utf-8").splitlines()[1]
    ended = minutier("explain", line.split(",")[0], "out")
    assert ended.code == ExitCode.OK
    assert f"characters {NIGHT.index('Merci')}–{NIGHT.index('Merci') + len('Merci à tous')}" in ended.out


def test_explain_of_rows_that_stand_in_no_entry_tells_who_refers_to_them(minutier: Minutier) -> None:
    minutier("build", "night.txt", "--out", "out", "--contest", "fr-legislatives-2017", *DESCRIBED)
    quote = rows("out/data/quotes.csv")[0]["quote_id"]
    entry = rows("out/data/entries.csv")[-1]["entry_id"]
    (liveblog,) = (row["liveblog_id"] for row in rows("out/data/liveblogs.csv"))
    person = minutier("explain", "jeanne-martin", "out")
    assert person.code == ExitCode.OK, person.err
    assert f"quotes\tspeaker_id\t1\t{quote}" in person.out
    contest = minutier("explain", "fr-legislatives-2017/2", "out")
    assert f"liveblogs\tcontest_id, round\t1\t{liveblog}" in contest.out
    assert minutier("explain", "fr-leg", "out").out == contest.out
    assert "entries\tliveblog_id\t4" in minutier("explain", liveblog, "out").out
    assert f"quotes\tentry_id\t1\t{quote}" in minutier("explain", entry, "out").out


def test_explain_of_a_beginning_that_several_rows_have_names_some(minutier: Minutier) -> None:
    minutier("build", "night.txt", "--out", "out", *DESCRIBED)
    ended = minutier("explain", "result-", "out")
    assert ended.code == ExitCode.USAGE
    assert rows("out/data/vote_results.csv")[0]["vote_result_id"] in ended.err


@pytest.mark.parametrize("identifier", ["quote-ffffffffffff", "nights", "x\x00y"])
def test_explain_of_a_row_that_is_not_there(minutier: Minutier, identifier: str) -> None:
    minutier("build", "night.txt", "--out", "out", *DESCRIBED)
    ended = minutier("explain", identifier, "out")
    assert ended.code == ExitCode.USAGE
    assert "data/" in ended.err


def test_explain_without_a_package(minutier: Minutier) -> None:
    ended = minutier("explain", "quote-1", "nowhere")
    assert ended.code == ExitCode.INPUT
    assert "nowhere/datapackage.json: no such file" in ended.err


# The edges of the command line ------------------------------------------------------------------------------


def test_an_interruption_is_told_without_a_traceback(minutier: Minutier, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("minutier.pipeline.build", interrupt)
    ended = minutier("build", "night.txt", "--out", "out")
    assert ended == Ended(ExitCode.INTERRUPTED, "", "minutier: interrupted\n")


def test_a_reader_who_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "night.txt").write_text(NIGHT, encoding="utf-8")
    command = [sys.executable, "-m", "minutier", "extract", "night.txt", "--format", "json", *DESCRIBED]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert (process.stderr.read(), process.wait(60)) == ("", ExitCode.OK)


def test_help_and_version(minutier: Minutier) -> None:
    for arguments in (["--help"], ["--version"], ["build", "--help"]):
        ended = minutier(*arguments)
        assert (ended.code, ended.err) == (ExitCode.OK, "")
        assert "minutier" in ended.out.lower()


# diff -------------------------------------------------------------------------------------------------------


@pytest.fixture
def nights(minutier: Minutier) -> None:
    """Two packages, ``old`` and ``new``: a figure and what is said of it differ."""
    minutier("build", "night.txt", "--out", "old", "--name", "night", *DESCRIBED)
    Path("night.txt").write_text(NIGHT.replace("58,65%", "56,85%").replace("21h15", "21h20"), encoding="utf-8")
    minutier("build", "night.txt", "--out", "new", "--name", "night", *DESCRIBED)


def test_diff_ends_as_diff_does(minutier: Minutier, nights: None) -> None:
    same = minutier("diff", "old", "old/datapackage.json")
    assert (same.code, same.err) == (ExitCode.OK, "")
    assert same.out.startswith("the same: 10 tables, ")
    assert minutier("diff", "old", "new").code == ExitCode.FINDINGS
    quiet = minutier("diff", "old", "new", "--quiet")
    assert (quiet.code, quiet.out, quiet.err) == (ExitCode.FINDINGS, "", "")
    gone = minutier("diff", "old", "nowhere")
    assert (gone.code, gone.out) == (ExitCode.INPUT, "")
    assert "nowhere: there is no such package" in gone.err
    assert minutier("diff", "old", "new", "--table", "votes").code == ExitCode.USAGE


def test_diff_tells_people_what_changed(minutier: Minutier, nights: None) -> None:
    ended = minutier("diff", "old", "new", "--table", "liveblogs", "--table", "vote_results")
    lines = ended.out.splitlines()
    assert "liveblogs  1 changed" in lines
    assert "  coverage_end: 1 cell changed" in lines
    (changed,) = [line for line in lines if line.startswith("  ~ ")]
    assert "coverage_end: 2017-03-12T21:15:00+01:00 → 2017-03-12T21:20:00+01:00" in changed
    assert "vote_results  1 added, 1 removed" in lines
    assert lines[-1] == "different: 1 row added, 1 row removed, 1 row changed"


def test_diff_as_json_csv_and_markdown(minutier: Minutier, nights: None) -> None:
    told = json.loads(minutier("diff", "old", "new", "--format", "json").out)
    results = next(table for table in told["tables"] if table["name"] == "vote_results")
    assert (results["key"], results["added"], results["removed"]) == (["vote_result_id"], 1, 1)
    assert {example["kind"]: example["row"]["vote_pct"] for example in results["examples"]} == {
        "added": "56.85",
        "removed": "58.65",
    }
    lines = list(csv.DictReader(minutier("diff", "old", "new", "--format", "csv").out.splitlines()))
    assert {(line["old"], line["new"]) for line in lines if line["column"] == "vote_pct"} == {
        ("58.65", ""),
        ("", "56.85"),
    }
    page = minutier("diff", "old", "new", "--format", "markdown").out
    assert page.startswith("## Data diff: 0.1.0 → 0.1.0\n")
    assert "| vote\\_results | 2 | 1 | 1 | 0 |" in page


def test_diff_limits_what_is_told_and_counts_everything(minutier: Minutier, nights: None) -> None:
    few, all_ = (minutier("diff", "old", "new", "--limit", limit).out for limit in (1, 0))
    assert few.splitlines()[-1] == all_.splitlines()[-1]
    assert few.count("\n  ~ ") + few.count("\n  + ") < all_.count("\n  ~ ") + all_.count("\n  + ")
    assert "more" in few and "more" not in all_
