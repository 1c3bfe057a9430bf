from datetime import date

import pytest

from tests.documents.made import read

NOTA = "## Nota huisvesting arbeidsmigranten\nVastgesteld door de raad op 12 mei 2020"


def until(text):
    return read(NOTA, text).valid_until.value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Deze nota vervalt op 1 januari 2024.", date(2024, 1, 1)),
        ("Deze beleidsregels gelden vanaf 1 oktober 2020 en vervallen op 1 januari 2023.", date(2023, 1, 1)),
        ("De looptijd is van 1 oktober 2020 tot en met 31 december 2022.", date(2023, 1, 1)),
        ("De werkingsduur eindigt op 31 december 2022.", date(2022, 12, 31)),
        ("De beleidsregels lopen op 31 december 2022 af.", date(2022, 12, 31)),
        ("Wij stellen deze beleidsregels vast voor de jaren 2020 tot en met 2022.", date(2023, 1, 1)),
        ("Na 31 december 2022 zijn deze beleidsregels niet meer van kracht.", date(2023, 1, 1)),
        ("Deze beleidsregels vervallen met ingang van 1 juli 2023.", date(2023, 7, 1)),
        ("De nota geldt tot en met 31 december 2023.", date(2024, 1, 1)),
        ("Dit beleid is geldig tot 1 januari 2024.", date(2024, 1, 1)),
        ("Het convenant loopt tot en met 2023.", date(2024, 1, 1)),
        ("Deze overeenkomst eindigt op 1 maart 2022.", date(2022, 3, 1)),
        ("Dit beleid geldt voor een periode van vier jaar.", date(2024, 5, 12)),
        ("Deze regeling heeft een looptijd van 3 jaar.", date(2023, 5, 12)),
        ("Deze nota heeft een werkingsduur van vier jaar.", date(2024, 5, 12)),
        ("Deze kaderstelling vervalt op 1 maart 2024.", date(2024, 3, 1)),
        ("De nota is van kracht tot uiterlijk 31 december 2023.", date(2023, 12, 31)),
        ("Per 1 maart 2024 vervalt deze nota van rechtswege.", date(2024, 3, 1)),
        ("Op 1 maart 2024 houdt deze nota op te gelden.", date(2024, 3, 1)),
        ("Met ingang van 1 maart 2024 verliest dit beleid zijn werking.", date(2024, 3, 1)),
        ("Na 31 december 2023 heeft deze nota geen werking meer.", date(2024, 1, 1)),
    ],
)
def test_a_paper_says_until_when_it_holds(text, day):
    assert until(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Met de inwerkingtreding van deze nota vervalt de Nota arbeidsmigranten, vastgesteld op 4 april 2019.",
        "Met de vaststelling van deze beleidsregels vervallen de Beleidsregels logies van 2 april 2019.",
    ],
)
def test_what_it_replaces_ends_and_not_itself(text):
    made = read(NOTA, text)
    assert (made.valid_until.value, len(made.replaces.value)) == (None, 1)


@pytest.mark.parametrize(
    ("adopted", "ends"), [("31 maart 2020", date(2024, 3, 31)), ("29 februari 2020", date(2023, 2, 28))]
)
def test_a_term_of_years_ends_on_the_day_on_which_it_began(adopted, ends):
    years = ends.year - 2020
    nota = f"## Nota huisvesting arbeidsmigranten\nVastgesteld door de raad op {adopted}"
    assert read(nota, f"Dit beleid geldt voor een periode van {years} jaar.").valid_until.value == ends


def test_a_stamp_says_from_when_it_lapsed():
    assert read(f"{NOTA}\n~ VERVALLEN PER 1 JULI 2022").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\nNiet meer van kracht sinds 1 juli 2022.").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\n~ INGETROKKEN bij raadsbesluit van 1 juli 2022").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\n~ VERVALLEN - vervangen door nota 2022 (raad 1-7-2022)").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\nDit beleid is per 1 juli 2022 vervallen").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\nIngetrokken per 1 juli 2022 // zie Beleidskader 2022").valid_until.value == date(2022, 7, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Een vergunning voor logies is geldig tot 1 januari 2024.",
        "De omgevingsvergunning vervalt op 1 januari 2024.",
        "Deze nota treedt in werking op 1 juni 2020.",
        "De Nota huisvesting 2012 vervalt op 1 juni 2020.",
        "De wet geldt tot 1 januari 2024.",
        "De subsidie heeft een looptijd van drie jaar.",
        "De nota geldt vanaf 1 juni 2020.",
        "Dit beleid geldt voor alle kernen.",
        "Deze erfpacht heeft een looptijd van 50 jaar.",
        "Op 1 maart 2024 vervalt deze nota niet.",
        "Deze nota vervalt niet na vier jaar.",
        "Per 1 maart 2024 eindigt dit plan van de exploitant.",
        "Per 1 maart 2024 vervalt de vergunning.",
        "Na 31 december 2023 evalueren wij deze nota.",
        "Deze nota houdt rekening met de huur die na vier jaar op te zeggen is.",
        "Deze nota houdt niet na vier jaar op te gelden.",
        "Deze nota verliest haar werking niet door een nieuwe wet per 1 januari 2024.",
        "Een vergunning houdt na vier jaar op te gelden.",
        "Na 31 december 2023 geldt deze nota niet meer voor logies op het erf.",
    ],
)
def test_the_end_of_something_else_is_not_its_own(text):
    assert until(text) is None


@pytest.mark.parametrize("year", [2028, 2035, 2060])
def test_an_end_may_lie_far_ahead_whatever_day_it_is_today(year):
    assert until(f"Dit beleid is geldig tot 1 januari {year}.") == date(year, 1, 1)
    assert until(f"De nota geldt tot en met 31 december {year - 1}.") == date(year, 1, 1)
    assert read(f"{NOTA}\nGeldig tot: 1 januari {year}").valid_until.value == date(year, 1, 1)
    assert read(f"{NOTA}\nRegeling vervallen per 1 januari {year}").valid_until.value == date(year, 1, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Deze beleidsregels treden in werking op 1 juni 2020 en vervallen op 1 juni 2023.", date(2023, 6, 1)),
        (
            "Deze nota treedt in werking op 1 juni 2020 en vervalt van rechtswege met ingang van 1 juni 2023.",
            date(2023, 6, 1),
        ),
        ("Dit besluit treedt in werking op de dag na bekendmaking en geldt tot en met 31 mei 2023.", date(2023, 6, 1)),
        ("Dit beleid gaat in op 1 juni 2020 en eindigt op 1 juni 2023.", date(2023, 6, 1)),
        ("Het programma treedt een week na bekendmaking in werking en loopt tot en met 31 mei 2023.", date(2023, 6, 1)),
        (
            "Deze nota treedt in werking op de dag na die waarop zij is bekendgemaakt en vervalt op 1 juni 2023.",
            date(2023, 6, 1),
        ),
        (
            "Deze beleidsregels treden in werking op 1 juni 2020 en gelden voor een periode van drie jaar.",
            date(2023, 6, 1),
        ),
        ("Deze beleidsregels treden in werking op 1 juni 2020 en vervallen drie jaar na die datum.", date(2023, 6, 1)),
        ("Deze beleidsregels treden in werking op 1 juni 2020. Zij vervallen op 1 juni 2023.", date(2023, 6, 1)),
        ("Deze beleidsregels treden in werking op 1 juni 2020.\nZij vervallen drie jaar later.", date(2023, 6, 1)),
        ("1. Deze regeling treedt in werking op 1 juni 2020.\n2. Zij vervalt na drie jaar.", date(2023, 6, 1)),
        ("Deze beleidsregels vervallen twee jaar na inwerkingtreding op 1 juni 2020.", date(2022, 6, 1)),
        (
            "Deze beleidsregels vervallen twee jaar na inwerkingtreding.\nDeze beleidsregels treden in werking op 1 juni 2020.",
            date(2022, 6, 1),
        ),
        ("Deze beleidsregels vervallen twee jaar na vaststelling.", date(2022, 5, 12)),
        ("Deze beleidsregels vervallen van rechtswege twee jaar na hun bekendmaking.", date(2022, 5, 12)),
        ("Deze regels werken van 1 juni 2020 tot 1 juni 2023.", date(2023, 6, 1)),
        ("Dit is een tijdelijke regeling met een looptijd tot 1 juni 2023; daarna vervalt zij.", date(2023, 6, 1)),
        ("Dit beleid is tijdelijk, met een looptijd van vier jaar.", date(2024, 5, 12)),
        ("De geldigheidsduur van deze beleidsregels eindigt op 1 juni 2023.", date(2023, 6, 1)),
        ("De looptijd van dit beleid is vier jaar.", date(2024, 5, 12)),
        ("De werkingsduur van deze nota loopt tot 1 juni 2023.", date(2023, 6, 1)),
        (
            "Deze nota treedt in werking op 1 juni 2020 en houdt drie jaar na dat tijdstip van rechtswege op te gelden, tenzij "
            "het college anders bepaalt.",
            date(2023, 6, 1),
        ),
        ("Deze nota verliest na twee jaar haar werking.", date(2022, 5, 12)),
    ],
)
def test_the_end_may_stand_behind_the_beginning_or_apart_from_it(text, day):
    assert until(text) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Geldend van 12-05-2020 t/m 30-06-2023", date(2023, 7, 1)),
        ("CVDR123456_1 · Geldend van 12-05-2020 t/m 30-06-2023", date(2023, 7, 1)),
        ("Geldend van 12-05-2020 tot en met 30-06-2023 met terugwerkende kracht vanaf 01-01-2020", date(2023, 7, 1)),
        ("Geldend van 12-05-2020 t/m heden", None),
        ("Geldend vanaf 12-05-2020", None),
    ],
)
def test_the_head_of_a_publication_says_in_which_days_it_held(line, day):
    assert read(f"{NOTA}\n{line}").valid_until.value == day


@pytest.mark.parametrize(
    "text",
    [
        "Deze beleidsregels treden in werking op 1 juni 2020 en vervangen de Nota logies, die op 1 juni 2023 zou vervallen.",
        "Deze nota treedt in werking op 1 juni 2020 en werkt terug tot en met 1 januari 2021.",
        "Deze nota treedt in werking op 1 juni 2020 en vervallen de Beleidsregels logies van 1 juni 2022.",
        "Deze nota beschrijft waar logies mag en tot 1 juni 2023 gelden de oude normen voor wie al een vergunning had.",
        "Deze nota treedt in werking op 1 juni 2020. De vergunning vervalt op 1 juni 2023.",
        "De looptijd van deze vergunningen is vier jaar.",
        "Deze nota treedt in werking op 1 juni 2020. Dit geldt tot 1 juni 2023 niet voor wie al een vergunning had.",
        "Deze beleidsregels zijn van toepassing op een vergunning die eerder is verleend en geldt tot 1 juni 2023.",
        "Deze nota geldt vanaf 1 juni 2020 en wordt na vier jaar geëvalueerd.",
        "In deze nota is vastgelegd wat mag en geldt tot 1 juni 2023 een overgangstermijn.",
        "Vergunningen op grond van deze nota hebben een looptijd tot 1 juni 2023.",
    ],
)
def test_what_follows_the_entry_into_force_may_be_of_something_else(text):
    assert until(text) is None


@pytest.mark.parametrize(
    ("stamp", "ended"),
    [
        ("vervallen per 1-1-2024 — bewaren t/m 2043", date(2024, 1, 1)),
        ("VERVALLEN per 1 januari 2024; te bewaren tot en met 31 december 2043", date(2024, 1, 1)),
        ("VERVALLEN (bewaartermijn tot en met 31.12.2043) per 1 januari 2024", date(2024, 1, 1)),
        ("INGETROKKEN. Bewaartermijn tot en met 31 december 2030", None),
        ("INGETROKKEN (vernietigen na 31 december 2030)", None),
        ("VERVALLEN per 1 januari 2024, overgangsrecht tot en met 2026", date(2024, 1, 1)),
        ("VERVALLEN (gold tot en met 31 december 2023)", date(2024, 1, 1)),
    ],
)
def test_how_long_the_archive_keeps_a_paper_is_not_until_when_it_holds(stamp, ended):
    assert read(f"{NOTA}\n~ {stamp}").valid_until.value == ended


def test_a_transition_does_not_put_off_the_end():
    assert until("Deze nota vervalt per 1 januari 2024, met overgangsrecht tot en met 2026.") == date(2024, 1, 1)


@pytest.mark.parametrize(
    "said",
    [
        "Deze nota geldt gedurende vijf jaren na vaststelling.",
        "Dit beleid is vastgesteld voor een periode van vijf jaar.",
        "Dit beleid is bedoeld voor vijf jaar.",
    ],
)
def test_a_term_may_be_told_in_other_words(said):
    head = "## Nota logies arbeidsmigranten\nGemeente Someren\nVastgesteld door de raad op 12 maart 2019"
    assert read(head, said).valid_until.value == date(2024, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "De looptijd van de vergunning is van 1 oktober 2020 tot en met 31 december 2022.",
        "De vergunningen lopen op 31 december 2022 af.",
        "De units moeten op 1 januari 2023 verwijderd zijn.",
        "De overgangstermijn loopt tot 1 januari 2023.",
    ],
)
def test_what_ends_of_something_else_is_not_the_end_of_the_paper(text):
    assert until(text) is None
