"""The manifest: what it may say, and where a mistake in it stands."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from minutier.errors import ExitCode, InputError, UsageError
from minutier.manifest import read_manifest, source_from_options

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "reference" / "manifest.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)[1]  # type: ignore[index]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    return path


def test_the_documented_example_reads(path: Path) -> None:
    manifest = read_manifest(path)
    source, contest = manifest.sources[0], manifest.contests[0]
    assert manifest.package.name == "nuits-electorales"
    assert manifest.package.licenses[0]["name"] == "CC-BY-4.0"
    assert source.path == path.parent / "sources" / "primaire-gauche-2017-t2.txt"
    assert (source.date, source.round) == (date(2017, 1, 29), 2)
    assert source.facts_from[0].path.startswith("https://")
    assert [entry.round for entry in contest.rounds] == [1, 2]
    paris = timezone(timedelta(hours=1))
    assert contest.rounds[0].polls_close == datetime(2017, 1, 22, 19, tzinfo=paris)


def test_the_shipped_manifest_names_files_that_exist() -> None:
    manifest = read_manifest(ROOT / "data" / "sources.yaml")
    assert manifest.sources
    assert [source.path for source in manifest.sources if not source.path.is_file()] == []


def test_every_key_is_documented() -> None:
    from importlib.resources import files

    from minutier import yaml

    declared = yaml.load((files("minutier") / "manifest.schema.yaml").read_text(encoding="utf-8"))
    parts = [declared["$defs"][part] for part in ("package", "contest", "source")]
    keys = {key for part in (declared, *parts) for key in part["properties"]} - {"package", "contests"}
    assert {key for key in keys if f"`{key}`" not in GUIDE} == set()


def test_a_source_needs_only_its_path(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("sources:\n  - path: night.txt\n", encoding="utf-8")
    assert read_manifest(tmp_path / "m.yaml").sources[0].text_policy == "full"


def test_values_are_those_of_yaml_1_2(path: Path) -> None:
    path.write_text(EXAMPLE.replace("publisher: La Gazette", "publisher: no"), encoding="utf-8")
    assert read_manifest(path).sources[0].publisher == "no"


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("right", "wrong", "line", "problem", "remedy"),
    [
        (
            "    timezone: Europe/Paris",
            "    timezone: Europe/Pari",
            0,
            "no time zone 'Europe/Pari'",
            "'Europe/Paris'",
        ),
        ("    timezone: Europe/Paris", "    timezone: ../etc", 0, "no time zone '../etc'", "IANA"),
        ("    publisher: La", "    publishr: La", 0, "unknown key 'publishr'", "'publisher'"),
        ("    date: 2017-01-29", "    date: 2017-02-30", 0, "'2017-02-30' is not a day", "2017-01-29"),
        ("    date: 2017-01-29", "    date: 20170129", 0, "20170129", "docs/reference/manifest.md"),
        (
            "    contest: fr-prim",
            "    contest: fr-prin",
            0,
            "not among the contests",
            "fr-primaire-gauche-2017",
        ),
        ("    round: 2", "    round: zero", 0, "round 'zero' has to be a whole number", "docs/reference/manifest.md"),
        ("    round: 2", "    round: 0", 0, "0", "docs/reference/manifest.md"),
        ("    round: 2", "    round: 99999999999999999999", 0, "99999999999999999999", "docs/reference/manifest.md"),
        ("    timezone: Europe/Paris", "    timezone: localtime", 0, "no time zone 'localtime'", "Europe/Paris"),
        ("    timezone: Europe/Paris", "    timezone: right/Europe/Paris", 0, "no time zone 'right/", "Europe/Paris"),
        ("    language: fr", "    language: tlh", 0, "language 'tlh'", "add-a-language"),
        (
            "    license: CC-BY-4.0",
            "    text_policy: none",
            0,
            "text_policy 'none' is not one of full, facts",
            "",
        ),
        ("    license: CC-BY-4.0", "    sha256: abc", 0, "sha256 'abc'", "[0-9a-f]"),
        (
            "    license: CC-BY-4.0",
            "    captured_at: 2017-01-29",
            0,
            "'2017-01-29' is not an instant",
            "UTC offset",
        ),
        ("    path: sources", "    paths: sources", 0, "unknown key 'paths'", "'path'"),
        ("    election_type: primary", "    election_type: primry", 0, "'primry' is not one of primary", ""),
        (
            "      - {round: 2",
            "      - {round: 1",
            0,
            "round 1 of 'fr-primaire-gauche-2017' stands twice",
            "once",
        ),
        ("  version: 0.1.0", "  version: one", 0, "version 'one'", ""),
        ("    license: CC-BY-4.0", '    license: "CC\\0"', 0, "license 'CC\\x00'", ""),
        ("    license: CC-BY-4.0", "    captured_at: 0001-01-01T00:00:00+14:00", 0, "is not an instant", ""),
        ("sources:\n", "source:\n", 0, "unknown key 'source'", "'sources'"),
        ("    title: La soirée", "  title: La soirée", 0, "not YAML", "docs/reference/manifest.md"),
        ("    language: fr", "    language: fr\n    language: en", 1, "'language' stands twice", ""),
    ],
)
def test_a_mistake_is_told_with_its_line_and_remedy(
    path: Path, right: str, wrong: str, line: int, problem: str, remedy: str
) -> None:
    assert right in EXAMPLE
    text = EXAMPLE.replace(right, wrong, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_manifest(path)
    found = int(raised.value.place.removeprefix(f"{path}, line "))
    wanted = line_of(EXAMPLE, right) + line
    assert found == wanted or (problem == "not YAML" and abs(found - wanted) <= 1)
    assert problem in raised.value.problem
    assert remedy in raised.value.remedy
    assert raised.value.exit_code == ExitCode.INPUT


def test_an_identifier_that_stands_twice_is_told_with_both_lines(path: Path) -> None:
    text = EXAMPLE + "  - id: primaire-gauche-2017-t2\n    path: other.txt\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_manifest(path)
    assert raised.value.place == f"{path}, line {text.count(chr(10)) - 1}"
    assert f"already on line {line_of(text, '  - id: primaire')}" in raised.value.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"- a\n", "the manifest has to be a mapping"),
        (b"sources: 3\n", "sources 3 has to be a list"),
        (b"sources:\n  - night.txt\n", "item 1 'night.txt' has to be a mapping"),
        (b"a: [", "not YAML"),
        (b"sources: &all [{path: night.txt, facts_from: *all}]", "is not valid"),
    ],
)
def test_what_is_not_a_manifest_is_told(tmp_path: Path, content: bytes | None, problem: str) -> None:
    path = tmp_path / "sources.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=problem) as raised:
        read_manifest(path)
    assert raised.value.place.startswith(str(path))
    assert raised.value.remedy


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("date", "yesterday"),
        ("date", "0001-01-01"),
        ("date", "9999-12-31"),
        ("timezone", "Paris"),
        ("language", "tlh"),
        ("contest", "Primaire 2017"),
        ("text_policy", "some"),
    ],
)
def test_options_are_held_to_the_same_rules(option: str, value: str) -> None:
    with pytest.raises(UsageError) as raised:
        source_from_options(Path("night.txt"), {option: value})
    assert raised.value.place == f"option --{option.replace('_', '-')}"
    assert value in raised.value.problem
