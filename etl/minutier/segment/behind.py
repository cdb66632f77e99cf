"""Labels that stand below their posts, as a signature does, and the times in brackets that close posts."""

from __future__ import annotations

import re
from dataclasses import replace

from minutier.segment.bylines import SOME, is_name
from minutier.segment.grammar import Grammar, Label, parse

ENDS_LINE = re.compile(r"[^\S\n]*(?:\n|\Z)")
_ENDS_PARAGRAPH = re.compile(r"[^\S\n]*(?:\n[^\S\n]*(?:\n|\Z)|\Z)")
_BRACKET = "bracket"
_AT_LINE_END = frozenset({"end", "end+date", _BRACKET})
_CLOSING = re.compile(
    r"[(\[](?:[^()\[\]\n\d,;]{2,30}[,;] )?(?P<time>[^()\[\]\n]{1,30}[)\]])[.!?…]?(?=[^\S\n]*(?:\n|\Z))"
)
_QUARTER = 15  # minutes
_LONGEST_SIGNATURE = 8  # words, those of a date among them


def are_behind(labels: list[Label], text: str) -> bool:
    """Whether the labels stand below their posts, as a signature does: each ends its line and the paragraph, all have a
    name before them or words right above, and nothing follows the last. One in brackets behind words may end a line.
    """
    if len(labels) < SOME or text[labels[-1].body :].strip() or not text[: labels[0].start].strip():
        return False
    if not all(label.style.separator in _AT_LINE_END for label in labels):
        return False
    are_apart = end_paragraphs(labels, text)
    if not are_apart and not all(
        label.style.separator == _BRACKET and ENDS_LINE.match(text, label.body) for label in labels
    ):
        return False
    lines = [text.rfind("\n", 0, label.start) + 1 for label in labels]
    are_signed = all(text[line : label.start].strip() for line, label in zip(lines, labels, strict=True))
    return are_signed or (are_apart and all(text[max(0, line - 2) : line - 1].strip() for line in lines))


def end_paragraphs(labels: list[Label], text: str) -> bool:
    """Whether all labels end their paragraphs."""
    ends = (label.body if label.style.separator == _BRACKET else label.printed_end for label in labels)
    return all(_ENDS_PARAGRAPH.match(text, end) for end in ends)


def closing_labels(text: str, grammar: Grammar) -> list[Label]:
    """The times in brackets that close posts: *La salle se remplit. (19h45)*, behind an agency or a name or not:
    *(AFP, 19h45)*. Empty where they do not stand below posts, or are all told by the quarter of an hour, as times of a
    programme are.
    """
    found: list[Label] = []
    for closing in _CLOSING.finditer(text):
        bracket, shift = text[closing.start()] + closing["time"], closing.start("time") - 1
        label = parse(bracket, 0, len(bracket), grammar, after_gap=True)
        if label and label.style.separator == _BRACKET:
            printed, printed_end = label.printed + shift, label.printed_end + shift
            where = replace(label, start=closing.start(), printed=printed, printed_end=printed_end)
            found.append(replace(where, body=closing.end()))
    return found if any(label.minute % _QUARTER for label in found) and are_behind(found, text) else []


def signature(text: str, label: Label) -> int:
    """Where the name begins that stands on the line of a time below its post; the time where there is none."""
    line = text.rfind("\n", 0, label.start) + 1
    words = text[line : label.start]
    if label.style.separator == _BRACKET:
        return line if is_name(words) else label.start
    is_short = len(words.split()) <= _LONGEST_SIGNATURE
    return line if is_short and not words.rstrip().endswith((".", "!", "?", "…")) else label.start
