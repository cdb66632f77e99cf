"""What stands on the line of a printed time: a sign of one post is none of its words, and hides no time."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Entry, MarkKind
from minutier.languages import language
from minutier.read import read
from minutier.segment import segment

from . import nights

SIGNS = {3: "Contexte"}


def entries(head: str, signs: dict[int, str]) -> list[tuple[str, str]]:
    """The clock and the words of the posts of a page; {sign} of the head of each is the sign that it has."""
    return [(f"{entry.date_published:%H:%M}", words) for entry, words in found(head, signs)]


def found(head: str, signs: dict[int, str]) -> list[tuple[Entry, str]]:
    posts = (
        "".join(
            f"<section class='post'>{head.format(n=n, ago=9 - n, sign=signs.get(n, ''))}"
            f"<div class='content'><h2>Titre {n}</h2><p>Le texte de {n}.</p></div></section>"
            for n in range(8)
        )
        .replace("<span class='flag'></span>", "")
        .replace("<span></span>", "")
    )
    (document,) = read(f"<html><body><h1>La soirée</h1>{posts}</body></html>".encode(), "page")
    known = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries
    return [(entry, document.text[entry.char_start : entry.char_end]) for entry in known if entry.date_published]


ALL = [(f"20:1{n}", f"Titre {n}\n\nLe texte de {n}.") for n in range(8)]


@pytest.mark.parametrize(
    "head",
    [
        "<div class='d'><span class='date'>20:1{n}</span><span class='flag'>{sign}</span></div>",
        "<div class='d'><span class='flag'>{sign}</span><span class='date'>20:1{n}</span></div>",
        "<div class='d'><span>20:1{n}</span><span class='tag'>{sign}</span></div>",
        "<span class='date'>20:1{n}</span><span class='flag'>{sign}</span>",
        "<div><time datetime='2024-07-07T20:1{n}:00+02:00'>20:1{n}</time><span class='flag'>{sign}</span></div>",
    ],
)
@pytest.mark.parametrize(
    "signs",
    [SIGNS, {n: ["Alerte", "Vos questions", "Contexte", "Reportage"][n % 4] for n in range(8)}],
    ids=["one post", "every post"],
)
def test_a_sign_beside_a_time_hides_no_post_and_is_not_of_its_words(head: str, signs: dict[int, str]) -> None:
    assert entries(head, signs) == ALL


def test_what_is_behind_all_times_and_is_no_badge_is_of_the_words() -> None:
    places = {n: ["Metz", "Nancy", "Toul", "Metz"][n % 4] for n in range(8)}
    head = "<dt><span class='h'>20h1{n}</span> <span class='lieu'>{sign}</span></dt>"
    assert entries(head, places) == [(f"20:1{n}", f"{places[n]}\n\nTitre {n}\n\nLe texte de {n}.") for n in range(8)]
    assert entries(head, SIGNS) == ALL


def test_a_sign_still_tells_what_the_post_is() -> None:
    head = "<div class='d'><span class='date'>20:1{n}</span><span class='flag'>{sign}</span></div>"
    posts = [entry for entry, _ in found(head, {0: "Épinglé", 2: "Correction"})]
    assert [entry.is_pinned for entry in posts] == [True] + [False] * 7
    assert [entry.is_correction for entry in posts] == [False, False, True] + [False] * 5


def test_a_caption_of_the_first_time_is_not_of_the_lead() -> None:
    head = "<h3>Un titre {n}</h3><time datetime='2024-07-07T20:1{n}:00+02:00'><i>publié à </i><b>20:1{n}</b></time>"
    posts = "".join(f"<article>{head.format(n=n)}<p>Le texte de {n}.</p></article>" for n in range(4))
    (document,) = read(f"<html><body><h1>La soirée</h1><p>Suivez.</p>{posts}</body></html>".encode(), "page")
    lead = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries[0]
    assert document.text[lead.char_start : lead.char_end] == "La soirée\n\nSuivez."


def test_a_caption_that_all_times_have_stays_beside_them() -> None:
    head = "<div class='d'><span>Publié à</span> <span class='date'>20h1{n}</span> <span>CEST</span></div>"
    assert [clock for clock, _ in entries(head, {})] == [clock for clock, _ in ALL]


@pytest.mark.parametrize(
    "head",
    [
        "<span>il y a {ago} heures</span><time datetime='2024-07-07T18:1{n}:00Z'>20:1{n}</time>",
        "<time datetime='2024-07-07T18:1{n}:00Z'>20:1{n}</time> <span>il y a {ago} heures</span>",
        "<span><time datetime='2024-07-07T18:1{n}:00Z'>20:1{n}</time></span><em>il y a {ago} h</em>",
    ],
)
def test_a_time_told_twice_is_not_of_the_words(head: str) -> None:
    assert entries(head, {}) == ALL


SUBJECTS = ["sièges", "voix", "élus", "duels", "bureaux", "maires", "absents"]


@pytest.mark.parametrize("titles", [["Nantes"] * 8, [f"{n + 2} {what}" for n, what in enumerate(SUBJECTS)]])
def test_a_title_on_the_line_of_a_time_is_kept(titles: list[str]) -> None:
    head = "<time datetime='2024-07-07T20:1{n}:00+02:00'>20:1{n}</time> <b>{sign}</b>"
    told = dict(enumerate(titles))
    assert all(title in words for title, (_, words) in zip(titles, entries(head, told), strict=False))


def test_an_hour_before_a_number_takes_no_minutes_from_it() -> None:
    posts = "".join(f"<p><strong>{h}h</strong> 15 communes manquent encore, dit-on à {h}.</p>" for h in range(17, 23))
    (document,) = read(f"<html><body><h1>La soirée</h1>{posts}</body></html>".encode(), "page")
    labels = [document.text[mark.start : mark.end] for mark in document.marks_of(MarkKind.LABEL)]
    assert labels == [f"{hour}h" for hour in range(17, 23)]
    assert document.text.count("15 communes") == 6


def test_a_time_that_readers_do_not_see_is_not_taken_beside_one_they_see() -> None:
    head = "<span class='sr-only'>Publié à 8h3{n}</span><time datetime='2024-07-07T20:1{n}:00+02:00'>20:1{n}</time>"
    assert entries(head, {}) == ALL


FLAT = {
    "behind the time": "<h3>{h}h1{m} {title}</h3><p>Le texte de {h}.</p>",
    "behind the time, folded": "<details><summary>{h}h1{m} {title}</summary><p>Le texte de {h}.</p></details>",
    "above a printed time": "<h3>{title}</h3><p><em>{h}h1{m}</em></p><p>Le texte de {h}.</p>",
    "above a time of machines": "<h2>{title}</h2><time datetime='2024-07-07T{h}:1{m}:00+02:00'>{h}h1{m}</time>"
    "<p>Le texte de {h}.</p>",
}


@pytest.mark.parametrize("is_told_twice", [False, True])
@pytest.mark.parametrize("layout", FLAT)
def test_a_title_on_either_side_of_its_time_is_its_posts(layout: str, is_told_twice: bool) -> None:
    hours = {20: "Nantes", 21: "Un duel à Lille", 22: "Dix sièges", 23: "Merci"}
    posts = "".join(FLAT[layout].format(h=hour, m=hour % 10, title=title) for hour, title in hours.items())
    updates = [
        {
            "@type": "BlogPosting",
            "datePublished": f"2024-07-07T{hour}:1{hour % 10}:22+02:00",
            "articleBody": f"Le texte de {hour}.",
        }
        for hour in hours
    ]
    told = nights.script({"@type": "LiveBlogPosting", "liveBlogUpdate": updates}) if is_told_twice else ""
    page = (
        f"<html><head>{told}</head><body><main><h1>La soirée</h1><p>Suivez.</p><div>{posts}</div></main></body></html>"
    )
    (document,) = read(page.encode(), "page")
    found = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries
    texts = {
        f"{entry.date_published:%H:%M}": document.text[entry.char_start : entry.char_end].split("\n\n")
        for entry in found
        if entry.date_published
    }
    assert texts == {f"{hour}:1{hour % 10}": [title, f"Le texte de {hour}."] for hour, title in hours.items()}
    assert "Suivez." in document.text


def test_a_date_behind_a_time_is_no_title() -> None:
    days = ["dimanche 7 juillet"] * 5 + ["lundi 8 juillet"]
    posts = "".join(
        f"<article><h3>Titre {n}</h3><span>{(20 + n) % 24}h1{n} {day}</span><p>Le texte de {n}.</p></article>"
        for n, day in enumerate(days)
    )
    (document,) = read(f"<html><body><h1>La soirée</h1>{posts}</body></html>".encode(), "page")
    labels = [document.text[mark.start : mark.end] for mark in document.marks_of(MarkKind.LABEL)]
    assert labels == [f"{(20 + n) % 24}h1{n} {day}" for n, day in enumerate(days)]


DATED = {
    "above": "<div class='date'>{day}</div><span class='hour'>20:1{n}</span>",
    "above, in one box": "<div class='meta'><div>{day}</div><div>20h1{n}</div></div>",
    "in two pieces": "<div class='day'><b>{number}</b><i>juillet</i></div><p class='hour'>20h1{n}</p>",
    "behind": "<span class='hour'>20:1{n}</span><span class='date'>{day}</span>",
    "below": "<p class='hour'>20:1{n}</p><p class='date'>{day} 2024</p>",
    "two times": "<time>{day}</time> <time>20:1{n}</time>",
    "a sign between": "<span class='date'>{day}</span> | <span class='hour'>20:1{n}</span>",
}


def dated_entries(head: str, words: str = "<p>Le texte de {n}.</p>") -> list[tuple[str, str]]:
    """Day, clock and words of four posts of two days."""
    posts = "".join(
        f"<article>{head}{words}</article>".format(n=n, number=6 + n // 2, day=f"{6 + n // 2} juillet")
        for n in range(4)
    )
    (document,) = read(f"<html><body><h1>La soirée</h1><p>Suivez.</p>{posts}</body></html>".encode(), "page")
    known = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries
    return [
        (f"{entry.date_published:%d %H:%M}", document.text[entry.char_start : entry.char_end])
        for entry in known
        if entry.date_published
    ]


@pytest.mark.parametrize("layout", DATED)
def test_a_date_in_an_element_beside_that_of_the_time_is_of_the_label(layout: str) -> None:
    assert dated_entries(DATED[layout]) == [(f"0{6 + n // 2} 20:1{n}", f"Le texte de {n}.") for n in range(4)]


def test_a_date_beside_a_time_of_machines_is_not_of_the_words() -> None:
    head = "<div>{day}</div><time datetime='2024-07-0{number}T20:1{n}:00+02:00'>20:1{n}</time>"
    assert dated_entries(head) == [(f"0{6 + n // 2} 20:1{n}", f"Le texte de {n}.") for n in range(4)]


@pytest.mark.parametrize(
    "words",
    [
        "<p>6 juillet, 8 mai : les dates de {n}.</p>",
        "<p>Rien.</p><p>6 juillet</p><p>Fin de {n}.</p>",
        "<p>6 juillet, le vote de {n}</p>",
    ],
)
def test_a_date_that_is_not_alone_beside_its_time_stays_with_the_words(words: str) -> None:
    told = dated_entries("<span class='hour'>20:1{n}</span>", words)
    assert [clock for clock, _ in told] == [f"07 20:1{n}" for n in range(4)]
    assert all("6 juillet" in said for _, said in told)


@pytest.mark.parametrize(
    "value",
    [
        "Sun Jul 07 2024 20:1{n}:00 GMT+0200 (heure d’été d’Europe centrale, 7e jour du mois de juillet)",
        "Sun Jul 07 2024 18:1{n}:00 GMT+0000 (Coordinated Universal Time)",
        "Sun, 07 Jul 2024 20:1{n}:00 +0200",
        "Sun, 07 Jul 2024 18:1{n}:00 GMT",
        "07/07/2024 20:1{n}",
        "7.7.2024 20:1{n}",
    ],
)
def test_dates_as_scripts_and_mails_write_them(value: str) -> None:
    assert entries(f'<time datetime="{value}">à l\'instant</time>', {}) == ALL


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("19/06/2022", "19 20:1{n}"),
        ("06/19/2022", "19 20:1{n}"),
        ("05/06/2022", "07 18:1{n}"),  # May or June: the clock in words and the night's day are what is sure
    ],
)
def test_days_with_slashes_count_when_they_can_be_read_in_one_way(day: str, expected: str) -> None:
    posts = "".join(
        f"<article><time datetime='{day} 20:1{n}'>18:1{n}</time><p>Le texte de {n}.</p></article>" for n in range(4)
    )
    (document,) = read(f"<html><body><h1>La soirée</h1>{posts}</body></html>".encode(), "page")
    known = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries
    told = [f"{entry.date_published:%d %H:%M}" for entry in known if entry.date_published]
    assert told == [expected.format(n=n) for n in range(4)]


@pytest.mark.parametrize("unit", [1, 1000], ids=["seconds", "milliseconds"])
def test_seconds_and_milliseconds_since_1970(unit: int) -> None:
    first = int(datetime(2024, 7, 7, 20, 10, tzinfo=ZoneInfo("Europe/Paris")).timestamp())
    posts = "".join(
        f"<article><time datetime='{(first + 60 * n) * unit}'>{n} min</time><p>Le texte de {n}.</p></article>"
        for n in range(4)
    )
    (document,) = read(f"<html><body><h1>La soirée</h1>{posts}</body></html>".encode(), "page")
    known = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries
    assert [f"{entry.date_published:%H:%M}" for entry in known if entry.date_published] == [
        f"20:1{n}" for n in range(4)
    ]


def test_a_title_that_looks_like_a_label_does_not_unmake_the_times_printed_above_posts() -> None:
    titles = ("Un titre", "Midi : 15,29 %", "20h : les urnes", "Fin")
    posts = "".join(
        f"<li class='post'><span class='h'>20:1{n}</span><h2>{title}</h2><p>Le texte de {n}.</p></li>"
        for n, title in enumerate(titles)
    )
    (document,) = read(f"<html><body><h1>La soirée</h1><ol>{posts}</ol></body></html>".encode(), "page")
    known = segment(document, language("fr"), date(2024, 7, 7), ZoneInfo("Europe/Paris")).entries
    told = [entry for entry in known if entry.date_published]
    assert [f"{entry.date_published:%H:%M}" for entry in told] == [f"20:1{n}" for n in range(4)]
    words = [document.text[entry.char_start : entry.char_end] for entry in told]
    assert words == [f"{title}\n\nLe texte de {n}." for n, title in enumerate(titles)]


ROLES = ("Beth R, political correspondent", "Tom B, Westminster")


@pytest.mark.parametrize("names", [ROLES, ("Beth Roe", "Tom Bold"), ("Beth Roe",)], ids=["roles", "names", "one"])
@pytest.mark.parametrize("head", ["{name} <span>|</span> {time}", "{name} | <b>{time}</b>", "{name}, {time}"])
def test_authors_in_turn_before_the_times_hide_no_post(head: str, names: tuple[str, ...]) -> None:
    times = [f"7 July, 9:1{n}pm" for n in range(7)]
    heads = [head.format(name=names[n % 3 % len(names)], time=time) for n, time in enumerate(times)]
    posts = "".join(f"<li><p class='meta'>{line}</p><p>Words of {n}.</p></li>" for n, line in enumerate(heads))
    (document,) = read(f"<html><body><h1>The night</h1><p>Follow us.</p><ul>{posts}</ul></body></html>".encode(), "p")
    known = segment(document, language("en"), date(2024, 7, 7), ZoneInfo("Europe/London")).entries[1:]
    assert [document.text[entry.char_start : entry.char_end] for entry in known] == [f"Words of {n}." for n in range(7)]
    assert [f"{entry.date_published:%d %H:%M}" for entry in known] == [f"07 21:1{n}" for n in range(7)]


@pytest.mark.parametrize("words", ["Publié lundi à", "Hier,", "Dimanche"])
def test_words_of_times_are_no_names(words: str) -> None:
    head = "<div class='d'><span>{sign}</span> <span class='date'>20h1{n}</span></div>"
    texts = [text for _, text in found(head, {n: words if n > 4 else "Dimanche" for n in range(8)})]
    assert texts == [f"Titre {n}\n\nLe texte de {n}." for n in range(8)]
