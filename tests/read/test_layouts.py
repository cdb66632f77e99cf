"""Odd layouts of pages and feeds: each post with its own words and its own instant, whatever is around them."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
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


def iso(clock: str) -> str:
    return f"2022-06-19T{clock}:00+02:00"


def each(template: str) -> str:
    """The posts, in the words of a template: {at} is 20h41, {iso}, {epoch} and {clock} the same, {i} a number."""
    return "".join(
        template.format(
            i=number, clock=clock, at=clock.replace(":", "h"), words=words, iso=iso(clock), utc=f"{int(clock[:2]) - 2}",
            minute=clock[3:], hour=clock[:2], epoch=int(datetime.fromisoformat(iso(clock)).timestamp()),
            ago=10 * (4 - number),
        )
        for number, (clock, words) in enumerate(POSTS.items())
    )  # fmt: skip


def page(content: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='fr'><head><title>Le direct</title>{head}</head>"
        "<body><nav><a href='/'>Accueil</a></nav>"
        f"<main><h1>La soirée en direct</h1><p class='chapo'>Suivez la soirée.</p>{content}</main></body></html>"
    )


MARKUP = {
    "bold times": "<p><strong>{at}</strong> {words}</p>",
    "bold times and more paragraphs": "<p><strong>{at} :</strong> {words}</p><p>Rien d'autre.</p>",
    "bold titles": "<p><strong>{at} - Titre {i}</strong></p><p>{words}</p>",
    "line breaks": "{at} - {words}<br><br>",
    "bold and line breaks": "<b>{at}</b><br>{words}<br><br>",
    "headings with titles": "<h2>{at} - Titre {i}</h2><p>{words}</p>",
    "headings alone": "<h3>{at}</h3><p>{words}</p>",
    "rules between": "<p>{at}</p><p>{words}</p><hr>",
    "two columns": "<div class='left'>{at}</div><div class='right'>{words}</div>",
    "details": "<details open><summary>{at} Titre {i}</summary><p>{words}</p></details>",
    "published on": "<div class='post'><div class='meta'>Publié le 19 juin 2022 à {at}</div><div>{words}</div></div>",
    "changed at": "<div class='post'><p class='maj'>Mis à jour à {at}</p><p>{words}</p></div>",
    "byline between": "<div class='post'><p class='heure'>{at}</p><p class='auteur'>Par Luc</p><p>{words}</p></div>",
    "time below": "<div class='entry'><p>{words}</p><p class='date'>{at}</p></div>",
    "time without attribute": "<article><time>{at}</time><p>{words}</p></article>",
    "attribute of the day": "<article><time datetime='2022-06-19'>{at}</time><p>{words}</p></article>",
    "relative with attribute": "<article><time datetime='{iso}'>il y a {ago} min</time><p>{words}</p></article>",
    "relative with seconds": "<section><div data-time='{epoch}'>il y a {ago} min</div><div>{words}</div></section>",
    "seconds alone": "<div class='p' data-publish-time='{epoch}'><p>{words}</p></div>",
    "hour and minute apart": "<div class='post'><b>{hour}</b><i>h</i><b>{minute}</b><p>{words}</p></div>",
    "hour and minutes apart in paragraphs": "<p><strong>{hour}h</strong><strong>{minute}</strong> : {words}</p>",
    "minutes apart in titles": "<h3><b>{hour}h</b>{minute}</h3><p>{words}</p>",
    "minutes apart in boxes": "<div class='post'><span><b>{hour}:</b><i>{minute}</i></span><p>{words}</p></div>",
    "time for screen readers": "<li><article><h3><span>Titre {i}</span><span class='visually-hidden'>, publié à {at} "
    "heure de Paris, le 19 juin</span></h3><span aria-hidden='true'><span>{at} le 19 juin</span></span>"
    "<p>{words}</p></article></li>",
    "time for screen readers alone": "<li><article><h3>Titre {i}</h3><span class='sr-only'>Publié à {at}</span>"
    "<p>{words}</p></article></li>",
    "time hidden from screen readers": "<div class='post'><span aria-hidden='true'>{at}</span><p>{words}</p></div>",
    "counters": "<div class='post'><b class='hour'>{at}</b><p>{words}</p>"
    "<div class='counts'><span>12 partages</span><span>3 commentaires</span></div></div>",
    "captions with times": "<div class='post'><time datetime='{iso}'>{at}</time>"
    "<figure><figcaption>La foule vers 18 heures</figcaption></figure><p>{words}</p></div>",
    "comments in posts": "<div class='post'><time datetime='{iso}'>{at}</time><p>{words}</p><div class='comments'>"
    "<div class='comment'><time datetime='2022-06-19T23:00:00+02:00'>23h</time><p>Bravo !</p></div></div></div>",
    "property as content": "<div itemprop='liveBlogUpdate' itemscope>"
    "<time itemprop='datePublished' content='{iso}'>{at}</time>"
    "<p itemprop='articleBody'>{words}</p></div>",
    "property unseen": "<div itemprop='liveBlogUpdate' itemscope><h2 itemprop='headline'>Titre {i}</h2>"
    "<span itemprop='datePublished' content='{iso}'></span><div itemprop='articleBody'><p>{words}</p></div></div>",
    "feed of a plugin": "<article id='id_{i}' class='feed-entry'><aside class='entry-aside'><a class='entry-time-link'>"
    "<span class='entry-date'>19 juin</span> <span class='entry-time'>{clock}</span></a></aside><div><header>"
    "<span class='meta-author-name'>Luc Dumas</span></header>"
    "<div class='entry-content'><p>{words}</p></div></div></article>",
    "cards": "<div class='wrap'><div class='card'><div class='card-header'><span class='author-name'>Luc</span>"
    "<time>{clock}</time></div><div class='card-body'><p>{words}</p></div>"
    "<div class='card-footer'><span>Partager</span><span>12 likes</span></div></div></div>",
    "time and date": "<div class='news' id='n{i}'>"
    "<div class='news-date'><span>{clock}</span> <span>19/06/2022</span></div>"
    "<div class='news-title'>Titre {i}</div><div><p>{words}</p></div><div class='news-share'>Partager</div></div>",
}  # fmt: skip
MARKUP |= {
    "title before an inline time": "<article><h3>Titre {i}</h3><span class='time'>{at}</span><p>{words}</p></article>",
    "title before a span": "<section><h2>Titre {i}</h2><span>{at}</span><p>{words}</p></section>",
    "time at the end": "<div class='post'><p>{words}</p><span class='time'>{at}</span></div>",
    "time behind the words": "<article>{words} <span>{at}</span></article>",
    "time in a footer": "<article class='p'><p>{words}</p><footer>Publié à {at}</footer></article>",
    "byline at the end": "<section><p>{words}</p><p class='date'>Par Marie Durand, à {at}</p></section>",
}
INSIDE = {
    "titles before times in a list": ("<ul>{}</ul>", "<li><h3>Titre {i}</h3><em>{at}</em><p>{words}</p></li>"),
    "times at the end in a list": ("<ul>{}</ul>", "<li><p>{words}</p><em>{at}</em></li>"),
    "definitions": ("<dl>{}</dl>", "<dt>{at}</dt><dd>{words}</dd>"),
    "table": ("<table>{}</table>", "<tr><td>{at}</td><td>{words}</td></tr>"),
    "list": ("<ul>{}</ul>", "<li><strong>{at}</strong> – {words}</li>"),
    "list with links": ("<ol>{}</ol>", "<li id='li{i}'><a href='#li{i}'>{at}</a><div>{words}</div></li>"),
    "list with titles of times": (
        "<ul>{}</ul>",
        "<li data-post-id='{i}'><div><span class='author'>Luc Dumas</span>"
        "<span class='post-time' title='{iso}'>{clock}</span></div><div>{words}</div></li>",
    ),
    "live list": (
        "<amp-live-list id='l'><button update>Nouveaux messages</button><div items>{}</div></amp-live-list>",
        "<div id='p{i}' data-sort-time='{epoch}'><p class='t'>{at}</p><p>{words}</p></div>",
    ),
    "pinned above": (
        "<div class='post pinned'><p>L'essentiel</p><ul><li>Un point.</li><li>Un autre.</li></ul></div>{}",
        "<div class='post'><time datetime='{iso}'>{at}</time><p>{words}</p></div>",
    ),
}


def updates(**names: str) -> list[dict[str, Any]]:
    time, body = names.get("time", "datePublished"), names.get("body", "articleBody")
    return [{"@type": "BlogPosting", time: iso(clock), body: words} for clock, words in POSTS.items()]


def blog(posts: object) -> dict[str, Any]:
    return {"@type": "LiveBlogPosting", "headline": "Le direct", "liveBlogUpdate": posts}


DATA: dict[str, list[Any]] = {
    "other keys": [blog(updates(time="dateCreated", body="text"))],
    "item list": [
        blog({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": u} for u in updates()]})
    ],
    "in pieces": [update | {"isPartOf": {"@type": "LiveBlogPosting"}} for update in updates()],
    "values": [blog([u | {"articleBody": {"@type": "Text", "@value": u["articleBody"]}} for u in updates()])],
    "as text": [json.dumps(blog(updates()))],
}
FEEDS = {
    "rss": (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>{}</channel></rss>",
        "<item><title>Titre {i}</title><pubDate>Sun, 19 Jun 2022 {clock}:00 +0200</pubDate>"
        "<content:encoded><![CDATA[<p>{words}</p>]]></content:encoded></item>",
    ),
    "rss in UTC": (
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>{}</channel></rss>",
        "<item><title>Titre {i}</title><dc:date>2022-06-19T{utc}:{minute}:00Z</dc:date>"
        "<description>&lt;p&gt;{words}&lt;/p&gt;</description></item>",
    ),
    "atom": (
        "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>",
        "<entry><title>Titre {i}</title><id>x{i}</id><updated>{iso}</updated><content type='xhtml'>"
        "<div xmlns='http://www.w3.org/1999/xhtml'><p>{words}</p></div></content></entry>",
    ),
}
SOURCES = {
    **{name: page(f"<article>{each(template)}</article>") for name, template in MARKUP.items()},
    **{name: page(around.format(each(template))) for name, (around, template) in INSIDE.items()},
    **{
        f"json-ld: {name}": page(
            "", "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)
        )
        for name, values in DATA.items()
    },
    **{name: around.format(each(template)) for name, (around, template) in FEEDS.items()},
}


def found_in(source: str) -> dict[str, str]:
    """The words of each post by its clock."""
    (document,) = read(source.encode(), "page")
    entries = segment(document, language("fr"), date(2022, 6, 19), PARIS).entries
    return {
        f"{entry.date_published:%H:%M}": document.text[entry.char_start : entry.char_end]
        for entry in entries
        if entry.date_published
    }


@pytest.mark.parametrize("name", SOURCES)
def test_each_post_has_its_words_and_its_instant(name: str) -> None:
    (document,) = read(SOURCES[name].encode(), name)
    found = [
        entry for entry in segment(document, language("fr"), date(2022, 6, 19), PARIS).entries if entry.date_published
    ]
    told = {f"{entry.date_published:%H:%M}": document.text[entry.char_start : entry.char_end] for entry in found}
    assert [*told] == [*POSTS]
    for clock, words in POSTS.items():
        assert words in told[clock]
        assert clock.replace(":", "h") not in told[clock]
        assert not any(rest in told[clock] for rest in ("Partager", "partages", "likes", "Bravo", "Luc Dumas"))
    assert len(found) == len(POSTS)


LEFT_OPEN = {
    "one article": ("article", 1),
    "one section": ("section", 2),
    "one div": ("div", 0),
    "all articles": ("article", None),
    "all divs": ("div", None),
    "one time": ("time", 1),
}


@pytest.mark.parametrize(("tag", "which"), LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_an_end_tag_that_is_missing_loses_no_post(tag: str, which: int | None) -> None:
    box = tag if tag != "time" else "article"
    posts = [
        f"<{box} class='post'><time datetime='{iso(clock)}'>{clock.replace(':', 'h')}</time>"
        f"<div class='body'><p>{words}</p></div></{box}>"
        for clock, words in POSTS.items()
    ]
    for number in range(len(posts)) if which is None else [which]:
        start, _, end = posts[number].rpartition(f"</{tag}>")
        posts[number] = start + end
    source = page("".join(posts))
    assert {clock: words.strip() for clock, words in found_in(source).items()} == POSTS
    (document,) = read(source.encode(), "page")
    assert [issue.code for issue in document.issues] == ["left-open"]


def test_parts_that_hold_parts_of_their_name_are_left_alone() -> None:
    post = (
        "<div class='row'><div class='row'><time datetime='{iso}'>{at}</time></div>"
        "<div class='row'><p>{words}</p></div></div>"
    )
    (document,) = read(page(each(post) + "<div class='row'>").encode(), "page")
    assert not document.issues
    assert found_in(page(each(post))) == POSTS


def test_a_second_time_on_a_line_of_its_own_opens_no_post() -> None:
    template = "<article><time datetime='{iso}'>{at}</time><p>{words}</p><em>18h30</em><p>Un rappel.</p></article>"
    told = found_in(page(each(template)))
    assert [*told] == [*POSTS]
    assert all("Un rappel." in words for words in told.values())


@pytest.mark.parametrize("line", ["Mis à jour à {late} – Publié à {at}", "Publié à {at}, mis à jour à {late}"])
def test_the_time_of_publication_is_taken_wherever_that_of_a_change_stands(line: str) -> None:
    posts = ""
    for minute in range(10, 14):
        at = f'<time datetime="2022-06-19T20:{minute}:00+02:00">20h{minute}</time>'
        late = f'<time datetime="2022-06-20T08:{minute}:00+02:00">08h{minute}</time>'
        posts += (
            f"<article><div>{line.format(at=at, late=late)}</div><p>La salle se lève encore une fois.</p></article>"
        )
    (document,) = read(page(posts).encode(), "page")
    times = [mark.value for mark in document.marks_of("time")]
    assert times == [f"2022-06-19T20:{minute}:00+02:00" for minute in range(10, 14)]
    assert [mark.value[:13] for mark in document.marks_of("modified")] == ["2022-06-20T08"] * 4


def test_a_footer_with_more_than_a_time_is_left_out() -> None:
    footer = "<footer>Publié à {at} · © La Gazette, tous droits réservés · Reproduction interdite sans accord</footer>"
    (document,) = read(page(each(f"<article>{footer}<p>{{words}}</p></article>")).encode(), "page")
    assert "Gazette" not in document.text
