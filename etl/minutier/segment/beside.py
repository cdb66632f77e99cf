"""The lines right above and below a label that are no words: a time counted back, or what the post is."""

from __future__ import annotations

from dataclasses import replace

from minutier.segment.behind import ENDS_LINE
from minutier.segment.bylines import line_start
from minutier.segment.grammar import Grammar, Label

_LONGEST = 60  # characters


def with_lines_beside(labels: list[Label], text: str, grammar: Grammar) -> list[Label]:
    """The labels with the line right above or below that is a time counted back or says what the post is, and nothing
    else: *2h ago*, *Key event*.
    """
    found = []
    for label in labels:
        start, body = label.start, label.body
        if text.startswith("\n", start - 1) and not text.startswith("\n", start - 2):
            above = line_start(text, start - 1)
            is_first = above == 0 or text.startswith("\n\n", above - 2)
            start = above if is_first and grammar.beside.fullmatch(text, above, start - 1) else start
        below = ENDS_LINE.match(text, body) if label.style.separator == "end" else None
        if below:
            end = text.find("\n", below.end(), below.end() + _LONGEST)
            body = end if end >= 0 and grammar.beside.fullmatch(text, below.end(), end) else body
        is_wider = start < label.start or body > label.body
        found.append(replace(label, start=start, body=body) if is_wider else label)
    return found
