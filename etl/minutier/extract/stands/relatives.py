"""What a relative stands for: *X, que soutient Y*."""

from __future__ import annotations

import re
from dataclasses import replace

from minutier.extract.stands.reading import Reading
from minutier.extract.stands.units import Unit
from minutier.extract.syntax import NounPhrase, Sentence

SOURCES = ("pollster", "outlet")
"""Who tells the figures of a sentence that opens with a name."""


def object_relative(reading: Reading, unit: Unit, start: int) -> tuple[NounPhrase, list[NounPhrase]] | None:
    """*X, que soutient Y*; *X, pour qui Y appelle à voter*; *c'est pour X que Y votera*: X, and Y
    when it comes first."""
    sentence = unit.sentence
    stop = sentence.index(start)
    for index in range(stop - 1, max(-1, stop - 14), -1):
        tag, word = sentence.tags[index], sentence.tokens[index].word
        if tag in "VvA;:." or (word in reading.words.subject_relatives and sentence.tags[index - 1 : index] != "p"):
            return None
        if is_counting_off(sentence, index) and sentence.is_verb(index + 1):
            return None  # *X and Y, both of whom back Z*
        if word in reading.words.object_relatives or (
            word in reading.words.subject_relatives and index and sentence.tags[index - 1] == "p"
        ):
            antecedent = antecedent_of(reading, sentence, index)
            subjects = [
                p
                for p in sentence.phrases
                if (index < p.first < stop and not p.governed and p.role is not None)
                or (index < p.first < stop and not p.governed)
            ]
            if antecedent is None or antecedent.kind == "impersonal":
                return None
            if not subjects and word in sentence.words.markers["relative_genitive"]:
                return None  # *l'UDI, dont le conseil national soutient X*
            end = index - 1 - (sentence.tags[index - 1] == ",")
            beside = next((p for p in sentence.phrases if p.last == end and p.kind == "name"), None)
            if beside is not None and [p.kind for p in subjects] == ["pronoun"]:
                antecedent = replace(beside, governed=False)  # *Z, proche de X, qu'il avait soutenu*
            return antecedent, subjects
    return None


def is_counting_off(sentence: Sentence, index: int) -> bool:
    """Whether a relative at a token counts those named before a comma: *, both of whom*."""
    comma = sentence.tags.rfind(",", 0, index)
    return sentence.tags[index - 1 : index + 1] == "fw" and comma > 0 and index - comma <= _COUNTING_OFF


_COUNTING_OFF = 4
"""Tokens from a comma to such a relative."""


def antecedent_of(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """What a relative at a token stands for: the phrase before it, the name rather than what it is
    said to be."""
    before = [p for p in sentence.phrases if p.last < index]
    if not before or (index and sentence.tokens[index - 1].word in reading.words.heedless):
        return None
    nearest = before[-1]
    if sentence.tags[index - 1] == "," and nearest.last != index - 2:
        names = [p for p in before if p.kind == "name" and not p.governed and not p.embedded]
        opening = sentence.tags.rfind(",", 0, index - 1)
        apposed = next((p for p in before if p.last == opening - 1 and p.kind == "name"), None) if opening > 0 else None
        is_person = apposed is not None and apposed.entity is not None and apposed.entity.is_person
        if apposed is not None and is_person and _APPOSED.fullmatch(sentence.tags, opening + 1, index - 1):
            return replace(apposed, governed=False)  # *thanks to X, a loser in June's primary, who …*
        if not names and nearest.kind == "name" and _APPOSITION.fullmatch(sentence.tags, nearest.last + 1, index):
            return nearest  # *Voici X, candidate officielle, que …*
        return names[-1] if names else None
    owned = before[-2] if len(before) > 1 and sentence.tags[before[-2].last + 1 : nearest.first] == "f" else None
    if owned is not None and owned.kind == nearest.kind == "name" and owned.entity and owned.entity.is_person:
        return owned  # *X of Cascade Township, who backs Y*
    is_body = nearest.entity is not None and not nearest.entity.is_person
    is_of = sentence.tokens[nearest.first].word in reading.words.contracted_of  # *au PS, qui …*: the party
    is_of = is_of or sentence.tokens[nearest.first].word not in sentence.words.contracted
    if is_body and is_of and nearest.governed and is_owner(sentence, nearest):
        owned = before[-2] if len(before) > 1 and before[-2].last >= nearest.first - 2 else None
        if owned is not None and owned.kind == "name" and owned.entity is not None and owned.entity.is_person:
            return owned  # *Untel du PS, qui…*
        return None  # *le numéro deux du PS, qui…*
    if served := _serving(sentence, before, index):
        return served
    named = before[-2] if len(before) > 1 else None
    if named is not None and named.kind == "name" and _SERVED.fullmatch(sentence.tags, named.last + 1, nearest.first):
        return named if sentence.tags[nearest.last + 1 : index] == "," else nearest  # *X, ancien ministre de Y, qui …*
    if _qualifies(sentence, nearest, index):
        names = [p for p in before[:-1] if p.kind == "name" and not p.governed]
        return names[-1] if names else None  # *X, the old Clinton hand who…*
    if index - nearest.last > 6 or set(sentence.tags[nearest.last + 1 : index]) - set(",()#xpfat-"):
        return None
    if (
        nearest.kind == "description"
        and len(before) > 1
        and sentence.tags[before[-2].last + 1 : nearest.first].rstrip("Dh#") in (",", ",x", ",t")
    ):
        named, entity = before[-2], before[-2].entity
        is_source = named.governed and entity is not None and entity.kind in SOURCES  # *Selon BVA, le maire, que …*
        return named if named.kind == "name" and not is_source else nearest
    return nearest


_SERVED = re.compile(r",[xarg-]{1,5}f")
"""Classes of the words between two names, of which the second is whom the first has served: *X, ex-ministre de Y*."""
_APPOSED = re.compile(r"D[^,;:VvAw]{1,12}")
_APPOSITION = re.compile(r",D?h?[raxg]{1,4},")
"""Classes of the words between commas that tell who somebody is."""


def _serving(sentence: Sentence, before: list[NounPhrase], index: int) -> NounPhrase | None:
    """*X, a minister under Y who …*, *un ministre de Y qui …*: who is told by whom he served."""
    if len(before) < 2 or not before[-1].governed or before[-1].last != index - 1:
        return None
    told, served = before[-2:]
    is_person = served.kind == "name" and served.entity is not None and served.entity.is_person
    is_told = told.kind == "description" and told.is_indefinite and sentence.tags[told.head] == "r"
    if not (is_person and is_told and sentence.tags[told.last + 1 : served.first] in ("p", "f")):
        return None
    named = before[-3] if len(before) > 2 and sentence.tags[before[-3].last + 1 : told.first] == "," else told
    return named if named.kind == "name" else told


def _qualifies(sentence: Sentence, name: NounPhrase, index: int) -> bool:
    """Whether a name behind an article only says of what kind the noun behind it is, right before a token."""
    if name.kind != "name" or name.entity is None or name.entity.kind not in ("person", "unknown"):
        return False
    before = sentence.tags[max(0, name.head - 3) : name.head]
    return "D" in before and not set(before) - set(",Dxga") and sentence.tags[name.last + 1 : index] == "x"


def is_owner(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a phrase completes a noun: *du PS*, *of the party*."""
    contracted = sentence.tokens[phrase.first].word in sentence.words.contracted
    return contracted or sentence.tags[phrase.first - 1 : phrase.first] == "f"
