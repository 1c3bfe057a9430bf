"""The number of a motion, in the paper and in the name of its file."""

import pytest

from pipeline.documents.motion_number import parsed_number
from tests.documents.test_motion import BODY, TAIL, motion


def test_roman_numbers_are_bullets_too():
    made = motion(
        "Motie 3\nOverwegende dat het moet;\nVerzoekt het college:\nI. een meldpunt in te richten;\nII. te rapporteren\n"
        "en gaat over tot de orde van de dag"
    )
    assert made.requests == ("een meldpunt in te richten", "te rapporteren")


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("## MOTIE\n| Gemeente | : Boxmeer\n| Nr. | : 4\n| Raad | : 7 juli 2016", "4"),
        ("## Motie\n| Griffie Gemert-Bakel | Volgnummer griffie: 2019-14", "2019-14"),
        ("## Motie\nNummer (in te vullen door griffie): M 2025-03", "M 2025-03"),
        ("Motie 13a", "13a"),
        ("Motie nr. 7", "7"),
        ("Motie nummer 61a", "61a"),
        ("Motie M12a", "M12a"),
        ("Motie M-2020-12", "M-2020-12"),
        ("Motie: M 07", "M 07"),
        ("MOTIE 108", "108"),
        ("M3 Motie vreemd aan de orde van de dag", "M3"),
        ("Motie\nNummer: 2020-12", "2020-12"),
        ("Motie\n| Motienummer | M12a", "M12a"),
        ("M07 - Motie zicht op arbeidsmigranten", "M07"),
        ("Motie 20-M-04", "20-M-04"),
        ("Gewijzigde motie 3b", "3b"),
        ("Motie vreemd aan de orde van de dag M12", "M12"),
        ("Motie vreemd 4", "4"),
        ("Motie vreemd aan de orde van de dag (M4)", "M4"),
        ("Motie CDA 12", "12"),
        ("Motie nº 7", "7"),
        ("Motie\nVolgnummer: 5", "5"),
        ("Raadsmotie 12", "12"),
        ("Motie 1 bij raadsvoorstel 20-45", "1"),
        ("Motie\nM2022-17", "M2022-17"),
        ("Motie Nu een plan\n2022-17", "2022-17"),
        ("A3 - Motie Nu een plan", "A3"),
        ("Motie XIV / 2022", "XIV / 2022"),
        ("Motie XII bis", "XII bis"),
        ("Motie M23-09/2", "M23-09/2"),
        ("Motie 4-2bis", "4-2bis"),
        ("Motie M5-VadO", "M5-VadO"),
        ("Motie 3-VAODD", "3-VAODD"),
        ("Motie VII-2018/c", "VII-2018/c"),
        ("Gemeenteraad Vught M 14-II (was: M 14-I)\nMotie", "M 14-II"),
        ("Motie XII bis (in de vergadering vernummerd; rondgezonden als motie 9)", "XII bis"),
        ("Motie\n| Volgnr. griffie | VII-2018/c", "VII-2018/c"),
        ("~ M34b-2021\nMotie Nu een plan", "M34b-2021"),
        ("Aan de leden van de raad, nr. M.3a\nMotie", "M.3a"),
        ("M O T I E nr. III - Nachtrust in de straat", "III"),
        ("Motie\nVgl. motie M14 in Etten-Leur.\n~ M6.2 | gewijzigd, ter vervanging van M6.2 d.d. 7 juli 2022", "M6.2"),
        ("Motie (art. 36 Reglement van orde) volgnr. 2019/11-c", "2019/11-c"),
        ("Motie\nnr. 7A (komt in de plaats van nr. 7, rondgezonden op 19 mei)", "7A"),
        ("M 14 A\nMotie Nu een plan", "M 14 A"),
        (
            "Motie XII bis (in de vergadering vernummerd; rondgezonden als motie 9) bij raadsvoorstel 2012/74, vergadering van 8 november",
            "XII bis",
        ),
        ("| Gemeente Deurne | Motie vreemd aan de orde van de dag | nr. 2023-14 (herzien) |", "2023-14"),
        ("Motie Een deurnummer\n| Kenmerk | M-2015/38 (eerder rondgestuurd als M-2015/33)", "M-2015/38"),
        ("Motie nr. M-VAO-2023-03", "M-VAO-2023-03"),
        ("Motie 7 bis", "7 bis"),
        ("Registratienr. RMO16-0045\nMotie “Niet op straat”", "RMO16-0045"),
        ("Registratienr. RMO16-0045\nMotie 12a", "12a"),
        ("Registratienr. 41233\nMotie “Niet op straat”", ""),
        ("Ingekomen 15-04-2024, agendapunt 7e M5 besluit: AANGEHOUDEN\nMotie over inschrijven", "M5"),
        ("Raad van Bladel Nr. 2021-33 Datum: 9 november 2020 Agendapunt: 6 Indieners: VVD\nMotie", "2021-33"),
        ("Motie vreemd aan de orde van de dag", ""),
        ("Motie 9 november 2020", ""),
        ("Motie van 12-11-2020", ""),
        ("Motie 2020", ""),
    ],
)
def test_the_number_is_read_in_all_its_forms(head, number):
    assert motion(f"{head}\n{BODY}").number == number


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("07-m07-tilburg.pdf", "M07"),
        ("09-motie-m12a-ps.pdf", "M12a"),
        ("motie 13a.pdf", "13a"),
        ("motie_61a_arbeidsmigratie.pdf", "61a"),
        ("2014-17 motie huisarts.pdf", "2014-17"),
        ("2014-11 motie huisarts.pdf", ""),
        ("20201109 motie.pdf", ""),
    ],
)
def test_the_file_name_gives_the_number_where_the_motion_has_none(name, number):
    assert motion(f"Motie vreemd aan de orde van de dag\n{BODY}", name=name).number == number


@pytest.mark.parametrize(
    ("one", "other"),
    [("M07", "7"), ("M-2020-12", "2020-12"), ("M4-2019", "M4"), ("20-M-04", "M2020/4"), ("13a", "13A"), ("A3", "A-3")],
)
def test_two_ways_to_write_a_number_are_the_same(one, other):
    first, second = parsed_number(one), parsed_number(other)
    assert first
    assert second
    assert first.same_as(second)


@pytest.mark.parametrize(
    ("one", "other"), [("13a", "13"), ("13a", "13b"), ("A3", "3"), ("M4-2019", "M4-2020"), ("2022-17", "2021-17")]
)
def test_two_numbers_are_not_the_same(one, other):
    first, second = parsed_number(one), parsed_number(other)
    assert first
    assert second
    assert not first.same_as(second)


@pytest.mark.parametrize("text", ["", "vreemd", "motie"])
def test_what_is_no_number_is_none(text):
    assert parsed_number(text) is None


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Raad Oirschot nr. M2 wordt 2a", "2a"),
        ("motie M9 na wijziging: M9-bis", "M9-bis"),
        ("M9 na wijziging: M9-bis", "M9-bis"),
        ("Nr. M3-a", "M3-a"),
        ("Motie nr. 2024 / 7 wordt gemeenteraad 2024 / 7b", "2024 / 7b"),
        ("Motie M3 M3-b", "M3-b"),
        ("Motie\nNr.: 7 7-II", "7-II"),
        ("M27 M27b – 2020\nMotie", "M27b – 2020"),
        ("Nr. wordt 2a", "2a"),
        ("Motie wordt: 8.2a, gewijzigd tijdens de vergadering", "8.2a"),
        ("Motie 8.2 wordt: 8.2a", "8.2a"),
        ("Ingediend als M7a-2022\nNu in stemming M7b-2022, gewijzigd, vervangt M7a-2022", "M7b-2022"),
        ("Nummer 2020/VII-b (eerder als nr. 3 op de lijst van 28 mei 2020, toen aangehouden)", "2020/VII-b"),
        ("motie\nna wijziging: M9-bis", "M9-bis"),
    ],
)
def test_a_motion_that_was_numbered_anew_bears_the_new_number(head, number):
    assert motion(f"{head}\n## Motie: Eerst de mensen\n{BODY}\n{TAIL}").number == number


@pytest.mark.parametrize("number", ["M-2022-11", "M7", "M2020-3a"])
def test_a_number_may_stand_before_a_long_dash_and_the_title(number):
    made = motion(f"## {number} — Twee weken en een treinkaartje\nMotie op grond van artikel 31\n{BODY}\n{TAIL}")
    assert made.number == number
