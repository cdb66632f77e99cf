"""A shallow reading of one sentence: its words by class, its noun phrases, and the subject of a verb.

No parser and no model: each word gets a one-letter class from the language file (``syntax``, ``quotes.verbs``
and ``people.roles``), names and quotations count as one word each, and what is asked is answered by
looking at
the row of letters. Only the sentences that a rule asks about are read, each once.

The classes: ``N`` name of a person, ``O`` of a party or organisation, ``K`` of an outlet, ``L`` of a place,
``Q`` words quoted; ``D`` determiner, ``a`` adjective that stands before its noun, ``r`` noun for a person,
``g`` noun for people together, ``f`` *of*, ``p`` other preposition, ``w`` relative, ``k`` *that* after a
verb of
speech, ``c`` and, or, ``b`` word that opens a clause, ``h`` pronoun, ``z`` clitic, ``t`` adverb; ``V``
verb of speech,
``T`` its past participle, ``G`` its present participle, ``A`` auxiliary, ``v`` other verb, ``I``
infinitive of a verb of speech; ``'`` possessive; ``#`` figure;
``x`` any other word; punctuation stands for itself (``,`` ``:`` ``;`` ``.`` ``(`` ``)`` ``-``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from minutier.extract.folding import fold
from minutier.extract.lexicon import MANY_FORMS, Lexicon, lexicon
from minutier.extract.people import Entity, Gender, Mention, People
from minutier.extract.quotation import Quotation

PhraseKind = Literal["name", "description", "pronoun", "impersonal"]

_TOKEN = re.compile(
    r"[\w@#]+(?:[-‑]\w+)*(?:['’](?:t\b|hui\b|(?!(?:s|ll|d|ve|re|m)\b)(?=[^\W\d_]|\Z)))?"
    r"|['’](?:s|ll|d|ve|re|m)\b|[^\w\s]"
)
_INVERTED = re.compile(r"(\w+?(?:-\w+)*?)(?:-t)?-(\w+)")
_BODIES = ("party", "organization", "outlet")
_DASHES = "-–—―"
_AGED = re.compile(r",(?:#x?(?:,D?r|,)|D?a?r[^,;:.QVA]{0,12},)")  # *Sylvie, 58, a nurse,*, *Sylvie, infirmière à Lyon,*
_SET_AGAINST = re.compile(r",[pf]D?[ax]{1,3},")
"""Classes of a complement in commas: *, de son côté,*, *, for its part,*."""
_TOLD = re.compile(r"(?:V[ti]{1,2}|A[zt]{0,2}T[ti]{0,2}|zV[^VvATGQ,;:.]{1,8})\Z")
_DEED = re.compile(r"[zt]{0,3}(?:A?[zt]{0,2}[VvTx])")
_VERB_GROUP = re.compile(r"[zt]{1,2}[VvATx]")
"""Classes of the clitics and adverbs that open a verb group, and of what follows: *s'en tient*."""
_POST_IN = re.compile(r",D?[ax#]{0,3}r[ax]{0,3}[pf]?D?")
"""Classes of a post between somebody and the body it is in: *Anne Roux, spokeswoman for the Modem*."""
_SPEAKING = re.compile(r"(?:pD?a?[tL#])?[zth]{0,3}(?:[VG]|A[zt]{0,3}[TV])")
_CLAUSE_END = re.compile(r"[,;:.]")
_OTHER_SUBJECT = re.compile(r"[zt]{0,2}h")
_ASIDE = re.compile(r"\([^()]{0,6}\)")
_NO_SUBJECT_AFTER = re.compile(r"[.;:Q)VvAb]")
_NOUN_NEXT = re.compile(r" [a-z]{3,}s\b(?! [a-z]+ed\b)")
_NAME_TAGS = {
    "person": "N",
    "unknown": "N",
    "group": "O",
    "organization": "O",
    "party": "O",
    "pollster": "O",
    "outlet": "K",
    "place": "L",
}


class Token(NamedTuple):
    """A word, a name, a quotation or a punctuation mark: ``text[start:end]``; ``word`` is in lower case."""

    start: int
    end: int
    tag: str
    word: str
    item: Mention | Quotation | None = None


_token: Callable[[tuple[int, int, str, str, Mention | Quotation | None]], Token] = partial(tuple.__new__, Token)
"""A token from its fields, without the cost of a call in Python: there is one for each word of a document."""


@dataclass(slots=True)
class NounPhrase:
    """``text[start:end]`` stands for somebody: a name, a description (*le maire de Pau*) or a pronoun.

    ``entity`` is known for names, and for descriptions that stand beside the name they describe.
    ``first`` and
    ``last`` are the places of its tokens in the sentence, ``head`` that of its noun. ``governed``: it
    follows a
    preposition. ``embedded``: it stands in a relative clause, in parentheses or in apposition to another
    phrase.
    """

    start: int
    end: int
    kind: PhraseKind
    first: int
    last: int
    head: int
    entity: Entity | None = None
    gender: Gender = ""
    is_plural: bool = False
    is_group: bool = False
    is_definite: bool = False
    is_possessive: bool = False
    governed: bool = False
    embedded: bool = False
    role: tuple[int, int] | None = None  # tokens of the description that stands beside the name

    @property
    def is_indefinite(self) -> bool:
        return self.kind == "description" and not self.is_definite and not self.is_possessive


@dataclass(slots=True)
class Sentence:
    """``text[start:end]``, read: ``tokens``, and ``tags``, the row of their classes as one string."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    tags: str
    words: Lexicon
    _phrases: list[NounPhrase] | None = field(default=None)
    _subjects: dict[int, NounPhrase | None] = field(default_factory=dict)

    def index(self, offset: int) -> int:
        """Place of the first token that begins at an offset or after it."""
        return bisect_left(self.tokens, (offset,))

    @property
    def phrases(self) -> list[NounPhrase]:
        """The noun phrases that stand for people or organisations, in order."""
        if self._phrases is None:
            self._phrases = _noun_phrases(self)
        return self._phrases

    def subject_before(self, index: int) -> NounPhrase | None:
        """The noun phrase that is the subject of what stands at a token, looking back in the same sentence.

        In a relative clause with a verb of speech it is the antecedent: *X, qui dit n'avoir « aucune
        confiance »*.
        """
        if index not in self._subjects:
            self._subjects[index] = (
                self.relative_antecedent(index) or self.main_subject(index) or self._governed_antecedent(index)
            )
        return self._subjects[index]

    def is_joined(self, phrase: NounPhrase) -> bool:
        """Whether a name is one of several that share a verb: *Neither Hall nor Small has spoken*, *Hall et Small*."""
        beside = (p for p in self.phrases if p.kind == phrase.kind and p.first != phrase.first and not p.governed)
        return any(
            self.tags[min(p.last, phrase.last) + 1 : max(p.first, phrase.first)] in ("c", ",c")
            and not self.is_verb(min(p.last, phrase.last) + 1)
            for p in beside
        )

    def main_subject(self, index: int) -> NounPhrase | None:
        """The subject of what stands at a token, relative clauses left aside."""
        for first in reversed(self._clauses(index)):
            for phrase in self.phrases:
                if phrase.first >= index:
                    break
                if phrase.first < first or phrase.governed or phrase.embedded:
                    continue
                following = phrase.last + 1
                if self._is_modifier(phrase):
                    continue
                if phrase.kind == "impersonal" and following < index and self.tags[following] in "hN":
                    continue  # There she repeated
                is_told = self.is_verb(following) or self._follows_subordinate(phrase)
                is_told = is_told or self._is_pronoun_with_verb(phrase)
                if first and following < index and self.tags[following] not in ",:Q" and not is_told:
                    continue
                if (
                    self._is_doubtful(phrase)
                    and not self.is_verb(following)
                    and self.tags[following : following + 1] not in (":", "Q")
                    and not _AGED.match(self.tags, following)
                    and not self._is_body_set_against(phrase)
                ):
                    continue
                return self._behind(phrase, index) or phrase
        return None

    def _is_body_set_against(self, phrase: NounPhrase) -> bool:
        """*SOS Lens, de son côté, a demandé*: whether a complement in commas stands between a body and its verb."""
        aside = _SET_AGAINST.match(self.tags, phrase.last + 1)
        is_body = phrase.entity is not None and phrase.entity.kind == "organization"
        return is_body and aside is not None and self.is_verb(aside.end())

    def _is_modifier(self, phrase: NounPhrase) -> bool:
        """Whether a party only tells of what kind a thing is, behind an article: *of all those Tory leaflets*."""
        if self.words.adjective_endings or phrase.first != phrase.last or self.tags[phrase.first] != "O":
            return False
        return self.tags[phrase.first - 1 : phrase.first] == "D" and self.tags[phrase.last + 1 : phrase.last + 2] == "x"

    def _is_pronoun_with_verb(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun opens a clause before a word of no class, a verb of no list: *; he quit and backed X*."""
        opens = phrase.first > 0 and self.tags[phrase.first - 1] in ";:"
        return opens and phrase.kind == "pronoun" and self.tags[phrase.first : phrase.last + 2] == "hx"

    def _behind(self, phrase: NounPhrase, index: int) -> NounPhrase | None:
        """The subject behind a name that only stands by: *X à ses côtés, Y a lancé*, *With X on stage, Y said*."""
        if phrase.kind != "name" or self.tags[phrase.last + 1 : phrase.last + 2] != "p":
            return None
        comma = self.tags.find(",", phrase.last + 1, phrase.last + 6)
        if comma < 0 or re.search(r"[VvAGT]", self.tags[phrase.last + 1 : comma]):
            return None
        found = next((p for p in self.phrases if p.first == comma + 1 and p.last < index), None)
        return found if found is not None and found.kind == "name" and self.is_verb(found.last + 1) else None

    def relative_antecedent(self, index: int) -> NounPhrase | None:
        """What a relative pronoun stands for whose clause reports speech and holds a token."""
        place = self.tags.rfind("w", 0, index)
        if place <= 0 or self.tokens[place].word not in self.words.markers["subject_relative"]:
            return None
        clause = self.tags[place + 1 : index]
        if not _SPEAKING.match(clause) or _CLAUSE_END.search(clause) or _OTHER_SUBJECT.match(clause):
            return None
        if self.tags[place - 1] == "c":  # X, who stood and who called him “…”
            place = self.tags.rfind("w", 0, place)
            if place <= 0:
                return None
        before = place - 1 if self.tags[place - 1] == "," else place
        beside = next((p for p in self.phrases if p.last + 1 == before and p.kind != "impersonal"), None)
        if beside is not None and self.tags[beside.head] in "OK" and self.tags[place - 1] == ",":
            return self._whose_post(beside) or beside
        if beside is not None or self.tags[place - 1] != ",":
            return beside
        figures = re.search(r",[#,()]{1,8}$", self.tags[:before])  # X, 47,6 %, qui …
        near = figures.start() if figures else before - 6
        return next(
            (p for p in reversed(self.phrases) if p.last < before and p.kind == "name" and p.last + 1 >= near), None
        )

    def _whose_post(self, body: NounPhrase) -> NounPhrase | None:
        """*Anne Roux, porte-parole du Modem, qui dénonce …*: who speaks for a body, named before."""
        before = (p for p in reversed(self.phrases) if p.last < body.first and p.kind == "name")
        person = next((p for p in before if p.entity is not None and p.entity.is_person), None)
        is_post = person is not None and _POST_IN.fullmatch(self.tags, person.last + 1, body.first) is not None
        return person if is_post else None

    def _governed_antecedent(self, index: int) -> NounPhrase | None:
        """Whom a relative clause with several verbs is about, in a sentence without a subject: *Colère chez X, qui
        passe la soirée à dénoncer « … »*."""
        place = self.tags.find("w", 0, index)
        if place <= 0 or self.tokens[place].word not in self.words.markers["subject_relative"]:
            return None
        clause = self.tags[place + 1 : index]
        if re.search(r"[;:.Qbh]", clause) or not re.search(r"[VTGI]", clause) or not self.is_verb(place + 1):
            return None
        before = place - 1 if self.tags[place - 1] == "," else place
        found = next((p for p in self.phrases if p.last + 1 == before and p.kind in ("name", "description")), None)
        return found if found is not None and self.tags[found.head] in "NOKrg" else None

    def _is_doubtful(self, phrase: NounPhrase) -> bool:
        """A capital that may be nobody's name, or a noun that may stand for a thing."""
        if phrase.kind == "name":
            return phrase.entity is not None and phrase.entity.kind in ("unknown", "organization")
        noun = self.tokens[phrase.head].word
        if phrase.head > phrase.first and (noun in self.words.latter or noun in self.words.markers["stands_alone"]):
            return False
        if self.tags[phrase.head : phrase.head + 2] == "a#":  # le numéro deux du PS
            return False
        return phrase.kind == "description" and self.tags[phrase.head] in "xa"

    def subject_after(self, index: int) -> NounPhrase | None:
        """The noun phrase that follows a verb as its subject: *a déclaré hier sur TF1 le maire de Pau*."""
        for phrase in self.phrases:
            if phrase.first < index:
                continue
            between = _ASIDE.sub("", self.tags[index : phrase.first])
            if _NO_SUBJECT_AFTER.search(between) or between.count(",") > 2 or len(between) > 14:
                return None
            if phrase.governed or phrase.embedded or phrase.kind == "impersonal":
                continue
            if self.tags[phrase.head] in "xa" and (
                between.strip("t,") or self.tags[phrase.last + 1 : phrase.last + 2] == "t"
            ):
                continue  # said a few minutes later X
            return phrase
        return None

    def subject_behind_place(self, index: int) -> NounPhrase | None:
        """The name that stands right behind a complement of the verb before a token and is its subject: *lance à la
        tribune X*, *souffle malgré tout X*; a title before the name is a part of it: *à la maire X*."""
        for phrase in self.phrases:
            if phrase.first < index:
                continue
            between = self.tags[index : phrase.head]
            if _NO_SUBJECT_AFTER.search(between) or between.count(",") > 2 or len(between) > 14:
                return None
            if phrase.kind == "name" and phrase.governed and not phrase.is_group and self._is_complement(phrase):
                token = self.tokens[phrase.head]
                return replace(phrase, start=token.start, first=phrase.head, role=None, governed=False)
        return None

    def _is_complement(self, phrase: NounPhrase) -> bool:
        """Whether what stands right before a name belongs to another complement: a noun that is no title, or
        *malgré tout*."""
        if phrase.first == phrase.head:
            return self.tags[phrase.first - 1] == "x"
        beside = self.tags[phrase.first : phrase.head]
        if re.search(r"[rga]", beside) or self.tags[phrase.first : phrase.first + 1] == "O":
            return False
        return beside[-1] != "D" or self.tokens[phrase.first].word in self.words.markers["all"]

    def _clauses(self, before: int) -> list[int]:
        """Where the clauses begin whose subject could govern a token."""
        starts = [0]
        by_first = {phrase.first: phrase for phrase in self.phrases}
        for i in range(1, min(before, len(self.tags))):
            tag = self.tags[i]
            if tag == ":" and self._is_reported(i, before):
                continue  # words reported after the colon: X prévient : la droite …
            if tag in ";:.-" or (tag == "b" and not self._is_within_clause(i, starts[-1])):
                starts.append(i + 1)
            elif tag == "c" or tag == ",":
                follower = by_first.get(i + 1)
                if follower is not None and (
                    self._follows_subordinate(follower) or self._begins_clause(follower, starts[-1])
                ):
                    starts.append(i + 1)
        return starts

    def _is_within_clause(self, index: int, start: int) -> bool:
        """Whether a word that may open a clause opens none: *X says he will if …*, *A, puis B*, *He then gave …*."""
        is_between = index == start + 1 and self.tags[start] in "hN" and self.tags[index + 1 : index + 2] in ("v", "V")
        return is_between or self.is_condition(index, start) or self._is_one_more(index) or self._is_so(index)

    def _is_so(self, index: int) -> bool:
        """Whether a word stands between a verb and its object, and opens no clause: *Il votera donc X, « … »*."""
        follower = next((p for p in self.phrases if p.first == index + 1), None)
        if follower is None or follower.kind != "name" or self.tags[index - 1] not in "vV" or index < 2:
            return False
        return self.tags[index - 2] in "hN" and self.tags[follower.last + 1 : follower.last + 2] in (",", ".", "")

    def _is_one_more(self, index: int) -> bool:
        """Whether a word tells one more of those that a verb takes, and no clause: *a soutenu A, puis B, avant de…*."""
        follower = next((p for p in self.phrases if p.first == index + 1), None)
        if follower is None or follower.kind != "name" or self.tags[index - 1] != ",":
            return False
        is_listed = any(p.last == index - 2 and p.kind == "name" for p in self.phrases)
        return is_listed and self.tags[follower.last + 1 : follower.last + 2] in (",", ".", "")

    def is_condition(self, index: int, start: int = 0) -> bool:
        """Whether a word opens a condition within what somebody says: *X says he will help if she offers …*."""
        return (
            self.tokens[index].word in self.words.markers["condition"]
            and re.search(r"[VT]", self.tags[start:index]) is not None
        )

    def _begins_clause(self, phrase: NounPhrase, start: int) -> bool:
        """Whether a phrase has a verb behind it, and the clause before it one of its own."""
        verb = phrase.last + 1
        if phrase.governed or verb >= len(self.tags):
            return False
        is_condition = self.tags[0] == "b" and start <= 1 and phrase.kind == "name"  # Si elle perd, X « partira »
        if not self.is_verb(verb) and not (is_condition and self.tags[verb] == "Q"):
            return False
        if self.tags[0] == "b" and start <= 1 and self.tags[phrase.first - 1] == "," and phrase.kind == "name":
            return phrase.first > 3  # While X waits, Y says “…”
        return any(self.is_verb(place) for place in range(start, phrase.first - 1))

    def _follows_subordinate(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun opens the main clause behind a subordinate one: *Quand la foule siffle, il coupe court*."""
        if phrase.kind != "pronoun" or phrase.first < 3 or self.tags[0] != "b" or self.tags[phrase.first - 1] != ",":
            return False
        return self.tags[phrase.last + 1 : phrase.last + 2] == "x" or self.is_verb(phrase.last + 1)

    def _is_reported(self, colon: int, before: int) -> bool:
        """Whether what follows a colon is what the subject before it says: a verb of speech ends there, and the clause
        after it neither speaks nor, behind a past tense, tells a deed."""
        if self.tags[colon - 1] == "V":
            return not self._subject_speaks(colon + 1, before)
        is_sure = self.tokens[colon - 1].word in self.words.markers["sure"]
        if not is_sure and not _TOLD.search(self.tags, max(0, colon - 10), colon):
            return False
        phrase = next((p for p in self.phrases if p.first == colon + 1), None)
        return phrase is not None and _DEED.match(self.tags, phrase.last + 1) is None

    def _subject_speaks(self, index: int, before: int) -> bool:
        """Whether the clause that begins at a token has a subject and a verb of speech of its own, before another."""
        phrase = next((p for p in self.phrases if p.first == index), None)
        if phrase is None:
            return False
        if (
            phrase.kind == "name"
            and not phrase.is_group
            and re.search(r"c[zt]{0,2}V", self.tags[phrase.last + 1 : before])
        ):
            return True  # Son parti s'affole : X le presse et réclame « un sursaut »
        return self.tags[phrase.last + 1 : phrase.last + 2] == "V"

    def is_verb(self, index: int) -> bool:
        """Whether a verb, its clitics and adverbs included, begins at a token."""
        if index >= len(self.tags):
            return False
        tag = self.tags[index]
        if tag == "D" and self.tags[index + 1 : index + 2] == "A":  # X l'avait promis
            return self.tokens[index].word in self.words.markers["object_pronoun"]
        return tag in "VvA" or _VERB_GROUP.match(self.tags, index) is not None


def read_sentence(
    text: str, start: int, end: int, people: People, quotations: Sequence[Quotation], code: str
) -> Sentence:
    """Read ``text[start:end]``; ``quotations`` are those inside it, in order. What stands behind a word is asked for by
    each rule that the word opens, one after the other: the last stretches read are kept.
    """
    return _read(text, start, end, people, tuple(quotations), code)


@lru_cache(maxsize=4)
def _read(text: str, start: int, end: int, people: People, quotations: tuple[Quotation, ...], code: str) -> Sentence:
    words = lexicon(code)
    items: list[tuple[int, int, Mention | Quotation]] = [(q.start, q.end, q) for q in quotations]
    position = start
    tokens: list[Token] = []
    for first, last, item in [*items, (end, end, None)]:
        for mention in people.between(position, first):
            _add_words(text, position, mention.start, tokens, words)
            if _is_of_whence(text, mention, people, tokens, words):
                tokens.append(Token(mention.start, mention.end, "r", text[mention.start : mention.end].lower(), None))
                position = mention.end
                continue
            if _is_office(text, mention, tokens, words):
                _add_words(text, mention.start, mention.end, tokens, words)
                position = mention.end
                continue
            if (
                len(tokens) > 1
                and mention.entity.kind == "unknown"
                and tokens[-1].tag == "-"
                and tokens[-2].tag == "O"
                and tokens[-2].end + 1 == mention.start
            ):
                tokens.append(
                    Token(mention.start, mention.end, "x", text[mention.start : mention.end].lower(), mention)
                )
            else:
                tag, word = _named_token(text, mention, tokens, words)
                tokens.append(_token((mention.start, mention.end, tag, word, mention)))
            position = mention.end
            is_whole = mention.start == 0 or text[mention.start - 1] not in ".-"
            is_dotted = is_whole and "." in text[mention.start : position] and text.startswith(". ", position)
            if is_dotted and text[position + 2 : position + 3].islower():
                position += 1  # the F.B.I. director: the last stop of the initials
        _add_words(text, position, first, tokens, words)
        if item is not None:
            _tell_wish(tokens, words)
            tokens.append(Token(first, last, "Q", "", item))
        position = max(position, last)
    if not words.adjective_endings:
        _tell_compounds(tokens, words)
    if len(tokens) > 2 and tokens[0].word in words.object_pronouns and tokens[1].word in words.markers["stressed"]:
        tokens[0] = tokens[0]._replace(tag="h")  # Lui aussi soutient X
    return Sentence(text, start, end, tokens, "".join([token.tag for token in tokens]), words)


def _tell_compounds(tokens: list[Token], words: Lexicon) -> None:
    """Nouns behind a noun or a party, after an article: *a Democratic state senator*, *a Labour volunteer said*, where
    a word has the form of a verb too; *a Labour teaching assistant*, where the party is no person.
    """
    for at in range(2, len(tokens) - 1):
        token, before = tokens[at], tokens[at - 1]
        if before.tag != "r" or tokens[at - 2].word not in words.markers["a"]:
            continue
        if token.tag == "V" and words.verbs.get(token.word) == token.word:
            if tokens[at + 1].tag in "rVA" or token.word in words.nouns:
                tokens[at] = token._replace(tag=words.nouns.get(token.word, "x"))
        elif token.tag == "x" and isinstance(before.item, Mention) and token.word.isalpha():
            is_modifier = token.word.endswith(words.gerund_endings + words.participle_endings)
            if tokens[at + 1].tag in ("xr" if is_modifier else "xr,.wpV"):
                tokens[at - 1] = before._replace(tag="a")


def _tell_wish(tokens: list[Token], words: Lexicon) -> None:
    """A verb of wishing is one of speech right before words quoted: *il ne veut pas « une voix de moins »*."""
    at = len(tokens) - 1
    if at > 0 and tokens[at].tag in "Da":
        at -= 1  # il veut un « sursaut »
    while at > 0 and tokens[at].tag in "tz" and len(tokens) - at < 5:
        at -= 1
    if at >= 0 and tokens[at].tag == "A" and tokens[at].word in words.markers["wishing"]:
        tokens[at] = tokens[at]._replace(tag="V")


def _is_of_whence(text: str, mention: Mention, people: People, tokens: list[Token], words: Lexicon) -> bool:
    """``le Béarnais Jean Lassalle``: whence somebody is, between an article and the name."""
    if mention.entity.kind != "unknown" or not tokens or tokens[-1].word not in words.definite:
        return False
    named = people.at(mention.end + 1)
    return named is not None and named.entity.kind == "person" and text[mention.end] in " \u00a0"


_LOWER = re.compile(r"[ \u00a0](?P<word>[a-zà-ÿ’']+)")
_DEMONYM = re.compile(r"(?:ian|ean|ese|ite|ois|oise|ais|aise|ien|ienne|ain|aine)$")
_VERB_TAGS = ("V", "v", "A", "T")
_CAPITALISED = re.compile(r"[ \u00a0](?P<word>[A-ZÀ-Ý][\w-]+)")


def _is_office(text: str, mention: Mention, tokens: list[Token], words: Lexicon) -> bool:
    """``the Foreign Secretary``: an office with capitals, behind an article or an adjective."""
    if mention.entity.kind != "unknown" or not tokens:
        return False
    following = _CAPITALISED.match(text, mention.end)
    if following is None or following["word"].lower() not in words.nouns:
        return False
    return tokens[-1].word in words.definite or tokens[-1].word in words.contracted or tokens[-1].tag == "a"


def _named_token(text: str, mention: Mention, tokens: list[Token], words: Lexicon) -> tuple[str, str]:
    """Class and word of a name. An article before a name of unknown kind tells a thing (*l'Etat*); a party's
    adjective after a singular article stands for a person (*l'Insoumis*, *the Republican*)."""
    entity = mention.entity
    printed = text[mention.start : mention.end]
    word = printed.lower()
    previous = tokens[-1].word if tokens else ""
    if entity.kind != "person" and previous == "," and text.startswith(".,", mention.end):
        return "x", word  # South Bend, Ind.,
    if entity.kind == "unknown" and previous in words.definite and _has_own_article(text, tokens):
        return "K", word  # …, Le Phocéen prend parti
    if entity.kind == "unknown" and (previous in words.definite or previous in words.contracted):
        following = _LOWER.match(text, mention.end)
        if following is not None and _DEMONYM.search(word) and words.tags.get(following["word"], "") in _VERB_TAGS:
            return "r", word  # the Californian named no favourite
        return words.nouns.get(word, "x"), word
    if entity.kind == "unknown" and not tokens:
        if words.tags.get(word) in ("T", "G", "p", "b"):
            return words.tags[word], word  # Accusé par X de …; Devant une salle vide, …
        if words.tags.get(word) == "V" and word.endswith(tuple(words.markers["adjectival"])):
            return "T", word  # Called a “traitor” by X, …
        if word.endswith(tuple(words.markers["adjectival"])) and _NOUN_NEXT.match(text, mention.end):
            return "x", word  # Shocked faces at the count
    if entity.kind == "organization" and printed.isupper() and word in words.tags:
        return words.tags[word], word
    if entity.kind == "organization" and printed.isupper() and len(printed) > 5 and printed.isalpha():
        around = (
            *text[max(0, mention.start - 20) : mention.start].split()[-1:],
            *text[mention.end : mention.end + 20].split()[:1],
        )
        if any(len(w) > 1 and w.isalpha() and w.isupper() for w in around):
            return "x", word  # a headline in capitals
    if (
        entity.kind in ("party", "unknown")
        and fold(printed) in words.partisans
        and not printed.isupper()
        and previous not in words.plural
        and (
            previous in words.markers["singular_article"]
            or (len(tokens) > 1 and tokens[-1].tag in "La" and _ends_phrase(text, mention, tokens[-2], words))
        )
    ):
        return "r", word
    return _NAME_TAGS[entity.kind], word


def _has_own_article(text: str, tokens: list[Token]) -> bool:
    """Whether the article before a name has a capital of its own within a sentence: that of a newspaper."""
    article = text[tokens[-1].start : tokens[-1].end]
    return len(tokens) > 1 and article.istitle() and article.isalpha() and tokens[-2].tag in ",cVvDAk"


def _ends_phrase(text: str, mention: Mention, article: Token, words: Lexicon) -> bool:
    """Whether a party's adjective closes a phrase that a singular article opened: *the Maine Republican says*."""
    if article.word not in words.markers["singular_article"] or words.adjective_endings:
        return False
    following = re.compile(r" ?([\w’']+|.)", re.DOTALL).match(text, mention.end)
    return following is None or words.tags.get(following[1], "x") in "VvATtp" or not following[1][0].isalpha()


def _add_words(text: str, start: int, end: int, tokens: list[Token], words: Lexicon) -> None:
    """Append the words of ``text[start:end]``. What a printed form is by itself is looked up once for
    each form."""
    forms, append = words.forms, tokens.append
    for match in _TOKEN.finditer(text, start, end):
        printed = match[0]
        known = forms.get(printed)
        if known is None:
            known = _form(printed, words)
            if len(forms) < MANY_FORMS:
                forms[printed] = known
        tag, word, is_plain = known
        first, last = match.span()
        if is_plain:
            append(_token((first, last, tag, word, None)))
        elif tag == ".":
            if not _is_of_abbreviation(text, first, last):
                append(_token((first, last, tag, word, None)))
        elif tag == "-":
            verb, _, pronoun = word.partition(" ")
            middle = first + len(verb)
            tokens.append(Token(first, middle, _in_context(words.tags.get(verb, "x"), verb, tokens, words), verb))
            tokens.append(Token(last - len(pronoun), last, words.tags[pronoun], pronoun))
        else:
            append(_token((first, last, _in_context(tag, word, tokens, words), word, None)))


def _is_of_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a full stop is an abbreviation's, within a sentence: *South Bend, Ind.,*, *R-S.C.*."""
    following = text[end : end + 1]
    return text[start - 1 : start].isalpha() and (following == "," or following.isalpha())


def _form(printed: str, words: Lexicon) -> tuple[str, str, bool]:
    """Class and word of a printed form, and whether the class does not hang on what stands around it.

    A verb with its pronoun (*a-t-il*) has the class ``-`` and both words, separated by a space.
    """
    word = printed.lower().replace("’", "'")
    if not word[0].isalnum():
        if word[0] == "'":
            return "'", word, len(word) == 1
        if word in _DASHES:
            return "-", word, True
        if word in ",:;()":
            return word, word, True
        if word in ".!?…":
            return ".", word, word != "."
        return {"[": "(", "]": ")", "%": "#"}.get(word, "x"), word, True
    if word[0].isdigit():
        return ("r" if word.partition("-")[2] in words.markers["aged"] else "#"), word, True
    if word.endswith("n't"):
        return "A", word, True
    if "-" in word and len(word) < 60:
        inverted = _INVERTED.fullmatch(word)
        if inverted and inverted[2] in words.inverted and word not in words.markers["not_inverted"]:
            return "-", f"{inverted[1]} {inverted[2]}", False
        if word.startswith("ex-") and len(word) > 4:
            return words.nouns.get(word[3:], words.tags.get(word[3:], "x")), word, True
        if word not in words.tags and _is_compound_role(word, words):
            return "r", word, True
    if printed == "A" and "à" in words.tags:
        return "p", word, True
    tag = words.tags.get(word, "x")
    may_be_verb = tag == "x" and len(word) > 4 and word.endswith(words.finite_endings) and printed == word
    hangs = tag in "VTGvwDi" or word in words.people or word in words.markers["told_in_context"] or may_be_verb
    return tag, word, not hangs


def _is_compound_role(word: str, words: Lexicon) -> bool:
    """*vice-chancellor*, *chancellor-to-be*, *vice-president-elect*."""
    first, _, rest = word.partition("-")
    if rest and first in words.markers["before_role"]:
        return words.nouns.get(rest) == "r" or _is_compound_role(rest, words)
    return rest in words.markers["after_role"] and words.nouns.get(first) == "r"


def _in_context(tag: str, word: str, tokens: list[Token], words: Lexicon) -> str:
    """The class of a word which hangs on what stands before it."""
    if not tokens:
        return "A" if tag == "'" else tag
    previous = tokens[-1]
    if tag == "'":
        return "'" if word == "'s" and previous.tag in "NOKLxrg" else "A"
    if tag in "VTGv":
        if tag == "V" and previous.tag == "x" and _is_agent(tokens, words):
            tokens[-1] = previous._replace(tag="r")
        if tag == "V" and previous.tag == "A" and previous.word != "'s":
            return "T" if words.verbs.get(word) else tag
        if _is_nominal(previous, tokens, words):
            return words.nouns.get(word, "x")
    elif tag == "i" and word in words.markers["clitics_too"]:
        if previous.tag == "," and [t.tag for t in tokens[-2:-1]] == ["Q"]:
            return "z"  # « … », nous répond son équipe
        return (
            "z" if previous.tag in "NOKrg" or (previous.tag == "x" and tokens[-2:-1] and tokens[-2].tag == "D") else tag
        )
    elif tag == "x" and previous.tag in "NOK" and word.endswith(words.finite_endings):
        return "v"  # of a verb that no list has: *the Herald preferred X*
    elif tag == "h" and previous.word in words.markers["elided_if"]:
        tokens[-1] = previous._replace(tag="b")  # s'il
    elif tag == "g" and previous.word in words.markers["of_one"] and word in words.markers["one_too"]:
        return "r"  # l'insoumis Untel
    elif tag == "g":  # of the words that are verbs too: X le presse de partir
        subject, before = tokens[-2:-1], tokens[-3:-2]
        is_object = previous.word in words.markers["object_pronoun"] and subject and subject[0].tag in "Nh"
        if is_object and not (before and before[0].tag in "pf"):
            tokens[-1] = previous._replace(tag="z")
            return "v"
    elif tag == "x" and word in words.people:
        return "g" if previous.word in words.possessive or previous.tag == "'" else tag
    elif tag == "w" and previous.tag in "VTG" and word in words.markers["that"]:
        return "k"
    elif tag == "D" and previous.word in words.markers["numbering"]:
        return "#"
    elif tag == "D" and word in words.markers["noun_too"] and _is_behind_article(tokens):
        return "x"  # sa dernière une
    return tag


def _is_agent(tokens: list[Token], words: Lexicon) -> bool:
    """Whether the last word, a noun that no list has, is somebody, told by what he does or was, who opens a clause:
    *l'ancien frondeur* appelle à …"""
    noun, at = tokens[-1].word, len(tokens) - 2
    was = at >= 0 and tokens[at].word in words.markers["formerly"]
    if not was and not noun.endswith(tuple(words.markers["agents"])):
        return False
    while at > 0 and tokens[at].tag == "a":
        at -= 1
    return at >= 0 and tokens[at].word in words.definite and (at == 0 or tokens[at - 1].tag in ",.:;cb")


def _is_behind_article(tokens: list[Token]) -> bool:
    """Whether the last words are a determiner, and perhaps an adjective."""
    return tokens[-1].tag == "D" or (tokens[-1].tag == "a" and len(tokens) > 1 and tokens[-2].tag == "D")


def _is_nominal(previous: Token, tokens: list[Token], words: Lexicon) -> bool:
    """Whether a word after this token is a noun rather than a verb: *l'annonce*, but *elle l'annonce*."""
    if previous.tag == "D":
        if previous.word in words.markers["alone"] and (len(tokens) == 1 or tokens[-2].tag in ",.;:-c"):
            return False
        if previous.word in words.markers["object_pronoun"] and len(tokens) > 1:
            if previous.word in words.possessive and [t.tag for t in tokens[-3:-1]] == ["Q", ","]:
                tokens[-1] = previous._replace(tag="z")  # « … », leur assure X
                return False
            if tokens[-2].tag not in "NOhiztg" and tokens[-2].word not in words.markers["subject_relative"]:
                return True
            tokens[-1] = previous._replace(tag="z")  # X le supplie
            return False
        return True
    return (
        (previous.tag == "f" and previous.word not in words.markers["infinitive"])
        or (
            previous.tag in "a'"
            and len(tokens) > 1
            and tokens[-2].tag in "Dfp"
            and previous.word not in words.markers["stands_alone"]
        )
        or previous.tag == "'"
        or (
            previous.tag == "N"
            and len(tokens) > 1
            and tokens[-2].word in words.markers["a"]
            and not words.adjective_endings  # from a Baltic state, a Hall volunteer
        )
    )


# ── noun phrases ──────────────────────────────────────────────────────────────────────────────────


_OPENING = re.compile(r"[^xVTGAvkbct,.:;()\-#zwIg'Q]|(?<=[pf])[zx]|(?<=[,:;Q])g(?=[Vpf])|(?<=p)g|(?<=Q)[xa](?=g)")
"""A token at which a noun phrase may begin inside a sentence."""


def _noun_phrases(sentence: Sentence) -> list[NounPhrase]:
    tags = sentence.tags
    found = _phrases_opened(sentence)
    for phrase in found:
        at = phrase.first
        if (
            at > 1
            and (tags[at - 1] == "x" or _is_of_a_house(sentence, phrase))
            and tags[at - 2] in {"N": "Dfp", "O": "fp"}.get(tags[at], "")
            and tags[at - 3 : at - 2] not in ("V", "T")
            and sentence.tokens[at - 1].word not in sentence.words.object_pronouns  # Behind him Jo Hall nods
        ):
            # le bulletin Macron; not les frondeurs Anne Roux et Jean Petit
            phrase.governed = not (sentence.is_verb(phrase.last + 1) or _opens_list(sentence, phrase))
        if (
            phrase.governed
            and phrase.kind != "pronoun"  # X, quant à lui, …
            and phrase.first > 1
            and phrase.first - 2 < 3
            and sentence.tokens[phrase.first - 2].word in sentence.words.markers["topic"]
        ):
            phrase.governed = False  # a topic: quant à X, as for X
        if phrase.governed and tags[phrase.head : phrase.last + 3] == "N,w":
            phrase.governed = _FRAGMENT.fullmatch(tags, 0, at) is None  # An avowal from X, who served Y
        if phrase.governed and phrase.kind == "name" and _BEGAN_WITH.fullmatch(tags, 0, at):
            phrase.governed = tags[phrase.last + 1 : phrase.last + 3] != ",w"  # It began with X, who …
        if at == 1 and tags[phrase.last + 1 : phrase.last + 2] == "," and _opens_with_gerund(sentence):
            phrase.governed = True  # Leaving his office, X …
    _join_appositions(sentence, found)
    _mark_embedded(sentence, found)
    return found


_FRAGMENT = re.compile(r"D?[axT]{0,3}x[pf]")
"""What opens a sentence without a verb about somebody named behind a preposition: *A striking avowal from*."""
_BEGAN_WITH = re.compile(r"i[zt]{0,2}(?:[vVx]|A[zt]{0,2}[xvT])p")
"""What opens a sentence about somebody named only behind a preposition: *It began with*, *It fell to*."""


def _opens_with_gerund(sentence: Sentence) -> bool:
    """Whether the first word of a sentence is a participle, in a language whose participles end alike."""
    endings = sentence.words.gerund_endings
    return bool(endings) and sentence.tags[0] in "xGN" and sentence.tokens[0].word.endswith(endings)


def _is_of_a_house(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a name behind that of a body names a place with it, where nouns stand before: *au Centre Hall, …*."""
    at, tags = phrase.first, sentence.tags
    is_named = tags[at - 2 : at + 1] == "fON" and bool(sentence.words.adjective_endings)
    return is_named and tags[phrase.last + 1 : phrase.last + 2] == ","


def _opens_list(sentence: Sentence, phrase: NounPhrase) -> bool:
    """Whether a full name behind a noun in the plural is the first of several that the noun tells of."""
    is_full = " " in sentence.tokens[phrase.head].word
    is_plural = sentence.tokens[phrase.first - 2].word in sentence.words.plural
    return is_full and is_plural and sentence.tags[phrase.last + 1 : phrase.last + 3] in ("cN", ",N")


def _phrases_opened(sentence: Sentence) -> list[NounPhrase]:
    """The phrases that begin at the first token and at those at which one may, none within the one before; at
    prepositions only where they hold an article.
    """
    tokens, words = sentence.tokens, sentence.words
    first = phrase_at(sentence, 0) if tokens else None
    found = [first] if first is not None else []
    following = first.last + 1 if first is not None else 1  # the first token after the last phrase
    for match in _OPENING.finditer(sentence.tags, 1):
        index = match.start()
        if index < following:
            continue
        if (
            match[0] in "pf"
            and (word := tokens[index].word) not in words.contracted
            and word not in words.object_pronouns
        ):
            continue
        if (phrase := phrase_at(sentence, index)) is not None:
            found.append(phrase)
            following = phrase.last + 1
    return found


def phrase_at(sentence: Sentence, index: int) -> NounPhrase | None:
    """The noun phrase that begins at a token, if one does."""
    tokens, tags, words = sentence.tokens, sentence.tags, sentence.words
    tag = tags[index]
    if (
        index == 0
        and tag in "NO"
        and tags[1:2]
        and tags[1] in "NOxg"
        and (plural := _bare_plural(sentence, 0)) is not None
    ):
        return plural
    if index and tags[index - 1] in "pf" and tokens[index].word in words.object_pronouns:
        token = tokens[index]
        return NounPhrase(
            token.start, token.end, "pronoun", index, index, index,
            gender=words.object_pronouns[token.word], governed=True,
        )  # fmt: skip
    if tag == "D" and (one := _one_of(sentence, index) or _alone(sentence, index)) is not None:
        return one
    if tag in "NOK":
        if index + 1 < len(tags) and tags[index + 1] == "'":
            return _description(sentence, index, index + 2)
        if tag == "N" and _is_allegiance(sentence, index):
            return _named(sentence, index, index + 1, (index, index))
        head = index
        if tag == "O" and not words.adjective_endings:
            if _is_before_name(sentence, index):
                return _named(sentence, index, index + 1, (index, index))
            if not _is_governed(tags, index) and (found := _PARTY_S_OWN.match(tags, index)):
                return _named(sentence, index, found.end() - 1, (index, found.end() - 2))
        while tag == "O" and head + 1 < len(tags) and tags[head + 1] in "ar" and not words.adjective_endings:
            if tokens[head + 1].word in words.markers["dating"]:
                break  # Labour last year
            head += 1
        if head > index:
            return _description(sentence, index, index)
        return _named(sentence, index, index, None)
    if tag in "hi":
        token = tokens[index]
        return NounPhrase(
            token.start, token.end, "impersonal" if tag == "i" else "pronoun", index, index, index,
            gender=words.pronouns.get(token.word) or words.object_pronouns.get(token.word, ""),
            is_plural=token.word in words.plural_pronouns,
            governed=_is_governed(tags, index) and not (tag == "h" and sentence.is_verb(index + 1)),  # as he threw
        )  # fmt: skip
    if tag in "Dpf" and tags[index + 3 : index + 4] == "N" and tokens[index + 1].word in words.markers["sundry"]:
        return _named(sentence, index, index + 3, (index + 1, index + 2))  # le divers droite X
    if tag == "D" and tokens[index].word in words.markers["a"] and (helper := _SOMEBODYS.match(tags, index)):
        last = _complement_end(sentence, helper.end() - 1)  # a Hall fundraiser told us, a Hall field organiser
        start, end, governed = tokens[index].start, tokens[last].end, _is_governed(tags, index)
        return NounPhrase(start, end, "description", index, last, helper.end() - 1, governed=governed)
    if tag == "D" or (tag in "pf" and tokens[index].word in words.contracted):
        is_counted = (
            tags[index + 1 : index + 2] == "D" and tokens[index + 1].word in words.plural
        )  # les deux finalistes
        return _description(sentence, index, index + 1 + is_counted)
    if tag in "ar" and not _is_governed(tags, index):
        return _bare_title(sentence, index)
    if tag == "L" and index + 1 < len(tags) and tags[index + 1] == "'":
        return _description(sentence, index, index + 2)
    if (
        (index == 0 and tag in "x#g")
        or (tag == "g" and index and tags[index - 1] in ",:;Q")
        or _is_compound(tags, index)
    ):
        return _bare_plural(sentence, index)
    if tag == "g" and index and tags[index - 1] == "p":  # according to aides of X
        last = _complement_end(sentence, index)
        return NounPhrase(
            tokens[index].start, tokens[last].end, "description", index, last, index,
            is_plural=True, is_group=True, governed=True,
        )  # fmt: skip
    return None


_SOMEBODYS = re.compile(r"D[NO](?:x{1,2}(?=[zt]{0,2}[VTA])|x{1,2}r(?!')|r(?![Nr']))")
"""An article, a name and what somebody of his is: before a verb, or by a noun for people."""
_PARTY_S_OWN = re.compile(r"Ox{1,2}r?N(?=z?[VA])")
"""A party, what somebody is for it and a name, before its verb: *Labour spin doctor Alastair Campbell says*."""


def _is_compound(tags: str, index: int) -> bool:
    """Whether people stand right after words quoted, a noun before theirs: *“Fine,” election officials say*."""
    return index > 0 and tags[index - 1] == "Q" and tags[index] in "xa" and tags[index + 1 : index + 2] == "g"


def _alone(sentence: Sentence, index: int) -> NounPhrase | None:
    """*Another says*, *some fear*, *d'autres jugent*: a word for somebody, without a noun."""
    token, words = sentence.tokens[index], sentence.words
    if token.word not in words.markers["alone"]:
        return None
    tags = sentence.tags
    added = (
        index > 1 and tags[index - 2 : index] == "QV" and tags[index + 1 : index + 2] in ("", ".", ",")
    )  # added another
    if not (added or re.match(r"z?[VA]", tags[index + 1 : index + 3])):
        return None
    many = token.word in words.plural
    return NounPhrase(
        token.start, token.end, "description", index, index, index, is_plural=many, is_group=many
    )  # fmt: skip


def _one_of(sentence: Sentence, index: int) -> NounPhrase | None:
    """*l'un de ses proches*, *une des militantes*, *one of his canvassers*, *l'un d'eux*."""
    tokens, tags = sentence.tokens, sentence.tags
    at = index
    while at < len(tags) and tags[at] == "D" and at - index < 2:
        at += 1
    if tokens[at - 1].word not in sentence.words.markers["one"] or tags[at : at + 1] != "f":
        return None
    if tags[at + 1 : at + 2] == "h":
        last = at + 1
    else:
        end = _object_end(sentence, at + 1)
        while end is not None and tags[end + 1 : end + 2] == "'" and tags[end + 2 : end + 3] in ("r", "g", "x"):
            end += 2  # one of the mayor's donors
        if end is None or tags[end] not in "rgxNO":
            return None
        last = _complement_end(sentence, end)
    many = tokens[at - 1].word in sentence.words.markers["many"]
    if (
        many
        and tags[index - 1 : index] not in ("V", "T")
        and not re.match(r"[zt]{0,2}(?:V|A[zt]{0,2}T)", tags[last + 1 :])
    ):
        return None  # two of the five seats, four of the voters asked
    return NounPhrase(
        tokens[index].start, tokens[last].end, "description", index, last, last,
        gender=sentence.words.genders.get(tokens[at - 1].word, ""), governed=_is_governed(tags, index),
        is_plural=many, is_group=many,
    )  # fmt: skip


def _is_governed(tags: str, index: int) -> bool:
    return index > 0 and tags[index - 1] in "pf"


def _is_plural_article(sentence: Sentence, index: int) -> bool:
    """Whether *des* is an article and not *de les*: at the head of a clause, *Des proches de X le disent « sonné »*."""
    head = index == 0 or sentence.tags[index - 1] in ";:Q"
    return head and sentence.tokens[index].word in sentence.words.markers["plural_article"]


def _is_body(noun: Token, name: Token, words: Lexicon) -> bool:
    """Whether a name is that of the body which the noun before it tells: *le parti X*, *the union X*."""
    if not isinstance(name.item, Mention):
        return False
    kind = name.item.entity.kind
    return kind == "organization" or noun.word in words.markers[f"{kind}_nouns"]


def _named(sentence: Sentence, first: int, index: int, role: tuple[int, int] | None) -> NounPhrase:
    """The phrase of a name, from its description when there is one; party in parentheses included."""
    tokens, tags = sentence.tokens, sentence.tags
    mention = tokens[index].item
    assert isinstance(mention, Mention)
    last = index
    if tags[index + 1 : index + 4] in ("(O)", "(L)") or (
        tags[index + 1 : index + 2] == "(" and ")" in tags[index + 2 : index + 10] and tags[index] == "N"
    ):
        last = tags.index(")", index)
    entity = mention.entity
    gender = entity.gender or sentence.words.genders.get(tokens[first].word if first < index else "", "")
    return NounPhrase(
        tokens[first].start, tokens[index].end, "name", first, last, index, entity=entity, gender=gender,
        is_group=tags[index] != "N", is_definite=True, role=role,
        governed=_is_governed(tags, first) or (first < index and tags[first] in "pf"),
    )  # fmt: skip


def _is_before_name(sentence: Sentence, index: int) -> bool:
    """Whether a party stands right before the name of one of its people: *Independent Mattie McGrath*."""
    tags, tokens = sentence.tags, sentence.tokens
    return (
        tags[index + 1 : index + 2] == "N"
        and tags[index - 1 : index] != "f"
        and tokens[index + 1].start - tokens[index].end == 1
    )


def _is_allegiance(sentence: Sentence, index: int) -> bool:
    """Whether a capital is an adjective before somebody's title and name: *French President Emmanuel Macron*."""
    tokens, tags, text = sentence.tokens, sentence.tags, sentence.text
    item = tokens[index].item
    if tags[index + 1 : index + 2] != "N" or not isinstance(item, Mention) or item.entity.kind != "unknown":
        return False
    following = tokens[index + 1]
    title = text[following.start : following.end].split(None, 1)[0].lower()
    words = sentence.words
    return words.nouns.get(title, words.tags.get(title)) in ("r", "a") and following.start - tokens[index].end == 1


def _description(sentence: Sentence, first: int, index: int) -> NounPhrase | None:
    """A phrase that opens with a determiner or a possessor, its noun looked for from ``index``."""
    tokens, tags, words = sentence.tokens, sentence.tags, sentence.words
    if body := _body_with_epithets(sentence, first, index):
        return body
    head = _head_after(sentence, index) if words.adjective_endings else _head_last(sentence, index)
    if head is None:
        return None
    if tags[head] == "N":
        return _named(sentence, first, head, (index, head - 1) if head > index or index > first + 1 else None)
    if tags[head] == "O" and tags[head + 1 : head + 2] == "N" and tags[first] in "Dpf":  # le RN X, au RN X
        return _named(sentence, first, head + 1, (index, head))
    if tags[head] in "OK" and head == index and tags[first] != "'":
        phrase = _named(sentence, first, head, None)
        if words.adjective_endings or tokens[first].word in words.definite or tokens[first].word in words.possessive:
            return phrase  # the DUP, his Bloc
    determiner = tokens[first].word if tags[first] in "Dpf" else ""
    told = tokens[head].word in words.people and _is_told_of(tags, first, head)  # plead several ministers
    is_common = tags[head] == "x" and tokens[head].word not in words.latter and not told
    if is_common and (determiner not in words.indefinite or determiner in words.plural):
        return None
    last = _complement_end(sentence, head)
    following = last + 1
    is_named = last > head or any(tokens[head].word in words.markers[f"{k}_nouns"] for k in _BODIES)
    if tags[last] == "g" and is_named and tags[following : following + 1] == "N" and _is_unknown(tokens[following]):
        last = following  # le directeur de l'institut X, which is no person
    elif following < len(tags) and tags[following] == "N" and tags[head] in "rax":
        if last > head and tags[last] == "x" and _is_bare_surname(tokens[following]):
            last = following  # le locataire de la place X
        elif last == head or determiner not in words.indefinite or tags[last] != "r":
            return _named(sentence, first, following, (index, last))
        else:
            last = following  # un conseiller du ministre X is not X
    if (
        _BODY_BY_NAME.fullmatch(tags, head, last + 1)
        and determiner not in words.plural
        and _is_body(tokens[head], tokens[last], words)
    ):
        return _named(sentence, first, last, (index, head))  # “the lobby group Family First” is Family First
    if (
        tags[head : last + 1] in ("gOfN", "gKfN")
        and determiner not in words.plural
        and _is_body(tokens[head], tokens[head + 1], words)
    ):
        named = _named(sentence, first, head + 1, (index, head))  # le syndicat X d'Anne Roux
        return replace(named, last=last, end=tokens[last].end)
    governed = _is_governed(tags, first) or (tags[first] in "pf" and not _is_plural_article(sentence, first))
    plural = determiner in words.plural or (not determiner and tags[head] == "g")
    gender: Gender = words.genders.get(determiner, "") or words.noun_genders.get(tokens[head].word, "")
    gender = gender or next((words.genders[t.word] for t in tokens[index:head] if t.word in words.genders), "")
    if determiner in words.possessive:
        gender = words.noun_genders.get(tokens[head].word, "")
    if tokens[head].word in words.markers["any_gender"]:
        gender = ""
    return NounPhrase(
        tokens[first].start, tokens[last].end, "description", first, last, head, gender=gender,
        is_plural=plural, is_group=tags[head] == "g" or plural, governed=governed,
        is_definite=determiner in words.definite or determiner in words.contracted or not determiner,
        is_possessive=determiner in words.possessive,
    )  # fmt: skip


_EPITHETS = re.compile(r"(?:[OLNK]-[xTG]|[xarTG]){1,3}(?=[OK](?:[^'NxragLOK]|$))")
"""Classes of the words between an article and the name of a body: *the Labour-supporting, left-leaning Herald*."""


def _body_with_epithets(sentence: Sentence, first: int, index: int) -> NounPhrase | None:
    """*The left-leaning Guardian*, *the moderate CFDT*, where adjectives stand before nouns."""
    words, epithets = sentence.words, sentence.words.epithets
    if epithets is None or sentence.tags[first] != "D" or sentence.tokens[first].word not in words.definite:
        return None
    run = _EPITHETS.match(sentence.tags, index)
    if run is None:
        return None
    inside = (t for t in sentence.tokens[index : run.end()] if t.tag not in "aOLNK-")
    return _named(sentence, first, run.end(), None) if all(epithets.fullmatch(t.word) for t in inside) else None


_BODY_BY_NAME = re.compile(r"g[xa]{0,2}[OK]")
"""Classes of a noun for a body, its adjectives and its name: *the lobby group Family First*, *l'hebdomadaire
britannique The Economist*."""


def _is_told_of(tags: str, first: int, head: int) -> bool:
    """Whether several people, by a noun whose plural no list has, are the subject of a verb beside them."""
    if first and tags[first - 1] in "VQ":
        return True
    if re.match(r"[zt]{0,2}(?:V|A[zt]{0,2}T)", tags[head + 1 :]) and (first == 0 or tags[first - 1] in ",:;.cb"):
        return True  # Les deux finalistes assurent …
    closes = tags[head + 1 : head + 2] in ("", ".", ",")
    return first > 0 and tags[first - 1] in "xr" and closes and re.search(r"[VT]", tags[:first]) is not None


def _head_after(sentence: Sentence, index: int) -> int | None:
    """The noun right after its determiner and adjectives, as in French."""
    tags = sentence.tags
    head = index
    if _stands_for_latter(sentence, index) or _is_one_of_two(sentence, index):
        return index
    while head < len(tags) and tags[head] in "a#" and head - index < 4:
        head += 1
    if head < len(tags) and tags[head] == "x" and head + 1 < len(tags) and tags[head + 1] in "rg":
        head += 1
    if head < len(tags) and tags[head] in "rgxNOK":
        return head
    while head > index and tags[head - 1] == "#":  # numéro deux
        head -= 1
    return head - 1 if head > index and tags[head - 1] == "a" else None


def _stands_for_latter(sentence: Sentence, index: int) -> bool:
    """*Ce dernier réfléchit*: an adjective that is a noun, before a word that no verb follows."""
    tags, words = sentence.tags, sentence.words
    if not 0 < index < len(tags) or sentence.tokens[index].word not in words.latter:
        return False
    if sentence.tokens[index - 1].word not in words.markers["this"]:
        return False
    following = re.match(r"z?x(?![AVvTxr])", tags[index + 1 :])
    if following is None:
        return False
    behind = index + 1 + following.end()  # *Ce dernier reste en lice*, not *Ce dernier bureau ne compte pas*
    return tags[behind : behind + 1] != "z" or sentence.tokens[behind].word in words.prepositions["in"]


def _is_one_of_two(sentence: Sentence, index: int) -> bool:
    """*La seconde tend la main*: an ordinal that is a noun, at the head of a clause before a verb of no list."""
    tags, tokens, markers = sentence.tags, sentence.tokens, sentence.words.markers
    word = tokens[index].word if index < len(tokens) else ""
    if word not in markers["first_of_two"] and word not in markers["second_of_two"]:
        return False
    opens = index == 1 or tags[index - 2] in ",;:.c"
    return opens and re.match(r"z?xD[axgr]", tags[index + 1 : index + 5]) is not None


def _head_last(sentence: Sentence, index: int) -> int | None:
    """The last noun of a run of adjectives, nouns and names, as in English."""
    tags = sentence.tags
    stop = index
    while stop < len(tags) and stop - index < 8 and tags[stop] in "axrgOKLtN#-TG":
        if stop > index and tags[stop] in "NOK" and _follows_opening(sentence, index, stop):
            break  # In her victory speech X vowed …
        if tags[stop] == "N" and tags[stop + 1 : stop + 2] not in ("'", "r", "g"):
            return stop
        if tags[stop - 1 : stop + 2] in ("KTN", "OTN") and stop > index:
            break  # The Sun put X on its front page
        if tags[stop] == "-" and sentence.tokens[stop].start != sentence.tokens[stop - 1].end:
            break
        stop += 1
        if stop < len(tags) and tags[stop] == "'":
            stop += 1
    for head in range(stop - 1, index - 1, -1):
        if tags[head] in "rg":
            return head
    while stop > index + 1 and tags[stop - 1] in "Tt":  # one Liberal Democrat put it …
        stop -= 1
    if stop > index and tags[stop - 1] in "xaOK":
        return stop - 1
    return None


_NAMES_LISTED = re.compile(r"[NOK](?:,[NOK])*(?:,?cD?[NOK])?")
"""Classes of one name or of several."""


def _follows_opening(sentence: Sentence, index: int, name: int) -> bool:
    """Whether what begins at a name is the subject behind the words that open a sentence, whose noun is looked for
    from ``index``: *Within the hour X, Y and Z had …*."""
    tags = sentence.tags
    if index < 2 or not set(tags[: index - 1]) <= {"p", "f"} or tags[name - 1] not in "xgt":
        return False
    listed = _NAMES_LISTED.match(tags, name)
    return listed is not None and sentence.is_verb(listed.end())


def _complement_end(sentence: Sentence, head: int) -> int:
    """The last token of what completes a noun: *de l'Intérieur*, *général de l'UMP*, *LR de
    Seine-Maritime*."""
    tags, tokens, words = sentence.tags, sentence.tokens, sentence.words
    last = head
    for _ in range(8):
        following = last + 1
        if following >= len(tags):
            break
        tag = tags[following]
        word = tokens[following].word
        if tag == "p" and tokens[min(following + 1, len(tags) - 1)].word in words.markers["of_ours"]:
            break  # un militant à notre envoyé spécial
        if tag == "f" and tags[head] == "r" and tags[following + 1 : following + 3] == "##":
            break  # crédite le maire de Pau de 54 %
        if tag == "N" and last == head and tokens[head].word in words.markers["camp"]:
            last = following  # le camp X
        elif tag in "xaTr" and words.adjective_endings and (tag in "ar" or word.endswith(words.adjective_endings)):
            last = following
        elif (
            tag == "-"
            and tokens[following].start == tokens[last].end
            and following + 1 < len(tags)
            and tags[following + 1] in "OLxr"
        ):
            last = following + 1
        elif (
            tag == "p"
            and last > head
            and tags[last] in "xT"
            and words.adjective_endings
            and tokens[last].word.endswith(words.participle_endings)
        ):
            stop = _object_end(sentence, following + 1)
            if stop is None or tags[stop] in "NK":
                break
            last = stop
        elif (tag in "OKL" and tokens[following].start - tokens[last].end <= 1) or (
            tag == "#"
            and tokens[following].start - tokens[last].end <= 1
            and words.adjective_endings
            and tags[following + 1 : following + 3] not in (",#", ".#")
            and tags[following + 1 : following + 2] != "#"  # sa rivale 45,1 %
        ):
            last = following
        elif (
            word in words.markers["interim"]
            and tokens[following + 1 : following + 2]
            and tokens[following + 1].word in words.markers["interim"]
        ):
            last = following + 1
        elif (
            word in words.markers["dressed_in"]
            and tags[head] in "ra"
            and following + 1 < len(tags)
            and tokens[following + 1].word in words.markers["worn"]
        ):
            last = following + 1
            while tags[last + 1 : last + 2] == "x" and last < following + 3:
                last += 1  # un jeune en polo bleu marine
        elif word in words.markers["near_to"] and tags[following + 1 : following + 2] in ("p", "f"):
            stop = _object_end(sentence, following + 2)  # sources close to X
            if stop is None:
                break
            last = stop
        elif tag == "f" or (tag == "p" and word in words.markers["complement"] and tags[head] in "rgx"):
            stop = _object_end(sentence, following + 1)
            if stop is None or (
                tag == "p"
                and tags[stop] not in ("LOxrgN" if word in words.markers["complement_of_person"] else "LOxrg")
            ):
                break
            last = stop
        elif tag == "c" and following + 1 < len(tags) and tags[following + 1] in "L" and tags[last] == "L":
            last = following + 1
        else:
            break
    return last


def _object_end(sentence: Sentence, index: int) -> int | None:
    """The last token of the noun phrase that follows *de*: *l'Economie*, *son rival*, *la région
    Ile-de-France*."""
    tags = sentence.tags
    at = index
    if at < len(tags) and tags[at] == "D":
        at += 1
    start = at
    while at < len(tags) and at - start < 4 and tags[at] in "a#":
        at += 1
    if at < len(tags) and tags[at] in "xrgOKLNT":
        while (
            not sentence.words.adjective_endings
            and at + 1 < len(tags)
            and (tags[at + 1] in ("rg" if tags[at] == "N" and not _is_demonym(sentence, at, start) else "xrgOL"))
            and tags[at] in "xrgOLaN"
        ):
            at += 1
        while tags[at + 1 : at + 2] == "'" and tags[at + 2 : at + 3] and tags[at + 2] in "xrgO":
            at += 2  # of the farmers’ union
        return at
    return at - 1 if at > start else None


def _is_demonym(sentence: Sentence, index: int, start: int) -> bool:
    """Whether a capital right behind an indefinite article is an adjective: *from a Baltic state*."""
    article = sentence.tokens[start - 1].word if index == start and start else ""
    return article in sentence.words.indefinite and _is_unknown(sentence.tokens[index])


def _bare_title(sentence: Sentence, index: int) -> NounPhrase | None:
    """*Tory MP Nigel Evans*, *Premier ministre Edouard Philippe*: a title without determiner before a
    name."""
    tags = sentence.tags
    at = index
    while at < len(tags) and tags[at] in "arOL" and at - index < 5:
        at += 1
    if at < len(tags) and tags[at] == "N" and at > index:
        return _named(sentence, index, at, (index, at - 1))
    if index == 0 or tags[index - 1] in ",.:;(-":
        head = next((i for i in range(at - 1, index - 1, -1) if tags[i] == "r"), None)
        if head is not None and sentence.words.adjective_endings:
            last = _complement_end(sentence, head)
            if last + 1 < len(tags) and tags[last + 1] == "N":
                return _named(sentence, index, last + 1, (index, last))
    return None


def _bare_plural(sentence: Sentence, index: int) -> NounPhrase | None:
    """*Eighty-four Tory MPs*, *Militants et élus*: people at the head of a sentence, without determiner."""
    tags, tokens = sentence.tags, sentence.tokens
    at = index
    while at < len(tags) and at - index < 6 and (tags[at] in "xaOL#-" or (tags[at] == "N" and _is_unknown(tokens[at]))):
        at += 1
    if at < len(tags) and tags[at] == "g" and at + 1 < len(tags) and tags[at + 1] in "VvAzpf":
        last = _complement_end(sentence, at)
        return NounPhrase(
            tokens[index].start,
            tokens[last].end,
            "description",
            index,
            last,
            at,
            is_plural=True,
            is_group=True,
        )
    return None


def _is_bare_surname(token: Token) -> bool:
    """Whether nothing but a capital tells that a word is somebody's name."""
    return isinstance(token.item, Mention) and token.item.entity.kind == "unknown"


def _is_unknown(token: Token) -> bool:
    """Whether a name may be no more than capitals at the head of a sentence: *Eighty-four Tory MPs*."""
    return isinstance(token.item, Mention) and not token.item.entity.gender


def _join_appositions(sentence: Sentence, phrases: list[NounPhrase]) -> None:
    """*La maire de Paris, Anne Hidalgo,* and *Anne Hidalgo, maire de Paris,* are one phrase each."""
    tags = sentence.tags
    kept: list[NounPhrase] = []
    for phrase in phrases:
        previous = kept[-1] if kept else None
        between = sentence.tokens[previous.last + 1 : phrase.first] if previous is not None else []
        while len(between) > 1 and between[-1].word in sentence.words.markers["once"]:
            between.pop()
        if previous is not None and len(between) == 1 and between[0].tag == "," and not phrase.governed:
            after = tags[phrase.last + 1 : phrase.last + 2]
            closes = after in ("", ",", ".", ":", ";", "Q", ")", "w", "p", "-") or after in "VvAzT"
            if (
                previous.kind == "description"
                and not previous.is_plural
                and phrase.kind == "name"
                and (phrase.role is None or previous.is_possessive)  # her husband, the former whip X
                and tags[phrase.head] == "N"
                and (
                    tags[previous.head] == "r"
                    or (tags[previous.head] == "g" and not previous.is_group)
                    or (tags[previous.head] == "a" and not previous.is_indefinite)
                    or (tags[previous.head] == "x" and tags[previous.first - 1 : previous.first] == "V")
                )
                and closes
                and not (previous.governed and sentence.is_verb(phrase.last + 1))  # Dans cette dernière, X l'emporte
            ):
                previous.kind, previous.entity, previous.role = (
                    "name",
                    phrase.entity,
                    (previous.first, previous.last),
                )
                previous.gender = previous.gender or (phrase.entity.gender if phrase.entity else "")
                previous.last, previous.end, previous.head = phrase.last, phrase.end, phrase.head
                continue
            if phrase.kind == "pronoun" and after == ",":
                phrase.embedded = True
            if (
                previous.kind == "name"
                and phrase.kind == "description"
                and not phrase.is_plural
                and closes
                and after != "V"
                and not (previous.governed and previous.is_group and tags[phrase.head] in "rgO")
            ):
                phrase.embedded = True
        kept.append(phrase)
    phrases[:] = kept


_WITH_FIGURE = re.compile(r"(?:\([^()]*\))?,[pfz]?[#.]+,?c")
"""Classes of what stands between two that are joined: *between X (Labour), on 28.5%, and Y*."""


_ONE_WHO = re.compile(r"(?:[Dh]|Da?r)w[zt]{0,2}[AVv][^,;:.QA]{1,12}A[zt]{0,2}(?=D[^,;:.QAwVv]{1,12},N\.?$)")
"""*One who will not stand aside is …*: the relative clause that is the subject of a sentence, and its verb, where who
is told to be it is named at the end."""


def _mark_embedded(sentence: Sentence, phrases: Iterable[NounPhrase]) -> None:
    """Mark the phrases inside relative clauses and parentheses, and those joined to a governed phrase."""
    tags = sentence.tags
    inside = [False] * (len(tags) + 1)
    depth, until = 0, ""
    for i, tag in enumerate(tags if "w" in tags or "(" in tags else ""):
        if tag == "(":
            depth += 1
        elif tag == ")":
            depth = max(0, depth - 1)
        elif tag == "w" and not until and not _is_conjunction(sentence, i):
            until = ","
        elif until and tag in ",;:":
            until = ""
        inside[i] = depth > 0 or bool(until)
    if told := _ONE_WHO.match(tags):
        inside[told.end() :] = [False] * (len(inside) - told.end())
    previous: NounPhrase | None = None
    for phrase in phrases:
        if inside[phrase.first] and not (phrase.first > 0 and tags[phrase.first] == "w"):
            phrase.embedded = True
        if tags[phrase.first : phrase.last + 1] == "O" and re.search(r",a-$", tags[: phrase.first]):
            phrase.embedded = tags[phrase.last + 1 : phrase.last + 2] == ","  # L'ancien ministre, ex-LR, ne veut pas
        gap = tags[previous.last + 1 : phrase.first] if previous is not None else ""
        if previous is not None and previous.governed and (gap == "c" or _WITH_FIGURE.fullmatch(gap)):
            follows = tags[phrase.last + 1 : phrase.last + 3]
            is_closed = phrase.role is not None and follows == ",A"  # “merged with Y and its founder, X, has…”
            phrase.governed = not (is_closed or follows[:1] in ("V", "A", "v"))
        previous = phrase


def _is_conjunction(sentence: Sentence, index: int) -> bool:
    """Whether *que* only joins: *alors que*, *avant que*, *c'est ainsi que*; not a relative pronoun."""
    if index == 0 or (index == 1 and sentence.tags[0] == "t"):
        return True  # Where X promised “a wave”, Y saw …; Là où …
    if sentence.tokens[index].word not in sentence.words.markers["that"]:
        return False
    before = sentence.tags[max(0, index - 6) : index]
    return before[-1:] in ("b", "t", "p") or bool(re.search(r"iA[^,.;:]{0,4}$", before))


def phrase_words(sentence: Sentence, first: int, last: int) -> Iterable[Token]:
    """The tokens of a phrase that say something: nouns, adjectives and names."""
    return (t for t in sentence.tokens[first : last + 1] if t.tag in "arxgNOKLT#")
