"""Which post of a page is which post of its structured data: by identifier, by minute and words, by words alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from minutier.read.boilerplate import UNSEEN
from minutier.read.instants import apart, beside, clock_of, has_zone, minute_of, utc_minute_of
from minutier.read.jsonld import Update
from minutier.read.posts import CLOCK, Post
from minutier.read.tree import Tree

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d{3}(?!\d))*(?:[.,]\d+)?")
_NO_DIGIT = re.compile(r"\D+")
_AROUND = re.compile(r"[^\W\d_]+|[%€$£]")
_NEAR = 24  # characters beside a figure in which the word before or after it is looked for
_MOST_RIVALS = 20  # posts of one minute, or that share a rare word, with which a post is compared
_SIMILAR = 0.5  # words in common of two posts of one minute
_ALIKE = 0.8  # of two posts that nothing but their words tells
_FEW_WORDS = 4
_FIRST_WORDS = 8
_OPENING = 6  # words with which the body of an update begins
_NEAR_BEGINNING = 80  # words of a post among which these are looked for
_SOME = 3  # pairs that tell a zone
_SAME_MINUTE, _SAME_CLOCK = 0.3, 0.1  # what a minute in common adds to the words in common
_UNSURE = 0.7  # scores below it are of texts whose figures or words differ, of posts that print one minute
_HEAD = 80
_DAY = 86_400
_ENDS = 40  # characters at both ends of a text
_QUARTER = 15


@dataclass(frozen=True, slots=True)
class _Told:
    """What is compared of a post: its words in order and as a set, its figures, its title.

    ``opening`` is how the body of an update begins.
    """

    sequence: str
    words: frozenset[str]
    figures: frozenset[str]
    title: str = ""
    opening: str = ""


def partners(posts: list[Post], updates: tuple[Update, ...], tree: Tree) -> dict[int, int]:
    """Which update each post is: by identifier, then by the most words in common, those of one minute first.

    One to one; posts whose words are the same are taken in the order of the others.
    """
    found = _by_identifier(posts, updates)
    _by_minute(posts, updates, tree, found)
    if len(found) == len(posts) or len(found) == len(updates):
        return found
    taken = set(found.values())
    told = {number: _of_update(update) for number, update in enumerate(updates) if number not in taken}
    rivals = _Rivals(told, updates)
    shown = {
        index: _told(words_of(tree, post), _title(tree, post)) for index, post in enumerate(posts) if index not in found
    }
    scored: list[tuple[float, int, int]] = []
    for index, one in shown.items():
        for number in rivals.of(posts[index], one):
            if score := _score(posts[index], one, updates[number], told[number], tree):
                scored.append((score, index, number))
    direction = _direction(found, scored)
    scored.sort(key=lambda item: (-item[0], item[1], direction * item[2]))
    shifts = _shifts(posts, found, updates, tree)
    for unsure in (False, True):  # a text with other figures is the same post only where the printed hour fits
        for score, index, number in scored:
            if index in found or number in taken or (score < _UNSURE) is not unsure:
                continue
            if unsure and shifts and _shift(posts[index], updates[number], tree) != shifts.most_common(1)[0][0]:
                continue
            found[index] = number
            taken.add(number)
        shifts = _shifts(posts, found, updates, tree)
    for index, number in _by_printed_minute(posts, found, updates, tree, shifts):
        one, other = shown[index], told[number]
        if _share(one, other) >= _SIMILAR or _have_one_title(one.title, other.title):
            found[index] = number
    return found


def fill_in(posts: list[Post], known: dict[int, int], updates: tuple[Update, ...], tree: Tree) -> None:
    """Give the posts that print a time and are in the page alone its instant, as the posts around them tell it."""
    shifts = _shifts(posts, known, updates, tree)
    shift = shifts.most_common(1)[0][0] if shifts else 1
    if shift % _QUARTER:  # no zone is
        return
    after = [index for index in sorted(known) if updates[known[index]].published]
    place = 0
    for index, post in enumerate(posts):
        while place + 1 < len(after) and after[place + 1] <= index:
            place += 1
        minute = _printed_minute(tree, post)
        if index not in known and not post.value and minute is not None and after:
            post.value = beside(updates[known[after[place]]].published, minute - shift)


def _shifts(posts: list[Post], known: dict[int, int], updates: tuple[Update, ...], tree: Tree) -> Counter[int]:
    """How many minutes the printed times are ahead of UTC, and how many posts say so."""
    found = (_shift(posts[index], updates[number], tree) for index, number in known.items())
    return Counter(shift for shift in found if shift is not None)


def _shift(post: Post, update: Update, tree: Tree) -> int | None:
    """How many minutes the printed time of a post is ahead of UTC, from 0 to 1439; None where nothing tells it."""
    printed = None if post.value else _printed_minute(tree, post)
    told = utc_minute_of(update.published)
    return None if printed is None or told is None else (printed - told) % (24 * 60)


def _printed_minute(tree: Tree, post: Post) -> int | None:
    """The minute of the day that a post prints: 20h41 and 8:41 p.m. are 1241."""
    label = CLOCK.search(tree.text_of(post.label)) if post.label >= 0 else None
    if label is None:
        return None
    hour, *minutes = (int(figures) for figures in re.findall(r"\d+", label[0]))
    half = re.search(r"([ap])\.?m\b", label[0], re.I)
    if half:
        hour = hour % 12 + (12 if half[1] in "pP" else 0)
    return hour % 24 * 60 + (minutes[0] if minutes else 0)


def _by_identifier(posts: list[Post], updates: tuple[Update, ...]) -> dict[int, int]:
    """The posts that bear the identifier or the address of one update, and no other post does."""
    names = Counter(name for update in updates for name in {update.identifier, update.url} if name)
    names.update(name for name, count in Counter(post.identifier for post in posts).items() if count > 1)
    known = {
        name: number
        for number, update in enumerate(updates)
        for name in (update.identifier, update.url)
        if names[name] == 1  # two posts of one minute may bear one identifier
    }
    found: dict[int, int] = {}
    for index, post in enumerate(posts):
        number = known.get(post.identifier, -1) if post.identifier else -1
        if number >= 0:
            found[index] = number
            for name in (updates[number].identifier, updates[number].url):
                known.pop(name, None)
    return found


def _by_minute(posts: list[Post], updates: tuple[Update, ...], tree: Tree, found: dict[int, int]) -> None:
    """Add the posts that are alone in their minute on both sides, and whose words begin and end alike."""
    minutes: dict[str, list[int]] = defaultdict(list)
    taken = set(found.values())
    for number, update in enumerate(updates):
        if number not in taken and update.published:
            minutes[minute_of(update.published)].append(number)
    alone = Counter(minute_of(post.value) for post in posts if post.value)
    for index, post in enumerate(posts):
        minute = minute_of(post.value) if post.value and index not in found else ""
        if alone[minute] != 1 or len(minutes.get(minute, ())) != 1:
            continue
        update = updates[minutes[minute][0]]
        body, shown = _squeezed(update.words), _shown(tree, post)
        if body and body[:_ENDS] in shown and body[-_ENDS:] in shown:
            found[index] = minutes[minute][0]


def _by_printed_minute(
    posts: list[Post], found: dict[int, int], updates: tuple[Update, ...], tree: Tree, shifts: Counter[int]
) -> list[tuple[int, int]]:
    """The posts and updates not paired yet that are alone in a minute, where the pairs tell the page's zone."""
    (shift, count), *_ = shifts.most_common(1) or [(0, 0)]
    if count < _SOME or count < _ALIKE * sum(shifts.values()):
        return []
    there: dict[int, list[int]] = defaultdict(list)
    taken = set(found.values())
    for number, update in enumerate(updates):
        if number not in taken and (minute := utc_minute_of(update.published)) is not None:
            there[minute].append(number)
    here: dict[int, list[int]] = defaultdict(list)
    for index, post in enumerate(posts):
        if index not in found and not post.value and (minute := _printed_minute(tree, post)) is not None:
            here[(minute - shift) % (24 * 60)].append(index)
    return [(here[minute][0], there[minute][0]) for minute in here if len(here[minute]) == len(there[minute]) == 1]


class _Rivals:
    """The updates that a post may be: of its minute, of its title or words, or with a rare word in common."""

    def __init__(self, told: dict[int, _Told], updates: tuple[Update, ...]) -> None:
        self.minutes: dict[str, list[int]] = defaultdict(list)
        self.same: dict[str, list[int]] = defaultdict(list)
        self.rare: dict[str, list[int]] = defaultdict(list)
        self.titles: dict[str, list[int]] = defaultdict(list)
        self.openings: dict[str, list[int]] = defaultdict(list)
        self._asked: Counter[str] = Counter()
        for number, one in told.items():
            self.minutes[minute_of(updates[number].published)].append(number)
            self.same[one.sequence].append(number)
            for table, key in ((self.titles, one.title), (self.openings, one.opening)):
                if " " in key and len(table[key]) < _MOST_RIVALS:
                    table[key].append(number)
            for word in one.words:
                holders = self.rare[word]
                if len(holders) <= _MOST_RIVALS:
                    holders.append(number)

    def of(self, post: Post, one: _Told) -> list[int]:
        """At most a few dozen updates, in order."""
        shared = Counter(
            number for word in one.words if len(found := self.rare.get(word, ())) <= _MOST_RIVALS for number in found
        )
        near = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST_RIVALS]
        minute = self.minutes.get(minute_of(post.value), [])[:_MOST_RIVALS] if post.value else []
        titled = self.titles.get(one.title, ()) if one.title else ()
        return sorted({*near, *minute, *titled, *self._begun(one.sequence), *self._same(one.sequence)})

    def _begun(self, sequence: str) -> list[int]:
        """Updates whose first words stand near the beginning of a post."""
        words = sequence.split(" ", _NEAR_BEGINNING)[:_NEAR_BEGINNING]
        ends = range(_OPENING, len(words) + 1) if self.openings else ()
        keys = (" ".join(words[end - _OPENING : end]) for end in ends)
        return [number for key in keys if key in self.openings for number in self.openings[key]][:_MOST_RIVALS]

    def _same(self, sequence: str) -> list[int]:
        """Updates of the very same words, other ones each time they are asked for."""
        found = self.same.get(sequence, [])
        start = max(0, self._asked[sequence] - _MOST_RIVALS // 2)
        self._asked[sequence] += 1
        return found[:_MOST_RIVALS] if len(found) <= _MOST_RIVALS else found[start : start + _MOST_RIVALS]


def _score(post: Post, one: _Told, update: Update, other: _Told, tree: Tree) -> float:
    """How surely a post and an update are one: 0 when they are two.

    >>> # the same words at 21:07 and 21:02 → about 1.2; half of the words in one minute → about 0.9
    """
    fewer, more = sorted((one, other), key=lambda told: len(told.words))
    common = len(one.words & other.words)
    share = _share(one, other)
    whole = common / (len(one.words | other.words) or 1)
    score = share + whole / 5
    is_titled = _have_one_title(one.title, other.title)
    if post.value and update.published and minute_of(post.value) == minute_of(update.published):
        return max(score, _SIMILAR) + _SAME_MINUTE if share >= _SIMILAR or is_titled else 0.0
    if post.value and update.published and apart(post.value, update.published) > _DAY:
        return 0.0
    is_same_clock = not post.value and prints_minute_of(tree, post, update.published) is True
    if len(fewer.words) < _FEW_WORDS and one.words != other.words:
        return 0.0
    is_begun = bool(other.opening) and f" {other.opening} " in f" {one.sequence} "
    if is_same_clock and share >= _SIMILAR and (is_titled or is_begun) and other.figures <= one.figures:
        return max(score, _UNSURE) + _SAME_CLOCK
    if is_same_clock and share >= _ALIKE * 0.75 and whole >= _SIMILAR:
        is_sure = share >= _ALIKE and fewer.figures <= more.figures
        return score + _SAME_CLOCK if is_sure else score * _UNSURE / 2
    if share < _ALIKE or not fewer.figures <= more.figures:
        return 0.0
    if len(fewer.words) * 2 < len(more.words) and not _begins_in(fewer, more):
        return score * _UNSURE / 2 if is_same_clock else 0.0
    return score + _SAME_CLOCK * is_same_clock


def _share(one: _Told, other: _Told) -> float:
    """The share of the words of the shorter of two texts that the other has."""
    return len(one.words & other.words) / (min(len(one.words), len(other.words)) or 1)


def _have_one_title(one: str, other: str) -> bool:
    """Whether two titles are one, or one is the other cut short; those of a single word tell nothing."""
    shorter, longer = sorted((one, other), key=len)
    return shorter.count(" ") > 0 and (shorter == longer or (shorter.count(" ") >= 3 and longer.startswith(shorter)))


def _begins_in(fewer: _Told, more: _Told) -> bool:
    """Whether the longer text has the first words of the shorter one, in a row: a teaser has."""
    first = " ".join(fewer.sequence.split(" ", _FIRST_WORDS)[:_FIRST_WORDS])
    return f" {first} " in f" {more.sequence} "


def _direction(found: dict[int, int], scored: list[tuple[float, int, int]]) -> int:
    """1 when posts and updates stand in one order, -1 when one has the oldest first and the other the newest."""
    pairs = list(found.items())
    posts, updates = Counter(item[1] for item in scored), Counter(item[2] for item in scored)
    pairs += [(index, number) for _, index, number in scored if posts[index] == updates[number] == 1]
    pairs.sort()
    rising = sum(1 if after > before else -1 for (_, before), (_, after) in pairwise(pairs))
    return 1 if rising >= 0 else -1


# What is compared


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _shown(tree: Tree, post: Post) -> str:
    """All that a post holds, furniture included, without white space."""
    return _squeezed("".join(tree.texts[post.start : post.end]))


def words_of(tree: Tree, post: Post, *, titled: bool = True) -> str:
    """The text of a post without its printed time, its author, what tells of changes, and furniture.

    Its title is left out where ``titled`` is false.
    """
    parts = list(_texts(tree, post, -1 if titled else post.headline))
    text = " ".join(parts)
    if post.label < 0:
        text = CLOCK.sub(" ", text[:_HEAD], count=1) + text[_HEAD:]
    return text


def _texts(tree: Tree, post: Post, title: int) -> Iterator[str]:
    passed = {post.label, post.author, title, *post.changes}
    index = post.start
    while index < post.end:
        if index in passed or tree.dropped.get(index, UNSEEN) != UNSEEN:
            index = max(tree.ends[index], index + 1)
            continue
        if text := tree.texts[index].strip():
            yield text
        index += 1


def _title(tree: Tree, post: Post) -> str:
    return tree.text_of(post.headline) if post.headline >= 0 else ""


def _of_update(update: Update) -> _Told:
    first = _WORD.findall(update.words.lower())[:_OPENING]
    opening = " ".join(first) if len(first) == _OPENING else ""
    return replace(_told(f"{update.headline} {update.words}", update.headline), opening=opening)


def _told(text: str, title: str = "") -> _Told:
    words = _WORD.findall(text.lower())
    return _Told(" ".join(words), frozenset(words), frozenset(figures_of(text)), " ".join(_WORD.findall(title.lower())))


def figures_of(text: str) -> list[str]:
    """The figures of a text as they are compared: ``1 204``, ``1.204`` and ``1204`` are one, so are 58,2 and 58.2."""
    return [_figure(found[0]) for found in _FIGURE.finditer(text)]


def _figure(text: str) -> str:
    return re.sub(r"[ \u00a0\u202f.,](?=\d{3}(?!\d))", "", text).replace(",", ".")


# Where the two contradict each other


def prints_minute_of(tree: Tree, post: Post, instant: str) -> bool | None:
    """Whether the printed time of a post shows that minute, the hour being any zone's; None when it shows none."""
    clock = clock_of(instant)
    label = CLOCK.search(tree.text_of(post.label)) if post.label >= 0 else None
    figures = re.findall(r"\d+", label[0]) if label else []
    if clock is None or len(figures) < 2:
        return None
    return (int(figures[1]) - clock[1]) % 30 == 0


def times_disagree(tree: Tree, post: Post, update: Update) -> str:
    """What a page and its structured data say of the time of a post where they differ; empty where they agree.

    A time without zone, or in print alone, is compared by its minutes: its hour is any zone's.
    """
    if not update.published:
        return ""
    if not post.value:
        shows = [prints_minute_of(tree, post, instant) for instant in (update.published, update.modified) if instant]
        return tree.text_of(post.label) if shows and not any(shows) and False in shows else ""
    seconds = apart(post.value, update.published)
    if has_zone(post.value) != has_zone(update.published):
        seconds = min(seconds % 900, -seconds % 900)
    return post.value if seconds >= 60 else ""


def holds_body(tree: Tree, post: Post, update: Update) -> bool:
    """Whether a post of a page has the whole body of an update, white space aside: then nothing can differ."""
    body = _squeezed(update.words)
    return bool(body) and body in _shown(tree, post)


def figures_disagree(text: str, update: Update) -> bool:
    """Whether two texts tell different figures at the same place: "85,2 % des voix" and "58,2 % des voix".

    A figure that only one of them has is none: one may be shortened, or stand among furniture.
    """
    told = f"{update.headline} {update.words}"
    one, other = _NO_DIGIT.sub("", text), _NO_DIGIT.sub("", told)
    if one in other or other in one:  # a figure may be split by markup
        return False
    here, there = set(figures_of(text)), set(figures_of(told))
    only_here, only_there = here - there, there - here
    if not only_here or not only_there:
        return False
    before, after = _places(text, only_here)
    before_there, after_there = _places(told, only_there)
    return not before.isdisjoint(before_there) or not after.isdisjoint(after_there)


def _places(text: str, figures: set[str]) -> tuple[set[str], set[str]]:
    """The words before those figures, and the words or signs after them."""
    before, after = set(), set()
    for match in _FIGURE.finditer(text):
        if _figure(match[0]) in figures:
            before.update(_AROUND.findall(text[max(0, match.start() - _NEAR) : match.start()].lower())[-1:])
            after.update(_AROUND.findall(text[match.end() : match.end() + _NEAR].lower())[:1])
    return before, after
