"""Formats are told from the content; what cannot be read is an error with a remedy."""

from __future__ import annotations

import codecs
import gzip
import json
from pathlib import Path

import pytest

from minutier.document import MarkKind
from minutier.errors import InputError
from minutier.read import compression, read, read_file

from . import nights
from .nights import ITEMS

PAGE = nights.page(nights.articles())


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.xml", "a.warc.gz", ""])
@pytest.mark.parametrize(
    ("data", "source_format"),
    [
        (nights.as_text().encode(), "text"),
        (PAGE.encode(), "html"),
        (b"\n\n<!-- saved -->\n" + PAGE.encode(), "html"),
        (nights.articles().encode(), "html"),
        (b'<?xml version="1.0"?>' + PAGE.encode(), "html"),
        (b"Un mot devant. " + nights.articles().encode(), "html"),
        (json.dumps(nights.linked_data(), indent=1).encode(), "json"),
        (json.dumps([nights.linked_data()]).encode(), "json"),
        (nights.as_atom().encode(), "feed"),
        (nights.as_rss("1.0").encode(), "feed"),
        (nights.as_json_feed().encode(), "feed"),
        (nights.as_warc(PAGE.encode()), "warc"),
        (b"[20h41] Un direct dont les heures sont entre crochets.", "text"),
        (b"{20h41} Un autre direct.", "text"),
        (b"20h41 : 3 < 4, dit-il, et 5 > 4.", "text"),
    ],
)
def test_the_format_is_told_from_the_content(data: bytes, source_format: str, name: str) -> None:
    for packed in (data, gzip.compress(data)):
        (document,) = read(packed, name)
        assert document.source_format == source_format


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_page_in_any_unicode(encoding: str) -> None:
    (document,) = read(PAGE.encode(encoding))
    assert nights.TITLE in document.text
    assert len(document.marks_of(MarkKind.ENTRY)) == len(ITEMS)


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "iso-8859-15", "macintosh", "windows-1250"])
def test_a_page_says_its_encoding(encoding: str) -> None:
    page = PAGE.replace("utf-8", encoding).encode(encoding, "xmlcharrefreplace")
    (document,) = read(page)
    assert nights.TITLE in document.text
    assert [issue.code for issue in document.issues] == ["legacy-encoding"]


def test_a_page_that_says_the_wrong_encoding_is_read_by_its_bytes() -> None:
    (document,) = read(PAGE.replace("utf-8", "iso-8859-1").encode())
    assert nights.TITLE in document.text


def test_two_encodings_in_one_page() -> None:
    page = PAGE.encode().replace("dépouillement".encode(), "dépouillement".encode("cp1252"))
    (document,) = read(page)
    assert "dépouillement" in document.text and nights.TITLE in document.text
    assert [issue.code for issue in document.issues] == ["mixed-encoding"]


def test_text_that_was_decoded_twice_is_repaired_and_said() -> None:
    page = PAGE.replace("dépouillement", "dépouillement, très « près » de l’été à Nîmes,")
    (document,) = read(page.encode().decode("latin-1").encode())
    (sloppy,) = read(page.encode().decode("cp1252", "replace").encode())
    assert "dépouillement, très « près » de l’été à Nîmes," in document.text
    assert [issue.code for issue in document.issues] == ["mojibake"]
    assert "mojibake" in [issue.code for issue in sloppy.issues]


def test_letters_that_may_be_meant_are_left() -> None:
    (document,) = read(PAGE.replace("dépouillement", "dépouillement, Ã© compris,").encode())
    assert "Ã© compris" in document.text and not document.issues


def test_very_long_lines_are_not_repaired() -> None:
    (document,) = read(("20h41: " + "Ã©lu " * 40_000).encode())
    assert "Ã©lu" in document.text
    assert "0 of them were repaired" in next(issue.message for issue in document.issues if issue.code == "mojibake")


def test_nul_characters_are_left_out() -> None:
    (document,) = read(PAGE.replace("bureaux", "bu\0reaux").encode())
    assert "Les bureaux ferment" in document.text
    assert [issue.code for issue in document.issues] == ["nul-characters"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n\t",
        b"\0" * 100,
        codecs.BOM_UTF8,
        b"<!DOCTYPE html>",
        b"<html><body><script>x</script></body></html>",
        b'{"@type": "NewsArticle", "headline": "x"}',
        b"[1, 2, 3]",
        gzip.compress(b"", mtime=0),
        b"\x1f\x8b",
        b"\x1f\x8b\x08\x00garbage",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    ],
)
def test_what_cannot_be_read_is_an_error_with_a_remedy(data: bytes) -> None:
    with pytest.raises(InputError) as error:
        list(read(data, "the-file"))
    assert error.value.place == "the-file"
    assert error.value.problem and error.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"LiveBlogPosting","liveBlogUpdate":' + "[" * 1_000_000,
        '{"@type": "LiveBlogPosting", oops',
        '[{"datePublished": "2022-06-19T20:00:00Z", "articleBody": ',
        '{"a":1}\n{"b":2}\n',
    ],
    ids=["brackets", "broken", "breaks off", "lines"],
)
def test_json_that_cannot_be_read_is_said(text: str) -> None:
    with pytest.raises(InputError, match="the JSON cannot be read") as error:
        list(read(text.encode(), "posts.json"))
    assert error.value.place == "posts.json" and error.value.remedy


@pytest.mark.parametrize("text", ["[20h41] Hamon.\n\n[20h50] Valls.\n", "{Direct} 20h41 : Hamon.", "[[20h41]] Hamon."])
def test_texts_that_begin_with_a_bracket(text: str) -> None:
    (document,) = read(text.encode())
    assert document.source_format == "text"


def test_a_gzip_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    (document,) = read(gzip.compress(PAGE.encode())[:-12])
    assert nights.TITLE in document.text
    assert [issue.code for issue in document.issues] == ["truncated-gzip"]


@pytest.mark.parametrize("place", [-8, -5, -4, -1])
@pytest.mark.parametrize("times", [1, 400])
def test_a_gzip_file_whose_checksum_is_wrong_is_read(place: int, times: int) -> None:
    page = PAGE.replace("</main>", "<p>Encore une ligne de la nuit.</p>" * times + "</main>")
    data = bytearray(gzip.compress(page.encode()))
    data[place] ^= 0xFF
    (document,) = read(bytes(data))
    (whole,) = read(page.encode())
    assert document.text == whole.text
    assert [issue.code for issue in document.issues] == ["truncated-gzip"]


def test_a_gzip_file_damaged_in_its_middle_is_read_up_to_there() -> None:
    data = bytearray(gzip.compress(PAGE.encode()))
    data[len(data) * 3 // 4] ^= 0xFF
    (document,) = read(bytes(data))
    assert nights.TITLE in document.text
    assert document.issues[0].code == "truncated-gzip"


def test_members_of_a_gzip_file_are_joined() -> None:
    data = PAGE.encode()
    (document,) = read(gzip.compress(data[:900]) + gzip.compress(data[900:]) + b"\0" * 512)
    assert len(document.marks_of(MarkKind.ENTRY)) == len(ITEMS)
    assert document.issues == ()


def test_a_file_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "MAX_BYTES", 1 << 20)
    bomb = gzip.compress(b"<p>" + b" " * (32 << 20))
    for data in (bomb, gzip.compress(bomb)):
        with pytest.raises(InputError, match="more than 1 MB"):
            list(read(data, "bomb.gz"))


def test_gzip_in_gzip_ends_somewhere() -> None:
    data = PAGE.encode()
    for _ in range(5):
        data = gzip.compress(data)
    with pytest.raises(InputError, match="gzip in gzip"):
        list(read(data))


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "none.html", tmp_path):
        with pytest.raises(InputError) as error:
            list(read_file(path))
        assert error.value.place == str(path)


def test_a_file_is_read_as_its_bytes_are(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(PAGE.encode())
    assert list(read_file(path)) == list(read(PAGE.encode(), str(path)))


@pytest.mark.parametrize(
    "source",
    [
        "<b>20h41 :</b> Hamon gagne.<br><br><b>20h50 :</b> Valls &amp; perd.<br>",
        "<dl><dt>20h41</dt><dd>Hamon gagne.</dd><dt>20h50</dt><dd>Valls &amp; perd.</dd></dl>",
        "<pre>20h41 : Hamon gagne.\n20h50 : Valls &amp; perd.</pre>",
        "20h41 : Hamon <b>gagne</b>.<br>20h50 : Valls &amp; perd.<br>",
    ],
)
def test_a_fragment_of_html_is_html(source: str) -> None:
    (document,) = read(source.encode(), "x")
    assert document.source_format == "html"
    assert "Hamon gagne." in document.text
    assert "Valls & perd." in document.text
    assert "<" not in document.text


@pytest.mark.parametrize(
    "source", ["20h41 : Hamon <b gagne>.\n20h51 : Valls < lui.", "<3 Hamon\n\n20h41 : Un.", "1 <br> 2"]
)
def test_a_text_with_angle_brackets_is_text(source: str) -> None:
    (document,) = read(source.encode(), "x")
    assert document.source_format == "text"
    assert document.text == source
