"""The many ways in which a stand is told, in both languages, and words near them that are none."""

from __future__ import annotations

import pytest

from extracting import rows
from minutier.document import Row


def sides(found: list[Row]) -> str:
    """``endorser > endorsee`` of each row; ``-`` for nobody."""
    return "; ".join(
        f"{row['endorser']} > {row['endorsee'] or '-'}" + (" (against)" if row["stance"] == "oppose" else "")
        for row in found
    )


WAYS_FRENCH: list[tuple[str, str]] = [
    ("Jeanne Martin a voté pour la liste de Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin soutient la liste conduite par Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin s'abstient de choisir.", "Jeanne Martin > -"),
    ("Jeanne Martin se refuse à choisir.", "Jeanne Martin > -"),
    (
        "Paul Durand a reçu le soutien de Luc Petit, de Marie Blanc et de la CGT.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand; CGT > Paul Durand",
    ),
    ("Paul Durand a les faveurs de Luc Petit.", "Luc Petit > Paul Durand"),
    ("Luc Petit appelle à empêcher le RN d'obtenir une majorité.", "Luc Petit > RN (against)"),
    ("Luc Petit estime qu'aucune voix ne doit se porter sur le RN.", "Luc Petit > RN (against)"),
    ("« Aucune voix ne doit manquer à Paul Durand », dit Jeanne Martin.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin fait campagne pour Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a choisi Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a mis un bulletin Paul Durand dans l'urne.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a glissé dans l'urne un bulletin au nom de Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin utilisera le bulletin Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin penche pour Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin préfère Paul Durand à Luc Petit.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a jeté son dévolu sur Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a porté son choix sur Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Le choix de Jeanne Martin s'est porté sur Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a tranché en faveur de Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a rallié les rangs de Paul Durand.", "Jeanne Martin > Paul Durand"),
    (
        "Jeanne Martin et Luc Petit se sont rangés derrière la candidature de Paul Durand.",
        "Jeanne Martin > Paul Durand; Luc Petit > Paul Durand",
    ),
    ("Jeanne Martin est passée chez Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin est passée dans le camp de Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin a pris fait et cause pour Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin s'est engagée aux côtés de Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin s'est affichée aux côtés de Paul Durand.", ""),
    ("Jeanne Martin est derrière Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin est pour Paul Durand.", "Jeanne Martin > Paul Durand"),
    ("Jeanne Martin se dit prête à voter Paul Durand.", ""),
    ("Jeanne Martin avait dit tout le bien qu'elle pensait de Paul Durand.", ""),
    ("Jeanne Martin mise sur Paul Durand.", ""),
    ("Marie Blanc, ralliée à Paul Durand depuis juin, sourit.", "Marie Blanc > Paul Durand"),
    ("Marie Blanc, qui s'est ralliée à Paul Durand en avril, sourit.", "Marie Blanc > Paul Durand"),
    ("Marie Blanc, qui soutient Paul Durand, sourit.", "Marie Blanc > Paul Durand"),
    (
        "Paul Durand était soutenu par Luc Petit, Marie Blanc et la CFDT.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand; CFDT > Paul Durand",
    ),
    ("Soutenu par Luc Petit, le socialiste Paul Durand arrive en tête.", "Luc Petit > Paul Durand"),
    (
        "Parmi les soutiens de Paul Durand : Luc Petit, Marie Blanc et Hugo Noir.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand; Hugo Noir > Paul Durand",
    ),
    (
        "Parmi ses soutiens, Paul Durand comptait Luc Petit et Marie Blanc.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand",
    ),
    (
        "Paul Durand compte parmi ses soutiens Luc Petit et Marie Blanc.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand",
    ),
    (
        "Les soutiens de Paul Durand sont Luc Petit et Marie Blanc.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand",
    ),
    ("Qui soutenait qui ? Paul Durand : Luc Petit, Marie Blanc. Jeanne Martin : Hugo Noir.", ""),
    (
        "Luc Petit et Marie Blanc sont pour Paul Durand, Hugo Noir pour Jeanne Martin.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand; Hugo Noir > Jeanne Martin",
    ),
    (
        "Luc Petit a choisi Paul Durand, tandis que Hugo Noir roule pour Jeanne Martin.",
        "Luc Petit > Paul Durand; Hugo Noir > Jeanne Martin",
    ),
    ("Luc Petit soutient Paul Durand. Marie Blanc aussi.", "Luc Petit > Paul Durand; Marie Blanc > Paul Durand"),
    ("Luc Petit soutient Paul Durand, tout comme Marie Blanc.", "Luc Petit > Paul Durand; Marie Blanc > Paul Durand"),
    (
        "Luc Petit soutient Paul Durand, comme Marie Blanc et Hugo Noir.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand; Hugo Noir > Paul Durand",
    ),
    ("Comme Luc Petit, Marie Blanc soutient Paul Durand.", "Luc Petit > Paul Durand; Marie Blanc > Paul Durand"),
    ("Luc Petit ne donne pas de consigne. Marie Blanc non plus.", "Luc Petit > -; Marie Blanc > -"),
    ("Marie Blanc laisse ses électeurs libres de leur choix.", "Marie Blanc > -"),
    ("Marie Blanc ne choisira ni Paul Durand ni Jeanne Martin.", "Marie Blanc > -"),
    ("Marie Blanc s'en tient au « ni-ni ».", "Marie Blanc > -"),
    ("Marie Blanc ne soutient personne.", "Marie Blanc > -"),
    ("Marie Blanc s'est gardée de toute consigne.", "Marie Blanc > -"),
    ("Marie Blanc n'a soutenu aucun candidat.", "Marie Blanc > -"),
    ("Le syndicat Solidaires n'a pas donné de consigne de vote.", "Solidaires > -"),
    ("Aucune consigne de vote du côté des Républicains.", "Républicains > -"),
    ("Pas de consigne de vote pour Les Républicains.", "Les Républicains > -"),
    ("« Je ne donnerai pas de consigne », dit Marie Blanc.", "Marie Blanc > -"),
    ("Marie Blanc s'en remet à la conscience de ses électeurs.", "Marie Blanc > -"),
    ("« J'appelle mes électeurs à voter pour Paul Durand », a déclaré Marie Blanc.", "Marie Blanc > Paul Durand"),
    ("« Il faut battre Paul Durand », dit Marie Blanc.", ""),
    ("« Il faut tout faire pour battre Paul Durand dimanche », dit Marie Blanc.", ""),
    ("« Un seul bulletin dimanche : celui de Paul Durand », dit Marie Blanc.", "Marie Blanc > Paul Durand"),
    ("« Votez Paul Durand », demande Marie Blanc.", "Marie Blanc > Paul Durand"),
    ("Marie Blanc n'aura pas de mots assez durs contre Paul Durand.", ""),
    ("Le Figaro avait pris position pour Paul Durand.", "Le Figaro > Paul Durand"),
    ("Jeanne Martin a obtenu le parrainage de Luc Petit.", "Luc Petit > Jeanne Martin"),
    ("Luc Petit, fidèle de Paul Durand, sourit.", ""),
    ("Luc Petit, partisan de Paul Durand, sourit.", "Luc Petit > Paul Durand"),
    ("Luc Petit, l'un des premiers soutiens de Paul Durand, sourit.", "Luc Petit > Paul Durand"),
    ("Luc Petit, directeur de campagne de Paul Durand, sourit.", ""),
    ("Le chanteur Luc Petit avait publié en avril une tribune en faveur de Paul Durand.", "Luc Petit > Paul Durand"),
    (
        "Luc Petit et Marie Blanc avaient signé une tribune de soutien à Paul Durand.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand",
    ),
    ("Luc Petit a apporté publiquement, mardi, son soutien à Paul Durand.", "Luc Petit > Paul Durand"),
    ("Luc Petit s'est désisté en sa faveur. Paul Durand le remercie.", ""),
    ("Paul Durand est arrivé en tête. Luc Petit s'est désisté en sa faveur.", "Luc Petit > Paul Durand"),
    ("Paul Durand est arrivé en tête. Luc Petit lui a apporté son soutien.", "Luc Petit > Paul Durand"),
    ("Paul Durand est arrivé en tête. Luc Petit lui apporte son soutien.", "Luc Petit > Paul Durand"),
    ("Paul Durand est arrivé en tête. Luc Petit l'a rallié dès 20 heures.", "Luc Petit > Paul Durand"),
    ("Paul Durand est arrivé en tête. Luc Petit a appelé à voter pour lui.", "Luc Petit > Paul Durand"),
    (
        "Paul Durand a gagné. La CGT, la FSU et Solidaires avaient appelé à voter pour lui.",
        "CGT > Paul Durand; FSU > Paul Durand; Solidaires > Paul Durand",
    ),
    (
        "Luc Petit et Marie Blanc, battus ce soir, annoncent qu'ils voteront pour Paul Durand.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand",
    ),
    ("Luc Petit, battu ce soir, annonce qu'il votera pour Paul Durand.", "Luc Petit > Paul Durand"),
    ("Luc Petit a annoncé qu'il ne voterait pas pour Paul Durand.", "Luc Petit > Paul Durand (against)"),
    ("Luc Petit a indiqué qu'il voterait pour Paul Durand.", "Luc Petit > Paul Durand"),
    ("Luc Petit (12,4 %), a déjà fait savoir qu'il soutiendrait Paul Durand.", "Luc Petit > Paul Durand"),
    ("Pour Luc Petit, il faut voter Paul Durand.", "Luc Petit > Paul Durand"),
    (
        "Le patron du PS, Luc Petit, juge qu'il faut « voter Durand ». Paul Durand s'en félicite.",
        "Luc Petit > Paul Durand",
    ),
    ("Luc Petit félicite Paul Durand et lui souhaite bonne chance.", ""),
    ("Luc Petit votera pour lui-même.", ""),
    ("Luc Petit a voté à Lyon.", ""),
    ("Paul Durand espère le soutien de Luc Petit.", ""),
    ("Paul Durand n'a pas obtenu le soutien de Luc Petit.", ""),
    ("Paul Durand réclame le soutien de Luc Petit.", ""),
    ("Luc Petit discute avec Paul Durand d'une coalition.", ""),
    ("Luc Petit est le porte-parole de Paul Durand.", ""),
    ("Luc Petit n'a pas appelé à voter pour Paul Durand.", ""),
    ("Luc Petit était sur l'estrade avec Paul Durand.", ""),
    ("Sans choisir : Luc Petit et Marie Blanc.", "Luc Petit > -; Marie Blanc > -"),
    ("Marie Blanc, passée chez Paul Durand en octobre, sourit.", "Marie Blanc > Paul Durand"),
    ("Marie Blanc a rallié Paul Durand au soir du premier tour.", "Marie Blanc > Paul Durand"),
    (
        "Luc Petit est venu faire campagne pour Paul Durand, Marie Blanc pour Hugo Noir.",
        "Luc Petit > Paul Durand; Marie Blanc > Hugo Noir",
    ),
    ("Luc Petit a lâché, jeudi, qu'il voterait Paul Durand.", "Luc Petit > Paul Durand"),
    (
        "Paul Durand parle. Luc Petit et Marie Blanc avaient apporté leur renfort à sa liste.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand",
    ),
    ("Luc Petit, soutien de la liste Durand, sourit. Paul Durand aussi.", "Luc Petit > Paul Durand"),
    ("Après son ralliement à Paul Durand, Luc Petit s'est tu.", ""),
    ("Luc Petit a retiré son soutien à Paul Durand.", ""),
    (
        "Luc Petit et Marie Blanc ont perdu. Les deux candidats appellent à voter Paul Durand.",
        "Luc Petit > Paul Durand; Marie Blanc > Paul Durand",
    ),
]

WAYS_ENGLISH: list[tuple[str, str]] = [
    (
        "Anna Reed, Sam Cole, Mary Hill and Paul West say they will vote for Tom Price.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Mary Hill > Tom Price; Paul West > Tom Price",
    ),
    ("Anna Reed said she would not vote for Tom Price.", "Anna Reed > Tom Price (against)"),
    ("Anna Reed sided with Tom Price.", "Anna Reed > Tom Price"),
    ("The New York Times endorsed Tom Price.", "New York Times > Tom Price"),
    ("The Greens had stood aside there and called for a vote for Tom Price.", "Greens > Tom Price"),
    ("Tom Price thanked Sam Cole, a supporter of his.", "Sam Cole > Tom Price"),
    ("Anna Reed is voting for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed is in Tom Price's corner.", "Anna Reed > Tom Price"),
    ("Anna Reed is on Tom Price's side.", "Anna Reed > Tom Price"),
    ("Anna Reed is firmly in the Tom Price camp.", "Anna Reed > Tom Price"),
    ("Anna Reed campaigned for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed stumped for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed has thrown in her lot with Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed put her name behind Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed lent her support to Tom Price.", "Anna Reed > Tom Price"),
    ("The Sun stuck with Labour.", "The Sun > Labour"),
    ("The Sun told its readers to stick with Labour.", "The Sun > Labour"),
    ("The Mail on Sunday urged its readers to vote Labour.", "Mail on Sunday > Labour"),
    ("The Sun's endorsement went to Tom Price.", "The Sun > Tom Price"),
    ("Anna Reed's endorsement went to Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed's vote goes to Tom Price.", "Anna Reed > Tom Price"),
    (
        "Tom Price was endorsed by Anna Reed, Sam Cole and the Greens.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Greens > Tom Price",
    ),
    (
        "Tom Price has the backing of Anna Reed, Sam Cole and the Teamsters.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Teamsters > Tom Price",
    ),
    ("Tom Price enjoys the support of Anna Reed.", "Anna Reed > Tom Price"),
    ("Tom Price, backed by Anna Reed, won.", "Anna Reed > Tom Price"),
    ("Backed by Anna Reed, Tom Price won.", "Anna Reed > Tom Price"),
    ("Tom Price counts Anna Reed and Sam Cole among his backers.", "Anna Reed > Tom Price; Sam Cole > Tom Price"),
    ("Among Tom Price's backers are Anna Reed and Sam Cole.", "Anna Reed > Tom Price; Sam Cole > Tom Price"),
    ("Tom Price's backers include Anna Reed and Sam Cole.", "Anna Reed > Tom Price; Sam Cole > Tom Price"),
    ("Anna Reed went with Tom Price.", ""),
    ("Anna Reed opted for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed picked Tom Price.", ""),
    ("Anna Reed chose Tom Price.", ""),
    ("The Times chose Labour.", "The Times > Labour"),
    ("Anna Reed declared for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed pledged to vote for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed gave Tom Price her backing.", "Anna Reed > Tom Price"),
    ("Anna Reed gave Tom Price her vote.", "Anna Reed > Tom Price"),
    (
        "Anna Reed and Sam Cole are for Tom Price, Mary Hill for Paul West.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Mary Hill > Paul West",
    ),
    ("The Times backed Labour, the Sun the Conservatives.", "The Times > Labour; The Sun > Conservatives"),
    ("The Times backs Labour; the Sun, the Conservatives.", "The Times > Labour; The Sun > Conservatives"),
    ("Anna Reed endorsed Tom Price. Sam Cole did too.", "Anna Reed > Tom Price; Sam Cole > Tom Price"),
    (
        "Anna Reed endorsed Tom Price. So did Sam Cole and Mary Hill.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Mary Hill > Tom Price",
    ),
    (
        "Anna Reed has endorsed Tom Price, as have Sam Cole and Mary Hill.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Mary Hill > Tom Price",
    ),
    ("Like Anna Reed, Sam Cole is backing Tom Price.", "Anna Reed > Tom Price; Sam Cole > Tom Price"),
    ("Anna Reed endorsed nobody. Nor did Sam Cole.", "Anna Reed > -; Sam Cole > -"),
    ("Anna Reed endorsed Tom Price. Sam Cole followed suit.", "Anna Reed > Tom Price; Sam Cole > Tom Price"),
    ("Anna Reed sat this one out.", "Anna Reed > -"),
    ("Anna Reed stayed out of it.", "Anna Reed > -"),
    ("Anna Reed won't say how she voted.", "Anna Reed > -"),
    ("Anna Reed left her members free to choose.", "Anna Reed > -"),
    ("The Teamsters declined to endorse.", "Teamsters > -"),
    ("The Teamsters did not endorse a candidate.", "Teamsters > -"),
    ("The union has endorsed neither candidate.", ""),
    ("“I'm voting for Tom Price,” Anna Reed said.", "Anna Reed > Tom Price"),
    ("“I voted for Tom Price,” said Anna Reed.", "Anna Reed > Tom Price"),
    ("“I will be voting Labour,” said Anna Reed.", "Anna Reed > Labour"),
    ("“I call on my voters to vote for Tom Price,” said Anna Reed.", "Anna Reed > Tom Price"),
    ("“Vote for Tom Price,” said Anna Reed.", "Anna Reed > Tom Price"),
    ("“I am asking everyone who voted for me to support Tom Price,” Anna Reed said.", "Anna Reed > Tom Price"),
    ("“We have to beat Tom Price,” Anna Reed said.", ""),
    ("“Not one vote for Tom Price,” said Anna Reed.", "Anna Reed > Tom Price (against)"),
    ("Anna Reed asked her voters not to give a single vote to Tom Price.", "Anna Reed > Tom Price (against)"),
    ("Anna Reed, a Republican, crossed party lines to vote for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed crossed the aisle to endorse Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed dropped out and endorsed Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed quit the race on Sunday and threw her support to Tom Price.", "Anna Reed > Tom Price"),
    ("Tom Price is ahead. Anna Reed is supporting him.", "Anna Reed > Tom Price"),
    ("Tom Price is ahead. Anna Reed endorsed him last week.", "Anna Reed > Tom Price"),
    ("Tom Price is ahead. His old rival Anna Reed has come out for him.", "Anna Reed > Tom Price"),
    ("Tom Price, for whom Anna Reed voted, lost.", "Anna Reed > Tom Price"),
    ("Anna Reed, a Tom Price supporter, smiled.", "Anna Reed > Tom Price"),
    ("Tom Price supporter Anna Reed smiled.", "Anna Reed > Tom Price"),
    ("Anna Reed, one of Tom Price's earliest backers, smiled.", "Anna Reed > Tom Price"),
    ("Anna Reed, who backs Tom Price, smiled.", "Anna Reed > Tom Price"),
    ("Anna Reed congratulated Tom Price on his win.", ""),
    ("Anna Reed wants to work with Tom Price.", ""),
    ("Anna Reed is talking to Tom Price about a coalition.", ""),
    ("Anna Reed appeared with Tom Price.", ""),
    ("Anna Reed praised Tom Price.", ""),
    ("Anna Reed is Tom Price's campaign manager.", ""),
    ("Tom Price is seeking the endorsement of Anna Reed.", ""),
    ("Tom Price failed to win Anna Reed's endorsement.", ""),
    ("Anna Reed withheld her endorsement from Tom Price.", ""),
    ("Labour backs a new bill.", ""),
    ("Anna Reed refused to back Tom Price.", "Anna Reed > -"),
    ("Anna Reed voted for herself.", ""),
    (
        "Behind Tom Price: Anna Reed, Sam Cole and the Teamsters.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Teamsters > Tom Price",
    ),
    ("Neutral: Anna Reed and Sam Cole.", "Anna Reed > -; Sam Cole > -"),
    ("Anna Reed took no position.", "Anna Reed > -"),
    ("Anna Reed says voters should back Tom Price.", "Anna Reed > Tom Price"),
    ("Tom Price is here. Anna Reed has given her backing to his campaign.", "Anna Reed > Tom Price"),
    ("Anna Reed recommended a tactical vote for Labour.", "Anna Reed > Labour"),
    (
        "Tom Price was endorsed by Anna Reed, in Dallas, by the former minister Sam Cole and by Mary Hill.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Mary Hill > Tom Price",
    ),
    ("Tom Price has Anna Reed and Sam Cole in his corner.", "Anna Reed > Tom Price; Sam Cole > Tom Price"),
    ("Anna Reed, whose endorsement of Tom Price turned the race, smiled.", "Anna Reed > Tom Price"),
    (
        "Anna Reed came out for Tom Price on Friday. Sam Cole followed on Saturday; Mary Hill, too.",
        "Anna Reed > Tom Price; Sam Cole > Tom Price; Mary Hill > Tom Price",
    ),
    ("Anna Reed repeated her support for Tom Price.", "Anna Reed > Tom Price"),
    ("The Times and the Sun are in trouble; both papers backed Labour.", "The Times > Labour; The Sun > Labour"),
    ("Anna Reed withdrew her endorsement of Tom Price.", ""),
    ("Anna Reed was among the union names urging a vote for Tom Price.", "Anna Reed > Tom Price"),
    ("Asked whether she regretted backing Tom Price, Anna Reed shrugged.", "Anna Reed > Tom Price"),
]

ANSWERS_FRENCH: list[tuple[str, str]] = [
    ("Le PLR, le PDC et le PS disent non, l'UDC oui.", "PLR > non; PDC > non; PS > non; UDC > oui"),
    ("Le PS recommande le non.", "PS > non"),
    ("Le PS recommande de voter non.", "PS > non"),
    ("Le PS recommande le rejet de l'initiative.", "PS > non"),
    ("Le PS a donné le mot d'ordre du non.", "PS > non"),
    ("Le mot d'ordre du PS est le non.", "PS > non"),
    ("Les Verts ont fait campagne pour le oui.", "Les Verts > oui"),
    ("Le PLR a fait campagne contre l'initiative.", "PLR > non"),
    ("L'Union syndicale suisse appelait à voter non.", "Union syndicale suisse > non"),
    ("Le Conseil fédéral et le Parlement recommandaient le non.", "Conseil fédéral > non; Parlement > non"),
    ("Luc Petit, partisan du oui, est déçu.", "Luc Petit > oui"),
    ("Luc Petit a voté oui.", "Luc Petit > oui"),
    ("Luc Petit défendait le non.", "Luc Petit > non"),
    ("Luc Petit milite pour le non.", "Luc Petit > non"),
    ("Dans le camp du non, on trouvait le PS, la CGT et Luc Petit.", "PS > non; CGT > non; Luc Petit > non"),
    (
        "Pour le oui : le PS, l'UMP et la CFDT. Pour le non : le PCF et la CGT.",
        "PS > oui; UMP > oui; CFDT > oui; PCF > non; CGT > non",
    ),
    ("Le PLR laisse la liberté de vote.", "PLR > -"),
    ("La CFDT s'était prononcée pour le oui, la CGT pour le non.", "CFDT > oui; CGT > non"),
    ("Luc Petit est partisan du oui.", "Luc Petit > oui"),
    ("Le oui était soutenu par le PS et l'UMP.", "PS > oui; UMP > oui"),
    ("Le PS appelait à refuser le texte.", "PS > non"),
    ("Le PS était pour.", ""),
    ("Luc Petit, qui avait fait campagne pour le non, savoure.", "Luc Petit > non"),
    ("Luc Petit s'est engagé en faveur du oui.", "Luc Petit > oui"),
    ("Luc Petit glissera un bulletin « non » dans l'urne.", "Luc Petit > non"),
    ("Luc Petit a dit oui.", ""),
    (
        "Le PLR est seul avec le PDC et le PS: les trois partis appellent à voter oui.",
        "PLR > oui; PDC > oui; PS > oui",
    ),
]

ANSWERS_ENGLISH: list[tuple[str, str]] = [
    ("Fianna Fáil gave its members a free vote.", "Fianna Fáil > -"),
    ("Sinn Féin called for a Yes vote.", "Sinn Féin > Yes"),
    ("Anna Reed campaigned for a Yes vote.", "Anna Reed > Yes"),
    ("Anna Reed campaigned for a No.", "Anna Reed > No"),
    ("Anna Reed voted Yes.", "Anna Reed > Yes"),
    ("Anna Reed is voting Yes.", "Anna Reed > Yes"),
    ("Anna Reed was on the No side.", "Anna Reed > No"),
    ("Anna Reed came out for Yes.", "Anna Reed > Yes"),
    ("Anna Reed came out in favour of a Yes vote.", "Anna Reed > Yes"),
    ("The Irish Times backed a Yes vote.", "Irish Times > Yes"),
    ("The bishops urged Catholics to vote No.", "bishops > No"),
    (
        "The Labour Party and the Greens are for Yes, the Irish Farmers' Association for No.",
        "Labour Party > Yes; Greens > Yes; Irish Farmers' Association > No",
    ),
    ("Anna Reed, a Yes campaigner, wept.", "Anna Reed > Yes"),
    ("Anna Reed, a Yes supporter, wept.", "Anna Reed > Yes"),
    ("Anna Reed advocated a No vote.", "Anna Reed > No"),
    ("Anna Reed opposed the change.", ""),
    ("On the Yes side were Labour, the Greens and Anna Reed.", "Labour > Yes; Greens > Yes; Anna Reed > Yes"),
    ("Yes had the support of Labour and the Greens.", "Labour > Yes; Greens > Yes"),
    ("Labour recommended a No vote.", "Labour > No"),
    ("Renua called for a No.", "Renua > No"),
    ("The Catholic bishops asked the faithful to vote No.", "Catholic bishops > No"),
]


@pytest.mark.parametrize(("text", "expected"), WAYS_FRENCH)
def test_ways_to_take_a_stand_in_french(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, round=1, election_type="primary")) == expected


@pytest.mark.parametrize(("text", "expected"), WAYS_ENGLISH)
def test_ways_to_take_a_stand_in_english(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=1, election_type="primary")) == expected


@pytest.mark.parametrize(("text", "expected"), ANSWERS_FRENCH)
def test_answers_to_a_referendum_in_french(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, round=1, election_type="referendum")) == expected


@pytest.mark.parametrize(("text", "expected"), ANSWERS_ENGLISH)
def test_answers_to_a_referendum_in_english(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=1, election_type="referendum")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeanne Martin, ralliée à Paul Durand depuis juin, sourit.", "standing"),
        ("Jeanne Martin a voté Paul Durand.", "declared"),
        ("Jeanne Martin, qui a voté Paul Durand, sourit.", "standing"),
        ("Jeanne Martin a appelé ce soir à voter Paul Durand.", "declared"),
        ("Jeanne Martin, maire depuis 2012, appelle à voter Paul Durand.", "declared"),
        ("Jeanne Martin a rallié Paul Durand au soir du premier tour.", "standing"),
    ],
)
def test_status_by_the_words_of_time_beside_the_verb(text: str, expected: str) -> None:
    found = rows("endorsements", text, round=2, election_type="other")
    assert [row["endorsement_status"] for row in found] == [expected]
