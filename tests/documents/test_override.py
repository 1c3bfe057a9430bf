from datetime import date

import pytest

from pipeline.documents.override import KEYS, Override, OverrideError, read_override
from pipeline.documents.paper import PaperKind, PaperStatus
from tests.documents.made import read


def written(tmp_path, text):
    return read_override("nota.toml", text.encode())


def test_every_key_is_read(tmp_path):
    stated = written(
        tmp_path,
        """titel = "Nota wonen"
        soort = "beleid"
        gemeenten = ["Oss", "Den Bosch", "GM0847"]
        regio = "De Peel"
        provincie = "Brabant"
        datum = 2020-05-12
        status = "vastgesteld"
        geldig_tot = "1 januari 2024"
        vervangt = "Nota 2012"
        over_arbeidsmigratie = "ja"
        kondigt_beleid_aan = false
        nummer = 13
        orgaan = "gemeenteraad"
        indieners = ["VVD", "CDA"]
        uitslag = "aangenomen"
        """,
    )
    assert stated == Override(
        "nota.toml",
        "Nota wonen",
        PaperKind.POLICY,
        ("GM0828", "GM0796", "GM0847"),
        "De Peel",
        "Noord-Brabant",
        date(2020, 5, 12),
        PaperStatus.ADOPTED,
        date(2024, 1, 1),
        ("Nota 2012",),
        True,
        False,
        "13",
        "gemeenteraad",
        ("VVD", "CDA"),
        "aangenomen",
    )


def test_what_the_file_does_not_state_stays_open(tmp_path):
    assert written(tmp_path, 'titel = "Nota"') == Override("nota.toml", title="Nota")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('gemeenten = ["Ossje"]', ("gemeenten", "Oss")),
        ('gemeente = "Oss"', ("'gemeente'", "gemeenten")),
        ('datum = "ergens in mei"', ("datum", "JJJJ-MM-DD")),
        ('datum = "mei 2020"', ("datum", "JJJJ-MM-DD")),
        ('soort = "nota"', ("soort", "beleid, motie")),
        ('status = "klaar"', ("status", "vastgesteld")),
        ('regio = "De Polder"', ("regio", "De Peel")),
        ('provincie = "Holland"', ("provincie", "Holland")),
        ('over_arbeidsmigratie = "misschien"', ("over_arbeidsmigratie", "ja of nee")),
        ("titel = Nota", ("TOML", "sleutel")),
        ("titel = true", ("titel", "tekst")),
        ('uitslag = "gewonnen"', ("uitslag", "aangenomen")),
    ],
)
def test_a_mistake_is_told_with_file_key_and_what_is_allowed(tmp_path, text, said):
    with pytest.raises(OverrideError) as error:
        written(tmp_path, text)
    assert all(words in str(error.value) for words in ("nota.toml", *said))


def test_all_mistakes_are_told_at_once(tmp_path):
    with pytest.raises(OverrideError) as error:
        written(tmp_path, 'gemeente = "Oss"\ndatum = "mei"\nsoort = "nota"')
    assert all(words in str(error.value) for words in ("'gemeente'", "'datum'", "'soort'"))


def test_a_mistake_in_one_key_leaves_what_the_others_say(tmp_path):
    with pytest.raises(OverrideError) as error:
        written(tmp_path, 'status = "ingetrokken"\nkleur = "rood"')
    assert error.value.usable == Override(source="nota.toml", status=PaperStatus.WITHDRAWN)
    assert str(error.value).endswith("De rest van het bestand is gebruikt.")


def test_where_every_key_is_wrong_nothing_is_said_to_be_used(tmp_path):
    with pytest.raises(OverrideError) as error:
        written(tmp_path, 'kleur = "rood"')
    assert error.value.usable is None
    assert str(error.value).endswith("Dit bestand is niet gebruikt.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "datum = 2023-02-30",
            "sleutel 'datum': '2023-02-30' staat niet op de kalender; schrijf een dag die bestaat als",
        ),
        (
            'titel = "Nota"\r\n datum=2023-13-01 # nieuw',
            "sleutel 'datum': '2023-13-01' staat niet op de kalender",
        ),
        (
            "geldig_tot = 2023-02-29T10:00:00",
            "sleutel 'geldig_tot': '2023-02-29T10:00:00' staat niet op de kalender",
        ),
        ("datum = 30-02-2023", "sleutel 'datum': '30-02-2023' is geen datum; schrijf"),
        ('datum = "2023-02-30"', "sleutel 'datum': '2023-02-30' staat niet op de kalender"),
        ('datum = "30-02-2023"', "sleutel 'datum': '30-02-2023' is geen datum; schrijf"),
        ("datum = 2023", "sleutel 'datum': '2023' is geen datum; schrijf"),
    ],
)
def test_a_day_that_is_none_is_told_with_file_key_what_it_says_and_how_to_write_it(tmp_path, text, said):
    with pytest.raises(OverrideError) as error:
        written(tmp_path, text)
    assert str(error.value).startswith(f"nota.toml: {said}")
    assert "JJJJ-MM-DD, bijvoorbeeld 2020-05-12." in str(error.value)


@pytest.mark.parametrize("day", ["2020-13-45", "30-02-2023", "31 juni 2020", "2023-02-29T10:00:00"])
def test_a_day_that_does_not_exist_leaves_the_other_keys_in_force(tmp_path, day):
    with pytest.raises(OverrideError, match="De rest van het bestand is gebruikt") as error:
        written(tmp_path, f'gemeenten = ["Asten"]\ndatum = {day}  # van de griffie\ntitel = "Nota"')
    assert error.value.usable and (error.value.usable.owners, error.value.usable.title) == (("GM0743",), "Nota")


@pytest.mark.parametrize("day", ["12-05-2020", "12 mei 2020"])
def test_a_day_without_quotation_marks_is_read_as_people_write_it(tmp_path, day):
    assert written(tmp_path, f"datum = {day}").date == date(2020, 5, 12)


def test_an_empty_text_is_called_empty(tmp_path):
    with pytest.raises(OverrideError, match="sleutel 'titel': de waarde is leeg"):
        written(tmp_path, 'titel = ""')


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('titel = "a"\nstatus: b', "regel 2, teken 7"),
        ("status = klaar", "regel 1, teken 10, sleutel 'status'"),
        ("titel = ", "aan het eind"),
    ],
)
def test_where_toml_breaks_is_told_in_dutch(tmp_path, text, place):
    with pytest.raises(OverrideError, match=rf"nota.toml: geen geldige TOML \({place}\)"):
        written(tmp_path, text)


def test_a_file_that_is_no_text_is_told():
    with pytest.raises(OverrideError, match=r"nota\.toml"):
        read_override("nota.toml", b"\xff\xfe\x00")


def test_an_override_wins_over_folder_and_text(tmp_path):
    stated = written(
        tmp_path,
        'gemeenten = "Oss"\nstatus = "ingetrokken"\nsoort = "beleid"\ntitel = "Nota wonen"\ndatum = 2019-01-02',
    )
    paper = read("## Raadsvoorstel\nGemeente Asten\nConcept 3 juni 2021", name="Someren/nota.pdf", override=stated)
    assert (paper.owners.value, paper.status.value, paper.kind.value, paper.title.value, paper.date.value) == (
        ("GM0828",),
        PaperStatus.WITHDRAWN,
        PaperKind.POLICY,
        "Nota wonen",
        date(2019, 1, 2),
    )
    assert {paper.owners.source, paper.status.source, paper.date.source} == {"nota.toml"}


def test_an_outcome_that_is_stated_is_the_motions_status(tmp_path):
    motion = (
        "Motie 3\nDe raad, overwegende dat het moet;\nverzoekt het college beleid te maken\nen gaat over tot "
        "de orde van de dag"
    )
    paper = read(motion, override=written(tmp_path, 'uitslag = "verworpen"\nnummer = "3b"'))
    assert paper.motion and (paper.motion.number, paper.motion.outcome, paper.status.value) == (
        "3b",
        "verworpen",
        PaperStatus.MOTION_REJECTED,
    )


def test_every_key_is_dutch_and_lower_case():
    assert all(key == key.lower() and key.replace("_", "").isalpha() for key in KEYS)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"\xff\xfe\x00", "UTF-8"), (b"a = " + b"[" * 5000, "te diep genest"), (b"a = [", "geen geldige TOML")],
)
def test_a_file_that_is_no_toml_says_what_is_wrong(content, says):
    with pytest.raises(OverrideError, match=f"{says}.*Dit bestand is niet gebruikt"):
        read_override("nota.toml", content)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("datum = 9999-12-31", "datum"),
        ("datum = 2101-05-12", "datum"),
        ("datum = 0001-01-01", "datum"),
        ("geldig_tot = 0001-01-01", "geldig_tot"),
        ("geldig_tot = 2101-01-01", "geldig_tot"),
    ],
)
def test_a_year_in_which_no_paper_was_made_is_refused(tmp_path, line, key):
    with pytest.raises(OverrideError, match=f"sleutel '{key}': .*van 1900 tot en met 2100"):
        written(tmp_path, line)


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_the_first_and_last_year_of_a_date_can_be_stated(tmp_path, day):
    assert written(tmp_path, f"datum = {day}").date == date.fromisoformat(day)


def test_a_paper_may_be_said_to_hold_for_ever(tmp_path):
    assert written(tmp_path, "geldig_tot = 9999-12-31").valid_until == date(9999, 12, 31)


def test_a_municipality_that_is_named_twice_counts_once():
    assert read_override("a.toml", b'gemeenten = ["Oss", "GM0828", "oss"]').owners == ("GM0828",)


def test_signs_that_cannot_be_seen_come_into_no_table_and_no_message(tmp_path):
    stated = written(
        tmp_path,
        r'titel = "Nota \u202Efdp.exe\u202C\u0007\u0000 wonen\nvan nu"' + '\nvervangt = ["Nota \u2067 2012\u200b"]',
    )
    assert (stated.title, stated.replaces) == ("Nota fdp.exe wonen van nu", ("Nota  2012",))
    with pytest.raises(OverrideError) as fault:
        written(tmp_path, r'status = "\u202Ekcohsilbup"' + "\n" + r'"ti\u202Etle" = 1')
    assert "\u202e" not in str(fault.value)


def test_an_end_in_words_may_lie_far_ahead(tmp_path):
    assert written(tmp_path, 'geldig_tot = "1 januari 2044"').valid_until == date(2044, 1, 1)
