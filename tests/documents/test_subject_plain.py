"""A section, chapter or letter that is on labour migrants without saying so in its heading, in a paper on something else."""

import pytest

from tests.documents.made import read
from tests.documents.test_subject import WATER

ADOPTED = "Vastgesteld door de raad van Someren op 3 november 2022"
OTHERS = f"""# Water
{WATER}
# Jeugd
Elke wijk heeft een jongerenwerker en op drie scholen komt iemand die meekijkt. De wachtlijst bij jeugdhulp moet korter.
# Verkeer
De weg langs het kanaal wordt smaller en bij de school komt een veilige oversteek."""
AFTER = (
    f"# Sport\nHet zwembad blijft open en de bibliotheek verhuist.\n# Geld\nDe ozb stijgt mee met de inflatie.\n{WATER}"
)


def wide(title, heading, told):
    """A paper on other things with one section of which the heading names nobody; passages 0 to 3 stand before it."""
    return read(f"## {title}", f"{ADOPTED}\n{OTHERS}\n# {heading}\n{told}\n{AFTER}")


NEIGHBOURS = (
    "Op het bedrijventerrein en bij de boomkwekers werken zevenhonderd uitzendkrachten, de meesten uit Polen en Bulgarije. Zij wonen "
    "verspreid over de dorpen, vaak met zes in een rijtjeshuis. Dat vinden wij ongewenst. Wij werken mee aan één locatie voor tweehonderd "
    "bedden, met een beheerder ter plaatse. De vergunning voor kamerbewoning gaat dit jaar in. Wie langer blijft helpen wij aan taalles."
)


@pytest.mark.parametrize("title", ["Coalitieakkoord 2022-2026 gemeente Someren", "Kadernota 2024 gemeente Someren"])
def test_an_agreement_or_budget_is_about_them_for_a_section_that_is_plainly_on_them_and_counts_for_that(title):
    made = wide(title, "Onze tijdelijke buren", NEIGHBOURS)
    assert (made.about.value, made.scope.value) == (True, ((4, 5),))


@pytest.mark.parametrize(
    "told",
    [
        NEIGHBOURS.replace(
            "uitzendkrachten, de meesten uit Polen en Bulgarije", "mensen, de meesten uit de dorpen zelf"
        ),
        NEIGHBOURS.replace("Wie langer blijft helpen", "Statushouders en wie langer blijft helpen"),
        "Over uitzendkrachten, de meesten uit Polen, is eigen beleid. "
        + NEIGHBOURS.replace(", de meesten uit Polen en Bulgarije", ""),
    ],
)
def test_a_section_on_others_too_or_that_leaves_them_to_another_paper_does_not(told):
    assert not wide("Coalitieakkoord 2022-2026 gemeente Someren", "Onze tijdelijke buren", told).about.value


ROUND = (
    "Aardbeien- en boomtelers huisvesten in het seizoen mensen uit Bulgarije, Polen en Roemenië. Wij bezoeken alle 46 vergunde locaties en "
    "tellen de bedden. Waar er meer mensen slapen dan vergund, volgt een last. Signalen over een uitzendbureau gaan door."
)


def test_a_short_section_that_goes_on_about_nothing_else_makes_a_programme_about_them():
    made = wide("Uitvoeringsprogramma toezicht gemeente Someren", "Bewoning", ROUND)
    assert (made.about.value, made.scope.value) == (True, ((4, 5),))


def test_a_short_section_that_names_them_once_and_a_bed_does_not():
    told = "Wij bezoeken de campings. Er slapen gezinnen en een enkele arbeidsmigrant. Wie er zonder vergunning woont krijgt een brief."
    assert not wide("Uitvoeringsprogramma toezicht gemeente Someren", "Bewoning", told).about.value


def test_a_short_section_on_growing_that_gives_them_a_bed_in_passing_does_not():
    told = (
        "De telers verkopen in heel Europa en hebben in het voorjaar veel personeel nodig. Wij geven ruimte voor loodsen, en voor de "
        "huisvesting van buitenlandse werknemers binnen de bestaande regels. Kassen mogen groter worden."
    )
    assert not wide("Programma landelijk gebied Someren", "Boomteelt", told).about.value


HANDS = (
    "De tuinders en de slachterij draaien op buitenlandse werknemers. Ruim een derde van de banen wordt door hen gedaan.\nWij verwachten "
    "van bedrijven dat zij mensen zelf in dienst nemen, een contract geven van ten minste een half jaar en taalles onder werktijd "
    "aanbieden. Met de ondernemersvereniging leggen wij dat vast in een convenant.\nBedrijven die uitbreiden laten zien hoeveel personeel "
    "zij daarvoor van elders halen en hoe lang dat blijft."
)


def test_a_section_of_a_vision_that_begins_with_them_and_names_nobody_else_is_theirs():
    assert wide("Economische visie Someren 2030", "Handen tekort", HANDS).about.value


def test_a_section_that_begins_with_robots_is_not():
    told = HANDS.replace("draaien op buitenlandse werknemers", "draaien op robots")
    assert not wide("Economische visie Someren 2030", "Handen tekort", told).about.value


LODGING = (
    "Artikel 5.1 {0}\nArtikel 5.2 De exploitant heeft een nachtregister, een beheerder die dag en nacht bereikbaar is en ten minste tien "
    "vierkante meter per bewoner.\nArtikel 5.3 De vergunning kan worden ingetrokken als de exploitant zich niet aan de voorschriften houdt."
)


def regulation(rule):
    return wide("Verordening fysieke leefomgeving Someren 2024", "Hoofdstuk 5 Logiesgebouwen", LODGING.format(rule))


def test_a_chapter_of_a_regulation_that_forbids_or_allows_their_lodging_is_theirs():
    made = regulation("Het is verboden zonder vergunning een logiesgebouw voor arbeidsmigranten te exploiteren.")
    assert (made.about.value, made.scope.value) == (True, ((4, 7),))


@pytest.mark.parametrize(
    "rule",
    [
        "Het is verboden zonder vergunning een logiesgebouw voor vakantiegasten te exploiteren.",
        "Het is verboden zonder vergunning bedden te verhuren aan drie of meer personen, zoals arbeidsmigranten.",
        "Het is verboden zonder vergunning bedden te verhuren aan studenten of arbeidsmigranten.",
    ],
)
def test_a_chapter_that_names_them_as_an_example_or_beside_others_is_not(rule):
    assert not regulation(rule).about.value


ABUSED = (
    "Vorig jaar kwamen er elf signalen binnen. Acht gingen over arbeidsmigranten in de champignonteelt, drie over prostitutie. Zij "
    "kregen minder dan het minimumloon, hun paspoort was afgenomen en zij durfden niet te klagen.\n- Samen met de Arbeidsinspectie "
    "controleren wij elk kwartaal een bedrijf of uitzendbureau.\n- Er komt een meldpunt in vijf talen.\n- Slachtoffers krijgen opvang en "
    "rechtshulp."
)


def test_a_chapter_on_exploitation_that_says_who_is_exploited_at_work_is_theirs():
    made = wide("Integraal veiligheidsplan Someren 2023-2026", "Mensenhandel en uitbuiting", ABUSED)
    assert (made.about.value, made.scope.value) == (True, ((4, 8),))


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (
            "Uitbuiting",
            ABUSED.replace("Acht gingen over arbeidsmigranten", "Acht gingen over meisjes, een over een jongen"),
        ),
        (
            "Uitbuiting",
            ABUSED.replace("over arbeidsmigranten", "over dwang op het werk, bijvoorbeeld van arbeidsmigranten"),
        ),
        ("Weerbaar bestuur", ABUSED),
    ],
)
def test_a_chapter_on_other_victims_that_names_them_as_an_example_or_is_on_something_else_is_not(heading, told):
    assert not wide("Integraal veiligheidsplan Someren 2023-2026", heading, told).about.value


def test_a_paragraph_that_opens_with_them_and_leaves_where_they_live_to_another_paper_is_not_on_them():
    told = "Arbeidsmigranten werken in de industrie en de land- en tuinbouw, bij bedrijven en via een uitzendbureau. {} uit 2021."
    left = wide(
        "Omgevingsvisie Someren", "Verblijf", told.format("Hun huisvesting is geregeld in een aparte beleidsnota")
    )
    kept = wide(
        "Omgevingsvisie Someren", "Verblijf", told.format("Hun huisvesting is een zaak van ons en staat in het akkoord")
    )
    assert (left.about.value, kept.about.value) == (False, True)


VISITED = (
    "Op 7 november nam u de motie aan. U vroeg ons meldingen van overbewoning sneller te bezoeken. Er zijn twee toezichthouders "
    "aangesteld. In 31 huizen sliepen meer arbeidsmigranten dan mag. De eigenaren kregen een waarschuwing, drie een dwangsom. Wie moest "
    "vertrekken is door het uitzendbureau elders ondergebracht. Bij overbewoning gaan wij er binnen drie weken langs. De werkwijze staat "
    "in het programma voor volgend jaar. Dat kost niets extra. In het voorjaar leest u in het jaarverslag hoe vaak wij zijn geweest. De "
    "fractie die vroeg om een nummer voor de buren krijgt dat nummer."
)


def letter(subject, told=VISITED):
    return read(
        f"## Raadsbrief\nOnderwerp: {subject}\nGeachte raad,\n{told}\nMet vriendelijke groet, het college van Someren"
    )


def test_a_letter_on_what_became_of_a_motion_needs_to_name_them_but_once():
    assert letter("Uitvoering motie sneller langs").about.value


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Uitvoering motie sneller langs", VISITED.replace("meer arbeidsmigranten", "meer mensen")),
        ("Uitvoering motie sneller langs", f"{VISITED} Voor studenten en statushouders geldt hetzelfde."),
    ],
)
def test_a_letter_on_a_motion_on_others_is_not_about_them(subject, told):
    assert not letter(subject, told).about.value


def test_a_paragraph_on_work_that_names_them_last_in_a_row_of_people_is_not_on_them():
    told = (
        "Uitzendbureaus leveren vacatures aan via de regionale vacaturebank. Bedrijven vullen hun tekorten nu op met oproepkrachten, "
        "zzp'ers, grenswerkers en arbeidsmigranten; dit programma richt zich op de inwoner die aan de kant staat. Op elk bedrijf kan na "
        "een jaar een gratis analyse van werkprocessen worden gedaan. Werkgevers die bij een gemeentelijke aanbesteding werken, zetten "
        "vijf procent van de opdrachtsom in voor sociaal werk."
    )
    assert not wide("Programma werk en participatie gemeente Someren", "Werkgevers", told).about.value
