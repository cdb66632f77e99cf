"""Posts told twice, by the page and by its JSON-LD: which is which, what each is trusted with, what is said."""

from __future__ import annotations

import time
from typing import Any

import pytest

from minutier.document import Document, MarkKind
from minutier.read import read

from . import nights

TOLD = (  # instant, printed in New York, title, words
    (
        "2016-11-09T01:30:00Z",
        "8:30 p.m.",
        "Florida is close",
        "Trump leads in Florida with 94% of precincts in.",
    ),
    ("2016-11-09T02:05:00Z", "9:05 p.m.", "Texas called", "Trump wins Texas, networks project."),
    ("2016-11-09T05:12:00Z", "12:12 a.m.", "Nevada called", "Clinton wins Nevada and its six electoral votes."),
)


def document_of(html: str) -> Document:
    (document,) = read(html.encode(), "page.html")
    return document


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def times(document: Document) -> list[str]:
    return [mark.value for mark in document.marks_of(MarkKind.TIME)]


def entries(document: Document) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks_of(MarkKind.ENTRY)]


def linked(*posts: tuple[str, str, str], **more: Any) -> str:
    """The JSON-LD of posts: instant, title, words."""
    updates = [
        {"@type": "BlogPosting", "datePublished": instant, "headline": title, "articleBody": words}
        for instant, title, words in posts
    ]
    return nights.script({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": updates, **more})


def box(label: str, title: str, words: str, instant: str = "") -> str:
    shown = f"<time datetime='{instant}'>{label}</time>" if instant else f"<span class='ts'>{label}</span>"
    return f"<article>{shown}<h3>{title}</h3><p>{words}</p></article>"


NEW_YORK = linked(*((at, title, words) for at, _, title, words in TOLD))


@pytest.mark.parametrize(
    "layout",
    [
        "<article><span class='ts'>{label}</span><h3>{title}</h3><p>{words}</p></article>",
        "<article><h3>{title}</h3><span class='ts'>{label}</span><p>{words}</p></article>",
        "<h3>{label} {title}</h3><p>{words}</p>",
        "<article><span class='ts'>{label}</span><h3>{title}</h3><p>{words}</p><p>Share this post</p></article>",
        "<article><span class='ts'>{label}</span><p>{words}</p></article>",
    ],
)
def test_instants_of_json_ld_are_used_for_posts_with_a_printed_time(layout: str) -> None:
    markup = "".join(layout.format(label=label, title=title, words=words) for _, label, title, words in TOLD[::-1])
    document = document_of(nights.page(markup, NEW_YORK))
    assert sorted(times(document)) == [at for at, *_ in TOLD]
    assert codes(document) == []


def test_a_teaser_in_the_json_ld_is_its_post() -> None:
    words = "The governor has conceded the race after a long night of counting in the three largest counties."
    markup = "".join(box(label, title, f"{words} {text}") for _, label, title, text in TOLD)
    teasers = ((at, title, f"{words[:62]}…") for at, _, title, _ in TOLD)
    document = document_of(nights.page(markup, linked(*teasers)))
    assert times(document) == [at for at, *_ in TOLD]
    assert codes(document) == []


SOURCES = ("la préfecture", "le ministère", "son équipe", "un institut", "la mairie", "le parti", "la radio", "le jury")
SEATS = [  # a night of posts with a printed time: many words in common, as those of a night have
    (
        f"2024-07-07T{18 + n // 4}:{n * 7 % 60:02}:00+00:00",
        f"{20 + n // 4}h{n * 7 % 60:02}",
        f"Le point de {SOURCES[n]} sur les sièges",
        f"D'après {SOURCES[n]}, le dépouillement continue dans {n + 3} communes, et les résultats de la soirée sont "
        f"attendus après minuit. Les militants de {SOURCES[n - 1]} attendent devant la salle, selon nos journalistes.",
    )
    for n in range(8)
]


def shortened(words: str) -> str:
    return f"{words[:58]}…"


def summed_up(words: str) -> str:
    return " ".join(word for number, word in enumerate(words.split()) if number % 3 != 1)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (str, shortened),
        (lambda title: "", shortened),
        (lambda title: f"{title[:24]}…", shortened),
        (str, summed_up),
        (str, lambda words: ""),
    ],
    ids=["excerpt", "excerpt without title", "title cut short", "summary", "title alone"],
)
@pytest.mark.parametrize(
    "layout",
    [
        "<article><span class='ts'>{label}</span><h3>{title}</h3><p>{words}</p></article>",
        "<article><h3>{title}</h3><time><i>publié à </i><span>{label}</span></time><p>{words}</p></article>",
        "<article><time datetime='{at}'>{label}</time><h3>{title}</h3><p>{words}</p></article>",
    ],
)
def test_a_post_that_the_json_ld_shortens_is_one_post(layout: str, title: Any, body: Any) -> None:
    markup = "".join(layout.format(at=at, label=label, title=t, words=w) for at, label, t, w in SEATS)
    document = document_of(nights.page(markup, linked(*((at, title(t), body(w)) for at, _, t, w in SEATS))))
    assert times(document) == [at for at, *_ in SEATS]
    assert entries(document) == [f"{t}\n\n{w}" for *_, t, w in SEATS]
    assert codes(document) == []


def test_an_excerpt_of_another_post_of_the_same_minute_of_an_hour_is_another_post() -> None:
    rain = "Il pleut sur {} depuis ce matin, dit-on sur la place."
    told = [(at.replace("T18", "T16"), "La pluie", rain.format(SOURCES[n])) for n, (at, *_) in enumerate(SEATS[:4])]
    markup = "".join(box(label, title, words) for _, label, title, words in SEATS[:4])
    document = document_of(nights.page(markup, linked(*told)))
    assert times(document) == []
    assert codes(document) == ["posts-only-in-page", "posts-only-in-json-ld"]


def test_json_ld_without_titles_takes_none_from_the_page() -> None:
    layout = "<li class='post'><div class='ts'><span>{label}:22</span></div><h3>{title}</h3><p>{words}</p></li>"
    markup = "".join(layout.format(label=label.replace("h", ":"), title=t, words=w) for _, label, t, w in SEATS)
    document = document_of(nights.page(f"<ul>{markup}</ul>", linked(*((at, "", w) for at, _, _, w in SEATS))))
    assert entries(document) == [f"{t}\n\n{w}" for *_, t, w in SEATS]
    assert times(document) == [at for at, *_ in SEATS]
    assert nights.STANDFIRST in document.text
    assert codes(document) == []


def test_posts_of_the_same_words_are_taken_in_order() -> None:
    """Whatever the order of either side, which the posts of other words tell."""
    at = "2016-11-09T0{}:05:00Z"
    told = [
        (at.format(1), "", "Trump wins Texas, networks project."),
        *((at.format(n), "", "Stay with us for more.") for n in (2, 3, 4)),
        (at.format(5), "", "Clinton wins Nevada and its six electoral votes."),
    ]
    markup = "".join(box(f"{19 + n}:05", "", told[n][2]) for n in range(5))
    wanted = [at for at, *_ in told]
    assert times(document_of(nights.page(markup, linked(*told)))) == wanted
    assert times(document_of(nights.page(markup, linked(*told[::-1])))) == wanted


def test_posts_that_share_few_words_are_two() -> None:
    """The page's posts are others than those of the JSON-LD, whose instants are not theirs."""
    others = (
        ("2016-11-09T03:10:00Z", "Ohio called", "Trump wins Ohio and its eighteen electoral votes, says our desk."),
        ("2016-11-09T03:20:00Z", "Turnout", "Lines are long in Wayne County, where polls close late."),
        ("2016-11-09T04:40:00Z", "Senate", "Rubio keeps his seat with 52% of the vote."),
    )
    markup = "".join(box(label, title, words) for _, label, title, words in TOLD)
    document = document_of(nights.page(markup, linked(*others)))
    assert times(document) == []
    assert codes(document) == ["posts-only-in-page", "posts-only-in-json-ld"]


def test_the_same_sentence_with_another_figure_at_another_time_is_another_post() -> None:
    page = [("20h00", 41), ("21h00", 58), ("22h00", 63)]
    stamp = "2022-06-19T{}:{:02}:00+02:00"
    sentence = "La participation est de {} % dans tout le pays, dit le ministère."
    markup = "".join(box(t, "", sentence.format(n), stamp.format(t[:2], 0)) for t, n in page)
    told = [(stamp.format(t[:2], 0), "", sentence.format(n)) for t, n in page[:2]]
    document = document_of(nights.page(markup, linked(*told, (stamp.format(22, 40), "", sentence.format(65)))))
    assert len(entries(document)) == 4
    assert sorted(codes(document)) == ["posts-only-in-json-ld", "posts-only-in-page"]


TURNOUT = [
    (f"2022-06-19T{hour - 2}:00:00Z", f"{hour}h00", "Participation", f"La participation est de {share} % à {hour} h.")
    for hour, share in ((17, 41), (18, 52), (19, 61))
]


def test_a_printed_time_of_the_page_alone_is_read_by_those_around_it() -> None:
    told = [(at, title, words) for at, _, title, words in TURNOUT]
    markup = "".join(box(label, title, words) for _, label, title, words in TURNOUT)
    document = document_of(nights.page(markup, linked(told[0], told[2])))
    assert [value[:16] for value in times(document)] == [at[:16] for at, *_ in told]
    assert codes(document) == ["posts-only-in-page"]


def test_the_same_sentence_of_another_hour_is_another_post_though_only_printed() -> None:
    told = [(at, title, words) for at, _, title, words in TURNOUT]
    last = ("2022-06-19T20:40:00Z", "Merci", "Merci d'avoir suivi la soirée avec nous.")
    markup = "".join(box(label, title, words) for _, label, title, words in TURNOUT[1:]) + box("22h40", *last[1:])
    document = document_of(nights.page(markup, linked(told[0], told[2], last)))
    assert len(entries(document)) == 4
    assert sorted(codes(document)) == ["posts-only-in-json-ld", "posts-only-in-page"]


def test_one_post_at_two_times_is_one_entry_and_an_issue() -> None:
    told = [(at, title, words) for at, _, title, words in TOLD]
    page = [(at.replace(":05:", ":10:"), title, words) for at, title, words in told]
    markup = "".join(box(at[11:16], title, words, at) for at, title, words in page)
    document = document_of(nights.page(markup, linked(*told)))
    assert len(entries(document)) == 3
    assert times(document) == [at for at, *_ in page]
    assert codes(document) == ["times-disagree"]


def test_posts_that_are_all_three_minutes_late() -> None:
    told = [(at, title, words) for at, _, title, words in TOLD]
    markup = "".join(box("", title, words, at.replace(":00Z", ":00+00:00").replace(":30:", ":33:")
                         .replace(":05:", ":08:").replace(":12:", ":15:")) for at, title, words in told)  # fmt: skip
    document = document_of(nights.page(markup, linked(*told)))
    assert len(entries(document)) == 3
    assert codes(document) == ["times-disagree"] * 3


def test_a_printed_time_of_another_minute_is_an_issue_and_one_of_another_zone_is_none() -> None:
    markup = "".join(box(label, title, words) for _, label, title, words in TOLD)
    document = document_of(nights.page(markup.replace("9:05 p.m.", "9:07 p.m."), NEW_YORK))
    assert codes(document) == ["times-disagree"]
    assert "9:07 p.m." in document.issues[0].message


def test_a_time_without_zone_agrees_with_the_same_one_of_another_zone() -> None:
    markup = "".join(box(label, title, words, f"2016-11-08T{n + 20}:{at[14:16]}")
                     for n, (at, label, title, words) in enumerate(TOLD))  # fmt: skip
    document = document_of(nights.page(markup, NEW_YORK))
    assert codes(document) == []
    assert times(document) == [at for at, *_ in TOLD]


WORDS = "Anne Martin arrive en tête avec 58,2 % des voix et 1 204 voix d'avance."


@pytest.mark.parametrize(
    ("shown", "disagrees"),
    [
        (WORDS, False),
        (WORDS.replace("58,2", "85,2"), True),
        (WORDS.replace("1 204", "1 304"), True),
        (WORDS.replace("1 204", "1.204").replace("58,2", "58.2"), False),
        (WORDS.replace("58,2", "<b>58</b>,2"), False),
        (WORDS + " Paul Girard n'a que 41,8 %.", False),
        ("Anne Martin arrive en tête avec 58,2 % des voix…", False),
        (WORDS + "<p>12 commentaires</p>", False),
        ("La pluie tombe sur la place, et les militants de la ville s'abritent.", True),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_figures_and_words_that_disagree(shown: str, disagrees: bool, named: bool) -> None:
    at = "2022-06-19T20:4{}:00+02:00"
    bodies = [shown, "Les bureaux ferment dans les grandes villes.", "Le ministère compte encore."]
    titles = ["Anne Martin largement en tête à Dijon", "Fermeture", "Encore"]
    told = [WORDS, *bodies[1:]]
    updates = [
        {
            "@type": "BlogPosting",
            "datePublished": at.format(n),
            "headline": titles[n],
            "articleBody": told[n],
            **({"url": f"https://a.example/#p{n}"} if named else {}),
        }
        for n in range(3)
    ]
    markup = "".join(
        box(f"20h4{n}", titles[n], bodies[n], at.format(n)).replace("<article", f"<article id='p{n}'") for n in range(3)
    )
    script = nights.script({"@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    document = document_of(nights.page(markup, script))
    assert len(entries(document)) == 3
    assert codes(document) == ["texts-disagree"] * disagrees


@pytest.mark.parametrize("words", ["Rien à dire.", "Rien à dire pour le moment, {} fois.", "{0} un {0} deux {0} trois"])
def test_thousands_of_posts_alike_take_no_longer_than_others(words: str) -> None:
    at = "2022-06-19T20:00:00+02:00"
    number = 4_000
    markup = "".join(box("20h00", "", words.format(n % 7), at) for n in range(number))
    script = linked(*((at, "", words.format(n % 11)) for n in range(number)))
    started = time.process_time()
    document_of(nights.page(markup, script))
    assert time.process_time() - started < 20
