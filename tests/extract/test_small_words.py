"""Small words by function: patterns of one language, made of its file; none of them stands in the code."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

import pytest

from extracting import read
from minutier import extract
from minutier.extract.lexicon import lexicon
from minutier.extract.small_words import small_words
from minutier.languages import available

PACKAGE = Path(extract.__file__).parent


@pytest.mark.parametrize(
    ("code", "functions", "accepted", "refused"),
    [
        ("fr", ["definite"], ["le ", "Les ", "l'", "L’", "la\u00a0"], ["the ", "l' ", "le", "ce "]),
        ("fr", ["of"], ["de ", "du ", "d'"], ["of ", "d "]),
        ("fr", ["singular_contracted"], ["au ", "du "], ["aux ", "des "]),
        ("fr", ["by", "with"], ["par ", "avec "], ["by ", "with "]),
        ("fr", ["to"], ["à ", "À ", "aux "], ["to "]),
        ("en", ["definite", "indefinite"], ["the ", "An ", "a "], ["le ", "un ", "l'"]),
        ("en", ["of", "to", "by"], ["of ", "To ", "by "], ["de ", "à ", "par "]),
        ("de", ["definite"], ["der ", "Die "], ["le ", "the "]),
        ("de", ["plural_definite", "nothing of the kind"], [], ["die ", " ", ""]),
    ],
)
def test_words_come_with_what_joins_them_to_the_next(
    code: str, functions: list[str], accepted: list[str], refused: list[str]
) -> None:
    pattern = re.compile(small_words(code).before(*functions))
    assert [text for text in accepted if not pattern.fullmatch(text)] == []
    assert [text for text in refused if pattern.fullmatch(text)] == []


def test_whole_words_and_elided_ones_are_told_apart() -> None:
    small = small_words("fr")
    assert re.fullmatch(small.whole("than"), "que")
    assert re.fullmatch(small.elided("than"), "qu’")
    assert not re.fullmatch(small.whole("than"), "qu'")


def test_a_contraction_holds_an_article() -> None:
    small = small_words("fr")
    assert small.contracted["aux"] == "les"
    assert set(small.contracted) == set(small.forms["contracted"]) == lexicon("fr").contracted
    assert set(small.contracted.values()) <= set(small.forms["definite"])


@pytest.mark.parametrize("code", available())
def test_articles_are_determiners(code: str) -> None:
    small, words = small_words(code), lexicon(code)
    assert {*small.of("definite", "demonstrative")} == words.definite
    assert {*small.of("indefinite", "quantity")} == words.indefinite
    assert {words.tags[word] for word in small.of("definite")} == {"D"}


@pytest.mark.parametrize(
    ("text", "code", "options"),
    [
        ("Jeanne Martin et Paul Durand sont à 20 % chacun.", "fr", ["Jeanne Martin", "Paul Durand"]),
        ("40 % pour le PS et les Verts.", "fr", ["PS et les Verts"]),
        ("The SNP took 48 seats, Labour and the Greens 12.", "en", ["SNP", "Labour and the Greens"]),
    ],
)
def test_options_are_joined_by_the_words_of_their_language(text: str, code: str, options: list[str]) -> None:
    assert [row["option"] for row in read(text, lang=code).rows["vote_results"]] == options


# No word in code -----------------------------------------------------------------------------------------------------


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module, those that document it left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return _constants([tree], told)


def compared_in(path: Path) -> Iterator[tuple[int, str]]:
    """The texts that a module compares something with."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            yield from _constants(node.comparators)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("startswith", "endswith"):
            yield from _constants(node.args)


def _constants(trees: Iterable[ast.AST], but: Set[int] = frozenset()) -> Iterator[tuple[int, str]]:
    for node in itertools.chain.from_iterable(map(ast.walk, trees)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in but:
            yield node.lineno, node.value


def words_of(code: str) -> set[str]:
    """Articles, prepositions, conjunctions and pronouns of a language of two letters or more."""
    small = small_words(code)
    functions = "definite indefinite possessive contracted of to at in with by for from under and or but then relatives"
    return {word for word in small.of(*functions.split()) if len(word) > 1 and word.isalpha()}


def test_no_pattern_of_the_rules_spells_a_small_word() -> None:
    words = set().union(*map(words_of, available()))
    syntax = re.compile(r"\\u[0-9a-f]{4}|\\[a-zA-Z]|\(\?P<\w*>?|\(\?[a-z-]*:|\[[^\]]*\]")
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text in texts_of(path)
        if re.search(r"[\\|()\[\]]", text)
        and words.intersection(re.findall(r"[^\W\d_]+", syntax.sub(" ", text).lower()))
    ]
    assert found == []


def test_no_rule_compares_with_a_small_word_of_french_or_german() -> None:
    words = (words_of("fr") | words_of("de")) - words_of("en")
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line, text in compared_in(path)
        if text.strip(" \u00a0") in words
    ]
    assert found == []
