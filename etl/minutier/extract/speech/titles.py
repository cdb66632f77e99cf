"""Quotations that are no quotes: titles, names, what is shown on signs, words held at arm's length."""

from __future__ import annotations

import re
from collections.abc import Callable

from minutier.extract.speech.quoted import CLOSING, Quoted, sentence_word


def _is_title(one: Quoted) -> bool:
    """The name of a work, programme or body: after a noun that announces one, or a capital in
    mid-sentence."""
    text, sentence, index = one.context.text, one.sentence, one.index
    words = one.text.split()
    if len(words) > 12:
        return False
    first = text[one.quotation.inner_start]
    capital = first.isupper() or (first.isdigit() and len(words) > 1 and words[1][0].isupper())
    for back in (1, 2):
        if index >= back:
            token = sentence.tokens[index - back]
            named = token.word in one.words.naming and (capital or token.tag != "V")
            if named and not capital and sentence_word(one, index - back - 1) in sentence.words.markers["has"]:
                return False  # X has called it “out of touch”
            if (named or (capital and token.word in one.words.title_nouns)) and (
                back == 1 or sentence.tags[index - 1] in "xaT,OK"
            ):
                return True
            if token.tag in "VQ,:.":
                break
    if capital and re.search(r"rf$", one.before):
        return True
    if _names_outlet(one):
        return True
    if _is_apposed(one) or (capital and _is_announced(one)):
        return True
    if capital and len(words) <= 2 and words[-1][0].isupper() and re.match(r",[Da]{1,2}r", one.after):
        return True  # « Michou », sa femme
    if capital and _is_title_case(words) and re.match(r"r+[NOK]", one.after):
        return True  # “Hillbilly Elegy” author JD Vance
    if capital and _is_title_case(words) and len(words) <= 4 and one.before.endswith(",V") and one.after in ("", "."):
        return True  # X renonce, écrit « Sud Ouest ».
    if capital and _is_title_case(words) and len(words) <= 6 and one.before.endswith("K'"):
        return True  # on MSNBC’s “Morning Joe.”
    if capital and one.opens_clause and re.match(r"[vx]p#", one.after):
        return True  # « Le choix des Français » démarre à 19h55
    if capital and re.search(r"K[zt]{0,2}V$", one.before) and re.match(r"p#", one.after):
        return True  # France 2 diffuse « … » à 19h15
    if capital and _is_on_a_channel(one):
        return True
    if not capital or not _looks_like_name(one):
        return False
    if one.before.endswith("Dx") and sentence_word(one, index - 1) in one.words.said_nouns - one.words.title_nouns:
        return False  # the words “Let that sink in”
    if _is_broadcast(one, words):
        return True
    if text[one.quotation.inner_end - 1] in ".!?…":
        return False
    near = one.before[-4:]
    if one.opens_clause:
        if one.after[:1] == "A" and any(sentence_word(one, index + i) in one.words.said_nouns for i in (2, 3, 4)):
            return False  # “Don’t panic” was the message from X
        if sentence_word(one, index + 1) in one.words.views and one.after[1:2] == "N":
            return False  # « Battus mais fiers » pour X
        if one.index and one.before[-1] == ":":
            return one.sentence.tags[0] == "K" and _is_title_case(words)
        verb = re.match(r"[zt]{0,2}[VAv]", one.after)
        if verb and "," in text[one.quotation.inner_end : one.quotation.end]:
            return False  # “Don’t book the band,” was the advice of X
        if (
            verb
            and sentence.subject_after(index + 1 + verb.end()) is None
            and not re.search(r"[-]", text[one.quotation.end : one.quotation.end + 24])
        ):
            return len(words) <= 4
        if one.after[:1] == "," and "K" not in one.after:
            return False
        return one.after[:1] in ("p", "c", "z", "A", "v", "b", ",", "t") and len(words) <= 10 and not _has_speech(one)
    if (
        re.search(r"zV[t]?$", one.before)
        and sentence.words.verbs.get(sentence.tokens[one.before.rfind("V")].word) in one.words.naming_verbs
    ):
        return True
    if "K" in one.before and not re.search(r"[VTG]", one.before):
        return True
    subject = sentence.subject_before(index)
    if subject is not None and sentence.tags[subject.head] == "K" and _is_title_case(words):
        return True
    if one.before[-1] in ",c" and (
        "K" in one.before
        or "K" in one.after
        or (len(words) > 1 and _is_title_case(words) and not re.search(r"[VTG]", one.before))
    ):
        return not re.search(r"[VTG]", one.before[-12:] + one.after[:8])
    if one.before[-1] == "D" and sentence_word(one, index - 1) in sentence.words.markers["a"] and _has_speech(one):
        return False  # il a lancé, en latin, un « Vae victis »
    if _VIEW.fullmatch(one.before):
        return False  # Pour X, c'est « Thatcher qui débarque »
    return "V" not in near and "T" not in near and "G" not in near and one.before[-1] in "pDxfvaKA#r"


_VIEW = re.compile(r"[zt]{0,2}p[Dr]{0,2}N,iA[zt]{0,2}")
"""Classes of the words by which somebody's view of something is told: *pour X, c'est*."""


def _names_outlet(one: Quoted) -> bool:
    """Whether all that stands between the marks is the name of a newspaper or channel: *selon « Le Parisien »*."""
    start, end = one.quotation.inner_start, one.quotation.inner_end
    named = one.context.people.of_kind("outlet", start, end)
    lead = one.context.text[start : named[0].start].strip().lower() if named else ""
    return bool(named) and named[0].end >= end and (not lead or lead in one.sentence.words.definite)


def _is_announced(one: Quoted) -> bool:
    """Whether nothing but the noun for a piece of writing or film stands before a colon: *Portrait : « … »*."""
    announced = re.fullmatch(r"[xD]{0,2}[rxg]:", one.before) is not None
    return announced and sentence_word(one, one.index - 2) in one.words.title_nouns


def _is_apposed(one: Quoted) -> bool:
    """Between commas, after a noun that announces a name: *its slogan, “…”, is tin-eared*."""
    index = one.index
    behind = _TOLD_BEHIND.match(one.after)
    if behind is not None and sentence_word(one, index + behind.end()) in one.words.title_nouns:
        return True  # *“X”, the new president's campaign book, …*
    if one.before[-1:] == ":" and one.after[:2] == ",D" and sentence_word(one, index + 3) in one.words.title_nouns:
        return True  # *À écouter : « … », notre série en cinq épisodes*
    if index < 2 or one.before[-1] != "," or one.after[:1] != "," or one.before[-2] in "VA":
        return False
    return one.sentence.tokens[index - 2].word in one.words.naming | one.words.title_nouns


_TOLD_BEHIND = re.compile(r",D[xarg'LNOK]{1,7}(?=[,.;:]|$)")
"""Classes of the words between commas behind a quotation that tell what it is."""


def _is_broadcast(one: Quoted, words: list[str]) -> bool:
    """What is on the air or sung: *on “The View.”*, *« Le Choix » sur une chaîne du câble*, *she sang: ‘Ride On’*."""
    sentence = one.sentence
    titled = _is_title_case(words) and len(words) <= 6
    if titled and one.before.endswith("p") and sentence_word(one, one.index - 1) in sentence.words.markers["aired"]:
        return True
    if titled and one.before.endswith(":") and any(t.word in sentence.words.title_forms for t in sentence.tokens[:4]):
        return True
    return one.after[:2] in (",T", ",x") and sentence_word(one, one.index + 2) in sentence.words.title_forms


def _is_on_a_channel(one: Quoted) -> bool:
    """*« Le Choix » sur une chaîne du câble*."""
    sentence = one.sentence
    channel = re.match(r"p[Da]{0,2}[gK]", one.after)
    return (
        channel is not None
        and not re.search(r"[VTGI]", one.before)
        and sentence_word(one, one.index + channel.end()) in sentence.words.markers["channels"]
    )


def _looks_like_name(one: Quoted) -> bool:
    """Whether the words quoted could be a name: no pronoun that speaks, no auxiliary."""
    tags = one.sentence.words.tags
    found = [
        tags.get(w.lower().replace("’", "'"), tags.get(w.lower().rstrip("'’"), "x"))
        for w in re.findall(r"[^\W\d_]+['’]?", one.text)
    ]
    return not any(tag in "ihzA" for tag in found)


def _is_title_case(words: list[str]) -> bool:
    return all(w[0].isupper() or not w[0].isalpha() for w in words if len(w) > 3 or w == words[0])


def _has_speech(one: Quoted) -> bool:
    """Whether a verb of speech or somebody who may speak stands near."""
    return re.search(r"[VTGI]", one.before[-12:] + one.after[:8]) is not None or (
        one.sentence.subject_before(one.index) is not None
    )


def _is_title_shown(one: Quoted) -> bool:
    """What a verb such as *présenter* or *to air* shows, when it has the look of a title."""
    shows = one.sentence.words.title_forms
    first = one.context.text[one.quotation.inner_start]
    return (
        (first.isupper() or first.isdigit())
        and not one.opens_clause
        and any(t.word in shows for t in one.sentence.tokens[max(0, one.index - 3) : one.index])
    )


def _is_distance(one: Quoted) -> bool:
    """A word or two held at arm's length: an article before, no verb of speech in the clause."""
    if one.opens_clause or len(one.text.split()) > 2:
        return False
    tags, index = one.sentence.tags, one.index
    determiner = tags[index - 1] in "Da" or (
        tags[index - 1] in "pf" and one.sentence.tokens[index - 1].word in one.sentence.words.contracted
    )
    if not determiner:
        return False
    told = re.match(r",[zt]{0,2}(?:V|A[zt]{0,2}T)", one.after) if index == 1 else None
    if told is not None and one.sentence.subject_after(index + 1 + told.end()) is not None:
        return False  # Une « honte », accuse X
    if one.words.source_phrases.match(one.context.text, CLOSING.match(one.context.text, one.quotation.end).end()):  # type: ignore[union-attr]
        return False  # Une « honte », selon X
    clause = re.split(r"[wb;:]", tags[max(0, index - 14) : index])[-1]
    return not re.search(r"[VTG]", clause)


def _is_on_air(one: Quoted) -> bool:
    """What a channel has on and what musicians play: *TF1 propose « … »*, *the band strikes up “…”*."""
    words, tags, index = one.words, one.sentence.tags, one.index
    text = one.context.text
    first, last = text[one.quotation.inner_start], text[one.quotation.inner_end - 1]
    if not (first.isupper() or first.isdigit()) or last in ".!?…" or one.opens_clause or index < 2:
        return False
    start = max(tags.rfind(mark, 0, index) for mark in ".:;Qb") + 1
    tokens = one.sentence.tokens[start:index]
    if any(t.word in words.musicians for t in tokens[:4]) and not re.search(r"[NOhr]", tags[start:index]):
        return True
    scheduled = any(t.word in words.schedules for t in tokens[-3:])
    return scheduled and "K" in tags[start:index] and not re.search(r"[Nhr]", tags[start:index])


def _is_programme(one: Quoted, far: int = 3) -> bool:
    """What a channel has on, told without anybody who speaks: *« Le Choix » sur TF1*, and beside another: *TF1 lui
    oppose « La Soirée »*; a tune that is heard: *“Sweet Caroline” struck up*, *to the sound of X's “Ode to Joy”*.
    """
    tags, index, words = one.sentence.tags, one.index, one.text.split()
    first, markers = one.context.text[one.quotation.inner_start], one.sentence.words.markers
    if not (first.isupper() or first.isdigit()) or len(words) > 8:
        return False
    sounds = sentence_word(one, index + 1) in markers["sounding"]
    sounds = sounds or any(t.word in markers["sound_of"] for t in one.sentence.tokens[max(0, index - 5) : index])
    if sounds and _is_title_case(words):
        return True
    start = max(tags.rfind(mark, 0, index) for mark in ";:Q.") + 1
    if re.search(r"[Nhr]", tags[start:index]) or not _looks_like_name(one):
        return False
    if re.match(r"pK(?!')", one.after) and one.opens_clause and not re.search(r"[NhrgOVTG]", tags[:index]):
        return True
    previous = one.previous
    is_beside = "K" in tags[start:index] or re.match(r"pK(?!')", one.after) is not None
    if not is_beside or previous is None or "K" not in previous.sentence.tags or not far:
        return False
    return _is_title(previous) or _is_title_shown(previous) or _is_on_air(previous) or _is_programme(previous, far - 1)


def _is_nickname(one: Quoted) -> bool:
    """What somebody is called: *Len Hall, “Red Len” to his friends*, *« Le Menhir », comme l'appellent les siens*,
    *“Lord Bucket”, at her elbow, polled 249*.
    """
    sentence, index, words = one.sentence, one.index, one.text.split()
    markers, before, after = sentence.words.markers, one.before, one.after
    if not words or len(words) > 4 or one.context.text[one.quotation.inner_end - 1] in ".!?…":
        return False
    is_apposed = re.search(r"[N)],$", before) is not None
    is_name = any(w[0].isupper() for w in words)
    if is_apposed and is_name and sentence_word(one, index + 1) in markers["known_to"] and re.match(r"p[Dxrg]", after):
        return True
    if is_apposed and after[:1] == "T" and sentence.words.nouns.get(words[0].lower()) == "r":
        return True
    near = re.match(r",?p[zthDxrgN]{0,4}", after)
    is_named = is_name and sentence_word(one, index + 1 + (after[:1] == ",")) in markers["named_as"]
    called = (sentence_word(one, index + at) for at in range(2, near.end() + 2 if near is not None else 2))
    if is_named and not markers["called_as"].isdisjoint(called):
        return True
    all_capital = len(words) > 1 and all(w[0].isupper() for w in words)
    return all_capital and one.opens_clause and re.match(r",[^,;:.VvATQh]{1,8},[zt]{0,2}[vVA]", after) is not None


def _is_thing_told_of(one: Quoted) -> bool:
    """A thing under the name that it goes by: *he blamed the “dementia tax”*, *Le « tout sauf X » peut-il gagner ?*"""
    if not re.search(r"D$", one.before) or one.context.text[one.quotation.inner_end - 1] in ".!?…":
        return False
    if one.index == 1:
        return re.match(r"[AVvI]h", one.after) is not None and one.context.text[one.sentence.end - 1] == "?"
    markers = one.sentence.words.markers
    is_definite = sentence_word(one, one.index - 1) in one.sentence.words.definite
    return is_definite and len(one.text.split()) <= 2 and sentence_word(one, one.index - 2) in markers["blaming"]


def _is_displayed(one: Quoted) -> bool:
    """Words that a thing bears: *a banner reads “…”*, *“…” reads a sign*, *sur une pancarte : « … »*."""
    sentence, tags = one.sentence, one.sentence.tags
    displays = sentence.words.markers["displays"]
    if sentence_word(one, one.index + 1) in displays and one.before[-1:] != "V":
        return True  # “Make America Great Again” caps
    if re.match(r"[,t]{0,2}V[Da]{1,3}", one.after):
        return any(t.word in displays for t in sentence.tokens[one.index + 2 : one.index + 5])
    if one.before[-1:] not in ("V", ":") or re.search(r"[NhO]", tags[: one.index]):
        return False
    subject = sentence.subject_before(one.index)
    if subject is not None and sentence_word(one, subject.head) not in displays:
        return False  # Le maire résume l'affiche : « … »
    return any(t.word in displays for t in sentence.tokens[max(0, one.index - 8) : one.index])


IGNORED: tuple[tuple[str, Callable[[Quoted], bool]], ...] = (
    ("quotes.ignored_title", _is_title),
    ("quotes.ignored_title_shown", _is_title_shown),
    ("quotes.ignored_on_air", _is_on_air),
    ("quotes.ignored_distance", _is_distance),
    ("quotes.ignored_display", _is_displayed),
    ("quotes.ignored_programme", _is_programme),
    ("quotes.ignored_nickname", _is_nickname),
    ("quotes.ignored_thing", _is_thing_told_of),
)
"""Rules by which a quotation is set aside, by name."""


def is_ignored(one: Quoted) -> bool:
    return any(rule(one) for _, rule in IGNORED)
