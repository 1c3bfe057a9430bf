"""What became of a motion: stamps, boxes, sentences and votes."""

from datetime import date

import pytest

from tests.documents.test_motion import BODY, HEAD, TAIL, motion


@pytest.mark.parametrize(
    ("mark", "outcome"),
    [
        ("AANGENOMEN", "aangenomen"),
        ("~ VERWORPEN", "verworpen"),
        ("GEWIJZIGD AANGENOME", "aangenomen"),
        ("Motie ingetrokken", "ingetrokken"),
        ("Aangehouden", "aangehouden"),
        ("☒ aangenomen ☐ verworpen ☐ ingetrokken", "aangenomen"),
        ("☐ aangenomen ☒ verworpen ☐ aangehouden", "verworpen"),
        ("| Verworpen: X", "verworpen"),
        ("Deze motie is gewijzigd; zie motie M6a. De oorspronkelijke motie is komen te vervallen.", "ingetrokken"),
        ("| Aangenomen: V", "aangenomen"),
        ("| Aangenomen | Verworpen | Ingetrokken\n| X", "onbekend"),
        (
            "De motie is aangehouden op 8 november 2023.\nZij is op 14 december 2023 in stemming gebracht en aangenomen.",
            "aangenomen",
        ),
        ("[ ] aangenomen [x] verworpen", "verworpen"),
        ("Aangenomen: ja", "aangenomen"),
        ("De motie is met 21 stemmen voor en 16 stemmen tegen aangenomen.", "aangenomen"),
        ("Uitslag: met 12 stemmen voor en 23 tegen", "verworpen"),
        ("Voor: 30 Tegen: 5", "aangenomen"),
        ("Stemming: unaniem aangenomen", "aangenomen"),
        ("Uitslag stemming: verworpen", "verworpen"),
        ("aangenomen / verworpen / ingetrokken / aangehouden", "onbekend"),
        ("☐ aangenomen ☐ verworpen", "onbekend"),
        ("Stemmen staken", "aangehouden"),
        ("", "onbekend"),
        ("Besluit van de raad: afgewezen", "verworpen"),
        ("Unaniem aangenomen", "aangenomen"),
        ("Met algemene stemmen aangenomen.", "aangenomen"),
        ("Stemmen 24-17", "aangenomen"),
        ("Uitslag: 12 - 23", "verworpen"),
        ("Stemverhouding: 24 voor / 17 tegen", "aangenomen"),
        ("17 stemmen tegen en 24 stemmen voor", "aangenomen"),
        ("De motie wordt aangehouden tot de vergadering van 12 januari 2021.", "aangehouden"),
        ("Nadat de wethouder een brief toezegde, houdt de heer De Vries zijn motie aan.", "aangehouden"),
        (
            "Op 9 november 2020 houden de indieners de motie aan.\nOp 14 december 2020 is de motie verworpen.",
            "verworpen",
        ),
        (
            "toen // aangehouden; nu gewijzigd opnieuw ingediend)\n9 juli 2020: ingetrokken door indieners",
            "ingetrokken",
        ),
        ("De indieners trekken de motie in.", "ingetrokken"),
        ("Indieners trekken motie in. Niet in stemming gebracht.", "ingetrokken"),
        ("De heer De Vries vindt dat de motie niet langer nodig is en trekt deze in.", "ingetrokken"),
        ("Het college las de motie over de vergunning en trekt deze in.", "onbekend"),
        ("De wethouder ontraadt de motie en trekt haar in twijfel.", "onbekend"),
        ("Motie 12 is verworpen; motie 13a is aangenomen.", "aangenomen"),
        ("Motie 13a is verworpen en motie 14 is aangenomen.", "verworpen"),
        ("Na toezegging van de wethouder is de motie ingetrokken.", "ingetrokken"),
        ("□ Aangenomen // □ Verworpen // ■ Aangehouden", "aangehouden"),
        ("aangenomen ☒ verworpen ☐", "aangenomen"),
        ("aangenomen ☐ verworpen ☐ aangehouden ☐ anders ☒ nl.\n29/1 door indieners ingetrokken", "ingetrokken"),
        ("Ingediend ☒ Ingetrokken ☐ Aangenomen ☒ Verworpen ☐ Stemmen voor: 24 tegen: 14", "aangenomen"),
        ("Stemming ☐ unaniem aangenomen ☐ verworpen", "onbekend"),
        ("| Stemming 11-11-2021\n| Voor | 22\n| Tegen | 6", "aangenomen"),
        ("Het wetsvoorstel is door de Tweede Kamer aangenomen.", "onbekend"),
        ("Voor stemden 11 leden, tegen stemden 15 leden.", "verworpen"),
        ("Hoofdelijke stemming: acht leden voor, zeven tegen.", "aangenomen"),
        ("23.10 u. De indiener brengt de motie niet in stemming en neemt hem terug.", "ingetrokken"),
        ("De oorspronkelijke motie is teruggenomen; deze is met 12 tegen 3 stemmen aangenomen.", "aangenomen"),
        ("Motie 14a is door de indiener teruggenomen.\nDe motie is aangenomen.", "aangenomen"),
        (
            "Stemming (hoofdelijk, 23.10 u): 5 vóór – SP, PvdA/GL, dhr. Vissenberg. // 13 tegen – VVD, CDA, Volkspartij. 1 afw.",
            "verworpen",
        ),
        (
            "Uitslag. De motie wordt in stemming gebracht. Vóór: SP, PvdA, CDA, D66 (20). Tegen: VVD, Plan! (17).",
            "aangenomen",
        ),
        (
            "Hoofdelijk gestemd, aanwezig 17:\nVOOR Adams, De Laat, v.d. Ven (8)\nTEGEN Aarts, Bax, Winters (9)",
            "verworpen",
        ),
        ("v: 11 t: 10 (hoofdelijk) paraaf griffier: mvdB", "aangenomen"),
        ("Stemmen: V-9, T-14", "verworpen"),
        ("12 voor\n7 tegen", "aangenomen"),
        ("| zetels; CDA: 5; VVD: 6; totaal: 11\n| voor; CDA: 5; totaal: 5\n| tegen; VVD: 6; totaal: 6", "verworpen"),
        ("| voor; LPF: 6; WV: 5\n| tegen; CDA: 7; WV: 1", "aangenomen"),
        ("| voor; LPF: 6; WV: 5", "onbekend"),
        ("Uitslag: 12 voor, 12 tegen", "onbekend"),
        ("Voor het spreekuur v: 11 uur, t: 12 uur", "onbekend"),
        (
            'Onder a. "voor 1 juli" gewijzigd in "voor 1 augustus". In stemming gebracht: vóór 16, tegen 6 (VVD 4).',
            "aangenomen",
        ),
    ],
)
def test_the_outcome_is_read_from_stamp_box_sentence_or_votes(mark, outcome):
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}\n{mark}").outcome == outcome


@pytest.mark.parametrize(
    ("tail", "outcome"),
    [
        (
            "De motie is aangehouden in de vergadering van 30 juni 2022 en op 29 september 2022 opnieuw in stemming gebracht."
            "\nUitslag: aangenomen met 14 tegen 9 stemmen",
            "aangenomen",
        ),
        ("Besluit: AANGENOMEN (was aangehouden in de raad van 30 juni 2022)", "aangenomen"),
        ("De motie was op 30 juni aangehouden. Uitslag: verworpen", "verworpen"),
        (
            "De motie is op 30 juni 2022 aangehouden en op 29 september 2022 verworpen met 9 tegen 14 stemmen.",
            "verworpen",
        ),
        ("Uitslag: verworpen, na eerder te zijn aangehouden", "verworpen"),
        ("Eerst aangehouden, daarna ingetrokken door de indieners.", "ingetrokken"),
        ("Deze motie werd in juni aangehouden.\nDe motie is met algemene stemmen aangenomen.", "aangenomen"),
    ],
)
def test_a_motion_that_was_put_off_ends_as_it_was_voted_on_later(tail, outcome):
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}\n{tail}").outcome == outcome


@pytest.mark.parametrize(
    ("tail", "outcome"),
    [
        (
            "Na een toezegging is de motie aangehouden; zij wordt in het najaar opnieuw in stemming gebracht.",
            "aangehouden",
        ),
        ("Uitslag: aangehouden tot de vergadering van 29 september 2022", "aangehouden"),
        ("Aangehouden of verworpen", "onbekend"),
        (
            "8-11-2021 – AANGEHOUDEN, terug op de agenda van 31 januari 2022\n1. De motie over opvang, aangenomen op 10 november 2020 met "
            "21 tegen 14 stemmen, betrof alleen inwoners.",
            "aangehouden",
        ),
        ("De motie is niet verworpen maar aangehouden.", "onbekend"),
    ],
)
def test_a_motion_that_is_put_off_was_not_voted_on(tail, outcome):
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}\n{tail}").outcome == outcome


def test_a_vote_that_was_tied_is_decided_by_the_next():
    tail = "Stemming 10-11-2020: 18 voor, 18 tegen. Stemmen staken.\n"
    tail += "15 december 2020: opnieuw in stemming. 17 voor, 20 tegen. Niet aanvaard."
    made = motion(f"{HEAD}\n{BODY}\n{TAIL}\n{tail}")
    assert (made.outcome, made.date) == ("verworpen", date(2020, 12, 15))


def test_votes_in_the_rows_of_a_table_are_counted():
    tail = (
        "Aantekening griffie\n| Stemming: vóór: SP, PvdA, D66; Leden: 23\n| Stemming: tegen: VVD, CDA, PVV; Leden: 32"
    )
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}\n{tail}").outcome == "verworpen"


@pytest.mark.parametrize("vreemd", ["", "-VadO"])
def test_a_row_on_another_motion_in_a_list_that_goes_with_it_says_nothing(vreemd):
    ends = {
        "M1": "Aangenomen, 21-2",
        f"M4{vreemd}": "Aangenomen",
        f"M5{vreemd}": "Aangehouden",
        "M6": "Verworpen, 8-15",
    }
    rows = "\n".join(f"| Nr.: {number}; Naam: Iets; Afloop: {end}" for number, end in ends.items())
    assert motion(f"Motie M5{vreemd}\n{BODY}\n{TAIL}\n{rows}").outcome == "aangehouden"


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (
            "Motie M5",
            "De motie heeft het niet gehaald. Motie 12b (zonnepanelen) is aangenomen; 12d is\naangehouden tot 17 december.",
        ),
        (
            "Motie 2024-M-5",
            "14b (bomen): ingetrokken na toezegging.\n14c (2024-M-5): verworpen.\n14d (2024-M-6): aangenomen.",
        ),
        (
            "Motie M5",
            "| Stuk: M4; vóór: 26; tegen: 11\n| Stuk: M5; vóór: 15; tegen: 22\n| Stuk: M8; vóór: 19; tegen: 18",
        ),
    ],
)
def test_what_became_of_its_neighbours_on_the_agenda_says_nothing(head, tail):
    assert motion(f"{head}\n{BODY}\n{TAIL}\nUit de besluitenlijst\n{tail}").outcome == "verworpen"


@pytest.mark.parametrize("note", ["16 voor / 17 tegen, hoofdelijk", "hoofdelijk: 13 v / 19 t (1 afw.)"])
def test_a_note_of_the_vote_right_under_the_requests_is_no_request(note):
    made = motion(f"{HEAD}\n{BODY}\n{note}")
    assert (made.outcome, note in made.requests) == ("verworpen", False)


def test_a_movers_name_that_was_withdrawn_does_not_withdraw_the_motion():
    made = motion(f"{HEAD}\n{BODY}\n{TAIL}\nD66: handtekening ingetrokken bij de wijziging\nUitslag: aangenomen")
    assert made.outcome == "aangenomen"


def test_a_motion_that_was_adopted_elsewhere_says_nothing_of_this_one():
    told = "gelet op de motie ‘Aardbei’ van de raad van Zundert van 12 oktober 2020, die daar is aangenomen;"
    assert motion(f"{HEAD}\n{told}\n{BODY}\n{TAIL}").outcome == "onbekend"


@pytest.mark.parametrize(
    "told",
    [
        "kennis genomen hebbende van\n- de brief van de GGD van mei;\n- motie 3, die vorige maand werd verworpen;",
        "gelet op de motie “Kort bij huis” die op 2 maart werd verworpen maar alleen over ouderen ging;",
    ],
)
def test_what_became_of_another_motion_of_which_it_took_note_is_not_its_own_outcome(told):
    asks = "verzoekt het college:\n- een spreekuur te openen;\nen gaat over tot de orde van de dag"
    assert motion(f"Motie Een dokter\nDe raad van Bladel,\n{told}\n{asks}").outcome == "onbekend"


def test_the_outcome_of_another_motion_in_its_reasoning_is_not_its_own():
    made = motion(
        "Motie 2\nConstaterende dat:\n- motie 61a in 2018 is aangenomen;\nverzoekt het college:\n- "
        "huisvesters te controleren;\nen gaat over tot de orde van de dag"
    )
    assert made.outcome == "onbekend"


def test_a_file_name_may_bear_the_outcome():
    assert motion(f"{HEAD}\n{BODY}", name="motie-13a-aangenomen.pdf").outcome == "aangenomen"


@pytest.mark.parametrize(
    ("tail", "outcome"),
    [
        (
            "| Voor | mevrouw Vermeij, de heer De Haan en mevrouw Yıldız\n| Tegen | de heer Bouma en mevrouw Hopman",
            "aangenomen",
        ),
        ("Voor: dhr. Zwart, mw. Kok.\nTegen: dhr. Van den Brink, mw. De Vries-Aalbers, dhr. Ruitenberg.", "verworpen"),
        (
            "Tegen stemden de heer Kok en mevrouw Hop\nVoor stemden de heer Bos, de heer Mol en mevrouw Pas",
            "aangenomen",
        ),
        ("Voor: VVD, CDA, Lokaal\nTegen: SP, PvdA", "onbekend"),
        ("| Voor | mevrouw Vermeij, de heer De Haan en mevrouw Yıldız", "onbekend"),
        ("Voor: mevrouw Vermeij legt uit waarom dit nodig is\nTegen: de heer Bouma vindt het te duur", "onbekend"),
    ],
)
def test_a_roll_call_by_name_is_counted(tail, outcome):
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}\nHoofdelijke stemming\n{tail}").outcome == outcome


@pytest.mark.parametrize(
    ("tail", "outcome"),
    [
        ("De heer Kessels neemt motie daarop terug.", "ingetrokken"),
        ("Na de toezegging nemen indieners motie terug", "ingetrokken"),
        ("Indieners: nemen motie hierop terug, niet in stemming gebracht", "ingetrokken"),
        ("Mevrouw Op den Kamp neemt motie terug", "ingetrokken"),
        ("De wethouder neemt motie mee terug naar het college", "onbekend"),
        ("De heer Kessels neemt motie over en komt terug", "onbekend"),
        ("De fractie neemt de motie van mei niet terug", "onbekend"),
    ],
)
def test_a_note_in_shorthand_may_take_the_motion_back(tail, outcome):
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}\n{tail}").outcome == outcome


TIED = "# Stemming\nEerste stemming 30 mei 2024: 5 voor, 5 tegen. De stemmen staken. Herstemming op donderdag 27 juni 2024.\n"
MEMBERS = [
    ("Aarts", "voor", "voor"),
    ("Bax", "voor", "tegen"),
    ("Claes", "tegen", "tegen"),
    ("Dirks", "voor", "voor"),
    ("Evers", "afwezig", "tegen"),
]


@pytest.mark.parametrize(
    "table",
    [
        "| Totaal | 5 – 5 | 4 – 6",
        "| Fractie: Totaal; 30-5: 5 – 5; 27-6: 4 – 6",
        "| Lid | 30-5 | 27-6\n" + "\n".join(f"| {name} | {first} | {last}" for name, first, last in MEMBERS),
    ],
)
def test_a_table_with_a_column_for_each_vote_tells_the_last(table):
    made = motion(f"{HEAD}\n{BODY}\n{TAIL}", f"{TIED}{table}")
    assert (made.outcome, made.date) == ("verworpen", date(2024, 6, 27))


def test_a_table_that_ends_in_a_tie_decides_nothing():
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}", f"{TIED}| Totaal | 6 – 4 | 5 – 5").outcome == "aangehouden"
