"""What a passage says about the figures in it: stage, round, area, how far the count is, who announces.

A scope is read sentence by sentence and carried on: what the headline or the first sentence says holds until
a later sentence says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from minutier.document import Entry
from minutier.extract.context import Context
from minutier.extract.folding import fold, phrases
from minutier.extract.people import Mention
from minutier.extract.prefilter import Guarded, guard
from minutier.languages import language
from minutier.languages.dates import calendar

_NEVER = re.compile(r"(?!)")
_DIGIT = re.compile(r"\d")
_NUMERIC_DATE = re.compile(r"\d[/.‐‑‒–—―−-]\d")


class Scope(NamedTuple):
    """What holds for a figure. ``round`` is 0 for another contest; ``is_conditional``: the verbs say
    *would*.
    """

    stage: str = ""
    round: int = 0
    is_past_contest: bool = False
    is_conditional: bool = False
    has_own_stage: bool = False
    is_before_estimates: bool = False
    is_before_count: bool = False
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
    not_stages: Guarded
    stages: dict[str, Guarded]
    conditional: Guarded
    rounds: dict[int, Guarded]
    current: Guarded
    months: Guarded
    past_contest: re.Pattern[str]
    years_ago: Guarded
    under_way: Guarded
    announcers: Guarded
    relays: re.Pattern[str]


def any_of(words: Iterable[str], *, raw: bool = False) -> re.Pattern[str]:
    """A pattern that finds any of some words or phrases, whole, in any case; ``raw`` takes them as
    patterns.
    """
    forms = sorted(map(str, words), key=len, reverse=True)
    if not forms:
        return _NEVER
    patterns = forms if raw else map(spelled, forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def spelled(form: str) -> str:
    """The pattern of a word or phrase in any typography: apostrophes, no-break spaces, letters without
    their accents (*RESULTATS DEFINITIFS*).
    """
    plain = re.escape(form).replace("'", "['’]").replace(r"\ ", r"[ \u00a0]")
    return plain.translate(_ANY_ACCENT)


_ANY_ACCENT = {ord(letter): f"[{letter}{fold(letter)}]" for letter in "àâäçéèêëîïôöùûü"}


def unaccented_head(pattern: str) -> str:
    """A pattern that also finds words whose first letter is printed without its accent: *Elu*, *Eliminé*."""
    return re.sub(r"(?<![\w\\])é", "[ée]", pattern)


@cache
def _words(code: str) -> _Words:
    section = language(code)["results"]
    rounds = section["rounds"]

    def guarded(words: Iterable[str], *, raw: bool = False) -> Guarded:
        return guard(any_of(words, raw=raw), code)

    return _Words(
        not_stages=guarded(section["not_stages"], raw=True),
        stages={stage: guarded(words) for stage, words in section["stages"].items()},
        conditional=guard(re.compile(section["conditional"], re.IGNORECASE), code),
        rounds={int(r): guarded(words) for r, words in rounds.items() if str(r).isdigit()},
        current=guarded(rounds["current"]),
        months=guard(re.compile("|".join(calendar(code).months)), code),
        past_contest=any_of(section["past_contest"]),
        years_ago=guarded(section["years_ago"], raw=True),
        under_way=guarded(section["under_way"]),
        announcers=guarded(section["announced_by"]),
        relays=any_of(section["relayed"], raw=True),
    )


def opening_scope(entry: Entry, context: Context) -> Scope:
    """The scope in which an entry opens: the round that the live blog covers, nothing else known."""
    published = entry.date_published
    early = published is not None and (
        published.date() < context.liveblog.date
        or (published.date() == context.liveblog.date and published.hour < _hour("first_estimates", context))
    )
    leaked = (
        published is not None
        and published.date() == context.liveblog.date
        and _hour("first_estimates", context) <= published.hour < _hour("first_counts", context)
    )
    return Scope(round=context.liveblog.round, is_before_estimates=early, is_before_count=leaked)


def _hour(name: str, context: Context) -> int:
    """An hour of polling day, by the place of the live blog.

    Before ``first_estimates`` an institute's figures are those of a poll; before ``first_counts`` a figure
    without
    a word on its origin is a leaked estimate.
    """
    hours = context.language["results"].get(name) or {}
    return int(hours.get(context.liveblog.timezone, hours.get("default", 0)))


def scope_of(start: int, end: int, carried: Scope, context: Context, opening: int | None = None) -> Scope:
    """The scope of a sentence, given what was carried from the sentences before it.

    ``opening`` is where the clause of its first figure ends: a round named later is not that of the sentence.
    """
    words = _words(context.language.code)
    cues = context.cues.between(start, end)
    sentence = context.text[start:end]
    plain = sentence
    if cues & words.not_stages.bit:
        plain = words.not_stages.pattern.sub(lambda m: " " * len(m[0]), sentence)
    mentions = context.people.between(start, end)
    pollsters = [m for m in mentions if m.entity.kind == "pollster"]
    conditional = words.conditional.within(plain, cues) is not None
    stages = {stage for stage, pattern in words.stages.items() if cues & pattern.bit and pattern.pattern.search(plain)}
    under_way = words.under_way.within(plain, cues) is not None
    stage = _stage(stages, bool(pollsters), conditional, under_way, carried)
    own = bool(pollsters) or bool(stages)
    scope = carried
    if (stage, own, conditional) != (carried.stage, carried.has_own_stage, carried.is_conditional):
        scope = carried._replace(stage=stage, has_own_stage=own, is_conditional=conditional)
    scope = _in_round(scope, start, opening or end, words, carried, context)
    if "opinion_poll" in stages and scope.round == carried.round < context.liveblog.round and _MAJORITY.search(plain):
        scope = scope._replace(round=context.liveblog.round)  # a poll of this round, in a reminder of the one before
    if 0 < scope.round < context.liveblog.round:
        scope = scope._replace(stage="final") if scope.stage != "final" else scope
    elif not scope.stage and carried.is_before_count and not scope.is_past_contest:
        scope = scope._replace(stage="projection")
    if pollsters:
        scope = scope._replace(pollster=_joined(pollsters, context.text))
    if announcer := words.announcers.within(sentence, cues):
        scope = scope._replace(announced_by=announcer[0])
    if relay := _relay(sentence, start, mentions, words):
        scope = scope._replace(relayed_by=relay)
    if area := _area(start, end, mentions, context):
        scope = scope._replace(gp_unit=area[0], gp_unit_type=area[1])
    return scope


def _stage(told: set[str], has_pollster: bool, conditional: bool, is_under_way: bool, carried: Scope) -> str:
    """The firmest of the stages that the words tell, else what was carried or can be assumed."""
    found = set(told)
    if carried.stage == "exit_poll" or (carried.stage == "projection" and not has_pollster):
        found.discard("opinion_poll")
    if has_pollster and carried.stage == "opinion_poll" and found == {"final"}:
        return "opinion_poll"  # “Ifop's final one”
    for stage in ("exit_poll", "projection", "opinion_poll", "final", "partial"):
        if stage in found:
            return stage
    if carried.stage:
        return carried.stage
    if has_pollster and carried.is_before_estimates:
        return "opinion_poll"
    if has_pollster or conditional:
        return "projection"
    return "partial" if is_under_way else ""


def _in_round(scope: Scope, start: int, end: int, words: _Words, carried: Scope, context: Context) -> Scope:
    """The scope in the round that the words are about: a reminder holds until they come back to the
    present.
    """
    covered = context.liveblog.round
    cues = context.cues.between(start, end)
    plain = context.text[start:end]
    told = [number for number, pattern in words.rounds.items() if cues & pattern.bit and pattern.pattern.search(plain)]
    if cues & words.years_ago.bit and any(
        not _is_relative(plain, match.start()) for match in words.years_ago.pattern.finditer(plain)
    ):
        return scope._replace(round=0, is_past_contest=True)
    if len(told) == 1 and told[0] > covered and not (scope.stage == "opinion_poll" and _MAJORITY.search(plain)):
        told = []  # qualified for the next round: the figures are still of this one
    if not told and (dated := _dated_round(start, end, scope.stage, context)):
        told = [dated]
    if len(told) == 1 and told[0] != covered:
        stage = "final" if told[0] < covered else scope.stage
        return scope._replace(round=told[0], is_past_contest=False, stage=stage)
    if told or words.current.within(plain, cues) or carried.is_past_contest:
        return scope._replace(round=covered, is_past_contest=False)
    current = carried.round or covered
    if scope.round == current and not scope.is_past_contest:
        return scope
    return scope._replace(round=current, is_past_contest=False)


_MAJORITY = re.compile(r"(?<![\d.,])(?:[5-9]\d(?:[.,]\d{1,2})?)[ \u00a0]?(?:%|p(?:er|our) ?cent)")
"""A share of a half or more: of a duel, not of a first round of many."""


def _is_relative(sentence: str, offset: int) -> bool:
    """Whether a place lies in a relative clause: *…, qui l'avait délogé en 2008 : 52,1%*."""
    clause = sentence[sentence.rfind(",", 0, offset) + 1 : offset]
    if re.search(r"(?:\b[Qq]u['’]|\bthan |\bsince |\bdepuis )$", sentence[:offset]):
        return True  # “huit de moins qu’en 2019”
    return (
        re.match(
            r"\s*(?:(?:l[ae]s?|the|une?|an?)\s\w+\s|l['’]\w+\s)?(?:qui|que|qu['’]|dont|où|who|which|whom|whose)\b",
            clause,
        )
        is not None
    )


def in_clause(start: int, end: int, scope: Scope, context: Context) -> Scope:
    """The scope of one figure: that of its sentence, unless its own clause names another round or contest."""
    words = _words(context.language.code)
    cues = context.cues.between(start, end)
    clause = context.text[start:end]
    if any(p.within(clause, cues) for p in words.rounds.values()) or words.years_ago.within(clause, cues):
        return _in_round(scope, start, end, words, scope, context)
    return scope


def tells_another_time(start: int, end: int, context: Context) -> bool:
    """Whether words name another round or an earlier contest: *il y a une semaine (34,2%)*."""
    words, cues = _words(context.language.code), context.cues
    others = [pattern for number, pattern in words.rounds.items() if number != context.liveblog.round]
    return any(pattern.search(cues, start, end) is not None for pattern in (*others, words.years_ago))


def names_round(number: int, context: Context) -> bool:
    """Whether the document speaks of a round of voting anywhere."""
    pattern = _words(context.language.code).rounds.get(number)
    return pattern is not None and pattern.is_in_document(context.cues)


def _dated_round(start: int, end: int, stage: str, context: Context) -> int | None:
    """The other round that a date tells, when it lies one week to five months from the live blog's day."""
    liveblog, text, months = context.liveblog, context.text, _words(context.language.code).months
    if not _DIGIT.search(text, start, end):
        return None
    if not (context.cues.between(start, end) & months.bit or _NUMERIC_DATE.search(text, start, end)):
        return None
    for _, _, partial in calendar(context.language.code).dated(text, start, end):
        day = partial.near(liveblog.date) if partial.day else None
        if day and liveblog.round > 1 and 6 <= (liveblog.date - day).days <= 150:
            return liveblog.round - 1
        if day and stage == "opinion_poll" and 6 <= (day - liveblog.date).days <= 60:
            return liveblog.round + 1
    return None


def _joined(pollsters: list[Mention], text: str) -> str:
    """``Ipsos/Sopra Steria`` as printed when two institutes are joined by a mark."""
    first = pollsters[0]
    end = first.end
    for other in pollsters[1:]:
        if text[end : other.start] not in ("/", "-", "–", " et ", " and ", " et l'", " et l’"):
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
    if (match := grammar.unknown.search(text, start, end)) and _may_be_place(match, context):
        return match["place"], "constituency"
    return None


def _may_be_place(match: re.Match[str], context: Context) -> bool:
    """Whether unexplained capitals before a colon are neither somebody nor a common word: *Declared: …*."""
    mention = context.people.at(match.start("place"))
    if mention is not None and mention.entity.kind not in ("place", "unknown"):
        return False
    return not all(word in context.people.common_words for word in match["place"].lower().split())


def _is_area(mention: Mention, start: int, context: Context) -> bool:
    """Whether a place is where votes were counted, by what stands around it."""
    if mention.entity.kind != "place" or context.quotation_at(mention.start):
        return False
    text = context.text
    if mention.entity.place_type == "country" and mention.entity.name in _area_grammar(context.language.code).whole:
        return False
    if _area_grammar(context.language.code).preposition.search(text, max(start, mention.start - 30), mention.start):
        return True
    if _DATELINE.match(text, mention.end) and text[mention.start : mention.end].isupper():
        return False
    return mention.start - start <= 3 and text[mention.end : mention.end + 1] in (
        ":",
        "\n",
        "",
        " ",
        ",",
        "\u00a0",
        "?",
    )


_DATELINE = re.compile(r"[ \u00a0](?:\([^()\n]{2,20}\)[ \u00a0]?)?[-–—]")
"""After a place in capitals: *PARIS - *, *LONDON (Reuters) – *."""


def area_of_figure(low: int, figure_start: int, figure_end: int, high: int, context: Context) -> tuple[str, str] | None:
    """The area of one figure: the place just after it (*69,6% en Guadeloupe*), else the last one before
    it in its clause.
    """
    grammar = _area_grammar(context.language.code)
    after = grammar.after_figure.match(context.text, figure_end, high)
    if after is not None:
        mention = context.people.at(after.end())
        if mention is not None and mention.start == after.end() and mention.entity.kind == "place":
            return mention.entity.name, mention.entity.place_type or "constituency"
    before = [m for m in context.people.between(low, figure_start) if _is_area(m, low, context)]
    if before:
        return before[-1].entity.name, before[-1].entity.place_type or "constituency"
    return None


@dataclass(frozen=True, slots=True)
class _AreaGrammar:
    constituency: Guarded
    preposition: re.Pattern[str]
    after_figure: re.Pattern[str]
    unknown: re.Pattern[str]
    whole: frozenset[str]


@cache
def _area_grammar(code: str) -> _AreaGrammar:
    results = language(code)["results"]
    section = results.get("areas") or {}
    prepositions = "|".join(sorted(section.get("prepositions", ["(?!)"]), key=len, reverse=True))
    share = "|".join(sorted(map(spelled, map(str, results["share_of"])), key=len, reverse=True))
    return _AreaGrammar(
        constituency=guard(re.compile(section["constituency"]) if section.get("constituency") else _NEVER, code),
        preposition=re.compile(rf"(?<!\w)(?:{prepositions})(?:[\s\u00a0]|(?<=['’]))$", re.IGNORECASE),
        after_figure=re.compile(
            rf"(?:[\s\u00a0](?:{share}))?[\s\u00a0](?:{prepositions})(?:[\s\u00a0]|(?<=['’]))", re.IGNORECASE
        ),
        unknown=re.compile(section["unknown"]) if section.get("unknown") else _NEVER,
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
