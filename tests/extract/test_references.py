"""Whom descriptions, pronouns and verbs lead to, from what the document alone tells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extracting import context, rows


def described(words: str, *posts: str, lang: str = "fr") -> str | None:
    """The name that a description leads to; it is looked for in the last post."""
    c = context(*posts, lang=lang)
    start = c.text.rindex(words)
    entity = c.references.description(start, start + len(words), c.entries[-1])
    return entity.name if entity else None


@pytest.mark.parametrize(
    ("lang", "words", "posts", "name"),
    [
        (
            "fr",
            "le maire de Pau",
            ["Paul Martin, maire de Pau, a voté.", "On attend le maire de Pau."],
            "Paul Martin",
        ),
        (
            "fr",
            "le maire de Pau",
            ["Le maire de Pau, Paul Martin, a voté.", "On attend le maire de Pau."],
            "Paul Martin",
        ),
        (
            "fr",
            "le maire de Pau",
            ["Le maire de Pau Paul Martin a voté.", "On attend le maire de Pau."],
            "Paul Martin",
        ),
        (
            "fr",
            "La socialiste",
            ["Marie Petit (PS) affronte Paul Martin (LR).", "La socialiste a voté."],
            "Marie Petit",
        ),
        (
            "fr",
            "la candidate",
            ["Marie Petit bat Paul Martin. Pour la candidate, c'est fait."],
            "Marie Petit",
        ),
        ("fr", "son rival", ["Paul Martin affronte Luc Morel. Paul Martin salue son rival."], "Luc Morel"),
        ("fr", "Ce dernier", ["Luc Roy bat l'écologiste Paul Martin. Ce dernier se retire."], "Paul Martin"),
        ("fr", "un maire", ["Paul Martin a voté. Il a salué un maire."], None),
        ("fr", "le maire de Nice", ["Paul Martin, maire de Pau, a voté. On attend le maire de Nice."], None),
        # who no longer holds an office is not who holds it; the post knows first
        (
            "fr",
            "L'ancien maire",
            ["Paul Martin, maire de Pau, a voté.", "Luc Roy vote. L'ancien maire se tait."],
            "Luc Roy",
        ),
        ("fr", "L'ancien maire", ["L'ancien maire Paul Martin a voté.", "L'ancien maire se tait."], "Paul Martin"),
        ("fr", "le maire", ["L'ancien maire, Paul Martin, a voté.", "On attend le maire de Pau."], None),
        ("en", "the prime minister", ["Former prime minister Ann Hall is here.", "So is the prime minister."], None),
        (
            "en",
            "The former governor",
            ["Ex-governor Ann Hall is in.", "Tom Roy is here. The former governor waves."],
            "Tom Roy",
        ),
        # where others stand in each place, so does another of the party
        (
            "fr",
            "Le socialiste",
            ["Le socialiste Paul Martin bat Luc Roy.", "Ian Ker vire en tête. Le socialiste jubile."],
            "Ian Ker",
        ),
        ("fr", "le socialiste", ["Le socialiste Paul Martin a gagné.", "On attend le socialiste."], "Paul Martin"),
        # an object is whoever is named beside it, and nobody further on
        ("en", "his agent", ["Tom Roy, 50, has fired his agent. Ann Hall is sorry."], None),
        ("en", "her agent", ["Ann Hall, 50, thanks her agent, Tom Roy."], "Tom Roy"),
        ("en", "the Tory MP", ["Tory MP Tom Brown has lost.", "We hear from the Tory MP."], "Tom Brown"),
        ("en", "The president", ["President Trump is up.", "The president has spoken."], "President Trump"),
        (
            "en",
            "the party leader",
            ["Ann Smith, the party leader, lost.", "We hear from the party leader."],
            "Ann Smith",
        ),
        (
            "en",
            "the Republican",
            ["Ann Smith, a Republican senator, won.", "We hear from the Republican."],
            "Ann Smith",
        ),
    ],
)
def test_descriptions(lang: str, words: str, posts: list[str], name: str | None) -> None:
    found = described(words, *posts, lang=lang)
    assert found == name or (found or "").endswith((name or "\0").split()[-1])


HOLDERS = ["Gordon Brown is out.", "David Cameron is in.", "Nick Clegg is up. So says the prime minister."]


@pytest.mark.parametrize(
    ("country", "day", "posts", "name"),
    [
        ("GB", "2010-05-06", HOLDERS, "Gordon Brown"),
        ("GB", "2010-05-11", HOLDERS, "David Cameron"),
        ("GB", "1975-05-11", HOLDERS, "Nick Clegg"),  # the list begins later: the one man of the post
        ("", "2010-05-06", HOLDERS, "Nick Clegg"),
        # who is not named is not made up, and what the document says comes first
        ("GB", "2019-12-12", HOLDERS, "Nick Clegg"),
        (
            "GB",
            "2010-05-06",
            ["Gordon Brown is out.", "Prime Minister Ann Hall waits. So says the prime minister."],
            "Ann Hall",
        ),
        ("GB", "2010-05-06", ["Brown is out, says Brown.", "So says the prime minister."], "Brown"),
        # his own, somebody's and a former one are others
        ("GB", "2010-05-06", ["Gordon Brown is out.", "So says the former prime minister."], None),
        ("GB", "2010-05-06", ["Gordon Brown is out.", "So says the prime minister of Spain."], None),
    ],
)
def test_who_holds_the_offices_of_a_country(country: str, day: str, posts: list[str], name: str | None) -> None:
    blog = context(*posts, lang="en", country=country, day=day)
    words = next(
        w for w in ("the former prime minister", "the prime minister of Spain", "the prime minister") if w in blog.text
    )
    start = blog.text.rindex(words)
    entity = blog.references.description(start, start + len(words), blog.entries[-1])
    assert (entity.name if entity else None) == name


@pytest.mark.parametrize(
    ("lang", "country", "day", "election", "words", "posts", "name"),
    [
        (
            "fr",
            "FR",
            "2017-06-18",
            "legislative",
            "la présidente du FN",
            ["Marine Le Pen et Anne Roy votent."],
            "Marine Le Pen",
        ),
        (
            "fr",
            "FR",
            "2017-06-18",
            "legislative",
            "la présidente du parti frontiste",
            ["Marine Le Pen vote pour le FN."],
            "Marine Le Pen",
        ),
        (
            "fr",
            "FR",
            "2010-03-14",
            "regional",
            "le président du Front national",
            ["Jean-Marie Le Pen vote."],
            "Jean-Marie Le Pen",
        ),
        (
            "en",
            "GB",
            "2017-06-08",
            "legislative",
            "the Labour leader",
            ["Jeremy Corbyn beat Tom Hall."],
            "Jeremy Corbyn",
        ),
        (
            "en",
            "GB",
            "2015-05-07",
            "legislative",
            "the leader of the Lib Dems",
            ["Nick Clegg beat Tom Hall."],
            "Nick Clegg",
        ),
        # a branch has a leader of its own, of the same name or not
        (
            "en",
            "GB",
            "2015-05-07",
            "legislative",
            "the leader of Scottish Labour",
            ["Ed Miliband met Jim Murphy."],
            "Jim Murphy",
        ),
        # the candidate of a party is its leader where he is known to stand, and nobody else is of the party
        (
            "fr",
            "FR",
            "2017-04-23",
            "presidential",
            "le candidat d'En marche",
            ["Emmanuel Macron bat Luc Roy."],
            "Emmanuel Macron",
        ),
        (
            "fr",
            "FR",
            "2017-04-23",
            "presidential",
            "la candidate frontiste",
            ["Marine Le Pen bat Luc Roy pour le FN."],
            "Marine Le Pen",
        ),
        # no leader on the day, a former one, a region's president, and whom the document calls so
        ("fr", "FR", "2014-07-06", "regional", "le président de l'UMP", ["Nicolas Sarkozy vote."], None),
        ("fr", "FR", "2017-06-18", "legislative", "l'ancienne présidente du FN", ["Marine Le Pen vote."], None),
        (
            "en",
            "GB",
            "2017-06-08",
            "legislative",
            "the Labour leader",
            ["Jeremy Corbyn lost.", "Labour leader Ann Hall won."],
            "Ann Hall",
        ),
        (
            "en",
            "AU",
            "2015-01-31",
            "legislative",
            "the Labor leader",
            ["Bill Shorten met Queensland Labor leader Ann Hall."],
            "Ann Hall",
        ),
    ],
)
def test_who_led_the_parties_of_a_country(
    lang: str, country: str, day: str, election: str, words: str, posts: list[str], name: str | None
) -> None:
    told = ["On attend.", f"Ainsi parle {words}."] if lang == "fr" else ["We wait.", f"So says {words}."]
    blog = context(*posts, *told, lang=lang, country=country, day=day, election_type=election)
    start = blog.text.rindex(words)
    entity = blog.references.description(start, start + len(words), blog.entries[-1])
    assert (entity.name if entity else None) == name


@pytest.mark.parametrize(
    ("lang", "pronoun", "gender", "posts", "name"),
    [
        ("fr", "Il", "m", ["Paul Martin bat Luc Roy. Il jubile."], "Paul Martin"),
        ("fr", "Elle", "f", ["Paul Martin bat Marie Petit. Elle se tait."], "Marie Petit"),
        (
            "fr",
            "Elle",
            "f",
            ["Marie Petit salue les siens, devant Paul Martin. Elle se tait."],
            "Marie Petit",
        ),
        ("fr", "Il", "m", ["Paul Martin a voté.", "Il ne dira rien."], "Paul Martin"),
        ("fr", "Il", "m", ["Marie Petit a voté. Il pleut."], None),
        ("en", "She", "f", ["Tom Brown lost to Ann Smith. She is happy."], "Ann Smith"),
        ("en", "He", "m", ["Tom Brown took the stage with Bill Jones. He waved."], "Tom Brown"),
    ],
)
def test_pronouns(lang: str, pronoun: str, gender: str, posts: list[str], name: str | None) -> None:
    c = context(*posts, lang=lang)
    entity = c.references.pronoun(c.text.rindex(pronoun), c.entries[-1], gender)  # type: ignore[arg-type]
    assert (entity.name if entity else None) == name


@pytest.mark.parametrize(
    ("lang", "text", "verb", "name"),
    [
        (
            "fr",
            "Le maire de Pau, Paul Martin, qui soutient Luc Roy, a rejoint la salle.",
            "a rejoint",
            "Paul Martin",
        ),
        ("fr", "Interrogé par Marie Petit, Paul Martin estime que oui.", "estime", "Paul Martin"),
        ("fr", "Marie Petit gagne mais Paul Martin conteste.", "conteste", "Paul Martin"),
        ("fr", "Quant à Marie Petit, elle conteste.", "conteste", "Marie Petit"),
        ("en", "Ann Smith, who backed Tom Brown, has won.", "has won", "Ann Smith"),
        ("en", "Labour’s Ann Smith beats Tom Brown.", "beats", "Ann Smith"),
    ],
)
def test_subjects_before_a_verb(lang: str, text: str, verb: str, name: str) -> None:
    c = context(text, lang=lang)
    subject = c.references.subject_before(text.index(verb), c.entries[0])
    assert subject is not None and subject.entity is not None and subject.entity.name == name


@pytest.mark.parametrize(
    ("lang", "text", "verb", "printed"),
    [
        ("fr", "« Oui », a déclaré hier à l'AFP Paul Martin.", "a déclaré", "Paul Martin"),
        (
            "fr",
            "« Oui », grince sur France 2 un responsable local du PS.",
            "grince",
            "un responsable local du PS",
        ),
        ("en", "“Yes,” said the former minister Tom Brown.", "said", "the former minister Tom Brown"),
    ],
)
def test_subjects_after_a_verb(lang: str, text: str, verb: str, printed: str) -> None:
    c = context(text, lang=lang)
    subject = c.references.subject_after(text.index(verb) + len(verb), c.entries[0])
    assert subject is not None and text[subject.start : subject.end] == printed


def test_sentences_do_not_end_inside_quotations_or_after_abbreviations() -> None:
    text = "M. Martin dit : « Oui. Non. Peut-être. » Puis il sort. Fin"
    c = context(text)
    assert [text[s:e] for s, e in c.references.sentences(c.entries[0])] == [
        "M. Martin dit : « Oui. Non. Peut-être. »",
        "Puis il sort.",
        "Fin",
    ]


PIECES = st.sampled_from(
    [
        "Paul Martin",
        "Marie Petit (PS)",
        "le maire",
        "la présidente du FN",
        "il",
        "elle",
        "ce dernier",
        ",",
        ".",
        ":",
        "qui",
        "que",
        "a dit",
        "de",
        "l'un de",
        "son rival",
        "« oui »",
        "et",
        "mais",
        "(",
        ")",
        "l'",
        "Le",
        "\n",
        "estime",
        "A",
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30), st.sampled_from(["fr", "en"]))
def test_no_sentence_raises_and_phrases_stand_in_order(pieces: list[str], lang: str) -> None:
    c = context("x " + " ".join(pieces), lang=lang)
    position = 0
    for phrase in c.references.phrases(0, len(c.text), c.entries[0]):
        assert position <= phrase.start < phrase.end <= len(c.text)
        position = phrase.end


@pytest.mark.parametrize(
    "text", ["0 l'i ministre de l'E", "0 l'i président de l'E", "La ministre de l'É. Le maire d'e."]
)
def test_a_description_of_a_single_letter_leads_to_nobody(text: str) -> None:
    assert all(row["speaker"] != "E" for row in rows("quotes", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Reed, mayor of Oakham, waits. The mayor of Oakham has 54% of the vote.", "Ann Reed"),
        ("Ann Reed, mayor of Oakham, waits. The mayor of Uppingham has 54% of the vote.", None),
    ],
)
def test_a_role_goes_on_with_a_place_that_no_list_knows(text: str, expected: str | None) -> None:
    read = context(text, lang="en")
    start = text.index("The mayor")
    found = read.references.description(start, text.index(" has"), read.entries[0])
    assert (found and found.name) == expected
