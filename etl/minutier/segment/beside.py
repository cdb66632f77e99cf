"""The lines right above and below a label that are no words: a time counted back, or what the post is."""

from __future__ import annotations

from dataclasses import replace

from minutier.segment.bylines import line_start
from minutier.segment.grammar import Grammar, Label

_LONGEST = 60  # characters


def with_lines_beside(labels: list[Label], text: str, grammar: Grammar) -> list[Label]:
    """The labels with the line right above or below that is a time counted back or says what the post is, and nothing
    else: *2h ago*, *Key event*.
    """
    found = list(labels)
    for index, label in enumerate(labels):
        start, body = label.start, label.body
        if not text.startswith("\n\n", start - 2) and text.startswith("\n", start - 1):
            above = line_start(text, start - 1)
            is_first = above == 0 or text.startswith("\n\n", above - 2)
            start = above if is_first and grammar.beside.fullmatch(text, above, start - 1) else start
        if label.style.separator == "end" and (end := text.find("\n", body + 1, body + _LONGEST)) > 0:
            body = end if text[body] == "\n" and grammar.beside.fullmatch(text, body + 1, end) else body
        if start < label.start or body > label.body:
            found[index] = replace(label, start=start, body=body)
    return found
