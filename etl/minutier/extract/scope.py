"""What a passage says about the figures in it: stage, round, area, how far the count is, who announces.

A scope is read sentence by sentence and carried on: what the headline or the first sentence says holds until
a later sentence says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from minutier.document import Entry
from minutier.extract.comparisons import BETWEEN_ROUNDS, may_be_of_round_before
from minutier.extract.context import Context
from minutier.extract.folding import phrases
from minutier.extract.people import Mention
from minutier.extract.prefilter import Guarded, guard
from minutier.extract.small_words import small_words
from minutier.extract.stages import (
    Aside,
    Night,
    Stage,
    asides,
    is_conditional,
    is_inside,
    stage_of,
    tells_poll_of_before,
    without,
)
from minutier.extract.wording import NEVER, any_of, spelled
from minutier.languages import NOTHING, language
from minutier.languages.dates import alternatives, calendar, fold

_DIGIT = re.compile(r"\d")
_NUMERIC_DATE = re.compile(r"\d[/.‐‑‒–—―−-]\d")


class Scope(NamedTuple):
    """What holds for a figure. ``round`` is 0 for another contest; ``is_conditional``: the verbs say
    *would*.
    """

    stage: Stage = Stage()
    round: int = 0
    is_past_contest: bool = False
    is_conditional: bool = False
    night: Night = Night()
    before_reminder: Stage = Stage()  # what a reminder of an earlier election is told in the middle of
    gp_unit: str = ""
    gp_unit_type: str = ""
    counted_pct: float | None = None
    sub_units_reported: int | None = None
    total_sub_units: int | None = None
    announced_by: str = ""
    pollster: str = ""
    relayed_by: str = ""

    def columns(self) -> dict[str, object]:
        """The scope as columns of vote_results; empty texts become None."""
        return {
            "gp_unit": self.gp_unit or None,
            "gp_unit_type": self.gp_unit_type or None,
            "counted_pct": self.counted_pct,
            "sub_units_reported": self.sub_units_reported,
            "total_sub_units": self.total_sub_units,
            "announced_by": self.announced_by or None,
            "pollster": self.pollster or None,
            "relayed_by": self.relayed_by or None,
        }


@dataclass(frozen=True, slots=True)
class _Words:
    rounds: dict[int, Guarded]
    current: Guarded
    byline: re.Pattern[str]  # a line that tells who writes, and where
    not_rounds: re.Pattern[str]  # what is no round: *au premier et 43,5 % à la seconde*
    there_then: re.Pattern[str]  # a clause about another time, behind a comma: *là où X dominait le 10 avril*
    months: Guarded
    in_month: re.Pattern[str]
    weeks: re.Pattern[str]  # some weeks ago: the round before
    other_contest: re.Pattern[str]  # at a contest of another kind: *aux européennes du 9 juin*
    eliminated: re.Pattern[str]  # before the share of somebody who was out before the last round
    years_ago: Guarded
    announcers: Guarded
    relays: re.Pattern[str]
    majority: re.Pattern[str]  # a share of a half or more: of a duel, not of a first round of many
    compared: re.Pattern[str]  # before an earlier contest that something is compared with
    apposed: re.Pattern[str]
    that_one: re.Pattern[str]
    after_round: re.Pattern[str]  # what comes of a later round: its figures are of that round
    seats: Guarded
    set_against: re.Pattern[str]  # before a round that tonight is only compared with
    passing_round: re.Pattern[str]
    reaching: re.Pattern[str]  # leads the round that the one before qualifies for: *missed the run-off*
    pluperfect: re.Pattern[str]
    outcome: re.Pattern[str]  # what becomes of somebody tonight
    stood_down: Guarded
    relative: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def _words(code: str) -> _Words:
    section, past = language(code)["results"], language(code)["participation"].get("past") or {}
    rounds, small = section["rounds"], small_words(code)
    percent = "|".join(spelled(str(form)) for form in language(code)["numbers"]["units"]["percent"])
    times = "|".join(spelled(str(form)) for form in language(code)["numbers"]["units"]["other"])
    relative = rf"(?:{small.whole('relatives', 'relative_genitive')}\b|{small.elided('relatives')})"

    def guarded(words: Iterable[str], *, raw: bool = False) -> Guarded:
        return guard(any_of(words, raw=raw), code)

    prepositions = small.whole(
        *("to", "at", "in", "with", "by", "for", "from", "under", "since", "of", "than", "other", "but", "then", "and")
    )
    return _Words(
        rounds={int(r): guarded(words) for r, words in rounds.items() if str(r).isdigit()},
        current=guarded(rounds["current"]),
        byline=re.compile(section.get("byline") or "(?!)"),
        not_rounds=re.compile(section.get("not_rounds") or "(?!)", re.IGNORECASE),
        there_then=re.compile(
            rf",[ \u00a0](?:{section.get('there_then') or '(?!)'})[^,;:()\d]{{0,80}}$", re.IGNORECASE
        ),
        months=guard(re.compile("|".join(calendar(code).months)), code),
        weeks=re.compile(rf"(?<!\w)(?:{past.get('weeks', NOTHING)})(?!\w)", re.IGNORECASE),
        in_month=re.compile(
            rf"(?<!\w)(?:{past.get('in_month', NOTHING)})"
            rf"\s(?P<month>{alternatives(calendar(code).months)})(?!\w|\.?\s\d)",
            re.IGNORECASE,
        ),
        other_contest=re.compile(
            rf"(?<!\w)(?:{section.get('at_contest') or '(?!)'})[ \u00a0]"
            rf"(?P<name>{'|'.join(map(spelled, map(str, section['past_contest'])))})(?!\w)",
            re.IGNORECASE,
        ),
        eliminated=re.compile(rf"(?<!\w)(?:{section.get('eliminated_with') or '(?!)'})[ \u00a0]$", re.IGNORECASE),
        years_ago=guarded(section["years_ago"], raw=True),
        announcers=guarded(section["announced_by"]),
        relays=any_of(section["relayed"], raw=True),
        majority=re.compile(rf"(?<![\d.,])(?:[5-9]\d(?:[.,]\d{{1,2}})?)[ \u00a0]?(?:{percent})"),
        compared=re.compile(
            rf"\b(?:{small.elided('than')}|(?:{small.whole('than', 'since')})[ \u00a0](?:[^,;.]{{0,30}} )?)$"
        ),
        apposed=re.compile(rf",\s(?!{prepositions}\b)[a-zà-ÿ](?:[^\d,;:()]|\d(?=\d{{0,2}} (?:{times})\b)){{3,60}}$"),
        seats=guarded(map(str, language(code)["numbers"]["units"]["seats"])),
        after_round=re.compile(section.get("after_round") or "(?!)", re.IGNORECASE),
        set_against=re.compile(rf"(?<!\w)(?:{section.get('set_against') or '(?!)'})[^,;:.\d]{{0,40}}$", re.IGNORECASE),
        passing_round=re.compile(section.get("passing_round") or "(?!)", re.IGNORECASE),
        reaching=re.compile(rf"(?<!\w)(?:{section.get('reaching') or '(?!)'})$", re.IGNORECASE),
        outcome=any_of([section["outcome"]], raw=True) if section.get("outcome") else NEVER,
        pluperfect=any_of([section["pluperfect"]], raw=True) if section.get("pluperfect") else NEVER,
        stood_down=guard(re.compile(section.get("stood_down") or "(?!)", re.IGNORECASE), code),
        that_one=re.compile(rf"\b{small.whole('that_one')}[ \u00a0]{relative}"),
        relative=re.compile(rf"\s*(?:{small.before('definite', 'indefinite')}\w+\s)?{relative}"),
        joint=re.compile(rf"[/–-]|[ \u00a0]{small.whole('and')}[ \u00a0]{small.elided('definite')}?"),
    )


def opening_scope(entry: Entry, context: Context) -> Scope:
    """The scope in which an entry opens: the round that the live blog covers, nothing else known."""
    if entry.date_published is None:
        return Scope(round=context.counted_round, night=Night(False, False, False))
    hours = _hours_in(entry.date_published, context)
    early = hours < _hour("first_estimates", context)
    leaked = not early and hours < min(24, _hour("first_counts", context))
    counting = not early and hours < _hour("last_counts", context)
    return Scope(round=context.counted_round, night=Night(early, leaked, counting))


def _hours_in(published: datetime, context: Context) -> float:
    """Hours from the midnight at which polling day begins, where the vote is held."""
    zone = ZoneInfo(context.polling_zone)
    noon = datetime.combine(context.liveblog.date, time(12), ZoneInfo(context.liveblog.timezone))
    polling_day, there = noon.astimezone(zone).date(), published.astimezone(zone)
    return (there.date() - polling_day).days * 24 + there.hour + there.minute / 60


def _hour(name: str, context: Context) -> int:
    """An hour of polling day, by the place of the vote.

    Before ``first_estimates`` an institute's figures are those of a poll; before ``first_counts`` a figure
    without
    a word on its origin is a leaked estimate; before ``last_counts`` (26: two in the morning) a tally of seats goes on.
    """
    hours = context.language["results"].get(name) or {}
    return int(hours.get(context.polling_zone, hours.get("default", 0)))


def scope_of(start: int, end: int, carried: Scope, context: Context, figures: Sequence[int] = ()) -> Scope:
    """The scope of a sentence, given what was carried from the sentences before it.

    ``figures`` is where its figures stand: a round named behind the second is not that of the sentence, and a clause
    set apart with one of them is not asked.
    """
    words = _words(context.language.code)
    cues = context.cues.between(start, end)
    apart = asides(start, end, figures, context)
    sentence = without(start, end, apart, context.text)
    mentions = context.people.between(start, end)
    pollsters = [m for m in mentions if m.entity.kind == "pollster" and not is_inside(m.start, apart)]
    stage = stage_of(sentence, start, end, bool(pollsters), carried.stage, carried.night, context)
    conditional = is_conditional(sentence, start, end, context)
    scope = carried._replace(stage=stage, is_conditional=conditional, before_reminder=EARLIER)
    stop = figures[1] if len(figures) > 1 and not apart else end
    scope = _in_round(scope, start, stop, words, carried, context, sentence[: stop - start])
    if scope.is_past_contest and figures:
        own = carried.before_reminder if carried.is_past_contest else carried.stage
        scope = scope._replace(before_reminder=stage if stage.is_own and stage.name in _COUNTED else own)
    is_poll = stage == ("opinion_poll", "words")
    if is_poll and scope.round == carried.round < context.liveblog.round and words.majority.search(sentence):
        scope = scope._replace(round=context.liveblog.round)  # a poll of this round, in a reminder of the one before
    if 0 < scope.round < context.liveblog.round and not is_poll:
        scope = scope._replace(stage=EARLIER)
    elif carried.round > scope.round == context.liveblog.round and stage.rule == "carried":
        scope = scope._replace(stage=Stage())  # back from the polls of the next round
    elif carried.is_past_contest and not scope.is_past_contest and stage == (EARLIER.name, "carried"):
        scope = scope._replace(stage=carried.before_reminder)  # back from an election of years ago
    elif scope.round > context.liveblog.round and scope.stage.name in ("", "projection"):
        scope = scope._replace(stage=_OF_NEXT_ROUND)
    elif not scope.stage.name and carried.night.is_before_count and not scope.is_past_contest:
        scope = scope._replace(stage=Stage("projection", "before_count"))
    if pollsters:
        scope = scope._replace(pollster=_joined(pollsters, words, context.text))
    if announcer := words.announcers.within(sentence, cues):
        scope = scope._replace(announced_by=announcer[0])
    if relay := _relay(sentence, start, mentions, words):
        scope = scope._replace(relayed_by=relay)
    if tells_everywhere(start, end, context):
        scope = scope._replace(gp_unit="", gp_unit_type="")
    elif not figures and words.byline.search(sentence):
        return scope  # “Harriet Stone in Paris, Owen Pike in Lens”
    elif area := _area(start, end, mentions, context):
        scope = scope._replace(gp_unit=area[0], gp_unit_type=area[1])
    return scope


_COUNTED = ("partial", "final")
_ROUNDS = 2
"""More are the ballots of one evening or one summer."""
EARLIER = Stage("final", "earlier_round")
"""The stage of figures of a round or contest before."""
_OF_NEXT_ROUND = Stage("opinion_poll", "next_round")


def _in_round(scope: Scope, start: int, end: int, words: _Words, carried: Scope, context: Context, plain: str) -> Scope:
    """The scope in the round that the words of ``text[start:end]``, in ``plain`` without what is set apart, are about:
    a reminder holds until they come back to the present.
    """
    covered = context.counted_round
    cues = context.cues.between(start, end)
    plain = words.not_rounds.sub("", plain)
    told = [
        number for number, pattern in words.rounds.items() if cues & pattern.bit and _tells_round(pattern, plain, words)
    ]
    if len(told) > 1 and covered in told and _is_reached(words.rounds[covered], plain, words):
        told.remove(covered)  # “Il y a quinze jours, X avait 27 % et Y 23 %, tous deux qualifiés pour le second tour”
    night = context.liveblog.date.year
    is_years_ago = cues & words.years_ago.bit and _tells_when(words.years_ago.pattern, plain, words, night)
    if is_years_ago or _is_of_other_contest(plain, words, context):
        stage = scope.stage if scope.stage.name == "opinion_poll" and scope.stage.is_own else EARLIER
        return scope._replace(round=0, is_past_contest=True, stage=stage)
    is_ahead = len(told) == 1 and told[0] > covered and not is_after_ballots(context)
    if is_ahead and not _is_of_outcome(plain, cues, scope, words):
        told = []  # qualified for the next round: the figures are still of this one
    if not told and covered > 1 and _DIGIT.search(plain) and _tells_when(words.weeks, plain, words):
        told = [covered - 1]  # il y a huit jours
    if not told and (dated := _dated_round(start, end, scope.stage.name, context)):
        told = [dated]
    if len(told) == 1 and told[0] != covered:
        is_poll = scope.stage == ("opinion_poll", "words")
        is_earlier = told[0] < covered or is_after_ballots(context)
        stage = EARLIER if is_earlier and not is_poll else scope.stage
        return scope._replace(round=told[0], is_past_contest=False, stage=stage)
    if told == [covered] and 0 < carried.round < covered and _is_reached(words.rounds[covered], plain, words):
        told = []  # “X, at 21.95%, missed the run-off”, in a reminder of the round before
    is_current = bool(told) or words.current.within(plain, cues) is not None
    if carried.is_past_contest and not is_current and words.pluperfect.search(plain):
        return scope._replace(round=0, is_past_contest=True, stage=EARLIER)  # “La vague avait alors offert 28 sièges”
    if is_current or carried.is_past_contest:
        return scope._replace(round=covered, is_past_contest=False)
    current = carried.round or covered
    if current < covered and words.outcome.search(plain) and not words.pluperfect.search(plain):
        current = covered  # “Au premier tour, il avait 46,9 %. Y est battue par Z (52,1 %)”
    if scope.round == current and not scope.is_past_contest:
        return scope
    return scope._replace(round=current, is_past_contest=False)


def _is_of_outcome(plain: str, cues: int, scope: Scope, words: _Words) -> bool:
    """Whether a sentence that names the next round is about how it ends: a poll of it, the seats it would give."""
    if words.after_round.search(plain) or (scope.is_conditional and words.seats.within(plain, cues)):
        return True
    is_supposed = scope.stage.name == "opinion_poll" or (scope.is_conditional and scope.stage.name == "projection")
    return is_supposed and words.majority.search(plain) is not None


def _is_of_other_contest(plain: str, words: _Words, context: Context) -> bool:
    """``Aux européennes du 9 juin, X avait réuni 31,4 %``, in a live blog whose identifier tells another election."""
    found = words.other_contest.search(plain) if _DIGIT.search(plain) else None
    if found is None or not _tells_when(words.other_contest, plain, words):
        return False
    contest = fold(context.liveblog.contest_id)
    known = {fold(str(name))[:_STEM] for name in language(context.language.code)["results"]["past_contest"]}
    return any(stem in contest for stem in known) and fold(found["name"])[:_STEM] not in contest


_STEM = 6
"""Letters that tell an election in an identifier: *europe*, *legisl*."""


def of_the_eliminated(figure: int, share: float, scope: Scope, context: Context) -> Scope:
    """``X, éliminé avec 4,40 % des voix, appelle à voter Y``: a share too small to have reached the second round."""
    words, covered = _words(context.language.code), context.liveblog.round
    is_small = covered > 1 and scope.round == covered and share < _THRESHOLD and not scope.stage.is_own
    if not is_small or words.eliminated.search(context.text, max(0, figure - 40), figure) is None:
        return scope
    return scope._replace(round=covered - 1, stage=EARLIER)


_THRESHOLD = 12.5
"""Per cent below which nobody stays for a second round, in France."""


def _tells_when(pattern: re.Pattern[str], plain: str, words: _Words, night: int = 0) -> bool:
    """Whether words of time tell when a sentence plays, and not what its figures are held against; a year after
    that of the night is none.
    """
    return any(
        not (
            (night and _LAST_YEAR.search(match[0]) and int(match[0][-4:]) > night)
            or _is_relative(plain, match.start(), words)
            or _is_passing(match, plain, words)
            or words.set_against.search(plain, 0, match.start())
        )
        for match in pattern.finditer(plain)
    )


_LAST_YEAR = re.compile(r"(?:19|20)\d\d$")


def _tells_round(pattern: Guarded, sentence: str, words: _Words) -> bool:
    """Whether a sentence is about a round, and does not only set tonight against it: *malgré son record du premier
    tour, …*, *mieux qu'au premier tour*.
    """
    return any(
        _SHARE_NEXT.match(sentence, match.end())
        or not (
            words.set_against.search(sentence, 0, match.start())
            or _is_passing(match, sentence, words)
            or _closes_relative(match, sentence, words)
        )
        for match in pattern.pattern.finditer(sentence)
    )


def _closes_relative(match: re.Match[str], sentence: str, words: _Words) -> bool:
    """``32,44 % à X, qui menait pourtant la semaine dernière.``: whether a relative clause without a figure, which
    closes a sentence behind one, names a round.
    """
    comma = sentence.rfind(", ", 0, match.start())
    if comma < 0 or _NO_FIGURE.fullmatch(sentence, comma, match.start()) is None:
        return False
    if _TO_THE_END.match(sentence, match.end()) is None or _DIGIT.search(sentence, 0, comma) is None:
        return False
    return words.relative.match(sentence[comma + 1 : match.start()]) is not None


_NO_FIGURE = re.compile(r"[^\d;:()]*")
_TO_THE_END = re.compile(r"[^,;:()\d]{0,40}[.!]?\s*$")


def _is_reached(pattern: Guarded, sentence: str, words: _Words) -> bool:
    """Whether a sentence names a round only as what somebody has qualified for, or failed to."""
    named = pattern.pattern.finditer(sentence)
    return all(words.reaching.search(sentence, max(0, m.start() - _LEAD), m.start()) for m in named)


_LEAD = 40
"""Characters before the name of a round in which words lead it."""


def _is_passing(match: re.Match[str], sentence: str, words: _Words) -> bool:
    """``X, arrivé deuxième au premier tour, obtient 52%``, ``X, favourites only a week ago, have 143 seats``: a round
    or a time named in what is said apart of somebody, without a figure.
    """
    before, after = sentence[: match.start()], sentence[match.end() :]
    is_apart = match.re is words.weeks and _SAID_APART.search(before) is not None
    return _is_passed(before, after, words) or (is_apart and _CLOSES_CLAUSE.match(after) is not None)


def _is_passed(before: str, after: str, words: _Words) -> bool:
    """Whether what stands between two parts of a sentence is named in a clause set apart, without a figure."""
    closing = _CLOSES_CLAUSE.match(after)
    if closing is None or words.passing_round.search(before) is None:
        return False
    return words.pluperfect.search(after, closing.end()) is None


_SAID_APART = re.compile(r"(?:[A-ZÀ-Ý][\w’'-]{1,40}|\)), (?=[^,;:()\d]*\w{5})[^,;:()\d]{1,90}$")
"""What is said of somebody named, up to a time: *Labour, favourites only*."""
_CLOSES_CLAUSE = re.compile(r"[^,;:()\d]{0,40},\s")


_SHARE_NEXT = re.compile(r"(?:[ \u00a0]\w{1,8})?[ \u00a0]?[(:][ \u00a0]?\d")


def of_those_who_left(start: int, end: int, scope: Scope, context: Context) -> Scope:
    """The scope of the figures of a sentence in which somebody has stood down for somebody else: the round before."""
    words, covered = _words(context.language.code), context.liveblog.round
    if covered < 2 or scope.round != covered or scope.stage.is_own or scope.pollster:
        return scope
    if words.stood_down.search(context.cues, start, end) is None or words.outcome.search(context.text, start, end):
        return scope
    return scope._replace(round=covered - 1, stage=EARLIER)


def _is_relative(sentence: str, offset: int, words: _Words) -> bool:
    """Whether a place lies in a relative clause: *…, qui l'avait délogé en 2008 : 52,1%*."""
    clause = sentence[sentence.rfind(",", 0, offset) + 1 : offset]
    if words.compared.search(sentence[:offset]):
        return True  # “huit de moins qu’en 2019”
    if words.apposed.search(sentence[:offset]) and _CLOSES.match(sentence, offset):
        return True  # “X, allié d'Y en 2017, recueille 7 %”
    if words.that_one.search(clause):
        return True  # “reprend celui qu'elle avait perdu en 2019”
    return words.relative.match(clause) is not None


_CLOSES = re.compile(r"[^,;:()]{0,24},\s|[^,;:()\d]{0,24}(?<!\d)[.!]?$")


def in_clause(start: int, end: int, scope: Scope, context: Context) -> Scope:
    """The scope of one figure: that of its sentence, unless its own clause names another round or contest."""
    words = _words(context.language.code)
    cues = context.cues.between(start, end)
    clause = context.text[start:end]
    is_back = scope.is_past_contest and words.current.within(clause, cues)  # “59.5% two years ago and is now 40.7%”
    if is_back or words.years_ago.within(clause, cues) or any(p.within(clause, cues) for p in words.rounds.values()):
        return _in_round(scope, start, end, words, scope, context, clause)
    return scope


def in_aside(place: int, apart: Iterable[Aside], scope: Scope, context: Context) -> Scope:
    """The scope of a figure: where it stands in a clause set apart that tells a stage of its own, in that stage."""
    before: Scope | None = None
    for aside in apart:
        if not aside.start <= place < aside.end:
            before = in_clause(*aside, scope, context) if context.text[aside.start] == "(" else before
        else:
            if before is not None and _goes_on_in(before, aside, scope, context):
                return scope._replace(round=before.round, stage=EARLIER)
            pronoun = _words(context.language.code).relative.match(context.text, aside.start + 1, aside.end)
            scope = in_clause(pronoun.end() if pronoun else aside.start, aside.end, scope, context)
            has_institute = bool(context.people.of_kind("pollster", *aside))
            clause = context.text[aside.start : aside.end]
            carried = Stage() if tells_poll_of_before(clause, *aside, context) else scope.stage
            stage = stage_of(clause, *aside, has_institute, carried, scope.night, context)
            return scope._replace(stage=stage) if stage.is_own else scope
    return scope


def _goes_on_in(before: Scope, aside: Aside, scope: Scope, context: Context) -> bool:
    """``X (27,7 % au premier tour) affronte Y (25,1 %)``: whether a figure in parentheses is of the earlier round that
    the parentheses before it have told. Not beside an outcome: *X (24 % au premier tour) bat Y (42 %)*.
    """
    words, cues = _words(context.language.code), context.cues
    if not 0 < before.round < scope.round or context.text[aside.start] != "(":
        return False
    if in_clause(*aside, scope, context) != scope:
        return False
    head = context.text.rfind("\n", 0, aside.start) + 1
    return not words.current.within(context.text[head : aside.start], cues.between(head, aside.start))


def tells_another_time(start: int, end: int, context: Context) -> bool:
    """Whether words name another round or an earlier contest: *il y a une semaine (34,2%)*."""
    words, cues = _words(context.language.code), context.cues
    others = [pattern for number, pattern in words.rounds.items() if number != context.liveblog.round]
    return any(pattern.search(cues, start, end) is not None for pattern in (*others, words.years_ago))


def is_after_ballots(context: Context) -> bool:
    """Whether a contest for a party's choice was preceded by several ballots, each told of afterwards: *in the fifth
    ballot of MPs*.
    """
    further = (number for number in _words(context.language.code).rounds if number > _ROUNDS)
    return context.liveblog.election_type == "primary" and any(names_round(number, context) for number in further)


def names_round(number: int, context: Context) -> bool:
    """Whether the document speaks of a round of voting anywhere."""
    pattern = _words(context.language.code).rounds.get(number)
    return pattern is not None and pattern.is_in_document(context.cues)


def _dated_round(start: int, end: int, stage: str, context: Context) -> int | None:
    """The other round that a date tells, when it lies one week to five months from the live blog's day."""
    liveblog, text, words = context.liveblog, context.text, _words(context.language.code)
    months = words.months
    if not _DIGIT.search(text, start, end):
        return None
    if (
        liveblog.round > 1
        and context.cues.between(start, end) & months.bit
        and _names_month_before(start, end, context)
    ):
        return liveblog.round - 1
    if not (context.cues.between(start, end) & months.bit or _NUMERIC_DATE.search(text, start, end)):
        return None
    for first, last, partial in calendar(context.language.code).dated(text, start, end):
        if _is_passed(text[start:first], text[last:end], words):
            continue  # “X, premier le 23 mars, finit à 35,02 %”
        if words.there_then.search(text, start, first) and _TO_THE_END.match(text, last, end):
            continue  # “X est en tête, là où Y dominait le 10 avril”
        day = partial.near(liveblog.date) if partial.day else None
        if day and liveblog.round > 1 and timedelta(days=6) <= liveblog.date - day <= BETWEEN_ROUNDS:
            return liveblog.round - 1
        if day and stage == "opinion_poll" and 6 <= (day - liveblog.date).days <= 60:
            return liveblog.round + 1
    return None


def _names_month_before(start: int, end: int, context: Context) -> bool:
    """``In November X had 70.2%``: a month without its day, of the five before the live blog's."""
    known, today = calendar(context.language.code), context.liveblog.date
    for match in _words(context.language.code).in_month.finditer(fold(context.text[start:end])):
        if may_be_of_round_before(known.months[match["month"].lower()], today):
            return True
    return False


def _joined(pollsters: list[Mention], words: _Words, text: str) -> str:
    """``Ipsos/Sopra Steria`` as printed when two institutes are joined by a mark."""
    first = pollsters[0]
    end = first.end
    for other in pollsters[1:]:
        if words.joint.fullmatch(text, end, other.start) is None:
            break
        end = other.end
    return text[first.start : end]


def _relay(sentence: str, start: int, mentions: Iterable[Mention], words: _Words) -> str:
    """The outlet that passes the figure on: ``selon Le Soir``, ``relayé par le site belge Le Soir``."""
    for mention in mentions:
        if mention.entity.kind == "outlet":
            before = sentence[max(0, mention.start - start - 40) : mention.start - start]
            if words.relays.search(before):
                return mention.entity.name
    return ""


def _area(start: int, end: int, mentions: Iterable[Mention], context: Context) -> tuple[str, str] | None:
    """The area that a sentence opens with or names: a numbered constituency, a place after *dans*, *à*,
    *in*.
    """
    grammar = _area_grammar(context.language.code)
    text = context.text
    if match := grammar.constituency.search(context.cues, start, end):
        return " ".join(match[0].split()), "constituency"
    for mention in mentions:
        if _is_area(mention, start, context):
            return mention.entity.name, mention.entity.place_type or "constituency"
    if (match := grammar.unknown.search(text, start, end)) and may_be_place(*match.span("place"), context):
        return match["place"], "constituency"
    return None


def may_be_place(start: int, end: int, context: Context) -> bool:
    """Whether unexplained capitals are neither somebody nor a common word: *Declared: …*."""
    mention = context.people.at(start)
    if mention is not None and mention.entity.kind not in ("place", "unknown"):
        return False
    if any(m.entity.kind in ("person", "party") for m in context.people.between(start, end)):
        return False
    common = context.people.common_words  # as printed without a capital, and folded
    return not all(word in common or fold(word) in common for word in context.text[start:end].lower().split())


def _is_area(mention: Mention, start: int, context: Context) -> bool:
    """Whether a place is where votes were counted, by what stands around it."""
    if mention.entity.kind != "place" or context.quotation_at(mention.start):
        return False
    text = context.text
    if mention.entity.place_type == "country" and mention.entity.name in _area_grammar(context.language.code).whole:
        return False
    grammar = _area_grammar(context.language.code)
    if is_taken(mention.start, context, start):
        return is_whole_place(mention.end, context)
    if of := grammar.of.search(text, max(start, mention.start - 8), mention.start):
        whose = context.people.at(of.start() - 1)
        if whose is not None and whose.entity.kind == "person":
            return False  # “Senator X of Massachusetts”
    if grammar.preposition.search(text, max(start, mention.start - 30), mention.start):
        return not grammar.told_in.search(text, max(start, mention.start - 80), mention.start)
    if _DATELINE.match(text, mention.end) and text[mention.start : mention.end].isupper():
        return False
    if grammar.spoken_of.match(text, mention.end):
        return True  # “la Normandie, où X devance Y”, “le dernier chiffre, celui de Paca : X 36 %”
    return mention.start - start <= 3 and text[mention.end : mention.end + 1] in (*":\n ,\u00a0?!.", "")


def tells_everywhere(start: int, end: int, context: Context) -> bool:
    """Whether words say that figures are of the whole contest: *nationally*."""
    return _area_grammar(context.language.code).everywhere.search(context.cues, start, end) is not None


def is_taken(place: int, context: Context, low: int = 0) -> bool:
    """Whether a verb of winning or losing stands right before a place."""
    return _area_grammar(context.language.code).taking.search(context.text, max(low, place - 40), place) is not None


def is_whole_place(end: int, context: Context) -> bool:
    """Whether a place that ends here is all that somebody wins or loses, and does not describe what follows: *Ohio
    governor X*.
    """
    return _area_grammar(context.language.code).behind_taken.match(context.text, end) is not None


_DATELINE = re.compile(r"(?:,[ \u00a0][A-Z][\w.]{1,12})?[ \u00a0](?:\([^()\n]{2,20}\)[ \u00a0]?)?[-–—]")
"""After a place in capitals: *PARIS - *, *LONDON (Reuters) – *, *MANCHESTER, N.H. — *."""


def area_of_figure(low: int, figure_start: int, figure_end: int, high: int, context: Context) -> tuple[str, str] | None:
    """The area of one figure: the place just after it (*69,6% en Guadeloupe*), else the last one before
    it in its clause.
    """
    grammar = _area_grammar(context.language.code)
    after = grammar.after_figure.match(context.text, figure_end, high)
    if after is not None:
        mention = context.people.at(after.end())
        is_next = mention is not None and figure_end < mention.start <= after.end()  # its article may be its own
        if mention is not None and is_next and mention.entity.kind == "place":
            return mention.entity.name, mention.entity.place_type or "constituency"
    before = [
        mention
        for mention in context.people.between(low, figure_start)
        if _is_area(mention, low, context) or _has_figure(mention, low, figure_start, grammar, context)
    ]
    if before:
        return before[-1].entity.name, before[-1].entity.place_type or "constituency"
    return None


def _has_figure(mention: Mention, low: int, figure: int, grammar: _AreaGrammar, context: Context) -> bool:
    """``England voted 53.4% for Leave, Wales 52.5%``: a place set apart, with its figure right behind it."""
    if mention.entity.kind != "place" or context.quotation_at(mention.start) or mention.entity.name in grammar.whole:
        return False
    is_apart = grammar.set_apart.search(context.text, max(low, mention.start - 12), mention.start)
    if is_apart is None:
        return False
    joined = context.people.at(is_apart.start() - 2) if context.text[is_apart.start()].isalpha() else None
    if joined is not None and joined.entity.kind == "place":
        return False  # “England and Wales went 53.4% for Leave” together
    return grammar.having.fullmatch(context.text, mention.end, figure) is not None


@dataclass(frozen=True, slots=True)
class _AreaGrammar:
    constituency: Guarded
    preposition: re.Pattern[str]
    of: re.Pattern[str]
    everywhere: Guarded  # what tells figures of the whole contest: *au niveau national*
    taking: re.Pattern[str]  # before a place that somebody wins or loses
    behind_taken: re.Pattern[str]
    spoken_of: re.Pattern[str]  # behind a place of which something is told
    after_figure: re.Pattern[str]
    having: re.Pattern[str]
    set_apart: re.Pattern[str]
    told_in: re.Pattern[str]
    unknown: re.Pattern[str]
    whole: frozenset[str]


@cache
def _area_grammar(code: str) -> _AreaGrammar:
    results, small = language(code)["results"], small_words(code)
    section = results.get("areas") or {}
    prepositions = "|".join(sorted(section.get("prepositions", ["(?!)"]), key=len, reverse=True))
    share = "|".join(sorted(map(spelled, map(str, results["share_of"])), key=len, reverse=True))
    return _AreaGrammar(
        constituency=guard(re.compile(section["constituency"]) if section.get("constituency") else NEVER, code),
        of=re.compile(rf"[\s\u00a0]{small.before('of')}$"),
        everywhere=guard(any_of([section["everywhere"]], raw=True) if section.get("everywhere") else NEVER, code),
        taking=re.compile(
            rf"(?<!\w)(?:{section['taking']})(?:[\s\u00a0]|(?<=['’])){small.before('definite')}?$"
            if section.get("taking")
            else "(?!)",
            re.IGNORECASE,
        ),
        behind_taken=re.compile(
            rf"[\s\u00a0]?(?:[.,;:!?()\n–—]|['’]s?(?!\w)|$)|[\s\u00a0](?:\d|"
            rf"(?:{section.get('unit_nouns', '(?!)')}|"
            rf"{small.whole('to', 'at', 'in', 'with', 'by', 'for', 'from', 'under', 'since', 'but', 'then', 'and')})\b)"
        ),
        spoken_of=re.compile(
            rf"[\s\u00a0]?:(?!\w)|,[\s\u00a0](?:{section['where']})(?!\w)(?=[^.;!?\n]{{0,120}}\d[\d.,]{{0,5}}[\s\u00a0]?%)"
            if section.get("where")
            else "(?!)"
        ),
        preposition=re.compile(rf"(?<!\w)(?:{prepositions})(?:[\s\u00a0]|(?<=['’]))$", re.IGNORECASE),
        after_figure=re.compile(
            rf"(?:[\s\u00a0](?:{share}))?[\s\u00a0](?:{prepositions})(?:[\s\u00a0]|(?<=['’]))", re.IGNORECASE
        ),
        having=re.compile(
            rf"[\s\u00a0]?[:(]?[\s\u00a0]?(?:(?:{section['having']})[\s\u00a0])?" if section.get("having") else "(?!)",
            re.IGNORECASE,
        ),
        set_apart=re.compile(
            rf"(?:[,;:–—]|(?<!\w){small.whole('and', 'but', 'while')})[\s\u00a0]"
            rf"{small.before('and', 'but', 'while', 'then')}?{small.before('definite')}?$"
        ),
        told_in=re.compile(
            rf"(?<!\w)(?:{section['told_in']})(?:[\s\u00a0][^,;:.!?\n]{{0,48}})?$"
            if section.get("told_in")
            else "(?!)",
            re.IGNORECASE,
        ),
        unknown=re.compile(section["unknown"]) if section.get("unknown") else NEVER,
        whole=frozenset(section.get("whole") or ()),
    )


def option_groups(code: str) -> list[tuple[str, str, str]]:
    """Options that are not names, as the language file lists them: (form, name, type of option)."""
    groups = language(code)["results"]["groups"]
    return [
        (form, form if type_ == "list" else phrases(str(line))[0], type_)
        for type_, lines in groups.items()
        for line in lines
        for form in phrases(str(line))
    ]
