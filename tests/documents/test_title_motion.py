import pytest

from tests.documents.made import read

ASKED = "overwegende dat het moet;\nverzoekt het college beleid te maken\nen gaat over tot de orde van de dag"


def title(head, after="", metadata=None):
    page = f"{head}\nDe raad van de gemeente Oss, in vergadering bijeen,\n{ASKED}\n{after}"
    return read(page, name="stuk-4.pdf", metadata=metadata).title.value


@pytest.mark.parametrize(
    "after",
    [
        "## Reacties van de fracties op het voorstel",
        "| Jansen | Pietersen | De Vries",
        "# Wethouder belooft een onderzoek",
        "DOE! | Transparant Oss",
    ],
)
def test_what_stands_under_a_motion_is_never_its_title(after):
    assert (
        title("## Motie vreemd aan de orde van de dag\nLampen langs het fietspad", after) == "Lampen langs het fietspad"
    )
    assert title("# MOTIE M1", after, {"title": "Motie over lampen"}) == "Motie over lampen"


@pytest.mark.parametrize(
    "line",
    [
        "(artikel 31 Reglement van orde)",
        "ex artikel 40 reglement van orde",
        "Behoort bij agendapunt 6: Kadernota 2021",
        "Hoort bij programma 3, Wonen",
        "Raad van Oss, 7 november 2022",
        "Fractie in de raad van Oss",
        "ChristenUnie Oss",
        "Raad Meierijstad",
        "Zes Kernen Zundert",
        "GEWIJZIGD",
        "Stand : ingetrokken door de indieners",
        "| Stand | ingetrokken door de indieners",
        "van Oss",
    ],
)
def test_offices_parties_articles_and_fields_are_no_title_of_a_motion(line):
    assert title(f"## MOTIE\n{line}\nLampen langs het fietspad") == "Lampen langs het fietspad"


@pytest.mark.parametrize(
    "name",
    [
        "Gezien en geholpen",
        "Van wachten naar wonen",
        "Gehoord worden",
        "Welkom in Zundert",
        "Tel nu mee",
        "Aan de slag met wonen",
    ],
)
def test_a_title_may_begin_as_a_premise_does_or_be_short(name):
    assert title(f"## MOTIE M4\n{name}") == name
    assert title(f"## Motie M4: {name}") == name


@pytest.mark.parametrize(
    "head",
    [
        "## MOTIE VREEMD AAN DE\nORDE VAN DE DAG\nnr. 2 – Licht op het pad",
        "## Motie vreemd aan de orde van de dag, nr. 2016/23 “Licht op het pad”",
        "## MOTIE VREEMD\n“Licht op het pad” nr. 2021/M5",
        "## M-2022-11 — Licht op het pad",
        "## M-2022-11 Licht op het pad",
        "## 2024-M-17 Motie Licht op het pad",
        "| Oss: gemeenteraad; Motie 12: Licht op het pad",
        "Motie M17 | Raad van Oss, 12 november 2024\n## Licht op het pad",
        "Motie M 47a-2019 (gewijzigd; treedt in de plaats van M 47-2019)\n## Licht op het pad",
        "## Motie M3.2\nLicht op het pad – tweede wijziging (in de plaats van M3 en M3.1, die hiermee van tafel zijn)",
        "## Licht op het pad\nMotie over de verlichting van fietspaden",
        "## Licht op het pad\nMotie bij agendapunt 9 (Mobiliteitsplan)",
        "Motie M 7c – 2020 PS 6 november 2020 bij Statenvoorstel 56/20\n# Licht op het pad",
    ],
)
def test_the_title_of_a_motion_is_what_is_left_without_label_and_number(head):
    assert title(head) == "Licht op het pad"


def test_a_title_over_two_printed_lines_is_whole():
    assert title("## Motie 9 – Zorg voor licht langs de paden van\n## Berghem en Ravenstein").endswith(
        "van Berghem en Ravenstein"
    )


@pytest.mark.parametrize(
    "field", ["Uitslag | AANGENOMEN (29 voor, 16 tegen)", "Aangekondigd | presidium 29 november 2022"]
)
def test_the_field_behind_a_title_in_a_row_is_no_part_of_it(field):
    assert title(f"| Titel | Licht op het pad | {field}\n## MOTIE") == "Licht op het pad"
