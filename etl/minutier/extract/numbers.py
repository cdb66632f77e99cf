"""Figures: numbers as live blogs write them, with their unit, range and approximation.

``58.65%``, ``36,03%``, ``1.306.852``, ``567 563``, ``2,9 millions``, ``1.3m``, ``entre 1,7 et 2 millions``,
``60 à 64``, ``from 97 to 130 seats``; spelled out when asked: ``cinq points``, ``quatre millions``, ``un
point et demi``,
``deux électeurs sur trois``, ``four in five``. Units, scales and words are those of the language file; what a
figure is about is for the rules of each table to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from minutier.extract.folding import fold
from minutier.extract.small_words import small_words
from minutier.languages import language
from minutier.languages.dates import calendar

_SPACE = "[ \u00a0\u2009\u202f]"
_GAP = f"{_SPACE}{{0,2}}"
_DIGIT = re.compile(r"\d")
_SEPARATORS = re.compile(r"[ \u00a0\u2009\u202f'’]")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})+")


class Figure(NamedTuple):
    """``text[start:end]`` is a quantity, unit included, words of approximation left out.

    ``value`` is the number, or None for a range, which has ``low`` and ``high``. ``unit`` is a key of
    ``numbers.units`` in the language file (percent, points, seats, votes, ballots, voters, stations,
    money, other),
    empty for a bare number, or ``ratio`` for a spelled share (``un électeur sur quatre``), whose value is
    in percent.
    ``number_end`` is where the digits end, before the unit; ``high_start`` where the second number of a
    range begins.
    """

    start: int
    end: int
    number_end: int
    unit: str
    value: float | None
    low: float | None = None
    high: float | None = None
    is_approximate: bool = False
    is_spelled: bool = False
    high_start: int | None = None
    has_decimals: bool = False  # 34.0 is no whole number, as printed

    @property
    def is_range(self) -> bool:
        return self.value is None

    @property
    def is_whole(self) -> bool:
        """Whether every number of the figure is an integer, as votes and seats are."""
        if self.value is not None:
            return self.value.is_integer() and not self.has_decimals
        return all(n is None or n.is_integer() for n in (self.low, self.high))


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    units: dict[str, str]
    scales: dict[str, int]
    thousands: str
    conjunctions: frozenset[str]
    nearing: tuple[str, ...]  # last words of the words of approximation
    lead: int  # characters that may stand in a match before its first digit
    leading: tuple[str, ...]  # the last words of what may stand there


@cache
def _grammar(code: str) -> _Grammar:
    section = language(code)["numbers"]
    units = {fold(form): unit for unit, forms in section["units"].items() for form in map(str, forms)}
    scales = {str(form): int(factor) for form, factor in section["scales"].items()}
    thousands = "".join(str(t) for t in section["thousands"])
    groups = re.escape(thousands.replace(" ", "")) + ("" if " " not in thousands else " \u00a0\u2009\u202f") + "’"
    number = rf"(?:\d{{1,3}}(?:[{groups}]\d{{3}}){{1,4}}(?!\d)|\d{{1,9}}(?:[.,]\d{{1,4}}(?!\d))?)"
    month = "|".join(sorted((_accented(m) for m in calendar(code).months if len(m) > 2), key=len, reverse=True))
    ordinal = "|".join(re.escape(str(o)) for o in calendar(code).words("ordinals"))
    scale = "(?:" + "|".join(sorted(map(re.escape, scales), key=len, reverse=True)) + r")(?!\w)"
    of = "".join(f"{_unit(str(word))}{_SPACE}?|" for word in section.get("of", ()))
    unit = f"(?:{of})(?:" + "|".join(_unit(u) for u in sorted(map(str, _forms(section)), key=len, reverse=True)) + ")"
    ranges = section["ranges"]
    opening = "|".join(sorted((_unit(o) for o in ranges["between"] + ranges["from"]), key=len, reverse=True))
    joining = "|".join(sorted((_unit(o) for o in ranges["and"] + ranges["to"]), key=len, reverse=True))
    pattern = re.compile(
        rf"(?:(?<!\w)(?P<open>{opening}){_GAP})?"
        rf"(?<![\w.,])(?:(?P<when>\d{{1,2}}(?:{_SPACE}?[hH]{_SPACE}?\d{{2}}|{_SPACE}?[hH](?!\w)|:\d{{2}})(?![\d:])"
        rf"|\d{{1,2}}(?:{ordinal})?{_SPACE}(?:{month})\b|(?:{month})\.?{_SPACE}\d{{1,2}}(?!\d))"
        rf"|(?P<a>{number})(?!\w{{0,3}}\d)"
        rf"(?P<sa>{_GAP}{scale})?(?P<ua>{_GAP}{unit})?"
        rf"(?:{_GAP}(?P<join>{joining}){_GAP}(?P<b>{number})(?P<sb>{_GAP}{scale})?(?P<ub>{_GAP}{unit})?)?)",
        re.IGNORECASE,
    )
    words = "|".join(_word(w) for w in sorted(map(str, section["approximate"]), key=len, reverse=True))
    article = small_words(code).before("definite", "plural_contracted")
    after = "|".join(_word(w) for w in sorted(map(str, section["approximate_after"]), key=len, reverse=True))
    return _Grammar(
        pattern=pattern,
        before=re.compile(rf"(?<!\w)(?:{words})(?:{_SPACE}{article})?{_SPACE}?$", re.IGNORECASE),
        after=re.compile(rf"{_SPACE}(?:{after})(?!\w)", re.IGNORECASE),
        units=units,
        scales={fold(k): v for k, v in scales.items()},
        thousands=thousands,
        conjunctions=frozenset(map(fold, ranges["and"])),
        nearing=tuple(
            {form.lower().split()[-1].replace("'", mark) for form in map(str, section["approximate"]) for mark in "'’"}
        ),
        lead=max(len(o) for o in ranges["between"] + ranges["from"]) + 2 + max(map(len, calendar(code).months)) + 2,
        leading=tuple({w.lower().split()[-1] for w in (*ranges["between"], *ranges["from"], *calendar(code).months)}),
    )


def _accented(folded: str) -> str:
    """The pattern of a folded word, accents or not: *decembre* finds *décembre*, *aout* finds *août*."""
    return re.escape(folded).replace("e", "[eéè]").replace("u", "[uûü]").replace("a", "[aä]")


def _forms(section: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    for forms in section["units"].values():
        yield from forms


def _word(form: str) -> str:
    return re.escape(form).replace(r"\ ", _SPACE).replace("'", "['’]")


def _unit(form: str) -> str:
    return _word(form) + (r"(?!\w)" if form[-1].isalpha() else "")


def figures(text: str, start: int, end: int, code: str, *, spelled: bool = False) -> list[Figure]:
    """The figures of ``text[start:end]`` in the language of a code, in order.

    Years, dates, times, ordinals, phone and post numbers are not figures; a bare number has an empty unit.
    With
    ``spelled``, numbers in words are read too when they have a scale, a share or a unit of percent or
    points, and
    shares such as ``six électeurs sur dix`` and ``two thirds`` when they are in words or in tenths.
    """
    found = _printed_figures(text, start, end, code)
    return with_spelled(found, text, start, end, code) if spelled else found


def is_corrected(wrong: Figure, right: Figure, text: str, code: str) -> bool:
    """Whether a text says that one figure is wrong and the next is right: ``n'est pas de 52%, comme indiqué par
    erreur, mais de 50%``.
    """
    denied, but_rather = _corrections(code)
    return (
        (wrong.unit == right.unit or not (wrong.unit and right.unit))
        and denied.search(text, max(0, wrong.start - _DENIAL), wrong.start) is not None
        and but_rather.fullmatch(text, wrong.end, right.start) is not None
    )


_DENIAL = 24
"""Characters in which a figure is denied: *n'est donc pas de*."""


@cache
def _corrections(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What denies the figure that follows, and what may stand between it and the right one."""
    section = language(code)["numbers"]
    of_what = rf"(?:{_SPACE}[^\s,;.()\d]{{1,15}}){{0,4}}"
    return (
        re.compile(rf"(?<!\w)(?:{section.get('denied', '(?!)')})$", re.IGNORECASE),
        re.compile(rf"{of_what}(?:,[^,;.()\d]{{1,60}},|,)?{_SPACE}(?:{section.get('but_rather', '(?!)')})"),
    )


def with_spelled(found: list[Figure], text: str, start: int, end: int, code: str) -> list[Figure]:
    """The printed figures of ``text[start:end]`` and those in words (see ``figures``), in order."""
    words = _spelled_figures(text, start, end, code)
    if not words:
        return found
    kept = [f for f in found if not any(w.start < f.end and f.start < w.end for w in words)]
    return sorted(kept + words, key=lambda f: f.start)


def _printed_figures(text: str, start: int, end: int, code: str) -> list[Figure]:
    grammar = _grammar(code)
    found: list[Figure] = []
    position = start
    while digit := _DIGIT.search(text, position, end):
        match = grammar.pattern.search(text, _opening(text, position, digit.start(), grammar), end)
        if match is None:
            break
        if match["when"]:
            position = match.end()
            continue
        figure = _figure(text, match, grammar, start, end)
        if figure is not None:
            found.append(figure)
        position = max(figure.end if figure else match.end("a"), match.start() + 1)
    return found


def _opening(text: str, floor: int, digit: int, grammar: _Grammar) -> int:
    """Where a match that holds a digit may begin: at the digit, unless words that open a range or a date may lead to
    it.
    """
    first = max(floor, digit - grammar.lead)
    before = text[first:digit].rstrip(" .")
    word = before[before.rfind(" ") + 1 :]
    return first if not word.isascii() or word.lower().endswith(grammar.leading) else digit


def _figure(text: str, match: re.Match[str], grammar: _Grammar, start: int, end: int) -> Figure | None:
    unit = _unit_of(match["ua"], grammar)
    is_range = match["b"] is not None and _is_range(match, grammar)
    low = _parse(match["a"], unit or (_unit_of(match["ub"], grammar) if is_range else ""), grammar)
    high = None
    stop, number_end = match.end("a"), match.end("a")
    for group in ("sa", "ua"):
        if match[group]:
            stop = match.end(group)
    if match["sa"]:
        low *= grammar.scales[fold(match["sa"])]
        number_end = match.end("sa")
    if is_range:
        unit = _unit_of(match["ub"], grammar) or unit
        high = _parse(match["b"], unit, grammar)
        if match["sb"]:
            factor = grammar.scales[fold(match["sb"])]
            high *= factor
            if not match["sa"] and low < 1000:
                low *= factor
        if low < high:
            number_end = match.end("sb") if match["sb"] else match.end("b")
            stop = match.end("ub") if match["ub"] else number_end
        else:
            high = None
            unit = _unit_of(match["ua"], grammar)
    begin = match.start("open") if high is not None and match["open"] else match.start("a")
    if _is_other_number(text, match, unit, stop, end):
        return None
    before = text[max(start, begin - 40) : begin]
    if before.rstrip()[-1:] in ("$", "£", "€"):
        unit = "money"
    approximate = _is_near(text, begin, stop, start, end, grammar)
    if high is not None:
        return Figure(
            begin,
            stop,
            number_end,
            unit,
            None,
            float(low),
            float(high),
            approximate,
            high_start=match.start("b"),
        )
    exponent = low.as_tuple().exponent
    has_decimals = isinstance(exponent, int) and exponent < 0 and low < 1000  # and no 2.0 million
    return Figure(begin, stop, number_end, unit, float(low), is_approximate=approximate, has_decimals=has_decimals)


def _is_range(match: re.Match[str], grammar: _Grammar) -> bool:
    """``entre A et B`` needs its opening word; ``A à B`` needs units that agree."""
    opened = fold(match["open"] or "")
    if fold(match["join"]) in grammar.conjunctions:
        return bool(opened)
    first, second = _unit_of(match["ua"], grammar), _unit_of(match["ub"], grammar)
    if (first and first != second) or (second == "percent" and _GROUPED.fullmatch(match["a"])):
        return False  # “12,345 – 45.1%”
    in_brackets = (
        match.string[match.start() - 1 : match.start()] == "(" and match.string[match.end() : match.end() + 1] == ")"
    )
    return bool(second) or in_brackets or fold(match["join"]) not in "-–"


def _is_other_number(text: str, match: re.Match[str], unit: str, stop: int, end: int) -> bool:
    """Years, ordinals, times and the like: a number glued to letters, or a bare year."""
    after = text[stop : stop + 1]
    if not unit and (after.isalpha() or ((after and after in "°’'") and text[stop + 1 : stop + 2].isalpha())):
        return True
    if not unit and stop == match.end("a") and after and after in "-–/" and text[stop + 1 : stop + 2].isdigit():
        return True  # a score: 3-2
    if not unit and after and after in ":." and text[stop + 1 : stop + 2].isdigit():
        return True
    before = text[match.start("a") - 1 : match.start("a")]
    if (before and before in ("#", "@", "/", "_")) or (
        before in ("-", "–") and text[match.start("a") - 2 : match.start("a") - 1].isalnum()
    ):
        return True
    digits = match["a"]
    return not unit and match["b"] is None and len(digits) == 4 and digits.isdigit() and "1800" <= digits <= "2100"


def _unit_of(printed: str | None, grammar: _Grammar) -> str:
    """The unit that printed words name, with or without the word that links them to the number (``de``,
    ``of``).
    """
    if not printed:
        return ""
    folded = fold(printed)
    if folded not in grammar.units:
        folded = re.sub(r"^(?:\w+ |\w')", "", folded)
    return grammar.units.get(folded, "")


def _parse(digits: str, unit: str, grammar: _Grammar) -> Decimal:
    """A number as printed. A share is never in thousands: its only separator is the decimal one."""
    if digits.isdecimal():
        return Decimal(digits)
    plain = _SEPARATORS.sub("", digits)
    grouped = _GROUPED.fullmatch(plain)
    if grouped and unit != "percent" and (grouped[1] in grammar.thousands or plain.count(grouped[1]) > 1):
        plain = re.sub(r"[.,]", "", plain)
    if plain.count(",") + plain.count(".") > 1:
        plain = re.sub(r"[.,]", "", plain)
    return Decimal(plain.replace(",", "."))


# ── numbers in words ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _SpelledGrammar:
    quantity: re.Pattern[str]
    ratio: re.Pattern[str]
    values: dict[str, Decimal]
    parts: dict[str, Decimal]
    links: re.Pattern[str]
    cues: tuple[str, ...]


@cache
def _spelled_grammar(code: str) -> _SpelledGrammar | None:
    """Patterns of numbers in words, or None when the language file does not spell them."""
    section = language(code)["numbers"]
    spelled = section.get("spelled")
    if not spelled:
        return None
    values = {fold(str(word)): Decimal(str(value)) for word, value in spelled["values"].items()}
    parts = {fold(str(word)): Decimal(str(value)) for word, value in spelled["parts"].items()}
    word = "(?:" + "|".join(_word(w) for w in sorted(map(str, spelled["values"]), key=len, reverse=True)) + ")"
    link = "(?:" + "|".join(_word(w) for w in spelled["links"]) + ")"
    tens = "(?:" + "|".join(_word(w) for w in sorted(values, key=len, reverse=True) if values[w] >= 10) + ")"
    number = rf"(?<![\w,.-])(?:{tens}(?:{link}{word}){{1,2}}|{word})(?!\w)"
    scale = "(?:" + "|".join(sorted(map(_word, map(str, section["scales"])), key=len, reverse=True)) + r")(?!\w)"
    units = [u for kind in ("percent", "points") for u in map(str, section["units"][kind])]
    unit = "(?:" + "|".join(sorted(map(_unit, units), key=len, reverse=True)) + ")"
    counted = [u for kind in ("voters", "ballots", "votes") for u in map(str, section["units"][kind])]
    of = "".join(f"{_unit(str(w))}{_SPACE}?|" for w in section.get("of", ()))
    people = f"(?:{of})(?:" + "|".join(sorted(map(_unit, counted), key=len, reverse=True)) + ")"
    half = "(?:" + "|".join(_word(w) for w in spelled["and_half"]) + ")"
    quantity = re.compile(
        rf"(?P<n>{number})(?:(?!-)(?P<h1>{_SPACE}{half})?{_SPACE}(?P<scale>{scale})(?P<h2>{_SPACE}{half})?(?P<people>{_SPACE}{people})?"
        rf"|(?P<h0>{_SPACE}{half})?(?:{_SPACE}|(?=-))(?P<unit>{unit})(?P<h3>{_SPACE}{half})?)",
        re.IGNORECASE,
    )
    among = "(?:" + "|".join(_word(w) for w in spelled["among"]) + ")"
    part = "(?:" + "|".join(_word(w) for w in sorted(map(str, spelled["parts"]), key=len, reverse=True)) + ")"
    digits = r"(?<![\w.,-])\d{1,2}(?![\w.,]*\d)"
    ratio = re.compile(
        rf"(?P<n>{number}(?!-)|{digits})(?:{_SPACE}[^\W\d_][\w’'-]*){{0,2}}?{_SPACE}{among}{_SPACE}(?P<m>{number}(?!-)|\d{{1,3}}(?![\w.,]*\d))"
        rf"|(?:(?<![\w-])(?P<times>{word})[ \u00a0-])?(?<!\w)(?P<part>{part})(?!\w)",
        re.IGNORECASE,
    )
    cues = {*map(str, section["scales"]), *(u for u in units if u[0].isalpha()), *map(str, spelled["parts"])}
    among_cues = (f" {word} " for word in spelled["among"])
    return _SpelledGrammar(
        quantity,
        ratio,
        values,
        parts,
        re.compile(rf"{link}+"),
        (*sorted(c.lower() for c in cues if len(c) > 2), *among_cues),
    )


def _spelled_figures(text: str, start: int, end: int, code: str) -> list[Figure]:
    spelled, grammar = _spelled_grammar(code), _grammar(code)
    passage = text[start:end].lower()
    if spelled is None or not any(cue in passage for cue in spelled.cues):
        return []
    found = []
    for match in spelled.quantity.finditer(text, start, end):
        value = _spelled_value(match["n"], spelled)
        if match["h0"] or match["h1"] or match["h2"] or match["h3"]:
            value += Decimal("0.5")
        if match["scale"]:
            value *= grammar.scales[fold(match["scale"])]
        unit = _unit_of(match["unit"] or match["people"], grammar)
        number_end = max(match.end(g) for g in ("n", "h1", "scale", "h2"))
        near = _is_near(text, match.start(), match.end(), start, end, grammar)
        found.append(
            Figure(
                match.start(),
                match.end(),
                number_end,
                unit,
                float(value),
                is_approximate=near,
                is_spelled=True,
            )
        )
    taken = [(f.start, f.end) for f in found]
    for match in spelled.ratio.finditer(text, start, end):
        share = _share(match, spelled)
        if share is None or any(s < match.end() and match.start() < e for s, e in taken):
            continue
        near = _is_near(text, match.start(), match.end(), start, end, grammar)
        found.append(
            Figure(match.start(), match.end(), match.end(), "ratio", share, is_approximate=near, is_spelled=True)
        )
    return found


def _is_near(text: str, begin: int, stop: int, start: int, end: int, grammar: _Grammar) -> bool:
    """Whether words of approximation stand beside a figure."""
    before = text[max(start, begin - 40) : begin]
    words = before.lower().split()[-2:]
    may_precede = bool(words) and (words[-1].endswith(grammar.nearing) or words[0].endswith(grammar.nearing))
    return (may_precede and grammar.before.search(before) is not None) or (
        grammar.after.match(text, stop, end) is not None
    )


def _share(match: re.Match[str], spelled: _SpelledGrammar) -> float | None:
    """``deux sur trois``, ``two thirds``: a share in percent, to two decimals; None when it is not one.

    Digits count only in halves, tenths, hundredths and the like (``6 électeurs sur 10``): ``12 bureaux sur 35`` is
    a count.
    """
    if match["part"]:
        times = _spelled_value(match["times"], spelled) if match["times"] else 1
        share = times * spelled.parts[fold(match["part"])]
    else:
        n, m = (int(g) if g.isdigit() else _spelled_value(g, spelled) for g in (match["n"], match["m"]))
        if not 0 < n < m or (match["m"].isdigit() and m not in (2, 3, 4, 5, 10, 20, 100)):
            return None
        share = 100 * Decimal(n) / m
    return float(round(share, 2)) if 0 < share < 100 else None


def _spelled_value(printed: str, spelled: _SpelledGrammar) -> Decimal:
    """``soixante-dix`` is 70: the values of its words, added."""
    folded = fold(printed)
    if folded in spelled.values:
        return spelled.values[folded]
    total, rest = Decimal(0), folded
    while rest:
        word = next(w for w in sorted(spelled.values, key=len, reverse=True) if rest.startswith(w))
        total += spelled.values[word]
        rest = rest[len(word) :]
        joined = spelled.links.match(rest)
        rest = rest[joined.end() :] if joined else rest
    return total
