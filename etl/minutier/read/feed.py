"""RSS and Atom feeds → Document: each item is a post.

Atom: RFC 4287; RSS 2.0: https://www.rssboard.org/rss-specification; RSS 1.0 and the Dublin Core and content
modules: https://web.resource.org/rss/1.0/; Media RSS: https://www.rssboard.org/media-rss. Elements are told by
their local names, so that a namespace written wrong does not lose a post. Entities are never unfolded, and no
other file is asked for: of those that a feed declares, only a few plain characters are put in their place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from minutier.document import Document, Issue, MarkKind, Metadata
from minutier.errors import InputError
from minutier.read.builder import PARAGRAPH, Builder
from minutier.read.instants import clock_of, iso_of
from minutier.read.jsonld import Update, body_of, fragment_of, plain
from minutier.read.liveblog import is_liveblog
from minutier.read.page import read_page, write_update
from minutier.read.prolog import COMMENT, QUOTED, doctype_of

_CDATA = r"<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>)?"
_REFERENCE = re.compile(rf"{_CDATA}|{COMMENT}|&(?:(#[0-9]{{1,8}}|#[xX][0-9a-fA-F]{{1,7}}|[A-Za-z_][\w.:-]{{0,63}});)?")
_DECLARED = re.compile(rf"<!ENTITY\s++(?:%\s++)?([A-Za-z_][\w.:-]{{0,63}})\s++({QUOTED})?", re.I)
_LONGEST_VALUE = 32
"""Characters of a declared entity that is put in its place; one that stands for others never is."""
_XML_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "&<>"}
"""libxml2 drops named references once a feed is not well-formed, numbers never."""
_EXTERNAL = re.compile(r"<!ENTITY\s[^<>]{0,1000}?\b(?:SYSTEM|PUBLIC)\b", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MEDIA_PREFIXES = frozenset({"media", "itunes", "podcast"})
_MEDIA_NAMESPACES = ("/mrss", "podcast")
_REMEDY = "Save the feed again, or give the page itself."


def read_feed(text: str, issues: Sequence[Issue] = (), *, name: str = "", url: str = "") -> Document:
    """The Document of a feed. ``url`` is its address where it does not tell one of a page.

    A feed that breaks off is read as far as it goes, with an issue. Raises InputError when it is no XML.
    """
    notes = list(issues)
    root = _parse(text, name, notes)
    channel = next((item for item in root.iter() if _name(item) == "channel"), root)
    items = [item for item in root.iter() if _name(item) in ("item", "entry")]
    updates = [_update(item) for item in items]
    metadata = _metadata(channel, root, url)
    return document_of(updates, metadata, plain(_text(channel, "subtitle", "description", "tagline")), notes)


def document_of(updates: list[Update], metadata: Metadata, description: str, issues: Sequence[Issue]) -> Document:
    """The Document of a feed's posts: its title, what it says of itself, and each of them in order."""
    notes = list(issues)
    without = sum(not update.published for update in updates)
    if without:
        notes.append(
            Issue(
                "read",
                "warning",
                "post-without-time",
                f"{without} items of the feed have no time that can be read",
            )
        )
    whole = _whole(updates, metadata)
    if whole is not None:
        return replace(whole, source_format="feed", issues=(*notes, *whole.issues))
    builder = Builder()
    title = builder.open()
    builder.write(metadata.title)
    builder.close(title, MarkKind.TITLE)
    builder.apart(PARAGRAPH)
    builder.write(description)
    for update in updates:
        write_update(update, builder, metadata.url)
    return builder.document("feed", metadata, notes)


def _whole(updates: list[Update], metadata: Metadata) -> Document | None:
    """The live blog that a feed holds as its only item: the page that its body is, where that is one."""
    if len(updates) != 1:
        return None
    (update,) = updates
    body = update.body if update.is_html else "".join(f"<p>{html.escape(line)}</p>" for line in update.body.split("\n"))
    if not body.strip():
        return None
    found = read_page(f"<html><body><h1>{html.escape(update.headline)}</h1>{body}</body></html>")
    told = replace(
        metadata,
        title=update.headline or metadata.title,
        url=update.url or metadata.url,
        published=update.published,
        modified=update.modified or metadata.modified,
    )
    return replace(found, metadata=told) if is_liveblog(found) else None


def _parse(text: str, name: str, notes: list[Issue]) -> etree._Element:
    if _EXTERNAL.search(text):
        notes.append(Issue("read", "warning", "external-entity", "the feed asks for other files; they are not read"))
    text = _NOT_XML.sub("", _DECLARATION.sub("", text))  # the declared encoding was used when decoding
    text = _without_entities(text, notes)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise InputError(name, f"the feed is not XML: {error}", _REMEDY) from error
    if root is None:
        raise InputError(name, "the feed is not XML", _REMEDY)
    first = next((error for error in parser.error_log if error.level_name != "WARNING"), None)
    if first is not None:
        problem = f"the feed is not well-formed (line {first.line}: {first.message}); read as far as it goes"
        notes.append(Issue("read", "warning", "feed-broken", problem))
    return root


def _without_entities(text: str, notes: list[Issue]) -> str:
    """A feed without its DOCTYPE, in which every ``&`` begins the number of a character: ``AT&T`` → ``AT&#38;T``."""
    start, end = doctype_of(text)
    declared: dict[str, str] = {}
    for name, quoted in _DECLARED.findall(text, start, end):
        declared.setdefault(name, _plain_value(quoted[1:-1]))
    text = text[:start] + text[end:]
    counts = {"folded": 0, "bare": 0}

    def mended(found: re.Match[str]) -> str:
        name = found[1]
        if found[0][0] == "<":
            return found[0]
        if name in _XML_ENTITIES:
            return f"&#{ord(_XML_ENTITIES[name])};"
        if name and name[0] == "#":
            return _numbered(name).translate(_SIGNS)
        if name and (value := declared.get(name)):
            return value.translate(_SIGNS)
        if name and name not in declared and (character := html.unescape(found[0])) != found[0]:
            return character.translate(_SIGNS)
        counts["folded" if name in declared else "bare"] += 1
        return f"&#38;{found[0][1:]}"

    text = _REFERENCE.sub(mended, text)
    if counts["folded"]:
        said = f"{counts['folded']} entities that the feed declares are not expanded; they stand in it by their names"
        notes.append(Issue("read", "warning", "feed-broken", said))
    if counts["bare"]:
        said = f"{counts['bare']} signs & of the feed are not written as &amp;; they are read as they stand"
        notes.append(Issue("read", "info", "feed-mended", said))
    return text


def _numbered(number: str) -> str:
    """The character of a number, ``#233`` or ``#xE9``; nothing for one that XML forbids."""
    code = int(number[2:], 16) if number[1] in "xX" else int(number[1:])
    return _NOT_XML.sub("", html.unescape(f"&{number};")) if 0 < code <= 0x10FFFF else ""


def _plain_value(value: str) -> str:
    """What a declared entity stands for, where that is a few characters and no entity; else nothing."""
    value = html.unescape(value) if len(value) <= _LONGEST_VALUE else "&"
    return "" if "&" in value or "<" in value or "%" in value else value


def _name(element: etree._Element) -> str:
    """The local name of an element, in lower case; a prefix that is not declared is part of its tag."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _child(element: etree._Element, *names: str) -> etree._Element | None:
    """The first child of that name which holds something; names in order of preference.

    Of several of one name, that of the element's own namespace is taken. What is told of a picture or a recording
    (``media:title``) is none of the post, and stands for it only where the post has no such text at all.
    """
    own = _namespace(element)
    best: etree._Element | None = None
    rank = (True, len(names), True)
    for child in element:
        name = _name(child)
        if name not in names or not (len(child) or (child.text or "").strip()):
            continue
        is_of_media = _is_of_media(child)
        mine = is_of_media, names.index(name), _namespace(child) != own
        if mine < rank and not (is_of_media and len(child)):
            best, rank = child, mine
    return best


def _namespace(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[0].lstrip("{")


def _is_of_media(element: etree._Element) -> bool:
    """Whether an element belongs to Media RSS or to a podcast's vocabulary, by its prefix or its namespace."""
    namespace, _, name = str(element.tag).rpartition("}")
    prefix = element.prefix or name.rpartition(":")[0]
    return prefix in _MEDIA_PREFIXES or any(sign in namespace for sign in _MEDIA_NAMESPACES)


def _text(element: etree._Element, *names: str) -> str:
    child = _child(element, *names)
    return "" if child is None else _all_text(child)


def _all_text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def _update(item: etree._Element) -> Update:
    published = _instant(item, "published", "pubdate", "issued", "date", "created") or _instant(
        item, "updated", "modified"
    )
    modified = _instant(item, "updated", "modified")
    content = _child(item, "encoded", "content", "description", "summary", "body")
    body, is_html = ("", False) if content is None else _body(content)
    link = _link(item)
    identifier = _text(item, "guid", "id")
    author = _child(item, "author", "creator")
    return Update(
        identifier=fragment_of(link) or identifier,
        url=link,
        published=published,
        modified=modified if modified != published else "",
        headline=headline_of(plain(_text(item, "title")), body, is_html, published),
        body=body,
        is_html=is_html,
        author="" if author is None else _text(author, "name") or _all_text(author),
    )


def headline_of(title: str, body: str, is_html: bool, published: str) -> str:
    """The title of an item, without the time of the post before it; empty where it only repeats the first words."""
    clock, timed = clock_of(published) if published else None, _TIMED.match(title)
    if timed and clock is not None and int(timed[1]) == clock[1]:
        title = title[timed.end() :]
    said = "".join((html.unescape(_TAG.sub(" ", body)) if is_html else body).split())
    words = "".join(title.rstrip(" .…").split())
    return "" if len(words) > _LEAST_REPEATED and said.startswith(words) else title


_TIMED = re.compile(r"\W{0,4}\d{1,2}\s?[hH:.uU]\s?(\d\d)\s?[-–—:|►]\s+(?=\S)")
_TAG = re.compile(r"<[^<>]{0,500}>")
_LEAST_REPEATED = 8  # characters of a title that repeats the words


def _body(content: etree._Element) -> tuple[str, bool]:
    """What an item says, and whether it is HTML: escaped, as elements (Atom's ``xhtml``) or plain."""
    if len(content):
        inner = "".join(etree.tostring(child, encoding="unicode") for child in content)
        return html.escape(content.text or "", quote=False) + _unprefixed(inner), True
    return body_of(content.text or "")


def _unprefixed(markup: str) -> str:
    """XHTML as HTML: without the prefixes that namespaces give its elements."""
    return re.sub(r"<(/?)[A-Za-z][\w.-]{0,30}:", r"<\1", markup)


def _instant(item: etree._Element, *names: str) -> str:
    return next((iso for name in names if (iso := iso_of(_text(item, name)))), "")


def _link(item: etree._Element) -> str:
    """The address of the page an item or a feed stands for."""
    for child in item:
        if _name(child) != "link":
            continue
        if child.get("href") and child.get("rel", "alternate") == "alternate":
            return str(child.get("href")).strip()
        if child.text and child.text.strip():
            return str(child.text).strip()
    guid = _text(item, "guid")
    return guid if guid.startswith(("http://", "https://")) else ""


def _metadata(channel: etree._Element, root: etree._Element, url: str) -> Metadata:
    language = _text(channel, "language") or str(root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    author = _child(channel, "author", "publisher", "creator")
    dated = _instant(channel, "updated", "lastbuilddate", "pubdate", "date", "modified")
    return Metadata(
        title=plain(_text(channel, "title")),
        publisher="" if author is None else _text(author, "name") or _all_text(author),
        url=_link(channel) or url,
        language=language,
        modified=dated,
        license=plain(_text(channel, "license", "rights", "copyright")),
    )
