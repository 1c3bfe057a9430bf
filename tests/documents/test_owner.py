import pytest

from pipeline.language.municipalities import by_code
from tests.documents.made import read


def owners(*pages, **more):
    return [by_code(code).name for code in read(*pages, **more).owners.value]


NEIGHBOURS = (
    "De gemeente Asten doet dit al jaren. De gemeente Asten en het college van Asten werken samen met de gemeente Asten. "
    * 4
)


@pytest.mark.parametrize(
    "front",
    [
        "Gemeente Someren",
        "gemeente Someren",
        "GEMEENTE SOMEREN",
        "Someren",
        "Officiële uitgave van de gemeente Someren",
        "Gemeenteblad van de gemeente Someren",
        "Gemeente Someren | zaak 2019-1188 | besluit B&W d.d. 11 februari 2020 | geldt voor aanvragen van na 1 maart 2020",
        "Nota logies – Someren",
        "Raad Someren – vergadering 30 mei 2024 – bij punt 8",
        "Vastgesteld door de gemeenteraad van Someren op 12 mei 2020",
        "Het college van burgemeester en wethouders van de gemeente Someren",
        "www.someren.nl",
        "Postbus 290, 5710 AG, gemeente@someren.nl",
        "NL.IMRO.0847.BP2020-VA01",
    ],
)
def test_who_speaks_owns_the_paper_and_not_who_is_named_most(front):
    assert owners(f"## Thuis in de regio // Nota arbeidsmigranten\n{front}", f"# Inleiding\n{NEIGHBOURS}") == [
        "Someren"
    ]


def test_the_adoption_clause_names_the_owner():
    assert owners(
        "## Thuis\nNota",
        NEIGHBOURS,
        "Aldus vastgesteld in de openbare vergadering van de raad van de gemeente Someren van 12 mei 2020",
    ) == ["Someren"]


def test_the_preamble_of_a_decision_names_the_owner():
    page = """## Beleidsregels kamerverhuur
        Het college van burgemeester en wethouders van de gemeente Best;
        gelet op artikel 4:81 van de Algemene wet bestuursrecht;
        besluit vast te stellen de volgende beleidsregels:"""
    assert owners(page, NEIGHBOURS) == ["Best"]


def test_colofon_and_running_heads_name_the_owner():
    assert owners("## Thuis\nNota", NEIGHBOURS, "# Colofon\nDit is een uitgave van de gemeente Zundert // Markt 1") == [
        "Zundert"
    ]
    assert owners(
        "~ Beleidsnota arbeidsmigranten gemeente Zundert\n## Thuis",
        NEIGHBOURS,
        "~ Beleidsnota arbeidsmigranten gemeente Zundert",
    ) == ["Zundert"]


def test_a_letter_is_of_who_signs_it():
    page = """Aan de leden van de gemeenteraad
        Geachte raadsleden,
        Wij spraken met de gemeente Asten over arbeidsmigranten.
        Met vriendelijke groet,
        Burgemeester en wethouders van Oss, // de secretaris"""
    assert owners(page) == ["Oss"]


def test_the_file_name_names_the_owner_where_the_paper_is_silent():
    assert owners("## Nota arbeidsmigranten\nDe nota.", name="13-scan-20170703-etten-leur.pdf") == ["Etten-Leur"]
    assert owners("## De lange blik\nDe nota.", name="nota_bergen_op_zoom_def.pdf") == ["Bergen op Zoom"]


def test_words_that_are_also_names_do_not_make_an_owner():
    assert owners("## Nota huizen en putten\nWij doen ons best. Huizen zijn schaars.", name="beste-huizen.pdf") == []


def test_a_folder_wins_over_the_text():
    paper = read("## Nota arbeidsmigranten\nGemeente Asten", name="2020/gemert-bakel/nota.pdf")
    assert ([by_code(code).name for code in paper.owners.value], paper.owners.source) == (
        ["Gemert-Bakel"],
        "map 'gemert-bakel'",
    )


def test_a_folder_that_names_nobody_is_no_hint():
    assert owners("## Nota arbeidsmigranten\nGemeente Asten", name="2020/nog te doen/nota.pdf") == ["Asten"]


def test_place_and_date_over_a_signature_name_the_owner():
    signed = "Someren, 3 mei 2019\nDe raad voornoemd,\nde griffier, de voorzitter,"
    assert owners("## Notitie logies", NEIGHBOURS, signed) == ["Someren"]


def test_the_province_that_a_paper_is_sent_to_does_not_speak_in_it():
    page = (
        "## Jaarverslag vergunningverlening, toezicht en handhaving 2018\nGemeente Asten – afdeling Ruimte, team Vergunningen "
        "en Handhaving // Vastgesteld door het college van burgemeester en wethouders op 9 april 2019. Ter kennisname aan de raad en aan "
        "Gedeputeerde Staten (interbestuurlijk toezicht)."
    )
    assert owners(page) == ["Asten"]


@pytest.mark.parametrize(
    "page",
    [
        "## Brabantse Aanpak Arbeidsmigratie\nProvincie Noord-Brabant\n" + NEIGHBOURS,
        "## Statenmededeling\nGedeputeerde Staten van Noord-Brabant\nOnderwerp: arbeidsmigratie\n" + NEIGHBOURS,
    ],
)
def test_a_provincial_paper_has_no_municipality(page):
    paper = read(page)
    assert (paper.owners.value, paper.province.value) == ((), "Noord-Brabant")


@pytest.mark.parametrize(
    "page",
    [
        "Tweede Kamer der Staten-Generaal\nVragen van het lid X over de gemeente Oss",
        (
            "Ministerie van Sociale Zaken en Werkgelegenheid\nAan de Voorzitter van de Tweede Kamer der "
            "Staten-Generaal\nGeachte voorzitter,"
        ),
        "## Gezondheid van arbeidsmigranten\nGGD Hart voor Brabant // onderzoek in Oss, Uden en Boxtel",
    ],
)
def test_national_and_bureau_papers_belong_to_nobody(page):
    assert owners(page) == []


def test_a_report_belongs_to_who_ordered_it():
    assert owners("## Onderzoek arbeidsmigranten\nIn opdracht van de gemeente Tilburg\nBureau Zicht") == ["Tilburg"]


def test_a_municipal_letter_to_a_ministry_stays_the_municipalitys():
    page = "Gemeente Oss // www.oss.nl\nMinisterie van Sociale Zaken\nGeachte minister,\nBurgemeester en wethouders van Oss,"
    assert owners(page) == ["Oss"]


@pytest.mark.parametrize(
    "line",
    [
        "Aan: de colleges van de gemeenten Asten en Deurne",
        "Samen met de gemeenten Asten en Deurne",
        "ARCHIEF – overgedragen 04-01-2021 aan Helmond / // Asten / Deurne / Laarbeek",
        "opgesteld 17 januari 2025 cc: GGD; // gemeenten Asten, Deurne",
    ],
)
def test_who_is_written_to_or_worked_with_does_not_own_the_paper(line):
    assert owners(f"Gemeente Someren\n## Notitie arbeidsmigranten\n{line}", NEIGHBOURS) == ["Someren"]


def test_who_a_motion_tells_of_in_its_items_does_not_own_it():
    motion = "Motie Een naam aan de deur\nDe raad, constaterende dat\n- de raad van Asten een motie heeft verworpen;\n"
    assert owners(
        f"{motion}verzoekt het college\n- arbeidsmigranten in te schrijven.\n~ Raadhuis, Wilhelminaplein 1, 5711 EK Someren"
    ) == ["Someren"]


def test_a_title_on_a_neighbour_leaves_the_paper_to_who_adopts_it():
    title = "## Arbeidsmigranten: wat Asten en Someren deden en wat wij doen"
    assert owners(f"{title}\nAldus vastgesteld door de raad van Deurne op 3 juni 2021.", NEIGHBOURS) == ["Deurne"]


def test_its_main_village_tells_whose_paper_it_is_and_the_town_of_a_bureau_does_not():
    page = "## Visie op het wonen 2015\nSamenstelling: bureau Waal, Gorinchem."
    home = "Onze gemeente telt ruim 26.000 inwoners, verdeeld over de hoofdkern Werkendam en over vier dorpen."
    assert (owners(page, home), owners(page)) == (["Werkendam"], [])


def test_the_secretary_who_signs_a_list_tells_whose_it_is():
    closing = (
        "Nummer 9 is niet openbaar. De lijst is heden vastgesteld. De loco-secretaris van Halderberge, J. Baremans."
    )
    assert owners("## Besluitenlijst burgemeester en wethouders", "Etten-Leur heeft geen bezwaar.", closing) == [
        "Halderberge"
    ]


def test_a_local_party_tells_whose_motion_it_is():
    motion = "Motie Een dokter\nDe raad der gemeente,\nconstaterende dat de commissie van Bergen op Zoom dit besprak;\n"
    motion += "verzoekt het college een spreekuur te openen.\nNamens de fracties Progressief Woensdrecht en D66"
    assert owners(motion) == ["Woensdrecht"]


def test_the_only_municipality_in_a_paper_owns_it():
    assert owners(
        "## Thuis bij ons // Nota arbeidsmigranten", "Aan de rand van Someren bouwen wij honderd plekken."
    ) == ["Someren"]


@pytest.mark.parametrize(
    "head",
    [
        "Gemeenteraad Someren",
        "Griffie Someren – 8.b.2",
        "Formulier motie · griffie Someren",
        "Van college van B&W Someren",
    ],
)
def test_a_council_or_clerk_with_the_name_beside_it_speaks(head):
    assert owners(f"{head}\n## Thuis in de regio // Nota arbeidsmigranten", f"# Inleiding\n{NEIGHBOURS}") == ["Someren"]


@pytest.mark.parametrize("last", ["Gemeente Someren, afdeling Onderzoek en Statistiek.", "Someren, februari 2025"])
def test_who_stands_under_the_text_owns_the_paper(last):
    page = f"De mensen slapen op het park.\nHet programma van de gemeente Asten heeft als inspiratie gediend.\n{last}"
    assert owners("## Ook voor jou // Uitvoeringsprogramma 2025 – 2027", page) == ["Someren"]


def test_a_region_is_more_than_the_town_in_its_name():
    page = "## Gewoon goed // Programma 2023-2027, Land van Heusden en zo\nVastgesteld door de gemeenteraad van Altena op 11 juli 2023"
    assert owners(page) == ["Altena"]


def test_a_bureau_that_writes_its_town_under_its_report_does_not_own_it():
    assert (
        owners("## Onderzoek naar seizoenswerk\nEindrapport", "De mensen slapen op het park.\nSomeren, februari 2025")
        == []
    )


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("huisvesting arbeidsmigranten Best 2020", "Best"),
        ("huisvesting arbeidsmigranten Altena", "Altena"),
        ("huisvesting arbeidsmigranten in Best 2020", "Best"),
        ("logies van arbeidsmigranten te Best", "Best"),
        ("arbeidsmigranten in Best: zo doen wij dat", "Best"),
    ],
)
def test_a_name_that_is_also_a_word_closes_a_title(title, owner):
    assert owners(f"## Beleidskader {title}\nVastgesteld door de gemeenteraad op 28 januari 2020", NEIGHBOURS) == [
        owner
    ]


def test_the_council_of_a_neighbour_to_which_a_sentence_sends_something_does_not_send_this():
    page = "## Kadernota arbeidsmigratie\n~ Gemeente Bernheze\nDe nota is opgesteld na gesprekken met de buren; Oss werkt aan een // "
    page += "herziening die in het vierde kwartaal van 2019 // aan de raad van Oss wordt aangeboden."
    assert owners(page, "Tekst over wonen.") == ["Bernheze"]


def test_a_decision_behind_its_own_heading_says_whose_it_is():
    text = "Besluit. De raad van de gemeente Laarbeek; gezien het voorstel van 24 september 2024, besluit de begroting vast te stellen."
    assert owners("## Programma 3 Wonen en leven", text) == ["Laarbeek"]


def test_whose_alderman_was_a_guest_at_a_meeting_does_not_own_its_minutes():
    page = "## Besluitenlijst\n| Plaats | raadzaal, Rijen\n| Te gast | wethouder van Alphen-Chaam en een projectleider"
    assert owners(page, "Tekst.") == []


def test_the_stamp_of_who_got_a_paper_says_nothing_of_whose_it_is():
    paper = read(
        "~ INGEKOMEN STUK A-07 // griffie Dronten\n## Nota arbeidsmigranten\nGemeente Someren\nAfschrift: college van Dronten"
    )
    assert [by_code(code).name for code in paper.owners.value] == ["Someren"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("De gemeente werkt samen met Alkmaar en Heiloo aan plekken voor arbeidsmigranten.", ["Bergen (NH.)"]),
        ("In Noord-Limburg, met Gennep en Venray, zoeken wij plekken voor arbeidsmigranten.", ["Bergen (L.)"]),
        ("De gemeente zoekt plekken voor arbeidsmigranten.", []),
    ],
)
@pytest.mark.parametrize(
    "cover",
    [
        "Gemeente Bergen\n## Nota huisvesting arbeidsmigranten",
        "## Nota huisvesting arbeidsmigranten // gemeente Bergen",
    ],
)
def test_of_two_by_one_name_the_province_tells_which(cover, text, owner):
    assert owners(cover, text) == owner


def test_a_folder_with_the_name_of_two_is_the_one_of_which_the_paper_tells():
    page = "## Nota huisvesting arbeidsmigranten\nMet Alkmaar en Heiloo zoeken wij plekken voor arbeidsmigranten."
    assert owners(page, name="bergen/nota.pdf") == ["Bergen (NH.)"]


def test_who_stamped_a_letter_as_received_did_not_write_it():
    stamp = (
        "~ Vereniging Flexbedrijven, Postbus 214, 4600 AE Bergen op Zoom\nGEMEENTE ZUNDERT\nIngekomen stuk raad nr. 7"
    )
    letter = "Aan de gemeenteraad van Zundert\nBetreft: werk voor arbeidsmigranten\nGeachte leden van de raad,\nWij leveren werk."
    assert owners(f"{stamp}\n{letter}") == []


ABOUT_A_NEIGHBOUR = (
    "in Roosendaal stelde de raad // op 1 juni 2023 een beleidskader arbeidsmigranten vast. // Roosendaal opent een loket. "
    "De gemeente Roosendaal // betaalt tolken bij de huisarts. "
)


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("Gemeente Bergen op Zoom, 5 september 2023", "Ons college wacht."),
        ("Gemeente Bergen op Zoom\n5 september 2023", "Wij volgen dat."),
        (
            "Bergen op Zoom, 5 september 2023",
            "Wij volgen dat.\nHoogachtend, // het college van burgemeester en wethouders",
        ),
        ("Bergen op Zoom, 5 september 2023", "De gemeente Roosendaal werkt eraan. Ons college wacht."),
    ],
)
@pytest.mark.parametrize("greeting", ["Geachte raad, ", "Geachte raad,\n"])
def test_a_letter_on_a_neighbour_is_of_who_stands_at_its_head(greeting, head, text):
    page = f"## Brief aan de raad over arbeidsmigranten\n{head}\n{greeting}{ABOUT_A_NEIGHBOUR}{text}"
    assert owners(page) == ["Bergen op Zoom"]


TOLD = (
    "# Inleiding\nDe gemeente Zundert wil dat mensen goed wonen. In de gemeente Zundert werken veel arbeidsmigranten."
)


@pytest.mark.parametrize(
    "line",
    [
        "Vastgesteld: 12 maart 2020 – Drukwerk: Van den Berg, Breda",
        "Raadsbesluit 12 maart 2020. Contact: mevrouw J. van Tilburg, telefoon 14 0165.",
        "Vastgesteld op 12 maart 2020. Deze nota is gemaakt met hulp van Stec Groep, Arnhem.",
        "Vastgesteld door de gemeenteraad op 12 maart 2020. Auteurs: Companen, Arnhem.",
        "Raadsbesluit 12 maart 2020. Drukkerij Bladel, Tilburgseweg 4, Helmond.",
        "Vastgesteld op 12 maart 2020. Foto voorkant: Best Fotografie, Oirschot.",
        "Vastgesteld op 12 maart 2020. Opgesteld door Adviesbureau Companen, Arnhem, in samenwerking met Bureau Tilburg.",
        "Vastgesteld door de raad op 12 maart 2020 | Opmaak en redactie: Tekst & Co, Etten-Leur",
        "Raadsbesluit van 12 maart 2020; grafisch ontwerp: Studio Oss",
        "Vastgesteld op 12 maart 2020. Contactpersoon: drs. P. van Boxtel.",
        "Vastgesteld op 12 maart 2020 – informatie: A. Roosendaal",
        "Vastgesteld op 12 maart 2020. Samenstelling: Jansen en De Vries, // Bergen op Zoom.",
        "Vastgesteld op 12 maart 2020 met dank aan de gemeente Asten.",
    ],
)
def test_who_made_a_paper_or_can_be_reached_about_it_does_not_own_it(line):
    assert owners(f"## Nota arbeidsmigranten\n{line}", TOLD) == ["Zundert"]


@pytest.mark.parametrize(
    "line",
    [
        "Vastgesteld op 12 maart 2020. Tekst en opmaak: gemeente Asten",
        "Contact: gemeente Asten, telefoon 14 0493",
        "Opgesteld door de gemeente Asten in samenwerking met de gemeente Deurne",
        "Opgesteld door Companen, Arnhem. Vastgesteld door de raad van Asten op 12 maart 2020.",
        "Foto's: Jansen – Gemeente Asten",
        "Burgemeester en wethouders van Asten, J. van Tilburg",
        "B en W van Asten, 12 maart 2020",
        "Uitgave: gemeente Asten, team Communicatie",
    ],
)
def test_a_municipality_that_made_its_paper_itself_owns_it(line):
    assert owners(f"## Nota arbeidsmigranten\n{line}", TOLD) == ["Asten"]


SILENT = "## Nota arbeidsmigranten\nVastgesteld op 12 mei 2015\nZij slapen bij de teler."


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Nuenen.pdf", ["Nuenen, Gerwen en Nederwetten"]),
        ("beleid-gilze.pdf", ["Gilze en Rijen"]),
        ("Mill_2009.pdf", ["Mill en Sint Hubert"]),
        ("alphen.pdf", []),
        ("noord.pdf", []),
        ("peel-beleid.pdf", []),
        ("gilze-en-mill.pdf", []),
    ],
)
def test_the_first_place_of_a_long_name_in_the_file_name_is_enough_where_nothing_else_speaks(name, owner):
    assert owners(SILENT, name=name) == owner


def test_who_speaks_in_the_paper_goes_before_the_first_place_of_a_name_in_the_file_name():
    assert owners(f"Gemeente Someren\n{SILENT}", name="gilze.pdf") == ["Someren"]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Samen verder: coalitieakkoord 2018-2022 Gilze en Rijen", "Gilze en Rijen"),
        ("Coalitieakkoord Deurne 2018-2022", "Deurne"),
        ("Jaarverslag 2021 Asten", "Asten"),
    ],
)
def test_the_line_at_the_top_closes_with_whose_paper_it_is(line, owner):
    (code,) = read(f"~ 1\n{line}\n17 mei 2018\n# Akkoord\n# Wonen\nWij bouwen voor starters.").owners.value
    assert by_code(code).name == owner


@pytest.mark.parametrize(
    "line", ["Reactie van de regio op het coalitieakkoord van Asten", "Coalitieakkoord van Asten en Someren"]
)
def test_who_is_named_there_otherwise_is_not_its_owner(line):
    assert read(f"{line}\n17 mei 2018\n# Akkoord\n# Wonen\nWij bouwen voor starters.").owners.value == ()


def test_a_motion_is_of_the_council_that_met():
    page = "## Motie 3\nOnderwerp: visie op arbeidsmigranten\nRaadsvergadering Etten-Leur 8 november 2021, agendapunt 7"
    assert owners(page, "constaterende dat Zundert en Oosterhout al beleid hebben en Etten-Leur niet") == ["Etten-Leur"]
