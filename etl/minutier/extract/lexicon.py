"""The words of a language by class: small words, verbs of speech in all their forms, nouns for people."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from minutier.extract.folding import fold
from minutier.extract.people import Gender
from minutier.extract.small_words import small_words, word_list
from minutier.languages import language

MANY_FORMS = 200_000
"""Printed forms of a language that are remembered at most."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language file says of small words, verbs and nouns for people, by word."""

    tags: dict[str, str]
    nouns: dict[str, str]  # ambiguous words: their class as a noun
    noun_genders: dict[str, Gender]  # nouns for persons of one gender only
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    contracted: frozenset[str]
    plural: frozenset[str]
    genders: dict[str, Gender]
    pronouns: dict[str, Gender]
    plural_pronouns: frozenset[str]
    inverted: frozenset[str]
    object_pronouns: dict[str, Gender]
    latter: frozenset[str]
    prepositions: dict[str, frozenset[str]]  # those that a rule asks for, by function
    markers: dict[str, frozenset[str]]  # words that a rule asks for by name
    genders_after: dict[str, Gender]  # words that give away the gender of a description before them
    bodies: frozenset[str]
    offices: frozenset[str]  # nouns for an office that one person holds
    people: frozenset[str]  # plurals of the nouns for a person
    partisans: frozenset[str]  # stems of words of allegiance, which stand for a person after a singular article
    epithets: re.Pattern[str] | None  # words that may stand between the article and the name of a body
    adjective_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]  # of participles behind a comma: …, leaving X to …
    finite_endings: tuple[str, ...]  # of verbs right after a name, whether listed or not
    told_endings: tuple[str, ...]  # of verbs right after words quoted, whether listed or not
    feminine: tuple[tuple[str, str], ...]
    verbs: dict[str, str]  # form → infinitive
    title_forms: frozenset[str]  # forms of the verbs that show a work
    stems: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[str, str, bool]] = field(default_factory=dict)  # printed form → what is known of it


def conjugated(code: str, infinitives: str) -> dict[str, tuple[str, str]]:
    """The forms of verbs, by the endings of the language file: form → (class ``V``, ``T`` or ``G``,
    infinitive)."""
    forms: dict[str, tuple[str, str]] = {}
    endings = sorted(language(code)["syntax"].get("conjugations") or (), key=lambda c: -len(c["ending"]))
    for infinitive in infinitives.split():
        verb = _unreflexive(infinitive, code).split("-")[0]  # mettre-en-garde
        pattern = next((c for c in endings if verb.endswith(c["ending"])), None)
        if pattern is None:
            continue
        root = verb[: len(verb) - len(pattern["ending"])]
        for key, tag in (("present", "G"), ("past", "T"), ("finite", "V")):
            for ending in str(pattern.get(key) or "").split():
                form = ending.replace("*", root) if "*" in ending else root + ending
                if tag == "V" or forms.get(form, ("",))[0] != "V":
                    forms[form] = (tag, infinitive)
    return forms


def _unreflexive(infinitive: str, code: str) -> str:
    """An infinitive without the reflexive pronoun that it is listed with: *se-féliciter*, *s'exclamer*."""
    for pronoun in small_words(code).of("reflexive"):
        prefix = pronoun if pronoun.endswith("'") else f"{pronoun}-"
        if infinitive.startswith(prefix):
            return infinitive.removeprefix(prefix)
    return infinitive


def _irregular(lines: str) -> dict[str, tuple[str, str]]:
    """Forms given in full: verbs apart by ``/``, finite forms, past and present participles by ``;``."""
    forms: dict[str, tuple[str, str]] = {}
    for line in lines.split("/"):
        groups = [group.split() for group in line.split(";")]
        for tag, group in zip("VTG", groups, strict=False):
            for form in group:
                if tag == "V" or forms.get(form, ("",))[0] != "V":
                    forms[form] = (tag, groups[0][0])
    return forms


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language by class; later classes win, nouns that are verbs too are told apart in
    context."""
    section, people = language(code)["syntax"], language(code)["people"]
    tags: dict[str, str] = {}
    verbs: dict[str, str] = {}
    for word in str(section.get("verbs") or "").split():
        tags[word.split("'")[-1]] = "v"
    said = language(code)["quotes"]
    for infinitive in str(said.get("verbs") or "").split():
        if section.get("adjective_endings"):
            tags[_unreflexive(infinitive, code)] = "I"
    reporting = conjugated(code, str(said.get("verbs") or "")) | _irregular(str(said.get("irregular") or ""))
    for form, (tag, infinitive) in reporting.items():
        tags[form], verbs[form] = tag, infinitive
    for key, tag in (
        ("auxiliaries", "A"),
        ("adverbs", "t"),
        ("breaks", "b"),
        ("conjunctions", "c"),
        ("prepositions", "p"),
        ("relatives", "w"),
        ("of", "f"),
        ("clitics", "z"),
    ):
        tags.update(dict.fromkeys(word_list(section.get(key)), tag))
    small = small_words(code)
    definite, indefinite = small.of("definite", "demonstrative"), small.of("indefinite", "quantity")
    possessive, contracted = small.of("possessive"), small.of("contracted")
    tags.update(dict.fromkeys((*definite, *indefinite, *possessive), "D"))
    pronouns: dict[str, Gender] = {}
    plural_pronouns: set[str] = set()
    for key, words in (section.get("pronouns") or {}).items():
        for word in str(words or "").split():
            pronouns[word] = key if key in ("m", "f") else ""
            tags[word] = "i" if key == "impersonal" else "h"
            if key == "plural":
                plural_pronouns.add(word)
    nouns: dict[str, str] = {}
    for words, tag in (
        (section.get("relations"), "r"),
        (section.get("persons"), "r"),
        (" ".join(str(v) for v in (people.get("roles") or {}).values()), "r"),
        (section.get("groups"), "g"),
        (section.get("bodies"), "g"),
    ):
        for word in str(words or "").lower().split():
            nouns[word] = tag
    for word, tag in nouns.items():
        if tags.get(word) not in ("V", "T", "G", "v", "A"):
            tags[word] = tag
    titles = frozenset(conjugated(code, str(said.get("title_verbs") or "")))
    titles |= {form for form, (_, infinitive) in reporting.items() if infinitive in titles}  # sang
    roles = {key: set(str(v).lower().split()) for key, v in (people.get("roles") or {}).items()}
    noun_genders: dict[str, Gender] = {}
    if section.get("adjective_endings"):
        noun_genders.update(dict.fromkeys(roles.get("m", set()) - roles.get("f", set()), "m"))
        noun_genders.update(dict.fromkeys(roles.get("f", set()) - roles.get("m", set()), "f"))
    for key, listed in (section.get("gendered") or {}).items():
        noun_genders.update(dict.fromkeys(str(listed).split(), key))
    for word in str(section.get("premodifiers") or "").split():
        if tags.get(word, "x") in ("x", "r", "g", "T", "V"):
            tags[word] = "a"
    genders: dict[str, Gender] = dict.fromkeys(str(section.get("masculines") or "").split(), "m")
    genders.update(dict.fromkeys(str(section.get("feminines") or "").split(), "f"))
    feminine = section.get("feminine") or {}
    return Lexicon(
        tags=tags,
        nouns=nouns,
        noun_genders=noun_genders,
        definite=frozenset(definite),
        indefinite=frozenset(indefinite),
        possessive=frozenset(possessive),
        contracted=frozenset(contracted),
        plural=frozenset(str(section.get("plurals") or "").split()),
        genders=genders,
        pronouns=pronouns,
        plural_pronouns=frozenset(plural_pronouns),
        inverted=frozenset(w for w in pronouns if "-" not in w and "'" not in w),
        object_pronouns={str(w): g for g, w in (section.get("object_pronouns") or {}).items()},
        bodies=frozenset(str(section.get("bodies") or "").split()),
        offices=frozenset(str(section.get("offices") or "").split()),
        prepositions=defaultdict(
            frozenset,
            {key: frozenset(word_list(value)) for key, value in (section.get("prepositions") or {}).items()},
        ),
        markers=defaultdict(
            frozenset,
            {key: frozenset(str(v or "").split()) for key, v in (section.get("markers") or {}).items()},
        ),
        genders_after={
            word: gender
            for gender, forms in (section.get("genders_after") or {}).items()
            for word in str(forms).split()
        },
        latter=frozenset(str(section.get("latter") or "").split()),
        people=frozenset(f"{w}s" for w, tag in nouns.items() if tag == "r" and f"{w}s" not in tags),
        partisans=frozenset(
            fold(word.strip()) for line in people.get("allegiances") or () for word in line["words"].split("|")
        ),
        participle_endings=tuple(word_list(section.get("participle_endings"))),
        gerund_endings=tuple(word_list(section.get("gerund_endings"))),
        finite_endings=tuple(word_list(section.get("finite_endings"))),
        told_endings=tuple(word_list(section.get("told_endings"))),
        epithets=re.compile(section["epithets"]) if section.get("epithets") else None,
        adjective_endings=tuple(str(e) for e in section.get("adjective_endings") or ()),
        feminine=tuple(sorted(((fold(k), fold(v)) for k, v in feminine.items()), key=lambda p: -len(p[0]))),
        verbs=verbs,
        title_forms=titles,
    )


def stem(word: str, words: Lexicon) -> str:
    """A noun without the marks of feminine and plural, so that *présidente* and *président* are one."""
    found = words.stems.get(word)
    if found is None:
        found = _stem(word, words)
        if len(words.stems) < MANY_FORMS:
            words.stems[word] = found
    return found


def _stem(word: str, words: Lexicon) -> str:
    folded = fold(word)
    if folded.endswith("s") and len(folded) > 3:
        folded = folded[:-1]
    for ending, masculine in words.feminine:
        if len(ending) > 1 and folded.endswith(ending) and len(folded) > len(ending) + 1:
            folded = folded[: -len(ending)] + masculine
            break
    return folded[:-1] if folded.endswith("e") and len(folded) > 1 else folded
