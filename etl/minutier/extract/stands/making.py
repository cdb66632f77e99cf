"""Stands made from a cue and its sides."""

from __future__ import annotations

from collections.abc import Sequence

from minutier.document import Issue
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.status import is_reminder
from minutier.extract.stands.units import Cue, Side, Stand


def product(reading: Reading, cue: Cue, endorsers: Sequence[Side], endorsees: Sequence[Side]) -> list[Stand]:
    if bool(endorsers) != bool(endorsees) and reading.is_unresolved:
        note_missing(reading, cue, "endorser" if endorsees else "endorsee")
    if endorsees and not endorsers:
        reading.untold.extend(Stand(cue, Side("", None, cue.start, cue.start), e, cue.stance) for e in endorsees)
    if reading.words.of_body.search(cue.unit.flat[cue.start - cue.unit.start : cue.end - cue.unit.start]):
        endorsers = [e for e in endorsers if e.entity is None or not e.entity.is_person]  # *told its readers to …*
    pairs = [(endorser, endorsee) for endorser in endorsers for endorsee in endorsees]
    if len(endorsers) == len(endorsees) > 1 and reading.words.respectively.search(
        cue.unit.flat, cue.start - cue.unit.start
    ):
        pairs = list(zip(endorsers, endorsees, strict=True))  # *A et B soutiennent respectivement X et Y*
    return [
        stand_of(reading, cue, endorser, endorsee)
        for endorser, endorsee in pairs
        if endorser.key != endorsee.key and not _is_for_himself(reading, cue, endorser, endorsee)
    ]


def _is_for_himself(reading: Reading, cue: Cue, endorser: Side, endorsee: Side) -> bool:
    """*Labour leader X urged voters to back Labour*: whether somebody asks for votes for his own party."""
    party = endorsee.entity
    if party is None or party.kind != "party" or cue.construction.rule != "endorsements.calls_for":
        return False
    person = endorser.entity
    return person is not None and person.is_person and reading.context.references.party(person) is party


def stand_of(reading: Reading, cue: Cue, endorser: Side, endorsee: Side | None) -> Stand:
    own = cue.unit.is_quoted or reading.quote_at(cue.head) is not None
    own = own and endorser.start == endorser.end and not is_reminder(reading, cue)
    return Stand(cue, endorser, endorsee, cue.stance, own)


def note_missing(reading: Reading, cue: Cue, missing: str) -> None:
    reading.issues.append(
        Issue(
            "extract",
            "info",
            "endorsement-without-side",
            f"nobody could be named as the {missing}",
            cue.start,
            cue.end,
        )
    )
