"""Texts: encodings, line ends, what the first lines tell, what is refused."""

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.document import MarkKind
from minutier.errors import InputError
from minutier.read.text import read_text

POST = "Élection : le dépouillement s'achève à Nîmes, où l'écart était déjà très net à midi. L'été fut long, Noël approche.\n"  # noqa: E501
TEXT = "Soirée électorale\n\n20h41: " + POST + "\n20h45: " + POST


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (TEXT.encode(), None),
        (codecs.BOM_UTF8 + TEXT.encode(), None),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None),
        (TEXT.encode("utf-16-le"), None),
        (TEXT.encode("cp1252"), "legacy-encoding"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 little", "utf-16 big", "utf-16 unmarked", "windows-1252"],
)
def test_encodings(data, code):
    document = read_text(data)
    assert document.text.rstrip("\n") == TEXT.rstrip("\n")
    assert [issue.code for issue in document.issues] == ([code] if code else [])


def test_stray_bytes_of_another_encoding_are_read_and_told():
    document = read_text(TEXT.encode() + "20h50: réélu".encode("cp1252"))
    assert document.text.endswith("20h50: réélu")
    assert [issue.code for issue in document.issues] == ["mixed-encoding"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_ends_become_line_feeds(end):
    document = read_text(f"Titre{end}{end}20h41: Un.{end}".encode())
    assert document.text == "Titre\n\n20h41: Un.\n"


def test_letters_and_accents_are_composed():
    document = read_text(unicodedata.normalize("NFD", TEXT).encode())
    assert document.text == TEXT
    assert [issue.code for issue in document.issues] == ["composed"]


def test_a_few_nul_bytes_are_left_out_and_told():
    document = read_text(TEXT.encode() * 3 + b"20h50: R\0\xc3\xa9\xc3\xa9lu")
    assert document.text.endswith("20h50: Réélu")
    assert "nul-characters" in [issue.code for issue in document.issues]


@pytest.mark.parametrize("data", [b"20h41 : Hamon\0 gagne.", "20h41 : R\0éélu,\0 dit le maire de la ville".encode()])
def test_a_nul_in_a_short_text_is_left_out_and_told(data):
    document = read_text(data)
    assert document.text == data.decode().replace("\0", "")
    assert [issue.code for issue in document.issues] == ["nul-characters"]


@pytest.mark.parametrize("data", [b"MZ\0\0\x03", b"ab\0cd\0ef", b"\x01Bonsoir\0 \x02tout le monde"])
def test_a_few_bytes_of_a_program_are_no_text(data):
    with pytest.raises(InputError):
        read_text(data, "live.bin")


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\0\0\0", codecs.BOM_UTF8, "\u00a0\u2003\n".encode()])
def test_nothing_to_read(data):
    with pytest.raises(InputError) as caught:
        read_text(data, "live.txt")
    assert str(caught.value).startswith("live.txt: ")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\x00\x00\x00\x03\x00\x08\x02\x00\x00\x00"
        + bytes(range(256)) * 8,
        b"\x7fELF" + b"\x02\x01\x01\0" * 200,
        bytes(range(256)) * 40,
        b"text\0with\0a\0nul\0between\0all\0words\0",
        b"%PDF-1.4\n1 0 obj\n<</Type /Catalog>>\nendobj\n20h41: BT (Bonsoir) Tj ET\n%%EOF",
        b"{\\rtf1\\ansi 20h41: Bonsoir.\\par}",
    ],
    ids=["png", "elf", "all bytes", "nul-separated", "pdf of letters", "rtf"],
)
def test_what_is_not_text_is_refused(data):
    with pytest.raises(InputError) as caught:
        read_text(data, "live.bin")
    assert "not text" in caught.value.problem


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le titre du direct\n\n20h41: Un.", "Le titre du direct"),
        ("\n\n  « Un titre cité » \n20h41: Un.", "« Un titre cité »"),
        ("Une phrase entière, qui finit.\n\n20h41: Un.", ""),
        ("20h41: Un.\n\n20h45: Deux.", ""),
        ("Publié le 23/04/17 à 16h58\n\n20h41: Un.", ""),
        ("Un seul paragraphe", ""),
        ("x" * 500 + "\n\n20h41: Un.", ""),
    ],
)
def test_title(text, title):
    document = read_text(text.encode())
    assert document.metadata.title == title
    assert [document.text[mark.start : mark.end] for mark in document.marks_of(MarkKind.TITLE)] == (
        [title] if title else []
    )


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Publié le 24/04/22 à 16h31 — Mis à jour le 25/04/22 à 00h52", "2022-04-24T16:31", "2022-04-25T00:52"),
        (" date 2017-01 29/01 21:16", "2017-01-29T21:16", ""),
        ("Par la rédaction | 06.05.2012 à 11h52 • Mis à jour le 07.05.2012 à 01h20", "2012-05-06T11:52", "2012-05-07T01:20"),  # noqa: E501
        ("Publié le 28 juin 2020 à 16h40, actualisé le 29 juin à 00h58", "2020-06-28T16:40", "2020-06-29T00:58"),
        ("Publié le dimanche 1er mai 2016", "2016-05-01", ""),
        ("The night team. Published 4 May 2017 at 20:15, last modified 5 May 2017 at 07:40.", "2017-05-04T20:15", "2017-05-05T07:40"),  # noqa: E501
        ("By the desk. Updated 4:50 PM, Friday, Nov. 9, 2018", "", "2018-11-09T16:50"),
        ("Updated 11/9/2018 4:50 PM", "", "2018-11-09T16:50"),
        ("Issued on: 24/04/2022 - 07:45   Modified: 25/04/2022 - 01:31", "2022-04-24T07:45", "2022-04-25T01:31"),
        ("Wednesday 9 November 2016", "2016-11-09", ""),
        ("Posted on June 23rd, 2016 at 9.02pm", "2016-06-23T21:02", ""),
        ("En 2012, le candidat avait gagné le 6 mai.", "", ""),
        ("Le 31/02/2017 n'existe pas", "", ""),
    ],
)  # fmt: skip
def test_datelines(line, published, modified):
    metadata = read_text(f"Le titre du direct\n\n{line}\n\n20h41: Un.\n\n20h50: Deux.".encode()).metadata
    assert (metadata.published, metadata.modified) == (published, modified)


def test_dated_labels_are_no_datelines():
    labels = "\n\n".join(f"12.11.2023, {hour}:30 heures\nUn post." for hour in range(10, 20))
    metadata = read_text(f"Le titre\n\n{labels}".encode()).metadata
    assert (metadata.published, metadata.modified) == ("", "")


@given(st.text())
@settings(deadline=None)
def test_any_text_reads_or_is_refused(text):
    try:
        document = read_text(text.encode("utf-8", "surrogatepass"))
    except InputError:
        return
    assert "\r" not in document.text
    assert document == read_text(text.encode("utf-8", "surrogatepass"))
    assert read_text(document.text.encode()).text == document.text
    for mark in document.marks:
        assert 0 <= mark.start <= mark.end <= len(document.text)
        assert mark.start < mark.end or mark.kind == MarkKind.PAGE_BREAK


@given(st.binary())
@settings(deadline=None)
def test_any_bytes_read_or_are_refused(data):
    try:
        document = read_text(data, "some bytes")
    except InputError as error:
        assert error.place == "some bytes"
        return
    assert document.text.strip()
    document.text.encode()


def test_form_feeds_are_page_breaks():
    document = read_text("La soirée\n\n20h41 - Un\r\n\fDeux\f\fe\u0301".encode())
    assert document.text == "La soirée\n\n20h41 - Un\n\nDeux\n\né"
    assert [document.text[mark.start :][:1] for mark in document.marks_of(MarkKind.PAGE_BREAK)] == ["D", "\n", "é"]
