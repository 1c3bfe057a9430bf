"""Whether a motion or a letter is about labour migrants: it has one subject, and little room."""

import pytest

from tests.documents.made import read


def test_a_short_motion_needs_one_mention():
    motion = (
        "Motie 3 Eerlijk werk\nDe raad, overwegende dat het moet;\nverzoekt het college controles op "
        "uitbuiting van arbeidsmigranten te houden\nen gaat over tot de orde van de dag"
    )
    assert read(motion).about.value


def test_a_motion_that_opens_with_them_is_about_them_and_one_that_ends_with_them_is_not():
    facts = ["in onze dorpen in het seizoen 600 arbeidsmigranten verblijven;", "de balie alleen overdag open is;"]
    rest = "- er in het dorp nog geen avondspreekuur is en de wachttijd bij de balie in het voorjaar oploopt;\n" * 20
    asks = "Verzoekt het college:\n- de balie twee avonden per maand te openen,\nen gaat over tot de orde van de dag."
    first, last = (
        f"Motie Net\nDe raad,\nConstaterende dat:\n- {one}\n{rest}- {other}\n{asks}"
        for one, other in (facts, facts[::-1])
    )
    assert (read(first).about.value, read(last).about.value) == (True, False)


@pytest.mark.parametrize(
    ("who", "about"),
    [
        ("vaste krachten, schoonmakers en arbeidsmigranten", False),
        ("arbeidsmigranten, schoonmakers en vaste krachten", False),
        ("werkgevers en arbeidsmigranten", True),
        ("arbeidsmigranten, die laat werken en ver wonen,", True),
        ("uitzendkrachten uit Polen, Roemenië en Kroatië", True),
    ],
)
def test_a_motion_that_names_them_in_a_row_of_people_alone_is_not_about_them(who, about):
    motion = (
        f"Motie 9 Avondbus\nDe raad,\nconstaterende dat:\n- de laatste bus voor {who} om acht uur gaat;\n"
        "verzoekt het college een avondbus te laten rijden\nen gaat over tot de orde van de dag"
    )
    assert read(motion).about.value == about


def test_a_letter_has_one_subject_so_a_tenth_of_its_sentences_is_enough():
    letter = (
        "Geachte raadsleden,\nIn het klooster wonen zestig arbeidsmigranten. Wij controleerden het. De eigenaar heeft geen "
        "vergunning. Hij verhuurt aan arbeidsmigranten. Er volgt een dwangsom. Wij houden u op de hoogte."
    )
    assert read(f"## Raadsinformatiebrief\nOnderwerp: Kerkstraat 3\n{letter}").about.value


LETTER = (
    "Sinds het voorjaar slapen er mensen uit Polen op de camping. Zij zoeken een bed. Het college zoekt met de eigenaar naar onderdak. "
    "De inschrijving bij burgerzaken gaat goed. Het loket is op donderdag open. Er komt een avond voor de buurt. De raad krijgt bericht. "
)


def test_a_letter_that_names_them_once_and_nobody_else_is_about_them():
    assert read(f"## Raadsinformatiebrief\nOnderwerp: stand van zaken\n{LETTER * 2}").about.value


def test_a_letter_that_names_others_as_well_is_not():
    others = "Ook studenten zoeken een kamer. " * 3
    assert not read(f"## Raadsinformatiebrief\nOnderwerp: stand van zaken\n{LETTER}{others}").about.value


RECORD = "\n".join(
    f"| {party} | voor {seats} | tegen –" for party in ("CDA", "SGP", "VVD", "SP", "PvdA") * 12 for seats in (1, 2)
)
FACTS = "- in onze dorpen in het seizoen 600 arbeidsmigranten verblijven;\n- de balie alleen overdag open is;"
ASKS = "Verzoekt het college:\n- de balie twee avonden per maand te openen,"


@pytest.mark.parametrize(
    "under",
    [
        f"en gaat over tot de orde van de dag.\nStemming per fractie\n{RECORD}",
        f"En gaan over tot de orde van de dag\nAdvies van de wethouder: ontraden.\n{RECORD}",
        f"en gaat, gehoord de beraadslaging, over tot de orde van de dag\n# Griffiersblad\n{RECORD}",
    ],
)
def test_what_the_clerk_wrote_under_a_motion_takes_nothing_from_its_subject(under):
    assert read(f"Motie Net\nDe raad,\nConstaterende dat:\n{FACTS}\n{ASKS}\n{under}").about.value


@pytest.mark.parametrize(
    "record",
    [
        "De wethouder: dit raakt ook arbeidsmigranten.",
        "Stemverklaring: voor arbeidsmigranten doen wij genoeg.",
        "Afschrift aan: team Arbeidsmigranten, arbeidsmigranten@bladel.nl",
    ],
)
def test_what_the_clerk_wrote_under_a_motion_does_not_make_it_about_them(record):
    facts = "- het plein in de zomer vol staat met fietsen van scholieren;\n- de stalling alleen overdag open is;"
    asks = f"{ASKS.replace('balie', 'stalling')}\nen gaat over tot de orde van de dag."
    motion = f"Motie Fietsen\nDe raad,\nConstaterende dat:\n{facts}\n{asks}"
    assert not read(f"{motion}\n{record}").about.value
