"""Lines that are not part of the chronicle, by named rules: the ``boilerplate`` section of each language
file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ahocorasick_rs import AhoCorasick

from minutier.languages import available, language
from minutier.languages.dates import fold

LONGEST = 200
"""Longer lines say something."""

_PIECE = 1 << 20
"""Characters looked through at once: the search keeps eight bytes for each."""

SEPARATOR = "separator"
LABEL = "label"
PAGE = "page"
MASTHEAD = "masthead"
MENU = "menu"
CLOSING = "closing"
LIVE_CLOSED = "live_closed"
DATELINE = "dateline"
SHARE = "share"
READ_ALSO = "read_also"
"""Names of rules that are asked for: what parts posts, a label below the title of its post, headers and footers of
pages, a newspaper's name and its sections at the top of a page, what closes a page, what says that the live blog is
over, when it or a post was published or changed, what shares a post, what leads to other articles.
"""

Places = list[tuple[int, int]]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_COUNT = r"\d{1,9}[km]?"  # of shares, of comments
_FIRST = re.compile(rf"[^\w\n]{{0,8}}(?:(?:{_COUNT}[.,\s]){{1,3}}\s?)?([^\W\d_]+)", re.IGNORECASE)
_AROUND = re.compile(r"^\W+|\W+$")
_IS_COUNT = re.compile(_COUNT)
_AROUND_FRAME = " .…[]()"
_PAUSE = frozenset(",;:")
_LONGEST_NAME = 6  # words
_LONGEST_SIGNATURE = 60  # characters
_BETWEEN_SECTIONS = re.compile(r"\s*[|•·>/]\s*|\t|[ \u00a0]{2,}")
_ENDS_SENTENCE = re.compile(r"[.!?:;…»”]|\d")
_FEWEST_SECTIONS = 3  # in a menu
_LONGEST_MASTHEAD = 60
_LINKS = 3  # the most titles of other articles below a line that announces them
_NO_LINK = re.compile(r"^\s*\d|[.!?…]\s*$")  # a label of time, a sentence
_AROUND_HEADING = " :.…!•-–—>|()*#[]_"
_NUMBERS = re.compile(r"\d+")
_FEWEST_PRICES = 3  # numbers of a line of prices, or of the weather
_TOP = 3  # the most lines above a menu
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def plain(text: str) -> str:
    """The text folded, in lower case, single spaces."""
    return " ".join(fold(text).lower().split())


@dataclass(frozen=True)
class Rules:
    """The rules of a language and the other languages: a page's furniture may be in any of them."""

    starts: dict[str, list[tuple[str, str]]]  # first word → (phrase, rule)
    signs: list[tuple[str, str]]  # phrases that begin with a sign, and their rules
    first_signs: str
    frames: dict[str, list[tuple[str, str, str]]]  # first word → (phrase, one further on, rule)
    vocabularies: list[tuple[str, frozenset[str], frozenset[str]]]  # rule, words allowed, words needed
    openers: frozenset[str]  # the words of all vocabularies
    signed: frozenset[str]  # first words of a signature that stands on the line of the buttons
    sections: frozenset[str]  # of newspapers
    section_openers: frozenset[str]  # their first words
    lines: dict[str, str]  # whole lines without the signs around them → rule
    line_openers: frozenset[str]  # their first words
    link_heads: frozenset[str]  # phrases that announce the titles of other articles
    page_number: re.Pattern[str]  # a line that is one: groups page, number, last
    closing: tuple[str, ...]
    pinned: tuple[str, ...]
    pinned_marks: tuple[str, ...]  # with their accents, as `corrections`: they tell « actualisé » from « actualise »
    corrections: tuple[str, ...]
    correction_signs: tuple[str, ...]
    correction_sentences: tuple[str, ...]

    def flags(self, text: str) -> tuple[Places, ...]:
        """Where a text has `pinned_marks`, `corrections`, `correction_signs` and `correction_sentences`, as words:
        start and end, phrase by phrase.
        """
        groups = self._groups
        known = [phrase for group in groups for phrase in group]
        found: list[Places] = [[] for _ in known]
        longest = max(map(len, known), default=0) + 1
        for piece in range(0, len(text), _PIECE):
            begin = max(0, piece - 1)
            low = _lower(text[begin : piece + _PIECE + longest])
            for phrase, start, end in self._flagging.find_matches_as_indexes(low, overlapping=True):
                if piece <= start + begin < piece + _PIECE and _is_word(low, start, end):
                    found[phrase].append((start + begin, end + begin))
        told: list[Places] = []
        for group in groups:
            told.append([place for places in found[: len(group)] for place in places])
            del found[: len(group)]
        return tuple(told)

    @property
    def _groups(self) -> tuple[tuple[str, ...], ...]:
        return self.pinned_marks, self.corrections, self.correction_signs, self.correction_sentences

    @cached_property
    def _flagging(self) -> AhoCorasick:
        return AhoCorasick([phrase for group in self._groups for phrase in group])

    @cached_property
    def _first_words(self) -> frozenset[str]:
        """The words by which lines begin that may fall under a rule."""
        first = (self.line_openers, self.openers, self.signed, self.section_openers)
        return frozenset(self.starts).union(self.frames, *first)

    def rule_of(self, line: str) -> str:
        """The name of the rule that a line falls under; empty when there is none."""
        if len(line) > LONGEST:
            return ""
        opening = _FIRST.match(line)
        if opening is None:
            return "" if line[0].isalnum() or _LETTER_OR_DIGIT.search(line) else SEPARATOR if line.strip() else ""
        word = fold(opening[1]).lower()
        has_sign = (line if line[0] > " " else line.lstrip())[0] in self.first_signs
        if not has_sign and word not in self._first_words:
            return ""  # most lines
        if has_sign or word in self.starts:
            folded = plain(line)
            for phrase, rule in self.signs:
                if folded.startswith(phrase):
                    return rule
            folded = folded[re.match(r"\W*", folded).end() :]  # type: ignore[union-attr]
            for phrase, rule in self.starts.get(word, ()):
                if folded.startswith(phrase) and _ends_there(folded, phrase):
                    return rule
        if word in self.frames and (rule := self._by_frame(word, plain(line))):
            return rule
        if word in self.line_openers and (whole := self.lines.get(_AROUND.sub("", plain(line)))):
            return whole
        by_words = self._by_vocabulary(line) if word in self.openers else ""
        if not by_words and word in self.signed and "|" in line:
            by_words = self._below_signature(line)
        return by_words or (MENU if word in self.section_openers and self.is_menu(line) else "")

    def is_menu(self, line: str) -> bool:
        """Whether a line names a newspaper's sections, perhaps other pages among them: *Home | World | Log in*."""
        parts = _parts(line)
        apart = len(parts) > 1
        names = parts if apart else plain(line).split()
        known = sum(name in self.sections for name in names)
        if len(names) < _FEWEST_SECTIONS + (not apart) or known < (2 if apart else len(names)):
            return False
        return all(len(name.split()) <= _LONGEST_NAME for name in names)

    def is_masthead(self, line: str) -> bool:
        """Whether the first line of a page is a newspaper's name and a section of it: *THE COURIER | Politics*."""
        parts = _parts(line)
        is_short = len(line) <= _LONGEST_MASTHEAD and not _ENDS_SENTENCE.search(line)
        return is_short and len(parts) > 1 and not self.sections.isdisjoint(parts)

    def _by_frame(self, word: str, folded: str) -> str:
        """The rule of two phrases of a line, words between them, a name behind: *The post … appeared first on …*."""
        for phrase, further, rule in self.frames[word]:
            said, _, name = folded.strip(_AROUND_FRAME).partition(f" {further} ")
            is_name = 0 < len(name.split()) <= _LONGEST_NAME and _PAUSE.isdisjoint(name)
            if is_name and said.startswith(phrase) and len(said) > len(phrase):
                return rule
        return ""

    def _by_vocabulary(self, line: str) -> str:
        words: set[str] = set()
        for match in _WORD.finditer(line):
            word = fold(match[0]).lower()
            bare = word.strip("0123456789")  # « 12 partages3 commentaires »: two counters that nothing keeps apart
            if bare in self.openers:
                words.add(bare)
            elif not _IS_COUNT.fullmatch(word):
                return ""
        for rule, allowed, needed in self.vocabularies:
            if allowed.issuperset(words) and not needed.isdisjoint(words):
                return rule
        return ""

    def _below_signature(self, line: str) -> str:
        """The rule of what follows a signature on its line: *Posté par X | 14 commentaires | Tweeter*."""
        signature, _, rest = line.partition("|")
        if len(signature) > _LONGEST_SIGNATURE or _ENDS_SENTENCE.search(signature.strip()):
            return ""
        return self._by_vocabulary(rest)

    def heads_links(self, line: str) -> bool:
        """Whether a line only announces the titles of other articles, which follow: *READ MORE*."""
        return plain(line).strip(_AROUND_HEADING) in self.link_heads

    def is_closing(self, line: str) -> bool:
        """Whether a line says that what follows belongs to the page and not to the chronicle."""
        if not line.strip() or len(line) > 80:
            return False
        words = plain(line).strip(" :.…!•-–—>|()0123456789")
        return any(
            words == phrase or (words.startswith(phrase) and len(words) <= len(phrase) + 3) for phrase in self.closing
        )

    def is_pinned_title(self, line: str) -> bool:
        """Whether a line is the title of a summary: *L'essentiel*, *Key points*."""
        return len(line) <= 60 and plain(line).strip(" :.…!•->|*#[]()") in self.pinned

    def says_pinned(self, line: str) -> bool:
        """Whether a line begins by saying that it was pinned."""
        opening = line[:60].lower()
        return any(not any(map(str.isalnum, opening[:start])) for start, _ in self.flags(opening)[0])


def _is_word(low: str, start: int, end: int) -> bool:
    """Whether a phrase stands apart from the letters and digits around it; a sign at its beginning need not."""
    return not (low[start - 1 : start].isalnum() and low[start].isalnum()) and not low[end : end + 1].isalnum()


def _lower(text: str) -> str:
    """The text in lower case, each character in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _ends_there(folded: str, phrase: str) -> bool:
    """Whether the phrase ends with a word; a single word must be the whole line, *Publicité* but not
    *Publicité mensongère…*.
    """
    rest = folded[len(phrase) :]
    if phrase.isalpha():
        return not any(map(str.isalpha, rest))
    return not rest[:1].isalpha()


@cache
def rules(code: str) -> Rules:
    """The rules, the language's own first."""
    codes = [code, *(other for other in available() if other != code)]
    sections = [section for each in codes if (section := language(each)["boilerplate"])]
    starts: dict[str, list[tuple[str, str]]] = {}
    signs: list[tuple[str, str]] = []
    frames: dict[str, list[tuple[str, str, str]]] = {}
    vocabularies: list[tuple[str, frozenset[str], frozenset[str]]] = []
    lines: dict[str, str] = {}
    for name, rule in ((name, rule) for section in sections for name, rule in (section.get("rules") or {}).items()):
        for phrase in map(plain, rule.get("starts") or ()):
            word = _FIRST.match(phrase)
            if phrase[0].isalpha() and word:
                starts.setdefault(word[1], []).append((phrase, name))
            else:
                signs.append((phrase, name))
        for phrase, further in rule.get("frames") or ():
            word = _FIRST.match(plain(phrase))
            frames.setdefault(word[1] if word else "", []).append((plain(phrase), plain(further), name))
        for line in map(plain, rule.get("lines") or ()):
            lines.setdefault(line, name)
        if rule.get("words"):
            allowed = frozenset(map(plain, map(str, rule["words"])))
            vocabularies.append((name, allowed, frozenset(map(plain, rule["needs"]))))
    openers = frozenset[str]().union(*(allowed for _, allowed, _ in vocabularies))

    def phrases(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(plain(str(p)) for section in sections for p in section.get(key) or ()))

    def exact(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(p).lower() for section in sections for p in section.get(key) or ()))

    def listed(key: str) -> list[str]:
        return [str(word) for section in sections for word in section.get(key) or ()]

    names = frozenset(phrases("sections"))
    return Rules(
        starts=starts,
        signs=signs,
        frames=frames,
        first_signs="".join(sorted({phrase[0] for phrase, _ in signs})),
        vocabularies=vocabularies,
        openers=openers,
        signed=frozenset(phrases("signed")),
        sections=names,
        section_openers=frozenset(name.split()[0] for name in names),
        lines=lines,
        link_heads=frozenset(phrase for told in starts.values() for phrase, rule in told if rule == READ_ALSO),
        line_openers=frozenset(word[1] for line in lines if (word := _FIRST.match(line))),
        page_number=_page_number(*(map(re.escape, words) for words in (listed("page"), listed("of_pages")))),
        closing=phrases("closing"),
        pinned=phrases("pinned"),
        pinned_marks=exact("pinned_marks"),
        corrections=exact("corrections"),
        correction_signs=exact("correction_signs"),
        correction_sentences=exact("correction_sentences"),
    )


def _page_number(page: Iterable[str], of: Iterable[str]) -> re.Pattern[str]:
    """The pattern of a line that is the number of a page: *3*, *- 3 -*, *3/12*, *Page 3 of 12*."""
    return re.compile(
        rf"\n[ \t]*[-–—|•\[(]{{0,2}}[ \t]?(?:(?P<page>{'|'.join(page)})[ \t]?)?(?P<number>\d{{1,4}})"
        rf"(?:[ \t]?(?:/|{'|'.join(of)})[ \t]?(?P<last>\d{{1,4}}))?[ \t]?[-–—|•\])]{{0,2}}[ \t]*(?=\n|\Z)",
        re.IGNORECASE,
    )


def _parts(line: str) -> list[str]:
    """What stands between the signs of a line that lists sections, in plain letters."""
    return [part for part in map(plain, _BETWEEN_SECTIONS.split(line)) if part]


def furniture(text: str, code: str) -> Iterator[tuple[int, int, str]]:
    """The lines of a text that fall under a rule: start, end, name of the rule."""
    known = rules(code)
    rule_of = known.rule_of
    yield from _top(text, known)
    start = links = 0
    for line in text.split("\n"):
        length = len(line)
        if 0 < length <= LONGEST:
            rule = rule_of(line)
            if rule:
                yield start, start + length, rule
            elif links and not _NO_LINK.search(line):
                yield start, start + length, READ_ALSO
            links = _LINKS if rule == READ_ALSO and known.heads_links(line) else max(0, links - 1)
        else:
            links = 0
        start += length + 1


def _top(text: str, known: Rules) -> Iterator[tuple[int, int, str]]:
    """The first line that is a newspaper's name and a section, or the few short lines above a menu, and those between
    it and the next (prices, the weather)."""
    above: list[tuple[int, int, str]] = []
    start, below = 0, False
    for line in text[: _TOP * LONGEST].split("\n"):
        end = start + len(line)
        if line.strip():
            if not above and known.is_masthead(line):
                yield start, end, MASTHEAD
                return
            if known.rule_of(line) == MENU:
                yield from above
                above, below = [], True
            else:
                above.append((start, end, MASTHEAD))
                is_short = len(line) <= _LONGEST_MASTHEAD and not _ENDS_SENTENCE.search(line)
                is_ticker = below and len(_NUMBERS.findall(line)) >= _FEWEST_PRICES
                if not (is_ticker if below else is_short) or len(above) == _TOP:
                    return
        start = end + 1
