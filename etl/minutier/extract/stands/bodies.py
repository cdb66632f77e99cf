"""Bodies that only their capitals tell, or their number: *the Fraternal Order of Police*, *dozens of mayors*."""

from __future__ import annotations

import re
from dataclasses import replace

from minutier.extract.folding import fold
from minutier.extract.people import Entity, Gender, Mention
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.units import Unit
from minutier.extract.syntax import NounPhrase, Sentence

COMPLETION = re.compile(r"[garxTO]{0,2}L?(?:fD?a?[LONxrg][LOxa]?){0,2}")
"""Classes of the words that complete a noun: *communistes du Havre*, *de droite de la circonscription*."""

OF_A_PLACE = re.compile(r"fD?L")
"""Classes of the words that tell of which place those of a party are: *les Verts du Jura*."""


def native_of_place(reading: Reading, unit: Unit, index: int) -> NounPhrase | None:
    """*La Lilloise*, *le Béarnais*: somebody spoken of, as *elle* and *il* are."""
    token = unit.sentence.tokens[index]
    if not reading.context.text[token.start].isupper() or unit.sentence.tags[index - 1 : index] != "D":
        return None
    article = unit.sentence.tokens[index - 1]
    match = reading.words.natives.fullmatch(unit.between(article.start, token.end))
    if match is None:
        return None
    marks = {name[0] for name, found in match.groupdict().items() if found}
    gender: Gender = "f" if "f" in marks else "m"
    return NounPhrase(article.start, token.end, "pronoun", index - 1, index, index, gender=gender)


def named_group(reading: Reading, unit: Unit, index: int) -> NounPhrase | None:
    """A body whose name nothing else tells: *la Ligue bretonne de défense rurale*, *the Fraternal
    Order of Police*."""
    sentence, text = unit.sentence, reading.context.text
    if sentence.tags[index] in ",;:.()-cA":
        return None
    low = index
    while low > 0 and sentence.tags[low - 1] in "DxafrgOLp" and index - low < 10:
        low -= 1
    first = low
    while first < index and not (sentence.tags[first] == "D" and text[sentence.tokens[first + 1].start].isupper()):
        first += 1
    if first >= index:
        return _bare_group(reading, unit, low, index)
    while index > first + 1 and not _is_named(reading, sentence, index):
        is_noun = sentence.tags[index] == "x" and sentence.tokens[index].word not in reading.words.all_of
        if is_noun and not sentence.words.adjective_endings:
            return None  # *the TV naturalist*: what stands last is the noun
        index -= 1
    if first >= index or sentence.tags[first - 1 : first] not in ("", ",", ":", "c", "b", ".", "k", ";", "p", "L"):
        return None
    head = sentence.tokens[first + 1]
    if head.tag in "NOKL" or fold(text[head.start : head.end]) in reading.words.not_endorsers:
        return None
    name = " ".join(text[head.start : sentence.tokens[index].end].split())
    entity = reading.context.people.entity(name, "group")
    return NounPhrase(head.start, sentence.tokens[index].end, "name", first, index, first + 1, entity=entity)


def _bare_group(reading: Reading, unit: Unit, first: int, last: int) -> NounPhrase | None:
    """A body named without an article: *Nurses for Reform*, *Place citoyenne*, *Black pastors in Ohio*."""
    sentence, text = unit.sentence, reading.context.text
    if sentence.tags[first] not in "xgaLO" or sentence.tags[first - 1 : first] not in ("", ",", ":", "k", ";", "b"):
        return None
    tokens = sentence.tokens[first : last + 1]
    capitals = [t for t in tokens if text[t.start].isupper()]
    opens = first == 0 or sentence.tags[first - 1] == ":"
    is_plural = not sentence.words.adjective_endings and any(t.word.endswith("s") for t in tokens[:3])
    if not text[tokens[0].start].isupper() or (opens and len(capitals) < 2 and not (is_plural and len(tokens) > 1)):
        return None
    if reading.words.years_ago.match(unit.flat, tokens[0].start - unit.start):
        return None  # *Four years ago The Herald backed X*
    excluded = any(fold(t.word) in reading.words.not_endorsers or t.word.endswith("ing") for t in tokens)
    if excluded or len(tokens) < 2 or tokens[-1].tag in "Dpfct":
        return None
    name = " ".join(text[tokens[0].start : tokens[-1].end].split())
    entity = reading.context.people.entity(name, "group")
    return NounPhrase(tokens[0].start, tokens[-1].end, "name", first, last, first, entity=entity, is_group=True)


def named_at(sentence: Sentence, place: int, entity: Entity) -> NounPhrase:
    """What one token names, by itself: a person or a body inside a longer phrase."""
    token = sentence.tokens[place]
    is_group = not entity.is_person
    return NounPhrase(
        token.start, token.end, "name", place, place, place, entity=entity, gender=entity.gender, is_group=is_group
    )


def first_word_group(
    reading: Reading, unit: Unit, index: int, following: NounPhrase | None = None
) -> NounPhrase | None:
    """*Unite and the GMB back X*, *Siptu, whose executive backs X*: a body of one word at the head of a sentence, which
    nothing else tells; beside it stands a body that is known."""
    sentence, text = unit.sentence, reading.context.text
    if index != 0 or sentence.tags[:1] != "x":
        return None
    if following is not None and (following.entity is None or following.entity.kind not in ("organization", "group")):
        return None
    token = sentence.tokens[0]
    name = text[token.start : token.end]
    if not name[:1].isupper() or name.endswith("s") or fold(name) in reading.words.not_endorsers:
        return None
    entity = reading.context.people.entity(name, "group")
    return NounPhrase(token.start, token.end, "name", 0, 0, 0, entity=entity, is_group=True)


def apposed_body(reading: Reading, unit: Unit, index: int) -> NounPhrase | None:
    """*Compass, the pressure group, backs X*, *Best for Britain, a campaign, …*: what stands at the head of a sentence,
    up to a token, words for a body beside it."""
    sentence, text = unit.sentence, reading.context.text
    if index >= _LONGEST_NAME or sentence.tags[index + 1 : index + 3] != ",D":
        return None
    beside = next((p for p in sentence.phrases if p.first == index + 2), None)
    if beside is None or sentence.tags[beside.head] != "g" or beside.is_plural or beside.kind != "description":
        return None
    if sentence.tags[beside.last + 1 : beside.last + 2] != ",":
        return None
    words = sentence.tokens[: index + 1]
    is_named = text[words[0].start].isupper() and text[words[-1].start].isupper()
    if not is_named or not all(text[w.start].isupper() or w.tag in "pfct" for w in words):
        return None
    if any(w.tag in "NOKhi" for w in words[1:]) or words[0].tag not in "xgaN":
        return None
    entity = reading.context.people.entity(" ".join(text[words[0].start : words[-1].end].split()), "group")
    return NounPhrase(words[0].start, words[-1].end, "name", 0, index, 0, entity=entity, is_group=True)


_LONGEST_NAME = 5
"""Words that the name of a body may have, if only what stands beside it tells that it is one."""


def opening_group(reading: Reading, unit: Unit, start: int) -> list[NounPhrase]:
    """A body that nothing else tells, subject of the first verb of a sentence: *la Fédération X se réunit et
    appelle à …*."""
    stop = unit.sentence.index(start)
    first = next((i for i, tag in enumerate(unit.sentence.tags[:stop]) if tag in "VvAz"), 0)
    group = named_group(reading, unit, first - 1) if first > 0 else None
    return [group] if group else []


def nearly(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """A name followed by a few words that complete it: *les Vert'libéraux vaudois*, *Untel, lui*."""
    before = [p for p in sentence.phrases if p.last < index]
    if before and before[-1].last == index - 1 and sentence.tokens[index].word in reading.words.of_place:
        return _of_place(reading, before[-1], sentence, index)
    if before and _is_adjective(sentence, before[-1], index):
        return None  # *Tactical voting sites*
    is_paper = bool(before) and before[-1].entity is not None and before[-1].entity.kind == "outlet"
    between = sentence.tokens[before[-1].last + 1 : index + 1] if is_paper else []
    if any(fold(token.word) in reading.words.not_endorsers for token in between):
        return None  # *the Australian people*
    completed = COMPLETION.match(sentence.tags, before[-1].last + 1) if before else None
    if completed is not None and before[-1].is_group and completed.end() == index + 1:
        return with_complement(reading, before[-1], sentence, index)
    if (
        before
        and index - before[-1].last <= 4
        and not set(sentence.tags[before[-1].last + 1 : index + 1])
        - set("xatg#-" if before[-1].kind == "description" else "xat#-")
    ):
        return _named_on(reading, sentence, before[-1], index) or before[-1]
    return None


def _is_adjective(sentence: Sentence, phrase: NounPhrase, index: int) -> bool:
    """Whether what looks like a name at the head of a sentence tells the kind of the plural that ends at a token."""
    is_unknown = phrase.first == phrase.last == 0 and phrase.entity is not None and phrase.entity.kind == "unknown"
    is_plural = not sentence.words.adjective_endings and sentence.tokens[index].word.endswith("s")
    return is_unknown and is_plural and sentence.tags[index] in "xg"


def _of_place(reading: Reading, phrase: NounPhrase, sentence: Sentence, index: int) -> NounPhrase:
    """*Les Verts locaux*: those of a party in a place, by their words."""
    if phrase.entity is None or phrase.entity.is_person:
        return phrase
    start, end = sentence.tokens[phrase.head].start, sentence.tokens[index].end
    entity = reading.context.people.entity(" ".join(reading.context.text[start:end].split()), "group")
    return replace(phrase, kind="name", end=end, last=index, entity=entity, is_group=True)


def _named_on(reading: Reading, sentence: Sentence, phrase: NounPhrase, index: int) -> NounPhrase | None:
    """*The Labour First faction*: a body whose name begins with that of a party, and goes on in capitals."""
    head, last = sentence.tokens[phrase.head], phrase.last
    while last < index and reading.context.text[sentence.tokens[last + 1].start].isupper():
        last += 1
    if phrase.kind != "description" or not isinstance(head.item, Mention) or last == phrase.last:
        return None
    printed = reading.context.text[head.start : sentence.tokens[last].end]
    entity = reading.context.people.entity(" ".join(printed.split()), "group")
    return replace(phrase, kind="name", end=sentence.tokens[last].end, last=last, entity=entity, is_group=True)


def whole(reading: Reading, phrase: NounPhrase, sentence: Sentence) -> NounPhrase:
    """*Unison Scotland*: a body with what completes its name."""
    if phrase.kind != "name" or sentence.tags[phrase.head] != "O":
        return phrase
    completed = COMPLETION.match(sentence.tags, phrase.last + 1)
    is_longer = completed is not None and completed.end() > phrase.last + 1
    return with_complement(reading, phrase, sentence, completed.end() - 1) if completed and is_longer else phrase


def with_complement(reading: Reading, phrase: NounPhrase, sentence: Sentence, last: int) -> NounPhrase:
    """*l'Union syndicale suisse*: a body whose name goes on after what is known of it."""
    entity, text = phrase.entity, reading.context.text
    if entity is not None and entity.kind == "party" and OF_A_PLACE.fullmatch(sentence.tags, phrase.last + 1, last + 1):
        return _of_place(reading, phrase, sentence, last) if sentence.words.adjective_endings else phrase
    if entity is None or entity.kind not in ("organization", "unknown"):
        return phrase
    while last > phrase.last and not _is_named(reading, sentence, last):
        last -= 1
    if last == phrase.last or entity.name.isupper() or "N" in sentence.tags[phrase.last + 1 : last + 1]:
        return phrase
    name = " ".join(text[sentence.tokens[phrase.head].start : sentence.tokens[last].end].split())
    group = reading.context.people.entity(name, "group")
    return replace(phrase, entity=group, last=last, end=sentence.tokens[last].end)


def counted_group(reading: Reading, unit: Unit, end: int) -> NounPhrase | None:
    """*Plus de deux cents maires ruraux*, *dozens of former ministers*: people told by their number, as
    printed."""
    match = reading.words.quantity.search(unit.flat, max(0, end - unit.start - 70), end - unit.start)
    if match is None or reading.words.not_endorsers.intersection(re.findall(r"[\w-]+", fold(match["group"]))):
        return None
    if match["group"].split()[-1] in reading.words.partitive:
        return None  # “two thirds of them”
    start = unit.start + match.start("group")
    name = " ".join(reading.context.text[start:end].split())
    first, last = unit.sentence.index(start), unit.sentence.index(end) - 1
    if unit.sentence.tags[last] in "Dfp":
        return None  # *two generations of the* family, which is read by itself
    entity = reading.context.people.entity(name, "group")
    return NounPhrase(start, end, "name", first, last, first, entity=entity, is_plural=True, is_group=True)


def body_after(reading: Reading, unit: Unit, start: int, position: int) -> NounPhrase | None:
    """A body named in an enumeration that nothing else tells: *…, and the Teamsters*."""
    sentence, text = unit.sentence, reading.context.text
    head = sentence.index(position)
    first = head if sentence.tags[head : head + 1] == "D" else head - 1
    head = first + 1
    if not 0 <= first < len(sentence.tags) or sentence.tags[first] != "D" or sentence.tokens[first].start < start:
        return None
    if head >= len(sentence.tags) or not text[sentence.tokens[head].start].isupper() or sentence.tags[head] in "NOK":
        return None
    last = head
    while last + 1 < len(sentence.tags) and last - head < 7 and sentence.tags[last + 1] in "xaLgrfDpOT'":
        last += 1
    while last > head and (sentence.tags[last] in "fDp'" or not _is_named(reading, sentence, last)):
        last -= 1
    if fold(text[sentence.tokens[head].start : sentence.tokens[head].end]) in reading.words.not_endorsers:
        return None
    name = " ".join(text[sentence.tokens[head].start : sentence.tokens[last].end].split())
    entity = reading.context.people.entity(name, "group")
    return NounPhrase(
        sentence.tokens[head].start,
        sentence.tokens[last].end,
        "name",
        first,
        last,
        head,
        entity=entity,
        is_group=True,
    )


def is_spelled_like_a_name(reading: Reading, phrase: NounPhrase, sentence: Sentence) -> bool:
    """*The Union Leader*: a noun for a person, in capitals."""
    head = reading.context.text[sentence.tokens[phrase.head].start]
    return phrase.kind == "description" and phrase.entity is None and head.isupper()


def _is_named(reading: Reading, sentence: Sentence, index: int) -> bool:
    """Whether a word belongs to the name of a body: a capital, or in French an adjective or complement."""
    return bool(sentence.words.adjective_endings) or reading.context.text[sentence.tokens[index].start].isupper()
