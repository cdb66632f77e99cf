"""Prose that is withheld is found in whatever is published, and what may be published is not taken for it."""

from __future__ import annotations

import base64
import gzip
import html
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from minutier.errors import InputError
from minutier.publish.leaks import RUN, Leak, Withheld, leaks
from minutier.tables import QUOTATION_LENGTH

PROSE = "Dans la salle, l’œil rivé sur l'écran géant, les militants attendent une annonce qui ne vient pas."
QUOTE = "Nous avons fait une belle campagne et nous irons jusqu'au bout de cette soirée"
TEXT = f"La soirée du second tour à la préfecture de région, minute par minute\n\n20h41: {PROSE} « {QUOTE} », dit-elle."
DOCUMENT = Withheld(
    "night",
    TEXT,
    ((TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE)),),
    ("La soirée du second tour à la préfecture de région, minute par minute",),
)


def found(path: Path) -> list[Leak]:
    return leaks([(path.name, path)], [DOCUMENT])


def as_csv(path: Path, text: str) -> Path:
    path = path.with_suffix(".csv")
    path.write_text(f'entry_id,text\na,"{text}"\n', encoding="utf-8")
    return path


def as_parquet(path: Path, text: str) -> Path:
    pq.write_table(pa.table({"entry_id": ["a", "b"], "text": [None, text]}), path.with_suffix(".parquet"))
    return path.with_suffix(".parquet")


def as_footer(path: Path, text: str) -> Path:
    table = pa.table({"entry_id": ["a"]}).replace_schema_metadata({"description": text})
    pq.write_table(table, path.with_suffix(".parquet"))
    return path.with_suffix(".parquet")


def as_json(path: Path, text: str) -> Path:
    path.write_text(json.dumps({"description": text}), encoding="ascii")
    return path


def as_page(path: Path, text: str) -> Path:
    marked = html.escape(text).replace("é", "&eacute;").replace("salle", "<mark>sal</mark>le")
    path.write_text(f"<!doctype html><p>{marked}</p>", encoding="utf-8")
    return path


def as_words_apart(path: Path, text: str) -> Path:
    path.write_text("".join(f"<span>{word}</span>" for word in text.split()), encoding="utf-8")
    return path


def as_table_in_a_page(path: Path, text: str) -> Path:
    table = as_parquet(path, text).read_bytes()
    path.write_text(f'<script>const table = "{base64.b64encode(table).decode()}"</script>', encoding="utf-8")
    return path


def as_gzip(path: Path, text: str) -> Path:
    path.write_bytes(gzip.compress(text.encode()))
    return path


def as_zip(path: Path, text: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README", "nothing")
        archive.write(as_csv(path, text), "data/entries.csv")
    return path


def as_page_in_a_zip(path: Path, text: str) -> Path:
    page = as_table_in_a_page(path.with_name("page.html"), text)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(page, "index.html")
    return path


def as_database(path: Path, text: str) -> Path:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entries (text)")
    connection.execute("INSERT INTO entries VALUES (?)", (text,))
    connection.commit()
    connection.close()
    return path


FORMS: list[Callable[[Path, str], Path]] = [
    as_csv, as_parquet, as_footer, as_json, as_page, as_words_apart, as_table_in_a_page, as_gzip, as_zip,
    as_page_in_a_zip, as_database,
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_prose_is_found(form: Callable[[Path, str], Path], tmp_path: Path) -> None:
    met = found(form(tmp_path / "published", PROSE))
    assert met
    assert {leak.document for leak in met} == {"night"}
    assert all(leak.file.startswith("published") for leak in met)
    assert any("les militants attendent une annonce" in leak.words for leak in met)


@pytest.mark.parametrize("form", FORMS)
def test_quotations_and_titles_are_no_leak(form: Callable[[Path, str], Path], tmp_path: Path) -> None:
    assert not found(form(tmp_path / "published", QUOTE))
    assert not found(form(tmp_path / "published", DOCUMENT.titles[0]))
    assert not found(form(tmp_path / "published", "Une tout autre histoire, avec des mots qui ne sont pas dans "))


def test_the_place_in_a_zip_is_told(tmp_path: Path) -> None:
    words = "dans la salle l œil rivé sur l écran géant les militants attendent une annonce qui ne vient pas"
    assert found(as_zip(tmp_path / "a.zip", PROSE)) == [Leak("a.zip!data/entries.csv", "night", words)]


def test_typography_does_not_hide_prose(tmp_path: Path) -> None:
    changed = PROSE.upper().replace("’", "'").replace(" ", "\u00a0\n").replace("E\u0301", "É")
    assert found(as_csv(tmp_path / "a", changed))


def test_it_takes_a_run_of_words(tmp_path: Path) -> None:
    words = PROSE.split()
    assert not found(as_csv(tmp_path / "a", " ".join(words[8 : 8 + RUN - 1])))
    assert found(as_csv(tmp_path / "a", " ".join(words[8 : 8 + RUN])))


def test_words_of_two_cells_are_no_run(tmp_path: Path) -> None:
    words = PROSE.split()[8:]
    (tmp_path / "a.csv").write_text(f"{' '.join(words[:5])},{' '.join(words[5:9])}\n", encoding="utf-8")
    assert not found(tmp_path / "a.csv")


def test_a_long_quotation_may_be_published_in_part(tmp_path: Path) -> None:
    words = " ".join(f"mot{number}" for number in range(200))
    document = Withheld("long", words, ((0, len(words)),))
    for part, leaking in [(words[:QUOTATION_LENGTH], False), (words[:-50], True), (words[400:600], True)]:
        path = as_csv(tmp_path / "a", part)
        assert bool(leaks([("a.csv", path)], [document])) == leaking


def test_what_cannot_be_looked_into_is_no_silence(tmp_path: Path) -> None:
    path = as_zip(tmp_path / "a.zip", "x")
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(InputError, match="cannot be looked into"):
        found(path)
    with pytest.raises(InputError, match="No such file"):
        found(tmp_path / "gone")
