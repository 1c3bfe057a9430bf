from datetime import date

import pytest

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


def test_what_was_changed_since_an_earlier_version_is_no_request():
    changed = "Gewijzigd ten opzichte van 13: een verzoek over een gezondheidspost is vervallen."
    asked = BODY.replace(",\nen gaat over tot de orde van de dag.", ".")
    assert motion(f"{HEAD}\n{asked}\n{changed}").requests[-1] == "de raad voor de zomer van 2021 te informeren"


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
        ("J. Jansen (SP), P. Pietersen (50PLUS), K. de Boer (D66)", ("SP", "50PLUS", "D66")),
        ("Namens de VVD: J. Jansen Namens Lijst // Smulders: P. Smulders", ("VVD", "Lijst Smulders")),
        ("Ingediend door LPF Westland, Westland // Verstandig en VVD", ("LPF Westland", "Westland Verstandig", "VVD")),
        ("DOE! | Transparant Deurne", ("DOE!", "Transparant Deurne")),
        ("VVD – Jan Jansen Breda '97 – Piet Pietersen CDA – K. de Boer", ("VVD", "Breda '97", "CDA")),
        ("PvdA, Jan Smeets-Vos · SP, Piet Arts", ("PvdA", "SP")),
        ("Best Open, A. Pot\nCDA, B. Vos", ("Best Open", "CDA")),
        ("Hart, W. van Lankveld\nLokaal Best, M. Bos", ("Hart", "Lokaal Best")),
        ("VLP, C. Verbraak\nPvdA, N. Ait Hamou\nSP", ("VLP", "PvdA", "SP")),
        ("| Fractie | Voor | Tegen\n| Fractie: DMP; Voor: 7; Tegen: 0\n| Fractie: VVD; Voor: 0; Tegen: 5", ()),
        ("| zetels; CDA: 5; VVD: 6\n| voor; CDA: 5\n| tegen; VVD: 6", ()),
    ],
)
def test_the_movers_are_parties_not_persons_nor_voters(tail, movers):
    assert motion(f"{HEAD}\n{BODY}\n{tail}").movers == movers


def test_where_nobody_signs_below_it_a_list_of_parties_above_a_motion_names_its_movers():
    head = "## Kamer gezocht\nMotie M17 | Raad van Tilburg, 9 november 2020 // D66 · Volt · GroenLinks"
    assert motion(f"{head}\n{BODY}").movers == ("D66", "Volt", "GroenLinks")
    assert motion(f"{head}\n{BODY}\nSP, CDA").movers == ("SP", "CDA")


def asked(*lines):
    return motion(
        f"{HEAD}\nDe raad, overwegende dat er niets is;\n" + "\n".join(lines) + "\nen gaat over tot de orde van de dag."
    ).requests


@pytest.mark.parametrize("dictum", ["Verzoekt het college met spoed:", "Verzoeken het college van Gedeputeerde Staten"])
def test_how_and_to_whom_it_is_asked_is_no_request(dictum):
    assert asked(dictum, "- een spreekuur te openen;", "- een tolk te betalen.") == (
        "een spreekuur te openen",
        "een tolk te betalen",
    )


def test_a_request_stands_with_its_subject_on_the_line_above():
    lines = (
        "Verzoekt het college:",
        "- 1. Wonen",
        "in 2025 plaatsen te maken;",
        "- 2. Gezondheid",
        "Dokters te laten rijden;",
    )
    assert asked(*lines) == ("Wonen in 2025 plaatsen te maken", "Gezondheid Dokters te laten rijden")


def test_what_closed_with_a_semicolon_does_not_run_on():
    lines = (
        "Verzoekt het college:",
        "uiterlijk in 2021 een nota voor te leggen;",
        "bij het opstellen de dorpsraden te betrekken;",
    )
    assert asked(*lines) == (
        "uiterlijk in 2021 een nota voor te leggen",
        "bij het opstellen de dorpsraden te betrekken",
    )


def test_a_motion_in_plain_words_falls_into_its_parts():
    made = motion(
        "Motie M3",
        "De raad, bijeen op 7 november 2023,\nWij zien\ndat bedden vol zijn;\nWij vragen het college\n- een meldpunt te openen;",
    )
    assert (made.stating, made.requests) == (("bedden vol zijn",), ("een meldpunt te openen",))


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


def test_each_fraction_of_a_list_is_a_mover():
    made = motion(f"{HEAD}\n{BODY}\nIngediend door: fractie Roosendaalse Lijst, fractie PVV")
    assert made.movers == ("Roosendaalse Lijst", "PVV")


def test_who_moved_it_and_how_it_was_voted_are_no_requests_without_the_order_of_the_day():
    without = BODY.replace(",\nen gaat over tot de orde van de dag.", ";")
    made = motion(f"{HEAD}\n{without}\n- Ingediend door: GroenLinks, SP\n- Stemuitslag: unaniem aanvaard")
    assert (len(made.requests), made.outcome) == (2, "aangenomen")
