from __future__ import annotations

from datetime import date

import pytest

from pipeline.language.gazetteer import find
from pipeline.language.mention_forms import Form, MentionStrength
from pipeline.language.municipalities import all_municipalities, by_code


def named(text: str, day: date | None = None) -> list[str]:
    return [by_code(mention.gm_code).name for mention in find(text, day)]


@pytest.mark.parametrize(
    ("text", "name", "form", "strength"),
    [
        ("De raad van de gemeente Land van Cuijk besluit", "Land van Cuijk", Form.COUNCIL, MentionStrength.VERY_STRONG),
        ("de raad der gemeente Grave", "Grave", Form.COUNCIL, MentionStrength.VERY_STRONG),
        ("De gemeenteraad van Best stelt vast", "Best", Form.COUNCIL, MentionStrength.VERY_STRONG),
        ("De gemeenteraad van de gemeente Heusden", "Heusden", Form.COUNCIL, MentionStrength.VERY_STRONG),
        (
            "Het college van burgemeester en wethouders van de gemeente Best",
            "Best",
            Form.EXECUTIVE,
            MentionStrength.VERY_STRONG,
        ),
        ("het college van B&W van Deurne", "Deurne", Form.EXECUTIVE, MentionStrength.VERY_STRONG),
        ("het college van B & W Best", "Best", Form.EXECUTIVE, MentionStrength.VERY_STRONG),
        ("Burgemeester en wethouders van Boxtel maken bekend", "Boxtel", Form.BOARD, MentionStrength.VERY_STRONG),
        ("BURGEMEESTER EN WETHOUDERS VAN DE GEMEENTE OSS", "Oss", Form.BOARD, MentionStrength.VERY_STRONG),
        ("B&W van Best", "Best", Form.BOARD, MentionStrength.VERY_STRONG),
        ("B. en W. van Grave", "Grave", Form.BOARD, MentionStrength.VERY_STRONG),
        ("B en W van Uden", "Uden", Form.BOARD, MentionStrength.VERY_STRONG),
        ("Nadere subsidieregeling gemeente Best voor cultuur", "Best", Form.MUNICIPALITY, MentionStrength.STRONG),
        ("Het gemeentebestuur van Heusden wil dit", "Heusden", Form.MUNICIPALITY, MentionStrength.STRONG),
        ("Een vraag aan de gemeente Bergen op Zoom.", "Bergen op Zoom", Form.MUNICIPALITY, MentionStrength.STRONG),
        ("overleg met buurgemeente Best", "Best", Form.MUNICIPALITY, MentionStrength.MEDIUM),
        ("Gemeenteblad Texel 2017 nr 51", "Texel", Form.GAZETTE, MentionStrength.STRONG),
        ("de raad van Breda", "Breda", Form.COUNCIL, MentionStrength.MEDIUM),
        ("het college van Asten", "Asten", Form.EXECUTIVE, MentionStrength.MEDIUM),
        ("de burgemeester van Woensdrecht", "Woensdrecht", Form.OFFICIAL, MentionStrength.MEDIUM),
        ("wethouder Jansen van Woensdrecht", "Woensdrecht", Form.OFFICIAL, MentionStrength.MEDIUM),
        ("burgemeester De Vries (Heeze-Leende)", "Heeze-Leende", Form.OFFICIAL, MentionStrength.MEDIUM),
        ("de Bossche gemeenteraad", "'s-Hertogenbosch", Form.ADJECTIVE, MentionStrength.MEDIUM),
        ("het Gemertse gemeentehuis", "Gemert-Bakel", Form.ADJECTIVE, MentionStrength.MEDIUM),
        ("het Etten-Leurse beleid", "Etten-Leur", Form.ADJECTIVE, MentionStrength.MEDIUM),
        ("Arbeidsmigranten in Meierijstad wonen verspreid", "Meierijstad", Form.BARE, MentionStrength.BARE),
        ("plan NL.IMRO.0777.0171WPLAGEDONK38-2001", "Etten-Leur", Form.IMRO, MentionStrength.VERY_STRONG),
        ("OrganisatieBest OrganisatietypeGemeente", "Best", Form.CVDR, MentionStrength.VERY_STRONG),
        ("Organisatie Bergen (NH) Organisatietype Gemeente", "Bergen (NH.)", Form.CVDR, MentionStrength.VERY_STRONG),
        ("Gemeente Best", "Best", Form.TITLE, MentionStrength.STRONG),
        ("GEMEENTE BEST", "Best", Form.TITLE, MentionStrength.STRONG),
        ("Oirschot", "Oirschot", Form.TITLE, MentionStrength.MEDIUM),
        ("Nota arbeidsmigranten\nGemeente Best\n2020", "Best", Form.TITLE, MentionStrength.STRONG),
    ],
)
def test_a_form_says_which_municipality_and_how_surely(text, name, form, strength):
    (mention,) = find(text)
    assert (by_code(mention.gm_code).name, mention.form, mention.strength) == (name, form, strength)


@pytest.mark.parametrize(
    "text",
    [
        "Best veel arbeidsmigranten wonen op campings.",
        "Beste raadsleden, dit komt iedereen ten beste.",
        "Een best practice van gemeenten. Best practices volgen.",
        "Wij doen ons Best Value aanbesteden.",
        "De grave misstanden. Grave zaken zijn dat.",
        "Bergen afval liggen er. De Noorse stad Bergen ook.",
        "Buren klagen over overlast. Huizen staan leeg. Houten chalets. Leiden dat tot klachten?",
        "Duiven nestelen onder het dak, Putten zijn gegraven, Ede is kort.",
        "De heer Van Best sprak in. Mevrouw Helmond ook.",
        "Dhr. van Uden en mw. J. van Boxtel spraken in, net als familie Van Someren.",
        "A.P. van Bladel en W. van den Bergen tekenden bezwaar aan.",
        "Wethouder Piet van Someren antwoordt.",
        "Van den Bergen en Van Uden Transport huisvesten zelf.",
        "De provincie Utrecht en de provincie Groningen doen mee; Gedeputeerde Staten van Utrecht ook.",
        "De regio Eindhoven, de metropoolregio Eindhoven en het Stedelijk Gebied Eindhoven.",
        "De gemeenten in het Land van Cuijk werken samen. Natuurgebied De Maashorst ligt er ook.",
        "In het Land van Heusden en Altena en in Heusden-Zolder.",
        "De luchthaven van Deurne ligt in Antwerpen; de gemeente Deurne (België) bestaat niet meer.",
        "Tilburg University en TU Eindhoven onderzochten dit.",
        "De rechtbank Breda, kamp Vught en de Vrede van Breda.",
        "In de kern Uden en het dorp Zundert.",
        "Zie www.Waalwijk.nl of mail naar info@Waalwijk.nl, bedrijventerrein Waalwijk-Noord.",
        "De Beekse Bergen en de Loonse en Drunense Duinen.",
        "Tilburgse arbeidsmigranten en Bossche bollen.",
        "De Alphense raad vergadert aan de Rijn.",
        "Plan NL.IMRO.9930.ipArbeidsmigranten en NL.IMRO.0000.X.",
        "Organisatie Noord-Brabant Organisatietype Provincie",
        "Huizen",
        "Prinsenbeek en Wijk en Aalburg zijn dorpen.",
        "Loon wordt op tijd betaald; loon op zand gebouwd.",
        "OSS staat voor open source software.",
        "",
    ],
)
def test_no_municipality_is_meant(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("de gemeenten Best, Eindhoven en Helmond", ["Best", "Eindhoven", "Helmond"]),
        ("De gemeenten Grave en Bergen op Zoom.", ["Grave", "Bergen op Zoom"]),
        (
            "de gemeenten Nuenen, Gerwen en Nederwetten, Son en Breugel en Gilze en Rijen",
            ["Nuenen, Gerwen en Nederwetten", "Son en Breugel", "Gilze en Rijen"],
        ),
        (
            "de gemeenten Nuenen c.a., Best en Son en Breugel",
            ["Nuenen, Gerwen en Nederwetten", "Best", "Son en Breugel"],
        ),
        (
            "deelnemende gemeenten (Asten, Deurne, Gemert-Bakel, Laarbeek en Someren)",
            ["Asten", "Deurne", "Gemert-Bakel", "Laarbeek", "Someren"],
        ),
        ("de raden van de gemeenten Haaren en Oisterwijk", ["Haaren", "Oisterwijk"]),
        ("de colleges van B&W van Altena en Drimmelen", ["Altena", "Drimmelen"]),
        ("burgemeester en wethouders van Cuijk, Grave en Boxmeer", ["Cuijk", "Grave", "Boxmeer"]),
        (
            "de Kempengemeenten Bladel, Eersel, Bergeijk en Reusel-De Mierden",
            ["Bladel", "Eersel", "Bergeijk", "Reusel-De Mierden"],
        ),
        ("de gemeenten Heusden en de gemeente Altena", ["Heusden", "Altena"]),
        ("gemeenten: Best/Oirschot", ["Best", "Oirschot"]),
    ],
)
def test_an_enumeration_after_gemeenten_lifts_the_traps(text, names):
    assert named(text) == names


def test_every_name_of_an_enumeration_is_a_strong_mention():
    assert {(one.form, one.strength) for one in find("de gemeenten Best, Eindhoven en Helmond")} == {
        (Form.ENUMERATION, MentionStrength.STRONG)
    }


def test_a_list_of_three_names_lifts_the_traps_without_proving_more_than_a_bare_name():
    mentions = find("Er is overleg met Oirschot, Best en Eersel geweest.")
    assert [by_code(one.gm_code).name for one in mentions] == ["Oirschot", "Best", "Eersel"]
    assert {one.strength for one in mentions} == {MentionStrength.BARE}


def test_a_list_of_words_that_are_names_too_is_none():
    assert named("Huizen, Buren en Bergen kwamen ter sprake.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("de gemeente Bergen in Limburg", ["Bergen (L.)"]),
        ("de gemeente Bergen in Noord-Holland", ["Bergen (NH.)"]),
        ("de gemeente Bergen (L.)", ["Bergen (L.)"]),
        ("de gemeenten Alkmaar, Bergen en Heiloo", ["Alkmaar", "Bergen (NH.)", "Heiloo"]),
        ("de gemeenten Alkmaar, Bergen en Gennep", ["Alkmaar", "Gennep"]),
        ("de gemeente Bergen", []),
    ],
)
def test_bergen_is_one_of_two_and_found_only_with_its_province(text, names):
    assert named(text) == names


@pytest.mark.parametrize(
    "written", ["'s-Hertogenbosch", "’s-Hertogenbosch", "‘s-Hertogenbosch", "'s Hertogenbosch", "Den Bosch"]
)
def test_every_apostrophe_of_s_hertogenbosch_is_understood(written):
    assert named(f"de gemeente {written}.") == ["'s-Hertogenbosch"]


@pytest.mark.parametrize("written", ["Etten-Leur", "Etten–Leur", "Etten‑Leur", "ETTEN-LEUR", "Etten Leur"])
def test_every_hyphen_is_understood(written):
    assert named(f"de gemeente {written}") == ["Etten-Leur"]


@pytest.mark.parametrize("sign", [".", ",", ";", ":", ")", "?", "’", '"', "/", " ", "'s beleid", "…"])
def test_a_name_is_found_before_every_sign(sign):
    assert named(f"(de gemeente Best{sign}") == ["Best"]


def test_every_municipality_is_found_by_its_official_name():
    missed = [
        one.name
        for one in all_municipalities()
        if named(f"Het beleid van de gemeente {one.name} geldt.", one.lapsed and one.valid_from) != [one.name]
    ]
    assert missed == []


def test_a_mention_stands_where_it_says():
    text = "Zoals de gemeente ’s-Hertogenbosch en de Bossche raad willen"
    assert [text[one.start : one.end] for one in find(text)] == ["’s-Hertogenbosch", "Bossche"]


def test_mentions_come_in_order_of_place():
    text = "NL.IMRO.0758.X van de gemeente Breda en Meierijstad, zie NL.IMRO.0777.Y."
    starts = [one.start for one in find(text)]
    assert starts == sorted(starts)
    assert len(starts) == 4


def test_a_line_end_within_a_name_is_no_hindrance():
    assert named("de gemeente Bergen\nop Zoom") == ["Bergen op Zoom"]


@pytest.mark.parametrize(
    "written", ["Gemert- Bakel", "Gemert -Bakel", "Gemert-\nBakel", "Gemert - Bakel", "GEMERT- BAKEL"]
)
def test_space_around_the_hyphen_of_a_name_is_no_hindrance(written):
    assert named(f"de gemeente {written} besluit") == ["Gemert-Bakel"]


def test_a_document_of_any_pipeline_is_read_like_its_text(nlp):
    text = "De gemeente Best. De gemeente Nuenen c.a.,Eindhoven."
    assert find(nlp.make_doc(text)) == find(text)


@pytest.mark.parametrize(
    "text",
    [
        "de raad van de gemeente Sevenum",
        "Sevenum",
        "In Sevenum staan bedden.",
        "plan NL.IMRO.0964.BPBuitengebied",
        "OrganisatieSevenum OrganisatietypeGemeente",
    ],
)
def test_a_name_that_has_lapsed_is_found_in_papers_of_before_that_alone(text):
    assert [named(text, day) for day in (date(2009, 12, 31), date(2010, 1, 1), None)] == [["Sevenum"], [], []]


def test_a_village_that_was_a_municipality_breaks_no_list_of_later():
    text = "Er is overleg met Venlo, Sevenum en Venray geweest."
    assert (named(text, date(2009, 1, 1)), named(text, date(2019, 1, 1))) == (
        ["Venlo", "Sevenum", "Venray"],
        ["Venlo", "Venray"],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Heel veel arbeidsmigranten. Helden van het werk zijn zij. Doorn en distel.",
        "De heer Van Kessel en mevrouw Van den Bergh spraken in.",
        "In het Land van Kessel en in Ouderkerk aan de Amstel.",
    ],
)
def test_words_and_surnames_are_no_municipality_in_their_days_either(text):
    assert named(text, date(2005, 6, 1)) == []
