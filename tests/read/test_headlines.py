"""Lists of headlines with times beside a live blog: they are not its posts, wherever they stand."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Document
from minutier.languages import language
from minutier.read import read
from minutier.segment import segment

WORDS = "À Nantes, le dépouillement du bureau {i} se termine devant quelques curieux."
CLOCKS = ("18h05", "20h01", "20h14", "20h41", "21h02", "21h30", "22h47", "23h05")
POSTS = {
    "boxes": "<div class='it'><div><span class='time'>{at}</span><span class='date'>07/07/2024</span></div>"
    "<h2>Titre {i}</h2><p>{words}</p></div>",
    "list": "<li><strong>{at}</strong> {words}</li>",
    "list in columns": "<li class='m'><span class='t'>{at}</span><div><p>{words}</p></div></li>",
    "named": "<li class='update'><div class='update-time'>{at}</div><h3>Titre {i}</h3><p>{words}</p></li>",
    "times of machines": "<article><time datetime='2024-07-07T{iso}:00+02:00'>{at}</time><p>{words}</p></article>",
    "paragraphs": "<p><strong>{at}</strong> : {words}</p>",
    "paragraphs with titles": "<p>{at} - Un titre {i}</p><p>{words}</p>",
    "line breaks": "{at} : {words}<br>",
}
HEADLINES = {
    "links": "<li><a href='/{i}'><span>{at}</span> <span>Un titre de la une {i}</span></a></li>",
    "links beside times": "<li><time datetime='2024-07-07T{at}:00+02:00'>{at}</time>"
    "<a href='/{i}'>Un titre de la une {i}</a></li>",
    "cards": "<article class='update'><time datetime='2024-07-07T{at}:00+02:00'>{at}</time>"
    "<h3><a href='https://journal.example/{i}'>Un titre de la une {i}</a></h3></article>",
    "with a subject": "<li><span>{at}</span> <b>Monde</b> <a href='/{i}'>Un titre de la une {i}, plus long</a></li>",
}


def page(posts: str, beside: str, *, inside: bool) -> str:
    within, after = (beside, "") if inside else ("", beside)
    return (
        f"<html><body><main><h1>La soirée</h1><p>Suivez la soirée.</p><div>{posts}</div>{within}</main>{after}"
        "</body></html>"
    )


def written(template: str) -> str:
    return "".join(
        template.format(i=number, at=clock, iso=clock.replace("h", ":"), words=WORDS.format(i=number))
        for number, clock in enumerate(CLOCKS)
    )


def listed(template: str, count: int) -> str:
    items = "".join(template.format(i=n, at=f"0{9 - n // 6}:{59 - n % 6}") for n in range(count))
    return f"<div class='fil'><h2>En continu</h2><ul>{items}</ul></div>"


def entries(html: str) -> tuple[list[str], str]:
    """The times and all the words of the entries of a page."""
    document: Document = next(iter(read(html.encode(), "page")))
    found = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries
    times = [f"{entry.date_published:%Hh%M}" for entry in found if entry.section != "lead" and entry.date_published]
    return times, " ".join(document.text[entry.char_start : entry.char_end] for entry in found)


@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("count", [6, 20])
@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("post", POSTS)
def test_a_list_of_headlines_neither_displaces_nor_joins_the_posts(
    post: str, headline: str, count: int, inside: bool
) -> None:
    times, words = entries(page(written(POSTS[post]), listed(HEADLINES[headline], count), inside=inside))
    assert times == list(CLOCKS)
    assert "de la une" not in words
    assert "En continu" not in words


@pytest.mark.parametrize("headline", ["links", "with a subject"])
def test_posts_that_are_nothing_but_links_are_read_where_there_are_no_others(headline: str) -> None:
    times, words = entries(page(listed(HEADLINES[headline], 12), "", inside=False))
    assert len(times) == 12
    assert "Un titre de la une 11" in words


def test_a_post_that_is_one_link_stays_among_the_others() -> None:
    posts = written(POSTS["list in columns"])
    posts = posts.replace(WORDS.format(i=3), "<a href='/x'>Notre récit de la journée à Nantes</a>")
    times, words = entries(page(posts, listed(HEADLINES["links"], 12), inside=False))
    assert times == list(CLOCKS)
    assert "Notre récit de la journée" in words


def test_key_points_that_lead_to_posts_of_the_page_stay_in_the_lead() -> None:
    points = "".join(
        f"<li><time>{at}</time> <a href='?point={at}#post-{at}'>Un point {at}</a></li>" for at in CLOCKS[:4]
    )
    posts = written(POSTS["times of machines"])
    html = page(posts, "", inside=True).replace("<p>Suivez", f"<ul class='key-points'>{points}</ul><p>Suivez")
    times, words = entries(html)
    assert times == list(CLOCKS)
    assert "Un point 20h41" in words
