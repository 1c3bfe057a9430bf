from datetime import date

import pytest

from pipeline.documents.override import Override
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


def test_in_the_folder_of_its_successor_a_paper_of_before_the_merger_stays_its_own():
    nota = "## Nota arbeidsmigranten\nGemeente Uden\nVastgesteld door de raad van Uden op 3 mei {year}"
    folder = "Maashorst/nota.pdf"
    assert owners(nota.format(year=2016), name=folder) == ["Uden"]
    assert owners(nota.format(year=2023), name=folder) == ["Maashorst"]


def test_in_the_folder_of_who_took_it_in_a_paper_of_before_that_stays_its_own():
    nota = "## Nota arbeidsmigranten\nGemeente Zijpe\nVastgesteld door de raad van Zijpe op 3 mei 2010"
    assert owners(nota, name="Schagen/nota.pdf") == ["Zijpe"]


def test_a_folder_that_names_nobody_is_no_hint():
    assert owners("## Nota arbeidsmigranten\nGemeente Asten", name="2020/nog te doen/nota.pdf") == ["Asten"]


@pytest.mark.parametrize(
    "pages",
    [
        ["## Beleidskader arbeidsmigranten\nGemeenten Asten en Someren"],
        ["## Beleidskader arbeidsmigranten\nGemeente Asten en gemeente Someren"],
        ["Gemeente Asten\nGemeente Someren\n## Beleidskader arbeidsmigranten"],
        ["## Beleidskader arbeidsmigranten Asten – Someren"],
        [
            "## Beleidskader arbeidsmigranten",
            "Aldus vastgesteld door de raden van de gemeenten Asten en Someren op 3 mei 2019.",
        ],
    ],
)
def test_two_municipalities_may_own_a_paper_together(pages):
    assert sorted(owners(*pages, "De gemeente Asten en de gemeente Someren.")) == ["Asten", "Someren"]


def test_three_municipalities_may_own_a_paper_but_ten_are_a_list_of_others():
    three = "## Beleid arbeidsmigranten\nGemeenten Asten, Deurne en Someren"
    ten = "## Beleid arbeidsmigranten\nGemeenten Asten, Deurne, Someren, Laarbeek, Helmond en Bladel doen het anders"
    assert (sorted(owners(three)), owners(ten)) == (["Asten", "Deurne", "Someren"], [])


def test_a_joint_body_speaks_for_all_of_whom_it_is():
    front = "Werkplein, gemeenschappelijke regeling van Etten-Leur, Halderberge, Moerdijk, Rucphen en Zundert"
    assert (
        len(
            owners(
                "## Uitvoeringsplan inburgering 2022", f"{front}\nHet spreekuur is in Etten-Leur. In Roosendaal niet."
            )
        )
        == 5
    )


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


def test_who_was_not_founded_yet_does_not_speak():
    page = "## Beleidsnota arbeidsmigranten\nLand van Cuijk\nGemeente Cuijk\nVastgesteld door de raad op 12 mei 2017"
    assert owners(page) == ["Cuijk"]
    assert owners(page.replace("2017", "2023").replace("Gemeente Cuijk", "")) == ["Land van Cuijk"]


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


def test_two_councils_that_adopt_a_paper_own_it():
    clause = "Vastgesteld door de raad van Asten op 3 juni 2021 en door de raad van Someren op 8 juni 2021."
    assert sorted(owners(f"## Nota arbeidsmigranten Asten en Someren\n{clause}", "De gemeenten werken samen.")) == [
        "Asten",
        "Someren",
    ]


def test_two_municipalities_that_close_the_title_own_the_paper_though_one_of_them_adopts_it_here():
    title = "## Beleidsnota huisvesting arbeidsmigranten Asten en Someren 2021 - 2025"
    assert sorted(owners(f"{title}\nAldus vastgesteld door de raad van Asten op 3 juni 2021.")) == ["Asten", "Someren"]


def test_a_title_on_a_neighbour_leaves_the_paper_to_who_adopts_it():
    title = "## Arbeidsmigranten: wat Asten en Someren deden en wat wij doen"
    assert owners(f"{title}\nAldus vastgesteld door de raad van Deurne op 3 juni 2021.", NEIGHBOURS) == ["Deurne"]


def test_three_councils_named_with_their_days_own_the_paper():
    clause = "Vastgesteld door de raden van Asten (9 september 2021), Deurne (14 september 2021) en Someren op 16 september 2021."
    assert sorted(owners(f"## Nota arbeidsmigranten\n{clause}")) == ["Asten", "Deurne", "Someren"]


def test_who_publishes_for_others_too_does_not_make_them_owners():
    clause = "Vastgesteld door het college van Asten op 9 april 2020. Gepubliceerd namens de gemeenten Asten, Someren en Deurne."
    assert owners(f"## Beleidsregel huisvesting arbeidsmigranten Asten\n{clause}") == ["Asten"]


def test_five_councils_that_adopt_a_paper_in_one_clause_own_it():
    five = ["Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"]
    clause = f"Vastgesteld door de gemeenteraden van {', '.join(five[:4])} en {five[4]} op 21 oktober 2021."
    assert sorted(owners(f"## Beleidsnota arbeidsmigranten\n{clause}")) == five


@pytest.mark.parametrize(
    "meant_for", [", voor de nieuwe gemeente Land van Cuijk", " ten behoeve van de gemeente Land van Cuijk"]
)
def test_five_councils_that_adopt_a_paper_for_whom_they_will_become_own_it(meant_for):
    five = ["Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"]
    clause = f"Vastgesteld door de gemeenteraden van {', '.join(five[:4])} en {five[4]} op 9 december 2021{meant_for}."
    assert sorted(owners("## Nota arbeidsmigranten Land van Cuijk", clause)) == five


def test_of_a_merged_municipality_the_names_of_its_former_ones_tell():
    text = (
        "Met dit kader vervallen de regels van de voormalige gemeente Aalburg en van de voormalige gemeente Werkendam."
    )
    assert owners("## Beleidskader arbeidsmigranten 2021", text + " Vastgesteld in de raad van 28 september 2021.") == [
        "Altena"
    ]


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


def test_a_paper_of_the_last_day_there_is_has_an_owner():
    page = "## Nota arbeidsmigranten\nVastgesteld door de gemeenteraad van Someren op 12 mei 2020"
    assert owners(page, override=Override("nota.toml", date=date.max)) == ["Someren"]


def test_the_towns_for_which_a_board_works_do_not_own_what_it_adopts():
    clause = "Vastgesteld door het dagelijks bestuur van de GGD op 8 oktober 2020. Verspreid onder werkgevers op 14 oktober 2020. "
    assert (
        owners("## Onderzoek naar ziekte", f"{clause}De GGD werkt voor vele gemeenten, van Loon op Zand tot Boxmeer.")
        == []
    )


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


ADOPTED = "Vastgesteld door de gemeenteraad op 12 mei {year}."


@pytest.mark.parametrize(
    "front",
    [
        "Gemeente Sevenum",
        "Sevenum",
        "www.sevenum.nl",
        "NL.IMRO.0964.BP2008-VA01",
        "Het college van burgemeester en wethouders van Sevenum",
    ],
)
def test_a_paper_of_before_it_ended_is_of_a_municipality_whose_name_is_a_villages_now(front):
    page = f"## Thuis in de regio // Nota arbeidsmigranten\n{front}\n{ADOPTED}"
    assert (owners(page.format(year=2009), NEIGHBOURS), owners(page.format(year=2010), NEIGHBOURS)) == (
        ["Sevenum"],
        ["Asten"],
    )


def test_a_later_paper_on_a_village_that_was_a_municipality_keeps_its_owner():
    page = "## Nota arbeidsmigranten Maasdonk\nGemeente Oss\nMaasdonk\nVastgesteld door de gemeenteraad op 12 mei 2016"
    assert owners(page, "De gemeente Maasdonk deed dit al. De gemeente Maasdonk koos plekken.") == ["Oss"]


UNDATED = "Arbeidsmigranten slapen bij de teler."


@pytest.mark.parametrize(
    ("page", "owner"),
    [
        ("## Nota arbeidsmigranten gemeente Sevenum", ["Sevenum"]),
        ("Gemeente Sevenum\n## Nota arbeidsmigranten", ["Sevenum"]),
        ("## Nota arbeidsmigranten\nVastgesteld door de raad van de gemeente Sevenum op", ["Sevenum"]),
        ("Sevenum\n## Nota arbeidsmigranten", []),
        ("## Nota arbeidsmigranten Sevenum", []),
        ("## Nota arbeidsmigranten voormalige gemeente Sevenum", []),
        ("Aan: de raad van de gemeente Sevenum\n## Nota arbeidsmigranten", []),
        ("## Nota arbeidsmigranten gemeente Sevenum\nGemeente Horst aan de Maas", ["Horst aan de Maas"]),
    ],
)
def test_a_paper_without_a_day_is_of_one_that_ended_only_where_it_is_called_a_municipality(page, owner):
    assert owners(page, UNDATED) == owner


def test_who_stamped_a_letter_as_received_did_not_write_it_though_its_name_has_lapsed():
    letter = "GEMEENTE ZIJPE\nIngekomen stuk raad nr. 7\nAan de gemeenteraad van Zijpe\nGeachte leden van de raad, 3 mei 2010"
    assert owners(f"~ Vereniging Flexbedrijven, Postbus 214, 4600 AE Bergen op Zoom\n{letter}") == []


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


JOINT = "## Gezamenlijke nota arbeidsmigranten\nVastgesteld door de gemeenteraad op 12 maart 2020."


@pytest.mark.parametrize(
    ("name", "twins", "text", "expected"),
    [
        ("Asten/nota.pdf", ("Someren/nota.pdf",), "In onze gemeente wonen zij goed.", ["Asten", "Someren"]),
        ("Asten/nota.pdf", ("Deurne/x.pdf", "Someren/y.pdf"), "Zij wonen goed.", ["Asten", "Deurne", "Someren"]),
        ("nota Asten.pdf", ("nota Someren.pdf",), "Zij wonen goed.", ["Asten", "Someren"]),
        (
            "Asten/kopie.pdf",
            ("someren.pdf",),
            "De gemeente Someren doet dit. De gemeente Someren betaalt.",
            ["Asten", "Someren"],
        ),
        ("kopie.pdf", ("Asten/kopie.pdf",), "Zij wonen goed.", ["Asten"]),
        ("Asten/a.pdf", ("Asten/oud/b.pdf", "c.pdf"), "Zij wonen goed.", ["Asten"]),
        ("kopie 1.pdf", ("kopie 2.pdf",), "De gemeente Someren doet dit. De gemeente Someren betaalt.", ["Someren"]),
    ],
)
def test_the_same_file_with_several_municipalities_is_of_each(name, twins, text, expected):
    made = read(JOINT, text, name=name, twins=twins)
    assert ([by_code(code).name for code in made.owners.value], made.shared) == (expected, len(expected) > 1)


def test_who_is_stated_owns_the_file_wherever_it_lies_too():
    made = read(JOINT, name="Asten/a.pdf", twins=("Someren/b.pdf",), override=Override(owners=("GM0762",)))
    assert (made.owners.value, made.shared) == (("GM0762",), False)


def test_two_councils_that_each_sign_own_the_paper():
    signed = "De raad van de gemeente {}, 3 juni 2021 // de griffier, de voorzitter,"
    paper = owners("## Beleidsplan arbeidsmigranten", f"{signed.format('Asten')}\n{signed.format('Someren')}")
    assert sorted(paper) == ["Asten", "Someren"]


@pytest.mark.parametrize(
    "front",
    [
        "## Nota arbeidsmigranten\nGemeente Asten · Gemeente Someren",
        "## Thuis tussen de beken\n# Nota van de gemeenten Asten en Someren",
    ],
    ids=["a point between", "another word in the title"],
)
def test_two_municipalities_on_the_cover_own_the_paper_though_one_of_them_adopts_it_here(front):
    assert sorted(owners(f"{front}\nAldus vastgesteld door de raad van Asten op 3 juni 2021.")) == ["Asten", "Someren"]


def test_municipalities_with_points_between_that_share_an_organisation_do_not_all_own_the_paper():
    head = "~ Werkorganisatie | Asten · Someren · Deurne\n## Nota arbeidsmigranten"
    assert owners(f"{head}\nAldus vastgesteld door de raad van Asten op 3 juni 2021.") == ["Asten"]
