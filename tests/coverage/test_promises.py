"""What goes on, is planned or was agreed is a promise, in whatever letter or report it stands; what is over or done by others is not."""

from dataclasses import replace

import pytest

from pipeline.coverage.acting import LOOKS_INTO
from pipeline.coverage.assessment import assess
from pipeline.coverage.promises import promises
from pipeline.language.passages import Sentence
from pipeline.themes.codebook import Strength

from .papers import ARBEIDSMARKT, HANDHAVING, HUISVESTING, REGISTRATIE, RULES, ZORG
from .test_assessment import judged, passage

SOMEREN = ("GM0847",)


@pytest.mark.parametrize(
    "sentence",
    [
        "De huisbezoeken lopen ook in het nieuwe jaar door, maar dan onaangekondigd.",
        "In de winter gaat het spreekuur door, elke dinsdag.",
        "Het informatiepunt blijft ook na de zomer open.",
        "Wij hebben de proef met de wijkverpleegkundige met een jaar verlengd.",
        "Het contract met de tolken heeft het college verlengd tot 1 juli 2026.",
        "De inzet van de tolken is verlengd.",
        "Wij hebben met de huisartsen afgesproken dat zij nieuwe patiënten aannemen.",
        "Met de vakbond heeft de gemeente afgesproken om elke maand samen te zitten.",
        "Voor de loonbalie hebben wij € 20.000 gereserveerd.",
        "In 2025 is daarvoor € 1,2 miljoen beschikbaar.",
        "Vanaf het voorjaar gaan wij per kwartaal langs de slachterijen.",
        "De hercontroles zijn voor dit najaar gepland.",
        "Een tweede actiedag staat in maart gepland.",
        "Onze inspecteurs bezoeken de bureaus voortaan zonder afspraak.",
        "In september beginnen onze adresonderzoekers in de Stationsbuurt.",
        "De inloop begint in het voorjaar van 2025.",
        "Wij breiden het spreekuur uit naar de zaterdag.",
        "De wethouder zegt een proef met tolken toe.",
        "Sinds de zomer houdt een arts van de GGD er iedere vrijdag zitting.",
        "In het beheerplan staat dat de exploitant nieuwe bewoners meeneemt naar het gemeentehuis.",
        "Aan de medewerking wordt de voorwaarde verbonden dat de eigenaar een nachtregister bijhoudt.",
        "Aan de omgevingsvergunning verbinden dat er niet meer dan twee personen per kamer slapen.",
        "In de anterieure overeenkomst is vastgelegd dat de verhuurder elk kwartaal namen doorgeeft.",
        "Sinds 1 maart toetst de projectleider iedere aanvraag op het aandeel vaste krachten.",
        "Er is een bus, die sinds het voorjaar op maandag en vrijdag langs de bedrijven rijdt.",
        "Wij dragen tot en met 2027 € 45.000 bij.",
    ],
)
def test_what_goes_on_or_is_planned_or_agreed_is_promised(sentence):
    assert promises(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De controles gingen in de zomer door.",
        "De controles gaan niet door.",
        "De bewoners gaan elke nacht door tot het licht wordt.",
        "In 2019 zijn 74 adressen bezocht.",
        "Wij hebben vorig jaar twaalf bureaus gecontroleerd.",
        "Hun contract werd telkens met een week verlengd.",
        "De proef is niet verlengd.",
        "De proef was verlengd tot 2018.",
        "Werkgevers hebben afgesproken dat zij geen borg vragen.",
        "Wij hebben nog niet met de huisartsen afgesproken dat zij mensen aannemen.",
        "De zitting is nog niet gepland.",
        "De controles van de Arbeidsinspectie gaan komend jaar door.",
        "Onze bouwinspecteurs komen aan het buitengebied weinig toe.",
        "Onze ondernemers beginnen in april met de oogst.",
        "Als er geld is, gaan wij vanaf september naar de slachterijen.",
        "Wij gaan dit jaar nadenken over een loket.",
        "Sinds 2019 werken er 1.200 mensen in de loodsen.",
        "Wij hebben dat in 2020 in een brief uitgelegd.",
        "Wij gaan per persoon uit van 12 vierkante meter.",
        "We gaan in 2021 uit van 2.300 arbeidsmigranten.",
        "Wij zeggen dat het aantal klachten toe neemt.",
        "Onze handhavers komen overbewoning tegen.",
        "Onze toezichthouders lopen hier tegen de grenzen van de wet aan.",
        "In 2016 heeft de gemeente de pilot met een jaar verlengd.",
        "Het college heeft een brief ontvangen, de exploitant heeft met bewoners afgesproken dat er toezicht komt.",
        "Wij verlengen de termijn voor zienswijzen.",
        "Wij vervolgen met een beschrijving van de cijfers.",
        "Voor bewoners is een vergoeding van € 50 per week beschikbaar.",
        "Er is landelijk € 10 miljoen beschikbaar voor gemeenten.",
        "Aan de vergunning werd verbonden dat de eigenaar een nachtregister bijhield.",
        "In het beheerplan stond dat de exploitant er zelf zou wonen.",
        "In het beheerplan is niet opgenomen dat iemand de namen bijhoudt.",
        "In het rapport staat dat de meesten nergens ingeschreven zijn.",
        "In het arbeidscontract staat dat het loon elke week komt.",
        "In de huurovereenkomst staat dat de huur eindigt met het werk.",
        "Aan de vergunning kan worden verbonden dat er toezicht is.",
        "Sinds 2019 rijdt er een bus naar het station.",
        "De huisvesters dragen € 45.000 bij.",
        "Wij dragen niets bij; de kosten zijn € 45.000.",
    ],
)
def test_what_is_over_or_uncertain_or_done_by_others_is_not(sentence):
    assert not promises(sentence)


@pytest.mark.parametrize(
    "said", ["sinds het houdt de ", "wij hebben tot nu ", "de controles lopen nog ", "het college zegt "]
)
def test_a_table_without_full_stops_is_gone_through_once(said):
    assert not promises(said * 2000)


def test_a_province_acts_in_its_own_paper_only():
    text = "Daarnaast betaalt de provincie mee aan een loket voor tolken."
    assert promises(text, True)
    assert not promises(text)


def of(*texts):
    """A passage of these sentences."""
    (whole,) = passage(0, " ".join(texts)).sentences
    starts = [sum(len(text) + 1 for text in texts[:at]) for at in range(len(texts))]
    sentences = (Sentence(at, at + len(text), text, whole.places) for at, text in zip(starts, texts, strict=True))
    return replace(passage(0, " ".join(texts)), sentences=tuple(sentences))


def levels(one, judgement):
    found = assess([one], [judgement], RULES, owners=SOMEREN).findings
    return {theme: found[theme].level for theme in judgement.labels}


@pytest.mark.parametrize(
    ("kept", "level"), [("een lijst bijhouden van bewoners en die tonen", 3), ("een hek plaatsen", 1)]
)
def test_a_list_of_who_sleeps_there_is_a_register(kept, level):
    one = of(f"De exploitant moet {kept}.", "Een register op het gemeentehuis achten wij niet nodig.")
    assert levels(one, judged(REGISTRATIE))[REGISTRATIE] == level


VISITED = "Op het park zijn vorig jaar tien controles gehouden op logies."
PLANNED = "De laatste bezoeken zijn gepland in maart."


def test_what_is_promised_is_a_measure_though_the_rest_tells_of_the_past():
    described = judged(HANDHAVING, strength=Strength.CONTEXT, acting=0.05)
    assert levels(of(VISITED), described) == {HANDHAVING: 1}
    assert levels(of(VISITED, "Zulke controles gaan deze winter door."), described) == {HANDHAVING: 3}


def test_a_promise_that_names_no_theme_is_on_those_that_lead_its_passage():
    both = judged(HUISVESTING, HANDHAVING, strength=Strength.CONTEXT, acting=0.05)
    assert levels(of(VISITED, PLANNED), both) == {HUISVESTING: 3, HANDHAVING: 3}
    beside = replace(both, scores=both.scores | {HUISVESTING: 0.7})
    assert levels(of(VISITED, PLANNED), beside) == {HUISVESTING: 1, HANDHAVING: 3}


def test_a_promise_on_another_theme_makes_no_measure_of_this_one():
    both = judged(ARBEIDSMARKT, ZORG, strength=Strength.CONTEXT, acting=0.05)
    text = of("Bureaus houden loon in.", "Het spreekuur van de GGD is verlengd.")
    assert levels(text, both) == {ARBEIDSMARKT: 1, ZORG: 3}


def test_a_promise_that_names_no_theme_is_not_on_what_is_first_named_after_it():
    both = judged(ZORG, REGISTRATIE, strength=Strength.CONTEXT, acting=0.05)
    text = of("De GGD houdt spreekuur.", "Wij dragen tot eind 2027 € 45.000 bij.", "Een register is er niet.")
    assert levels(text, both) == {ZORG: 3, REGISTRATIE: 1}


def test_a_promise_stands_beside_a_question_that_nobody_answers():
    described = judged(ZORG, strength=Strength.CONTEXT, acting=0.05)
    asked = "3. Wat gebeurt er met iemand die ziek wordt?"
    text = of("De GGD testte er 212 mensen.", "Wij hebben met de GGD afgesproken dat zij terugkomt.", asked)
    assert levels(text, described) == {ZORG: 3}


def doubted(theme, score, strength=Strength.MAATREGEL):
    """A judgement that abstains on the theme, at this score."""
    seen = judged(uncertain=(theme,), strength=strength)
    return replace(seen, scores=seen.scores | {theme: score})


def level_of(theme, one, judgement):
    return assess([one], [judgement], RULES, owners=SOMEREN).findings[theme].level


@pytest.mark.parametrize(
    "lead_in",
    ["Wij kiezen voor de volgende aanpak:", "Daarom verzoeken wij u:", "Wij vragen uw college in elk geval:"],
)
def test_what_is_listed_behind_what_is_done_or_asked_is_a_measure(lead_in):
    doubtful = judged(ARBEIDSMARKT, acting=0.5)
    item = "• wie een kavel koopt laat zien wat de bureaus aan loon betalen."
    assert level_of(ARBEIDSMARKT, of(lead_in, item), doubtful) == 3
    assert level_of(ARBEIDSMARKT, of(item, lead_in), doubtful) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Wij zouden het toezicht graag zien groeien naar vier mensen.",
        "Wij hopen de controles volgend jaar te verdubbelen.",
        "Wij betalen de opleiding van toezichthouders.",
    ],
)
def test_a_theme_in_the_very_words_of_what_is_done_or_wanted_is_certain(text):
    assert level_of(HANDHAVING, of(text), doubted(HANDHAVING, 0.4)) >= 2


def test_a_theme_in_doubt_stays_so_where_what_is_done_is_said_in_other_words():
    text = of("Er is weinig toezicht op de parken.", "Wij openen een balie.")
    assert level_of(HANDHAVING, text, doubted(HANDHAVING, 0.4)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "De bewoners zouden graag meer toezicht zien.",
        "Wij hopen u hiermee voldoende te hebben geïnformeerd over de controles.",
    ],
)
def test_a_theme_in_doubt_stays_so_where_others_want_it_or_a_letter_ends(text):
    assert level_of(HANDHAVING, of(text), doubted(HANDHAVING, 0.4)) == 0


def test_a_theme_in_doubt_stays_so_where_it_is_described():
    wanted = of("Wij hopen op meer toezicht.")
    assert level_of(HANDHAVING, wanted, doubted(HANDHAVING, 0.4, Strength.CONTEXT)) == 0


def test_what_is_looked_into_is_gone_through_once():
    assert not LOOKS_INTO.search("wij kijken of het bed " * 2000)


@pytest.mark.parametrize(
    "text", ["Wij kijken niet of dat kan.", "Wij gaan na of de aanvrager kan aantonen dat hij eigenaar is."]
)
def test_what_is_checked_or_not_looked_into_is_no_intention(text):
    assert not LOOKS_INTO.search(text)
