"""Where words are quoted: stretches between quotation marks, words set apart, and posts of social networks.

A *quotation* is a stretch of the document; whether somebody said it, and who, is for ``quotes`` to tell.
All marks are read: « », “ ”, straight ones, „ “, »reversed«, ‹ ›, ‚ ‘, and single marks where the
language uses
them (``quotes.single_marks``), told from apostrophes. A quotation may hold others, may run over several
paragraphs,
reopened at each or not, and may never be closed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from minutier.document import Document, Entry, Mark, MarkKind
from minutier.extract.folding import fold
from minutier.extract.lexicon import Lexicon, lexicon
from minutier.languages import Language, language

QuotationKind = Literal["marks", "block", "post"]

_DEEPEST = 4  # quotations inside one another
_MOST_SIGNS = 60  # marks between the one that opens and the one that closes

LONGEST = 6000
"""Characters after which a mark that has not been closed is taken to be stray."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` with its marks; ``text[inner_start:inner_end]`` the words.

    ``parts`` are the paragraphs of the words, reopening marks left out. ``signature`` is where the
    author of a post
    is named, handle left out; ``handle`` where the handle is. ``is_closed`` is False when the mark that
    closes is missing.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    kind: QuotationKind = "marks"
    parts: tuple[tuple[int, int], ...] = ()
    is_closed: bool = True
    signature: tuple[int, int] | None = None
    handle: tuple[int, int] | None = None

    @property
    def is_post(self) -> bool:
        """Whether it is a post of a social network reproduced in the entry."""
        return self.kind == "post"


def quoted_words(text: str, quotation: Quotation) -> str:
    """The words of a quotation: its paragraphs without the marks that reopen them, joined by a blank line.

    For a quotation of one paragraph this is ``text[inner_start:inner_end]``, character for character.
    """
    if len(quotation.parts) <= 1:
        return text[quotation.inner_start : quotation.inner_end]
    return "\n\n".join(text[start:end] for start, end in quotation.parts)


# ── marks ─────────────────────────────────────────────────────────────────────────────────────────

_FAMILIES = {
    "«": "»",
    "“": "”",
    "„": "“",
    '"': '"',
    "‘": "’",
    "'": "'",
    "»": "«",
    "‹": "›",
    "‚": "‘",
    "”": "”",
}
_SPACES = " \t\u00a0\u202f\u2009\n"
_OPENS_AFTER = _SPACES + "([{—–-:/'’«“\"‘>•"
_SINGLE_MARKS = r"|(?<![\w'’])[‘'](?=[\w\[(¿¡…])(?!ELIDED)|(?<=[\w.,!?…\])%-])['’](?!\w)"
_LINE = re.compile(r"[^\n]+")
_LINK = re.compile(r"(?:pic\.twitter\.com/|https?://|t\.co/)\S{1,80}$")


class _Sign(NamedTuple):
    offset: int
    mark: str
    can_open: bool
    can_close: bool


@cache
def _signs(code: str) -> re.Pattern[str]:
    section = language(code)["quotes"]
    elided = "|".join(str(section.get("elided") or "").split())
    single = _SINGLE_MARKS.replace("(?!ELIDED)", rf"(?!(?:{elided})\b)" if elided else "")
    return re.compile(r"[«»“”„\"‹›‚]" + (single if section.get("single_marks") else ""))


def find_quotations(document: Document, entries: Sequence[Entry], language: Language) -> list[Quotation]:
    """The quotations of the entries, in order, never nested: marks inside a quotation belong to it."""
    found: list[Quotation] = []
    text = document.text
    blocks = document.marks_of(MarkKind.POST, MarkKind.BLOCKQUOTE)
    for entry in sorted(entries, key=lambda e: e.char_start):
        apart = list(_set_apart(text, entry, blocks, language))
        position = entry.char_start
        for block in apart:
            found.extend(_between_marks(text, position, block.start, language))
            found.append(block)
            position = block.end
        found.extend(_between_marks(text, position, entry.char_end, language))
    return found


def _between_marks(text: str, start: int, end: int, language: Language) -> Iterator[Quotation]:
    """The quotations in marks inside ``text[start:end]``."""
    signs = [_sign(text, m.start(), start) for m in _signs(language.code).finditer(text, start, end)]
    index = 0
    while index < len(signs):
        sign = signs[index]
        if not sign.can_open or _is_measure(text, sign, start):
            index += 1
            continue
        close, reopened = _closing(text, signs, index, end)
        if close is not None:
            quotation = _quotation(text, sign.offset, signs[close].offset, signs[close].offset + 1, reopened)
            index = close + 1
        else:
            stop = _unclosed_end(text, signs, index, end, language)
            reopened = []
            while (
                stop
                and len(reopened) < _MOST_SIGNS
                and (again := _reopens(text, signs, index + len(reopened) + 1, stop, end))
            ):
                further = _unclosed_end(text, signs, index + len(reopened) + 1, end, language)
                if not further:
                    break
                reopened.append(again.offset)
                stop = further
            quotation = _quotation(text, sign.offset, stop, stop, reopened, is_closed=False) if stop else None
            index += 1
            while quotation is not None and index < len(signs) and signs[index].offset < stop:
                index += 1
        if quotation is not None:
            yield quotation


def _sign(text: str, offset: int, floor: int) -> _Sign:
    """What a mark can do where it stands."""
    mark = text[offset]
    before = text[offset - 1] if offset > floor else "\n"
    after = text[offset + 1 : offset + 2] or "\n"
    outward = before in _OPENS_AFTER and after not in _SPACES
    inward = before not in _SPACES
    if mark in "«„‹‚‘":
        return _Sign(
            offset,
            mark,
            not (mark == "«" and inward and before.isalnum() and after in _SPACES and before != "'"),
            mark in "«‘",
        )
    if mark in "»›":
        return _Sign(offset, mark, mark == "»" and outward and before in " \n(" and after.isalnum(), True)
    if mark == "“":
        return _Sign(offset, mark, before in _OPENS_AFTER or not inward, True)
    if mark == "”":
        return _Sign(offset, mark, outward and after.isalnum() and before in " \n(", True)
    if mark == '"':
        return _Sign(offset, mark, before in _OPENS_AFTER, inward or after in _SPACES or not after.isalnum())
    return _Sign(offset, mark, outward, inward)


def _is_measure(text: str, sign: _Sign, floor: int) -> bool:
    """A straight mark after a figure: inches, seconds."""
    return sign.mark in "\"'" and sign.offset > floor and text[sign.offset - 1].isdigit()


def _closing(text: str, signs: list[_Sign], index: int, end: int) -> tuple[int | None, list[int]]:
    """Place among ``signs`` of the mark that closes the one at ``index``, and offsets of the marks that
    reopen."""
    opening = signs[index]
    closer = _FAMILIES[opening.mark]
    reopened: list[int] = []
    depth, nested, tentative = 1, 0, None
    line = opening.offset
    for at in range(index + 1, len(signs)):
        sign = signs[at]
        if sign.offset - opening.offset > LONGEST or at - index > _MOST_SIGNS:
            break
        crossed = text.find("\n", line, sign.offset) >= 0
        if crossed and tentative is not None:
            return tentative, reopened
        if crossed and depth == 1 and nested and opening.mark != "”":
            return None, []
        line = sign.offset
        if crossed and sign.mark == opening.mark and _heads_line(text, sign.offset):
            if depth > 1:
                return None, []
            if _is_complete(text, opening.offset, sign.offset):
                reopened.append(sign.offset)
                continue
            return None, []
        closes = (
            sign.mark == closer
            or (opening.mark == "“" and sign.mark == "“" and not sign.can_open)
            or (opening.mark == "„" and sign.mark == "”")
        )
        if closes and sign.can_close and (opening.mark not in "\"'" or depth == 1):
            if opening.mark in "‘'" and _is_plural_possessive(text, sign.offset):
                tentative = at if tentative is None else tentative
                continue
            if opening.mark == '"' and sign.can_open and crossed:
                return None, []
            depth -= 1
            if depth == 0:
                return at, reopened
        elif sign.mark == opening.mark and sign.can_open:
            if crossed or opening.mark in "\"'":
                return (tentative, reopened) if tentative is not None else (None, [])
            depth += 1
            nested += 1
            if depth > _DEEPEST:
                return None, []
    return tentative, reopened if tentative is not None else []


def _reopens(text: str, signs: list[_Sign], index: int, stop: int, end: int) -> _Sign | None:
    """The mark that opens the paragraph after ``stop`` and is not closed either."""
    if index >= len(signs) or text[stop : signs[index].offset].strip() or signs[index].mark not in _FAMILIES:
        return None
    sign = signs[index]
    return sign if _heads_line(text, sign.offset) and _closing(text, signs, index, end)[0] is None else None


def _is_complete(text: str, start: int, end: int) -> bool:
    """Whether a paragraph left open ends as a paragraph of speech does, so that the next mark reopens it."""
    return text[start:end].rstrip()[-1:] not in ("", ":")


def _heads_line(text: str, offset: int) -> bool:
    while offset and text[offset - 1] in " \t\u00a0":
        offset -= 1
    return offset == 0 or text[offset - 1] == "\n"


def _is_plural_possessive(text: str, offset: int) -> bool:
    """*the voters’ choice*: an apostrophe after an s, before a word in lower case."""
    return text[offset - 1] in "sS" and text[offset + 1 : offset + 2] == " " and text[offset + 2 : offset + 3].islower()


def _unclosed_end(text: str, signs: Sequence[_Sign], index: int, end: int, language: Language) -> int:
    """Where a quotation that nothing closes ends: at its incise, or with its paragraph.

    0 when the mark is stray: one that closes, a single one, one which another quotation follows on its line.
    """
    sign = signs[index]
    if sign.mark in "'‘”»":
        return 0
    stop = text.find("\n", sign.offset, min(end, sign.offset + LONGEST))
    stop = min(end, sign.offset + LONGEST) if stop < 0 else stop
    following = next((s.offset for s in signs[index + 1 : index + 8] if s.can_open), stop)
    narration = incise(text, sign.offset, min(following, stop), language.code)
    if narration is not None:
        return narration[0]
    if following < stop:
        return 0
    while stop > sign.offset and text[stop - 1] in _SPACES:
        stop -= 1
    return stop if len(text[sign.offset + 1 : stop].split(None, 3)) >= 3 else 0


_AFTER_COMMA = re.compile(r"[,!?…]\s(?=(\w+)(-\w+(?:-\w+)?|\s(?:[A-ZÀ-ÖØ-Þ]|(?P<article>\w{1,4}['’]?)[ \w]))?)")


_HAS_SAID = re.compile(
    r",[ \u00a0]([a-zà-ÿ]{1,8})[ \u00a0]([a-zà-ÿ]{3,20})[ \u00a0](?:(?P<article>[a-zà-ÿ]{1,3}[ \u00a0’'])|[A-ZÀ-Ý])"
)
"""A comma, an auxiliary, a participle and what may be their subject: *, a déclaré X*, *, a dit le maire*."""


def _is_said(told: re.Match[str], words: Lexicon) -> bool:
    """Whether an auxiliary and a participle are those of a verb of speech, before a name or a definite article."""
    is_speech = words.tags.get(told[1]) == "A" and words.tags.get(told[2]) in ("T", "V")
    article = (told["article"] or "").strip().replace("’", "'")
    return is_speech and (not article or article in words.definite)


def incise(text: str, start: int, end: int, code: str) -> tuple[int, int] | None:
    """Where narration begins inside words quoted: ``, regrette Untel``, ``, a-t-il dit``, ``, a dit le maire``,
    ``, said Jones``.

    Gives the offsets of the comma and of the verb, or None.
    """
    words = lexicon(code)
    for match in _AFTER_COMMA.finditer(text, start, end):
        told = _HAS_SAID.match(text, match.start(), end)
        if told is not None and _is_said(told, words):
            return match.start(), told.start(1)
        verb, follower = match[1].lower(), match[2] or ""
        if follower.startswith("-"):
            pronoun = follower.rpartition("-")[2]
            if pronoun in words.inverted and (words.tags.get(verb) in ("V", "A") or follower.startswith("-t-")):
                return match.start(), match.end()
        elif follower and words.tags.get(verb) == "V" and match[1][0].islower():
            article = match["article"]
            if article is None or article.replace("’", "'") in words.definite:
                return match.start(), match.end()
    return None


def _quotation(
    text: str, start: int, inner_end: int, end: int, reopened: Sequence[int], is_closed: bool = True
) -> Quotation | None:
    """The quotation whose opening mark is at ``start`` and whose words end at ``inner_end``; None when
    empty."""
    cuts = [start, *reopened]
    parts: list[tuple[int, int]] = []
    for cut, limit in zip(cuts, [*reopened, inner_end], strict=True):
        for line in _LINE.finditer(text, cut + 1, limit):
            part = _trimmed(text, line.start(), line.end())
            if part[0] < part[1]:
                parts.append(part)
    if not parts:
        return None
    last = parts[-1]
    parts[-1] = (last[0], _without_trailing(text, *last) or last[1])
    return Quotation(start, end, parts[0][0], parts[-1][1], "marks", tuple(parts), is_closed)


def _without_trailing(text: str, start: int, end: int) -> int:
    """Where words end without the commas, spaces and links that follow them; 0 when nothing else is there."""
    while end > start:
        if text[end - 1] in ",;" or text[end - 1].isspace():
            end -= 1
        elif link := _LINK.search(text, max(start, end - 100), end):
            end = link.start()
        else:
            return end
    return 0


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] == "\u00a0"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\u00a0"):
        end -= 1
    return start, end


# ── words set apart by the source ─────────────────────────────────────────────────────────────────

_SIGNATURE = re.compile(
    r"(?<!\w)[—–―-]{1,2}[ \u00a0]?"
    r"(?:(?P<name>[^\n()@—]{2,60}?)[ \u00a0]?\((?P<handle>@\w{1,30})\)|(?P<alone>@\w{1,30}))"
)
"""Who signs a post: a name with a handle, or a handle alone."""
_HEADED = re.compile(
    r"^(?P<name>[^\W\d_a-zà-ÿ][\w’'.-]*(?:[ \u00a0](?:[a-zà-ÿ]{1,3}[ \u00a0])?[^\W\d_a-zà-ÿ][\w’'.-]*){0,4})"
    r"(?:[ \u00a0]?\n|[ \u00a0])(?P<handle>@\w{1,30})[ \u00a0]?\n",
    re.MULTILINE,
)
"""Whose a post is, in the lines above it, as when it is copied from a page: a name, and a handle that ends its line."""

_HANDLED = re.compile(r"^(?P<alone>@\w{1,30})[ \u00a0]?:[ \u00a0](?P<words>[^\n]+)$", re.MULTILINE)
"""A post in a line, behind the account that wrote it: *@jo: What a night*."""

_AUTHOR = re.compile(r"(?:[—–―]|--)[ \u00a0]?(?P<name>[^\n,()@—]{2,60}?)[ \u00a0]?(?:[,(][^\n]{0,80})?")
"""The last line of words set apart, when it says whose they are: *— Mary Small, in Hull*."""
_NAMED = re.compile(
    r"(?P<name>[^\W\d_a-zà-ÿ][\w’'-]+(?:[ \u00a0](?:[a-zà-ÿ]{1,3}[ \u00a0])?[^\W\d_a-zà-ÿ][\w’'-]+){1,3})"
    r"(?:[ \u00a0]?[,(][^\n.!?»”\"]{2,80})?"
)
"""The same without a dash: a name and no more than who he is, *Mary Small, the mayor of Hull*."""


@cache
def _post_date(code: str) -> re.Pattern[str]:
    """The date, address or time that may follow the signature of a post."""
    clock = language(code)["clock"]
    named = {str(name) for names in (clock.get("months") or {}).values() for name in names}
    months = "|".join(map(re.escape, sorted(named, key=lambda name: (-len(name), name)))) or "(?!)"
    before, ordinals, joints = (
        "|".join(re.escape(str(w)) for w in clock.get(key) or ()) or "(?!)"
        for key in ("before_date", "ordinals", "date_time_joints")
    )
    return re.compile(
        rf"[ \u00a0,·]{{0,3}}(?:(?:(?:{before}) )?\d{{1,2}}(?:{ordinals})?\.? (?:{months})\.?(?: \d{{4}})?"
        rf"|(?:{months})\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
        rf"(?:(?:[ ,·]|{joints}){{1,4}}\d{{1,2}}[:h]\d{{2}})?(?: https?://\S{{1,80}})?",
        re.IGNORECASE,
    )


def _set_apart(text: str, entry: Entry, blocks: Sequence[Mark], language: Language) -> Iterator[Quotation]:
    """Posts and block quotes that the markup tells, and posts told by their signature, in order."""
    position = entry.char_start
    starts = [b.start for b in blocks]
    inside = (
        [
            b
            for b in blocks[max(0, bisect_right(starts, entry.char_start) - 1) :]
            if entry.char_start <= b.start and b.end <= entry.char_end
        ]
        if blocks
        else []
    )
    has_handles = "@" in text[entry.char_start : entry.char_end]
    signatures = _SIGNATURE.finditer(text, entry.char_start, entry.char_end) if has_handles else ()
    pending = [s for s in signatures if s["name"] or _post_date(language.code).match(text, s.end())]
    if has_handles:
        headed = _HEADED.finditer(text, entry.char_start, entry.char_end)
        handled = _HANDLED.finditer(text, entry.char_start, entry.char_end)
        pending = sorted([*pending, *headed, *handled], key=lambda match: match.start())
    for mark in [*inside, None]:
        limit = mark.start if mark is not None else entry.char_end
        for match in pending:
            if position <= match.start() < limit:
                read = {_HEADED: _headed, _HANDLED: _handled}.get(match.re, _signed)
                post = read(text, match, position, limit, language)
                if post is not None:
                    yield post
                    position = post.end
        if mark is None or mark.start < position:
            continue
        quotation = _marked(text, mark, language)
        if quotation is not None:
            yield quotation
            position = quotation.end


def _signed(text: str, match: re.Match[str], floor: int, limit: int, language: Language) -> Quotation | None:
    """A post in plain text: ``words — Name (@handle) date``, its introduction left out."""
    line = max(floor, text.rfind("\n", floor, match.start()) + 1)
    start, end = _trimmed(text, line, match.start())
    if start >= end:  # the words stand in the paragraph before
        line = max(floor, text.rfind("\n", floor, line - 1) + 1) if line > floor else floor
        start, end = _trimmed(text, line, match.start())
    opening = _after_introduction(text, start, end, language)
    if (
        opening > start
        and match["name"] is not None
        and _tells_of_another(text[start:opening], match["name"], language)
    ):
        opening = start
    return _post(text, opening, end, match, limit, language)


def _tells_of_another(introduction: str, name: str, language: Language) -> bool:
    """Whether a clause before a colon opens with somebody or something else than who signs: *Hull shows the way: … —
    Ann Small (@annsmall)*."""
    words = re.findall(r"[^\W\d_][\w’'-]*", introduction)
    known = lexicon(language.code)
    if len(words) < 2 or not words[0][0].isupper() or words[0].lower() in known.tags or words[0].lower() in known.nouns:
        return False
    if any(known.tags.get(word.lower()) in ("r", "h", "T") or word.lower() in known.nouns for word in words):
        return False
    named = fold(name).split()
    return not any(fold(word) in named for word in words)


def _headed(text: str, match: re.Match[str], floor: int, limit: int, language: Language) -> Quotation | None:
    """A post in plain text under the lines that tell whose it is: its paragraph, up to the line of its date."""
    date, parts, end, reached = _post_date(language.code), [], match.end(), match.end()
    for line in _LINE.finditer(text, match.end(), limit):
        part = _trimmed(text, *line.span())
        if line.start() > reached + 1 or part[0] >= part[1]:
            break  # behind a blank line stands something else
        end, reached = part[1], line.end()
        if date.fullmatch(text, *part):
            break
        parts.append(_without_marks(text, *part))
        if len(parts) == 1 and parts[0] != part:
            break  # behind words in marks whoever writes goes on
    if not parts:
        return None
    return Quotation(
        match.start(), end, parts[0][0], parts[-1][1], "post", tuple(parts), True,
        match.span("name"), match.span("handle"),
    )  # fmt: skip


def _handled(text: str, match: re.Match[str], floor: int, limit: int, language: Language) -> Quotation | None:
    """A post in a line, behind the account that wrote it."""
    start, end = _without_marks(text, *_trimmed(text, *match.span("words")))
    if match.start() < floor or match.end() > limit or start >= end:
        return None
    end = _without_trailing(text, start, end) or end
    handle = match.span("alone")
    return Quotation(match.start(), match.end(), start, end, "post", ((start, end),), True, handle, handle)


def _after_introduction(text: str, start: int, end: int, language: Language) -> int:
    """Where a post begins on a line which first says whose it is: ``The Ukip leader has spoken: If …``."""
    words = lexicon(language.code)
    posting = str(language["quotes"].get("posting") or "").split()
    for found in islice(_COLON.finditer(text, start, min(end, start + _LONGEST_INTRODUCTION)), 3):
        opening = max(text.rfind(stop, start, found.start()) for stop in (". ", "! ", "? ", "… "))
        said = text[max(start, opening) : found.start()].lower().split()
        is_enclosed = _without_marks(text, *_trimmed(text, found.end(), end))[0] > found.end()
        if is_enclosed or (opening >= 0 and set(posting) & set(said)):
            return found.end() if found.end() < end else start
    colon = _COLON.search(text, start, min(end, start + 100))
    if not colon or colon.end() >= end:
        return start
    introduction = [word.lower() for word in re.findall(r"[^\W\d_]+", text[start : colon.start()])]
    first_person = set(str(language["quotes"].get("first_person") or "").split()) & set(introduction)
    if first_person or _calls_upon(introduction, words) or re.search(r"[.!?…]\s", text[start : colon.start()]):
        return start
    for word in introduction:
        if words.tags.get(word, "x") in "VTr" or word in words.nouns or "twe" in word or "twi" in word:
            return colon.end()
    return start


_COLON = re.compile(r"[ \u00a0]?:\s")
_LONGEST_INTRODUCTION = 300
"""Characters of the sentences that may stand before a post on its line."""


def _calls_upon(introduction: list[str], words: Lexicon) -> bool:
    """Whether the words before a colon only name those who are addressed: *Socialistes, écologistes : tous unis*."""
    named = [word for word in introduction if words.tags.get(word) != "c"]
    return len(named) > 1 and all(word in words.nouns for word in named) and "g" in map(words.nouns.get, named)


def _post(text: str, start: int, end: int, match: re.Match[str], limit: int, language: Language) -> Quotation | None:
    date = _post_date(language.code).match(text, match.end(), limit)
    stop = date.end() if date else match.end()
    parts = [
        part
        for line in re.finditer(r"[^\n]+", text[start:end])
        if (part := _trimmed(text, start + line.start(), start + line.end()))[0] < part[1]
    ]
    if not parts:
        return None
    first, last = parts[-1]
    bare = _without_trailing(text, first, last)
    if bare:
        parts[-1] = (first, bare)
    elif len(parts) > 1:
        parts.pop()
    if len(parts) == 1:
        parts[0] = _without_marks(text, *parts[0])
    return Quotation(
        start, max(stop, end), parts[0][0], parts[-1][1], "post", tuple(parts), True,
        match.span("name" if match["name"] else "alone"), match.span("handle" if match["name"] else "alone"),
    )  # fmt: skip


def _marked(text: str, mark: Mark, language: Language) -> Quotation | None:
    """A post or a block quote told by the markup."""
    start, end = _trimmed(text, mark.start, mark.end)
    if start >= end:
        return None
    signature = None
    for signature in _SIGNATURE.finditer(text, start, end):  # noqa: B007 - the last one signs
        pass
    if signature is not None:
        post = _post(text, start, _trimmed(text, start, signature.start())[1], signature, end, language)
        if post is not None:
            return Quotation(
                start, end, post.inner_start, post.inner_end, "post", post.parts, True,
                post.signature, post.handle,
            )  # fmt: skip
    parts = tuple(
        part
        for line in re.finditer(r"[^\n]+", text[start:end])
        if (part := _trimmed(text, start + line.start(), start + line.end()))[0] < part[1]
    )
    if len(parts) > 1 and text[parts[0][1] - 1] == ":" and parts[0][1] - parts[0][0] < _LONGEST_INTRODUCTION:
        start, parts = parts[1][0], parts[1:]  # *The Greens posted this:*, set apart with the words
    bottom = parts[-1] if len(parts) > 1 else (0, 0)
    author = _AUTHOR.fullmatch(text, *bottom) or _NAMED.fullmatch(text, *bottom)
    if author is not None and not author["name"][0].isupper():
        author = None
    if author is not None:
        parts = parts[:-1]
    if len(parts) == 1:
        parts = (_without_marks(text, *parts[0]),)
    else:
        parts = tuple((s + 1, e) if text[s] in '«“"„' else (s, e) for s, e in parts)
        first, last = parts[-1]
        if text[last - 1] in '»”"':
            parts = (*parts[:-1], _trimmed(text, first, last - 1))
        parts = tuple(_trimmed(text, s, e) for s, e in parts)
    kind: QuotationKind = "post" if mark.kind == MarkKind.POST else "block"
    return Quotation(
        start, end, parts[0][0], parts[-1][1], kind, parts, signature=author.span("name") if author else None
    )


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Words set apart, out of the quotation marks that enclose the whole of them."""
    if end - start > 2 and text[start] in '«“"„‘' and text[end - 1] in '»”"“’':
        inside = text[start + 1 : end - 1]
        is_pair = _FAMILIES.get(text[start]) == text[end - 1] != text[start]  # *« les "amis" du maire »*
        if not any(c in inside for c in (text[start] + text[end - 1] if is_pair else '«»“”„"')):
            return _trimmed(text, start + 1, end - 1)
    return start, end
