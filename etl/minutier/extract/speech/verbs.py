"""Verbs of speech around a quotation, their subjects, and the pronouns joined to them."""

from __future__ import annotations

import re

from minutier.extract.speech.quoted import Attribution, Quoted
from minutier.extract.speech.resolving import attributed, fits_gender, previous_sentence
from minutier.extract.syntax import NounPhrase, Sentence, phrase_at

ENDING_VERB = re.compile(r"[zt]{0,2}(?:V|A[zt]{0,2}T)[^,;:QNwhc]{0,8}[NKO]?[^,;:QNwhc]{0,4}")


def inverted_pronoun(one: Quoted, first: int, last: int) -> int | None:
    """Place of a pronoun joined to the verb before it by a hyphen."""
    tokens = one.sentence.tokens
    for i in range(first + 1, last):
        if (
            tokens[i].tag in "hi"
            and one.context.text[tokens[i].start - 1] == "-"
            and tokens[i - 1].end < tokens[i].start
        ):
            if tokens[i - 1].tag in "VAvxTr":
                return i
        elif tokens[i].tag in ".;Q:":
            return None
    return None


def from_inversion(one: Quoted, rule: str, place: int) -> Attribution | None:
    tokens = one.sentence.tokens
    start = place - 1
    while start > 0 and tokens[start - 1].tag in "z":
        start -= 1
    end = place
    if tokens[place - 1].tag == "A" and place + 1 < len(tokens):
        end = next((i for i in range(place + 1, min(place + 5, len(tokens))) if tokens[i].tag in "TVx"), place)
    cue = one.cue(start, end)
    if tokens[place].tag == "i":
        return impersonal_speaker(one, rule, cue)
    phrase = next((p for p in one.sentence.phrases if p.first == place), None) or phrase_at(one.sentence, place)
    return attributed(one, rule, phrase, one.sentence, cue) if phrase is not None else None  # X (« … », dit-il)


def impersonal_speaker(one: Quoted, rule: str, cue: tuple[int, int]) -> Attribution | None:
    """*on*: the people among whom it is said, when the sentence or the one before tells."""
    group = next((p for p in one.sentence.phrases if p.governed and _speaks_together(p, one.sentence)), None)
    if group is not None:
        return Attribution(rule, label=(group.start, group.end), cue=cue, is_group=True, entity=group.entity)
    before = previous_sentence(one, one.sentence.start)
    if before is not None:
        subject = before.subject_before(len(before.tags))
        if subject is not None and _speaks_together(subject, before):
            return Attribution(rule, phrase=subject, label=(subject.start, subject.end), cue=cue, is_group=True)
    return Attribution(rule, cue=cue)


def _speaks_together(phrase: NounPhrase, sentence: Sentence) -> bool:
    return phrase.is_group and not (sentence.tags[phrase.head] == "K" and phrase.kind == "name")


def closes_clause(one: Quoted) -> bool:
    """Whether the words end with the comma or stop that an incise follows."""
    q = one.quotation
    return one.context.text[q.inner_end - 1] in ".!?…," or "," in one.context.text[q.inner_end : q.end]


_VERB = re.compile(
    r"[zt]{0,3}(?:V|[xvA][zt]{0,2}[xvta]{0,2}[pfw][zt]{0,2}I(?=[NDOKr])|A[ztD,]{0,4}T|A[zt,]{0,3}p[Dax]{1,3}[zt,]{0,2}T|v(?=[NDO])|A[zt]{0,2}x(?=[NDrO])|A[zt]{0,2}I)"
)


def verb_at(one: Quoted, at: int) -> tuple[int, int] | None:
    """First and last token of the verb of speech that stands at a token, clitics and adverbs before it
    skipped."""
    tags, tokens = one.sentence.tags, one.sentence.tokens
    match = _VERB.match(tags, at, at + 12)
    if match:
        return at, match.end() - 1
    # any other word in lower case, with a name or a description after it: « … », fulmine X
    match = re.match(r"[zt]{0,2}x(?=[NDO])", tags[at : at + 6])
    if match and tokens[at + match.end() - 1].word.isalpha():
        last = at + match.end() - 1
        phrase = next((p for p in one.sentence.phrases if p.first == last + 1), None)
        if phrase is not None and not phrase.is_indefinite and one.context.text[tokens[last].start].islower():
            return at, last
        if phrase is not None and tags[phrase.head] in "rg":
            return at, last
    return _unlisted_verb(one, at)


def _unlisted_verb(one: Quoted, at: int) -> tuple[int, int] | None:
    """A word with the ending of a verb between words quoted and somebody who is not named: *« … », bâille un cambiste*,
    *“…,” mewls a drenched florist*."""
    tags, tokens, words = one.sentence.tags, one.sentence.tokens, one.sentence.words
    match = re.match(r"[zt]{0,2}x(?=D[xa#-]{0,3}[xrg])", tags[at : at + 9])
    if match is None:
        return None
    last = at + match.end() - 1
    word = tokens[last].word
    if len(word) < 5 or not word.endswith(words.told_endings) or tokens[last + 1].word not in words.markers["a"]:
        return None
    if word in words.markers["no_verb"]:
        return None
    return (at, last) if word not in words.nouns and one.context.text[tokens[last].start].islower() else None


_HOME = re.compile(
    r"(?:f|\([^()]{1,6}\))D?[LNOx]{0,3}(?:,[xLO],)?(?=[zt]{0,2}[VA])|fD?[LNOxarg]{1,3}(?:fD?[LNOxarg]{1,3})?'[xarg]{1,2}(?=[zt]{0,2}[VA])"
)
"""Classes of the words for whose or of which place somebody is, between his name and his verb."""


_STATE = re.compile(r",[xLO],(?=[zt]{0,2}[VA])")
"""Classes of the abbreviation of a state behind its town, before a verb: *the mayor of Columbia, S.C., told …*."""


def verb_after_subject(one: Quoted, subject: NounPhrase) -> tuple[int, int] | None:
    tags = one.sentence.tags
    at = subject.last + 1
    if "," in tags[subject.first : subject.last] and re.match(r",[zt]{0,2}[VA]", tags[at : at + 4]):
        at += 1  # his campaign manager, X, said, batting away …
    elif home := _HOME.match(tags, at):
        at = home.end()  # Untel of Massachusetts said, Untel of Scranton, Pa., told
    elif at < len(tags) and tags[at] == ",":
        close = tags.find(",", at + 1, at + 14)
        if close > 0 and (state := _STATE.match(tags, close)):
            at = state.end()
        elif close > 0:
            at = close + 1
        elif re.match(r",[zt]{0,2}[VA]", tags[at : at + 4]):
            at += 1
    match = re.match(r"[zt]{0,3}(?:[xv]p[VI]|[Vv]|A[ztA]{0,3}[TV]|A)", tags[at : at + 10])  # likes to say
    if match:
        return at, at + match.end() - 1
    return None


def beside_verb(one: Quoted) -> NounPhrase | None:
    """Who stands at the head of a clause, right before the verb of speech nearest to the words: *the tills ring, Poutou
    says “not one vote”*; *a decision Jones calls “a mistake”*."""
    sentence, tags = one.sentence, one.sentence.tags
    verb = next((i for i in range(one.index - 1, -1, -1) if tags[i] in "VTwbGQ;:."), -1)
    if verb < 0 or tags[verb] not in "VTG":
        return None
    at = verb
    while at and (tags[at - 1] in "zt" or (tags[at - 1] == "A" and tags[verb] in "TG")):
        at -= 1
    if tags[verb] in "TG" and "A" not in tags[at:verb]:
        return None
    closed = next((p for p in sentence.phrases if p.last + 2 == at and "," in tags[p.first : p.last]), None)
    if tags[at - 1 : at] == "," and closed is not None:  # the mayor, Jim Hall, dismisses “…”
        at -= 1
    elif tags[at - 1 : at] == ",":  # Lord Mandelson, on Times Radio, blames “…”
        opening = tags.rfind(",", max(0, at - 9), at - 1)
        if opening < 0 or re.search(r"[VvAGTwQ]", tags[opening:at]) or tags[opening + 1] not in "pzh":
            return None
        at = opening
    phrase = next((p for p in sentence.phrases if p.last + 1 == at), None)
    if phrase is None or phrase.kind == "impersonal":
        return None
    if (
        phrase.embedded and phrase.is_group and tags[phrase.first - 1 : phrase.first] == ","
    ):  # X, the campaign group, says
        phrase = next((p for p in sentence.phrases if p.last + 2 == phrase.first and p.kind == "name"), phrase)
    before = tags[phrase.first - 1] if phrase.first else ","
    if before == "b" and sentence.is_condition(phrase.first - 1):
        return None
    if before in ",;:cb" and not phrase.governed:
        return pronoun_subject(sentence, phrase)
    if before == "x" and sentence.tokens[phrase.first - 1].word in sentence.words.markers["what"]:
        return phrase
    if before in "xrg" and tags[verb + 1 : one.index] in ("", "p") and phrase.kind == "name" and not phrase.embedded:
        return phrase if not sentence.words.adjective_endings else None
    return None


def pronoun_subject(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """The subject of the clause before, when the phrase is a pronoun that fits it: *Quant à X, il y voit « … »*."""
    if phrase.kind != "pronoun" or phrase.is_plural:
        return phrase
    names = [
        p
        for p in sentence.phrases
        if p.last < phrase.first and p.kind == "name" and not (p.is_group or p.governed or p.embedded) and p.entity
    ]
    before = sentence.subject_before(phrase.first)
    if before is not None and before.entity is not None and before in names and fits_gender(before.entity, phrase):
        return before
    same = [p for p in names if p.entity is not None and phrase.gender and p.entity.gender == phrase.gender]
    return same[-1] if same else phrase
