"""One entry being read: what was measured so far and what it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from minutier.document import Entry, Issue
from minutier.extract.context import Context
from minutier.extract.moments import Moment
from minutier.extract.numbers import Figure
from minutier.extract.turnout.measures import Measure
from minutier.extract.turnout.sentences import Sentence
from minutier.extract.turnout.words import Kind, Words

MOMENT_NEAR = 9
"""How many characters, a preposition or two, may stand between a share and its hour."""
MOMENT_FAR = 45
"""How many characters, a few words, may stand between a share and an hour, a date or the head of its sentence."""
RESTATES = 40
"""How many characters before a share may say that it is another measure of the same voters."""
ENDS_CLAUSE = re.compile(r"\s?(?:[,.;)]|$)", re.MULTILINE)
RULE = "participation_snapshots."
NAMED = 20
"""How many characters before a number may say that it is the name of a place."""


@dataclass
class Reading:
    """One entry being read, sentence after sentence.

    ``topic`` is the kind of measure last spoken of, ``shared`` the one told in shares beside a count, ``moment`` the
    hour, ``asked`` what the sentence before asks for; ``passed`` holds the sentences before a measure.
    """

    entry: Entry
    context: Context
    words: Words
    topic: Kind | None = None
    topic_age: int = 0  # sentences passed since the topic was named
    moment: Moment | None = None
    asked: Kind | None = None
    shared: Kind | None = None
    column: int | None = None  # of the table whose lines are being read, the one that is headed by turnout
    passed: list[tuple[int, int]] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.context.text

    @cached_property
    def settled_from(self) -> int:
        """Where words end that say that the vote is over, first in the entry; behind it when none do."""
        settled = self.words.settled.search(self.text, self.entry.char_start, self.entry.char_end)
        return settled.end() if settled else self.entry.char_end + 1

    def has_main(self) -> bool:
        """Whether a measure of this contest has been read, that is no change."""
        return any(not m.is_baseline and not m.is_change for m in self.measures)

    def add(self, sentence: Sentence, position: int, measure: Measure) -> None:
        sentence.read[position] = measure
        self.measures.append(measure)

    def report(self, figure: Figure, message: str) -> None:
        """A figure that could not be read."""
        self.issues.append(
            Issue("extract", "warning", "participation-figure-not-read", message, figure.start, figure.end)
        )

    def note(self, measure: Measure, message: str) -> None:
        """A measure that another one says better."""
        self.issues.append(
            Issue("extract", "info", "participation-figure-implied", message, measure.start, measure.end)
        )
