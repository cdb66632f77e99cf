"""Feeds: what each item tells, and feeds as they should not be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Document, MarkKind
from minutier.errors import InputError
from minutier.languages import language
from minutier.read import read
from minutier.segment import segment

from . import nights
from .nights import ITEMS

SUNDAY = "<pubDate>Sun, 19 Jun 2022 20:0{n}:00 +0200</pubDate>"


def document_of(feed: str | bytes) -> Document:
    (document,) = read(feed.encode() if isinstance(feed, str) else feed, "feed.xml")
    return document


def rss(*items: str, prolog: str = "") -> str:
    posts = "".join(f"<item>{SUNDAY.format(n=n)}{item}</item>" for n, item in enumerate(items))
    return f"{prolog}<rss version='2.0'><channel><title>En direct</title>{posts}</channel></rss>"


def shown(document: Document, kind: str = MarkKind.ENTRY) -> list[str]:
    return [document.text[mark.start : mark.end] for mark in document.marks_of(kind)]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]


def test_what_a_feed_says_of_itself() -> None:
    metadata = document_of(nights.as_rss()).metadata
    assert (metadata.title, metadata.language) == (nights.TITLE, "fr")
    assert metadata.url == "https://journal.example/direct"
    assert document_of(nights.as_atom()).metadata.language == "fr"


def test_times_identifiers_and_changes() -> None:
    document = document_of(nights.as_atom())
    assert document.source_format == "feed"
    assert [mark.value for mark in document.marks_of(MarkKind.TIME)] == [item.at.isoformat() for item in ITEMS]
    assert [mark.value for mark in document.marks_of(MarkKind.ENTRY)][:2] == ["post-0", "post-1"]
    assert len(document.marks_of(MarkKind.MODIFIED)) == len(ITEMS)
    assert document.marks_of(MarkKind.TIME)[0].end == document.marks_of(MarkKind.TIME)[0].start


def test_mail_dates_become_iso() -> None:
    (time,) = document_of(rss("<title>Un</title>")).marks_of(MarkKind.TIME)
    assert time.value == "2022-06-19T20:00:00+02:00"


def test_the_whole_body_is_preferred_to_its_summary() -> None:
    document = document_of(nights.as_rss())
    assert "Un résumé." not in document.text
    assert shown(document_of(rss("<title>T</title><description>Seul.</description>"))) == ["T\n\nSeul."]


def test_entities_of_html_in_xml() -> None:
    feed = rss("<title>L&eacute;gislatives&nbsp;: 46&amp;nbsp;%</title><description>A &lt; B &hellip;</description>")
    assert shown(document_of(feed)) == ["Législatives\u00a0: 46\u00a0%\n\nA < B …"]
    assert codes(document_of(feed)) == []


def test_an_item_without_a_time_is_said() -> None:
    document = document_of(rss("<title>Un</title>").replace("Sun, 19 Jun 2022", "dimanche"))
    assert codes(document) == ["post-without-time"]
    assert shown(document) == ["Un"]


def test_a_feed_in_another_encoding() -> None:
    feed = rss("<title>Élu à Nîmes</title>", prolog='<?xml version="1.0" encoding="iso-8859-1"?>')
    assert shown(document_of(feed.encode("latin-1"))) == ["Élu à Nîmes"]


def test_a_long_prolog_hides_no_feed() -> None:
    comment = f"<!-- {'note ' * 5_000} -->"
    prolog = f'<?xml version="1.0"?><?xml-stylesheet href="x"?>{comment}<!DOCTYPE rss [<!ENTITY a "é">]>'
    assert shown(document_of(rss("<title>&a;lu</title>", prolog=prolog))) == ["élu"]


def test_files_that_a_feed_asks_for_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("le secret", encoding="utf-8")
    for declared in (
        f'<!ENTITY a SYSTEM "{secret.as_uri()}">',
        f'<!ENTITY % b SYSTEM "{secret.as_uri()}"> %b;',
    ):
        document = document_of(rss("<title>avant &a; après</title>", prolog=f"<!DOCTYPE rss [{declared}]>"))
        assert "secret" not in document.text
        assert "avant" in document.text and "après" in document.text
        assert "external-entity" in codes(document)


def test_entities_that_unfold_without_end_are_not_unfolded() -> None:
    lines = ['<!ENTITY a "aaaaaaaaaa">'] + [f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)]
    prolog = f"<!DOCTYPE rss [{''.join(lines)}]>"
    document = document_of(rss("<title>avant</title>", "<title>&j;</title>", prolog=prolog))
    assert len(document.text) < 1_000_000
    assert "avant" in document.text
    assert "feed-broken" in codes(document)


@pytest.mark.parametrize("end", [-5, -20, -60])
def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes(end: int) -> None:
    document = document_of(rss("<title>Un</title>", "<title>Deux</title>", "<title>Trois</title>")[: end - 20])
    assert shown(document)[:2] == ["Un", "Deux"]
    assert "feed-broken" in codes(document)


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert shown(document_of(rss("<title>U\x0bn\x01</title>"))) == ["Un"]


def test_a_feed_nested_without_end_keeps_what_comes_before() -> None:
    feed = rss("<title>Un</title>").replace("</channel>", "<a>" * 50_000 + "</channel>")
    assert shown(document_of(feed)) == ["Un"]
    assert "feed-broken" in codes(document_of(feed))


def test_a_feed_without_words_is_an_error() -> None:
    with pytest.raises(InputError, match="no text"):
        document_of("<rss version='2.0'><channel></channel></rss>")


BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'


def test_entities_that_stand_for_others_are_named_and_every_item_is_read() -> None:
    feed = rss("<title>Un</title>", "<title>Deux &c;</title>", "<title>Trois</title>", prolog=BOMB)
    document = document_of(feed.replace("<title>En direct", "<title>En direct &c;"))
    assert shown(document) == ["Un", "Deux &c;", "Trois"]
    assert shown(document, MarkKind.TITLE) == ["En direct &c;"]
    assert codes(document) == ["feed-broken"]
    assert "not expanded" in document.issues[0].message


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "é"> <!-- d\'un > ] -->',
        "<!ELEMENT rss ANY><!ENTITY a '&#233;'>",
        '<!ENTITY b "]>"> <!ENTITY a "é">',
    ],
)
def test_a_declared_character_is_put_in_its_place(declared: str) -> None:
    document = document_of(rss("<title>&a;lu</title>", prolog=f"<!-- l'été --><!DOCTYPE rss [{declared}]>"))
    assert shown(document) == ["élu"]
    assert codes(document) == []


@pytest.mark.parametrize("words", ["AT&T", "Valls & Co", "a&b; c", "?x=1&y=2", "Valls &amp; Co", "A &&amp; B"])
def test_a_sign_that_is_not_escaped_is_kept(words: str) -> None:
    document = document_of(rss(f"<title>Un</title><description>{words}</description>", "<title>Deux</title>"))
    assert shown(document) == [f"Un\n\n{words.replace('&amp;', '&')}", "Deux"]
    assert codes(document) == ["feed-mended"] * (words != "Valls &amp; Co")


def test_what_is_no_markup_is_left_as_it_is() -> None:
    item = "<title>Un</title><description><![CDATA[<p>A &amp; B &lt; C & D</p>]]></description><!-- & -->"
    document = document_of(rss(item))
    assert shown(document) == ["Un\n\nA & B < C & D"]
    assert codes(document) == []


def test_the_number_of_no_character_is_left_out() -> None:
    assert shown(document_of(rss("<title>U&#0;n&#x1F;&#99999999; &#233;&#60;</title>", "<title>Deux</title>"))) == [
        "Un é<",
        "Deux",
    ]


def test_a_tag_that_is_not_closed_costs_no_later_item_its_signs() -> None:
    items = [f"<title>AT&amp;T {n}</title><description>A & B &lt; C <p>fin</description>" for n in range(3)]
    assert shown(document_of(rss(*items))) == [f"AT&T {n}\n\nA & B < C\n\nfin" for n in range(3)]


MEDIA = "<rss xmlns:media='http://search.yahoo.com/mrss/' xmlns:m='http://search.yahoo.com/mrss/' "
PICTURE = (
    "<media:content url='a.jpg'><media:title>La mairie</media:title>"
    "<media:description type='plain'>Un bureau de vote</media:description><media:credit>AFP</media:credit>"
    "</media:content>"
)


@pytest.mark.parametrize(
    "item",
    [
        f"{PICTURE}<title>Un</title><description>Le texte.</description>",
        f"<title>Un</title><description>Le texte.</description>{PICTURE}",
        "<media:title>La mairie</media:title><media:description>Un bureau de vote</media:description>"
        "<title>Un</title><description>Le texte.</description>",
        "<m:title>La mairie</m:title><m:content><m:credit>AFP</m:credit></m:content>"
        "<title>Un</title><description>Le texte.</description>",
        "<itunes:summary>Un podcast</itunes:summary><title>Un</title><description>Le texte.</description>",
        f"{PICTURE}<title>Un</title><content:encoded>&lt;p>Le texte.&lt;/p></content:encoded>"
        "<description>Court.</description>",
    ],
)
def test_what_is_said_of_a_picture_is_not_the_post(item: str) -> None:
    feed = rss(item).replace(
        "<rss ",
        f"{MEDIA} xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' ",
    )
    assert shown(document_of(feed)) == ["Un\n\nLe texte."]


def test_an_item_that_has_nothing_but_what_is_said_of_its_picture_keeps_it() -> None:
    feed = rss("<media:title>Un</media:title><media:description>Le texte.</media:description>").replace("<rss ", MEDIA)
    assert shown(document_of(feed)) == ["Un\n\nLe texte."]


def test_a_namespace_that_is_not_declared_loses_no_body() -> None:
    feed = rss(
        "<title>Un</title><content:encoded>&lt;p>Le texte.&lt;/p></content:encoded><description>Court.</description>"
    )
    assert shown(document_of(feed)) == ["Un\n\nLe texte."]


LINES = [f"20h1{n} : Le texte {n} de la nuit." for n in range(6)]


@pytest.mark.parametrize(
    "body",
    [
        "\n".join(LINES),
        "".join(f"&lt;p>{line}&lt;/p>" for line in LINES),
        "".join(
            f"&lt;article>&lt;time datetime='2022-06-19T20:1{n}:00+02:00'>20h1{n}&lt;/time>"
            f"&lt;p>{line[8:]}&lt;/p>&lt;/article>"
            for n, line in enumerate(LINES)
        ),
    ],
    ids=["lines", "paragraphs", "articles"],
)
def test_the_only_item_of_a_feed_may_be_the_whole_live_blog(body: str) -> None:
    item = f"<title>La soirée</title><link>https://journal.example/live</link><description>{body}</description>"
    document = document_of(rss(item))
    found = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris")).entries
    texts = [document.text[entry.char_start : entry.char_end] for entry in found if entry.section != "lead"]
    assert texts == [line[8:] for line in LINES]
    assert (document.source_format, document.metadata.title) == ("feed", "La soirée")
    assert (document.metadata.url, document.metadata.language) == ("https://journal.example/live", "")
    assert document.metadata.published == "2022-06-19T20:00:00+02:00"


def test_an_item_that_tells_an_hour_or_two_stays_one_post() -> None:
    item = f"<title>La soirée</title><description>{LINES[0]}\n{LINES[1]}</description>"
    assert shown(document_of(rss(item))) == [f"La soirée\n\n{LINES[0]}\n{LINES[1]}"]
    several = rss(*[f"<title>La soirée</title><description>{chr(10).join(LINES)}</description>"] * 2)
    assert len(shown(document_of(several))) == 2


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("20h41 - Hamon devance Valls", "Hamon devance Valls\n\nLa salle se lève."),
        ("20h12 - Hamon devance Valls", "20h12 - Hamon devance Valls\n\nLa salle se lève."),  # another time
        ("La salle se lève.", "La salle se lève."),
        ("La salle se lè…", "La salle se lève."),
        ("Salle", "Salle\n\nLa salle se lève."),
    ],
)
def test_a_title_is_told_once_and_without_the_time_of_its_post(title: str, words: str) -> None:
    items = "".join(
        f"<item><title>{title.replace('41', str(minute))}</title><description>La salle se lève.</description>"
        f"<pubDate>Sun, 29 Jan 2017 20:{minute}:00 +0100</pubDate></item>"
        for minute in (41, 42)
    )
    (document,) = read(f"<rss version='2.0'><channel><title>La soirée</title>{items}</channel></rss>".encode(), "feed")
    first, _ = document.marks_of(MarkKind.ENTRY)
    assert document.text[first.start : first.end] == words


@pytest.mark.parametrize(
    "footer",
    ["L’article <a href='https://direct.example/1'>Un</a> est apparu en premier sur <a href='/'>Le Direct</a>.",
     "The post <a href='https://direct.example/1'>Un</a> appeared first on <a href='/'>The Night</a>."],
)  # fmt: skip
def test_what_a_blog_adds_below_each_item_is_none_of_its_words(footer: str) -> None:
    body = f"<description><![CDATA[<p>Le texte.</p><p>{footer}</p>]]></description>"
    document = document_of(rss(f"<title>Un</title>{body}", f"<title>Deux</title>{body}"))
    found = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris")).entries
    words = [document.text[e.char_start : e.char_end] for e in found if e.section == "update"]
    assert words == ["Un\n\nLe texte.", "Deux\n\nLe texte."]


def test_what_a_json_feed_says_of_itself() -> None:
    feed = json.loads(nights.as_json_feed())
    told = {"home_page_url": "https://journal.example/direct", "authors": [{"name": "Le Journal"}]}
    metadata = document_of(json.dumps({**feed, **told})).metadata
    assert (metadata.url, metadata.publisher, metadata.language) == (
        "https://journal.example/direct",
        "Le Journal",
        "fr",
    )


def test_a_json_feed_of_one_post_and_of_one_without_time() -> None:
    feed = json.loads(nights.as_json_feed())
    document = document_of(json.dumps({**feed, "items": feed["items"][:1]}))
    assert len(document.marks_of(MarkKind.ENTRY)) == 1
    del feed["items"][0]["date_published"], feed["items"][0]["date_modified"]
    assert [issue.code for issue in document_of(json.dumps(feed)).issues] == ["post-without-time"]


def test_a_json_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    feed = nights.as_json_feed()
    document = document_of(feed[: feed.rindex('"id"') + 9])
    assert len(document.marks_of(MarkKind.ENTRY)) == len(ITEMS) - 1
    assert [issue.code for issue in document.issues] == ["feed-broken"]


def test_a_title_that_a_json_feed_repeats_is_no_headline() -> None:
    feed = json.loads(nights.as_json_feed(as_html=False))
    for item in feed["items"]:
        item["title"] = item["content_text"][:30] + "…"
    assert not document_of(json.dumps(feed)).marks_of(MarkKind.HEADLINE)
