from datetime import date

import pytest

from tests.documents.made import read

ADOPTED = date(2020, 5, 12)


@pytest.mark.parametrize(
    "clause",
    [
        "Aldus vastgesteld in de openbare vergadering van de raad van de gemeente Someren, gehouden op 12 mei 2020.",
        "Aldus besloten in de raadsvergadering van 12 mei 2020",
        "Vastgesteld door de gemeenteraad op 12 mei 2020",
        "VASTGESTELD DOOR DE RAAD D.D. 12-05-2020",
        "Vastgesteld bij raadsbesluit van 12 mei 2020, nr. 2020-34",
        "Vastgesteld: 12 mei 2020",
        "| Datum vaststelling: 12 mei 2020",
        "| Vastgesteld door college | 12-5-2020",
        "| Datum raadsbesluit | 12 mei 2020",
        "Deze beleidsregels zijn door het college vastgesteld op 12 mei 2020.",
        "De gemeenteraad van Someren heeft deze nota op 12 mei 2020 vastgesteld.",
        "Besloten in de vergadering van burgemeester en wethouders van 12 mei 2020.",
        "Aldus overeengekomen en ondertekend te Someren op 12 mei 2020",
        "De negen gemeenten ondertekenden deze afspraken op 12 mei 2020 in Someren.",
        "Ondertekend te Someren op twaalf mei tweeduizendtwintig",
        "De raad besloot op 18 februari 2020 het stuk aan te houden, en stelde de nota daarna vast op 12 mei 2020.",
        "De raad van de gemeente Someren heeft de nota vastgesteld in zijn vergadering van 12 mei 2020 (besluit 2020/14).",
        "De adviesraad adviseerde positief op 4 maart 2020. De raad heeft de nota vastgesteld in de vergadering van 12 mei 2020.",
        "Dit beleid is van kracht sinds de vaststelling door de raad op 12 mei 2020.",
        "In het voorjaar nam de raad van Someren de nota op 12 mei 2020 met één wijziging aan.",
        "Stuk 23 · commissie 3 maart 2020 · besluit gemeenteraad: // vastgesteld 12 mei 2020 · bekendgemaakt 20 mei 2020",
        "| Versie: 1.2; Datum: 12 mei 2020; Stand: vastgesteld door de raad; op 25 mei 2020 verzonden",
        "| Orgaan: gemeenteraad; Datum: 12-05-2020; Besluit: vastgesteld (23 voor, 4 tegen)",
        "Besluitregister college · B14 · 2020-05-12 · conform vastgesteld",
        "| Eerste lezing | 3 maart 2020 Raadsbesluit 12 mei 2020",
        "OVEREENKOMSTIG BESLOTEN // 12 MEI 2020",
        "De raad heeft in zijn openbare vergadering // van 12 mei 2020 overeenkomstig // besloten.",
        "Someren, 12 mei 2020, in openbare vergadering door de raad vastgesteld",
    ],
)
def test_the_adoption_clause_goes_before_every_other_date(clause):
    paper = read(
        "## Nota arbeidsmigranten // Gemeente Someren // april 2020",
        "Gepubliceerd op 20 mei 2020 // Ter inzage vanaf 3 januari 2020",
        clause,
        name="nota_20200601.pdf",
    )
    assert (
        paper.date.value,
        any(word in paper.date.source for word in ("clausule", "vast", "eigen", "besluit")),
    ) == (ADOPTED, True)


@pytest.mark.parametrize(
    "title",
    ["Besluit van 14 // september 2021", "Besluit van 14 september // 2021", "Besluit van // 14 september 2021"],
)
def test_a_date_broken_over_two_lines_of_a_title_is_one_date(title):
    paper = read(
        f"## {title} // tot vaststelling van regels voor het huisvesten van arbeidsmigranten // Gemeente Someren"
    )
    assert paper.date.value == date(2021, 9, 14)


@pytest.mark.parametrize(
    "shown",
    [
        "Dit ontwerp is bekendgemaakt op 12 mei 2021 en ligt zes weken ter inzage.",
        "Ter inzage gelegd en bekendgemaakt op 12 mei 2021, tot en met 23 juni 2021. De raad besluit in september 2021.",
    ],
)
def test_a_draft_is_of_the_day_on_which_it_was_published(shown):
    paper = read("## Ontwerpvisie arbeidsmigranten // december 2020", shown)
    assert paper.date.value == date(2021, 5, 12)


def test_the_date_of_a_clause_may_stand_in_the_next_block():
    paper = read("## Nota arbeidsmigranten", "Aldus vastgesteld in de vergadering van de gemeenteraad van\n12 mei 2020")
    assert paper.date.value == ADOPTED


def test_the_councils_decision_goes_before_the_executives():
    paper = read(
        "## Nota arbeidsmigranten",
        "Vastgesteld door het college op 3 maart 2020\nVastgesteld door de raad op 12 mei 2020",
    )
    assert paper.date.value == ADOPTED


def test_the_preamble_of_a_published_decision_gives_the_meeting_not_the_proposal():
    paper = read(
        """~ Nr. 172904 // 8 juli 2020
        ## Beleidsregels huisvesting arbeidsmigranten gemeente Deurne 2020
        De raad van de gemeente Deurne, in zijn vergadering van 12 mei 2020;
        gelezen het voorstel van burgemeester en wethouders van 3 maart 2020, nr. 23;
        gelet op artikel 4:81 van de Algemene wet bestuursrecht;
        besluit: vast te stellen de Beleidsregels huisvesting arbeidsmigranten"""
    )
    assert paper.date.value == ADOPTED


def test_a_published_paper_without_clause_bears_the_day_of_publication():
    assert read(
        "~ GEMEENTEBLAD // Officiële uitgave van de gemeente Deurne // Nr. 172904 // 8 juli 2020\n## Beleidsregels"
    ).date.value == date(2020, 7, 8)
    assert read("## Nota", "# Colofon\nUitgave: mei 2020 // Gemeente Oss").date.value == date(2020, 5, 1)


def test_a_draft_bears_its_own_date_not_that_of_the_decision_to_come():
    paper = read(
        "## Nota arbeidsmigranten\nConcept 3 juni 2020",
        "Aldus vastgesteld in de vergadering van de raad van 9 juli 2020",
    )
    assert paper.date.value == date(2020, 6, 3)


def test_a_letter_bears_the_day_it_was_sent():
    paper = read(
        """## Raadsinformatiebrief
        | Datum: 9 november 2022
        | Uw brief van: 3 oktober 2022
        Geachte raadsleden,
        Op 4 juli 2019 heeft uw raad de woonvisie vastgesteld.""",
        name="rib.pdf",
    )
    assert paper.date.value == date(2022, 11, 9)


def test_a_council_paper_with_a_decision_of_the_executive_bears_the_decision():
    paper = read("## Raadsinformatiebrief\n| Datum: 10 november 2022\n| Collegebesluit: 8 november 2022\nGeachte raad,")
    assert paper.date.value == date(2022, 11, 8)


def test_place_and_date_of_a_letter_are_read():
    assert read("## Gemeente Oss\nOss, 9 november 2022\nGeachte raadsleden,\nWij berichten u.").date.value == date(
        2022, 11, 9
    )


def test_an_agenda_date_is_the_last_resort():
    pages = "## Raadsvoorstel\n| Raadsvergadering: 12 mei 2020\n| Onderwerp: beleid arbeidsmigranten"
    assert read(pages).date.value == ADOPTED
    assert read(pages + "\n| Datum voorstel: 3 april 2020").date.value == date(2020, 4, 3)


def test_a_motion_bears_the_day_of_its_meeting():
    paper = read(
        """Motie 7 Zicht op arbeidsmigranten
        De raad van de gemeente Tilburg, in vergadering bijeen op 9 november 2020,
        constaterende dat op 3 maart 2019 beleid is vastgesteld;
        verzoekt het college beleid op te stellen
        en gaat over tot de orde van de dag.""",
        name="motie.pdf",
    )
    assert paper.date.value == date(2020, 11, 9)


def test_the_file_name_helps_where_the_paper_is_silent():
    paper = read("## Nota arbeidsmigranten", name="nota_20170703.pdf")
    assert (paper.date.value, paper.date.source) == (date(2017, 7, 3), "bestandsnaam")


def test_the_adoption_of_the_paper_as_subject_of_a_sentence_counts_but_not_a_decision_on_something_in_it():
    budget = "## Programmabegroting 2025"
    itself = read(budget, "De begroting is door de raad vastgesteld op 5 november 2024.")
    within = read(budget, "De raad heeft besloten dat het kader (16 juli 2019) nog niet in de begroting komt.")
    assert (itself.date.value, within.date.value) == (date(2024, 11, 5), None)


def test_a_month_on_the_cover_takes_its_day_from_the_file_name():
    paper = read("## Nota arbeidsmigranten\nmaart 2019", name="190312_nota.pdf")
    assert (paper.date.value, paper.date.source) == (date(2019, 3, 12), "bestandsnaam")
    assert read("## Nota arbeidsmigranten\nmaart 2019", name="190412_nota.pdf").date.value == date(2019, 3, 1)


@pytest.mark.parametrize(
    "line",
    [
        "~ Gemeente Someren – vastgesteld raad 12-5-2020 – blz. 1",
        "zaak 2019-1188 | besluit B&W d.d. 12 mei 2020 | geldt voor aanvragen van na 1 juni 2020",
        "Besluit van het college van burgemeester en wethouders van Someren van 12 mei 2020",
        "Bijlage 2 behorende bij raadsbesluit van 12 mei 2020",
    ],
)
def test_a_short_line_may_be_all_that_tells_of_the_decision(line):
    paper = read(f"## Nota logies arbeidsmigranten\n{line}", "Tekst over logies.")
    assert (paper.date.value, paper.date.source) == (ADOPTED, "regel met het besluit, blz. 1")


@pytest.mark.parametrize(
    "sentence",
    [
        "De gemeenteraad stelde deze nota op 12 mei 2020 vast.",
        "Wij stelden deze beleidsregels vast in onze vergadering van 12 mei 2020.",
    ],
)
def test_a_split_verb_tells_of_adoption_too(sentence):
    assert read("## Nota logies arbeidsmigranten", sentence).date.value == ADOPTED


def test_signatures_under_their_own_word_adopt_an_agreement():
    paper = read(
        "## Regionale afspraken arbeidsmigranten De Peel\nAsten, Deurne en Someren",
        "Ondertekening\nHelmond, 12 mei 2020\nwethouder Asten\nwethouder Deurne",
    )
    assert (paper.date.value, paper.date.source) == (ADOPTED, "ondertekening, blz. 2")


def test_a_council_that_is_said_to_be_in_meeting_decides_that_day():
    preamble = "De raad van de gemeente Someren, in vergadering bijeen d.d. 12 mei 2020; gelezen het voorstel van 5 maart 2020; besluit:"
    assert read(f"## Raadsbesluit\n{preamble}\n1. de nota vast te stellen.").date.value == ADOPTED


def test_a_date_that_runs_on_to_the_next_line_keeps_its_year():
    block = "Vastgesteld door de raad van Heeze-Leende op 12 mei // 2020"
    assert (
        read(f"## Nota logies arbeidsmigranten\n{block}", "Op 1 januari 2022 treedt de wet in werking.").date.value
        == ADOPTED
    )


def test_a_clause_goes_before_a_loose_line():
    pages = "## Nota logies arbeidsmigranten\nzaak 12 | besluit raad d.d. 3 juni 2015"
    assert read(pages, "Aldus vastgesteld door het college op 12 mei 2020.").date.value == ADOPTED


def test_a_letterhead_that_was_read_as_one_block_still_has_labelled_lines():
    block = (
        "Uw brief van 3 april 2020 // Ons kenmerk 20-1234 // Behandeld door J. Jansen, afdeling Ruimte en Economie // "
        "Datum donderdag 12 mei 2020 // Onderwerp stand van zaken arbeidsmigranten in de gemeente en het vervolg"
    )
    assert read(f"## Raadsinformatiebrief\n{block}\nGeachte raad,\nWij berichten u.").date.value == ADOPTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Vastgesteld door het college op 3 maart 2020 en door de raad op 12 mei 2020.",
        "Verslag van dinsdag 3 maart 2020, vastgesteld op 12 mei 2020",
        "Deze nota is op 12 mei 2020 vastgesteld door de raad, op voorstel van het college van 3 maart 2020.",
    ],
)
def test_of_the_days_in_one_clause_the_decisions_is_read(sentence):
    assert read("## Nota logies arbeidsmigranten", sentence).date.value == ADOPTED


@pytest.mark.parametrize(
    "signatures",
    [
        "Ondertekening\nAsten, 6 mei 2020\nwethouder Jansen\nSomeren, 12 mei 2020\nwethouder Pieters",
        "Ondertekening\n# Gemeente Asten\nAsten, 6 mei 2020\n# Gemeente Someren\nSomeren, 12 mei 2020\n# Bijlage 1\n3 juli 2020",
        "Aldus overeengekomen en ondertekend:\n| Gemeente Asten | 6 mei 2020\n| Gemeente Someren | 12 mei 2020",
        "Ondertekening\nAsten, 12 mei 2020\nwethouder Jansen\nTreedt in werking op 1 juli 2020",
    ],
)
def test_an_agreement_stands_when_the_last_has_signed(signatures):
    paper = read("## Convenant huisvesting arbeidsmigranten De Peel\nAsten en Someren", signatures)
    assert paper.date.value == ADOPTED


def test_the_executive_that_opens_a_decision_does_not_sign_it():
    paper = read(
        """GEMEENTEBLAD
        Nr. 172904
        8 juli 2020
        Het college van burgemeester en wethouders van Deurne; gelet op artikel 4:81 Awb; besluit vast te stellen:""",
        "Aldus vastgesteld in de collegevergadering van 12 mei 2020.\nDe secretaris, J. Jansen",
    )
    assert paper.date.value == ADOPTED


def test_an_amendment_bears_the_day_on_which_the_council_sat():
    paper = read(
        "Amendement A3\nDe raad van de gemeente Oss, in vergadering bijeen op 12 mei 2020,\nbesluit het voorstel te wijzigen"
    )
    assert paper.date.value == ADOPTED


def test_a_paper_in_english_has_its_date_too():
    assert read("## Housing policy for migrant workers\nMunicipality of Oss\n12 May 2020\nText").date.value == ADOPTED


@pytest.mark.parametrize(
    "released",
    [
        "Vrijgegeven voor inspraak door het college op 13 februari 2024.",
        "Ontwerp, vrijgegeven door burgemeester en wethouders en bekendgemaakt op 13 februari 2024",
        "Stand: ontwerp, door het college vrijgegeven voor terinzagelegging op 13 februari 2024; nog niet vastgesteld",
        "Ontwerp - versie voor inspraak, 13 februari 2024",
        "Vrijgegeven: Door het college van burgemeester en wethouders op 13 februari 2024, voor inspraak",
        "Concept, vrijgegeven door de stuurgroep Publieke Gezondheid op 13 februari 2024. De stuurgroep biedt het plan aan",
        "Concept, vrijgegeven door het bestuurlijk overleg Wonen van de regio op dinsdag 13 februari 2024",
        "Vrijgegeven door de regiotafel d.d. 13 februari 2024 voor reacties van de raden",
        "Vrijgegeven door het dagelijks bestuur van de regio op 13 februari 2024",
        "Deze nota is door burgemeester en wethouders op 13 februari 2024 vrijgegeven ter inzage.",
        "Deze nota is in ontwerp gereed. Het college heeft haar op 13 februari 2024 vrijgegeven voor inspraak.",
        "Burgemeester en wethouders hebben de ontwerpnota op 13 februari 2024 vrijgegeven voor zienswijzen.",
    ],
)
def test_a_draft_that_was_released_bears_that_day(released):
    paper = read(
        "~ ONTWERP\n## Nota arbeidsmigranten Roosendaal", f"{released}\nBeoogde behandeling raad: 27 juni 2024"
    )
    assert paper.date.value == date(2024, 2, 13)


@pytest.mark.parametrize(
    "line",
    [
        "Startnotitie ten behoeve van de commissie Ruimte, 12 mei 2020",
        "Raadsbijeenkomst op 12 mei 2020",
        "Eindrapport bureau Zicht, 12 mei 2020",
    ],
)
def test_the_one_day_that_stands_above_a_paper_is_better_than_none(line):
    assert (
        read(f"## Startnotitie arbeidsmigranten\n{line}", "Op 3 maart 2018 sprak de raad hierover.").date.value
        == ADOPTED
    )


def test_the_day_beside_the_organ_that_decided_in_a_clause_without_a_day_is_the_papers():
    page = "## Toezicht dat past\nVTH-beleid 2023–2026\n| Ter kennis raad | 14 februari 2023 | B en W | 17 januari 2023"
    clause = "Burgemeester en wethouders van Waalre besluiten dit beleid en programma vast te stellen. Namens hen, de secretaris."
    assert read(page, clause).date.value == date(2023, 1, 17)


def test_answers_are_of_the_day_on_which_they_were_given_and_sent():
    page = "## Vragen van raadsleden en antwoorden van het college\n| Ontvangen griffie | 4 april 2022\n"
    page += "| Beantwoord en verzonden | 26 april 2022\n| Op lijst ingekomen stukken | raad 17 mei 2022"
    assert read(page, "Tekst.").date.value == date(2022, 4, 26)


def test_a_motion_is_of_its_meeting_though_the_line_breaks_before_the_day():
    head = "Motie nr. 3\n# MOTIE\nDe raad van de gemeente Aalburg, in vergadering bijeen te Wijk en // Aalburg op dinsdag 27 oktober 2009,"
    body = "constaterende dat het moet;\nverzoekt het college een notitie te schrijven;\nen gaat over tot de orde van de dag."
    note = "Besluitenlijst goedgekeurd in de raad van 24 // november 2009."
    assert read(f"{head}\n{body}\nAANGENOMEN\n{note}").date.value == date(2009, 10, 27)


@pytest.mark.parametrize(
    "opening",
    [
        "Vergadering van dinsdag 11 februari 2025, 9.30 uur, gemeentehuis Kerkdriel",
        "Dinsdag 11 februari 2025, 9.00 uur, kamer 1.04",
        "Gemeenteraad Meierijstad – stand per 11 februari 2025 – bijlage bij de lijst van ingekomen stukken",
        "Aantallen, bedden en woonadressen · Maastricht, 11 februari 2025",
        "Eindrapport, 11 februari 2025",
        "Rapport, gepubliceerd 11 februari 2025",
        "Evaluatierapport, verschenen op 11 februari 2025",
        "Verslag, uitgebracht op 11 februari 2025",
    ],
)
def test_a_list_or_report_is_of_the_day_with_which_it_opens(opening):
    items = "1. Lijst van 4 februari 2025. Ongewijzigd vastgesteld.\n2. Op 17 juni 2019 stelde de gemeenteraad het beleid vast."
    assert read(f"## Openbare besluitenlijst\n{opening}\n{items}").date.value == date(2025, 2, 11)


@pytest.mark.parametrize(
    "said",
    [
        "Vastgesteld op 3 juni 2014. Opnieuw vastgesteld door de gemeenteraad op 12 mei 2020.",
        "Vastgesteld door de gemeenteraad van Someren op 3 juni 2014, opnieuw vastgesteld op 12 mei 2020.",
        "Eerste vaststelling door de raad: 9 november 2015. Herziene versie vastgesteld door de raad: 12 mei 2020.",
        "Vastgesteld door de raad op 9 november 2017. Gewijzigd vastgesteld door de raad op 12 mei 2020.",
        "Vastgesteld door de raad op 9 november 2015, geactualiseerd en opnieuw vastgesteld door de raad op 12 mei 2020.",
        "Dit beleid is vastgesteld door de raad op 3 juni 2014 en op 12 mei 2020 ongewijzigd opnieuw vastgesteld.",
        "Vastgesteld door de raad op 9 mei 2017, in werking getreden op 1 juli 2017, laatstelijk gewijzigd vastgesteld op 12 mei 2020.",
        "Vastgesteld door de raad op 3 juni 2014\nHerzien vastgesteld op 12 mei 2020",
        "Vastgesteld in de raad van 3 juni 2014; laatste vaststelling: 12 mei 2020.",
        "Deze nota is vastgesteld op 3 juni 2014 en nogmaals vastgesteld in de raadsvergadering van 12 mei 2020.",
        "Opnieuw vastgesteld door de gemeenteraad op 12 mei 2020 (eerste vaststelling 3 juni 2014).",
    ],
)
def test_a_paper_adopted_once_more_is_of_the_last_day(said):
    assert read("## Nota logies arbeidsmigranten", said).date.value == ADOPTED


@pytest.mark.parametrize(
    "said",
    [
        "Vastgesteld op 3 juni 2014, laatstelijk gewijzigd bij raadsbesluit van 12 mei 2020",
        "Vastgesteld op 3 juni 2014, gewijzigd bij raadsbesluit van 4 juli 2017 en laatstelijk gewijzigd bij besluit van 12 mei 2020",
        "Vastgesteld door de raad op 3 juni 2014 (laatst gewijzigd door de raad op 12 mei 2020)",
        "Vastgesteld door de raad op 3 juni 2014\nLaatstelijk gewijzigd bij raadsbesluit van 12 mei 2020",
        "Vastgesteld door het college op 3 juni 2014\nLaatstelijk gewijzigd bij collegebesluit d.d. 12 mei 2020",
    ],
)
def test_a_paper_that_a_later_decision_changed_is_of_that_day(said):
    made = read(f"## Nota logies Someren\n{said}\n# Waar het mag\nLogies voor seizoenarbeiders mag op een erf.")
    assert made.date.value == date(2020, 5, 12)


@pytest.mark.parametrize(
    "said",
    [
        "De stuurgroep kwam bijeen op 13 februari 2024",
        "Vrijgegeven door de stuurgroep; reacties kunnen tot 13 februari 2024 worden gestuurd",
        "Het budget is vrijgegeven door de provincie op 13 februari 2024",
        "Deze subsidie is door het college op 13 februari 2024 vrijgegeven.",
    ],
)
def test_another_day_of_a_steering_group_does_not_release_a_draft(said):
    paper = read("~ CONCEPT\n## Nota arbeidsmigranten Roosendaal", f"{said}\nBeoogde behandeling raad: 27 juni 2024")
    assert paper.date.source.partition(",")[0] != "vrijgave"


@pytest.mark.parametrize("head", ["In werking getreden op 1 april 2013", "Geldig vanaf 1 april 2013"])
def test_policy_that_says_nothing_but_from_when_it_holds_has_that_day(head):
    made = read(f"## Nota logies arbeidsmigranten\nGemeente Someren\n{head}", "Arbeidsmigranten wonen op het erf.")
    assert made.date.value == date(2013, 4, 1)
