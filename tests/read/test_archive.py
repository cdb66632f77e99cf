"""WARC archives: whole, compressed, damaged."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter

from minutier.document import Document, MarkKind
from minutier.errors import InputError
from minutier.read import archive, read, read_file

from . import nights
from .nights import ITEMS, record

FIRST = nights.page(nights.articles()).encode()
SECOND = nights.page(nights.hours()).encode()
TEXTUAL = nights.page(nights.printed_paragraphs()).encode()


def brotli(data: bytes) -> bytes:
    packed = io.BytesIO()
    writer = BrotliWriter(packed)
    writer.write(data)
    writer.close()
    return packed.getvalue()


def whole(document: Document) -> bool:
    return len(document.marks_of(MarkKind.ENTRY)) == len(ITEMS)


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


@pytest.mark.parametrize("compressed", [False, True])
def test_each_page_that_is_a_live_blog_is_a_document(compressed: bool) -> None:
    documents = list(read(nights.as_warc(FIRST, SECOND, TEXTUAL, compressed=compressed), "a.warc"))
    assert [document.metadata.url for document in documents] == [f"https://journal.example/{n}" for n in range(3)]
    assert {document.source_format for document in documents} == {"warc"}
    assert all(map(whole, documents[:2]))
    assert [codes(document) for document in documents] == [[], [], []]


@pytest.mark.parametrize("compressed", [False, True])
def test_a_file_is_read_as_its_bytes_are(tmp_path: Path, compressed: bool) -> None:
    data = nights.as_warc(FIRST, SECOND, compressed=compressed)
    path = tmp_path / "archive.bin"
    path.write_bytes(data)
    assert list(read_file(path)) == list(read(data, str(path)))


def test_an_archive_compressed_as_one_file() -> None:
    assert len(list(read(gzip.compress(nights.as_warc(FIRST, SECOND))))) == 2


@pytest.mark.parametrize(
    ("coding", "payload"),
    [
        ("gzip", gzip.compress(FIRST, mtime=0)),
        ("deflate", zlib.compress(FIRST)),
        ("br", brotli(FIRST)),
        ("gzip", FIRST),  # some crawlers decode the body and leave the header
        ("identity", FIRST),
    ],
)
def test_codings_are_undone(coding: str, payload: bytes) -> None:
    (document,) = read(record("https://journal.example/", payload, coding=coding))
    assert whole(document)


def test_the_charset_of_the_answer_counts() -> None:
    page = FIRST.decode().replace('<meta charset="utf-8">', "").encode("cp1250", "xmlcharrefreplace")
    (document,) = read(record("https://journal.example/", page, "text/html; charset=windows-1250"))
    assert nights.TITLE in document.text


def test_other_answers_are_passed_over() -> None:
    records = (
        record("https://journal.example/old", FIRST).replace(b"200 OK", b"404 NO"),
        record("https://journal.example/empty", b""),
        record("https://journal.example/file", b"\x00\x01\x02" * 100, "application/octet-stream"),
        record("https://journal.example/good", SECOND),
    )
    (document,) = read(b"".join(records))
    assert document.metadata.url.endswith("/good")


def test_an_archive_that_breaks_off() -> None:
    data = nights.as_warc(FIRST, SECOND)
    end = data.index(b"Un avis de lecteur", data.index(b"journal.example/1"))
    first, second = read(data[:end])
    assert whole(first) and whole(second)
    assert codes(second) == ["archive-damaged"]


@pytest.mark.parametrize("compressed", [False, True])
def test_damage_between_records_loses_only_what_it_hit(compressed: bool) -> None:
    pack = gzip.compress if compressed else bytes
    good = [pack(record(f"https://journal.example/{n}", page)) for n, page in enumerate((FIRST, SECOND))]
    for garbage in (b"garbage" * 30, good[0][: len(good[0]) // 2]):
        documents = list(read(good[0] + garbage + good[1]))
        assert [document.metadata.url[-2:] for document in documents if whole(document)][:1] == ["/0"]
        assert documents[-1].metadata.url.endswith("/1") and whole(documents[-1])
        assert "archive-damaged" in codes(documents[-1])


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n",
        b"WARC/9.9\r\n\r\n" * 100,
        gzip.compress(b"WARC/1.0\r\n\r\n", mtime=0)[:-4],
        nights.as_warc(),
    ],
)
def test_an_archive_without_a_live_blog_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match=r"no live blog|live blog|no record") as error:
        list(read(data, "a.warc"))
    assert error.value.place == "a.warc"


def test_a_record_that_unfolds_without_end_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_RECORD", 1 << 20)
    bomb = record("https://journal.example/bomb", gzip.compress(b" " * (64 << 20)), coding="gzip")
    (document,) = read(bomb + record("https://journal.example/good", FIRST))
    assert whole(document)
    assert codes(document) == ["record-too-large"]


def test_records_are_read_one_at_a_time() -> None:
    class Counting(io.BytesIO):
        asked = 0

        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(size)
            self.asked += len(data)
            return data

    page = record("https://journal.example/000", FIRST)
    pages = [page.replace(b"/000", f"/{n:03}".encode()) for n in range(200)]
    stream = Counting(b"".join(pages))

    def one(data: bytes, charset: str, url: str) -> Document:
        (document,) = read(data)
        return document

    documents = archive.read_archive(stream, one)
    next(documents)
    assert stream.asked < len(page) * (len(pages) + 20)  # the whole for the addresses in it, then a few records


def test_memory_does_not_follow_the_number_of_pages(tmp_path: Path) -> None:
    """The most that Python holds at once, for an archive and for one of eight times as many pages."""

    def peak(count: int, *, keep: bool = False) -> int:
        path = tmp_path / "pages.warc"
        posts = nights.articles() * 16
        path.write_bytes(
            nights.as_warc(*(nights.page(posts.replace("2022-", f"{1990 + n}-")).encode() for n in range(count)))
        )
        tracemalloc.start()
        try:
            kept = [document if keep else None for document in read_file(path)]
            assert len(kept) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(2)  # what is made once and kept
    few = peak(2)
    assert peak(16) < 1.5 * few < peak(16, keep=True)


# Several captures of a page, and pages that are none of a live blog


def capture(page: bytes, date: str, url: str = "https://journal.example/live") -> bytes:
    return record(url, page).replace(b"WARC-Date: 2022-06-20T01:00:00Z", f"WARC-Date: {date}".encode())


EARLY = nights.page(nights.articles()).replace(ITEMS[0].headline, "Ce n'est qu'un début").encode()
OTHER = b"<html><body><h1>Connexion</h1><p>Identifiez-vous pour lire la suite.</p></body></html>"
AT_TEN, AT_ONE = "2022-06-19T20:00:00Z", "2022-06-20T01:00:00Z"


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("is_early_first", [True, False])
def test_of_several_captures_of_a_page_the_latest_is_read(compressed: bool, is_early_first: bool) -> None:
    captures = [capture(EARLY, AT_TEN), record("https://journal.example/2", SECOND), capture(FIRST, AT_ONE)]
    captures = captures if is_early_first else captures[::-1]
    data = b"".join(map(gzip.compress, captures)) if compressed else b"".join(captures)
    documents = {document.metadata.url[-4:]: document for document in read(data)}
    assert list(map(whole, documents.values())) == [True, True]
    assert codes(documents["live"]) == ["earlier-captures"]
    assert AT_ONE in documents["live"].issues[0].message
    assert "un début" not in documents["live"].text
    assert codes(documents["le/2"]) == []


def test_of_several_captures_the_latest_that_is_a_live_blog_is_read() -> None:
    (document,) = read(capture(FIRST, AT_TEN) + capture(OTHER, AT_ONE))
    assert whole(document)
    assert codes(document) == []


def test_pages_of_two_addresses_are_two() -> None:
    pages = (capture(FIRST, AT_TEN, "https://journal.example/live?page=1"), capture(SECOND, AT_TEN))
    assert len(list(read(b"".join(pages)))) == 2
    assert len(list(read(capture(FIRST, AT_TEN) + capture(FIRST, AT_ONE, "https://journal.example/live#p1")))) == 1


FRONTS = {
    "cards": "<article><time datetime='2022-06-19T08:{n}:00Z'>08:{n}</time>"
    "<h2><a href='/a{n}'>Un titre de la une {n}</a></h2></article>",
    "list": "<li><a href='/a{n}'><b>8h{n}</b> Un titre de la une {n}</a></li>",
    "lines": "<p>8h{n} <a href='https://journal.example/a{n}'>Un titre de la une {n}</a></p>",
}


@pytest.mark.parametrize("layout", FRONTS)
def test_a_front_page_of_headlines_with_times_is_no_live_blog(layout: str) -> None:
    front = "".join(FRONTS[layout].format(n=n) for n in range(10, 22))
    page = f"<html><head><title>Le Journal</title></head><body><h1>Le Journal</h1>{front}</body></html>".encode()
    (document,) = read(record("https://journal.example/", page) + record("https://journal.example/live", FIRST))
    assert document.metadata.url.endswith("/live")
    with pytest.raises(InputError, match="live blog"):
        list(read(record("https://journal.example/", page)))


def test_posts_with_links_are_of_a_live_blog() -> None:
    posts = nights.articles().replace("<p>", "<p><a href='https://a.example/x'>Notre récit de la journée</a> ")
    assert len(list(read(record("https://journal.example/live", nights.page(posts).encode())))) == 1
