"""Policy that was on its way and will not come."""

import pytest

from tests.documents.made import read

LETTER = "## Raadsinformatiebrief arbeidsmigranten\nGemeente Bladel\n1 december 2020"


@pytest.mark.parametrize(
    "text",
    [
        "Wij zien daarvan af: er komt geen nota.",
        "Een afzonderlijke nota voor arbeidsmigranten voegt daar niets aan toe en die komt er dus niet.",
        "Wij hebben besloten de visie op de huisvesting van arbeidsmigranten niet aan u voor te leggen.",
        "In februari lieten wij u weten dat wij een nieuwe nota over arbeidsmigranten gingen maken. Wij zien daar nu van af.",
        (
            "Vorig jaar hebben wij een concept van de visie op arbeidsmigratie ter inzage gelegd. Wij hebben besloten de "
            "visie niet vast te stellen."
        ),
        "Na overleg met het presidium zien wij van de nota over de huisvesting van arbeidsmigranten af.",
        "Vorig jaar begonnen wij met een nota over arbeidsmigranten. Na overleg met het presidium zien wij van deze nota af.",
        "De nota over arbeidsmigranten is er nooit gekomen en komt er ook niet meer.",
        "In februari kreeg de ontwerpvisie over de huisvesting van arbeidsmigranten geen meerderheid in uw raad.",
        "Wij stoppen met de nota over arbeidsmigranten.",
        "De aangekondigde nota over arbeidsmigranten gaat niet door.",
        "De nota arbeidsmigranten komt niet terug in het coalitieakkoord en er is geen geld voor.",
        "Het voorstel om de visie huisvesting arbeidsmigranten vast te stellen is verworpen.",
        "De raad heeft de visie huisvesting arbeidsmigranten verworpen.",
        "Het college ziet af van een eigen beleidskader voor arbeidsmigranten.",
        "Wij stellen geen nieuwe beleidsnota op.",
        "Wij zijn gestopt met het opstellen van een nota arbeidsmigranten.",
        "Het college heeft besloten de concept Nota huisvesting arbeidsmigranten in te trekken.",
        "De nota wordt niet aan de raad aangeboden.",
        "Wij trekken de conceptnota in.",
        "Een eigen beleidsnota achten wij daarom niet nodig.",
        "Er lag een beleidsnota klaar; wij hebben besloten de voorbereiding ervan te staken.",
        "De conceptnota Arbeidsmigranten trekken wij terug.",
        "Wij trekken de conceptnota arbeidsmigranten in.",
        "Ons college trekt het ontwerp Welkom in Bladel: beleid voor arbeidsmigranten terug en begint niet opnieuw.",
        "Wij hebben het ontwerp van de Beleidsnota arbeidsmigranten ingetrokken.",
        "Het concept voor nieuw huisvestingsbeleid is definitief van tafel.",
        "De aangekondigde beleidsnota voor arbeidsmigranten gaat niet door.",
        "Een beleidsnota komt er niet: de provincie werkt al aan voorstellen.",
        "Het college heeft besloten geen beleidsnota voor arbeidsmigranten op te stellen.",
        "Van een eigen beleidsnota over arbeidsmigranten zien wij af.",
        "De voorbereiding van de beleidsnota arbeidsmigranten is gestaakt.",
        "U heeft de visie op arbeidsmigranten verworpen. Wij komen deze bestuursperiode niet met een nieuw voorstel.",
        "De beleidsnota over arbeidsmigranten wordt niet afgemaakt.",
        "Na beraad laten wij u weten dat de notitie niet in procedure wordt gebracht.",
        "Wij melden u dat het beleidskader niet verder wordt uitgewerkt.",
        "Het voorontwerp van de notitie over arbeidsmigranten verdwijnt in de la.",
        "Het traject voor de beleidsnota arbeidsmigranten is stopgezet.",
        "De raad wees de visie af; het college maakt geen andere nota.",
        "Een aparte nota voor arbeidsmigranten is daarmee van de baan.",
        "Wij leggen de ontwerpnota niet aan uw raad voor en beginnen niet aan een nieuwe.",
        "De aangekondigde nota arbeidsmigranten is geschrapt uit de planning.",
        "Van een eigen nota over arbeidsmigranten zien wij af.",
        "Een beleidsnota en een verordening voor arbeidsmigranten komen er niet.",
        "Wij hebben u een nota over arbeidsmigranten in het vooruitzicht gesteld; een nota, regels of een paragraaf elders komen er niet.",
        "Met de nota arbeidsmigranten gaan wij niet verder.",
        "Wij hebben besloten geen beleidsnota over arbeidsmigranten op te stellen.",
        "Het voorstel is daarmee niet aangenomen. De wethouder zegt dat hij niet met een nieuwe visie op arbeidsmigranten komt.",
    ],
)
def test_a_paper_says_that_policy_will_not_come(text):
    assert read(LETTER, text).calls_off


@pytest.mark.parametrize(
    "text",
    [
        "Wij stellen een nota arbeidsmigranten op.",
        "De nota wordt niet meer dit jaar aan de raad aangeboden.",
        "Komt er geen nota over arbeidsmigranten?",
        "Een beleidsnota komt er niet zonder u.",
        "De beleidsnota komt er niet eerder dan in 2023.",
        "Het hotel voor arbeidsmigranten gaat niet door.",
        "Een hotel voor arbeidsmigranten komt er niet.",
        "Wij trekken het ontwerpbestemmingsplan voor het hotel voor arbeidsmigranten terug.",
        "Wij trekken het ontwerp van de vergunning die op het beleid rust terug.",
        "Het concept voor nieuw huisvestingsbeleid is voorlopig van tafel.",
        "De fractie wil het ontwerp voor nieuw huisvestingsbeleid intrekken.",
        "De fractie vraagt of er geen nota komt.",
        "Een nota over statushouders komt er niet.",
        "De nota over de huisvesting van statushouders gaat niet door.",
        "Het kader voor zonneparken komt er niet.",
        "De visie op de binnenstad gaat niet door.",
        "De inloopavond over de nota arbeidsmigranten gaat niet door.",
        "De nota zelf komt er, een apart loket komt er niet.",
        "Wij maken geen nieuwe nota maar actualiseren de bestaande.",
        "Het amendement op de nota arbeidsmigranten is verworpen. Wij komen niet met een nieuw voorstel.",
        "De provincie stelt geen nieuwe visie op.",
        "Dit besluit gaat over een krediet en stelt geen beleid vast.",
        "De beleidsnota over arbeidsmigranten wordt niet voor de zomer afgemaakt.",
        "Het beleidskader wordt niet door de raad maar door het college vastgesteld.",
        "De aangekondigde nota is geschrapt van de agenda van 3 juni.",
        "De vorige nota arbeidsmigranten gaat naar het archief.",
        "Na vaststelling gaat de nota naar het archief.",
        "Het overleg over de nota arbeidsmigranten is stopgezet.",
        "De subsidie uit het programma voor arbeidsmigranten is geschrapt.",
        "Artikel 4 van de nota arbeidsmigranten wordt geschrapt.",
        "De nota wordt niet opnieuw ter inzage gebracht.",
        "De nota wordt niet in procedure gebracht zolang het onderzoek loopt.",
        "De nota wordt niet gemaakt door een bureau maar door onszelf.",
        "De nota arbeidsmigranten wordt niet ontwikkeld als een blauwdruk.",
        "In de nota wordt huisvesting niet uitgewerkt.",
        "De behandeling van de nota arbeidsmigranten wordt niet voortgezet op 3 juni.",
        "Wij maken geen ander beleid dan nu.",
        "Het voorstel is niet aangenomen. Wij komen met een nieuwe visie op arbeidsmigranten.",
        "Er komt geen hotel voor arbeidsmigranten.",
        "Voor de zomer komt er geen nieuwe beleidsnota over arbeidsmigranten.",
        "Er komt vooralsnog geen beleidskader voor arbeidsmigranten.",
        "De nota wordt in december niet vastgesteld maar in februari.",
        "De nota wordt niet zonder inspraak vastgesteld.",
        "Wij hebben besloten de conceptnota niet in te trekken.",
        "De motie om de conceptnota in te trekken is verworpen.",
        "De oppositie riep op de conceptnota in te trekken.",
        "De conceptnota bepaalt dat de vergunning wordt ingetrokken bij overlast.",
        "De gemeente Asten ziet af van een nota arbeidsmigranten.",
        "In Asten komt er geen nota arbeidsmigranten.",
        "Er komt geen nota over parkeren.",
        "Wij maken geen beleid dat in strijd is met de wet.",
        "Een eigen beleidsnota achten wij wel nodig.",
        "De voorbereiding van het hotel is gestaakt.",
        "Wij komen niet met een nieuw voorstel.",
        "U heeft de visie op arbeidsmigranten verworpen. Wij komen dit jaar niet met een nieuw voorstel.",
        "U heeft de visie op arbeidsmigranten verworpen. Wij komen voorlopig niet met een nieuw voorstel.",
    ],
)
def test_a_delay_a_question_or_what_others_do_calls_nothing_off(text):
    assert not read(LETTER, text).calls_off


@pytest.mark.parametrize("said", ["de conceptnota ", "wij trekken de conceptnota wordt niet "])
def test_a_table_without_full_stops_is_gone_through_once(said):
    assert not read(LETTER, said * 2000).calls_off


def test_what_is_called_off_is_not_announced():
    assert not read(LETTER, "De nota wordt niet aan de raad aangeboden.").announces.value


ON_MIGRANTS = "## Raadsinformatiebrief\nGemeente Someren\n1 oktober 2021\nOnderwerp: arbeidsmigranten"


@pytest.mark.parametrize(
    "text",
    [
        "Wij hebben besloten de procedure voor het ontwerpbeleid niet voort te zetten.",
        "Het ontwerp komt daarmee te vervallen.",
        "Wij hebben besloten te stoppen met de beleidsnota.",
        "Wij laten het voornemen om een beleidsnota te maken varen.",
        "De beleidsnota die wij in 2020 aankondigden komt er niet.",
        "Wij brengen de ontwerpnota niet in procedure.",
        "De ontwerpnota is door het college teruggenomen en komt niet terug.",
        "Het college heeft het opstellen van de beleidsnota gestaakt.",
        "Aan de beleidsnota arbeidsmigranten wordt niet meer gewerkt.",
        "Wij werken niet meer aan een beleidsnota voor arbeidsmigranten.",
        "Met de beleidsnota arbeidsmigranten gaan wij niet verder.",
        "De ontwerpnota arbeidsmigranten wordt niet ter vaststelling aangeboden.",
        "Er wordt afgezien van een beleidsnota voor arbeidsmigranten.",
        "De beleidsnota arbeidsmigranten is van de planning gehaald.",
        "Wij zetten de plannen voor een beleidsnota arbeidsmigranten stop.",
        "De plannen voor een beleidsnota arbeidsmigranten zijn van de baan.",
        "Het college ziet geen noodzaak meer voor een beleidsnota arbeidsmigranten en stopt ermee.",
        "De beleidsnota arbeidsmigranten verschijnt niet.",
        "Er komt bij nader inzien geen beleidsnota arbeidsmigranten.",
        "Het idee van een beleidsnota arbeidsmigranten hebben wij losgelaten.",
    ],
)
def test_it_is_called_off_in_other_words(text):
    assert read(ON_MIGRANTS, text).calls_off


@pytest.mark.parametrize(
    "text",
    [
        "Wij hebben besloten de procedure voor de ontwerpnota voort te zetten.",
        "De inspraakprocedure op de ontwerpnota stoppen wij na zes weken.",
        "De beleidsnota wordt niet dit jaar maar in 2022 aangeboden.",
        "Aan de beleidsnota wordt deze zomer niet gewerkt; in september gaan wij verder.",
        "De ontwerpnota vervalt als de raad haar niet vaststelt.",
        "Het bestemmingsplan Zandstraat komt te vervallen.",
        "De beleidsnota heeft prioriteit.",
        "De plannen voor een camping zijn van de baan.",
        "De beleidsnota arbeidsmigranten volgt niet voor de zomer.",
        "Zonder uitvoering is een beleidsnota arbeidsmigranten niet meer dan papier.",
        "Voor een beleidsnota arbeidsmigranten is geen procedure nodig.",
        "De werkgroep voor de beleidsnota arbeidsmigranten is gestopt; een bureau neemt het over.",
        "De planning van de beleidsnota arbeidsmigranten is niet gehaald.",
        "Wij zetten de kamerverhuur uit de beleidsnota stop.",
        "De buurgemeente werkt niet verder aan een beleidsnota.",
        "De motie voor een beleidsnota arbeidsmigranten is verworpen.",
    ],
)
def test_what_goes_on_or_is_something_else_is_not_called_off(text):
    assert not read(ON_MIGRANTS, text).calls_off


MINUTES = "## Verslag van de vergadering van de gemeenteraad van Bladel\nDonderdag 11 februari 2021"


def test_minutes_tell_that_policy_was_voted_down_under_its_name():
    vote = "Het voorstel om de visie vast te stellen wordt in stemming gebracht. Het voorstel is verworpen."
    text = f"# 6. Visie huisvesting arbeidsmigranten\n{vote}"
    assert read(MINUTES, text).calls_off
    other = "# 6. Visie op het sportpark\nHet voorstel om de visie vast te stellen is verworpen."
    assert not read(MINUTES, other).calls_off


@pytest.mark.parametrize(
    "text",
    [
        "De visie op arbeidsmigranten is verworpen. Het college komt met een aangepast voorstel.",
        "De visie op arbeidsmigranten is verworpen; het college gaat terug naar de tekentafel.",
        "Het amendement op de visie op arbeidsmigranten kreeg geen meerderheid.",
        "Mocht de visie op arbeidsmigranten worden verworpen, dan blijven de oude regels gelden.",
    ],
)
def test_what_may_come_again_is_not_called_off(text):
    assert not read(LETTER, text).calls_off
