"""Labels with long dates: read as they would be one by one, whatever stood in those before."""

from datetime import date
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment
from minutier.segment.dated import Dates
from minutier.segment.grammar import grammar_of, parse

BEFORE = (
    "22 avril à ", "22 avril 2012 ", "Dimanche 22 avril, ", "► 22 avril à ", "Le 22 avril à ", "22/04/2012 - ",
    "April 22, 2012 at ", "April 22 ", "Sun 22 Apr 2012, ", "2012-04-22 ", "22.04.2012, ", "[22 avril à ",
    "ALERTE - 22 avril ", "Publié le 22 avril à ", "22/04 ",
)  # fmt: skip
CLOCKS = (
    "20h41", "20 h 41", "8h", "22h", "20:41", "8:41", "08:41", "20.41", "8:41 p.m.", "8.41pm", "20:41 heures",
    "20h41 (Paris)", "20:41 BST", "20:41+02:00", "20h41-20h50", "20h77", "2041", "12h30, 14h30", "20:41:30",
)  # fmt: skip
WORDS = (
    " – Le maire parle.",
    ": Le maire parle.",
    " Le maire parle.",
    "\nLe maire parle.",
    " le maire.",
    " % de",
    "] x",
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_a_label_that_begins_as_another_did_is_read_as_it_would_be_alone(before, code):
    grammar = grammar_of(code)
    texts = [before + clock + after for clock, after in product(CLOCKS, WORDS)]
    alone = {text: read(text, grammar) for text in texts}
    for first in texts[:: len(WORDS)]:
        dates = Dates(grammar)
        if label := alone[first]:
            dates.note(first, label)
        assert all(dates.label(text, 0, True) in (None, alone[text]) for text in texts)


def read(text, grammar):
    end = text.find("\n")
    return parse(text, 0, end if end >= 0 else len(text), grammar, after_gap=True)


@pytest.mark.parametrize("label", ["{day} avril à {hour}h{minute} – ", "Dimanche {day} avril, {hour}:{minute} : "])
def test_each_label_has_its_own_day(label):
    times = [(22 + minute // 1440, minute // 60 % 24, minute % 60) for minute in range(1080, 1080 + 37 * 20, 37)]
    text = "\n\n".join(label.format(day=d, hour=f"{h:02}", minute=f"{m:02}") + "Un post." for d, h, m in times)
    found = segment(read_text(text.encode()), language("fr"), date(2012, 4, 22), ZoneInfo("Europe/Paris"))
    assert [(e.date_published.day, e.date_published.hour, e.date_published.minute) for e in found.entries] == times
