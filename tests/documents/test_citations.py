import pytest

from pipeline.documents.paper import PaperKind, PaperStatus
from tests.documents.made import read


def cited(text, **more):
    return [
        (c.number, c.title, c.settled)
        for c in read("## Statenmededeling\nOnderwerp: arbeidsmigratie", text, **more).cites
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Motie 61a is hiermee afgedaan.", [("61a", "", True)]),
        (
            "De resultaten uit moties 13a, 108 en 95 volgen.",
            [("13a", "", False), ("108", "", False), ("95", "", False)],
        ),
        (
            "Met motie M-2020-12 ‘Zicht op arbeidsmigranten’ vroeg u om beleid.",
            [("M-2020-12", "Zicht op arbeidsmigranten", False)],
        ),
        ("De motie “Goed wonen” is uitgevoerd.", [("", "Goed wonen", True)]),
        ("Uitvoering motie nr. 7 loopt.", [("7", "", False)]),
        (
            "7 mei 2020 Motie 108 ‘Arbeidsmigranten’ Motie 95 ‘Blijvende aandacht’ werden besproken.",
            [("108", "Arbeidsmigranten", False), ("95", "Blijvende aandacht", False)],
        ),
        ("Motie 44b, getiteld ‘Zicht op zorg’, is afgedaan.", [("44b", "Zicht op zorg", True)]),
        ("De moties 17 en 203 kwamen in 2019.", [("17", "", False), ("203", "", False)]),
        ("De motie van 12 mei 2020 is aangenomen met 21 stemmen.", []),
        ("Een motie in 2020 vroeg om emotie.", []),
    ],
)
def test_a_motion_is_recognised_where_a_paper_speaks_of_it(text, expected):
    assert cited(text) == expected


def test_a_motion_does_not_cite_itself():
    page = (
        "Motie 13a\nDe raad, overwegende dat motie 61a niet is uitgevoerd;\nverzoekt het college motie 13a "
        "uit te voeren\nen gaat over tot de orde van de dag"
    )
    assert [c.number for c in read(page).cites] == ["61a"]


REPORT = (
    "## Evaluatie Aanpak Arbeidsmigranten 2017-2020\nIn opdracht van de provincie Noord-Brabant\n26 november 2020",
    """# 1 Aanleiding
    Provinciale Staten namen in 2017 motie M9-2017 aan. In 2018 volgde motie 44b en in 2019 kwamen de moties 17 en 203.
    Twaalf gemeenten, waaronder Oss, Deurne en Asten, zijn bezig met een nieuwe beleidsnota arbeidsmigranten.
    Een integrale visie op arbeidsmigratie moet door gemeenten en regio samen worden opgesteld.""",
)


def test_a_provincial_evaluation_is_no_policy_of_anybody_and_its_motions_are_cited():
    report = read(*REPORT)
    assert (report.kind.value, report.owners.value, report.province.value) == (PaperKind.OTHER, (), "Noord-Brabant")
    assert (report.about.value, report.status.value) == (True, PaperStatus.UNKNOWN)
    assert [one.number for one in report.cites] == ["M9-2017", "44b", "17", "203"]


def test_an_evaluation_that_reports_on_the_plans_of_others_announces_nothing():
    assert not read(*REPORT).announces.value
