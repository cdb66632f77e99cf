"""Posts that a page carries only as data for its scripts: ``__NEXT_DATA__``, ``__NUXT_DATA__``, a state in a variable,
what Next streams (`streamed`).

No site's own format is known here. The posts are the list of objects in which most have a time and words, whatever
their names in between; names of keys are told apart by the words in ``markup.yaml``, as classes are.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from minutier.read.boilerplate import rule_of_name
from minutier.read.instants import iso_of
from minutier.read.jsonld import DECODER, Object, Update, body_of, name_of, plain, whole
from minutier.read.names import kinds_of, words_of
from minutier.read.streamed import rows_of, streamed_text

LEAST_POSTS = 3
"""Objects with time and words that make a list one of posts."""

LONGEST_NIGHT = timedelta(days=4)
"""Posts of one live blog lie within so many days, but for a few; what a page recommends does not."""

_MOST_OUTSIDE = 0.2  # share of the posts that may lie outside
_LEAST_WORDS = 15  # characters of a post, on average
_MAX_DEPTH = 40  # of lists and objects in each other
_MAX_FIELDS = 120  # of one post
_FIELD_DEPTH = 3  # objects around a field of a post
_MAX_NODES = 5_000  # of the body of one post
_LEAST_NESTED = 200  # characters of a text that is JSON itself
_ASSIGNED = re.compile(
    r"""(?:window|self|globalThis)\s?(?:\.\s?[\w$]{1,60}|\[\s?["'][^"'\]\n]{1,60}["']\s?\])\s{0,9}=\s{0,9}"""
    r"""(?P<parse>JSON\.parse\(\s{0,9})?(?=[{\["])"""
)
_INSTANT = re.compile(r"\b(?:19|20)\d\d-?[01]\d-?[0-3]\d[T ]\d|\b1[0-9]{9}(?:\d{3})?\b")
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?/?>", re.I)
_WRAPPED = frozenset({"Reactive", "ShallowReactive", "Ref", "ShallowRef", "EmptyRef", "EmptyShallowRef", "Date", "Set"})
_ASIDE = frozenset({"aside", "author"})
_TYPES = ("type", "_type", "__typename", "tag", "tagName", "name", "kind", "component", "style")
_NAMED = ("name", "displayName", "fullName", "title")
_IDENTIFIERS = ("id", "_id", "uuid", "guid", "identifier", "key")


def may_hold(script: str, count: int) -> bool:
    """Whether a script can hold more than ``count`` posts: a quick look at the times in it."""
    return sum(1 for _ in zip(range(count + 1), _INSTANT.finditer(script), strict=False)) > count


def find_updates(scripts: list[str], more_than: int) -> tuple[Update, ...]:
    """The posts in the scripts of a page, in their order; empty unless there are more than ``more_than``."""
    best: list[Update] = []
    least = max(more_than, LEAST_POSTS - 1)
    for script in scripts:
        if may_hold(script, max(least, len(best))):
            for value in _values(script):
                best = max(best, updates_in(value), key=len)
    streamed = streamed_text(scripts)
    if may_hold(streamed.replace('"$D', '"'), max(least, len(best))):
        best = max(best, updates_in(rows_of(streamed)), key=len)
    return tuple(best) if len(best) > least else ()


def updates_in(value: Any) -> list[Update]:
    """The posts in a JSON value: the list with most of them, of equal ones the one that says most; empty if none."""
    best: list[Update] = []
    weight = (0, 0)
    for items in _lists(value):
        found = [update for item in items if (update := _update(item))]
        mine = len(found), sum(len(update.body) for update in found)
        if mine > weight and _is_night(found):
            best, weight = found, mine
    return best


# The values in a script


def _values(script: str) -> Iterator[Any]:
    """The JSON that a script is, or assigns."""
    script = script.strip().removesuffix(";")
    if script[:1] in ("{", "["):
        try:
            yield _unflattened(DECODER.decode(script))
        except (ValueError, RecursionError):
            return
        return
    for assignment in _ASSIGNED.finditer(script):
        try:
            value, _ = DECODER.raw_decode(script, assignment.end())
            if isinstance(value, str):
                value = DECODER.decode(value) if assignment["parse"] else None
        except (ValueError, RecursionError):
            continue
        yield value


def _unflattened(value: Any) -> Any:
    """The value of JSON in which lists and objects hold places of the outermost list (devalue, Nuxt 3); else as it is.

    The same object may then stand in several places.
    """
    if not (isinstance(value, list) and len(value) > 2 and isinstance(value[0], dict | list) and value[0]):
        return value
    first = value[0].values() if isinstance(value[0], dict) else value[0]
    if not all(type(place) is int or place in _WRAPPED for place in first):
        return value
    made: dict[int, Any] = {}
    for place, item in enumerate(value):
        is_date = isinstance(item, list) and item[:1] == ["Date"]
        made[place] = {} if isinstance(item, dict) else item[-1] if is_date else [] if isinstance(item, list) else item
    for place, item in enumerate(value):
        if isinstance(item, dict):
            made[place].update({key: made.get(at) if type(at) is int else at for key, at in item.items()})
        elif isinstance(item, list) and isinstance(made[place], list):
            is_wrapped = bool(item) and isinstance(item[0], str) and item[0] in _WRAPPED
            made[place] += [made.get(at) if type(at) is int else at for at in item[is_wrapped:]]
    return made[0]


def _lists(value: Any) -> Iterator[list[Any]]:
    """The lists of objects in a JSON value, and the objects of objects; each once, none that is called a page's
    furniture.
    """
    waiting = [(value, 0)]
    seen: set[int] = set()
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, str):
            value = _nested(value)
        if not isinstance(value, dict | list) or id(value) in seen or depth > _MAX_DEPTH:
            continue
        seen.add(id(value))
        children = value if isinstance(value, list) else [*value.values()]
        objects = [child for child in children if isinstance(child, dict)]
        if len(objects) >= LEAST_POSTS:
            yield objects
        if isinstance(value, dict):
            children = [child for key, child in value.items() if not rule_of_name(key)]
        waiting += [(child, depth + 1) for child in reversed(children) if isinstance(child, dict | list | str)]


def _nested(text: str) -> Any:
    """The value of a text that is JSON itself; None for others."""
    if len(text) < _LEAST_NESTED or text[0] not in "{[" or text[-1] not in "}]":
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_night(updates: list[Update]) -> bool:
    """Whether these may be the posts of one live blog."""
    if len(updates) < LEAST_POSTS or sum(len(update.body) for update in updates) < _LEAST_WORDS * len(updates):
        return False
    moments = sorted(map(_moment, updates))
    middle = moments[len(moments) // 2]
    outside = sum(abs(moment - middle) > LONGEST_NIGHT for moment in moments)
    return outside <= _MOST_OUTSIDE * len(moments)


def _moment(update: Update) -> datetime:
    moment = datetime.fromisoformat(update.published)
    return (
        moment.astimezone(UTC).replace(tzinfo=None)
        if moment.tzinfo and 1 < moment.year < 9999
        else (moment.replace(tzinfo=None))
    )


# One post


@dataclass(frozen=True, slots=True)
class _Field:
    """A value in a post: the key it has, and what kinds of things this key and those around it are called."""

    key: str
    kinds: frozenset[str]
    around: frozenset[str]
    depth: int
    value: Any


def _fields(item: Object) -> list[_Field]:
    """The values of a post, the outermost first. What is inside of lists is not looked at."""
    found: list[_Field] = []
    waiting: list[tuple[Object, frozenset[str], int]] = [(item, frozenset(), 0)]
    for outer, around, depth in waiting:
        for key, value in outer.items():
            if len(found) >= _MAX_FIELDS:
                return found
            if value is None or value == "":
                continue
            kinds = kinds_of(key)
            found.append(_Field(key, kinds, around, depth, value))
            if isinstance(value, dict) and depth < _FIELD_DEPTH and not rule_of_name(key):
                waiting.append((value, around | kinds, depth + 1))
    return found


def _update(item: Object) -> Update | None:
    """The post that an object is; None for one without time or words."""
    fields = _fields(item)
    told = [field for field in fields if _ASIDE.isdisjoint(field.kinds | field.around)]
    published = _time(told, is_change=False) or _time(told, is_change=True)
    if not published:
        return None
    body, is_html = _body(told)
    body, headline = whole(body), whole(_headline(told))
    if not body and not headline:
        return None
    modified = _time(told, is_change=True)
    return Update(
        identifier=whole(_identifier(item)),
        url=next((whole(f.value) for f in told if f.key in ("url", "link", "permalink") and _is_url(f.value)), ""),
        published=published,
        modified=modified if modified != published else "",
        headline="" if _begins(headline, plain(body) if is_html else body) else headline,
        body=body,
        is_html=is_html,
        author=_author(fields),
    )


def _time(fields: list[_Field], *, is_change: bool) -> str:
    """The time of publication, or of the last change: what is called so most plainly, nearest to the post itself."""
    best, rank = "", (True, _FIELD_DEPTH + 1)
    for field in fields:
        kinds = field.kinds if field.kinds & {"publication", "change"} else field.kinds | field.around
        if ("change" in kinds) is not is_change or kinds.isdisjoint({"time", "change", "publication"}):
            continue
        if isinstance(field.value, bool) or not isinstance(field.value, str | int | float):
            continue
        mine = "publication" not in kinds, field.depth
        if mine < rank and (value := iso_of(str(field.value))):
            best, rank = value, mine
    return best


def _body(fields: list[_Field]) -> tuple[str, bool]:
    """The words of a post and whether they are HTML: the longest text that is called its body, else its abstract."""
    for kind, depth in (("body", _FIELD_DEPTH), ("abstract", 1)):
        called = [field for field in fields if kind in field.kinds and field.depth <= depth]
        texts = [_text(field.value) for field in called if "title" not in field.around]
        best = max(texts, key=lambda text: (len(plain(text[0])), text[1]), default=("", False))
        if best[0].strip():
            return best
    return "", False


def _text(value: Any) -> tuple[str, bool]:
    """What a value says, and whether it is HTML; nothing for a number, an address, a time."""
    if isinstance(value, str):
        value = _nested(value) or value
    if isinstance(value, dict | list):
        return _Blocks().written(value), True
    if not isinstance(value, str) or _is_url(value) or iso_of(value):
        return "", False
    return body_of(value)


def _headline(fields: list[_Field]) -> str:
    found = [
        (field.depth, field.value)
        for field in fields
        if isinstance(field.value, str) and "title" in field.kinds | field.around and not _is_url(field.value)
    ]
    return plain(min(found, key=lambda each: each[0])[1]) if found else ""


def _begins(headline: str, body: str) -> bool:
    """Whether a headline is only the beginning of the body."""
    return bool(headline) and " ".join(body.split()).startswith(headline.rstrip(".… "))


def _author(fields: list[_Field]) -> str:
    for field in fields:
        if "author" not in field.kinds:
            continue
        named = field.value
        if isinstance(named, dict):
            named = next((named[key] for key in _NAMED if isinstance(named.get(key), str)), "")
        name = name_of(named)
        if name:
            return name
    return ""


def _identifier(item: Object) -> str:
    for key in _IDENTIFIERS:
        value = item.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and value:
            return str(value)[:200]
    return ""


def _is_url(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://", "/", "#"))


class _Blocks:
    """Writes a body that is a tree of blocks (paragraphs, lists, runs) as HTML; a huge one as far as it goes."""

    def __init__(self) -> None:
        self.left = _MAX_NODES

    def written(self, value: Any, depth: int = 0) -> str:
        """The HTML of a block, a run of text or a list of either."""
        self.left -= 1
        if self.left < 0 or depth > _MAX_DEPTH:
            return ""
        if isinstance(value, str):
            return value if _TAG.search(value) else html.escape(html.unescape(value), quote=False)
        if isinstance(value, list):
            texts = [item for item in value if isinstance(item, str)]
            if texts and len(texts) == len(value):
                return "".join(f"<p>{self.written(text)}</p>" for text in texts)
            return "".join(self.written(item, depth + 1) for item in value)
        return self._block(value, depth) if isinstance(value, dict) else ""

    def _block(self, block: Object, depth: int) -> str:
        called = frozenset(
            word for name in _TYPES if isinstance(kind := block.get(name), str) for word in words_of(kind)
        )
        inner = ""
        for key, value in block.items():
            if "body" in kinds_of(key) or key in ("children", "items", "data", "props", "attrs", "nodes", "blocks"):
                inner += self.written(value, depth + 1)
        if not inner or called & {"text", "span", "link", "a", "bold", "strong", "em", "italic", "mark", "softbreak"}:
            return inner
        if "children" not in block and not called and depth > 2:
            return inner
        for tag, names in _BLOCK_TAGS.items():
            if called & names:
                return f"<{tag}>{inner}</{tag}>"
        return f"<p>{inner}</p>" if not _BLOCK.match(inner) else f"<div>{inner}</div>"


_BLOCK_TAGS = {
    "li": frozenset({"li", "item", "listitem"}),
    "ul": frozenset({"ul", "ol", "list", "bullet", "ordered"}),
    "blockquote": frozenset({"quote", "blockquote"}),
    "h3": frozenset({"heading", "title", "h1", "h2", "h3", "h4"}),
}
_BLOCK = re.compile(r"\s*<(?:p|div|ul|ol|li|blockquote|h\d|table)\b", re.I)
