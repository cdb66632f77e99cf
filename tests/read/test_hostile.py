"""Pages that are made to be slow or large: read in bounded time and memory, the rest still read."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from minutier.document import Document, MarkKind
from minutier.errors import InputError
from minutier.read import posts, read

MANY = 30_000
POSTS = "".join(
    f'<article><time datetime="2022-06-19T20:{n:02}:00+02:00">20h{n:02}</time><p>Le message {n}.</p></article>'
    for n in range(10)
)


def linked(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>'


def document_of(page: str) -> Document:
    (document,) = read(page.encode(), "page")
    return document


BEFORE_POSTS = {
    "deep": "<div>" * MANY,
    "deep-and-closed": "<div>" * MANY + "</div>" * MANY,
    "deep-inline": "".join(f"<b id={n}>" for n in range(MANY)),
    "deep-lists": "<ul><li>" * MANY,
    "deep-tables": "<table><tr><td>" * 5_000,
    "deep-svg": f"<svg>{'<g>' * MANY}</svg>",
    "formatting-times-paragraphs": "".join(f"<i id={n}>" for n in range(1_000)) + "<p>x" * 5_000,
    "one-tag-of-many-attributes": f"<p {' '.join(f'a{n}=1' for n in range(MANY))}>x</p>",
    "attributes-that-hold-tags": "<p " + " ".join(f'a{n}="<x>"' for n in range(MANY)) + ">x</p>",
    "tags-of-many-attributes": ("<p " + " ".join(f"a{n}=1" for n in range(900)) + "></p>") * 50,
    "many-classes": f'<div class="{" ".join(f"c{n}" for n in range(MANY))}">',
    "many-titles": "<h1>t</h1>" * MANY,
    "many-comments": "<!-- -->" * MANY,
    "many-scripts": linked("{}") * 5_000,
    "many-breaks": "<br>" * MANY,
    "long-style": f'<p style="{"display:none;" * MANY}">x</p>',
    "json-ld-nested": linked("[" * MANY),
    "json-ld-objects": linked('{"a":' * MANY),
    "json-ld-begun-again": linked('{"@type":"LiveBlogPosting",' * MANY),
    "json-ld-strings": linked('{"@type":"BlogPosting","x":"' * MANY),
    "json-ld-lists": linked('{"@type":"BlogPosting","x":[' * MANY),
    "json-ld-comments": linked("{" + "/*" * MANY),
    "json-ld-escapes": linked('{"a":"' + "\\" * MANY),
    "json-ld-quotes": linked("{" + '"' * MANY),
    "json-ld-commas": linked("{" + "," * MANY + "}"),
    "json-ld-spaces": linked('{"a":1,' + " " * MANY + "x}"),
    "json-ld-number": linked('{"a":' + "9" * MANY + "}"),
}


@pytest.mark.parametrize("name", BEFORE_POSTS)
def test_posts_after_it_are_read(name: str) -> None:
    document = document_of(f"<!DOCTYPE html><html><body>{BEFORE_POSTS[name]}{POSTS}")
    for number in range(10):
        assert f"Le message {number}." in document.text
    assert len(document.text) < 200_000


NESTED = [name for name in BEFORE_POSTS if name.startswith("deep") and name not in ("deep-svg",)]


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_said_and_posts_are_found(name: str) -> None:
    document = document_of(f"<!DOCTYPE html><html><body>{BEFORE_POSTS[name]}{POSTS}")
    assert "deep-nesting" in [issue.code for issue in document.issues]
    assert len(document.marks_of(MarkKind.ENTRY)) == 10


def test_attributes_left_out_are_said() -> None:
    document = document_of(f"<!DOCTYPE html><html><body>{BEFORE_POSTS['attributes-that-hold-tags']}{POSTS}")
    assert "too-many-attributes" in [issue.code for issue in document.issues]


AFTER_POSTS = {
    "unclosed-tag": "<div " * MANY,
    "unclosed-quote": '<p a="' + "x" * MANY,
    "angles": "<" * MANY,
    "unclosed-script": "<script>" * MANY,
    "unclosed-comment": "<!--" + "-" * MANY,
    "spaces": "<p>" + " \t" * MANY,
    "entities": "&amp;&nbsp;&#0;&#x110000;&" + "a" * MANY + ";",
    "plaintext": "<plaintext>" + "x" * MANY,
    "frames": "<frameset>" * MANY,
}


@pytest.mark.parametrize("name", AFTER_POSTS)
def test_posts_before_it_are_read(name: str) -> None:
    document = document_of(f"<!DOCTYPE html><html><body>{POSTS}{AFTER_POSTS[name]}")
    assert len(document.marks_of(MarkKind.ENTRY)) == 10


def test_a_long_line() -> None:
    words = "mot " * 500_000
    assert words.strip() in document_of(f"<html><body><p>{words}</p>{POSTS}").text


@pytest.mark.parametrize(
    "content",
    [
        '<time datetime="2022-06-19T20:01:00+02:00">20h01</time>' * MANY,
        "<p>20h41</p>" * MANY,
        "<p>" + "<span>20h41</span> " * MANY,
        "<p>" + "20h41 : x " * MANY,
        '<a href="/x">20h41</a>' * MANY,
        '<div class="a"><time datetime="2022-06-19T20:01:00+02:00">20h01</time>x' * 2_000,
        "<article><time datetime='2022-06-19T20:01:00+02:00'>20h01</time><p>x</p>" * 400,
    ],
)
def test_thousands_of_times(content: str) -> None:
    document = document_of(f"<!DOCTYPE html><html><body>{content}")
    entries = document.marks_of(MarkKind.ENTRY)
    assert all(one.end <= other.start for one, other in pairwise(entries))


def test_thousands_of_posts_in_one_minute() -> None:
    post = {"@type": "BlogPosting", "articleBody": "Des mots.", "datePublished": "2022-06-19T20:01:00+02:00"}
    script = linked(json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": [post] * 1_000}))
    box = "<article><time datetime='2022-06-19T20:01:00+02:00'>20h01</time><p>Des mots.</p></article>"
    document = document_of(f"<!DOCTYPE html><html><head>{script}</head><body>{box * 1_000}")
    assert len(document.marks_of(MarkKind.ENTRY)) == 1_000


@pytest.mark.parametrize("body", ["<a " * MANY, "&lt;a" * MANY, "<p>" * MANY, "<div>" * MANY, "&amp;" * MANY])
def test_bodies_of_json_ld(body: str) -> None:
    post = {"@type": "BlogPosting", "articleBody": f"Avant. {body}", "datePublished": "2022-06-19T20:01:00Z"}
    script = linked(json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": [post]}).replace("<", "\\u003c"))
    assert "Avant." in document_of(f"<!DOCTYPE html><html><head>{script}</head><body></body></html>").text


def test_nothing_but_an_unclosed_comment() -> None:
    with pytest.raises(InputError):
        document_of(f"<!DOCTYPE html><html><body><!--{POSTS}")


def test_more_times_than_are_looked_at_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posts, "MAX_TIMES", 10)
    post = "<article>{}<p>Le message {}.</p></article>"
    for time in ('<time datetime="2022-06-19T20:00:00+02:00">20h</time>', "<b>20h00</b>"):
        document = document_of("".join(post.format(time, number) for number in range(20)))
        assert [issue.code for issue in document.issues] == ["too-many-times"]
        assert "Le message 19." in document.text
    assert document_of(POSTS[: len(POSTS) // 2]).issues == ()


def test_fifty_thousand_posts_are_read() -> None:
    post = '<article><time datetime="2022-06-19T20:00:00+02:00">20h</time><p>Le message {}.</p></article>'
    document = document_of("".join(post.format(number) for number in range(50_000)))
    assert len(document.marks_of(MarkKind.ENTRY)) == 50_000
