"""The page as a file: what goes into it, what must not, and where it is written."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from minutier.cli import run
from minutier.errors import ExitCode
from minutier.package import open_package
from minutier.page import document, gather, is_page
from minutier.page.document import LANGUAGES, labels, libraries, to_json
from minutier.page.gather import FACTS, LEFT_OUT
from minutier.tables import schema
from page import nights

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return nights.build(tmp_path_factory.mktemp("page"))


class Elements(HTMLParser):
    """Every element of a page, with its attributes and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(("", {}, []))

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1][2].append(data)

    def all(self, tag: str) -> Iterator[tuple[dict[str, str | None], str]]:
        return ((attributes, "".join(text)) for name, attributes, text in self.found if name == tag)


def data_of(text: str) -> dict[str, Any]:
    """Identifier → value of the JSON blocks."""
    blocks = Elements(text).all("script")
    return {str(known["id"]): json.loads(block) for known, block in blocks if known.get("type") == "application/json"}


# What goes into it ------------------------------------------------------------------------------------------


def test_it_holds_the_tables_as_they_are_published(package: Path) -> None:
    data = data_of(nights.page(package))
    assert [row["liveblog_id"] for row in data["package_data"]["liveblogs"]] == ["evening", "withheld", "first-round"]
    for table in ("entries", *FACTS):
        with (package / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            published = [row for row in csv.DictReader(file) if row["liveblog_id"] == "evening"]
        held = data["night_0"][table]
        assert held["columns"] == [name for name in schema(table).columns if name not in LEFT_OUT]
        rows = [dict(zip(held["columns"], row, strict=True)) for row in held["rows"]]
        assert len(rows) == len(published) > 0
        for row, cells in zip(rows, sorted(published, key=lambda row: int(row.get("position") or 0))
                              if table == "entries" else published, strict=True):  # fmt: skip
            for name, value in row.items():
                assert (value is None) == (cells[name] == "")
                if isinstance(value, bool):
                    assert cells[name] == str(value).lower()
                elif isinstance(value, int | float):
                    assert float(cells[name]) == value
                elif value is not None:
                    assert cells[name] == value


def test_the_same_package_gives_the_same_bytes_whatever_the_surroundings(package: Path, tmp_path: Path) -> None:
    pages = []
    for seed, zone, locale in (("1", "UTC", "C.UTF-8"), ("2", "Asia/Tokyo", "C")):
        out = tmp_path / f"{seed}.html"
        command = [sys.executable, "-m", "minutier", "page", str(package), "--out", str(out)]
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        subprocess.run(
            command,
            check=True,
            env=surroundings,
            capture_output=True,
        )
        pages.append(out.read_bytes())
    assert pages[0] == pages[1] == nights.page(package).encode("utf-8")


def test_its_language_is_that_of_most_live_blogs(package: Path, tmp_path: Path) -> None:
    assert next(Elements(nights.page(package)).all("html"))[0]["lang"] == "fr"
    (tmp_path / "en.txt").write_text(nights.WITHHELD, encoding="utf-8")
    options = ["--date", "2017-03-09", "--timezone", "Europe/London", "--language", "en", "--contest", "uk-x-2017"]
    assert run(["build", str(tmp_path / "en.txt"), "--out", str(tmp_path / "en"), *options]) == ExitCode.OK
    assert next(Elements(nights.page(tmp_path / "en")).all("html"))[0]["lang"] == "en"


# What must not get into it ----------------------------------------------------------------------------------


def test_no_words_of_a_live_blog_that_is_withheld(package: Path) -> None:
    text = nights.page(package)
    assert "victory tonight" in text, "quotes are facts"
    assert [words for words in nights.PROSE if words in text or words in json.dumps(data_of(text))] == []


def test_words_are_withheld_even_if_the_package_holds_them(package: Path, tmp_path: Path) -> None:
    text = nights.page(
        Path(copied(package, tmp_path / "x", "liveblogs", lambda text: text.replace(",full,", ",facts,")))
    )
    assert "Dimanche 12 mars" not in text
    assert "on ne sait pas pourquoi" not in text
    assert "formidables" in text, "quotes are facts"


def test_nothing_of_the_source_becomes_markup(package: Path) -> None:
    text = nights.page(package)
    elements = Elements(text)
    assert [known.get("type") for known, _ in elements.all("script")] == ["application/json"] * 4 + [None] * 3
    assert not list(elements.all("img"))
    assert not re.search("<!--|<script>window|\u2028|\u2029", text.rpartition("<!-- sha256")[0])
    entries = data_of(text)["night_0"]["entries"]
    words = "".join(str(row[entries["columns"].index("text")]) for row in entries["rows"])
    assert words.count(nights.HOSTILE) == 2, "it is there, as text"


@pytest.mark.parametrize(
    "value", ["</script>", "<!--", "]]>", "&lt;", "\u2028\u2029", "\x00\x1f\x7f", "\ud83d\ude00", "'\"\\"]
)
def test_json_survives_a_script_element(value: str) -> None:
    encoded = to_json({"a": value})
    assert not re.search("[<>&\u2028\u2029\x00-\x1f]", encoded)
    assert json.loads(encoded) == {"a": value}


def test_nothing_is_fetched_and_only_its_own_scripts_run(package: Path) -> None:
    elements = Elements(nights.page(package))
    policy = next(str(known["content"]) for known, _ in elements.all("meta") if known.get("http-equiv"))
    assert policy.startswith("default-src 'none'; ")
    assert "http" not in policy
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    scripts = [text for known, text in elements.all("script") if not known.get("type")]
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts]
    assert directives["script-src"].split() == hashes
    assert directives.keys() == {"default-src", "script-src", "style-src", "img-src", "base-uri", "form-action"}
    loading = [(tag, known) for tag, known, _ in elements.found if {"src", "srcset", "data", "action"} & known.keys()]
    assert loading == []
    assert [known["href"] for known, _ in elements.all("link")] == ["data:,"]
    style = "".join(text for _, text in elements.all("style"))
    assert not re.search(r"url\(|@import", style)


# What it carries --------------------------------------------------------------------------------------------


def test_the_libraries_are_those_declared_and_keep_their_notices(package: Path) -> None:
    folder = files("minutier.page") / "vendor"
    text = nights.page(package)
    declared = {"vendor.yaml"}
    for name, known in libraries().items():
        library = (folder / known["file"]).read_bytes()
        assert hashlib.sha256(library).hexdigest() == known["sha256"], name
        assert f"v{known['version']} ".encode() in library[:80]
        notice = (folder / known["notice"]).read_text(encoding="utf-8")
        assert notice.strip() in text
        assert known["license"] == "ISC" and "*/" not in notice
        assert not re.search(rb"</script|<!--", library, re.IGNORECASE)
        declared |= {known["file"], known["notice"]}
    assert {item.name for item in folder.iterdir()} == declared


def test_every_label_is_there_in_every_language() -> None:
    known = labels()
    for key, label in known["ui"].items():
        assert set(label) == set(LANGUAGES), key
        fields = {language: set(re.findall(r"\{\w+\}", text)) for language, text in label.items()}
        assert len({frozenset(found) for found in fields.values()}) == 1, key
    for table in FACTS:
        for field in schema(table).fields:
            categories = {each["value"] for each in field.descriptor.get("categories", ())}
            assert categories <= set(known["values"].get(field.name, {})), f"{table}.{field.name}"
            if not field.name.endswith("_id") and "char_" not in field.name and field.name not in ("position",):
                assert set(known["columns"][field.name]) == set(LANGUAGES) - {"en"}, field.name
    for values in known["values"].values():
        assert all(set(label) == set(LANGUAGES) for label in values.values())


def test_every_label_that_the_script_asks_for_exists() -> None:
    folder = files("minutier.page") / "assets"
    script = "".join(item.read_text(encoding="utf-8") for item in folder.iterdir() if item.name.endswith(".js"))
    asked = set(re.findall(r'\bt\("(\w+)"', script))
    assert asked <= labels()["ui"].keys()
    used = (
        asked
        | set(re.findall(r'"(\w+)"', script))
        | {name.split("{")[0] for name in re.findall(r"t\(`(\w+)\$", script)}
    )
    unused = [
        key
        for key in labels()["ui"]
        if key not in used and not any(key.startswith(name) for name in re.findall(r"t\(`(\w+_)\$", script))
    ]
    assert [key for key in unused if key not in ("noscript", "language_name")] == []


# The command ------------------------------------------------------------------------------------------------


def test_the_command_writes_the_page_and_says_so(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.html"
    assert run(["page", str(package), "--out", str(out)]) == ExitCode.OK
    assert out.read_text(encoding="utf-8") == nights.page(package)
    told = capsys.readouterr()
    assert told.out == f"{out}: {out.stat().st_size:,} bytes, 3 live blogs\n"
    assert told.err == ""
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_package_in_a_zip_gives_the_same_page(package: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", package)
    assert run(["page", archive, "--out", str(tmp_path / "page.html")]) == ExitCode.OK
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == nights.page(package)


def test_a_page_is_replaced_and_somebodys_work_is_not(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.html"
    command = ["page", str(package), "--out", str(out)]
    assert run(command) == run(command) == ExitCode.OK
    made = out.read_text(encoding="utf-8")
    assert is_page(made.encode("utf-8"))
    for work in ("<p>An article", "", made.replace("<body>", "<body><p>Our own words")):
        out.write_text(work, encoding="utf-8")
        assert run(command) == ExitCode.OUTPUT
        assert out.read_text(encoding="utf-8") == work
        assert "--force" in capsys.readouterr().err
    assert run([*command, "--force"]) == ExitCode.OK
    assert out.read_text(encoding="utf-8") == made


def test_what_is_no_file_is_never_replaced(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert run(["page", str(package), "--out", str(tmp_path / "pipe"), "--force"]) == ExitCode.OUTPUT
    assert "is not a file" in capsys.readouterr().err
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("out", "problem"),
    [(".", "is a folder"), ("file/page.html", "there is no folder"), ("no/page.html", "there is no")],
)
def test_a_place_that_cannot_be_written(
    package: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    out: str,
    problem: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("", encoding="utf-8")
    assert run(["page", str(package), "--out", out]) == ExitCode.OUTPUT
    assert problem in capsys.readouterr().err


def copied(package: Path, folder: Path, table: str, change: Callable[[str], str]) -> str:
    """A package of CSV files, as by hand: one of its tables is changed."""
    (folder / "data").mkdir(parents=True)
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"] = [each for each in descriptor["resources"] if each["path"].endswith(".csv")]
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    for source in (package / "data").glob("*.csv"):
        text = source.read_text(encoding="utf-8")
        (folder / "data" / source.name).write_text(change(text) if source.stem == table else text, encoding="utf-8")
    return str(folder)


def test_a_package_that_cannot_be_shown(package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    many = copied(package, tmp_path / "many", "vote_results", lambda text: text.replace("58.65", "many"))
    empty = copied(package, tmp_path / "empty", "liveblogs", lambda text: text.splitlines()[0] + "\n")
    for place, problem in {
        str(tmp_path / "nowhere"): "no such file",
        str(tmp_path / "other"): "no table 'liveblogs'",
        many: "many",
        empty: "no live blog",
    }.items():
        assert run(["page", place, "--out", str(tmp_path / "page.html")]) == ExitCode.INPUT
        told = capsys.readouterr().err
        assert place in told and problem in told
    assert not (tmp_path / "page.html").exists()


def test_the_shipped_package_makes_a_page_of_moderate_size() -> None:
    assert 600_000 < len(document(gather(open_package(ROOT))).encode("utf-8")) < 3_000_000


def test_the_picture_in_the_readme_is_light() -> None:
    picture = (ROOT / "docs" / "page.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000
    assert "(docs/page.png)" in (ROOT / "README.md").read_text(encoding="utf-8")
