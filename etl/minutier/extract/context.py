"""What the rules may look at besides the entry: the document, who is named in it, what was read before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from minutier.document import Document, Entry, Issue, Liveblog, Row
from minutier.extract.offices import former_holders, holders, leaders, nominees, parties_led
from minutier.extract.passages import Passages
from minutier.extract.people import People
from minutier.extract.references import References
from minutier.languages import Language
from minutier.zones import polling_zone


class Found(NamedTuple):
    """What a table's rules found in one entry.

    Rows hold the published columns except the row's own identifier, ``entry_id`` and ``liveblog_id``.
    Columns that lead to people (``speaker_id``, ``option_id``, …) hold an ``Entity`` or None: ``extract``
    turns
    them into identifiers.
    """

    rows: list[Row]
    issues: list[Issue]


class Context(Passages):
    """One document under extraction. Built once; ``quotes`` fills as the entries are read, in time order; ``count`` is
    the stage of the figures of the whole contest so far, ``tally`` the seats that the lead gives each option,
    ``answer_ahead`` the answer that has had more than a half. ``is_referendum``: answers are what is voted for.
    """

    def __init__(
        self, document: Document, entries: Sequence[Entry], liveblog: Liveblog, language: Language, people: People
    ) -> None:
        super().__init__(document, entries, language, people)
        self.liveblog = liveblog
        self.quotes: dict[str, list[Row]] = {}
        self.count = ""
        self.tally: dict[str, int] = {}
        self.answer_ahead = ""
        self.is_referendum = liveblog.election_type == "referendum"
        self.leaders = leaders(liveblog.country, liveblog.date)
        self.parties_led = parties_led(liveblog.country, liveblog.date)
        self.is_presidential = liveblog.election_type == "presidential"
        self.nominees = nominees(liveblog.country, liveblog.date) if self.is_presidential else {}
        self.election_type = liveblog.election_type
        self.is_one_contest = self.is_presidential or liveblog.election_type == "primary"

    @cached_property
    def polling_zone(self) -> str:
        """The zone in which the hours of the vote are told."""
        return polling_zone(self.liveblog.country, self.liveblog.timezone)

    def holders_of(self, office: str) -> tuple[str, ...]:
        """Who held an office on the day, by name: of the country of the contest (``prime_minister``), or of the one
        told before a colon (``IE:prime_minister``).
        """
        country, _, name = office.rpartition(":")
        return holders(country or self.liveblog.country, self.liveblog.date).get(name, ())

    def former_holders_of(self, office: str) -> tuple[str, ...]:
        """Who had held an office before, by name."""
        country, _, name = office.rpartition(":")
        return former_holders(country or self.liveblog.country, self.liveblog.date).get(name, ())

    def is_foreign(self, office: str) -> bool:
        """Whether an office is told to be of a country that is not the one of the contest."""
        country = office.rpartition(":")[0]
        return country not in ("", self.liveblog.country)

    @cached_property
    def references(self) -> References:
        """What the document's descriptions and pronouns stand for."""
        return References(self)

    @cached_property
    def counted_round(self) -> int:
        """The round whose votes are told: the one that the live blog covers, or the one before it when its head says
        that it was written between the two (*avant la clôture des listes*).
        """
        between, covered = self.language["results"].get("between_rounds"), self.liveblog.round
        if not between or covered < 2:
            return covered
        head = min((e.char_start for e in self.entries if e.section == "update"), default=len(self.text))
        found = re.search(rf"(?<!\w)(?:{between})(?!\w)", self.text[:head], re.IGNORECASE)
        return covered if found is None else covered - 1

    @cached_property
    def answers(self) -> Sequence[str]:
        """The answers of the question put: the first pair of the language that the document names, else the last."""
        pairs: Sequence[Sequence[str]] = self.language["results"]["answers"]
        named = (pair for pair in pairs if all(re.search(rf"(?<!\w){each}(?!\w)", self.text) for each in pair))
        return next(named, pairs[-1])
