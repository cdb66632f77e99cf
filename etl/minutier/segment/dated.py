"""Labels with long dates, *22 avril à 20h41 –*: what stands before the time is read once, not in each of them."""

from __future__ import annotations

from minutier.segment.grammar import Grammar, Label, seen_in, style_of

_MOST = 8
"""Dates that are remembered: those of a live blog of a week, whose labels are of one form."""

_MOST_IN_VAIN = 8
"""Labels whose date was looked for in vain: the others will not give it either."""


class Dates:
    """What stood before the times of the labels of a document (``known``), and a label that it was read in."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self.known: dict[str, Label] = {}
        self._in_vain = 0

    def label(self, text: str, start: int, after_gap: bool) -> Label | None:
        """The label at a place that begins as another did and goes on as it did; None where it has to be parsed."""
        for before, first in self.known.items():
            if text.startswith(before, start):
                return self._joined(text, start, start + len(before), first, after_gap)
        return None

    def note(self, text: str, label: Label) -> None:
        """Remember what stands before the time of a label that was parsed, if that is a date and the time is simple."""
        is_enough = len(self.known) >= _MOST or self._in_vain >= _MOST_IN_VAIN
        if label.day is None or label.told is not None or is_enough:
            return
        for place in range(label.printed + 1, label.printed_end):
            is_number = text[place].isdigit() and not text[place - 1].isdigit()
            if is_number and self._joined(text, label.start, place, label, label.after_gap) == label:
                self.known[text[label.start : place]] = label
                return
        self._in_vain += 1

    def _joined(self, text: str, start: int, place: int, first: Label, after_gap: bool) -> Label | None:
        """The label that begins at ``start`` as another did and has a simple time at ``place``, if there is one."""
        match = self._grammar.simple.match(text, place)
        time = seen_in(match, self._grammar) if match else ()
        if not match or not time or time[0]:
            return None
        _, printed_end, hour, minute, style, meridiem, is_bare, zone, has_minutes = time
        return Label(
            start, start + first.printed - first.start, place + printed_end, match.end(), hour, minute,
            style_of(first.style.bullet, style.form, style.separator), meridiem, is_bare, zone,
            first.day, None, after_gap, False, has_minutes,
        )  # fmt: skip
