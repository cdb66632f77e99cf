"""What stands beside the time of a label, or above it, and is none of its post's words: an author's name, a handle, a
number. What it is shows in the labels together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from minutier.document import Document, MarkKind
from minutier.segment.grammar import Grammar, Label, parse

SOME, NEARLY = 3, 0.8
"""How many labels show what all have, and what share of them."""

_SAMPLE = 8  # labels of which one has an author behind it where others have
_LONGEST_NAME = 6  # words of a name, with what stands before it: *Par*, *By*
_LONGEST_LINE = 60
_MOST_LINES = 3
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’,-]{1,2}[^\W\d_]+)*")
_HANDLE = re.compile(r"\(?@[\w.@-]{1,60}\)?$")
_AROUND = " \t\xa0\u202f,|·•–—(-"


def with_bylines(labels: list[Label], text: str, grammar: Grammar) -> list[Label]:
    """The labels with what nearly all have in front of their time or on the lines above it: *Par Jeanne Martin*,
    *20h41*; *Jane Roe*, *@jane*, *7:45 PM*; *Update 3 - 7:45 PM*; and with the author behind it, *20h41 par Jeanne
    Martin*.
    """
    author = grammar.author.match
    if any(author(text, label.body) for label in labels[:_SAMPLE]):
        labels = [_with_author(label, author(text, label.body)) for label in labels]
    if not have_words_above(labels, text):
        return labels
    heads = [_head(label, text, grammar) for label in labels]
    known = Counter(chain.from_iterable(lines for _, lines in heads))
    of_posts = [
        (index, start, lines)
        for index, (start, lines) in enumerate(heads)
        if lines and (_is_number(lines) or _is_byline(lines, known))
    ]
    if len(of_posts) < max(SOME, NEARLY * len(labels)) or not _are_bylines([lines for _, _, lines in of_posts]):
        return labels
    found = list(labels)
    for index, start, _ in of_posts:
        found[index] = replace(labels[index], start=start)
    return found


def have_words_above(labels: list[Label], text: str) -> bool:
    """Whether nearly all labels have something above them in their paragraph, or in front of them."""
    most_apart = len(labels) - max(SOME, NEARLY * len(labels))
    for label in labels:
        if text.startswith("\n\n", label.start - 2):
            most_apart -= 1
            if most_apart < 0:
                return False
    return len(labels) >= SOME


def _head(label: Label, text: str, grammar: Grammar) -> tuple[int, list[str]]:
    """Where the lines begin that stand above a label in its paragraph, and what is in front of it, and what they say;
    no lines where they are too many or too long for a byline.
    """
    start = line_start(text, label.start)
    words = grammar.counted_back.sub("", text[start : label.start].rstrip(_AROUND)).strip(_AROUND) if start >= 0 else ""
    lines = [words] if words else []
    while start > 0 and len(lines) <= _MOST_LINES:
        above = line_start(text, start - 1)
        if above < 0:
            return start, []
        if not (words := text[above:start].strip()):
            break
        lines.insert(0, words)
        start = above
    is_byline = start >= 0 and len(lines) <= _MOST_LINES and all(len(words) <= _LONGEST_LINE for words in lines)
    return start, lines if is_byline else []


def line_start(text: str, end: int) -> int:
    """Where the line begins that ends at a place; -1 where it is too long for a byline."""
    reach = max(0, end - 2 * _LONGEST_LINE)
    found = text.rfind("\n", reach, end)
    return found + 1 if found >= 0 or not reach else -1


def _is_byline(lines: list[str], known: Counter[str]) -> bool:
    """Whether lines are a name, and below it nothing but a handle or what stands below others: *Political editor*."""
    return is_name(lines[0]) and all(_HANDLE.match(line) or known[line] > 1 for line in lines[1:])


def is_name(line: str) -> bool:
    """Whether a line is words of which the first and the last have capitals, with a handle behind them or without."""
    words = _HANDLE.sub("", line).strip(_AROUND)
    names = words.split()
    if not 2 <= len(names) <= _LONGEST_NAME:
        return False
    return names[0][0].isupper() and names[-1][0].isupper() and _NAME.fullmatch(" ".join(names)) is not None


def _is_number(lines: list[str]) -> bool:
    """Whether what stands before a time is a word or two and a number: *Update 3*."""
    words = lines[0].split()
    return (
        len(lines) == 1 and 2 <= len(words) <= _LONGEST_NAME and words[-1].lstrip("#").isdigit() and words[0].isalpha()
    )


def _are_bylines(heads: Sequence[list[str]]) -> bool:
    """Whether what stands above labels is no title: all begins with one word or has handles, or some comes again."""
    told = {tuple(lines) for lines in heads}
    is_said = len({lines[0].split()[0] for lines in heads}) == 1  # Par, By, Update
    has_handles = all(_HANDLE.search(lines[-1]) for lines in heads)
    return is_said or has_handles or len(told) < len(heads)


def _with_author(label: Label, author: re.Match[str] | None) -> Label:
    """The label with the author behind it, where nothing else is on its line: *Publié à 20h41 par Jeanne Martin*."""
    return replace(label, body=author.end()) if author and is_name(author["who"]) else label


def signed_labels(document: Document, grammar: Grammar) -> list[Label]:
    """The lines that begin with a name and a time, each over its post or in front of its words: *Marie Durand, 20h41*,
    *By Jane Roe at 7:45 PM*, *Jane Roe (7:45 PM): …*. Empty where they are too few.
    """
    text = document.text
    told = {mark.start for mark in document.marks_of(MarkKind.LABEL)}
    over: list[Label] = []
    before: list[Label] = []
    is_close = True
    for line in grammar.signed.finditer(text):
        if line.start() and text[line.start() - 2 : line.start()] != "\n\n":
            continue
        end = text.find("\n", line.end())
        end = end if end >= 0 else len(text)
        label = parse(text, line.start("time"), end, grammar, after_gap=True)
        name = line["who"].split(",")[0]  # *Jane Roe, political editor | 7:45 PM*
        if not label or not (is_name(line["who"]) or is_name(name) or _is_number([line["who"]])):
            continue
        if not text[label.body : end].strip():
            over.append(replace(label, start=line.start()))
            is_close = is_close and (line.start() in told or bool(text[end : end + 2].strip()))
        elif label.style.separator in _BEFORE_WORDS:
            before.append(replace(label, start=line.start()))
    found = over if len(over) >= len(before) else before
    enough = 2 if found is over and is_close else SOME
    return found if len(found) >= enough and text[found[-1].body :].strip() else []


_BEFORE_WORDS = frozenset({":", "-", "bracket"})
