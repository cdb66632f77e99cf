"""What holds of any input."""

from __future__ import annotations

import gzip
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.document import Document, MarkKind, Metadata
from minutier.errors import InputError
from minutier.read import read
from minutier.read.builder import CELL, LINE, NONE, PARAGRAPH, SPACE, Builder

from . import nights

PIECES = st.sampled_from(
    [
        "<div class='post'>", "</div>", "<p>", "</p>", "<article id=a>", "</article>", "<ul><li>",
        "</li></ul>", "<h3>", "</h3>", "<time datetime='2022-06-19T20:01:00+02:00'>", "</time>",
        "<time datetime='nan'>", "20h01", "20h41 : ", "<blockquote class='twitter-tweet'>",
        "</blockquote>", "— Nom (@nom) 19 juin", "<a href='http://[x'>", "</a>", "<table><tr><td>",
        "</table>", "<br>", "<q>", "</q>", "<pre>\n\n a", "</pre>", "&nbsp;", "&amp;lt;", "<!--", "-->",
        "<script type='application/ld+json'>", "</script>",
        '{"@type":"LiveBlogPosting","liveBlogUpdate":[', "]}",
        '{"@type":"BlogPosting","datePublished":"2022-06-19T20:01:00Z","articleBody":"x"}', "<footer>",
        "</footer>", "<span data-ts='1655661660'>", "</span>", "<h1>Titre</h1>", "<main>", "</main>",
        "<b>", "</b>", "mot ", "Été. ", "\u00ad", "\ufeff", "\u200f", "\ud7ff", "🔴", "\t", "\n",
        "<item>", "<rss>", "]]>", "<![CDATA[", "<?xml ?>",
    ]
)  # fmt: skip
SOUP = st.lists(PIECES, max_size=40).map("".join)


def check(document: Document) -> None:
    text = document.text
    assert text
    text.encode()
    assert list(document.marks) == sorted(document.marks)
    for mark in document.marks:
        assert 0 <= mark.start <= mark.end <= len(text)
        shown = text[mark.start : mark.end]
        assert shown == shown.strip(" \t\n")
        if mark.kind not in (MarkKind.TIME, MarkKind.MODIFIED, MarkKind.AUTHOR, MarkKind.PAGE_BREAK):
            assert shown
    entries = document.marks_of(MarkKind.ENTRY)
    assert all(one.end <= other.start for one, other in pairwise(entries))
    for issue in document.issues:
        if issue.char_start is not None and issue.char_end is not None:
            assert 0 <= issue.char_start <= issue.char_end <= len(text)


@given(SOUP)
@settings(max_examples=300, deadline=None)
def test_any_markup_is_read(soup: str) -> None:
    for page in (f"<!DOCTYPE html><html><body>{soup}", soup):
        try:
            documents = list(read(page.encode(), "soup"))
        except InputError as error:
            assert error.place == "soup"
            continue
        assert documents == list(read(page.encode(), "soup"))
        for document in documents:
            check(document)


SOURCES = st.sampled_from(
    [
        nights.page(nights.articles(), nights.script(nights.linked_data())).encode(),
        nights.page(nights.headings()).encode(),
        nights.as_atom().encode(),
        nights.as_rss("1.0").encode(),
        nights.as_json_feed().encode(),
        nights.as_warc(nights.page(nights.hours()).encode()),
        nights.as_warc(nights.page(nights.hours()).encode(), compressed=True),
        gzip.compress(nights.as_text().encode()),
        nights.as_text().encode("utf-16"),
    ]
)


@given(SOURCES, st.data())
@settings(max_examples=150, deadline=None)
def test_any_damage_is_an_error_or_read_over(source: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    damaged = source[:start] + data.draw(st.binary(max_size=20)) + source[end:]
    try:
        for document in read(damaged, "damaged"):
            check(document)
    except InputError as error:
        assert error.place == "damaged"


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<html>", b"<rss>", b"{", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"\xff\xfe"]),
)
@settings(deadline=None)
def test_any_bytes_are_an_error_or_read(data: bytes, head: bytes) -> None:
    try:
        for document in read(head + data, "bytes"):
            check(document)
    except InputError as error:
        assert error.place == "bytes"


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from([NONE, SPACE, CELL, LINE, PARAGRAPH])), max_size=30))
@settings(deadline=None)
def test_a_span_holds_what_was_written_in_it(pieces: list[tuple[str, int]]) -> None:
    builder = Builder()
    builder.write("avant")
    span = builder.open()
    for text, gap in pieces:
        builder.apart(gap)
        builder.write(text)
    marked = builder.close(span, "x")
    builder.apart(PARAGRAPH)
    builder.write("après")
    document = builder.document("html", Metadata())
    shown = [document.text[mark.start : mark.end] for mark in document.marks]
    assert len(shown) == marked
    for text in shown:
        assert text and text == text.strip(" \t\n")
    assert document.text.endswith("\n\naprès")
