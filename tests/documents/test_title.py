import pytest

from pipeline.documents.paper import PaperKind
from pipeline.documents.parts import Parts
from pipeline.documents.title import title_of
from pipeline.extraction.blocks import Block, BlockKind
from tests.documents.made import read


def title(*pages, **more):
    return read(*pages, **more).title.value


def test_the_biggest_print_of_the_cover_is_the_title():
    assert (
        title(
            "Gemeente Oss // mei 2020\n## Nota huisvesting // arbeidsmigranten 2020\nVastgesteld door de raad",
            "Tekst van de nota.",
        )
        == "Nota huisvesting arbeidsmigranten 2020"
    )


MOVED = "De raad, overwegende dat het moet;\nverzoekt het college een spreekuur te openen\nen gaat over tot de orde van de dag."


@pytest.mark.parametrize(
    "between",
    [
        "(artikel 34 Reglement van orde)",
        "Stand / door de indieners ingetrokken na toezegging",
        "DOE! | Transparant Deurne",
        "Fractie Samenwerking",
        "Raad | : 7 juli 2016",
    ],
)
def test_rules_result_and_movers_are_no_title_of_a_motion(between):
    assert title(f"# Motie M7\n{between}\n# Van controle naar aanpak\n{MOVED}") == "Van controle naar aanpak"


def test_a_title_of_fancy_takes_its_subtitle_along():
    assert (
        title("## Goed komen, goed blijven\n# Integraal beleid arbeidsmigranten 2020-2024\nGemeente Waalwijk")
        == "Goed komen, goed blijven. Integraal beleid arbeidsmigranten 2020-2024"
    )


def test_a_title_that_ends_in_a_point_gets_no_second_one():
    assert (
        title("## Gekend.\n# Programma voor Poolse inwoners\nGemeente Waalwijk")
        == "Gekend. Programma voor Poolse inwoners"
    )


@pytest.mark.parametrize(
    "passing",
    [
        "## GEMEENTEBLAD",
        "## Gemeente Deurne",
        "## 12 mei 2020",
        "## CONCEPT",
        "~ Nota Iets anders",
        "## Colofon",
        "## www.oss.nl",
    ],
)
def test_mastheads_logos_dates_and_running_heads_are_no_title(passing):
    assert title(f"{passing}\n# Beleidsregels kamerverhuur\nTekst van de regels.") == "Beleidsregels kamerverhuur"


def test_a_row_of_a_list_of_motions_gives_a_letter_no_title():
    page = (
        "# Raadsinformatiebrief afdoening moties\nDatum: 6 februari 2024\nGeachte raad, hieronder de stand.\n"
        "| Motie: M1; Titel: Een huisarts voor arbeidsmigranten; Stand van zaken: Afgedaan"
    )
    assert title(page) == "afdoening moties"


def test_the_running_foot_of_a_motion_is_not_its_title():
    page = (
        "~ motie M20-17 – blad 1\n| Gemeenteraad Oss | motie M20-17\n# Eerst bedden, dan bedrijven\n"
        "De raad,\nconstaterende dat er veel is;\nverzoekt het college\n- een plan te maken,\nen gaat over tot de orde van de dag."
    )
    assert title(page) == "Eerst bedden, dan bedrijven"


@pytest.mark.parametrize(
    "field",
    [
        "Onderwerp: Beleid arbeidsmigranten",
        "Betreft: Beleid arbeidsmigranten",
        "| Onderwerp | Beleid arbeidsmigranten",
        "| Onderwerp: Beleid arbeidsmigranten",
        "Onderwerp\nBeleid arbeidsmigranten",
    ],
)
def test_a_council_paper_states_its_subject(field):
    assert title(f"## RAADSVOORSTEL\n{field}\nGeachte raad,") == "Beleid arbeidsmigranten"


@pytest.mark.parametrize(
    "head",
    [
        "Motie 7: Zicht op arbeidsmigranten",
        "## Motie M12a Zicht op arbeidsmigranten",
        "Motie\nOnderwerp: Zicht op arbeidsmigranten",
        "## Motie vreemd aan de orde van de dag\n# Zicht op arbeidsmigranten",
        "MOTIE ‘Zicht op arbeidsmigranten’",
        "Motie 20/06 – Zicht op arbeidsmigranten",
    ],
)
def test_a_motions_title_stands_by_its_number(head):
    assert (
        title(
            f"{head}\nDe raad, overwegende dat het moet;\nverzoekt het college beleid te maken\nen gaat over tot "
            f"de orde van de dag"
        )
        == "Zicht op arbeidsmigranten"
    )


def motion(head):
    return title(
        f"{head}\nDe raad, overwegende dat het moet;\nverzoekt het college beleid te maken\nen gaat over tot de orde van de dag"
    )


@pytest.mark.parametrize(
    "head",
    [
        "## MOTIE M3\nVreemd aan de orde van de dag\nWie slaapt waar?",
        "MOTIE m.ii behorend bij agendapunt 9, raadsvergadering d.d. 29 september 2009\nWie slaapt waar?",
        "M O T I E nr. III - Wie slaapt waar?",
        "Motie vreemd aan de orde van de dag\nStuk: 18int04417\nNaam: “Wie slaapt waar?”",
        "## Motie M-07\nProgramma 0, Bestuur en ondersteuning\n# Wie slaapt waar?",
        "Fracties: Jong Uden en SP Onderwerp: Wie slaapt waar?",
        "# Wie slaapt waar?\nMotie vreemd aan de orde van de dag\nstelt vast dat",
        "| Motie | M04a (gewijzigd, vervangt M04)\n# Wie slaapt waar?",
        "# MOTIE\nnr. M7\nWie slaapt waar?\n## namens CDA: P. Jochems; namens D66: A. van der Sande",
        "# Wie slaapt waar?\n## hoofdelijk, 13 v / 19 t, dus verworpen",
    ],
)
def test_labels_fields_and_the_vote_are_no_title_of_a_motion(head):
    assert motion(head) == "Wie slaapt waar?"


def test_the_name_of_a_municipality_in_the_largest_print_is_no_title():
    text = "Deze tekst is samen met bewoners en ondernemers bedacht en door ambtenaren opgeschreven en nagekeken."
    assert title(f"## DONGEN\n# Samen in Dongen\n{text}") == "Samen in Dongen"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("“Wie slaapt waar?”", "Wie slaapt waar?"),
        ("beantwoording vragen ‘Slapen op de weg’", "beantwoording vragen ‘Slapen op de weg’"),
    ],
)
def test_quotes_around_the_whole_of_a_subject_go(written, told):
    assert title(f"## RAADSVOORSTEL\nOnderwerp: {written}\nGeachte raad,") == told


def test_a_subject_under_its_label_runs_on_in_the_next_line():
    assert (
        title("## RAADSVOORSTEL\nOnderwerp\nStand van zaken\narbeidsmigranten\nGeachte raad,")
        == "Stand van zaken arbeidsmigranten"
    )


def test_rules_without_a_cover_bear_their_citeertitel():
    page = (
        "De raad van de gemeente Oss besluit het volgende, gelet op de wet.\nArtikel 9 Deze regels worden "
        "aangehaald als: Beleidsregels kamerverhuur Oss 2020."
    )
    assert title(page) == "Beleidsregels kamerverhuur Oss 2020"


def test_a_chapters_heading_is_not_the_title():
    assert (
        title("# 1. Inleiding\nTekst van de nota over van alles en nog wat.", metadata={"title": "Nota wonen 2020"})
        == "Nota wonen 2020"
    )


@pytest.mark.parametrize(
    "metadata", ["Microsoft Word - nota v0.7.docx", "untitled", "Document1", "nota_def_2.pdf", "x", "None"]
)
def test_a_metadata_title_counts_only_when_somebody_wrote_it(metadata):
    assert (
        title(
            "Tekst zonder kop, die gewoon begint met een lange zin over van alles en nog wat.",
            metadata={"title": metadata},
            name="nota_arbeidsmigranten-2020.pdf",
        )
        == "nota arbeidsmigranten 2020"
    )


@pytest.mark.parametrize(
    "name",
    [
        "Gemeentelijke visie op arbeidsmigratie",
        "Registratie en huisvesting arbeidsmigranten",
        "Concept-beleidsnota arbeidsmigranten",
        "Provinciale handreiking huisvesting",
    ],
)
def test_titles_may_begin_like_a_masthead_or_mark(name):
    assert title(f"## {name}\nGemeente Oss\nTekst van de nota.") == name


def test_a_typed_paper_has_its_title_among_its_first_lines():
    page = (
        "Gemeente Oss\nNotitie huisvesting buitenlandse werknemers\nmei 2009\n# Aanleiding\nDe gemeente kent "
        "sinds 2004 buitenlandse werknemers."
    )
    assert title(page) == "Notitie huisvesting buitenlandse werknemers"


def test_questions_in_parliament_are_called_by_who_asks_what():
    head = "Tweede Kamer der Staten-Generaal\n## Vergaderjaar 2020–2021 Aanhangsel van de Handelingen\n2129\n"
    asked = "Vragen van het lid Jansen (ABC) aan de minister over de nachtopvang van arbeidsmigranten"
    assert title(f"{head}{asked} (ingezonden 5 juni 2020).\nVraag 1\nKlopt het bericht?") == asked


def test_the_item_of_the_agenda_is_no_part_of_a_title():
    page = "## Motie\n# Gewoon fatsoen // behoort bij agendapunt 8.b, Perspectiefnota 2025"
    assert (
        title(f"{page}\nDe raad, overwegende dat het moet;\nverzoekt het college beleid te maken") == "Gewoon fatsoen"
    )


def test_the_nota_under_the_decision_that_adopts_it_does_not_double_the_title():
    page = (
        "## Raadsbesluit Beleidsnota logies Someren\nDe raad van de gemeente Someren besluit de nota vast te stellen."
    )
    assert title(f"{page}\n## Beleidsnota logies Someren\nLogies mag op erven.") == "Beleidsnota logies Someren"


ASKS = "De raad, constaterende dat misstand blijft;\nverzoekt het college een loket te openen\nen gaat over tot de orde van de dag."


def test_a_motion_may_be_called_by_one_word():
    page = f"## Motie Meldpunt\nMotie nr. 12 - gemeenteraad Someren, vergadering 12 mei 2020\n{ASKS}"
    assert title(page, name="m.pdf") == "Meldpunt"


@pytest.mark.parametrize("label", ["Motie M4", "Motie 2020-17", "Motie aangenomen", "MOTIE IV", "Motie"])
def test_a_motion_is_not_called_by_its_number_or_outcome(label):
    assert title(f"## {label}\n# Een loket voor iedereen\n{ASKS}", name="m.pdf") == "Een loket voor iedereen"


def test_who_signs_is_no_title():
    page = f"## Motie\n{ASKS}\n# SP, GroenLinks, PvdD\nAangenomen"
    assert title(page, name="loket_voor_iedereen.pdf") == "loket voor iedereen"


def test_a_paper_that_is_one_table_is_called_by_its_first_cell():
    rows = "| Integraal beleid logies Someren | De raad van Someren heeft deze nota op 12 mei 2020 vastgesteld."
    assert (
        title(f"{rows}\n| Waar mag het | Op drie soorten plekken.", name="b.pdf") == "Integraal beleid logies Someren"
    )


@pytest.mark.parametrize(
    "head",
    [
        "Gevraagd besluit",
        "Voorgesteld besluit",
        "Beslispunten",
        "Aanbieding",
        "Kern van de mededeling",
        "Toelichting bij het besluit",
        "Bijlagen geen",
        "1-4, zegt 1-7 toe",
    ],
)
def test_standing_headings_and_scribbles_are_no_title(head):
    assert (
        title(f"## {head}\nTekst over fietspaden.", name="raadsvoorstel fietspaden.pdf") == "raadsvoorstel fietspaden"
    )


RUNNING = " ".join(["In de gemeente verblijven veel mensen die van elders komen om er een seizoen lang te werken."] * 3)


def printed(*blocks, name="stuk.pdf"):
    """The title of a page with these blocks: text, kind and size."""
    made = [
        Block(1, (50, 40 + 20 * n, 500, 50 + 20 * n), kind, text, size) for n, (text, kind, size) in enumerate(blocks)
    ]
    return title_of(Parts(tuple(made), name.removesuffix(".pdf"), (), {}), PaperKind.POLICY).value


def test_a_heading_under_running_text_is_that_of_a_chapter():
    blocks = [
        (RUNNING, BlockKind.PARAGRAPH, 10.0),
        ("Waarom nu", BlockKind.HEADING, 10.0),
        (RUNNING, BlockKind.PARAGRAPH, 10.0),
    ]
    assert printed(*blocks, name="brief fietspaden.pdf") == "brief fietspaden"


def test_headings_with_text_between_them_are_no_one_title():
    chapters = "".join(f"\n## {head}\n{RUNNING}" for head in ("Bouwend", "Ombouwend", "Tellend"))
    assert "Ombouwend" not in title(f"Gemeente Oss{chapters}")


def test_a_title_may_have_short_words_alone():
    assert title(f"## Een bed in Oss\n{RUNNING}\n# Bouwend\n{RUNNING}") == "Een bed in Oss"


def test_a_line_of_running_text_in_large_print_is_no_title():
    scan = "uit Polen, en in mindere mate uit Hongarije en Slowakije, die hier tijdelijk werken."
    blocks = [
        ("Notitie tijdelijke werknemers", BlockKind.HEADING, 16.0),
        (RUNNING, BlockKind.PARAGRAPH, 10.0),
        (scan, BlockKind.PARAGRAPH, 17.5),
        (RUNNING, BlockKind.PARAGRAPH, 10.0),
    ]
    assert printed(*blocks) == "Notitie tijdelijke werknemers"


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("| Onderwerp | Controles op adressen, | Zaaknummer | 2009-04412", "Controles op adressen,"),
        ("| Aan: Onderwerp; de raad van Oss: Controles op adressen", "Controles op adressen"),
        (
            "Onderwerp: Controles op adressen met\n2024 en het eerste kwartaal",
            "Controles op adressen met 2024 en het eerste kwartaal",
        ),
        ("Onderwerp: Controles op adressen, \nGeachte raad,", "Controles op adressen,"),
    ],
)
def test_a_subject_is_its_own_field_and_goes_on_where_it_breaks_off(field, told):
    assert title(f"## RAADSVOORSTEL\n{field}\nGeachte raad,\n{RUNNING}") == told


def test_a_list_of_decisions_may_be_called_after_the_council():
    assert (
        title(f"## Gemeenteraad Oss - besluiten 24 juni 2021\n{RUNNING}") == "Gemeenteraad Oss - besluiten 24 juni 2021"
    )


def test_a_name_of_a_file_stays_whole():
    assert title(RUNNING, name="Raadsbesluit 2021-071 herziening.pdf") == "Raadsbesluit 2021 071 herziening"


def test_a_typed_title_of_fancy_takes_the_line_under_it_that_says_what_the_paper_is():
    page = f"kopie map 12 / RO\nOnder de pannen\nNotitie over het onderbrengen van seizoenwerkers in de kernen van Boekel\n{RUNNING}"
    assert title(page) == "Onder de pannen. Notitie over het onderbrengen van seizoenwerkers in de kernen van Boekel"


def test_what_replaced_a_paper_and_a_lettered_point_are_not_its_title():
    stamp = (
        "VERVALLEN\nVervangen door: Beleidsregels logies, gemeente Zuidplas\nOns kenmerk: 8\nA. In de nota staat iets"
    )
    assert (
        title(f"{stamp}\nOpsteller: A. Bos\nNOTITIE: HET ONDERDAK VAN POLEN\n{RUNNING}")
        == "NOTITIE: HET ONDERDAK VAN POLEN"
    )
