"""What stands beside the time of a label, or above it, and is of its post: an author's name, a handle, a number, a
title. What it is shows in the labels together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from minutier.document import Document, MarkKind
from minutier.segment.boilerplate import rules
from minutier.segment.grammar import Grammar, Label, parse

_SOME = 3
_NEARLY = 0.8
_SAMPLE = 8  # labels of which one has an author behind it where others have
_LONGEST_NAME = 6  # words of a name, with what stands before it: *Par*, *By*
_LONGEST_LINE = 60
_MOST_LINES = 3
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’,-]{1,2}[^\W\d_]+)*")
_SENTENCE_ENDS = (".", ",", ";", ":")
_PAUSES = ("...", "…")
_HANDLE = re.compile(r"\(?@[\w.@-]{1,60}\)?$")
_AROUND = " \t\xa0\u202f,|·•–—(-"
_ENDS_PARAGRAPH = re.compile(r"[^\S\n]*(?:\n[^\S\n]*(?:\n|\Z)|\Z)")
_ENDS_LINE = re.compile(r"[^\S\n]*(?:\n|\Z)")
_BRACKET = "bracket"
_AT_LINE_END = frozenset({"end", "end+date", _BRACKET})
_CLOSING = re.compile(r"[(\[][^()\[\]\n]{1,30}[)\]][.!?…]?(?=[^\S\n]*(?:\n|\Z))")
_QUARTER = 15  # minutes
_LONGEST_SIGNATURE = 8  # words, those of a date among them


def with_bylines(labels: list[Label], text: str, grammar: Grammar) -> list[Label]:
    """The labels with what nearly all have in front of their time or on the lines above it: *Par Jeanne Martin*,
    *20h41*; *Jane Roe*, *@jane*, *7:45 PM*; *Update 3 - 7:45 PM*; and with the author behind it, *20h41 par Jeanne
    Martin*. As they are where they stand below their posts.
    """
    if are_behind(labels, text):
        return labels
    author = grammar.author.match
    if any(author(text, label.body) for label in labels[:_SAMPLE]):
        labels = [_with_author(label, author(text, label.body)) for label in labels]
    if not _have_words_above(labels, text):
        return labels
    heads = [_head(label, text) for label in labels]
    known = Counter(chain.from_iterable(lines for _, lines in heads))
    of_posts = [
        (index, start, lines)
        for index, (start, lines) in enumerate(heads)
        if lines and (_is_number(lines) or _is_byline(lines, known))
    ]
    if len(of_posts) < max(_SOME, _NEARLY * len(labels)) or not _are_bylines([lines for _, _, lines in of_posts]):
        return labels
    found = list(labels)
    for index, start, _ in of_posts:
        found[index] = replace(labels[index], start=start)
    return found


def _have_words_above(labels: list[Label], text: str) -> bool:
    """Whether nearly all labels have something above them in their paragraph, or in front of them."""
    most_apart = len(labels) - max(_SOME, _NEARLY * len(labels))
    for label in labels:
        if text.startswith("\n\n", label.start - 2):
            most_apart -= 1
            if most_apart < 0:
                return False
    return len(labels) >= _SOME


def _head(label: Label, text: str) -> tuple[int, list[str]]:
    """Where the lines begin that stand above a label in its paragraph, and what is in front of it, and what they say;
    no lines where they are too many or too long for a byline.
    """
    start = _line_start(text, label.start)
    lines = [words] if (words := text[start : label.start].strip(_AROUND)) else []
    while start > 0 and len(lines) <= _MOST_LINES:
        above = _line_start(text, start - 1)
        if above < 0:
            return start, []
        if not (words := text[above:start].strip()):
            break
        lines.insert(0, words)
        start = above
    is_byline = start >= 0 and len(lines) <= _MOST_LINES and all(len(words) <= _LONGEST_LINE for words in lines)
    return start, lines if is_byline else []


def _line_start(text: str, end: int) -> int:
    """Where the line begins that ends at a place; -1 where it is too long for a byline."""
    reach = max(0, end - 2 * _LONGEST_LINE)
    found = text.rfind("\n", reach, end)
    return found + 1 if found >= 0 or not reach else -1


def _is_byline(lines: list[str], known: Counter[str]) -> bool:
    """Whether lines are a name, and below it nothing but a handle or what stands below others: *Political editor*."""
    return _is_name(lines[0]) and all(_HANDLE.match(line) or known[line] > 1 for line in lines[1:])


def _is_name(line: str) -> bool:
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
    return replace(label, body=author.end()) if author and _is_name(author["who"]) else label


def with_titles(labels: list[Label], text: str, grammar: Grammar) -> list[Label]:
    """The labels with the titles of their posts, where nearly all stand alone right below one and above words: a short
    line after a gap, that ends no sentence, is no date, no furniture and not the same everywhere.
    """
    if not _have_words_above(labels, text):
        return labels
    starts = [_title_above(label, text, grammar) for label in labels]
    titled = [index for index, start in enumerate(starts) if start >= 0]
    if len(titled) < max(_SOME, _NEARLY * len(labels)):
        return labels
    told = {text[starts[index] : labels[index].start] for index in titled}
    ends = [start if start >= 0 else label.start for start, label in zip(starts[1:], labels[1:], strict=True)]
    filled = sum(bool(text[label.body : end].strip()) for label, end in zip(labels, [*ends, len(text)], strict=True))
    if len(told) * 2 <= len(titled) or filled < _NEARLY * len(labels) or are_behind(labels, text):
        return labels
    return [
        replace(label, start=start, has_title=True) if start >= 0 else label
        for label, start in zip(labels, starts, strict=True)
    ]


def _title_above(label: Label, text: str, grammar: Grammar) -> int:
    """Where the line begins that may be the title of the post of a label alone on its line; -1 where there is none."""
    line = _line_start(text, label.start)
    if line <= 0 or text[line : label.start].strip() or not _ENDS_LINE.match(text, label.body):
        return -1
    start = _line_start(text, line - 1)
    title = text[start:line].strip() if start >= 0 else ""
    if not title or text[max(0, start - 2) : start].strip() or not is_title(title) or _is_date(title, grammar):
        return -1
    return -1 if rules(grammar.calendar.code).rule_of(title) else start


def is_title(line: str) -> bool:
    """Whether a line does not end as a sentence does."""
    return line.endswith(_PAUSES) or not line.rstrip('»”" \u00a0').endswith(_SENTENCE_ENDS)


def _is_date(line: str, grammar: Grammar) -> bool:
    """Whether a line is a date and nothing else."""
    dates = grammar.calendar.dates(line)
    return len(dates) == 1 and not any(map(str.isalnum, line[: dates[0][0]] + line[dates[0][1] :]))


def are_behind(labels: list[Label], text: str) -> bool:
    """Whether the labels stand below their posts, as a signature does: each ends its line and the paragraph, all have a
    name before them or words right above, and nothing follows the last. One in brackets behind words may end a line.
    """
    if len(labels) < _SOME or text[labels[-1].body :].strip() or not text[: labels[0].start].strip():
        return False
    if not all(label.style.separator in _AT_LINE_END for label in labels):
        return False
    are_apart = end_paragraphs(labels, text)
    if not are_apart and not all(
        label.style.separator == _BRACKET and _ENDS_LINE.match(text, label.body) for label in labels
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
    """The times in brackets that close posts: *La salle se remplit. (19h45)*. Empty where they do not stand below
    posts, or are all told by the quarter of an hour, as times of a programme are.
    """
    found: list[Label] = []
    for closing in _CLOSING.finditer(text):
        label = parse(text, closing.start(), closing.end(), grammar, after_gap=True)
        if label and label.style.separator == _BRACKET:
            found.append(replace(label, body=closing.end()))
    return found if any(label.minute % _QUARTER for label in found) and are_behind(found, text) else []


def signature(text: str, label: Label) -> int:
    """Where the name begins that stands on the line of a time below its post; the time where there is none."""
    line = text.rfind("\n", 0, label.start) + 1
    words = text[line : label.start]
    if label.style.separator == _BRACKET:
        return line if _is_name(words) else label.start
    is_short = len(words.split()) <= _LONGEST_SIGNATURE
    return line if is_short and not words.rstrip().endswith((".", "!", "?", "…")) else label.start


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
        if not label or not (_is_name(line["who"]) or _is_number([line["who"]])):
            continue
        if not text[label.body : end].strip():
            over.append(replace(label, start=line.start()))
            is_close = is_close and (line.start() in told or bool(text[end : end + 2].strip()))
        elif label.style.separator in _BEFORE_WORDS:
            before.append(replace(label, start=line.start()))
    found = over if len(over) >= len(before) else before
    enough = 2 if found is over and is_close else _SOME
    return found if len(found) >= enough and text[found[-1].body :].strip() else []


_BEFORE_WORDS = frozenset({":", "-", _BRACKET})
