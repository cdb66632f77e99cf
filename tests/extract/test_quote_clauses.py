"""Whose words are, and whom pronouns lead to, where a clause, an aside or a place stands between."""

from __future__ import annotations

import pytest

from extracting import context, rows
from minutier.extract.people import People
from minutier.extract.quotes import extract
from minutier.languages import language


def speakers(*posts: str, lang: str) -> list[str]:
    """Who is found to say each quotation of the posts; the words that stand for him when he has no name."""
    blog = context(*posts, lang=lang)
    rows = [row for entry in blog.entries for row in extract(entry, blog).rows]
    return [row["speaker"] or row["speaker_label"] or "" for row in rows]


ENGLISH = [
    # the subject of the main clause, not whom a complement before it names
    (
        ["Rex Hall is the president.", "In a state that gave the president 68%, Jim Small wins. “We did it,” he said."],
        ["Jim Small"],
    ),
    (["Jim Small wins in a state that Rex Hall carried. “We did it,” he said."], ["Jim Small"]),
    # the subject of the last clause, where nothing in it leads back to the first
    (
        [
            "Ian Roy leads. He leads by 49.8% to 49.0%, and Jim Small, the mayor of Hull, has conceded. "
            "“Enough,” he said."
        ],
        ["Jim Small"],
    ),
    (
        [
            "Hull elects a Democrat\nAnn Roy 48.3, Jim Small 42.9: those are the numbers with nine precincts in ten "
            "counted, and Mr. Small has just thanked his volunteers. “This was not the plan,” he said."
        ],
        ["Jim Small"],
    ),
    (["Ian Roy leads by ten points, and Jim Small has congratulated him. “Enough,” he said."], ["Ian Roy"]),
    (["Ian Roy is on 49%, but Jim Small will not concede. “Never,” he said."], ["Jim Small"]),
    (["Ian Roy leads by 49.8% to 49.0% and Jim Small has conceded. “Enough,” he said."], ["Jim Small"]),
    (["Ann Hall leads, and Rose Small has congratulated her. “Fine,” she said."], ["Ann Hall"]),
    (["Ann Hall leads, and Rose Small has congratulated her rival. “Fine,” she said."], ["Rose Small"]),
    (["He says Ian Roy and Jim Small have conceded. “Enough,” Mr Poe said. Tom Poe is the mayor."], ["Tom Poe"]),
    (["Ian Roy has beaten Jim Small and Tom Poe. “Enough,” he said."], ["Ian Roy"]),
    (
        ["The agency says that Ian Roy wins Hull, and that Jim Small holds Leigh. “Enough,” said the winner."],
        ["Ian Roy"],
    ),
    # whom a description that is the subject stands for, before somebody who is its object
    (
        [
            "Erin Small will speak.",
            "Small concedes\nThe Conservative leader has called Mr. Hall. “It is over,” he said.",
        ],
        ["Erin Small"],
    ),
    (["A singer backed Jim Small; Ann Hall has beaten him. “It is over,” he said."], ["Jim Small"]),
    # the abbreviation of a state behind a town
    (["“I am with Joe Hall,” Jim Small, the mayor of Columbia, S.C., told the paper by phone."], ["Jim Small"]),
    (["“I am with Joe Hall,” Jim Small, the former mayor of South Bend, Ind., said."], ["Jim Small"]),
    (["“I am with Joe Hall,” Jim Small of Scranton, Pa., told the paper."], ["Jim Small"]),
    (["Rex Poe waits. “I am with Joe Hall,” Jim Small, the mayor of Hull, said."], ["Jim Small"]),
    # who somebody told by a clause is said to be
    (
        ["Ian Roy calls for order. One who won't play along is the Labour man in Hull, Jim Small. “Never,” he said."],
        ["Jim Small"],
    ),
    (["Ian Roy calls for order. One who won't play along, he fears, is in Hull. “Never,” he said."], ["Ian Roy"]),
    (
        ["Ian Roy waits. The man who can stop him is the Labour man in Hull, Jim Small. “Never,” he said."],
        ["Jim Small"],
    ),
    (["Ian Roy waits. The man who can stop him is his agent. Ann Small shrugs. “Never,” he said."], ["Ian Roy"]),
    # whom a sentence without a verb is about, by a relative clause that names another
    (["An avowal from Jim Small, who served Tom Poe as a minister. “I could not,” he said."], ["Jim Small"]),
    (["Ian Roy got an avowal from Jim Small, who served Tom Poe. “I could not,” he said."], ["Ian Roy"]),
    # the clause before a colon is about its subject, not about whom he is for
    (
        [
            "Ian Roy, the mayor of Leigh, waits. The Democrat said that he is for Poe, and gave his word for later: if "
            "Jim Small runs, “he’ll have me,” the mayor said. Tom Poe leads."
        ],
        ["Ian Roy"],
    ),
    # an outlet that is told something is not *they*
    (["Jim Small told the BBC that he would not. Neither choice, they say, is “fit.”"], []),
    # the words by which somebody without a name was told first
    (["A senior Labour source waits. “The number looks wrong,” the source texts."], ["A senior Labour source"]),
    (["A Labour source waits. Turnout is down. “The number looks wrong,” the source texts."], ["A Labour source"]),
    (["Jim Small, a Labour aide, waits. “The number looks wrong,” the aide texts."], ["Jim Small"]),
]


@pytest.mark.parametrize(("posts", "expected"), ENGLISH)
def test_who_speaks_behind_a_clause_in_english(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="en") == expected


FRENCH = [
    # a place that bears somebody's name
    (["Arrivée à l'école Jean-Jacques-Roux, la maire sortante s'est dite « sereine »."], ["la maire sortante"]),
    (["Autre ambiance rue Jean-Roux, où Ian Kerr serre des mains et sourit : « Merci. »"], ["Ian Kerr"]),
    (["Autre ambiance chez Rose Kerr, qui sourit : « Merci. »"], ["Rose Kerr"]),
    # whose line it is that was quoted
    (["« Ni fusion, ni retrait » : la ligne de Luc Kerr n'a pas bougé."], ["Luc Kerr"]),
    (["« Ni fusion, ni retrait » : le mot d'ordre de Luc Kerr n'a pas bougé."], ["Luc Kerr"]),
    (["La ligne de Luc Kerr est « intenable », juge Rose Roy."], ["Rose Roy"]),
    # a complement in commas between a body and its verb
    (["La CFDT, de son côté, a demandé jeudi aux Lensois de « faire barrage »."], ["CFDT"]),
    (["La CFDT, de son côté, a demandé jeudi aux Lensois d'attendre. Rose Roy espère « un sursaut »."], ["Rose Roy"]),
    # what somebody goes on saying of his own
    (
        ["Rose Roy parle. « C'est beau », a-t-elle dit. Son mouvement serait désormais « le premier de France »."],
        ["Rose Roy", "Rose Roy"],
    ),
    (
        ["Rose Roy parle. « C'est beau », a-t-elle dit. Son mouvement est désormais « le premier de France »."],
        ["Rose Roy"],
    ),
    (
        ["« C'est beau », a dit Rose Roy. Le Front national serait désormais « le premier de France »."],
        ["Rose Roy", "Rose Roy"],
    ),
    # the subject of the last clause, unless it leads back to the first
    (["Rose Roy gagne, mais Anne Lann reste muette. « On y va », dit-elle."], ["Anne Lann"]),
    (["Rose Roy gagne, mais Anne Lann l'a félicitée. « On y va », dit-elle."], ["Rose Roy"]),
    # a word between a verb and its object opens no clause
    (["« C'est dur », dit Luc Lann. Il votera donc Rose Roy, « faute d'un autre chemin »."], ["Luc Lann", "Luc Lann"]),
    (["Luc Lann perd donc. Rose Roy, « soulagée », remercie."], ["Rose Roy"]),
    # whoever is only told of in a relative clause, behind a preposition, does not say what stands before
    (["« J'en prends acte avec tristesse. » L'ancien batelier demande à ceux qui l'ont suivi de suivre Rose Roy."], []),
    (["« J'en prends acte avec tristesse. » Rose Roy demande à ceux qui l'ont suivie de rester."], ["Rose Roy"]),
    # whoever held a post then is nobody who is named further on
    (
        ["Le porte-parole du PS d'alors sourit. « C'était autre chose », dit-il. Luc Kerr attend."],
        ["Le porte-parole du PS"],
    ),
]


@pytest.mark.parametrize(("posts", "expected"), FRENCH)
def test_who_speaks_behind_a_clause_in_french(posts: list[str], expected: list[str]) -> None:
    assert speakers(*posts, lang="fr") == expected


@pytest.mark.parametrize(
    ("text", "lang", "kind"),
    [
        ("Il vote à l'école Jean-Jacques-Roux de Lens.", "fr", "place"),
        ("Il vote devant l'espace François-Lann, à Lens.", "fr", "place"),
        ("Il salue Jean-Lann, un ami.", "fr", "unknown"),  # a given name that no list has
        ("Il salue Mme Martin-Lann, une amie.", "fr", "person"),
        ("He thanks Bailey-Lann at once.", "en", "unknown"),
    ],
)
def test_hyphens_join_the_name_that_a_place_bears(text: str, lang: str, kind: str) -> None:
    named = next(m for m in People(text, language(lang)).mentions if "-" in m.entity.name)
    assert named.entity.kind == kind


@pytest.mark.parametrize(
    ("text", "lang", "quote", "speaker"),
    [
        (
            "Donald J. Kerr\n@realkerr\nTremendous success. Thank you to all!\n\nOthers wait.",
            "en",
            "Tremendous success. Thank you to all!",
            "Donald J. Kerr",
        ),
        (
            "Son message :\nLuc Kerr @lkerr\n« Le choix est limpide. »\nLe maire parlera plus tard.",
            "fr",
            "Le choix est limpide.",
            "Luc Kerr",
        ),
        ('Son message :\nLuc Kerr @lkerr\n« Le "choix" est limpide. »', "fr", 'Le "choix" est limpide.', "Luc Kerr"),
        ("Luc Kerr @lkerr\n« Oui », j'ai voté « oui »", "fr", "« Oui », j'ai voté « oui »", "Luc Kerr"),
        (
            "The actor announced that he had voted. From his account: Hull fears @joe. — Jim Small (@jsmall)",
            "en",
            "Hull fears @joe.",
            "Jim Small",
        ),
        (
            "We voted. From our side: Hull fears @joe. — Jim Small (@jsmall)",
            "en",
            "We voted. From our side: Hull fears @joe.",
            "Jim Small",
        ),
    ],
)
def test_posts_that_are_copied(text: str, lang: str, quote: str, speaker: str) -> None:
    (row,) = rows("quotes", text, lang=lang)
    assert (row["quote"], row["speaker"]) == (quote, speaker)
