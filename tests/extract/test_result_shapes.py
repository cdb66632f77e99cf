"""Shapes of sentences: shares, votes and seats with what may stand between an option and its figure."""

import pytest

from extracting import rows, told

ENGLISH = [
    ("Jane Reed has 52 per cent and Tom Webb 48.", "Jane Reed 52%; Tom Webb 48%"),
    ("Jane Reed is on 52 per cent, with Tom Webb on 48.", "Jane Reed 52%; Tom Webb 48%"),
    ("With 52 per cent Jane Reed beat Tom Webb, who had 48.", "Jane Reed 52% winner; Tom Webb 48% defeated"),
    ("Jane Reed beat Tom Webb, 52 per cent to 48.", "Jane Reed 52% winner; Tom Webb 48% defeated"),
    ("Jane Reed beat Tom Webb by 52 per cent to 48.", "Jane Reed 52% winner; Tom Webb 48% defeated"),
    ("Jane Reed defeated Tom Webb 52-48.", "Jane Reed 52% winner; Tom Webb 48% defeated"),
    ("Jane Reed took 52 per cent to Tom Webb's 48.", "Jane Reed 52%; Tom Webb 48%"),
    ("Jane Reed took 52 per cent of the vote, against 48 per cent for Tom Webb.", "Jane Reed 52%; Tom Webb 48%"),
    ("It was 52 per cent for Jane Reed and 48 for Tom Webb.", "Jane Reed 52%; Tom Webb 48%"),
    ("Ipsos has Jane Reed at 52 per cent to Tom Webb's 48.", "Jane Reed 52%; Tom Webb 48%"),
    ("Ipsos has Jane Reed on 52 per cent, Elabe on 53.", "Jane Reed 52%; Jane Reed 53%"),
    ("Ipsos puts Jane Reed on 52 per cent, Elabe on 53 and Ifop on 54.", "Jane Reed 52%; Jane Reed 53%; Jane Reed 54%"),
    ("Kantar has Jane Reed at 52 per cent to Tom Webb's 48, Elabe at 53 to 47.", "Jane Reed 52%; Tom Webb 48%; Jane Reed 53%; Tom Webb 47%"),  # noqa: E501
    ("Ipsos signed off with Jane Reed on 52 per cent and Tom Webb on 48, Elabe with 53 against 47.", "Jane Reed 52%; Tom Webb 48%; Jane Reed 53%; Tom Webb 47%"),  # noqa: E501
    ("Elabe makes it 52 per cent for Jane Reed, 48 for Tom Webb.", "Jane Reed 52%; Tom Webb 48%"),
    ("According to Elabe, Jane Reed is at 52 per cent.", "Jane Reed 52%"),
    ("Elabe's estimate is 52 per cent for Jane Reed.", "Jane Reed 52%"),
    ("Jane Reed carried Leeds with 52 per cent and York with 53.", "Jane Reed 52% winner; Jane Reed 53%"),
    ("Jane Reed won Leeds with 52 per cent, York with 53 per cent and Hull with 54.", "Jane Reed 52% winner; Jane Reed 53%; Jane Reed 54%"),  # noqa: E501
    ("Leeds was the close one: 52 per cent for Jane Reed, 48 for Tom Webb.", "Jane Reed 52%; Tom Webb 48%"),
    ("Leeds gave Jane Reed 52 per cent of its votes.", "Jane Reed 52%"),
    ("In Leeds Jane Reed scored 52 per cent.", "Jane Reed 52%"),
    ("In Leeds, the old mining town that has had a Labour mayor since 2014, Jane Reed collected 52 per cent.", "Jane Reed 52%"),  # noqa: E501
    ("Jane Reed is re-elected with 52 per cent.", "Jane Reed 52% winner"),
    ("Jane Reed, with 52 per cent, is ahead of Tom Webb (48 per cent).", "Jane Reed 52%; Tom Webb 48%"),
    ("Jane Reed (52 per cent) is ahead of Tom Webb (48 per cent).", "Jane Reed 52%; Tom Webb 48%"),
    ("Jane Reed leads on 52 per cent, followed by Tom Webb on 30 and Ann Price on 18.", "Jane Reed 52%; Tom Webb 30%; Ann Price 18%"),  # noqa: E501
    ("Jane Reed leads with 52 per cent; Tom Webb has 30 and Ann Price 18.", "Jane Reed 52%; Tom Webb 30%; Ann Price 18%"),  # noqa: E501
    ("Jane Reed 52%, Tom Webb 30%, Ann Price 18%.", "Jane Reed 52%; Tom Webb 30%; Ann Price 18%"),
    ("Jane Reed has 52 per cent, Tom Webb 30, Ann Price 18.", "Jane Reed 52%; Tom Webb 30%; Ann Price 18%"),
    ("Jane Reed is first with 52 per cent, Tom Webb second with 30.", "Jane Reed 52%; Tom Webb 30%"),
    ("Jane Reed was second there with 14 per cent, Tom Webb leading with 30.", "Jane Reed 14%; Tom Webb 30%"),
    ("Jane Reed polled 52 per cent, which is four points more than Tom Webb's 48.", "Jane Reed 52%; Tom Webb 48%"),
    ("Jane Reed, at 52 per cent, has beaten Tom Webb, at 48.", "Jane Reed 52% winner; Tom Webb 48% defeated"),
    ("There were 52 per cent for Jane Reed.", "Jane Reed 52%"),
    ("Some 52 per cent of voters chose Jane Reed.", "Jane Reed 52%"),
    ("More than half of the voters, 52 per cent, chose Jane Reed.", "Jane Reed 52%"),
    ("Jane Reed's score is 52 per cent.", "Jane Reed 52%"),
    ("Jane Reed's 52 per cent is a record.", "Jane Reed 52%"),
    ("Jane Reed's total stands at 52 per cent.", "Jane Reed 52%"),
    ("A score of 52 per cent for Jane Reed is a record.", "Jane Reed 52%"),
    ("Jane Reed finished on 52 per cent, up from 40 in 2012.", "Jane Reed 52%"),
    ("Jane Reed did better still in York: 52 per cent.", "Jane Reed 52%"),
    ("York was kinder to Jane Reed, with 52 per cent.", "Jane Reed 52%"),
    ("Jane Reed is winning easily, by 52 per cent to 48.", "Jane Reed 52%"),
    ("Tom Webb lost to Jane Reed, 48 per cent to 52.", "Tom Webb 48% defeated; Jane Reed 52% winner"),
    ("Tom Webb got 48 per cent and lost to Jane Reed's 52.", "Tom Webb 48%; Jane Reed 52% winner"),
    ("Tom Webb had to make do with 48 per cent.", "Tom Webb 48%"),
    ("Tom Webb could muster only 48 per cent.", "Tom Webb 48%"),
    ("Tom Webb's 48 per cent was not enough.", "Tom Webb 48%"),
    ("Tom Webb is out with 48 per cent.", "Tom Webb 48%"),
    ("Tom Webb ended up with a mere 4.8 per cent.", "Tom Webb 4.8%"),
    ("Tom Webb came third with 12 per cent.", "Tom Webb 12%"),
    ("Third was Tom Webb with 12 per cent.", "Tom Webb 12%"),
    ("Third place went to Tom Webb, with 12 per cent.", "Tom Webb 12%"),
    ("Fourth is Tom Webb, on 12 per cent.", "Tom Webb 12%"),
    ("Behind them come Tom Webb (12 per cent) and Ann Price (10).", "Tom Webb 12%; Ann Price 10%"),
    ("Bringing up the rear are Tom Webb, 2.1 per cent, and Ann Price, 1.1.", "Tom Webb 2.1%; Ann Price 1.1%"),
    ("Tom Webb and Ann Price are tied on 12 per cent.", "Tom Webb 12%; Ann Price 12%"),
    ("Tom Webb and Ann Price have 12 per cent each.", "Tom Webb 12%; Ann Price 12%"),
    ("It could not separate Tom Webb and Ann Price, at 12 per cent each.", "Tom Webb 12%; Ann Price 12%"),
    ("Tom Webb and Ann Price share second place with 12 per cent each.", "Tom Webb 12%; Ann Price 12%"),
    ("Tom Webb has 12.1 per cent, a whisker ahead of Ann Price at 12.0.", "Tom Webb 12.1%; Ann Price 12%"),
    ("Tom Webb trails at 12 per cent.", "Tom Webb 12%"),
    ("Tom Webb trails Jane Reed by 48 per cent to 52.", "Tom Webb 48%; Jane Reed 52%"),
    ("Sixth place, with 7.5 per cent, was not what Tom Webb had in mind.", "Tom Webb 7.5%"),
    ("With 60 per cent of the votes counted, Jane Reed is on 52 per cent and Tom Webb on 48.", "Jane Reed 52%; Tom Webb 48%"),  # noqa: E501
    ("With 60 per cent in, Jane Reed leads Tom Webb by 52 to 48.", "Jane Reed 52%; Tom Webb 48%"),
    ("After 60 per cent of the count Jane Reed has 52 per cent.", "Jane Reed 52%"),
    ("Turnout was 60 per cent; Jane Reed has 52 per cent.", "Jane Reed 52%"),
    ("Jane Reed got 52.4 per cent to 47.6 for Tom Webb.", "Jane Reed 52.4%; Tom Webb 47.6%"),
    ("Jane Reed wins in Leeds with 52.4 per cent of the vote to 47.6 for Tom Webb of the Greens.", "Jane Reed 52.4% winner; Tom Webb 47.6%"),  # noqa: E501
    ("Jane Reed takes 28 per cent, and Tom Webb of the Greens 26.7.", "Jane Reed 28%; Tom Webb 26.7%"),
    ("Jane Reed, who was backed by Mayor Ann Price, takes 28 per cent, and Tom Webb of the Greens 26.7.", "Jane Reed 28%; Tom Webb 26.7%"),  # noqa: E501
    ("Jane Reed received 12,345 votes and Tom Webb 11,111.", "Jane Reed 12345 votes; Tom Webb 11111 votes"),
    ("Jane Reed received 12,345 votes to Tom Webb's 11,111.", "Jane Reed 12345 votes; Tom Webb 11111 votes"),
    ("Jane Reed beat Tom Webb by 12,345 votes to 11,111.", "Jane Reed 12345 votes winner; Tom Webb 11111 votes defeated"),  # noqa: E501
    ("Jane Reed defeated Tom Webb, 12,345 votes to 11,111.", "Jane Reed 12345 votes winner; Tom Webb 11111 votes defeated"),  # noqa: E501
    ("Jane Reed was elected with 12,345 votes.", "Jane Reed 12345 votes winner"),
    ("Labour has 202 seats and the Conservatives 120.", "Labour 202 seats; Conservatives 120 seats"),
    ("Labour won 202 seats, the Conservatives 120 and the Greens 4.", "Labour 202 seats; Conservatives 120 seats; Greens 4 seats"),  # noqa: E501
    ("Labour is on 202 seats, the Conservatives on 120.", "Labour 202 seats; Conservatives 120 seats"),
    ("Labour 202, Conservatives 120, Greens 4.", "Labour 202 seats; Conservatives 120 seats; Greens 4 seats"),
    ("Labour has won 202 seats, against 120 for the Conservatives.", "Labour 202 seats; Conservatives 120 seats"),
    ("The exit poll gives Labour 202 seats and the Conservatives 120.", "Labour 202 seats; Conservatives 120 seats"),
    ("The exit poll gives Labour 202 seats, the Conservatives 120 and the Greens four.", "Labour 202 seats; Conservatives 120 seats; Greens 4 seats"),  # noqa: E501
    ("Labour is forecast to win 202 seats.", "Labour 202 seats"),
    ("Labour is up to 202 seats, a gain of 12.", "Labour 202 seats"),
    ("Labour, with 202 seats, is ahead of the Conservatives, with 120.", "Labour 202 seats; Conservatives 120 seats"),
    ("Labour is short of a majority with 202 seats.", "Labour 202 seats"),
    ("Labour could have as many as 210 seats.", "Labour 210 seats"),
    ("Labour took 32 per cent of the vote and 202 seats.", "Labour 32%; Labour 202 seats"),
    ("The Greens held on to their four seats.", "Greens 4 seats"),
    ("Labour has 202 MPs, the Conservatives 120.", "Labour 202 seats; Conservatives 120 seats"),
    ("It leaves Labour on 202 seats.", "Labour 202 seats"),
    ("That puts Labour on 202 seats, the Conservatives on 120.", "Labour 202 seats; Conservatives 120 seats"),
    ("Seats so far: Labour 202, Conservatives 120.", "Labour 202 seats; Conservatives 120 seats"),
    ("The new house: Labour 202, Conservatives 120, Greens 4.", "Labour 202 seats; Conservatives 120 seats; Greens 4 seats"),  # noqa: E501
    ("In votes, Labour is on 32 per cent, the Conservatives on 28.", "Labour 32%; Conservatives 28%"),
    ("Labour's share of the vote was 32 per cent.", "Labour 32%"),
    ("Labour's vote fell to 32 per cent.", "Labour 32%"),
    ("Labour's vote went up by four points, to 32 per cent.", "Labour 32%"),
    ("Labour was up four points at 32 per cent.", "Labour 32%"),
    ("Labour (32 per cent) finished ahead of the Conservatives (28) and the Greens (12).", "Labour 32%; Conservatives 28%; Greens 12%"),  # noqa: E501
]  # fmt: skip

FRENCH = [
    ("Anne Roux a 52 % des voix et Paul Durand 48 %.", "Anne Roux 52%; Paul Durand 48%"),
    ("Anne Roux est à 52 %, Paul Durand à 48 %.", "Anne Roux 52%; Paul Durand 48%"),
    ("Avec 52 %, Anne Roux bat Paul Durand, qui obtient 48 %.", "Anne Roux 52% winner; Paul Durand 48% defeated"),
    ("Anne Roux l'emporte avec 52 % contre 48 % à Paul Durand.", "Anne Roux 52% winner; Paul Durand 48%"),
    ("Anne Roux bat Paul Durand par 52 % à 48 %.", "Anne Roux 52% winner; Paul Durand 48% defeated"),
    ("Anne Roux (52 %) devance Paul Durand (48 %).", "Anne Roux 52%; Paul Durand 48%"),
    ("Anne Roux devance Paul Durand, 52 % contre 48 %.", "Anne Roux 52%; Paul Durand 48%"),
    ("C'est 52 % pour Anne Roux et 48 % pour Paul Durand.", "Anne Roux 52%; Paul Durand 48%"),
    ("Ipsos donne 52 % à Anne Roux et 48 % à Paul Durand.", "Anne Roux 52%; Paul Durand 48%"),
    ("Ipsos place Anne Roux à 52 %, Elabe à 53 %.", "Anne Roux 52%; Anne Roux 53%"),
    ("Selon Elabe, Anne Roux est à 52 %.", "Anne Roux 52%"),
    ("L'estimation d'Elabe donne 52 % à Anne Roux.", "Anne Roux 52%"),
    ("Anne Roux l'emporte à Lyon avec 52 % et à Nice avec 53 %.", "Anne Roux 52% winner; Anne Roux 53%"),
    ("Anne Roux recueille 52 % à Lyon, 53 % à Nice et 54 % à Metz.", "Anne Roux 52%; Anne Roux 53%; Anne Roux 54%"),
    ("Lyon a voté à 52 % pour Anne Roux.", "Anne Roux 52%"),
    ("Lyon donne 52 % à Anne Roux.", "Anne Roux 52%"),
    ("À Lyon, Anne Roux fait 52 %.", "Anne Roux 52%"),
    ("À Lyon, vieille ville ouvrière dirigée par le PS depuis 2014, Anne Roux recueille 52 %.", "Anne Roux 52%"),
    ("Anne Roux est réélue avec 52 %.", "Anne Roux 52% winner"),
    ("Anne Roux est réélue dès le premier tour, avec 52 % des suffrages.", "Anne Roux 52% winner"),
    ("Anne Roux, avec 52 %, est devant Paul Durand (48 %).", "Anne Roux 52%; Paul Durand 48%"),
    ("Anne Roux arrive en tête avec 52 %, suivie de Paul Durand (30 %) et de Luc Petit (18 %).", "Anne Roux 52%; Paul Durand 30%; Luc Petit 18%"),  # noqa: E501
    ("Anne Roux arrive en tête avec 52 %, devant Paul Durand, 30 %, et Luc Petit, 18 %.", "Anne Roux 52%; Paul Durand 30%; Luc Petit 18%"),  # noqa: E501
    ("Anne Roux 52 %, Paul Durand 30 %, Luc Petit 18 %.", "Anne Roux 52%; Paul Durand 30%; Luc Petit 18%"),
    ("Anne Roux : 52 % ; Paul Durand : 30 % ; Luc Petit : 18 %.", "Anne Roux 52%; Paul Durand 30%; Luc Petit 18%"),
    ("Paul Durand n'obtient que 48 %.", "Paul Durand 48%"),
    ("Paul Durand doit se contenter de 48 %.", "Paul Durand 48%"),
    ("Paul Durand plafonne à 48 %.", "Paul Durand 48%"),
    ("Paul Durand s'incline avec 48 %.", "Paul Durand 48% defeated"),
    ("Paul Durand est éliminé avec 4,8 % des voix.", "Paul Durand 4.8% defeated"),
    ("Paul Durand ferme la marche avec 1,2 %.", "Paul Durand 1.2%"),
    ("Paul Durand termine troisième, à 12 %.", "Paul Durand 12%"),
    ("Troisième, Paul Durand obtient 12 %.", "Paul Durand 12%"),
    ("La troisième place revient à Paul Durand, avec 12 %.", "Paul Durand 12%"),
    ("Derrière, Paul Durand (12 %) et Luc Petit (10 %).", "Paul Durand 12%; Luc Petit 10%"),
    ("Paul Durand et Luc Petit sont à égalité, à 12 %.", "Paul Durand 12%; Luc Petit 12%"),
    ("Paul Durand et Luc Petit recueillent chacun 12 %.", "Paul Durand 12%; Luc Petit 12%"),
    ("Paul Durand est à 12,1 %, juste devant Luc Petit, à 12 %.", "Paul Durand 12.1%; Luc Petit 12%"),
    ("Après dépouillement de 60 % des bulletins, Anne Roux est à 52 %.", "Anne Roux 52%"),
    ("Sur 60 % des bulletins dépouillés, Anne Roux obtient 52 % et Paul Durand 48 %.", "Anne Roux 52%; Paul Durand 48%"),  # noqa: E501
    ("La participation est de 60 % ; Anne Roux a 52 %.", "Anne Roux 52%"),
    ("Anne Roux gagne avec 12 345 voix contre 11 111 à Paul Durand.", "Anne Roux 12345 votes; Paul Durand 11111 votes"),
    ("Anne Roux obtient 12 345 voix, Paul Durand 11 111.", "Anne Roux 12345 votes; Paul Durand 11111 votes"),
    ("Anne Roux obtient 12 345 voix, soit 52 %.", "Anne Roux 12345 votes; Anne Roux 52%"),
    ("Le PS obtient 202 sièges et LR 120.", "PS 202 seats; LR 120 seats"),
    ("Le PS obtient 202 sièges, LR 120, les Verts 4.", "PS 202 seats; LR 120 seats; Verts 4 seats"),
    ("Le PS pourrait obtenir jusqu'à 210 sièges.", "PS 210 seats"),
    ("Le PS compte 202 députés, LR 120.", "PS 202 seats; LR 120 seats"),
    ("PS : 202 sièges, LR : 120 sièges, Verts : 4 sièges.", "PS 202 seats; LR 120 seats; Verts 4 seats"),
    ("Le PS perd 12 sièges et n'en compte plus que 202.", "PS 202 seats"),
    ("Les Verts conservent leurs quatre sièges.", "Les Verts 4 seats"),
    ("Les Verts passent de deux à quatre sièges.", "Les Verts 4 seats"),
    ("Le PS recueille 32 % des voix et 202 sièges.", "PS 32%; PS 202 seats"),
    ("Le score du PS est de 32 %.", "PS 32%"),
    ("Le PS recule de quatre points, à 32 %.", "PS 32%"),
    ("Le PS passe de 28 % à 32 %.", "PS 32%"),
    ("Anne Roux fait mieux à Nice : 53 %.", "Anne Roux 53%"),
    ("Le bureau de vote de la mairie donne 52 % à Anne Roux.", "Anne Roux 52%"),
    ("Plus d'un électeur sur deux (52 %) a choisi Anne Roux.", "Anne Roux 52%"),
    ("Ils sont 52 % à avoir choisi Anne Roux.", "Anne Roux 52%"),
    ("Anne Roux séduit 52 % des électeurs.", "Anne Roux 52%"),
    ("Anne Roux rassemble 52 % des suffrages exprimés.", "Anne Roux 52%"),
    ("Anne Roux frôle les 52 %.", "Anne Roux 52%"),
    ("Anne Roux dépasse les 52 %.", "Anne Roux 52%"),
    ("Anne Roux grimpe à 52 %.", "Anne Roux 52%"),
    ("Anne Roux tombe à 12 %.", "Anne Roux 12%"),
    ("Les 52 % d'Anne Roux sont un record.", "Anne Roux 52%"),
    ("Un score de 52 % pour Anne Roux.", "Anne Roux 52%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_results_of_english_sentences(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="en", round=1)) == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_results_of_french_sentences(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="fr", round=1)) == expected
