"""schema.org ``LiveBlogPosting`` in JSON: alone in a file, or in the JSON-LD of a page.

The vocabulary: https://schema.org/LiveBlogPosting; JSON-LD in pages: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from minutier.document import Issue, Metadata
from minutier.read.blocks import merged
from minutier.read.builder import visible
from minutier.read.instants import iso_of

Object = dict[str, Any]

UPDATES = ("liveBlogUpdate", "liveBlogUpdates", "blogPost", "blogPosts")
_ARTICLES = ("NewsArticle", "Article", "ReportageNewsArticle", "LiveBlogPosting")
_PAGES = ("WebPage", "ItemPage")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MAX_FAILURES = 50
_AT_END = 8  # characters of a word, a number or an escape that breaks off
DECODER = json.JSONDecoder(strict=False)  # raw line breaks and tabs in strings, as browsers' scripts have them
_STRAY = re.compile(  # what is JSON's own is matched first and kept; what is not is dropped
    r'("(?:[^"\\]++|\\.)*+"?)|//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|<!--|-->|<!\[CDATA\[|\]\]>|,(?=\s{0,200}[}\]])',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_POST = re.compile(r'(?=\{[^{}]{0,300}"@?type"\s{0,9}:\s{0,9}"[A-Za-z:/.]{0,40}Post(?:ing)?")')
_ITEM = re.compile(r"[\[,]\s{0,200}(?=\{)")  # an object in a list
_BODY = re.compile(r'"articleBody"\s{0,9}:')
_BEGINS_JSON = re.compile(
    r'\s{0,1000}(?:\{\s{0,1000}"[^"\n]{0,200}"\s{0,99}:|\[\s{0,1000}(?:\{\s{0,1000}"|\[\s{0,99}[\[{"]))'
)
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\]]', re.DOTALL)
_SPACES = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_ESCAPED_TAG = re.compile(r"&(?:lt|#60|#x3c);/?[a-z]", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>", re.I)


@dataclass(frozen=True, slots=True)
class Update:
    """One post as structured data tells it. ``body`` is HTML when ``is_html``, plain text otherwise."""

    identifier: str = ""
    url: str = ""
    published: str = ""
    modified: str = ""
    headline: str = ""
    body: str = ""
    is_html: bool = False
    author: str = ""

    @property
    def words(self) -> str:
        """The body without markup, on one line where it is HTML."""
        return plain(self.body) if self.is_html else self.body


@dataclass(frozen=True, slots=True)
class Block:
    """One live blog told by structured data: the object that tells it, its title, its address, its posts."""

    source: Object
    title: str
    address: str
    posts: list[Update]


@dataclass(frozen=True, slots=True)
class Liveblog:
    """A live blog as structured data tells it; ``issues`` says what could not be used.

    ``page_date`` is when the page around it was published, as it tells it.
    """

    metadata: Metadata = field(default_factory=Metadata)
    description: str = ""
    updates: tuple[Update, ...] = ()
    is_liveblog: bool = False
    issues: tuple[Issue, ...] = ()
    page_date: str = ""


def from_scripts(scripts: list[str]) -> Liveblog:
    """The live blog told by the JSON-LD blocks of a page: the one with most updates; else its article."""
    objects: list[Object] = []
    pages: list[Object] = []
    issues: list[Issue] = []
    salvaged: list[Object] = []
    for script in scripts:
        value, problem = _parse(script)
        if problem:
            issues.append(problem)
        if value is None:
            found = _salvage(script)
            salvaged += found
            issues += _salvage_issues(script, found)
        objects += _objects(value)
        pages += _pages(value)
    return replace(_liveblog(objects, salvaged, issues), page_date=_page_date(pages))


def _pages(value: Any) -> list[Object]:
    """What a script tells of the page itself: its outermost objects, those of its ``@graph``, their main entity."""
    found = [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]
    found += [part for item in found for part in _listed(item.get("@graph")) if isinstance(part, dict)]
    return found + [part for item in found for part in _listed(item.get("mainEntity")) if isinstance(part, dict)]


def _page_date(pages: list[Object]) -> str:
    """When the page was published, by its article, else by itself; empty where they tell several days."""
    for kinds in (_ARTICLES, _PAGES):
        dates = [date for item in pages if _is_a(item, *kinds) and _DAY.match(date := text_of(item, "datePublished"))]
        if dates:
            return dates[0] if len({date[:10] for date in dates}) == 1 else ""
    return ""


def _salvage_issues(script: str, found: list[Object]) -> list[Issue]:
    """What is said of posts that were read one by one, and of those that could not be."""
    if not found:
        return []
    lost = len(_BODY.findall(script)) - sum("articleBody" in post for post in found)
    text = f"{len(found)} posts were taken one by one from JSON-LD that is broken"
    text += f"; {lost} could not be read" if lost > 0 else ""
    return [Issue("read", "warning", "json-ld-salvaged", text)]


def from_json(text: str) -> Liveblog | None:
    """The live blog in a JSON file, or None when the text is not JSON."""
    value, problem = _parse(text)
    salvaged = [] if value is not None else _salvage(text)
    if value is None and not salvaged:
        return None
    issues = [*([problem] if problem else []), *_salvage_issues(text, salvaged)]
    objects = _objects(value)
    loose = [item for item in objects if _date(item) and "articleBody" in item]
    if not any(key in item for item in objects for key in UPDATES):
        salvaged = salvaged or loose
    return _liveblog(objects, salvaged, issues)


def problem_of(text: str) -> str:
    """What is wrong with a text that begins as JSON does and cannot be read as JSON; empty for any other text.

    >>> problem_of('{"@type": "LiveBlogPosting", ')
    'Expecting property name enclosed in double quotes: line 1 column 30 (char 29)'
    >>> problem_of("[20h41] Hamon l'emporte")
    ''
    """
    issue = _parse(text)[1] if _BEGINS_JSON.match(text) else None
    return issue.message.partition(": ")[2] if issue is not None and issue.code == "json-ld-broken" else ""


def _parse(script: str) -> tuple[Any, Issue | None]:
    """The value of a script, and what had to be overlooked; None when nothing helps."""
    script = script.strip(" \t\r\n\ufeff").removesuffix(";")
    if not script:
        return None, None
    problem = ""
    for mend in (None, _without_strays, html.unescape, _closed):
        try:
            value = DECODER.decode(mend(script) if mend else script)
        except RecursionError:
            problem = "it is nested too deep"
            break
        except ValueError as error:
            problem = problem or str(error)
            continue
        if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):  # written as JSON once too often
            return _parse(value)
        if mend is None:
            return value, None
        return value, _mended(value, problem) if mend is not _closed else _truncated(value)
    return None, Issue("read", "warning", "json-ld-broken", f"JSON-LD cannot be read: {problem}")


def _mended(value: Any, problem: str) -> Issue:
    return Issue("read", "info", "json-ld-mended", f"JSON-LD is not JSON ({problem}); read by overlooking it")


def _truncated(value: Any) -> Issue:
    count = sum(map(_is_post, _objects(value)))
    text = f"JSON-LD breaks off: the {count} posts that are whole are read, what is cut and what follows is lost"
    return Issue("read", "warning", "json-ld-truncated", text)


def _closed(script: str) -> str:
    """A script that breaks off, cut after the last object of a list that is whole, and closed there.

    Raises ValueError for one that does not break off, or has no such object.
    """
    script = _without_strays(script)
    try:
        DECODER.decode(script)
    except json.JSONDecodeError as error:
        if len(script) - error.pos > _AT_END and not error.msg.startswith("Unterminated string"):
            raise
    opened: list[str] = []
    lists: list[bool] = []  # for each bracket: is it that of a list of posts?
    best: tuple[bool, int, str] | None = None
    key = ""
    for token in _TOKEN.finditer(script):
        sign = token[0]
        if sign[0] == '"':
            key = sign
        elif sign in "{[":
            opened.append("}" if sign == "{" else "]")
            lists.append(sign == "[" and key[1:-1] in UPDATES)
            key = ""
        elif not opened or opened.pop() != sign:
            raise ValueError("brackets that do not match")
        else:
            lists.pop()
            if sign == "}" and lists and opened[-1] == "]" and (best is None or lists[-1] >= best[0]):
                best = lists[-1], token.end(), "".join(reversed(opened))
    if not opened or best is None:
        raise ValueError("it does not break off after an object of a list")
    return script[: best[1]] + best[2]


def _without_strays(script: str) -> str:
    """Without comments, commas before a closing bracket, the wrappers that XHTML once asked for, and backslashes that
    escape nothing: JavaScript writes an apostrophe after one.
    """
    return _STRAY.sub(lambda found: _ESCAPE.sub(_escaped, found[1] or ""), script).strip().removesuffix(";")


def _escaped(found: re.Match[str]) -> str:
    return found[0] if found[1] in '"\\/bfnrtu' else found[1]


def _salvage(script: str) -> list[Object]:
    """The posts that can be read one by one in a script which cannot be as a whole."""
    return _posts_at(_ITEM, script) or _posts_at(_POST, script)


def _posts_at(beginning: re.Pattern[str], script: str) -> list[Object]:
    """The posts that begin where a pattern ends."""
    found: list[Object] = []
    position = failures = 0
    while failures < _MAX_FAILURES and (start := beginning.search(script, position)):
        try:
            value, position = DECODER.raw_decode(script, start.end())
        except (ValueError, RecursionError):
            failures += 1
            position = start.end() + 1
            continue
        found += [value] if _is_post(value) else []
    return found


def _is_post(value: Any) -> bool:
    """Whether a value is one post: an object with a time that holds words or is called a post."""
    if not isinstance(value, dict) or not _date(value) or any(key in value for key in UPDATES):
        return False
    return "articleBody" in value or _is_a(value, "BlogPosting", "SocialMediaPosting", "Posting")


def _objects(value: Any) -> list[Object]:
    """All objects in a JSON value, outermost first."""
    found: list[Object] = []
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if type(value) is dict:
            found.append(value)
            waiting += value.values()
        elif type(value) is list:
            waiting += value
    return found


def _liveblog(objects: list[Object], salvaged: list[Object], issues: list[Issue]) -> Liveblog:
    by_id = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and len(item) > 1}
    blogs = [item for item in objects if _is_a(item, "LiveBlogPosting", "Blog") or any(key in item for key in UPDATES)]
    blocks = [_block(blog, posts) for blog in blogs if (posts := list(_updates(blog, by_id)))]
    best = max(range(len(blocks)), key=lambda number: len(blocks[number].posts), default=-1)
    if salvaged:
        converted = [_update(item) for item in salvaged]
    elif best >= 0:
        converted, left_out = merged(blocks, best)
        if left_out:
            text = f"{left_out} posts of other live blogs in the JSON-LD are not read"
            issues.append(Issue("read", "warning", "json-ld-left-out", text))
    else:  # each post told by itself, as a part of the live blog
        converted = [_update(item) for item in objects if _is_post(item) and _is_part(item)]
    described = blocks[best].source if best >= 0 else next(iter(blogs), {})
    described = described or next((item for item in objects if _is_article(item)), {})
    without = sum(not update.published for update in converted)
    if without:
        text = f"{without} posts of the structured data have no time that can be read"
        issues.append(Issue("read", "warning", "post-without-time", text))
    return Liveblog(
        metadata=_metadata(described, objects),
        description=plain(text_of(described, "description", "abstract")),
        updates=tuple(update for update in converted if update.body or update.headline),
        is_liveblog=bool(converted),
        issues=tuple(issues),
    )


def _block(blog: Object, posts: list[Object]) -> Block:
    address = text_of(blog, "url", "mainEntityOfPage", "@id")
    return Block(blog, plain(text_of(blog, "headline", "name")), address, [_update(item) for item in posts])


def _is_a(item: Object, *names: str) -> bool:
    types = item.get("@type") or item.get("type")
    if types == "BlogPosting":
        return "BlogPosting" in names
    for name in types if isinstance(types, list) else [types]:
        if isinstance(name, str) and name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] in names:
            return True
    return False


def _is_part(item: Object) -> bool:
    whole = item.get("isPartOf")
    return isinstance(whole, dict) and _is_a(whole, "LiveBlogPosting")


def _is_article(item: Object) -> bool:
    return _is_a(item, "NewsArticle", "Article", "ReportageNewsArticle", "WebPage") and "headline" in item


def _updates(blog: Object, by_id: dict[str, Object]) -> Iterator[Object]:
    for key in UPDATES:
        for item in _listed(blog.get(key)):
            if isinstance(item, str):
                item = by_id.get(item)
            elif isinstance(item, dict) and set(item) <= {"@id", "@type"}:
                item = by_id.get(item.get("@id", ""))
            if isinstance(item, dict):
                yield item


def _listed(value: Any) -> list[Any]:
    """The items of a list, an ItemList, a single one, or of a list written as an object of numbers (PHP does)."""
    if isinstance(value, dict) and "itemListElement" in value:
        items = _listed(value["itemListElement"])
        return [item["item"] if isinstance(item, dict) and "item" in item else item for item in items]
    if isinstance(value, dict) and value and all(key.isdecimal() for key in value):
        return list(value.values())
    return value if isinstance(value, list) else [value]


def _update(item: Object) -> Update:
    url = text_of(item, "url", "@id", "mainEntityOfPage")
    body, is_html = body_of(text_of(item, "articleBody", "text", "description", "body"))
    headline = plain(text_of(item, "headline", "name", "title"))
    if headline and _repeats(headline, plain(body) if is_html else body):
        headline = ""
    published = _date(item)
    modified = iso_of(text_of(item, "dateModified"))
    return Update(
        identifier=text_of(item, "identifier") or fragment_of(url),
        url=url,
        published=published,
        modified=modified if modified != published else "",
        headline=headline,
        body=body,
        is_html=is_html,
        author=name_of(item.get("author")),
    )


def fragment_of(url: str) -> str:
    """What an address says behind its last ``#``, which is where a post stands in its page; empty without one."""
    return url.rpartition("#")[2] if "#" in url else ""


def body_of(text: str) -> tuple[str, bool]:
    """The body of a post and whether it is HTML; tags may have been escaped once too often."""
    if "&" in text and _ESCAPED_TAG.search(text):
        text = html.unescape(text)
    if "<" in text and _TAG.search(text):
        return text, True
    return html.unescape(text) if "&" in text else text, False


def _date(item: Object) -> str:
    return next(
        (
            iso
            for key in ("datePublished", "dateCreated", "uploadDate", "dateModified")
            if (iso := iso_of(text_of(item, key)))
        ),
        "",
    )


def _repeats(headline: str, body: str) -> bool:
    """Whether a headline is only the beginning of the body, cut somewhere."""
    start = " ".join(headline.rstrip(".… ").split())
    return len(start) > 20 and " ".join(body[: len(start) * 2].split()).startswith(start)


def plain(text: str) -> str:
    """Text on one line, its tags and entities resolved."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub(" ", html.unescape(text)))
    text = visible(text)
    return _SPACES.sub(" ", text).strip() if _SPACES.search(text) else text.strip()


def text_of(item: Object, *keys: str) -> str:
    """The first of the properties that has a text; of a list or an object, what stands for it."""
    for key in keys:
        value = item.get(key)
        if value is None:
            continue
        if isinstance(value, list):
            value = next((part for part in value if isinstance(part, str | dict)), None)
        if isinstance(value, dict):
            value = next((value[name] for name in ("@value", "@id", "url", "name", "value") if name in value), None)
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and not value.isspace() and value:
            return whole(value)
    return ""


def whole(text: str) -> str:
    r"""Without halves of characters: ``"\ud83d"`` alone is valid JSON and no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def name_of(value: Any) -> str:
    """The names of a person, an organisation or a list of them."""
    people = value if isinstance(value, list) else [value]
    names = [
        person if isinstance(person, str) else text_of(person, "name")
        for person in people
        if isinstance(person, str | dict)
    ]
    return ", ".join(whole(name.strip()) for name in names if name.strip())


def _metadata(item: Object, objects: list[Object]) -> Metadata:
    publisher = name_of(item.get("publisher")) or next(
        (name_of(other.get("publisher")) for other in objects if other.get("publisher")), ""
    )
    about = Metadata(
        title=plain(text_of(item, "headline", "name")),
        publisher=publisher,
        url=text_of(item, "url", "mainEntityOfPage", "@id"),
        language=text_of(item, "inLanguage"),
        published=text_of(item, "datePublished"),
        modified=text_of(item, "dateModified"),
        coverage_start=text_of(item, "coverageStartTime"),
        coverage_end=text_of(item, "coverageEndTime"),
        license=text_of(item, "license"),
    )
    return about if about.url.startswith(("http://", "https://")) else replace(about, url="")
