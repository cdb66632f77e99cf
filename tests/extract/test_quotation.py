"""Stretches between quotation marks, words set apart and posts, whatever the marks, closed or not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutier.document import Document, Entry, Mark, MarkKind
from minutier.extract.quotation import Quotation, find_quotations, quoted_words
from minutier.languages import language


def found(text: str, lang: str = "fr", marks: tuple[Mark, ...] = ()) -> list[Quotation]:
    entry = Entry("e", 1, "update", 0, len(text))
    return find_quotations(Document(text, marks), [entry], language(lang))


def words(text: str, lang: str = "fr", marks: tuple[Mark, ...] = ()) -> list[str]:
    return [quoted_words(text, quotation) for quotation in found(text, lang, marks)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Il a dit « oui » et «non».", ["oui", "non"]),
        ("fr", "Il a dit «\u00a0oui\u00a0», enfin.", ["oui"]),
        ("fr", 'Il parle d\'"attaques basses" contre lui.', ["attaques basses"]),
        ("fr", "Un “président des patriotes”, dit-il.", ["président des patriotes"]),
        ("de", "Er sagt „ja“ und „nein”.", ["ja", "nein"]),
        ("fr", "« Il m'a dit « jamais » et j'ai ri », raconte-t-elle.", ["Il m'a dit « jamais » et j'ai ri"]),
        ("fr", '« J\'ai dit "non" à tout », dit-il.', ['J\'ai dit "non" à tout']),
        ("fr", "« Oui, » répond-il.", ["Oui"]),
        ("en", "‘It’s the voters’ choice,’ she said. ‘I’m glad.’", ["It’s the voters’ choice", "I’m glad."]),
        ("en", "'It wasn't easy,' she said of the '90s.", ["It wasn't easy"]),
        ("en", "'You can't win 'em all', he shrugged, 'tis true.", ["You can't win 'em all"]),
        ("en", "The parties’ leaders and the voters’ mood.", []),
        ("en", 'He is 6\' 5" tall and the screen is 120" wide.', []),
        ("fr", 'Un écran de 120" est tombé.', []),
        ("fr", 'Vide : « » et "".', []),
    ],
)
def test_all_marks_are_read(lang: str, text: str, expected: list[str]) -> None:
    assert words(text, "fr" if lang == "de" else lang) == expected


def test_a_quotation_runs_over_paragraphs_reopened_at_each() -> None:
    text = "« Une page se tourne.\n\n« Il faut écrire la suivante. »\n\nElle a parlé."
    assert words(text) == ["Une page se tourne.\n\nIl faut écrire la suivante."]


def test_a_quotation_runs_over_paragraphs_not_reopened() -> None:
    text = "«Une page se tourne.\n\nRien n'est écrit.\n\nMerci», a-t-il lancé."
    assert words(text) == ["Une page se tourne.\n\nRien n'est écrit.\n\nMerci"]


def test_straight_marks_reopen_too() -> None:
    text = '"We will fight.\n\n"We will win," she said. Later: "Thanks."'
    assert words(text, "en") == ["We will fight.\n\nWe will win", "Thanks."]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    (quotation,) = found("Il lâche : « Les électeurs ont tranché, rien à ajouter.\n\nUn autre paragraphe.")
    assert not quotation.is_closed
    assert words("Il lâche : « Les électeurs ont tranché.\n\nUn autre paragraphe.") == ["Les électeurs ont tranché."]


def test_an_open_quotation_ends_at_its_incise() -> None:
    text = "« Sans eux, on ne gagne pas, regrette Marie Petit. Elle parle d'un soutien « du bout des lèvres »."
    assert words(text) == ["Sans eux, on ne gagne pas", "du bout des lèvres"]


def test_paragraphs_reopened_and_never_closed() -> None:
    text = 'Il le dit :\n\n"I know what I owe them.\n\n"I want to thank them for tonight.\n\nNight falls.'
    assert words(text, "en") == ["I know what I owe them.\n\nI want to thank them for tonight."]


def test_a_post_is_told_by_its_signature() -> None:
    text = "Le maire réagit.\nBravo à tous « nos » élus ! pic.twitter.com/x1 — Paul Martin (@pm) 3 mai 2017\nFin."
    (post,) = found(text)
    assert post.is_post
    assert quoted_words(text, post) == "Bravo à tous « nos » élus !"
    assert post.signature is not None and text[slice(*post.signature)] == "Paul Martin"
    assert post.handle is not None and text[slice(*post.handle)] == "@pm"
    assert text[post.end :] == "\nFin."


def test_a_post_told_by_the_markup() -> None:
    text = "Avant.\nNous avons gagné !\n— les Verts (@verts) 27 juin 2021\nAprès."
    start, end = text.index("Nous"), text.index("\nAprès")
    (post,) = found(text, marks=(Mark(start, end, MarkKind.POST),))
    assert (post.kind, quoted_words(text, post)) == ("post", "Nous avons gagné !")


def test_a_block_quote_without_its_marks() -> None:
    text = "Il dit :\n« La droite a payé ses divisions. »\nFin."
    start, end = text.index("«"), text.index("\nFin")
    (block,) = found(text, marks=(Mark(start, end, MarkKind.BLOCKQUOTE),))
    assert (block.kind, quoted_words(text, block)) == ("block", "La droite a payé ses divisions.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anne Roy\n@anneroy\nMerci à tous. On s'y remet demain.\n24 avr. 2022", "Merci à tous. On s'y remet demain."),
        ("Le maire.\n\nAnne Roy @anneroy\nMerci à tous.", "Merci à tous."),
        ("Suivez notre compte, @lejournal\nMerci à tous.", None),
    ],
)
def test_a_post_copied_with_its_name_and_handle_above(text: str, words: str | None) -> None:
    posts = [quoted_words(text, quotation) for quotation in found(text) if quotation.is_post]
    assert posts == ([words] if words else [])


@settings(max_examples=200, deadline=None)
@given(st.text("«»“”„\"‘’' \nab.,:s(@)—\u00a0", max_size=80), st.sampled_from(["fr", "en"]))
def test_quotations_stand_in_order_and_their_words_between_their_marks(text: str, lang: str) -> None:
    position = 0
    for quotation in found(text, lang):
        assert position <= quotation.start <= quotation.inner_start < quotation.inner_end <= quotation.end
        position = quotation.end
        quoted = quoted_words(text, quotation)
        assert quoted and quoted == quoted.strip()
        if len(quotation.parts) == 1:
            assert quoted == text[quotation.inner_start : quotation.inner_end]
        else:
            assert quoted.split("\n\n") == [text[start:end] for start, end in quotation.parts]
