from datetime import date

import pytest

from pipeline.documents.motion_number import parsed_number
from pipeline.documents.policy_request import asks_policy
from tests.documents.made import read

HEAD = "Motie 13a Zicht op arbeidsmigranten"
BODY = """De raad van de gemeente Tilburg, in vergadering bijeen op 9 november 2020,
Constaterende dat:
- er in Tilburg ruim 6.000 arbeidsmigranten verblijven;
- een deel niet staat ingeschreven;
Overwegende dat:
- goed werkgeverschap om toezicht vraagt;
Verzoekt het college:
- een integraal beleidskader arbeidsmigratie op te stellen;
- de raad voor de zomer van 2021 te informeren,
en gaat over tot de orde van de dag."""
TAIL = "VVD // CDA // D66\nJan de Vries // Piet Pietersen"


def motion(*pages, **more):
    made = read(*pages, **more).motion
    assert made
    return made


def test_a_motion_falls_into_its_parts():
    made = motion(f"{HEAD}\n{BODY}\n{TAIL}")
    assert made.stating == ("er in Tilburg ruim 6.000 arbeidsmigranten verblijven", "een deel niet staat ingeschreven")
    assert made.considering == ("goed werkgeverschap om toezicht vraagt",)
    assert made.requests == (
        "een integraal beleidskader arbeidsmigratie op te stellen",
        "de raad voor de zomer van 2021 te informeren",
    )
    assert (made.number, made.organ, made.date) == ("13a", "gemeenteraad", date(2020, 11, 9))


def test_numbered_requests_within_one_paragraph_come_apart():
    made = motion(
        "Motie M7\nDe raad, overwegende dat het moet; verzoekt het college: 1. een nachtregister te eisen; 2. "
        "de GGD te vragen om een spreekuur; 3. te rapporteren, en gaat over tot de orde van de dag."
    )
    assert made.requests == ("een nachtregister te eisen", "de GGD te vragen om een spreekuur", "te rapporteren")


def test_a_single_request_is_one_sentence():
    made = motion(
        "Motie M7\nConstaterende dat zicht ontbreekt,\nVerzoekt het college van burgemeester en wethouders om "
        "met de buurgemeenten in gesprek te gaan over een meldpunt.\nEn gaat over tot de orde van de dag"
    )
    assert made.requests == ("met de buurgemeenten in gesprek te gaan over een meldpunt",)


@pytest.mark.parametrize(
    "lapsed",
    [
        "een spreekuur in te richten; [vervallen]",
        "[vervallen] een spreekuur in te richten",
        "een spreekuur in te richten (geschrapt)",
        "een spreekuur in te richten; vervalt – ter vergadering geschrapt door de indiener",
        "een spreekuur in te richten; vervallen in de vergadering, zie de toezegging van de wethouder",
        "een spreekuur in te richten; [verzoek 2 is bij de wijziging vervallen]",
    ],
)
def test_a_request_that_lapsed_is_asked_no_more(lapsed):
    made = motion(
        f"Motie 3\nOverwegende dat het moet;\nVerzoekt het college:\n- een meldpunt in te richten;\n- {lapsed};\n"
        "en gaat over tot de orde van de dag"
    )
    assert made.requests == ("een meldpunt in te richten",)


def test_of_a_request_that_was_changed_the_new_words_stay():
    made = motion(
        "Motie 3\nOverwegende dat het moet;\nVerzoekt het college:\n- geen grond te verkopen; (geschrapt) bij verkoop "
        "een plan te vragen;\nen gaat over tot de orde van de dag"
    )
    assert made.requests == ("bij verkoop een plan te vragen",)


def test_that_a_permit_lapses_can_be_asked():
    made = motion(
        "Motie 3\nOverwegende dat het moet;\nVerzoekt het college:\n- te regelen dat bij overlast de vergunning "
        "vervalt;\nen gaat over tot de orde van de dag"
    )
    assert made.requests == ("te regelen dat bij overlast de vergunning vervalt",)


@pytest.mark.parametrize("dictum", ["Spreekt als haar mening uit dat:", "Verzoekt de wethouder wonen:"])
def test_what_comes_before_the_colon_is_no_request(dictum):
    made = motion(
        f"Motie 2\nOverwegende dat het moet;\n{dictum}\n- er wordt gecontroleerd;\nen gaat over tot de orde van de dag"
    )
    assert made.requests == ("er wordt gecontroleerd",)


def test_roman_numbers_are_bullets_too():
    made = motion(
        "Motie 3\nOverwegende dat het moet;\nVerzoekt het college:\nI. een meldpunt in te richten;\nII. te rapporteren\n"
        "en gaat over tot de orde van de dag"
    )
    assert made.requests == ("een meldpunt in te richten", "te rapporteren")


def test_what_was_heard_is_no_fact_and_dat_is_no_part_of_one():
    made = motion(
        "Motie 3\nGehoord de beraadslagingen,\nconstaterende dat velen niet staan ingeschreven;\noverwegende dat zicht nodig is;\n"
        "verzoekt het college te controleren\nen gaat over tot de orde van de dag"
    )
    assert made.stating == ("velen niet staan ingeschreven",)
    assert made.considering == ("zicht nodig is",)


def test_dat_at_the_head_of_an_item_is_no_part_of_it():
    made = motion(
        "Motie 3\nOverwegende:\n- dat het beter moet;\nverzoekt het college te controleren\nen gaat over tot de orde van de dag"
    )
    assert made.considering == ("het beter moet",)


def test_a_second_dictum_adds_its_requests():
    made = motion(
        "Motie 2\nOverwegende dat het moet;\nRoept het college op:\n- huisvesters te controleren;\nen spreekt "
        "uit dat:\n- arbeidsmigranten welkom zijn;\nen gaat over tot de orde van de dag"
    )
    assert made.requests == ("huisvesters te controleren", "arbeidsmigranten welkom zijn")


@pytest.mark.parametrize(
    "dictum",
    [
        "Verzoekt het college",
        "Draagt het college op",
        "Roept het college op",
        "Verzoekt Gedeputeerde Staten",
        "Verzoeken GS",
        "De raad verzoekt het college",
        "Verzoekt het college van B&W",
        "Verzoekt de burgemeester",
        "Vraagt het college",
        "Dringt er bij het college op aan",
        "Besluit het college te verzoeken",
        "Roept het college tevens op",
        "Wij verzoeken het college",
        "De raad vraagt het college",
        "Verzoekt het college van B en W",
        "Draagt het college derhalve op",
    ],
)
def test_a_request_is_cut_from_whom_it_is_put_to(dictum):
    made = motion(
        f"Motie 2\nOverwegende dat het moet;\n{dictum} om:\n- huisvesters te controleren;\nen gaat over tot de orde van de dag"
    )
    assert made.requests == ("huisvesters te controleren",)


def test_a_request_that_runs_over_a_page_is_one():
    made = motion(
        "Motie 2\nOverwegende dat het moet;\nVerzoekt het college:\n- een beleidskader op te stellen waarin",
        "registratie een plaats heeft;\n- de raad te informeren\nen gaat over tot de orde van de dag",
    )
    assert made.requests[0] == "een beleidskader op te stellen waarin registratie een plaats heeft"


def test_what_the_clerk_noted_above_a_motion_is_no_request():
    made = motion(f"Voor: 28 Tegen: 17 Besluit: aangenomen\n{HEAD}\n{BODY}")
    assert (made.outcome, made.requests[0]) == (
        "aangenomen",
        "een integraal beleidskader arbeidsmigratie op te stellen",
    )


def test_what_follows_the_motion_is_no_request():
    made = motion(f"{HEAD}\n{BODY}\n{TAIL}\nToelichting:\n- Verzoeken om zicht komen al jaren.\nStemming: aangenomen")
    assert len(made.requests) == 2


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


def test_a_motion_of_the_states_says_so_in_its_organ():
    made = motion(
        "Motie 61a\nProvinciale Staten van Noord-Brabant, bijeen op 20 april 2018,\noverwegende "
        "dat;\nverzoeken Gedeputeerde Staten:\n- knelpunten in beeld te brengen;\nen gaan over tot de orde "
        "van de dag"
    )
    assert made.organ == "Provinciale Staten"


@pytest.mark.parametrize(
    ("tail", "movers"),
    [
        ("D66, Tilburg Lokaal", ("D66", "Tilburg Lokaal")),
        ("Ondertekening: CDA, PvdA-GroenLinks, T&G", ("CDA", "PvdA-GroenLinks", "T&G")),
        ("CDA, PvdA/GL, H&G", ("CDA", "PvdA/GL", "H&G")),
        ("VVD, Nieuw Elan en Helder", ("VVD", "Nieuw Elan", "Helder")),
        ("Kleur, SP, VVD", ("Kleur", "SP", "VVD")),
        ("Jan Jansen, D66", ("D66",)),
        ("Fractie Dorpsbelang, J. Jansen\nFractie Lokaal, P. de Vries", ("Dorpsbelang", "Lokaal")),
        ("| Fractie | Naam | Handtekening\n| VVD | J. Jansen | w.g.\n| SP | P. Pietersen | w.g.", ("VVD", "SP")),
        ("VVD // CDA // D66", ("VVD", "CDA", "D66")),
        ("Namens de fractie van GroenLinks, // Jan Jansen", ("GroenLinks",)),
        (
            "Indieners: J. Jansen (VVD), P. Pietersen (PvdA) en K. de Boer (Lokaal Tilburg)",
            ("VVD", "PvdA", "Lokaal Tilburg"),
        ),
        ("Ingediend door: CU/SGP, 50PLUS, JA21", ("CU/SGP", "50PLUS", "JA21")),
        ("Fractie ChristenUnie\nFractie Partij voor de Dieren", ("ChristenUnie", "Partij voor de Dieren")),
        ("Jan Jansen // Fractievoorzitter SP\nPiet Pietersen // Lijst Pim Smulders", ("SP", "Lijst Pim Smulders")),
        ("De fracties van VVD, BBB en Volt", ("VVD", "BBB", "Volt")),
        ("VVD, CDA\nVoor: VVD, CDA, PVV\nTegen: SP, D66", ("VVD", "CDA")),
        ("Gemeentebelangen // Partij van de Arbeid", ("Gemeentebelangen", "Partij van de Arbeid")),
        ("Namens de fracties van CDA, Lokaal+ en D66", ("CDA", "Lokaal+", "D66")),
        ("D66 // Lokaal+", ("D66", "Lokaal+")),
        ("Namens de fractie van D66: J. Jansen\nNamens de fractie van het CDA: K. de Boer", ("D66", "CDA")),
        ("Mede namens de fracties van SP en GroenLinks", ("SP", "GroenLinks")),
        ("Indiener: K. de Boer, fractie CDA", ("CDA",)),
        ("Jan Jansen (D66) // Piet Pietersen (Hart voor Tilburg)", ("D66", "Hart voor Tilburg")),
    ],
)
def test_the_movers_are_parties_not_persons_nor_voters(tail, movers):
    assert motion(f"{HEAD}\n{BODY}\n{tail}").movers == movers


@pytest.mark.parametrize(
    ("mark", "outcome"),
    [
        ("AANGENOMEN", "aangenomen"),
        ("~ VERWORPEN", "verworpen"),
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
        (
            'Onder a. "voor 1 juli" gewijzigd in "voor 1 augustus". In stemming gebracht: vóór 16, tegen 6 (VVD 4).',
            "aangenomen",
        ),
    ],
)
def test_the_outcome_is_read_from_stamp_box_sentence_or_votes(mark, outcome):
    assert motion(f"{HEAD}\n{BODY}\n{TAIL}\n{mark}").outcome == outcome


def test_a_vote_that_was_tied_is_decided_by_the_next():
    tail = "Stemming 10-11-2020: 18 voor, 18 tegen. Stemmen staken.\n"
    tail += "15 december 2020: opnieuw in stemming. 17 voor, 20 tegen. Niet aanvaard."
    made = motion(f"{HEAD}\n{BODY}\n{TAIL}\n{tail}")
    assert (made.outcome, made.date) == ("verworpen", date(2020, 12, 15))


def test_a_motion_in_plain_words_falls_into_its_parts():
    made = motion(
        "Motie M3",
        "De raad, bijeen op 7 november 2023,\nWij zien\ndat bedden vol zijn;\nWij vragen het college\n- een meldpunt te openen;",
    )
    assert (made.stating, made.requests) == (("bedden vol zijn",), ("een meldpunt te openen",))


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
    "request_",
    [
        "een integraal beleidskader arbeidsmigratie op te stellen",
        "beleid te ontwikkelen voor de huisvesting van arbeidsmigranten",
        "te komen tot een gemeentelijke visie op arbeidsmigratie",
        "een nota arbeidsmigranten aan de raad voor te leggen",
        "voor de zomer met een integrale aanpak te komen",
        "een plan van aanpak arbeidsmigratie op te stellen waarin zorg, werk en registratie samenkomen",
        "het huisvestingsbeleid te herzien",
        "samen met de regio beleidsregels op te stellen",
        "dat er een beleidskader moet komen",
        "een visie te formuleren met daarin een informatiepunt",
        "voor het einde van het jaar beleid voor de huisvesting en registratie van arbeidsmigranten aan de raad voor te leggen",
    ],
)
def test_a_request_for_a_policy_paper_asks_policy(request_):
    assert asks_policy(request_)


@pytest.mark.parametrize(
    "request_",
    [
        "een informatiepunt voor arbeidsmigranten in te richten",
        "binnen het bestaande beleid een meldpunt te openen",
        "een tolk beschikbaar te stellen bij het spreekuur",
        "de raad te informeren over de voortgang",
        "een onderzoek te doen naar het aantal arbeidsmigranten",
        "te handhaven op overbewoning",
        "in het beleid geen ruimte te maken voor campussen",
        "een loket te openen en daarvoor middelen vrij te maken",
        "bij de evaluatie van het beleid de GGD te betrekken",
    ],
)
def test_a_request_for_a_single_service_does_not(request_):
    assert not asks_policy(request_)


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


def test_each_fraction_of_a_list_is_a_mover():
    made = motion(f"{HEAD}\n{BODY}\nIngediend door: fractie Roosendaalse Lijst, fractie PVV")
    assert made.movers == ("Roosendaalse Lijst", "PVV")


def test_who_moved_it_and_how_it_was_voted_are_no_requests_without_the_order_of_the_day():
    without = BODY.replace(",\nen gaat over tot de orde van de dag.", ";")
    made = motion(f"{HEAD}\n{without}\n- Ingediend door: GroenLinks, SP\n- Stemuitslag: unaniem aanvaard")
    assert (len(made.requests), made.outcome) == (2, "aangenomen")
