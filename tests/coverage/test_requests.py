"""What a motion asks counts as a measure in the passage that holds the request."""

from pipeline.coverage.requests import with_requests
from pipeline.documents.paper import Motion
from pipeline.themes.codebook import Strength

from .papers import DAY, HANDHAVING, HUISVESTING, REGISTRATIE, ZORG
from .test_assessment import CONTEXT, judged, passage

ASK = "in de BRP te laten inschrijven wie hier langer dan vier maanden blijft"
MOTION = Motion("7", "gemeenteraad", DAY, ("CDA",), "aangenomen", (ASK, "de raad te informeren"), False)
ASKED = [judged(REGISTRATIE), judged()]


def test_a_requested_theme_is_a_measure_in_the_passage_that_holds_it():
    there, elsewhere = (
        passage(0, f"Verzoekt het college: {ASK};"),
        passage(1, "Constaterende dat velen niet in de BRP staan"),
    )
    known = [judged(REGISTRATIE, strength=CONTEXT), judged(REGISTRATIE, strength=CONTEXT)]
    found = with_requests([there, elsewhere], known, MOTION, ASKED)
    assert found[0].strengths[REGISTRATIE] == Strength.MAATREGEL
    assert found[0].act_chance(REGISTRATIE) == 1.0
    assert found[1] == known[1]


def test_a_theme_that_the_whole_passage_hid_is_found_in_its_request():
    found = with_requests([passage(0, ASK.upper())], [judged(ZORG)], MOTION, ASKED)
    assert found[0].labels == (REGISTRATIE, ZORG)


def test_a_request_for_checks_alone_is_not_mingled_with_housing():
    ask = Motion("7", "gemeenteraad", DAY, (), "aangenomen", ("malafide uitzendbureaus aan te pakken",), False)
    known = [judged(HUISVESTING, HANDHAVING, mingled=[HANDHAVING])]
    found = with_requests([passage(0, "malafide uitzendbureaus aan te pakken")], known, ask, [judged(HANDHAVING)])
    assert found[0].mingled == ()


def test_a_paper_that_is_no_motion_stays_as_it_is():
    known = [judged(ZORG)]
    assert with_requests([passage(0, ASK)], known, None, []) == known
