"""Who is named: mentions, surnames, initials, capitals, handles, parties, outlets, misspellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extracting import context
from minutier.extract.folding import fold, phrases
from minutier.extract.people import People
from minutier.languages import language


def named(text: str, lang: str = "fr") -> list[tuple[str, str]]:
    """(words, name of the entity) of each mention, in order."""
    return [(text[m.start : m.end], m.entity.name) for m in People(text, language(lang)).mentions]


def kinds(text: str, lang: str = "fr") -> dict[str, str]:
    return {m.entity.name: m.entity.kind for m in People(text, language(lang)).mentions}


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        (
            "Nathalie Dubois-Perrin arrive. Puis Dubois-Perrin parle.",
            "Dubois-Perrin",
            "Nathalie Dubois-Perrin",
        ),
        ("François de Rugy arrive. M. de Rugy parle.", "Rugy", "François de Rugy"),
        ("François de Rugy arrive. De Rugy parle.", "De Rugy", "François de Rugy"),
        ("Marine Le Pen a voté. Le Pen attend.", "Le Pen", "Marine Le Pen"),
        ("Camille Durand arrive. M. Durand parle.", "M. Durand", "Camille Durand"),
        ("Nathalie Kosciusko-Morizet arrive. NKM parle.", "NKM", "Nathalie Kosciusko-Morizet"),
        ("Jean-Marc Ayrault arrive. J.-M. Ayrault parle.", "J.-M. Ayrault", "Jean-Marc Ayrault"),
        ("Emmanuel Macron arrive. E. Macron parle.", "E. Macron", "Emmanuel Macron"),
        ("Benoît Hamon est élu. Benoit Hamon parle.", "Benoit Hamon", "Benoît Hamon"),
        ("Alexis Corbière arrive. Corbiere parle.", "Corbiere", "Alexis Corbière"),
        ("Charles de Courson arrive. M. de Courçon parle.", "Courçon", "Charles de Courson"),
        ("MARINE LE PEN EN TÊTE\nMarine Le Pen sourit.", "MARINE LE PEN", "Marine Le Pen"),
        ("Christian Estrosi arrive. Bravo @cestrosi !", "@cestrosi", "Christian Estrosi"),
        ("Emmanuel Macron arrive. Bravo @EmmanuelMacron !", "@EmmanuelMacron", "Emmanuel Macron"),
        ("Le Rassemblement national progresse. Le RN jubile.", "RN", "Rassemblement national"),
    ],
)
def test_a_form_leads_to_the_fullest_name(text: str, form: str, name: str) -> None:
    assert dict(named(text))[form] == name


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("Sir Keir Starmer won. Starmer spoke.", "Starmer", "Keir Starmer"),
        ("Donald J. Trump won. Donald Trump spoke.", "Donald J. Trump", "Donald Trump"),
        ("Robert F. Kennedy Jr. left the race. Kennedy backs Trump.", "Kennedy", "Robert F. Kennedy Jr"),
        ("J.K. Rowling tweeted. Rowling is upset.", "Rowling", "J.K. Rowling"),
        ("Labour’s Jared O’Mara won. O’Mara spoke.", "O’Mara", "Jared O’Mara"),
        ("The Lib Dems and the Liberal Democrats.", "Lib Dems", "Liberal Democrats"),
        ("The Cincinnati Enquirer spoke. The Enquirer again.", "Enquirer", "Cincinnati Enquirer"),
        ("The Irish Times, and the Irish Times again.", "The Irish Times", "Irish Times"),
        ("The Guardian, and the Guardian again.", "Guardian", "The Guardian"),
    ],
)
def test_english_forms(text: str, form: str, name: str) -> None:
    assert dict(named(text, "en"))[form] == name


def test_of_two_with_one_surname_the_last_named_is_meant() -> None:
    text = "Jean-Marie Le Pen est là. Marine Le Pen aussi. Le Pen se tait."
    assert named(text)[-1] == ("Le Pen", "Marine Le Pen")
    text = "Marine Le Pen est là. Jean-Marie Le Pen aussi. Le Pen se tait."
    assert named(text)[-1] == ("Le Pen", "Jean-Marie Le Pen")


def test_of_two_with_one_surname_the_one_whom_the_document_is_about_is_meant() -> None:
    text = "Joe Biden wins Iowa.\nJoe Biden wins Ohio.\nJoe Biden wins Utah.\nJill Biden is here.\nA word from Biden.\n"
    assert named(text, "en")[-1] == ("Biden", "Joe Biden")


def test_of_two_named_in_full_about_as_often_a_surname_far_from_both_is_of_the_first() -> None:
    apart = "Polls close in an hour.\n" * 60
    adviser = "Symone Sanders, an adviser, is here. Symone Sanders smiles."
    text = f"Bernie Sanders is in Vermont.\n{apart}{adviser}\n{apart}Sanders wins."
    assert named(text, "en")[-1] == ("Sanders", "Bernie Sanders")


def test_a_surname_that_is_also_an_outlet_is_that_of_the_person_named_in_full() -> None:
    assert named("Michael Bloomberg wins. Bloomberg spoke.", "en")[-1] == ("Bloomberg", "Michael Bloomberg")


def test_initials_are_no_bridge_between_two_people() -> None:
    assert named("Emmanuel Macron arrive. B. Macron parle.")[-1][1] != "Emmanuel Macron"


def test_a_party_in_parentheses_qualifies_the_name_before_it() -> None:
    people = People("Xavier Bertrand (LR) bat Sébastien Chenu (RN).", language("fr"))
    assert [(m.entity.kind, m.is_affiliation) for m in people.mentions] == [
        ("person", False),
        ("party", True),
        ("person", False),
        ("party", True),
    ]


def test_kinds() -> None:
    found = kinds("A Lyon, Jeanne Martin (PS) a parlé au Figaro ; Le Monde et Ipsos aussi.")
    assert found["Lyon"] == "place"
    assert found["Jeanne Martin"] == "person"
    assert found["PS"] == "party"
    assert found["Le Monde"] == "outlet"
    assert found["Ipsos"] == "pollster"
    assert kinds("The Toledo Gazette wrote.", "en") == {"Toledo Gazette": "outlet"}


@pytest.mark.parametrize(
    ("text", "lang", "form", "kind"),
    [
        # a party's name that is a word too
        ("Renaissance recule. La liste de Renaissance attend.", "fr", "Renaissance", "party"),
        ("Act: 8.6 percent", "en", "Act", "party"),
        ("National and Act can govern.", "en", "Act", "party"),
        ("Le Bloc progresse à Québec.", "fr", "Bloc", "party"),
        ("Le Mouvement 5 étoiles et la Ligue gouvernent.", "fr", "Ligue", "party"),
        # a place
        ("Les électeurs de Tours attendent.", "fr", "Tours", "place"),
        ("Tours (Indre-et-Loire) attend.", "fr", "Tours", "place"),
        ("They count in Reading West tonight.", "en", "Reading West", "place"),
        ("Turnout in Bath is high.", "en", "Bath", "place"),
        ("En Géorgie, rien.", "fr", "Géorgie", "place"),
        ("Turnout in Georgia Stacey Abrams says, is high.", "en", "Georgia", "place"),
        ("Voters in Lincoln queue. Abraham Lincoln is dead.", "en", "Lincoln", "place"),
        ("Georgia Democrats cheer.", "en", "Georgia", "place"),
        # a given name
        ("Georgia Meloni waits.", "en", "Georgia Meloni", "person"),
        ("Florence Parly arrive.", "fr", "Florence Parly", "person"),
        ("Then Grace Poe spoke, and Will Quince.", "en", "Will Quince", "person"),
        ("Mr Lincoln spoke.", "en", "Mr Lincoln", "unknown"),
        # those of whom other countries speak
        ("Le SPD et l'AfD reculent.", "fr", "AfD", "party"),
        ("Workers' Struggle and the People's Party wait.", "en", "Workers' Struggle", "party"),
        ("Te Pati Maori holds four seats.", "en", "Te Pati Maori", "party"),
        ("Selon Nanos et Léger, rien.", "fr", "Nanos", "pollster"),
        ("A New Hampshire Union Leader editorial.", "en", "New Hampshire Union Leader", "outlet"),
        ("The Houston Chronicle spoke. The Chronicle again.", "en", "Chronicle", "outlet"),
        ("Together wins 245 seats.", "en", "Together", "party"),
        ("ACT’s Brooke van Velden wins.", "en", "ACT", "party"),
        ("The National Rifle Association spoke.", "en", "National Rifle Association", "organization"),
        ("La Ligue des droits de l'homme manifeste.", "fr", "Ligue des droits de l'homme", "organization"),
        ("L'Express publie.", "fr", "L'Express", "outlet"),
        ("The Resource Management Act will go.", "en", "Resource Management Act", "organization"),
    ],
)
def test_a_name_that_is_more_than_one_thing(text: str, lang: str, form: str, kind: str) -> None:
    found = {text[m.start : m.end]: m.entity.kind for m in People(text, language(lang)).mentions}
    assert found[form] == (kind if form != "Mr Lincoln" else "person")


@pytest.mark.parametrize(
    ("text", "lang", "words"),
    [
        ("Renaissance des urnes ce soir, dit-on.", "fr", "Renaissance"),
        ("Ensemble, ils attendent.", "fr", "Ensemble"),
        ("Tours et détours de la soirée.", "fr", "Tours"),
        ("The Voting Rights Act stands.", "en", "Act"),
        ("Act now, they say.", "en", "Act"),
        ("Reading the figures, she smiled.", "en", "Reading"),
        ("Will Labour win?", "en", "Will Labour"),
        ("Mark Labour's words.", "en", "Mark Labour"),
        ("Three seats to go.", "en", "Three"),
        ("Time is up.", "en", "Time"),
        ("Nice try, they say.", "en", "Nice"),
    ],
)
def test_a_word_at_the_head_of_a_sentence_is_no_name(text: str, lang: str, words: str) -> None:
    assert words not in [form for form, _ in named(text, lang)]


def test_a_place_whose_name_somebody_bears_is_the_person_unless_a_preposition_says_otherwise() -> None:
    text = "Abraham Lincoln won. Lincoln smiled. Turnout in Lincoln rose."
    people = People(text, language("en"))
    assert [m.entity.kind for m in people.mentions] == ["person", "person", "place"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_listed_form_names_two_things(lang: str) -> None:
    section = language(lang)["people"]
    meanings: dict[str, set[str]] = {}
    for line in section["parties"]:
        for form in phrases(line):
            meanings.setdefault(fold(form), set()).add(phrases(line)[0])
    for kind in ("outlets", "pollsters", "institutions"):
        for form in phrases(section[kind]):
            meanings.setdefault(fold(form), set()).add(kind)
    for kind, lines in section["places"].items():
        for form in phrases(lines):
            meanings.setdefault(fold(form), set()).add(kind)
    assert {form: kinds for form, kinds in meanings.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_listed_form_is_found_within_a_sentence(lang: str) -> None:
    section = language(lang)["people"]
    forms = [form for line in section["parties"] for form in phrases(line)]
    forms += [form for lines in section["places"].values() for form in phrases(lines)]
    missed = [form for form in forms if form[0].isupper() and form not in dict(named(f"xx {form} xx", lang))]
    assert missed == []


def test_a_name_in_capitals_at_the_end_of_a_headline() -> None:
    assert named("LA REVANCHE DE PAUL DURAND. Durand sourit.") == [
        ("PAUL DURAND", "Paul Durand"),
        ("Durand", "Paul Durand"),
    ]


def test_words_are_not_names() -> None:
    assert named("Participation en hausse. Merci à tous.") == []
    assert named("LA GAUCHE EN TÊTE") == []
    assert named("Good morning. Tonight we wait.", "en") == []


def test_a_name_inside_an_adjective_is_no_mention() -> None:
    assert named("The Trump-backed Kari Lake lost.", "en") == [("Kari Lake", "Kari Lake")]


def test_a_title_tells_the_gender() -> None:
    people = People("Mme Dominique Martin parle. M. Camille Durand aussi.", language("fr"))
    assert [m.entity.gender for m in people.mentions] == ["f", "m"]


def test_a_possessive_is_not_part_of_the_name() -> None:
    assert named("Anna Reed’s party won. Then Reed's aides left.", "en") == [
        ("Anna Reed", "Anna Reed"),
        ("Reed", "Anna Reed"),
    ]


def test_a_registry_gives_names_and_identifiers() -> None:
    registry = [{"name": "Jeanne Martin", "aliases": "La Martinette", "kind": "person", "wikidata_id": "Q1"}]
    people = People("Martin est élue.", language("fr"), registry)
    assert [m.entity.name for m in people.mentions] == ["Jeanne Martin"]
    assert people.mentions[0].entity.wikidata_id == "Q1"


def test_between_and_at() -> None:
    text = "Jeanne Martin et Paul Durand arrivent."
    people = People(text, language("fr"))
    assert [m.entity.name for m in people.between(0, 13)] == ["Jeanne Martin"]
    assert [m.entity.name for m in people.between(0, 20)] == ["Jeanne Martin"]
    assert people.between(13, 17) == ()
    mention = people.at(text.index("Durand"))
    assert mention is not None
    assert mention.entity.name == "Paul Durand"
    assert people.at(14) is None


PIECES = (
    "Jeanne Martin|Martin|M. Durand|Paul Durand|le PS|RN|@pdurand|de|(LR)|,|.|Le Pen|J.-P. Martin|PAUL|"
    "DURAND|à Lyon|’|-|The|Guardian|\n|et"
)
NAMES = st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(NAMES, st.text(max_size=120)), st.sampled_from(["fr", "en"]))
def test_mentions_stand_in_order_and_never_overlap(text: str, code: str) -> None:
    position = 0
    for mention in People(text, language(code)).mentions:
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] in mention.entity.forms
        assert mention.entity.name.strip()
        position = mention.end


@settings(max_examples=40, deadline=None)
@given(NAMES)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert named(text) == named(text)


@pytest.mark.parametrize(
    ("title", "name"), [("Mr Hall", "Jim Hall"), ("Mrs Hall", "Ann Hall")], ids=["his title", "her title"]
)
def test_a_title_tells_two_of_one_surname_apart(title: str, name: str) -> None:
    text = f"Jim Hall and his wife Ann Hall voted at noon. {title} smiled."
    assert named(text, "en")[-1][1] == name


def test_a_surname_is_that_of_the_person_named_a_moment_before() -> None:
    text = "Alan Johnson spoke.\n" + "A long night went on in the hall. " * 20
    text += "\nBoris Johnson 25,351 votes.\n\nMr Johnson thanked the staff."
    assert named(text, "en")[-1][1] == "Boris Johnson"


def test_a_county_with_a_given_name_is_nobody() -> None:
    assert kinds("Lines were long in Travis County.", "en")["Travis County"] != "person"


@pytest.mark.parametrize(("lang", "gender"), [("fr", "m"), ("en", "f")])
def test_a_language_own_given_names_decide(lang: str, gender: str) -> None:
    (mention,) = People("Jean Morel.", language(lang)).mentions
    assert mention.entity.gender == gender


def test_a_surname_printed_all_night_is_not_that_of_a_namesake_named_once() -> None:
    night = "Jim Hall leads. " + "Hall 40%, Small 30%. " * 12
    text = f"{night}\n\nAnn Hall, an aide, rushes the stage.\n\nHall: no retreat."
    assert named(text, "en")[-1][1] == "Jim Hall"


@pytest.mark.parametrize("name", ["Zoltana Lessard-Morel", "Zoltan O'Gorman", "Zoltan McGrath"])
def test_a_surname_of_two_parts_leads_to_a_name_without_a_known_given_name(name: str) -> None:
    surname = name.split()[1]
    assert [found for _, found in named(f"{surname} a perdu.\n\n{name} est battu.")] == [name, name]


def test_a_given_name_with_an_age_is_somebody() -> None:
    assert [form for form, _ in named("Inès, 24 ans, est venue.")] == ["Inès"]
    assert named("Fleurs, 24 bouquets en tout.") == []  # no age


def test_initials_name_a_party_only_when_nothing_else_is_printed_more_often() -> None:
    assert dict(named("Labor wins. Labor again, for Anna Reed (ALP).", "en"))["ALP"] == "Labor"
    assert dict(named("The ALP wins, the ALP again: Labor, that is.", "en"))["Labor"] == "ALP"


def test_a_word_between_given_name_and_surname_names_its_bearer() -> None:
    text = "Luiz Inácio Lula da Silva faces Jair Bolsonaro. Lula leads."
    assert named(text, "en")[-1] == ("Lula", "Luiz Inácio Lula da Silva")
    # two bear it: it names neither of them
    two = "Luiz Inácio Lula da Silva, Ana Maria Lula Pereira. Lula leads."
    assert named(two, "en")[-1][1] == "Lula"


def test_a_surname_of_two_words_leads_to_whoever_is_named_in_full() -> None:
    assert {name for _, name in named("Dent Coad lost. Emma Dent Coad cried.", "en")} == {"Emma Dent Coad"}
    assert {name for _, name in named("Dent Coad lost. Emma Coad cried.", "en")} == {"Dent Coad", "Emma Coad"}


def test_a_direction_before_of_is_nobody() -> None:
    text = "Dudley North won. North of the border nobody did. North waved."
    assert [name for _, name in named(text, "en")] == ["Dudley North", "North", "Dudley North"]


def test_a_title_that_is_a_sentence_is_nobody() -> None:
    assert named("Hoosiers Choose Sides. Senator Evan Bayh waits.", "en")[0][1] == "Evan Bayh"
    assert named("Zoltan Sides. Hoosiers wait for Sides.", "en")[0][1] == "Zoltan Sides"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On attend l'Union patronale suisse.", "Union patronale suisse"),
        ("Le Syndicat national des enseignants explique tout.", "Syndicat national des enseignants"),
        ("La Fédération insiste, et le Syndicat indique pourquoi.", "Fédération"),  # these are verbs
    ],
)
def test_a_body_keeps_its_adjectives(text: str, name: str) -> None:
    assert next(iter(People(text, language("fr")).entities)).name == name


def test_a_title_in_capitals_is_no_part_of_a_name_whose_surname_stood_alone() -> None:
    named = context("Blurg is out. The loser was Senator Rand Blurg, of Kansas.", lang="en").people.mentions
    assert [m.entity.name for m in named if m.entity.is_person] == ["Rand Blurg", "Rand Blurg"]


@pytest.mark.parametrize(("country", "gender"), [("FR", "m"), ("GB", "f"), ("", "f")])
def test_a_given_name_of_two_languages_is_that_of_the_country_of_the_vote(country: str, gender: str) -> None:
    (mention,) = People("Jean Morel.", language("en"), country=country).mentions
    assert mention.entity.gender == gender


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The C.F.D.T. came out for him.", ["C.F.D.T."]),
        ("He backs the A.F.L.-C.I.O. today.", ["A.F.L.-C.I.O."]),
        ("J.R.R. Smith came.", ["J.R.R. Smith"]),  # somebody's given names
    ],
)
def test_initials_with_their_stops(text: str, names: list[str]) -> None:
    assert [mention.entity.name for mention in People(text, language("en")).mentions] == names
