"""What stands beside labels, above and below them: titles, times counted back, badges, counters; and rarer clocks."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

WORDS = (
    "Le maire a voté\nIl a souri.",
    "La salle attend\nRien ne bouge.",
    "On compte\nTout va bien.",
    "C'est fini\nMerci.",
)
CLOCKS = ("19h45", "20h02", "21h40", "22h15")


def read(text, code="fr"):
    document = read_text(text.encode())
    found = segment(document, language(code), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    updates = [entry for entry in found.entries if entry.section == "update"]
    return updates, [document.text[e.char_start : e.char_end] for e in updates], document


def page(label, clocks=CLOCKS, words=WORDS):
    """A text; {clock} of the label of each post is its time, {n} its number."""
    labels = (label.format(clock=clock, n=n) for n, clock in enumerate(clocks, 2))
    return "La soirée en direct\n\nSuivez-nous.\n\n" + "\n\n".join(map("{}{}".format, labels, words))


@pytest.mark.parametrize(
    "label",
    [
        "Il y a {n} h\n{clock}\n",
        "{clock}\nil y a {n} h\n",
        "{n}h ago\n{clock}\n",
        "{n} years ago\n{clock}\n",
        "{clock} {n}h ago\n",
        "Jane Roe - {n} years ago - {clock}\n",
        "Key event\n{clock}\n",
        "Alerte\n{clock}\n",
        "{clock}\nPartager\n",
        "{clock}\nTweeter Partager\n",
        "{clock} · 12 commentaires\n",
        "{clock} »\n",
        "{clock} » ",
        "{clock} 🔴\n",
    ],
)
def test_what_is_beside_labels_is_none_of_the_words(label):
    updates, texts, _ = read(page(label))
    assert texts == list(WORDS)
    assert [f"{entry.date_published:%Hh%M}" for entry in updates] == list(CLOCKS)


@pytest.mark.parametrize(
    "words",
    [
        "Il y a 2 h, le maire votait\nIl a souri.",
        "Partager la victoire\nIl a souri.",
        "»Wir haben gewonnen«\nIl a souri.",
        "Alerte à Dijon\nIl a souri.",
        "Partager",
    ],
)
def test_words_that_begin_so_are_the_posts(words):
    _, texts, _ = read(page("{clock}\n", words=(words, *WORDS[1:])))
    assert texts == [words, *WORDS[1:]]


def test_a_badge_of_one_post():
    text = page("{clock}\n").replace("21h40", "Key Event\n21h40")
    assert read(text)[1] == list(WORDS)


def test_the_last_words_of_a_post_are_no_badge():
    text = page("{clock}\n").replace("Rien ne bouge.", "Rien ne bouge.\nAlerte")
    assert read(text)[1][1].endswith("Alerte")


@pytest.mark.parametrize("between", [" - ", " – ", " | ", " · "])
def test_titles_in_front_of_their_times(between):
    titles = ("Le maire a voté ce soir", "La salle attend, dit-on", "On compte encore", "C'est la fin.")
    posts = [f"{title}{between}{clock}\nTout va bien." for title, clock in zip(titles, CLOCKS, strict=True)]
    updates, texts, document = read("La soirée\n\nSuivez-nous.\n\n" + "\n\n".join(posts))
    assert texts == posts
    assert [entry.time_label for entry in updates] == list(CLOCKS)
    assert [document.text[slice(*e.headline)] for e in updates if e.headline] == list(titles[:3])


@pytest.mark.parametrize(("word", "clock"), [("Minuit", "00:00"), ("Midi", "12:00")])
def test_words_for_times_among_labels_that_end_with_a_stop(word, clock):
    text = page("{clock}. ", words=[words.replace("\n", ". ") for words in WORDS])
    text += "\n\nMinuit. On continue." if word == "Minuit" else ""
    text = text if word == "Minuit" else text.replace("19h45.", "Midi. On vote.\n\n19h45.")
    assert clock in [f"{entry.date_published:%H:%M}" for entry in read(text)[0]]


def test_a_word_for_a_time_out_of_turn_is_no_label():
    text = page("{clock}. ", words=["Rien.\n\nMidi. Les bureaux étaient vides.", *WORDS[1:]])
    assert len(read(text)[0]) == 4


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        (("7:45p", "8:02p", "9:40p", "10:15p"), CLOCKS),
        (("1945hrs", "2002hrs", "2140hrs", "2215hrs"), CLOCKS),
        (("10:15a", "11:02a", "12:40p", "1:15p"), ("10h15", "11h02", "12h40", "13h15")),
    ],
)
@pytest.mark.parametrize("label", ["{clock}\n", "{clock} ", "{clock}: "])
def test_short_halves_of_the_day_and_hours_without_a_sign(clocks, expected, label):
    updates, texts, _ = read(page(label, clocks=clocks), "en")
    assert (texts, [f"{e.date_published:%Hh%M}" for e in updates]) == (list(WORDS), list(expected))


def test_a_preposition_behind_a_time_is_no_half_of_the_day():
    updates, texts, _ = read(page("{clock} ", clocks=("8:15", "9:20", "10:30", "11:40"), words=["À Dijon, rien."] * 4))
    assert [f"{e.date_published:%H:%M}" for e in updates] == ["08:15", "09:20", "10:30", "11:40"]
    assert texts == ["À Dijon, rien."] * 4
