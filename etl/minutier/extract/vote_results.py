"""Rules of the table vote_results: which option has which figure, and who is said to have won or lost.

A sentence is read as a row of options and figures. Each figure goes to the option that its neighbourhood
names: *X (23%)*, *X : 23%*, *23% pour X*, *X obtient 23%*, *59,85% contre 40,15%*. What the neighbourhood says
to be something else (turnout, counts, approval, margins, money) is left to others or reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from minutier.document import Entry, Issue, Row
from minutier.extract.context import Context, Found
from minutier.extract.numbers import Figure, figures
from minutier.extract.options import Option, coordinated, is_referendum, options_in
from minutier.extract.people import Entity, Gender
from minutier.extract.scope import Scope, any_of, in_clause, opening_scope, scope_of, spelled, unaccented_head
from minutier.languages import language

_COLUMNS = {"percent": "vote_pct", "votes": "votes", "seats": "seats"}
_SPACE = r"[\s\u00a0\u202f]"
_PARENTHESIS = re.compile(r"[\s\u00a0]?\([^()\n]{1,60}\)")


@dataclass(frozen=True, slots=True)
class _Grammar:
    trigger: re.Pattern[str]
    share_of: re.Pattern[str]
    counted: re.Pattern[str]
    units_reported: re.Pattern[str]
    elsewhere: re.Pattern[str]
    participation: re.Pattern[str]
    subgroup: re.Pattern[str]
    towards: re.Pattern[str]
    versus: re.Pattern[str]
    each: re.Pattern[str]
    same: re.Pattern[str]
    linked: re.Pattern[str]
    verb: re.Pattern[str]
    described_after: re.Pattern[str]
    pronouns: dict[str, Gender]
    fronting: re.Pattern[str]
    bystander: re.Pattern[str]
    margin: re.Pattern[str]
    object_of: re.Pattern[str]
    bare_lead: re.Pattern[str]
    bare_end: re.Pattern[str]
    standing_for: re.Pattern[str]
    related: re.Pattern[str]
    tied_with: re.Pattern[str]
    opening_participle: re.Pattern[str]
    sports: re.Pattern[str]
    relation: re.Pattern[str]
    unit_nouns: re.Pattern[str]
    based_on: re.Pattern[str]
    of_electorate: re.Pattern[str]
    passive: re.Pattern[str]
    own_clause: re.Pattern[str]
    margin_before: re.Pattern[str]
    hypothetical: re.Pattern[str]
    calls: dict[str, tuple[re.Pattern[str], re.Pattern[str]]]
    party_calls: dict[str, tuple[re.Pattern[str], re.Pattern[str]]]
    loose_calls: dict[str, re.Pattern[str]]


@cache
def _grammar(code: str) -> _Grammar:
    section = language(code)["results"]
    share = "|".join(sorted(map(_spelled, section["share_of"]), key=len, reverse=True))
    towards = "|".join(sorted(map(_spelled, section["for"]), key=len, reverse=True))
    versus = "|".join(sorted(map(_spelled, section["versus"]), key=len, reverse=True))
    article = r"(?:[Ll][ae]s?[\s\u00a0]|[Ll]['’]|the[\s\u00a0]|[Ss]on[\s\u00a0]|[Uu]ne?[\s\u00a0])?"
    qualified = rf"{article}(?:[a-zà-öø-ÿœ-]{{2,20}}[\s\u00a0]|d['’]){{0,4}}"
    return _Grammar(
        trigger=re.compile(rf"\d|{_call_words(section['calls'])}", re.IGNORECASE),
        share_of=re.compile(rf"{_SPACE}(?:{share})(?!\w)", re.IGNORECASE),
        counted=re.compile(rf"{_SPACE}?(?:{'|'.join(section['counted'])})", re.IGNORECASE),
        units_reported=re.compile(rf"{_SPACE}?(?:{'|'.join(section['units_reported'])}){_SPACE}?", re.IGNORECASE),
        elsewhere=any_of(word for words in section["not_results"].values() for word in words),
        participation=any_of(section["participation"]),
        subgroup=re.compile(rf"{_SPACE}(?:{section['subgroup']})", re.IGNORECASE),
        towards=re.compile(
            rf"(?:{_SPACE}(?:{share}))?{_SPACE}(?:{towards})[\s\u00a0](?:[^,.;:()\d]{{3,50}},[\s\u00a0])?{qualified}", re.IGNORECASE
        ),
        versus=re.compile(rf"(?:{_SPACE}(?:{share}))?,?{_SPACE}?(?:{versus}|-|–){_SPACE}", re.IGNORECASE),
        each=any_of(section["each"]),
        same=re.compile(rf"(?:{_SPACE}(?:{share}))?{_SPACE}?(?:[(,;/]|,?{_SPACE}(?:{section['and_also']}))(?:{_SPACE}(?:{section['and_also']}))?{_SPACE}?", re.IGNORECASE),
        linked=re.compile(rf"(?:{_SPACE}?[:–—=-]{_SPACE}?|,?{_SPACE}(?:{section['with']}){_SPACE}(?:{section['about']}){{0,1}}|{_SPACE}?\(?){_SPACE}?(?:{section['about']})?", re.IGNORECASE),
        verb=re.compile(rf"(?<!\w)(?:{section['verb_forms']})(?!\w)", re.IGNORECASE),
        described_after=re.compile(
            rf"(?:{_SPACE}(?:{share}))?{_SPACE}(?:{towards})[\s\u00a0](?P<phrase>[^,.;:()«»“”\"\n\d]{{2,60}})(?=[,.;:()\n\d]|{_SPACE}(?:et|and){_SPACE}|$)",
            re.IGNORECASE,
        ),
        pronouns={
            form: gender for gender, forms in language(code)["people"]["pronouns"].items() for form in map(str, forms)
        },
        fronting=re.compile(rf"(?:^|[.;:!?\n]\s{{0,2}})(?:{section['fronting']}){_SPACE}(?:{section['about']})?$", re.IGNORECASE),
        bystander=re.compile(rf"(?<!\w)(?:{section['bystander_before']}){_SPACE}?(?:l[ae]s?{_SPACE}|l['’]|the{_SPACE})?(?:[\w-]+(?:['’]s?)?{_SPACE}){{0,2}}$", re.IGNORECASE),
        margin=re.compile(section["margin_after"], re.IGNORECASE),
        passive=re.compile(rf"(?<!\w)(?:{section['defeated_by']}){_SPACE}(?:[\w’'-]+{_SPACE}){{0,3}}$", re.IGNORECASE),
        based_on=re.compile(rf"(?<!\w)(?:{section['based_on']}){_SPACE}(?:{section['about']})?$", re.IGNORECASE),
        of_electorate=re.compile(rf"{_SPACE}(?:{section['of_electorate']})", re.IGNORECASE),
        related=re.compile(rf"(?<!\w)(?:{section['related']})[\s\u00a0]?$", re.IGNORECASE),
        standing_for=re.compile(rf"(?<!\w)(?:{section['standing_for']})[\s\u00a0](?:l[ae]s?[\s\u00a0]|l['’]|the[\s\u00a0])?$", re.IGNORECASE),
        tied_with=re.compile(rf"(?:{_SPACE}(?:{share}))?,?{_SPACE}(?:{section['tied_with']}){_SPACE}{qualified}", re.IGNORECASE),
        opening_participle=re.compile(rf"[«“\"\s]*(?:{unaccented_head(section['opening_participle'])})(?!\w)", re.IGNORECASE),
        sports=any_of(section["not_results"]["sports"]),
        relation=any_of(section["relations"]),
        bare_end=re.compile(rf"{_SPACE}?(?:[,.;:)(\]\n–—!?]|$)|{_SPACE}(?:-|(?:{towards}|{versus}|et|and|ou|or|puis|then|while|mais|but)(?!\w))", re.IGNORECASE),
        unit_nouns=any_of(language(code)["numbers"]["units"]["seats"]),
        bare_lead=re.compile(rf"(?<!\w)(?:{section['before_bare_number']}){_SPACE}$", re.IGNORECASE),
        own_clause=re.compile(rf"(?:[\s\u00a0]?\([^()\n]{{1,40}}\))?,?{_SPACE}(?:{section['own_clause']})(?!\w)", re.IGNORECASE),
        margin_before=re.compile(rf"(?<!\w)(?:{section['margin_before']})$", re.IGNORECASE),
        hypothetical=re.compile(rf"(?<!\w)(?:{section['hypothetical']})$", re.IGNORECASE),
        object_of=re.compile(rf"(?<!\w)(?:{section['defeating']}|{section['defeated_by']}){_SPACE}(?:[\w’'-]+{_SPACE}){{0,4}}$", re.IGNORECASE),
        calls={status: _call(patterns) for status, patterns in section["calls"].items()},
        loose_calls={
            status: re.compile(rf"(?<!\w)(?:{unaccented_head(verbs)})(?!\w)", re.IGNORECASE)
            for status, verbs in section["loose_calls"].items()
        },
        party_calls={status: _call(patterns) for status, patterns in section["party_calls"].items()},
    )


def _spelled(form: str) -> str:
    return spelled(str(form))


def _call_words(calls: dict[str, list[str]]) -> str:
    return "|".join(p.replace("{X}", "") for patterns in calls.values() for p in patterns)


def _call(patterns: Sequence[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a call, split at the option: what stands after it, and what stands before it."""
    patterns = [unaccented_head(p) for p in patterns]
    after = [p.removeprefix("{X}") for p in patterns if p.startswith("{X}")]
    before = [p.removesuffix("{X}") for p in patterns if p.endswith("{X}") and not p.startswith("{X}")]
    apposition = r"(?:[\s\u00a0]?\([^()\n]{1,40}\))?(?:,[^,.;:!?«»“”\"\n]{1,90},)?"
    return (
        re.compile(apposition + ",?(?:" + ("|".join(after) or "(?!)") + r")(?!\w)", re.IGNORECASE),
        re.compile(r"(?<!\w)(?:" + ("|".join(before) or "(?!)") + ")$", re.IGNORECASE),
    )


@dataclass(slots=True)
class _Call:
    option: Option
    status: str
    start: int
    end: int
    scope: Scope


@dataclass(slots=True)
class _Reading:
    """One entry under reading: what was found so far and what it says of the sentences to come."""

    entry: Entry
    context: Context
    grammar: _Grammar
    rows: list[Row] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    calls: list[_Call] = field(default_factory=list)
    subject: Option | None = None
    series: list[Option] = field(default_factory=list)
    unit: str = ""
    sentence_start: int = 0
    has_just_read: bool = False
    is_reminder: bool = False
    has_area: bool = False
    source: Scope | None = None


def extract(entry: Entry, context: Context) -> Found:
    """The results and calls that one entry holds."""
    grammar = _grammar(context.language.code)
    if not grammar.trigger.search(context.text, entry.char_start, entry.char_end):
        return Found([], [])
    reading = _Reading(entry, context, grammar)
    scope = opening_scope(entry, context)
    for start, end in context.sentences(entry):
        for first, last in _clauses(start, end, context):
            scope = _sentence(first, last, scope, reading)
    _credit_source(reading)
    _attach_calls(reading)
    return Found(reading.rows, reading.issues)


def _credit_source(reading: _Reading) -> None:
    """``(Source : Ifop pour TF1-LCI)``: a line that names the institute after the figures holds for them."""
    if reading.source is None:
        return
    for row in reading.rows:
        if row["result_stage"] is None and row["pollster"] is None:
            row.update(pollster=reading.source.pollster, result_stage=reading.source.stage or None)


def _clauses(start: int, end: int, context: Context) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that semicolons set apart, outside quotation marks."""
    first = start
    for match in re.compile(r"[\s\u00a0]?;[\s\u00a0]").finditer(context.text, start, end):
        if context.quotation_at(match.start()) is None:
            yield first, match.start()
            first = match.end()
    yield first, end


# ── one sentence ──────────────────────────────────────────────────────────────────────────────────────


def _sentence(start: int, end: int, carried: Scope, reading: _Reading) -> Scope:
    context = reading.context
    reading.sentence_start = start
    found = figures(context.text, start, end, context.language.code)
    scope = scope_of(start, end, carried, context, found[1].start if len(found) > 1 else None)
    options = options_in(start, end, reading.entry, context)
    reading.is_reminder = scope.round != context.liveblog.round
    reading.has_area = bool(scope.gp_unit) and scope.gp_unit != carried.gp_unit
    if not found and scope.pollster and scope.pollster != carried.pollster:
        reading.source = scope
    scope, counts = _counts(found, start, end, scope, reading)
    _read_calls(options, start, scope, reading)
    _described_calls(options, start, end, scope, reading)
    candidates = [f for f in found if f not in counts and _is_result(f, found, start, end, options, reading)]
    assigned = _assign(candidates, options, start, end, reading)
    _expect_unit(candidates, start, reading)
    for figure, chosen, rule in _in_order(candidates, assigned):
        reading.unit = figure.unit or reading.unit
        place = found.index(figure)
        low = found[place - 1].end if place else start
        high = found[place + 1].start if place + 1 < len(found) else end
        own = in_clause(low, high, scope, context) if place else scope
        for option in (*chosen, *_tied(figure, options, reading)):
            _emit(figure, option, rule, own, reading)
    _report(candidates, assigned, reading)
    if options:
        reading.subject = options[0]
    reading.has_just_read = bool(assigned)
    if assigned:
        reading.series = [chosen[0] for _, chosen, _ in assigned]
    return replace(scope, is_conditional=False)


def _tied(figure: Figure, options: list[Option], reading: _Reading) -> list[Option]:
    """``6,7%, ex æquo avec X``: X has the figure too."""
    after = [o for o in options if o.start >= figure.end]
    if after and reading.grammar.tied_with.fullmatch(reading.context.text, figure.end, after[0].start):
        return after[:1]
    return []


def _in_order(candidates: list[Figure], assigned: list[_Assignment]) -> list[_Assignment]:
    """Every candidate figure with its options, none where it has none."""
    by_figure = {figure.start: (figure, chosen, rule) for figure, chosen, rule in assigned}
    return [by_figure.get(figure.start, (figure, [], "")) for figure in candidates]


def _expect_unit(candidates: list[Figure], start: int, reading: _Reading) -> None:
    """``Nombre d'élus : 24 pour X, 12 pour Y``: the noun before bare numbers is their unit."""
    bare = next((f for f in candidates if not f.unit), None)
    if bare is None:
        return
    if any(f.unit for f in candidates if f.start < bare.start):
        return
    nouns = reading.grammar.unit_nouns.findall(reading.context.text, start, bare.start)
    reading.unit = "seats" if nouns else reading.unit if reading.unit != "percent" else ""


def _counts(
    found: list[Figure], start: int, end: int, scope: Scope, reading: _Reading
) -> tuple[Scope, list[Figure]]:
    """How far the count is: *60% du dépouillement*, *646 of the 650 seats declared*."""
    grammar, text = reading.grammar, reading.context.text
    used: list[Figure] = []
    for index, figure in enumerate(found):
        if figure.value is None:
            continue
        based_on = grammar.based_on.search(text, max(start, figure.start - 24), figure.start) is not None
        if figure.unit == "stations" and based_on:
            scope = replace(scope, sub_units_reported=int(figure.value), stage=scope.stage or "partial")
            used.append(figure)
        if figure.unit == "percent" and (
            grammar.counted.match(text, figure.end, end)
            or (based_on and grammar.of_electorate.match(text, figure.end, end))
        ):
            scope = replace(scope, counted_pct=figure.value, stage=_counting(scope, figure.value))
            used.append(figure)
        elif index + 1 < len(found) and figure.unit in ("", "stations", "seats"):
            total = found[index + 1]
            gap = text[figure.number_end : total.start]
            if (
                total.value is not None
                and total.unit in ("stations", "seats", "")
                and figure.value <= total.value
                and grammar.units_reported.fullmatch(gap)
                and (total.unit == "stations" or figure.unit == "stations" or _declared(text, total.end, end, grammar))
            ):
                scope = replace(
                    scope,
                    sub_units_reported=int(figure.value),
                    total_sub_units=int(total.value),
                    stage=_counting(scope, 100 * figure.value / max(total.value, 1)),
                )
                used += [figure, total]
    return scope, used


def _counting(scope: Scope, share: float) -> str:
    if scope.stage == "projection":
        return "projection"
    return "final" if share >= 100 else "partial"


def _declared(text: str, start: int, end: int, grammar: _Grammar) -> bool:
    return grammar.counted.match(text, start, end) is not None or re.match(
        r"[\s\u00a0](?:seats? |areas? |constituencies |precincts |councils )?(?:declared|counted|reporting|in\b|dépouillés|comptés)",
        text[start:end],
    ) is not None


def _is_result(
    figure: Figure, found: list[Figure], start: int, end: int, options: list[Option], reading: _Reading
) -> bool:
    """Whether a figure may be a result, by its unit and by what stands around it."""
    grammar, text = reading.grammar, reading.context.text
    if figure.unit not in ("", *_COLUMNS):
        return False
    before = [f for f in found if f.start < figure.start]
    if figure.unit != "percent" and not figure.is_whole and not (not figure.unit and before and before[-1].unit == "percent"):
        return False
    if not figure.unit and before and not any(f.unit in _COLUMNS for f in before) and any(f.unit for f in before):
        return False  # “215 candidats se sont retirés : 131 à gauche”
    if not figure.unit and not grammar.bare_end.match(text, figure.end, end) and figure.end < end:
        return False
    low, high = _clause(figure, found, start, end, text)
    clause = text[low:high]
    if grammar.share_of.match(text, figure.end, end) and figure.unit == "percent":
        return not _is_about_turnout(figure, found, low, high, options, reading) or bool(options)
    if figure.unit == "percent":
        if grammar.subgroup.match(text, figure.end, end) and not any(
            0 <= o.start - figure.end < 25 and o.type != "answer" and _is_towards(figure, o, reading) for o in options
        ):
            return False
        if _is_about_turnout(figure, found, low, high, options, reading):
            return False
    if grammar.margin.match(text, figure.end, end) or _is_quoted(figure, reading):
        return False
    if figure.unit != "percent" and grammar.margin_before.search(text, max(start, figure.start - 110), figure.start):
        return False
    if figure.unit != "percent":
        return True
    return not grammar.elsewhere.search(clause) or _is_parenthesised(figure, text)


def _is_about_turnout(
    figure: Figure, found: list[Figure], low: int, high: int, options: list[Option], reading: _Reading
) -> bool:
    """Whether words of turnout stand before a figure, or just after it when they are not the next figure's."""
    text, grammar = reading.context.text, reading.grammar
    named = [o.end for o in options if o.end <= figure.start]
    low = max(named[-1], low) if named and named[-1] > low else (low if named else reading.sentence_start)
    comma = text.rfind(",", low, figure.start)
    if comma >= 0 and any(comma < o.start < figure.start for o in options):
        low = comma
    if grammar.participation.search(text, low, figure.start):
        return True
    is_last = found[-1] is figure
    reach = high if is_last else min(high, figure.end + 24)
    word = grammar.participation.search(text, figure.end, reach)
    return word is not None and (is_last or word.start() - figure.end <= 6)


def _is_quoted(figure: Figure, reading: _Reading) -> bool:
    """A bare number inside somebody's words counts nothing."""
    return not figure.unit and reading.context.quotation_at(figure.start) is not None


def _is_parenthesised(figure: Figure, text: str) -> bool:
    return text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] in ")"


def _clause(figure: Figure, found: list[Figure], start: int, end: int, text: str) -> tuple[int, int]:
    """The stretch around a figure: from the one before to the one after, within strong punctuation."""
    index = found.index(figure)
    low = found[index - 1].end if index else start
    high = found[index + 1].start if index + 1 < len(found) else end
    for mark in ";:":
        cut = text.rfind(mark, low, figure.start)
        low = cut + 1 if cut >= 0 and figure.start - cut > 3 else low
        cut = text.find(mark, figure.end, high)
        high = cut if cut >= 0 else high
    return low, high


# ── figures to options ────────────────────────────────────────────────────────────────────────────────

_Assignment = tuple[Figure, list[Option], str]


def _assign(
    found: list[Figure], options: list[Option], start: int, end: int, reading: _Reading
) -> list[_Assignment]:
    """Each figure with the options it belongs to and the rule that tells."""
    in_series = len(found) > 1 and len(found) == len(reading.series) and not any(o.is_certain for o in options)
    if in_series and all(f.unit or (f.value or 0) >= 100 for f in found):
        return [
            (figure, [option], "vote_results.same_order")
            for figure, option in zip(found, reading.series, strict=True)
        ]
    assigned: list[_Assignment] = []
    for index, figure in enumerate(found):
        if assigned and assigned[-1][0] is figure:
            continue
        if index + 1 < len(found) and (both := _in_other_words(figure, found[index + 1], assigned, reading)):
            assigned += both
            continue
        if index + 1 < len(found) and (both := _respectively(figure, found[index + 1], options, reading)):
            assigned += both
            continue
        if index + 1 < len(found) and (pair := _duel(figure, found[index + 1], options, end, reading)):
            assigned += pair
            continue
        previous = found[index - 1].end if index else start
        following = found[index + 1].start if index + 1 < len(found) else end
        choice = (
            _after_participle(figure, options, reading)
            or _same_option(figure, assigned, reading)
            or _option_after(figure, options, found[index + 1] if index + 1 < len(found) else None, following, reading)
            or _opposed(figure, assigned, options, reading)
            or _option_before(figure, options, previous, reading)
            or _option_in_clause(figure, options, previous, following, start, end, reading)
            or _option_elsewhere(figure, found, options, assigned, start, end, reading)
        )
        if choice:
            chosen, rule = choice
            if not all(option.name for option in chosen) or not chosen:
                continue
            chosen = _each(figure, chosen, reading)
            if rule in _GUESSES and _is_taken(chosen, figure, assigned, reading):
                continue
            assigned.append((figure, chosen, rule))
    return assigned


_Choice = tuple[list[Option], str]

_GUESSES = frozenset(
    f"vote_results.{name}" for name in ("only_option", "sentence_option", "subject", "subject_before", "verb")
)
"""Rules that look far: they never give an option a second figure of the same kind in one sentence."""


def _is_taken(chosen: list[Option], figure: Figure, assigned: list[_Assignment], reading: _Reading) -> bool:
    names = {o.name for o in chosen}
    column = _column(figure, reading)
    return any(
        _column(other, reading) == column and names & {o.name for o in options} for other, options, _ in assigned
    )


def _after_participle(figure: Figure, options: list[Option], reading: _Reading) -> _Choice | None:
    """``Réélu dans la Somme (52,95%), X …``: a participle that opens the sentence belongs to its subject."""
    text = reading.context.text
    opening = reading.grammar.opening_participle.match(text, reading.sentence_start, figure.start)
    if opening is None or any(o.end <= figure.start for o in options):
        return None
    comma = re.compile(r"[^,;:.]{0,3}[^;:.\n]{0,40}?,[\s\u00a0]").match(text, figure.end)
    if comma is None:
        return None
    subject = reading.context.references.subject_after(comma.end(), reading.entry)
    for option in options:
        if option.start >= comma.end() and re.fullmatch(r"(?:[Ll][ae]s? |[Ll]['’]|the )?(?:[a-zà-ÿ-]+ ){0,3}", text[comma.end() : option.start]):
            return [option], "vote_results.opening_participle"
    if subject is not None and subject.entity is not None and subject.entity.kind == "person":
        return [_reference(subject.start, subject.end, subject.entity)], "vote_results.opening_participle"
    return [], "vote_results.unresolved"


def _each(figure: Figure, chosen: list[Option], reading: _Reading) -> list[Option]:
    """``le RN et LREM obtiendraient chacun 23 sièges``: an alliance of grammar only."""
    if len(chosen) != 1 or not chosen[0].members:
        return chosen
    text = reading.context.text
    around = text[chosen[0].end : figure.start] + " " + text[figure.end : figure.end + 20]
    return list(chosen[0].members) if reading.grammar.each.search(around) else chosen


def _same_option(figure: Figure, assigned: list[_Assignment], reading: _Reading) -> _Choice | None:
    """``46,5% (57 sièges)``: another figure of the option just read."""
    if not assigned:
        return None
    before, chosen, _ = assigned[-1]
    gap = reading.context.text[before.end : figure.start]
    in_brackets = not figure.unit and _is_parenthesised(figure, reading.context.text) and (figure.value or 0) >= 100
    distinct = in_brackets or (figure.unit and _column(before, reading) != _column(figure, reading))
    if distinct and reading.grammar.same.fullmatch(gap):
        return chosen, "vote_results.second_figure"
    return None


def _is_towards(figure: Figure, option: Option, reading: _Reading) -> re.Match[str] | None | bool:
    gap = reading.context.text[figure.end : option.start]
    if reading.grammar.relation.search(gap):
        return False  # “au rival de X” is not X
    return len(gap) < 80 and reading.grammar.towards.fullmatch(_without_parties(figure.end, option.start, reading))


def _without_parties(start: int, end: int, reading: _Reading) -> str:
    """A stretch of text without the parties that qualify somebody: ``for Labour's X``, ``to the Tory X``."""
    text = reading.context.text
    parts, position = [], start
    for mention in reading.context.people.between(start, end):
        if mention.entity.kind == "party":
            parts.append(text[position : mention.start])
            position = mention.end
    parts.append(text[position:end])
    return re.sub(r"['’]s?(?=[\s\u00a0])|(?<=[\s\u00a0])[\s\u00a0]", "", "".join(parts))


def _option_after(
    figure: Figure, options: list[Option], following: Figure | None, limit: int, reading: _Reading
) -> _Choice | None:
    """``34,83% pour X``, ``38% à X``, and ``23% X`` at the head of a line."""
    text = reading.context.text
    for index, option in enumerate(options):
        if option.start < figure.end:
            continue
        if option.start >= limit:
            return None
        gap = text[figure.end : option.start]
        explicit = _is_towards(figure, option, reading)
        heads_line = _heads_line(figure, text) and not gap.strip(" \u00a0-–:•.")
        juxtaposed = re.fullmatch(r"[\s\u00a0](?:of[\s\u00a0]|de[\s\u00a0])?", gap) and option.type == "answer"
        if not (explicit or heads_line or juxtaposed or _is_fronted(figure, gap, reading)):
            return None
        if explicit and following is not None and _owns(option, following, text):
            return None
        chain = _chain_after(options, index, limit, text)
        return chain, "vote_results.list_line" if heads_line else "vote_results.figure_for_option"
    return None


def _owns(option: Option, figure: Figure, text: str) -> bool:
    """``to Clinton's 43.1%``: the option has its own figure just after it."""
    return re.fullmatch(r"(?:['’]s?)?[\s\u00a0]\(?|\(", text[option.end : figure.start]) is not None


def _chain_after(options: list[Option], index: int, limit: int, text: str) -> list[Option]:
    """``19,5% pour Fillon et Mélenchon``: those who follow are linked by *et*; an alliance is one option already."""
    chain = [options[index]]
    for option in options[index + 1 :]:
        gap = text[chain[-1].end : option.start]
        if option.start >= limit or not re.fullmatch(r"\s(?:et|and)\s(?:pour |à |for )?(?:[Ll][ae]s? |[Ll]['’]|the )?", gap):
            break
        chain.append(option)
    return chain


def _heads_line(figure: Figure, text: str) -> bool:
    begin = text.rfind("\n", 0, figure.start) + 1
    return not text[begin : figure.start].strip(" \u00a0-–—•*·>►")


def _is_fronted(figure: Figure, gap: str, reading: _Reading) -> bool:
    """``Avec 58% des voix, X…``: a share that opens the sentence goes to the subject that follows it."""
    lead = reading.context.text[max(reading.sentence_start, figure.start - 40) : figure.start]
    return (
        re.search(reading.grammar.fronting, lead) is not None
        and re.fullmatch(rf"(?:{reading.grammar.share_of.pattern})?,{_SPACE}", gap, re.IGNORECASE) is not None
    )


def _links(option: Option, figure: Figure, reading: _Reading) -> bool:
    """``X (23%)``, ``X : 23%``, ``X 23%``, ``X, 23%``, ``X à 23%``."""
    gap = _PARENTHESIS.sub("", reading.context.text[option.end : figure.start], count=1)
    if re.fullmatch(r"[\s\u00a0]?\([^()\d\n]{1,40},[\s\u00a0]?", gap):
        return True  # X (LR, 21,5%)
    if option.end < figure.start and gap.strip(" \u00a0") == ",":
        return True
    if re.fullmatch(r",[^,;:.()\d]{2,60},[\s\u00a0]?|[\s\u00a0]\w{3,16},[\s\u00a0]?", gap) or re.fullmatch(r",?[^,;:.()\d]{2,50}:[\s\u00a0]?", gap):
        return True
    return len(gap) < 60 and reading.grammar.linked.fullmatch(gap) is not None


def _option_before(figure: Figure, options: list[Option], floor: int, reading: _Reading) -> _Choice | None:
    """The option just before: linked by a mark, in parentheses, or by a verb of counting."""
    text = reading.context.text
    before = [i for i, o in enumerate(options) if floor <= o.start and o.end <= figure.start]
    if not before:
        return None
    index = before[-1]
    option = options[index]
    if not option.name:
        return [], "vote_results.unresolved"
    gap = text[option.end : figure.start]
    if gap.strip() == "," and reading.grammar.described_after.match(text, figure.end):
        return [], "vote_results.unresolved"  # “26% pour le RN, 20% pour la liste de …”
    if _links(option, figure, reading):
        rule = "vote_results.parenthesis" if gap.lstrip().startswith("(") else "vote_results.option_then_figure"
        if re.search(r"\w", gap) and rule.endswith("figure") and not gap.rstrip().endswith((":", "(", ",")):
            index = _grammatical_subject(options, before, reading)
        elif option.type == "party":
            index = _person_for_party(options, before, reading)
        option = options[index]
    elif not figure.unit and not reading.grammar.bare_lead.search(gap):
        return None
    elif _is_parenthesised(figure, text) and not re.search(r"[;.!?]", _PARENTHESIS.sub("", gap[:-1])):
        option = _nearest_certain(options, before) or option
        return [option], "vote_results.parenthesis_after_clause"
    elif len(gap) <= 140 and reading.grammar.verb.search(gap) and not re.search(r"[;!?»”]", gap):
        index = _grammatical_subject(options, before, reading)
        option = options[index]
        rule = "vote_results.verb"
    else:
        return None
    if not option.is_certain and not (figure.unit == "percent" and _heads_line_option(option, text)):
        return None
    return _spread(options, index, figure, reading), rule


def _heads_line_option(option: Option, text: str) -> bool:
    begin = text.rfind("\n", 0, option.start) + 1
    return not text[begin : option.start].strip(" \u00a0-–—•*·>►")


def _nearest_certain(options: list[Option], before: list[int]) -> Option | None:
    for index in reversed(before):
        if options[index].is_certain:
            return options[index]
    return None


def _person_for_party(options: list[Option], before: list[int], reading: _Reading) -> int:
    """``X conserve la région pour le PS (44,81%)``: the figure is the person's who stands for the party."""
    party = options[before[-1]]
    lead = reading.context.text[max(0, party.start - 30) : party.start]
    if len(before) > 1 and options[before[-2]].type == "candidate" and re.search(
        reading.grammar.standing_for, lead
    ):
        return before[-2]
    return before[-1]


def _grammatical_subject(options: list[Option], before: list[int], reading: _Reading) -> int:
    """Of several options before a verb and its figure, the one that no preposition or verb makes a bystander."""
    text = reading.context.text
    for index in reversed(before):
        if reading.grammar.own_clause.match(text, options[index].end):
            return index
        lead = max(0, options[index].start - 40)
        floor = max((o.end for o in options if o.end <= options[index].start), default=lead)
        lead = max(lead, floor)
        if not (
            reading.grammar.bystander.search(text, lead, options[index].start)
            or reading.grammar.object_of.search(text, lead, options[index].start)
        ):
            return index
    return before[-1]


def _spread(options: list[Option], index: int, figure: Figure, reading: _Reading) -> list[Option]:
    """``Fillon et Le Pen à 21% tous les deux``: coordinated persons share a figure, unless each has one."""
    chain = coordinated(options, index, reading.context.text)
    if len(chain) > 1 and all(o.type == "candidate" for o in chain):
        return chain
    return [options[index]]


def _in_other_words(
    first: Figure, second: Figure, assigned: list[_Assignment], reading: _Reading
) -> list[_Assignment] | None:
    """``No 10,004 votes, Yes 4,883, or 67.2% to 32.8%``: the same two options in another unit."""
    if len(assigned) < 2 or not reading.grammar.versus.fullmatch(reading.context.text, first.end, second.start):
        return None
    (a, left, _), (b, right, _) = assigned[-2:]
    same_unit = _column(a, reading) == _column(first, reading) or first.unit == b.unit
    if same_unit or len(left) != 1 or len(right) != 1 or left[0].name == right[0].name or first.start - b.end > 12:
        return None
    return [(first, left, "vote_results.in_other_words"), (second, right, "vote_results.in_other_words")]


def _respectively(
    first: Figure, second: Figure, options: list[Option], reading: _Reading
) -> list[_Assignment] | None:
    """``X et Y sont élus avec 57,31% et 50,4%``: two figures for two coordinated options, in their order."""
    text = reading.context.text
    if first.unit != second.unit and first.unit:
        return None
    if not re.fullmatch(r"[\s\u00a0](?:et|and)[\s\u00a0]", text[first.end : second.start]):
        return None
    before = [i for i, o in enumerate(options) if o.end <= first.start]
    if not before or not reading.grammar.verb.search(text, options[before[-1]].end, first.start):
        return None
    chain = coordinated(options, before[-1], text)
    if len(chain) != 2 or any(_is_towards(second, o, reading) for o in options if o.start >= second.end):
        return None
    return [(first, [chain[0]], "vote_results.respectively"), (second, [chain[1]], "vote_results.respectively")]


def _duel(
    first: Figure, second: Figure, options: list[Option], end: int, reading: _Reading
) -> list[_Assignment] | None:
    """``X bat Y : 59,85% contre 40,15%``: the two figures of a winner and of whoever is beaten."""
    text = reading.context.text
    if not reading.grammar.versus.fullmatch(text, first.end, second.start):
        return None
    if any(_is_towards(second, o, reading) for o in options if o.start >= second.end):
        return None
    before = [o for o in options if o.end <= first.start and o.is_certain]
    for index in range(len(before) - 1, -1, -1):
        beaten = before[index]
        floor = before[index - 1].end if index else reading.sentence_start
        if not reading.grammar.object_of.search(text, max(floor, beaten.start - 60), beaten.start):
            continue
        earlier = [i for i, o in enumerate(options) if o.is_certain and o.end <= beaten.start]
        subject = options[_grammatical_subject(options, earlier, reading)] if earlier else None
        if subject is None or subject.name == beaten.name or _is_related(subject, reading):
            subject = _antecedent(options, beaten, reading)
        if subject is None or subject.name == beaten.name:
            return None
        passive = reading.grammar.passive.search(text, max(floor, beaten.start - 60), beaten.start) is not None
        winner, loser = (beaten, subject) if passive else (subject, beaten)
        if (first.value or 0) < (second.value or 0):
            winner, loser = loser, winner
        return [(first, [winner], "vote_results.duel"), (second, [loser], "vote_results.duel")]
    return None


def _is_related(option: Option, reading: _Reading) -> bool:
    """``la sœur de X``: X is not the one spoken of."""
    lead = reading.context.text[max(0, option.start - 30) : option.start]
    return reading.grammar.related.search(lead) is not None


def _opposed(
    figure: Figure, assigned: list[_Assignment], options: list[Option], reading: _Reading
) -> _Choice | None:
    """``X : 59,85% contre 40,15%``, ``by 52% to 48%``: the second figure is the other option's."""
    if not assigned:
        return None
    before, chosen, _ = assigned[-1]
    if not reading.grammar.versus.fullmatch(reading.context.text, before.end, figure.start) or len(chosen) != 1:
        return None
    first = chosen[0]
    if first.type == "answer" and (other := _other_answer(first, reading)):
        return [other], "vote_results.other_answer"
    others = [o for o in options if o.name != first.name and o.is_certain and o.end <= before.start]
    if others:
        return [others[-1]], "vote_results.against"
    if other := _other_finalist(first, reading):
        return [other], "vote_results.other_finalist"
    return None


def _other_finalist(first: Option, reading: _Reading) -> Option | None:
    other = _other_of(first.entity, reading)
    return None if other is None else _reference(first.start, first.end, other)


def _finalists(reading: _Reading) -> list[Entity]:
    """The two people whom a round opposes: those whom the document names most; empty in other contests."""
    liveblog = reading.context.liveblog
    if liveblog.round < 2 or liveblog.election_type not in ("presidential", "primary"):
        return []
    named = reading.context.people.most_named(2)
    return named if len(named) == 2 else []


def _other_of(entity: Entity | None, reading: _Reading) -> Entity | None:
    """The other of two finalists."""
    finalists = _finalists(reading)
    return finalists[1 - finalists.index(entity)] if entity in finalists else None


def _antecedent(options: list[Option], first: Option, reading: _Reading) -> Option | None:
    """Whoever the pronoun before an option stands for, else the subject of the sentence before."""
    subject = reading.context.references.subject_before(first.start, reading.entry)
    if subject is not None and subject.entity is not None and subject.entity is not first.entity:
        return _reference(subject.start, subject.end, subject.entity)
    return reading.subject if reading.subject is not None and reading.subject.name != first.name else None


def _other_answer(answer: Option, reading: _Reading) -> Option | None:
    """The answer that is not the one read, in a referendum with two."""
    section = language(reading.context.language.code)["results"]
    for pair in section["answers"]:
        if answer.name in pair:
            name = pair[1 - pair.index(answer.name)]
            return Option(answer.start, answer.end, name, "answer", None)
    return None


def _option_in_clause(
    figure: Figure, options: list[Option], floor: int, limit: int, start: int, end: int, reading: _Reading
) -> _Choice | None:
    """The only option of the clause, when the figure is plainly a share, votes or seats."""
    if figure.unit == "percent" and not _is_plainly_a_share(figure, start, end, reading):
        return None
    if not figure.unit:
        return None
    near = [o for o in options if floor <= o.start and o.end <= figure.start and o.is_certain]
    if len({o.name for o in near}) == 1:
        return [near[0]], "vote_results.only_option"
    return None


def _is_plainly_a_share(figure: Figure, start: int, end: int, reading: _Reading) -> bool:
    grammar, text = reading.grammar, reading.context.text
    return (
        grammar.share_of.match(text, figure.end, end) is not None
        or grammar.verb.search(text, max(start, figure.start - 40), figure.start) is not None
        or grammar.versus.match(text, figure.end, end) is not None
        or text[start : figure.start].rstrip().endswith(":")
    )


def _option_elsewhere(
    figure: Figure,
    found: list[Figure],
    options: list[Option],
    assigned: list[_Assignment],
    start: int,
    end: int,
    reading: _Reading,
) -> _Choice | None:
    """A pronoun, a description or the subject of the sentence before."""
    if not figure.unit and not (other := _opposite_of_next(figure, found, options, reading)):
        return None
    described = _described_after(figure, end, reading)
    if described is not None:
        described = _not_twice(described, figure, assigned, reading)
    if described is not None:
        return [described], "vote_results.figure_for_description"
    if other := _opposite_of_next(figure, found, options, reading):
        return [other], "vote_results.against"
    if figure.unit == "percent" and not _is_plainly_a_share(figure, start, end, reading):
        return None
    subject = reading.context.references.subject_before(figure.start, reading.entry)
    finalists = [] if reading.is_reminder else _finalists(reading)
    if (
        subject is not None
        and subject.entity is not None
        and subject.entity.kind in ("person", "party")
        and (not finalists or subject.entity in finalists or subject.entity.kind == "party")
    ):
        return [_reference(subject.start, subject.end, subject.entity)], "vote_results.subject"
    certain = {o.name: o for o in options if o.is_certain}
    if options and not _continues(figure, found, reading):
        return ([*certain.values()], "vote_results.sentence_option") if len(certain) == len(found) == 1 else None
    if _continues(figure, found, reading):
        assert reading.subject is not None
        return [reading.subject], "vote_results.subject_before"
    return None


def _opposite_of_next(
    figure: Figure, found: list[Figure], options: list[Option], reading: _Reading
) -> Option | None:
    """``33,720 to 28,776 for No``: the first figure is the other answer's, or the other finalist's."""
    index = found.index(figure) + 1
    if index >= len(found) or not reading.grammar.versus.fullmatch(reading.context.text, figure.end, found[index].start):
        return None
    for option in options:
        if option.start >= found[index].end and _is_towards(found[index], option, reading):
            return _other_answer(option, reading) if option.type == "answer" else _other_finalist(option, reading)
    return None


def _not_twice(
    described: Option, figure: Figure, assigned: list[_Assignment], reading: _Reading
) -> Option | None:
    """A description never leads to somebody who has a figure of the kind in the sentence: then to the other finalist."""
    taken = [o for other, chosen, _ in assigned for o in chosen if _column(other, reading) == _column(figure, reading)]
    finalists = _finalists(reading)
    if finalists and described.entity not in finalists:
        rest = [e for e in finalists if e not in [o.entity for o in taken]]
        return _reference(described.start, described.end, rest[0]) if len(rest) == 1 else None
    if not any(o.name == described.name for o in taken):
        return described
    other = _other_of(described.entity, reading)
    if other is None or any(o.entity is other for o in taken):
        return None
    return _reference(described.start, described.end, other)


def _continues(figure: Figure, found: list[Figure], reading: _Reading) -> bool:
    """Whether a figure without any option is still that of the subject of the sentence before."""
    subject = reading.subject
    if subject is None or not subject.is_certain:
        return False
    called = any(call.option.name == subject.name for call in reading.calls)
    if len(found) == 1:
        return reading.has_just_read or called or reading.has_area
    after = found.index(figure) + 1
    text = reading.context.text
    return called and after == 1 and reading.grammar.versus.fullmatch(text, figure.end, found[after].start) is not None


def _described_after(figure: Figure, end: int, reading: _Reading) -> Option | None:
    """``34,83% pour l'ancien ministre``, ``64% pour lui``."""
    text, references = reading.context.text, reading.context.references
    match = reading.grammar.described_after.match(text, figure.end, end)
    if match is None:
        return None
    begin, stop = match.span("phrase")
    if match["phrase"].lower() in reading.grammar.pronouns:
        gender = reading.grammar.pronouns[match["phrase"].lower()]
        entity = references.pronoun(begin, reading.entry, gender) or next(
            (e for e in reading.context.people.most_named(6) if e.gender == gender), None
        )
    elif reading.grammar.relation.search(match["phrase"]):
        known = [m.entity for m in reading.context.people.between(begin, stop) if m.entity.kind == "person"]
        entity = _other_of(known[0], reading) if known else None
    else:
        entity = references.description(begin, stop, reading.entry)
    return None if entity is None else _reference(begin, stop, entity)


def _reference(start: int, end: int, entity: Entity) -> Option:
    return Option(start, end, entity.name, "party" if entity.kind == "party" else "candidate", entity)


def _report(candidates: list[Figure], assigned: list[_Assignment], reading: _Reading) -> None:
    """Shares that nobody could name are said, not dropped."""
    done = {figure.start for figure, _, _ in assigned}
    for figure in candidates:
        if figure.start not in done and figure.unit:
            printed = reading.context.text[figure.start : figure.end]
            reading.issues.append(
                Issue("extract", "warning", "figure-without-option", f"No option found for {printed!r}", figure.start, figure.end)
            )


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────


def _column(figure: Figure, reading: _Reading) -> str:
    return _COLUMNS.get(figure.unit or reading.unit, "")


def _emit(figure: Figure, option: Option, rule: str, scope: Scope, reading: _Reading) -> None:
    column = _COLUMNS.get(figure.unit) or _inherited(figure, option, reading)
    if not column:
        return
    values: dict[str, float | int | None] = {}
    number = float if column == "vote_pct" else int
    if figure.is_range:
        if column == "votes" or figure.low is None or figure.high is None:
            return
        values = {f"{column}_min": number(figure.low), f"{column}_max": number(figure.high)}
    elif figure.value is not None:
        values = {column: number(figure.value)}
    if column == "vote_pct" and any(v is not None and v > 100 for v in values.values()):
        return
    if scope.is_past_contest and rule in _GUESSES:
        return
    key = (option.name, tuple(values.items()), scope.gp_unit, scope.pollster)
    for row in reading.rows:
        shown = tuple((k, row.get(k)) for k in values)
        if (row["option"], shown, row["gp_unit"] or "", row["pollster"] or "") == key:
            return
    stage = scope.stage or ("final" if column in ("votes", "seats") or reading.entry.section == "lead" else "")
    if rule == "vote_results.second_figure" and reading.rows:
        stage = reading.rows[-1]["result_stage"] or stage
        reading.rows[-1]["result_stage"] = stage or None
    reading.rows.append(
        _row(option, rule, figure.start, figure.end, scope, reading)
        | values
        | {"is_approximate": figure.is_approximate, "result_stage": stage or None}
    )


def _inherited(figure: Figure, option: Option, reading: _Reading) -> str:
    """The unit of a bare number: that of the figures before it; else seats for parties, votes for persons."""
    if reading.unit:
        column = _COLUMNS.get(reading.unit, "")
        if column != "vote_pct" or (figure.value is not None and figure.value <= 100):
            return column
        if figure.is_whole and (figure.value or 0) >= 1000:
            return "votes"
    if not figure.is_whole:
        return ""
    if option.type == "answer" and figure.value is not None and figure.value <= 100:
        return "vote_pct"
    if option.type in ("party", "list", "other"):
        return "seats" if (figure.value or figure.high or 0) <= 800 else "votes"
    return "votes" if figure.value is not None and figure.value >= 100 else ""


def _row(option: Option, rule: str, start: int, end: int, scope: Scope, reading: _Reading) -> Row:
    known = scope.round if not scope.is_past_contest else 0
    return {
        "contest_id": reading.context.liveblog.contest_id if known else None,
        "round": known or None,
        "option": option.name,
        "option_id": option.entity,
        "option_type": option.type,
        "candidate_status": None,
        "result_stage": scope.stage or None,
        "is_approximate": False,
        "char_start": start,
        "char_end": end,
        "rule": rule,
    } | scope.columns()


# ── calls ─────────────────────────────────────────────────────────────────────────────────────────────


def _read_calls(options: list[Option], start: int, scope: Scope, reading: _Reading) -> None:
    """``X est élu``, ``victoire de X``, ``X loses``: what is said to have become of an option."""
    text, context = reading.context.text, reading.context
    if options and reading.grammar.sports.search(text, start, options[-1].end + 80):
        return
    for index, option in enumerate(options):
        if option.type == "other" or not option.is_certain or context.quotation_at(option.start):
            continue
        calls = reading.grammar.party_calls if option.type in ("party", "list") else reading.grammar.calls
        for status, (after, before) in calls.items():
            window = max(start, option.start - 70)
            place = after.match(text, option.end) or before.search(text, window, option.start)
            if place is None or context.quotation_at(place.start()) is not None:
                continue
            if reading.grammar.hypothetical.search(text, max(start, min(place.start(), option.start) - 30), min(place.start(), option.start)):
                continue
            begin, stop = _trimmed(text, *place.span())
            for named in coordinated(options, index, text):
                reading.calls.append(_Call(named, status, begin, stop, scope))
            break


def _described_calls(options: list[Option], start: int, end: int, scope: Scope, reading: _Reading) -> None:
    """``The transport minister has been eliminated``: a call whose subject is a description or a pronoun."""
    context = reading.context
    for status, pattern in reading.grammar.loose_calls.items():
        for match in pattern.finditer(context.text, start, end):
            near = any(o.end <= match.start() and match.start() - o.end < 100 for o in options)
            if near or context.quotation_at(match.start()) is not None:
                continue
            subject = context.references.subject_before(match.start() + 1, reading.entry)
            if subject is None or subject.entity is None or subject.entity.kind != "person" or subject.start < start:
                continue
            if reading.grammar.hypothetical.search(context.text, max(start, subject.start - 30), subject.start):
                continue
            option = _reference(subject.start, subject.end, subject.entity)
            reading.calls.append(_Call(option, status, *_trimmed(context.text, *match.span()), scope))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \u00a0,":
        start += 1
    while end > start and text[end - 1] in " \u00a0,":
        end -= 1
    return start, end


def _attach_calls(reading: _Reading) -> None:
    """A call joins the figure of its option in the entry; without a figure it is a row, once for each option."""
    for call in reading.calls:
        status = _firmness(call)
        rows = [r for r in reading.rows if r["option"] == call.option.name]
        if rows:
            if not any(r["candidate_status"] for r in rows):
                rows[0]["candidate_status"] = status
            continue
        row = _row(call.option, f"vote_results.call_{call.status}", call.start, call.end, call.scope, reading)
        reading.rows.append(row | {"candidate_status": status})


def _firmness(call: _Call) -> str:
    if call.status in ("winner", "projected_winner") and (
        call.status == "projected_winner"
        or (call.scope.has_own_stage and call.scope.stage in ("projection", "exit_poll"))
        or call.scope.is_conditional
    ):
        return "projected_winner"
    return call.status
