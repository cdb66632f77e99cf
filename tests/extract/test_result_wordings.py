"""The many ways in which results are told, in both languages, and figures near them that are none."""

from __future__ import annotations

import pytest

from extracting import rows, told

WAYS_ENGLISH = [
    (
        "Rhode Vale declares: Anna Reed (Lab) 18,204; Mark Cole (Con) 16,990; Jane Fox (LD) 4,118.",
        "Anna Reed 18204 votes; Mark Cole 16990 votes; Jane Fox 4118 votes",
    ),
    ("Anna Reed squeaked home in Oakham by 212 votes over Mark Cole.", "Anna Reed winner"),
    ("With 61% of precincts reporting, Anna Reed leads Mark Cole 50.4% to 48.2%.", "Anna Reed 50.4%; Mark Cole 48.2%"),
    (
        "At 9.15pm the Conservatives have 112 seats, Labour 98 and the Lib Dems 11, with 429 still to declare.",
        "Conservatives 112 seats; Labour 98 seats; Lib Dems 11 seats",
    ),
    ("Anna Reed has 267 electoral votes to Mark Cole's 214.", "Anna Reed 267 seats; Mark Cole 214 seats"),
    ("Fox News projects Anna Reed will hold her Senate seat in Nevada.", "Anna Reed projected_winner"),
    ("Anna Reed conceded defeat to Mark Cole shortly before midnight.", ""),
    ("Mark Cole lost by 1,204 votes to Labour's Anna Reed.", "Mark Cole defeated; Anna Reed winner"),
    ("The SNP vote share in Glasgow East fell to 32.8%, down 14 points.", "SNP 32.8%"),
    (
        "Anna Reed finished third with just 8.9 percent, behind Mark Cole at 21.4 and Jane Fox at 35.2.",
        "Anna Reed 8.9%; Mark Cole 21.4%; Jane Fox 35.2%",
    ),
    ("It's now 218 Republicans to 203 Democrats in the House.", "Republicans 218 seats; Democrats 203 seats"),
    ("Result: Anna Reed 51.2%, Mark Cole 46.9%", "Anna Reed 51.2%; Mark Cole 46.9%"),
    ("The Greens are projected to take 12 of the 120 seats.", "Greens 12 seats"),
    ("A YouGov poll published on Monday put Labour at 44%, the Tories at 24%.", "Labour 44%; Tories 24%"),
    ("Anna Reed unseated Mark Cole in Fenwick, 54-46.", "Anna Reed 54% winner; Mark Cole 46% defeated"),
    (
        "Anna Reed: 23,410 votes (48.1%). Mark Cole: 19,200 (39.4%).",
        "Anna Reed 23410 votes; Anna Reed 48.1%; Mark Cole 19200 votes; Mark Cole 39.4%",
    ),
    ("Turnout was 61.3%. Anna Reed won with 50.9%.", "Anna Reed 50.9% winner"),
    (
        "Anna Reed and Mark Cole advance to the runoff with 34% and 29%.",
        "Anna Reed 34% advanced_to_runoff; Mark Cole 29% advanced_to_runoff",
    ),
    (
        "Anna Reed, who had been written off, beat Mark Cole by 52.1% to 47.9%.",
        "Anna Reed 52.1% winner; Mark Cole 47.9% defeated",
    ),
    ("Among voters over 65, Anna Reed won 61% of the vote.", ""),
    ("Anna Reed's approval rating stood at 41% last week.", ""),
    (
        "The BBC forecast is Labour 405, Conservatives 154, Lib Dems 56.",
        "Labour 405 seats; Conservatives 154 seats; Lib Dems 56 seats",
    ),
    (
        "The Liberals are elected or leading in 167 ridings and the Conservatives in 144.",
        "Liberals 167 seats; Conservatives 144 seats",
    ),
    ("The final tally in Perth: Labor 45,201, Liberal 41,887.", "Labor 45201 votes; Liberal 41887 votes"),
    (
        "Mark Cole trails with 44.1% of the vote while Anna Reed is on 55.9%, half the boxes opened.",
        "Mark Cole 44.1%; Anna Reed 55.9%",
    ),
    ("Plaid Cymru gains two seats to finish on 13.", "Plaid Cymru 13 seats"),
    ("Anna Reed is re-elected on the first count with 11,204 first preferences.", "Anna Reed 11204 votes winner"),
    ("Reform UK came second in 98 constituencies with 14.3% of the national vote.", "Reform UK 14.3%"),
    ("The independent candidate Jane Fox has been eliminated on the sixth count.", "Jane Fox defeated"),
    ("NBC News: Anna Reed wins Maine.", "Anna Reed winner"),
    ("So far: Democrats 48, Republicans 47 in the Senate.", "Democrats 48 seats; Republicans 47 seats"),
    (
        "Here's how the parties stand with 500 of 650 seats declared: Con 290, Lab 160, SNP 38, LD 7.",
        "Con 290 seats; Lab 160 seats; SNP 38 seats; LD 7 seats",
    ),
    ("Anna Reed took 61 per cent of the two-party vote in Kooyong.", "Anna Reed 61%"),
    (
        "The exit poll gives the Conservatives 368 seats, Labour 191, the SNP 55 and the Lib Dems 13.",
        "Conservatives 368 seats; Labour 191 seats; SNP 55 seats; Lib Dems 13 seats",
    ),
    ("According to the exit poll, Labour will win 410 seats and the Tories 131.", "Labour 410 seats; Tories 131 seats"),
    (
        "Sky News's projection: Labour between 398 and 414, Conservatives between 127 and 141.",
        "Labour 398-414 seats; Conservatives 127-141 seats",
    ),
    ("Anna Reed's vote share has collapsed from 48% to 31%.", "Anna Reed 31%"),
    ("The Lib Dems have won 72 seats, 61 more than last time.", "Lib Dems 72 seats"),
    ("Mark Cole hung on by just 18 votes in North East Fife.", "Mark Cole winner"),
    ("Reform's Mark Cole wins at the eighth attempt, polling 21,225 votes.", "Mark Cole 21225 votes winner"),
    ("With 35 counties reporting, Anna Reed had 412,806 votes, or 52.4%.", "Anna Reed 412806 votes; Anna Reed 52.4%"),
    ("Anna Reed (D) 49.8, Mark Cole (R) 48.9 with 92% in.", "Anna Reed 49.8%; Mark Cole 48.9%"),
    ("Both candidates are on 48%.", ""),
    ("Anna Reed held a lead of 3,400 votes over Mark Cole at midnight.", ""),
    ("Mark Cole has been elected on the third count; he had 9,871 first preferences.", "Mark Cole 9871 votes winner"),
    (
        "Fianna Fáil looks set for 45 to 48 seats, Fine Gael 38 and Sinn Féin 36.",
        "Fianna Fáil 45-48 seats; Fine Gael 38 seats; Sinn Féin 36 seats",
    ),
    (
        "Democrats pick up a seat in Arizona, where Anna Reed defeats Mark Cole 50.9%–47.3%.",
        "Anna Reed 50.9% winner; Mark Cole 47.3% defeated",
    ),
    ("There was a 12-point swing to Labour in Wakefield.", ""),
    ("Exit polls show 55% of women voted for Anna Reed.", ""),
    (
        "In Shetland, the SNP's 5,892 votes were not enough: the Lib Dems polled 11,507.",
        "SNP 5892 votes; Lib Dems 11507 votes",
    ),
    ("The Green candidate, Jane Fox, saved her deposit with 5.2%.", "Jane Fox 5.2%"),
    (
        "The Conservatives are down to 121 seats, their worst ever result, while Labour has 411.",
        "Conservatives 121 seats; Labour 411 seats",
    ),
    ("With every precinct reporting, Mark Cole finished on 50.3 percent.", "Mark Cole 50.3%"),
    ("Labour's share in Hartlepool was 28.7%, the Conservatives' 51.9%.", "Labour 28.7%; Conservatives 51.9%"),
    ("NEW: Anna Reed (Green) is elected for Brighton with 25,151 votes", "Anna Reed 25151 votes winner"),
    ("CNN has the race in Nevada at 50.1 to 48.2 in favour of Anna Reed.", "Anna Reed 50.1%"),
    ("Three quarters of the votes are in and the Democrats lead in 218 districts.", "Democrats 218 seats"),
    (
        "Mark Cole, on 13%, has been eliminated; Anna Reed goes through to the run-off.",
        "Mark Cole 13% defeated; Anna Reed advanced_to_runoff",
    ),
    (
        "Over in Fenwick, it was never close: Reed 61%, Cole 33%. Anna Reed thanked Mark Cole.",
        "Anna Reed 61%; Mark Cole 33%",
    ),
    ("Mark Cole is two points behind Anna Reed.", ""),
    ("There were 22 candidates. Labour needs 326 seats to govern alone.", ""),
    (
        "Our tally puts the DUP at five seats, Sinn Féin at seven and the SDLP at two.",
        "DUP 5 seats; Sinn Féin 7 seats; SDLP 2 seats",
    ),
    ("Labor on 52.3 per cent two-party preferred, the Coalition on 47.7.", "Labor 52.3%; Coalition 47.7%"),
    (
        "Reed is clinging on by her fingernails. Anna Reed: 10,430. Mark Cole: 10,403.",
        "Anna Reed 10430 votes; Mark Cole 10403 votes",
    ),
    (
        "First results from Sunderland: Labour 18,847 (down 7 points), Reform 11,668, Conservatives 5,514.",
        "Labour 18847 votes; Reform 11668 votes; Conservatives 5514 votes",
    ),
    ("In Oakham the Greens are up nine points to 14%, while Labour is down to 38%.", "Greens 14%; Labour 38%"),
    ("Projected national share: Con 29%, Lab 35%, LD 17%, others 19%.", "Con 29%; Lab 35%; LD 17%; others 19%"),
    ("Anna Reed is returned with a majority of 11,204.", "Anna Reed winner"),
    ("Good night for Plaid: 4 seats, up two.", "Plaid 4 seats"),
    (
        "Alberta: the United Conservatives have taken 49 seats and the NDP 38.",
        "United Conservatives 49 seats; NDP 38 seats",
    ),
    (
        "Wilson 52.3%, Baker 47.7%, and that's with postals to come. Jill Wilson and Tom Baker will wait.",
        "Jill Wilson 52.3%; Tom Baker 47.7%",
    ),
    ("Leave is ahead by 120,000 votes after 50 of 382 counts.", ""),
    (
        "The SPD won 25.7% of second votes, the CDU/CSU 24.1%, according to the provisional official result.",
        "SPD 25.7%; CDU/CSU 24.1%",
    ),
    ("Anna Reed's 55% in Leeds compares with 51% for Mark Cole in York.", "Anna Reed 55%; Mark Cole 51%"),
    ("Polls in Maine have Anna Reed ahead by six.", ""),
    ("Only 38% of registered voters showed up in Perth.", ""),
    ("Mark Cole, mayor since 2009, is out: Anna Reed beat him with 53%.", "Anna Reed 53% winner; Mark Cole defeated"),
    (
        "Cork North-West, first count: Anna Reed (FF) 8,104, Mark Cole (FG) 7,933, Jane Fox (SF) 6,021.",
        "Anna Reed 8104 votes; Mark Cole 7933 votes; Jane Fox 6021 votes",
    ),
    ("Reed's lead has gone. Anna Reed 48.8%, Mark Cole 49.0%, 88% counted.", "Anna Reed 48.8%; Mark Cole 49%"),
    ("The Tories have won 8 of the 11 seats declared so far.", "Tories 8 seats"),
    (
        "Hung council in Oakham: Labour 22, Con 21, LD 6, Green 3.",
        "Labour 22 seats; Con 21 seats; LD 6 seats; Green 3 seats",
    ),
    (
        "In the last YouGov before polling day Labour was on 39%, with the Tories on 20% and Reform on 17%.",
        "Labour 39%; Tories 20%; Reform 17%",
    ),
    (
        "Anna Reed (Ind) ousts Labour's Mark Cole in Dewsbury: 15,641 to 8,707.",
        "Anna Reed 15641 votes winner; Mark Cole 8707 votes defeated",
    ),
    ("Of the 120 seats, National will have 49, on the numbers tonight, and ACT 11.", "National 49 seats; ACT 11 seats"),
    (
        "Vote share so far: Reform 30%, Labour 20%, Lib Dem 17%, Con 15%, Green 11%.",
        "Reform 30%; Labour 20%; Lib Dem 17%; Con 15%; Green 11%",
    ),
]


WAYS_FRENCH = [
    (
        "Jeanne Martin arrive en tête avec 28,4 %, suivie de Paul Durand (24,1 %) et de Zoé Petit (18 %).",
        "Jeanne Martin 28.4%; Paul Durand 24.1%; Zoé Petit 18%",
    ),
    (
        "À 22 heures, sur 78 % des inscrits, Jeanne Martin recueille 31,2 % des voix et Paul Durand 27,9 %.",
        "Jeanne Martin 31.2%; Paul Durand 27.9%",
    ),
    (
        "Le PS obtiendrait entre 45 et 52 sièges, Les Républicains de 60 à 68, selon la projection Ifop.",
        "PS 45-52 seats; Les Républicains 60-68 seats",
    ),
    (
        "Jeanne Martin (PS) : 12 345 voix (51,2 %) ; Paul Durand (LR) : 11 766 voix (48,8 %).",
        "Jeanne Martin 12345 votes; Jeanne Martin 51.2%; Paul Durand 11766 votes; Paul Durand 48.8%",
    ),
    (
        "La liste de Jeanne Martin totalise 38,5 % des suffrages, contre 33,1 % à celle de Paul Durand.",
        "Jeanne Martin 38.5%; Paul Durand 33.1%",
    ),
    ("Victoire de Jeanne Martin à Nîmes, avec 52 % des voix.", "Jeanne Martin 52% winner"),
    ("RÉSULTATS DÉFINITIFS. Jeanne Martin 54,12 % - Paul Durand 45,88 %", "Jeanne Martin 54.12%; Paul Durand 45.88%"),
    (
        "Jeanne Martin devance d'une courte tête Paul Durand : 34,2 % contre 33,9 %.",
        "Jeanne Martin 34.2%; Paul Durand 33.9%",
    ),
    ("Avec seulement 6,1 %, Paul Durand n'atteint pas la barre des 10 %.", "Paul Durand 6.1%"),
    (
        "Paul Durand est crédité de 23,5 % des voix par Elabe, Jeanne Martin de 22 %.",
        "Paul Durand 23.5%; Jeanne Martin 22%",
    ),
    (
        "Le RN en tête avec 31,5 %, devant Renaissance (15,2 %) et le PS (14 %), selon Ipsos.",
        "RN 31.5%; Renaissance 15.2%; PS 14%",
    ),
    (
        "À Lille, triangulaire : Jeanne Martin 39,4 %, Paul Durand 38,2 %, Zoé Petit 22,4 %.",
        "Jeanne Martin 39.4%; Paul Durand 38.2%; Zoé Petit 22.4%",
    ),
    (
        "Jeanne Martin se qualifie pour le second tour avec 24,7 % des suffrages, Paul Durand est éliminé (19,8 %).",
        "Jeanne Martin 24.7% advanced_to_runoff; Paul Durand 19.8% defeated",
    ),
    ("Paul Durand, maire sortant, doit se contenter de 19 % des voix.", "Paul Durand 19%"),
    (
        "Sur les 577 sièges, le Nouveau Front populaire en décroche 182, Ensemble 168, le RN et ses alliés 143.",
        "Nouveau Front populaire 182 seats; Ensemble 168 seats; RN et ses alliés 143 seats",
    ),
    (
        "Le dernier sondage Odoxa donnait 26 % à Jeanne Martin et 24 % à Paul Durand.",
        "Jeanne Martin 26%; Paul Durand 24%",
    ),
    ("62 % des électeurs de Paul Durand ont voté Jeanne Martin.", ""),
    ("La participation atteint 64,2 % à 17 heures.", ""),
    ("Jeanne Martin l'emporte dans la 3e circonscription du Gard avec 50,8 %.", "Jeanne Martin 50.8% winner"),
    ("Jeanne Martin serait réélue avec 53 % selon une première estimation.", "Jeanne Martin 53% projected_winner"),
    (
        "Élue : Jeanne Martin (DVG), 54,6 %. Battu : Paul Durand (LR), 45,4 %.",
        "Jeanne Martin 54.6% winner; Paul Durand 45.4% defeated",
    ),
    ("Il y a cinq ans, Jeanne Martin avait fait 61 %. Cette fois, elle n'obtient que 48,2 %.", "Jeanne Martin 48.2%"),
    ("Quatre points d'avance pour Jeanne Martin sur Paul Durand, à mi-dépouillement.", ""),
    ("Le PLR recule à 14,3 % (-0,8 point), Le Centre progresse à 14,1 % (+0,3).", "PLR 14.3%; Le Centre 14.1%"),
    (
        "Jeanne Martin, tête de liste écologiste, recueille 13,5 % et huit sièges.",
        "Jeanne Martin 13.5%; Jeanne Martin 8 seats",
    ),
    ("Dans l'Ain, Paul Durand obtient 27 %, loin devant les 11 % de Zoé Petit.", "Paul Durand 27%; Zoé Petit 11%"),
    ("Ballottage favorable pour Jeanne Martin, 47,3 % au premier tour.", "Jeanne Martin 47.3%"),
    ("Ex-ministre, Paul Durand ne dépasse pas les 7 %.", "Paul Durand 7%"),
    (
        "Un tiers des bulletins dépouillés : Durand 41 %, Martin 35 %. Jeanne Martin et Paul Durand attendent.",
        "Paul Durand 41%; Jeanne Martin 35%",
    ),
    ("Les Verts passent de 28 à 23 sièges.", "Les Verts 23 seats"),
    (
        "À Marseille, Jeanne Martin sort en tête (35,4 %), Paul Durand suit à 33,1 %.",
        "Jeanne Martin 35.4%; Paul Durand 33.1%",
    ),
    (
        "Sans surprise, Jeanne Martin est réélue dès le premier tour à Cannes avec 88,1 % des suffrages exprimés.",
        "Jeanne Martin 88.1% winner",
    ),
    (
        "Les résultats officiels sont tombés : 55,3 % pour Jeanne Martin, 44,7 % pour Paul Durand.",
        "Jeanne Martin 55.3%; Paul Durand 44.7%",
    ),
    ("Paul Durand (LR) l'emporte d'une courte tête (50,12 %) face à Jeanne Martin (PS).", "Paul Durand 50.12% winner"),
    (
        "Jeanne Martin recueille 12 407 suffrages, soit 53,2 %, contre 10 914 à Paul Durand.",
        "Jeanne Martin 12407 votes; Jeanne Martin 53.2%; Paul Durand 10914 votes",
    ),
    ("En Bretagne, la gauche est donnée largement en tête, à 46,5 %, selon une estimation Ipsos.", "la gauche 46.5%"),
    ("Le RN plafonne à 17 %, derrière la droite (29 %) et la gauche (24 %).", "RN 17%; la droite 29%; la gauche 24%"),
    ("LREM et le MoDem obtiendraient à eux deux 400 à 440 sièges.", "LREM et le MoDem 400-440 seats"),
    ("Jeanne Martin : 33,1 % (+2 points par rapport à 2014).", "Jeanne Martin 33.1%"),
    ("Seul candidat en lice, Paul Durand est élu avec 100 % des voix.", "Paul Durand 100% winner"),
    ("Il manque 1 200 voix à Jeanne Martin pour l'emporter.", ""),
    ("Jeanne Martin a été élue avec 60 % des voix en 2017.", ""),
    ("Le PS n'aurait plus que 30 sièges (contre 280 en 2012).", "PS 30 seats"),
    ("D'après les premiers résultats partiels, Jeanne Martin est à 57 %.", "Jeanne Martin 57%"),
    (
        "Le PLR décroche 28 sièges (-1), Le Centre 29 (+1), les Vert'libéraux 10 (-6).",
        "PLR 28 seats; Le Centre 29 seats; Vert'libéraux 10 seats",
    ),
    (
        "Jeanne Martin, Paul Durand et Zoé Petit sont qualifiés pour le second tour.",
        "Jeanne Martin advanced_to_runoff; Paul Durand advanced_to_runoff; Zoé Petit advanced_to_runoff",
    ),
    (
        "La CAQ est élue ou en avance dans 87 circonscriptions, le PLQ dans 22 et QS dans 11.",
        "CAQ 87 seats; PLQ 22 seats; QS 11 seats",
    ),
    ("François-Xavier Bel obtient 8,4 %, un score qui lui permet de se maintenir.", "François-Xavier Bel 8.4%"),
    ("Elle devance de 4 000 voix son adversaire Paul Durand.", ""),
    (
        "Selon nos informations, Jeanne Martin aurait recueilli 54 % à Brest, bureaux centralisateurs non compris.",
        "Jeanne Martin 54%",
    ),
    ("52,7 % : c'est le score de Jeanne Martin à Toulouse.", "Jeanne Martin 52.7%"),
    ("Jeanne Martin passe la barre des 50 % (50,02 %) et évite un second tour.", "Jeanne Martin 50.02%"),
    ("Avec 34 élus, le groupe de Jeanne Martin sera le plus nombreux.", ""),
    (
        "Jeanne Martin a obtenu 1 204 voix, Paul Durand 1 187 : dix-sept voix d'écart.",
        "Jeanne Martin 1204 votes; Paul Durand 1187 votes",
    ),
    (
        "A Paris, la liste de Jeanne Martin arrive en tête dans douze arrondissements, avec 29,3 % des voix.",
        "Jeanne Martin 29.3%",
    ),
    (
        "Jeanne Martin sauve son siège avec 50,7 %, mais Paul Durand perd le sien (46 %).",
        "Jeanne Martin 50.7% winner; Paul Durand 46% defeated",
    ),
    ("Avec 14,5 % des suffrages, le PS double son score de 2017.", "PS 14.5%"),
    ("Le PS passe de 7,4 à 14 %.", "PS 14%"),
    (
        "On vote aussi à Fréjus : sur 12 bureaux dépouillés, Jeanne Martin a 54 % et Paul Durand 46 %.",
        "Jeanne Martin 54%; Paul Durand 46%",
    ),
    ("Les écologistes font élire 23 députés et le PCF 9.", "Les écologistes 23 seats; PCF 9 seats"),
    (
        "Jeanne Martin l'emporte d'un cheveu, 50,03 % à 49,97 %, sur Paul Durand.",
        "Jeanne Martin 50.03% winner; Paul Durand 49.97%",
    ),
    (
        "Jeanne Martin (Renaissance) devance Paul Durand (RN) de 1 200 voix, avec 52 % des suffrages.",
        "Jeanne Martin 52%",
    ),
    ("Les Républicains auraient entre 40 et 45 élus, le RN 89.", "Les Républicains 40-45 seats; RN 89 seats"),
    ("Au moins 28 % pour Jeanne Martin, à peine 20 % pour Paul Durand.", "Jeanne Martin 28%; Paul Durand 20%"),
    (
        "À l'issue du dépouillement, Jeanne Martin : 2 310 voix ; Paul Durand : 2 107 ; Zoé Petit : 480.",
        "Jeanne Martin 2310 votes; Paul Durand 2107 votes; Zoé Petit 480 votes",
    ),
    ("Jeanne Martin est éliminée, avec 9,2 % des voix.", "Jeanne Martin 9.2% defeated"),
    ("Record pour le RN : 31,4 %. Débâcle pour Renaissance : 14,6 %.", "RN 31.4%; Renaissance 14.6%"),
    ("Trois sièges pour le PCF, deux pour les Verts.", "PCF 3 seats; Verts 2 seats"),
    ("67 % des Français jugent que Jeanne Martin ferait une bonne maire.", ""),
    ("Le taux d'abstention est de 51,4 % à Marseille, où Jeanne Martin a recueilli 38,3 %.", "Jeanne Martin 38.3%"),
    ("Jeanne Martin gagne Rouen haut la main : 67,1 %.", "Jeanne Martin 67.1% winner"),
    ("Tous les bureaux de Nice ont été dépouillés : Paul Durand l'emporte avec 53,7 %.", "Paul Durand 53.7% winner"),
    (
        "À Lyon, Paul Durand fait mieux que prévu, à 31 %, mais reste loin de Jeanne Martin, qui culmine à 45 %.",
        "Paul Durand 31%; Jeanne Martin 45%",
    ),
    ("Le PLQ a fait élire 21 députés, tous sur l'île de Montréal ou presque.", "PLQ 21 seats"),
    ("Avec 1,2 point d'avance, Jeanne Martin souffle.", ""),
    ("Jeanne Martin, 41 ans, l'emporte avec 1 042 voix de plus que Paul Durand.", "Jeanne Martin winner"),
    (
        "Le taux de participation s'établit à 47,2 % et Jeanne Martin devance ses concurrents avec 29 %.",
        "Jeanne Martin 29%",
    ),
    ("Les premiers résultats en provenance de Mayotte donnent Jeanne Martin à 59,1 %.", "Jeanne Martin 59.1%"),
    ("La droite conserve 7 régions, la gauche 5.", ""),
    (
        "Ensemble perd sa majorité absolue avec 245 élus ; la Nupes en compte 131, le RN 89 et LR 61.",
        "Ensemble 245 seats; Nupes 131 seats; RN 89 seats; LR 61 seats",
    ),
    (
        "À mi-dépouillement à Grenoble, Jeanne Martin compte 1 800 voix d'avance et 53 % des suffrages.",
        "Jeanne Martin 53%",
    ),
    (
        "Martin 52,3 - Durand 47,7, c'est le dernier pointage. Jeanne Martin et Paul Durand sont au coude-à-coude.",
        "Jeanne Martin 52.3%; Paul Durand 47.7%",
    ),
    (
        "Le NFP est donné en tête avec 172 à 192 sièges, devant Ensemble (150 à 170) et le RN (132 à 152).",
        "NFP 172-192 seats; Ensemble 150-170 seats; RN 132-152 seats",
    ),
    ("Élimination surprise de Paul Durand, troisième avec 17,1 %.", "Paul Durand 17.1% defeated"),
    ("L'UDC est la grande gagnante, avec 28,6 % des voix, trois points de plus qu'en 2019.", "UDC 28.6%"),
]


WAYS_OF_REFERENDUMS = [
    ("Exit poll: Yes 67%, No 33%", "en", "Yes 67%; No 33%"),
    ("Leave took Sunderland by 82,394 votes to 51,930.", "en", "Leave 82394 votes winner; Remain 51930 votes"),
    ("NO: 55.3% YES: 44.7%", "en", "No 55.3%; Yes 44.7%"),
    ("Yes is on 58 per cent in Dublin Central and 62 per cent in Cork.", "en", "Yes 58%; Yes 62%"),
    (
        "Official result from Fife: No 139,788 (55.05%), Yes 114,148 (44.95%)",
        "en",
        "No 139788 votes; No 55.05%; Yes 114148 votes; Yes 44.95%",
    ),
    ("The final opinion poll had Yes on 47% and No on 53%.", "en", "Yes 47%; No 53%"),
    ("Remain 48.1, Leave 51.9.", "en", "Remain 48.1%; Leave 51.9%"),
    (
        "The latest: Yes 1,512,688, No 1,877,252, with 29 of 32 areas declared.",
        "en",
        "Yes 1512688 votes; No 1877252 votes",
    ),
    ("It is over in Perth and Kinross: No won by 60.2% to 39.8%.", "en", "No 60.2% winner; Yes 39.8%"),
    ("No has it in Glenrothes, 54% to 46%.", "en", "No 54%; Yes 46%"),
    ("At 1am Remain had 2,103,456 votes and Leave 2,202,871.", "en", "Remain 2103456 votes; Leave 2202871 votes"),
    ("It's Yes in Galway, by 60% to 40%.", "en", "Yes 60%; No 40%"),
    ("Le canton de Vaud accepte l'initiative par 56,3 % des voix.", "fr", "oui 56.3% winner"),
    ("Le non l'emporte à 50,3 % après dépouillement de 20 cantons sur 26.", "fr", "non 50.3% winner"),
    ("Oui : 50,3 %. Non : 49,7 %. Participation : 56 %.", "fr", "oui 50.3%; non 49.7%"),
    ("L'initiative est rejetée par 63,1 % des votants.", "fr", "non 63.1%"),
    ("Le camp du oui engrange 3 104 voix à Saint-Denis, celui du non 2 877.", "fr", "oui 3104 votes; non 2877 votes"),
    ("Dans le canton de Zurich, 58,4 % de oui. Dans celui du Jura, 52 % de non.", "fr", "oui 58.4%; non 52%"),
    ("Le oui recueille 54,1 % dans le canton de Berne et 61 % à Bâle-Ville.", "fr", "oui 54.1%; oui 61%"),
    ("Les votants de Fribourg disent non à 55 %.", "fr", "non 55% winner"),
]


@pytest.mark.parametrize(("text", "expected"), WAYS_ENGLISH)
def test_the_ways_of_telling_a_result_in_english(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="en", at=["22:30"])) == expected


@pytest.mark.parametrize(("text", "expected"), WAYS_FRENCH)
def test_the_ways_of_telling_a_result_in_french(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, at=["22:30"])) == expected


@pytest.mark.parametrize(("text", "lang", "expected"), WAYS_OF_REFERENDUMS)
def test_the_ways_of_telling_the_result_of_a_referendum(text: str, lang: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, at=["22:30"], election_type="referendum")) == expected


NOT_ALL_THAT_SOUNDS_LIKE_A_CALL_IS_ONE = [
    # who speaks of the winner has not won
    ("Petit et Roy félicitent le vainqueur\nPaul Petit et Luc Roy ont appelé Jeanne Martin.", "fr", ""),
    ("Paul Petit appelle la nouvelle vainqueure.", "fr", ""),
    ("Paul Petit, large vainqueur de la primaire, recueille 58 % des voix.", "fr", "Paul Petit 58% winner"),
    ("Jeanne Martin sort vainqueure du duel.", "fr", "Jeanne Martin winner"),
    ("Luc Roy a été proclamé vainqueur à minuit.", "fr", "Luc Roy winner"),
    # coming out ahead is no way out
    ("Paul Petit, sorti largement en tête, recueille 32 % des voix.", "fr", "Paul Petit 32%"),
    ("Jeanne Martin est sortie grandie du débat.", "fr", ""),
    ("Luc Roy est sorti dès le premier tour.", "fr", "Luc Roy defeated"),
    ("Luc Roy est sorti par Jeanne Martin.", "fr", "Luc Roy defeated"),
    ("Anna Reed is out in front with 34% of the vote.", "en", "Anna Reed 34%"),
    ("Mark Cole is out in Oakham.", "en", "Mark Cole defeated"),
    # a fall to a figure, or a loss of some of it, is no defeat
    ("Luc Roy tombe à 17,7 % des voix.", "fr", "Luc Roy 17.7%"),
    ("Luc Roy tombe sous les 10 %.", "fr", "Luc Roy 10%"),
    ("Luc Roy tombe à Villefranche, battu par Jeanne Martin.", "fr", "Luc Roy defeated; Jeanne Martin winner"),
    ("Jeanne Martin a perdu trois points depuis hier soir.", "fr", ""),
    ("Jeanne Martin perd du terrain.", "fr", ""),
    ("Jeanne Martin perd de justesse.", "fr", "Jeanne Martin defeated"),
    ("Anna Reed has lost three points since ten o'clock.", "en", ""),
    ("Anna Reed has lost in Oakham.", "en", "Anna Reed defeated"),
]


@pytest.mark.parametrize(("text", "lang", "expected"), NOT_ALL_THAT_SOUNDS_LIKE_A_CALL_IS_ONE)
def test_what_is_a_call_and_what_comes_near(text: str, lang: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, at=["22:30"], round=2)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Luc Roy s'est incliné face à Jeanne Martin, avec 47 % des voix.", "Luc Roy 47% defeated"),
        ("Luc Roy s'en va. Il s'est incliné face à Jeanne Martin, avec 47 % des voix.", "Luc Roy 47% defeated"),
        ("Luc Roy s'en va. Il s'est incliné de 212 voix.", "Luc Roy defeated"),
        ("Luc Roy s'est incliné devant la mémoire de Jeanne Martin.", ""),
        (
            "Jeanne Martin bat Luc Roy. Paul Petit est là. L'élue du soir recueille 53 % des voix.",
            "Jeanne Martin 53% winner; Luc Roy defeated",
        ),
        ("Jeanne Martin bat Luc Roy. L'élu de Bègles recueille 53 % des voix.", "Luc Roy 53% defeated"),
    ],
)
def test_who_gave_in_and_who_has_won_the_night(text: str, expected: str) -> None:
    found = told(rows("vote_results", text, at=["22:30"], round=2))
    assert expected in found or (not expected and not found)


STAYING = "Leave or Remain? The night is young. "


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Remain 4,120 in Oakham, Leave 2,060. That makes 67% for staying.",
            "en",
            "Remain 4120 votes; Leave 2060 votes; Remain 67%",
        ),
        (STAYING + "Fenwick: 72.3% for leaving, 27.7% to stay.", "en", "Leave 72.3%; Remain 27.7%"),
        (STAYING + "Oakham stays by 4,120 to 2,060.", "en", "Remain 4120 votes; Leave 2060 votes"),
        (STAYING + "Oakham voted to get out by 53% to 47%.", "en", "Leave 53%; Remain 47%"),
        ("Yes or No, it is done: 59% for, 41% against.", "en", "Yes 59%; No 41%"),
        (STAYING + "Five areas are down, 377 to go.", "en", ""),
        # staying is no answer where the answers are yes and no
        ("Yes or No? Oakham stays up by 4,120 to 2,060.", "en", ""),
        # of an answer that nothing tells, the one before does not go on
        ("Remain 4,120, Leave 2,060. That makes 67% for something new.", "en", "Remain 4120 votes; Leave 2060 votes"),
        ("Leave ou Remain ? Leeds : 49,7 % pour la sortie, 50,3 % pour rester.", "fr", "Leave 49.7%; Remain 50.3%"),
    ],
)
def test_answers_told_by_what_they_mean(text: str, lang: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, at=["22:30"], election_type="referendum")) == expected


@pytest.mark.parametrize(
    ("text", "lang", "areas"),
    [
        ("England voted 53.4% for Leave, Wales 52.5%. Remain is silent.", "en", ["England", "Wales"]),
        ("England chose Leave by 53.4%, Wales by 52.5%. Remain is silent.", "en", ["England", "Wales"]),
        ("La Guadeloupe vote non à 54 %, la Martinique à 57 %. Le oui attend.", "fr", ["Guadeloupe", "Martinique"]),
        ("England and Wales went 53.4% for Leave. Remain is silent.", "en", ["England"]),
        ("Wales was close: Leave 52.5%, Remain 47.5%.", "en", ["Wales", "Wales"]),
    ],
)
def test_the_area_of_a_figure_is_the_place_before_it(text: str, lang: str, areas: list[str]) -> None:
    found = rows("vote_results", text, lang=lang, at=["23:30"], election_type="referendum")
    assert [row["gp_unit"] for row in found] == areas


@pytest.mark.parametrize(
    ("text", "lang", "area"),
    [
        ("The chief officer reads out the result in Manchester: Anna Reed 52%, Mark Cole 48%.", "en", None),
        ("The result in Manchester: Anna Reed 52%, Mark Cole 48%.", "en", "Manchester"),
        ("Luc Roy lit les résultats à Lille : Jeanne Martin 52 %, Paul Petit 48 %.", "fr", None),
        ("Les résultats à Lille : Jeanne Martin 52 %, Paul Petit 48 %.", "fr", "Lille"),
    ],
)
def test_where_a_result_is_read_out_is_not_where_it_was_counted(text: str, lang: str, area: str | None) -> None:
    assert [row["gp_unit"] for row in rows("vote_results", text, lang=lang, at=["23:30"])] == [area, area]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "All 18 constituencies are in: Labour 440,707, Conservatives 349,442.",
            "en",
            "Labour 440707 votes; Conservatives 349442 votes",
        ),
        ("All 18 constituencies are in: Labour 11, Conservatives 7.", "en", "Labour 11 seats; Conservatives 7 seats"),
        (
            "Councillors so far: Labour 2,345, Conservatives 1,120.",
            "en",
            "Labour 2345 seats; Conservatives 1120 seats",
        ),
        (
            "Le PS a 7 678 491 voix et 61 sièges. Les Républicains en comptent 6 452 314.",
            "fr",
            "PS 7678491 votes; PS 61 seats; Les Républicains 6452314 votes",
        ),
        ("Le PS a 61 sièges. Les Républicains en comptent 40.", "fr", "PS 61 seats; Les Républicains 40 seats"),
    ],
)
def test_how_many_seats_there_may_be(text: str, lang: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang=lang, at=["23:30"])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeanne Martin, selon Ipsos : 24 %, Elabe : 23,5 %, Ifop : 23 %.", "Ipsos 24, Elabe 23.5, Ifop 23"),
        ("Jeanne Martin, selon Ipsos : 24 % ; Elabe : 23,5 % ; Ifop : 23 %.", "Ipsos 24, Elabe 23.5, Ifop 23"),
        ("Ipsos donne 24 % à Jeanne Martin, Elabe 23,5 %, BVA 24,5 %.", "Ipsos 24, Elabe 23.5, BVA 24.5"),
        ("Jeanne Martin : 24 % pour Ipsos ; 23,5 % pour Elabe, 22 % pour BVA.", "Ipsos 24, Elabe 23.5, BVA 22"),
        (
            "Jeanne Martin est à 24 % pour Ipsos. Pour BVA, elle est à 22 %, pour Elabe à 23 %.",
            "Ipsos 24, BVA 22, Elabe 23",
        ),
        ("Jeanne Martin est créditée de 24 % par Ipsos, de 23 % par Elabe.", "Ipsos 24, Elabe 23"),
        ("Jeanne Martin : 24 % (Ipsos), 23 % (BVA).", "Ipsos 24, BVA 23"),
        ("24 % pour Jeanne Martin selon Ipsos, contre 22 % à Paul Petit, selon BVA.", "Ipsos 24, BVA 22"),
        ("Ipsos : Jeanne Martin 24 %, Paul Petit 22 %.", "Ipsos 24, Ipsos 22"),
    ],
)
def test_figures_of_an_institute_each(text: str, expected: str) -> None:
    found = rows("vote_results", text, at=["20:10"])
    assert ", ".join(f"{row['pollster']} {row['vote_pct']:g}" for row in found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ipsos had Anna Reed at 38%, Mark Cole at 20% and Jane Fox at 5%. YouGov had it at 55 to 32.",
            "Anna Reed 38%; Mark Cole 20%; Jane Fox 5%; Anna Reed 55%; Mark Cole 32%",
        ),
        (
            "Ipsos had Anna Reed at 38%, Mark Cole at 20% and Jane Fox at 5%. Oakham lost by 55 to 32.",
            "Anna Reed 38%; Mark Cole 20%; Jane Fox 5%",
        ),
    ],
)
def test_an_institute_opposes_the_first_two(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="en", at=["09:30"])) == expected


def test_two_bare_numbers_behind_a_margin_of_votes() -> None:
    text = "Jeanne Martin (QS) ne précède Paul Petit (CAQ) que de 1 400 voix : 11 523 contre 10 123."
    assert told(rows("vote_results", text, at=["23:30"])) == "Jeanne Martin 11523 votes; Paul Petit 10123 votes"
    assert told(rows("vote_results", text.replace(" : 11 523 contre 10 123", ""), at=["23:30"])) == ""


FRENCH_OF_ONE_AND_OF_ANOTHER = [
    # a participle behind a bullet belongs to the subject that follows
    ("- Éliminée avec 9,4 % des voix, Jeanne Martin se tait.", "Jeanne Martin 9.4% defeated"),
    # the option goes on, the institute changes, whoever comes next
    (
        "Elabe crédite Jeanne Martin de 61,2 %, Harris Interactive de 60,4 %, et l'Ifop situe Paul Roy à 38,9 %.",
        "Jeanne Martin 61.2%; Jeanne Martin 60.4%; Paul Roy 38.9%",
    ),
    # a question that only asks for a name, and its answer; dots of a table
    (
        "Jeanne Martin a 30,8 %, Paul Roy 21,6 %. Et Luc Petit ? 7 %.",
        "Jeanne Martin 30.8%; Paul Roy 21.6%; Luc Petit 7%",
    ),
    ("Que fera Luc Petit ? 7 % des électeurs hésitent.", ""),
    ("Bilan\nJeanne Martin .... 46,8 %\nPaul Roy .... 17 %", "Jeanne Martin 46.8%; Paul Roy 17%"),
    # places with their shares, and whom they chose
    (
        "L'Aisne (52,9 %) et le Pas-de-Calais (52,1 %) sont les seuls à avoir placé Jeanne Martin en tête.",
        "Jeanne Martin 52.9%; Jeanne Martin 52.1%",
    ),
    ("L'Aisne (52,9 %) et le Pas-de-Calais (52,1 %) boudent les urnes, regrette Jeanne Martin.", ""),
    (
        "Jeanne Martin l'emporte dans l'Aisne (52,9 %) et dans le Pas-de-Calais (52,1 %).",
        "Jeanne Martin 52.9% winner; Jeanne Martin 52.1%",
    ),
    # what a place gave, and to whom
    (
        "Mayotte a donné 42,7 % de ses suffrages à Jeanne Martin et 16,7 % à Paul Roy.",
        "Jeanne Martin 42.7%; Paul Roy 16.7%",
    ),
    ("Paul Roy est réélu avec 52 %. La Guyane a donné 31 % de ses voix à l'ancienne maire.", "Paul Roy 52% winner"),
    # a list under a heading: places are no options, seats are those of the heading
    (
        "Le score de Jeanne Martin :\n\nMartinique : 77,5 %\nLa Réunion : 60,3 %\nMayotte : 57,1 %",
        "Jeanne Martin 77.5%; Jeanne Martin 60.3%; Jeanne Martin 57.1%",
    ),
    (
        "Projection en sièges\nEnsemble : 164-174\nLR : 60-65",
        "Ensemble 164-174 seats; LR 60-65 seats",
    ),
    ("Horaires\nEnsemble : 164-174\nLR : 60-65", ""),
    # what is convinced is won
    ("Jeanne Martin n'aura convaincu que 2,2 % des Parisiens.", "Jeanne Martin 2.2%"),
    ("Jeanne Martin satisfait 42 % des Parisiens.", ""),
    # whom voters have chosen
    ("51,4 % des votants ont préféré Jeanne Martin à Paul Roy.", "Jeanne Martin 51.4%"),
    (
        "Près de deux tiers des suffrages (65,8 %) se sont portés sur Jeanne Martin, le reste (34,2 %) sur Paul Roy.",
        "Jeanne Martin 65.8%; Paul Roy 34.2%",
    ),
    ("54 % des jeunes ont choisi Jeanne Martin.", ""),
    (
        "A Tours, 33 973 électeurs ont voté pour Paul Roy, 12 004 pour Luc Petit.",
        "Paul Roy 33973 votes; Luc Petit 12004 votes",
    ),
    ("Paul Roy bat Luc Petit. 33 973 électeurs ont voté pour lui.", "Paul Roy 33973 votes winner; Luc Petit defeated"),
    ("A Rochefourchat, Paul Roy obtient sept voix.", "Paul Roy 7 votes"),
    ("Paul Roy l'emporte de sept voix.", "Paul Roy winner"),
    # one of the two just named
    (
        "Jeanne Martin et Paul Roy se taisent. La première est créditée de 57,9 %, le second de 42,1 %.",
        "Jeanne Martin 57.9%; Paul Roy 42.1%",
    ),
    ("Jeanne Martin affronte Paul Roy. Lui obtient 55,3 %, elle 44,7 %.", "Paul Roy 55.3%; Jeanne Martin 44.7%"),
    (
        "Jeanne Martin l'emporte sur Anne Petit avec 53,1 % des suffrages ; celle-ci n'en a recueilli que 46,9.",
        "Jeanne Martin 53.1% winner; Anne Petit 46.9%",
    ),
    ("Jeanne Martin affronte Paul Roy. La première estimation donne 55,3 % de participation.", ""),
    # a pronoun between somebody else and the figure
    ("Luc Petit soutenait Jeanne Martin à Tours, où elle recueille 57,2 %.", "Jeanne Martin 57.2%"),
    # what it was and what it is, one after the other
    ("LR passe de 61 à 47 députés, le RN de 88 à 126, le PS de 31 à 25.", "LR 47 seats; RN 126 seats; PS 25 seats"),
    # bare shares
    (
        "Tours : Jeanne Martin, 39,5 ; Paul Roy, 27 ; Luc Petit, 25,8.",
        "Jeanne Martin 39.5%; Paul Roy 27%; Luc Petit 25.8%",
    ),
    ("Jeanne Martin a 64,1 %, quand Paul Roy n'en réunit que 35,9.", "Jeanne Martin 64.1%; Paul Roy 35.9%"),
    ("52/48 à Tours : Jeanne Martin bat Paul Roy.", "Jeanne Martin winner; Paul Roy defeated"),
    # an apposition does not date the figure, an adverbial does
    ("Paul Roy, allié de Luc Petit en 2017, recueille 7 %.", "Paul Roy 7%"),
    ("Paul Roy, en 2017, avait recueilli 7 %.", ""),
    ("Sur les bancs, 96 des 163 sièges reviennent au PS.", "PS 96 seats"),
    ("96 des 163 sièges restent à pourvoir, dit le PS.", ""),
    ("Deux sièges pour le PS, trois pour LR ?", ""),
    ("Jeanne Martin devient la première maire de Tours.", "Jeanne Martin winner"),
    ("Jeanne Martin devient présidente du groupe.", ""),
    # near misses
    ("Jeanne Martin domine largement.", ""),
    ("Paul Roy tombe la veste.", ""),
    ("Paul Roy l'a emporté au sprint sur Luc Petit.", ""),
    ("Le PS abordait la campagne avec 31 députés.", ""),
    ("Jeanne Martin manque l'élection de 611 voix.", ""),
    ("Tout est compté en Guadeloupe, où l'Insoumis est à 56,2 %.", ""),
    ("LFI : Luc Petit (LFI) sourit. En Guadeloupe, l'Insoumis est à 56,2 %.", "Luc Petit 56.2%"),
]
"""Whose a figure is, where several are named or nobody is."""


@pytest.mark.parametrize(("text", "expected"), FRENCH_OF_ONE_AND_OF_ANOTHER)
def test_whose_figure_it_is_in_french(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, at=["22:30"], round=2)) == expected


ENGLISH_OF_ONE_AND_OF_ANOTHER = [
    ("The model pointed to 339 Conservatives and 231 Labour MPs.", "Conservatives 339 seats; Labour 231 seats"),
    ("The two Conservatives left early.", ""),
    ("The Lib Dems began the campaign with 20 MPs.", ""),
    ("The Lib Dems end the campaign with 20 MPs.", "Lib Dems 20 seats"),
    (
        "Anna Reed is the first Tory ever to win here: 17,440 votes to Labour's Mark Cole on 16,728.",
        "Anna Reed 17440 votes winner; Mark Cole 16728 votes",
    ),
    (
        "Anna Reed has held Oakham: 16,210 for her, 13,095 for the Tory, Mark Cole, and 6,165 for the Brexit party.",
        "Anna Reed 16210 votes winner; Mark Cole 13095 votes; Brexit party 6165 votes",
    ),
    ("Sinn Féin stood aside for Anna Reed in Belfast South, where she romped home with 57.2%.", "Anna Reed 57.2%"),
    ("Anna Reed's share, 52.6%, is up slightly on last time.", "Anna Reed 52.6%"),
    ("Anna Reed is in fifth place: Ipsos has her at 6.2%, Elabe at 6.5%.", "Anna Reed 6.2%; Anna Reed 6.5%"),
    ("Anna Reed expects her to finish with 41%.", ""),
    ("Tories short of a majority with 306 seats", "Tories 306 seats"),
    ("The Tories won with a majority of 80.", ""),
    (
        "Labour on 258, Liberal Democrats a disappointing 57",
        "Labour 258 seats; Liberal Democrats 57 seats",
    ),
    (
        "ICM: Tories 36%, Labour 28%, Greens 26%. YouGov has the two others level on 28%, behind the Tories.",
        "Tories 36%; Labour 28%; Greens 26%; Labour 28%; Greens 28%",
    ),
    ("In Witney, 33,973 people voted for Mark Cole.", "Mark Cole 33973 votes"),
    ("In Witney, 33,973 people voted.", ""),
    (
        "Mark Cole smiles in Witney, where 33,973 people voted for him (58.8%).",
        "Mark Cole 33973 votes; Mark Cole 58.8%",
    ),
    (
        "The Conservatives have 36.1% of the vote and 306 seats, Labour 29% and 258.",
        "Conservatives 36.1%; Conservatives 306 seats; Labour 29%; Labour 258 seats",
    ),
    ("With 89 percent of precincts reporting, Mark Cole had 35.1 percent of the Republican vote.", "Mark Cole 35.1%"),
    ("Mark Cole got nine votes.", "Mark Cole 9 votes"),
    ("Mark Cole lost by nine votes.", "Mark Cole defeated"),
    (
        "Republicans: Mark Cole 34 percent, John Ford 16. Democrats: Anna Reed 59, Jane Fox 39.",
        "Mark Cole 34%; John Ford 16%; Anna Reed 59%; Jane Fox 39%",
    ),
    ("Anna Reed has carried the city with 53 percent. Jane Fox won Bedford, 52 to 47.", None),
    ("Anna Reed won Bedford, 52 to 31.", "Anna Reed winner"),
    (
        "Glasgow: Anna Reed 19,735, Mark Cole 10,279, Jane Fox 46.",
        "Anna Reed 19735 votes; Mark Cole 10279 votes; Jane Fox 46 votes",
    ),
    ("Anna Reed ousts Mark Cole; just 170 votes separate them.", "Anna Reed winner; Mark Cole defeated"),
    ("No joy for Mark Cole, whose All for Unity list got 1.5%.", "All for Unity 1.5%"),
    ("No joy for Mark Cole, whose party got 1.5%.", ""),
    ("The French have voted for the former banker: 51.7% for Anna Reed.", "Anna Reed 51.7%"),
    ("51.7% of the French have voted.", ""),
    ("Anna Reed has won the race in Kansas, 51-46, over Mark Cole.", "Anna Reed 51% winner; Mark Cole 46%"),
    ("Mark Cole is beaten, 58-42, by a newcomer, Anna Reed.", "Anna Reed 58%; Mark Cole 42% defeated"),
    ("Anna Reed wins by nine points, 53.9 to 45, over Mark Cole.", "Anna Reed 53.9% winner; Mark Cole 45%"),
    ("The tie-break went 51-46 to Anna Reed.", ""),
    ("A dead heat: 14,168 votes apiece for Anna Reed and Mark Cole.", "Anna Reed 14168 votes; Mark Cole 14168 votes"),
    (
        "Anna Reed and Mark Cole finished on 17,062 and 11,553 respectively.",
        "Anna Reed 17062 votes; Mark Cole 11553 votes",
    ),
    ("Reform UK takes control of Kent. It has 57 of the 81 seats.", "Reform UK 57 seats"),
    ("The count takes National from 50 seats to 48.", "National 48 seats"),
    (
        "Anna Reed and Mark Cole fought it out. The latter took 44.2%, the former just 19.",
        "Mark Cole 44.2%; Anna Reed 19%",
    ),
    ("Anna Reed and Mark Cole fought it out. The former mayor took 44.2%.", None),
    ("54% of voters chose Anna Reed, and 46% Mark Cole.", "Anna Reed 54%; Mark Cole 46%"),
    ("54% of women chose Anna Reed.", ""),
    ("Con -19.9, Lab +1.6, Reform +12.3.", ""),
    ("Anna Reed withdrew her candidates in 317 seats.", ""),
    ("Anna Reed withdrew her name.", "Anna Reed withdrawn"),
    ("Mark Cole goes down in Oakham.", "Mark Cole defeated"),
    ("Mark Cole goes down well with voters.", ""),
    (
        "Anna Reed would beat Mark Cole by 65% to 35%, and Jane Fox would beat him by 58% to 42%.",
        "Anna Reed 65%; Mark Cole 35%; Jane Fox 58%; Mark Cole 42%",
    ),
    ("He typed a B for an M. The pound is down. THE LIB DEMS GAIN OAKHAM FROM THE TORIES.", None),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_OF_ONE_AND_OF_ANOTHER)
def test_whose_figure_it_is_in_english(text: str, expected: str | None) -> None:
    found = rows("vote_results", text, lang="en", at=["22:30"])
    if expected is not None:
        assert told(found) == expected
    assert "M. The" not in told(found)


FRENCH_GRAMMAR = [
    # a mark that belongs to the name of a party
    ("Sur 97 % des inscrits : Ensemble ! 25,8 %, Reconquête ! 4,1 %.", "Ensemble ! 25.8%; Reconquête ! 4.1%"),
    ("Zoé Roux (Ensemble !) 23,7 %, Jeanne Martin (PS) 37,2 %.", "Zoé Roux 23.7%; Jeanne Martin 37.2%"),
    ("Quelle soirée ! Jeanne Martin (PS) 37,2 %.", "Jeanne Martin 37.2%"),
    # the subject of one verb is that of the next
    (
        "La liste de Luc Petit vire en tête avec 35,3 % des voix et décroche 24 des 51 sièges.",
        "Luc Petit 35.3%; Luc Petit 24 seats",
    ),
    (
        "Luc Petit recueille 41,2 % et bat Paul Roy, qui n'a que 12 sièges.",
        "Luc Petit 41.2%; Paul Roy defeated",
    ),
    # the same pair of another institute, or in another unit
    (
        "52 % pour Luc Petit et 48 % pour Paul Roy chez Ifop, 52,5 % contre 47,5 % chez BVA.",
        "Luc Petit 52%; Paul Roy 48%; Luc Petit 52.5%; Paul Roy 47.5%",
    ),
    (
        "10 389 voix pour la liste de Luc Petit, 9 662 pour celle de Jeanne Martin, soit 51,8 % contre 48,2 %.",
        "Luc Petit 10389 votes; Jeanne Martin 9662 votes; Luc Petit 51.8%; Jeanne Martin 48.2%",
    ),
    ("Luc Petit a 47,5 % des voix chez les jeunes.", "Luc Petit 47.5%"),
    ("47,5 % chez les jeunes, Luc Petit est content.", ""),
    # whoever a relative clause is about
    ("Luc Petit, à qui LREM n'a opposé personne, obtient 25,5 %.", "Luc Petit 25.5%"),
    ("Jeanne Martin, que le PS a investie en mars, recueille 12,4 %.", "Jeanne Martin 12.4%"),
    ("Luc Petit, qui s'était lancé sans l'aval de son parti, se contente de 7,9 %.", "Luc Petit 7.9%"),
    ("À Lens, où Luc Petit espérait mieux, il doit se contenter de 40,3 %.", "Luc Petit 40.3%"),
    ("Duel à Lens, qui oppose Luc Petit à Paul Roy, arrivé deuxième avec 23 %.", "Paul Roy 23%"),
    ("Le candidat du PS, qui affronte Luc Petit, obtient 33 %.", ""),
    # descriptions and pronouns behind a figure go before the name in front of it
    (
        "Quarante voix séparent Luc Petit et Jeanne Martin, candidate de LREM : 32,3 % pour lui, 32,1 % pour elle.",
        "Luc Petit 32.3%; Jeanne Martin 32.1%",
    ),
    ("Luc Petit : 50,4 % pour le moment.", "Luc Petit 50.4%"),
    # the party of whom the post speaks, said again
    (
        "Le Front national a rassemblé 6,8 millions de voix. Il aura 358 élus.",
        "Front national 6800000 votes; Front national 358 seats",
    ),
    ("La présidente du FN sourit. Son parti est donné à 14 %.", "FN 14%"),
    ("Le président du club sourit. Son parti est donné à 14 %.", ""),
    ("Le PS résiste. Pour l'Ifop, la coalition aurait de 120 à 140 sièges.", "PS 120-140 seats"),
    # camps that stand together, and those that never do
    (
        "La gauche et les écologistes auront 96 sièges, la droite 55.",
        "La gauche et les écologistes 96 seats; la droite 55 seats",
    ),
    (
        "Les socialistes et les écologistes obtiennent 30 et 12 sièges.",
        "Les socialistes 30 seats; les écologistes 12 seats",
    ),
    ("Le PS et le MoDem obtiennent 30 et 12 sièges.", "PS 30 seats; MoDem 12 seats"),
    ("La droite conserve la majorité avec 32 sièges, le PS en obtient 19.", "La droite 32 seats; PS 19 seats"),
    ("La majorité obtient 32 sièges.", "La majorité 32 seats"),
    # a line of a list that names the parties of its candidates
    ("Les scores :\nPS : 29,3 %\nCandidats LR alliés au RN : 3,9 %", "PS 29.3%; Candidats LR alliés au RN 3.9%"),
    ("Luc Petit, PS, élu, 52,7 % ; Paul Roy, LR, 47,3 %.", "Luc Petit 52.7% winner; Paul Roy 47.3%"),
    # the voters of a place, and a part of the voters
    ("Luc Petit n'a convaincu que 4,5 % des électeurs de la 2e circonscription.", "Luc Petit 4.5%"),
    ("Luc Petit n'a convaincu que 4,5 % des électeurs de Lens.", "Luc Petit 4.5%"),
    ("Luc Petit séduit 58 % des moins de 35 ans.", ""),
    ("38 % des électeurs de Paul Roy choisissent Luc Petit.", ""),
    # margins
    ("Paul Roy plafonne à 19 %. Jeanne Martin le devance de neuf points, à 28 %.", "Paul Roy 19%; Jeanne Martin 28%"),
    ("Il n'a manqué que 112 voix à Luc Petit (49,7 %).", "Luc Petit 49.7%"),
    ("Luc Petit sauvé par 227 voix.", ""),
    ("Luc Petit gagne six points, à 23 %.", "Luc Petit 23%"),
    # what was held before
    ("Le PS, qui comptait 280 députés, n'en aura plus que 30.", "PS 30 seats"),
    ("Sur 35 sièges, 27 vont à la liste de Luc Petit et 8 à Paul Roy.", "Luc Petit 27 seats; Paul Roy 8 seats"),
    # ranges of seats joined by a dash
    (
        "Projection en sièges : 175-195 pour le PS, 150-170 pour Ensemble.",
        "PS 175-195 seats; Ensemble 150-170 seats",
    ),
    ("Le PS ouvre de 8-20 heures, 10-12 pour Ensemble.", ""),
    (
        "Sur 1 204 inscrits, 801 ont voté : 402 pour Luc Petit, 391 pour Paul Roy.",
        "Luc Petit 402 votes; Paul Roy 391 votes",
    ),
    ("Le PS talonne LR : 13,8 % contre 14,6 %.", "PS 13.8%; LR 14.6%"),
    ("Le score de Luc Petit ? 8,9 %.", "Luc Petit 8.9%"),
    ("Le livre de Luc Petit ? 8,9 %.", ""),
    (
        "Luc Petit rafle 75 % des voix à Tulle. L'Aude, jadis fief de Paul Roy, lui en donne 64 %.",
        "Luc Petit 75%; Luc Petit 64%",
    ),
]
"""The grammar between an option and its figure, as each writer has it."""


@pytest.mark.parametrize(("text", "expected"), FRENCH_GRAMMAR)
def test_what_may_stand_between_option_and_figure_in_french(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, at=["22:30"], round=2)) == expected


FRENCH_CALLS = [
    # adverbs of any kind
    ("Jeanne Martin est elle aussi éliminée.", "Jeanne Martin defeated"),
    ("Luc Petit a été réélu de justesse. Paul Roy est enfin élu.", "Luc Petit winner; Paul Roy winner"),
    ("Luc Petit ne serait pas élu.", ""),
    # a participle that opens the sentence
    ("Battu, le candidat LR Luc Petit n'a rien dit.", "Luc Petit defeated"),
    ("Largement battue dans la 3e, la ministre Jeanne Martin fait ses adieux.", "Jeanne Martin defeated"),
    ("Battu de 300 voix, Luc Petit félicite Jeanne Martin.", "Luc Petit defeated"),
    ("Réélue avec 69 % des voix, Jeanne Martin savoure.", "Jeanne Martin 69% winner"),
    ("Élue en 2012, Jeanne Martin savoure.", ""),
    # lists, with places or without
    (
        "Deux figures sont éliminées, Luc Petit dans le Loiret et Jeanne Martin dans le Var.",
        "Luc Petit defeated; Jeanne Martin defeated",
    ),
    (
        "Battus : le ministre Luc Petit (Doubs), Jeanne Martin (LR) à Lens et l'ex-maire Paul Roy.",
        "Luc Petit defeated; Jeanne Martin defeated; Paul Roy defeated",
    ),
    ("Parmi les battus figurent Luc Petit et Jeanne Martin.", "Luc Petit defeated; Jeanne Martin defeated"),
    (
        "Déjà élus, à gauche : l'« insoumis » Luc Petit à Lens (67,5 %), Zoé Roux dans le Var.",
        "Luc Petit 67.5% winner; Zoé Roux winner",
    ),
    (
        "Qualifiés : Luc Petit, Paul Roy et Jeanne Martin.",
        "Luc Petit advanced_to_runoff; Paul Roy advanced_to_runoff; Jeanne Martin advanced_to_runoff",
    ),
    ("Cinq députés sont élus, déclare Luc Petit à Lens.", ""),
    ("Vingt sortants ont été battus, selon Luc Petit.", ""),
    ("Les sortants sont battus, Luc Petit prend la parole.", ""),
    # the verb is not said again
    (
        "Luc Petit l'emporte à Lens avec 50,8 % des voix, l'UDI Paul Roy dans la Somme, Zoé Roux dans le Var (54 %).",
        "Luc Petit 50.8% winner; Zoé Roux 54% winner; Paul Roy winner",
    ),
    ("Luc Petit l'emporte à Lens avec 50,8 % des voix, Paul Roy salue la victoire.", "Luc Petit 50.8% winner"),
    (
        "Luc Petit, dans l'Aude, et Jeanne Martin, à Lens, sont qualifiés.",
        "Luc Petit advanced_to_runoff; Jeanne Martin advanced_to_runoff",
    ),
    # what is taken from somebody
    ("Jeanne Martin ravit la Bretagne à la gauche.", "Jeanne Martin winner"),
    ("Jeanne Martin prend la mairie.", "Jeanne Martin winner"),
    ("Luc Petit prend la parole à Lens. Paul Roy prend la France à témoin.", ""),
    ("Luc Petit se bat encore.", ""),
    ("Luc Petit gagne trois points.", ""),
    # a pronoun behind a description
    (
        "L'ancienne ministre Jeanne Martin ne siégera pas : elle est battue dans le 17e arrondissement.",
        "Jeanne Martin defeated",
    ),
    # who does not go on
    ("Luc Petit ne franchit pas le premier tour.", "Luc Petit defeated"),
    ("Pas de second tour pour Luc Petit, sorti avec 11 %.", "Luc Petit 11% defeated"),
    ("Les 8,9 % de Luc Petit pèseront au second tour.", "Luc Petit 8.9%"),
    # the call just told, of somebody else
    (
        "Zoé Roux est réélue à Lens ; à Brest, Luc Petit l'est avec 64 %.",
        "Luc Petit 64% winner; Zoé Roux winner",
    ),
    (
        "Zoé Roux est battue par Paul Roy, Jeanne Martin l'est en Provence.",
        "Zoé Roux defeated; Paul Roy winner; Jeanne Martin defeated",
    ),
    ("Luc Petit l'est depuis toujours.", ""),
    ("Luc Petit doit laisser son fauteuil à Zoé Roux.", "Luc Petit defeated"),
    ("Luc Petit laisse la parole à Zoé Roux.", ""),
    # whoever stands behind a preposition has not won with him
    (
        "C'est Luc Petit qui l'a emporté, avec 44,1 % des voix, devant Zoé Roux (37,8 %) et Paul Roy (18,1 %).",
        "Luc Petit 44.1% winner; Zoé Roux 37.8%; Paul Roy 18.1%",
    ),
    # what is wished for or feared
    ("La CGT avait pris parti contre la réélection de Luc Petit.", ""),
    ("La CFDT se dit favorable à l'élection de Luc Petit.", ""),
    ("Réélection de Luc Petit à Lens.", "Luc Petit winner"),
    # sports
    ("Luc Petit a gagné son tournoi sur terre battue, sans perdre deux sets.", ""),
]
"""Calls that others than the plainest words tell, and what comes near."""


@pytest.mark.parametrize(("text", "expected"), FRENCH_CALLS)
def test_how_a_call_is_worded_in_french(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, at=["22:30"], round=1)) == expected


def test_those_of_a_list_of_calls_have_each_a_place() -> None:
    text = "Deux figures sont éliminées, Luc Petit (LR) dans le Loiret et Jeanne Martin dans le Var."
    assert [row["gp_unit"] for row in rows("vote_results", text, at=["22:30"])] == ["Loiret", "Var"]


def test_the_article_of_a_place_may_be_its_own() -> None:
    text = "Luc Petit recueille 71,9 % des voix en Guadeloupe, 71,4 % à La Réunion, 68,4 % en Martinique."
    found = [row["gp_unit"] for row in rows("vote_results", text, at=["22:30"])]
    assert found == ["Guadeloupe", "La Réunion", "Martinique"]


ENGLISH_IN_OTHER_WORDINGS = [
    ("Anna Reed is back. Oakham gave her 46.2% of its votes, or 21,225.", "Anna Reed 46.2%; Anna Reed 21225 votes"),
    ("Anna Reed is back. Oakham gave its librarian 46.2%.", ""),
    (
        "Mark Cole goes down in Oakham, where Labour's Anna Reed took 23,013 votes and he 19,295.",
        "Anna Reed 23013 votes; Mark Cole 19295 votes defeated",
    ),
    (
        "Mark Cole has been turfed out. Anna Reed is on 17,157 and he's on 13,646.",
        "Anna Reed 17157 votes; Mark Cole 13646 votes defeated",
    ),
    (
        "Mark Cole has lost Upton St Leonards and Marsh to Anna Reed (Lab) by 15,420 to 20,739.",
        "Mark Cole 15420 votes defeated; Anna Reed 20739 votes winner",
    ),
    (
        "Speaking in Oakham after being returned with 23,059 votes, Anna Reed called it a sober night.",
        "Anna Reed 23059 votes",
    ),
    (
        "Mark Cole goes down to Conservative dairy farmer Anna Reed, 28.4 per cent to 38.6.",
        "Mark Cole 28.4% defeated; Anna Reed 38.6% winner",
    ),
    ("Running as an Independent, Anna Reed is third with 21 per cent.", "Anna Reed 21%"),
    ("Anna Reed holds Oakham as an Independent, with about 33 per cent.", "Anna Reed 33% winner"),
    (
        "In Oakham they have Anna Reed on 21 per cent. In Fenwick, Independent Mark Cole is on 17.",
        "Anna Reed 21%; Mark Cole 17%",
    ),
    ("In Oakham they have Anna Reed on 21 per cent. Mark Cole, 44, would not speak.", "Anna Reed 21%"),
    ("ACT (8.0%) and the Greens (7.6%) have ten MPs apiece.", "ACT 8%; Greens 7.6%; ACT 10 seats; Greens 10 seats"),
    ("Oakham has been held by Anna Reed, for Labour.", "Anna Reed winner"),
    ("The Tories did not stand in Oakham, regained for Labour by Anna Reed.", "Anna Reed winner"),
    ("The talk is of Oakham, held by Anna Reed's brother on a small majority.", ""),
    ("The record for the longest speech is held by Anna Reed.", ""),
    (
        "Conservative hold: Mark Cole 20,827, Anna Reed 15,945 for Labour.",
        "Mark Cole 20827 votes; Anna Reed 15945 votes",
    ),
    (
        "Fenwick is gone, Mark Cole having been unseated by Anna Reed for the Tories.",
        "Mark Cole defeated; Anna Reed winner",
    ),
    ("Anna Reed has edged Mark Cole by 415 votes.", "Anna Reed winner; Mark Cole defeated"),
    ("Anna Reed has edged towards the door.", ""),
    ("Anna Reed has kept a promise she may be regretting.", ""),
    ("Mark Cole takes “absolute and total responsibility”.", ""),
    ("Mark Cole holds the fort until the autumn.", ""),
    ("Mark Cole is out.", "Mark Cole defeated"),
    ("Mark Cole is out. He quit, he writes, at his party's request.", ""),
    ("Mark Cole bows out, sort of.", ""),
    ("LABOUR WILL FORM THE NEXT GOVERNMENT, our decision desk says.", "LABOUR projected_winner"),
    ("Labour will form a queue at the bar.", ""),
    ("Labour will be able to govern alone.", "Labour projected_winner"),
    ("After 623 declarations out of 650: Con 311, Lab 228, SNP 56.", "Con 311 seats; Lab 228 seats; SNP 56 seats"),
    ("The SNP has swept up 56 of Scotland's 59 seats.", "SNP 56 seats"),
    ("The SNP is up 56 seats.", ""),
    ("Labour ended the night with 157 of the 338 seats in the chamber.", "Labour 157 seats"),
    (
        "It’s Labour 25.5, Conservatives 24.3, Greens 13.8, AXP-PBQ 3.9 and SNP 2.7.",
        "Labour 25.5%; Conservatives 24.3%; Greens 13.8%; AXP-PBQ 3.9%; SNP 2.7%",
    ),
    (
        "Labour 39%, Conservatives 26%, the Greens 11%, Turnout 77%, Monday 4%.",
        "Labour 39%; Conservatives 26%; Greens 11%",
    ),
    (
        "Anna Reed, mayor for 49 days in 2012, was beaten by Mark Cole, who polled 11,847 votes to her 11,217.",
        "Mark Cole 11847 votes winner; Anna Reed 11217 votes defeated",
    ),
    (
        "Labour's Anna Reed leads Mark Cole 16,577 to 14,623 with every booth in.",
        "Anna Reed 16577 votes; Mark Cole 14623 votes",
    ),
    (
        "Mark Cole loses Oakham, his 18,354 votes trumped by the 18,776 of Anna Reed.",
        "Mark Cole 18354 votes defeated; Anna Reed 18776 votes",
    ),
    ("Anna Reed, who came with $3 billion for the roads, is a distant third with 3,962.", "Anna Reed 3962 votes"),
    ("Anna Reed tops the poll in Oakham North and is elected without breaking sweat: 12,370.", "Anna Reed 12370 votes"),
    (
        "The National Rally (RN) and its allies are tipped. RN and allies 143 seats, LR 65.",
        "National Rally and its allies 143 seats; LR 65 seats",
    ),
    ("No bloc gets anywhere near the 289 seats of an absolute majority, says Labour.", ""),
    ("At 66.63%, turnout was the highest since 1997, and Labour is pleased.", ""),
    ("The Greens put the rest of us to shame: 71.1%.", "Greens 71.1%"),
    (
        "Fenwick went to the Liberals' Anna Reed, 41.2 to 38.8 over the incumbent, Mark Cole of the NDP.",
        "Anna Reed 41.2% winner; Mark Cole 38.8%",
    ),
    (
        "Mark Cole has been beaten in Port Lyle by Greens newcomer Anna Reed, 52.1 to 47.9.",
        "Anna Reed 52.1% winner; Mark Cole 47.9% defeated",
    ),
    ("Mark Cole loses by 61 votes to Conservative challenger Anna Reed.", "Mark Cole defeated; Anna Reed winner"),
    ("Labour has 22 of the 32 declared so far.", "Labour 22 seats"),
    ("Labour has picked up Fenwick. That gets it to 71 seats.", "Labour 71 seats"),
    ("Labour's vote is up four points, to 38%. The Tories fall to 29.", "Labour 38%; Tories 29%"),
    ("Neither Anna Reed (44.1) nor Mark Cole (43.8) reached 50 per cent.", "Anna Reed 44.1%; Mark Cole 43.8%"),
    ("Victory for Anna Reed in Oakham! 12,118 to 11,870.", "Anna Reed 12118 votes winner"),
    ("Three seats declared in Oakham: two for the DUP and one for Alliance.", "DUP 2 seats; Alliance 1 seats"),
    ("Exit poll: Labour 26, Conservatives 23, Greens 14, SNP 7.", "Labour 26%; Conservatives 23%; Greens 14%; SNP 7%"),
    ("Exit poll: Conservatives 368, Labour 191, SNP 55.", "Conservatives 368 seats; Labour 191 seats; SNP 55 seats"),
    (
        "Anna Reed led with 41.2 per cent; Mark Cole ends up on 52.3 after distribution.",
        "Anna Reed 41.2%; Mark Cole 52.3%",
    ),
    ("Anna Reed is through in Oakham.", "Anna Reed winner"),
    ("Anna Reed goes through to the runoff.", "Anna Reed advanced_to_runoff"),
    ("Anna Reed is back with a majority of 3,115.", "Anna Reed winner"),
    ("Sources believe Mark Cole has lost.", ""),
    ("Anna Reed is an MP at last.", "Anna Reed winner"),
    ("Anna Reed is an MP of long standing.", ""),
    ("Early numbers: Anna Reed 54, Mark Cole 45.", "Anna Reed 54%; Mark Cole 45%"),
    ("Anna Reed, 54, and Mark Cole, 45, are teachers.", ""),
    ("Delegates: Anna Reed 54, Mark Cole 41.", "Anna Reed 54 seats; Mark Cole 41 seats"),
    ("Con 44 (+1), Lab 33 (-1), LD 11 (=), says Opinium.", "Con 44%; Lab 33%; LD 11%"),
    ("Labour down to 203 from 262.", "Labour 203 seats"),
    (
        "Anna Reed's vote was 4,212, less than half of the 9,340 cast for Mark Cole.",
        "Anna Reed 4212 votes; Mark Cole 9340 votes",
    ),
    ("Anna Reed, their leader, wins in Oakham; Jane Fox, her deputy, in Fenwick.", "Anna Reed winner; Jane Fox winner"),
    ("Anna Reed wins in Oakham; Jane Fox was in Fenwick.", "Anna Reed winner"),
    ("Anna Reed hugs Jane Fox. Both are elected.", "Anna Reed winner; Jane Fox winner"),
    ("Anna Reed hugs Jane Fox. Both are elected officials.", ""),
    ("Nearly 30,000 people voted Green.", "Green 30000 votes"),
    ("Nearly 30,000 people voted early, says Labour.", ""),
    ("Anna Reed gains it for Labour, 22,780 to 18,006.", "Anna Reed 22780 votes winner"),
    (
        "Mark Cole, the DUP's Westminster leader, loses Fenwick to Anna Reed: 21,135 against 23,078.",
        "Mark Cole 21135 votes defeated; Anna Reed 23078 votes winner",
    ),
    (
        "Mark Cole has been beaten into second by the Tory Anna Reed, 21,791 to 16,492.",
        "Anna Reed 21791 votes winner; Mark Cole 16492 votes defeated",
    ),
    ("Anna Reed 35,201 votes, a shade over 60% of those cast.", "Anna Reed 35201 votes; Anna Reed 60%"),
    ("60% of those polled back Anna Reed.", ""),
    (
        "Democrat Anna Reed has toppled six-term Republican Mark Cole, 50.6 percent to 48.1.",
        "Anna Reed 50.6% winner; Mark Cole 48.1% defeated",
    ),
    (
        "The island makes history: eight Greens elected, 12 Tories, six Liberals.",
        "Greens 8 seats; Tories 12 seats; Liberals 6 seats",
    ),
    ("Proposition 12 passes, 57 percent to 43.", ""),
    # two shares behind two names: the first is that of whoever stands first
    ("The last poll had Labour in front of the Greens, 51.5% to 48.5%.", "Labour 51.5%; Greens 48.5%"),
    (
        "Polls: Labour 44, Greens 40. Ipsos puts the Greens in front, 43 percent to 41.",
        "Labour 44%; Greens 40%; Greens 43%; Labour 41%",
    ),
    (
        "The exit poll has Anna Reed leading Mark Cole 50 percent to 44 percent among people walking in.",
        "Anna Reed 50%; Mark Cole 44%",
    ),
    ("Among women, Anna Reed leads Mark Cole 50 percent to 44 percent.", ""),
    (
        "A poll credits Labour with 24%, ahead of the Greens, at 22%.",
        "Labour 24%; Greens 22%",
    ),
    # what people think, and what somebody wants
    ("Anna Reed is the most popular leader: 46% think she does well.", ""),
    ("Anna Reed was hoping to clear 65% here.", ""),
    ("Mark Cole needs 50% to avoid a runoff.", ""),
    ("Anna Reed hoped for 60%, and got 55%.", "Anna Reed 55%"),
    # whoever is made something by two nouns; a contest named after a party
    (
        "Anna Reed, a farmer and Conservative councillor, polled 21,861 votes; Mark Cole managed only 19,254.",
        "Anna Reed 21861 votes; Mark Cole 19254 votes",
    ),
    ("Anna Reed has won the Republican caucuses with 27.6 percent of the vote.", "Anna Reed 27.6% winner"),
    (
        "Anna Reed has held on with 13,743 votes to the 13,741 of the Liberal Democrat Mark Cole, whose agent left.",
        "Anna Reed 13743 votes winner; Mark Cole 13741 votes",
    ),
    # seats of somebody, and seats that have reported
    ("Labour remains the largest party, with 35 of the 59 seats.", "Labour 35 seats"),
    ("With 35 of the 59 seats declared, Labour has 20.", "Labour 20 seats"),
    # calls
    ("Anna Reed has meanwhile won back Oakham, and Mark Cole Kent.", "Anna Reed winner; Mark Cole winner"),
    ("Anna Reed has won Oakham, and Mark Cole congratulates her.", "Anna Reed winner"),
    ("Mark Cole has been beaten by another Tory, Anna Reed.", "Mark Cole defeated; Anna Reed winner"),
    (
        "Mark Cole has lost Oakham, his for 25 years, to the independent Anna Reed.",
        "Mark Cole defeated; Anna Reed winner",
    ),
    ("The ABC says Labour will be returned.", "Labour projected_winner"),
    ("Labour will be returned to opposition.", ""),
    # shares of the vote of a place, and how much of the vote is in or out
    (
        "Anna Reed won 56% of the vote in Kent, 61% in Dorset and 48% in Essex.",
        "Anna Reed 56%; Anna Reed 61%; Anna Reed 48%",
    ),
    ("With 56% of the vote in, Anna Reed is on 48%.", "Anna Reed 48%"),
    ("On 8% of the vote, Anna Reed is on 48%.", "Anna Reed 48%"),
    ("With 62% in: Anna Reed 53, Mark Cole 41.", "Anna Reed 53%; Mark Cole 41%"),
    ("With 62% in: Labour 53, the Greens 41.", "Labour 53 seats; Greens 41 seats"),
    ("On 8% of the vote, Anna Reed is third.", "Anna Reed 8%"),
    ("Anna Reed is at 52.8% with 20% of the vote outstanding.", "Anna Reed 52.8%"),
    ("Mark Cole has been pushed into third by Anna Reed, 22% to 24%.", "Mark Cole 22%; Anna Reed 24%"),
    ("Anna Reed, subdued, takes three minutes. Mark Cole took the trouble of a reply.", ""),
    ("Anna Reed takes the seat.", "Anna Reed winner"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_IN_OTHER_WORDINGS)
def test_what_other_wordings_tell_in_english(text: str, expected: str) -> None:
    assert told(rows("vote_results", text, lang="en", at=["22:30"])) == expected


def test_a_place_without_a_verb_is_that_of_its_own_winner() -> None:
    found = rows("vote_results", "Anna Reed has won back Oakham, and Mark Cole Kent.", lang="en", at=["22:30"])
    assert [row["gp_unit"] for row in found][1] == "Kent"


def test_in_a_primary_a_party_is_the_whole() -> None:
    text = "Among Democrats, Anna Reed leads Mark Cole 49.8 percent to 49.6 percent."
    primary = rows("vote_results", text, lang="en", at=["22:30"], election_type="primary")
    assert told(primary) == "Anna Reed 49.8%; Mark Cole 49.6%"
    assert told(rows("vote_results", text, lang="en", at=["22:30"])) == ""


def test_an_institute_may_name_neither_of_two_finalists() -> None:
    posts = [
        "Anna Reed is elected, with 64% to Mark Cole's 36%, Ipsos says. Anna Reed thanks Mark Cole.",
        "Ifop makes it 65.9% to 34.1%.",
    ]
    found = rows("vote_results", *posts, lang="en", at=["20:00", "20:07"], round=2, election_type="presidential")
    assert told(found).endswith("Anna Reed 65.9%; Mark Cole 34.1%")
