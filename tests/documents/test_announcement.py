import pytest

from pipeline.documents.announcement import announces
from tests.documents.made import read


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij stellen in 2021 een beleidskader arbeidsmigratie op.",
        "In deze periode maken wij een beleidsnota over arbeidsmigranten: waar kunnen zij wonen en hoe worden zij behandeld.",
        "De nota komt in 2024 naar de raad.",
        "Het college heeft besloten een eigen nota arbeidsmigranten te maken.",
        "Die nota leggen wij in het tweede kwartaal van 2024 aan uw raad voor.",
        "Wij beginnen in januari 2024 aan een nieuwe beleidsnota arbeidsmigranten.",
        "Asten krijgt een nota over de huisvesting van arbeidsmigranten.",
        "Wij gaan aan de slag met een nieuwe nota over arbeidsmigranten.",
        "U krijgt een nieuwe nota over arbeidsmigranten naar verwachting in het tweede kwartaal van 2024 voorgelegd.",
        "Het college heeft een adviesbureau opdracht gegeven voor een nota over de huisvesting van arbeidsmigranten.",
        "Op basis daarvan stellen wij een nieuw beleidskader arbeidsmigranten op.",
        "De gemeente begint met een nota over huisvesting van arbeidsmigranten.",
        "In 2024 komen wij daarom met een beleidsnota arbeidsmigranten.",
        "De gemeenteraad bespreekt de nota over arbeidsmigranten naar verwachting in het voorjaar van 2024.",
        "Het concept van het beleidskader arbeidsmigranten is in april 2024 klaar voor inspraak.",
        "Deze maand starten wij met het schrijven van een visie op arbeidsmigratie.",
        "Er komt een nota over arbeidsmigranten.",
        "Wij bereiden een nota over arbeidsmigranten voor.",
        "Een nieuwe nota over arbeidsmigranten is in de maak.",
        "De nota over arbeidsmigranten volgt in 2024.",
        "De voorbereiding van het beleid voor arbeidsmigranten is gestart.",
        "Vanaf 10 september ligt zes weken ter inzage het ontwerp van het paraplubestemmingsplan arbeidsmigranten.",
        "Het college bereidt beleid voor huisvesting van arbeidsmigranten voor.",
        "In 2022 wordt een visie op arbeidsmigratie opgesteld.",
        "We werken aan een integrale nota arbeidsmigranten.",
        "Het college komt voor de zomer met een beleidsnota.",
        "Een beleidskader is in voorbereiding.",
        "Wij zullen uw raad in het najaar een beleidsnota voorleggen.",
        "De komende maanden ontwikkelen wij een integraal beleidskader.",
        "Het beleid wordt in 2023 geactualiseerd.",
        "Wij zijn gestart met het opstellen van een beleidsnota arbeidsmigranten.",
        "In het vierde kwartaal ontvangt u van ons een nota arbeidsmigranten.",
        "Wij verwachten u in het voorjaar een beleidskader te kunnen aanbieden.",
        "Het opstellen van beleid voor arbeidsmigranten staat gepland voor 2021.",
        "Voor de zomer ligt er een beleidsnota.",
        "Er komt een nieuw beleidskader.",
        "Momenteel wordt gewerkt aan een visie.",
        "Een beleidskader voor arbeidsmigranten is in de maak.",
        "De nota huisvesting arbeidsmigranten uit 2012 wordt herzien.",
        "Wij hebben een bureau opdracht gegeven om een beleidsnota op te stellen.",
        "Deze startnotitie is de eerste stap naar integraal beleid voor arbeidsmigranten.",
        "Eind 2021 leggen wij u een beleidsnota ter vaststelling voor.",
        "Er is nog geen beleid; wij stellen in 2025 een beleidsnota op.",
        "Wij actualiseren het huisvestingsbeleid voor arbeidsmigranten.",
        "Ons voornemen is om in 2021 met beleid te komen.",
        "Het college wil samen met de regio beleid maken voor arbeidsmigranten.",
        "Ja, wij zijn bezig met een visie op arbeidsmigratie.",
        "In de tweede helft van het jaar bieden wij uw raad een integrale visie aan.",
        "De gemeente werkt momenteel haar beleid voor arbeidsmigranten uit.",
        "Daarom ontwikkelen wij samen met werkgevers een beleidskader.",
        "Het nieuwe beleid zal eind 2020 aan de raad worden voorgelegd.",
        "De komende maanden werken wij toe naar nieuw beleid.",
        "Naar verwachting wordt de nota in juni vastgesteld.",
        "Wij streven ernaar om voor het zomerreces een beleidsnota aan te bieden.",
        "Wij verwachten u in het tweede kwartaal van 2024 een concept van de nieuwe nota te kunnen aanbieden.",
    ],
)
def test_policy_still_to_come_is_announced(sentence):
    assert announces(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De raad heeft in 2019 een beleidskader vastgesteld.",
        "Het Rijk stelt een nieuw kader op.",
        "De provincie ontwikkelt een visie op arbeidsmigratie.",
        "Het beleid wordt jaarlijks geëvalueerd.",
        "Deze nota wordt aangehaald als Nota logies.",
        "De beleidsregels worden bekendgemaakt in het gemeenteblad.",
        "Wij handhaven op basis van het beleid.",
        "Een informatiepunt is in voorbereiding.",
        "Met dit beleid maken wij keuzes.",
        "In deze nota werken wij het onderdeel wonen uit.",
        "De beleidsregels worden toegepast bij nieuwe aanvragen.",
        "Dit beleidskader wordt in 2024 geëvalueerd en zo nodig herzien.",
        "Wij zullen het beleid handhaven.",
        "De initiatiefnemer stelt een beheerplan op.",
        "De exploitant maakt een plan van aanpak voor de brandveiligheid.",
        "Deze nota is opgesteld door de afdeling Ruimte.",
        "De gemeente Bladel werkt aan een nieuwe nota.",
        "Het Rijk komt met een wetsvoorstel.",
        "Op basis van dit beleid ontwikkelen marktpartijen logiesgebouwen.",
        "De beleidsnota is in overleg met werkgevers tot stand gekomen.",
        "Aanvragen worden aan het beleid getoetst.",
        "Het college kan nadere regels stellen.",
        "In 2012 is een notitie opgesteld.",
        "Het beleid is in 2019 geactualiseerd.",
        "Wij maken met werkgevers afspraken op grond van het beleid.",
        "De visie werken we uit in dit uitvoeringsprogramma.",
        "Het college legt een dwangsom op als het beleid wordt overtreden.",
        "Burgerzaken stelt het adres vast volgens het protocol.",
        "Twaalf gemeenten zeiden bezig te zijn met nieuw beleid.",
        "Deze visie dient bestuurlijk te worden ondersteund.",
        "De nota wordt in 2022 geëvalueerd.",
        "De nota is opgesteld in opdracht van de wethouder.",
        "Dit programma volgt de vier lijnen uit de in maart vastgestelde visie.",
        "Wij stellen projectleiders beschikbaar, die per gemeente kunnen meewerken aan het opstellen van beleid.",
        "Een beheerplan dat past in het concept van de exploitant willen wij zien aangeboden.",
    ],
)
def test_existing_policy_others_policy_and_services_are_not(sentence):
    assert not announces(sentence)


def test_an_announcement_counts_only_where_labour_migrants_are_the_subject():
    other = "## Programmabegroting 2024\nWij stellen in 2024 een parkeernota op."
    assert not read(other).announces.value
    assert read(
        "## Raadsinformatiebrief\nOnderwerp: arbeidsmigranten\nWij stellen in 2024 een beleidsnota op."
    ).announces.value


@pytest.mark.parametrize(
    "sentence",
    [
        "Nee, het college ziet geen aanleiding om beleid voor arbeidsmigranten op te stellen.",
        "Wij zijn niet voornemens beleid voor arbeidsmigranten te maken.",
        "Het college heeft niet het voornemen om een beleidsnota op te stellen.",
        "Wij zijn niet van plan om nieuw beleid voor arbeidsmigranten op te stellen.",
        "Wij zien er voorlopig van af om beleid te maken.",
        "Komt er nieuw beleid voor arbeidsmigranten?",
        "U vroeg of wij beleid voor arbeidsmigranten gaan opstellen.",
        "Wij stellen daarom geen beleidsnota op.",
        "Met een nota over onderdak bent u in 2019 bijgepraat en die wordt niet herzien.",
        "De beleidsnota uit 2019 wordt op dit punt voorlopig niet geactualiseerd.",
        "De eerder aangekondigde beleidsnota die wij zouden opstellen gaat niet door.",
        "Wij maken vooralsnog geen eigen beleid voor arbeidsmigranten en wachten het regionale onderzoek af.",
    ],
)
def test_a_refusal_or_a_question_announces_nothing(sentence):
    assert not announces(sentence)


@pytest.mark.parametrize(
    "said",
    [
        "Wij stellen u voor de beleidsregels huisvesting arbeidsmigranten vast te stellen.",
        "Voorgesteld besluit: de beleidsnota Huisvesting arbeidsmigranten vaststellen.",
    ],
)
def test_a_proposal_to_adopt_policy_announces_it(said):
    page = f"## Raadsvoorstel\nOnderwerp: beleid arbeidsmigranten\n{said}\nEr wonen hier veel arbeidsmigranten."
    made = read(page)
    assert made.status.value.value == "onbekend"
    assert made.announces.value


def test_a_proposal_of_something_else_announces_none():
    page = "## Raadsvoorstel\nOnderwerp: arbeidsmigranten\nWij stellen voor 40.000 euro te geven voor arbeidsmigranten."
    assert not read(page).announces.value


@pytest.mark.parametrize(
    ("heading", "step"),
    [
        ("Ons voornemen", "In september een startnotitie: van huisvesting naar beleid arbeidsmigratie"),
        (
            "Wat u kunt verwachten",
            "vierde kwartaal 2018: een voorstel voor een huisvestingsbeleid, ter vaststelling door de raad.",
        ),
        ("Vervolg", "Najaar 2021: een nieuw afwegingskader voor logies"),
    ],
)
def test_a_step_to_come_by_which_policy_is_made_announces_it(heading, step):
    assert read(f"## Memo arbeidsmigranten\n# {heading}\n{step}").announces.value


@pytest.mark.parametrize(
    ("heading", "step"),
    [
        ("Hoe het ging", "In september een startnotitie: van huisvesting naar beleid arbeidsmigratie"),
        ("Planning", "juni 2020: de nota is in werking"),
        ("Planning", "juni 2020: een gesprek met de raad over het beleid"),
        ("Vervolg", "Najaar 2021: een beleidsnota komt er niet, daar zien wij van af"),
    ],
)
def test_a_step_that_was_made_or_makes_no_policy_announces_none(heading, step):
    assert not read(f"## Memo arbeidsmigranten\n# {heading}\n{step}").announces.value


def test_what_the_paper_is_to_hold_says_nothing_of_who_makes_it():
    assert announces(
        "Daarom komt er een beleidsnota over logies, waarin wij vastleggen wat wij van een huisvester verwachten."
    )
    assert not announces("Een huisvester maakt een beleidsplan, waarin staat wie toezicht houdt.")
    assert not announces("In 2018 heeft de raad een nota, waarin de norm staat, vastgesteld.")


ON_MIGRANTS = "## Raadsinformatiebrief\nGemeente Someren\n1 oktober 2021\nOnderwerp: arbeidsmigranten"


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn bezig met het schrijven van beleid en leggen het u na de zomer voor.",
        "Het is onze bedoeling u voor de zomer een beleidsnota aan te bieden.",
        "U kunt in het tweede kwartaal een beleidsnota van ons verwachten.",
        "Naar verwachting is de nieuwe beleidsnota in maart klaar.",
        "De beleidsnota volgt in het najaar.",
        "Voor het einde van 2023 komt er beleid voor de huisvesting van arbeidsmigranten.",
        "Er wordt hard gewerkt aan een nieuwe nota arbeidsmigranten.",
        "De contouren van de nieuwe nota arbeidsmigranten bespreken wij in mei met u.",
        "De nieuwe nota arbeidsmigranten bevindt zich in de afrondende fase.",
        "Onze planning is dat de raad in december besluit over de nieuwe beleidsnota.",
        "De raad behandelt de nieuwe beleidsnota in december.",
        "Wij zijn gestart met de herziening van het beleid voor arbeidsmigranten.",
        "Het huidige beleid voor arbeidsmigranten is aan vernieuwing toe; daarmee beginnen wij dit najaar.",
        "Wij hebben bureau Stec gevraagd ons te helpen bij een nieuwe nota arbeidsmigranten.",
        "Komend jaar maken we werk van een visie op arbeidsmigranten.",
        "De eerste bouwstenen voor een visie op arbeidsmigranten zijn gereed.",
        "Op dit moment stellen wij samen met de regio nieuw beleid op.",
        "Het college heeft opdracht gegeven aan bureau Stec voor het opstellen van huisvestingsbeleid arbeidsmigranten.",
        "Dit jaar komt het college met beleid voor arbeidsmigranten.",
        "Wij ronden dit voorjaar het nieuwe beleid voor arbeidsmigranten af.",
        "Uw raad krijgt in het derde kwartaal het nieuwe beleid voor arbeidsmigranten ter vaststelling.",
        "Er is een werkgroep gestart die een visie op arbeidsmigranten voorbereidt.",
        "Na de zomer presenteren wij de contouren van het nieuwe arbeidsmigrantenbeleid.",
        "Het arbeidsmigrantenbeleid wordt momenteel herijkt.",
        "Wij herijken het arbeidsmigrantenbeleid in 2022.",
        "Een actualisatie van de nota arbeidsmigranten is in voorbereiding.",
        "In 2022 volgt een actualisatie van het beleid voor arbeidsmigranten.",
    ],
)
def test_a_letter_announces_it_in_other_words(text):
    assert read(ON_MIGRANTS, text).announces.value


@pytest.mark.parametrize(
    "text",
    [
        "Wij voeren de nota arbeidsmigranten uit.",
        "De nota arbeidsmigranten is in 2019 in de raad behandeld.",
        "Advies is om de evaluatie van de beleidsregels naar voren te halen en in het vierde kwartaal aan de raad voor te leggen.",
        "Er komt geen nieuwe nota arbeidsmigranten.",
        "De provincie werkt aan een nieuwe nota arbeidsmigranten.",
        "Wij evalueren de beleidsnota arbeidsmigranten in 2023.",
        "De evaluatie van de beleidsnota arbeidsmigranten volgt in het najaar.",
        "De uitvoering van de beleidsnota arbeidsmigranten is in volle gang.",
        "Zonder beleid voor arbeidsmigranten kunnen wij vergunningen verlenen.",
        "Het college besluit op basis van het beleid voor arbeidsmigranten over aanvragen.",
        "Wij bespreken de uitvoering van de nieuwe nota arbeidsmigranten met ondernemers.",
        "De raad bespreekt de jaarrekening in juni.",
        "Wij helpen ondernemers bij de toepassing van het nieuwe beleid.",
        "De nieuwe nota arbeidsmigranten is op 24 september 2020 vastgesteld.",
        "De nieuwe nota arbeidsmigranten is klaar en vastgesteld.",
        "De nieuwe nota arbeidsmigranten wordt uitgevoerd.",
        "In de nieuwe nota arbeidsmigranten staat hoe wij werken.",
        "De regio werkt aan een nieuwe nota arbeidsmigranten.",
        "De raad vroeg om een nieuwe nota arbeidsmigranten.",
        "De actualisatie van het beleid in 2019 leverde weinig op.",
        "Wij werken volgens het nieuwe beleid voor arbeidsmigranten.",
        "Een uitzendbureau moet een plan van aanpak opstellen.",
        "De exploitant stelt een beheerplan op.",
        "Het beleid voor arbeidsmigranten is vernieuwd.",
        "Het werk van een beleidsnota is nooit af.",
        "Wij krijgen vragen over het beleid voor arbeidsmigranten.",
        "Het college legt de evaluatie van het beleid voor arbeidsmigranten voor.",
    ],
)
def test_what_is_carried_out_or_made_by_others_is_not_announced(text):
    assert not read(ON_MIGRANTS, text).announces.value


@pytest.mark.parametrize(
    "sentence",
    [
        "Vorig jaar begonnen wij met een nota over arbeidsmigranten.",
        "In 2019 gaf het college het concept van de Nota logies arbeidsmigranten vrij voor inspraak.",
        "De nota over arbeidsmigranten is nooit aan de raad voorgelegd.",
        "Overbewoonde panden krijgen een bestuurlijke boete op grond van de huisvestingsverordening.",
        "Elke kern krijgt een kaart en een plan van aanpak voor de straat.",
        "Na een schorsing wordt het voorstel om de visie vast te stellen in stemming gebracht.",
        "De visie op arbeidsmigranten kreeg in de raad geen meerderheid.",
        "Het college krijgt geen nota over arbeidsmigranten.",
    ],
)
def test_what_was_begun_or_voted_on_is_not_announced(sentence):
    assert not announces(sentence)


def test_a_nota_that_is_put_off_is_still_on_its_way():
    assert announces("Wij schuiven de nota over de huisvesting van arbeidsmigranten een jaar door.")
    assert not announces("De nota schuift de kosten door naar de huisvester.")


NEIGHBOURS = "## Raadsinformatiebrief\nGemeente Drimmelen\nOnderwerp: hoe doen onze buren het met arbeidsmigranten?"


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Geertruidenberg: het college daar maakt een nota over arbeidsmigranten.", False),
        ("De gemeente Breda werkt aan een integrale aanpak voor arbeidsmigranten.", False),
        ("Drimmelen werkt aan een nota over arbeidsmigranten.", True),
        ("Net als Breda werken wij aan een nota over arbeidsmigranten.", True),
    ],
)
def test_what_neighbours_make_is_not_announced(text, announced):
    assert read(NEIGHBOURS, text).announces.value is announced
