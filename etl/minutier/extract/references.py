"""Who is meant: descriptions (*le maire de Pau*, *the Tory MP*), pronouns and subjects of verbs, led
back to people.

``References`` is built once for each document and is reachable as ``context.references``. What is known
of people
comes from the document alone: appositions (*Anne Hidalgo, maire de Paris*; *le maire de Pau François Bayrou*;
*Labour's Peter Chowney*; *Nigel Evans, the Tory MP*), parties in parentheses, genders of given names,
titles and
articles. When that does not tell, the nearest person who is the subject of a sentence before, in the
same post,
is taken if nothing speaks against it; otherwise the answer is None.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from itertools import islice

from minutier.document import Entry
from minutier.extract.folding import fold, phrases
from minutier.extract.lexicon import lexicon, stem
from minutier.extract.passages import Passages
from minutier.extract.people import Entity, Gender, Mention
from minutier.extract.quotation import Quotation
from minutier.extract.small_words import small_words
from minutier.extract.syntax import NounPhrase, Sentence, Token, phrase_words, read_sentence
from minutier.languages import language

_MASK = "\x00"
_LINE = re.compile(r"[^\n]+")
_FAR = 12
"""How many sentences away an antecedent is looked for."""
_APPOSED_WORD = re.compile(r"(?:[ \u00a0]\([^()]{1,20}\))?, (?P<word>\w+)(?=[,.;])")
"""A word between commas behind a name."""
_LONG = 1500
"""Characters of narration after which a sentence is cut at a space, so that reading takes time in
proportion to the text."""
_LONGEST_TITLE = 3
"""Words of a title before a name."""
_LONGEST_HEADLINE = 140
_ASIDE = re.compile(r",w[^,;:]{0,40},|\([^()]{0,12}\)")
_OF_PARTY = re.compile(r",[pf]D?O(?=[,.)])")
_ONLY_THAT = re.compile(r"z{1,2}[vx]w[Dtp]{0,3}#")  # n'obtient que 22 %
_ONLY_FIGURE = re.compile(r" *[zt]{0,3}[vxAT]{1,3}[pDtxza]{0,6}#")
_SHARE = re.compile(r"(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)[ \u00a0\u202f]?%")
_CAPITAL = "A-ZÀ-ÖØ-ÞŒ"


_STOP = re.compile(
    rf"(?:[.!?…][.!?…]{{0,5}}[)\]]{{0,2}}(?=\s+[-–—•]?\s?[{_CAPITAL}0-9@#\[(\x00])|\x00(?=\s+[{_CAPITAL}\x00]))"
)
"""Where a sentence may end in text whose quotations are masked: a stop, or a quotation, before a capital."""


_AFTER_CLAUSE = re.compile(r",[axrgOL]{0,4}\Z")
"""A comma, and perhaps a title, before a name: *Asked whether he would run, union leader Jim Hall laughed*."""


_COORDINATED = re.compile(r",?[cb]D?[ra]{0,2}N[zt]{0,2}[VvAx]")
"""The beginning of another clause: *, et X attend*."""
_NAME_AND_VERB = re.compile(rf" (?:[{_CAPITAL}][\w’'.-]{{1,20}} ){{1,4}}(?P<verb>[a-zé]{{3,15}})(?![\w’'-])")


@cache
def _abbreviations(code: str) -> frozenset[str]:
    return frozenset(str(a) for a in language(code)["people"].get("abbreviations") or ())


@cache
def contrast(code: str) -> re.Pattern[str]:
    """What sets somebody against those spoken of before: *quant à lui*, *for her part*."""
    listed = phrases(language(code)["syntax"].get("contrast") or "")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed)) or '(?!)'})(?!\w)")


@cache
def _own_defeat(code: str) -> re.Pattern[str]:
    """What somebody says who has lost: *cette défaite*, *we have lost*."""
    listed = phrases(language(code)["syntax"].get("own_defeat") or "")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed)) or '(?!)'})(?!\w)", re.IGNORECASE)


_WORD = re.compile(r"[^\s’'‑,.:;()-]+")
"""A word; elided articles are words of their own."""


@cache
def _demonyms(code: str) -> dict[str, list[str]]:
    """Stem of an adjective or noun of allegiance (*socialiste*, *frontiste*) → names of the parties in
    the lexicon."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in language(code)["people"].get("allegiances") or ():
        party, words = line["party"], phrases(line["words"])
        for word in words:
            found[stem(word, lexicon(code))].append(party)
    return found


_FEW_WORDS = 2  # of a description that tells little but a party
_MOST_CANDIDATES = 6  # whom a live blog of a presidential contest names most often
_OF_SOMEBODY = re.compile(r"(?:[Dih]A)?N'")
_BESIDE = re.compile(r",?[^,:;.VvATGbc]*")
"""Where the name of whoever a description is of may stand right behind it."""


class References:
    """The antecedents of one document's descriptions and pronouns.

    ``description``, ``pronoun``, ``subject_before`` and ``subject_after`` take offsets into the document
    and the
    entry they stand in. Phrases are returned as ``NounPhrase``: offsets of the words as printed, kind,
    and the
    ``entity`` they lead to, or None.
    """

    def __init__(self, context: Passages) -> None:
        self._context = context
        self.text = context.text
        self._code = context.language.code
        self._words = lexicon(self._code)
        self._entries = sorted(context.entries, key=lambda e: e.char_start)
        self._updates = {e.position: e for e in context.entries if e.section != "lead"}
        self._entry_starts = [e.char_start for e in self._entries]
        self._bounds: dict[int, list[tuple[int, int]]] = {}
        self._read: dict[int, Sentence] = {}
        self._roles: dict[str, list[tuple[Entity, frozenset[str]]]] | None = None
        self._known: dict[int, list[frozenset[str]]] = defaultdict(list)
        self._of_others: dict[tuple[int, frozenset[str]], frozenset[str]] = {}  # see `_nouns_of_others`
        self._present: set[tuple[int, frozenset[str]]] = set()  # told without *ancien*, *former*
        self._memo: dict[int, NounPhrase | None] = {}
        self._outgoing: set[Entity] = set()
        self._areas: dict[str, dict[int, Entity]] = defaultdict(dict)
        self._relations = self._stems("relations")
        self._leads, self._leading = self._stems("party_leaders"), self._stems("leading")
        self._offices = [
            tuple(frozenset(stem(w, self._words) for w in side.split()) for side in (described, office))
            for described, office in (context.language["syntax"].get("same_office") or {}).items()
        ]
        self._state_offices = {
            (kind, fold(str(form))): str(offices).split()
            for kind, forms in (context.language["syntax"].get("state_offices") or {}).items()
            for form, offices in forms.items()
        }
        contested = context.language["syntax"].get("contested_offices") or {}
        self._contested = frozenset(str(contested.get(context.election_type, "")).split())
        self._outcomes = frozenset().union(*(self._words.markers[key] for key in ("winner", "loser", "strangers")))
        self._generic = self._stems("premodifiers") | self._stems("states")
        self._generic -= {stem(word, self._words) for word in self._words.markers["weighty"]}

    def _stems(self, key: str) -> frozenset[str]:
        """The stems of the words that the language file lists under a key of its section ``syntax``."""
        listed = str(self._context.language["syntax"].get(key) or "").split()
        return frozenset(stem(word, self._words) for word in listed)

    # ── sentences ─────────────────────────────────────────────────────────────────────────────────

    def sentences(self, entry: Entry) -> list[tuple[int, int]]:
        """The sentences of an entry, as offsets; quoted words never break one, a quotation that ends one
        does."""
        found = self._bounds.get(entry.char_start)
        if found is None:
            found = self._bounds[entry.char_start] = list(self._split(entry))
        return found

    def _split(self, entry: Entry) -> Iterator[tuple[int, int]]:
        narration = self.narration(entry)
        base = entry.char_start
        for line in _LINE.finditer(narration):
            stop = line.start() + len(line[0].rstrip())
            if stop == line.start() or self._context.is_boilerplate(base + line.start(), base + stop):
                continue
            first = line.start()
            for match in _STOP.finditer(narration, first, stop):
                place = match.start()
                if narration[place] == _MASK:
                    if not self._ends_sentence(base + place):
                        continue
                    is_told = any(map(str.isalpha, narration[first:place]))
                    if narration[match.end() : stop].lstrip()[:1] == _MASK and not is_told:
                        continue  # “Fine.” “I am glad,” he says; not *She called it “fine.” “I am glad,” he says*
                elif narration[place] == "." and match.end() == place + 1 and self._is_abbreviated(narration, place):
                    continue
                yield from self._pieces(narration, base, first, match.end())
                first = match.end()
            yield from self._pieces(narration, base, first, stop)

    def _pieces(self, narration: str, base: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A sentence, without the space before it; in pieces when its narration is longer than any
        sentence."""
        while start < end:
            while start < end and narration[start].isspace():
                start += 1
            cut = self._cut(narration, base, start, end) if end - start > _LONG else end
            if start < cut:
                yield base + start, base + cut
            start = cut

    def _cut(self, narration: str, base: int, start: int, end: int) -> int:
        """Where to cut a sentence after ``_LONG`` characters of narration, each quotation counting for
        ten."""
        left = _LONG
        position = start
        for quotation in self._context.quotations(base + start, base + end):
            gap = quotation.start - base - position
            if gap > left:
                break
            left -= gap + 10
            position = min(quotation.end - base, end)
            if left <= 0:
                return position
        if end - position <= left:
            return end
        space = narration.find(" ", position + left // 2, position + left)
        return space if space > 0 else position + left

    def _is_abbreviated(self, narration: str, stop: int) -> bool:
        """Whether a full stop belongs to an abbreviation or an initial: *M. Baly*, *J. Doe*."""
        start = stop
        while start and narration[start - 1].isalpha() and stop - start < 8:
            start -= 1
        word = narration[start:stop]
        if not word and self._is_ordinal(narration, stop):
            return True
        return (len(word) == 1 and word.isupper()) or word in _abbreviations(self._code)

    def _is_ordinal(self, narration: str, stop: int) -> bool:
        """Whether a full stop makes an ordinal of the figure before it: *am 26. September*."""
        if not self._context.language["people"].get("ordinal_stop"):
            return False
        return re.search(r"(?<!\w)\d{1,2}$", narration[max(0, stop - 3) : stop]) is not None

    def _ends_sentence(self, offset: int) -> bool:
        """Whether the words quoted up to a closing mark end with a full stop, or the quotation is a post."""
        quotation = self._context.quotation_at(offset)
        if quotation is not None and self.text[quotation.inner_end - 1] in "!?" and self._is_told_after(quotation.end):
            return False  # “And you?” Mark Dunne asked
        return quotation is not None and (
            quotation.is_post or self.text[quotation.inner_end - 1] in ".!?…" or quotation.inner_end == quotation.end
        )

    def _is_told_after(self, offset: int) -> bool:
        """Whether a name and a verb of speech follow words that end on a mark of their own."""
        match = _NAME_AND_VERB.match(self.text, offset)
        return match is not None and self._words.tags.get(match["verb"]) == "V"

    def narration(self, entry: Entry) -> str:
        """The text of an entry with the same length, its quotations masked by U+0000."""
        pieces = []
        position = entry.char_start
        for quotation in self._context.quotations(entry.char_start, entry.char_end):
            pieces.append(self.text[position : quotation.start])
            pieces.append(_MASK * (min(quotation.end, entry.char_end) - quotation.start))
            position = quotation.end
        pieces.append(self.text[position : entry.char_end])
        return "".join(pieces)

    def sentence(self, offset: int, entry: Entry) -> Sentence:
        """The sentence that holds a character, read."""
        bounds = self.sentences(entry)
        index = max(0, bisect_right(bounds, (offset, len(self.text))) - 1)
        start, end = bounds[index] if bounds else (entry.char_start, entry.char_end)
        return self._sentence(start, end)

    def sentence_of(self, start: int, end: int, entry: Entry) -> Sentence | None:
        """The sentence of the entry that has these very bounds, read; None when there is none."""
        bounds = self.sentences(entry)
        index = bisect_left(bounds, (start, end))
        return self._sentence(start, end) if bounds[index : index + 1] == [(start, end)] else None

    def sentence_before(self, offset: int, entry: Entry) -> Sentence | None:
        """The sentence of the entry that ends before an offset, read."""
        bounds = self.sentences(entry)
        index = bisect_left(bounds, (offset,)) - 1
        if index >= 0 and bounds[index][1] > offset:
            index -= 1
        return self._sentence(*bounds[index]) if index >= 0 else None

    def sentence_after(self, offset: int, entry: Entry) -> Sentence | None:
        """The sentence of the entry that begins at an offset or after it, read."""
        bounds = self.sentences(entry)
        index = bisect_left(bounds, (offset,))
        return self._sentence(*bounds[index]) if index < len(bounds) else None

    def _sentence(self, start: int, end: int) -> Sentence:
        read = self._read.get(start)
        if read is None:
            context = self._context
            read = self._read[start] = read_sentence(
                self.text, start, end, context.people, context.quotations(start, end), self._code
            )
        return read

    # ── asking ────────────────────────────────────────────────────────────────────────────────────

    def description(self, start: int, end: int, entry: Entry) -> Entity | None:
        """The person or organisation that ``text[start:end]`` describes: *l'ancien Premier ministre*,
        *the Tory MP*."""
        sentence = self._sentence_of(start, end, entry)
        phrase = next((p for p in sentence.phrases if p.start < end and start < p.end), None)
        return self.resolve(phrase, sentence, entry) if phrase is not None else None

    def _sentence_of(self, start: int, end: int, entry: Entry) -> Sentence:
        sentence = self.sentence(start, entry)
        if any(p.start < end and start < p.end for p in sentence.phrases):
            return sentence
        context = self._context
        return read_sentence(self.text, start, end, context.people, context.quotations(start, end), self._code)

    def pronoun(self, offset: int, entry: Entry, gender: Gender = "") -> Entity | None:
        """The person whom *il*, *elle*, *he*, *she*, *ce dernier*… at an offset stands for.

        The subject of what precedes in the same post, else another person named there, else the last
        subject of
        the post before when this one names nobody. None also when that is somebody the post does not name.
        """
        found = self.antecedent(offset, entry, gender)
        return found.entity if found is not None else None

    def antecedent(
        self, offset: int, entry: Entry, gender: Gender = "", skip: Sentence | None = None
    ) -> NounPhrase | None:
        """The phrase that a pronoun at an offset stands for: a name, or the words for somebody who is
        not named.

        ``skip``: a sentence whose own subject cannot be meant (*Clegg will be “a loss”, he says*).
        """

        def fits(phrase: NounPhrase) -> bool:
            known = phrase.gender or (phrase.entity.gender if phrase.entity is not None else "")
            if phrase.governed and gender and known != gender:
                return False
            return _agree(known, gender)

        found = self._antecedent(offset, entry, fits, skip=skip, wanted=gender)
        if found is not None and found.entity is None and found.kind == "description":
            found = self._named_behind_colon(found, offset, entry, fits) or found
        return found if found is not None or not gender else self._only_other(offset, entry, gender)

    def _named_behind_colon(
        self, phrase: NounPhrase, offset: int, entry: Entry, fits: Callable[[NounPhrase], bool]
    ) -> NounPhrase | None:
        """*Le Premier ministre peut sourire : X est élu*: the person whom the words behind a colon name first."""
        sentence = self.sentence(phrase.start, entry)
        colon = sentence.tags.find(":", phrase.last)
        if colon < 0 or not phrase.is_definite or phrase.end > sentence.end:
            return None
        named = next((p for p in sentence.phrases if p.first == colon + 1 and p.end <= offset), None)
        is_person = named is not None and named.entity is not None and named.entity.is_person
        return named if named is not None and is_person and not named.is_plural and fits(named) else None

    def _only_other(self, offset: int, entry: Entry, gender: Gender) -> NounPhrase | None:
        """The one person named so far in a post who may be of a gender, however he is named."""
        named = {
            id(m.entity): m
            for m in self._context.people.between(max(entry.char_start, offset - _LONG), offset)
            if m.entity.kind == "person" and _agree(m.entity.gender, gender)
        }
        if len(named) != 1:
            return None
        mention = next(iter(named.values()))
        if self._context.quotation_at(mention.start) is not None:
            return None
        return NounPhrase(mention.start, mention.end, "name", 0, 0, 0, mention.entity, mention.entity.gender)

    def subject_before(self, offset: int, entry: Entry) -> NounPhrase | None:
        """The subject, looking back in the same sentence, of the verb at an offset; its entity resolved."""
        sentence = self.sentence(offset, entry)
        return self.resolved(sentence.subject_before(sentence.index(offset)), sentence, entry)

    def subject_after(self, offset: int, entry: Entry) -> NounPhrase | None:
        """The subject that follows the verb which ends at an offset (*a déclaré X*, *said X*); its
        entity resolved."""
        sentence = self.sentence(max(offset - 1, entry.char_start), entry)
        return self.resolved(sentence.subject_after(sentence.index(offset)), sentence, entry)

    def phrases(self, start: int, end: int, entry: Entry) -> list[NounPhrase]:
        """The noun phrases that begin inside ``text[start:end]``, entities resolved, in order."""
        return [
            self.resolved(phrase, sentence, entry) or phrase
            for sentence in self.sentences_read(start, end, entry)
            for phrase in sentence.phrases
            if start <= phrase.start < end
        ]

    def descriptions(self, start: int, end: int, entry: Entry) -> Iterator[tuple[NounPhrase, Sentence]]:
        """The definite descriptions of one person each that begin inside ``text[start:end]``, with their sentences;
        ``resolve`` tells whom they lead to.
        """
        for sentence in self.sentences_read(start, end, entry):
            for phrase in sentence.phrases:
                if (
                    phrase.kind == "description"
                    and phrase.is_definite
                    and not (phrase.is_plural or phrase.is_group)
                    and start <= phrase.start < end
                ):
                    yield phrase, sentence

    def sentences_read(self, start: int, end: int, entry: Entry) -> list[Sentence]:
        """The sentences of an entry that share a character with ``text[start:end]``, read."""
        bounds = self.sentences(entry)
        first = max(0, bisect_right(bounds, (start, len(self.text))) - 1)
        return [self._sentence(*b) for b in bounds[first : bisect_left(bounds, (end,))] if b[1] > start]

    def resolved(self, phrase: NounPhrase | None, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        """The phrase with its entity looked for, when it is not a name."""
        if phrase is None or phrase.entity is not None or phrase.kind == "impersonal":
            return phrase
        entity = self.resolve(phrase, sentence, entry)
        return replace(phrase, entity=entity) if entity is not None else phrase

    def resolve(
        self, phrase: NounPhrase, sentence: Sentence, entry: Entry, speaker: Entity | None = None
    ) -> Entity | None:
        """The entity of a noun phrase: its name, or what its description or pronoun leads to; None when
        unknown.

        ``speaker``: who spoke last in the post; meant by a description that could be anybody's, if it
        fits him.
        """
        if phrase.entity is not None:
            return phrase.entity
        if speaker is not None and phrase.kind == "description" and not phrase.is_indefinite and not phrase.is_group:
            said = self._said(sentence, phrase.first, phrase.last)
            phrase = replace(phrase, gender=phrase.gender or self._gender_after(phrase, sentence))
            specific = len(said) > 1 or any(w[0] in "=@+" for w in said)
            known = self._by_role(said, phrase, sentence, entry, exactly=not specific)
            known = known or self._holder("full", phrase, sentence) or self._described_in_post(said, phrase, entry)
            head = stem(sentence.tokens[phrase.head].word, self._words)
            if (
                known is None
                and sentence.tags[phrase.head] == "r"
                and not said & self._relations
                and sentence.tokens[phrase.head].word not in self._outcomes
                and not self._names_loser(phrase, sentence)
                and self._suits(said, head, speaker, phrase)
            ):
                return speaker
        found = self.meant(phrase, sentence, entry)
        return found.entity if found is not None else None

    def meant(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        """The phrase that a noun phrase stands for, itself when it names or stands for somebody by itself."""
        if phrase.entity is not None or phrase.is_indefinite or phrase.kind == "impersonal":
            return phrase
        if phrase.start not in self._memo:
            self._memo[phrase.start] = None  # while it is looked for
            self._memo[phrase.start] = self._meant(phrase, sentence, entry)
        return self._memo[phrase.start]

    def _meant(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        if phrase.kind == "pronoun" and sentence.tokens[phrase.head].word not in self._words.latter:
            return None if phrase.is_plural else self.antecedent(phrase.start, entry, phrase.gender)
        if phrase.is_group:
            entity = self._body(phrase, sentence, entry)
            return replace(phrase, entity=entity) if entity is not None else phrase
        if (first := self._of_two(phrase, sentence, entry)) is not None:
            return replace(phrase, entity=first)
        if sentence.tokens[phrase.head].word in self._words.latter:
            latter = self._latter(phrase, sentence, entry)
            return replace(phrase, entity=latter)
        if (told := self._told_as_anybody(phrase, sentence, entry)) is not None:
            return told
        said = self._said(sentence, phrase.first, phrase.last)
        gender = phrase.gender or self._gender_after(phrase, sentence)
        gendered = phrase if gender == phrase.gender else replace(phrase, gender=gender)
        entity = self._described(said, gendered, sentence, entry)
        if entity is not None and any(word[0] == "=" for word in said) and said not in self._known[id(entity)]:
            self._known[id(entity)].append(said)  # *la candidate LR*: from now on no other party's
        return replace(phrase, entity=entity) if entity is not None else phrase

    def _told_as_anybody(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> NounPhrase | None:
        """*An aide said …, the aide added*: somebody without a name, told by the same noun a moment before."""
        if not phrase.is_definite or phrase.is_plural or phrase.is_possessive or phrase.head != phrase.first + 1:
            return None
        noun = sentence.tokens[phrase.head].word
        if phrase.last != phrase.head or sentence.tags[phrase.head] != "r" or noun in self._words.offices:
            return None
        for read in islice(self.before(phrase.start, entry), 2):
            ends = {p.last for p in read.phrases if p.entity is not None and p.kind == "name"}
            for told in read.phrases:
                is_beside = read.tags[told.first - 1 : told.first] == "," and told.first - 2 in ends
                if is_beside and not read.is_verb(told.last + 1):
                    continue  # “Ann Hall, an aide, …”
                is_before = told.end <= phrase.start and told.is_indefinite
                if is_before and told.entity is None and read.tokens[told.head].word == noun:
                    return told
        return None

    def _body(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """The party, union or newspaper that *le parti*, *the union*, *le quotidien* alone means: the last of the kind
        that the post names before as a subject."""
        if phrase.kind != "description" or not phrase.is_definite or phrase.is_plural or phrase.first == phrase.last:
            return None
        markers, noun = self._words.markers, sentence.tokens[phrase.head].word
        kinds = [k for k in ("party", "organization", "outlet") if noun in markers[f"{k}_nouns"]]
        if not kinds or phrase.last != phrase.head or phrase.head != phrase.first + 1:
            return None
        for read in self.before(phrase.start, entry):
            named = [p for p in read.phrases if p.end <= phrase.start and p.entity is not None and p.is_group]
            own = [p for p in named if not (p.governed or p.embedded)]
            found = [p for p in own if read.is_verb(p.last + 1) or read.tags[p.last + 1 : p.last + 2] == ","]
            if found:
                body = found[0].entity
                return body if body is not None and body.kind in kinds else None
        return None

    def _described(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """What the document says of people first, unless the description could be anybody's: *le sortant*, *l'ancien
        ministre*, in elections of many places *le socialiste*.
        """
        is_local = not self._context.is_one_contest and len(said) == 1 and next(iter(said))[0] == "="
        is_anybody = is_local or self._is_former(sentence, phrase.first, phrase.last)
        specific = not is_anybody and (len(said) > 1 or any(w[0] in "=@+" for w in said))
        if self._is_held_abroad(phrase, sentence):
            return self._holder("full", phrase, sentence)
        return (
            self._holder("full", phrase, sentence)
            or (self._holder("presidential", phrase, sentence) if self._context.is_presidential else None)
            or self._former_holder(said, phrase, sentence)
            or self._of_party_here(said, phrase, entry)
            or (self._by_role(said, phrase, sentence, entry) if specific else None)
            or self._leader(said, phrase, sentence)
            or self._by_place(said, phrase, sentence, entry)
            or self._by_role(said, phrase, sentence, entry, exactly=True)
            or self._announced_as(said, phrase, sentence, entry)
            or self._by_role(said, phrase, sentence, entry)
            or self._only_outgoing(phrase, sentence)
            or self._by_party(said, phrase, sentence, entry)
            or self._by_part(said, phrase, sentence, entry)
            or self._by_area(said, phrase)
            or self._only_runner(phrase, sentence, entry)
            or self._winner_of_all(phrase, sentence)
            or self._holder("bare", phrase, sentence)
        )

    def _holder(self, kind: str, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*The prime minister*: who held the office on the day, if the document names him and calls nobody else so."""
        if not phrase.is_definite or phrase.is_possessive or phrase.is_plural or phrase.last == phrase.first:
            return None
        named = {
            id(entity): entity
            for office in self._offices_printed(kind, phrase, sentence)
            for name in self._context.holders_of(office)
            if (entity := self._named_in_full_or_not(name)) is not None and entity.is_person
        }
        if len(named) != 1:
            return None
        holder = next(iter(named.values()))
        if kind == "presidential":
            return holder if _agree(holder.gender, phrase.gender) else None  # of another office, nobody is meant
        is_told = self._is_told_of_another(holder, self._said(sentence, phrase.first, phrase.last), exactly=True)
        return holder if not is_told and _agree(holder.gender, phrase.gender) else None

    def _former_holder(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*L'ancien président*: the one person whom the document names that had held the office before the night."""
        if not phrase.is_definite or phrase.is_possessive or phrase.is_plural or phrase.last < phrase.first + 2:
            return None
        if sentence.tokens[phrase.first + 1].word not in self._words.markers["formerly"]:
            return None
        kinds = ("full", "bare") if self._context.is_one_contest else ("full",)
        offices = [
            o for kind in kinds for o in self._offices_printed(kind, replace(phrase, first=phrase.first + 1), sentence)
        ]
        named = {
            id(entity): entity
            for office in offices
            for name in self._context.former_holders_of(office)
            if (entity := self._named_in_full_or_not(name)) is not None and entity.is_person
        }
        if len(named) != 1:
            return None
        (holder,) = named.values()
        is_told = self._is_told_of_another(holder, said, exactly=True)
        return holder if not is_told and _agree(holder.gender, phrase.gender) else None

    def _offices_printed(self, kind: str, phrase: NounPhrase, sentence: Sentence) -> list[str]:
        """The offices that the words behind the determiner of a description stand for."""
        tokens = sentence.tokens
        printed = fold(self.text[tokens[phrase.first + 1].start : tokens[phrase.last].end]).replace("’", "'")
        return self._state_offices.get((kind, printed), [])

    def _is_held_abroad(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description means an office that only another country has: *the Taoiseach*, on a French night."""
        if not phrase.is_definite or phrase.last == phrase.first:
            return False
        offices = self._offices_printed("full", phrase, sentence)
        return bool(offices) and all(self._context.is_foreign(office) for office in offices)

    @cached_property
    def _parties_led(self) -> Mapping[str, Entity]:
        """The forms of ``leaders`` that stand for a party of the document."""
        return self._context.people.parties_named(self._context.leaders)

    def _is_told_of_another(self, holder: Entity, said: frozenset[str], *, exactly: bool) -> bool:
        """Whether the document says as much, or more, of somebody else, and not as of one who was it."""
        roles = self._learn_all()
        told = {(id(e), known) for word in said for e, known in roles.get(word, ()) if e is not holder}
        others = {(e, known) for e, known in told if known == said or (said < known and not exactly)}
        return not self._present.isdisjoint(others)

    def _leader(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*The Labour leader*: who led the party on the day, if the document names him."""
        parties = frozenset(word for word in said if word[0] == "=")
        words = said - parties
        stands = self._context.is_presidential and sentence.tokens[phrase.head].word in self._words.markers["runs"]
        leads = words & self._leads and not words - self._leads - self._leading
        if len(parties) != 1 or not (leads or (stands and len(words) == 1)):
            return None
        if phrase.is_plural or phrase.is_possessive or self._is_former(sentence, phrase.first, phrase.last):
            return None
        behind = sentence.tags[phrase.head + 1 : phrase.last + 1]
        if behind and "f" not in behind and not stands:
            return None  # *le président socialiste* may be of a region
        tokens = phrase_words(sentence, phrase.first, phrase.last)
        printed = {self.text[token.start : token.end] for token in tokens}  # a branch, before the whole party
        (party,) = parties
        leader = self._leader_of(party, printed)
        if leader is None or self._is_told_of_another(leader, said, exactly=False):
            return None
        if stands and not self._is_candidate_of(party, leader):
            return None
        return leader if _agree(leader.gender, phrase.gender) else None

    def _leader_of(self, party: str, printed: set[str]) -> Entity | None:
        """Who led a party on the day, or the branch of it that is printed, if the document names him."""
        forms = [form for form, entity in self._parties_led.items() if "=" + fold(entity.name) == party]
        form = next((form for form in forms if form in printed), forms[0] if forms else "")
        name = self._context.leaders.get(form)
        leader = self._named_in_full_or_not(name) if name is not None else None
        return leader if leader is not None and leader.is_person else None

    def _is_candidate_of(self, party: str, leader: Entity) -> bool:
        """Whether the leader of a party is one of those named most, and nobody else of them is told to be of it: *le
        candidat du PS* is whom his party sent, often another.
        """
        chief = self._context.people.most_named(_MOST_CANDIDATES)
        return leader in chief and not any(e in chief and e is not leader for e in self._members(party, ""))

    def _named_in_full_or_not(self, name: str) -> Entity | None:
        """Who has a full name, or the surname alone where the document gives nobody's given name with it."""
        people, surname = self._context.people, name.rpartition(" ")[2]
        alone = people.named(surname)
        return people.named(name) or (alone if alone is not None and fold(alone.name) == fold(surname) else None)

    def _winner_of_all(self, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*La gagnante du soir*, *the president-elect*: whoever earlier posts say has won, if this one is silent."""
        winner = self._context.winner
        is_meant = winner is not None and not phrase.is_possessive and self.names_winner(phrase, sentence)
        return winner if winner is not None and is_meant and _agree(winner.gender, phrase.gender) else None

    def _of_party_here(self, said: frozenset[str], phrase: NounPhrase, entry: Entry) -> Entity | None:
        """*L'élu communiste*, *the Labour man*: where each place has its own, the one of the party whom the post names
        before.
        """
        parties = [word for word in said if word[0] == "="]
        if self._context.is_one_contest or len(parties) != 1 or len(said) > _FEW_WORDS:
            return None
        if any(word[0] in "@+" for word in said) or phrase.is_possessive:
            return None
        return self._only_named(self._members(parties[0], phrase.gender), entry.char_start, phrase.start)

    def _members(self, party: str, gender: Gender) -> list[Entity]:
        """Those of whom the document says that they are of a party, if they may be of a gender."""
        return [*{id(e): e for e, _ in self._learn_all().get(party, ()) if _agree(e.gender, gender)}.values()]

    def _only_named(self, people: list[Entity], start: int, end: int) -> Entity | None:
        """The only one of several people whom ``text[start:end]`` names."""
        named = [e for e in people if self._context.people.is_named(e, start, end)]
        return named[0] if len(named) == 1 else None

    def _only_runner(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*Le candidat*, when one person only is named so far in the post, however he is."""
        if sentence.tokens[phrase.head].word not in self._words.markers["runs"] or phrase.last != phrase.head:
            return None
        if phrase.head != phrase.first + 1 or phrase.is_possessive:
            return None
        found = self._only_other(phrase.start, entry, phrase.gender)
        return found.entity if found is not None else None

    def suits(self, phrase: NounPhrase, sentence: Sentence, entity: Entity) -> bool:
        """Whether nothing the document says of a person goes against a description, and it is of no relation."""
        self._learn_all()
        said = self._said(sentence, phrase.first, phrase.last)
        gendered = replace(phrase, gender=phrase.gender or self._gender_after(phrase, sentence))
        head = stem(sentence.tokens[phrase.head].word, self._words)
        owned = said & self._relations and (phrase.is_possessive or not any(w[0] in "=+@" for w in said))
        return not owned and self._suits(said, head, entity, gendered)

    def _suits(self, said: frozenset[str], head: str, entity: Entity, phrase: NounPhrase) -> bool:
        """Whether nothing known of a person goes against a description."""
        return _agree(entity.gender, phrase.gender) and not any(
            _conflict(said, known, head) for known in self._known.get(id(entity), ())
        )

    def _of_two(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*Le premier … la seconde*, *the former … the latter*: of the two people whom the sentence before names."""
        markers = self._words.markers
        word = sentence.tokens[phrase.head].word
        place = next((i for i, key in enumerate(("first_of_two", "second_of_two")) if word in markers[key]), None)
        if place is None or phrase.last != phrase.head or phrase.head != phrase.first + 1 or not phrase.is_definite:
            return None
        before = self.sentence_before(sentence.start, entry)
        named = [p.entity for p in before.phrases if p.entity is not None and p.entity.is_person] if before else []
        two = list(dict.fromkeys(named))
        if len(two) != 2 or not _agree(two[place].gender, phrase.gender):
            return None
        return two[place]

    def _latter(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*Ce dernier*: the last person named before it."""
        for read in self.before(phrase.start, entry):
            for mention in reversed(self._context.people.between(read.start, phrase.start)):
                entity = mention.entity
                narrated = self._context.quotation_at(mention.start) is None
                fits = narrated and entity.is_person and _agree(entity.gender, phrase.gender)
                if fits and not self._is_of_many(mention):
                    return entity
        return None

    def _is_of_many(self, mention: Mention) -> bool:
        """Whether an article in the plural stands before a single name: *l'affaire des Mutuelles*."""
        before = self._context.text[max(0, mention.start - 5) : mention.start].split()
        return " " not in mention.entity.name and bool(before) and before[-1].lower() in self._words.plural

    def _gender_after(self, phrase: NounPhrase, sentence: Sentence) -> Gender:
        """The gender that a possessive or pronoun soon after a description gives away: *the prime
        minister, for her part*."""
        known = self._words.genders_after
        tokens, tags = sentence.tokens, sentence.tags
        for at in range(phrase.last + 1, min(phrase.last + 6, len(tokens))) if known else ():
            if tags[at] == "Q" or tokens[at].word in known:
                is_object = tags[at - 1] in "VvT" and tags[at + 1 : at + 2] in ("", ".", ",", "p", "Q")
                return "" if is_object else known.get(tokens[at].word, "")  # the mayor told her
        return ""

    # ── what is known of people ───────────────────────────────────────────────────────────────────

    def roles(self, entity: Entity) -> list[frozenset[str]]:
        """What the document says a person is, as sets of stems and party names, in order."""
        self._learn_all()
        return self._known.get(id(entity), [])

    def party(self, entity: Entity) -> Entity | None:
        """The party that the document gives a person, in parentheses or in a description."""
        named = {word[1:] for known in self.roles(entity) for word in known if word[0] == "="}
        parties = [e for e in self._context.people.entities if e.kind == "party" and e.forms and fold(e.name) in named]
        return parties[0] if len(parties) == 1 else None

    def _learn_all(self) -> dict[str, list[tuple[Entity, frozenset[str]]]]:
        """Read the sentences in which a name stands beside a noun for a person; once."""
        if self._roles is not None:
            return self._roles
        self._roles = defaultdict(list)
        nouns, text = self._words.nouns.keys(), self.text
        small = small_words(self._context.language.code)
        at = re.compile(f" {small.before('at', 'in')}|, {small.before('of')}")
        read: set[int] = set()
        for mention in self._context.people.mentions:
            if not mention.entity.is_person:
                continue
            self._keep_title(mention)
            before, after = text[max(0, mention.start - 3) : mention.start], text[mention.end : mention.end + 3]
            beside = before[-1:] in (" ", "\u00a0", "\n", "(") and not nouns.isdisjoint(
                _WORD.findall(text[max(0, mention.start - 60) : mention.start].lower())[-6:]
            )
            if not beside and after[:1] in (",", " ", "\u00a0"):
                beside = (
                    after[1:2] == "("
                    or self._is_made(mention)
                    or (
                        after[0] == ","
                        and not nouns.isdisjoint(_WORD.findall(text[mention.end : mention.end + 60].lower())[:5])
                    )
                )
            if not beside and before not in ("’s ", "'s ") and not at.match(self._context.text, mention.end):
                continue
            entry = self._entry_at(mention.start)
            if entry is None:
                continue
            sentence = self.sentence(mention.start, entry)
            if sentence.start not in read:
                read.add(sentence.start)
                self._learn(sentence)
        return self._roles

    def _is_made(self, mention: Mention) -> bool:
        """Whether an auxiliary and a noun for a person stand behind a name: *X has been re-elected president*."""
        after = self.text[mention.end : mention.end + 2]
        if after[:1] == "," or not after[1:].islower():
            return False
        following = _WORD.findall(self.text[mention.end : mention.end + 60].lower())[:6]
        tags, nouns = self._words.tags, self._words.nouns
        return bool(following) and tags.get(following[0]) in ("A", "v") and any(nouns.get(w) == "r" for w in following)

    def _entry_at(self, offset: int) -> Entry | None:
        index = bisect_right(self._entry_starts, offset) - 1
        if index >= 0 and offset < self._entries[index].char_end:
            return self._entries[index]
        return None

    def _learn(self, sentence: Sentence) -> None:
        """Keep what a sentence says of the people it names."""
        tags = sentence.tags
        for phrase in sentence.phrases:
            entity = phrase.entity
            if phrase.kind != "name" or entity is None or not entity.is_person:
                continue
            if phrase.role is not None:
                self._keep(entity, sentence, *phrase.role)
            if phrase.gender and not entity.gender:
                entity.gender = phrase.gender
            after = phrase.last + 1
            if phrase.last > phrase.head and tags[phrase.head + 1 : phrase.last + 1] == "(O)":  # party
                self._keep(entity, sentence, phrase.head + 1, phrase.last)
            if (of := _OF_PARTY.match(tags, after)) is not None:  # Arlene Foster, of the DUP
                self._keep(entity, sentence, of.end() - 1, of.end() - 1)
            if tags[after : after + 2] == "pL":  # Martine Aubry à Lille
                place = sentence.tokens[after + 1].item
                if isinstance(place, Mention):
                    self._areas[fold(place.entity.name)].setdefault(id(entity), entity)
            if tags[after : after + 1] == "," or tags[after : after + 2] in ("AD", "Ar", "Aa"):
                described = next(
                    (p for p in sentence.phrases if p.first == after + 1 and p.kind == "description"), None
                )
                if described is not None and tags[described.last + 1 : described.last + 2] == "'":
                    continue  # X, the president's speechwriter, is no president
                if described is not None and phrase.governed and tags[described.last + 1 : described.last + 2] == "V":
                    continue  # “Third behind X, the mayor concedes”
                if described is not None and not described.governed and not described.is_plural:
                    gender = described.gender
                    if gender and not entity.gender:
                        entity.gender = gender
                    self._keep(entity, sentence, described.first, described.last)
                elif tags[after + 1 : after + 2] and tags[after + 1] in "arO":
                    stop = after + 1
                    by = self._words.prepositions["by"]  # battu par l'écologiste X
                    while stop < len(tags) and tags[stop] in "argOLxf#DKpT" and stop - after < 9:
                        if sentence.tokens[stop].word in by:
                            break
                        stop += 1
                    if any(tags[i] == "r" for i in range(after + 1, min(stop, after + 5))):
                        self._keep(entity, sentence, after + 1, stop - 1)
            elif (made := self._made(sentence, after)) is not None:
                self._keep(entity, sentence, *made)
            elif (
                phrase.first == phrase.last
                and phrase.head >= 2
                and tags[phrase.head - 1] == "'"
                and tags[phrase.head - 2] in "OL"
            ):
                self._keep(entity, sentence, phrase.head - 2, phrase.head - 2)

    def _made(self, sentence: Sentence, index: int) -> tuple[int, int] | None:
        """What somebody has been made, by the verb at a token: *a été réélue maire de Lens*, *was elected mayor*."""
        tags, made = sentence.tags, self._words.markers["made"]
        place = next((i for i in range(index, min(index + 5, len(tags))) if sentence.tokens[i].word in made), None)
        if place is None or re.fullmatch(r"[Atvx]{1,4}", tags[index:place]) is None:
            return None
        first = place + 1
        if tags[first : first + 1] in ("p", "D", "t"):
            first += 1
        stop = first
        while stop < len(tags) and tags[stop] in "argOLxf#D" and stop - first < 7:
            stop += 1
        return (first, stop - 1) if "r" in tags[first : min(stop, first + 3)] else None

    def _keep_title(self, mention: Mention) -> None:
        """*President Trump*, *Prime Minister Dana Whitfield*: the title that a name is printed with."""
        entity, words = mention.entity, self._words
        own = fold(entity.name).split()
        title: list[str] = []
        for printed in self.text[mention.start : mention.end].split()[:_LONGEST_TITLE]:
            if fold(printed) in own:
                break
            title.append(printed.lower())
        if self._roles is None or not any(words.nouns.get(word) == "r" for word in title):
            return
        said = frozenset(stem(word, words) for word in title) - self._generic
        if said and said not in self._known[id(entity)]:
            self._known[id(entity)].append(said)
            self._present.add((id(entity), said))
            for word in said:
                self._roles[word].append((entity, said))

    def _keep(self, entity: Entity, sentence: Sentence, first: int, last: int) -> None:
        said = self._said(sentence, first, last)
        outgoing = self._words.markers["outgoing"]
        if any(token.word in outgoing for token in sentence.tokens[first : last + 1]):
            self._outgoing.add(entity)  # *le sortant X* says no more of him
        if not said or self._roles is None:
            return
        entity.roles.setdefault(self.text[sentence.tokens[first].start : sentence.tokens[last].end])
        self._known[id(entity)].append(said)
        if not self._is_former(sentence, first, last):
            self._present.add((id(entity), said))
        if others := self._nouns_of_others(sentence, first, last):
            self._of_others[id(entity), said] = others
        for word in said:
            self._roles[word].append((entity, said))

    def _nouns_of_others(self, sentence: Sentence, first: int, last: int) -> frozenset[str]:
        """The nouns of a description that tell whose somebody is: *porte-parole du maire de Pau* makes nobody mayor."""
        tags, found = sentence.tags, set()
        for place in range(first + 1, last + 1):
            if tags[place] == "r" and "r" in tags[first:place] and tags[first:place].rstrip("Da").endswith("f"):
                found.add(stem(sentence.tokens[place].word, self._words))
        return frozenset(found)

    def _is_former(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether the words of a description tell what somebody is no longer: *l'ancien maire*, *the former mayor*."""
        formerly = self._words.markers["formerly"]
        return any(token.word in formerly for token in sentence.tokens[first : last + 1])

    def is_described(self, entity: Entity, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether the document says of somebody all that a description does, and not of whom he works for."""
        said, head = self.said(phrase, sentence), stem(sentence.tokens[phrase.head].word, self._words)
        return any(
            said <= role and head not in self._of_others.get((id(entity), role), ()) for role in self.roles(entity)
        )

    def said(self, phrase: NounPhrase, sentence: Sentence) -> frozenset[str]:
        """What a description says, in the words in which ``roles`` tells what is known of people."""
        return self._said(sentence, phrase.first, phrase.last)

    def _said(self, sentence: Sentence, first: int, last: int) -> frozenset[str]:
        """What a description says: stems of its words, canonical names of its organisations and places."""
        said: set[str] = set()
        demonyms = _demonyms(self._code)
        for token in phrase_words(sentence, first, last):
            if isinstance(token.item, Mention):
                entity = token.item.entity
                said.add({"L": "@"}.get(token.tag, "=" if entity.kind == "party" else "+") + fold(entity.name))
                continue
            word = stem(token.word, self._words)
            if word in demonyms:
                named = [
                    p for name in demonyms[word] if (p := self._context.people.named(name)) is not None and p.forms
                ]
                said.add("=" + fold(named[0].name if named else demonyms[word][0]))
                continue
            if word not in self._generic:
                said.add(word)
        for described, office in self._offices:
            if described <= {word.removeprefix("+") for word in said}:
                said = {word for word in said if word.removeprefix("+") not in described} | office
        return frozenset(said)

    # ── resolving ─────────────────────────────────────────────────────────────────────────────────

    def _by_role(
        self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry, exactly: bool = False
    ) -> Entity | None:
        """The person of whom the document says as much; the nearest one when it says so of several."""
        roles = self._learn_all()
        if not said or said & self._relations:
            return None
        rarest = min(said, key=lambda w: len(roles.get(w, ())))
        is_former = self._is_former(sentence, phrase.first, phrase.last)
        head = stem(sentence.tokens[phrase.head].word, self._words)
        fitting = {
            id(entity): entity
            for entity, known in roles.get(rarest, ())
            if (said == known if exactly else said <= known and not (known - said) & self._words.markers["second"])
            and head not in self._of_others.get((id(entity), known), ())
            and is_former != ((id(entity), known) in self._present)
            and _agree(entity.gender, phrase.gender)
        }
        if len(fitting) <= 1:
            return next(iter(fitting.values()), None)
        found = self._antecedent(
            phrase.start, entry, lambda p: p.entity is not None and id(p.entity) in fitting, strict=False
        )
        return found.entity if found is not None else None

    def _only_outgoing(self, phrase: NounPhrase, sentence: Sentence) -> Entity | None:
        """*Le sortant*, *the incumbent*, where the same people stand everywhere: the only one whom the document says to
        hold the office.
        """
        is_meant = sentence.tokens[phrase.head].word in self._words.markers["outgoing"]
        if not self._context.is_one_contest or not is_meant:
            return None
        known = self._told_outgoing(self._context.people.entities)
        return known[0] if len(known) == 1 and _agree(known[0].gender, phrase.gender) else None

    def _outgoing_here(self, phrase: NounPhrase, entry: Entry) -> Entity | None:
        """The only one of those whom the post has named whom the document says to hold an office."""
        named = self._context.people.between(entry.char_start, phrase.start)
        known = self._told_outgoing(dict.fromkeys(m.entity for m in named))
        return known[0] if len(known) == 1 and _agree(known[0].gender, phrase.gender) else None

    @cached_property
    def _apposed_outgoing(self) -> frozenset[Entity]:
        """Those beside whose name a word alone says so: *X (DVG), sortant, …*."""
        outgoing = self._words.markers["outgoing"]
        return frozenset(
            m.entity
            for m in self._context.people.mentions
            if (told := _APPOSED_WORD.match(self.text, m.end)) is not None and told["word"] in outgoing
        )

    def _told_outgoing(self, people: Iterable[Entity]) -> list[Entity]:
        """Those whom the document says to hold an office so far."""
        self._learn_all()
        known = self._outgoing | self._apposed_outgoing
        return [e for e in people if e in known or any(map(self._tells_outgoing, e.roles))]

    def _tells_outgoing(self, role: str) -> bool:
        """Whether what somebody is told to be says that he holds what the vote is about: *le sortant*, in a municipal
        one *le maire*."""
        words = role.lower().split()
        return not (self._words.markers["outgoing"].isdisjoint(words) and self._contested.isdisjoint(words[:2]))

    def _by_party(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """*La candidate du PS*, where *X (PS)* is all that is known: the only one of the party whom the post has named,
        or the document so far where the contest is the same everywhere.
        """
        runs = sentence.tokens[phrase.head].word in self._words.markers["runs"]
        parties = [word for word in said if word[0] == "="]
        if not runs or len(parties) != 1 or len(said) > 2 or phrase.is_plural or phrase.is_possessive:
            return None
        members = self._members(parties[0], phrase.gender)
        here = self._only_named(members, entry.char_start, phrase.start)
        is_only = self._context.is_one_contest and len(members) == 1
        return here or (self._only_named(members, 0, phrase.start) if is_only else None)

    def _by_part(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """The one person of whom the document says a part of what the description says, the office
        included."""
        roles = self._learn_all()
        head = stem(sentence.tokens[phrase.head].word, self._words)
        if said & self._relations:
            return None
        is_former = self._is_former(sentence, phrase.first, phrase.last)
        fitting = {
            id(entity): entity
            for entity, known in roles.get(head, ())
            if known <= said
            and len(known) > 1
            and _agree(entity.gender, phrase.gender)
            and is_former != ((id(entity), known) in self._present)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _by_area(self, said: frozenset[str], phrase: NounPhrase) -> Entity | None:
        """The one person whom the document sets in the place that a description names: *la maire de
        Lille*."""
        fitting = {
            key: entity
            for word in said
            if word[0] == "@"
            for key, entity in self._areas.get(word[1:], {}).items()
            if _agree(entity.gender, phrase.gender)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _by_place(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry) -> Entity | None:
        """The person spoken of, when nothing known of him goes against the description."""
        if sentence.tags[phrase.head] not in "ra":
            return None
        fits = self._fitting(said, phrase, sentence, entry)
        related = self._is_related(said, phrase, sentence)
        noun = sentence.tokens[phrase.head].word
        markers = self._words.markers
        is_round = noun in markers["first_of_two"] or noun in markers["second_of_two"]
        if noun in markers["strangers"] or (is_round and sentence.tokens[phrase.first].word in self._words.contracted):
            return None  # *l'emporte au second*: the second round
        incoming = self._words.markers["incoming"]
        comes_in = any(token.word in incoming for token in sentence.tokens[phrase.first : phrase.head])
        far = _FAR if self.names_winner(phrase, sentence) else 2 * comes_in
        if far and (won := self._winner(phrase, entry, fits, far)) is not None:
            return won
        if self._is_outgoing(phrase, sentence):
            has_lost = self._names_loser(phrase, sentence)
            again = None if has_lost else self._reelected(phrase, entry, fits)
            held = again or self._outgoing_here(phrase, entry) or self._beaten(phrase, entry, fits)
            if held is not None:
                return held
        if self._concedes(phrase, sentence) and (beaten := self._beaten(phrase, entry, fits)) is not None:
            return beaten
        if self._names_loser(phrase, sentence) or self._meets_winner(phrase, sentence):
            won = self._winner(phrase, entry, lambda p: True)
            suits = fits
            fits = lambda p: suits(p) and p.entity is not won  # noqa: E731
        clause = max(sentence.tags.rfind(mark, 0, phrase.first) for mark in ":;")
        named = {  # in the same clause, where he would not be described anew
            id(p.entity)
            for p in sentence.phrases
            if p.entity is not None
            and clause < p.first < phrase.first
            and (
                sentence.tags[p.first - 1 : p.first] not in ("(", "")
                or sentence.tags[p.last + 1] == "Q"  # “X « ne sait rien », dit le sénateur”
                or (p.last + 3 == phrase.first and sentence.is_verb(p.last + 2))  # “X, said the senator, is …”
            )
            and not p.embedded
        }
        named |= {  # *the governor leads X*
            id(p.entity)
            for p in sentence.phrases
            if p.entity is not None and p.first == phrase.last + 2 and sentence.is_verb(phrase.last + 1)
        }
        if clause >= 0 and sentence.tags[clause] == ":" and (topic := self._before_colon(clause, sentence, fits)):
            return topic
        if noun in self._words.offices and not phrase.is_possessive and not any(w[0] in "=+@" for w in said):
            headlined = self._headlined(phrase, entry, fits)
            if headlined is not None:
                return headlined
        described = self._described_in_post(said, phrase, entry)
        if described is not None and not phrase.is_possessive and not related:
            return described
        is_bare = phrase.head == phrase.first + 1 and phrase.last == phrase.head
        if noun in self._contested and is_bare and (held := self._outgoing_here(phrase, entry)) is not None:
            return held  # “le sortant X … voter pour le maire”
        others = self._contrasted(phrase, sentence, entry)
        found = self._antecedent(
            phrase.start,
            entry,
            lambda p: fits(p) and (related or id(p.entity) not in named) and p.entity not in others,
            continued=False,
            is_won=not (self._names_loser(phrase, sentence) or self._concedes(phrase, sentence)),
        )
        return found.entity if found is not None else None

    def _meets_winner(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is the subject of what concerns the winner: *le maire félicite le vainqueur*."""
        winner = self._words.markers["winner"]
        return not phrase.governed and any(token.word in winner for token in sentence.tokens[phrase.last + 1 :])

    def _concedes(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is the subject of a verb by which a loser speaks: *« … », reconnaît le maire*."""
        tokens, conceding = sentence.tokens, self._words.markers["conceding"]
        quoted = (t for t in tokens if t.tag == "Q")
        if any(_own_defeat(self._code).search(self.text, t.start, t.end) for t in quoted):
            return True
        near = tokens[max(0, phrase.first - 4) : phrase.first] + tokens[phrase.last + 1 : phrase.last + 4]
        return any(token.word in conceding for token in near)

    def _trails(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether all that a sentence tells of its subject is that he comes behind, or a figure smaller than the one of
        the sentence before."""
        if _ONLY_THAT.match(sentence.tags, phrase.last + 1):
            return True
        told = _ASIDE.sub(lambda aside: " " * len(aside[0]), sentence.tags[phrase.last + 1 :])
        if "#" not in told or re.search(r"[QVTG:;]|[vA][^,]{0,20},.{0,40}[vA]", told):
            return False
        trailing = self._words.markers["trailing"]
        after = sentence.tokens[phrase.last + 1 :]
        if any(token.word in trailing for token, tag in zip(after, told, strict=True) if tag != " "):
            return True
        entry = self._entry_at(sentence.start)
        before = self.sentence_before(sentence.start, entry) if entry is not None else None
        figure = _ONLY_FIGURE.match(told)
        if before is None or figure is None:
            return False
        mine = _SHARE.match(self.text, after[figure.end() - 1].start)
        theirs = _SHARE.search(self.text, before.start, before.end)
        if mine is None or theirs is None:
            return False
        return float(mine[1].replace(",", ".")) < float(theirs[1].replace(",", "."))

    def _described_in_post(self, said: frozenset[str], phrase: NounPhrase, entry: Entry) -> Entity | None:
        """The one person whom the post names before a bare description that the document gives him: *le maire*."""
        if len(said) != 1 or phrase.head != phrase.first + 1 or phrase.last != phrase.head:
            return None
        self._learn_all()
        named = {
            id(m.entity): m.entity
            for m in self._context.people.between(max(entry.char_start, phrase.start - _LONG), phrase.start)
            if m.entity.kind == "person" and _agree(m.entity.gender, phrase.gender)
        }
        formerly = self._words.markers["formerly"]
        fitting = [
            entity
            for key, entity in named.items()
            if any(said <= known for known in self._known.get(key, ()))
            and not any(formerly.intersection(_WORD.findall(role.lower())) for role in entity.roles)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _contrasted(self, phrase: NounPhrase, sentence: Sentence, entry: Entry) -> list[Entity]:
        """Who spoke or acted just before, when a description is set against him: *Le maire, quant à lui, …*."""
        if contrast(self._code).search(self.text, phrase.end, min(sentence.end, phrase.end + 40)) is None:
            return []
        before = self.sentence_before(sentence.start, entry)
        if before is None:
            return []
        subject = before.subject_before(len(before.tags))
        signer = next((s for t in before.tokens if (s := self._signer(t, phrase.start)) is not None), None)
        return [p.entity for p in (subject, signer) if p is not None and p.entity is not None]

    def _before_colon(self, colon: int, sentence: Sentence, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """*A, oui ; B, non : le sénateur hésite*: the one person whom the clause before a colon is about."""
        tags = sentence.tags
        start = max(tags.rfind(mark, 0, colon) for mark in ":;")
        named = [p for p in sentence.phrases if start < p.first < colon and not p.embedded]
        people = {id(p.entity): p for p in named if p.entity is not None and p.entity.kind == "person"}
        if len(people) > 1:
            people = {key: p for key, p in people.items() if not p.governed}
        if tags[colon] != ":" or len(people) != 1:
            return None
        found = next(iter(people.values()))
        return found.entity if fits(found) else None

    def names_winner(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of whoever has won: *le vainqueur*, *l'élue du soir*."""
        markers = self._words.markers
        if (noun := sentence.tokens[phrase.head].word) in markers["winner"]:
            return True
        after = sentence.tokens[phrase.last + 1 : phrase.last + 4]
        return noun in markers["elected"] and any(token.word in markers["night"] for token in after)

    def _is_outgoing(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of whoever held a seat so far: *le maire sortant*, *the outgoing mayor*."""
        outgoing = self._words.markers["outgoing"]
        return any(token.word in outgoing for token in sentence.tokens[phrase.first : phrase.last + 1])

    def _reelected(self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """Who is told in the post, before a description, to be elected again."""
        return self._told_beside(phrase, entry, fits, "elected_again", lambda p: slice(p.last + 1, p.last + 4))

    def _beaten(self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """Whom the nearest sentence before, in the post, says somebody has beaten."""
        return self._told_beside(phrase, entry, fits, "beating", lambda p: slice(max(0, p.first - 2), p.head))

    def _told_beside(
        self,
        phrase: NounPhrase,
        entry: Entry,
        fits: Callable[[NounPhrase], bool],
        marker: str,
        beside: Callable[[NounPhrase], slice],
    ) -> Entity | None:
        """The nearest person named before a description, in the post, with a word of ``marker`` among the tokens that
        stand ``beside`` the name.
        """
        known = self._words.markers[marker]
        for sentence in self.before(phrase.start, entry):
            for candidate in _persons_before(sentence, phrase.start):
                told = [token.word for token in sentence.tokens[beside(candidate)]]
                if fits(candidate) and not known.isdisjoint(told):
                    return candidate.entity
        return None

    def _names_loser(self, phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description is of whoever has lost: *le vaincu*, *the defeated candidate*, *le député battu*."""
        if sentence.tokens[phrase.head].word in self._words.markers["loser"]:
            return True
        if self._is_outgoing(phrase, sentence):
            if self._concedes(phrase, sentence):
                return True
            losing = self._words.markers["losing"]
            return any(token.word in losing for token in sentence.tokens[phrase.last + 1 : phrase.last + 5])
        told = self._words.markers["told_beaten"]
        return any(token.word in told for token in sentence.tokens[phrase.first : phrase.last + 1])

    def winner(self, phrase: NounPhrase, entry: Entry) -> Entity | None:
        """Who is told before a description to have won: in the post, else of the whole contest."""
        return self._winner(phrase, entry, lambda p: _agree(p.gender, phrase.gender)) or self._context.winner

    def _winner(
        self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool], far: int = _FAR
    ) -> Entity | None:
        """The subject of the nearest sentence before that says who won, for *le vainqueur*, *the victor*; ``far``: how
        many sentences are looked at.
        """
        markers = self._words.markers
        winning = markers["winning"]
        for sentence in islice(self.before(phrase.start, entry), far):
            for candidate in _persons_before(sentence, phrase.start):
                told = [token.word for token in sentence.tokens[candidate.last + 1 : candidate.last + 5]]
                has_beaten = told[:1] and told[0] in markers["has"] and not markers["beaten"].isdisjoint(told)
                if fits(candidate) and (has_beaten or not winning.isdisjoint(told)):
                    return candidate.entity
            if (yielded := self._yielded_to(sentence, phrase.start)) is not None and fits(yielded):
                return yielded.entity
        return None

    def _yielded_to(self, sentence: Sentence, offset: int) -> NounPhrase | None:
        """The one person whom somebody concedes to or congratulates in a sentence before an offset."""
        subject = sentence.main_subject(len(sentence.tags))
        if subject is None:
            return None
        told = {token.word for token in sentence.tokens[subject.last + 1 :]}
        is_beaten = not self._words.markers["told_beaten"].isdisjoint(told)
        if not is_beaten and self._words.markers["yielding"].isdisjoint(told):
            return None
        by = self._words.prepositions["by"]
        named = {
            id(p.entity): p
            for p in sentence.phrases
            if p.first > subject.last and p.end <= offset and p.entity is not None and p.entity.kind == "person"
            if not is_beaten or sentence.tokens[p.first].word in by or sentence.tokens[p.first - 1].word in by
        }
        return next(iter(named.values())) if len(named) == 1 and id(subject.entity) not in named else None

    def _headlined(self, phrase: NounPhrase, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """The one person whom the headline of a post names, when a description further down may mean him."""
        headline = headline_of(entry, self.text)
        if headline is None or phrase.start < headline[1] or self._context.is_boilerplate(*headline):
            return None
        named = {id(m.entity): m for m in self._context.people.between(*headline) if m.entity.is_person}
        if len(named) != 1:
            return None
        mention = next(iter(named.values()))
        if mention.entity.kind != "person" or self._context.quotation_at(mention.start) is not None:
            return None
        candidate = NounPhrase(mention.start, mention.end, "name", 0, 0, 0, mention.entity, mention.entity.gender)
        return mention.entity if fits(candidate) else None

    def _is_related(self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence) -> bool:
        """Whether a description tells somebody by his relation to another: *son rival*, *her spokeswoman*; but not a
        body's *son président*."""
        possessive = sentence.tokens[phrase.first].word in self._words.markers["his"]
        return bool(said & self._relations) or (possessive and "O" not in sentence.tags[: phrase.first])

    def _announced_as(
        self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry
    ) -> Entity | None:
        """The person named soon after a description that nothing before explains; behind a preposition nothing is
        announced.
        """
        if sentence.tags[phrase.head] not in "ra" or phrase.governed or self._belongs_to_somebody(phrase):
            return None
        fits = self._fitting(said, phrase, sentence, entry)
        behind = sentence.tags[phrase.first - 1] if phrase.first else ""
        is_object = behind in ("x", "G") or (behind and sentence.is_verb(phrase.first - 1))
        if is_object and sentence.subject_before(phrase.first) is not None:  # announced only beside its name
            beside = _BESIDE.match(sentence.tags, phrase.last + 1)
            stop = beside.end() if beside is not None else phrase.last + 1
            return self._announced(phrase.end, entry, lambda p: fits(p) and p.end <= sentence.end and p.first < stop)
        if not sentence.is_verb(phrase.last + 1) or "b" in sentence.tags[: phrase.first]:
            coordinated = _COORDINATED.search(sentence.tags, phrase.last + 1)
            if coordinated is None or not re.search(r"[NOKh][zt]{0,2}[VvA]", sentence.tags[: phrase.first]):
                return self._announced(phrase.end, entry, fits)
            # *A soutient le candidat du PS, et X attend*: the subject of another clause is somebody else
            limit = sentence.tokens[coordinated.start()].start
            return self._announced(phrase.end, entry, lambda p: fits(p) and not limit <= p.start < sentence.end)
        # whoever is named behind a subject and its verb is somebody else: *Le préfet annonce que X « sortira »*
        return self._announced(phrase.end, entry, lambda p: fits(p) and p.start >= sentence.end)

    def _belongs_to_somebody(self, phrase: NounPhrase) -> bool:
        """Whether a description is completed by a name: *le porte-parole d'Angela Merkel* is whole, and announces
        nobody.
        """
        return bool(self._context.people.of_kind("person", phrase.start, phrase.end))

    def _fitting(
        self, said: frozenset[str], phrase: NounPhrase, sentence: Sentence, entry: Entry
    ) -> Callable[[NounPhrase], bool]:
        """Whether a phrase names somebody whom a description may mean."""
        others: set[int] = set()
        related = self._is_related(said, phrase, sentence)
        if related:
            subject = sentence.subject_before(phrase.first)
            entity = self.resolve(subject, sentence, entry) if subject is not None else None
            owner = (
                self._words.genders_after.get(sentence.tokens[phrase.first].word, "") if phrase.is_possessive else ""
            )
            if entity is not None and not _agree(entity.gender, owner):
                others.add(id(entity))
                entity = self.pronoun(phrase.start, entry, owner)  # “She beat X, but his agent …”: neither is his agent
            if (subject is None or subject.kind == "impersonal") and phrase.is_possessive:
                entity = self.pronoun(phrase.start, entry)  # son homologue is not the man spoken of
            if entity is not None:
                others.add(id(entity))
        head = stem(sentence.tokens[phrase.head].word, self._words)

        def fits(candidate: NounPhrase) -> bool:
            entity = candidate.entity
            if entity is None or id(entity) in others or not _agree(entity.gender, phrase.gender):
                return False
            return not any(_conflict(said, known, head) for known in self._known.get(id(entity), ()))

        return fits

    def _antecedent(
        self,
        offset: int,
        entry: Entry,
        fits: Callable[[NounPhrase], bool],
        strict: bool = True,
        continued: bool = True,
        skip: Sentence | None = None,
        wanted: Gender = "",
        is_won: bool = False,
    ) -> NounPhrase | None:
        """The nearest phrase before an offset that stands for one person, subjects first, sentence by
        sentence.

        When the post names nobody so far and ``continued``, the post before is looked at too. ``is_won``: somebody
        who is only told to come behind gives way to the one before him.
        """
        if skip is not None and (colon := skip.tags.rfind(":", 0, skip.index(offset))) >= 0:
            # “His agent, X, was blunter: the mayor would “think”, he said”: only the clause behind the colon is skipped
            told = next((p for p in skip.phrases if p.last < colon and not (p.governed or p.embedded)), None)
            if told is not None and told.kind == "name" and _is_somebody(told, skip) and fits(told):
                return told
        before = [sentence for sentence in self.before(offset, entry) if sentence is not skip]
        doubtful: NounPhrase | None = None
        outrun: NounPhrase | None = None
        for subjects_only in (True, False):
            for sentence in before:
                found = self._in_sentence(sentence, offset, entry, fits, wanted, subjects_only, continued)
                if found is not None and subjects_only and is_won and self._trails(found, sentence):
                    outrun = outrun or found  # who comes first may stand before
                    continue
                if found is not None and (self._is_doubtful(found, wanted) or (wanted and _is_tally(sentence))):
                    doubtful = doubtful or found  # somebody whose gender is known may stand elsewhere
                elif found is not None:
                    return found
            if outrun is not None:
                return outrun
        if doubtful is not None:
            return doubtful
        if skip is not None:
            return self._in_sentence(skip, offset, entry, fits, wanted)
        if continued and (self._names_nobody(offset, entry) or not strict):
            previous = self._previous(entry)
            if previous is not None:
                for sentence in self.before(previous.char_end, previous):
                    found = self._in_sentence(sentence, previous.char_end, previous, fits, wanted)
                    if found is not None and (not found.governed or not strict):
                        return found
        return None

    def _is_doubtful(self, phrase: NounPhrase, wanted: Gender) -> bool:
        """Whether nothing tells the gender of a surname alone that a pronoun of one might stand for."""
        entity = phrase.entity
        return bool(wanted) and entity is not None and entity.kind == "unknown" and not (phrase.gender or entity.gender)

    def _in_sentence(
        self,
        sentence: Sentence,
        offset: int,
        entry: Entry,
        fits: Callable[[NounPhrase], bool],
        wanted: Gender,
        subjects_only: bool = False,
        continued: bool = True,
    ) -> NounPhrase | None:
        """The most prominent phrase of a sentence, before an offset, that stands for one person."""
        doubtful: NounPhrase | None = None
        for phrase in _by_prominence(sentence, offset):
            if phrase.is_plural or phrase.is_group or phrase.kind == "impersonal":
                continue
            if subjects_only and phrase.kind == "name" and not wanted and continued and sentence.is_joined(phrase):
                continue
            if subjects_only and (phrase.governed or phrase.embedded):
                continue
            if subjects_only and not wanted and _is_object_of_own(phrase, sentence):
                continue
            if phrase.kind == "pronoun" and anticipated(phrase, sentence, offset):
                continue
            found: NounPhrase | None = phrase
            if phrase.entity is None:
                if phrase.kind == "pronoun" and not continued and self._names_nobody(phrase.start, entry):
                    continue  # he is somebody of the post before, or yet to be named
                if phrase.governed and phrase.kind != "description":
                    continue
                one_of_many = sentence.tags[phrase.head] == "g" and not phrase.is_group  # one of the mayor's donors
                is_one = sentence.tags[phrase.head] == "r" or one_of_many
                if phrase.is_indefinite and (phrase.governed or not is_one or phrase.embedded):
                    continue
                if (
                    sentence.tags[phrase.head] == "a"
                    and not sentence.is_verb(phrase.last + 1)
                    and sentence.tokens[phrase.head].word not in self._words.latter
                ):
                    continue
                found = self.meant(phrase, sentence, entry)
                if found is not None and found.entity is None and wanted and self._is_hers(phrase, sentence, wanted):
                    continue
            if found is None or not _is_somebody(found, sentence) or not fits(found):
                continue
            known = found.gender or (found.entity.gender if found.entity is not None else "")
            is_latter = sentence.tokens[phrase.head].word in self._words.latter
            if wanted and not (known or is_latter) and not phrase.governed and doubtful is None:
                doubtful = found  # somebody of the very gender may stand beside him
                continue
            lead = phrase.first - 1
            # Vance thanked Trump. “…,” he said.
            is_object = lead >= 0 and (sentence.is_verb(lead) or sentence.tags[lead] in "GT")
            is_object = is_object or sentence.tags[max(0, lead - 1) : lead + 1] == "Ax"  # had endorsed X
            if doubtful is not None and (phrase.governed or (is_object and doubtful.kind == "name")):
                continue
            return found
        if doubtful is None and "Q" in sentence.tags:
            for token in sentence.tokens:
                signer = self._signer(token, offset)
                if signer is not None and fits(signer):
                    return signer
        if doubtful is None and not subjects_only:
            return self._possessor(sentence, offset, fits)
        return doubtful

    def _is_hers(self, phrase: NounPhrase, sentence: Sentence, gender: Gender) -> bool:
        """Whether a description is of somebody by her, and *she* is she: *Her agent objected, but she …*."""
        return phrase.is_possessive and self._words.genders_after.get(sentence.tokens[phrase.first].word) == gender

    def _possessor(self, sentence: Sentence, offset: int, fits: Callable[[NounPhrase], bool]) -> NounPhrase | None:
        """The person whose something a sentence is about: *Clegg’s concession came at four. He …*, *It is
        Clegg’s view. He …*.
        """
        opening = _OF_SOMEBODY.match(sentence.tags)
        if opening is None:
            return None
        first = opening.end() - 2
        token = sentence.tokens[first]
        entity = token.item.entity if isinstance(token.item, Mention) else None
        if entity is None or not entity.is_person or token.end > offset:
            return None
        phrase = NounPhrase(token.start, token.end, "name", first, first, first, entity, entity.gender)
        return phrase if fits(phrase) else None

    def _signer(self, token: Token, offset: int) -> NounPhrase | None:
        """Who signs a post, as a phrase."""
        item = token.item
        if not isinstance(item, Quotation) or item.signature is None or item.end > offset:
            return None
        mention = next(iter(self._context.people.between(*item.signature)), None)
        if mention is None or not mention.entity.is_person:
            return None
        return NounPhrase(mention.start, mention.end, "name", 0, 0, 0, mention.entity, mention.entity.gender)

    def before(self, offset: int, entry: Entry) -> Iterator[Sentence]:
        """The sentences of an entry up to an offset, from the nearest one backwards; the last ``_FAR``
        of them."""
        bounds = self.sentences(entry)
        last = bisect_left(bounds, (offset,))
        for start, end in reversed(bounds[max(0, last - _FAR) : last]):
            yield self._sentence(start, end)

    def _announced(self, offset: int, entry: Entry, fits: Callable[[NounPhrase], bool]) -> Entity | None:
        """The first person named after a description that nothing before explains."""
        bounds = self.sentences(entry)
        first = max(0, bisect_right(bounds, (offset, len(self.text))) - 1)
        for start, end in bounds[first : first + _FAR]:
            sentence = self._sentence(start, end)
            for phrase in sentence.phrases:
                if phrase.start < offset or phrase.governed or phrase.embedded or phrase.entity is None:
                    continue
                if phrase.entity.is_person and _is_somebody(phrase, sentence):
                    return phrase.entity if fits(phrase) else None
        return None

    def _names_nobody(self, offset: int, entry: Entry) -> bool:
        return not any(
            m.entity.is_person and self._context.quotation_at(m.start) is None
            for m in self._context.people.between(max(entry.char_start, offset - _LONG), offset)
        )

    def _previous(self, entry: Entry) -> Entry | None:
        """The post before in time."""
        if entry.section == "lead":
            return None
        return self._updates.get(entry.position - 1)


def anticipated(pronoun: NounPhrase, sentence: Sentence, offset: int) -> NounPhrase | None:
    """The subject that a pronoun of an opening clause stands for and that comes after it, before an offset: *Asked
    whether he would run, Jim Hall laughed*; *When she arrived, Ann Small was brief*."""
    if pronoun.is_plural or sentence.tags[0] not in "VTGbp":
        return None
    return next(
        (
            p
            for p in sentence.phrases
            if p.kind == "name"
            and p.first > pronoun.last
            and p.end <= offset
            and not (p.governed or p.embedded)
            and _AFTER_CLAUSE.search(sentence.tags, 0, p.first)
            and _agree(p.gender, pronoun.gender)
        ),
        None,
    )


def headline_of(entry: Entry, text: str) -> tuple[int, int] | None:
    """Offsets of the headline of an entry: as the source tells, or a short first line without a full stop."""
    if entry.headline is not None:
        return entry.headline
    stop = text.find("\n", entry.char_start, entry.char_end)
    if stop < 0 or stop - entry.char_start > _LONGEST_HEADLINE:
        return None
    line = text[entry.char_start : stop].rstrip()
    return (entry.char_start, stop) if line and line[-1] not in ".:" else None


def _is_object_of_own(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a name is the object of what somebody's own people do, who is spoken of: *Son parti soutiendra X*."""
    subject = next((p for p in sentence.phrases if not p.governed), None)
    if subject is None or not subject.is_possessive or not subject.is_group or phrase.first <= subject.last:
        return False
    return phrase.kind == "name" and sentence.tags[phrase.first - 1] in "VvxT"


def _is_tally(sentence: Sentence) -> bool:
    """Whether a sentence gives the figures of several people and is about none: *Hall got 28.9%, Small 23.7%*."""
    counted = (
        p
        for p in sentence.phrases
        if p.kind == "name" and not p.governed and re.match(r"[^NOQ.;:]{0,2}#", sentence.tags[p.last + 1 :])
    )
    return len(list(counted)) > 1


def _by_prominence(sentence: Sentence, offset: int) -> list[NounPhrase]:
    """The phrases of a sentence that begin before an offset: subjects, then the rest, the governed ones last. Behind a
    semicolon, what somebody says of himself is said by who stands there: *X soutient Y ; Z a dit qu'il …*.
    """
    phrases = [p for p in sentence.phrases if p.start < offset and p.end <= offset]
    place = sentence.index(offset) if sentence.start < offset < sentence.end else 0
    clause = sentence.tags.rfind(";", 0, place)
    if "w" not in sentence.tags[clause + 1 : place]:
        clause = -1
    return sorted(phrases, key=lambda p: (p.governed, p.embedded, p.first < clause))


def _is_somebody(phrase: NounPhrase, sentence: Sentence) -> bool:
    """Whether a phrase stands for one person beyond doubt: known by a given name, described, or subject
    of a verb."""
    entity = phrase.entity
    if entity is None:
        return phrase.kind == "description"
    if entity.kind == "person":
        return True
    following = phrase.last + 1
    return (
        entity.kind == "unknown"
        and not phrase.governed
        and (
            sentence.is_verb(following)
            or re.match(r"[:Q]|,#x?,|,[Dax]{0,3}r[^,;:.VvATG]{0,6},", sentence.tags[following:]) is not None
        )
    )


def _persons_before(sentence: Sentence, offset: int) -> Iterator[NounPhrase]:
    """The phrases of a sentence, up to an offset, that stand for a known person and that no preposition governs."""
    for phrase in sentence.phrases:
        is_person = phrase.entity is not None and phrase.entity.kind == "person"
        if is_person and not phrase.governed and phrase.end <= offset:
            yield phrase


def _agree(known: Gender, wanted: Gender) -> bool:
    return not known or not wanted or known == wanted


def _conflict(said: frozenset[str], known: frozenset[str], head: str) -> bool:
    """Whether a description and what is known differ: about the same office (*maire de Pau*, *maire de
    Paris*) or the party."""
    if head in known and said - known and known - said:
        return True
    mine = {w for w in said if w[0] == "="}
    theirs = {w for w in known if w[0] == "="}
    return bool(mine and theirs and not mine & theirs)


__all__ = ["NounPhrase", "References", "Sentence", "Token"]
