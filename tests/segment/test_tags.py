"""Words behind a label that say what its post is, and words before it that tell the day."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.document import Document, Mark, MarkKind
from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

TITLES = ("La salle se remplit", "Les premiers chiffres", "« On attend »", "Le décompte reprend", "C'est fini")
CLOCKS = ("19:45", "20:02", "20:40", "21:15", "21:52")


def found(text, code="fr", day=date(2022, 6, 19)):
    document = read_text(text.encode())
    entries = segment(document, language(code), day, ZoneInfo("Europe/Paris")).entries
    updates = [entry for entry in entries if entry.section == "update"]
    return updates, [document.text[entry.char_start : entry.char_end] for entry in updates]


def read(lines, words="{title}\n\nTout va bien à Dijon."):
    """The posts of a text whose labels are ``lines``: their labels and words."""
    told = [words.format(title=title) for title in TITLES]
    posts = "\n\n".join(f"{line}\n{said}" for line, said in zip(lines, told, strict=True))
    updates, texts = found(f"La soirée en direct\n\nPublié le 19 juin 2022, modifié le 20 juin à 0h40\n\n{posts}")
    return updates, texts, told


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("before", ["", "19/06 à ", "Hier à "])
@pytest.mark.parametrize(
    "tags",
    [
        ("", "", "Vos questions", "", ""),
        ("", "L’essentiel", "", "Pour approfondir", ""),
        ("Urgent", "", "Contexte", "", "Ce qu'il faut retenir"),
    ],
    ids=",".join,
)
def test_a_tag_behind_a_label_is_none_of_the_words_of_its_post(tags, before, newest_first):
    lines = [f"{before}{clock} {tag}".strip() for clock, tag in zip(CLOCKS, tags, strict=True)]
    updates, texts, told = read(lines[::-1] if newest_first else lines)
    assert texts == (told[::-1] if newest_first else told)
    assert [entry.time_label for entry in updates] == lines


@pytest.mark.parametrize(
    "line",
    ["20:40 La salle se lève.", "20:40 Dijon, Lyon", "20:40 sera l'heure", "20:40 Rendez-vous à 22:00"],
)
def test_a_sentence_behind_a_time_is_no_tag(line):
    lines = [*CLOCKS[:2], line, *CLOCKS[3:]]
    updates, texts, _ = read(lines)
    assert line.split(" ", 1)[1] in "\n".join(texts)
    assert {"19:45", "20:02", "21:15", "21:52"} <= {entry.time_label for entry in updates}


@pytest.mark.parametrize("below", ["Il a 58 % des voix.", "Il a 58 % des voix " + "et plus encore " * 40])
def test_words_above_a_sentence_are_the_posts(below):
    lines = [*CLOCKS[:2], "20:40 Le maire élu", *CLOCKS[3:]]
    updates, texts, _ = read(lines, f"{below.strip()}\n\n{{title}}")
    assert [entry.time_label for entry in updates] == list(CLOCKS)
    assert texts[2].startswith("Le maire élu\nIl a 58 % des voix")


def test_a_time_out_of_turn_has_no_tag():
    text = "Titre\n\n" + "\n\n23:30 Dernier point\nPuis on ferme.\n\n".join(f"{clock}\nUn post." for clock in CLOCKS)
    updates, _ = found(text)
    assert [entry.time_label for entry in updates] == list(CLOCKS)


def test_hours_listed_in_a_post_have_no_tags():
    programme = "Le programme\n\n20:15 Estimations\n20:30 Débat"
    text = "Titre\n\n" + "\n\n".join(f"{clock}\n{programme if clock == '20:02' else 'Un post.'}" for clock in CLOCKS)
    updates, texts = found(text)
    assert [entry.time_label for entry in updates] == list(CLOCKS)
    assert texts[1] == programme


@pytest.mark.parametrize("sign", [" - ", " : ", ": "])
@pytest.mark.parametrize("before", ["Hier à {}", "Hier, {}"])
def test_days_told_before_the_times_of_nearly_all_posts(before, sign):
    posts = [(f"Aujourd’hui à 0h3{n}", f"Le post {n}.") for n in (2, 1)]
    posts += [(before.format(f"23h4{n}"), f"Hier à 20h : rien. Le post {n}.") for n in (5, 3, 1)]
    text = "\n\n".join(f"{label}{sign}{words}" for label, words in posts)
    updates, texts = found(f"Le direct\n\nPublié le 19 juin 2022, modifié le 20 juin 2022 à 0h40\n\n{text}")
    assert texts == [words for _, words in posts[::-1]]
    assert f"{updates[0].date_published:%d %H:%M}" == "19 23:41"
    assert f"{updates[-1].date_published:%d %H:%M}" == "20 00:32"


def test_a_day_told_in_a_post_of_the_markup_is_no_label():
    words = ("20h41 : Un post.", "Hier à 20h : la salle était vide.", "21h05 : Un autre.")
    text = "\n\n".join(words)
    places = [(text.index(line), text.index(line) + len(line)) for line in words]
    document = Document(text, marks=tuple(Mark(start, end, MarkKind.ENTRY) for start, end in places))
    entries = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris")).entries
    assert [entry.time_label for entry in entries if entry.section == "update"] == ["20h41", "", "21h05"]
