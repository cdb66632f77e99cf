"""Whom the phrase that names a speaker leads to."""

from __future__ import annotations

import re

from minutier.extract.people import Entity
from minutier.extract.references import anticipated
from minutier.extract.speech.quoted import Attribution, Quoted, in_headline, same_speaker, sentence_word
from minutier.extract.syntax import NounPhrase, Sentence


def past_manner(sentence: Sentence, subject: NounPhrase | None) -> NounPhrase | None:
    """The subject that comes after a manner of speaking between commas: *lâche, la voix cassée, un militant*."""
    if subject is None or subject.kind != "description" or sentence.tags[subject.first - 1 : subject.first] != ",":
        return subject
    further = next((p for p in sentence.phrases if p.first > subject.last and not p.governed), None)
    if further is None or not re.fullmatch(r"[xT]{0,2},", sentence.tags[subject.last + 1 : further.first]):
        return subject
    return further if further.kind in ("name", "description") else subject


def sentences_between(one: Quoted, previous: Quoted) -> list[Sentence]:
    references = one.context.references
    return references.sentences_read(previous.quotation.start, one.quotation.end, one.entry)


def carried_speaker(one: Quoted, rule: str, cue: tuple[int, int] | None) -> Attribution | None:
    """Words that the sentence leaves to those spoken of before: the antecedent of an implied *il*."""
    if one.previous is not None and one.previous.attribution is not None and not in_headline(one.previous):
        before = previous_sentence(one, one.sentence.start)
        if before is None or before.start == one.previous.sentence.start:
            return same_speaker(one.previous.attribution, rule, cue)
    entity = one.context.references.pronoun(one.sentence.start, one.entry)
    return Attribution(rule, entity=entity, cue=cue) if entity is not None else None


def previous_sentence(one: Quoted, offset: int) -> Sentence | None:
    """The sentence of the entry that ends before an offset."""
    return one.context.references.sentence_before(offset, one.entry)


def next_sentence(one: Quoted) -> Sentence | None:
    return one.context.references.sentence_after(one.sentence.end, one.entry)


def attributed(
    one: Quoted, rule: str, phrase: NounPhrase, sentence: Sentence, cue: tuple[int, int] | None = None
) -> Attribution | None:
    """The attribution to a phrase, its entity resolved; None when the phrase can be nobody's."""
    references = one.context.references
    if phrase.kind == "pronoun" and phrase.is_plural:
        group = _plural_antecedent(one, phrase)
        return (
            Attribution(
                rule,
                phrase=group,
                cue=cue,
                label=(group.start, group.end),
                is_group=True,
                entity=group.entity,
            )
            if group
            else None
        )
    if phrase.kind == "pronoun" and sentence is one.sentence and phrase.last < one.index:
        phrase = anticipated(phrase, sentence, one.quotation.start) or phrase  # S'il perd, X « partira »
        if phrase.entity is not None:
            return Attribution(rule, phrase, phrase.entity, cue, (phrase.start, phrase.end))
    last = _last_speaker(one, sentence, phrase.kind == "description")
    if phrase.kind == "pronoun" and (answering := _who_answers(one, phrase, last, cue)) is not None:
        return Attribution(rule, phrase, answering, cue, (phrase.start, phrase.end))
    if phrase.kind == "pronoun":
        is_apart = _stands_apart(one, phrase) or _is_asked(phrase, sentence)
        skip = one.sentence if sentence is one.sentence and is_apart else None
        if sentence is one.sentence and (yielding := _who_yields(one, phrase)) is not None:
            return Attribution(rule, phrase, yielding, cue, (phrase.start, phrase.end))
        named = any(p.entity is not None and p.entity.is_person and p.last < phrase.first for p in sentence.phrases)
        named = named or (sentence is one.sentence and phrase.first > one.index and _is_introduced(one))
        is_told_of = named and not (
            skip is not None and phrase.first < one.index and not _leads_clause(phrase, sentence)
        )
        if (told := _told_us(one, phrase, cue)) is not None:
            return Attribution(rule, phrase, told, cue, (phrase.start, phrase.end))
        if last is not None and last.entity is not None and fits_gender(last.entity, phrase) and not is_told_of:
            return Attribution(rule, phrase, last.entity, cue, (phrase.start, phrase.end))
        meant = references.antecedent(phrase.start, one.entry, phrase.gender, skip=skip)
        if meant is None:
            one.unresolved = phrase
            return None
        if meant.entity is None:
            return Attribution(rule, meant, None, cue, (meant.start, meant.end), meant.is_group)
        return Attribution(rule, phrase, meant.entity, cue, (phrase.start, phrase.end))
    if phrase.entity is None and sentence.tokens[phrase.first].word in one.words.first_person:
        return Attribution(rule, phrase, None, cue, (phrase.start, phrase.end), phrase.is_group)  # notre journaliste
    if (beside := _stranger_beside(phrase, sentence)) is not None:
        return Attribution(rule, phrase, None, cue, (phrase.start, beside), phrase.is_group)
    entity = references.resolve(phrase, sentence, one.entry, last.entity if last is not None else None)
    if entity is not None and entity.kind == "place":
        return None
    first = references.meant(phrase, sentence, one.entry) if entity is None else None
    if first is not None and first.start < phrase.start and first.kind == "description":
        return Attribution(
            rule, first, None, cue, (first.start, first.end), first.is_group
        )  # An aide waits. “…,” the aide texts
    if phrase.kind == "description" and phrase.is_definite and not phrase.is_group and not phrase.is_possessive:
        entity = _nearer(one, phrase, sentence, entity)
    return Attribution(rule, phrase, entity, cue, (phrase.start, phrase.end), phrase.is_group)


_BESIDE = re.compile(r"[xat]?p?[pf]?(?:[hiN]|D[axrD]{0,2}[xrg](?:pL)?|D(?=[.,;:]|$))(?![NOKL'])")


def _stranger_beside(phrase: NounPhrase, sentence: Sentence) -> int | None:
    """Where *the man behind her* ends: somebody told by whom he stands beside, and of whom nothing else is known."""
    following = phrase.last + 1
    is_person = sentence.tokens[phrase.head].word in sentence.words.noun_genders and not phrase.is_possessive
    if phrase.kind != "description" or not is_person or following >= len(sentence.tags):
        return None
    if sentence.tokens[following].word not in sentence.words.markers["beside"]:
        return None
    found = _BESIDE.match(sentence.tags, following)
    return sentence.tokens[found.end() - 1].end if found is not None and found.end() > following + 1 else None


def _is_asked(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a pronoun is who is asked about others: *Asked if the prime minister had …, she replied*."""
    is_question = sentence.tokens[0].word in sentence.words.markers["asked"]
    return is_question and sentence.tags[phrase.first - 1 : phrase.first] == "," and phrase.first > 2


def _leads_clause(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a clause about somebody ends with a colon before a pronoun: *A was careful: He would wait, he said*."""
    colon = sentence.tags.rfind(":", 0, phrase.first)
    first = next((p for p in sentence.phrases if not (p.governed or p.embedded)), None)
    is_name = first is not None and first.kind == "name" and first.entity is not None and first.entity.is_person
    return (
        first is not None
        and is_name
        and first.last < colon
        and sentence.is_verb(first.last + 1 + _aside(first, sentence))
    )


def _aside(phrase: NounPhrase, sentence: Sentence) -> int:
    """Tokens of a clause in commas right behind a name."""
    match = re.match(r",[^,;:.Q]{1,16},", sentence.tags[phrase.last + 1 :])
    return match.end() if match is not None else 0


def _told_us(one: Quoted, phrase: NounPhrase, cue: tuple[int, int] | None) -> Entity | None:
    """Who last spoke in a paragraph that goes on with what he tells whoever writes: *Back then, he tells me, “…”*."""
    spoke = one.previous.attribution if one.previous is not None else None
    if spoke is None or spoke.entity is None or not spoke.entity.is_person or in_headline(one.previous):  # type: ignore[arg-type]
        return None
    beside = [t.word for t in one.sentence.tokens[phrase.last + 1 : phrase.last + 4]]
    if cue is None or not one.words.first_person.intersection(beside[1:]) or not one.sentence.is_verb(phrase.last + 1):
        return None
    if "\n" in one.context.text[one.previous.quotation.end : one.quotation.start]:  # type: ignore[union-attr]
        return None
    return spoke.entity if fits_gender(spoke.entity, phrase) else None


def _is_introduced(one: Quoted) -> bool:
    """Whether a person told by a description does what words behind a colon go with: *Son rival l'a félicité : « … »,
    a-t-il promis*."""
    if not one.before.endswith(":"):
        return False
    subject = one.sentence.subject_before(one.index - 1)
    is_person = subject is not None and one.sentence.tags[subject.head] == "r" and subject.kind == "description"
    return is_person and subject is not None and not (subject.governed or subject.is_plural or subject.is_group)


_YIELDING = re.compile(r",w[zt]{0,2}(?:V|A[zt]{0,2}T)[^,;:QVTw]{0,12}\.?$")


def _who_yields(one: Quoted, phrase: NounPhrase) -> Entity | None:
    """Who is told to speak by the relative clause that ends the sentence before, of which nobody else does: *A
    l'emporte sur B, qui a reconnu sa défaite. « … », a-t-il dit*."""
    before = previous_sentence(one, one.sentence.start) if one.index == 0 else None
    clause = _YIELDING.search(before.tags) if before is not None else None
    if before is None or clause is None or "\n" in one.context.text[before.end : one.quotation.start]:
        return None
    if re.search(r"[VTQ]", before.tags[: clause.start()]):
        return None
    if before.tokens[clause.start() + 1].word not in before.words.markers["subject_relative"]:
        return None
    told = next((p for p in before.phrases if p.last + 1 == clause.start() and p.kind == "name"), None)
    entity = told.entity if told is not None else None
    return entity if entity is not None and entity.kind == "person" and fits_gender(entity, phrase) else None


_TURNS = 6
"""Quotations before a reply among which the other speaker is looked for."""


def _who_answers(
    one: Quoted, phrase: NounPhrase, last: Attribution | None, cue: tuple[int, int] | None
) -> Entity | None:
    """Who is told to reply by a pronoun, when two people speak in turn: not who spoke last."""
    text, markers = one.context.text, one.sentence.words.markers
    if cue is None or not markers["replying"].intersection(text[slice(*cue)].lower().replace("-", " ").split()):
        return None
    spoke, entities = one.previous, list[Entity]()
    for _ in range(_TURNS):
        if spoke is None or len(entities) > 1:
            break
        entity = spoke.attribution.entity if spoke.attribution is not None else None
        if entity is not None and entity.is_person and not in_headline(spoke) and entity not in entities:
            entities.append(entity)
        spoke = spoke.previous
    if len(entities) < 2 or "\n" in text[one.previous.quotation.end : one.quotation.start]:  # type: ignore[union-attr]
        return None
    between = sentences_between(one, one.previous) if one.previous is not None else []
    named = {p.entity for s in between for p in s.phrases if p.entity is not None and p.end < one.quotation.start}
    is_further = any(entity.kind == "person" and entity not in entities for entity in named)
    return entities[1] if not is_further and fits_gender(entities[1], phrase) else None


def _nearer(one: Quoted, phrase: NounPhrase, sentence: Sentence, entity: Entity | None) -> Entity | None:
    """Whom *le député de Bègles* means when the document tells nothing of it, or only of somebody the post does not
    name: the subject of the same sentence or of the one before, if the description suits him."""
    references, entry = one.context.references, one.entry
    if sentence is not one.sentence or sentence.tags[phrase.head] != "r" or references.is_of_somebody(phrase, sentence):
        return entity
    if sentence_word(one, phrase.head) in sentence.words.markers["officials"]:
        return entity  # *says the returning officer*, of nobody who stands
    is_stranger = sentence_word(one, phrase.head) in sentence.words.markers["strangers"]
    if is_stranger and phrase.first < one.index:
        return entity
    if entity is not None and any(
        m.entity is entity for m in one.context.people.between(entry.char_start, phrase.start)
    ):
        return entity
    before = references.sentence_before(sentence.start, entry)
    subjects = [
        p
        for p in sentence.phrases
        if p.last < phrase.first and not p.governed and not p.embedded and not _is_participle(p, sentence)
    ][:1]
    if not subjects and before is not None and "\n" not in one.context.text[before.end : sentence.start]:
        subject = before.subject_before(len(before.tags))
        subjects = [subject] if subject is not None else []
    for subject in subjects:
        named = subject.entity
        if subject.kind == "name" and named is not None and named.kind == "person":
            if is_stranger and not one.context.people.is_named_only_in(named, entry.char_start, entry.char_end):
                return entity  # *smiles a pensioner*, in a post about somebody whom the document is about
            return named if references.suits(phrase, sentence, named) else entity
    return entity


def _is_participle(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a phrase is a name only by its capital: *Rallié à X dès mars, Y recommence*."""
    entity = phrase.entity
    return phrase.first == 0 and entity is not None and entity.kind == "unknown" and sentence.tags[1:2] in ("p", "f")


def _last_speaker(one: Quoted, sentence: Sentence, described: bool) -> Attribution | None:
    """The person quoted in the sentence just before, or for a description anywhere before in the same
    paragraph."""
    previous = one.previous
    if (
        previous is None
        or previous.attribution is None
        or previous.quotation.kind != "marks"
        or sentence is not one.sentence
    ):
        return None
    entity = previous.attribution.entity
    if entity is None or not entity.is_person or previous.sentence.start == one.sentence.start:
        return None
    if "\n" in one.context.text[previous.quotation.end : one.sentence.start]:
        return None
    if described:
        between = [
            p
            for s in sentences_between(one, previous)
            for p in s.phrases
            if previous.quotation.end < p.start < one.quotation.start
            and p.entity is not None
            and p.entity.is_person
            and p.entity is not entity
            and not _is_object(p, s)
        ]
        others = [
            p
            for s in sentences_between(one, previous)
            for p in s.phrases
            if p.is_possessive and p.first == 0 and previous.quotation.end < p.start < one.quotation.start
        ]
        return previous.attribution if not between and not others else None  # *Her predecessor was …*
    before = previous_sentence(one, one.sentence.start)
    return previous.attribution if before is not None and before.start == previous.sentence.start else None


def _is_object(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether somebody is only told of as the object of a verb, alone or with others: *Le parti soutiendra A et B*."""
    if sentence.is_verb(phrase.last + 1) or phrase.first == 0:
        return False
    before = sentence.tags[: phrase.first]
    return phrase.governed or (
        re.search(r"[vVx](?:Nc)?$", before) is not None and re.search("[KOg]", before) is not None
    )


def fits_gender(entity: Entity, phrase: NounPhrase) -> bool:
    return not entity.gender or not phrase.gender or entity.gender == phrase.gender


def _stands_apart(one: Quoted, phrase: NounPhrase) -> bool:
    """Whether a pronoun stands in an incise beside a sentence whose subject does not speak itself."""
    tags = one.sentence.tags
    if one.index == 0 or tags[one.index - 1] == ":":
        return False
    place = min(one.index, phrase.first)
    subject = one.sentence.subject_before(place)
    if subject is not None and re.fullmatch(r",[zt]?[VA][zt]?", tags[subject.last + 1 : phrase.first]):
        return True  # X, ajoute-t-il, « a perdu »
    if subject is not None and re.search(r"[VTGI]", tags[subject.last + 1 : place]):
        return False
    return phrase.first > one.index or "," in tags[max(0, phrase.first - 2) : phrase.first]


def _plural_antecedent(one: Quoted, phrase: NounPhrase) -> NounPhrase | None:
    """The people whom *ils* or *they* stands for: the last group that is the subject of a sentence before."""
    references = one.context.references
    for sentence in references.before(phrase.start, one.entry):
        for candidate in sentence.phrases:
            if (
                candidate.is_group
                and not candidate.governed
                and candidate.kind != "pronoun"
                and candidate.end <= phrase.start
                and not (sentence.tags[candidate.head] == "K" and sentence.tags[max(0, candidate.first - 1)] in "VT")
            ):
                return candidate
    return None
