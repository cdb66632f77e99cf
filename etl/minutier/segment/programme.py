"""Hours of the day that a live blog lists and that open no posts: its programme, at the top or inside a post, or what
was told at those hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import lt

from minutier.segment.clock import direction
from minutier.segment.grammar import Label, ahead

_QUARTER, _HOUR, _HALF_DAY = 15, 60, 720  # minutes
_LONGEST = 160
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”")
_SURE = 3
"""Hours of a list at the top, or of one whose lines end sentences."""


def without_programme(labels: list[Label], text: str) -> list[Label]:
    """The labels without lists of hours: those above the posts in a style of their own, and those of which each hour
    is told on a line, out of the order of the posts around them.
    """
    return _without_hours_listed(_without_list_above(labels, text), text)


def _without_list_above(labels: list[Label], text: str) -> list[Label]:
    """The labels without a list above the posts that tells the hours of the night: *- 20h : premières estimations*."""
    count = 0
    for label in labels:
        end = text.find("\n", label.body)
        words = text[label.body : end].rstrip() if end >= 0 else ""
        if label.minute % _QUARTER or not words or words.endswith(_SENTENCE_ENDS):
            break
        count += 1
        if count < len(labels) and labels[count].start != end + 1:
            break
    hours, posts = labels[:count], labels[count:]
    if len(hours) < 2 or len(posts) < 2 or not posts[0].after_gap:
        return labels
    return labels if {label.style for label in hours} & {label.style for label in posts} else posts


def _without_hours_listed(labels: list[Label], text: str) -> list[Label]:
    """The labels without hours that one post lists, *20h : fermeture des bureaux*, where other labels are most, told to
    the minute, and go on as if the list were not there.
    """
    lists = list(_lists(labels, text))
    if not lists:
        return labels
    listed = {index for first, last in lists for index in range(first, last)}
    posts = [label for index, label in enumerate(labels) if index not in listed]
    if len(posts) < _SURE or 2 * sum(label.minute % _QUARTER > 0 for label in posts) < len(posts):
        return labels
    sign = direction([label.hour * _HOUR + label.minute for label in posts])
    out = {
        index
        for first, last in lists
        if _is_out_of_order(labels[first - 1] if first else None, labels[first:last], labels[last : last + 1], sign)
        for index in range(first, last)
    }
    return [label for index, label in enumerate(labels) if index not in out]


def _lists(labels: list[Label], text: str) -> Iterator[tuple[int, int]]:
    """The runs of labels, first and behind the last, that tell quarters of an hour in order and one line each."""
    times = [label.hour * _HOUR + label.minute for label in labels if not label.minute % _QUARTER]
    if not any(map(lt, times, times[1:])):
        return
    first = 0
    while first < len(labels):
        last, end = first, -1
        are_sentences = False
        while last < len(labels) and (last == first or _follows(labels[last - 1], labels[last], end, text)):
            end = _line_end(text, labels[last].body)
            words = text[labels[last].body : end].strip() if end >= 0 else ""
            if labels[last].minute % _QUARTER or labels[last].day or not words or words.endswith(":"):
                break
            are_sentences = are_sentences or words.endswith(_SENTENCE_ENDS)
            last += 1
        if last - first >= (_SURE if are_sentences or not first else 2):
            yield first, last
        first = max(last, first + 1)


def _goes_on(before: Label, label: Label) -> bool:
    """Whether a label tells a later quarter of an hour than another, in its style."""
    if label.minute % _QUARTER or before.minute % _QUARTER or label.style is not before.style:
        return False
    return (before.hour, before.minute) < (label.hour, label.minute)


def _follows(before: Label, label: Label, end: int, text: str) -> bool:
    """Whether a label goes on where another was told, below its line, which ends at ``end``."""
    return end >= 0 and _goes_on(before, label) and not text[end : label.start].strip()


def _line_end(text: str, place: int) -> int:
    """Where the line of a place ends; -1 where it is long."""
    end = text.find("\n", place, place + _LONGEST)
    return len(text) if end < 0 and len(text) - place < _LONGEST else end


def _is_out_of_order(before: Label | None, hours: list[Label], after: list[Label], sign: int) -> bool:
    """Whether hours that follow each other are past or to come, as seen from the post before, and those after the next
    one; at the top, whether they are those after the first post, or the posts go back in time.
    """
    goes_beyond = sign < 0 or (bool(after) and _HOUR <= ahead(after[0], hours[-1], 1) < _HALF_DAY)
    if before is None:
        return goes_beyond
    if after and ahead(before, after[0], sign) >= _HALF_DAY:
        return False
    if ahead(hours[-1], before, 1) < _HALF_DAY:
        return _HOUR <= ahead(hours[0], before, 1) < _HALF_DAY
    is_to_come = ahead(before, hours[0], 1) < _HALF_DAY and ahead(before, hours[-1], 1) >= _HOUR
    return is_to_come and goes_beyond
