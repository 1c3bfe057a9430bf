"""What the points of a list of decisions adopt, however a list is made up."""

import pytest

from tests.documents.made import read

RAAD = "## Besluitenlijst raadsvergadering 8 oktober 2019\nGemeente Deurne"
COLLEGE = "## Openbare besluitenlijst college van burgemeester en wethouders 8 oktober 2019\nGemeente Deurne"
NOTA, RULES = "Nota huisvesting arbeidsmigranten Deurne", "Beleidsregels logies arbeidsmigranten Deurne"


def adopted(head, point):
    """The titles on labour migrants that a list with this point adopts."""
    listed = read(head, f"1. Opening\nDe voorzitter opent de vergadering.\n{point}\n5. Sluiting")
    return [adoption.title for adoption in listed.adopts if "arbeidsmigranten" in adoption.title]


@pytest.mark.parametrize(
    ("head", "point"),
    [
        (RAAD, f"4. {NOTA}\nBesluit: vastgesteld."),
        (RAAD, f"4. {NOTA}\nDe raad besluit conform het voorstel."),
        (RAAD, f"# 4. {NOTA}\nConform voorstel vastgesteld met 15 stemmen voor en 4 tegen."),
        (RAAD, f"# 4. {NOTA}\nDe raad stelt de nota vast."),
        (RAAD, f"# 4. {NOTA}\nHet raadsvoorstel wordt unaniem aangenomen."),
        (RAAD, f"4. Raadsvoorstel {NOTA}\nAangenomen."),
        (RAAD, f"| Onderwerp: {NOTA}; Besluit: Vastgesteld."),
        (RAAD, f"| Agendapunt: 4; Onderwerp: {NOTA}; Besluit: Conform voorstel"),
        (RAAD, f"| 4 | Raadsvoorstel {NOTA} | Aangenomen (17 voor, 4 tegen)"),
        (RAAD, f"| 4 | {NOTA} | Ongewijzigd vastgesteld"),
        (RAAD, f"4. Vaststelling {NOTA}: conform besloten."),
        (
            RAAD,
            f"Agendapunt 4: voorstel tot vaststelling van de {NOTA}. Besluit: de raad heeft het voorstel met algemene stemmen aangenomen.",
        ),
        (COLLEGE, f"3. {RULES}\nHet college stelt de beleidsregels vast."),
        (COLLEGE, f"| 3 | {RULES} | Het college besluit de beleidsregels vast te stellen."),
        (COLLEGE, f"| Onderwerp: {RULES}; Besluit: De beleidsregels vaststellen en bekendmaken."),
        (COLLEGE, f"3. Vaststellen {RULES}\nBesluit: conform advies."),
        (COLLEGE, f"Onderwerp: {RULES}\nBesluit: 1. De beleidsregels vast te stellen. 2. Dit bekend te maken."),
        (COLLEGE, f"3. {RULES}. Vastgesteld."),
    ],
)
def test_a_point_says_behind_its_name_that_the_paper_is_adopted(head, point):
    assert len(adopted(head, point)) == 1


@pytest.mark.parametrize(
    ("head", "point"),
    [
        (RAAD, f"4. {NOTA}\nAangehouden."),
        (RAAD, f"4. {NOTA}\nBesluit: verworpen met 7 stemmen voor en 12 tegen."),
        (RAAD, f"4. {NOTA}\nHet voorstel wordt van de agenda gehaald."),
        (RAAD, f"4. {NOTA}\nMotie M3 wordt aangenomen, het voorstel wordt aangehouden."),
        (RAAD, f"| 4 | {NOTA} | Ter kennisname aangenomen"),
        (RAAD, f"| 4 | Startnotitie {NOTA} | Vastgesteld"),
        (COLLEGE, f"3. {NOTA}\nHet college besluit de nota ter vaststelling aan de raad aan te bieden."),
        (COLLEGE, f"| Onderwerp: {NOTA}; Besluit: Instemmen met het concept en vrijgeven voor inspraak."),
        (COLLEGE, f"| Onderwerp: {NOTA}; Besluit: De raad voorstellen de nota vast te stellen."),
    ],
)
def test_a_point_that_was_lost_put_off_or_goes_on_to_the_council_adopts_nothing(head, point):
    assert adopted(head, point) == []
