"""What other municipalities and other bodies do is no policy of whose paper it is."""

import pytest

from pipeline.coverage.elsewhere import others_act, told_of_other_towns
from pipeline.language.municipalities import by_name
from tests.coverage.test_not_policy import levels, passage

from .papers import ARBEIDSMARKT, HUISVESTING, REGISTRATIE, ZORG

PUNT = "een gezondheidspunt voor onverzekerde arbeidsmigranten"


def told_of(text, *section, owner="Moerdijk"):
    """The sentences of a paper of `owner` that tell of other municipalities."""
    return sorted(told_of_other_towns(passage(0, text, *section), (by_name(owner).gm_code,) if owner else ()))


@pytest.mark.parametrize(
    "sentence",
    [
        "Roosendaal opent elke dinsdagavond een balie.",
        "De gemeente Bergen op Zoom betaalt een spreekuur.",
        "Tilburg houdt elke week zitting op de locaties.",
        "Ook Asten en Someren controleren elk bedrijf.",
        "Sinds 2019 heeft Helmond een gezondheidspunt.",
        "In Helmond opent de gemeente met de GGD een gezondheidspunt.",
        "De gemeente Best registreert wie er slaapt.",
        "Zo heeft Deurne met uitzendbureaus afspraken gemaakt.",
    ],
)
def test_what_another_municipality_does_is_not_the_owners(sentence):
    assert told_of(sentence) == [0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Moerdijk opent elke dinsdagavond een balie.",
        "Met Roosendaal openen wij een balie.",
        "Samen met Asten maken wij afspraken met uitzendbureaus.",
        "Wij openen een balie, zoals Roosendaal al deed.",
        "Roosendaal en Moerdijk openen samen een balie.",
        "Best veel mensen vinden geen huisarts.",
        "Naast Breda en Tilburg vraagt de regio om een balie.",
        "In Zevenbergen opent de gemeente een balie.",
        "De mensen uit Roosendaal kunnen terecht aan de balie.",
        "Asten vroeg ons mee te doen, en dat doen wij.",
    ],
)
def test_what_the_owner_does_with_another_is_its_own(sentence):
    assert told_of(sentence) == []


def test_what_goes_on_about_another_municipality_is_not_the_owners():
    text = "Asten maakt afspraken met bureaus. Zij controleert samen met de Arbeidsinspectie. Wij houden een spreekuur. Daar komt een tolk."
    assert told_of(text) == [0, 1]


@pytest.mark.parametrize(
    "heading",
    [
        "Beleid van Asten",
        "Hoe Helmond het doet",
        "2 Zo doet Alphen-Chaam het",
        "3.2 De aanpak van Tilburg",
        "Wat doet Oss?",
        "Voorbeeld: Venray",
        "De Tilburgse aanpak",
        "Ervaringen in de gemeente Best",
    ],
)
def test_under_a_heading_on_another_municipality_all_is_theirs_but_what_we_do(heading):
    text = "Er is een gezondheidspunt geopend. De gemeente heeft tien bedden ingericht. Wij namen er kennis van."
    assert told_of(text, "Nota", heading) == [0, 1]


@pytest.mark.parametrize(
    "heading",
    [
        "Het beste beleid",
        "De aanpak van Moerdijk",
        "Samenwerking met Breda",
        "Hoe doen wij het?",
        "Huisvesting in Zevenbergen",
    ],
)
def test_other_headings_leave_it_to_the_sentences(heading):
    assert told_of("Er is een gezondheidspunt geopend.", "Nota", heading) == []


@pytest.mark.parametrize(
    "text",
    [
        "Roosendaal houdt vier bedden beschikbaar. Moerdijk betaalt daaraan mee.",
        "Roosendaal opende een balie. Dat doen wij ook.",
        "Roosendaal werkt met een loket. Wij sluiten ons daarbij aan.",
    ],
)
def test_what_the_owner_takes_part_in_is_its_own(text):
    assert told_of(text) == []


def test_who_does_not_take_part_has_no_part():
    assert told_of("Roosendaal houdt vier bedden beschikbaar. Wij doen daar niet aan mee.") == [0]


def test_a_village_of_the_owner_with_the_name_of_a_municipality_is_the_owners():
    assert told_of("Heusden krijgt een spreekuur.", owner="Asten") == []
    assert told_of("Veghel krijgt een spreekuur.", owner="Meierijstad") == []
    assert told_of("Heusden krijgt een spreekuur.", owner="Boxtel") == [0]


def test_a_village_that_was_a_municipality_acts_in_papers_of_its_own_days_alone():
    text = "Sevenum opent elke dinsdagavond een balie."
    assert [told_of(text, owner=owner) for owner in ("Venlo", "Helden", "Sevenum")] == [[], [0], []]


def test_where_nobody_owns_the_paper_nobody_is_another():
    assert told_of("Roosendaal opent een balie.", owner=None) == []


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        (ARBEIDSMARKT, "Asten maakt afspraken met uitzendbureaus. Zij controleert met de Arbeidsinspectie het loon."),
        (
            REGISTRATIE,
            "Tilburg houdt elke week zitting om mensen in te schrijven in de BRP. Zij start een adresonderzoek.",
        ),
        (HUISVESTING, "Tilburg staat op elk erf logies voor dertig mensen toe."),
    ],
)
def test_policy_of_another_municipality_is_described_at_most(theme, text):
    assert levels(theme, text) == 1


def test_what_a_neighbour_does_stands_beside_what_we_do():
    assert (
        levels(
            ZORG, f"Tilburg opende al {PUNT}. Dat doen wij ook: met de GGD openen wij een spreekuur van de huisarts."
        )
        == 3
    )


MOTIE = "Provinciale Staten verzoeken Gedeputeerde Staten in elke regio een gezondheidspunt te openen."


@pytest.mark.parametrize(
    "text",
    [
        "De Metropoolregio Eindhoven werkt aan een regionaal systeem voor registratie in de BRP. Zij richt ook een adresregister in.",
        "De provincie Noord-Brabant begint een proef met inschrijving in de RNI.",
        "In 2021 start de VNG een proef met inschrijving in de RNI.",
        "De Europese Commissie wil dat iedereen zich meteen inschrijft.",
        "Gedeputeerde Staten betalen een onderzoek naar adressen.",
        "De Tweede Kamer verzoekt de regering inschrijving bij aankomst te verplichten.",
    ],
)
def test_what_a_region_or_province_plans_is_described_at_most(text):
    assert levels(REGISTRATIE, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "De Metropoolregio Eindhoven werkt met de gemeenten aan een systeem voor registratie in de BRP.",
        "De Metropoolregio Eindhoven richt een adresregister in. Onze gemeente sluit zich daarbij aan.",
        "De provincie begint een proef met inschrijving in de RNI, waar wij aan meedoen.",
        "Wij verzoeken Gedeputeerde Staten om een proef met inschrijving in de RNI.",
        "Samen met de provincie schrijven wij mensen in de RNI in.",
        "Het college verzoekt de minister inschrijving bij aankomst te verplichten.",
        "Provincie en gemeente beginnen een proef met inschrijving in de RNI.",
    ],
)
def test_what_the_municipality_has_a_part_in_counts(text):
    assert levels(REGISTRATIE, text) == 3


def test_in_a_paper_of_a_region_the_region_is_who_acts():
    text = "De Metropoolregio Eindhoven werkt aan een systeem voor registratie in de BRP."
    assert [levels(REGISTRATIE, text, owners=owners) for owners in ((), ("GM0757", "GM0772"))] == [3, 3]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (MOTIE, "Bijlage: motie uit Provinciale Staten"),
        (MOTIE, "Bijlage 3"),
        (
            "Constaterende dat velen geen huisarts vinden. Verzoekt het college een gezondheidspunt te openen.",
            "Bijlage 3: motie Provinciale Staten",
        ),
        (
            "Verzoeken het college van Gedeputeerde Staten een gezondheidspunt te openen. En gaan over tot de orde van de dag.",
            "Bijlage",
        ),
        (
            "Provinciale Staten, bijeen op 3 mei. Overwegende: zorg is een recht. Open in elke regio een gezondheidspunt.",
            "Bijlage",
        ),
        ("Draagt de regering op een gezondheidspunt te openen.", "Motie van de Tweede Kamer"),
    ],
)
def test_what_a_motion_of_another_body_asks_is_described(text, heading):
    assert levels(ZORG, (text, "Nota", heading)) == 1


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("De raad verzoekt het college een gezondheidspunt te openen.", "Bijlage: motie van de raad"),
        (f"{MOTIE} Wij voeren dat uit: met de GGD openen wij een spreekuur.", "Motie van Provinciale Staten"),
        ("De gemeente opent een gezondheidspunt.", "Zorg"),
        ("De gemeenteraad, bijeen op 3 mei. Overwegende: zorg is een recht. Open een gezondheidspunt.", "Bijlage"),
    ],
)
def test_what_the_council_asks_and_what_comes_of_it_counts(text, heading):
    assert levels(ZORG, (text, "Nota", heading)) == 3


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("De Arbeidsinspectie houdt toezicht op loon en werktijden.", True),
        ("Vanaf 2026 mogen uitzendbureaus alleen met een toelating van het Rijk personeel uitlenen.", True),
        ("De huisartsen in Asten schrijven arbeidsmigranten in die langer dan drie maanden blijven.", True),
        ("De Arbeidsinspectie en de gemeente houden samen toezicht op loon.", False),
        ("De GGD komt elk kwartaal langs, in opdracht van de gemeente.", False),
    ],
)
def test_what_an_inspectorate_or_doctor_does_is_of_itself(sentence, others):
    assert others_act(sentence) is others


@pytest.mark.parametrize(
    "heading", ["Wat het Rijk doet", "2.1 Landelijk beleid", "De rol van het Rijk", "Wat doet de minister?"]
)
def test_under_a_heading_on_the_state_all_is_described_but_what_we_do(heading):
    text = "De commissie wil arbeid en wonen scheiden. Het Rijk voert een toelatingsstelsel voor uitzendbureaus in."
    assert levels(ARBEIDSMARKT, (text, "Nota", heading)) == 1
    assert levels(ARBEIDSMARKT, (f"{text} Daarnaast sluiten wij een convenant over loon.", "Nota", heading)) == 3


@pytest.mark.parametrize("heading", ["Dit doen anderen", "4.2 Wat er van anderen komt", "De taak van anderen"])
def test_under_a_heading_on_others_all_is_described_but_what_we_do(heading):
    text = "De vakbond sluit met elk uitzendbureau een convenant over loon."
    assert levels(ARBEIDSMARKT, (text, "Nota", heading)) == 1
    assert levels(ARBEIDSMARKT, (f"{text} Daarnaast openen wij een loket voor loonstroken.", "Nota", heading)) == 3


@pytest.mark.parametrize("heading", ["Wat wij van anderen vragen", "Samen met anderen", "Dit doen wij voor anderen"])
def test_a_heading_on_what_is_asked_of_others_takes_nothing_away(heading):
    assert levels(ARBEIDSMARKT, ("Elk uitzendbureau sluit een convenant over loon.", "Nota", heading)) == 3


def test_what_the_state_was_advised_is_not_the_municipalitys():
    assert others_act("Het Aanjaagteam Roemer adviseerde baan en bed te scheiden.")
