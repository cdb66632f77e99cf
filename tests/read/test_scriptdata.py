"""Posts that stand only in the data of a page's scripts."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from minutier.document import Document, MarkKind
from minutier.errors import InputError
from minutier.read import read

from . import nights
from .nights import ITEMS

WORDS = ("La salle se remplit peu à peu.", "Le décompte reprend à Lille.", "Deux bureaux manquent encore.", "Rideau.")


def document_of(page: str) -> Document:
    (document,) = read(page.encode(), "page.html")
    return document


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks_of(kind)]


def told(document: Document, kind: str) -> list[str]:
    return [mark.value for mark in document.marks_of(kind)]


def at(minute: int) -> str:
    return f"2022-06-19T20:{minute:02}:00+02:00"


def posts(count: int = 4) -> list[dict[str, Any]]:
    return [{"publishedAt": at(number), "body": WORDS[number]} for number in range(count)]


def page_of(value: object, markup: str = "<div id='app'></div>") -> Document:
    return document_of(nights.page(markup, nights.DESCRIBED) + nights.data_script(value))


def articles(count: int) -> str:
    return "".join(
        f'<article><time datetime="{at(n)}">20h{n:02}</time><p>{WORDS[n]}</p></article>' for n in range(count)
    )


def test_what_a_post_tells_of_itself() -> None:
    document = document_of(nights.next_data())
    assert told(document, MarkKind.TIME) == [item.at.isoformat() for item in ITEMS]
    assert told(document, MarkKind.MODIFIED) == [(item.at + timedelta(minutes=9)).isoformat() for item in ITEMS]
    assert told(document, MarkKind.AUTHOR) == ["Claire Dupré"] * len(ITEMS)
    assert told(document, MarkKind.ENTRY) == [f"p{number}" for number in range(len(ITEMS))]
    assert shown(document, MarkKind.HEADLINE) == [item.headline for item in ITEMS]


def test_seconds_and_trees_of_blocks() -> None:
    document = document_of(nights.nuxt_data())
    assert told(document, MarkKind.TIME) == [item.at.astimezone(UTC).isoformat() for item in ITEMS]
    assert shown(document, MarkKind.LIST_ITEM) == list(ITEMS[1].points)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda items: items,
        lambda items: {"data": {"liveblog": {"updates": items}}},
        lambda items: {"edges": [{"node": item, "cursor": "x"} for item in items]},
        lambda items: {str(number): {"attributes": item} for number, item in enumerate(items)},
        lambda items: {"status": 200, "body": json.dumps({"entries": items, "padding": "x" * 200})},
    ],
    ids=["list", "nested", "edges", "by key", "JSON in JSON"],
)
def test_the_list_may_stand_anywhere(wrap: Any) -> None:
    assert shown(page_of(wrap(posts())), MarkKind.ENTRY) == list(WORDS)


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ({"date": at(1), "message": "Un <b>mot</b> de plus, dit le maire."}, "Un mot de plus, dit le maire."),
        ({"created_at": 1655663000, "content": {"raw": "Un mot de plus, dit-il."}, "text": "Un mot, dit-il."}, ""),
        ({"published": {"iso": at(1)}, "texte": ["Un mot de plus.", "Un second."]}, "Un mot de plus.\n\nUn second."),
        ({"timestamp": "1655663000000", "html": "&lt;p&gt;Un mot de plus.&lt;/p&gt;"}, "Un mot de plus."),
        (
            {"time": at(1), "body": [{"type": "html", "value": "x"}, {"type": "p", "html": "Un mot de <i>plus</i>."}]},
            "Un mot de plus.",
        ),
    ],
)
def test_times_and_words_by_what_they_are_called(post: dict[str, Any], words: str) -> None:
    found = shown(page_of({"items": [post] * 3}), MarkKind.ENTRY)
    assert len(found) == 3
    assert found[0] == (words or "Un mot, dit-il.")


def test_the_page_itself_is_read_where_it_has_as_many_posts() -> None:
    changed = [post | {"body": "<p>Autre chose que dans la page.</p>"} for post in posts()]
    document = page_of(changed, articles(4))
    assert shown(document, MarkKind.ENTRY) == list(WORDS)
    assert document.issues == ()


def test_posts_that_the_page_does_not_show_yet_are_put_in_their_place() -> None:
    document = page_of(posts(), articles(2))
    assert shown(document, MarkKind.ENTRY) == list(WORDS)
    assert told(document, MarkKind.TIME) == [at(number) for number in range(4)]
    assert [issue.code for issue in document.issues] == ["posts-only-in-script-data"]


def test_labels_in_the_text_of_the_page_are_not_given_up_for_what_it_recommends() -> None:
    labels = "".join(f"<p>20h{n:02} : {words}</p>" for n, words in enumerate(WORDS))
    document = page_of(
        {"stories": nights.RECOMMENDED, "latest": nights.RECOMMENDED[:4]}, f"<article>{labels}</article>"
    )
    assert all(f"20h{n:02} : {words}" in document.text for n, words in enumerate(WORDS))
    assert not shown(document, MarkKind.ENTRY)


@pytest.mark.parametrize("key", ["related", "relatedArticles", "comments", "most-read"])
def test_furniture_is_not_looked_into(key: str) -> None:
    assert not shown(page_of({"page": {key: posts()}}, "<p>Un article sur la soirée, et rien de plus.</p>"), "entry")


def streamed(stream: str, size: int = 37) -> str:
    """A page whose posts are streamed in pieces, cut anywhere."""
    pieces = [stream[start : start + size] for start in range(0, len(stream), size)]
    pushes = "".join(f"<script>self.__next_f.push([1,{json.dumps(piece)}])</script>" for piece in pieces)
    return nights.page("<div id='app'></div>") + "<script>(self.__next_f=self.__next_f||[]).push([0])</script>" + pushes


def flight(dated: str = "$D") -> str:
    """The rows of React that hold the posts: the second post's words stand in a row of their own, by their bytes."""
    body = f"{WORDS[1]} Ça continue à Angoulême, 52 € la nuit : « où ? »"
    items = [post | {"publishedAt": dated + post["publishedAt"]} for post in posts()]
    items[1]["body"] = "$b"
    return "\n".join(
        [
            '1:"$Sreact.fragment"',
            '2:I[4707,["177","static/chunks/app.js"],"default"]',
            f'0:["$","main",null,{{"children":["$","$L2",null,{json.dumps({"posts": items, "next": "$undefined"})}]}}]',
            f"b:T{len(body.encode()):x},{body}c:{{broken",
            'd:{"self":"$d","price":"$$3"}',
        ]
    )


@pytest.mark.parametrize("dated", ["$D", ""])
@pytest.mark.parametrize("size", [11, 37, 100_000])
def test_posts_that_are_streamed(size: int, dated: str) -> None:
    document = document_of(streamed(flight(dated), size))
    assert told(document, MarkKind.TIME) == [at(number) for number in range(4)]
    first, second, *_ = shown(document, MarkKind.ENTRY)
    assert first == WORDS[0]
    assert second == f"{WORDS[1]} Ça continue à Angoulême, 52 € la nuit : « où ? »"


def test_a_stream_cut_short_or_empty_gives_what_it_has() -> None:
    whole = flight()
    document = document_of(streamed(whole[: whole.index("b:T")]))
    assert [text for text in shown(document, MarkKind.ENTRY) if text != "$b"] == [WORDS[0], *WORDS[2:]]
    assert not shown(document_of(streamed("0:[") + "<p>Rien.</p>"), MarkKind.ENTRY)


def test_posts_of_a_service() -> None:
    (document,) = read(json.dumps({"liveblog": {"title": "La soirée", "entries": posts()}}).encode(), "api")
    assert shown(document, MarkKind.ENTRY) == list(WORDS)
    with pytest.raises(InputError, match="no live blog"):
        list(read(json.dumps({"entries": posts(2)}).encode(), "api"))


def bomb() -> str:
    """Lists of two of the next one, forty deep: small as places, endless as a tree."""
    flat: list[object] = [{"items": 1}, [2, 2, 2, 2], {"time": 3, "body": 4}, at(1), [5, 5]]
    flat += [[place + 1, place + 1] for place in range(5, 45)] + ["mot "]
    return json.dumps(flat)


def cycle() -> str:
    return json.dumps(
        [{"items": 1, "self": 0}, [2, 2, 2, 1], {"time": 3, "body": 4, "next": 2}, at(1), [5, 4, 2], "mot"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"items": [' + '{"time": "2022-06-19T20:01:00Z", "body": ' * 400 + '"x"' + "}" * 400 + "]}",
        json.dumps({"items": [{"time": at(1), "body": "9" * 100_000}] * 50}),
        json.dumps({f"time{n}": at(n % 60) for n in range(20_000)}),
        "window.a = " * 20_000,
        'window["a"] = JSON.parse("{' * 5_000,
        bomb(),
        cycle(),
        "[-1, {}]",
        '[["Date"], 1, [], {"a": 99, "b": -3}]',
        'self.__next_f.push([1,"' * 5_000,
        'self.__next_f.push([1,"0:[' + '\\"$0\\",' * 5_000 + '\\"2022-06-19T20:41\\"]"])',
        'self.__next_f.push([1,"' + "a:Tffffffff," * 5_000 + '"])',
    ],
)
def test_hostile_data(text: str) -> None:
    document = document_of(nights.page(articles(2)) + nights.data_script(text))
    assert shown(document, MarkKind.ENTRY)[:1]
    assert all(0 <= mark.start <= mark.end <= len(document.text) for mark in document.marks)
    assert datetime.fromisoformat(told(document, MarkKind.TIME)[0])


def test_halves_of_characters_are_no_text() -> None:
    items = [{**post, "title": "Lille \ud83d", "body": f"{post['body']} \udc99"} for post in posts()]
    document = document_of(json.dumps({"state": {"posts": items}}))
    document.text.encode()
    assert shown(document, MarkKind.HEADLINE) == ["Lille \N{REPLACEMENT CHARACTER}"] * len(items)
