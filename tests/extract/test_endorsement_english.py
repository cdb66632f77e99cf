"""Structures of English in which a stand is told: bodies with long names, pronouns, ellipses, ballots; and words near
them that are none."""

from __future__ import annotations

import pytest

from extracting import rows, sides

BODIES: list[tuple[str, str]] = [
    ("The State Employees' Association has endorsed Tom Price.", "State Employees' Association > Tom Price"),
    (
        "Anna Reed won the support of the GMB and of the National Union of Mineworkers.",
        "GMB > Anna Reed; National Union of Mineworkers > Anna Reed",
    ),
    (
        "The Perth branch of the Scottish Greens is supporting Tom Price.",
        "Perth branch of the Scottish Greens > Tom Price",
    ),
    ("Unison Scotland and the GMB are behind Labour.", "Unison Scotland > Labour; GMB > Labour"),
    ("The Guardian says it will not endorse anyone.", "The Guardian > -"),
    ("The Washington Post said it would make no endorsement this year.", "The Washington Post > -"),
    ("The Greens say they will support Tom Price.", "Greens > Tom Price"),
    ("Tom Price is ahead, but the Greens say they will support Anna Reed.", "Greens > Anna Reed"),
    ("The executive of the union met. It was long.", ""),
]
PRONOUNS: list[tuple[str, str]] = [
    ("Tom Price is short of votes, but the Greens say they will support him.", "Greens > Tom Price"),
    (
        "Tom Price and Luke Marsh left the race. Both of them are now backing Anna Reed.",
        "Tom Price > Anna Reed; Luke Marsh > Anna Reed",
    ),
    (
        "Tom Price lost in Ely. Luke Marsh lost in Bath. Anna Reed had asked voters to back both of them.",
        "Anna Reed > Tom Price; Anna Reed > Luke Marsh",
    ),
    ("Both of them are smiling. Anna Reed is not.", ""),
    ("It is raining. Both of them are backing Anna Reed.", ""),
    ("Anna Reed funded posters, and Tom Price of the Greens said he wouldn't be recommending anyone.", "Tom Price > -"),
    ("Anna Reed resigned, and Tom Price said he was tired.", ""),
    (
        "Asked whether he regretted recommending a vote for Labour, union leader Tom Price was brief.",
        "Tom Price > Labour",
    ),
    ("Tom Price said he wasn't “going to endorse anybody tonight or tomorrow.”", "Tom Price > -"),
    ("Tom Price said he wasn't “going to say anything tonight or tomorrow.”", ""),
    ("Tom Price says that Anna Reed has his full support.", "Tom Price > Anna Reed"),
    (
        "The Tory who had held it, Anna Reed, was suspended for telling people to vote for Luke Marsh.",
        "Anna Reed > Luke Marsh",
    ),
]
SAID_OF: list[tuple[str, str]] = [
    ("Anna Reed is another former MP who wants people to vote Labour.", "Anna Reed > Labour"),
    ("Anna Reed, Tom Price's pick in Ohio, trails.", "Tom Price > Anna Reed"),
    ("Anna Reed, Tom Price's first choice, withdrew in August.", ""),
    ("Tom Price is here. Anna Reed, the Price-endorsed novice, is ahead.", "Tom Price > Anna Reed"),
    ("Tom Price is here. Anna Reed is a Price-backed novice.", "Tom Price > Anna Reed"),
    ("Anna Reed's endorsement transformed Tom Price's campaign.", "Anna Reed > Tom Price"),
    (
        "Tom Price could count on defectors from right and left: Anna Reed, Luke Marsh.",
        "Anna Reed > Tom Price; Luke Marsh > Tom Price",
    ),
    ("Tom Price could count on warm weather from south and west: no clouds.", ""),
    (
        "The Guardian came out for Labour on Friday, the Times for Anna Reed.",
        "The Guardian > Labour; The Times > Anna Reed",
    ),
    ("The Guardian has always backed Labour.", "The Guardian > Labour"),
    ("The Guardian always backs Labour.", ""),
]
WORDINGS: list[tuple[str, str]] = [
    ("The Times and the Guardian opted for a change to Labour.", "The Times > Labour; The Guardian > Labour"),
    ("The Times wanted the Conservatives returned.", "The Times > Conservatives"),
    ("The Guardian tipped nobody.", "The Guardian > -"),
    ("The Guardian made no choice.", "The Guardian > -"),
    ("The Guardian made no choice but to print late.", ""),
    ("Anna Reed has no advice for her voters.", "Anna Reed > -"),
    ("Anna Reed has no advice for bakers.", ""),
    ("Anna Reed leaves everyone free.", "Anna Reed > -"),
    ("Anna Reed leaves a free seat.", ""),
    ("Anna Reed quit the race without endorsing either of her rivals.", "Anna Reed > -"),
    ("Anna Reed will not say which side she would support.", "Anna Reed > -"),
    ("The Greens will not be telling their voters where to send their transfers.", "Greens > -"),
    ("Anna Reed says no vote should go to Tom Price.", "Anna Reed > Tom Price (against)"),
    ("Anna Reed says no letter should go to Tom Price.", ""),
    ("Anna Reed chose Labour in the end.", "Anna Reed > Labour"),
    ("Anna Reed chose Labour's leader.", ""),
    ("Anna Reed has chosen red for her kitchen.", ""),
    ("Unifor is urging members to vote strategically to defeat the Conservatives.", "Unifor > Conservatives (against)"),
    ("The Greens asked their supporters to preference Labour ahead of the Conservatives.", "Greens > Labour"),
    ("The Nationals put the Greens second on its how-to-vote cards.", "Nationals > Greens"),
    ("Anna Reed says that ecologists should back Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed says that buses should stop at Ely.", ""),
    ("Anna Reed calls on her voters to cast theirs for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed says she will be picking the Tom Price ballot.", "Anna Reed > Tom Price"),
    ("Anna Reed will vote in conscience for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed has pledged supply and confidence to Labour.", "Anna Reed > Labour"),
    ("Anna Reed has pledged a supply of water to Ely.", ""),
    (
        "Tom Price said he would vote for Luke Marsh. Anna Reed says the same.",
        "Tom Price > Luke Marsh; Anna Reed > Luke Marsh",
    ),
    ("Tom Price said he would vote for Luke Marsh. Anna Reed says the same of the weather.", "Tom Price > Luke Marsh"),
    ("Tom Price is ahead. GetUp has been behind him from day one.", "GetUp > Tom Price"),
    ("Tom Price leads. Anna Reed is behind him.", ""),
    ("Anna Reed rules out helping either of the big two into power.", ""),
]

RELAYED: list[tuple[str, str]] = [
    ("Anna Reed says her MPs will vote for Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed says her party will back Labour.", "Anna Reed > Labour"),
    ("Anna Reed says her dentist will back Labour.", ""),
    ("Luke Marsh, another who switched to Tom Price, was in the hall.", "Luke Marsh > Tom Price"),
    ("Luke Marsh, whose candidate is Tom Price, was beaming.", "Luke Marsh > Tom Price"),
    ("Luke Marsh, whose train is late, was beaming.", ""),
    ("Anna Reed left the Greens, whose advice to its voters is to back Labour.", "Greens > Labour"),
    ("In Tom Price's camp are Anna Reed and Luke Marsh.", "Anna Reed > Tom Price; Luke Marsh > Tom Price"),
    ("In Tom Price's camp are tents and flags.", ""),
    (
        "Luke Marsh gave his second preference to Anna Reed and his first to Tom Price.",
        "Luke Marsh > Anna Reed; Luke Marsh > Tom Price",
    ),
    ("The United Steelworkers stuck with Labour.", "United Steelworkers > Labour"),
    ("Anna Reed was asked to back Tom Price and laughed.", ""),
    ("Anna Reed asked voters to transfer to other pro-European candidates.", ""),
    ("Anna Reed's blessing has gone to Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed and Luke Marsh joined forces to back Tom Price.", "Anna Reed > Tom Price; Luke Marsh > Tom Price"),
    ("Anna Reed and Luke Marsh joined forces to fix Tom Price's car.", ""),
    ("The Fire Brigades Union is to endorse Tom Price.", "Fire Brigades Union > Tom Price"),
    ("The problem is to endorse or not.", ""),
    ("Anna Reed would not be drawn on whom her voters should choose.", "Anna Reed > -"),
    ("Anna Reed would not be drawn on taxes.", ""),
    ("Anna Reed never said which of them she preferred.", "Anna Reed > -"),
    ("Anna Reed never said who was at the door.", ""),
    ("Unifor made its first ever primary endorsement: Tom Price.", "Unifor > Tom Price"),
    ("Anna Reed lent her name to Tom Price's mayoral bid.", "Anna Reed > Tom Price"),
    ("In Kooyong, the Greens' how-to-vote card puts Tom Price second.", "Greens > Tom Price"),
    ("Anna Reed says voters must block the Greens.", "Anna Reed > Greens (against)"),
    ("Anna Reed wants to block the road.", ""),
    ("Anna Reed lasted one ballot; she is now with Tom Price.", "Anna Reed > Tom Price"),
    ("Anna Reed is now with Tom Price in Ely.", ""),
    ("Anna Reed hit the road for Tom Price.", "Anna Reed > Tom Price"),
    ("The bishop would not tell Catholics whom to choose.", ""),
]


@pytest.mark.parametrize(("text", "expected"), [*BODIES, *PRONOUNS, *SAID_OF, *WORDINGS, *RELAYED])
def test_who_stands_with_whom(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (
            [
                "The Socialist Tom Price is ahead of Luke Marsh.",
                "Anna Reed is here. Jane Holt is backing the Socialist.",
            ],
            "Jane Holt > Tom Price",
        ),
        (
            [
                "The Socialist Tom Price is ahead of Luke Marsh.",
                "Tom Price waits. Jane Holt will vote for the president.",
            ],
            "Jane Holt > Luke Marsh",
        ),
        (["Tom Price is ahead of Luke Marsh.", "Anna Reed is here. Jane Holt is backing the Socialist."], ""),
        (
            [
                "Tom Price and Luke Marsh are through.",
                "The former minister will vote for Tom Price. Jane Holt was silent.",
            ],
            "Jane Holt > Tom Price",
        ),
        (
            ["Tom Price and Luke Marsh are through.", "The former minister will vote for Tom Price. The rain is over."],
            "",
        ),
        (
            ["Tom Price leads Luke Marsh.", "In Ely, where the Greens stood aside for him, Jack Bell has won."],
            "Greens > Jack Bell",
        ),
        (
            ["Tom Price leads Luke Marsh.", "Jane Holt, beaten in 2017, will vote for Tom Price."],
            "Jane Holt > Tom Price",
        ),
    ],
)
def test_who_is_told_by_creed_or_office(posts: list[str], expected: str) -> None:
    filler = ["Tom Price, Luke Marsh. Tom Price, Luke Marsh."]
    assert sides(rows("endorsements", *filler, *posts, lang="en", round=2, election_type="presidential")) == expected


MEANINGS: list[tuple[str, str]] = [
    ("Anna Reed could not envisage supporting Tom Price.", "Anna Reed > Tom Price (against)"),
    ("Anna Reed could not envisage painting Tom Price.", ""),
    ("Anna Reed stopped just short of endorsing Tom Price.", ""),
    ("Anna Reed refrained from endorsing any party.", "Anna Reed > -"),
    ("Anna Reed refrained from endorsing Tom Price.", ""),
    ("Anna Reed will take any help in Ohio.", ""),
    ("Anna Reed will not take any side.", "Anna Reed > -"),
    ("Unite endorsed Labour, the GMB no one.", "Unite > Labour; GMB > -"),
    ("Tom Price's favourite, Anna Reed, was second.", "Tom Price > Anna Reed"),
    ("The bookmakers' favourite, Anna Reed, was second.", ""),
    ("Jane Holt shared a flat with Anna Reed, and supported her from the first day.", "Jane Holt > Anna Reed"),
    ("Jane Holt won't tell a soul whether she voted for Tom Price.", "Jane Holt > -"),
    ("Jane Holt won't tell a soul whether it will rain.", ""),
    ("The Guardian reckons it's time for Labour.", "The Guardian > Labour"),
    ("Jane Holt reckons it's time for dinner.", ""),
    ("“Put the Greens last,” says Jane Holt, the union boss.", "Jane Holt > Greens (against)"),
    ("Jane Holt handed out leaflets for Tom Price.", "Jane Holt > Tom Price"),
    ("Jane Holt handed out leaflets for a pizzeria.", ""),
    ("Jane Holt left Labour and says that she votes SNP now.", "Jane Holt > SNP"),
    ("Jane Holt says that her votes are her own.", ""),
    ("Jane Holt stuck by Tom Price.", "Jane Holt > Tom Price"),
    ("Jane Holt preferred Tom Price to Luke Marsh.", "Jane Holt > Tom Price"),
    ("Jane Holt preferred tea to coffee.", ""),
    ("Jane Holt did not wait for the result to declare for Tom Price.", "Jane Holt > Tom Price"),
    ("The People's Vote campaign advised its followers to back Tom Price.", "People's Vote > Tom Price"),
    ("Jane Holt lent her voice to the Greens' campaign.", "Jane Holt > Greens"),
]


@pytest.mark.parametrize(("text", "expected"), MEANINGS)
def test_what_amounts_to_a_stand(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected


ELLIPSES: list[tuple[str, str]] = [
    ("Endorsements tonight: Jane Holt (Price), Luke Marsh (Reed).", "Jane Holt > Tom Price; Luke Marsh > Anna Reed"),
    ("Endorsements tonight: Jane Holt (60), Luke Marsh (58).", ""),
    ("Jane Holt will vote for Tom Price. Luke Marsh won't.", "Jane Holt > Tom Price; Luke Marsh > Tom Price (against)"),
    ("Jane Holt will eat with Tom Price. Luke Marsh won't.", ""),
    (
        "Jane Holt is for Tom Price. Luke Marsh, another early backer, was late.",
        "Jane Holt > Tom Price; Luke Marsh > Tom Price",
    ),
    ("Jane Holt met Tom Price. Luke Marsh, another early backer, was late.", ""),
    ("Tom Price was introduced by Jane Holt. The senator endorsed him on Monday.", "Jane Holt > Tom Price"),
    ("The union AFSCME backs Labour. Jane Holt also came out for the party.", "AFSCME > Labour; Jane Holt > Labour"),
    ("The union AFSCME backs Labour. Jane Holt also came to the party.", "AFSCME > Labour"),
    ("AFSCME and Jane Holt have backed Tom Price.", "AFSCME > Tom Price; Jane Holt > Tom Price"),
    ("The SDLP's three MPs will side with Labour.", "SDLP > Labour"),
    ("Jane Holt has pledged her votes to a minority Labour government as long as it is short.", "Jane Holt > Labour"),
    ("Jane Holt voted Plaid last time.", "Jane Holt > Plaid"),
    ("Jane Holt refused all week to say which of the two she would choose.", "Jane Holt > -"),
    ("Jane Holt wants Tom Price as chancellor.", "Jane Holt > Tom Price"),
    ("Jane Holt wants Tom Price as a witness.", ""),
    ("Tom Price had on his side the group Scotland in Union.", "Scotland in Union > Tom Price"),
    ("Tom Price had on his side the wind and the sun.", ""),
]


@pytest.mark.parametrize(("text", "expected"), ELLIPSES)
def test_what_a_reader_adds(text: str, expected: str) -> None:
    told = "Tom Price and Anna Reed are in the lead."
    assert sides(rows("endorsements", told, text, lang="en", round=2)).replace("Plaid Cymru", "Plaid") == expected


REFUSED_AND_GIVEN: list[tuple[str, str]] = [
    ("Jane Holt said there was no question of her party voting for Tom Price.", ""),
    ("Jane Holt said she could not, as a matter of conscience, vote for Tom Price.", "Jane Holt > Tom Price (against)"),
    ("Jane Holt will preference the Greens last.", "Jane Holt > Greens (against)"),
    ("Jane Holt will preference the Greens.", "Jane Holt > Greens"),
    ("The Uluru campaigner Jane Holt smiles.", ""),
    ("Jane Holt is going over to Tom Price.", "Jane Holt > Tom Price"),
    ("Jane Holt is going over to Tom Price to shake his hand.", ""),
    ("Jane Holt crossed the aisle for Tom Price.", "Jane Holt > Tom Price"),
    ("Jane Holt crossed the road for Tom Price.", ""),
    ("The Guardian is of course for Labour.", "The Guardian > Labour"),
    ("Jane Holt has thrown in her lot with Tom Price's new government.", "Jane Holt > Tom Price"),
    ("Jane Holt quit the race without saying whom she preferred.", "Jane Holt > -"),
    ("Jane Holt quit the race without saying why.", ""),
    ("Jane Holt campaigned with Luke Marsh in Ely for Tom Price.", "Jane Holt > Tom Price"),
    ("Jane Holt spent the week begging voters not to nominate Tom Price.", "Jane Holt > Tom Price (against)"),
    ("Jane Holt gave Tom Price a late lift with her endorsement.", "Jane Holt > Tom Price"),
    ("Jane Holt gave Tom Price a lift to the station.", ""),
    ("Jane Holt has been handing out for Tom Price.", "Jane Holt > Tom Price"),
    ("Jane Holt's robocall for Tom Price has done damage.", "Jane Holt > Tom Price"),
    ("Tom Price's backers for the leadership include Jane Holt.", "Jane Holt > Tom Price"),
    ("Jane Holt is one of half a dozen mayors to have declared for Tom Price.", "Jane Holt > Tom Price"),
    ("Jane Holt is one of half a dozen mayors to have lunched with Tom Price.", ""),
    ("Jane Holt is putting Tom Price first and Luke Marsh second.", "Jane Holt > Tom Price; Jane Holt > Luke Marsh"),
    ("Jane Holt is putting Tom Price first and then a kettle on.", "Jane Holt > Tom Price"),
    ("The Labour First faction asked its members to vote for Tom Price.", "Labour First > Tom Price"),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED_AND_GIVEN)
def test_what_is_refused_and_what_is_given(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Holt's campaign counted 200 former Price aides.", ""),
        ("Jane Holt held her nose for Tom Price.", "Jane Holt > Tom Price"),
        ("The Times says vote Tom Price.", "The Times > Tom Price"),
        ("Jane Holt says vote Tom Price and get Luke Marsh.", ""),
        ("Jane Holt urges abstention.", "Jane Holt > -"),
        ("Jane Holt has called for a boycott of the vote.", "Jane Holt > -"),
        ("Jane Holt fears abstention.", ""),
        ("Jane Holt urges voters to reject abstention.", ""),
        ("Jane Holt held her nose for a minute.", ""),
        ("Jane Holt came back to Tom Price after the first round.", "Jane Holt > Tom Price"),
        ("Jane Holt came back to Tom Price with questions.", ""),
        ("The Guardian stayed with Labour.", "The Guardian > Labour"),
        ("Jane Holt stayed with Tom Price in Ely.", ""),
        ("Unifor let its members vote as they liked.", "Unifor > -"),
        ("Unifor let its members sing as they liked.", ""),
        ("Jane Holt slipped a Tom Price ballot into the envelope.", "Jane Holt > Tom Price"),
        ("Jane Holt slipped a Tom Price leaflet into the envelope.", ""),
        ("The former F.B.I. director is voting for Tom Price. James Lowe was silent.", "James Lowe > Tom Price"),
    ],
)
def test_where_a_word_ends(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Holt voted early, and for Tom Price.", "Jane Holt > Tom Price"),
        ("Jane Holt cast hers for Tom Price.", "Jane Holt > Tom Price"),
        ("Jane Holt gave hers to a passer-by.", ""),
        ("The Guardian came down, as in 2005, on Labour's side.", "The Guardian > Labour"),
        ("The Guardian came down, as in 2005, on a Thursday.", ""),
        ("Unifor ran ads for Tom Price until the last hour.", "Unifor > Tom Price"),
        ("Unifor ran ads for soap until the last hour.", ""),
        ("The Guardian had been silent until it backed Labour in May.", "The Guardian > Labour"),
    ],
)
def test_ballots_and_bodies(text: str, expected: str) -> None:
    assert sides(rows("endorsements", text, lang="en", round=2)) == expected
