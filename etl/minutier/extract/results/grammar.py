"""The words of results in a language, compiled to the patterns that the rules use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, reduce

from minutier.extract.people import Gender
from minutier.extract.prefilter import Guarded, guard
from minutier.extract.small_words import small_words
from minutier.extract.wording import any_of, spelled, unaccented_head
from minutier.languages import language

SPACE = r"[\s\u00a0\u202f]"


@dataclass(frozen=True, slots=True)
class Grammar:
    call_word: Guarded
    seats_told: Guarded
    votes_told: Guarded
    constituencies: re.Pattern[str]
    saving: re.Pattern[str]  # right before a number of constituencies, a verb that makes them seats
    said_by: re.Pattern[str]
    share_of: re.Pattern[str]
    of_votes: re.Pattern[str]
    share_then_comma: re.Pattern[str]
    share_then_colon: re.Pattern[str]
    counted: re.Pattern[str]
    declared: re.Pattern[str]
    units_reported: re.Pattern[str]
    elsewhere: Guarded
    participation: Guarded
    subgroup: re.Pattern[str]
    towards: re.Pattern[str]
    versus: re.Pattern[str]
    each: re.Pattern[str]
    same: re.Pattern[str]
    linked: re.Pattern[str]
    verb: re.Pattern[str]
    described_after: re.Pattern[str]
    for_described: re.Pattern[str]
    pronouns: dict[str, Gender]
    pronoun_genders: dict[str, Gender]  # with those of objects: him, her
    fronting: re.Pattern[str]
    fronting_share: re.Pattern[str]  # before a share with its sign
    bystander: re.Pattern[str]
    won_by: re.Pattern[str]  # leads whoever has won a place: *Bath has been won back by X*
    denied: re.Pattern[str]
    earlier: re.Pattern[str]
    denied_figure: re.Pattern[str]
    neither_has: re.Pattern[str]  # before a figure that two people do not have
    own_place: re.Pattern[str]
    part_told: re.Pattern[str]
    denied_clause: re.Pattern[str]
    margin: re.Pattern[str]
    object_of: re.Pattern[str]
    bare_lead: re.Pattern[str]
    after_bare_number: re.Pattern[str]
    from_number: re.Pattern[str]
    bare_end: re.Pattern[str]
    standing_for: re.Pattern[str]
    stood_for: re.Pattern[str]
    related: re.Pattern[str]
    tied_with: re.Pattern[str]
    opening_participle: re.Pattern[str]
    sports: Guarded
    relation: re.Pattern[str]
    based_on: re.Pattern[str]
    of_electorate: re.Pattern[str]
    passive: re.Pattern[str]
    columns: dict[str, re.Pattern[str]]  # what the heading of a column says that it holds
    aside_by: re.Pattern[str]
    percent: re.Pattern[str]
    against: re.Pattern[str]
    over_whom: re.Pattern[str]
    contest_verb: re.Pattern[str]
    possessed: re.Pattern[str]
    possessives: frozenset[str]
    object_pronouns: dict[str, Gender]
    sampled: re.Pattern[str]
    answers_by_verb: dict[str, re.Pattern[str]]
    answers_called: dict[str, re.Pattern[str]]
    answering: re.Pattern[str]
    seats_after: re.Pattern[str]
    out_of: re.Pattern[str]
    of_total: re.Pattern[str]  # before the whole that stands behind its parts: *, out of*
    subgroup_before: re.Pattern[str]
    base_forms: frozenset[str]
    inner_subject: re.Pattern[str]  # right before the subject of a relative: *X, a dealer whom Y backed, has 50%*
    relative: re.Pattern[str]
    beating: re.Pattern[str]
    in_areas: re.Pattern[str]
    in_places: re.Pattern[str]
    changing: re.Pattern[str]
    changed_to: re.Pattern[str]
    apposed: re.Pattern[str]
    it_has: re.Pattern[str]
    part_of: re.Pattern[str]
    passing: re.Pattern[str]
    ratings: Guarded
    markets: Guarded
    own_votes: re.Pattern[str]
    pronoun_of_seats: re.Pattern[str]
    winners: re.Pattern[str]
    losers: re.Pattern[str]
    respectively: re.Pattern[str]
    subject_lead: re.Pattern[str]
    adverbial: re.Pattern[str]
    adverbial_alone: re.Pattern[str]
    winning: re.Pattern[str]
    announced: re.Pattern[str]
    whose: re.Pattern[str]
    as_much_as: re.Pattern[str]
    together: re.Pattern[str]
    in_chamber: re.Pattern[str]
    members_told: re.Pattern[str]
    runs_in: re.Pattern[str]
    opposed_to: re.Pattern[str]
    pronoun_first: re.Pattern[str]
    where_pronoun: re.Pattern[str]  # right before a verb: *where he*
    subject_pronoun: re.Pattern[str]
    other_of_two: re.Pattern[str]
    own_share: re.Pattern[str]
    own_share_next: re.Pattern[str]  # behind a name, its own share: *à 7%*
    voted_for: Guarded
    few_votes: Guarded
    own_ballots: re.Pattern[str]  # behind ballots, says that they are somebody's
    for_pronoun: re.Pattern[str]
    holding: re.Pattern[str]
    won_over: re.Pattern[str]
    other_two: re.Pattern[str]
    both_finalists: re.Pattern[str]
    places_chose: re.Pattern[str]
    contest_told: re.Pattern[str]
    pronoun_of_shares: re.Pattern[str]
    first_named: re.Pattern[str]
    last_named: re.Pattern[str]
    one_of_two: re.Pattern[str]
    chosen: re.Pattern[str]
    chosen_too: re.Pattern[str]
    ages_before: re.Pattern[str]  # before a number, which is then an age
    people_aged: re.Pattern[str]  # so too, whatever stands behind it: *women under 40*
    opponents: re.Pattern[str]
    in_place: re.Pattern[str]
    they: re.Pattern[str]
    joined: re.Pattern[str]
    share_heads: re.Pattern[str]
    favour_owner: re.Pattern[str]  # the same where whoever is favoured owns the favour: *in X's favour*
    favour_owned: re.Pattern[str]
    in_favour: re.Pattern[str]
    delegates: re.Pattern[str]
    electors: re.Pattern[str]  # seats of the whole country, whichever states they come from
    impersonal: re.Pattern[str]  # at the head of a sentence, before two figures: *It's*
    nobody: re.Pattern[str]
    things_have: re.Pattern[str]
    there_are: re.Pattern[str]
    thought_of: re.Pattern[str]
    givers: re.Pattern[str]  # right before that, those of a place: *they gave him 84%*
    giving: re.Pattern[str]
    just_given: re.Pattern[str]
    whom_given: re.Pattern[str]  # from somebody to the figure that others gave him: *, à qui Lille a donné*
    of_them: re.Pattern[str]  # behind a figure: of the votes or seats told of before
    groups_of: re.Pattern[str]  # before somebody: those who back him
    apposed_for: re.Pattern[str]  # between somebody and the party he stands for: *X, for the Tories*
    answer_has: re.Pattern[str]  # before a figure of an answer, in the words of a question put beside the contest
    next_place: re.Pattern[str]  # from a figure to the next place, whose figure stands right behind it
    fronted_pair: re.Pattern[str]  # behind two figures that open a clause, before whose they are
    early_places: re.Pattern[str]  # places that have counted before the polls close
    still_by: re.Pattern[str]  # says that figures are of the same count as those before
    results_in: re.Pattern[str]  # behind how many seats are decided: *620 results in*
    sent: re.Pattern[str]  # leads all the seats of a place: *the state sends 110 delegates*
    at_stake: re.Pattern[str]  # before a number of seats that nobody has won: *At stake:*
    to_be_won: re.Pattern[str]  # behind such a number
    and_pronoun: re.Pattern[str]  # from a figure to that of another pronoun: *, and him at*
    preferred: re.Pattern[str]  # before whom voters have chosen: *prefer*
    first_of_two: re.Pattern[str]
    second_of_two: re.Pattern[str]
    twin: re.Pattern[str]
    or_rather: re.Pattern[str]
    towards_side: re.Pattern[str]
    after_them: re.Pattern[str]
    own_clause: re.Pattern[str]
    everybody: re.Pattern[str]
    resting_on: re.Pattern[str]
    counterfactual: re.Pattern[str]
    outstanding: re.Pattern[str]
    set_beside: re.Pattern[str]
    asides_behind: re.Pattern[str]
    gapped_place: re.Pattern[str]
    gapped_places: re.Pattern[str]
    same_one: re.Pattern[str]  # behind a figure: *to the same candidate*
    where_it_has: re.Pattern[str]  # between two figures of one option: *… in Ely, where she has*
    home_of: re.Pattern[str]  # before somebody: *the home town of*
    in_primary: re.Pattern[str]
    whom_beat: re.Pattern[str]  # between somebody and the shares of an earlier contest: *whom she beat by*
    no_call_after: re.Pattern[str]  # behind the words of a call and a name, what makes it none
    owned_head: re.Pattern[str]  # at the head of a sentence: *Her*, *Son score de*
    goes_on_to_win: re.Pattern[str]  # between two figures of one person: *, et l'emporte en Bretagne :*
    so_far: re.Pattern[str]  # behind the small number of a party
    all_of: re.Pattern[str]  # before a number: *all*
    change_alone: re.Pattern[str]  # before a share that something has risen or fallen by
    closing_on: re.Pattern[str]  # before how much has been counted, behind the shares
    own_seat: re.Pattern[str]  # behind the words of a call, whose seat it was: *his Moray seat*
    won_after: re.Pattern[str]  # behind the words of a call, a place that no list knows
    won_before: re.Pattern[str]  # in the words of a call before whoever has won
    sought: re.Pattern[str]
    thinking: re.Pattern[str]
    margin_before: re.Pattern[str]
    come_to: re.Pattern[str]
    that_is: re.Pattern[str]
    correction: re.Pattern[str]
    corrected: re.Pattern[str]
    come_by: re.Pattern[str]
    going_on: re.Pattern[str]
    changed: re.Pattern[str]
    changed_share: re.Pattern[str]
    tallies: re.Pattern[str]
    has_share: re.Pattern[str]
    elected_of: re.Pattern[str]  # what somebody is, and no outcome: *élu de l'Eure*
    about_alone: re.Pattern[str]
    apposed_participle: re.Pattern[str]  # behind a name or a description, before a figure: *, arrivé troisième avec*
    owning: re.Pattern[str]  # a place, and what leads to whoever owns it: *Ohio is*
    owned: re.Pattern[str]  # behind whoever owns a place: *’s*
    in_column: re.Pattern[str]  # *has put Ohio in his column*
    placed_as: re.Pattern[str]  # between somebody and his votes in parentheses: *came a close third*
    called_next: re.Pattern[str]  # behind a headline of a place and a name: *Called at …*
    place_lead: re.Pattern[str]  # before a place that opens a stretch
    years_old: re.Pattern[str]  # behind a number that is an age: *the 28-year-old president*
    which_place: re.Pattern[str]  # between the words of a call and whoever won its place before
    reported: re.Pattern[str]  # between somebody and what he says of himself
    led_by: re.Pattern[str]  # before whoever led a party at the time of its figure
    place_link: re.Pattern[str]  # between two places won by the same
    placed_for: re.Pattern[str]  # between a place and whoever has won it
    call_source: re.Pattern[str]  # behind whoever has won a place, who says so: *Ohio for X, says NBC*
    held_before: re.Pattern[str]
    hypothetical: re.Pattern[str]
    modal: re.Pattern[str]
    possessor: re.Pattern[str]
    yes_or_no: re.Pattern[str]
    calls: dict[str, tuple[Guarded, Guarded]]
    party_calls: dict[str, tuple[Guarded, Guarded]]
    party_calls_in_place: dict[str, tuple[Guarded, Guarded]]  # where the sentence names a place
    loose_calls: dict[str, Guarded]
    both_calls: dict[str, re.Pattern[str]]
    through: re.Pattern[str]
    of: re.Pattern[str]
    in_something: re.Pattern[str]
    stops: re.Pattern[str]
    own_figure: re.Pattern[str]
    changed_from: re.Pattern[str]
    and_for: re.Pattern[str]
    conjunctions: frozenset[str]
    free_lead: re.Pattern[str]
    beaten_with: re.Pattern[str]
    place_first: re.Pattern[str]
    place_only: re.Pattern[str]
    by: re.Pattern[str]
    plural_noun: re.Pattern[str]
    of_or_in: re.Pattern[str]
    whose_share: re.Pattern[str]
    added: re.Pattern[str]  # before somebody who has a figure of his own: *10 % des intentions à la mairie et X 6 %*
    and_verb: re.Pattern[str]
    relative_before: re.Pattern[str]
    list_leads: dict[str, Guarded]
    list_title: re.Pattern[str]
    so_too: re.Pattern[str]
    opens_relative: re.Pattern[str]
    thought_first: re.Pattern[str]
    counted_again: re.Pattern[str]
    likewise: re.Pattern[str]  # between a call and somebody of whom it is told too
    score_of: re.Pattern[str]
    list_heads: frozenset[str]
    list_place: re.Pattern[str]
    list_link: re.Pattern[str]
    before_place: re.Pattern[str]  # between a call and the place won
    before_next_place: re.Pattern[str]


def _one_of_two(words: str, openers: str) -> re.Pattern[str]:
    """From one of two just named, at the head of a clause, to a figure."""
    head = rf"(?:^|[,;:.(\n]\s{{0,2}}|(?<!\w)(?:{openers}))"
    return re.compile(rf"{head}{SPACE}?(?:{words})(?!\w)[,\s\u00a0][^,;:.()]{{0,40}}$", re.IGNORECASE)


@cache
def grammar_of(code: str) -> Grammar:
    section = language(code)["results"]
    share = "|".join(sorted(map(_spelled, section["share_of"]), key=len, reverse=True))
    relatives = "|".join(language(code)["syntax"]["relatives"].split())
    towards = "|".join(sorted(map(_spelled, section["for"]), key=len, reverse=True))
    now = "|".join(map(_spelled, section["rounds"]["current"]))
    each = "|".join(map(_spelled, section["each"]))
    placed_alone = section.get("place_name", "(?!)")
    everybody = rf"(?:{section.get('everybody', '(?!)')})(?!\w)"
    versus = "|".join(sorted(map(_spelled, section["versus"]), key=len, reverse=True))
    seats = "|".join(map(_spelled, language(code)["numbers"]["units"]["seats"]))
    votes = "|".join(map(_spelled, language(code)["numbers"]["units"]["votes"]))
    percent = "|".join(map(_spelled, language(code)["numbers"]["units"]["percent"]))
    few = "|".join(_spelled(w) for w, n in language(code)["numbers"]["spelled"]["values"].items() if 1 < int(n) < 100)
    pronouns = "|".join(str(form) for forms in language(code)["people"]["pronouns"].values() for form in forms)
    paired = "|".join(map(_spelled, section["respectively"]))
    them = "|".join(form for forms in section["object_pronouns"].values() for form in forms)
    units = any_of(form for forms in language(code)["numbers"]["units"].values() for form in map(str, forms)).pattern
    small = small_words(code)
    of, definite, joined = small.before("of"), f"{small.before('definite')}?", small.whole("and")
    article = f"{small.before('definite', 'indefinite', 'possessive')}?"
    stands = rf"(?:{section['standing_for']})(?:{SPACE}|(?<=['’])){definite}"
    stands_for = rf"{SPACE}{stands}"
    places = "|".join(sorted(section["areas"]["prepositions"], key=len, reverse=True))
    links = small.whole("and", "or", "then", "while", "but")
    of_area = rf"(?: {of}{definite}[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,2}})?"

    numbered = rf"(?:{section['verb_forms']}|{section['about']}|{small.before('of', 'at')}|,|$)"
    again, denied = section.get("same_again") or "(?!)", section.get("denied") or "(?!)"
    capitals = rf"[A-ZÀ-Ý][\w’'-]+(?:{SPACE}[A-ZÀ-Ý][\w’'-]+)*"
    has_figure = rf"(?=,?{SPACE}(?:{section['negated']})?{numbered})"
    openers = rf"{small.before('and', 'but')}|{section['clause_openers']}"

    def guarded(pattern: re.Pattern[str]) -> Guarded:
        return guard(pattern, code)

    title = rf"{SPACE}?{(section.get('call_parts') or {}).get('title', article)}"
    list_place, bracketed = section.get("list_place", "(?!)"), r"\([^()\n]{1,50}\)"
    placed = rf"(?:,?{SPACE}{list_place})?"
    with_share = rf"(?:,?{SPACE}(?:{section['holding']}){SPACE}[\d.,]{{1,6}}{SPACE}?%(?:{SPACE}(?:{share}))?)?"
    figured = rf"{with_share}(?:{SPACE}?{bracketed})?"
    qualified = rf"{article}(?:[a-zà-öø-ÿœ-]{{2,20}}[\s\u00a0]|{small.elided('of')}){{0,4}}{small.elided('definite')}?"
    return Grammar(
        of=re.compile(rf"{SPACE}{of}?"),
        in_something=re.compile(rf",?{SPACE}{small.before('in')}(?:(?:{section['only']}){SPACE})?"),
        stops=re.compile(rf"{SPACE}?(?:[,;.)\n]|{joined}\b|$)"),
        own_figure=re.compile(rf"{SPACE}{small.before('at', 'with')}"),
        changed_from=re.compile(rf"(?<!\w){small.before('from', 'of')}$"),
        and_for=re.compile(
            rf"\s(?:{joined}|(?:{section['as_for']}))\s{small.before('for', 'to')}?{definite}"
            rf"(?:[A-Z][\w-]+['’]s{SPACE})?"
        ),
        conjunctions=frozenset(small.of("and")),
        free_lead=re.compile(rf"{SPACE}{small.before('of', 'by')}|{SPACE}?:{SPACE}{small.before('at')}"),
        beaten_with=re.compile(
            rf"(?:,{SPACE}(?:{small.before('definite', 'indefinite')}|{small.whole('relatives')}{SPACE})"
            rf"[^,;:.()\d\n]{{3,90}}(?=,))?,?{SPACE}{small.before('with', 'by', 'of')}"
        ),
        place_first=re.compile(
            rf"\s*{small.before('in', 'at')}?{definite}"
            r"(?P<place>[A-ZÀ-ÝŒ][\w'’-]+)(?:[ -][A-ZÀ-ÝŒ][\w'’-]+){0,3}[^.;!?\d]{0,40}$"
        ),
        place_only=re.compile(
            rf"\s*(?:(?:(?i:{again}){SPACE}(?:[\w’'-]+{SPACE}){{0,2}}{capitals}{SPACE}?\()"
            rf"|(?:[\w’'-]+{SPACE}){{0,3}}{capitals}{SPACE}?[,:]{SPACE}{small.before('at')}?)"
        ),
        by=re.compile(rf"[,:]{SPACE}$|\b{small.before('by')}$"),
        plural_noun=re.compile(rf"[ \u00a0](?!(?:{section['no_plurals']})\b)[a-zà-ÿ]{{3,}}s\b"),
        of_or_in=re.compile(rf"{SPACE}?{small.before('of', 'in')}?{definite}"),
        whose_share=re.compile(rf",{SPACE}{small.before('relative_genitive')}{definite}"),
        relative_before=re.compile(
            rf",{SPACE}(?:{small.before('to', 'for', 'with', 'by', 'of', 'at')}|(?:{section['against']}){SPACE})?"
            rf"(?:(?:{relatives})(?!\w)|{small.elided('relatives')})(?:{SPACE}{definite}$|(?P<inside>[^,;:.()\d]{{0,60}})$)"
        ),
        list_leads={
            status: guarded(re.compile(rf"(?<!\w)(?:{unaccented_head(words)})", re.IGNORECASE))
            for status, words in (section.get("list_leads") or {}).items()
        },
        list_heads=frozenset((section.get("list_heads") or "").split()),
        score_of=re.compile(section.get("score_of") or "(?!)", re.IGNORECASE),
        counted_again=re.compile(
            rf"(?<!\w)(?:{section.get('counted_again', '(?!)')}){SPACE}(?:{section['about']})?$", re.IGNORECASE
        ),
        likewise=re.compile(
            rf"(?:{SPACE}[^,.;:()\d]{{1,40}})?,?{SPACE}(?:{section.get('likewise', '(?!)')}){SPACE}{definite}",
            re.IGNORECASE,
        ),
        so_too=re.compile(section.get("so_too") or "(?!)", re.IGNORECASE),
        list_title=re.compile(title, re.IGNORECASE),
        list_place=re.compile(
            rf"{SPACE}?(?:{bracketed}(?:,?{SPACE}{list_place})?|,?{SPACE}{list_place})(?={SPACE}?(?:[,;.:(]|{joined}\b|$))"
        ),
        before_place=re.compile(rf"{SPACE}?{definite}"),
        before_next_place=re.compile(rf"(?:,{SPACE}?|,?{SPACE}{joined}{SPACE}){definite}"),
        list_link=re.compile(
            rf"(?:{SPACE}?{bracketed})?(?:,{title}(?=,))?{placed}{figured}"
            rf"(?:,?{SPACE}(?P<and>{joined}|{section.get('list_links', '(?!)')})(?!\w),?|[,;]){SPACE}{title}",
            re.IGNORECASE,
        ),
        added=re.compile(rf"[^,;]{SPACE}{small.before('and')}$", re.IGNORECASE),
        and_verb=re.compile(
            rf"(?:{SPACE}(?:{share}|{units}))?,?(?:{SPACE}(?:{small.whole('and', 'then', 'but')}))?{SPACE}"
            rf"(?:(?:{section['before_next_verb']}){SPACE}?){{0,3}}(?:{section['verb_forms']})"
            rf"(?:{SPACE}(?:{section['before_next_verb']})){{0,2}}{SPACE}(?:{section['about']})?",
            re.IGNORECASE,
        ),
        call_word=guarded(re.compile(rf"(?<!\w)(?:{section['call_words']})", re.IGNORECASE)),
        percent=re.compile(rf"{SPACE}(?:{percent})(?!\w)", re.IGNORECASE),
        seats_told=guarded(any_of(language(code)["numbers"]["units"]["seats"])),
        votes_told=guarded(any_of(language(code)["numbers"]["units"]["votes"])),
        constituencies=any_of(section["constituencies"]),
        saving=re.compile(rf"(?<!\w)(?:{section.get('saving', '(?!)')}){SPACE}$", re.IGNORECASE),
        said_by=re.compile(rf"(?<!\w)(?:{section['said_by']}){SPACE}?{definite}$", re.IGNORECASE),
        share_then_colon=re.compile(
            rf"(?:{SPACE}(?:{share}))?(?:{SPACE}{joined}{SPACE}[^,;:.()\d]{{2,24}})?{SPACE}?:{SPACE}{article}",
            re.IGNORECASE,
        ),
        share_then_comma=re.compile(rf"(?:{SPACE}(?:{share}))?,{SPACE}", re.IGNORECASE),
        of_votes=any_of(section["of_votes"]),
        share_of=re.compile(rf"{SPACE}(?:{share})(?!\w)", re.IGNORECASE),
        counted=re.compile(rf"{SPACE}?(?:{'|'.join(section['counted'])})", re.IGNORECASE),
        declared=re.compile(rf"{SPACE}(?:{section['declared']})", re.IGNORECASE),
        units_reported=re.compile(rf"{SPACE}?(?:{'|'.join(section['units_reported'])}){SPACE}?", re.IGNORECASE),
        elsewhere=guarded(any_of(word for words in section["not_results"].values() for word in words)),
        participation=guarded(any_of(section["participation"])),
        subgroup=re.compile(rf"{SPACE}(?!{everybody})(?:{section['subgroup']})", re.IGNORECASE),
        gapped_place=re.compile(rf"{SPACE}(?P<place>{placed_alone})(?=[,.;]|$)"),
        same_one=re.compile(
            rf"{SPACE}(?:{section.get('same_one') or '(?!)'})(?={SPACE}?(?:[.,;:!)\n]|$))", re.IGNORECASE
        ),
        where_it_has=re.compile(
            rf"[^.;:\d]{{0,90}}{SPACE}(?:{section['areas'].get('where') or '(?!)'})"
            rf"{SPACE}(?:{section['pronoun_first']}){SPACE}(?:[\w’'-]+{SPACE}){{1,4}}",
            re.IGNORECASE,
        ),
        home_of=re.compile(rf"(?<!\w)(?:{section.get('home_of') or '(?!)'}){SPACE}?$", re.IGNORECASE),
        in_primary=re.compile(
            rf"(?:{SPACE}[^,.;:\n]{{1,40}})?{SPACE}(?:{section.get('in_primary') or '(?!)'})(?!\w)", re.IGNORECASE
        ),
        whom_beat=re.compile(
            rf"(?:,?{SPACE}[^,.;:\d]{{1,60}})?{SPACE}(?:{section.get('whom_beat') or '(?!)'}){SPACE}$", re.IGNORECASE
        ),
        no_call_after=re.compile(
            rf"(?:{SPACE}[^,.;:\n]{{1,30}})?{SPACE}(?:{section.get('no_call_after', '(?!)')})(?!\w)", re.IGNORECASE
        ),
        owned_head=re.compile(
            rf"\s*(?:{section.get('owned_head', '(?!)')}){SPACE}(?:{section['about']})?", re.IGNORECASE
        ),
        goes_on_to_win=re.compile(
            rf",?{SPACE}{joined}{SPACE}(?:{section.get('goes_on_to_win', '(?!)')})(?!\w)", re.IGNORECASE
        ),
        so_far=re.compile(rf"{SPACE}(?:{section.get('so_far', '(?!)')})(?!\w)", re.IGNORECASE),
        all_of=re.compile(rf"(?<!\w)(?:{section.get('all_of', '(?!)')}){SPACE}$", re.IGNORECASE),
        change_alone=re.compile(
            rf"(?<!\w)(?:{section.get('change_alone', '(?!)')}){SPACE}(?:{section['about']})?$", re.IGNORECASE
        ),
        closing_on=re.compile(rf",{SPACE}(?:{section.get('closing_on', '(?!)')}){SPACE}(?:{section['about']})?$"),
        own_seat=re.compile(
            rf"{SPACE}(?:{section.get('own_seat', '(?!)').replace('{place}', f'(?P<place>{placed_alone})')})"
        ),
        won_after=re.compile(rf"{SPACE}{definite}(?P<place>{placed_alone})"),
        won_before=re.compile(rf"[^A-ZÀ-Ý]{{0,40}}(?P<place>{placed_alone})"),
        gapped_places=re.compile(section.get("gapped_places", "(?!)").replace("{place}", placed_alone)),
        set_beside=re.compile(rf"(?<!\w)(?:{section.get('set_beside', '(?!)')}){SPACE}{definite}$", re.IGNORECASE),
        asides_behind=re.compile(
            rf",{SPACE}(?:{section.get('set_beside', '(?!)')}){SPACE}(?:[^,;:\n]|(?<=\d),(?=\d)){{3,90}},{SPACE}",
            re.IGNORECASE,
        ),
        counterfactual=re.compile(
            rf"(?<!\w)(?:{section.get('counterfactual', '(?!)')})(?:{SPACE}[^\s,;:.]+){{0,3}}{SPACE}?$", re.IGNORECASE
        ),
        outstanding=re.compile(rf"{SPACE}(?:{section.get('outstanding', '(?!)')})(?!\w)", re.IGNORECASE),
        resting_on=re.compile(
            rf"(?<!\w)(?:{section.get('resting_on', '(?!)')}){SPACE}(?:{section['about']})?$", re.IGNORECASE
        ),
        everybody=re.compile(everybody, re.IGNORECASE),
        towards=re.compile(
            rf"(?:{SPACE}(?:{share}))?(?:{SPACE}(?:{now}|{each}|{section['only']})|,{SPACE}[^\d,.;:()]{{3,24}},)?"
            rf"{SPACE}(?:{towards})[\s\u00a0](?:[^,.;:()\d]{{3,50}},[\s\u00a0])?{qualified}",
            re.IGNORECASE,
        ),
        versus=re.compile(
            rf"(?:{SPACE}(?:{share}))?(?:{SPACE}(?:{section.get('or_so', '(?!)')}))?,?{SPACE}?"
            rf"(?:{versus}|-|–){SPACE}(?:{section['about']})?|[-–]",
            re.IGNORECASE,
        ),
        each=any_of(section["each"]),
        same=re.compile(
            rf"(?:{SPACE}(?:{share}))?{SPACE}?(?:[(,;/–—]|,?{SPACE}(?:{section['and_also']}))(?:{SPACE}(?:{section['and_also']}))?{SPACE}?(?:{section['about']})?",
            re.IGNORECASE,
        ),
        linked=re.compile(
            rf"(?:{SPACE}?[:–—=-]{SPACE}?|,?{SPACE}(?:{section['with']}){SPACE}(?:{section['about']}){{0,1}}|{SPACE}?\(?){SPACE}?(?:{section['about']})?",
            re.IGNORECASE,
        ),
        verb=re.compile(rf"(?<!\w)(?:{section['verb_forms']})(?!\w)", re.IGNORECASE),
        described_after=re.compile(
            rf"(?:{SPACE}(?:{share}))?{SPACE}(?:{towards})[\s\u00a0](?P<phrase>[^,.;:()«»“”\"\n\d]{{2,60}})(?=[,.;:()\n\d]|{SPACE}{joined}{SPACE}|$)",
            re.IGNORECASE,
        ),
        for_described=re.compile(
            rf"{SPACE}{small.before('for')}{SPACE}?{small.before('definite')}(?-i:[a-z])[^,.;:()«»“”\"\n\d]{{2,60}}",
            re.IGNORECASE,
        ),
        pronouns={
            form: gender for gender, forms in language(code)["people"]["pronouns"].items() for form in map(str, forms)
        },
        pronoun_genders={
            str(form): gender
            for told in (language(code)["people"]["pronouns"], section["object_pronouns"])
            for gender, forms in told.items()
            for form in forms
        },
        fronting=re.compile(
            rf"(?:^|[.;:!?\n]\s{{0,2}})(?:{section['fronting']}){SPACE}(?:{section['about']})?$",
            re.IGNORECASE,
        ),
        fronting_share=re.compile(
            rf"(?:^|[.;:!?\n]\s{{0,2}})(?:{section['fronting_share']}){SPACE}(?:{section['about']})?$",
            re.IGNORECASE,
        ),
        won_by=re.compile(rf"(?<!\w)(?:{section['won_by']}){SPACE}$", re.IGNORECASE),
        bystander=re.compile(
            rf"(?<!\w)(?:{section['bystander_before']}){SPACE}?{definite}(?:[\w-]+(?:['’]s?)?{SPACE}){{0,2}}$",
            re.IGNORECASE,
        ),
        earlier=re.compile(
            rf",?{SPACE}(?:{section.get('earlier') or '(?!)'}){SPACE}(?:[\w’'-]+{SPACE}){{0,4}}", re.IGNORECASE
        ),
        denied=re.compile(rf",{SPACE}(?:{denied}){SPACE}$", re.IGNORECASE),
        neither_has=re.compile(rf"(?<!\w)(?:{section.get('neither_has', '(?!)')})[^.;:\d]{{0,40}}$", re.IGNORECASE),
        denied_figure=re.compile(
            rf",{SPACE}(?:{denied}){SPACE}(?:{small.before('at', 'of')}{SPACE}?)?$", re.IGNORECASE
        ),
        own_place=re.compile(rf"{SPACE}{small.before('in', 'at')}{small.before('possessive')}[A-ZÀ-Ý]"),
        part_told=re.compile(
            rf"(?<!\w)(?:{section.get('part_told') or '(?!)'})(?:[^,;:.()\n]|(?<=\b[A-Z])\.){{2,50}}{SPACE}$",
            re.IGNORECASE,
        ),
        denied_clause=re.compile(
            rf",{SPACE}(?:{denied}){SPACE}(?:\w{{1,3}}{SPACE})?\d[^,;:]{{0,8}}(?:,\d[^,;:]{{0,60}})?(?=,)",
            re.IGNORECASE,
        ),
        margin=re.compile(section["margin_after"], re.IGNORECASE),
        passive=re.compile(
            rf"(?<!\w)(?:{section['defeated_by']}){SPACE}(?:[\w’'-]+{SPACE}){{0,6}}(?:[\w’'-]+,{SPACE})?$",
            re.IGNORECASE,
        ),
        columns={
            kind: re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)
            for kind, words in (section.get("columns") or {}).items()
        },
        aside_by=re.compile(
            rf"(?:,{SPACE}(?:{section.get('aside_by') or '(?!)'})|{section.get('held_by') or '(?!)'}){SPACE}?"
            rf"(?:[\w’'.-]+{SPACE}){{0,4}}(?:[\w-]+['’])?(?:[\w-]+,{SPACE})?$",
            re.IGNORECASE,
        ),
        over_whom=re.compile(
            rf"(?:{SPACE}(?:{share}|{units}))?{SPACE}(?:{section['over_whom']}){SPACE}(?:[^,.;:()\d]{{3,40}},{SPACE})?{qualified}(?:[A-ZÀ-Ý][\w-]*['’]s?{SPACE})?",
            re.IGNORECASE,
        ),
        against=re.compile(rf"(?<!\w)(?:{section['against']}){SPACE}(?:[\w’'-]+{SPACE}){{0,4}}$", re.IGNORECASE),
        contest_verb=re.compile(rf"(?<!\w)(?:{section['contest_verb']})(?!\w)", re.IGNORECASE),
        possessed=re.compile(
            rf"(?:{SPACE}(?:{share}|{units}))?,?{SPACE}(?:{versus}){SPACE}(?P<whose>{section['possessed']}){SPACE}",
            re.IGNORECASE,
        ),
        possessives=frozenset(section["possessives"]),
        object_pronouns={form: gender for gender, forms in section["object_pronouns"].items() for form in forms},
        sampled=any_of(section["sampled"]),
        answers_by_verb={
            answer: re.compile(rf"(?<!\w)(?:{verbs})", re.IGNORECASE)
            for answer, verbs in section["answers_by_verb"].items()
        },
        answers_called={
            answer: re.compile(rf"(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE)
            for answer, verbs in (section.get("answers_called") or {}).items()
        },
        answering=re.compile(rf"(?<!\w)(?:{section.get('answering', '(?!)')})$", re.IGNORECASE),
        seats_after=re.compile(rf"{SPACE}(?:{seats})(?!\w)", re.IGNORECASE),
        out_of=re.compile(rf"{SPACE}(?:{section['out_of']}){SPACE}(?:[A-ZÀ-Ý][\w-]+['’]s{SPACE})?", re.IGNORECASE),
        of_total=re.compile(rf",{SPACE}(?:{section['out_of']}){SPACE}$", re.IGNORECASE),
        base_forms=frozenset(section["base_forms"].split()),
        subgroup_before=re.compile(rf"[\s\u00a0]*(?:{section['subgroup_before']})(?!\w)", re.IGNORECASE),
        apposed=re.compile(
            rf"(?:{SPACE}?\([^()\n]{{1,40}}\))?,{SPACE}"
            rf"(?:{small.whole('definite', 'indefinite', 'possessive')}|{section['former']})"
            rf"(?:(?:{SPACE}|['’-])(?:[^,.;:()\n\d]|\d{{1,2}}-){{1,80}})?{SPACE}?",
            re.IGNORECASE,
        ),
        changing=re.compile(rf"(?<!\w)(?:{section['changing']}){SPACE}?$", re.IGNORECASE),
        changed_to=re.compile(
            rf"(?:{SPACE}(?:{share}))?,?{SPACE}(?:{section['changed_to']}){SPACE}(?:{section['about']})?", re.IGNORECASE
        ),
        in_places=re.compile(rf"(?<!\w){small.whole('in', 'at')}{SPACE}[^.;:()]{{0,40}}$"),
        in_areas=re.compile(rf"(?<!\w)(?:{section['in_areas']}){SPACE}$", re.IGNORECASE),
        beating=re.compile(
            rf"(?<!\w)(?:(?:{section['contest_verb'].replace('(?P<object>', '(?:')})(?:{SPACE}[\w’'-]+){{0,6}}{SPACE}"
            rf"|(?:{section['taken_from']}){SPACE}?)$",
            re.IGNORECASE,
        ),
        inner_subject=re.compile(rf"(?<!\w)(?:{section['inner_subject']}){SPACE}$", re.IGNORECASE),
        relative=re.compile(
            rf"(?:{SPACE}?\([^()\n]{{1,40}}\))?,{SPACE}(?:{relatives}|{section['reduced_relative']})(?!\w)"
        ),
        passing=any_of((*section["not_results"]["margins"], *section["not_results"]["opinions"])),
        it_has=re.compile(rf"(?<!\w)(?:{section['it_has']})(?!\w)", re.IGNORECASE),
        part_of=re.compile(rf"{SPACE}(?:{section['part_of']})"),
        ratings=guarded(any_of(section["ratings"])),
        markets=guarded(any_of(section["markets"])),
        own_votes=re.compile(rf"(?<!\w)(?:{section['own_votes']})(?!\w)", re.IGNORECASE),
        pronoun_of_seats=re.compile(rf"(?:{section['pronoun_of_seats']}){SPACE}$", re.IGNORECASE),
        winners=any_of(section["winners"]),
        losers=any_of(section["losers"]),
        respectively=any_of(section["respectively"]),
        subject_lead=re.compile(rf"(?:{section['subject_lead']})?"),
        adverbial=re.compile(rf"(?:(?:{section['adverbial']}){SPACE}[^,;:\n]{{1,80}},)?", re.IGNORECASE),
        adverbial_alone=re.compile(rf"\s*(?:{section['adverbial']}){SPACE}[^,;:\n]{{1,80}}{SPACE}?", re.IGNORECASE),
        winning=re.compile(rf"(?<!\w)(?:{section['winning']}){SPACE}(?:{section['about']})?$", re.IGNORECASE),
        announced=re.compile(rf"(?<!\w)(?:{section['announced']}){SPACE}$", re.IGNORECASE),
        whose=re.compile(rf"{SPACE}(?:{section['whose']})(?:{SPACE}|(?<=['’])){definite}"),
        as_much_as=re.compile(rf"(?<!\w)(?:{section['as_much_as']})(?!\w)", re.IGNORECASE),
        towards_side=re.compile(rf"{SPACE}(?:{section['towards_side']})?"),
        after_them=re.compile(rf"(?<!\w)(?:{section['after_them']}){SPACE}$", re.IGNORECASE),
        together=re.compile(rf"{SPACE}(?:{section['together']})(?!\w)"),
        in_chamber=re.compile(rf"{SPACE}(?:{section['in_chamber']})(?!\w)"),
        members_told=any_of([*section["members_told"], *language(code)["numbers"]["units"]["seats"]]),
        runs_in=re.compile(rf"(?<!\w)(?:{section['runs_in']}){SPACE}$", re.IGNORECASE),
        opposed_to=re.compile(
            rf"(?:{SPACE}(?:{share}|{units}))?,?{SPACE}(?:{versus}){SPACE}(?:[A-ZÀ-Ý][\w’'-]*{SPACE}){{0,3}}"
            rf"[A-ZÀ-Ý][\w’'-]*['’]s?{SPACE}"
        ),
        pronoun_first=re.compile(rf"\s*(?:{section['pronoun_first']}){SPACE}", re.IGNORECASE),
        subject_pronoun=re.compile(rf"(?<!\w)(?P<pronoun>{section['pronoun_first']}){SPACE}", re.IGNORECASE),
        where_pronoun=re.compile(
            rf"(?<!\w)(?:{section['areas'].get('where') or '(?!)'})"
            rf"{SPACE}(?:{section['pronoun_first']}){SPACE}?$",
            re.IGNORECASE,
        ),
        other_of_two=re.compile(
            rf"(?:{SPACE}(?:{share}))?(?:{SPACE}?[,;])?{SPACE}(?:{section['other_of_two']})", re.IGNORECASE
        ),
        own_share_next=re.compile(rf"{SPACE}{small.before('at', 'with')}?\d[\d.,]{{0,6}}{SPACE}?(?:{percent})(?!\w)"),
        own_share=re.compile(rf"(?:{section['own_share']}){SPACE}"),
        voted_for=guarded(re.compile(section["voted_for"], re.IGNORECASE)),
        own_ballots=re.compile(rf"{SPACE}?(?:{section['own_ballots']})", re.IGNORECASE),
        few_votes=guarded(re.compile(rf"(?<!\w)(?:{few}){SPACE}(?:{votes})(?!\w)", re.IGNORECASE)),
        for_pronoun=re.compile(rf"{SPACE}(?:{towards}){SPACE}(?:{pronouns})(?={SPACE}?\()", re.IGNORECASE),
        holding=re.compile(rf"(?<!\w)(?:{section['holding']}){SPACE}$", re.IGNORECASE),
        won_over=re.compile(rf"(?<!\w)(?:{section['won_over']}){SPACE}$", re.IGNORECASE),
        both_finalists=re.compile(rf"(?<!\w)(?:{section.get('both_finalists', '(?!)')})(?!\w)", re.IGNORECASE),
        other_two=re.compile(rf"(?<!\w)(?:{section['other_two']})(?!\w)", re.IGNORECASE),
        places_chose=re.compile(rf"(?<!\w)(?:{section['places_chose']})(?!\w)", re.IGNORECASE),
        contest_told=re.compile(rf"(?<!\w)(?:{section['contest_told']})(?!\w)", re.IGNORECASE),
        pronoun_of_shares=re.compile(rf"{section['pronoun_of_shares']}{SPACE}$", re.IGNORECASE),
        first_named=_one_of_two(section["first_named"] + has_figure, openers),
        last_named=_one_of_two(section["last_named"] + has_figure, openers),
        one_of_two=_one_of_two(rf"(?P<pronoun>{section['one_of_two']})", openers),
        chosen=re.compile(
            rf"\)?(?:{SPACE}(?:{section['voters']}))?{SPACE}(?:{section['chose']}){SPACE}{qualified}", re.IGNORECASE
        ),
        people_aged=re.compile(rf"(?<!\w)(?:{section.get('people_aged') or '(?!)'})$", re.IGNORECASE),
        ages_before=re.compile(rf"(?:{section.get('ages_before') or '(?!)'})$", re.IGNORECASE),
        chosen_too=re.compile(rf"\)?{SPACE}(?:(?:{towards}){SPACE}|{section['chosen_on']})?{article}", re.IGNORECASE),
        opponents=re.compile(section["opponents"], re.IGNORECASE),
        in_place=re.compile(section["in_place"]),
        they=any_of(section["they"]),
        joined=re.compile(rf"{SPACE}{joined}{SPACE}"),
        share_heads=re.compile(rf"(?<!\w)(?:{section['share_heads']})(?!\w)", re.IGNORECASE),
        electors=re.compile(rf"(?<!\w)(?:{section.get('electors', '(?!)')})(?!\w)", re.IGNORECASE),
        delegates=re.compile(rf"(?<!\w)(?:{section.get('delegates', '(?!)')})(?!\w)", re.IGNORECASE),
        impersonal=re.compile(
            rf"\s*(?:{section.get('impersonal', '(?!)')}){SPACE}(?:{section['about']})?", re.IGNORECASE
        ),
        favour_owner=re.compile(rf"{SPACE}(?:{section.get('favour_owner', '(?!)')}){SPACE}", re.IGNORECASE),
        favour_owned=re.compile(section.get("favour_owned", "(?!)"), re.IGNORECASE),
        in_favour=re.compile(rf"(?:{SPACE}(?:{share}))?{SPACE}(?:{section['in_favour']}){article}", re.IGNORECASE),
        nobody=re.compile(rf"(?<!\w)(?:{section['nobody']})$", re.IGNORECASE),
        there_are=re.compile(rf"\s*(?:{section.get('there_are', '(?!)')})(?!\w)", re.IGNORECASE),
        things_have=re.compile(rf"\s*(?:{section['things_have']})(?!\w)", re.IGNORECASE),
        givers=re.compile(rf"(?<!\w)(?:{section['givers']}){SPACE}$", re.IGNORECASE),
        opens_relative=re.compile(rf"\w,{SPACE}(?:{relatives}){SPACE}$", re.IGNORECASE),
        thought_first=re.compile(
            rf"(?<!\w)(?:{section.get('thought_first', '(?!)')})(?!\w)[^\d;.]{{0,24}}$", re.IGNORECASE
        ),
        thought_of=re.compile(rf"(?<!\w)(?:{section['thought_of']})(?!\w)", re.IGNORECASE),
        just_given=re.compile(rf"(?<!\w)(?:{section['giving']}){SPACE}(?:{section['about']})?$", re.IGNORECASE),
        giving=re.compile(rf"(?<!\w)(?:{section['giving']}){SPACE}(?=\D+$)", re.IGNORECASE),
        whom_given=re.compile(
            rf"(?:^|(?<=\W))(?:{small.before('to')}(?:{relatives})|{section.get('to_whom', '(?!)')})(?!\w)"
            r"[^,;:.()\d]{1,60}"
            rf"(?:{section['giving']}){SPACE}(?:{section['about']})?$",
            re.IGNORECASE,
        ),
        of_them=re.compile(rf"{SPACE}(?:{section['of_them']})(?!\w)"),
        groups_of=re.compile(rf"(?<!\w)(?:{section['groups_of']})(?:{SPACE}|(?<=['’]))$"),
        apposed_for=re.compile(rf",{stands_for}", re.IGNORECASE),
        answer_has=re.compile(
            rf"(?<![\w’'-])(?:{'|'.join(a for pair in section['answers'] for a in pair)}){SPACE}"
            rf"(?:{section['verb_forms']}){SPACE}(?:{section['about']})?$"
        ),
        next_place=re.compile(
            rf"(?:{SPACE}(?:{share}))?(?:[,;]{SPACE}(?:{joined}{SPACE})?|{SPACE}{joined}{SPACE})"
            rf"(?:{places})(?:{SPACE}|(?<=['’])){definite}",
            re.IGNORECASE,
        ),
        fronted_pair=re.compile(rf"(?:{SPACE}(?:{share}))?{SPACE}?[,:]{SPACE}{article}", re.IGNORECASE),
        early_places=re.compile(rf"(?<!\w)(?:{section.get('early_places') or '(?!)'})(?!\w)"),
        still_by=re.compile(rf"(?<!\w)(?:{section['still_by']})(?!\w)", re.IGNORECASE),
        results_in=re.compile(rf"{SPACE}(?:{section['results_in']})(?!\w)", re.IGNORECASE),
        sent=re.compile(rf"(?<!\w)(?:{section['sent']}){SPACE}(?:{section['about']})?$", re.IGNORECASE),
        at_stake=re.compile(rf"(?<!\w)(?:{section['at_stake']})(?!\w)[^:.;\d]{{0,40}}:[^:.;]{{0,80}}$", re.IGNORECASE),
        to_be_won=re.compile(
            rf"(?:(?:{SPACE}[a-zà-ÿ-]+){{0,3}}|,{SPACE}[a-zà-ÿ]{{2,4}}){SPACE}(?:{section['at_stake']})(?!\w)"
        ),
        and_pronoun=re.compile(
            rf"(?:{SPACE}(?:{share}))?,?{SPACE}{joined}{SPACE}(?P<whom>{them}){SPACE}{small.before('at', 'with')}?",
            re.IGNORECASE,
        ),
        preferred=re.compile(
            rf"(?<!\w)(?:{section['places_chose']}){SPACE}(?:(?:{towards}){SPACE})?{article}$", re.IGNORECASE
        ),
        first_of_two=re.compile(rf"(?:{SPACE}(?:{share}))?{SPACE}(?:{section['first_of_two']})(?!\w)", re.IGNORECASE),
        second_of_two=re.compile(rf"(?:{SPACE}(?:{share}))?{SPACE}(?:{section['second_of_two']})(?!\w)", re.IGNORECASE),
        twin=re.compile(rf"{SPACE}?\((?:(?:{section['and_also']}){SPACE})?", re.IGNORECASE),
        or_rather=re.compile(
            rf"(?:{SPACE}(?:{share}))?,?{SPACE}(?:{section['or_rather']}){SPACE}(?:{section['about']})?", re.IGNORECASE
        ),
        based_on=re.compile(rf"(?<!\w)(?:{section['based_on']}){SPACE}(?:{section['about']})?$", re.IGNORECASE),
        of_electorate=re.compile(rf"{SPACE}(?:{section['of_electorate']})", re.IGNORECASE),
        related=re.compile(rf"(?<!\w)(?:{section['related']})[\s\u00a0]?$", re.IGNORECASE),
        standing_for=re.compile(rf"(?<!\w){stands}$", re.IGNORECASE),
        stood_for=re.compile(rf"{SPACE}{stands}", re.IGNORECASE),
        tied_with=re.compile(
            rf"(?:{SPACE}(?:{share}))?,?{SPACE}(?:{section['tied_with']}){SPACE}{qualified}", re.IGNORECASE
        ),
        opening_participle=re.compile(
            rf"[«“\"\s•*·►–—-]*(?:{unaccented_head(section['opening_participle'])})(?!\w)", re.IGNORECASE
        ),
        sports=guarded(any_of(section["not_results"]["sports"])),
        relation=any_of(section["relations"]),
        bare_end=re.compile(
            rf"{SPACE}?(?:[,.;:)(\]\n–—!?]|$)|{SPACE}(?:-|(?:{towards}|{versus}|{each}|{paired}|{links}"
            rf"|{section.get('bare_closing', '(?!)')})(?!\w))",
            re.IGNORECASE,
        ),
        from_number=re.compile(rf"{SPACE}{small.before('from')}\d"),
        after_bare_number=re.compile(rf"{SPACE}(?:{section['after_bare_number']})(?!\w)"),
        bare_lead=re.compile(rf"(?<!\w)(?:{section['before_bare_number']}){SPACE}$", re.IGNORECASE),
        own_clause=re.compile(
            rf"(?:[\s\u00a0]?\([^()\n]{{1,40}}\))?{of_area}(?:,{SPACE}[^,.;:()\d\n]{{2,60}}(?=,))?"
            rf",?{SPACE}(?:{section['own_clause']})(?!\w)",
            re.IGNORECASE,
        ),
        sought=re.compile(rf"(?<!\w)(?:{section.get('sought', '(?!)')}){SPACE}(?:{section['about']})?$", re.IGNORECASE),
        thinking=re.compile(rf"{SPACE}(?:{section.get('thinking', '(?!)')})(?!\w)", re.IGNORECASE),
        margin_before=re.compile(rf"(?<!\w)(?:{section['margin_before']})$", re.IGNORECASE),
        going_on=re.compile(rf"[^,.;:()\d]{{0,20}}{SPACE}{joined}{SPACE}"),
        come_by=re.compile(rf"{SPACE}{small.before('to', 'at')}(?:{section['about']})?", re.IGNORECASE),
        correction=re.compile(rf"(?<!\w)(?:{section.get('correction', '(?!)')})(?!\w)", re.IGNORECASE),
        corrected=re.compile(rf"\s*(?:{section.get('corrected', '(?!)')}){SPACE}", re.IGNORECASE),
        that_is=re.compile(rf"\s*(?:{section.get('that_is', '(?!)')})(?!\w)", re.IGNORECASE),
        come_to=re.compile(
            rf"(?<!\w)(?:{section.get('come_to', '(?!)')}){SPACE}(?:{section['about']})?$", re.IGNORECASE
        ),
        place_lead=re.compile(
            rf"[\s\u00a0]*(?:(?:{section.get('call_lead', '(?!)')})[\s\u00a0]?:[\s\u00a0])?{definite}", re.IGNORECASE
        ),
        apposed_participle=re.compile(
            rf",{SPACE}(?:{section['apposed_participle']})(?!\w)[^,;:.()«»“”\"\d\n]{{0,40}}$", re.IGNORECASE
        ),
        owning=re.compile(rf"(?P<place>{placed_alone}){SPACE}(?:{section.get('owning', '(?!)')}){SPACE}$"),
        owned=re.compile(r"['’]s?(?=[.,;:!\n]|$)"),
        in_column=re.compile(section.get("in_column", "(?!)").replace("{place}", f"(?P<place>{placed_alone})")),
        placed_as=re.compile(rf",?{SPACE}(?:{section['placed_as']}){SPACE}\("),
        called_next=re.compile(rf"\s*(?:{section.get('called_next', '(?!)')})(?!\w)"),
        years_old=re.compile(section.get("years_old", "(?!)")),
        which_place=re.compile(
            rf"[^,.;:!?\n]{{0,40}},{SPACE}(?:{section['which_place']}){SPACE}(?:{section['adverbs_of_time']})?"
        ),
        reported=re.compile(rf"{SPACE}[^,.;:()\n]{{0,40}}(?:{section['reported']})"),
        led_by=re.compile(rf"(?<!\w)(?:{section['led_by']}){SPACE}$"),
        place_link=re.compile(rf"(?:,|{SPACE}{joined}){SPACE}{definite}"),
        placed_for=re.compile(rf"{SPACE}{small.before('for', 'to')}"),
        call_source=re.compile(section.get("call_source", "(?!)"), re.IGNORECASE),
        about_alone=re.compile(rf"[\s\u00a0]*(?:{section['about']})?[\s\u00a0]*", re.IGNORECASE),
        elected_of=re.compile(section.get("elected_of", "(?!)")),
        has_share=re.compile(
            rf"{SPACE}(?:{section.get('has_share', '(?!)')}){SPACE}(?:{section['about']})?$", re.IGNORECASE
        ),
        tallies=re.compile(rf"(?<!\w)(?:{section.get('tallies', '(?!)')})(?!\w)", re.IGNORECASE),
        changed_share=re.compile(
            rf"(?<!\w)(?:{section['changed_share']}){SPACE}(?:{section['about']})?$", re.IGNORECASE
        ),
        changed=re.compile(rf"(?<!\w)(?:{section['changed']}){SPACE}(?:{section['about']})?$", re.IGNORECASE),
        held_before=re.compile(rf"(?<!\w)(?:{section['held_before']}){SPACE}(?:{section['about']})?$", re.IGNORECASE),
        modal=re.compile(rf"(?<!\w)(?:{section['modal']}){SPACE}$", re.IGNORECASE),
        possessor=re.compile(rf"['’]s?{SPACE}[a-zA-Z]"),
        yes_or_no=re.compile(
            rf"{SPACE}(?:{'|'.join(a for pair in section['answers'] for a in pair)})(?!\w)", re.IGNORECASE
        ),
        hypothetical=re.compile(rf"(?<!\w)(?:{section['hypothetical']})$", re.IGNORECASE),
        object_of=re.compile(
            rf"(?<!\w)(?:{section['defeating']}|{section['defeated_by']}){SPACE}(?:[\w’'-]+{SPACE}){{0,6}}(?:[\w’'-]+,{SPACE})?$",
            re.IGNORECASE,
        ),
        calls={status: _call(patterns, of_area, code) for status, patterns in section["calls"].items()},
        through=re.compile(rf"(?<!\w)(?:{section['through']})(?!\w)", re.IGNORECASE),
        both_calls={
            status: re.compile(rf"(?<!\w)(?:{verbs})", re.IGNORECASE) for status, verbs in section["both_calls"].items()
        },
        loose_calls={
            status: guarded(re.compile(rf"(?<!\w)(?:{unaccented_head(verbs)})(?!\w)", re.IGNORECASE))
            for status, verbs in section["loose_calls"].items()
        },
        party_calls={status: _call(patterns, of_area, code) for status, patterns in section["party_calls"].items()},
        party_calls_in_place={
            status: _call(patterns, of_area, code)
            for status, patterns in (section.get("party_calls_in_place") or {}).items()
        },
    )


def _spelled(form: str) -> str:
    return spelled(str(form))


def _call(patterns: Sequence[str], of_area: str, code: str) -> tuple[Guarded, Guarded]:
    """Patterns of a call, split at the option: what stands after it, and what stands before it. A word in angle
    brackets is one of ``call_parts``.
    """
    parts = (language(code)["results"].get("call_parts") or {}).items()
    patterns = [unaccented_head(reduce(lambda p, part: p.replace(f"<{part[0]}>", part[1]), parts, p)) for p in patterns]
    after = [p.removeprefix("{X}") for p in patterns if p.startswith("{X}")]
    before = [p.removesuffix("{X}") for p in patterns if p.endswith("{X}") and not p.startswith("{X}")]
    figure = r"[\s\u00a0]\d[\d.,]{0,6}[\s\u00a0]?%"
    aside = r"(?:[^,.;:!?«»“”\"\n]|(?<=\d)[.,](?=\d)){1,90}"
    oneself = language(code)["results"].get("oneself", "(?!)")
    apposition = rf"(?:[\s\u00a0]?\([^()\n]{{1,40}}\))?(?:[\s\u00a0](?:{oneself}))?{of_area}(?:,{figure},|,{aside},)?"
    follows = rf"{apposition},?(?:{'|'.join(after) or '(?!)'})(?!\w|['’]t)"
    precedes = rf"(?<!\w)(?:{'|'.join(before) or '(?!)'})$"
    return guard(re.compile(follows, re.IGNORECASE), code), guard(re.compile(precedes, re.IGNORECASE), code)
