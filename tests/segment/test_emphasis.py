"""Labels in the markup of wikis, Markdown and AsciiDoc: bullets, headings, bold, links."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

WORDS = (
    "La salle se remplit peu à peu.",
    "Le décompte reprend à Lille, dit le maire. Rien avant 20h30.",
    "Deux bureaux manquent encore.",
    "Rideau, merci de nous avoir lus.",
)
CLOCKS = ("19:45", "20:02", "20:40", "21:15")
WIKI = ("* '''{time}''' – {words}", "'''{time}''' : {words}", "* ''{time}'' – {words}", "'''{time} :''' {words}",
        "== {time} ==\n{words}", "; {time} : {words}", "* '''{time}'''\n{words}")  # fmt: skip
MARKDOWN = ("- **{time}** : {words}", "**{time}** {words}", "**{time} :** {words}", "*{time}* {words}",
            "`{time}` {words}", "__{time}__ {words}", "### {time}\n\n{words}", "> **{time}** – {words}",
            "1. **{time}** – {words}", "[{time}](https://direct.example/soiree#p1) {words}",
            "**[{time}](/p/1)** – {words}")  # fmt: skip
ASCIIDOC = ("{time}:: {words}", "*{time}*:: {words}", ". *{time}* {words}", "=== {time}\n\n{words}")


def updates(text):
    document = read_text(text.encode())
    found = segment(document, language("fr"), date(2022, 6, 19), ZoneInfo("Europe/Paris"))
    entries = [entry for entry in found.entries if entry.section == "update"]
    words = [document.text[entry.char_start : entry.char_end] for entry in entries]
    return [f"{entry.date_published:%H:%M}" for entry in entries], words


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["apart", "lines"])
@pytest.mark.parametrize("sign", ["h", ":"])
@pytest.mark.parametrize("layout", [*WIKI, *MARKDOWN, *ASCIIDOC])
def test_labels_in_light_markup(layout, sign, gap):
    posts = (layout.format(time=c.replace(":", sign), words=w) for c, w in zip(CLOCKS, WORDS, strict=True))
    assert updates("La soirée en direct\n\nSuivez tout avec nous.\n\n" + gap.join(posts)) == (list(CLOCKS), list(WORDS))


@pytest.mark.parametrize(
    "words", ["'Fini', dit-il.", "''Le Monde'' titre sur Lille.", "[Lille](https://direct.example) vote."]
)
def test_what_follows_a_label_keeps_its_own_signs(words):
    assert updates("Soirée\n\n" + "\n\n".join(f"{hour}h12 – {words}" for hour in (19, 20, 21)))[1] == [words] * 3


@pytest.mark.parametrize("line", ["'20h41' est un film.", "1. 20h41 et des poussières.", "'''Vers 20h''' tout change."])
def test_times_in_quotes_or_lists_inside_posts_open_none(line):
    posts = [f"{hour}h12 – Un mot.\n\n{line}\n\nFin." for hour in (18, 19, 21, 22)]
    clocks, words = updates("Soirée\n\n" + "\n\n".join(posts))
    assert clocks == ["18:12", "19:12", "21:12", "22:12"]
    assert all(line in said for said in words)


def test_minutes_with_a_sign_are_read():
    assert updates("Soirée\n\n" + "\n\n".join(f"{hour}h12' : Un mot." for hour in (19, 20, 21)))[1] == ["Un mot."] * 3
