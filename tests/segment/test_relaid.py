"""The annotated live blogs laid out anew: the same posts and instants, whatever stands around them."""

import json
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from minutier.languages import language
from minutier.read.text import read_text
from minutier.segment import segment

GOLD = Path(__file__).parent.parent / "gold"
NIGHTS = ("g01-presidentielle-2012-t2", "g03-municipales-2020-t2", "g106-uk-2019", "g109-nh-primaries-2016")
LAYOUTS = {
    "closed by times": "{words} ({time})",
    "a name and a time": "{name}  {time}\n{words}",
    "a name over a time": "{name}\n{time}\n\n{words}",
    "a handle": "{name}\n@{handle}\n{time}\n{words}",
    "numbered": "Update {number} - {time}\n{words}",
    "a wiki": "* '''{time}''' – {words}",
    "Markdown": "- **{time}** : {words}",
}
NAMES = ("Jeanne Roux", "Paul Martin", "Anne Petit")


def read(name, text=None):
    """Clocks and words of the posts of a night, as saved or in another text; whether it is French."""
    about = json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))["liveblog"]
    document = read_text((GOLD / f"{name}.txt").read_bytes() if text is None else text.encode())
    found = segment(
        document, language(about["language"]), date.fromisoformat(about["date"]), ZoneInfo(about["timezone"])
    )
    posts = [
        (entry.date_published, document.text[entry.char_start : entry.char_end])
        for entry in found.entries
        if entry.date_published
    ]
    return posts, about["language"] == "fr", found


def laid_out(posts, is_french, layout):
    def clock(moment):
        return f"{moment:%Hh%M}" if is_french else f"{moment:%I:%M %p}".lstrip("0")

    return "La soirée en direct\n\nTout est là.\n\n" + "\n\n".join(
        layout.format(
            time=clock(moment), words=words, number=number, name=NAMES[number % 3],
            handle=NAMES[number % 3].split()[0].lower(),
        )
        for number, (moment, words) in enumerate(posts, 1)
    )  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NIGHTS)
def test_the_posts_of_a_night_in_another_layout(name, layout):
    posts, is_french, _ = read(name)
    assert read(name, laid_out(posts, is_french, LAYOUTS[layout]))[0] == posts


@pytest.mark.parametrize("name", NIGHTS)
def test_the_posts_of_a_night_on_pages(name):
    posts, is_french, _ = read(name)
    lines = laid_out(posts, is_french, "{time} - {words}").split("\n")
    count = -(-len(lines) // 15)
    text = "".join(
        "\n".join(
            ["Le Journal", *lines[15 * page : 15 * page + 15], f"https://direct.example {page + 1}/{count}", "\f"]
        )
        for page in range(count)
    )
    paged, _, found = read(name, text)
    assert [moment for moment, _ in paged] == [moment for moment, _ in posts]
    assert sum(mark.value == "page" for mark in found.marks) >= 2 * count - 1
