"""Whom a noun belongs to: *X's backers*, *the Perth branch of the union*, *la direction du PS*."""

from __future__ import annotations

from dataclasses import replace

from minutier.extract.people import Mention
from minutier.extract.stands.reading import Reading
from minutier.extract.stands.relatives import is_owner
from minutier.extract.stands.units import ENDORSEES, Cue, Side, Unit
from minutier.extract.syntax import NounPhrase, Sentence

BRANCH = 4
"""Words that may tell what branch of a body is meant."""
OF_BRANCH = "LxagN"
"""Classes of such words: *Dublin*, *health*, *young*, *Scottish*."""


def owner_before(reading: Reading, cue: Cue, kinds: tuple[str, ...] = ENDORSEES) -> Side | None:
    """Whom a noun belongs to whose owner stands before it: *a Tom Price supporter*, *Price's backers*,
    *a Yes campaigner*."""
    unit = cue.unit
    match = reading.words.owners.search(unit.flat, max(0, cue.head - unit.start - 40), cue.head - unit.start)
    end = unit.start + match.start() if match else cue.head
    while end > unit.start and reading.context.text[end - 1].isspace():
        end -= 1
    if answer := answer_before(reading, cue, end):
        return answer
    mention = next((m for m in reading.context.people.between(max(unit.start, end - 60), end) if m.end == end), None)
    if mention is None or mention.entity.kind not in kinds:
        return None
    return Side(mention.entity.name, mention.entity, mention.start, mention.end)


def answer_before(reading: Reading, cue: Cue, offset: int) -> Side | None:
    """An answer that is the subject of a passive: *le oui, soutenu par le PS*."""
    if not reading.context.is_referendum:
        return None
    before = None
    for match in reading.words.answers.finditer(reading.context.text, max(cue.unit.start, offset - 60), offset):
        before = match
    if before is None or reading.context.text[before.end() : offset].strip(' ,»”"’'):
        return None
    return Side(reading.words.answer_names[before[0]], None, before.start(), before.end())


def owner_of_campaign(reading: Reading, unit: Unit) -> NounPhrase | None:
    """*Argued for Anna Reed's re-election*: she, at the head of a part."""
    tokens, tags = unit.sentence.tokens, unit.sentence.tags
    noun = next((i for i, token in enumerate(tokens[:5]) if token.word in reading.words.campaigns), None)
    owner = tags[:2].count("D")
    if noun is None or tags[owner + 1 : owner + 2] != "'" or noun < owner + 2:
        return None
    return possessor(unit.sentence, owner)  # *X's mayoral bid*


def owner_closed(cue: Cue, unit: Unit) -> NounPhrase | None:
    """*Jumped on Anna Reed's bandwagon*: she, when the construction closes on what she owns."""
    closing, tags = cue.construction.closing, unit.sentence.tags
    owner = tags[:2].count("D")
    if closing is None or tags[owner + 1 : owner + 2] != "'":
        return None
    end = unit.sentence.tokens[owner].end - cue.unit.start
    return possessor(unit.sentence, owner) if closing.match(cue.unit.flat, end) else None


def owner_of_organ(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*The Bugle's editorial board*, *le bureau politique du PS*: the body that an organ speaks for."""
    tags = sentence.tags
    mark = tags.rfind("'", max(0, index - 3), index)
    if mark > 0 and sentence.tokens[index].word in reading.words.organs | reading.words.own_people:
        if "L" in tags[mark + 1 : index] and (branch := _branch_owned(reading, sentence, index)):
            return branch  # *the SEIU's California council*
        owner = next((p for p in sentence.phrases if p.last == mark - 1), None) or possessor(sentence, mark - 1)
        return owner if owner and owner.entity and owner.entity.kind != "person" else None
    last = next((p for p in sentence.phrases if p.last == index and p.kind == "name"), None)
    if last is None or last.entity is None or last.entity.is_person or not is_owner(sentence, last):
        return None
    nouns = {t.word for t in sentence.tokens[max(0, last.first - 4) : last.first]}
    return last if nouns & reading.words.organs else None


def branch_of_body(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*The Perth branch of the Scottish Greens*, *Unite's health division*, *the union's Perth branch*, at whose end a
    token stands: a body of its own, as printed."""
    if sentence.tokens[index].word in reading.words.branches:
        return _branch_owned(reading, sentence, index)
    owned = _owned_noun(sentence, index)
    if owned is None or not is_owner(sentence, owned[0]):
        return None
    noun = owned[1]
    if noun < 0 or sentence.tokens[noun].word not in reading.words.branches:
        return None
    first = noun
    while first > 0 and sentence.tags[first - 1] in "Lxag" and noun - first < 4:
        first -= 1
    return _as_printed(reading, sentence, first, index, noun)


def _owned_noun(sentence: Sentence, index: int) -> tuple[NounPhrase, int] | None:
    """The body whose name ends at a token, and the noun before it that it owns: *the Perth branch of Unite*."""
    last = next((p for p in sentence.phrases if p.last == index and p.kind == "name"), None)
    if last is None or last.entity is None or last.entity.is_person:
        return None
    return last, last.first - (sentence.tags[last.first - 1] == "f") - 1


def workers_of_body(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*The train drivers of Aslef*, at whose end a token stands: the body."""
    last, noun = _owned_noun(sentence, index) or (None, 0)
    if last is None or last.entity is None or last.entity.kind != "organization":
        return None
    if noun < 1 or sentence.tags[noun + 1] != "f" or sentence.tokens[noun].word not in reading.words.own_members:
        return None
    first = noun
    while first > 0 and sentence.tags[first - 1] in "xag" and noun - first < BRANCH:
        first -= 1
    if sentence.tags[first - 1 : first] != "D":
        return None
    return replace(last, first=first - 1, start=sentence.tokens[first - 1].start, governed=False)


def branch_at(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*Unite's health division*, at whose beginning a token stands, its article included."""
    index += sentence.tags[index : index + 1] == "D"
    mark = index + 1
    if sentence.tags[mark : mark + 1] != "'":
        return None
    for noun in range(mark + 1, min(mark + 2 + BRANCH, len(sentence.tokens))):
        if sentence.tokens[noun].word in reading.words.branches:
            return _branch_owned(reading, sentence, noun)
        if sentence.tags[noun] not in OF_BRANCH:
            return None
    return None


def _branch_owned(reading: Reading, sentence: Sentence, noun: int) -> NounPhrase | None:
    """A branch, by the token of its noun, behind the body whose it is."""
    first, tags = noun, sentence.tags
    while first > 0 and tags[first - 1] in OF_BRANCH and noun - first < BRANCH:
        first -= 1
    is_possessed = tags[first - 1 : first] == "'"
    owner = first - 1 - is_possessed
    if owner < 0 or (first == noun and not is_possessed):
        return None
    item = sentence.tokens[owner].item
    is_body = isinstance(item, Mention) and item.entity.kind in ("party", "organization", "group")
    is_told = is_possessed and sentence.tokens[owner].word in reading.words.own_bodies
    word = reading.context.text[sentence.tokens[owner].start : sentence.tokens[owner].end]
    is_of_many = is_possessed and word[:1].isupper() and word.endswith("s") and tags[owner - 1 : owner] == "D"
    is_told = is_told or (is_of_many and tags[owner] == "x")  # *the Boilermakers' Canadian section*
    return _as_printed(reading, sentence, owner, noun, noun) if is_body or is_told else None


def _as_printed(reading: Reading, sentence: Sentence, first: int, last: int, head: int) -> NounPhrase:
    """A body by the words of some tokens."""
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    entity = reading.context.people.entity(" ".join(reading.context.text[start:end].split()), "group")
    return NounPhrase(start, end, "name", first, last, head, entity=entity, is_group=True)


def campaigner(reading: Reading, sentence: Sentence, index: int) -> NounPhrase | None:
    """*Anna Reed's campaign*, *her bid in Leeds*, *la candidature d'Anne Roux*: she, of what ends at a token."""
    tokens, tags = sentence.tokens, sentence.tags
    phrase = next((p for p in sentence.phrases if p.last == index and p.kind in ("name", "description")), None)
    head = phrase.head if phrase is not None and phrase.kind == "description" else index
    if head > 1 and tags[head - 1] == "'" and tokens[head].word in reading.words.campaigns:
        return possessor(sentence, head - 2)
    if phrase is None or phrase.kind != "name" or tags[index - 2 : index] != "xf":
        return None
    return replace(phrase, governed=False) if tokens[index - 2].word in reading.words.campaigns else None


def possessor(sentence: Sentence, index: int) -> NounPhrase | None:
    """The name before a possessive mark, which is no phrase of its own."""
    token = sentence.tokens[index]
    entity = token.item.entity if isinstance(token.item, Mention) else None
    return NounPhrase(token.start, token.end, "name", index, index, index, entity=entity) if entity else None
