"""Rules of the words around a quotation that carry a verb of speech: *said X*, *dit-il*, *called by X*."""

from __future__ import annotations

import re

from minutier.extract.quotation import incise
from minutier.extract.speech.introductions import named_after_colon, owner_of_words, possessor_at
from minutier.extract.speech.quoted import BREAK, Attribution, Quoted, cue_before, same_speaker, sentence_word
from minutier.extract.speech.resolving import attributed, fits_gender, past_manner, previous_sentence
from minutier.extract.speech.verbs import (
    ENDING_VERB,
    beside_verb,
    closes_clause,
    from_inversion,
    inverted_pronoun,
    verb_after_subject,
    verb_at,
)
from minutier.extract.syntax import NounPhrase, Sentence, read_sentence


def incise_pronoun(one: Quoted) -> Attribution | None:
    """``« … », dit-il``, ``a-t-elle lancé``, ``dit-on à l'Elysée``: a verb and its pronoun after the
    words."""
    place = inverted_pronoun(one, one.index + 1, min(len(one.sentence.tags), one.index + 7))
    if place is None or re.search(r"[NOKr]", one.sentence.tags[one.index + 1 : place]):
        return None
    return from_inversion(one, "quotes.incise_pronoun", place)


def quoted_as(one: Quoted) -> Attribution | None:
    """``“Never,” his aides quoted him as saying``: who is quoted, not who quotes."""
    sentence, tags, words = one.sentence, one.sentence.tags, one.sentence.words
    for i in range(1, len(tags) - 1):
        if sentence.tokens[i].word not in words.markers["as_saying"] or tags[i + 1] != "G":
            continue
        phrase = next((p for p in sentence.phrases if p.last == i - 1), None)
        if phrase is not None and phrase.kind in ("name", "description"):
            return attributed(one, "quotes.quoted_as", phrase, sentence, one.cue(i, i + 1))
        token = sentence.tokens[i - 1]
        if token.word in words.object_pronouns:
            pronoun = NounPhrase(
                token.start, token.end, "pronoun", i - 1, i - 1, i - 1, gender=words.object_pronouns[token.word]
            )
            return attributed(one, "quotes.quoted_as", pronoun, sentence, one.cue(i, i + 1))
    return None


def passive_agent(one: Quoted) -> Attribution | None:
    """``called “a clown” by X``, ``qualifiée d'« incapable » par X``, ``said by X to be “a clown”``: the agent of
    a passive verb of speech."""
    sentence = one.sentence
    named = _agent_before(one)
    if named is not None:
        return named
    repeated = re.match(r",?[TV][^VvTGQ;:.NOKLhr]{0,6}p", one.after)  # « … », répété trois fois par X
    if repeated is not None and sentence_word(one, one.index + repeated.end()) in sentence.words.prepositions["by"]:
        agent = next((p for p in sentence.phrases if 0 <= p.first - one.index - repeated.end() <= 1), None)
        if agent is not None and (agent.kind == "name" or sentence.tags[agent.head] in "rg"):
            return attributed(one, "quotes.agent", agent, sentence, one.cue(one.index + 1, one.index + repeated.end()))
    at = one.index + 1
    if at + 1 >= len(sentence.tags) or sentence.tokens[at].word not in sentence.words.prepositions["by"]:
        return None
    if not re.search(r"(?:T|(?:^|[,(A])[zt]?V)[^VTGQ,]{0,4}$", one.before) or re.search(
        r"z[At]{0,3}T[^VTGQ,]{0,4}$", one.before
    ):
        return None
    phrase = next((p for p in sentence.phrases if at <= p.first <= at + 1 and p.kind != "impersonal"), None)
    if phrase is None or not (phrase.kind == "name" or sentence.tags[phrase.head] in "rg"):
        return None
    return attributed(one, "quotes.agent", phrase, sentence, one.cue(at, at))


_IN_RELATIVE = re.compile(r"[NOKrg],w[zt]{0,2}(?:V|A[zt]{0,2}T)[^,;:.QNhw]{0,8}$")
_OF_RELATIVE = re.compile(r"hw[zt]{0,2}(?:V|A[zt]{0,2}T)[fpDkt]{0,3}$")  # those who said …
_RELATIVE = re.compile(r"w(?=[DNOK])[^wVTGQ,;:]{1,7}[zt]{0,2}(?:V|A[zt]{0,2}T)[^VTGQ;:,w]{0,5}$")


def _agent_before(one: Quoted) -> Attribution | None:
    """The agent between a passive verb of speech and the words: *told by one pollster that he was “out”*."""
    sentence, tags = one.sentence, one.sentence.tags
    for phrase in reversed(sentence.phrases):
        if phrase.last >= one.index or phrase.kind in ("pronoun", "impersonal") or phrase.first < 2:
            continue
        at = (
            phrase.first
            if sentence.tokens[phrase.first].word in sentence.words.prepositions["by"]
            else phrase.first - 1
        )
        verb = re.search(r"(?:A[tz]{0,2}V|[TI]|[,(][tz]{0,2}V)[tpxL#]{0,2}$", tags[max(0, at - 6) : at])
        if sentence.tokens[at].word not in sentence.words.prepositions["by"] or verb is None:
            continue
        between = tags[phrase.last + 1 : one.index]
        if re.search(r"[VTG;:.Q]|,[zt]{0,2}[vA]", between) or len(between) > 9:
            return None
        return attributed(one, "quotes.agent", phrase, sentence, one.cue(at, at))
    return None


def relative_clause(one: Quoted) -> Attribution | None:
    """``X, que Y juge « incapable »``, ``X, whom Y called “a clown”``: the subject of the relative clause."""
    named = _relative_source(one) or _relative_of_object(one)
    if named is not None:
        return named
    match = _RELATIVE.search(one.before) if "w" in one.before else None
    if match is None or not _is_object(one, match.start()):
        return None
    phrase = next((p for p in one.sentence.phrases if p.first == match.start() + 1), None)
    if phrase is None or phrase.kind == "impersonal" or phrase.governed:
        return None
    return attributed(one, "quotes.relative", phrase, one.sentence, cue_before(one, one.sentence, one.index))


def _relative_of_object(one: Quoted) -> Attribution | None:
    """``X salue Y, qui lui « souhaite bon vent »``: the antecedent, as the pronoun beside the words is X."""
    match, markers = re.search(r",?wz$", one.before), one.sentence.words.markers
    if match is None or sentence_word(one, one.index - 2) not in markers["subject_relative"]:
        return None
    phrase = next((p for p in one.sentence.phrases if p.last == match.start() - 1), None)
    is_told = phrase is not None and phrase.kind in ("name", "description")
    if phrase is None or not is_told or sentence_word(one, one.index - 1) not in markers["of_another"]:
        return None
    return attributed(one, "quotes.relative", phrase, one.sentence, cue_before(one, one.sentence, one.index))


def _is_object(one: Quoted, relative: int) -> bool:
    """Whether a relative pronoun is no subject of its clause: *que*, *dont*, *à qui*, *whom*."""
    markers, word = one.sentence.words.markers, sentence_word(one, relative)
    if word in markers["object_relative"] or word in markers["relative_genitive"]:
        return True
    return word in markers["subject_relative"] and one.before[relative - 1 : relative] in ("p", "f")


def _relative_source(one: Quoted) -> Attribution | None:
    """``X, pour qui elle est « finie »``, ``X, for whom it was “a shame”``: the antecedent of a relative that names a
    source."""
    place = one.before.rfind("w")
    sentence = one.sentence
    if place < 2 or sentence.tokens[place].word not in sentence.words.markers["source_relative"]:
        return None
    if sentence.tokens[place - 1].word not in one.words.sources or re.search(r"[,;:VTG]", one.before[place:]):
        return None
    comma = place - 2 if one.before[place - 2] == "," else place - 1
    phrase = next((p for p in sentence.phrases if p.last + 1 == comma and p.kind in ("name", "description")), None)
    if phrase is None:
        return None
    return attributed(one, "quotes.relative", phrase, sentence, one.cue(place - 1, place))


def incise_subject(one: Quoted) -> Attribution | None:
    """``« … », a déclaré X``, ``said X``, ``X said``, ``the mayor told Sky News``: subject and verb
    after the words."""
    tags = one.sentence.tags
    at = one.index + 1
    closes = closes_clause(one)
    if (at < len(tags) and tags[at] in ",-") or (at < len(tags) and tags[at] == "." and at + 1 < len(tags)):
        at, closes = at + 1, True
    if at >= len(tags) or not (closes or one.opens_clause):
        return None
    verb = verb_at(one, at)
    if verb is not None and not one.opens_clause and _IN_RELATIVE.search(one.before) and one.after[:1] == ",":
        return None  # The Globe, which finds him “dangerous”, would re-elect the incumbent
    if verb is not None and (own := _set_apart_behind(one)) is not None:
        return attributed(one, "quotes.same_sentence", own, one.sentence, one.cue(*verb))
    if verb is not None:
        first, last = verb
        relayed = one.sentence.tokens[last].word in one.sentence.words.markers["relays"]
        if relayed and re.search(r"[VT][fpkDawt]{0,4}$", one.before) and beside_verb(one) is not None:
            return None  # Merkel se réjouit d'« … », rapporte son porte-parole
        addresses = one.sentence.tokens[last].word in one.sentence.words.markers["addressing"]
        if not one.opens_clause and addresses and _speaks_before(one):
            return None  # Elle parle d'« … », remercie ses militants; but C'est « … », salue X
        subject = past_manner(one.sentence, one.sentence.subject_after(last + 1))
        if subject is None:
            subject = one.sentence.subject_behind_place(last + 1)
        if subject is not None and sentence_word(one, subject.head) in one.words.said_nouns:
            subject = (
                owner_of_words(one, one.sentence, subject.head, subject.head + 8) or subject
            )  # reads a note from X
        if subject is None and (account := _account_behind(one, last + 1)) is not None:
            return Attribution("quotes.incise_subject", label=account, cue=one.cue(first, last))
        if subject is not None:
            subject = _one_who(one, subject)
            return attributed(one, "quotes.incise_subject", subject, one.sentence, one.cue(first, last))
        return None
    if not one.opens_clause and _OF_RELATIVE.search(one.before):
        return None  # A ceux qui prédisaient « … », X répond
    subject = next((p for p in one.sentence.phrases if p.first >= at), None)
    if (
        subject is None
        or subject.governed
        or subject.kind == "impersonal"
        or not re.fullmatch(r"[t,]{0,2}", tags[at : subject.first])
    ):
        return None
    verb = verb_after_subject(one, subject)
    if verb is not None and not one.opens_clause and re.match(r"[^,;:.]{0,4}Q", tags[verb[1] + 1 :]):
        return None  # While X wants to “reach out”, Y rules out “any deal”
    markers = one.sentence.words.markers
    if not one.opens_clause and sentence_word(one, subject.head) in markers["second_of_two"]:
        before = one.sentence.subject_before(one.index)
        if before is not None and sentence_word(one, before.head) in markers["first_of_two"]:
            return None  # le premier veut « … », la seconde appelle à …
    if verb is not None and (
        one.opens_clause
        or re.match(r"t?(?:$|[.,pKfc]|DK)", tags[verb[1] + 1 :])
        or sentence_word(one, verb[1] + 1) in one.sentence.words.markers["hearers"]
        or _is_capital(one, verb[1] + 1)  # she tells Breakfast in Cork, which nothing lists
    ):
        return attributed(one, "quotes.incise_subject_first", subject, one.sentence, one.cue(*verb))
    return None


def _account_behind(one: Quoted, at: int) -> tuple[int, int] | None:
    """The account behind a verb of speech: *écrit le compte @radio*, *tweets @jo*."""
    near = re.match(r"(?:Dx)?x", one.sentence.tags[at : at + 3])
    account = one.sentence.tokens[at + near.end() - 1] if near is not None else None
    return (account.start, account.end) if account is not None and account.word.startswith("@") else None


_SOMEBODY = re.compile(r"D[xa]{1,3}(?:fD?[axgrLNO]{1,2})?(?=[zpt]|[.,;:]|$)")
"""Classes of the words for somebody of whom no list knows what he is: *le vigile de la rédaction*."""


def incise_stranger(one: Quoted) -> Attribution | None:
    """``« … », philosophe le vigile de la rédaction``: whoever stands right behind a verb of speech, where nothing else
    tells who speaks.
    """
    at = one.index + 1
    is_apart = one.sentence.tags[at : at + 1] == ","
    if not (is_apart or closes_clause(one)):
        return None
    verb = verb_at(one, at + is_apart)
    stranger = _somebody_behind(one, verb[1] + 1) if verb is not None else None
    if verb is None or stranger is None:
        return None
    return attributed(one, "quotes.incise_stranger", stranger, one.sentence, one.cue(*verb))


def _somebody_behind(one: Quoted, at: int) -> NounPhrase | None:
    """Somebody of whom no list knows what he is, behind a verb of speech that ends before a token."""
    tokens, words = one.sentence.tokens, one.sentence.words
    found = _SOMEBODY.match(one.sentence.tags, at)
    if found is None or tokens[at].word not in words.definite or one.sentence.tags[at - 1] != "V":
        return None
    if tokens[at + 1].word in words.markers["no_speaker"]:
        return None  # *« … », répète la veille X*
    gender = words.genders.get(tokens[at].word, "")
    last = found.end() - 1
    return NounPhrase(
        tokens[at].start, tokens[last].end, "description", at, last, at + 1, gender=gender, is_definite=True
    )


def _is_capital(one: Quoted, at: int) -> bool:
    """Whether a token is printed with a capital."""
    tokens = one.sentence.tokens
    return at < len(tokens) and one.context.text[tokens[at].start].isupper()


def _set_apart_behind(one: Quoted) -> NounPhrase | None:
    """``X, « déçu mais combatif », a félicité sa rivale``: who stands at the head of the sentence, and whom the words
    between commas describe; the verb behind them is his.
    """
    if not one.before.endswith(",") or one.after[:1] != ",":
        return None
    first = next((p for p in one.sentence.phrases if p.kind in ("name", "description")), None)
    is_head = first is not None and first.first == 0 and first.last == one.index - 2 and not first.governed
    return first if is_head else None


def _one_who(one: Quoted, subject: NounPhrase) -> NounPhrase:
    """``soupire celui qui dirigeait la ville, X``: the name behind the clause, else whoever the sentence before is
    about, else all that the clause tells.
    """
    sentence, tags = one.sentence, one.sentence.tags
    if subject.kind != "pronoun" or tags[subject.head + 1 : subject.head + 2] != "w":
        return subject
    clause = re.compile(r"[^,;:.Q()]+").match(tags, subject.head)
    end = clause.end() if clause else subject.head + 1
    named = next((p for p in sentence.phrases if p.kind == "name" and p.first <= end + 1 <= p.last), None)
    if tags[end : end + 1] == "," and named is not None:
        return named
    if tags[end : end + 1] == "Q":
        return subject  # “celle qui veut être « la présidente de tous »” tells nothing but in her own words
    before = one.context.references.sentence_before(sentence.start, one.entry)
    told = before.main_subject(len(before.tags)) if before is not None else None
    is_named = told is not None and told.kind == "name" and told.entity is not None and told.entity.is_person
    if told is not None and told.entity is not None and is_named and fits_gender(told.entity, subject):
        return told
    start, stop = sentence.tokens[subject.first].start, sentence.tokens[end - 1].end
    return NounPhrase(start, stop, "description", subject.first, end - 1, subject.head, gender=subject.gender)


def incise_inside(one: Quoted) -> Attribution | None:
    """``« Ce soir, dit-il, nous avons gagné. »``: an incise that stands between the marks."""
    q, text, context = one.quotation, one.context.text, one.context
    if q.kind != "marks" or q.inner_end - q.inner_start < 20:
        return None
    narration = incise(text, q.inner_start, q.inner_end, context.language.code)
    if narration is None:
        return None
    start = narration[1]
    stop = next((m.start() for m in BREAK.finditer(text, start, q.inner_end)), q.inner_end)
    inner = read_sentence(text, start, stop, context.people, (), context.language.code)
    phrase = next((p for p in inner.phrases if not p.governed and p.kind != "impersonal"), None)
    if phrase is None or not inner.tokens:
        return None
    return attributed(one, "quotes.incise_inside", phrase, inner, (inner.tokens[0].start, inner.tokens[0].end))


def incise_before(one: Quoted) -> Attribution | None:
    """``La droite a, dit-elle, « … »``, ``It was, he says, “…”``: narration between commas before the
    words."""
    same = one.same_sentence
    floor = same.index + 1 if same is not None else 0
    place = inverted_pronoun(one, floor, one.index)
    earlier = same.attribution if same is not None and place is not None else None
    if earlier is not None and earlier.phrase is not None and earlier.phrase.first == place:
        return same_speaker(earlier, "quotes.same_sentence", earlier.cue)  # « … », dit-il, et « … »
    if (
        place is not None
        and one.sentence.tokens[place - 1].tag in "VA"
        and not re.search(r",w[zt]{0,2}V", one.before[place:])
        and "?" not in one.sentence.text[one.sentence.start : one.sentence.tokens[one.index].start]
    ):
        return from_inversion(one, "quotes.incise_before", place)
    if (written := _it_says(one, floor)) is not None:
        return written
    for phrase in one.sentence.phrases:  # The president, sneers Mélenchon, is “floating”
        if (
            floor < phrase.first
            and phrase.last + 1 < one.index
            and one.before[phrase.last + 1] == ","
            and not phrase.governed
        ):
            verb = re.search(r",[zt]{0,2}(V|A[zt]{0,2}T)[t]{0,2}$", one.before[: phrase.first])
            if verb and phrase.kind != "impersonal" and verb.start() > floor and not _is_apposed(one, verb.start()):
                return attributed(
                    one, "quotes.incise_before", phrase, one.sentence, one.cue(verb.start(1), verb.end(1) - 1)
                )
    match = re.search(r",([hN])[zt]?A?[VT][^QNhO.:;]{0,6},$", one.before[floor:])
    if match and one.before[floor : floor + match.start()] and (narrated := _told_by(one, floor + match.start(1))):
        return narrated
    view = re.search(r"(?:^|,)(p[NO]'[ax]{0,2}x,)$", one.before[floor:])
    view = view or re.match(r"(p[NO]'[ax]{0,2}x,)[^QhNOKVT:;,]{1,10}$", one.before[floor:])  # In X's words, it is “…”
    if view and sentence_word(one, floor + view.end(1) - 2) in one.words.said_nouns:  # She is not, in X's view, “fit”
        return attributed(
            one, "quotes.incise_before", possessor_at(one.sentence, floor + view.start(1) + 1), one.sentence
        )
    clause = r"p(?:(?:[hN]|D[axOL]{0,3}[rg])[zt]?A?[VT]|z?V[hN])[^QNhO.:;,]{0,5},"
    put = re.search(rf"(?:^|[,bk])({clause})$", one.before[floor:])
    if put and sentence_word(one, floor + put.start(1)) in one.sentence.words.markers["as_put"]:  # as X put it, “…”
        at = floor + put.start(1)
        putter = next((p for p in one.sentence.phrases if p.first > at), None)
        if putter is not None and putter.kind != "impersonal":
            return attributed(one, "quotes.incise_before", putter, one.sentence, one.cue(at, at))
    match = re.search(r",(?:([hN])[zt]?A?[VT][^QNhOVvAGT.:;,]{0,6}|(h)x),(?=([^Q;:.,]{1,10})$)", one.before[floor:])
    is_inside = match is not None and match.start() and not re.search(r"[NhOKrg][zt]{0,2}[AVT]", match[3])
    if match and is_inside and (narrated := _told_by(one, floor + match.start() + 1)):
        return narrated  # In Hull, he adds, it looks “odd”
    for phrase in one.sentence.phrases:  # It was, its leader shrugged, “a start”
        if floor < phrase.first and phrase.last < one.index and phrase.kind == "description" and not phrase.governed:
            told = re.fullmatch(r"[zt]?A?[VT][^QNhO.:;,]{0,3},[^QNhOVTG.:;,]{0,4}", one.before[phrase.last + 1 :])
            if told and one.before[phrase.first - 1] == ",":
                cue = one.cue(phrase.last + 1, phrase.last + told[0].index(","))
                return attributed(one, "quotes.incise_before", phrase, one.sentence, cue)
    return None


def _speaks_before(one: Quoted) -> bool:
    """Whether the clause that words quoted stand in has somebody for its subject."""
    subject = next((p for p in one.sentence.phrases if p.last < one.index and not (p.governed or p.embedded)), None)
    if subject is None or subject.kind == "impersonal":
        return False
    is_person = subject.entity is not None and subject.entity.is_person
    return subject.kind == "pronoun" or is_person or one.sentence.tags[subject.head] == "r"


_IT_SAYS = re.compile(r",iV,$")


def _it_says(one: Quoted, floor: int) -> Attribution | None:
    """``A statement from X does: Y, it says, “will go”``: whose the thing is that says it, told of before."""
    said = _IT_SAYS.search(one.before, floor)
    if said is None:
        return None
    told: Sentence | None = one.sentence
    at = one.sentence.tags.rfind(":", 0, said.start())
    owner = owner_of_words(one, one.sentence, 0, at) if at > 0 else None
    if owner is None:
        told = previous_sentence(one, one.sentence.start)
        owner = owner_of_words(one, told, 0, len(told.tags)) if told is not None else None
    if owner is None or told is None or owner.kind == "impersonal":
        return None
    return attributed(one, "quotes.incise_before", owner, told, one.cue(said.end() - 2, said.end() - 2))


def _told_by(one: Quoted, at: int) -> Attribution | None:
    """Whoever a pronoun or name at a token stands for, the verb of speech right behind: *In Hull, he adds, …*."""
    narrator = next((p for p in one.sentence.phrases if p.first <= at <= p.last), None)
    if narrator is None or narrator.governed:
        return None
    return attributed(one, "quotes.incise_before", narrator, one.sentence, one.cue(at + 1, at + 1))


def _is_apposed(one: Quoted, comma: int) -> bool:
    """Whether a comma closes what is said of a subject before it: *X, close to tears, thanked her team, …*."""
    opening = one.before.rfind(",", 0, comma)
    near = one.sentence.words.markers["near_to"]  # close is a verb too
    if opening < 0 or any(t.tag in "VvATGQ" and t.word not in near for t in one.sentence.tokens[opening:comma]):
        return False
    subject = next((p for p in one.sentence.phrases if p.last + 1 == opening), None)
    return subject is not None and not subject.governed and not re.search(r"[VvA]", one.before[: subject.first])


def _is_relayed_by_staff(one: Quoted, subject: NounPhrase) -> bool:
    """``X dit vouloir « du calme », a indiqué son porte-parole``: whether the words are of the one told to say them,
    and only passed on by somebody of his own."""
    if not subject.is_possessive or sentence_word(one, subject.head) not in one.sentence.words.markers["staff"]:
        return False
    teller = next((p for p in one.sentence.phrases if not (p.governed or p.embedded)), None)
    if teller is None or teller.kind not in ("name", "description") or teller.last >= one.index:
        return False
    return re.match(r"[zt]{0,2}(?:V|A[zt]{0,2}T)[^,;:.QVT]*$", one.before[teller.last + 1 :]) is not None


def trailing_speaker(one: Quoted) -> Attribution | None:
    """``The party did “better”, the expert points out``, ``…, assure son entourage``: an incise that
    ends the sentence."""
    sentence, tags = one.sentence, one.sentence.tags
    floor = one.index + 2
    stop = len(tags)
    if one.after[:1] == "Q" or named_after_colon(one):
        return None
    for comma in (i for i in range(floor, stop) if tags[i] == ","):
        place = inverted_pronoun(one, comma, min(comma + 6, stop))
        if place is not None and place - comma <= 5:
            return from_inversion(one, "quotes.incise_trailing", place)
        verb = re.match(r"[zt]{0,2}(?:V|A[zt]{0,2}T)", tags[comma + 1 : comma + 7])
        if verb:
            subject = sentence.subject_after(comma + 1 + verb.end())
            if subject is not None and _is_relayed_by_staff(one, subject):
                return None
            if subject is not None:
                return attributed(
                    one, "quotes.incise_trailing", subject, sentence, one.cue(comma + 1, comma + verb.end())
                )
        phrase = next((p for p in sentence.phrases if comma < p.first <= comma + 2), None)
        if phrase is None or phrase.governed or phrase.kind == "impersonal" or stop - phrase.last > 20:
            continue
        if ENDING_VERB.fullmatch(tags, phrase.last + 1):
            cue = one.cue(phrase.last + 1, phrase.last + 1)
            return attributed(one, "quotes.incise_trailing", phrase, sentence, cue)
    return None
