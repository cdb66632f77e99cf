"""Times that close the posts they are of, where all posts have one."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

WORDS = (
    "La salle se remplit peu à peu.",
    "Le décompte reprend à Lille, dit le maire. Rien avant 20h30.",
    "Deux bureaux manquent encore.\n\nOn en reparle bientôt.",
    "Rideau, merci de nous avoir lus.",
    "Bonne nuit à tous.",
)
CLOCKS = ("19h45", "20h02", "20h40", "21h15", "22h40")
LAYOUTS = (
    "{words} ({time})",
    "{words} [{time}]",
    "{words} ({time}).",
    "{words}\n({time})",
    "{words} (à {time})",
    "{words} (publié à {time})",
    "{words} (AFP, {time})",
    "{words} (Léa Martin ; {time})",
    "Un titre\n{words} ({time})",
)


def updates(text):
    document = read_text(text.encode())
    found = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    entries = [entry for entry in found.entries if entry.section == "update"]
    words = [document.text[entry.char_start : entry.char_end] for entry in entries]
    return [f"{entry.date_published:%Hh%M}" for entry in entries], words, found


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_times_in_brackets_close_their_posts(layout, newest_first):
    posts = [layout.format(words=words, time=clock) for words, clock in zip(WORDS, CLOCKS, strict=True)]
    text = "La soirée en direct\n\nSuivez tout avec nous.\n\n" + "\n\n".join(posts[::-1] if newest_first else posts)
    clocks, words, found = updates(text)
    assert clocks == list(CLOCKS)
    assert words == [layout.partition(" (")[0].partition(" [")[0].partition("\n(")[0].format(words=w) for w in WORDS]
    assert found.issues == ()
    assert found.order == ("newest_first" if newest_first else "oldest_first")


def test_posts_of_one_line_each():
    single = [words.split("\n")[0] for words in WORDS]
    lines = [f"{words} ({clock})" for words, clock in zip(single, CLOCKS, strict=True)]
    assert updates("La soirée en direct\n" + "\n".join(lines) + "\n")[:2] == (list(CLOCKS), single)


@pytest.mark.parametrize(
    "text",
    [
        "Le programme\n\nFermeture des bureaux à Nice (18h)\n\nÀ Lyon (19h)\n\nPremières estimations (20h)\n",
        "Le récit\n\nTout finit (20h41).\n\nPuis rien (21h05).\n\nFin (22h10).\n\nSuivait un silence.\n",
        "Le récit\n\nTout finit (20h41).\n\nPuis un retour (19h05).\n\nEt une fin (23h10).\n\nOu non (18h12).\n",
    ],
    ids=["a programme", "words below the last", "against the clock"],
)
def test_times_in_brackets_that_do_not_close_posts(text):
    assert updates(text)[0] == []


def test_times_in_brackets_at_the_end_of_posts_that_have_labels():
    posts = [f"{hour}h12 - Un discours est attendu ({hour + 1}h41)" for hour in range(18, 22)]
    clocks, words, _ = updates("Soirée\n\n" + "\n\n".join(posts))
    assert clocks == ["18h12", "19h12", "20h12", "21h12"]
    assert words[0] == "Un discours est attendu (19h41)"


def test_labels_in_brackets_above_their_posts():
    text = "Soirée\n\n" + "\n\n".join(f"[{hour}h12]\nLe maire parle {hour} fois." for hour in range(18, 22))
    assert updates(text)[1] == [f"Le maire parle {hour} fois." for hour in range(18, 22)]
