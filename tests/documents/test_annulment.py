"""What a court annulled no longer holds from that day: the paper itself, or another of the same municipality."""

from datetime import date

import pytest

from pipeline.documents.paper import Annulment, PaperStatus
from tests.documents.made import read

NOTA = (
    "## Nota logies arbeidsmigranten\nGemeente Someren\nVastgesteld door de gemeenteraad van Someren op 12 maart 2020."
)
RULING = date(2021, 5, 4)


@pytest.mark.parametrize(
    "said",
    [
        "Let op: deze nota is door de Raad van State op 4 mei 2021 vernietigd.",
        "Vernietigd bij uitspraak van de rechtbank van 4 mei 2021.",
        "Vastgesteld op 12 maart 2020. De rechtbank heeft het besluit op 4 mei 2021 vernietigd.",
        "Bij uitspraak van 4 mei 2021 heeft de Afdeling bestuursrechtspraak van de Raad van State deze beleidsregels vernietigd.",
        "~ VERNIETIGD – ABRvS 4 mei 2021",
        "Dit beleid is op 4 mei 2021 door de rechtbank Oost-Brabant onverbindend verklaard.",
        "De rechter vernietigde deze nota, vastgesteld op 12 maart 2020, bij uitspraak van 4 mei 2021.",
        "De vaststelling stond ter discussie. Het besluit van 12 maart 2020 is door de rechter bij uitspraak van 4 mei 2021 vernietigd.",
    ],
)
def test_a_paper_that_says_that_a_court_annulled_it_holds_until_that_day(said):
    made = read(NOTA, said)
    assert (made.status.value, made.valid_until.value, made.date.value) == (
        PaperStatus.LAPSED,
        RULING,
        date(2020, 3, 12),
    )


@pytest.mark.parametrize(
    "said",
    [
        "Deze nota is door de Raad van State op 4 mei 2021 gedeeltelijk vernietigd.",
        "De rechtbank heeft op 4 mei 2021 artikel 4 van deze nota vernietigd.",
        "De rechtbank heeft het besluit van de gemeente Deurne op 4 mei 2021 vernietigd.",
        "De Raad van State heeft op 4 mei 2021 het bestemmingsplan Buitengebied vernietigd.",
        "De Raad van State heeft deze nota op 4 mei 2021 niet vernietigd.",
        "De Raad van State heeft deze nota op 4 mei 2021 vernietigd, maar laat de rechtsgevolgen in stand.",
        "Een bewoner vroeg de rechtbank deze nota op 4 mei 2021 te vernietigen.",
        "Als de rechtbank deze nota op 4 mei 2021 vernietigd heeft, stellen wij haar opnieuw vast.",
        "De rechtbank heeft de vergunning op 4 mei 2021 vernietigd.",
        "De Raad van State heeft onze vorige nota op 4 februari 2019 vernietigd.",
        "Een ondernemer ging in beroep. De rechtbank heeft het besluit op 4 mei 2021 vernietigd.",
    ],
)
def test_what_was_annulled_in_part_or_not_or_of_another_leaves_it(said):
    made = read(NOTA, said)
    assert (made.status.value, made.valid_until.value) == (PaperStatus.ADOPTED, None)


def test_annulled_on_an_unknown_day_it_holds_on_none():
    assert read(NOTA, "Deze nota is door de Raad van State vernietigd.").status.value is PaperStatus.LAPSED


def test_a_paper_adopted_after_it_was_annulled_holds():
    anew = "Deze nota is door de Raad van State op 4 mei 2019 vernietigd en daarna hersteld."
    assert read(NOTA, anew).status.value is PaperStatus.ADOPTED


LETTER = "## Raadsinformatiebrief\nGemeente Someren // 20 mei 2021\nGeachte raad,"


@pytest.mark.parametrize(
    "said",
    [
        "De Raad van State heeft op 4 mei 2021 de Nota logies vernietigd.",
        "De Nota logies is op 4 mei 2021 door de rechtbank Oost-Brabant vernietigd.",
        "Bij uitspraak van 4 mei 2021 heeft de rechtbank het besluit tot vaststelling van de Nota logies vernietigd.",
        "Op 4 mei 2021 vernietigde de Raad van State de Nota logies.",
        "Onze Nota logies, vastgesteld op 12 maart 2020, is bij uitspraak van de Raad van State van 4 mei 2021 vernietigd.",
        "De rechtbank heeft bij uitspraak van 4 mei 2021 de Nota logies onverbindend verklaard.",
        "Op 4 mei 2021 deed de Raad van State uitspraak op het beroep tegen uw besluit van 12 maart 2020. Het beroep is gegrond. "
        "De Afdeling heeft het besluit tot vaststelling van de Nota logies in zijn geheel vernietigd. "
        "De rechtsgevolgen blijven niet in stand.",
        "Bij uitspraak van 4 mei 2021 gaf de Raad van State de huisvester gelijk. Daarbij heeft de Afdeling de Nota logies vernietigd.",
    ],
)
def test_a_later_paper_tells_which_one_a_court_annulled(said):
    assert read(LETTER, said).annuls == (Annulment("Nota logies", RULING),)


@pytest.mark.parametrize(
    "said",
    [
        "De Raad van State heeft op 4 mei 2021 de Nota logies van de gemeente Deurne vernietigd.",
        "In Deurne is de Nota logies op 4 mei 2021 door de rechtbank vernietigd.",
        "De Raad van State heeft op 4 mei 2021 de Nota logies van een buurgemeente vernietigd.",
        "De Raad van State heeft op 4 mei 2021 paragraaf 3 van de Nota logies vernietigd.",
        "De rechtbank heeft op 4 mei 2021 de Nota logies in stand gelaten en het bezwaar vernietigd.",
        "Mocht de rechtbank de Nota logies vernietigen, dan hoort u dat.",
        "Op 4 mei 2021 deed de Raad van State uitspraak. De Afdeling heeft de Nota logies vernietigd. De rechtsgevolgen blijven in stand.",
        "Op 4 mei 2021 deed de Raad van State uitspraak. De Afdeling heeft artikel 4 van de Nota logies vernietigd.",
        "Op 4 mei 2021 deed de Raad van State uitspraak. De afdeling Ruimte heeft de Nota logies vernietigd.",
        "De zitting is op 4 mei 2021. De appellant hoopt dat de Afdeling de Nota logies vernietigt.",
    ],
)
def test_what_was_annulled_elsewhere_or_in_part_still_holds(said):
    assert read(LETTER, said).annuls == ()


def test_a_court_may_find_that_a_paper_does_not_bind():
    letter = "## Raadsinformatiebrief\nGemeente Someren\n1 oktober 2021"
    said = "De rechtbank heeft op 4 mei 2021 geoordeeld dat de Verordening logies arbeidsmigranten onverbindend is."
    assert [one.day for one in read(letter, said).annuls] == [RULING]


@pytest.mark.parametrize(
    "said",
    [
        (
            "Vorige week woensdag, 4 mei 2021, deed de Afdeling bestuursrechtspraak uitspraak in het beroep van vier "
            "verhuurders. Zij heeft de Nota logies in zijn geheel vernietigd."
        ),
        "De Raad van State heeft op 4 mei 2021 een streep gezet door de Nota logies.",
        "Op 4 mei 2021 heeft de hoogste bestuursrechter de Nota logies van tafel geveegd.",
        "De Afdeling bestuursrechtspraak van de Raad van State verklaarde op 4 mei 2021 het beroep gegrond en vernietigde de Nota logies.",
        "De rechtbank heeft de Nota logies op 4 mei 2021 buiten werking gesteld.",
        "Door de uitspraak van de Raad van State van 4 mei 2021 geldt de Nota logies niet meer.",
        "Na de vernietiging van de Nota logies door de Raad van State op 4 mei 2021 hebben wij geen beleid meer.",
        "De vernietiging van de Nota logies door de rechtbank, op 4 mei 2021, betekent dat er geen regels meer zijn.",
        "Het beroep van de huisvesters is gegrond verklaard: de Nota logies is op 4 mei 2021 door de Raad van State vernietigd.",
        "De rechter heeft bij uitspraak van 4 mei 2021 ons besluit om de Nota logies vast te stellen vernietigd.",
        "De Kroon heeft de Nota logies bij Koninklijk Besluit van 4 mei 2021 vernietigd.",
        "Bij Koninklijk Besluit van 4 mei 2021 is de Nota logies vernietigd.",
        "De Nota logies heeft bij de rechter geen stand gehouden: de Raad van State heeft haar op 4 mei 2021 vernietigd.",
        "Op 4 mei 2021 besliste de Raad van State over de Nota logies. De nota is vernietigd.",
        "De Nota logies, in februari door u vastgesteld, is op 4 mei 2021 door de Afdeling vernietigd.",
        "De rechtbank 's-Hertogenbosch verklaarde de Nota logies op 4 mei 2021 onverbindend.",
        "Volgens de rechtbank (uitspraak van 4 mei 2021) is de Nota logies onverbindend.",
        "Sinds de uitspraak van de Raad van State van 4 mei 2021 is de Nota logies vernietigd.",
        "Wij verloren de zaak: op 4 mei 2021 vernietigde de Raad van State de Nota logies volledig.",
        "Het raadsbesluit waarmee u de Nota logies vaststelde is op 4 mei 2021 door de Raad van State vernietigd.",
        "De bestuursrechter haalde op 4 mei 2021 een streep door de Nota logies.",
        "Helaas heeft de Nota logies het niet gered bij de Raad van State, die haar op 4 mei 2021 vernietigde.",
        "De Raad van State maakte op 4 mei 2021 een einde aan de Nota logies.",
        "De bestuursrechter gaf de appellant op 4 mei 2021 gelijk en vernietigde de Nota logies.",
        "Zoals u in de krant las, is de Nota logies door de uitspraak van de Raad van State van 4 mei 2021 van tafel.",
        "Op 4 mei 2021 is de Nota logies gesneuveld bij de Raad van State.",
        "De Raad van State oordeelde op 4 mei 2021 dat de Nota logies in strijd is met de wet en heeft haar vernietigd.",
        "Wij hebben kennisgenomen van de uitspraak van 4 mei 2021, waarin de Afdeling bestuursrechtspraak de Nota logies vernietigt.",
        "De Nota logies bestaat na de uitspraak van de Raad van State van 4 mei 2021 niet meer.",
        "In hoger beroep is de Nota logies op 4 mei 2021 alsnog vernietigd door de Raad van State.",
        "De uitspraak van de Raad van State (4 mei 2021) maakt dat de Nota logies niet langer geldt.",
        "Ons beleid, de Nota logies, werd vernietigd door de Raad van State op 4 mei 2021.",
        "Het gerechtshof heeft de Nota logies op 4 mei 2021 nietig verklaard.",
    ],
)
def test_it_may_tell_so_in_any_order_of_words(said):
    (told,) = read(LETTER, said).annuls
    assert told.title.startswith("Nota logies")


@pytest.mark.parametrize(
    "said",
    [
        "De Raad van State heeft op 4 mei 2021 het beroep tegen de Nota logies ongegrond verklaard.",
        "De Raad van State liet de Nota logies op 4 mei 2021 in stand.",
        "Op 4 mei 2021 heeft de rechtbank een vergunning vernietigd die op grond van de Nota logies was verleend.",
        "De rechtbank heeft op 4 mei 2021 artikel 5 van de Nota logies onverbindend verklaard.",
        "De rechter heeft de Nota logies op 4 mei 2021 deels vernietigd.",
        "Een huisvester heeft op 4 mei 2021 de rechter gevraagd de Nota logies te vernietigen.",
        "Op 4 mei 2021 is beroep ingesteld tegen de Nota logies; een uitspraak verwachten wij volgend jaar.",
        "De Raad van State heeft op 4 mei 2021 het verzoek om de Nota logies te schorsen afgewezen.",
        "Gedeputeerde Staten hebben op 4 mei 2021 laten weten de Nota logies niet te vernietigen.",
        "De weigering om een vergunning te verlenen is op 4 mei 2021 door de rechtbank vernietigd, omdat zij niet in de Nota logies past.",
        "De rechter heeft op 4 mei 2021 geoordeeld dat de Nota logies redelijk is.",
        "Met een verwijzing naar de Nota logies heeft de rechtbank op 4 mei 2021 het besluit van een buurgemeente vernietigd.",
        "De voorzieningenrechter heeft de Nota logies op 4 mei 2021 voorlopig geschorst.",
        "De rechtbank heeft de handhaving op grond van de Nota logies op 4 mei 2021 vernietigd.",
        "Na de uitspraak van de Raad van State van 4 mei 2021 geldt de Nota logies ook voor woonwagens.",
        "Door de uitspraak van de rechter van 4 mei 2021 geldt de Nota logies niet meer alleen voor nieuwe aanvragen.",
        "De Raad van State zette op 4 mei 2021 een streep door de vergunning die wij op grond van de Nota logies gaven.",
        "De rechtbank vernietigde op 4 mei 2021 ons besluit om met de Nota logies in de hand een vergunning te weigeren.",
        "De rechtbank vernietigde op 4 mei 2021 het besluit op bezwaar, omdat wij van de Nota logies waren afgeweken.",
        "De advocaat vindt dat de Nota logies na de uitspraak van de Raad van State van 4 mei 2021 nietig is.",
    ],
)
def test_what_only_has_the_words_of_it_annuls_nothing(said):
    assert read(LETTER, said).annuls == ()
