"""What a sentence tells of two who are named in it: the evidence by which ``weighing`` decides whether one backs the
other.

Evidence is a list of short strings, each a fact about the sentence that can be read off it: *between > derriè*, the
first letters of a word between an endorser and whom he may back, in this order. The same facts are what the weights
are learned from (``.ci/weights``), so that a fact is made in one place only.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from weakref import WeakKeyDictionary

from minutier.extract.context import Context
from minutier.extract.people import Entity
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.status import nights
from minutier.extract.stands.units import ENDORSEES, ENDORSERS, LONGEST_SENTENCE, Side, Stand
from minutier.extract.syntax import Sentence

STEM = 6
"""First letters of a word by which its forms are one: *appelle*, *appeler*."""
FAR_APART = 40
"""Words between two names beyond which neither is told of the other."""
MANY = 14
"""Names in a sentence from which it is a list, which other rules read."""
_BETWEEN = 20
"""Words after the first name that count as standing between it and the second."""
_BEFORE, _AFTER = 4, 5
"""Words before the first and after the second name that are near."""
_SHORT_PATH = 8
"""Classes of words between two names that are told together."""
_SPEAKER = "speaker"
_WORD = re.compile(r"\w+|[^\w\s]")
_DISTANCES = (3, 6, 10, 16)


class Place(NamedTuple):
    """Somebody in a sentence: ``kind`` is how he is told of (name, pronoun, description, mention, speaker)."""

    start: int
    end: int
    entity: Entity
    kind: str
    governed: bool = False
    embedded: bool = False


class Word(NamedTuple):
    """A word of a sentence, in small letters; of a name, ``entity`` is whose it is."""

    start: int
    end: int
    text: str
    entity: Entity | None = None


class Fact(NamedTuple):
    """One piece of evidence, and the characters that it is about (none when ``end`` is 0)."""

    text: str
    start: int = 0
    end: int = 0


class Pair(NamedTuple):
    """Two who are named in a sentence: whether the first takes a stand about the second is to be weighed."""

    endorser: Side
    endorsee: Side
    sentence: Sentence
    facts: list[Fact]
    times: list[str]


class _Head(NamedTuple):
    """A word by which a construction begins, with the constructions and tenses that it may have."""

    start: int
    end: int
    word: str
    rules: list[str]
    tenses: list[str]


def pairs(reading: Reading, told: Sequence[Stand]) -> Iterator[Pair]:
    """The pairs of an entry that may hold a stand which no construction has read, in the order of the text.

    A sentence is looked at when it holds the first word of a construction. Whoever takes a stand in it, or is whom
    one is about, is not weighed as an endorser again; nor is anybody who refuses to choose in the entry.
    """
    entry, context = reading.entry, reading.context
    refusing = {s.endorser.key for s in told if s.endorsee is None}
    known = {(s.endorser.key, s.endorsee.key) for s in told if s.endorsee is not None}
    for start, end in context.references.sentences(entry):
        flat = reading.flat[start - entry.char_start : end - entry.char_start]
        if end - start > LONGEST_SENTENCE or flat.rstrip()[-1:] == "?" or not reading.words.heads.search(flat):
            continue
        if reading.words.we_wrote.search(flat):
            continue
        places = _places(reading, start, end)
        if len({id(p.entity) for p in places}) < 2 or len(places) > MANY:
            continue
        here = [s for s in told if start <= s.cue.start < end]
        endorsers = {s.endorser.key for s in here}
        settled = refusing | endorsers | {s.endorsee.key for s in here if s.endorsee is not None}
        sentence = _Sentence(reading, start, end, places)
        yield from _in_sentence(reading, sentence, settled, endorsers, known)


def _in_sentence(
    reading: Reading, sentence: _Sentence, settled: set[str], endorsers: set[str], known: set[tuple[str, str]]
) -> Iterator[Pair]:
    for a in sentence.places:
        endorser = _side(a)
        if a.entity.kind not in ENDORSERS or endorser.key in settled:
            continue
        for b in sentence.places:
            if b.kind == _SPEAKER or b.entity is a.entity or b.entity.kind not in ENDORSEES:
                continue
            if a.kind == _SPEAKER and not a.start <= b.start < a.end:
                continue
            endorsee = _side(b)
            if endorsee.key == endorser.key or endorsee.key in endorsers or (endorser.key, endorsee.key) in known:
                continue
            facts = sentence.facts(a, b)
            if facts:
                yield Pair(endorser, endorsee, sentence.read, facts, sentence.times(reading, a, b))


def _side(place: Place) -> Side:
    start = place.start
    end = start if place.kind == _SPEAKER else place.end
    return Side(place.entity.name, place.entity, start, end)


def _places(reading: Reading, start: int, end: int) -> list[Place]:
    """Who is told of in a sentence: by name, by a pronoun or a description that leads to somebody, or as the speaker of
    words quoted in it."""
    context, entry = reading.context, reading.entry
    sentence = context.references.sentence(start, entry)
    found: list[Place] = []
    for phrase in sentence.phrases:
        entity = phrase.entity
        if entity is None and phrase.kind != "impersonal":
            entity = context.references.resolve(phrase, sentence, entry)
        if entity is not None and start <= phrase.start < end:
            found.append(Place(phrase.start, phrase.end, entity, phrase.kind, phrase.governed, phrase.embedded))
    for mention in context.people.between(start, end):
        if not any(place.start <= mention.start < place.end for place in found):
            found.append(Place(mention.start, mention.end, mention.entity, "mention"))
    for row in context.quotes.get(entry.entry_id, ()):
        first, last, speaker = int(row["char_start"]), int(row["char_end"]), row.get("speaker_id")
        if isinstance(speaker, Entity) and first < end and last > start:
            found.append(Place(max(first, start), min(last, end), speaker, _SPEAKER))
    return sorted(found, key=lambda p: (p.start, p.end, p.kind))


class _Sentence:
    """A sentence with its words, names put together, from which the facts of each pair are read."""

    def __init__(self, reading: Reading, start: int, end: int, places: list[Place]) -> None:
        self.places = places
        self.start, self.end = start, end
        self.read = reading.context.references.sentence(start, reading.entry)
        self._counts = _named(reading.context)
        self._words = list(_words(reading.context.text, start, end, places))
        self._starts = [w.start for w in self._words]
        self._names = [w for w in self._words if w.entity is not None]
        base = reading.entry.char_start
        constructions = reading.words.constructions
        self._heads = [
            _Head(
                base + m.start(),
                base + m.end(),
                m[0],
                sorted({c.rule.partition(".")[2] for c, _ in constructions[m[0]]}),
                sorted({tense for _, tense in constructions[m[0]]}),
            )
            for m in reading.words.heads.finditer(reading.flat, start - base, end - base)
        ]

    def facts(self, a: Place, b: Place) -> list[Fact]:
        """The evidence about an endorser and whom he may back; none when they stand too far apart."""
        order = '"' if a.kind == _SPEAKER else ">" if a.start < b.start else "<"
        left, middle, right = self._zones(a, b, order)
        if len(middle) > FAR_APART:
            return []
        near = [*left[-_BEFORE:], *middle[:_BETWEEN], *right[:_AFTER]]
        facts = [Fact(f"near {_stem(self._told(w, a, b))}", w.start, w.end) for w in near]
        facts += [
            Fact(f"far {_stem(self._told(w, a, b))}", w.start, w.end) for w in (*left[:-_BEFORE], *right[_AFTER:])
        ]
        facts += [Fact(f"between {order} {_stem(self._told(w, a, b))}", w.start, w.end) for w in middle[:_BETWEEN]]
        facts += self._couples(middle[:_BETWEEN], a, b)
        facts += self._edges(left, middle, right, order, a, b)
        facts += self._kinds(middle, order, a, b)
        facts += self._path(order, a, b)
        facts += self._openings(order, a, b)
        return facts

    def _zones(self, a: Place, b: Place, order: str) -> tuple[list[Word], list[Word], list[Word]]:
        """The words before the first, between the two, and after the second."""
        first, second = (a, b) if order == ">" else (b, a)
        if order == '"':
            low, place = bisect_left(self._starts, a.start), bisect_left(self._starts, b.start)
            return self._words[low:place], [], self._words[bisect_left(self._starts, b.end) :]
        left = self._words[: bisect_left(self._starts, first.start)]
        middle = self._words[bisect_left(self._starts, first.end) : bisect_left(self._starts, second.start)]
        return left, middle, self._words[bisect_left(self._starts, second.end) :]

    @staticmethod
    def _told(word: Word, a: Place, b: Place) -> str:
        """A word as facts have it: a name is told as the endorser, as whom he may back, or as somebody else."""
        if word.entity is None:
            return word.text
        return "<A>" if word.entity is a.entity else "<B>" if word.entity is b.entity else "<N>"

    def _couples(self, middle: list[Word], a: Place, b: Place) -> Iterator[Fact]:
        for one, two in pairwise(middle):
            told = f"couple {_stem(self._told(one, a, b))} {_stem(self._told(two, a, b))}"
            yield Fact(told, one.start, two.end)

    def _edges(
        self, left: list[Word], middle: list[Word], right: list[Word], order: str, a: Place, b: Place
    ) -> Iterator[Fact]:
        """The one and the two words that stand right beside the names."""
        edges = (
            ("first", middle[:1]),
            ("first", middle[:2]),
            ("last", middle[-1:]),
            ("last", middle[-2:]),
            ("before", left[-1:]),
            ("before", left[-2:]),
            ("after", right[:1]),
            ("after", right[:2]),
        )
        for name, words in dict.fromkeys((name, tuple(words)) for name, words in edges):
            if words:
                yield Fact(
                    f"{name} {order} {' '.join(self._told(w, a, b) for w in words)}", words[0].start, words[-1].end
                )

    def _kinds(self, middle: list[Word], order: str, a: Place, b: Place) -> Iterator[Fact]:
        """Who they are, how they are told of, how far apart, among how many, and how often the document names them."""
        names = sum(w.entity is not None for w in middle)
        distance = sum(len(middle) >= d for d in _DISTANCES)
        yield Fact(f"apart {order} {distance}")
        yield Fact(f"names between {order} {min(3, names)}")
        yield Fact(f"names {min(6, len(self._names))}")
        yield Fact(f"kinds {order} {a.entity.kind} {b.entity.kind}")
        yield Fact(f"endorser {a.entity.kind}")
        yield Fact(f"endorsee {b.entity.kind}")
        yield Fact(f"endorser as {a.kind}")
        yield Fact(f"endorsee as {b.kind}")
        yield Fact(f"endorser {order} {_standing(a)}")
        yield Fact(f"endorsee {order} {_standing(b)}")
        often = [min(5, self._counts[id(p.entity)].bit_length()) for p in (a, b)]
        yield Fact(f"endorser named {often[0]}")
        yield Fact(f"endorsee named {often[1]}")
        yield Fact(f"named more {max(-3, min(3, often[1] - often[0]))}")

    def _path(self, order: str, a: Place, b: Place) -> Iterator[Fact]:
        """The classes of the words between the two (see ``syntax``), together when they are few, and by twos."""
        if order == '"':
            return
        low, high = (a.end, b.start) if order == ">" else (b.end, a.start)
        tokens = self.read.tokens
        first = bisect_left(tokens, low, key=lambda t: t.start)
        tags = "".join(t.tag for t in tokens[first : bisect_left(tokens, high, key=lambda t: t.start)])
        if len(tags) <= _SHORT_PATH:
            yield Fact(f"classes {order} {tags}")
        for one, two in pairwise(f"^{tags}$"):
            yield Fact(f"classes by two {order} {one}{two}")

    def _openings(self, order: str, a: Place, b: Place) -> Iterator[Fact]:
        """The first words of constructions: where they stand, and between which names."""
        low, high = min(a.start, b.start), max(a.start, b.start)
        yield Fact(f"openings {min(4, len(self._heads))}")
        for head in self._heads:
            zone = "before" if head.end <= low else "after" if head.start >= high else "between"
            before = [w for w in self._names if w.end <= head.start]
            after = [w for w in self._names if w.start >= head.end]
            around = (self._told(before[-1], a, b) if before else "-") + (self._told(after[0], a, b) if after else "-")
            where = (head.start, head.end)
            yield Fact(f"opening {zone} {order} {_stem(head.word)}", *where)
            yield Fact(f"opening {around} {_stem(head.word)}", *where)
            yield Fact(f"opening {around}", *where)
            for rule in head.rules:
                yield Fact(f"rule {zone} {order} {rule}", *where)
                yield Fact(f"rule {around} {rule}", *where)

    def times(self, reading: Reading, a: Place, b: Place) -> list[str]:
        """What tells since when a stand is taken: words, tenses, and what is known of the night."""
        low, high = min(a.start, b.start), max(a.end, b.end)
        is_last, is_bare, is_known = nights(reading)
        night = f"{'last' if is_last else 'first'} {'without' if is_bare else 'known' if is_known else 'before'}"
        headline = reading.entry.headline
        place = "headline" if headline is not None and self.start < headline[1] else reading.entry.section
        found = [f"night {night}", f"round {reading.context.liveblog.round}", f"place {place}", f"as {a.kind}"]
        found += [f"word {_stem(w.text)}" for w in self._words if w.entity is None]
        found += [
            f"words {_stem(x.text)} {_stem(y.text)}" for x, y in pairwise(self._words) if not (x.entity or y.entity)
        ]
        for head in self._heads:
            zone = "between" if low <= head.start < high else "beside"
            found += [f"tense {zone} {tense}" for tense in head.tenses]
            found += [f"tense {zone} {tense} {night}" for tense in head.tenses]
        return list(dict.fromkeys(found))


def _standing(place: Place) -> str:
    return ("governed" if place.governed else "free") + (" embedded" if place.embedded else "")


def _stem(word: str) -> str:
    return word[:STEM]


def _words(text: str, start: int, end: int, places: Sequence[Place]) -> Iterator[Word]:
    """The words of a stretch; each of those told of in it is one word."""
    position = start
    for place in places:
        if place.kind == _SPEAKER or place.start < position:
            continue
        yield from _plain(text, position, place.start)
        yield Word(place.start, place.end, "<N>", place.entity)
        position = place.end
    yield from _plain(text, position, end)


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, max(start, end)):
        yield Word(match.start(), match.end(), "'" if match[0] == "’" else match[0].lower())


_counts: WeakKeyDictionary[object, Counter[int]] = WeakKeyDictionary()


def _named(context: Context) -> Counter[int]:
    """How often each who is named is named in the document."""
    if context.people not in _counts:
        _counts[context.people] = Counter(id(m.entity) for m in context.people.mentions)
    return _counts[context.people]
