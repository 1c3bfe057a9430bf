"""What letters, lists and minutes say came of a motion, in the many ways in which that is said."""

import pytest

from pipeline.documents.follow_up import carried_out, not_carried_out, told_outcome


@pytest.mark.parametrize(
    "text",
    [
        "Met deze brief beschouwen wij motie 7 als afgedaan.",
        "Wij stellen u voor motie 7 van de lijst te halen.",
        "Daarmee is aan de opdracht uit motie 7 voldaan.",
        "Hiermee hebben wij invulling gegeven aan motie 7.",
        "Met het vaststellen van deze nota is motie 7 uitgevoerd.",
        "Motie 7 kan daarmee worden gesloten.",
        "Wij verzoeken u in te stemmen met het afvoeren van motie 7.",
        "Het informatiepunt waar motie 7 om vroeg is op 1 maart geopend.",
        "Aan motie 7 is gehoor gegeven: sinds april zit er elke dinsdag een spreekuur in de bibliotheek.",
        "Motie 7 is tot uitvoering gebracht.",
        "Deze brief vormt de afdoening van motie 7.",
        "Uw raad heeft op 3 februari besloten motie 7 als afgehandeld te beschouwen.",
        "Motie 7: uitgevoerd.",
        "Met het bovenstaande is de motie 7 wat ons betreft beantwoord.",
        "De raad heeft motie 7 van de actielijst afgevoerd.",
        "Wij hebben motie 7 ten uitvoer gelegd.",
        "Met deze regeling komen wij tegemoet aan motie 7.",
        "Motie 7 is verwerkt in de beleidsregels die u vandaag voorliggen.",
        "Wat motie 7 vroeg, is gebeurd.",
        "Motie 7 is inmiddels volledig geïmplementeerd.",
        "Wij gaan ervan uit dat motie 7 hiermee is afgedaan.",
        "De motie 7 is hiermee naar onze mening voldoende beantwoord en kan van de lijst.",
        "De uitvoering van motie 7 is voltooid.",
        "De uitvoering van motie 7 is afgerond.",
        "Motie 7 kan wat het college betreft worden afgevoerd.",
        "Gelet op het voorgaande stellen wij voor motie 7 te beëindigen.",
        "Met het actieplan hebben wij gedaan wat motie 7 van ons vroeg.",
        "Het actieplan is ons antwoord op motie 7; wij vragen u die motie als afgehandeld te zien.",
        "De toezegging en motie 7 zijn met deze memo afgewikkeld.",
        "De lijst is bijgewerkt: motie 7 is eraf.",
        "Motie 7 is opgepakt en gereed.",
        "Motie 7 – gereed.",
        "In het beleidskader is motie 7 geheel opgenomen.",
        "In lijn met motie 7 hebben wij een onderzoek laten doen; daarmee is zij afgedaan.",
        "Status motie 7: afgerond in maart.",
        "Wij hebben aan motie 7 voldaan door het tarief te verlagen.",
        "Door de benoeming van een coördinator is aan motie 7 tegemoetgekomen.",
        "Wij verklaren motie 7 voor afgedaan.",
        "U kunt motie 7 als afgedaan beschouwen.",
        "Motie 7 behoeft geen verdere actie.",
        "De motie is daarmee uitgevoerd: motie 7 kan van de lijst worden verwijderd.",
        "Wij merken motie 7 aan als afgedaan.",
        "Met de ondertekening van het convenant is de opdracht uit motie 7 vervuld.",
        "Ter uitvoering van motie 7 hebben wij op 4 mei een convenant gesloten, waarmee de motie is afgedaan.",
        "Besluit: motie 7 als uitgevoerd te beschouwen.",
        "Gevraagd besluit: kennis te nemen van de brief en motie 7 af te voeren van de termijnagenda.",
        "De gevraagde rapportage ligt er; motie 7 is hiermee afgehandeld.",
        "Wij hebben motie 7 opgevolgd door een tweede inspecteur aan te stellen.",
        "Motie 7 is gestand gedaan in het nieuwe beleid.",
        "Wat ons betreft is motie 7 nu klaar.",
        "De raad stemde er op 7 mei mee in motie 7 te sluiten.",
    ],
)
def test_it_is_carried_out(text):
    assert carried_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wij leggen motie 7 naast ons neer.",
        "Het college ziet geen aanleiding om motie 7 uit te voeren.",
        "Het college heeft besloten motie 7 niet uit te voeren.",
        "Wij geven geen uitvoering aan motie 7.",
        "Wij kunnen motie 7 niet uitvoeren, omdat de wet dat niet toelaat.",
        "Het college zal motie 7 niet uitvoeren.",
        "Aan motie 7 geven wij geen gevolg.",
        "Wij zien af van de uitvoering van motie 7.",
        "Motie 7 is onuitvoerbaar gebleken.",
        "De motie 7 wordt door ons niet overgenomen.",
        "Motie 7 blijft onuitgevoerd.",
        "Het college acht motie 7 niet uitvoerbaar en zal er geen gevolg aan geven.",
        "Wij raden u af motie 7 aan te houden en voeren haar niet uit.",
        "Motie 7 nemen wij niet over.",
        "De gemeente kan geen uitvoering geven aan motie 7, want het is een taak van het Rijk.",
        "Aan de wens van motie 7 kunnen wij niet voldoen.",
        "Wij hebben besloten geen gevolg te geven aan motie 7.",
        "Uitvoering van motie 7 is niet mogelijk.",
        "De motie 7 wordt door het college ter zijde gelegd.",
        "Het college weigert motie 7 uit te voeren.",
        "Tot uitvoering van motie 7 gaan wij niet over.",
        "Motie 7 is niet haalbaar en wordt niet verder opgepakt.",
        "Wij hebben bezwaar tegen motie 7 en leggen haar terzijde.",
        "Voor uitvoering van motie 7 ontbreken de middelen; wij voeren haar niet uit.",
        "Het college kan niet instemmen met de uitvoering van motie 7 en ziet daarvan af.",
        "Wij achten het niet verantwoord motie 7 uit te voeren.",
        "Wij hebben besloten van uitvoering van motie 7 af te zien.",
        "De burgemeester heeft laten weten dat motie 7 niet wordt uitgevoerd.",
    ],
)
def test_it_will_not_be_carried_out(text):
    assert not_carried_out(text)


PENDING = [
    "Wij werken aan de uitvoering van motie 7.",
    "Motie 7 wordt in het tweede kwartaal afgedaan.",
    "Over motie 7 ontvangt u na de zomer een voorstel.",
    "Motie 7 is nog niet uitgevoerd.",
    "De uitvoering van motie 7 is vertraagd.",
    "Motie 7 kan pas worden afgedaan als de nota is vastgesteld.",
    "Motie 7 is deels uitgevoerd.",
    "Wanneer is motie 7 afgedaan?",
    "De fractie vraagt of motie 7 al is uitgevoerd.",
    "Is motie 7 inmiddels uitgevoerd?",
    "Zodra het spreekuur er is, beschouwen wij motie 7 als afgedaan.",
    "Motie 7 zou volgens de toezegging in juni zijn afgedaan.",
    "Het is te vroeg om motie 7 af te doen.",
    "De raad wil motie 7 openhouden.",
    "Wij willen motie 7 met u bespreken voordat wij haar afdoen.",
    "De motie 7 staat op de lijst van af te handelen moties.",
    "Afhandeling van motie 7 volgt bij de begroting.",
    "Motie 7 is gericht op de registratie van arbeidsmigranten, en daar wordt uitvoering aan gegeven.",
    "Wij hebben een begin gemaakt met motie 7.",
    "De indieners vinden dat motie 7 niet is uitgevoerd.",
    "De raad is niet akkoord met het afdoen van motie 7.",
    "Wij overwegen motie 7 niet uit te voeren.",
    "Voor motie 7 is in de begroting 40.000 euro opgenomen.",
    "Wij pakken motie 7 op samen met de regio.",
    "Motie 7 is belegd bij de afdeling Ruimte.",
    "In het voorjaar rapporteren wij over motie 7.",
    "De afronding van motie 7 is voorzien in juni.",
    "Motie 7 krijgt haar beslag in de nieuwe nota.",
    "Motie 7 betrekken wij bij het opstellen van de visie.",
    "De locaties die motie 7 noemt zijn gesloten.",
    "Motie 7 vroeg wat er met de gesloten locaties gebeurt.",
    "Motie 7 vraagt om een meldpunt, dat is in Deurne al geopend.",
    "De vragen die over motie 7 zijn gesteld, zijn beantwoord.",
    "De antwoorden op motie 7 zijn in voorbereiding.",
    "Bij motie 7 zijn wij afhankelijk van het Rijk; afgehandeld is zij dan ook allerminst.",
    "Motie 7 was bedoeld om het geschil over de afgesloten weg op te lossen.",
    "Wij zullen motie 7 ter hand nemen.",
    "De wethouder zegde toe motie 7 voor de zomer af te doen.",
    "Met deze brief informeren wij u over de voortgang van motie 7.",
    "Hiermee geven wij een eerste invulling aan motie 7; de rest volgt.",
    "Het gesprek over motie 7 is afgerond, de uitvoering begint in mei.",
    "Motie 7 verzoekt het college de leegstaande panden te sluiten.",
    "Met motie 7 heeft uw raad gevraagd te onderzoeken of de kamers zijn verwerkt in het register.",
    "Motie 7 roept op de afspraken die zijn nagekomen te publiceren.",
    "De uitvoering van motie 7 vraagt meer tijd dan gedacht.",
    "In het jaarverslag leest u welke moties zijn uitgevoerd; motie 7 staat daar niet bij.",
    "Motie 7 staat nog open.",
    "Motie 7 heeft onze aandacht.",
    "Wij brengen motie 7 in bij de regio.",
    "Wij komen in september bij u terug op motie 7.",
    "Het college neemt motie 7 over.",
    "Motie 7 is doorgeschoven naar het volgende college.",
    "De raad besluit motie 7 niet af te voeren.",
    "Het college heeft een onderzoeksbureau gevraagd motie 7 uit te voeren.",
    "Om motie 7 uit te voeren is 20.000 euro nodig.",
    "De kosten voor motie 7 zijn opgenomen in de begroting.",
    "De panden uit motie 7 zijn inmiddels gesloten.",
    "Het bureau dat voor motie 7 was ingehuurd, is klaar met de inventarisatie.",
    "Uitgangspunt van motie 7 is dat klachten worden afgehandeld.",
    "Door motie 7 is de controle op kamers versterkt.",
    "Het is de vraag of met deze brief motie 7 is afgedaan.",
    "Met deze brief informeren wij u hoe wij motie 7 uitvoeren.",
]


@pytest.mark.parametrize("text", PENDING)
def test_what_is_still_to_come_or_asked_is_not_carried_out(text):
    assert not carried_out(text)


@pytest.mark.parametrize("text", PENDING)
def test_what_is_still_open_is_not_refused(text):
    assert not not_carried_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "Op 4 juni nam de raad motie 7 aan.",
        "Motie 7 kreeg de steun van de hele raad.",
        "Motie 7 haalde het met 14 tegen 9.",
        "Uw raad heeft motie 7 met algemene stemmen aanvaard.",
        "Motie 7 werd raadsbreed gesteund.",
        "Bij de behandeling van de kadernota is motie 7 aangenomen.",
        "De door uw raad aangenomen motie 7 vraagt om een plan.",
        "Motie 7 is met overgrote meerderheid aangenomen.",
        "De gemeenteraad sprak zich met motie 7 unaniem uit voor een spreekuur.",
        "Met 17 stemmen voor werd motie 7 een feit.",
        "De raad heeft ingestemd met motie 7.",
        "Unaniem schaarde de raad zich achter motie 7.",
        "Motie 7 is in stemming gebracht en aangenomen.",
        "Een raadsmeerderheid schaarde zich achter motie 7.",
        "Motie 7 heeft het gehaald.",
    ],
)
def test_it_was_passed(text):
    assert told_outcome(text) == "aangenomen"


@pytest.mark.parametrize(
    "text",
    [
        "Motie 7 haalde geen meerderheid.",
        "Motie 7 kreeg onvoldoende steun.",
        "Motie 7 sneuvelde met 9 tegen 14.",
        "De raad stemde tegen motie 7.",
        "Motie 7 is met 8 stemmen voor en 15 tegen verworpen.",
        "De raad wees motie 7 af.",
        "Motie 7 werd met grote meerderheid weggestemd.",
        "Voor motie 7 was geen meerderheid.",
        "De raad kon zich niet vinden in motie 7.",
        "Motie 7 redde het niet.",
        "Motie 7 heeft het niet gehaald.",
        "De coalitie stemde motie 7 weg.",
        "Motie 7 strandde op het verzet van de coalitie.",
    ],
)
def test_it_was_lost(text):
    assert told_outcome(text) == "verworpen"


@pytest.mark.parametrize(
    "text",
    [
        "Motie 7 is door de indieners teruggenomen.",
        "De indieners hebben motie 7 ingetrokken na de toezegging van de wethouder.",
        "De indiener trok motie 7 in.",
    ],
)
def test_it_was_withdrawn(text):
    assert told_outcome(text) == "ingetrokken"


@pytest.mark.parametrize(
    "text",
    [
        "Als motie 7 wordt aangenomen, komt er een spreekuur.",
        "Motie 7 kreeg de steun van de GGD niet.",
        "Motie 7 vraagt om steun voor het inloopuur.",
        "Motie 7 heeft het college gevraagd te controleren.",
    ],
)
def test_what_is_supposed_or_of_others_is_no_vote(text):
    assert told_outcome(text) == ""
