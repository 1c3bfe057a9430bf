"""By what words a passage speaks of a theme only in the service of the housing rules."""

import pytest

from pipeline.coverage.footing import NO_OBJECT, PROVIDER_DUTY, RESIDENT_DUTY, why_serving

from .papers import ARBEIDSMARKT, HANDHAVING, HUISVESTING, REGISTRATIE, ZORG
from .test_assessment import judged, passage


def why(theme, text, *labels):
    return why_serving(theme, passage(0, text), judged(*(labels or (theme,))))


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        (REGISTRATIE, "De huisvester meldt elke bewoner binnen een week, zodat de BRP klopt."),
        (ZORG, "De exploitant moet bewoners wijzen op de huisarts."),
        (ARBEIDSMARKT, "De beheerder houdt een lijst van werkgevers bij."),
        (HANDHAVING, "De eigenaar laat de Arbeidsinspectie binnen."),
    ],
)
def test_a_duty_on_who_offers_the_housing(theme, text):
    assert why(theme, text) == PROVIDER_DUTY


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        (ZORG, "De GGD houdt spreekuur, ook op locaties van huisvesters."),
        (ARBEIDSMARKT, "Met uitzendbureaus en verhuurders spreken wij af dat baan en bed uit elkaar gaan."),
    ],
)
def test_naming_who_offers_the_housing_is_no_duty(theme, text):
    assert not why(theme, text)


@pytest.mark.parametrize(
    "text",
    [
        "Bewoners die langer blijven zijn verplicht zich in te schrijven in de BRP.",
        "Personen die langer dan vier maanden verblijven worden in het bevolkingsregister ingeschreven.",
        "Wie langer blijft moet zich inschrijven in de BRP. De huisvester ziet hierop toe.",
    ],
)
def test_that_residents_must_be_inscribed(text):
    assert why(REGISTRATIE, text) in (RESIDENT_DUTY, PROVIDER_DUTY)


def test_what_the_municipality_does_so_that_they_are_is_more_than_a_duty():
    assert not why(
        REGISTRATIE, "Bewoners moeten zich inschrijven in de BRP. Daarvoor gaat burgerzaken langs bij bedrijven."
    )


def test_general_enforcement_has_no_object_of_its_own():
    assert why(HANDHAVING, "Bij een overtreding volgt een dwangsom.") == NO_OBJECT


def test_enforcement_that_is_about_work_too_has_work_for_its_object_whatever_its_words():
    assert not why(HANDHAVING, "Samen met de rijksdienst gaan wij langs bij kassen.", ARBEIDSMARKT, HANDHAVING)


def test_sight_on_persons_is_an_object_of_registration():
    assert not why(REGISTRATIE, "Wij willen zicht op wie hier verblijft.")


def test_housing_itself_never_serves():
    assert not why(HUISVESTING, "De huisvester meldt elk bed.")
