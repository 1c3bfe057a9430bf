import pytest

from pipeline.documents.attention import attention_of
from pipeline.documents.groups import mentions
from pipeline.documents.own_names import in_known_names
from pipeline.documents.paper import PaperKind
from pipeline.documents.subject import about_by_rules, is_framework
from tests.documents.made import extraction, parts, passages, read

FILLER = "De gemeente werkt aan wegen, scholen, groen en water in alle kernen en wijken. " * 12


@pytest.mark.parametrize(
    "words",
    [
        "arbeidsmigranten",
        "arbeidsmigratie",
        "EU-arbeidskrachten",
        "buitenlandse werknemers",
        "seizoenarbeiders",
        "seizoensarbeiders",
        "Poolse werknemers",
        "MOE-landers",
        "internationale medewerkers",
        "flexmigranten",
        "tijdelijke buitenlandse werknemers",
        "uitzendkrachten uit Polen",
        "huisvesting van tijdelijke werknemers",
        "Oost-Europese arbeiders",
        "EU-migranten",
        "arbeidsmigrantenbeleid",
        "arbeids- migranten",
        "mensen uit vooral Polen",
        "inwoners uit Midden- en Oost-Europa",
        "flexwerkers uit andere EU-landen",
        "buitenlands personeel",
        "economisch actieve migranten",
        "migrant workers",
        "personen uit andere landen van de Europese Unie",
        "de burger van een andere lidstaat van de Europese Unie",
        "Polen, Roemenen en Kroaten",
        "wie via een bureau uit Polen of Bulgarije komt",
        "buitenlandse krachten",
        "ploegen uit Portugal, Polen en Turkije",
        "uitbeners en 400 mensen uit Slowakije",
        "2.600 mensen van buiten Nederland",
        "buitenlandse vakkrachten",
        "werknemers uit de EU",
        "mensen die uit Polen en Bulgarije komen",
        "wie uit een ander EU-land komt om te werken",
        "kaswerkers uit Polen en Letland",
        "piekkrachten, bijna allemaal uit Polen en Bulgarije",
        "Poolse en Roemeense collega's",
        "mensen die voor hun werk uit Midden- en Oost-Europa komen",
        "onze Poolse en andere Midden- en Oost-Europese dorpsgenoten",
        "Roemeense en Bulgaarse lassers",
        "Poolse magazijnmedewerkers",
        "buitenlandse stekers",
        "mensen die voor werk uit Bulgarije komen",
        "negenhonderd mensen in de loodsen langs de dijk, bijna allemaal uit Roemenië",
        "de slapers: de meesten komen vooral uit Letland",
        "slaapplekken: elf van hen kwamen uit Oost-Europa",
        "logies voor aspergestekers",
        "tijdelijk verblijf van kaswerkers",
    ],
)
def test_labour_migrants_have_many_names(words):
    assert mentions(f"Beleid voor {words} in de gemeente") == 1


@pytest.mark.parametrize(
    "words",
    [
        "kennismigranten",
        "expats",
        "statushouders",
        "asielzoekers",
        "buitenlandse toeristen",
        "internationale studenten",
        "medewerkers van de gemeente",
        "mensen uit heel Nederland",
        "huisvesting van leerkrachten",
        "huisvesting voor zorgmedewerkers",
        "Poolse jongerenwerkers",
        "internationale kenniswerkers",
        "een chauffeur, en zij komen uit Tilburg",
        "appels, bijna allemaal uit Polen",
        "appels: zij komen uit Polen",
        "buitenlandse chauffeurs",
        "eigen personeel",
        "seizoenen",
    ],
)
def test_other_groups_are_others(words):
    assert mentions(f"Beleid voor {words} in de gemeente") == 0


def test_a_title_or_file_name_makes_a_paper_about_them():
    assert read("## Nota huisvesting arbeidsmigranten", FILLER).about.value
    assert read("## De lange blik\nVastgesteld in 2020.", name="nota-arbeidsmigranten.pdf").about.value


def test_a_file_name_is_not_believed_where_the_text_is_on_something_else():
    page = f"## Camperplaatsen\n{FILLER}\nToeristen betalen per nacht; arbeidsmigranten blijven hier buiten beschouwing.\n{FILLER}"
    assert not read(page, name="beleid-arbeidsmigranten.pdf").about.value


def test_a_line_right_below_the_title_is_its_subtitle():
    below = "## Niemand slaapt buiten\nAanpak dakloze arbeidsmigranten, gemeente Breda\n# Inleiding"
    assert read(below, FILLER).about.value
    assert not read("## Nota wegen\nOok arbeidsmigranten rijden hier.\n# Inleiding", FILLER).about.value


def test_an_old_word_in_the_title_needs_one_outright_mention():
    assert read("## Beleid tijdelijke werknemers", f"{FILLER} Het gaat om arbeidsmigranten.").about.value
    assert read(
        "## Beleidslijn tijdelijke huisvesting werknemers", f"{FILLER} Het gaat om arbeidsmigranten."
    ).about.value
    assert not read("## Beleid tijdelijke werknemers", f"{FILLER} Het gaat om ons eigen personeel.").about.value


def test_a_passing_mention_does_not():
    assert not read(
        "## Woonvisie 2020", f"# Wonen\n{FILLER}\nWij bouwen voor ouderen, studenten en arbeidsmigranten.\n{FILLER}"
    ).about.value
    assert not read(
        "## Programmabegroting 2024", f"# Wonen\n{FILLER}\nOok arbeidsmigranten hebben een woning nodig.\n{FILLER}"
    ).about.value


def test_a_policy_that_calls_itself_an_agenda_is_no_list_of_items():
    told = (
        "# Slapen\nIn het seizoen werken hier achthonderd Polen, Bulgaren en Roemenen. Zij slapen bij de teler of met vieren in een huis.\n"
        "# Werken\nEen uitzendbureau haalt mensen uit Roemenië met een busje. Met de kwekers maken wij een afspraak: loon op een eigen "
        "rekening en een contract dat mensen uit Polen kunnen lezen."
    )
    assert read(
        "## Agenda Handen van ver 2021-2024", f"Vastgesteld door het college van Someren op 3 mei 2021\n{told}"
    ).about.value


def test_items_of_a_decision_list_do_not_make_it_about_them():
    items = "\n".join(f"# 5.{n} Raadsvragen over wegen\n{FILLER}" for n in range(6))
    assert not read(
        "## Besluitenlijst B&W",
        f"{items}\n# 6 Vergunning logies arbeidsmigranten\nHet college verleent de vergunning voor arbeidsmigranten.",
    ).about.value


SILENT = (
    "Op de bedrijven werken {name}. Zij slapen met zes in een kamer. Het uitzendbureau huurt de bedden. Voor het logies komt een "
    "vergunning. De werkgever wijst hun de weg naar de inschrijving. Wie weggaat, houdt zijn slaapplaats vier weken."
)


def test_a_paper_that_names_them_once_and_goes_on_about_their_work_and_beds_is_about_them():
    assert read("## Welkom in Someren", SILENT.format(name="ook arbeidsmigranten")).about.value


def test_it_must_name_them():
    assert not read("## Welkom in Someren", SILENT.format(name="velen")).about.value


def test_a_looser_word_is_a_name_only_beside_work_bed_and_country():
    assert not read("## Welkom in Someren", SILENT.format(name="uitzendkrachten")).about.value
    assert read("## Welkom in Someren", SILENT.format(name="uitzendkrachten, veelal Polen")).about.value


def test_beds_alone_are_those_of_guests():
    guests = "Er zijn vijf hotels. Het logies is duur. De bedden zijn bezet. Wie slaapt, tekent het nachtregister. Seizoenarbeiders niet."
    assert not read("## Nota verblijf", guests).about.value


@pytest.mark.parametrize(
    "introduced",
    [
        "Gebruiker: een arbeidsmigrant die hier tijdelijk is.",
        "Wij noemen hen gebruikers, want zo kent het dorp de mannen uit Polen die hier plukken.",
        "Dat gebeurt door onze gebruikers: medewerkers uit Polen en Roemenië.",
        "Het gaat om arbeidsmigranten (hierna: gebruikers) van elders.",
        "In dit stuk heten zij kortweg gebruikers: personen uit andere landen van de Europese Unie die hier werken.",
        "Onder gebruiker wordt verstaan: de burger van een andere lidstaat van de Europese Unie die hier werkt.",
        "Er zijn arbeidsmigranten bij gekomen, in deze nota noemen wij hen gebruikers.",
    ],
)
def test_the_papers_own_word_for_them_counts_as_their_name(introduced):
    rule = f"{introduced}\nEen gebruiker heeft een kamer. Per acht gebruikers is er een keuken. {FILLER[:300]}"
    assert read("## Beleidsregel voorzieningen", rule).about.value


def test_the_uitzendkrachten_of_a_yearly_report_are_its_own():
    report = "Wij prikten seizoenarbeiders. Ons callcenter werkte met uitzendkrachten. De uitzendkrachten zijn weer vertrokken."
    assert not read("## Jaarverslag GGD 2021", report).about.value


VISION = "## Detailhandelsvisie Someren\nVastgesteld door de raad op 26 september 2019"
SHOPS = "De winkels in het centrum zijn open. De raad wil er meer. Terrassen worden groter. Er komt een plein. Het college overlegt."


def test_two_sentences_in_a_short_policy_on_something_else_do_not_make_it_about_them():
    text = (
        f"{SHOPS} Bij de Poolse winkel komen arbeidsmigranten.\n{SHOPS} Een supermarkt voor arbeidsmigranten past niet."
    )
    assert not read(VISION, text).about.value


def test_two_sentences_are_enough_where_they_are_a_fifth_of_it():
    rule = (
        "Uitzendbureaus kopen een woning voor arbeidsmigranten. In een woning mogen vier arbeidsmigranten logeren. "
        "Er wordt op eigen erf geparkeerd. Bij een school geldt dat niet."
    )
    assert read("## Beleidslijn logies in woningen", rule).about.value


@pytest.mark.parametrize(
    "sentence",
    [
        "Naast statushouders en spoedzoekers zoeken arbeidsmigranten een plek.",
        "Kamers worden verhuurd aan studenten of arbeidsmigranten.",
        "Zij zijn geen arbeidsmigranten.",
        "Het gaat niet om arbeidsmigranten.",
    ],
)
def test_a_list_of_groups_or_a_denial_is_no_mention(sentence):
    assert not read("## Beleidslijn wonen", " ".join([sentence] * 4)).about.value


def test_a_paper_that_says_more_of_another_group_is_about_that():
    text = (
        "Ontheemden krijgen een kamer. Een gebouw voor arbeidsmigranten viel af. Ontheemden mogen werken. "
        "Uitzendbureaus bemiddelen arbeidsmigranten. De huisarts helpt ontheemden. Voor arbeidsmigranten verandert niets. "
        "Ontheemden staan ingeschreven. Vluchtelingen uit Oekraïne blijven."
    )
    assert not read("## Beleidskader opvang", text).about.value


TITLE = "De lange lijn, beleidsnota"
WHOLE_PAPER = (
    "# Inleiding\nIn deze nota gaat het over arbeidsmigranten. Velen komen uit Polen. Poolse gezinnen blijven. "
    + "De Polen van toen bleven ook. Uit Roemenië komen er minder. "
    + "De raad sprak hierover in drie avonden en vroeg om een helder stuk. " * 8
    + "# Wonen\n"
    + "Een bed staat in een eigen kamer. Voor elke locatie met logies geldt een maximum. Overbewoning pakken wij aan. "
    * 2
    + "De dorpsraad denkt mee over groen, geluid en verkeer. " * 6
    + "# Werken\nHet uitzendbureau is aanspreekbaar. De werkgever meldt hoeveel mensen hij verwacht. De inlener ook. "
    + "Het loon staat op een loonstrook. Er komt een overleg met alle bedrijven over rust en orde in het dorp. "
)


def test_a_whole_paper_that_points_at_them_now_and_then_and_shows_how_they_live_is_about_them():
    assert ruled(WHOLE_PAPER)


@pytest.mark.parametrize(
    ("left_out", "instead"),
    [
        ("Velen komen uit Polen. Poolse gezinnen blijven. ", ""),
        ("De dorpsraad denkt mee over", "De studenten denken mee over"),
    ],
    ids=["pointed at too seldom", "others as well"],
)
def test_with_less_no_rule_is_sure(left_out, instead):
    assert left_out in WHOLE_PAPER
    assert not ruled(WHOLE_PAPER.replace(left_out, instead))


def ruled(text):
    """Whether a policy paper is about them by the rules alone."""
    pages = (f"## {TITLE}", text)
    return about_by_rules(parts(*pages), passages(extraction(*pages)), TITLE, PaperKind.POLICY).value


def test_a_framework_speaks_of_beds_and_work_of_many():
    wider = WHOLE_PAPER + "De dorpsraad denkt mee over groen, geluid en verkeer. " * 40
    assert read("## De lange lijn, beleidsnota", wider).about.value
    assert not read("## Woonvisie 2030", wider).about.value


WATER = (
    "De dijk wordt verhoogd en de sloten krijgen bredere oevers, zodat het water in natte winters ergens heen kan. " * 4
)


def test_a_paper_that_says_once_whom_it_is_about_counts_as_a_whole():
    whom = (
        "In onze gemeente werken achthonderd mensen uit Polen en Bulgarije. Zij plukken via een uitzendbureau en slapen bij de teler. "
        "Een werkgever haalt hen met een busje. Wie uit Bulgarije komt, deelt een slaapkamer. Het personeel blijft steeds langer."
    )
    rest = (
        "# Onderdak\nWie een gebouw met bedden wil openen, krijgt een vergunning als ieder een eigen slaapkamer heeft en er toezicht is.\n"
        "# Aan de slag\nDe gemeente sluit een akkoord met werkgevers en uitzendbureaus over een contract in eigen taal, ook in het Pools.\n"
        "# Bekend\nWie langer dan vier maanden blijft, wordt ingeschreven. De medewerker spreekt Roemeens en komt naar de locaties toe.\n"
        "# Geld\nHet geld staat in de begroting van volgend jaar. De raad krijgt elk voorjaar een brief over de voortgang."
    )
    page = f"Vastgesteld door de raad van Someren op 3 mei 2023\n# Waarom deze nota\n{whom}\n{rest}"
    made = read("## Thuis op doorreis // Nota 2023-2028", page)
    assert (made.about.value, made.scope.value) == (True, None)


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Dit programma geeft aan wat wij doen voor en met de 1.900 arbeidsmigranten in de kassen.", True),
        ("Deze nota gaat over onderdak, werk en zorg voor mensen uit Polen.", True),
        ("Dit programma geeft aan wat wij doen; arbeidsmigranten vallen buiten dit programma.", False),
        ("Deze nota gaat over statushouders en arbeidsmigranten.", False),
        ("Ook werkgevers van arbeidsmigranten spraken over dit programma.", False),
    ],
)
def test_a_paper_that_says_that_it_is_about_them_is(sentence, about):
    made = read(
        "## Te gast in Someren", f"Vastgesteld door de raad van Someren op 3 mei 2021\n{sentence}\n{FILLER * 3}"
    )
    assert made.about.value == about


@pytest.mark.parametrize(
    ("title", "is_part"), [("Nota wonen Someren", True), ("Nota wonen voor wie tijdelijk blijft", False)]
)
def test_a_paper_on_a_field_for_those_who_work_here_is_no_wider_one(title, is_part):
    assert is_framework(parts(f"## {title}", WATER), title) == is_part


def test_the_name_that_a_paper_makes_for_them_by_their_work_is_theirs_from_there_on():
    told = passages(
        extraction("# Waar\nEr zijn piekkrachten, bijna allemaal uit Polen.\n# Wonen\nPiekkrachten slapen op het erf.")
    )
    assert [mentions(one.text) for one in in_known_names(told)] == [1, 1]
    assert [sentence.text for one in in_known_names(told) for sentence in one.sentences][
        1
    ] == "arbeidsmigranten slapen op het erf."


def test_a_name_of_workers_that_others_bear_too_stays_theirs():
    told = passages(extraction("# Waar\nEr zijn medewerkers uit Polen.\n# Wonen\nOnze medewerkers helpen u verder."))
    assert in_known_names(told) is told


def test_a_bed_for_those_from_abroad_gives_its_name_to_what_follows():
    told = passages(
        extraction(
            "# Bedden\nWerkverblijf: een bed voor wie uit een ander EU-land komt.\nVoor werkverblijf komen er bedden bij."
        )
    )
    assert attention_of(told).mentions == 3
