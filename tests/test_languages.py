"""Languages: how a data file is read, what may be left out of it, and that a third one works."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from minutier import languages
from minutier.cli import run
from minutier.document import Document, Entry, Liveblog
from minutier.errors import ExitCode, InputError
from minutier.evaluate import evaluate, total
from minutier.extract import SECTIONS, TABLES, extract, missing_sections
from minutier.languages import NOTHING, Section, detect, language, listed

GOLD = Path(__file__).parent / "gold-de"
CHRONICLE = GOLD / "g41-bundestagswahl-2021.txt"


def test_a_list_in_plain_text() -> None:
    assert listed("# comment\n\na | b\n  c\n") == ["a | b", "c"]
    assert listed("# comment\n[m]\nadam\n[f]\nada\neva\n") == {"m": ["adam"], "f": ["ada", "eva"]}
    assert listed("") == []


def test_what_a_section_leaves_out_matches_nothing_and_lists_nothing() -> None:
    section = Section({"said": "sagt"})
    assert section["said"] == "sagt"
    assert section["missing"] is NOTHING
    assert list(section["missing"]) == []
    assert f"(?:{section['missing']})" == "(?:(?!))"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Die Wahllokale sind offen, und der Bundeswahlleiter wird sich noch nicht äußern.", "de"),
        ("Les bureaux sont ouverts et le ministère ne dira rien avant ce soir.", "fr"),
        ("The polls are open and it will be a long night for all of us.", "en"),
    ],
)
def test_a_text_tells_its_language(text: str, code: str) -> None:
    assert detect(text) == code


def test_the_guide_names_every_section_and_what_each_table_needs() -> None:
    guide = (Path(__file__).parent.parent / "docs" / "how-to" / "add-a-language.md").read_text(encoding="utf-8")
    sections = {name for code in languages.available() for name in language(code).sections}
    assert [name for name in sorted(sections) if f"**`{name}`**" not in guide] == []
    for table, names in SECTIONS.items():
        assert f"| {table.replace('_', ' ')} | {', '.join(f'`{name}`' for name in names)} |" in guide


# German -----------------------------------------------------------------------------------------------------


def test_german_entries_quotes_and_turnout_are_found() -> None:
    figures = {measure: count.f1 for measure, count in total(evaluate(GOLD)).items()}
    assert {m: f for m, f in figures.items() if f < 1} == {}


def test_a_german_live_blog_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", str(CHRONICLE), "--table", "participation_snapshots", "--format", "json"]) == ExitCode.OK
    captured = capsys.readouterr()
    rows = json.loads(captured.out)["participation_snapshots"]
    assert [row["turnout_pct"] for row in rows] == [36.5, 41.1, 76.6, 76.2]
    assert rows[0]["as_of"] == "2021-09-26T14:00:00+02:00"
    assert "vote_results is not read in 'de': its language file has no results section" in captured.err


def test_a_german_live_blog_is_built_and_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = tmp_path / "package"
    assert run(["build", str(CHRONICLE), "--out", str(package)]) == ExitCode.OK
    assert run(["validate", str(package)]) == ExitCode.OK
    assert "Annalena Baerbock" in (package / "data" / "quotes.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("Norbert Hofer ist da. „Ich gratuliere“, sagte Hofer am Abend.", "Ich gratuliere", "Norbert Hofer"),
        ("»Ich bin traurig«, schrieb Norbert Hofer.", "Ich bin traurig", "Norbert Hofer"),
        ("Alexander Van der Bellen: „Danke!“", "Danke!", "Alexander Van der Bellen"),
        ("Am 4. Dezember sagte Norbert Hofer: „Danke!“", "Danke!", "Norbert Hofer"),
    ],
)
def test_german_words_are_given_to_who_said_them(text: str, quote: str, speaker: str) -> None:
    (row,) = read(text, "de")["quotes"]
    assert (row["quote"], row["speaker"]) == (quote, speaker)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Die Wahlbeteiligung lag bei 74,2 Prozent.", [74.2]),
        ("Um 14 Uhr betrug die Wahlbeteiligung 33,9 %.", [33.9]),
        ("Bis 17.30 Uhr haben 61 Prozent der Wahlberechtigten ihre Stimme abgegeben.", [61.0]),
        ("Die SPD kommt auf 26 Prozent der Stimmen.", []),
        ("Am Abend sind es noch 12 Grad in Wien.", []),
    ],
)
def test_german_turnout(text: str, figures: list[float]) -> None:
    assert [row["turnout_pct"] for row in read(text, "de")["participation_snapshots"]] == figures


def test_a_german_noun_is_nobody() -> None:
    from minutier.extract.people import People

    people = People("Der Kanzler und die Opposition warten auf das Ergebnis der Wahl in Aachen.", language("de"))
    assert [m.entity.name for m in people.mentions] == ["Aachen"]


# What may be left out ---------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of language files of one's own, in place of the package's."""
    monkeypatch.setattr(languages, "files", lambda _package: tmp_path)
    languages.available.cache_clear()
    languages.language.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    languages.available.cache_clear()
    languages.language.cache_clear()


def read(text: str, code: str) -> dict[str, list[dict[str, object]]]:
    zone = ZoneInfo("Europe/Berlin")
    liveblog = Liveblog("night", code, zone.key, date(2016, 12, 4), "contest", 1)
    return extract(Document(text), [Entry("e1", 1, "update", 0, len(text))], liveblog, language(code)).rows


TEXT = "14.30 Uhr: Die Wahlbeteiligung lag bei 74,2 Prozent. „Danke“, sagte Norbert Hofer. Die FPÖ hat 46 Prozent."


@pytest.mark.parametrize("lacking", ["", *sorted({name for names in SECTIONS.values() for name in names})])
def test_a_table_is_read_when_the_sections_it_needs_are_there(folder: Path, lacking: str) -> None:
    from minutier import yaml

    source = Path(languages.__file__).parent / "de.yaml"
    assert yaml.load(source.read_text(encoding="utf-8"))
    kept, skipping = [], False
    for line in source.read_text(encoding="utf-8").splitlines():
        if line[:1].isalpha():
            skipping = line.startswith(f"{lacking}:") if lacking else False
        if not skipping:
            kept.append(line)
    code = f"x{lacking[:3]}"  # caches go by code
    (folder / f"{code}.yaml").write_text("\n".join(kept), encoding="utf-8")
    rows = read(TEXT, code)
    unread = missing_sections(language(code))
    assert set(unread) == {
        table for table, names in SECTIONS.items() if {lacking, "results", "endorsements"} & {*names}
    }
    assert {table for table in TABLES if rows[table]} == set(TABLES) - set(unread)


def test_a_key_that_a_section_cannot_do_without_is_named(folder: Path) -> None:
    source = (Path(languages.__file__).parent / "de.yaml").read_text(encoding="utf-8")
    (folder / "xk.yaml").write_text(source.replace("  scales:", "  skales:"), encoding="utf-8")
    with pytest.raises(InputError, match=r"xk\.yaml: numbers has no 'scales'"):
        read(TEXT, "xk")


def test_the_shortest_of_language_files(folder: Path) -> None:
    (folder / "zz.yaml").write_text("stopwords: [zz]\n", encoding="utf-8")
    assert languages.available() == ("zz",)
    assert all(not rows for rows in read(TEXT, "zz").values())
    assert set(missing_sections(language("zz"))) == set(TABLES)
