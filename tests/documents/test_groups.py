"""By what names, and by what else that is said of people, labour migrants are told from others."""

import pytest

from pipeline.documents.groups import TARGET_GROUP


@pytest.mark.parametrize(
    "text",
    [
        "Werknemers in fruitteelt, logistiek en glastuinbouw die voor bepaalde tijd uit andere EU-landen komen",
        "Medewerkers in de kassen die tijdelijk uit Polen overkomen",
        "Personeel van de slachterij dat voor een seizoen uit Roemenië komt",
        "De ondersteuner gaat langs waar mensen wonen die uit Bulgarije, Polen of Roemenië zijn gekomen om hier te werken",
        "Mannen in de pensions aan de dijk die uit Hongarije kwamen om in Werkendam te werken",
        "Bewoners van het park die uit Portugal of Polen komen om bij ons te werken",
    ],
)
def test_people_who_come_from_there_to_work_are_labour_migrants_however_far_their_name_stands_from_it(text):
    assert TARGET_GROUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Werknemers in de zorg die voor korte tijd uit een andere gemeente komen",
        "Gasten op de camping die voor een paar dagen uit Duitsland komen",
        "Mensen in de opvang die uit Oekraïne zijn gekomen om hier te schuilen",
        "Bewoners van het hofje die in 1946 uit Polen kwamen en hier oud werden",
        "Leerlingen in de schakelklas die tijdelijk uit een ander land komen",
    ],
)
def test_who_comes_from_elsewhere_is_not_one_by_that_alone(text):
    assert not TARGET_GROUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Poolse en Litouwse werkers in de bollen",
        "Hongaarse uitzendkrachten in de vleesverwerking",
        "Letse en Roemeense medewerkers",
        "zo'n 240 vakmensen uit Polen en Roemenië",
        "honderd nieuwe dorpsgenoten uit Bulgarije",
        "zwartwerk door ingeleende buitenlandse ploegen",
        "ingehuurde Poolse monteurs",
    ],
)
def test_workers_are_labour_migrants_by_any_country_of_the_east(text):
    assert TARGET_GROUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "een Hongaarse pianist",
        "Litouwse kunst in de bibliotheek",
        "de Tsjechische partnerstad",
        "dorpsgenoten uit Dussen",
    ],
)
def test_a_country_of_the_east_makes_no_worker(text):
    assert not TARGET_GROUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "logies voor maximaal 48 medewerkers op het kassengebied",
        "het verblijf van hoogstens 120 uitzendkrachten aan de Bosweg",
        "tijdelijke krachten in de glastuinbouw",
        "tijdelijke medewerkers bij de aspergeteelt",
        "EU-burgers die hier hun baan verloren",
        "EU-burgers van wie het werk ophield",
    ],
)
def test_who_is_given_a_bed_by_number_or_works_for_a_season_comes_from_afar(text):
    assert TARGET_GROUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "huisvesting van 60 medewerkers in het nieuwe gemeentehuis",
        "logies voor maximaal 48 gasten",
        "slaapplaatsen voor 12 medewerkers van de brandweer",
        "bedden voor 8 medewerkers in het ziekenhuis",
        "tijdelijke medewerkers in de bibliotheek",
        "EU-burgers die hier stemmen",
    ],
)
def test_a_number_of_workers_or_guests_by_itself_does_not(text):
    assert not TARGET_GROUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "zevenhonderd uitzendkrachten in de dorpen, de meesten uit Polen en Bulgarije",
        "een contract voor buitenlandse flexkrachten",
        "EU-burgers die hier tijdelijk werken",
        "Poolse, Roemeense en Oekraïense werknemers",
        "verhuur van stacaravans aan uitzendkrachten",
        "Huisvesting flexwerkers",
        "mensen met een Poolse of Roemeense achtergrond",
    ],
)
def test_people_of_an_agency_who_sleep_here_or_come_from_there_are_labour_migrants(text):
    assert TARGET_GROUP.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "zevenhonderd uitzendkrachten, de meesten uit de regio",
        "een contract voor flexkrachten in de zorg",
        "EU-burgers die hier tijdelijk op bezoek zijn",
        "Vlaamse en Oekraïense werknemers",
        "Poolse en Nederlandse medewerkers van het museum",
        "verhuur van kantoorruimte aan flexwerkers",
        "mensen met een Marokkaanse achtergrond",
        "De verhuur van fietsen aan flexwerkers bij het station",
        "De verhuur van vergaderzalen aan uitzendkrachten",
    ],
)
def test_people_of_an_agency_by_itself_are_not(text):
    assert not TARGET_GROUP.search(text)
