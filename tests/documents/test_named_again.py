"""What a letter tells of "deze nota", which the sentence before named: that it ended, was adopted, or was given longer."""

import pytest

from tests.documents.made import read

TITLE = "Nota huisvesting arbeidsmigranten Asten"
HEAD = "## Raadsinformatiebrief\nGemeente Asten\nDatum: 12 oktober 2023\nVan: het college\nAan: de raad\nOnderwerp: arbeidsmigranten"
ON_THEM = "Arbeidsmigranten wonen in onze gemeente vaak in kleine woningen. Huisvesting van arbeidsmigranten vraagt aandacht van ons allen."


def letter(said):
    return read(HEAD, f"Geachte raad,\n{ON_THEM}\n{said.replace(' // ', chr(10))}")


def told_of_it(told):
    return any(one.title.startswith(TITLE) for one in told)


@pytest.mark.parametrize(
    "said",
    [
        "In 2018 stelde u de Nota huisvesting arbeidsmigranten Asten vast. Deze nota geldt sinds 1 januari 2023 niet meer.",
        "De Nota huisvesting arbeidsmigranten Asten is uit 2018. Zij is op 1 februari 2023 ingetrokken.",
        "De Nota huisvesting arbeidsmigranten Asten had een looptijd van vijf jaar. Die nota is dus verlopen.",
        "Wij werkten met de Nota huisvesting arbeidsmigranten Asten. Dat beleid is in maart 2023 beëindigd.",
        "U kent de Nota huisvesting arbeidsmigranten Asten uit 2018. Deze is per 1 juli 2023 vervallen.",
        "In 2018 stelde de raad de Nota huisvesting arbeidsmigranten Asten vast. Inmiddels is deze nota ingetrokken.",
        "De Nota huisvesting arbeidsmigranten Asten stamt uit 2018. Sinds maart 2023 passen wij deze nota niet meer toe.",
        "Uw raad stelde in 2018 de Nota huisvesting arbeidsmigranten Asten vast; die is op 3 maart 2023 door u ingetrokken.",
        "De Nota huisvesting arbeidsmigranten Asten loopt af. Per 1 januari 2023 is zij niet langer van kracht.",
        "Voor logies hadden wij de Nota huisvesting arbeidsmigranten Asten. Het college heeft die in maart 2023 ingetrokken.",
        "In 2018 stelde u de Nota huisvesting arbeidsmigranten Asten vast.\nDeze nota geldt sinds 1 januari 2023 niet meer.",
    ],
)
def test_it_ended(said):
    assert told_of_it(letter(said).ends_told)


@pytest.mark.parametrize(
    "said",
    [
        "In 2018 stelde u de Nota huisvesting arbeidsmigranten Asten vast. De motie is ingetrokken.",
        "De Nota huisvesting arbeidsmigranten Asten is uit 2018. Deze nota is nog niet ingetrokken.",
        "De Nota huisvesting arbeidsmigranten Asten is uit 2018. De vergunning is ingetrokken.",
        "De Nota huisvesting arbeidsmigranten Asten wordt geëvalueerd. Deze evaluatie is in maart 2023 beëindigd.",
        "De Nota huisvesting arbeidsmigranten Asten verving de Nota logies 2012. Die nota is in 2018 ingetrokken.",
        "De Nota huisvesting arbeidsmigranten Asten geldt. Het voorstel om deze nota in te trekken is verworpen.",
    ],
)
def test_something_else_ended_or_nothing(said):
    assert not told_of_it(letter(said).ends_told)


@pytest.mark.parametrize(
    "said",
    [
        "Wij legden u de Nota huisvesting arbeidsmigranten Asten voor. Deze nota is op 12 november 2020 door uw raad vastgesteld.",
        "In september kreeg u de Nota huisvesting arbeidsmigranten Asten. Uw raad heeft deze nota op 12 november 2020 vastgesteld.",
        "De Nota huisvesting arbeidsmigranten Asten lag ter inzage. Op 12 november 2020 stelde uw raad deze nota vast.",
        "U kent de Nota huisvesting arbeidsmigranten Asten. Die is in november 2020 door de raad vastgesteld.",
        "De raad kreeg in september de Nota huisvesting arbeidsmigranten Asten. In november is deze nota unaniem aangenomen door de raad.",
        (
            "Wij legden u in september de Nota huisvesting arbeidsmigranten Asten voor.\nDeze nota is op 12 november 2020 "
            "door uw raad vastgesteld."
        ),
    ],
)
def test_it_was_adopted(said):
    assert told_of_it(letter(said).adopts)


@pytest.mark.parametrize(
    "said",
    [
        "U kent de Nota huisvesting arbeidsmigranten Asten. Het bestemmingsplan is op 12 november 2020 door uw raad vastgesteld.",
        "De Nota huisvesting arbeidsmigranten Asten lag ter inzage. Deze nota wordt in november door uw raad vastgesteld.",
        "De Nota huisvesting arbeidsmigranten Asten lag ter inzage. De motie is in november 2020 door de raad aangenomen.",
    ],
)
def test_something_else_was_adopted_or_nothing_yet(said):
    assert not told_of_it(letter(said).adopts)


@pytest.mark.parametrize(
    "said",
    [
        "De Nota huisvesting arbeidsmigranten Asten gold tot 1 januari 2024. Uw raad heeft deze nota verlengd tot 1 januari 2026.",
        (
            "De Nota huisvesting arbeidsmigranten Asten loopt op 1 januari 2024 af. Wij hebben besloten deze nota tot 1 "
            "januari 2026 te verlengen."
        ),
        "De Nota huisvesting arbeidsmigranten Asten zou aflopen. Het college heeft die met twee jaar verlengd.",
        "De Nota huisvesting arbeidsmigranten Asten is van 2018. De looptijd van deze nota is door de raad verlengd tot 1 januari 2026.",
        "De Nota huisvesting arbeidsmigranten Asten gold tot 1 januari 2024.\nUw raad heeft deze nota verlengd tot 1 januari 2026.",
    ],
)
def test_it_was_given_longer(said):
    assert told_of_it(letter(said).extends)


@pytest.mark.parametrize(
    "said",
    [
        "De Nota huisvesting arbeidsmigranten Asten loopt af. De vergunningen zijn door het college verlengd tot 1 januari 2026.",
        "De Nota huisvesting arbeidsmigranten Asten loopt af. Deze nota wordt niet verlengd.",
        "De Nota huisvesting arbeidsmigranten Asten loopt af. Wij stellen voor deze nota te verlengen tot 1 januari 2026.",
    ],
)
def test_something_else_was_given_longer_or_nothing(said):
    assert not told_of_it(letter(said).extends)
