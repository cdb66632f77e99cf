"""Rules of what announces a quotation or names its source: *selon X*, *X : « … »*, *the words of X*."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutier.extract.folding import fold
from minutier.extract.people import Entity, Gender
from minutier.extract.quotation import Quotation
from minutier.extract.speech.quoted import Attribution, Quoted, cue_before, in_headline, same_speaker, sentence_word
from minutier.extract.speech.resolving import attributed, carried_speaker, next_sentence, previous_sentence
from minutier.extract.speech.verbs import from_inversion, impersonal_speaker, inverted_pronoun, pronoun_subject
from minutier.extract.syntax import NounPhrase, Sentence, phrase_at


def written_in(one: Quoted) -> Attribution | None:
    """``« … », lit-on dans le communiqué de X``, ``“…,” reads X’s statement``: whose the thing is in which words are
    read."""
    sentence, reads = one.sentence, one.sentence.words.markers["reads"]
    if (told := _it_read(one)) is not None:
        return told
    near = sentence.tokens[one.index + 1 : one.index + 5]
    place = next((i for i, t in enumerate(near, one.index + 1) if t.word in reads), None)
    if place is None or not one.opens_clause or re.search(r"[NOQ]", sentence.tags[one.index + 1 : place]):
        return None
    things = one.words.own_things | one.words.said_nouns
    for at in range(place + 1, min(place + 9, len(sentence.tags))):
        if sentence.tags[at] in ";:Q":
            break
        if sentence.tokens[at].word not in things:
            continue
        if re.match(r"f[NO]", sentence.tags[at + 1 :]):
            return attributed(one, "quotes.words_of", possessor_at(sentence, at + 2), sentence, one.cue(place, place))
        owned = re.search(r"[NO]'[ax]{0,3}$", sentence.tags[place + 1 : at])
        if owned is not None:
            owner = possessor_at(sentence, place + 1 + owned.start())
            return attributed(one, "quotes.words_of", owner, sentence, one.cue(place, place))
    return None


def _it_read(one: Quoted) -> Attribution | None:
    """``The party's first reaction came in a statement. “…,” it read``: whose the thing is that was told of before."""
    at = one.index + 1 + (one.after[:1] == ",")
    is_read = (
        one.sentence.tags[at : at + 1] == "i" and sentence_word(one, at + 1) in one.sentence.words.markers["reads"]
    )
    before = previous_sentence(one, one.sentence.start) if is_read and one.opens_clause else None
    if before is None:
        return None
    owner = owner_of_words(one, before, 0, len(before.tags)) or before.main_subject(len(before.tags))
    if owner is None or owner.kind == "impersonal":
        return None
    return attributed(one, "quotes.words_of", owner, before, one.cue(at + 1, at + 1))


def words_of(one: Quoted) -> Attribution | None:
    """``« … » : ce sont les mots de X``, ``selon les mots de X``; ``"…" Thus X``; ``« … », dixit X``."""
    sentence, text = one.sentence, one.context.text
    start = sentence.tokens[one.index].end
    narration = text[start : sentence.end]
    owner = (
        owner_of_words(one, sentence, one.index + 1, one.index + 8, one.words.lines if one.after[:1] == ":" else ())
        if one.opens_clause and one.after[:1] in ("A", ":", "-", ",")
        else None
    )
    if owner is not None:
        return attributed(one, "quotes.words_of", owner, sentence)
    put = _as_put(one)
    if put is not None:
        return put
    if re.search(r"A[zt]{0,2}$", one.before) and not re.search(r"[VvTGQ,;:]", one.before):
        told = owner_of_words(one, sentence, 0, one.index)  # The message from X was “…”
        if told is not None and sentence.subject_before(one.index) is None:
            return attributed(one, "quotes.words_of", told, sentence)
    match = one.words.words_of.search(narration[:60]) if named_after_colon(one) is None else None
    if match is None:
        return _thus(one) if one.after in ("", ".") else None
    after = sentence.index(start + match.end())
    phrase = next((p for p in sentence.phrases if after <= p.first <= after + 2), None)
    if phrase is None or phrase.kind == "impersonal":
        return None
    return attributed(one, "quotes.words_of", phrase, sentence, (start + match.start(), start + match.end()))


_SAYS_SO = re.compile(r"(?:,[^,;:.VTQ]{1,8},)?[tz]{0,2}[VT]")
"""What follows *as X*, classes of words: a verb, behind who X is told to be or at once."""


def _as_put(one: Quoted) -> Attribution | None:
    """``“…,” as X once put it``, ``comme dit X``: who is said to have put it so."""
    sentence, tags = one.sentence, one.sentence.tags
    at = one.index + 1 + (one.after[:1] == ",")
    if sentence.tags[at : at + 1] == "c" and sentence_word(one, at + 1) in one.words.thus:
        at += 1  # or so X says
    elif sentence_word(one, at) not in sentence.words.markers["as_put"]:
        return None
    phrase = next((p for p in sentence.phrases if p.first == at + 1), None)
    if phrase is None or phrase.kind == "impersonal":
        return None
    told = _SAYS_SO.match(tags, phrase.last + 1)
    if told is None:
        return None
    verb = told.end() - 1
    phrase = pronoun_subject(sentence, phrase)
    return attributed(one, "quotes.words_of", phrase, sentence, one.cue(verb, verb))


def _thus(one: Quoted) -> Attribution | None:
    sentence = next_sentence(one)
    if sentence is None or not sentence.tokens:
        return None
    told = one.words.thus_phrases.match(one.context.text, sentence.start, sentence.end)
    if told is not None:
        first = sentence.index(told.end())
        named = next((p for p in sentence.phrases if first <= p.first <= first + 5 and p.kind != "impersonal"), None)
        return None if named is None else attributed(one, "quotes.words_of", named, sentence, told.span())
    author = owner_of_words(one, sentence, 0, 4)
    if (
        author is not None
        and author.first == 0
        and re.fullmatch(r"'[ax]{1,3}(?:A[atx]{1,3})?\.?", sentence.tags[author.last + 1 :])
    ):
        return attributed(one, "quotes.words_of", author, sentence)  # X's first words.
    if author is None and sentence.tokens[0].word in sentence.words.markers["pointing_back"]:
        author = owner_of_words(one, sentence, 0, 7)  # That was Scott Walker's farewell
        if author is not None and _is_denied(sentence, author.first):
            return None  # Ce n'est pas l'avis de X
        if author is not None:
            return attributed(one, "quotes.words_of", author, sentence)
    behind = sentence.tags[author.last + 1 : author.last + 3] if author is not None else ""
    is_alone = behind[:1] in ("", ".") or (behind[:1] == "," and behind[1:] not in ("N", "h"))
    if author is not None and is_alone:  # not *Quant au tweet de X, Y …*
        return attributed(one, "quotes.words_of", author, sentence)
    if sentence.tokens[0].word not in one.words.thus:
        return None
    subject = sentence.subject_before(len(sentence.tags))
    if subject is None or subject.first > 2:
        return None
    token = sentence.tokens[0]
    return attributed(one, "quotes.words_of", subject, sentence, (token.start, token.end))


def _is_denied(sentence: Sentence, index: int) -> bool:
    """Whether a word of denial stands before a token."""
    denial = sentence.words.markers["denial"]
    return any(token.word in denial for token in sentence.tokens[:index])


_NEAR, _FAR = 8, 16
"""Tokens behind words within which their source is named; farther when it closes the sentence: *“…” is the word at the
count, according to an aide.*"""


def named_source(one: Quoted) -> Attribution | None:
    """``Selon X``, ``pour X``, ``d'après X``, ``aux yeux de X``, ``according to X``."""
    sentence, tags = one.sentence, one.sentence.tags
    best: tuple[int, Attribution] | None = None
    for phrase in sentence.phrases:
        if phrase.kind == "impersonal" or phrase.first == 0:
            continue
        leads = tags[phrase.first - 1] in "IV" or sentence.tokens[phrase.first - 1].word in one.words.thus
        if not phrase.governed and not leads:  # à en croire X; dixit X
            continue
        phrase = _mouthpiece_of(sentence, phrase)
        match = _source_before(one, phrase)
        if match is None:
            continue
        if phrase.is_indefinite and sentence.tokens[phrase.head].word in one.words.said_nouns:
            continue  # in a statement, X said…
        first = sentence.index(match[0])
        word = sentence.tokens[first].word if first < len(tags) else ""
        text_of_source = one.context.text[slice(*match)].strip().lower()
        starts = first == 0 or tags[first - 1] in ",:;.-tcb"
        if (
            word in one.words.views
            and (not re.search(r"[VAv]", tags) or re.fullmatch(r"iA[^VTG]*", tags[: one.index]))
            and first > one.index
            and tags[first - 1] in "Q,:-"
            and re.fullmatch(r"(?:[,;c]{1,2}Qp[^Q]*)?\.?", tags[phrase.last + 1 :])
        ):
            return attributed(one, "quotes.source", phrase, sentence, match)
        if word in one.words.topic_sources:
            closed = phrase.last + 1 < len(tags) and (
                tags[phrase.last + 1] in ",:QA(" or tags[phrase.last + 1 : phrase.last + 3] == "iA"
            )
            if not (starts and closed and phrase.first < one.index and phrase.start - match[0] < 40):
                continue
            if not _opens_clause(tags, first) or tags[phrase.head] not in "NOKrgh":
                continue  # X a toujours voté pour Y, …; In a restaurant, …
            is_word = text_of_source == word
            if (
                is_word
                and tags[first - 1 : first] == ","
                and first > 1
                and not re.fullmatch(r"iA,|t{1,2},", tags[:first])
            ):  # C'est, pour X, « … »
                continue
        elif phrase.first - one.index > (_FAR if starts and tags[phrase.last + 1 :] in ("", ".") else _NEAR):
            continue
        if any(tags[i] in ";:" for i in range(min(first, one.index), max(first, one.index)) if tags[i] == ";"):
            continue
        if _is_relayed(one, phrase):
            continue
        is_addressed = word in one.words.topic_sources  # To X's voters, he promised “…”
        if (
            (first > 0 or is_addressed)
            and phrase.last < one.index
            and re.search(r",[hN][ztA]{0,3}[VT]", tags[phrase.last + 1 : one.index])
        ):
            continue  # En tête d'après son équipe, il promet « … »
        if first and tags[first - 1] not in ",:;.-(" and re.match(r",[zt]{0,2}V", tags[phrase.last + 1 : one.index]):
            continue  # X, battu selon Y, promet « … »
        found = attributed(one, "quotes.source", phrase, sentence, match)
        if found is not None:
            distance = abs(phrase.first - one.index)
            if best is None or distance < best[0]:
                best = distance, found
    return best[1] if best is not None else None


def _mouthpiece_of(sentence: Sentence, phrase: NounPhrase) -> NounPhrase:
    """The name in *par la voix de X*, whose voice it is; any other phrase as it is."""
    if phrase.kind != "description" or sentence.tokens[phrase.head].word not in sentence.words.markers["mouthpiece"]:
        return phrase
    return possessor_at(sentence, phrase.last) if sentence.tags[phrase.last] == "N" else phrase


def held_view(one: Quoted) -> Attribution | None:
    """``A ses yeux, X « est fini »``, ``X is, to her mind, “finished”``: whoever was spoken of before holds the view;
    behind a subject with a verb of speech it is his own (*X défend ce qui est à ses yeux « … »*)."""
    sentence = one.sentence
    named = _view_of(one, ahead=True) or _view_of(one, ahead=False)
    if named is not None:
        return attributed(one, "quotes.view", named, sentence)
    match = one.words.his_view.search(one.context.text, sentence.start, one.quotation.start)
    if match is None:
        return None
    first, last = sentence.index(match.start()), sentence.index(match.end())
    if first and re.search(r"[VTGvwQ]", one.before[:first]):
        return None
    gender: Gender = next(
        (g for t in sentence.tokens[first:last] if (g := sentence.words.genders_after.get(t.word))), ""
    )
    previous, before = one.previous, previous_sentence(one, sentence.start)
    cue = match.start(), match.end()
    just_quoted = previous is not None and before is not None and previous.sentence.start == before.start
    spoke = previous.attribution if previous is not None and just_quoted else None
    if spoke is not None and (spoke.entity is None or spoke.entity.may_be(gender)):
        return same_speaker(spoke, "quotes.view", cue)
    meant = one.context.references.antecedent(match.start(), one.entry, gender, skip=sentence)
    if meant is None or meant.start >= sentence.start:
        return None
    return Attribution("quotes.view", meant, meant.entity, cue, (meant.start, meant.end), meant.is_group)


def _view_of(one: Quoted, ahead: bool) -> NounPhrase | None:
    """Whose view it is, by a possessive: *X is, in Y's telling, “fit”*; *X is “fit”, in Y's words*."""
    match = re.search(r",p([NO]'[ax]{0,2}[xG]),$", one.before) if ahead else None
    match = match or (None if ahead else re.match(r",?p([NO]'[ax]{0,2}[xG])(?:[.,]|$)", one.after))
    if match is None:
        return None
    at = match.start(1) + (0 if ahead else one.index + 1)
    noun = sentence_word(one, at + len(match[1]) - 1)
    is_view = noun in one.words.said_nouns or noun in one.sentence.words.markers["view_nouns"]
    return possessor_at(one.sentence, at) if is_view else None


def _opens_clause(tags: str, index: int) -> bool:
    """Whether only an adverb may stand before a token in its clause."""
    before = tags[:index].rstrip("t")
    return not before or before[-1] in ",:;.-cb"


def _is_relayed(one: Quoted, phrase: NounPhrase) -> bool:
    """Whether an outlet only relays what somebody says: *According to the BBC, Hall admitted “an error”*."""
    if phrase.last >= one.index or phrase.entity is None or phrase.entity.kind not in ("outlet", "pollster"):
        return False
    subject = next(
        (p for p in one.sentence.phrases if p.first > phrase.last and p.last < one.index and not p.governed), None
    )
    if subject is None or subject.is_group or subject.kind == "impersonal":
        return False
    return re.match(r"[zt]{0,3}(?:V|A[zt]{0,3}T)", one.before[subject.last + 1 :]) is not None


def _source_before(one: Quoted, phrase: NounPhrase) -> tuple[int, int] | None:
    """Offsets of the preposition that names a source just before a phrase."""
    text = one.context.text
    floor = max(one.sentence.start, phrase.start - 32)
    for match in one.words.source_phrases.finditer(text, floor, phrase.start + 3):
        if text[match.start() - 1 : match.start()] == "-":
            continue  # porte-parole de X
        if text[match.end() : phrase.start].strip(" \u00a0'’") in {"", *one.words.articles}:
            return match.start(), match.end()
        if match.end() > phrase.start:
            return match.start(), match.end()
    return None


_GOES_ON = re.compile(r"[^,;:Q],[zt]{0,2}(?:Vh|AhT)[^,;:.QNOh]{0,4}:$")
"""A verb of speech and its pronoun between a comma and the colon: *Son candidat parlera plus tard, poursuit-il : …*."""


def _source_behind(one: Quoted) -> Attribution | None:
    """``Le parti est à 8,5 % : « un séisme », selon X``: the source right behind words that nobody before speaks."""
    tags, index = one.sentence.tags, one.index
    if tags[index + 1 : index + 2] != "," or re.search(r"[VTG]", tags[:index]):
        return None
    found = named_source(one)
    phrase = found.phrase if found is not None else None
    return found if phrase is not None and index < phrase.first <= index + _NEAR_SOURCE else None


_NEAR_SOURCE = 6
"""Tokens from words quoted to the name of the source right behind them."""


def introduced_by_colon(one: Quoted) -> Attribution | None:
    """``X : « … »``, ``X prévient : « … »``: what stands before the colon names the speaker."""
    sentence, tags = one.sentence, one.sentence.tags
    if one.index and tags[one.index - 1] == ":":
        if (source := _source_behind(one)) is not None:
            return source
        own = _own_words(one)
        if own is not None:
            return own
        token = sentence.tokens[one.index - 1]
        if (sender := _sender(one) or _account(one)) is not None:
            return sender
        goes_on = inverted_pronoun(one, max(0, one.index - 8), one.index) if _GOES_ON.search(one.before) else None
        if goes_on is not None:
            return from_inversion(one, "quotes.colon", goes_on)
        phrase = introducing_phrase(one, sentence, one.index - 1)
        cue = cue_before(one, sentence, one.index - 1) or (token.start, token.end)
        if phrase is not None:
            found = attributed(one, "quotes.colon", phrase, sentence, cue)
            if found is not None:
                return found
        place = inverted_pronoun(one, 0, one.index)
        if place is not None:
            return from_inversion(one, "quotes.colon", place)
        subject = _subject_before_colon(sentence, one.index - 1)
        if (
            subject is not None
            and subject.kind == "impersonal"
            and sentence_word(one, subject.first) in sentence.words.markers["they"]
        ):
            people = impersonal_speaker(one, "quotes.colon", cue)
            if people is not None and people.label is not None:
                return people
        if _goes_round(one):
            return Attribution("quotes.colon", cue=cue)
        if one.index > 14 or in_headline(one):
            return None
        if (
            re.fullmatch(r"D?[xr]:", one.before)
            and sentence_word(one, one.index - 2) in sentence.words.markers["replies"]
        ):
            return _who_was_told(one, cue)
        return carried_speaker(one, "quotes.colon_carried", cue)
    if one.index == 0:
        before = previous_sentence(one, sentence.start)
        if before is not None and before.tags.endswith(":"):
            phrase = introducing_phrase(one, before, len(before.tags) - 1)
            token = before.tokens[-1]
            if phrase is not None:
                return attributed(one, "quotes.colon_line_before", phrase, before, (token.start, token.end))
    return None


def _sender(one: Quoted) -> Attribution | None:
    """*From the activist X, by text: “…”*, *Question de Ludo_59 : « … »*: who wrote in, named before anything else."""
    text, sentence = one.context.text, one.sentence
    if re.fullmatch(r"x(?:,[fp][LN])?:", one.before):
        first = sentence.tokens[0]  # Denis, de Nancy : « … »
        if one.context.people.is_given_name(text[first.start : first.end]):
            colon = sentence.tokens[one.index - 1]
            return Attribution("quotes.colon", label=(first.start, first.end), cue=(colon.start, colon.end))
    opening = one.words.sender.match(text, sentence.start, one.quotation.start)
    if opening is None or re.search(r"[VTG]", one.before.partition(",")[0]):
        return None
    colon = sentence.tokens[one.index - 1]
    named = one.context.people.between(opening.end(), colon.start)
    people = [m for m in named if m.entity.is_person]
    stop = text.find(",", opening.end(), colon.start)
    stop = colon.start if stop < 0 else stop
    if people and people[0].start < stop:
        label = people[0].start, people[0].end
        return Attribution("quotes.colon", entity=people[0].entity, label=label, cue=(colon.start, colon.end))
    label = opening.end(), opening.end() + len(text[opening.end() : stop].rstrip())
    if named or label[1] - label[0] > _LONGEST_SENDER or label[0] == label[1]:
        return None
    return Attribution("quotes.colon", label=label, cue=(colon.start, colon.end))


def _account(one: Quoted) -> Attribution | None:
    """*Sur Twitter, @jo écrit : « … »*: the account that writes, and whose it is."""
    found = re.search(r"(?:^|[,;:.bc])(x)[zt]?V?:$", one.before)
    token = one.sentence.tokens[found.start(1)] if found is not None else None
    if token is None or not token.word.startswith("@"):
        return None
    entity = account_holder(one, token.word[1:])
    return Attribution(
        "quotes.colon", entity=entity, label=(token.start, token.end), cue=one.cue(one.index - 1, one.index - 1)
    )


def account_holder(one: Quoted, handle: str) -> Entity | None:
    """The one person of the post whose name, or given name, an account bears."""
    people, folded = one.context.people, fold(handle)
    named = {m.entity for m in people.between(one.entry.char_start, one.entry.char_end) if m.entity.is_person}
    bearing = [e for e in named if folded in (fold(e.name).replace(" ", ""), fold(e.name).partition(" ")[0])]
    return people.named(handle) or (bearing[0] if len(bearing) == 1 else None)


_LONGEST_SENDER = 30
"""Characters of the words for somebody who wrote in."""


def _own_words(one: Quoted) -> Attribution | None:
    """*Ses premiers mots sont pour eux : « … »*, *Her message: “…”*: whoever was spoken of, or is named next."""
    sentence = one.sentence
    if sentence.tokens[0].word not in sentence.words.possessive or re.search(r"[NOVTQ]", one.before):
        return None
    if not any(token.word in one.words.said_nouns for token in sentence.tokens[1:4]):
        return None
    cue = one.cue(0, 0)
    carried = carried_speaker(one, "quotes.colon_carried", cue)
    following = next_sentence(one)
    if carried is not None or following is None:
        return carried
    subject = following.subject_before(len(following.tags))
    if subject is None or subject.kind != "name" or subject.is_group:
        return None
    return attributed(one, "quotes.colon_carried", subject, following, cue)


def _who_was_told(one: Quoted, cue: tuple[int, int]) -> Attribution | None:
    """*« … », lance X à Y. Réponse : « … »*: who was told what was quoted just before; nobody, when none is named."""
    previous = one.previous
    if (
        previous is None
        or previous.attribution is None
        or "\n" in one.context.text[previous.quotation.end : one.sentence.start]
    ):
        return None
    spoke = previous.attribution.entity
    for read in one.context.references.before(one.sentence.start, one.entry):
        for phrase in reversed(read.phrases):
            entity = phrase.entity
            is_told = phrase.kind == "name" and (read.tags[phrase.first - 1 : phrase.first] or ".") in "Vp"
            if is_told and entity is not None and entity.is_person and entity is not spoke:
                return Attribution("quotes.colon", phrase, entity, cue, (phrase.start, phrase.end))
        if read.start <= previous.sentence.start and re.search(r"[NOKrh]", read.tags):
            break
    return Attribution("quotes.colon", cue=cue)


def _goes_round(one: Quoted) -> bool:
    """Whether words are said to be on many lips: *au siège, une plaisanterie circule : « … »*."""
    circulating = one.sentence.words.markers["circulating"]
    return any(token.word in circulating for token in one.sentence.tokens[max(0, one.index - 4) : one.index])


_SMILES = re.compile(r"[zt]{0,2}[^,;:QNOKhwbVTG]{1,8}c[zt]{0,2}V[tx]{0,3}")
"""Classes of two verbs, the second of speech, of one subject up to a colon: *où X serre des mains et sourit :*."""


def introducing_phrase(one: Quoted, sentence: Sentence, index: int) -> NounPhrase | None:
    """Who is said to speak in the words that introduce a quotation."""
    tags = sentence.tags
    owner = owner_of_words(one, sentence, 0, index)
    if owner is not None and owner.last + 1 == index:
        return owner  # …, avant de lire une lettre de sa fille : « … »
    if owner is not None and any(
        p.first == owner.last + 2 and tags[owner.last + 1] == "," and p.kind == "name" and not p.governed
        for p in sentence.phrases
    ):
        owner = None  # Quant au tweet de X, Y n'en veut plus : « … »
    if owner is not None and (
        sentence.tokens[0].word in one.words.said_nouns
        or sentence.tokens[min(1, index)].word in one.words.said_nouns
        or not re.search(r"[V]", tags[:index])
    ):
        return owner
    if (heard := _heard_from(sentence, index)) is not None:
        return heard
    put = next((p for p in sentence.phrases if p.first == 1 and p.kind != "impersonal"), None)
    is_put = sentence.tokens[0].word in sentence.words.markers["as_put"]
    if is_put and put is not None and re.fullmatch(r"[tz]{0,2}[VT][^,VvA]*", tags[put.last + 1 : index]):
        return put  # As X put it: “…”
    told = re.search(r",(h)[zt]?V[^,;:NO]{0,3},", tags[:index])
    if told is not None:  # The campaign, he vowed, was only beginning: “…”
        return next((p for p in sentence.phrases if p.first == told.start(1)), None)
    beside = next((p for p in sentence.phrases if p.last + 1 == index), None)
    if (
        beside is not None
        and beside.first
        and tags[beside.first - 1] in ",;"
        and beside.kind in ("name", "description")
        and tags[beside.head] in "NOKrg"
        and sentence.tokens[beside.head].word not in sentence.words.markers["manner"]
        and not (beside.governed or beside.embedded or re.search(r"[VvATG]", tags[: beside.first].rpartition(";")[2]))
    ):
        return beside  # Ten minutes later, the same source: “…”
    for phrase in reversed(sentence.phrases):  # X répond, bravache : / grince un conseiller :
        if phrase.last >= index or phrase.kind == "impersonal" or index - phrase.last > 8:
            continue
        if phrase.governed:
            continue
        inverted = re.search(r"V[tz]{0,2}$", tags[: phrase.first])
        if phrase.last + 1 == index and inverted and sentence.subject_before(inverted.start()) is None:
            return phrase
        if phrase.last + 1 == index and phrase.embedded and phrase.kind == "name" and "w" in tags[: phrase.first]:
            return phrase
        if phrase.embedded and re.fullmatch(r"[zt]{0,2}(?:V|A[zt]?T)[tx,]{0,4}", tags[phrase.last + 1 : index]):
            return phrase
        if tags[phrase.first - 1 : phrase.first] == "w" and _SMILES.fullmatch(tags, phrase.last + 1, index):
            return phrase  # …, où X serre des mains et sourit : « … »
        if re.fullmatch(r",?G[tx]{0,3}", tags[phrase.last + 1 : index]):
            return phrase  # an usher, whispering: “…”
        if tags[phrase.first - 1 : phrase.first] == ";" and re.fullmatch(r"Ti[tx]{0,3}", tags[phrase.last + 1 : index]):
            return phrase  # …; a former minister put it less kindly: “…”
    subject = _subject_before_colon(sentence, index)
    is_manner = subject is not None and sentence.tokens[subject.head].word in sentence.words.markers["manner"]
    if subject is not None and is_manner and not re.search(r"[VvATG]", tags[subject.last + 1 : index]):
        return None  # Puis, la voix cassée : « … »
    if subject is not None and subject.kind != "impersonal" and not _is_mere_capital(subject, sentence):
        return subject
    if owner is not None:
        return owner
    if _is_about_somebody(sentence, index):
        return None
    free = [
        p
        for p in sentence.phrases
        if p.first < index and p.kind != "impersonal" and not p.embedded and not _is_mere_capital(p, sentence)
    ]
    persons = [
        p
        for p in free
        if (p.entity is not None and p.entity.is_person) or (p.kind == "description" and tags[p.head] in "rg")
        if not _is_addressed(p, sentence)
        or _suffices(sentence, index)
        or re.match(r",?p[VI]", tags[p.last + 1 : index])
    ]
    ungoverned = [p for p in persons if not p.governed]
    if ungoverned:
        return ungoverned[-1]
    if one.words.words_of.search(
        one.context.text, sentence.start, sentence.tokens[index - 1].end if index else sentence.end
    ):
        return persons[-1] if persons else None
    apposed = re.fullmatch(r",D?[axrg][^VvATGQw;:]{0,14}", tags[persons[0].last + 1 : index]) if persons else None
    if apposed and persons[0].kind == "name" and not re.search(r"[VvATG]", tags[:index]):
        return persons[0]  # Refus poli de X, directeur de campagne de Y : « … »
    if len(persons) != 1:
        return None
    relative = re.match(r",w", tags[persons[0].last + 1 : index]) is not None  # Sourire pour X, qui patiente : « … »
    asked = re.match(r",?[pf]z?[VI]", tags[persons[0].last + 1 : index]) is not None  # It fell to X to announce it: “…”
    sent = sentence.tokens[0].word in sentence.words.markers["sent_from"] and re.fullmatch(
        r"(?:,D[Dxa#]{1,3}|p[NO])?", tags[persons[0].last + 1 : index]
    )  # De X à Y : « … »
    return persons[0] if relative or asked or sent or index - persons[0].last <= 2 else None


def _heard_from(sentence: Sentence, index: int) -> NounPhrase | None:
    """*Our reporter overheard this from a man in a hat: “…”*, *Entendu ceci d'un passant : « … »*: from whom it is."""
    markers, tokens = sentence.words.markers, sentence.tokens
    for at in range(index - 2, 0, -1):
        if sentence.tags[at] in ";:Q":
            break
        if tokens[at].word in markers["of_source"] and tokens[at - 1].word in markers["these_words"]:
            source = next((p for p in sentence.phrases if at <= p.first <= at + 1 and p.last < index), None)
            is_somebody = source is not None and (source.kind == "name" or sentence.tags[source.head] in "rg")
            return source if is_somebody else None
    return None


def _subject_before_colon(sentence: Sentence, index: int) -> NounPhrase | None:
    """The subject of the sentence before a colon; not *ceux* in *on en veut à ceux qui l'accusent : « … »*."""
    subject = sentence.subject_before(index)
    if subject is not None and subject.kind == "pronoun" and subject.governed:
        return sentence.main_subject(index)
    if subject is not None and _is_thing_done(subject, sentence, index):
        first = next((p for p in sentence.phrases if not (p.governed or p.embedded)), None)
        is_told = first is not None and first.first < subject.first and sentence.is_verb(first.last + 1)
        return first if is_told else subject
    is_antecedent = subject is not None and sentence.tags[subject.last + 1 : subject.last + 2] == "w"
    if subject is not None and is_antecedent and re.search(r"[vVA]", sentence.tags[: subject.first]):
        return sentence.main_subject(index) or subject  # He took a swipe at the analysts who add up …: “…”
    if "Q" in sentence.tags[sentence.tags.rfind("w", 0, index) + 1 : index] and "w" in sentence.tags[:index]:
        return sentence.main_subject(index) or subject  # X répond à Y, qui l'accusait d'« … » : « … »
    return subject


def _is_thing_done(phrase: NounPhrase, sentence: Sentence, index: int) -> bool:
    """Whether a thing right before a colon is what somebody does, by a verb that no list knows: *X a salué Y, puis fixé
    un cap : « … »*."""
    is_thing = phrase.kind == "description" and sentence.tags[phrase.head] == "x" and phrase.is_indefinite
    return is_thing and phrase.last + 1 == index and sentence.tags[phrase.first - 1 : phrase.first] == "x"


def _is_addressed(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether words are said to somebody, not by him: *And, to her daughters: “…”*."""
    if not phrase.governed:
        return False
    at = phrase.first if sentence.tags[phrase.first] in "pf" else phrase.first - 1
    return sentence.tokens[at].word in sentence.words.prepositions["to"]


def _is_about_somebody(sentence: Sentence, index: int) -> bool:
    """Whether a few words without a verb tell of whom, or to whom, words are said: *Of her opponent: “…”*, *Puis, à
    l'adresse de sa rivale : « … »*."""
    if re.search(r"[VvATGNOKh]", sentence.tags[:index]):
        return False
    phrase = next((p for p in sentence.phrases if p.last + 1 == index and p.kind == "description"), None)
    if phrase is None or not phrase.is_possessive:
        return False
    markers, tokens = sentence.words.markers, sentence.tokens
    if any(t.word in markers["addressed_to"] for t in tokens[: phrase.first]):
        return True
    return tokens[0].word in markers["told_of"] and phrase.first <= 1


def _suffices(sentence: Sentence, index: int) -> bool:
    """Whether words are told to have been enough for somebody: *Trois mots ont suffi à X : « … »*."""
    sufficing = sentence.words.markers["sufficing"]
    return any(token.word in sufficing for token in sentence.tokens[:index])


def _is_mere_capital(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a word is a name only by the capital that opens its sentence: *Sourire figé pour X, qui…*."""
    unknown = phrase.kind == "name" and phrase.entity is not None and phrase.entity.kind == "unknown"
    following = sentence.tags[phrase.last + 1 : phrase.last + 2]
    if unknown and phrase.first == 0 and following == "f":  # Soupir d'un militant : « … »
        return any(
            p.first <= phrase.last + 2 and p.first > phrase.last and p.kind != "impersonal" for p in sentence.phrases
        )
    return unknown and phrase.first == 0 and following in tuple("axDt")


def owner_of_words(
    one: Quoted, sentence: Sentence, first: int, last: int, further: Iterable[str] = ()
) -> NounPhrase | None:
    """*Steve Baker's reaction*, *la réponse de Valls*, *le mot est de Valls*: the owner of a noun for words, or of one
    of some ``further`` nouns.
    """
    last, nouns = min(last, len(sentence.tags)), one.words.said_nouns.union(further)
    for i in range(first, last):
        if sentence.tokens[i].word not in nouns and (i or sentence.tags[0] not in "hi"):
            continue
        author = _author(sentence, i)
        if author is not None:
            return author
        if sentence.tokens[i].word not in nouns:
            continue
        for phrase in sentence.phrases:
            if (phrase.first == i + 2 and sentence.tags[i + 1] == "f") or (phrase.first == i + 1 and phrase.governed):
                return phrase
        for at in range(i + 1, min(i + 11, last - 1)):
            if sentence.tokens[at].word in sentence.words.markers["of_source"]:
                titled = re.match(r"[axg]{1,3}r[xa]?N(?!')", sentence.tags[at + 1 :])
                if titled is not None:  # a statement from party president X
                    return possessor_at(sentence, at + titled.end())
                phrase_from = phrase_at(sentence, at + 1)
                if phrase_from is not None and sentence.tags[phrase_from.head] in "NOrg":
                    return phrase_from
        for back in (2, 3):
            if i >= back and sentence.tags[i - back + 1] == "'" and sentence.tags[i - back] in "NO":
                return possessor_at(sentence, i - back)
            if i >= back and sentence.tags[i - back : i - back + 2] == "g'":
                return next((p for p in sentence.phrases if p.last == i - back), None)  # the party's reaction
    return None


def possessor_at(sentence: Sentence, at: int) -> NounPhrase:
    """The name before a possessive mark, as a phrase."""
    token = sentence.tokens[at]
    entity = token.item.entity if token.item is not None and not isinstance(token.item, Quotation) else None
    return NounPhrase(token.start, token.end, "name", at, at, at, entity, is_group=token.tag != "N", is_definite=True)


def _author(sentence: Sentence, noun: int) -> NounPhrase | None:
    """*La formule est d'un militant*, *le mot du jour est de X*: whose the words are said to be."""
    for at in range(noun + 1, min(noun + 7, len(sentence.tags) - 2)):
        if re.match(r"A[NO]'", sentence.tags[at:]):
            return possessor_at(sentence, at + 1)
        if sentence.tags[at : at + 2] == "Af":
            return next((p for p in sentence.phrases if at + 1 <= p.first <= at + 2 and p.kind != "impersonal"), None)
        if sentence.tags[at] == "," and re.match(r",[xat]{1,2},A|,A", sentence.tags[at:]):
            continue  # le constat, lapidaire, est d'un conseiller
        if sentence.tags[at] in "VvAN,;:.Q":
            break
    return None


def named_after_colon(one: Quoted) -> NounPhrase | None:
    """``“…”: Professor X isn’t mincing his words``: who is named right behind the colon that closes words quoted."""
    if one.after[:1] != ":":
        return None
    near = (p for p in one.sentence.phrases if one.index + 2 <= p.first <= one.index + 3)
    return next((p for p in near if p.kind == "name" and p.entity is not None and p.entity.is_person), None)


def after_colon(one: Quoted) -> Attribution | None:
    """``« … » : le président du MoDem estime …``, ``‘Not the captain’: Cameron quits``."""
    if one.after[:1] != ":" or not one.opens_clause:
        return None
    subject = next(
        (
            p
            for p in one.sentence.phrases
            if p.first > one.index and not p.governed and not p.embedded and p.kind != "impersonal"
        ),
        None,
    )
    if subject is None or subject.first > one.index + 24:
        return None
    token = one.sentence.tokens[one.index + 1]
    return attributed(one, "quotes.after_colon", subject, one.sentence, (token.start, token.end))


def before_colon(one: Quoted, index: int) -> Attribution | None:
    """Who speaks in what follows a colon: *Tom Brown: I’m “very relaxed”*, *Pelosi’s line: tomorrow is “a new day”*."""
    colon = one.before.rfind(":", 0, index)
    introducer = introducing_phrase(one, one.sentence, colon) if colon > 0 else None
    return None if introducer is None else attributed(one, "quotes.colon", introducer, one.sentence)
