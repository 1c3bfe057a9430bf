"""Papers that let an earlier one hold longer."""

from datetime import date

import pytest

from pipeline.documents.paper import Extension, PaperStatus
from tests.documents.made import read

DECISION = "## Raadsbesluit\nGemeente Someren\nVastgesteld door de raad op 12 mei 2020"
TITLE = "Beleidsregels logies arbeidsmigranten"


def extends(text):
    return read(DECISION, text).extends


@pytest.mark.parametrize(
    "text",
    [
        f"De raad besluit de looptijd van de {TITLE} te verlengen tot en met 31 december 2023.",
        f"De raad besluit: de {TITLE} te verlengen tot 1 januari 2024.",
        f"De geldigheidsduur van de {TITLE} wordt verlengd tot 1 januari 2024.",
        f"De {TITLE} worden ongewijzigd verlengd tot 1 januari 2024.",
        f"de looptijd van de {TITLE}, vastgesteld op 31 maart 2014, te verlengen tot 1 januari 2024.",
        f"De {TITLE} zijn door de raad verlengd tot 1 januari 2024.",
        f"Het college verlengt hierbij de {TITLE} tot en met 31 december 2023.",
    ],
)
def test_it_says_which_paper_and_until_when(text):
    (found,) = extends(text)
    assert (found.title, found.until) == (TITLE, date(2024, 1, 1))


def test_it_may_say_for_how_many_years():
    assert extends(f"De looptijd van de {TITLE} met twee jaar te verlengen.") == (Extension(TITLE, None, 2),)


def test_it_may_be_until_there_is_other_policy():
    said = f"De raad besluit om de {TITLE} te verlengen tot het moment waarop nieuwe regels in werking treden."
    assert extends(said) == (Extension(TITLE, None),)


def test_a_term_may_be_stretched():
    said = f"De termijn van de {TITLE} op te rekken tot 1 januari 2024."
    assert extends(said) == (Extension(TITLE, date(2024, 1, 1)),)


NOTICE = "## Bekendmaking\nGemeente Someren, 20 mei 2020"


def test_a_notice_tells_that_an_organ_extended_a_paper():
    said = f"Het college heeft op 12 mei 2020 besloten om de {TITLE} te verlengen tot 1 januari 2024."
    assert read(NOTICE, said).extends == (Extension(TITLE, date(2024, 1, 1)),)


@pytest.mark.parametrize(
    "text",
    [
        f"Het college stelt voor de {TITLE} te verlengen tot 1 januari 2024.",
        f"De fractie vraagt of het college heeft besloten de {TITLE} te verlengen tot 1 januari 2024.",
        f"Het college heeft niet besloten de {TITLE} niet te verlengen tot 1 januari 2024.",
    ],
)
def test_a_notice_of_what_is_proposed_or_asked_extends_nothing(text):
    assert read(NOTICE, text).extends == ()


def test_it_may_be_for_good():
    assert extends(f"De werking van de {TITLE} voor onbepaalde tijd te verlengen.") == (Extension(TITLE, None),)


@pytest.mark.parametrize(
    "text",
    [
        f"De looptijd van de {TITLE} niet te verlengen tot 1 januari 2024.",
        "De termijn voor het indienen van zienswijzen wordt verlengd tot 1 januari 2024.",
        "De vergunning van het hotel wordt verlengd tot 1 januari 2024.",
        f"De looptijd van de {TITLE} wordt verlengd.",
        f"De raad besluit de vergunning op grond van de {TITLE} te verlengen tot 1 januari 2024.",
        f"De raad besluit de termijn voor zienswijzen op de {TITLE} te verlengen tot 1 maart 2021.",
        f"De raad besluit het college te verzoeken de {TITLE} te verlengen tot 1 januari 2024.",
        f"De pilot uit de {TITLE} is verlengd tot 1 januari 2024.",
        f"Dit kader geldt tot 1 januari 2024, zolang de {TITLE} worden verlengd.",
    ],
)
def test_a_refusal_a_permit_or_a_term_without_end_extends_nothing(text):
    assert extends(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"De raad besluit: de {TITLE}, vastgesteld op 3 juni 2014, opnieuw en ongewijzigd vast te stellen.",
        f"1. de {TITLE}, vastgesteld op 3 juni 2014, ongewijzigd opnieuw vast te stellen;",
        f"De {TITLE} worden hierbij nogmaals ongewijzigd vastgesteld.",
        f"besluit de {TITLE} ongewijzigd te handhaven.",
        f"• de {TITLE} wederom ongewijzigd vast te stellen",
        f"De raad besluit de {TITLE} ongewijzigd voort te zetten.",
    ],
)
def test_to_adopt_a_paper_once_more_as_it_was_lets_it_hold(text):
    assert extends(text) == (Extension(TITLE, None),)


@pytest.mark.parametrize(
    "text",
    [
        f"De raad besluit de {TITLE} ongewijzigd vast te stellen.",
        f"De raad besluit de {TITLE} niet opnieuw ongewijzigd vast te stellen.",
        f"De raad besluit de {TITLE} opnieuw en gewijzigd vast te stellen.",
        "De grondprijzen worden opnieuw ongewijzigd vastgesteld.",
        f"De raad besluit de {TITLE} opnieuw te bezien.",
    ],
)
def test_a_first_or_changed_or_refused_decision_renews_nothing(text):
    assert extends(text) == ()


def test_it_may_be_until_long_from_now():
    (found,) = extends(f"De raad besluit de looptijd van de {TITLE} te verlengen tot 1 januari 2044.")
    assert found.until == date(2044, 1, 1)


def test_it_may_be_adopted_anew_for_some_years():
    text = f"De raad besluit de op 22 juni 2017 vastgestelde {TITLE} opnieuw en ongewijzigd vast te stellen voor 2021 tot en met 2024."
    assert extends(text) == (Extension(TITLE, date(2025, 1, 1)),)


def test_the_day_of_what_is_adopted_anew_is_not_that_of_the_decision():
    text = (
        f"De raad van Someren besluit de op 22 juni 2017 vastgestelde {TITLE} opnieuw en ongewijzigd vast te stellen."
    )
    made = read(f"## Raadsbesluit\n{text}\nSomeren, 17 juni 2021, de griffier")
    assert (made.date.value, made.status.value) == (date(2021, 6, 17), PaperStatus.ADOPTED)


@pytest.mark.parametrize("head", [TITLE, f"3. {TITLE}"])
def test_the_title_may_stand_over_it(head):
    said = "De geldigheidsduur van de beleidsregels wordt met een jaar verlengd tot 1 juli 2023."
    assert extends(f"{head}\n{said}") == (Extension(TITLE, date(2023, 7, 1)),)


def test_a_line_above_it_that_names_no_such_paper_is_no_title():
    said = "De geldigheidsduur van de beleidsregels wordt met een jaar verlengd tot 1 juli 2023."
    assert extends(f"Nota parkeren Someren\n{said}") == ()


def test_a_list_of_decisions_extends_too():
    made = read("## Besluitenlijst B&W Someren 14 juni 2022", f"{TITLE}", "De beleidsregels worden verlengd.")
    assert made.extends == ()
    text = f"De geldigheidsduur van de {TITLE} wordt verlengd tot 1 juli 2023."
    assert read("## Besluitenlijst B&W Someren 14 juni 2022", text).extends == (Extension(TITLE, date(2023, 7, 1)),)


@pytest.mark.parametrize(
    "text",
    [
        f"1. in de {TITLE} onder het kopje Werkingsduur ‘31 december 2020’ te lezen als ‘31 december 2023’;",
        f"1. in de {TITLE} onder Looptijd '1 januari 2021' te vervangen door '1 januari 2024';",
        f"De einddatum van de {TITLE} wordt gewijzigd in 31 december 2023.",
        f"De vervaldatum van de {TITLE} van 1 januari 2021 te wijzigen in 1 januari 2024.",
    ],
)
def test_another_last_day_may_be_put_in_the_paper(text):
    assert extends(text) == (Extension(TITLE, date(2024, 1, 1)),)


@pytest.mark.parametrize(
    "text",
    [
        f"1. in de {TITLE} onder Peildatum '1 januari 2021' te vervangen door '1 januari 2024';",
        f"1. in de {TITLE} onder Looptijd van vergunningen '1 januari 2021' te vervangen door '1 januari 2024';",
        f"1. in de {TITLE} onder Looptijd '1 januari 2024' te vervangen door '1 januari 2021';",
        f"De einddatum van de {TITLE} niet te wijzigen in 1 januari 2024.",
    ],
)
def test_another_day_in_it_or_an_earlier_one_extends_nothing(text):
    assert extends(text) == ()
