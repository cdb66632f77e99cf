"""What is told by the markup of a page, and by its JSON-LD."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from minutier.document import Document, MarkKind
from minutier.errors import InputError
from minutier.languages import language
from minutier.read import jsonld, read
from minutier.segment import day_of, segment

from . import nights
from .nights import ITEMS, PARIS


def document_of(html: str) -> Document:
    (document,) = read(html.encode(), "page.html")
    return document


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks_of(kind)]


def told(document: Document, kind: str) -> list[str]:
    return [mark.value for mark in document.marks_of(kind)]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def timed(minute: int, words: str, attributes: str = "") -> str:
    time = f'<time datetime="2022-06-19T20:{minute:02}:00+02:00">20h{minute:02}</time>'
    return f"<article {attributes}>{time}{words}</article>"


def posts(*words: str, attributes: str = "") -> str:
    return "".join(timed(minute, text, attributes) for minute, text in enumerate(words))


TWO = posts("<p>Le premier message.</p>", "<p>Le second message.</p>")


def of_posts(*words: str) -> Document:
    """A page of posts, of which the first two are always the same."""
    return document_of(nights.page(TWO + "".join(timed(minute + 5, text) for minute, text in enumerate(words))))


# How the text is made


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>un&nbsp;% &amp; deux&#x202f;%</p>", "un\u00a0% & deux\u202f%"),
        ("<p>une\n   ligne</p>  <p>une autre</p>", "une ligne\n\nune autre"),
        ("<p>avant<br>après</p>", "avant\naprès"),
        ("<p>Ha<b>mo</b>n <i>gagne</i>.</p>", "Hamon gagne."),
        ("<ul><li>un</li><li><p>deux</p></li></ul>", "un\ndeux"),
        ("<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>", "A\t1\nB\t2"),
        ("<p>élec\u00adtions\u200b et&shy;c.</p>", "élections etc."),
        ("<p>Il dit <q>oui</q>.</p>", "Il dit “oui”."),
        ("<pre>un\n  deux</pre>", "un\ndeux"),
        ("<p>oui<script>non()</script><style>p{}</style><!-- non --></p>", "oui"),
        ("<p>e\u0301lu</p>", "élu"),
    ],
)
def test_text_is_what_a_browser_shows(markup: str, text: str) -> None:
    assert shown(of_posts(markup), MarkKind.ENTRY)[-1] == text


def test_label_title_and_words_of_a_post() -> None:
    document = of_posts("<h3>Un titre</h3><p>Des mots.</p>")
    assert document.text.endswith("20h05\n\nUn titre\n\nDes mots.") or document.text.endswith(
        "20h05\nUn titre\n\nDes mots."
    )
    time = document.marks_of(MarkKind.TIME)[-1]
    assert (document.text[time.start : time.end], time.value) == ("20h05", "2022-06-19T20:05:00+02:00")
    assert time.end <= document.marks_of(MarkKind.ENTRY)[-1].start


def test_a_time_that_is_not_printed_stands_at_the_beginning_of_its_post() -> None:
    document = document_of(nights.page(nights.unprinted()))
    times, entries = document.marks_of(MarkKind.TIME), document.marks_of(MarkKind.ENTRY)
    assert [(mark.start, mark.end) for mark in times] == [(mark.start, mark.start) for mark in entries]


@pytest.mark.parametrize("separator", [" : ", " - ", " – ", "&nbsp;: ", " ► ", " | "])
def test_a_separator_after_the_label_is_not_part_of_the_post(separator: str) -> None:
    words = ("Un. Deux.", "Trois. Quatre.")
    page = "".join(
        f'<p><time datetime="2022-06-19T20:0{n}:00+02:00">20h0{n}</time>{separator}{text}</p>'
        for n, text in enumerate(words)
    )
    assert shown(document_of(nights.page(page)), MarkKind.ENTRY) == list(words)


def test_what_follows_a_paragraph_with_a_time_belongs_to_it() -> None:
    page = "".join(
        f'<p><time datetime="2022-06-19T20:0{n}:00+02:00">20h0{n}</time> Début {n}.</p><p>Suite {n}.</p>'
        for n in range(4)
    )
    found = shown(document_of(nights.page(page)), MarkKind.ENTRY)
    assert found == [f"Début {n}.\n\nSuite {n}." for n in range(4)]


def test_a_short_sentence_after_the_label_is_part_of_the_post() -> None:
    page = "".join(
        f'<li><p><time datetime="2022-06-19T20:0{n}:00+02:00">20h0{n}</time> Il est élu.</p><p>Suite {n}.</p></li>'
        for n in range(3)
    )
    found = shown(document_of(nights.page(f"<ul>{page}</ul>")), MarkKind.ENTRY)
    assert found == [f"Il est élu.\n\nSuite {n}." for n in range(3)]


# Marks


def test_links_are_kept_with_their_address() -> None:
    head = '<link rel="canonical" href="https://journal.example/live/direct.html">'
    words = '<p>Voir <a href="https://a.example/x">ici</a>, <a href="../b">là</a>, <a href="#c">non</a>.</p>'
    document = document_of(nights.page(TWO + timed(5, words), head))
    assert shown(document, MarkKind.LINK) == ["ici", "là"]
    assert told(document, MarkKind.LINK) == ["https://a.example/x", "https://journal.example/b"]


@pytest.mark.parametrize(
    ("markup", "network", "text"),
    [
        (
            '<blockquote class="twitter-tweet"><p>Merci <a href="https://x.example/a">@a</a> !</p>'
            '&mdash; Anne (@anne) <a href="https://x.example/1">19 juin 2022</a></blockquote>',
            "twitter",
            "Merci @a ! — Anne (@anne) 19 juin 2022",
        ),
        (
            '<blockquote class="bluesky-embed"><p>Merci</p>&mdash; Anne (<a href="#">@anne.example</a>) '
            "<a>19 juin 2022 à 20:12</a></blockquote>",
            "bluesky",
            "Merci — Anne (@anne.example) 19 juin 2022 à 20:12",
        ),
        (
            '<div class="embed embed--twitter"><blockquote><p>Un</p><p>Deux</p>'
            "<p>— Anne (@anne)</p></blockquote></div>",
            "twitter",
            "Un\n\nDeux — Anne (@anne)",
        ),
        (
            "<blockquote><p>Merci</p><footer>— Anne (<a href='#'>@anne</a>) <a>19 juin</a></footer></blockquote>",
            "",
            "Merci\n\n— Anne (@anne) 19 juin",
        ),
        ("<blockquote><p>Merci</p><footer>x</footer>— Anne (@anne) 19 juin</blockquote>", "", None),
        ('<figure class="fb-post"><p>Merci à tous</p></figure>', "facebook", "Merci à tous"),
    ],
)
def test_embedded_posts_keep_their_signature(markup: str, network: str, text: str | None) -> None:
    document = of_posts(f"<p>Il a écrit :</p>{markup}")
    assert told(document, MarkKind.POST) == [network]
    assert shown(document, MarkKind.BLOCKQUOTE) == []
    if text:
        assert shown(document, MarkKind.POST) == [text]


@pytest.mark.parametrize(
    "markup",
    ['<blockquote class="social">{}</blockquote>', '<div class="social"><blockquote>{}</blockquote></div>'],
)
def test_what_is_called_social_is_read_where_somebody_is_quoted(markup: str) -> None:
    words = "<p>Merci</p><footer>— Anne (@anne) <a>19 juin</a></footer>"
    buttons = '<ul class="social"><li>Partager sur Facebook</li></ul>'
    document = of_posts(f"<p>Il a écrit :</p>{markup.format(words)}{buttons}")
    assert shown(document, MarkKind.POST) == ["Merci\n\n— Anne (@anne) 19 juin"]
    assert "Partager" not in document.text


def test_a_quotation_set_apart_is_no_post() -> None:
    document = of_posts("<blockquote><p>Rien n'est joué.</p></blockquote>")
    assert shown(document, MarkKind.BLOCKQUOTE) == ["Rien n'est joué."]
    assert shown(document, MarkKind.POST) == []


def test_the_time_of_an_embedded_post_is_not_that_of_the_post_around_it() -> None:
    quoted = '<blockquote><time datetime="2022-06-18T08:00:00+02:00">hier</time><p>Un rappel.</p></blockquote>'
    assert told(of_posts(quoted), MarkKind.TIME)[-1] == "2022-06-19T20:05:00+02:00"


def test_changes_authors_and_identifiers() -> None:
    document = document_of(nights.page(nights.caption()))
    changed = [(item.at + timedelta(minutes=4)).isoformat() for item in ITEMS]
    assert told(document, MarkKind.MODIFIED) == changed
    assert shown(document, MarkKind.AUTHOR) == ["Claire Dupré"] * len(ITEMS)
    assert told(document_of(nights.page(nights.articles())), MarkKind.ENTRY)[0] == "post-0"
    assert told(document_of(nights.page(nights.data_attributes())), MarkKind.ENTRY)[0] == "b0"


def test_pinned_and_corrected_posts() -> None:
    page = TWO + timed(5, "<p>À retenir.</p>", 'class="post is-pinned"') + timed(6, "<p>Non.</p>", 'class="correction"')
    document = document_of(nights.page(page))
    assert shown(document, MarkKind.PINNED) == ["À retenir."]
    assert shown(document, MarkKind.CORRECTION) == ["Non."]


def test_a_summary_before_the_posts_is_in_the_lead() -> None:
    document = document_of(nights.page(f'<ul class="key-points summary"><li>Un</li><li>Deux</li></ul>{TWO}'))
    assert shown(document, MarkKind.PINNED) == ["Un\nDeux"]
    assert document.marks_of(MarkKind.PINNED)[0].end < document.marks_of(MarkKind.ENTRY)[0].start


def test_headings_between_posts() -> None:
    document = document_of(nights.page(f"{TWO}<h2>Dimanche 19 juin</h2>{TWO}"))
    assert shown(document, MarkKind.HEADING) == ["Dimanche 19 juin"]


def test_what_stands_between_posts_is_kept_apart() -> None:
    document = document_of(nights.page(f"{TWO}<p>Un mot de la rédaction.</p>{TWO}"))
    (mark,) = document.marks_of(MarkKind.BOILERPLATE)
    assert (document.text[mark.start : mark.end], mark.value) == ("Un mot de la rédaction.", "outside-posts")


def test_a_byline_is_marked() -> None:
    document = document_of(nights.page(f'<p class="byline">Par Anne, publié à 12h02</p>{TWO}'))
    assert shown(document, MarkKind.BOILERPLATE) == ["Par Anne, publié à 12h02"]


# Layouts met on the web, with other words


def test_a_time_printed_twice_and_a_line_about_the_change() -> None:
    page = "".join(
        f'<div id="block-{n}" class="block"><p class="block-time published-time"><a href="?with={n}#block-{n}">'
        f'<time datetime="2017-06-08T20:4{n}:00.000Z" data-timestamp="149695446{n}000">8 Jun 2017 21:4{n}</time> '
        f'<span>21:4{n}</span></a></p><h2 class="block-title">Title {n}</h2><div><p>Words of {n}.</p></div>'
        '<p class="block-time updated-time">Updated at <time datetime="2017-06-08T21:59:00.000Z">10.59pm</time></p>'
        "</div>"
        for n in range(9)
    )
    document = document_of(nights.page(page))
    assert shown(document, MarkKind.ENTRY) == [f"Title {n}\n\nWords of {n}." for n in range(9)]
    assert told(document, MarkKind.TIME) == [f"2017-06-08T20:4{n}:00.000Z" for n in range(9)]
    assert told(document, MarkKind.MODIFIED) == ["2017-06-08T21:59:00.000Z"] * 9


def test_printed_times_with_a_date_and_a_caption() -> None:
    page = "".join(
        f'<li class="stream__post"><article id="post_{n}"><header><div><span><span class="gs">Posted at </span>'
        f"<span>22:0{n} 8 June 2017</span></span></div><h3><span>Headline {n}</span></h3></header>"
        f"<div><p>Words of {n}, at 11pm.</p></div><div class='share'><button>Share</button></div></article></li>"
        for n in range(9)
    )
    document = document_of(nights.page(f"<ol>{page}</ol>"))
    assert shown(document, MarkKind.ENTRY) == [f"Headline {n}\n\nWords of {n}, at 11pm." for n in range(9)]
    assert shown(document, MarkKind.LABEL) == [f"22:0{n} 8 June 2017" for n in range(9)]


def test_a_flag_beside_a_printed_time() -> None:
    page = "".join(
        f'<section id="id-{n}" class="post"><header><span class="date">20:4{n}</span><span class="flag">Alerte</span>'
        f"</header><h2>Titre {n}</h2><div><p>Le candidat obtient 5{n}&nbsp;% des voix à 20h.</p></div></section>"
        for n in range(9)
    )
    document = document_of(nights.page(page))
    assert shown(document, MarkKind.LABEL) == [f"20:4{n}" for n in range(9)]
    assert shown(document, MarkKind.HEADLINE) == [f"Titre {n}" for n in range(9)]


def test_a_badge_is_not_part_of_the_words() -> None:
    head = '<span class="badge">Épinglé</span><h3>Un titre</h3>'
    document = document_of(nights.page(TWO + timed(5, f"{head}<p>Des mots.</p>", 'class="post--pinned"')))
    assert shown(document, MarkKind.ENTRY)[-1] == "Un titre\n\nDes mots."
    assert "20h05 Épinglé" in document.text


# What is no post, and what is


def test_teasers_of_other_pages_are_no_posts() -> None:
    teasers = "".join(
        f'<div class="card"><time datetime="2022-06-{n:02}T08:00:00+02:00">8h</time>'
        f'<a href="/article-{n}">Un article sur autre chose, numéro {n}</a></div>'
        for n in range(1, 20)
    )
    assert document_of(nights.page(teasers)).marks_of(MarkKind.ENTRY) == []


def test_an_article_with_two_dates_is_no_live_blog() -> None:
    byline = (
        '<p>Publié le <time datetime="2022-06-19T12:00:00+02:00">19 juin</time>, '
        'mis à jour le <time datetime="2022-06-20T12:00:00+02:00">20 juin</time></p>'
    )
    document = document_of(nights.page(f"<article>{byline}<p>{'Un long article. ' * 40}</p></article>"))
    assert document.marks_of(MarkKind.ENTRY) == []
    assert "Un long article." in document.text


def test_a_page_named_like_furniture_is_read() -> None:
    page = nights.page(f'<div class="newsletter-promo share">{nights.articles()}</div>')
    assert len(document_of(page).marks_of(MarkKind.ENTRY)) == len(ITEMS)


def test_posts_that_are_shown_later_are_read() -> None:
    later = "".join(timed(minute, f"<p>Message {minute}.</p>", 'class="post hidden" hidden') for minute in (7, 8))
    assert len(document_of(nights.page(TWO + later)).marks_of(MarkKind.ENTRY)) == 4


def test_more_times_in_a_post_do_not_make_more_posts() -> None:
    page = "".join(
        f"<section class=post>{timed(n, '')}<p>{'Des mots. ' * 20}</p>{timed(n, '')}</section>" for n in range(5)
    )
    assert len(document_of(nights.page(page)).marks_of(MarkKind.ENTRY)) == 5


def test_a_page_without_posts_gives_its_main_text() -> None:
    document = document_of(nights.page("<article><h2>20h41 : Une estimation</h2><p>Des mots.</p></article>"))
    assert document.text.startswith(nights.TITLE)
    assert document.text.endswith("20h41 : Une estimation\n\nDes mots.")
    assert shown(document, MarkKind.HEADING) == ["20h41 : Une estimation"]


def test_a_page_without_words_is_an_error() -> None:
    with pytest.raises(InputError, match="no text"):
        document_of("<!DOCTYPE html><html><body><div id='app'></div></body></html>")


# Metadata


def test_metadata_of_json_ld_come_first() -> None:
    head = '<meta property="og:site_name" content="Ailleurs">' + nights.script(nights.linked_data())
    metadata = document_of(nights.page(nights.articles(), head)).metadata
    assert (metadata.title, metadata.publisher, metadata.language) == (nights.TITLE, "Le Journal", "fr")
    assert metadata.published == "2022-06-19T17:00:00+02:00"


def test_metadata_without_json_ld() -> None:
    head = (
        '<meta property="og:site_name" content="Le Journal"><meta name="og:locale" content="fr_FR">'
        '<link rel="canonical" href="https://journal.example/direct">'
        '<meta property="article:published_time" content="2022-06-19T17:00:00+02:00">'
    )
    metadata = document_of(nights.page(TWO, head)).metadata
    assert (metadata.title, metadata.publisher, metadata.language) == (nights.TITLE, "Le Journal", "fr")
    assert metadata.url == "https://journal.example/direct"
    assert metadata.published == "2022-06-19T17:00:00+02:00"


# JSON-LD


def linked(*updates: dict[str, Any]) -> dict[str, Any]:
    return {"@type": "LiveBlogPosting", "headline": "En direct", "liveBlogUpdate": list(updates)}


def update(minute: int, body: str, **more: str) -> dict[str, Any]:
    stamp = datetime(2022, 6, 19, 20, minute, tzinfo=PARIS).isoformat()
    return {"@type": "BlogPosting", "articleBody": body, "datePublished": stamp, **more}


@pytest.mark.parametrize(
    "value",
    [
        linked(update(1, "Un."), update(2, "Deux.")),
        [{"@type": "Organization"}, linked(update(1, "Un."), update(2, "Deux."))],
        {"@graph": [linked(update(1, "Un."), update(2, "Deux."))]},
        {"@type": "NewsArticle", "hasPart": linked(update(1, "Un."), update(2, "Deux."))},
        {
            "@type": ["NewsArticle", "https://schema.org/LiveBlogPosting"],
            "liveBlogUpdate": [update(1, "Un."), update(2, "Deux.")],
        },
        {
            "@graph": [
                {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"@id": "#1"}, {"@id": "#2"}]},
                update(1, "Un.", **{"@id": "#1"}),
                update(2, "Deux.", **{"@id": "#2"}),
            ]
        },
        linked(update(1, "<p>Un.</p>"), update(2, "&lt;p&gt;Deux.&lt;/p&gt;")),
        linked(update(1, "Un."), update(2, "Deux.", headline="Deux.")),
    ],
)
def test_shapes_of_json_ld(value: object) -> None:
    document = document_of(nights.page("", nights.script(value)))
    assert [text.split("\n\n")[-1] for text in shown(document, MarkKind.ENTRY)] == ["Un.", "Deux."]
    assert codes(document) == []


def test_one_update_that_is_no_list() -> None:
    value = {"@type": "LiveBlogPosting", "liveBlogUpdate": update(1, "Le seul message.")}
    assert shown(document_of(nights.page("", nights.script(value))), MarkKind.ENTRY) == ["Le seul message."]


RIGHT = json.dumps(linked(update(1, "Une\nligne."), update(2, "Deux, enfin.")), ensure_ascii=False)


@pytest.mark.parametrize(
    "broken",
    [
        RIGHT.replace("\\n", "\n"),
        RIGHT.replace("]}", ",]}"),
        "<!--" + RIGHT + "-->",
        "//<![CDATA[\n" + RIGHT + "\n//]]>",
        "/* live */ " + RIGHT + ";",
        RIGHT.replace('"', "&quot;"),
        "\ufeff" + RIGHT,
        RIGHT + "\n" + " ",
    ],
)
def test_json_that_browsers_tolerate(broken: str) -> None:
    document = document_of(nights.page("", nights.script(broken)))
    assert [" ".join(text.split()) for text in shown(document, MarkKind.ENTRY)] == [
        "Une ligne.",
        "Deux, enfin.",
    ]
    assert set(codes(document)) <= {"json-ld-mended"}


def test_what_is_whole_in_broken_json_ld_is_taken() -> None:
    document = document_of(nights.page("", nights.script(RIGHT.replace("Deux, ", 'Deux "ou" '))))
    assert [" ".join(text.split()) for text in shown(document, MarkKind.ENTRY)] == ["Une ligne."]
    assert codes(document) == ["json-ld-broken", "json-ld-salvaged"]
    assert document.issues[-1].message.endswith("; 1 could not be read")


AUTHORED = [
    {"author": {"@type": "Person", "name": f"{minute}"}, "image": [{"url": "a"}, {"url": "b"}], **update(minute, text)}
    for minute, text in enumerate(("Un, deux.", 'Trois "et" quatre.', "[Cinq], {six}.", "Sept."))
]


@pytest.mark.parametrize("whole", [linked(*AUTHORED), {"@graph": [{"@type": "WebSite"}, linked(*AUTHORED)]}])
@pytest.mark.parametrize("indent", [None, 2])
def test_json_ld_that_breaks_off_anywhere_keeps_every_whole_post(whole: dict[str, Any], indent: int | None) -> None:
    text = json.dumps(whole, indent=indent)
    ends = [text.index("}", text.index(words) + len(words)) for words in ("Un, deux.", "quatre.", "six}.", "Sept.")]
    for cut in range(1, len(text)):
        told = jsonld.from_scripts([text[:cut]])
        whole_posts = sum(cut > end for end in ends)
        assert [update.body for update in told.updates] == [post["articleBody"] for post in AUTHORED[:whole_posts]]
        assert told.issues
        if whole_posts:
            assert told.metadata.title == "En direct"
            assert [issue.code for issue in told.issues] == ["json-ld-truncated"]


def test_a_page_that_breaks_off_in_its_json_ld() -> None:
    page = nights.page("", nights.script(nights.linked_data()))
    document = document_of(page[: page.index("Les bureaux sont fermés")])
    assert [mark.value for mark in document.marks_of(MarkKind.TIME)] == [item.at.isoformat() for item in ITEMS[:5]]
    assert codes(document) == ["json-ld-truncated"]
    assert "5 posts" in document.issues[0].message


def test_json_ld_that_is_not_json_does_not_matter_to_the_markup() -> None:
    document = document_of(nights.page(TWO, nights.script("{oops")))
    assert len(document.marks_of(MarkKind.ENTRY)) == 2
    assert codes(document) == ["json-ld-broken"]


def test_the_markup_is_preferred_where_both_agree() -> None:
    document = document_of(nights.page(nights.articles(), nights.script(nights.linked_data())))
    assert codes(document) == []
    assert len(document.marks_of(MarkKind.LIST_ITEM)) == len(ITEMS[1].points)
    assert shown(document, MarkKind.TIME) == [item.label for item in ITEMS]


def test_times_that_disagree_are_said() -> None:
    value = nights.linked_data()
    value["liveBlogUpdate"][3]["datePublished"] = "2022-06-19T20:14:00+02:00"
    document = document_of(nights.page(nights.articles(), nights.script(value)))
    (issue,) = document.issues
    assert issue.code == "times-disagree"
    assert "20:41" in issue.message and "20:14" in issue.message
    assert document.text[issue.char_start : issue.char_end].startswith(ITEMS[3].headline)


def test_words_that_disagree_are_said() -> None:
    value = nights.linked_data()
    value["liveBlogUpdate"][3].update(headline="Tout autre", articleBody="Rien de ce qui figure là.")
    document = document_of(nights.page(nights.articles(), nights.script(value)))
    assert codes(document) == ["texts-disagree"]
    assert ITEMS[3].lines[0] in document.text


def test_json_ld_with_fewer_posts_than_the_page() -> None:
    value = nights.linked_data()
    del value["liveBlogUpdate"][2:]
    document = document_of(nights.page(nights.articles(), nights.script(value)))
    assert len(document.marks_of(MarkKind.ENTRY)) == len(ITEMS)
    assert codes(document) == ["posts-only-in-page"]


def test_json_ld_with_more_posts_than_the_page() -> None:
    page = nights.page(nights.articles().replace("<article", "<!--", 1).replace("</article>", "-->", 1))
    page = page.replace("</head>", nights.script(nights.linked_data()) + "</head>")
    document = document_of(page)
    assert shown(document, MarkKind.HEADLINE) == [item.headline for item in ITEMS]
    assert codes(document) == ["posts-only-in-json-ld"]
    assert len(document.marks_of(MarkKind.LIST_ITEM)) == len(ITEMS[1].points)


def test_the_posts_of_both_are_put_in_one_order() -> None:
    value = nights.linked_data()
    del value["liveBlogUpdate"][4]
    page = nights.page(nights.articles().replace("<article", "<!--", 1).replace("</article>", "-->", 1))
    document = document_of(page.replace("</head>", nights.script(value) + "</head>"))
    assert shown(document, MarkKind.HEADLINE) == [item.headline for item in ITEMS]
    assert sorted(codes(document)) == ["posts-only-in-json-ld", "posts-only-in-page"]


def test_a_time_of_json_ld_fills_in_for_one_without_zone() -> None:
    page = "".join(
        f'<article id="p{n}"><time datetime="2022-06-19T20:0{n}">20h0{n}</time><p>Message {n}, en entier.</p></article>'
        for n in range(3)
    )
    value = linked(*(update(n, f"Message {n}, en entier.", url=f"https://a.example/#p{n}") for n in range(3)))
    assert told(document_of(nights.page(page, nights.script(value))), MarkKind.TIME) == [
        f"2022-06-19T20:0{n}:00+02:00" for n in range(3)
    ]


def test_a_headline_that_repeats_the_words_is_not_written_twice() -> None:
    body = "La participation atteint 46 % à la fermeture des bureaux, dit le ministère."
    value = linked(update(1, body, headline="La participation atteint 46 % à la fermeture…"), update(2, "Deux."))
    assert shown(document_of(nights.page("", nights.script(value))), MarkKind.ENTRY)[0] == body


def test_half_of_a_character_in_json_is_replaced() -> None:
    document = document_of(nights.page("", nights.script(json.dumps(linked(update(1, "a \ud83d b"), update(2, "c"))))))
    assert document.text.encode()


def test_two_posts_of_one_minute_with_one_identifier_are_each_paired_with_their_own_update() -> None:
    words = ("Une liste l'emporte au premier tour.", "La participation est en hausse partout.")
    updates = [
        {
            "@type": "BlogPosting",
            "articleBody": text,
            "datePublished": "2022-06-19T20:00:00+02:00",
            "url": "/live#m2000",
        }
        for text in words
    ]
    markup = "".join(
        f'<article id="m2000"><time datetime="2022-06-19T20:00:00+02:00">20h00</time><p>{text}</p></article>'
        for text in words
    )
    data = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": updates}
    document = document_of(nights.page(f'<script type="application/ld+json">{json.dumps(data)}</script>{markup}'))
    assert [document.text.count(text) for text in words] == [1, 1]


def test_words_for_a_day_count_from_when_the_page_was_changed() -> None:
    head = "<meta property='article:modified_time' content='2017-01-30T09:00:00+01:00'>"
    times = ("Aujourd'hui à 08h12", "Hier à 23h10", "Hier à 08h05")
    body = "".join(f"<p>{at}</p><p>Le message {number}.</p>" for number, at in enumerate(times))
    document = document_of(f"<html lang='fr'><head>{head}</head><body><h1>Direct</h1>{body}</body></html>")
    french = language("fr")
    day = day_of(document, french)
    assert day is not None
    entries = segment(document, french, day, PARIS).entries
    assert [f"{entry.date_published:%d %H:%M}" for entry in entries if entry.date_published] == [
        "29 08:05",
        "29 23:10",
        "30 08:12",
    ]


NIGHT = "2017-01-29T18:00:00+01:00"


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "NewsArticle", "datePublished": NIGHT},
        {"@graph": [{"@type": "WebPage", "datePublished": NIGHT}]},
        {"@graph": [{"@type": "WebSite"}, {"@type": ["WebPage", "ItemPage"], "datePublished": NIGHT}]},
        {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": NIGHT}},
        [{"@type": "WebPage", "datePublished": "2017-01-01"}, {"@type": "NewsArticle", "datePublished": NIGHT}],
    ],
)
def test_the_date_of_a_page_whose_json_ld_has_no_title(value: object) -> None:
    assert document_of(nights.page(TWO, nights.script(value))).metadata.published == NIGHT


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": NIGHT}]},
        [{"@type": "NewsArticle", "datePublished": f"2017-01-{day}"} for day in (28, 29)],
        {"@type": "WebPage", "isPartOf": {"@type": "WebPage", "datePublished": NIGHT}},
        {"@type": "Person", "datePublished": NIGHT},
        {"@type": "WebPage", "datePublished": "hier"},
    ],
)
def test_dates_that_are_not_the_page_s(value: object) -> None:
    assert document_of(nights.page(TWO, nights.script(value))).metadata.published == ""


def test_what_the_page_itself_says_of_its_date_comes_first() -> None:
    head = f'<meta property="article:published_time" content="{NIGHT}">'
    value = {"@type": "WebPage", "datePublished": "2010-01-01T00:00:00Z"}
    assert document_of(nights.page(TWO, head + nights.script(value))).metadata.published == NIGHT


@pytest.mark.parametrize("has_headlines", [False, True])
@pytest.mark.parametrize(
    "layout",
    [
        "<article><h3>{title}</h3><p>{words}</p></article>",
        "<article><h3>{title}</h3><span>il y a {n} min</span><div><p>{words}</p><p>Et la suite.</p></div></article>",
    ],
)
def test_titles_and_lead_of_a_page_without_times(layout: str, has_headlines: bool) -> None:
    told = [(n, f"Titre {n}", f"Le candidat numéro {n} arrive en tête.") for n in range(6)]
    updates: list[dict[str, str]] = []
    for n, title, words in told:
        updates.append({"datePublished": f"2022-06-19T20:1{n}:00+02:00", "articleBody": words})
        if has_headlines:
            updates[-1]["headline"] = title
    markup = "".join(layout.format(n=n, title=title, words=words) for n, title, words in told)
    script = nights.script({"@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    document = document_of(nights.page(markup, script))
    assert shown(document, MarkKind.ENTRY) == [f"{title}\n\n{words}" for _, title, words in told]
    assert shown(document, MarkKind.HEADLINE) == [title for _, title, _ in told]
    assert nights.STANDFIRST in document.text
    assert document.text.count("Titre 0") == 1


def test_headings_of_a_page_that_does_not_show_the_posts_are_no_titles() -> None:
    updates = [
        {"datePublished": f"2022-06-19T20:1{n}:00+02:00", "articleBody": f"Le message numéro {n}."} for n in range(6)
    ]
    script = nights.script({"@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    document = document_of(nights.page("<h2>Le contexte</h2><p>Le message numéro 1.</p><h2>La suite</h2>", script))
    assert shown(document, MarkKind.HEADLINE) == []
    assert len(shown(document, MarkKind.ENTRY)) == 6
