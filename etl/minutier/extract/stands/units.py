"""What is read at once: a sentence of the narrator, or of words quoted; and what is found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from minutier.document import Row
from minutier.extract.folding import fold
from minutier.extract.people import Entity
from minutier.extract.stands.grammar import Construction
from minutier.extract.syntax import NounPhrase, Sentence

SHORT_QUOTATION = 8
"""Words up to which a quotation is read as part of the narrator's sentence."""
LONGEST_SENTENCE = 2000
"""Characters after which a sentence is cut at a space: no rule looks so far, and time stays linear."""
RECENT = 20
"""Stands that an anaphora may lead back to."""
MASK = "\x00"
"""What stands for words quoted in the narrator's sentence."""
ROLL_CALL = "roll call"
"""What a construction needs that tells a stand only in a post about who is with whom."""
SEVERAL = "several"
"""What a construction needs whose words tell a stand of several persons, and other things of one."""
ENDORSERS = ("person", "unknown", "party", "organization", "outlet", "group")
BODIES = {
    "body": ("outlet", "organization", "group"),
    "party answer": ("outlet", "organization", "group", "party"),
    "outlet": ("outlet",),
    "bodies for party": ("outlet", "organization", "group"),
    "outlet for party": ("outlet",),
    "party of persons": ("person", "unknown"),
    "persons for party": ("party",),
}
"""Who may take a stand by words that say other things of the others."""
BODY_KINDS = ("party", "organization", "outlet")
"""Bodies with a name of their own."""
ENDORSEES = ("person", "unknown", "party", "organization", "group")
CALLS = tuple(f"endorsements.{rule}" for rule in ("calls_for", "calls_against", "calls_blank"))
"""Rules of what somebody asks of others."""


@dataclass(frozen=True, slots=True)
class Side:
    """An endorser or an endorsee."""

    name: str
    entity: Entity | None
    start: int
    end: int
    role: str = ""

    @property
    def key(self) -> str:
        return fold(self.name)


@dataclass(frozen=True, eq=False)
class Unit:
    """A sentence of the narrator, or of words quoted.

    ``flat`` is ``text[start:end]`` as the patterns read it; ``read`` reads any stretch as a sentence.
    """

    start: int
    end: int
    flat: str
    read: Callable[[int, int], Sentence]
    speaker: Row | None = None
    is_quoted: bool = False

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence, read when a rule first asks for it."""
        return self.read(self.start, self.end)

    def between(self, start: int, end: int) -> str:
        """``flat`` between two offsets of the document."""
        return self.flat[max(0, start - self.start) : max(0, end - self.start)]

    def part(self, start: int, end: int | None = None) -> Unit:
        """A stretch of the unit as a unit of its own, so that no phrase begins before it or ends after it."""
        end = self.end if end is None else end
        return Unit(start, end, self.between(start, end), self.read, self.speaker, self.is_quoted)

    def first_word(self, phrase: NounPhrase) -> str:
        """The first word of a phrase of the unit."""
        return self.sentence.tokens[phrase.first].word

    def end_of(self, phrase: NounPhrase) -> int:
        """Where a phrase of the unit ends, its last word included."""
        return max(phrase.end, self.sentence.tokens[phrase.last].end)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of a stand: ``start`` with the auxiliary, ``head`` the first word, ``end`` where the
    complement begins."""

    construction: Construction
    unit: Unit
    start: int
    head: int
    end: int
    tense: str
    stance: str
    clitic: str = ""
    is_impersonal: bool = False
    is_participial: bool = False

    @property
    def flat(self) -> str:
        """The words of the cue, as the patterns read them."""
        return self.unit.between(self.start, self.end)


@dataclass(slots=True)
class Stand:
    """A stand read, before its status is decided."""

    cue: Cue
    endorser: Side
    endorsee: Side | None
    stance: str
    is_own_words: bool = False
    status: str = ""
    past_round: int | None = None


def flattened(text: str) -> str:
    """Text as the patterns read it, of the same length: lower case, straight apostrophes, plain spaces,
    no marks."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for mark in '«»“”"„\u00a0\u202f':
        lower = lower.replace(mark, " ")
    return lower.replace("’", "'").replace("‘", " ")
