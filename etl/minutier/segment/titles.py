"""Titles on the line above their labels, or before these on it, told by a document that is laid out so."""

from __future__ import annotations

from dataclasses import replace

from minutier.segment.behind import ENDS_LINE, are_behind
from minutier.segment.boilerplate import rules
from minutier.segment.bylines import NEARLY, SOME, have_words_above, line_start
from minutier.segment.grammar import Grammar, Label

_SENTENCE_ENDS = (".", ",", ";", ":")
_WORDS = 3  # of a title before a time
_PAUSES = ("...", "…")


def with_titles(labels: list[Label], text: str, grammar: Grammar) -> list[Label]:
    """The labels with the titles of their posts, where nearly all stand alone right below one and above words, or end
    its line: a short line after a gap, that ends no sentence, is no date, no furniture and not the same everywhere.
    """
    if not have_words_above(labels, text):
        return labels
    starts = [_title_above(label, text, grammar) for label in labels]
    titled = [index for index, start in enumerate(starts) if start >= 0]
    if len(titled) < max(SOME, NEARLY * len(labels)):
        return labels
    told = {text[starts[index] : labels[index].start] for index in titled}
    ends = [start if start >= 0 else label.start for start, label in zip(starts[1:], labels[1:], strict=True)]
    filled = sum(bool(text[label.body : end].strip()) for label, end in zip(labels, [*ends, len(text)], strict=True))
    if len(told) * 2 <= len(titled) or filled < NEARLY * len(labels) or are_behind(labels, text):
        return labels
    return [
        replace(label, start=start, has_title=True) if start >= 0 else label
        for label, start in zip(labels, starts, strict=True)
    ]


def _title_above(label: Label, text: str, grammar: Grammar) -> int:
    """Where the line begins that may be the title of the post of a label at its end, or alone on the line below; -1
    where there is none.
    """
    line = line_start(text, label.start)
    below = ENDS_LINE.match(text, label.body)
    if line <= 0 or not below:
        return -1
    before = text[line : label.start].strip()
    if before and (len(before.split()) < _WORDS or not text[below.end() : below.end() + 1].strip()):
        return -1
    start = line if before else line_start(text, line - 1)
    title = before or (text[start:line].strip() if start >= 0 else "")
    if not title or text[max(0, start - 2) : start].strip() or not (before or is_title(title)):
        return -1
    return -1 if grammar.calendar.date_alone(title) or rules(grammar.calendar.code).rule_of(title) else start


def is_title(line: str) -> bool:
    """Whether a line does not end as a sentence does."""
    return line.endswith(_PAUSES) or not line.rstrip('»”" \u00a0').endswith(_SENTENCE_ENDS)
