"""``text_policy: facts``: the prose of a source is in no file that is published."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import killing
from minutier import pipeline
from minutier.cli import run
from minutier.errors import ExitCode
from minutier.manifest import read_manifest
from minutier.publish.leaks import Leak, LeakCheck
from minutier.rights import leak_check
from minutier.tables import QUOTATION_LENGTH
from test_cli import Ended

Minutier = Callable[..., Ended]

SPEECH = " ".join(f"Nous tiendrons la promesse numéro {number} de notre programme." for number in range(12))

NIGHT = f"""\
Législatives partielles : la soirée du second tour, minute par minute

21h30: « {SPEECH} », déclare Jeanne Martin devant la presse.

21h15: Les militants chantent sous la pluie fine qui tombe depuis midi sur la place du marché. "Merci à tous",
a lancé Jeanne Martin à ses soutiens.

21h02: « Personne ne sait encore qui a écrit ces mots anonymes sur le mur de la permanence du parti »

20h40: Jeanne Martin obtient 58,65% des voix, selon la préfecture, tandis que la salle retient encore son souffle.

18h05: La participation atteint 41,5% à 17h, selon la préfecture, par rapport à la même heure au premier tour.
"""

OTHER = NIGHT.replace("Jeanne Martin", "Paul Durand").replace("militants", "curieux").replace("salle", "foule")


@pytest.fixture
def minutier(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Minutier:
    """Run a command in a project of two sources, of which one is withheld."""
    monkeypatch.chdir(tmp_path)
    sources = Path("data/sources")
    sources.mkdir(parents=True)
    (sources / "night.txt").write_text(NIGHT, encoding="utf-8")
    (sources / "other.txt").write_text(OTHER, encoding="utf-8")
    described = killing.MANIFEST.partition("sources:\n")
    one = described[2].rstrip("\n")
    other = one.replace("night.txt", "other.txt").replace("2017-03-12", "2017-03-19")
    text = f"{described[0]}sources:\n{one}\n    text_policy: facts\n{other}\n"
    Path("data/sources.yaml").write_text(text, encoding="utf-8")

    def ended(*arguments: object) -> Ended:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return ended


def check() -> LeakCheck:
    with pipeline.build(read_manifest(Path("data/sources.yaml"))) as built:
        checking = leak_check(built)
    assert checking
    return checking


def published(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".minutier" not in path.parts:
            yield path.relative_to(folder).as_posix(), path


def found(folder: Path) -> list[Leak]:
    return check().files(published(folder))


def rows(table: str) -> list[dict[str, str]]:
    with Path(f"data/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_published_file_holds_the_prose(minutier: Minutier, tmp_path: Path) -> None:
    ended = minutier("release")
    assert ended.code == ExitCode.OK, ended.err
    assert "night.txt: not in the zip" in ended.err
    assert minutier("publish", "--to", tmp_path / "store").code == ExitCode.OK
    assert minutier("get", "night", "--from", tmp_path / "store", "--out", tmp_path / "got").code == ExitCode.OK
    assert found(tmp_path / "dist") == found(tmp_path / "store") == found(tmp_path / "got") == []
    tables = [path for path in Path("data").iterdir() if path.is_file()]
    assert check().files((path.name, path) for path in tables) == []
    (leak,) = check().files([("night.txt", Path("data/sources/night.txt"))])
    assert "les militants chantent sous la pluie" in leak.words, "the test sees what it looks for"


def test_the_page_does_not_hold_the_prose(minutier: Minutier, tmp_path: Path) -> None:
    manifest = Path("data/sources.yaml")
    withheld = manifest.read_text(encoding="utf-8")
    checking = check()
    for text, leaking in [(withheld, False), (withheld.replace("facts", "full"), True)]:
        manifest.write_text(text, encoding="utf-8")
        assert minutier("build").code == ExitCode.OK
        assert minutier("page", ".", "--out", tmp_path / "page.html", "--force").code == ExitCode.OK
        assert bool(checking.files([("page.html", tmp_path / "page.html")])) == leaking


def test_the_other_source_is_published_whole(minutier: Minutier) -> None:
    minutier("release")
    with zipfile.ZipFile("dist/night-0.1.0.zip") as archive:
        packed = [name for name in archive.namelist() if name.startswith("data/sources/")]
    assert packed == ["data/sources/other.txt"]
    texts = {row["liveblog_id"]: row["text"] for row in rows("entries")}
    policies = {row["liveblog_id"]: row["text_policy"] for row in rows("liveblogs")}
    assert {policies[name]: bool(text) for name, text in texts.items()} == {"facts": False, "full": True}


def test_offsets_lengths_and_hashes_stay(minutier: Minutier) -> None:
    minutier("build")
    facts = next(row["liveblog_id"] for row in rows("liveblogs") if row["text_policy"] == "facts")
    for row in (row for row in rows("entries") if row["liveblog_id"] == facts):
        assert (row["text"], row["headline"]) == ("", "")
        assert int(row["char_end"]) > int(row["char_start"])
        assert len(row["text_sha256"]) == 64
    assert any(row["vote_pct"] == "58.65" for row in rows("vote_results") if row["liveblog_id"] == facts)
    assert minutier("validate").code == ExitCode.OK


def test_a_long_quotation_is_cut_and_its_identifier_is_the_same(minutier: Minutier) -> None:
    minutier("build")
    quotes = {row["speaker"]: row for row in rows("quotes") if row["char_end"] and len(row["quote"]) > 200}
    cut, whole = quotes["Jeanne Martin"], quotes["Paul Durand"]
    assert cut["quote"].endswith("[…]")
    assert len(cut["quote"]) <= QUOTATION_LENGTH + len(" […]")
    assert SPEECH.startswith(cut["quote"].removesuffix(" […]"))
    assert whole["quote"] == SPEECH
    assert int(cut["char_end"]) - int(cut["char_start"]) >= len(SPEECH)
    manifest = Path("data/sources.yaml")
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("facts", "full"), encoding="utf-8")
    minutier("build")
    assert cut["quote_id"] in {row["quote_id"] for row in rows("quotes")}


def test_what_is_withheld_later_does_not_come_back_in_the_changelog(minutier: Minutier) -> None:
    manifest = Path("data/sources.yaml")
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("facts", "full"), encoding="utf-8")
    minutier("release")
    manifest.write_text(text, encoding="utf-8")
    ended = minutier("release")
    assert ended.code == ExitCode.OK, ended.err
    assert check().files([("CHANGELOG.md", Path("data/CHANGELOG.md"))]) == []


def test_prose_in_the_manifest_stops_the_release(minutier: Minutier) -> None:
    manifest = Path("data/sources.yaml")
    words = "Les militants chantent sous la pluie fine qui tombe depuis midi"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(f"# {words}\n{text}", encoding="utf-8")
    ended = minutier("release")
    assert ended.code == ExitCode.FINDINGS
    assert "data/sources.yaml holds words of" in ended.err
    assert not Path("dist").exists()


def test_what_is_withheld_cannot_be_rebuilt_from_the_zip_and_that_is_told(minutier: Minutier, tmp_path: Path) -> None:
    minutier("release")
    assert minutier("verify", ".", "--rebuild").code == ExitCode.OK
    ended = minutier("verify", "dist/night-0.1.0.zip", "--rebuild")
    assert ended.code == ExitCode.INPUT
    assert "1 of its sources are not in it, night.txt among them" in ended.err


def test_a_rebuild_tells_what_differs(minutier: Minutier) -> None:
    minutier("build")
    source = Path("data/sources/other.txt")
    source.write_text(OTHER.replace("58,65", "58,95"), encoding="utf-8")
    ended = minutier("verify", ".", "--rebuild")
    assert ended.code == ExitCode.FINDINGS
    assert "data/vote_results.csv: is not what the sources give" in ended.out
    assert "data/people.csv" not in ended.out
    assert minutier("verify").code == ExitCode.OK


def test_other_bytes_of_the_same_rows_are_told_apart(minutier: Minutier) -> None:
    import pyarrow.parquet as pq

    minutier("build")
    path = Path("data/people.parquet")
    pq.write_table(pq.read_table(path), path, compression="none")
    descriptor = json.loads(Path("datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        if resource["path"] == "data/people.parquet":
            resource["bytes"] = path.stat().st_size
    Path("datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    ended = minutier("verify", ".", "--rebuild")
    assert ended.code == ExitCode.FINDINGS
    assert "data/people.parquet: has the same rows in other bytes" in ended.out


def test_a_package_without_its_sources_cannot_be_rebuilt(minutier: Minutier) -> None:
    minutier("build", "data/sources/other.txt", "--out", "out", "--date", "2017-03-19")
    ended = minutier("verify", "out", "--rebuild")
    assert ended.code == ExitCode.INPUT
    assert "there is no data/sources.yaml in it" in ended.err
    shutil.rmtree("out")
    assert minutier("verify", "out").code == ExitCode.INPUT
