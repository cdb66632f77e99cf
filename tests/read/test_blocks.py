"""Several blocks of JSON-LD in a page: the posts of one live blog are read, each once, and what is not read is said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from minutier.document import Document, MarkKind
from minutier.read import read

from . import nights


def update(number: int, **more: Any) -> dict[str, Any]:
    return {
        "@type": "BlogPosting",
        "headline": f"Titre {number}",
        "datePublished": f"2022-06-19T20:{10 + number}:00+02:00",
        "articleBody": f"Le texte numéro {number}.",
        **more,
    }


def blog(*updates: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"@type": "LiveBlogPosting", "liveBlogUpdate": list(updates), **more}


def document_of(*blogs: dict[str, Any]) -> Document:
    (document,) = read(nights.page("", "".join(map(nights.script, blogs))).encode(), "page.html")
    return document


def titles(document: Document) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks_of(MarkKind.HEADLINE)]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


ALL = [update(number) for number in range(8)]
NAMES = [f"Titre {number}" for number in range(8)]
LIVE = {"headline": "La soirée"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LIVE, LIVE),
        ({}, {}),
        ({"url": "https://a.example/live?page=1"}, {"url": "https://a.example/live?page=2#now"}),
        ({"headline": "La soirée", "url": "https://a.example/live"}, {"url": "https://a.example/live/"}),
        (
            {"headline": "La soirée", "url": "https://a.example/1"},
            {"headline": "La soirée", "url": "https://a.example/2"},
        ),
    ],
)
def test_the_parts_of_one_live_blog_are_read_in_order(first: dict[str, str], second: dict[str, str]) -> None:
    document = document_of(blog(*ALL[:5], **first), blog(*ALL[5:], **second))
    assert titles(document) == NAMES
    assert titles(document_of(blog(*ALL[5:], **second), blog(*ALL[:5], **first))) == NAMES
    newest_first = document_of(blog(*ALL[:3:-1], **first), blog(*ALL[3::-1], **second))
    assert titles(newest_first) == NAMES[::-1]
    assert codes(document) == codes(newest_first) == []


def test_the_parts_of_one_live_blog_in_a_file() -> None:
    (document,) = read(json.dumps([blog(*ALL[:4], **LIVE), blog(*ALL[4:], **LIVE)]).encode(), "live.json")
    assert titles(document) == NAMES


@pytest.mark.parametrize("named", [{}, {"identifier": "p2"}, {"url": "https://a.example/live#p2"}])
def test_a_post_told_twice_is_one_and_the_longer_is_read(named: dict[str, str]) -> None:
    whole = update(2, articleBody="Le texte numéro 2, et tout ce qu'il dit encore.", **named)
    shorter = update(2, **named)
    for blogs in (([*ALL[:2], whole], [shorter, *ALL[3:]]), ([*ALL[:2], shorter], [whole, *ALL[3:]])):
        document = document_of(*(blog(*posts, **LIVE) for posts in blogs))
        assert titles(document) == NAMES
        assert "tout ce qu'il dit encore" in document.text


def test_a_live_blog_told_twice_is_read_once() -> None:
    bare = [{key: value for key, value in post.items() if key != "url"} for post in ALL]
    named = [update(number, url=f"https://a.example/live#p{number}") for number in range(8)]
    assert titles(document_of(blog(*named, **LIVE), blog(*bare, **LIVE))) == NAMES


def test_posts_of_one_block_that_look_alike_are_several() -> None:
    document = document_of(blog(*ALL[:3], update(2), **LIVE), blog(*ALL[2:], **LIVE))
    assert titles(document) == [*NAMES[:3], "Titre 2", *NAMES[3:]]


@pytest.mark.parametrize(
    "other",
    [
        {"headline": "Wimbledon en direct", "url": "https://a.example/tennis"},
        {"url": "https://a.example/tennis"},
    ],
)
def test_posts_of_another_live_blog_are_left_out_and_said(other: dict[str, str]) -> None:
    match = [update(number, headline=f"Jeu {number}") for number in range(3)]
    document = document_of(blog(*match, **other), blog(*ALL, url="https://a.example/live"))
    assert titles(document) == NAMES
    assert codes(document) == ["json-ld-left-out"]
    assert "3 posts" in document.issues[0].message


def test_posts_of_another_day_of_which_nothing_else_is_known_are_left_out() -> None:
    old = [update(number, datePublished=f"2022-06-12T20:1{number}:00+02:00") for number in range(3)]
    document = document_of(blog(*ALL), blog(*old))
    assert titles(document) == NAMES
    assert codes(document) == ["json-ld-left-out"]


# JSON as it is met


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_any_unicode_encoding(encoding: str) -> None:
    data = json.dumps(blog(*ALL, headline="Élus"), ensure_ascii=False).encode(encoding)
    (document,) = read(data, "live.json")
    assert document.source_format == "json"
    assert document.text.startswith("Élus")
    assert titles(document) == NAMES


def test_a_time_with_the_name_of_its_zone() -> None:
    named = [update(n, datePublished=f"2022-06-19T20:1{n}:00+02:00[Europe/Paris]") for n in range(3)]
    document = document_of(blog(*named))
    assert [mark.value for mark in document.marks_of(MarkKind.TIME)] == [
        f"2022-06-19T20:1{n}:00+02:00" for n in range(3)
    ]


def test_an_escaped_apostrophe_is_overlooked() -> None:
    posts = [update(n, articleBody='L\'élu dit "non" \\ et C:\\n') for n in range(3)]
    page = nights.page("", nights.script(blog(*posts)).replace("'", "\\'"))
    (document,) = read(page.encode(), "page.html")
    assert document.text.count('L\'élu dit "non" \\ et C:\\n') == 3
    assert codes(document) == ["json-ld-mended"]


def test_a_file_in_an_archive_has_the_address_of_its_record() -> None:
    data = json.dumps(blog(*ALL)).encode()
    (document,) = read(nights.record("https://journal.example/live.json", data, "application/json"))
    assert document.metadata.url == "https://journal.example/live.json"
