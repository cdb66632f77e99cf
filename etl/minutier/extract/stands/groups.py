"""Groups and camps that only their words name: *les élus communistes du Havre*, *the socialists*."""

from __future__ import annotations

from minutier.extract.people import Entity, Mention
from minutier.extract.quotation import Quotation
from minutier.extract.stands.bodies import COMPLETION
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.units import BODY_KINDS, Unit
from minutier.extract.syntax import NounPhrase, Sentence


def group_told(reading: Reading, phrase: NounPhrase, unit: Unit, verb: int) -> Entity | None:
    """A group that a reader can tell from others, by its words: *les élus communistes du Havre*, not
    *les élus*."""
    sentence = unit.sentence
    head = sentence.tokens[phrase.head]
    others = {t.tag for t in sentence.tokens[phrase.first : phrase.last + 1] if t is not head}
    if head.tag == "O" and isinstance(head.item, Mention) and others <= set("Da") and not phrase.is_indefinite:
        return head.item.entity  # *the local Lib Dems*
    if not phrase.is_group or phrase.is_possessive:
        return None
    if phrase.is_definite and head.word in reading.words.own_members and (body := _body_of_members(phrase, sentence)):
        return body
    completed = COMPLETION.match(sentence.tags, phrase.last + 1)
    last = completed.end() - 1 if completed else phrase.last
    stop = sentence.index(verb)
    last = stop - 1 if phrase.last < stop <= last else last
    preposition = sentence.tags.find("p", phrase.head, last + 1)
    capitals = sentence.tags[preposition - 1 : preposition + 2]
    is_within = capitals in ("LpO", "xpO") and preposition + 1 <= phrase.last  # the group Scotland in Union
    last = preposition + 1 if is_within else preposition - 1 if preposition > phrase.head else last
    while last > phrase.head and (
        not sentence.tokens[last].word[-1:].isalnum() or sentence.tokens[last].word in reading.words.all_of
    ):
        last -= 1  # *the teachers all …*; *le quotidien « …*
    said = [t for t in sentence.tokens[phrase.first : last + 1] if t.tag in "arxgNOKLT#"]
    if len(said) < 2 and not (said and said[0].word in reading.words.camps):
        return None
    named = sentence.tokens[last].item
    is_named = head.word in reading.words.own_parties and last <= phrase.head + 2
    if is_named and isinstance(named, Mention) and named.entity.kind == "party":
        return named.entity  # *le parti Les Républicains*
    words = sentence.words.definite | sentence.words.contracted
    first = phrase.first + (sentence.tokens[phrase.first].word in words)
    if first > phrase.first and phrase.first and sentence.tokens[phrase.first - 1].word in reading.words.all_of:
        first = phrase.first - 1
    first = _name_of_group(reading, sentence, first, last)
    printed = reading.context.text[sentence.tokens[first].start : sentence.tokens[last].end]
    return reading.context.people.entity(" ".join(printed.split()), "group")


def body_before_noun(phrase: NounPhrase, sentence: Sentence) -> Entity | None:
    """*The moderate CFDT union*: the body whose name stands between its article and a noun for what it is."""
    tags, place = sentence.tags, phrase.head - 1
    item = sentence.tokens[place].item if phrase.kind == "description" and place > phrase.first else None
    if not isinstance(item, Mention) or set(tags[phrase.first : place]) - set("Darx") or phrase.last > phrase.head:
        return None
    noun, kind = sentence.tokens[phrase.head].word, item.entity.kind
    is_body = kind in BODY_KINDS and noun in sentence.words.markers[f"{kind}_nouns"]
    return item.entity if is_body and not phrase.is_indefinite else None


def body_meant(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*Rien au Medef : l'organisation patronale n'a …*, *la CFDT est pressée : sa direction appelle à …*: the one body
    named just before, which a description or an organ of its own stands for."""
    sentence = unit.sentence
    behind = sentence.tags[phrase.head + 1 : phrase.last + 1]
    is_organ = phrase.is_possessive and not behind and sentence.tokens[phrase.head].word in reading.words.organs
    before = set(sentence.tags[phrase.first : phrase.head])  # *the nurses' union* is another one
    if phrase.is_plural or before - set("Da") or set(behind) - set("ax") or unit.is_quoted:
        return None
    if not is_organ and sentence.tags[phrase.head] != "g":
        return None
    noun, markers = sentence.tokens[phrase.head].word, sentence.words.markers
    kinds = [k for k in BODY_KINDS if is_organ or noun in markers[f"{k}_nouns"]]
    if not is_organ and (phrase.is_possessive or not phrase.is_definite):
        return None
    if any(isinstance(t.item, Mention) for t in sentence.tokens[phrase.first : phrase.last + 1]):
        return None
    bounds = reading.bounds_before(phrase.start)
    begin = next((start for start, end in bounds if start <= phrase.start < end), unit.start)
    for low in (begin, *(start for start, end in bounds[-2:] if end <= begin)):
        named = {m.entity for m in reading.context.people.between(low, phrase.start) if m.entity.kind in kinds}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _body_of_members(phrase: NounPhrase, sentence: Sentence) -> Entity | None:
    """*The nurses of NNU*: the body whose name follows the noun for its members."""
    place = phrase.head + 1
    if sentence.tags[place : place + 1] != "f":
        return None
    place += 1 + (sentence.tags[place + 1 : place + 2] == "D")
    item = sentence.tokens[place].item if place < len(sentence.tokens) else None
    is_body = isinstance(item, Mention) and item.entity.kind in ("organization", "party", "unknown")
    return item.entity if is_body and isinstance(item, Mention) else None


def _name_of_group(reading: Reading, sentence: Sentence, first: int, last: int) -> int:
    """Where a name begins that stands beside the noun for a group: *the lobby group Family First*."""
    start = last + 1
    while start > first and (
        reading.context.text[sentence.tokens[start - 1].start].isupper()
        or (sentence.tags[start - 1] == "-" and start <= last)
        or (
            sentence.tags[start - 1] == "p"
            and first < start - 1 < last
            and reading.context.text[sentence.tokens[start - 2].start].isupper()
        )
    ):
        start -= 1
    return start if first < start <= last and sentence.tags[start - 1] == "g" else first


def party_of(phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*les candidats du RN*: the party, when all its candidates are meant."""
    if not (phrase.is_plural or phrase.is_group):
        return None
    for token in unit.sentence.tokens[phrase.first : phrase.last + 1]:
        mention = unit.sentence.tokens[phrase.first].item if token is None else token.item
        if mention is not None and not isinstance(mention, Quotation) and mention.entity.kind == "party":
            return mention.entity
    return None


def camp(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*Voter pour les socialistes*: those of a camp, by their words."""
    tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
    if tokens[-1].word not in reading.words.camps or len(tokens) != 2 or phrase.is_possessive:
        return None
    return reading.context.people.entity(" ".join(reading.context.text[phrase.start : phrase.end].split()), "group")


def is_camp(reading: Reading, phrase: NounPhrase, unit: Unit) -> bool:
    """*« Les socialistes voteront X »*: whether words of one of them mean those of his camp."""
    tokens = unit.sentence.tokens[phrase.first : phrase.last + 1]
    return phrase.kind == "description" and len(tokens) == 2 and tokens[-1].word in reading.words.camps


def body_of_many(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*The Workers' Party*, *the Police Officers' Association*: a body called after a plural, all in capitals."""
    tokens, text = unit.sentence.tokens, reading.context.text
    mark = phrase.head - 1
    if mark < 1 or unit.between(tokens[mark].start, tokens[mark].end) != "'":
        return None
    if phrase.entity is not None and phrase.entity.is_person:
        return None  # *the Greens' Anna Reed*
    if not text[tokens[phrase.head].start].isupper() or text[tokens[mark].start - 1] != "s":
        return None
    first = mark
    while first > 0 and unit.sentence.tags[first - 1] != "D" and text[tokens[first - 1].start].isupper():
        first -= 1
    if first == mark:
        return None
    printed = text[tokens[first].start : tokens[phrase.head].end]
    return reading.context.people.entity(" ".join(printed.split()), "group")


def body_in_capitals(reading: Reading, phrase: NounPhrase, unit: Unit) -> Entity | None:
    """*The First Union*, *the National Union of Mineworkers*: a body of which only the end is known."""
    sentence = unit.sentence
    if sentence.tags[phrase.last] != "O" or phrase.is_possessive or phrase.kind != "description":
        return None
    before = sentence.tokens[phrase.first : phrase.last]
    opening = next((i for i, t in enumerate(before) if t.tag in "axLrg"), len(before))
    if not before[opening:] or not all(reading.context.text[t.start].isupper() for t in before[opening:]):
        return None
    printed = reading.context.text[before[opening].start : sentence.tokens[phrase.last].end]
    return reading.context.people.entity(" ".join(printed.split()), "group")
