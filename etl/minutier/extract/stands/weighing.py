"""Stands that no construction reads: two who are named in one sentence, weighed by the words around them.

Newspapers tell a stand in more ways than lists of constructions hold. Where a sentence has words of such a list and
names two, and no construction has read it, the evidence of the sentence (``evidence``) is added up by the weights of
the language, ``languages/fr.stands.csv``; a pair whose sum is high enough is a stand, and further sums decide its
stance and since when it is taken. The weights are whole numbers, hundredths of a log-odds, learned from the
annotated posts of ``tests/gold`` by a logistic regression that keeps few of them (``.ci/weights``); reading needs
nothing but the table. A language without one has no such stands.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from minutier.extract.stands.evidence import Pair, pairs
from minutier.extract.stands.grammar import Construction
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.units import Cue, Stand, Unit

ALWAYS = "always"
"""The evidence of every pair."""
STATUSES = ("declared", "standing", "past", "conditional")
COLUMNS = ("stand", "oppose", *STATUSES)
"""What is weighed: whether there is a stand, whether it is one against, and which status it has."""
ENOUGH = 40
"""The sum from which a pair is a stand: odds of three to two."""
_OF_A_WORD = ("near ", "between ", "opening ", "rule ")
"""How facts begin that are about one word."""
_WEIGHED = Construction("endorsements.weighed", "support", "weighed", re.compile(""), None, None, "", "drop", False)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a language: for each piece of evidence, what it says to each of ``COLUMNS``."""

    by_evidence: dict[str, tuple[int, ...]]

    def sum_of(self, column: str, evidence: Iterable[str]) -> int:
        """What distinct pieces of evidence say together, in hundredths of a log-odds."""
        index, known = COLUMNS.index(column), self.by_evidence
        return sum(known[fact][index] for fact in (ALWAYS, *dict.fromkeys(evidence)) if fact in known)


@cache
def weights(code: str) -> Weights | None:
    """The weights of a language, or None when it has no table of them."""
    table = files("minutier.languages") / f"{code}.stands.csv"
    if not table.is_file():
        return None
    lines = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return Weights({line["evidence"]: tuple(int(line[column] or 0) for column in COLUMNS) for line in lines})


def weighed(reading: Reading, told: Sequence[Stand]) -> list[Stand]:
    """The stands of an entry beside those that constructions have told, in the order of the text."""
    known = weights(reading.context.language.code)
    if known is None:
        return []
    sums: dict[tuple[str, str], tuple[int, Pair]] = {}
    for pair in pairs(reading, told):
        total = known.sum_of("stand", (fact.text for fact in pair.facts))
        key = (pair.endorser.key, pair.endorsee.key)
        if total >= ENOUGH and total > sums.get(key, (0, pair))[0]:
            sums[key] = (total, pair)
    kept = [pair for (a, b), (total, pair) in sums.items() if total >= sums.get((b, a), (0, pair))[0]]
    stands = [_stand(reading, known, pair) for pair in kept]
    stands = [s for s in stands if s.stance != "support" or not _is_denied(reading, s)]
    return sorted(stands, key=lambda s: (s.cue.start, s.endorser.start))


def _is_denied(reading: Reading, stand: Stand) -> bool:
    """*Son bulletin n'ira pas à X*: whether a negation stands between the two: no support is certain."""
    assert stand.endorsee is not None
    first, second = sorted((stand.endorser, stand.endorsee), key=lambda side: side.start)
    between = stand.cue.unit.between(first.end, second.start)
    return reading.words.denying.search(between) is not None


def _stand(reading: Reading, known: Weights, pair: Pair) -> Stand:
    facts = [fact.text for fact in pair.facts]
    stance = "oppose" if known.sum_of("oppose", facts) > 0 else "support"
    statuses = {status: known.sum_of(status, pair.times) for status in STATUSES}
    status = max(STATUSES, key=lambda s: statuses[s])
    start, end = _word_that_weighs(reading, known, pair)
    sentence, base = pair.sentence, reading.entry.char_start
    flat = reading.flat[sentence.start - base : sentence.end - base]
    unit = Unit(sentence.start, sentence.end, flat, lambda first, last: sentence)
    cue = Cue(_WEIGHED, unit, start, start, end, "", stance)
    return Stand(cue, pair.endorser, pair.endorsee, stance, status=status)


def _word_that_weighs(reading: Reading, known: Weights, pair: Pair) -> tuple[int, int]:
    """The characters of the word that says most for a stand, of those that name nobody."""
    said: dict[tuple[int, int], int] = defaultdict(int)
    for fact in dict.fromkeys(pair.facts):
        if (
            fact.text.startswith(_OF_A_WORD)
            and reading.context.text[fact.start].isalpha()
            and "<" not in fact.text[-3:]
        ):
            said[fact.start, fact.end] += known.by_evidence.get(fact.text, (0,))[0]
    return max(said, key=lambda place: (said[place], -place[0]), default=(pair.endorser.start, pair.endorser.end))
