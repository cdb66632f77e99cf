"""Stands that lean on what is told beside them: ellipsis, the latter of two, *celui de*, lists that go on."""

from __future__ import annotations

import pytest

from extracting import rows, sides

FRENCH = [
    # both, what somebody can lean on, and those brought to it
    ("Luc Petit et Paul Durand soutiennent tous les deux Marc Roy.", "Luc Petit > Marc Roy; Paul Durand > Marc Roy"),
    (
        "Marc Roy peut s'appuyer sur Luc Petit, Anne Blanc sur Julie Morin.",
        "Luc Petit > Marc Roy; Julie Morin > Anne Blanc",
    ),
    ("Cela n'a pas empêché Julie Morin de rallier Marc Roy.", "Julie Morin > Marc Roy"),
    ("L'accord a empêché Julie Morin de rallier Marc Roy.", ""),
    # who is meant, and who is not
    ("Paul Durand salue Luc Petit, lequel soutient Marc Roy.", "Luc Petit > Marc Roy"),
    ("L'UDI soutient le candidat du PS depuis lundi, et Luc Petit attend.", ""),
    ("Paul Durand hésite ; Luc Petit a dit sur son blog qu'il voterait pour Marc Roy.", "Luc Petit > Marc Roy"),
    ("L'UMP soutient le divers droite Marc Roy contre Luc Petit.", "UMP > Marc Roy"),
    ("Luc Petit ne se voit pas « faire campagne pour un Guantanamo ».", ""),
    # neither side, and a wish that is none
    ("Le FN laisse ses électeurs libres entre Marc Roy et Luc Petit.", "FN > -"),
    ("Luc Petit se dit « satisfait que Marc Roy soit battu ».", ""),
    ("Luc Petit ne votera pas Marc Roy. Paul Durand, si.", "Luc Petit > Marc Roy (against); Paul Durand > Marc Roy"),
    (
        "Luc Petit appelle à voter Marc Roy. Julie Morin, qui avait préféré Paul Durand, suit le mouvement.",
        "Luc Petit > Marc Roy; Julie Morin > Paul Durand; Julie Morin > Marc Roy",
    ),
    (
        "Luc Petit dit qu'il votera Marc Roy. Paul Durand et Julie Morin l'ont imité, et Anne Blanc a fait de même.",
        "Luc Petit > Marc Roy; Paul Durand > Marc Roy; Julie Morin > Marc Roy; Anne Blanc > Marc Roy",
    ),
    (
        "Marc Roy (DVG) a le soutien de Luc Petit, et Julie Morin (LR) celui de Paul Durand.",
        "Luc Petit > Marc Roy; Paul Durand > Julie Morin",
    ),
    (
        "Marc Roy a gardé l'appui de Luc Petit et gagné celui de Paul Durand.",
        "Luc Petit > Marc Roy; Paul Durand > Marc Roy",
    ),
    ("La foule se masse devant Marc Roy, qui a reçu le soutien de Luc Petit.", "Luc Petit > Marc Roy"),
    ("En cas de duel entre La France insoumise et le RN, Luc Petit votera pour le second.", "Luc Petit > RN"),
    ("Luc Petit (LREM) et Julie Morin sont éliminés ; le premier a appelé à voter Marc Roy.", "Luc Petit > Marc Roy"),
    (
        "« Aucune voix ne doit aller aux candidats du RN, ni à ceux de La France insoumise », a prévenu Luc Petit.",
        "Luc Petit > RN (against); Luc Petit > La France insoumise (against)",
    ),
    ("Luc Petit appelle à voter pour le candidat le mieux placé afin de battre le RN.", "Luc Petit > RN (against)"),
    ("Il faut dire non au RN. Luc Petit appelle à voter contre ses candidats.", "Luc Petit > RN (against)"),
    (
        "Julie Morin perd. « Je pars, et je dis à tous que je pars », écrit-elle, avant d'appeler à voter Marc Roy.",
        "Julie Morin > Marc Roy",
    ),
    (
        "Le président de l'UDI, Luc Petit, hésite. Son parti ne soutiendra Marc Roy que si un accord est trouvé.",
        "UDI > Marc Roy",
    ),
    ("Luc Petit a fusionné sa liste avec celle du LR Marc Roy.", "Luc Petit > Marc Roy"),
    ("La liste de Luc Petit fusionne avec celle de Marc Roy.", "Luc Petit > Marc Roy"),
    ("Luc Petit ne roule que pour lui. Marc Roy sourit.", ""),
    (
        "Pour Marc Roy : Luc Petit et Paul Durand. Julie Morin, sortie de sa retraite. La CFDT et l'Unsa.",
        "Luc Petit > Marc Roy; Paul Durand > Marc Roy; Julie Morin > Marc Roy; CFDT > Marc Roy; Unsa > Marc Roy",
    ),
    (
        "Pour Marc Roy : Luc Petit et Paul Durand. Julie Morin a quitté la salle.",
        "Luc Petit > Marc Roy; Paul Durand > Marc Roy",
    ),
    (
        "Marc Roy est élu. Ce n'est pas l'avis de Luc Petit : le vieux maire a, lui, voté Paul Durand.",
        "Luc Petit > Paul Durand",
    ),
    (
        "Luc Petit, porte-parole du maire de Pau, sourit. Marc Roy parle. Julie Morin soutient le maire de Pau.",
        "Julie Morin > Marc Roy",
    ),
    (
        "Le chef des députés socialistes, Luc Petit, parle. Le chef des députés socialistes votera Marc Roy.",
        "Luc Petit > Marc Roy",
    ),
]

FRENCH += [
    ("A la CFDT comme à Force ouvrière, on s'est gardé de toute consigne.", "CFDT > -; Force ouvrière > -"),
    ("Chez les Verts, on appelle à voter Marc Roy.", "Verts > Marc Roy"),
    ("On appelle à voter Marc Roy.", ""),
    ("A Paris, on vote Marc Roy.", ""),
    ("Si Luc Petit a soutenu Marc Roy, Julie Morin n'en a rien fait.", "Luc Petit > Marc Roy"),
    ("Si Luc Petit soutient Marc Roy, tout change.", ""),
    ("Si Luc Petit avait soutenu Marc Roy, tout aurait changé.", ""),
    ("Marc Roy sourit. Luc Petit et Paul Durand l'ont rejoint.", "Luc Petit > Marc Roy; Paul Durand > Marc Roy"),
    ("Marc Roy sourit. Luc Petit et Paul Durand l'ont rejoint sur l'estrade.", ""),
    ("Julie Morin demande de ne choisir ni Marc Roy ni Paul Durand.", "Julie Morin > -"),
    ("« Ni poste, ni ministère », répond Julie Morin.", ""),
]

ENGLISH = [
    ("Paul Hale won't vote for Tom Price. Nora Webb will. So will Dan Firth.",
     "Paul Hale > Tom Price (against); Nora Webb > Tom Price; Dan Firth > Tom Price"),
    ("The Mirror stuck with Labour and so, after some throat-clearing, did the Guardian.",
     "The Mirror > Labour; The Guardian > Labour"),
    ("The SDLP stood aside to help Amy Ross. Sinn Féin did as much for Grace Holt.",
     "SDLP > Amy Ross; Sinn Féin > Grace Holt"),
    ("Dan Firth, who had urged a vote for Amy Ross in spring, has done so again.", "Dan Firth > Amy Ross"),
    ("Dan Firth has chosen Amy Ross over his own party's man.", "Dan Firth > Amy Ross"),
    ("Dan Firth, star of “The Mill”, backs the SNP.", "Dan Firth > SNP"),
    ("Dan Firth, who stood for the Green Party, spoke.", ""),
    ("Amy Ross, for whom the Lib Dems stood down in Kent, lost.", "Lib Dems > Amy Ross"),
    ("Dan Firth won't tell anyone to vote for Amy Ross.", "Dan Firth > -"),
    ("Let's wait, says Dan Firth. Neither Amy Ross nor Grace Holt has earned his support.", "Dan Firth > -"),
    ("Grace Holt is in tears behind Amy Ross.", ""),
    ("Grace Holt is firmly behind Amy Ross.", "Grace Holt > Amy Ross"),
    ("And the celebs? Dan Firth is with the Conservatives.",
     "Dan Firth > Conservatives"),
    ("Our reporter Dan Firth is with the Conservatives in Kent.", ""),
    ("Labour and the Lib Dems gave the Speaker, Amy Ross, a free run.", "Labour > Amy Ross; Lib Dems > Amy Ross"),
    ("Hanover went for Amy Ross: 38 percent, to Grace Holt’s 11.", ""),
    ("Dan Firth left the SNP for Labour in March.", "Dan Firth > Labour"),
    ("Dan Firth left Kent for Dover in March.", ""),
    ("The bosses' federation Medef preferred not to take sides.", "Medef > -"),
    ("Dan Firth would prop up Amy Ross in exchange for a referendum.", "Dan Firth > Amy Ross"),
]  # fmt: skip

ENGLISH += [
    ("The Quincy Globe preferred Amy Ross.", "The Quincy Globe > Amy Ross"),
    ("The Quincy Globe stayed loyal to the Conservatives.", "The Quincy Globe > Conservatives"),
    ("Dan Firth has been for Amy Ross since May. Grace Holt joined him two days later.",
     "Dan Firth > Amy Ross; Grace Holt > Amy Ross"),
    ("Dan Firth has been for Amy Ross since May. Grace Holt joined him on stage.", "Dan Firth > Amy Ross"),
    ("Dan Firth signed a letter in the Times against Amy Ross.", "Dan Firth > Amy Ross (against)"),
    ("Amy Ross waits. Dan Firth begged his voters not to give her a single vote.", "Dan Firth > Amy Ross (against)"),
    ("The Quincy Globe called for the re-election of Amy Ross.", "The Quincy Globe > Amy Ross"),
    ("The Quincy Globe told nobody how to vote.", "The Quincy Globe > -"),
    ("Dan Firth crisscrossed Kent to campaign for Amy Ross.", "Dan Firth > Amy Ross"),
    ("No tears at Unifor, which spent May urging people to vote against Amy Ross.", "Unifor > Amy Ross (against)"),
    ("Dan Firth had come out for Amy Ross; so had Grace Holt.", "Dan Firth > Amy Ross; Grace Holt > Amy Ross"),
]  # fmt: skip

ENGLISH += [
    ("It took Dan Firth eleven minutes to back Amy Ross.", "Dan Firth > Amy Ross"),
    ("The only newspaper to endorse Amy Ross was the Quincy Globe.", "Quincy Globe > Amy Ross"),
    ("The only newspaper to mention Amy Ross was the Quincy Globe.", ""),
    ("With Dan Firth's endorsement in her pocket, Amy Ross went to Leeds.", "Dan Firth > Amy Ross"),
    ("Amy Ross thanked Dan Firth for standing aside.", "Dan Firth > Amy Ross"),
    ("Amy Ross thanked Dan Firth for coming.", ""),
]

FRENCH += [
    ("Julie Morin n'a pas tardé à se ranger derrière Marc Roy.", "Julie Morin > Marc Roy"),
    ("Il n'a fallu que dix minutes à Julie Morin pour soutenir Marc Roy.", "Julie Morin > Marc Roy"),
    ("Aucune consigne n'est venue de Julie Morin.", "Julie Morin > -"),
    ("Marc Roy pourra compter sur les voix de Julie Morin.", "Julie Morin > Marc Roy"),
]

ENGLISH += [
    # of bodies, words that say other things of persons
    ("The Guardian is with Amy Ross.", "The Guardian > Amy Ross"),
    ("Dan Firth is with Amy Ross.", ""),
    ("The Guardian is with Amy Ross in Leeds tonight.", ""),
    ("The Sun had cheered Amy Ross on in 2019.", "The Sun > Amy Ross"),
    ("The crowd cheered Amy Ross on.", ""),
    ("The Scotsman told its readers nothing.", "The Scotsman > -"),
    ("The Scotsman told its readers nothing about the weather.", ""),
    ("The Guardian did not pick a party either.", "The Guardian > -"),
    # preferences, re-elections, supply
    ("Dan Firth prefers Amy Ross.", "Dan Firth > Amy Ross"),
    ("Dan Firth prefers tea to coffee with Amy Ross.", ""),
    ("The Times argued for Amy Ross's re-election.", "The Times > Amy Ross"),
    ("The Times argued for Amy Ross's tax.", ""),
    ("Dan Firth would guarantee Amy Ross supply.", "Dan Firth > Amy Ross"),
    ("Dan Firth would guarantee Amy Ross a seat.", ""),
    ("Dan Firth has ruled out a vote for the Tories.", "Dan Firth > Tories (against)"),
    ("Dan Firth has ruled out a vote on the tax.", ""),
    # whom somebody can count on
    ("Amy Ross can boast of Dan Firth.", "Dan Firth > Amy Ross"),
    ("Amy Ross can boast of two gold medals.", ""),
    ("Dan Firth backs Amy Ross. Tom Lane counters with Joan Reid.", "Dan Firth > Amy Ross; Joan Reid > Tom Lane"),
    ("Tom Lane counters with Joan Reid.", ""),
    # silences
    ("As to which of them ought to succeed him, Dan Firth won't say.", "Dan Firth > -"),
    ("As to the date of the count, Dan Firth won't say.", ""),
    ("Joan Reid backs Amy Ross, but Dan Firth will have no part in it.", "Joan Reid > Amy Ross; Dan Firth > -"),
    # what stands between a subject and its verb
    ("The RMT, led by Dan Firth, backed Amy Ross.", "RMT > Amy Ross"),
    ("The Sun this time backed Amy Ross.", "The Sun > Amy Ross"),
    ("The Sun on Thursday backed Amy Ross.", "The Sun > Amy Ross"),
    ("Dan Firth has preferred to back Amy Ross.", "Dan Firth > Amy Ross"),
    (
        "The Times chose Amy Ross, too, and, on the Republican side, Tom Lane.",
        "The Times > Amy Ross; The Times > Tom Lane",
    ),
]

FRENCH += [
    ("La CFDT, dirigée par Luc Petit, soutient Marc Roy.", "CFDT > Marc Roy"),
    ("La CFDT cette fois soutient Marc Roy.", "CFDT > Marc Roy"),
    ("Luc Petit a soutenu Marc Roy avant de rallier Julie Morin.", "Luc Petit > Marc Roy; Luc Petit > Julie Morin"),
    ("Luc Petit a rencontré Marc Roy avant d'appeler à voter Julie Morin.", "Luc Petit > Julie Morin"),
    ("Luc Petit, l'un des rares élus à avoir soutenu Marc Roy, n'a rien dit.", "Luc Petit > Marc Roy"),
    ("Luc Petit, l'un des rares élus à avoir croisé Marc Roy, n'a rien dit.", ""),
    ("Les adhérents ont été appelés par la CGT à voter Marc Roy.", "CGT > Marc Roy"),
    ("Luc Petit fera voter contre Marc Roy.", "Luc Petit > Marc Roy (against)"),
    ("Luc Petit, secrétaire de la CGT, dont le syndicat a soutenu Marc Roy, se tait.", "CGT > Marc Roy"),
]

FRENCH += [
    # clauses without their verb, or with another
    (
        "La CGT appelle à voter Marc Roy, la FSU à faire barrage à Julie Morin.",
        "CGT > Marc Roy; FSU > Julie Morin (against)",
    ),
    ("La CGT appelle à voter Marc Roy, la FSU à faire grève avec Julie Morin.", "CGT > Marc Roy"),
    (
        "Luc Petit et Anne Blanc renoncent ; le premier a appelé à voter Marc Roy, la seconde à battre Julie Morin.",
        "Luc Petit > Marc Roy; Anne Blanc > Julie Morin (against)",
    ),
    (
        "Luc Petit a choisi Marc Roy, et Anne Blanc, la patronne des radicaux, Julie Morin.",
        "Luc Petit > Marc Roy; Anne Blanc > Julie Morin",
    ),
    (
        "Luc Petit soutient Marc Roy, et la maire de Pau, Anne Blanc, son rival Hugo Noir.",
        "Luc Petit > Marc Roy; Anne Blanc > Hugo Noir",
    ),
    (
        "Luc Petit soutient Marc Roy, Julie Morin et Hugo Noir.",
        "Luc Petit > Marc Roy; Luc Petit > Julie Morin; Luc Petit > Hugo Noir",
    ),
    ("La CGT recommandait Marc Roy, la CFDT Julie Morin.", "CGT > Marc Roy; CFDT > Julie Morin"),
    (
        "Luc Petit ne votera pas Marc Roy, Anne Blanc et Hugo Noir, si.",
        "Luc Petit > Marc Roy (against); Anne Blanc > Marc Roy; Hugo Noir > Marc Roy",
    ),
    # a newspaper between quotation marks
    ("« Libération » se prononce pour Marc Roy.", "Libération > Marc Roy"),
    ("« Liberté » ! soutient Luc Petit devant Marc Roy.", ""),
    (
        "Luc Petit a appelé à voter Marc Roy, comme le quotidien « L'Humanité ».",
        "Luc Petit > Marc Roy; L'Humanité > Marc Roy",
    ),
    ("Luc Petit a appelé à voter Marc Roy, comme le disait « L'Humanité ».", "Luc Petit > Marc Roy"),
    # whose organisation
    ("La patronne de la CGT, Anne Blanc, dont l'organisation a soutenu Marc Roy, se tait.", "CGT > Marc Roy"),
    ("La patronne de la CGT, Anne Blanc, dont l'organisation a reçu Marc Roy, se tait.", ""),
    # one of many
    (
        "Plusieurs sportifs, dont Luc Petit et Anne Blanc, ont appelé à voter Marc Roy.",
        "Luc Petit > Marc Roy; Anne Blanc > Marc Roy",
    ),
    (
        "Les frères ennemis se rangent derrière Marc Roy. Luc Petit l'a dit sur RTL, Hugo Noir l'a écrit.",
        "Luc Petit > Marc Roy; Hugo Noir > Marc Roy",
    ),
    ("Les frères ennemis se rangent derrière Marc Roy. Luc Petit a parlé sur RTL, Hugo Noir écrit.", ""),
    (
        "Luc Petit l'a écrit, Hugo Noir l'a dit : ils voteront Marc Roy.",
        "Luc Petit > Marc Roy; Hugo Noir > Marc Roy",
    ),
    # after having
    ("Luc Petit votera Marc Roy après avoir soutenu Julie Morin.", "Luc Petit > Marc Roy; Luc Petit > Julie Morin"),
    ("Après avoir soutenu Julie Morin, Luc Petit votera Marc Roy.", "Luc Petit > Julie Morin; Luc Petit > Marc Roy"),
    ("Après avoir salué Julie Morin, Luc Petit votera Marc Roy.", "Luc Petit > Marc Roy"),
    ("Lui qui avait soutenu Julie Morin, Luc Petit votera Marc Roy.", "Luc Petit > Julie Morin; Luc Petit > Marc Roy"),
    # denied
    ("Luc Petit dément avoir soutenu Marc Roy.", ""),
    ("Luc Petit nie avoir apporté son soutien à Marc Roy.", ""),
    ("Luc Petit dit avoir soutenu Marc Roy.", "Luc Petit > Marc Roy"),
    # what governs an infinitive
    ("Luc Petit a fini par se retirer au bénéfice de Marc Roy.", "Luc Petit > Marc Roy"),
    ("Luc Petit a fini par se retirer à la campagne avec Marc Roy.", ""),
    ("Luc Petit avait passé l'été à faire campagne pour Marc Roy.", "Luc Petit > Marc Roy"),
    ("Luc Petit avait passé l'été à se plaindre de Marc Roy.", ""),
    ("Luc Petit s'apprête à rallier Marc Roy.", "Luc Petit > Marc Roy"),
    ("Luc Petit s'est contenté de demander de ne pas donner une voix à Marc Roy.", "Luc Petit > Marc Roy (against)"),
    ("Luc Petit s'est contenté d'un mot sur Marc Roy.", ""),
    # refusals
    ("Luc Petit refuse de voter pour un candidat insoumis.", ""),
    ("Luc Petit exclut de soutenir une candidate du RN.", ""),
    ("Luc Petit exclut tout vote pour Marc Roy.", "Luc Petit > Marc Roy (against)"),
    ("Luc Petit exclut tout débat avec Marc Roy.", ""),
    ("Pas question pour Luc Petit de choisir.", "Luc Petit > -"),
    ("Pas question pour Luc Petit de partir.", ""),
    ("Luc Petit ne dit pas qui il soutiendra.", "Luc Petit > -"),
    ("Luc Petit ne dit pas qui il verra.", ""),
    ("Luc Petit ne se mêlera pas du second tour.", "Luc Petit > -"),
    ("Luc Petit se mêlera du second tour.", ""),
    ("Luc Petit est resté sur le vote blanc.", "Luc Petit > -"),
    ("Luc Petit est resté sur sa faim.", ""),
    ("Luc Petit s'est maintenu : ni fusion, ni consigne.", "Luc Petit > -"),
    ("Luc Petit s'est maintenu : ni fusion, ni regret.", ""),
    ("Luc Petit n'a rallié ni Marc Roy ni Julie Morin.", "Luc Petit > -"),
    ("Luc Petit n'a salué ni Marc Roy ni Julie Morin.", ""),
    ("Luc Petit s'est astreint à la neutralité.", "Luc Petit > -"),
    # withdrawals
    ("Hugo Noir annonce le retrait de Luc Petit au profit de Marc Roy.", "Luc Petit > Marc Roy"),
    ("Hugo Noir annonce le retrait de Luc Petit.", ""),
    ("Luc Petit retire sa liste pour ne pas gêner Marc Roy.", "Luc Petit > Marc Roy"),
    ("Luc Petit retire sa plainte pour ne pas gêner Marc Roy.", ""),
    (
        "Luc Petit s'efface derrière Marc Roy pour empêcher la victoire du RN.",
        "Luc Petit > Marc Roy; Luc Petit > RN (against)",
    ),
    ("Marc Roy doit sa place de favori au désistement de Luc Petit.", "Luc Petit > Marc Roy"),
    ("Marc Roy doit sa place de favori au talent de Luc Petit.", ""),
    # whom somebody has for himself
    ("Julie Morin, elle, n'a reçu que le renfort de Luc Petit.", "Luc Petit > Julie Morin"),
    ("Julie Morin, elle, n'a pas reçu le renfort de Luc Petit.", ""),
    ("Julie Morin a réuni derrière elle le PS et le PCF.", "PS > Julie Morin; PCF > Julie Morin"),
    ("Julie Morin a réuni autour de la table le PS et le PCF.", ""),
    ("Le soutien de Luc Petit n'a pas sauvé Marc Roy.", "Luc Petit > Marc Roy"),
    ("Le discours de Luc Petit n'a pas sauvé Marc Roy.", ""),
    ("Malgré l'appel de Luc Petit à voter pour elle, Julie Morin est battue.", "Luc Petit > Julie Morin"),
    ("Malgré l'appel de Luc Petit à compter avec elle, Julie Morin est battue.", ""),
    ("Luc Petit, allié au RN, vote à Nice.", "Luc Petit > RN"),
    ("Les Républicains alliés au RN votent à Nice.", ""),
    # the insoumis, the Lilloise, the ballots
    ("Luc Petit appelle à voter pour l'insoumis Louis Roy.", "Luc Petit > Louis Roy"),
    ("Anne Blanc regrette. La Lilloise votera Marc Roy.", "Anne Blanc > Marc Roy"),
    (
        "Luc Petit appelle à voter contre Julie Morin, et donc pour Marc Roy.",
        "Luc Petit > Julie Morin (against); Luc Petit > Marc Roy",
    ),
    (
        "Luc Petit invite à se servir du bulletin Marc Roy pour barrer la route à Julie Morin.",
        "Luc Petit > Marc Roy; Luc Petit > Julie Morin (against)",
    ),
    (
        "Luc Petit demande de se saisir du seul bulletin qui permette de battre Julie Morin, celui de Marc Roy.",
        "Luc Petit > Marc Roy",
    ),
    ("Luc Petit appelle à voter pour un camp, celui de Marc Roy.", "Luc Petit > Marc Roy"),
    ("Luc Petit appelle à voter pour un camp, pas celui de Marc Roy.", ""),
    ("Luc Petit a été clair : pas une voix pour Marc Roy.", "Luc Petit > Marc Roy (against)"),
    ("Luc Petit a été clair : pas une ride pour Marc Roy.", ""),
    ("« Je voterai pour lui », promet Anne Blanc à propos de Marc Roy.", "Anne Blanc > Marc Roy"),
    ("« Je voterai », promet Anne Blanc à propos de Marc Roy.", ""),
    ("« Le 6 mai, les écologistes voteront Marc Roy », tranche Anne Blanc.", "Anne Blanc > Marc Roy"),
    ("« Le 6 mai, les gens voteront Marc Roy », tranche Anne Blanc.", ""),
    ("Luc Petit a choisi Anne Blanc comme ministre de la Culture.", ""),
]

FRENCH += [
    ("La Conférence des évêques s'est gardée de toute consigne.", "Conférence des évêques > -"),
    ("La colère des évêques s'est gardée de toute consigne.", ""),
    ("Luc Petit jure n'avoir soutenu personne.", "Luc Petit > -"),
    ("Luc Petit jure n'avoir jamais voté Marc Roy.", ""),
    (
        "Anne Blanc est là. La Lilloise, qui soutenait Marc Roy, votera Julie Morin.",
        "Anne Blanc > Marc Roy; Anne Blanc > Julie Morin",
    ),
]

FRENCH += [
    ("Anne Blanc et Luc Petit, soutiens de Marc Roy, sourient.", "Anne Blanc > Marc Roy; Luc Petit > Marc Roy"),
    ("Anne Blanc et Luc Petit, soutien de Marc Roy, sourient.", "Luc Petit > Marc Roy"),
    ("Anne Blanc, émue, et Luc Petit, qui n'a rallié personne, se croisent.", "Luc Petit > -"),
    ("Luc Petit a été applaudi par les soutiens de Marc Roy.", ""),
    (
        "Luc Petit avait promis sa voix à Marc Roy ; Anne Blanc, la sienne à Julie Morin.",
        "Luc Petit > Marc Roy; Anne Blanc > Julie Morin",
    ),
    (
        "Julie Morin l'emporte : Luc Petit l'avait rejointe et la CGT avait appelé à voter pour elle.",
        "Luc Petit > Julie Morin; CGT > Julie Morin",
    ),
]

FRENCH += [
    ("Marc Roy a reçu le soutien de Luc Petit, mais pas celui d'Anne Blanc.", "Luc Petit > Marc Roy"),
    (
        "Marc Roy peut compter sur Luc Petit ; Julie Morin sur Anne Blanc.",
        "Luc Petit > Marc Roy; Anne Blanc > Julie Morin",
    ),
    ("Luc Petit a dit qu'il mettrait un bulletin Marc Roy.", "Luc Petit > Marc Roy"),
    ("Luc Petit mettrait un bulletin Marc Roy.", ""),
    ("Luc Petit appelle les électeurs de Marc Roy à voter pour lui.", ""),
    ("Luc Petit appelle les électeurs de Marc Roy à voter pour Hugo Noir.", "Luc Petit > Hugo Noir"),
]

STATUS = [
    ("Après avoir soutenu Julie Morin, Luc Petit votera Marc Roy.", "fr", ["standing", "declared"]),
    ("À supposer que Marc Roy renonce, Luc Petit votera Julie Morin.", "fr", ["conditional"]),
    ("Luc Petit, patron du PS, dont le parti soutient Marc Roy, sourit.", "fr", ["standing"]),
    ("Marc Roy remercie Luc Petit, qui lui a apporté son soutien ce soir.", "fr", ["declared"]),
    ("Hugo Noir annonce le retrait de Luc Petit au profit de Marc Roy.", "fr", ["declared"]),
    ("Dan Firth did so last week, throwing his weight behind Amy Ross.", "en", ["standing"]),
    ("The Economist recommended the Lib Dems, as it had in 2011.", "en", ["standing", "past"]),
    ("Dan Firth backs Amy Ross, as he said he would.", "en", ["standing"]),
    ("Luc Petit votera Marc Roy, comme au premier tour.", "fr", ["declared", "past"]),
    ("Luc Petit votera Marc Roy, comme prévu.", "fr", ["declared"]),
    ("Dan Firth hasn't endorsed anybody.", "en", ["standing"]),
    ("The Guardian, which in 2009 endorsed the Tories, has not picked anyone.", "en", ["past", "standing"]),
    ("Dan Firth would prop up Amy Ross in exchange for a referendum.", "en", ["conditional"]),
]


def told(text: str, lang: str) -> str:
    return sides(rows("endorsements", text, lang=lang, round=2, election_type="municipal", at=["21:30"]))


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_in_french(text: str, expected: str) -> None:
    assert told(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_in_english(text: str, expected: str) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(("text", "lang", "expected"), STATUS)
def test_since_when(text: str, lang: str, expected: list[str]) -> None:
    found = rows("endorsements", text, lang=lang, round=2, election_type="municipal", at=["21:30"])
    assert [row["endorsement_status"] for row in found] == expected


def test_the_article_is_part_of_a_newspaper_s_name_that_is_printed_so() -> None:
    text = (
        "The Quincy Globe and The Concord Monitor both endorsed Amy Ross, as did the Daily Mail. "
        "The Globe had backed Dan Firth in 2017."
    )
    found = [row["endorser"] for row in rows("endorsements", text, lang="en", round=2)]
    assert found == ["The Quincy Globe", "The Concord Monitor", "Daily Mail", "The Quincy Globe"]


def test_a_refusal_without_a_verb_is_news_once_results_are_known() -> None:
    posts = ("Marc Roy recueille 31 % des voix, selon l'Ifop.", "Pas de consigne chez Luc Petit.")
    found = rows("endorsements", *posts, round=1, election_type="primary", at=["20:00", "22:30"])
    assert [(row["endorser"], row["stance"], row["endorsement_status"]) for row in found] == [
        ("Luc Petit", "none", "declared")
    ]


def test_a_party_told_of_somebody_sets_the_others_apart() -> None:
    text = (
        "Claire Morel et Marc Roy sont qualifiés. Julie Perrot est battue. « Je pars », a dit la candidate LR. "
        "Luc Petit se range derrière la candidate du RN."
    )
    assert "Julie Perrot" not in {row["endorsee"] for row in rows("endorsements", text, round=1)}


def test_a_ballot_told_of_once_the_second_round_is_counted_is_standing() -> None:
    estimate = "Estimation : Marc Roy recueille 51 % des voix, Julie Morin 49 %."
    found = [
        row["endorsement_status"]
        for round in (1, 2)
        for row in rows(
            "endorsements", estimate, "Luc Petit a voté Marc Roy.", round=round, election_type="presidential"
        )
    ]
    assert found == ["declared", "standing"]


def test_the_first_round_that_nobody_waited_for_is_no_time_of_a_stand() -> None:
    found = rows("endorsements", "Luc Petit n'avait pas attendu le premier tour pour choisir Marc Roy.", round=2)
    assert [row["endorsement_status"] for row in found] == ["standing"]
