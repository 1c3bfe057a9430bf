import pytest

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
