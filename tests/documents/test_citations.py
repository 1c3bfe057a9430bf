import pytest

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
