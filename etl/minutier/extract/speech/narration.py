"""Rules of quotations that are a part of the narrator's sentence."""

from __future__ import annotations

import re

from minutier.extract.speech.introductions import before_colon, possessor_at
from minutier.extract.speech.quoted import (
    Attribution,
    Quoted,
    cue_before,
    in_headline,
    reports,
    same_speaker,
    sentence_word,
)
from minutier.extract.speech.resolving import attributed, carried_speaker, fits_gender, previous_sentence
from minutier.extract.speech.verbs import beside_verb, closes_clause, impersonal_speaker, verb_after_subject
from minutier.extract.syntax import NounPhrase, Sentence

_GAP = re.compile(r"[fpk,]?[Da]{0,2}")  # between a subject and words whose verb is left out


_ASIDE = re.compile(r",[^,VvATGQ;:.]{1,7},")


_REPORTED = re.compile(r"[^VTGQ;:.]{1,8}")


def words_of_a_crowd(one: Quoted) -> Attribution | None:
    """``to chants of “Out!”``: words of a crowd, which is named only when it is the subject."""
    words = one.sentence.words
    if (
        sentence_word(one, one.index - 1) in words.plural
        and sentence_word(one, one.index - 2) in words.prepositions["by"]
    ):
        return Attribution("quotes.crowd")  # accueilli par des « Président ! »
    at = one.index - 1 if one.before[-1:] not in ("f", ":") else one.index - 2
    if sentence_word(one, at) not in one.sentence.words.markers["noise"]:
        return None
    if one.sentence.tags[at] == "V" and one.before[-1] != "f":  # the fans chant “…”
        return None
    after = next((p for p in one.sentence.phrases if p.first in (one.index + 1, one.index + 2) and p.governed), None)
    if after is not None and (after.is_group or after.is_plural):
        return Attribution("quotes.crowd", phrase=after, label=(after.start, after.end), is_group=True)
    subject = one.sentence.subject_before(at)
    if subject is not None and subject.is_group and subject.kind == "description":
        return attributed(one, "quotes.crowd", subject, one.sentence)
    return Attribution("quotes.crowd")


_SOMEBODY_BEFORE = re.compile(r"(?:^|[,;:.cb])(i(?:p[Daxrgo]{1,5})?)[zt]{0,2}V[^,;:.VTGQNhi]{0,3}$")
_SOMEBODY_BEHIND = re.compile(r",?(?:(i(?:p[Daxrgo]{1,5})?)(?:[zt]{0,2}V|A[zt]{0,2}[TV])|[zt]{0,2}V(i))(?=[^VTGN]*$)")


def words_of_somebody(one: Quoted) -> Attribution | None:
    """``Someone in the crowd shouted “Bravo!”``, ``« … », crie quelqu'un``: of whom nothing more is told."""
    before, behind = _SOMEBODY_BEFORE.search(one.before.rstrip(":")), _SOMEBODY_BEHIND.match(one.after)
    start = one.index + 1 if before is None else 0
    found = before or behind
    group = 1 if found is None or found[1] else 2
    if found is None or sentence_word(one, start + found.start(group)) not in one.sentence.words.markers["somebody"]:
        return None
    label = one.cue(start + found.start(group), start + found.end(group) - 1)
    return Attribution("quotes.somebody", label=label)


def speaking_participle(one: Quoted) -> Attribution | None:
    """``…, jugeant que « … »``: a present participle of speech since the last quotation of the sentence."""
    same = one.same_sentence
    floor = same.index + 1 if same is not None else 0
    place = one.before.rfind("G", floor)
    while place > 0 and re.search(r"A[zt]{0,2}$", one.before[:place]):  # he is going into opposition
        place = one.before.rfind("G", floor, place)
    if place < 0 or re.search(r"[.;:]", one.before[place:]):
        return None
    cue = one.cue(place, place)
    if same is not None and same.attribution is not None:
        return same_speaker(same.attribution, "quotes.participle", cue)
    subject = _absolute_subject(one.sentence, place) or one.sentence.subject_before(place)
    if subject is None:
        after = (p for p in one.sentence.phrases if p.first > place and not p.governed and not p.embedded)
        subject = next(after, None)
        if subject is not None and subject.first == place + 1:
            return None  # *telling the BBC that the campaign was “…”*
    if subject is None or subject.kind == "impersonal":
        return None
    return attributed(one, "quotes.participle", subject, one.sentence, cue)


def _absolute_subject(sentence: Sentence, place: int) -> NounPhrase | None:
    """*with X citing her “consistency”*, *X promettant « du calme »*: who stands right before a participle."""
    phrase = next((p for p in sentence.phrases if p.last + 1 == place and p.kind in ("name", "description")), None)
    if phrase is None or phrase.first == 0:
        return None
    before = sentence.tokens[phrase.first - 1]
    return phrase if before.word in sentence.words.prepositions["with"] else None


def _gapped(one: Quoted, same: Quoted) -> Attribution | None:
    """Another subject before words of the same sentence, its verb left out: *X parle de « … », et Y d'« … »*."""
    tags = one.sentence.tags
    others = re.search(r"[c,;](f?[aD])$", one.before)
    if others is not None and sentence_word(one, one.index - 1) in one.sentence.words.markers["others"]:
        first = one.sentence.tokens[others.start(1)]  # Certains parlent de « … », d'autres de « … »
        label = first.start, one.sentence.tokens[one.index - 1].end
        return Attribution("quotes.gapped", label=label, is_group=True)
    if re.search(r"(?:[c,;]D?|A)[NO]'$", one.before):  # Labor's scrutineers call it “routine”, the LNP's “a shambles”
        return attributed(one, "quotes.gapped", possessor_at(one.sentence, one.index - 2), one.sentence)
    markers = one.sentence.words.markers
    for phrase in one.sentence.phrases:
        is_second = phrase.first > same.index and sentence_word(one, phrase.head) in markers["second_of_two"]
        if is_second and not phrase.governed and re.search(r"[NOKQ;:.,hc]", tags[phrase.last + 1 : one.index]) is None:
            return attributed(one, "quotes.gapped", phrase, one.sentence)
        if phrase.kind != "name" or phrase.first < same.index or phrase.governed or phrase.embedded:
            continue
        if phrase.entity is None or phrase.entity.kind == "unknown" or tags[phrase.first - 1] not in "c,;Q":
            continue
        if tags[phrase.first - 1] == "Q" and not closes_clause(same):
            continue
        aside = _ASIDE.match(tags, phrase.last + 1, one.index)
        last = aside.end() - 1 if aside else phrase.last
        that = sentence_word(one, last + 1) in one.sentence.words.markers["that"]
        if that and _REPORTED.fullmatch(tags, last + 2, one.index):
            return attributed(one, "quotes.gapped", phrase, one.sentence)
        if _GAP.fullmatch(tags, phrase.last + 1, one.index) and "Q" not in tags[phrase.last + 1 : one.index]:
            return attributed(one, "quotes.gapped", phrase, one.sentence)
    return None


def continued_in_sentence(one: Quoted) -> Attribution | None:
    """A second quotation of the same sentence, with no new subject between them."""
    same = one.same_sentence
    if same is None or same.attribution is None:
        return None
    gapped = _gapped(one, same)
    if gapped is not None:
        return gapped
    anew = one.sentence.relative_antecedent(one.index) or beside_verb(one)
    if anew is not None and anew.first > same.index and anew.kind in ("name", "description"):
        return None
    between = [
        p
        for p in one.sentence.phrases
        if same.index < p.first < one.index and not p.governed and not p.embedded and p.kind in ("name", "description")
    ]
    tags = one.sentence.tags
    speaker = same.attribution.phrase
    for phrase in one.sentence.phrases:  # she said it was “fine”; he called it “robbery”
        if (
            same.index < phrase.first < one.index
            and phrase.kind == "pronoun"
            and not phrase.governed
            and not phrase.is_plural
        ):
            entity = same.attribution.entity
            if entity is not None and not fits_gender(entity, phrase):
                return None
    for phrase in between:
        if speaker is not None and phrase.first == speaker.first:
            continue
        opener = sentence_word(one, phrase.first), sentence_word(one, phrase.first - 1)
        if one.sentence.words.markers["that"].intersection(opener):
            continue
        if tags[phrase.first - 1] == "b" and tags[phrase.last + 1 : phrase.last + 2] == ",":
            return None  # mais l'intéressé, joint par …, se borne à « … »
        following = phrase.last + 1
        if following < one.index and (
            tags[following] in "Vv"
            or (tags[following : following + 2] == "xQ" and phrase.kind == "name" and tags[phrase.first - 1] in ",c;")
            or (tags[following] in "Azt" and re.match(r"[Azt]{1,4}[VTvQx]", tags[following : following + 6]))
        ):
            return None
    return same_speaker(same.attribution, "quotes.same_sentence", same.attribution.cue)


def _begins_with_verb(one: Quoted) -> bool:
    """Whether the words quoted go on with the verb of the narrator's sentence: *Le Conseil « prend acte »*."""
    return one.sentence.words.tags.get(one.text.split(None, 1)[0].lower()) in ("V", "v", "A")


def in_narration(one: Quoted) -> Attribution | None:
    """Words borrowed inside the narrator's sentence: the subject of the clause says them."""
    if one.opens_clause and one.index == 0:
        return None
    if one.index and one.before[-1] == ":":
        return None
    beside = beside_verb(one)
    own = _own_thing(one)
    if own is not None:
        return own
    if re.search(r"(?:^|[;:.b])[NO]'$", one.before):  # X’s “common sense” is Y’s “vandalism”
        return attributed(one, "quotes.narrated", possessor_at(one.sentence, one.index - 2), one.sentence)
    subject = beside or one.sentence.subject_before(one.index)
    subject = _pronoun_behind(one, subject) if subject is not None else None
    if subject is not None and _is_hearsay(one, subject):
        return None
    if subject is None:
        return before_colon(one, one.index) or _place_speaking(one)
    author = _author_of(one, subject)
    if author is not None:
        return attributed(one, "quotes.narrated", author, one.sentence)
    if subject.kind == "impersonal":
        verbs = [i for i in range(subject.last, one.index) if one.sentence.tags[i] == "V"]
        if verbs and sentence_word(one, subject.first) in one.sentence.words.markers["they"]:
            return impersonal_speaker(one, "quotes.narrated", one.cue(verbs[0], verbs[0]))
        return before_colon(one, subject.first)
    tags = one.sentence.tags
    between = tags[subject.last + 1 : one.index]
    if subject.is_possessive and not re.search(r"[VTGI]", between):  # Roussel said…: his party would use “…”
        owner = one.sentence.subject_before(subject.first)
        if owner is not None and owner.kind == "name" and owner.first != subject.first:
            return attributed(one, "quotes.narrated", owner, one.sentence, cue_before(one, one.sentence, one.index))
    if subject.is_group and subject.kind == "description" and not re.search(r"[VvATGIx]", between or "x"):
        return None
    says = reports(one, subject.last + 1, one.index)
    if subject.is_group and subject.entity is None and not says:
        return None
    if (
        subject.entity is not None
        and subject.entity.kind in ("outlet", "pollster", "organization", "party")
        and not says
        and not (between == "" and _begins_with_verb(one))
    ):
        return None
    if (
        subject.is_indefinite
        and not says
        and not (re.fullmatch("(?:,?w)?A", between) and (tags[subject.head] == "r" or _is_further(one, subject)))
    ):
        return None
    cue = cue_before(one, one.sentence, one.index)
    return attributed(one, "quotes.narrated", subject, one.sentence, cue)


def _is_hearsay(one: Quoted, subject: NounPhrase) -> bool:
    """*Son parti serait « le premier de France »*: whether a verb tells by its form that somebody says so of what is
    his own."""
    said = sentence_word(one, subject.last + 1) in one.sentence.words.markers["hearsay"]
    return (
        said
        and (subject.is_possessive or subject.is_group)
        and not re.search(r"[VTGI]", one.before[subject.last + 1 :])
    )


def _pronoun_behind(one: Quoted, subject: NounPhrase) -> NounPhrase:
    """``To those who could not vote he says he is “sorry”``: the subject that follows a complement at the head."""
    if one.sentence.tags[:1] != "p" or subject.first > 2 or subject.kind != "description":
        return subject
    behind = (p for p in one.sentence.phrases if p.kind == "pronoun" and subject.last < p.first < one.index)
    return next((p for p in behind if one.sentence.tags[p.last + 1 : p.last + 2] in ("V", "A")), subject)


def _place_speaking(one: Quoted) -> Attribution | None:
    """A capital that stands for its government, right before a verb of speech or words quoted that begin with one:
    *Berlin espère « … »*, *Bruxelles « regrette »*.
    """
    verb = r"[zt]{0,2}(?:V|A[zt]{0,2}T)[^VvTGQ,;:.NOKLhr]{0,6}" if not _begins_with_verb(one) else ""
    match = re.search(rf"(?:^|[,;:b])L{verb}$", one.before)
    if match is None:
        return None
    at = match.start() + (one.before[match.start()] != "L")
    token = one.sentence.tokens[at]
    label = token.start, token.end
    return Attribution("quotes.narrated", label=label, cue=cue_before(one, one.sentence, one.index), is_group=True)


def _is_further(one: Quoted, subject: NounPhrase) -> bool:
    """*Another is “hopeful”*, behind a sentence that quotes somebody."""
    if one.sentence.tags[subject.head] != "D" or one.previous is None or subject.is_plural:
        return False
    before = previous_sentence(one, one.sentence.start)
    return before is not None and before.start == one.previous.sentence.start


def _author_of(one: Quoted, subject: NounPhrase) -> NounPhrase | None:
    """Whose words or whose thing a subject is: *Une lettre de X évoque « … »*."""
    noun = sentence_word(one, subject.head)
    if subject.kind != "description" or subject.is_group or noun not in one.words.said_nouns | one.words.own_things:
        return None
    is_owned = re.match(r"f[NO]", one.sentence.tags[subject.head + 1 :]) is not None
    return possessor_at(one.sentence, subject.head + 2) if is_owned else None


def _own_thing(one: Quoted) -> Attribution | None:
    """*Sa dernière une promettait « … »*, *Her statement calls it “…”*: whoever was spoken of before, a party or a
    newspaper too, says what something of his own says."""
    sentence, tags = one.sentence, one.sentence.tags
    start = max(tags.rfind(mark, 0, one.index) for mark in ":;b") + 1
    opening = re.match(r"D[xaTr]{0,3}x(?=[zt]{0,3}[VAv])", tags[start : start + 8])
    if (
        opening is None
        or sentence.tokens[start].word not in sentence.words.possessive
        or re.search(r"[NOKhr]", tags[start + opening.end() : one.index])
    ):
        return None
    noun = sentence.tokens[start + opening.end() - 1].word
    if noun not in one.words.own_things and noun not in one.words.said_nouns:
        return None
    before = sentence.subject_before(start) if start else None
    owner, told = before, sentence
    if owner is None and (previous := previous_sentence(one, sentence.start)) is not None:
        owner, told = previous.main_subject(len(previous.tags)), previous
    cue = cue_before(one, sentence, one.index)
    if owner is None or owner.kind == "impersonal" or owner.is_possessive:
        return carried_speaker(one, "quotes.own_thing", cue)
    return attributed(one, "quotes.own_thing", owner, told, cue)


def carried_on(one: Quoted) -> Attribution | None:
    """Words borrowed in a sentence without a person for its subject, just after a quote: *Ce résultat
    lui « donne … »*."""
    previous = one.previous
    if one.words.indirect.match(one.context.text, one.sentence.start) and one.quotation.kind == "marks":
        subject = one.sentence.subject_before(one.index)
        if subject is None or subject.kind == "impersonal":
            return carried_speaker(one, "quotes.carried_on", None)
    if previous is None or previous.attribution is None or one.opens_clause or len(one.text.split()) < 3:
        return None
    if one.quotation.kind != "marks" or previous.quotation.kind != "marks" or in_headline(previous):
        return None
    before = previous_sentence(one, one.sentence.start)
    if before is None or before.start != previous.sentence.start:
        return None
    if "\n" in one.context.text[previous.quotation.end : one.quotation.start]:
        return None
    subject = one.sentence.subject_before(one.index)
    is_hearsay = subject is not None and _is_hearsay(one, subject)
    if subject is not None and (subject.kind in ("name", "description") or subject.is_plural) and not is_hearsay:
        return None
    if sentence_word(one, 0) in one.words.topic_sources and "," in one.before:
        return None  # Pour economiesuisse, c'est « … »
    return same_speaker(previous.attribution, "quotes.carried_on", None)


def subject_after(one: Quoted) -> Attribution | None:
    """``“No drama,” is how a clerk summed up her day``: the first subject after words that open the
    sentence."""
    is_behind_article = one.before == "D" and one.after[:1] == "A"  # *A “sea of red” is how X puts it*
    if not (is_behind_article or (one.opens_clause and one.is_sentence)):
        return None
    if not one.after or one.index + 1 >= len(one.sentence.tags):
        return None
    subject = next(
        (
            p
            for p in one.sentence.phrases
            if p.first > one.index and not p.governed and not p.embedded and p.kind != "impersonal"
        ),
        None,
    )
    if subject is None or "." in one.sentence.tags[one.index + 1 : subject.first] or subject.first > one.index + 10:
        return None
    verb = verb_after_subject(one, subject)
    if verb is None and not re.search(r"[VT]", one.sentence.tags[one.index + 1 : subject.first]):
        return None
    return attributed(one, "quotes.subject_after", subject, one.sentence, one.cue(*verb) if verb else None)
