"""Laws that hold for any text: no exception, entries apart, offsets that hold, the same twice."""

from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.document import Document, Mark, MarkKind
from minutier.languages import language
from minutier.segment import day_of, segment, zone_of

DAY, PARIS = date(2017, 10, 29), ZoneInfo("Europe/Paris")

CLOCKS = st.builds(
    lambda hour, sign, minute, end: f"{hour}{sign}{minute:02}{end}",
    st.integers(0, 30),
    st.sampled_from(["h", "H", ":", ".", " h ", " heures ", "\u202fh\u202f", "\u200bh"]),
    st.integers(0, 70),
    st.sampled_from(
        [":", " :", " –", " ►", ".", ",", "", " p.m.", "pm", " BST –", " (7:54pm EST)", ", November 7", "]"]
    ),
)
PIECES = st.sampled_from(
    ["\n", "\n\n", " ", "• ", "► ", "[", "A ", "Titre", "Une phrase. ", "dimanche 22 avril", "22/04/2012", "20.41 %", "___",  # noqa: E501
     "Partager", "L'essentiel", "[mis à jour] ", "« Oui », dit-il. ", "— Élu (@elu) 23 avril 2017", "\u200f", "\ufeff", "e\u0301", "𝟚𝟘h", "٢٠:٤١"]  # noqa: E501
)  # fmt: skip
PAGES = st.lists(st.one_of(CLOCKS, PIECES, st.text(max_size=8)), max_size=60).map("".join)


def check(document, code):
    found = segment(document, language(code), DAY, PARIS)
    entries = found.entries
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    for entry in entries:
        words = document.text[entry.char_start : entry.char_end]
        assert words and words == words.strip()
        assert (entry.section == "lead") == (
            entry.position == 1 and not entry.time_label and entry.date_published is None
        ) or not entry.time_label
        if entry.headline:
            assert entry.char_start <= entry.headline[0] < entry.headline[1] <= entry.char_end
    spans = sorted((entry.char_start, entry.char_end) for entry in entries)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    times = [entry.date_published for entry in entries if entry.date_published]
    assert times == sorted(times)
    for mark in found.marks:
        assert 0 <= mark.start <= mark.end <= len(document.text)
        if mark.kind == MarkKind.LABEL:
            assert not any(start < mark.end and mark.start < end for start, end in spans)
    for issue in found.issues:
        assert issue.stage == "segment"
    assert found == segment(document, language(code), DAY, PARIS)
    day_of(document, language(code))
    zone_of(document, language(code))
    return found


@given(PAGES, st.sampled_from(["fr", "en"]))
@settings(deadline=None, max_examples=300)
def test_any_page_is_cut(text, code):
    check(Document(text), code)


@given(st.text(), st.sampled_from(["fr", "en"]))
@settings(deadline=None)
def test_any_text_is_cut(text, code):
    check(Document(text), code)


@st.composite
def marked_pages(draw):
    text = draw(PAGES)
    places = st.integers(0, len(text))
    kinds = st.sampled_from(
        [
            MarkKind.ENTRY,
            MarkKind.TIME,
            MarkKind.HEADLINE,
            MarkKind.BOILERPLATE,
            MarkKind.PINNED,
            MarkKind.POST,
            MarkKind.AUTHOR,
        ]
    )
    values = st.sampled_from(
        [
            "",
            "2017-10-29T20:00:00+01:00",
            "2017-10-29T02:30:00",
            "2017-10-28T22:00:00Z",
            "2017-10-29",
            "soon",
            "9999-12-31T23:59:00Z",
            "0001-01-01T00:00:00+14:00",
        ]
    )
    marks = draw(st.lists(st.tuples(places, places, kinds, values), max_size=12))
    return Document(
        text,
        tuple(sorted(Mark(min(a, b), max(a, b), kind, value) for a, b, kind, value in marks)),
        source_format="html",
    )


@given(marked_pages(), st.sampled_from(["fr", "en"]))
@settings(deadline=None, max_examples=300)
def test_any_marks_are_cut(document, code):
    found = segment(document, language(code), DAY, PARIS)
    spans = sorted((entry.char_start, entry.char_end) for entry in found.entries)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(document.text[start:end].strip() == document.text[start:end] != "" for start, end in spans)
    assert found == segment(document, language(code), DAY, PARIS)
    day_of(document, language(code))
    zone_of(document, language(code))


@given(st.permutations(range(8)), st.integers(0, 1439))
@settings(deadline=None)
def test_times_keep_their_clock_whatever_their_order(order, start):
    times = [(start + 17 * step) % 1440 for step in order]
    text = "\n\n".join(f"{minute // 60:02}h{minute % 60:02}: Un post." for minute in times)
    found = segment(Document(text), language("fr"), date(2017, 6, 18), PARIS)
    assert {f"{entry.date_published:%Hh%M}" for entry in found.entries} == {entry.time_label for entry in found.entries}
    assert len(found.entries) == 8


@given(st.lists(st.integers(1, 300), min_size=3, max_size=40), st.integers(0, 1439), st.booleans())
@settings(deadline=None)
def test_a_night_in_order_is_read_back(gaps, start, newest_first):
    minutes = [start]
    for gap in gaps:
        minutes.append(minutes[-1] + gap)
    labels = [f"{minute // 60 % 24:02}h{minute % 60:02}: Un post." for minute in minutes]
    found = segment(
        Document("\n\n".join(labels[::-1] if newest_first else labels)),
        language("fr"),
        date(2017, 6, 18),
        PARIS,
    )
    times = [entry.date_published for entry in found.entries]
    first = times[0]
    assert [int((time - first).total_seconds()) // 60 for time in times] == [minute - start for minute in minutes]
    assert found.order == ("newest_first" if newest_first else "oldest_first")
    assert found.issues == ()


HOSTILE = {
    "one long word": "a" * 80_000,
    "digits": "1" * 80_000,
    "hours": "20h" * 26_000,
    "clocks in a line": "20h41 " * 14_000,
    "colons": ":" * 80_000,
    "bullets": "• " * 40_000,
    "brackets": "[" * 80_000,
    "spaces": " " * 80_000,
    "line feeds": "\n" * 80_000,
    "zero-width": "\u200b" * 80_000,
    "accents": "\u0301" * 80_000,
    "dates": "23/04/2017 " * 7_000,
    "months": "avril " * 13_000,
    "labels in a line": "20h41: Un mot. " * 5_000,
    "labels without a full stop": "20h41 Un mot " * 6_000,
    "hours without a full stop": "22h Un mot. " * 6_000,
    "corrections": "correction [" * 7_000,
    "names with times": "Anne, 20h41\n" * 7_000,
    "names above times": "Anne Roy\n@anne\n20h41\nFin.\n\n" * 3_000,
    "names and times in a line": "Anne Roy  20h41 " * 5_000,
    "names without end": "Anne " * 16_000,
    "times that close lines": "Fin. (20h41)\n" * 6_000,
    "times in brackets in a line": "Fin. [20h41] " * 6_000,
    "titles above labels": "Un titre\n20h41\nFin.\n\n" * 3_500,
    "numbers of pages": "".join(f"\nPage {page}\nUn mot." for page in range(5_000)),
    "numbers on lines": "".join(f"\n{page}" for page in range(10_000)),
    "slashes": "1/2" * 26_000,
    "slashes on lines": "a 1/2\n" * 13_000,
    "hours on lines": "\n".join(f"{hour % 24}h : un mot" for hour in range(7_000)),
    "ago": "5 min ago\n" * 8_000,
    "parentheses": "20h41 (" * 11_000,
    "labels on lines": "20h41:\n" * 11_000,
    "letters on lines": "a\n" * 40_000,
    "furniture": "Partager\n" * 8_000,
    "handles": "(@a) " * 16_000,
    "headings": "dimanche\n" * 8_000,
    "published": "publié le " * 8_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_on_hostile_text(name):
    """Four times the text may take eight times as long, not sixteen: counted in calls, not seconds."""
    text = HOSTILE[name]
    assert _work(text) <= 8 * max(_work(text[: len(text) // 4]), 2_000)


def _work(text):
    import sys

    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        segment(Document(text), language("fr"), DAY, PARIS)
    finally:
        sys.setprofile(None)
    return calls
