"""Municipalities and their papers whose status and cells were decided by hand from the domain ("A municipality at a peildatum").

Cells are written in the order of the codebook (huisvesting, arbeidsmarkt, registratie, zorg, handhaving): g gedekt, a afgeleid,
n niet gedekt, o onzeker, l onleesbaar, d geen documenten.
"""

from dataclasses import dataclass, replace

import pytest

from pipeline.coverage.dossier import Dossier
from pipeline.coverage.municipality import CellValue
from pipeline.coverage.standing import standing
from pipeline.documents.paper import Motion, PaperKind, PaperStatus
from pipeline.extraction.blocks import FileState
from pipeline.language.municipalities import by_name

from .papers import ARBEIDSMARKT, HANDHAVING, HUISVESTING, REGISTRATIE, RULES, ZORG, Theme, day, paper

LETTERS = dict(zip("ganold", CellValue, strict=True))
NOTHING, UNREAD, UNSEEN = "nnnnn", "lllll", "ddddd"
SERVING = {"own": [HUISVESTING], "serving": [REGISTRATIE, HANDHAVING]}
CARE = {"title": "Zorgprogramma", "own": [ZORG]}
WORK = {"title": "Werkprogramma", "own": [ARBEIDSMARKT]}
DRAFT = {"status": PaperStatus.DRAFT}
REGIONAL = {"kind": PaperKind.REGIONAL_AGREEMENT, "title": "Afspraken"}
LETTER = {
    "kind": PaperKind.COUNCIL_PAPER,
    "title": "Brief",
    "status": PaperStatus.ANNOUNCED,
    "announces": True,
    "own": (),
}
OFF_TOPIC = {"title": "Parkeernota", "about": False, "own": ()}
SCAN = {"state": FileState.UNREADABLE, "title": "Scan"}


def of(*names):
    return tuple(by_name(name).gm_code for name in names)


def motion(when="2020-03-01", asks_policy=True, status=PaperStatus.MOTION_PASSED, **rest):
    said = Motion("7", "gemeenteraad", day(when) if when else None, ("CDA",), "", ("beleid te maken",), asks_policy)
    return paper(when, kind=PaperKind.MOTION, title="Motie", status=status, motion=said, own=(), **rest)


def ends(when, what="Beleid arbeidsmigranten", **rest):
    return paper(when, **({"title": "Kader", "replaces": (what,)} | rest))


@dataclass(frozen=True)
class Case:
    name: str
    papers: list[Dossier]
    status: str
    cells: str
    on: str = "2021-01-01"
    who: str = "Someren"


CASES = [
    Case("niets", [], "geen_documenten", UNSEEN),
    # own policy in force
    Case("woonbeleid met toezicht en nachtregister", [paper(**SERVING)], "huisvesting", "gnana"),
    Case("alle thema's", [paper(own=list(Theme))], "integraal", "ggggg"),
    Case("wonen, werk en handhaving", [paper(own=[HUISVESTING, ARBEIDSMARKT, HANDHAVING])], "deels", "ggnng"),
    Case("werk en zorg zonder wonen", [paper(own=[ARBEIDSMARKT, ZORG, REGISTRATIE])], "deels", "ngggn"),
    Case("geen thema op eigen benen", [paper(own=[], serving=[REGISTRATIE])], "deels", "nnann"),
    Case("alleen twijfel over zorg", [paper(uncertain=[ZORG])], "huisvesting", "gnnon"),
    Case("op de dag zelf vastgesteld", [paper("2021-01-01")], "huisvesting", "gnnnn"),
    Case("een dag te laat", [paper("2021-01-02")], "geen_documenten", UNSEEN),
    Case("op de eerste dag van actueel", [paper("2018-01-01")], "huisvesting", "gnnnn"),
    Case("eind 2017 vastgesteld", [paper("2017-12-20")], "verouderd", "gnnnn"),
    Case("oud integraal beleid", [paper("2012-05-01", own=list(Theme))], "verouderd", "ggggg"),
    Case("oud beleid met afgeleide thema's", [paper("2009-05-01", **SERVING)], "verouderd", "gnana"),
    Case("gezamenlijk beleid", [paper(owners=of("Asten", "Someren", "Deurne"))], "huisvesting", "gnnnn"),
    # several papers
    Case("wonen en zorg tellen op", [paper(), paper(**CARE)], "deels", "gnngn"),
    Case("wonen, zorg en werk tellen op", [paper(), paper(**CARE), paper(**WORK)], "integraal", "ggngn"),
    Case("oude zorg naast nieuw woonbeleid", [paper(), paper("2015-01-01", **CARE)], "huisvesting", "gnngn"),
    Case("oude zorg naast oud woonbeleid", [paper("2014-01-01"), paper("2015-01-01", **CARE)], "verouderd", "gnngn"),
    Case("nog niet vervangen", [paper(**CARE), ends("2022-02-01", "Zorgprogramma")], "deels", "nnngn"),
    Case("vervangen", [paper(**CARE), ends("2020-02-01", "Zorgprogramma")], "huisvesting", "gnnnn"),
    Case(
        "ingetrokken door een besluit zonder nieuw beleid",
        [paper(), ends("2020-02-01", kind=PaperKind.COUNCIL_PAPER, own=())],
        "geen",
        NOTHING,
    ),
    Case("later ingetrokken", [paper(), ends("2022-02-01", kind=PaperKind.COUNCIL_PAPER)], "huisvesting", "gnnnn"),
    Case("verlopen", [paper(until="2021-01-01")], "geen", NOTHING),
    Case("nog niet verlopen", [paper(until="2021-01-02")], "huisvesting", "gnnnn"),
    Case("ingetrokken, onbekend wanneer", [paper(status=PaperStatus.WITHDRAWN)], "geen", NOTHING),
    # in the making
    Case("concept", [paper(**DRAFT, **SERVING)], "in_ontwikkeling", NOTHING),
    Case("oud concept", [paper("2014-01-01", **DRAFT)], "in_ontwikkeling", NOTHING),
    Case("twijfel in een concept", [paper(**DRAFT, uncertain=[ZORG])], "in_ontwikkeling", NOTHING),
    Case("concept naast oud beleid", [paper("2013-01-01"), paper(**DRAFT, **CARE)], "in_ontwikkeling", "gnnnn"),
    Case("concept naast actueel beleid", [paper(), paper("2020-01-01", **DRAFT, **CARE)], "huisvesting", "gnnnn"),
    Case("aankondiging", [paper("2019-02-01", **LETTER)], "in_ontwikkeling", NOTHING),
    Case("aankondiging van precies drie jaar", [paper("2018-01-01", **LETTER)], "in_ontwikkeling", NOTHING),
    Case("aankondiging van langer geleden", [paper("2017-12-31", **LETTER)], "geen", NOTHING),
    Case("motie om beleid", [motion()], "in_ontwikkeling", NOTHING),
    Case("motie om één voorziening", [motion(asks_policy=False)], "geen", NOTHING),
    Case("verworpen motie", [motion(status=PaperStatus.MOTION_REJECTED)], "geen", NOTHING),
    Case("aangehouden motie", [motion(status=PaperStatus.UNKNOWN)], "geen", NOTHING),
    Case("motie van na de peildatum", [motion("2022-03-01")], "geen_documenten", UNSEEN),
    Case("motie in Provinciale Staten", [motion(owners=(), province="Noord-Brabant")], "geen_documenten", UNSEEN),
    # papers, no policy
    Case("stuk over iets anders", [paper(**OFF_TOPIC)], "geen", NOTHING),
    Case("begroting", [paper(kind=PaperKind.OTHER, own=[HUISVESTING])], "geen", NOTHING),
    Case("rapport van niemand", [paper(owners=(), kind=PaperKind.OTHER)], "geen_documenten", UNSEEN),
    Case("provinciaal beleid", [paper(owners=(), province="Noord-Brabant")], "geen_documenten", UNSEEN),
    Case("regionale afspraak", [paper(**REGIONAL, owners=of("Asten", "Someren"))], "geen", NOTHING),
    Case("regionale afspraak in concept", [paper(**REGIONAL, **DRAFT)], "geen", NOTHING),
    Case("regionale afspraak van later", [paper("2022-01-01", **REGIONAL, **DRAFT)], "geen_documenten", UNSEEN),
    Case(
        "regio van wie maar enkele zijn genoemd",
        [paper(**REGIONAL, region="De Peel", owners=of("Asten"))],
        "geen",
        NOTHING,
    ),
    Case(
        "geen partij bij de regio",
        [paper(**REGIONAL, region="De Peel", owners=of("Asten", "Deurne", "Laarbeek"))],
        "geen_documenten",
        UNSEEN,
    ),
    Case("zorg alleen in de regio", [paper(**REGIONAL, own=list(Theme)), paper()], "huisvesting", "gnnnn"),
    Case("onleesbaar", [paper(**SCAN)], "onleesbaar", UNREAD),
    Case("onleesbaar naast iets anders", [paper(**SCAN), paper(**OFF_TOPIC)], "geen", NOTHING),
    Case("onleesbaar naast beleid", [paper(**SCAN), paper()], "huisvesting", "gnnnn"),
    # without a date; the PDF was made in 2026
    Case("beleid zonder datum", [paper(None)], "huisvesting", "gnnnn"),
    Case("oud bestand zonder datum", [paper(None, made="2013-04-01")], "verouderd", "gnnnn"),
    Case("concept zonder datum", [paper(None, **DRAFT)], "in_ontwikkeling", NOTHING),
    Case(
        "concept zonder datum naast oud beleid",
        [paper("2012-01-01"), paper(None, **DRAFT, title="Nota logies werknemers")],
        "in_ontwikkeling",
        "gnnnn",
    ),
    Case(
        "concept zonder datum naast wat ervan kwam", [paper("2012-01-01"), paper(None, **DRAFT)], "verouderd", "gnnnn"
    ),
    Case("regionale afspraak zonder datum", [paper(None, **REGIONAL)], "geen", NOTHING),
    Case("regionaal concept zonder datum", [paper(None, **REGIONAL, **DRAFT)], "geen", NOTHING),
    Case("aankondiging zonder datum", [paper(None, **LETTER)], "in_ontwikkeling", NOTHING),
    Case("motie zonder datum", [motion(None)], "in_ontwikkeling", NOTHING),
    Case("stuk over iets anders zonder datum", [paper(None, **OFF_TOPIC)], "geen", NOTHING),
    Case("onleesbaar, dus zonder datum", [paper(None, **SCAN)], "onleesbaar", UNREAD, on="2019-01-01"),
    Case("zonder datum, voor latere jaren", [paper(None, title="Beleid 2023-2027")], "geen_documenten", UNSEEN),
    Case("zonder datum, voor deze jaren", [paper(None, title="Beleid 2022-2026")], "huisvesting", "gnnnn"),
    Case("zonder datum, met een verre horizon", [paper(None, title="Visie 2040")], "huisvesting", "gnnnn"),
    Case("zonder datum en vervangen", [paper(None), ends("2020-02-01", **CARE)], "deels", "nnngn"),
    # mergers
    Case("Uden in Maashorst", [paper(owners=of("Uden"))], "huisvesting", "gnnnn", "2022-06-01", "Maashorst"),
    Case("Uden na twee jaar", [paper(owners=of("Uden"))], "geen", NOTHING, "2024-02-01", "Maashorst"),
    Case(
        "Uden en Landerd tellen op",
        [paper(owners=of("Uden")), paper(owners=of("Landerd"), **CARE)],
        "deels",
        "gnngn",
        "2022-06-01",
        "Maashorst",
    ),
    Case(
        "eigen beleid van Maashorst gaat voor",
        [paper(owners=of("Uden")), paper("2022-03-01", owners=of("Maashorst"), **CARE)],
        "deels",
        "nnngn",
        "2022-06-01",
        "Maashorst",
    ),
    Case(
        "concept van Maashorst laat dat van Uden staan",
        [paper(owners=of("Uden")), paper("2022-03-01", owners=of("Maashorst"), **DRAFT, **CARE)],
        "huisvesting",
        "gnnnn",
        "2022-06-01",
        "Maashorst",
    ),
    Case("Haaren bestaat nog", [paper(owners=of("Haaren"))], "huisvesting", "gnnnn", "2020-12-31", "Haaren"),
    Case("Haaren werd gesplitst", [paper(owners=of("Haaren"))], "geen", NOTHING, who="Vught"),
    Case(
        "Boxmeer voor de fusie",
        [paper("2022-02-01", owners=of("Land van Cuijk"))],
        "geen_documenten",
        UNSEEN,
        who="Boxmeer",
    ),
    Case(
        "regio zonder datum, leden van na de fusie",
        [paper(None, **REGIONAL, owners=of("Land van Cuijk", "Oss"))],
        "geen",
        NOTHING,
        who="Boxmeer",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_status_and_cells_are_as_decided_by_hand(case):
    papers = [
        replace(one, path=f"{number}.pdf", sha256=str(number), made=one.made or day("2026-05-01"))
        for number, one in enumerate(case.papers)
    ]
    found = standing(papers, day(case.on), ["Noord-Brabant"], [], RULES).positions[by_name(case.who).gm_code]
    cells = [LETTERS[letter] for letter in case.cells]
    assert (found.status, [found.cells[theme].value for theme in Theme]) == (case.status, cells)


def test_a_municipality_that_merged_is_not_in_the_matrix_of_later():
    found = standing([paper(owners=of("Uden"))], day("2022-06-01"), ["Noord-Brabant"], [], RULES)
    assert by_name("Uden").gm_code not in found.positions
