"""At what stage of the night a figure stands: a poll, an estimate, a count under way or one that is over.

The evidence is asked in order and the first that tells decides; its name is that of the rule:

1. ``count_told``: the sentence says in so many words how the count stands (*with all but four booths in*);
2. ``leads``: places are led as well as won (*elected or leading in 32*): the count is under way;
3. ``words``: words of a stage, of several the firmest; those of an aside that has a figure of its own (*…, who was at
   17% in an October poll, …*) hold in the aside alone;
4. ``institute``: an institute of polls, which counts nothing: an estimate; a poll before the first estimates are out,
   and where the sentence recalls what it said;
5. ``carried``: what the title of the post or the sentence before said, which *the forecast* may only mean once more;
6. ``conditional``: the verbs say *would*: an estimate;
7. ``under_way``: somebody leads or trails: the count is under way;
8. ``before_count``: between the first estimates and the first counts of the place, a figure is an estimate.

The figures of an earlier round are final, whatever is said of tonight's (``earlier_round``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from minutier.extract.context import Context
from minutier.extract.prefilter import Choice, Guarded, guard, guard_each
from minutier.extract.small_words import small_words
from minutier.extract.wording import any_of, with_imperfects
from minutier.languages import language

_FIRMEST_FIRST = ("exit_poll", "projection", "opinion_poll", "final", "partial")
ESTIMATES = ("exit_poll", "projection")
"""Stages of what is not counted, nor won."""


class Stage(NamedTuple):
    """A stage, empty when nothing tells it, and the rule by which it is known."""

    name: str = ""
    rule: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the sentence itself tells the stage."""
        return self.rule in ("count_told", "share_counted", "leads", "words", "institute")


class Night(NamedTuple):
    """How far the night is when a post is written, by the clock of the place."""

    is_before_estimates: bool = False
    is_before_count: bool = False
    is_counting: bool = False


class Aside(NamedTuple):
    """A clause set apart, with a figure of its own: ``text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    stages: dict[str, Guarded]
    counts: dict[str, Choice]
    to_come: Guarded
    not_stages: Guarded
    conditional: Guarded
    foretold: Guarded | None
    under_way: Guarded
    finishing: Guarded
    leads: Guarded
    leads_in: Guarded
    recalled: Guarded
    said_tonight: Guarded
    sampled: Guarded
    outcomes: Guarded | None
    called_early: tuple[str, ...]
    asides: re.Pattern[str]


@cache
def _words(code: str) -> _Words:
    section = language(code)["results"]

    def guarded(words: Iterable[str], *, raw: bool = False) -> Guarded:
        return guard(any_of(words, raw=raw), code)

    return _Words(
        stages={stage: guarded(words) for stage, words in section["stages"].items()},
        counts={
            stage: guard_each((any_of([pattern], raw=True) for pattern in patterns), code)
            for stage, patterns in section["count_told"].items()
        },
        to_come=guarded(section.get("counts_to_come", []), raw=True),
        not_stages=guarded(section["not_stages"], raw=True),
        conditional=guard(re.compile(with_imperfects(section["conditional"], code), re.IGNORECASE), code),
        foretold=guarded(section["foretold"], raw=True) if section.get("foretold") else None,
        under_way=guarded(section["under_way"]),
        finishing=guarded(section["finishing"], raw=True),
        leads=guarded(section["leads"], raw=True),
        leads_in=guarded(section.get("leads_in") or ["(?!)"], raw=True),
        recalled=guarded(section["recalled"], raw=True),
        said_tonight=guarded(section["said_tonight"], raw=True),
        sampled=guarded(section["sampled"]),
        outcomes=guarded(section["outcomes"]) if section.get("outcomes") else None,
        called_early=tuple(section.get("called_while_counting") or ()),
        asides=re.compile("|".join(section["asides"]), re.IGNORECASE),
    )


def asides(start: int, end: int, figures: Sequence[int], context: Context) -> list[Aside]:
    """The clauses of a sentence that are set apart and hold one of its figures but not all."""
    if len(figures) < 2:
        return []
    sentence = context.text[start:end]  # by itself: some patterns hold at its head alone
    clauses = _words(context.language.code).asides.finditer(sentence)
    found = (Aside(start + m.start(), start + m.end()) for m in clauses)
    return [aside for aside in found if 0 < sum(aside.start <= f < aside.end for f in figures) < len(figures)]


def is_inside(place: int, apart: Iterable[Aside]) -> bool:
    """Whether a place lies in one of the clauses set apart."""
    return any(aside.start <= place < aside.end for aside in apart)


def without(start: int, end: int, apart: Iterable[Aside], text: str) -> str:
    """``text[start:end]`` with blanks in place of the clauses set apart."""
    parts, position = [], start
    for aside in apart:
        parts += [text[position : aside.start], " " * (aside.end - aside.start)]
        position = aside.end
    return "".join([*parts, text[position:end]])


def stage_of(
    sentence: str, start: int, end: int, has_institute: bool, carried: Stage, night: Night, context: Context
) -> Stage:
    """The stage of the figures of ``text[start:end]``, of which ``sentence`` leaves out the clauses set apart, after
    what was ``carried`` to it.
    """
    words = _words(context.language.code)
    cues = context.cues.between(start, end)
    if cues & words.to_come.bit:
        sentence = _blanked(words.to_come, sentence)  # “when all the votes are counted”
    plain = sentence
    if cues & words.not_stages.bit:
        plain = _blanked(words.not_stages, sentence)
    told = {s for s, p in words.stages.items() if cues & p.bit and p.pattern.search(plain)}
    if "final" in told and _is_only_called(plain, cues, words, context):
        told.discard("final")
    is_estimated = has_institute or carried.name in ESTIMATES or words.conditional.within(plain, cues) is not None
    if not is_estimated and words.finishing.within(plain, cues):
        told.add("final")  # “X finit troisième”, but not behind an estimate
    if count := _how_counted(sentence, cues, words):
        is_sample = has_institute or words.sampled.within(sentence, cues)
        if not (is_sample and told & {*ESTIMATES}):
            return Stage(count, "count_told")
    is_count = told == {"projection"} and not has_institute and words.leads_in.within(sentence, cues) is not None
    if is_count or (words.leads.within(sentence, cues) and not told & {*ESTIMATES, "opinion_poll"}):
        return Stage("partial", "leads")
    if told == {"partial"} and has_institute and (carried.name == "projection" or _is_of_institute(start, context)):
        told = set() if words.recalled.within(sentence, cues) is None else told  # an institute counts nothing
    if told == {"partial"} and carried.name == "projection" and words.conditional.within(plain, cues):
        told = set()  # a leak of the count: “X mènerait, selon ce pointage”
    if carried.name == "exit_poll" and "projection" in told and told <= {"projection", "opinion_poll"}:
        is_foretold = not has_institute and _is_only_foretold(plain, cues, words)
        if is_foretold or _is_that_of_before(plain, context):
            return carried  # “EXIT POLL: … Here is the forecast by Ipsos”
    if firmest := _firmest(told, has_institute, carried):
        is_survey = firmest == "projection" and has_institute and night.is_before_estimates
        return Stage("opinion_poll" if is_survey else firmest, "words")
    if has_institute:
        is_poll = night.is_before_estimates or (
            words.recalled.within(sentence, cues) and not words.said_tonight.within(sentence, cues)
        )
        is_told = carried.rule != "before_count" and not (carried.name == "projection" and night.is_before_estimates)
        if carried.name in ("opinion_poll", *ESTIMATES) and is_told:
            return Stage(carried.name, "institute")
        return Stage("opinion_poll" if is_poll else "projection", "institute")
    if carried.name:
        return Stage(carried.name, "carried")
    if words.conditional.within(plain, cues):
        return Stage("projection", "conditional")
    return Stage("partial", "under_way") if words.under_way.within(plain, cues) else Stage()


def is_conditional(sentence: str, start: int, end: int, context: Context) -> bool:
    """Whether the verbs of ``sentence``, which stands at ``text[start:end]``, say *would*."""
    pattern = _words(context.language.code).conditional
    return pattern.within(sentence, context.cues.between(start, end)) is not None


def tells_poll_of_before(clause: str, start: int, end: int, context: Context) -> bool:
    """Whether the clause that stands at ``text[start:end]`` recalls a poll: *que les sondages plaçaient à 15 %*."""
    words, cues = _words(context.language.code), context.cues.between(start, end)
    is_poll = words.stages["opinion_poll"].within(clause, cues) is not None
    return is_poll and words.recalled.within(clause, cues) is not None


def _is_of_institute(start: int, context: Context) -> bool:
    """Whether a sentence opens with an institute, whose figures it then tells: *Selon Ipsos, …*, *Ipsos, sur …*."""
    first = context.people.of_kind("pollster", start, start + _LONGEST_HEAD)
    return bool(first) and _head(context.language.code).fullmatch(context.text, start, first[0].start) is not None


@cache
def _head(code: str) -> re.Pattern[str]:
    """What may stand before an institute that opens a sentence: *L'institut*, *According to*."""
    return re.compile(rf"\W*(?:[A-ZÀ-Ý]?[a-zà-ÿ]+['’\s\u00a0]+){{0,2}}{small_words(code).elided('definite')}?")


_LONGEST_HEAD = 48


def _is_that_of_before(sentence: str, context: Context) -> bool:
    """Whether the estimate that a sentence speaks of is one told of before: *the forecast*, *the survey*."""
    code = context.language.code
    found = (_words(code).stages[stage].pattern.search(sentence) for stage in ("projection", "opinion_poll"))
    return any(told and _definite(code).search(sentence, 0, told.start()) for told in found)


def _is_only_foretold(sentence: str, cues: int, words: _Words) -> bool:
    """Whether only a verb tells the estimate of a sentence: *The exit poll is out. X is forecast to win 368 seats*."""
    if words.foretold is None:
        return False
    return words.stages["projection"].within(_blanked(words.foretold, sentence), cues) is None


def _is_only_called(sentence: str, cues: int, words: _Words, context: Context) -> bool:
    """Whether all that tells of an end is who has won (*X is re-elected with 49%*), where winners are called while the
    count goes on.
    """
    if words.outcomes is None or not context.polling_zone.startswith(words.called_early):
        return False
    return words.stages["final"].within(_blanked(words.outcomes, sentence), cues) is None


@cache
def _definite(code: str) -> re.Pattern[str]:
    joint = language(code)["results"].get("joint_estimate") or "(?!)"
    return re.compile(
        rf"(?<![\w’'])(?:{small_words(code).before('definite', 'demonstrative')})"
        rf"(?:(?:{joint})[ \u00a0](?:[\w’'&-]+,?[ \u00a0]){{0,6}})?$"
    )


def _how_counted(sentence: str, cues: int, words: _Words) -> str:
    """Whether a sentence says in so many words that the count is under way or over: partial, final or nothing."""
    return next((stage for stage in ("partial", "final") if words.counts[stage].is_within(sentence, cues)), "")


def _blanked(words: Guarded, sentence: str) -> str:
    """A sentence with blanks in place of what ``words`` matches."""
    return words.pattern.sub(lambda m: " " * len(m[0]), sentence)


def _firmest(told: set[str], has_institute: bool, carried: Stage) -> str:
    """The firmest of the stages that words tell, in what the post is about."""
    found = set(told)
    if carried.name == "exit_poll" or (carried.name == "projection" and not has_institute):
        found.discard("opinion_poll")
    if has_institute and carried.name == "opinion_poll" and found == {"final"}:
        return "opinion_poll"  # “Ifop's final one”
    return next((stage for stage in _FIRMEST_FIRST if stage in found), "")
