"""One live blog, written in every format and layout that is read."""

from __future__ import annotations

import gzip
import html
import json
import quopri
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
DAY = date(2022, 6, 19)
TITLE = "Législatives : la soirée du second tour en direct"
STANDFIRST = "Les bureaux ferment à 20h dans les grandes villes. Suivez les résultats, ville par ville."


@dataclass(frozen=True)
class Item:
    """A post: its instant, title, paragraphs; ``points`` follow the first, the embedded ``post`` the last."""

    at: datetime
    headline: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()
    post: tuple[str, str, str] = ("", "", "")

    @property
    def label(self) -> str:
        return f"{self.at:%Hh%M}"

    @property
    def lines(self) -> list[str]:
        """What a reader sees below the title."""
        words, name, handle = self.post
        embedded = [f"{words} — {name} ({handle}) 19 juin 2022"] if words else []
        return [self.paragraphs[0], *self.points, *self.paragraphs[1:], *embedded]


def _at(hour: int, minute: int, days: int = 0) -> datetime:
    return datetime(2022, 6, 19, hour, minute, tzinfo=PARIS) + timedelta(days=days)


ITEMS = (
    Item(_at(0, 12, 1), "C'est fini", ("Merci d'avoir suivi la soirée avec nous & à demain.",)),
    Item(
        _at(23, 40),
        "Le total des sièges",
        (
            "Voici la répartition : 98 % des bulletins sont comptés.",
            "Il reste trois circonscriptions.",
        ),
        ("Liste A : 245 sièges", "Liste B : 131 sièges", "Liste C : 89 sièges"),
    ),
    Item(
        _at(22, 5),
        "Anne Martin l'emporte à Dijon",
        ("La sortante bat Paul Girard de 1.204 voix.",),
        post=("Merci aux Dijonnais !", "Anne Martin", "@annemartin"),
    ),
    Item(
        _at(20, 41),
        "« Rien n'est joué »",
        (
            "Hugo Lambert attend « le dernier bulletin », dit-il, et retourne à 21h devant ses militants.",
            "Son score : 49,8 %.",
        ),
    ),
    Item(
        _at(20, 1),
        "Les premières estimations",
        ("La participation serait de 46,2 %.",),
    ),
    Item(_at(20, 1), "Les bureaux sont fermés", ("Dans toutes les villes, le dépouillement commence.",)),
    Item(_at(17, 30), "La participation à 17 heures", ("38,1 % des électeurs ont voté.",)),
)
"""The posts, newest first, over midnight, two in one minute."""


def body(item: Item) -> str:
    """A post as HTML, without its title and time."""
    escape = lambda text: html.escape(text, quote=False)  # noqa: E731
    first, *others = [f"<p>{escape(text)}</p>" for text in item.paragraphs]
    points = "".join(f"<li>{escape(text)}</li>" for text in item.points)
    words, name, handle = item.post
    embedded = (
        f'<blockquote class="twitter-tweet"><p lang="fr">{escape(words)}</p>&mdash; {name} ({handle}) '
        '<a href="https://twitter.com/x/status/1">19 juin 2022</a></blockquote>'
        if words
        else ""
    )
    return f"{first}{f'<ul>{points}</ul>' if points else ''}{''.join(others)}{embedded}"


def page(content: str, head: str = "") -> str:
    """A page around posts, with the furniture of a news site."""
    return (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
        f"<title>{TITLE} - Le Journal</title>{head}"
        "<script>window.data={time:'20h30', html:'<p>21h00</p>'}</script></head><body>"
        '<div id="cookie-banner" role="dialog"><p>20h : nous utilisons des cookies.</p></div>'
        '<header><a href="/">Le Journal</a><nav><ul><li><a href="/a">À la une</a></li></ul></nav></header>'
        "<main>"
        f"<h1>{TITLE}</h1><p class='chapo'>{STANDFIRST}</p>"
        '<div class="share-bar"><a href="#">Partager</a></div>'
        f"{content}</main>"
        '<aside class="most-read"><h2>Les plus lus</h2><ol><li>'
        '<time datetime="2022-06-18T08:00+02:00">8h</time><a href="/b">Un autre article</a></li></ol></aside>'
        '<section class="comments"><div class="comment">'
        '<time datetime="2022-06-19T20:44:00+02:00">20h44</time>'
        "<p>Un avis de lecteur.</p></div></section>"
        "<footer><p>Mentions légales</p></footer></body></html>"
    )


def linked_data(items: tuple[Item, ...] = ITEMS, *, as_html: bool = False, zone: object = PARIS) -> dict[str, object]:
    """A LiveBlogPosting."""
    return {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": TITLE,
        "description": STANDFIRST,
        "inLanguage": "fr",
        "datePublished": _at(17, 0).isoformat(),
        "publisher": {"@type": "Organization", "name": "Le Journal"},
        "liveBlogUpdate": [
            {
                "@type": "BlogPosting",
                "headline": item.headline,
                "articleBody": body(item) if as_html else "\n".join(item.lines),
                "datePublished": item.at.astimezone(zone).isoformat(),
                "url": f"https://journal.example/direct#post-{number}",
            }
            for number, item in enumerate(ITEMS)
        ],
    }


def script(value: object) -> str:
    """A block of JSON-LD."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'


DESCRIBED = f'<meta name="description" content="{STANDFIRST}">'
RECOMMENDED = [
    {
        "title": f"Un autre article {day}",
        "publishedAt": f"2022-03-{day:02}T08:00:00Z",
        "body": "<p>Il y a longtemps.</p>",
    }
    for day in range(1, 29)
]
"""What a page recommends: as many objects with time and words as there are posts, and more."""


def data_script(value: object, attributes: str = 'type="application/json"') -> str:
    """Data for a page's own scripts."""
    text = value if isinstance(value, str) else json.dumps(value).replace("</", "<\\/")
    return f"<script {attributes}>{text}</script>"


def next_data() -> str:
    """Posts among the properties of a page, their bodies HTML."""
    posts = [
        {
            "id": f"p{number}",
            "type": "liveblog-post",
            "author": {"name": "Claire Dupré", "createdAt": "2014-01-01T00:00:00Z", "description": "Grand reporter."},
            "createdAt": (item.at - timedelta(minutes=3)).isoformat(),
            "publishedAt": item.at.isoformat(),
            "updatedAt": (item.at + timedelta(minutes=9)).isoformat(),
            "title": item.headline,
            "content": {"html": body(item), "teaser": item.paragraphs[0][:20]},
        }
        for number, item in enumerate(ITEMS)
    ]
    props = {"liveblog": {"title": TITLE, "posts": posts}, "recommended": RECOMMENDED, "stories": RECOMMENDED}
    return page("<div id='app'></div>", DESCRIBED) + data_script(
        {"props": {"pageProps": props}}, 'id="__NEXT_DATA__" type="application/json"'
    )


def nuxt_data() -> str:
    """Posts in a list of which all other values are places, times in milliseconds, bodies trees of blocks."""
    flat: list[object] = [["ShallowReactive", 1]]

    def placed(value: object) -> int:
        place = len(flat)
        flat.append(None)
        if isinstance(value, dict):
            flat[place] = {key: placed(child) for key, child in value.items()}
        elif isinstance(value, list):
            flat[place] = [placed(child) for child in value]
        else:
            flat[place] = value
        return place

    def paragraph(text: str) -> dict[str, object]:
        middle = len(text) // 2
        runs = [{"type": "text", "text": text[:middle]}, {"type": "text", "text": text[middle:], "marks": ["bold"]}]
        return {"type": "paragraph", "content": runs}

    def blocks(item: Item) -> list[object]:
        first, *others = map(paragraph, item.paragraphs)
        points = [{"type": "list_item", "content": [paragraph(point)]} for point in item.points]
        embedded = [paragraph(item.lines[-1])] if item.post[0] else []
        return [first, *([{"type": "bullet_list", "content": points}] if points else []), *others, *embedded]

    def post(item: Item) -> dict[str, object]:
        text = {"type": "doc", "content": blocks(item)}
        return {"node": {"headline": item.headline, "time": int(item.at.timestamp() * 1000), "body": text}}

    placed({"state": {"live": {"edges": [post(item) for item in ITEMS], "count": len(ITEMS), "error": None}}})
    return page("<div id='app'></div>", DESCRIBED) + data_script(flat, 'type="application/json" id="__NUXT_DATA__"')


def state() -> str:
    """Posts by their keys in a store that a script assigns, as text that is JSON itself."""
    store = {
        f"Post:{number}": {
            "__typename": "Post",
            "dates": {"display": item.at.astimezone(UTC).isoformat(), "expires": "2030-01-01T00:00:00Z"},
            "titre": {"rendered": item.headline},
            "texte": {"rendered": body(item)},
        }
        for number, item in enumerate(ITEMS)
    } | {"Author:1": {"__typename": "Author", "name": "Claire Dupré"}}
    text = json.dumps(json.dumps(store)).replace("</", "<\\/")
    return page("<div id='app'></div>", DESCRIBED) + data_script(f"window.__STORE__ = JSON.parse({text}); start();", "")


def as_text() -> str:
    """As somebody saves it by hand."""
    posts = "\n\n".join(f"{item.label} : {item.headline}\n" + "\n".join(item.lines) for item in ITEMS)
    return f"{TITLE}\n\n{STANDFIRST}\n\n{posts}\n"


def _post(number: int, item: Item, tag: str, time: str) -> str:
    return f'<{tag} class="post" id="post-{number}">{time}<h3>{item.headline}</h3>{body(item)}</{tag}>'


def _time(item: Item, text: str | None = None) -> str:
    return f'<time datetime="{item.at.isoformat()}">{item.label if text is None else text}</time>'


def _each(write: Callable[[int, Item], str]) -> str:
    return "".join(write(number, item) for number, item in enumerate(ITEMS))


def articles() -> str:
    """Articles with a time of their own, tools and advertising."""
    tools = '<footer class="tools"><button>Partager</button><a href="#p">Lien permanent</a></footer>'
    advert = '<div class="ad-slot"><p>Publicité : à partir de 21h</p></div>'
    end = f"{tools}</article>{advert}"
    posts = _each(lambda n, i: _post(n, i, "article", _time(i)).replace("</article>", end))
    return f"<section>{posts}</section>"


def list_items() -> str:
    return f"<ol>{_each(lambda n, i: f'<li>{_time(i)}<h4>{i.headline}</h4>{body(i)}</li>')}</ol>"


def hours() -> str:
    """Posts in sections of an hour each."""
    by_hour: dict[int, list[str]] = {}
    for number, item in enumerate(ITEMS):
        by_hour.setdefault(item.at.hour, []).append(_post(number, item, "div", _time(item)))
    return "".join(
        f"<section class='hour'><h2>{hour} h</h2>{''.join(posts)}</section>" for hour, posts in by_hour.items()
    )


def headings() -> str:
    """Posts that are only what follows a heading."""
    return _each(lambda n, i: f"<h2>{_time(i)} – {i.headline}</h2>{body(i)}")


def definition_list() -> str:
    return f"<dl>{_each(lambda n, i: f'<dt>{_time(i)}</dt><dd><h3>{i.headline}</h3>{body(i)}</dd>')}</dl>"


def table() -> str:
    rows = _each(lambda n, i: f"<tr><td>{_time(i)}</td><td><h3>{i.headline}</h3>{body(i)}</td></tr>")
    return f"<table>{rows}</table>"


def time_below() -> str:
    """The time after the words, in a footer."""
    return _each(lambda n, i: f'<div class="entry"><h3>{i.headline}</h3>{body(i)}<footer>{_time(i)}</footer></div>')


def caption() -> str:
    """The time in a sentence, with an author and a time of change."""
    return _each(
        lambda n, i: (
            f'<div class="entry"><p class="meta">Publié à {_time(i)}, mis à jour à '
            f'<time class="updated" datetime="{(i.at + timedelta(minutes=4)).isoformat()}">après</time></p>'
            f'<span class="author">Claire Dupré</span><h3>{i.headline}</h3>{body(i)}</div>'
        )
    )


def data_attributes() -> str:
    """Times in attributes, in seconds since 1970, the printed one in an element of its own."""
    return _each(
        lambda n, i: (
            f'<div class="c{n} item" data-block-id="b{n}" data-timestamp="{int(i.at.timestamp())}">'
            f'<span class="hour">{i.label}</span><p class="post-title">{i.headline}</p>'
            f"<div>{body(i)}</div></div>"
        )
    )


def unprinted() -> str:
    """Times that are not shown."""
    return _each(lambda n, i: f'<div class="live" data-date="{i.at.isoformat()}"><h3>{i.headline}</h3>{body(i)}</div>')


def microdata() -> str:
    posts = _each(
        lambda n, i: (
            '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
            f'<meta itemprop="datePublished" content="{i.at.astimezone(UTC).isoformat()}">'
            f'<h3 itemprop="headline">{i.headline}</h3><div itemprop="articleBody">{body(i)}</div></div>'
        )
    )
    return f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{posts}</div>'


def printed_boxes() -> str:
    """Times that are only printed, one box for each post."""
    return _each(
        lambda n, i: f'<div class="item"><span class="time">{i.label}</span><h3>{i.headline}</h3>{body(i)}</div>'
    )


def printed_paragraphs() -> str:
    """Times that are only printed, at the beginning of paragraphs in one article."""
    posts = _each(lambda n, i: f"<p><strong>{i.label} :</strong> {i.headline}</p>{body(i)}")
    return f"<article>{posts}</article>"


def printed_headings() -> str:
    return f"<article>{_each(lambda n, i: f'<h3>{i.label} - {i.headline}</h3>{body(i)}')}</article>"


def unclosed() -> str:
    """As people wrote it by hand: end tags left out."""
    posts = _each(lambda n, i: f"<li class=post>{_time(i)}<h3>{i.headline}</h3>{body(i)}")
    return f"<ul>{posts.replace('</p><', '<')}</ul>"


LAYOUTS = (
    articles, list_items, hours, headings, definition_list, table, time_below, caption, data_attributes,
    unprinted, microdata, printed_boxes, printed_paragraphs, printed_headings, unclosed,
)  # fmt: skip


def as_atom(kind: str = "html") -> str:
    """An Atom feed; ``kind`` is the type of its contents: html or xhtml."""

    def entry(number: int, item: Item) -> str:
        content = html.escape(body(item))
        if kind == "xhtml":
            inner = body(item).replace("&mdash;", "—")
            content = f'<div xmlns="http://www.w3.org/1999/xhtml">{inner}</div>'
        return (
            f"<entry><title>{html.escape(item.headline)}</title><id>tag:journal.example,2022:{number}</id>"
            f'<link href="https://journal.example/direct#post-{number}"/><published>{item.at.isoformat()}</published>'
            f"<updated>{(item.at + timedelta(hours=1)).isoformat()}</updated>"
            f'<content type="{kind}">{content}</content></entry>'
        )

    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">'
        f"<title>{TITLE}</title><subtitle>{STANDFIRST}</subtitle>{_each(entry)}</feed>"
    )


def as_rss(version: str = "2.0") -> str:
    """An RSS feed, 2.0 or 1.0 (RDF)."""

    def item(number: int, item: Item) -> str:
        dated = (
            f"<pubDate>{format_datetime(item.at)}</pubDate>"
            if version == "2.0"
            else f"<dc:date>{item.at.isoformat()}</dc:date>"
        )
        return (
            f"<item><title>{html.escape(item.headline)}</title>{dated}"
            f"<link>https://journal.example/direct#post-{number}</link><description>Un résumé.</description>"
            f"<content:encoded><![CDATA[{body(item)}]]></content:encoded></item>"
        )

    namespaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    about = f"<title>{TITLE}</title><link>https://journal.example/direct</link><description>{STANDFIRST}</description>"
    if version == "2.0":
        about += f"<language>fr</language>{_each(item)}"
        return f'<rss version="2.0" {namespaces}><channel>{about}</channel></rss>'
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
    return f'<?xml version="1.0"?><rdf:RDF {rdf} {namespaces}><channel>{about}</channel>{_each(item)}</rdf:RDF>'


def as_json_feed(*, as_html: bool = True) -> str:
    """A JSON Feed, its contents HTML or plain text."""

    def post(number: int, item: Item) -> dict[str, object]:
        words = {"content_html": body(item)} if as_html else {"content_text": "\n".join(item.lines)}
        return {
            "id": f"post-{number}",
            "url": f"https://journal.example/direct#post-{number}",
            "title": item.headline,
            "date_published": item.at.isoformat(),
            "date_modified": (item.at + timedelta(hours=1)).isoformat(),
            "authors": [{"name": "Claire Dupré"}],
            **words,
        }

    feed = {"version": "https://jsonfeed.org/version/1.1", "title": TITLE, "description": STANDFIRST, "language": "fr"}
    return json.dumps({**feed, "items": [post(number, item) for number, item in enumerate(ITEMS)]})


def record(url: str, payload: bytes, kind: str = "text/html; charset=utf-8", coding: str = "") -> bytes:
    """A WARC record of an answer."""
    coded = f"Content-Encoding: {coding}\r\n" if coding else ""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{coded}\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2022-06-20T01:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def as_warc(*pages: bytes, compressed: bool = False) -> bytes:
    """An archive of pages among things that are no live blog."""
    records = [
        record("https://journal.example/logo.png", b"\x89PNG" * 50, "image/png"),
        record("https://journal.example/about", page("<p>Qui sommes-nous ?</p>").encode()),
        *(record(f"https://journal.example/{number}", data) for number, data in enumerate(pages)),
        record("https://journal.example/style.css", b"p { color: red }", "text/css"),
    ]
    return b"".join(map(gzip.compress, records)) if compressed else b"".join(records)


def as_message(
    page: bytes, kind: str = "text/html; charset=utf-8", address: str = "https://example.org/direct"
) -> bytes:
    """A page as a browser saves it in one file (MHTML), beside a picture that the page shows."""
    picture = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    headers = (
        f"From: <Saved by a browser>\r\nSnapshot-Content-Location: {address}\r\nSubject: La soirée\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n'
        f"------B\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {address}\r\n\r\n"
    )
    return headers.encode() + quopri.encodestring(page) + b"\r\n------B\r\n" + picture + b"------B--\r\n"
