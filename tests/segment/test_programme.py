"""Hours to come that a live blog lists: they open no posts, unless they are in the order of the posts."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

HOURS = ("18h : fermeture des bureaux ailleurs", "20h : fermeture à Lyon et Paris", "22h : premiers discours")
POSTS = {
    "17h05": "Le vote continue.",
    "17h42": "Le point.",
    "18h10": "On attend.",
    "18h33": "On compte.",
    "19h02": "Fin.",
}


def updates(text):
    document = read_text(text.encode())
    found = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    entries = [entry for entry in found.entries if entry.section == "update"]
    words = [document.text[entry.char_start : entry.char_end] for entry in entries]
    return [f"{entry.date_published:%d %Hh%M}" for entry in entries], words, found.issues


def page(posts, lead="", newest_first=False):
    told = [f"{clock} : {words}" for clock, words in posts.items()]
    return f"La soirée en direct\n\n{lead}" + "\n\n".join(told[::-1] if newest_first else told)


ALL = [f"19 {clock}" for clock in POSTS]


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("minutes", ["h", "h00"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_a_programme_inside_a_post_is_of_its_words(gap, minutes, newest_first):
    hours = gap.join(HOURS).replace("h :", f"{minutes} :")
    for listed in (f"Le programme :{gap}{hours}", f"Le programme :\n\n{hours}\n\nBonne soirée."):
        clocks, words, issues = updates(page({**POSTS, "17h42": listed}, newest_first=newest_first))
        assert clocks == ALL
        assert words[1] == listed
        assert issues == ()


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_a_programme_above_the_posts_is_of_the_lead(gap, newest_first):
    clocks, _, issues = updates(page(POSTS, f"Au programme :\n\n{gap.join(HOURS)}\n\n", newest_first))
    assert clocks == ALL
    assert issues == ()


def test_a_programme_in_the_last_post_of_a_page_that_goes_back():
    listed = "Le programme :\n\n" + "\n\n".join(HOURS)
    clocks, words, _ = updates(page({**POSTS, "17h05": listed}, newest_first=True))
    assert (clocks, words[0]) == (ALL, listed)


def test_sentences_of_three_hours_are_a_programme():
    listed = "Le programme :\n\n" + "\n".join(f"{hour}." for hour in HOURS)
    assert updates(page({**POSTS, "17h42": listed}))[0] == ALL


@pytest.mark.parametrize(
    "posts",
    [
        {"17h42": "Un", "18h": "À Lille", "18h30": "À Lyon", "18h41": "On compte.", "19h02": "Fin."},
        {"22h12": "Un", "22h30": "À Lille", "23h": "À Lyon", "0h12": "Deux.", "0h33": "Trois.", "1h02": "Fin."},
        {"17h42": "Un.", "18h30": "Lille attend", "18h45": "Lyon vote", "18h41": "On compte.", "19h02": "Fin."},
        {"17h": "Le point", "18h": "Lille attend", "19h": "Lyon vote", "17h30": "Deux", "20h": "Trois", "21h": "Fin"},
    ],
    ids=["in order", "over midnight", "a step back", "hours alone"],
)  # fmt: skip
def test_posts_at_round_hours_are_posts(posts):
    clocks, words, _ = updates(page(posts))
    assert len(clocks) == len(posts)
    assert sorted(words) == sorted(posts.values())


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_what_was_told_at_hours_of_the_past_is_of_the_post(gap, newest_first):
    listed = f"La participation :\n\n12h : 26,63 %{gap}17h : 59,71 %"
    clocks, words, issues = updates(page({**POSTS, "18h10": listed}, newest_first=newest_first))
    assert (clocks, words[2], issues) == (ALL, listed, ())
