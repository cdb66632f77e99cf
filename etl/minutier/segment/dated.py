"""Labels with long dates, *22 avril à 20h41 –*: what stands before the time is read once, not in each of them."""

from __future__ import annotations

from minutier.segment.grammar import Grammar, Label, parse_simple, style_of

_MOST = 8
"""Dates that are remembered: those of a live blog of a week, whose labels are of one form."""

_MOST_IN_VAIN = 8
"""Labels whose date was looked for in vain: the others will not give it either."""


class Dates:
    """What stood before the times of the labels of a document, and a label that it was read in."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._known: dict[str, Label] = {}
        self._in_vain = 0

    def label(self, text: str, start: int, after_gap: bool) -> Label | None:
        """The label at a place that begins as another did and goes on as it did; None where it has to be parsed."""
        for before, first in self._known.items():
            if text.startswith(before, start):
                time = self._time(text, start + len(before), after_gap)
                return _joined(start, first, time) if time else None
        return None

    def note(self, text: str, label: Label) -> None:
        """Remember what stands before the time of a label that was parsed, if that is a date and the time is simple."""
        is_enough = len(self._known) >= _MOST or self._in_vain >= _MOST_IN_VAIN
        if label.day is None or label.told is not None or is_enough:
            return
        for place in range(label.printed + 1, label.printed_end):
            if text[place].isdigit() and not text[place - 1].isdigit():
                time = self._time(text, place, label.after_gap)
                if time and _joined(label.start, label, time) == label:
                    self._known[text[label.start : place]] = label
                    return
        self._in_vain += 1

    def _time(self, text: str, place: int, after_gap: bool) -> Label | None:
        match = self._grammar.simple.match(text, place)
        time = parse_simple(match, after_gap, self._grammar) if match else None
        return time if time and time.printed == place else None


def _joined(start: int, first: Label, time: Label) -> Label:
    """The label at a place that has the date and the bullet of another, and a time."""
    return Label(
        start, start + first.printed - first.start, time.printed_end, time.body, time.hour, time.minute,
        style_of(first.style.bullet, time.style.form, time.style.separator), time.meridiem, time.is_bare, time.zone,
        first.day, None, time.after_gap, False, time.has_minutes,
    )  # fmt: skip
