"""What readers have written is none of the posts; a live blog that calls its posts comments is read all the same."""

from __future__ import annotations

import json
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read import read
from minutier.segment import segment

PARIS = ZoneInfo("Europe/Paris")
POSTS = {
    "20:41": "La salle se remplit peu à peu.",
    "21:05": "Le décompte reprend à Lille, dit le maire.",
    "21:30": "Deux bureaux manquent encore.",
    "22:10": "Rideau, merci de nous avoir suivis.",
}
ALL = list(POSTS.items())


def posts(template: str) -> str:
    return "".join(
        template.format(clock=clock, iso=f"2022-06-19T{clock}:00+02:00", words=words) for clock, words in ALL
    )


ARTICLES = posts("<article><time datetime='{iso}'>{clock}</time><p>{words}</p></article>")
PRINTED = posts("<p><b>{clock}</b> – {words}</p>")
BROKEN = posts("{clock} – {words}<br><br>")


def readers(item: str = "<div{attributes}><b>Jojo{n}</b> <time datetime='{iso}'>{clock}</time><p>{words}</p></div>",
            attributes: str = "", count: int = 8) -> str:  # fmt: skip
    """What readers have written, more than the posts have."""
    return "".join(
        item.format(
            n=n, clock=f"22:1{n}", iso=f"2022-06-19T22:1{n}:00+02:00", attributes=attributes,
            words=f"Encore une soirée qui finit mal, je vous le dis, moi, pour la {n}e fois, et nul ne m'écoute ici.",
        )
        for n in range(count)
    )  # fmt: skip


def page(content: str, below: str = "", head: str = "") -> str:
    return (
        f"<html lang='fr'><head><title>Le direct</title>{head}</head><body><main><h1>La soirée en direct</h1>"
        f"<p>Suivez la soirée.</p>{content}</main>{below}</body></html>"
    )


def entries(html: str) -> list[tuple[str, str]]:
    (document,) = read(html.encode(), "page")
    found = segment(document, language("fr"), date(2022, 6, 19), PARIS).entries
    return [
        (f"{entry.date_published:%H:%M}", document.text[entry.char_start : entry.char_end])
        for entry in found
        if entry.date_published
    ]


SECTIONS = {
    "id": f"<section id='comments'>{readers()}</section>",
    "class": f"<div class='comments-area'>{readers()}</div>",
    "French": f"<div class='liste-commentaires'>{readers()}</div>",
    "reactions": f"<div class='vos-reactions'>{readers()}</div>",
    "views": f"<div id='avis'>{readers()}</div>",
    "forum": f"<div id='forum'>{readers()}</div>",
    "service": f"<div id='disqus_thread'>{readers()}</div>",
    "list": f"<ol class='user-comment-list'>{readers()}</ol>",
    "items alone": f"<div>{readers(attributes=' class=comment')}</div>",
    "type alone": f"<div>{readers(attributes=' itemscope itemtype=https://schema.org/Comment')}</div>",
    "items in a list of comments": f"<div class='comments'>{readers(attributes=' class=comment')}</div>",
}


@pytest.mark.parametrize("content", [ARTICLES, PRINTED, BROKEN], ids=["markup", "printed", "lines"])
@pytest.mark.parametrize("section", SECTIONS)
def test_comments_are_no_posts(section: str, content: str) -> None:
    assert entries(page(content, SECTIONS[section])) == ALL
    assert "Jojo" not in next(iter(read(page(content, SECTIONS[section]).encode(), "page"))).text


def test_comments_are_no_posts_beside_those_of_the_json_ld() -> None:
    updates = [
        {"@type": "BlogPosting", "datePublished": f"2022-06-19T{clock}:00+02:00", "articleBody": words}
        for clock, words in ALL
    ]
    told = json.dumps({"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    head = f'<script type="application/ld+json">{told}</script>'
    assert entries(page("<div id='live'></div>", f"<div id='comments'>{readers()}</div>", head)) == ALL


@pytest.mark.parametrize(
    "content",
    [
        posts("<div class='comment'><time datetime='{iso}'>{clock}</time><p>{words}</p></div>"),
        "<div id='comments'>" + posts("<div class='comment'><span>{clock}</span><p>{words}</p></div>") + "</div>",
        "<ul class='commentaires'>" + posts("<li><b>{clock}</b> – {words}</li>") + "</ul>",
    ],
    ids=["items", "list", "printed"],
)
def test_a_live_blog_that_calls_its_posts_comments_is_read(content: str) -> None:
    assert entries(page(content)) == ALL


def test_posts_called_comments_that_the_json_ld_tells_are_read_from_the_page() -> None:
    content = posts("<div class='comment'><time datetime='{iso}'>{clock}</time><p>{words} <q>Oui</q></p></div>")
    updates = [
        {"@type": "BlogPosting", "datePublished": f"2022-06-19T{clock}:00+02:00", "articleBody": words}
        for clock, words in ALL
    ]
    told = json.dumps({"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    head = f'<script type="application/ld+json">{told}</script>'
    assert entries(page(content, head=head)) == [(clock, f"{words} “Oui”") for clock, words in ALL]


def test_an_article_with_a_few_comments_is_no_live_blog() -> None:
    article = "<p>Un long récit de la soirée, sans heure ni fin, pour ceux qui aiment lire.</p>" * 40
    html = page(article, f"<div id='comments'>{readers(attributes=' class=comment')}</div>")
    assert entries(html) == []
    assert "Jojo" not in next(iter(read(html.encode(), "page"))).text


@pytest.mark.parametrize(
    "item",
    [
        "<li><a href='/a{n}'><span>19h1{n}</span> Un titre d'ailleurs {n}</a></li>",
        "<li><span>19h1{n}</span> <a href='/a{n}'>Un titre d'ailleurs {n}</a></li>",
        "<li><time datetime='2022-06-19T19:1{n}:00Z'>19h1{n}</time> <a href='/a{n}'>Un titre d'ailleurs {n}</a></li>",
    ],
)
def test_headlines_with_times_beside_posts_called_comments_are_not_the_posts(item: str) -> None:
    content = posts("<div class='comment'><time datetime='{iso}'>{clock}</time><p>{words} {words} {words}</p></div>")
    beside = "<aside><h3>En continu</h3><ul>" + "".join(item.format(n=n) for n in range(4)) + "</ul></aside>"
    assert entries(page(content, beside)) == [(clock, " ".join([words] * 3)) for clock, words in ALL]
