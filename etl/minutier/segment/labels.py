"""Which times open a post. Candidates are found by their form, then the document's own habit decides.

A live blog prints its labels in one style, perhaps two: a bullet or none, a form of clock, a separator. What
looks like a label and keeps to that style is one; a paragraph that begins with *20h, c'est l'heure…* among
posts that begin with *20h41:* is not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise

from minutier.document import Document, Mark, MarkKind
from minutier.languages.dates import PartialDate, fold
from minutier.segment.behind import are_behind, closing_labels
from minutier.segment.beside import with_lines_beside
from minutier.segment.boilerplate import Rules, rules
from minutier.segment.bylines import NEARLY, SOME, signed_labels, with_bylines
from minutier.segment.clock import Reading, against, direction, read_sequence
from minutier.segment.dated import Dates
from minutier.segment.grammar import (
    ARROWS,
    HEAD,
    Grammar,
    Label,
    Style,
    ahead,
    grammar_of,
    label_of_time,
    parse,
    parse_simple,
    read_moment,
)
from minutier.segment.programme import without_programme
from minutier.segment.titles import is_title, with_titles

MOST = 100_000
"""Labels that are looked for in a document: the longest live blogs have some thousands."""


def find_labels(document: Document, code: str, pages: Sequence[tuple[int, int]] = ()) -> list[Label]:
    """The labels of a document without posts in its markup, in order of place; ``code`` is its language's, ``pages``
    the lines that are headers and footers of its pages.
    """
    grammar = grammar_of(code)
    text = document.text
    quoted = _Spans([*((m.start, m.end) for m in document.marks_of(MarkKind.POST, MarkKind.BLOCKQUOTE)), *pages])
    starts = _at_line_starts(text, grammar, frozenset(start for start, _ in pages))
    datelines = _datelines(text, grammar)
    lines = _without_datelines(quoted.without(starts), datelines, text, grammar)
    lines = _before_the_end(lines, text, rules(code))
    lines = _without_days_recalled(lines)
    lines = without_programme(_without_changes(_with_second_clocks(lines, text), text, grammar), text)
    habit = _Habit(lines)
    kept = _without_hours_told([label for label in lines if habit.keeps(label)])
    kept = _with_tags(_with_those_typed_otherwise(kept, lines, text), lines, text)
    found = quoted.without(_with_inline(text, grammar, lines, kept))
    if datelines:
        found = [label for label in found if not (label.inline and datelines.hold(label.start))]
    if len(kept) <= 1:
        apart = quoted.without(_signed(document, grammar)) or quoted.without(_relative(document, grammar))
        apart = apart or _all_in_time(closing_labels(text, grammar))
        found = apart if len(apart) > len(lines) or (apart and len(apart) > len(kept)) else found
    if len(found) < len(lines) <= _FEW and _open_every_paragraph(text, lines):
        found = lines
    found = _with_twins(found, lines, text)
    if not are_behind(found, text):
        found = with_bylines(with_lines_beside(found, text, grammar), text, grammar)
    return with_titles(_with_times(document, _with_days_told(document, found), quoted), text, grammar)


def _with_days_told(document: Document, labels: list[Label]) -> list[Label]:
    """The labels with the day that a word tells, counted from when the page was last changed: *Hier à 23h10*."""
    saved = read_moment(document.metadata.modified)
    if saved is None or all(label.told is None for label in labels):
        return labels
    found = []
    for label in labels:
        day = saved.date() + timedelta(days=label.told) if label.told is not None and not label.day else None
        found.append(replace(label, day=PartialDate(day.year, day.month, day.day)) if day else label)
    return found


def _with_times(document: Document, labels: list[Label], quoted: _Spans) -> list[Label]:
    """The labels with the times that the markup gives, where a line begins with one: they are labels too."""
    text, metadata = document.text, document.metadata
    own = {metadata.published, metadata.modified, metadata.coverage_start, metadata.coverage_end}
    marked: list[Label] = []
    for mark in document.marks_of(MarkKind.TIME):
        line = text.rfind("\n", 0, mark.start) + 1
        if mark.value in own or quoted.hold(mark.start) or any(map(str.isalnum, text[line : mark.start])):
            continue
        label = label_of_time(mark, len(text))
        if label and (not marked or label.start > marked[-1].start):
            separator = _AFTER_TIME.match(text, label.body)
            marked.append(replace(label, start=line, body=separator.end() if separator else label.body))
    if len(marked) < 2:
        return labels
    moments = {label.start: label for label in marked}
    if len(marked) * 2 < len(labels):
        return [
            replace(label, moment=moments[label.start].moment) if label.start in moments else label for label in labels
        ]
    times = _Spans([(label.start, label.body) for label in marked])
    return sorted([*marked, *(label for label in labels if not times.hold(label.start))], key=lambda label: label.start)


def _without_datelines(labels: list[Label], datelines: _Spans, text: str, grammar: Grammar) -> list[Label]:
    """The labels without the line that says when the live blog as a whole was published, if it looks like
    one.
    """
    while len(labels) > 2 * SOME and labels[0].day and not labels[1].day and _is_headed(labels[0], text, grammar):
        labels = labels[1:]  # *Updated*, *July 8, 2024 — 1.10am*
    if len(labels) > SOME and labels[0].day and labels[0].day.year and _heads_page(labels, text, grammar):
        labels = labels[1:]  # *8 July 2024, 1.10am*, *First published on 7 July 2024*
    if not datelines:
        return labels
    styles = Counter((label.style, label.day is None) for label in labels)
    return [x for x in labels if styles[x.style, x.day is None] >= 3 or not datelines.hold(x.start)]


def _datelines(text: str, grammar: Grammar) -> _Spans:
    """The lines that say when the live blog as a whole was published or changed, and nothing else."""
    return _Spans([(line.start, line.end) for line in grammar.calendar.datelines(text) if line.alone])


def _heads_page(labels: list[Label], text: str, grammar: Grammar) -> bool:
    """Whether the first label has no words, as none other has not: another follows, or a line that says when something
    was published or changed.
    """
    pairs = pairwise(labels)
    return _is_wordless(*next(pairs), text, grammar) and not any(_is_wordless(*pair, text, grammar) for pair in pairs)


def _is_wordless(label: Label, following: Label, text: str, grammar: Grammar) -> bool:
    """Whether a label alone on its line stands over another, or over a line of publication or change with its date."""
    if label.style.separator != "end" or label.style.bullet == "word":
        return False
    start = label.body
    while start < following.start and text[start] in " \n":
        start += 1
    if start == following.start and following.style.bullet != "word":
        return following.day is not None
    if not grammar.published.match(text, start):
        return False
    end = text.find("\n", start, start + HEAD)
    line = text[start : end if end >= 0 else start + HEAD]
    return any(day.day and day.year for _, _, day in grammar.calendar.dates(line))


def _is_headed(label: Label, text: str, grammar: Grammar) -> bool:
    """Whether the line above a label is a word of publication or change and nothing else."""
    line = text.rfind("\n", 0, max(0, label.start - 1)) + 1
    above = text[line : label.start].strip(" \t\n:")
    said = grammar.published.match(above)
    return said is not None and said.end() == len(above)


def _without_changes(labels: list[Label], text: str, grammar: Grammar) -> list[Label]:
    """The labels without the lines below them which say when the post was published or changed: *Updated at
    10.05pm BST*; nor the one at the top that says so of the live blog.
    """
    said = [index for index, label in enumerate(labels) if label.style.bullet == "word"]
    if not said:
        return labels
    out = set()
    are_few = len(said) * 2 <= len(labels)
    for index in said:
        label, before = labels[index], labels[index - 1] if index else None
        if before is None:
            alone = sum(other.style is label.style for other in labels) == 1 < len(labels)
            if alone and grammar.published.match(text, label.start):
                out.add(index)
        elif (before.hour, before.minute) == (label.hour, label.minute) and before.style is not label.style:
            if grammar.published.match(text, label.start):
                out.add(index)
        elif (
            (are_few and label.style.separator == "end") or not text[before.body : label.start].strip()
        ) and grammar.changed.match(text, label.start):
            out.add(index)
    return [label for index, label in enumerate(labels) if index not in out]


def _before_the_end(labels: list[Label], text: str, known: Rules) -> list[Label]:
    """The labels without those below a line that ends the chronicle, *3 commentaires*, where all of them are dated and
    are printed as none above it is: readers sign so.
    """
    first = len(labels)
    if not labels or not labels[-1].day or (labels[0].day and labels[0].style is labels[-1].style):
        return labels
    while first > SOME and labels[first - 1].day:
        first -= 1
    last = {(label.style, label.day is None): index for index, label in enumerate(labels)}
    reach = max((last[label.style, label.day is None] for label in labels[:first]), default=0)
    for index in range(first, len(labels)):
        label = labels[index - 1]
        reach = max(reach, last[label.style, label.day is None])
        between = text[label.body : labels[index].start].split("\n") if reach < index else []
        if any(known.is_closing(line) for above, line in pairwise(between) if not above.strip()):
            return labels[:index]
    return labels


def _without_days_recalled(labels: list[Label]) -> list[Label]:
    """The labels without the words that tell of another day, *Hier à 20h : la salle était vide*, unless most labels
    tell their day by such a word: *Hier à 23h48 - Merci à tous.*
    """
    told = len([label for label in labels if label.told is not None])
    if not told or (told >= SOME and told * 2 > len(labels)):
        return labels
    return [label for label in labels if label.told is None or label.style.separator == "end"]


def _without_hours_told(labels: list[Label]) -> list[Label]:
    """The labels without the lines inside posts that tell hours of the day, *12h : 26,63 %*, *17h : 59,71 %*, where
    posts stand apart: no line stands before them, and their times are not between those of the posts around.
    """
    posts = [label for label in labels if label.after_gap]
    if len(posts) < max(SOME, _MOSTLY * len(labels)) or len(posts) == len(labels):
        return labels
    sign = direction([label.hour * 60 + label.minute for label in posts])
    return [label for label in labels if label.after_gap or label.day or _is_timely(label, posts, sign)]


_MOSTLY = 0.6


def _with_those_typed_otherwise(kept: list[Label], lines: list[Label], text: str) -> list[Label]:
    """The labels and those at the head of a paragraph whose time lies between their neighbours', however they are
    typed, where nearly every paragraph begins with a label: *21h17 La salle se lève.* among *21h02 - …*.
    """
    if len(kept) == len(lines) or not _open_most_paragraphs(kept, text):
        return kept
    sign, starts = direction([label.hour * 60 + label.minute for label in kept]), {label.start for label in kept}
    others = [
        label
        for label in lines
        if label.start not in starts
        and label.after_gap
        and label.has_minutes
        and label.style.form in ("h", "colon", "dot", "meridiem")
        and (label.style.is_strong or _opens_words(text, label))
        and kept[0].start < label.start < kept[-1].start
        and _is_timely(label, kept, sign)
    ]
    return sorted([*kept, *others], key=lambda label: label.start) if others else kept


def _with_tags(kept: list[Label], lines: list[Label], text: str) -> list[Label]:
    """The labels and those with a few words behind them that say what their post is, *22:46 Pour approfondir*, where
    most labels stand alone on their lines: the tag is part of the label, as the post's title is below.
    """
    alone = [label.style for label in kept if label.style.separator == "end"]
    if len(alone) == len(lines) or len(alone) < max(SOME, len(kept) / 2):
        return kept
    sign, starts = direction([label.hour * 60 + label.minute for label in kept]), {label.start for label in kept}
    styles = {(style.bullet, style.form) for style in alone}
    found = []
    for label in lines:
        style, is_kept = label.style, label.start in starts
        may_have = style.separator == "bare" and label.after_gap and text[label.body : label.body + 1].isupper()
        tag = _TAG.match(text, label.body) if may_have and (style.bullet, style.form) in styles else None
        if tag and len(tag["tag"]) <= _LONGEST_TAG and (is_kept or _is_timely(label, kept, sign)):
            # not *20:00 Le maire élu*, *Il a 58 % des voix.*: these words are the post's
            is_tag = len(tag["below"]) <= _LONGEST_TITLE and is_title(tag["below"])
            found.append(replace(label, printed_end=tag.end("tag"), body=tag.end("tag")) if is_tag else label)
        elif is_kept:
            found.append(label)
    return found


_LONGEST_TAG, _LONGEST_TITLE = 30, 160
_TAG = re.compile(
    r"(?P<tag>[^\s\d.!?…:;,«“]{1,20}(?:[ \xa0][^\s\d.!?…:;,«“]{1,20}){0,3})[^\S\n]{0,4}"
    r"\n[^\S\n]{0,8}(?P<below>[^\s\d][^\n]{0,200})"
)


def unread_labels(labels: list[Label], text: str) -> list[tuple[int, int]]:
    """Where paragraphs begin with what looks like a mistyped label, *21h77 -*, *21h1O :*, among those that nearly all
    begin with one.
    """
    if not _open_most_paragraphs(labels, text):
        return []
    starts = {label.start for label in labels}
    heads = _MISTYPED.finditer(text, labels[0].start)
    return [
        head.span("label")
        for head in heads
        if head.start("label") not in starts and not _WELL_TYPED.match(head["label"])
    ]


def _open_most_paragraphs(labels: list[Label], text: str) -> bool:
    """Whether nearly all paragraphs between the first and the last label begin with one."""
    if len(labels) < 2 * SOME:
        return False
    return len(labels) >= NEARLY * (len(_GAP.findall(text, labels[0].start, labels[-1].start)) + 1)


_MISTYPED = re.compile(
    r"\n[ \t]*\n[^\S\n]*(?P<label>[^\w\n]{0,4}\d{1,2}\s?[hH:;.,uU]\s?[\dOoIl]{2}\w{0,4}\s?[-–—:|►])(?=\s)"
)
_WELL_TYPED = re.compile(r"\W*(?:[01]?\d|2[0-4])\s?[hH:.uU]\s?[0-5]\d(?!\w)")
_GAP = re.compile(r"\n[ \t]*\n\s*(?=\S)")


def _with_twins(labels: list[Label], lines: list[Label], text: str) -> list[Label]:
    """The labels, a time that is printed once more on the next line part of the first: *22:10 BST 4 July*."""
    if len(lines) < 2 * len(labels):
        return labels
    following = {label.start: after for label, after in pairwise(lines)}
    found: list[Label] = []
    for label in labels:
        twin = following.get(label.start)
        if not twin or (twin.hour, twin.minute) != (label.hour, label.minute) or text[label.body : twin.start].strip():
            return labels
        found.append(replace(label, body=twin.body, day=label.day or twin.day, zone=label.zone or twin.zone))
    return found


def _with_second_clocks(labels: list[Label], text: str) -> list[Label]:
    """The labels, the clock of another zone in brackets on the line below one part of it, where nearly all have one:
    *15 May 2023 - 02:10*, *(23:10 GMT)*.
    """
    if not any(label.zone for label in labels):
        return labels
    below = {
        label.start: other
        for label, other in pairwise(labels)
        if other.zone not in ("", label.zone)
        and "(" in text[other.start : other.printed]
        and (label.minute - other.minute) % _QUARTER == 0
        and text[label.body : other.start].strip(" ") == "\n"
    }
    if len(below) < max(SOME, NEARLY * len(labels) / 2):
        return labels
    seconds = {other.start for other in below.values()}
    kept = [label for label in labels if label.start not in seconds]
    return [replace(label, body=below[label.start].body) if label.start in below else label for label in kept]


_QUARTER = 15  # minutes by which zones differ


def _signed(document: Document, grammar: Grammar) -> list[Label]:
    """The lines that begin with a name and a time, where they go on in time."""
    return _all_in_time(signed_labels(document, grammar))


def _all_in_time(labels: list[Label]) -> list[Label]:
    """The labels, where they all go on in time."""
    return labels if len(_chain(labels)) == len(labels) else []


def _relative(document: Document, grammar: Grammar) -> list[Label]:
    """The lines that count a time back from when the page was last changed, where it says when: *il y a 5 min*."""
    saved = read_moment(document.metadata.modified)
    found: list[Label] = []
    if saved is None:
        return []
    for line in grammar.relative.finditer(document.text):
        hours, minutes = (int(next((part for part in line.groups()[which::2] if part), 0)) for which in (0, 1))
        if hours or minutes:
            moment = saved - timedelta(hours=hours, minutes=minutes)
            label = label_of_time(Mark(line.start(), line.end(), MarkKind.TIME, moment.isoformat()), line.end())
            found += [label] if label else []
    return found if len(found) >= 2 else []


_FEW = 6
"""Labels of a live blog too short to have a habit."""


def _open_every_paragraph(text: str, labels: list[Label]) -> bool:
    """Whether all paragraphs after the first label begin with one, and all go on in time: no habit is needed then."""
    if len(labels) < 2 or not all(_may_be_alone(text, label) for label in labels) or len(_chain(labels)) < len(labels):
        return False
    if not any(label.style.form in ("h", "colon", "meridiem") for label in labels):
        return False
    starts = {label.start for label in labels}
    place, gap, by_gap = labels[0].start, True, "\n\n" in text[labels[0].start :].strip()
    for line in text[place:].split("\n"):
        if line.strip():
            if (gap or not by_gap) and place not in starts:
                return False
            gap = False
        else:
            gap = True
        place += len(line) + 1
    return True


def _may_be_alone(text: str, label: Label) -> bool:
    """Whether a label looks like one by itself: by its signs, or because a post begins after it."""
    return label.style.separator != "," and (label.style.is_strong or _opens_words(text, label))


class _Spans:
    """Stretches of a text, to ask whether one holds a place."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def __bool__(self) -> bool:
        return bool(self._spans)

    def without(self, labels: list[Label]) -> list[Label]:
        """The labels that do not begin in one of the stretches."""
        return [label for label in labels if not self.hold(label.start)] if self._spans else labels

    def hold(self, place: int) -> bool:
        if not self._starts:
            return False
        index = bisect_right(self._starts, place)
        return any(start <= place < end for start, end in self._spans[max(0, index - 3) : index])


def _at_line_starts(text: str, grammar: Grammar, passed: frozenset[int]) -> list[Label]:
    """What looks like a label at the beginning of a line; lines that begin at those ``passed`` are like empty ones."""
    opens, simple = grammar.opening.match, grammar.simple.match
    dates = Dates(grammar)
    found = []
    start, gap = 0, True
    for line in text.split("\n"):
        if not line:
            gap = True
            start += 1
            continue
        length = len(line)
        if line[0].isdigit() or opens(line):
            label = dates.label(text, start, gap) if dates.known else None
            if label is None and (match := simple(text, start)):
                label = parse_simple(match, gap, grammar)
            if label is None and (label := parse(text, start, start + length, grammar, after_gap=gap)):
                dates.note(text, label)
            if label:
                found.append(label)
                if len(found) >= MOST:
                    break
        gap = (length < 12 and not any(map(str.isalnum, line))) or start in passed
        start += length + 1
    return found


class _Habit:
    """The styles that a document's labels keep to, told by how often each is met."""

    def __init__(self, labels: list[Label]) -> None:
        self.counts = Counter(label.style for label in labels)
        self.total = sum(self.counts.values())
        self.top = max(self.counts, key=self._weight, default=None)
        if self.top and not self._is_habit_alone(self.top, labels):
            self.top = None
        several = self.top is not None and len(self.counts) > 1
        self.gap_is_rule = several and self._mostly_after_gap(labels)
        self.untimely = self._untimely(labels) if several else frozenset()

    def _weight(self, style: Style) -> tuple[float, bool, str]:
        """What speaks for a style: how often it is met, more when no number or sentence looks like it."""
        sure = style.is_strong and style.form not in ("compact", "dot")
        return self.counts[style] * (1.0 if sure else 0.5), style.is_strong, str(style)

    def _untimely(self, labels: list[Label]) -> frozenset[Style]:
        """The styles whose times, more often than not, do not lie between those of the labels around them."""
        anchors = [label for label in labels if label.style == self.top]
        sign = direction([label.hour * 60 + label.minute for label in anchors])
        votes: Counter[Style] = Counter()
        for label in labels:
            if label.style != self.top and not label.zone:
                votes[label.style] += 1 if _is_timely(label, anchors, sign) else -1
        return frozenset(style for style, vote in votes.items() if vote < 0)

    def _mostly_after_gap(self, labels: list[Label]) -> bool:
        own = [label for label in labels if label.style == self.top]
        return len(own) >= 5 and sum(label.after_gap for label in own) >= 0.9 * len(own)

    def _is_habit_alone(self, style: Style, labels: list[Label]) -> bool:
        """Whether the commonest style stands alone: a single *20.41:* or three *20h,* may be anything."""
        count = self.counts[style]
        if style.form == "compact":  # 2341 may be anything, 2341 GMT is a time
            zoned = all(label.zone for label in labels if label.style == style)
            return count >= (2 if zoned and style.is_strong else 5)
        if style.is_strong:
            return count >= 2 or any(_is_clear(label) for label in labels if label.style == style)
        own = [label for label in labels if label.style == style]
        if sum(bool(label.day or label.zone) for label in own) * 2 > count:
            return count >= 2
        with_minutes = sum(label.has_minutes or bool(label.meridiem) for label in own)
        enough = 3 if with_minutes * 2 > count or style.separator == "." else 4
        return count >= enough and len(_chain(own)) * 4 >= count * 3

    def keeps(self, label: Label) -> bool:
        style, top = label.style, self.top
        if style is top:
            return True
        if top is None or style not in self.counts:
            return False
        if style in self.untimely or style.separator == "end+date":
            return False
        if style.form == "compact":
            return False
        if style.form == "named" and not style.is_strong:  # *Minuit. La salle est vide.* among *23h41. …*
            return style.bullet == top.bullet and style.separator == top.separator == "."
        frequent = self.counts[style] >= max(3, 0.2 * self.total)
        same_sign = (style.bullet == top.bullet and style.bullet not in ("", "word")) or (
            style.bullet in ARROWS and top.bullet in ARROWS
        )
        if style.is_strong:
            if style.form == "dot" and top.form != "dot" and not (frequent or same_sign):
                return False
            if self.gap_is_rule and not label.after_gap and style.bullet != top.bullet:
                return False
            kin = (style.separator == top.separator) + (style.form == top.form) + (style.bullet == top.bullet)
            return frequent or same_sign or kin >= 2
        return (frequent and label.has_minutes) or (
            same_sign and style.form == top.form and style.separator == top.separator
        )


def _is_clear(label: Label) -> bool:
    """Whether a label with signs is one even where no other is like it: no number looks so."""
    is_time = label.style.form in ("h", "colon", "meridiem") or label.style.bullet in ARROWS
    return bool(label.has_minutes and (is_time or label.day))


_AFTER_TIME = re.compile(r"[ \t\xa0\u202f]{0,3}[:.\-–—►⇒→|\])]{0,2}[ \t\xa0\u202f]{0,3}")
_TIME = r"[0-9]?+(?:[hHuU:aApP]|[ \xa0\u202f][hHuUaApP]|\.[0-9]{2})"
_SIGN_AHEAD = re.compile(r"[^\n!?;,%]{0,30}?[:\-–—►▶⇒→\]|+]")
_CAPITAL_AHEAD = re.compile(r"[^\n!?;,%]{0,24}?[ \t\xa0\u202f](?:[«“‘\"\[]|(?![a-z0-9_])\w)")
_LINE_END_AHEAD = re.compile(r"[^\n]{0,80}(?:\n|\Z)")
_NUMBER_ENDS = re.compile(r"(?:^|[^\W\d_][.-]|[/.-])\d{1,4}[.,]{0,2}$")
_SENTENCE_ENDS = frozenset(".!?…»”\"'’)]:;")
_OPENING_QUOTES = ("«", "“", "‘", '"', "[")
_BULLETS = "►▶▷▸⇒→➤➜•●·|*_+–—-"
_OPENING = " \t\xa0\u202f\u2009[" + _BULLETS
_OPENING_BRACKET = _OPENING + "("
_BACK = 48
"""Characters before a time that may belong to its label: a bullet, a date."""

_SIGNED = "".join(sign for sign in _OPENING if not sign.isspace())
_ANYWHERE = re.compile(rf"[0-9](?<=[{re.escape(_OPENING)}][0-9]){_TIME}")


def _inside_lines(text: str, grammar: Grammar, at_starts: Sequence[Label], *, anywhere: bool = False) -> list[Label]:
    """What looks like a label inside a paragraph, after the end of a sentence or a bullet (``after_gap``).

    Those whose signs make a label likely or which a capital follows; with ``anywhere``, the others and those in the
    midst of words too. None inside of those ``at_starts`` of lines.
    """
    found: list[Label] = []
    endings = _endings(grammar)
    known, count = 0, len(at_starts)
    for hint in (_ANYWHERE if anywhere else _likely(endings)).finditer(text):
        start = hint.start()
        if found and start < found[-1].printed_end:
            continue  # the second clock of a label
        while known < count and at_starts[known].body <= start:
            known += 1
        if known < count and at_starts[known].start <= start:
            continue
        before = start - 1
        while before >= 0 and text[before] in _OPENING and start - before < _BACK:
            before -= 1
        signs = text[before + 1 : start]
        if not signs and text[before] == "(" and text[before - 1 : before].isspace():  # *Fini. (20h41) Le maire parle*
            while before > 0 and start - before < _BACK and text[before] in _OPENING_BRACKET:
                before -= 1
            signs = text[before + 1 : start]
        if before < 0 or not signs or text[before] == "\n":
            continue
        likely = text[before] in _SENTENCE_ENDS or text[before] in endings or not signs.isspace()
        if not (likely or anywhere):
            continue
        match = grammar.inline.match(text, start)
        if not match:
            continue
        after = match.end()
        is_signed = not ARROWS.isdisjoint(signs) or _SIGN_AHEAD.match(text, after) or _CAPITAL_AHEAD.match(text, after)
        if not (is_signed or (anywhere and (likely or _LINE_END_AHEAD.match(text, after)))):
            continue
        earlier = text[max(0, start - _BACK) : start]
        place = _opening(earlier[earlier.rfind("\n") + 1 :], grammar, anywhere)
        if place is None:
            continue
        length, after_sentence = place
        begin = start - length
        label = _read_inside(text, begin, start, after_sentence, grammar)
        if label and "(" in signs and not _opens_words(text, label):
            continue
        if label and (label.style.is_strong or (anywhere and after_sentence) or _opens_words(text, label)):
            found.append(label)
            if len(found) >= MOST:
                break
    return found


def _read_inside(text: str, begin: int, start: int, after_sentence: bool, grammar: Grammar) -> Label | None:
    """The label inside a line that begins at a place, with its time further on: *… parle. ► 20h41 : Hamon gagne.*"""
    simple = grammar.simple.match(text, begin)
    label = parse_simple(simple, after_sentence, grammar) if simple else None
    if label:
        label.inline = True
        return label
    end = text.find("\n", start, begin + HEAD + 1)
    if end < 0:
        end = min(len(text), begin + HEAD + 1)
    return parse(text, begin, end, grammar, after_gap=after_sentence, inline=True)


def _opens_words(text: str, label: Label) -> bool:
    """Whether what follows a label begins as a post does: *22h Le maire parle*, not *22h sera l'heure*."""
    return text[label.body : label.body + 1].isupper() or text[label.body : label.body + 1] in _OPENING_QUOTES


def _endings(grammar: Grammar) -> frozenset[str]:
    """The last letters of words that may stand between a sentence and the time of a label."""
    return frozenset(word[-1] for word in (*grammar.leads, *grammar.joints) if len(word) <= 2) | {"A", "à", "À"}


@cache
def _likely(endings: frozenset[str]) -> re.Pattern[str]:
    """Times after a sign or two spaces, or a space away from a sign or what ends a sentence or a word before labels."""
    ends = re.escape("".join(sorted({*_SENTENCE_ENDS, *endings, *_SIGNED})))
    signs, spaces = re.escape(_SIGNED), r"[ \t\xa0\u202f\u2009]"
    return re.compile(
        rf"[0-9](?<![0-9\n][0-9])(?={_TIME})(?:(?<=[{signs}][0-9])|(?<={spaces}{spaces}[0-9])|(?<=[{ends}]{spaces}[0-9])"
        rf"|(?<=[{ends}]{spaces}\([0-9]))"
    )


def _opening(earlier: str, grammar: Grammar, anywhere: bool) -> tuple[int, bool] | None:
    """How many characters before a time are its label's, and whether a sentence or a bullet stands before
    them.

    None where the words before make the time part of a sentence.
    """
    words = earlier.rstrip(_OPENING_BRACKET if earlier.endswith("(") else _OPENING)
    signs = earlier[len(words) :]
    if not words:
        return None
    if words[-1] in _SENTENCE_ENDS or not signs.isspace():
        return len(signs.lstrip()), True
    last = fold(words.rsplit(None, 1)[-1]).lower()
    if last in grammar.joints or last.rstrip(",.") in grammar.calendar.months or _NUMBER_ENDS.search(last):
        dated = grammar.before_inline.search(fold(earlier)) if any(map(str.isdigit, earlier)) else None
        if dated:
            return len(earlier) - dated.start("label"), dated["before"] in _SENTENCE_ENDS
    if last in grammar.leads:
        sentence = words[: -len(last)].rstrip()
        if sentence and sentence[-1] in _SENTENCE_ENDS:
            return len(earlier) - len(words) + len(last), True
        return None
    return (len(signs.lstrip()), False) if anywhere and last not in grammar.in_sentence else None


def _with_inline(text: str, grammar: Grammar, at_starts: list[Label], kept: list[Label]) -> list[Label]:
    """The labels of a document, those inside paragraphs where its posts run on."""
    inside = [label for label in _inside_lines(text, grammar, at_starts) if label.after_gap]
    if not inside and len(kept) > 1:
        return kept
    strong = [label for label in inside if label.style.is_strong]
    if strong:
        habit = _Habit([*at_starts, *strong])
        sure = _timely([label for label in strong if habit.keeps(label)], kept)
        if len(sure) >= max(2, len(kept)):
            kept = [*(label for label in at_starts if habit.keeps(label)), *sure]
            kept.sort(key=lambda label: label.start)
            inside = _inside_lines(text, grammar, at_starts, anywhere=True)
    if len(kept) <= 1:
        return _run_on(at_starts, _inside_lines(text, grammar, at_starts, anywhere=True)) or kept
    certain = {label.start for label in kept}
    return _fitting(kept, [label for label in inside if label.start not in certain], text)


def _timely(inside: list[Label], kept: list[Label]) -> list[Label]:
    """Those labels inside paragraphs whose times lie between those at the beginning of lines, where these are some."""
    if len(kept) < SOME:
        return inside
    sign = direction([label.hour * 60 + label.minute for label in kept])
    return [label for label in inside if _is_timely(label, kept, sign)]


def _run_on(at_starts: list[Label], inside: list[Label]) -> list[Label]:
    """The labels of a text that lost its line breaks: at least three of one habit that go on in time."""
    for candidates in ([label for label in inside if label.style.is_strong], inside):
        habit = _Habit([*at_starts, *candidates])
        labels = [label for label in (*at_starts, *candidates) if habit.keeps(label)]
        labels.sort(key=lambda label: label.start)
        chain = _chain(labels)
        if len(chain) >= 3 and len(chain) * 4 >= len(labels) * 3:
            return chain
    return []


def _chain(labels: list[Label]) -> list[Label]:
    """The longest run of labels that never goes against the clock."""
    if len(labels) < 2:
        return labels
    sequence = read_sequence([Reading(((label.hour * 60 + label.minute, 0.0),)) for label in labels])
    sign = -1 if sequence.order == "newest_first" else 1
    out = set(against([sign * minutes for minutes in sequence.minutes]))
    return [label for index, label in enumerate(labels) if index not in out]


def _fitting(labels: list[Label], others: list[Label], text: str) -> list[Label]:
    """``labels`` and those of ``others`` whose time lies between their neighbours': not those a post
    recalls.
    """
    if not others or not labels:
        return labels
    sign = direction([(label.hour * 60 + label.minute) for label in labels])
    certain = {label.start for label in labels}
    merged: list[Label] = []
    for label in sorted([*labels, *others], key=lambda label: label.start):
        if label.start in certain or (merged and _fits(label, merged[-1], _following(labels, label), sign, text)):
            merged.append(label)
    return merged


def _fits(label: Label, previous: Label, following: Label | None, sign: int, text: str) -> bool:
    """Whether a label inside a paragraph, printed as the others are, goes on in time.

    One without minutes, without signs or in the midst of words has to open words: *22h : Le maire parle*.
    """
    if not _is_kin(label.style, previous.style) or not (
        label.after_gap or (label.has_minutes and label.style.is_strong)
    ):
        return False
    if not (label.has_minutes and label.after_gap and label.style.is_strong) and not _opens_words(text, label):
        return False
    room = ahead(previous, following, sign) if following else 360
    return ahead(previous, label, sign) <= room


def _is_kin(style: Style, other: Style) -> bool:
    """Whether two styles are one, but that a label stood alone on its line."""
    return style is other or (
        style.bullet == other.bullet and style.form == other.form and {style.separator, other.separator} == _ALONE
    )


_ALONE = {"bare", "end"}


def _is_timely(label: Label, anchors: list[Label], sign: int) -> bool:
    """Whether a label's time lies between those of the anchors before and after it in the page."""
    index = bisect_right(anchors, label.start, key=lambda other: other.start)
    previous = anchors[index - 1] if index else None
    following = anchors[index] if index < len(anchors) else None
    if previous and following:
        return ahead(previous, label, sign) <= ahead(previous, following, sign)
    if previous:
        return ahead(previous, label, sign) <= 720
    return following is None or ahead(label, following, sign) <= 720


def _following(labels: list[Label], label: Label) -> Label | None:
    index = bisect_right(labels, label.start, key=lambda other: other.start)
    return labels[index] if index < len(labels) else None
