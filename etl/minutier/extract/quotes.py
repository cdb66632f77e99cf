"""Rules of the table quotes: which quotations are somebody's words, and whose.

Every quotation of an entry becomes a row, is set aside by a named rule (``IGNORED``: titles, nicknames, words held at
arm's length), or is reported as an issue ``quote-without-speaker``. The rules of attribution are tried in the order of
``RULES``; each looks at the sentence that holds the quotation, read into classes of words (see ``syntax``). They stand
in ``speech``, by where they look.
"""

from __future__ import annotations

from collections.abc import Callable

from minutier.document import Entry, Issue
from minutier.extract.context import Context, Found
from minutier.extract.speech.apart import (
    block_quotation,
    continues_before,
    following_sentence,
    in_parenthesis,
    sentence_before,
    signed_below,
    social_post,
)
from minutier.extract.speech.headlines import attribute_headlines
from minutier.extract.speech.incises import (
    incise_before,
    incise_inside,
    incise_pronoun,
    incise_stranger,
    incise_subject,
    passive_agent,
    quoted_as,
    relative_clause,
    trailing_speaker,
)
from minutier.extract.speech.introductions import (
    after_colon,
    held_view,
    introduced_by_colon,
    named_source,
    words_of,
    written_in,
)
from minutier.extract.speech.narration import (
    carried_on,
    continued_in_sentence,
    in_narration,
    speaking_participle,
    subject_after,
    words_of_a_crowd,
    words_of_somebody,
)
from minutier.extract.speech.quoted import Attribution, Quoted, words_of_speech
from minutier.extract.speech.resolving import fits_gender
from minutier.extract.speech.rows import row_of
from minutier.extract.speech.titles import IGNORED


def extract(entry: Entry, context: Context) -> Found:
    """The quotes of one entry, in order, and the quotations that could not be attributed."""
    found = Found([], [])
    quotations = context.quotations(entry.char_start, entry.char_end)
    if not quotations:
        return found
    quoted = _read(quotations, entry, context)
    for one in quoted:
        ignored = next((name for name, rule in IGNORED if rule(one)), None) if one.quotation.kind == "marks" else None
        if ignored is not None:
            continue
        one.attribution = _attribute(one)
    attribute_headlines(quoted)
    position = 0
    for one in quoted:
        if one.attribution is None and any(rule(one) for _, rule in IGNORED if one.quotation.kind == "marks"):
            continue
        row = row_of(one)
        if row is None:
            found.issues.append(_issue(one))
            continue
        position += 1
        found.rows.append(row | {"position": position})
    return found


def _attribute(one: Quoted) -> Attribution | None:
    """The attribution by the first rule that has one; a description nobody is known for gives way to a
    name."""
    unnamed: Attribution | None = None
    for rule in RULES:
        found = rule(one)
        if found is None:
            continue
        if _is_somebody_else(one, found):
            continue
        if unnamed is not None:
            if found.entity is None:
                continue
            return Attribution(unnamed.rule, unnamed.phrase, found.entity, unnamed.cue, unnamed.label)
        phrase = found.phrase
        if (
            found.entity is None
            and rule is incise_subject
            and phrase is not None
            and phrase.kind == "description"
            and phrase.is_definite
            and not phrase.is_group
            and one.before.endswith(":")
        ):
            unnamed = found
            continue
        return found
    if unnamed is None and (pronoun := one.unresolved) is not None:  # *“…,” she said*, of nobody who is known
        return Attribution("quotes.unknown_pronoun", label=(pronoun.start, pronoun.end))
    return unnamed


def _is_somebody_else(one: Quoted, found: Attribution) -> bool:
    """Whether a pronoun that leads to nobody tells that the words are not his who was quoted just before."""
    if one.unresolved is None or found.entity is None or one.previous is None or one.previous.attribution is None:
        return False
    return one.previous.attribution.entity is found.entity and not fits_gender(found.entity, one.unresolved)


def _read(quotations: object, entry: Entry, context: Context) -> list[Quoted]:
    references, words = context.references, words_of_speech(context.language.code)
    quoted: list[Quoted] = []
    for quotation in quotations:  # type: ignore[attr-defined]
        sentence = references.sentence(quotation.start, entry)
        index = next((i for i, t in enumerate(sentence.tokens) if t.item is quotation), None)
        if index is None:
            continue
        previous = quoted[-1] if quoted else None
        quoted.append(Quoted(quotation, sentence, index, entry, context, previous, words))
    return quoted


def _issue(one: Quoted) -> Issue:
    q = one.quotation
    return Issue(
        "extract",
        "warning" if one.is_sentence else "info",
        "quote-without-speaker",
        "nobody could be named for the words quoted",
        q.start,
        q.end,
    )


RULES: tuple[Callable[[Quoted], Attribution | None], ...] = (
    social_post,
    block_quotation,
    in_parenthesis,
    signed_below,
    quoted_as,
    words_of_a_crowd,
    words_of_somebody,
    passive_agent,
    relative_clause,
    written_in,
    incise_pronoun,
    incise_subject,
    incise_inside,
    words_of,
    introduced_by_colon,
    incise_before,
    trailing_speaker,
    held_view,
    named_source,
    speaking_participle,
    continued_in_sentence,
    after_colon,
    in_narration,
    carried_on,
    subject_after,
    continues_before,
    sentence_before,
    following_sentence,
    incise_stranger,
)
"""The rules of attribution, in the order in which they are tried."""
