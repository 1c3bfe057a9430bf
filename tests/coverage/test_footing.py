"""By what words a passage speaks of a theme only in the service of the housing rules."""

from dataclasses import replace

import pytest

from pipeline.coverage.footing import (
    MINGLED,
    NO_OBJECT,
    PROVIDER_DUTY,
    RESIDENT_DUTY,
    stands_apart,
    why_serving,
)
from pipeline.language.passages import Sentence

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


@pytest.mark.parametrize(
    "text",
    [
        "Wij willen weten wie er in onze gemeente woont.",
        "De gemeente moet weten wie waar verblijft.",
        "Alleen als we weten wie hier slaapt, kunnen we iemand bereiken.",
    ],
)
def test_to_know_who_lives_here_is_an_object_of_registration(text):
    assert not why(REGISTRATIE, text)


@pytest.mark.parametrize(
    "text",
    [
        "Omwonenden willen weten wie de beheerder is.",
        "Buren moeten weten wie zij kunnen bellen als iemand er slaapt.",
        "Wij willen weten wie de kamers verhuurt.",
    ],
)
def test_to_know_whom_to_call_is_none(text):
    assert why(REGISTRATIE, text)


def test_housing_itself_never_serves():
    assert not why(HUISVESTING, "De huisvester meldt elk bed.")


CHECKS = "Wij controleren panden op overbewoning en brandveiligheid."
EMPLOYERS = "Met de Arbeidsinspectie controleren wij uitzendbureaus op onderbetaling en uitbuiting."


def apart(theme, *sentences):
    whole = passage(0, " ".join(sentences))
    places = whole.sentences[0].places
    return stands_apart(theme, replace(whole, sentences=tuple(Sentence(0, len(one), one, places) for one in sentences)))


@pytest.mark.parametrize(
    ("theme", "sentences"),
    [
        (HANDHAVING, (CHECKS, EMPLOYERS)),
        (
            REGISTRATIE,
            ("De verhuurder houdt een nachtregister bij.", "Burgerzaken schrijft hen bij het bedrijf in de BRP in."),
        ),
        (ZORG, ("De beheerder helpt zieke bewoners.", "De GGD houdt een spreekuur voor wie geen huisarts heeft.")),
    ],
)
def test_one_sentence_for_the_themes_own_sake_stands_apart(theme, sentences):
    assert apart(theme, *sentences)


@pytest.mark.parametrize(
    ("theme", "sentence"),
    [
        (HANDHAVING, CHECKS),
        (HANDHAVING, "Bij een overtreding volgt een dwangsom."),
        (REGISTRATIE, "De exploitant houdt een nachtregister bij."),
        (ZORG, "De huisvester wijst bewoners op de huisarts."),
    ],
)
def test_what_speaks_of_housing_or_of_nothing_does_not(theme, sentence):
    assert not apart(theme, sentence)


def test_a_doctor_for_who_sleeps_in_a_pension_serves_housing():
    in_pension = passage(0, "Bij zestig bedden of meer komt een huisarts langs op de locatie.", "Nota")
    assert why_serving(ZORG, in_pension, judged(ZORG, HUISVESTING)) == MINGLED
