"""A motion that was lost and a passage that was struck out stand in a paper without being its policy."""

import pytest

from pipeline.coverage.voted_down import voted_down
from tests.coverage.test_not_policy import levels, passage

from .papers import HUISVESTING, ZORG

PUNT = "met de GGD een gezondheidspunt te openen"
OPENT = "De gemeente opent met de GGD een gezondheidspunt."


@pytest.mark.parametrize(
    "text",
    [
        f"Motie van de SP (verworpen): verzoekt het college {PUNT} en tien plaatsen in de opvang te regelen.",
        f'De fractie van de PvdA diende een motie in: "{OPENT}" De motie is met 12 stemmen voor en 25 tegen verworpen.',
        f"De verworpen motie van GroenLinks riep het college op {PUNT}.",
        f"Een motie van D66 vroeg {PUNT}. Zij noemde ook een huisarts. Deze motie haalde het niet.",
        f"Het CDA stelde voor {PUNT}. De raad heeft dit voorstel afgewezen.",
        f"Amendement van de VVD, ingetrokken: {OPENT} Voor wie ziek is stellen wij tien plaatsen in de opvang beschikbaar.",
        f"Motie: {OPENT}; Indiener: SP; Uitslag: verworpen",
    ],
)
def test_a_motion_that_was_lost_is_described(text):
    assert levels(ZORG, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Motie van de SP (aangenomen): verzoekt het college {PUNT}.",
        f"Een motie om te bezuinigen is verworpen. Motie van de SP (aangenomen): verzoekt het college {PUNT}.",
        f"{OPENT} De motie om dat niet te doen is verworpen.",
        "Wie geen huisarts toelaat, van hem kan de vergunning worden ingetrokken (amendement A3).",
        "Na het amendement wordt de vergunning ingetrokken van wie geen huisarts toelaat.",
        f"Een motie over taal is verworpen. {OPENT}",
        "Wij openen met de GGD een gezondheidspunt, ook al is het eerdere verzoek van de huisartsen afgewezen.",
        "Wie zijn zorgverzekering ziet afgewezen helpt de gemeente aan een huisarts.",
        f"Amendement van D66 (aangenomen), toegevoegd is: {OPENT}",
        f"Een dwingende regel komt er niet: die passage heeft de raad geschrapt. {OPENT}",
    ],
)
def test_what_was_carried_or_stands_beside_it_counts(text):
    assert levels(ZORG, text) == 3


@pytest.mark.parametrize(
    "text",
    [
        f"Bij amendement heeft de raad de volgende paragraaf geschrapt: {OPENT} Voor dakloze mensen stellen wij opvang beschikbaar.",
        f"De raad heeft de passage over zorg uit het voorstel geschrapt. Die luidde: {OPENT}",
        f'Geschrapt is de alinea: "{OPENT}"',
        f"De volgende maatregel is bij de vaststelling doorgehaald: {OPENT}",
        f"De paragraaf over de huisarts is uit de nota gehaald. Daarin stond: {OPENT}",
        f"Twee artikelen zijn door de raad verwijderd: {OPENT}",
    ],
)
def test_what_was_struck_is_described(text):
    assert levels(ZORG, text) == 1


@pytest.mark.parametrize("ends", [r"[.?!:]", r"[.?!]"], ids=["a colon ends a sentence", "it does not"])
def test_struck_text_of_several_sentences_is_struck_to_its_end(ends):
    struck = f"De volgende paragraaf is geschrapt: {OPENT} Ook stellen wij opvang beschikbaar."
    quoted = f'Geschrapt is de alinea: "{OPENT} Ook komt er opvang." Wij betalen een huisarts.'
    assert [sorted(voted_down(passage(0, text, ends=ends))) for text in (struck, quoted)] == (
        [[0, 1, 2], [0, 1, 2]] if ":" in ends else [[0, 1], [0, 1]]
    )


@pytest.mark.parametrize(
    "text",
    [
        f"De alinea over taal is geschrapt. {OPENT}",
        f"De raad heeft de paragraaf over zorg geschrapt en vervangen door: {OPENT}",
        f"Bij amendement heeft de raad de volgende paragraaf toegevoegd: {OPENT}",
        f'De raad heeft de zin "Wij doen niets." geschrapt. {OPENT}',
        "Wij schrappen de wachttijd bij de huisarts en openen een spreekuur.",
        "Wie uit het bestand van de huisarts is verwijderd, schrijft de gemeente in bij een andere praktijk.",
    ],
)
def test_what_came_in_its_place_or_stands_beside_it_counts(text):
    assert levels(ZORG, text) == 3


@pytest.mark.parametrize(
    "heading",
    [
        "Verworpen moties",
        "3. Moties die niet zijn aangenomen",
        "Niet overgenomen amendementen",
        "Motie SP (ingetrokken)",
        "Geschrapte passages",
    ],
)
def test_under_a_heading_of_what_was_lost_all_is_described(heading):
    assert [levels(theme, (OPENT, "Nota", heading)) for theme in (ZORG, HUISVESTING)] == [1, 1]


def test_what_an_amendment_asks_counts_as_what_it_asks_though_it_was_lost():
    assert levels(ZORG, (OPENT, "Amendement A3 VERWORPEN", "De raad besluit")) == 3


@pytest.mark.parametrize(
    "heading",
    [
        "Aangenomen moties",
        "Moties",
        "Artikel 7 Vervallen van de vergunning",
        "Aangenomen en verworpen moties",
        "Maatregelen",
    ],
)
def test_under_other_headings_it_counts(heading):
    assert levels(ZORG, (OPENT, "Nota", heading)) == 3
