from __future__ import annotations

import csv
from importlib.resources import files

import pytest

ONE_SENTENCE = [
    "De nota is m.b.t. De Kempen en de regio vastgesteld.",
    "De nota d.d. 12 mei 2020 is ter inzage gelegd.",
    "Het bepaalde in art. 438 Wetboek van Strafrecht geldt.",
    "Het bepaalde in art. 3.1 lid 2 sub a. van de Huisvestingsverordening geldt.",
    "Dit betreft o.a. Poolse en Roemeense arbeidsmigranten.",
    "Dit kost 3 mln. euro per jaar.",
    "Dit kost € 3,5 mln. Euro is de munt.",
    "Het plan (nr. 2019-12) telt ca. 400 bedden, bijv. Units op het erf.",
    "Dit geldt van 1 t/m 30 juni i.c.m. Artikel 4.",
    "De huisvester resp. De exploitant is verantwoordelijk.",
    "Het college van B. en W. van Best besluit.",
    "De motie van 5 juli jl. is aangenomen.",
    "A.d.h.v. Bijlage 3 wordt getoetst.",
    "De wethouder, W.B.O.M. van de Ven, antwoordt.",
    "De wethouder, J.P.M. Janssen, antwoordt, net als drs. A. de Wit en mr. Th. Peters.",
    "Mw. dr. K. Jansen en dhr. Van Best waren aanwezig.",
    "Het besluit staat in Stb. 2019, 12 en in Stcrt. 2020, 345.",
    "De wet (Stb. 2019, 12) geldt sinds 1. Januari 2020.",
    "Zie blz. 12, par. 3.4 en fig. 2 van de nota.",
    "Gelet op art. 4, lid 1, onder b., Wet BRP is inschrijving verplicht.",
    "De heer Van 't Hof (tel. 0499-360360) geeft inlichtingen.",
    "De bewoner van St. Jozefstraat 3 is uitgeschreven.",
    "De Otto Work Force B.V. is uitzender.",
    "Otto Work Force B.V. Nederland is uitzender.",
    "De opvang vindt plaats i.s.m. GGD en i.o.v. Rijk en provincie.",
    "Wat is er nodig? vroeg de raad zich af.",
    "De gemeente Nuenen c.a. heeft beleid.",
    "De norm is 1.500 bedden per 10.000 inwoners op 31.12.2020.",
    "Zie www.best.nl en info@best.nl voor meer.",
    "De bedden... die zijn er niet.",
    "Drie eisen gelden: SNF, AKF en een beheerder.",
    "De woning is schoon; de tuin is onderhouden.",
    "1. De huisvester houdt een nachtregister bij.",
    "a. De huisvester houdt een nachtregister bij.",
    "3.2.1. De huisvester houdt een nachtregister bij.",
    "IV. De huisvester houdt een nachtregister bij.",
    "- De huisvester houdt een nachtregister bij.",
    "Per persoon p.w. 120 euro.",
    "In dec. 2020 is geteld.",
    "De hfdst. Wonen en Zorg vervallen.",
]

TWO_SENTENCES = [
    ("De raad stemt in.", "Het college voert uit."),
    ("Dit geldt voor Best.", "Deurne volgt later."),
    ("Dit kost 3 mln.", "Het college dekt dat."),
    ("Bedden, douches, keukens enz.", "Dit is niet genoeg."),
    ("Bedden, douches e.d.", "De huisvester zorgt daarvoor."),
    ("De motie is aangenomen op 5 juli jl.", "Wij voeren haar uit."),
    ("Zij werken bij Otto Work Force B.V.", "Dit bedrijf heeft bedden."),
    ("Het is een besluit van B. en W.", "De raad is ingelicht."),
    ("Wij kiezen voor variant B.", "Daarmee is er plek."),
    ("Dit staat in bijlage A.", "Gemeenten gebruiken die."),
    ("Dit volgt uit de BRP.", "Inschrijving is verplicht."),
    ("Zij huren via SNF.", "Gecertificeerde huisvesters mogen dat."),
    ("Zij sloten in 2019.", "Arbeidsmigranten vertrokken."),
    ("Er zijn 400 bedden.", "150 daarvan staan leeg."),
    ("Wat is er nodig?", "Er is geld nodig."),
    ("Dat kan beter!", "Wij gaan aan de slag."),
    ('De raad zei: "Wij willen dit."', "Het college knikte."),
    ("De raad stemde in (zie bijlage 3).", "Het college voert uit."),
    ("De raad stemde in.3", "Het college voert uit."),
    ("Wij vergaderden tot 18.00 uur.", "'s Avonds kwam de raad bijeen."),
    ("Wij waren in Den Bosch.", "’s-Hertogenbosch is de hoofdstad."),
    ("Dit zei de wethouder.", "“Wij willen meer bedden.”"),
    ("Het college draagt zorg voor:", "1. een schone woning"),
    ("a. de woning is schoon;", "b. de tuin is onderhouden."),
    ("De woning is schoon;", "• de tuin is onderhouden."),
    ("overwegende dat er te weinig bedden zijn;", "verzoekt het college om een nota te maken"),
    ("verzoekt het college om een nota te maken;", "en gaat over tot de orde van de dag."),
    ("1. De woning is schoon.", "2. De tuin is onderhouden."),
    ("Zie Stb. 2019, 12.", "Gelet daarop besluiten wij."),
    ("Het bepaalde onder a.", "Dit geldt niet bij brand."),
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_stays_one_sentence(rules, text):
    assert [sentence.text for sentence in rules(text).sents] == [text]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_the_sentence_recogniser_does_not_overrule_the_rules(nlp, text):
    assert [sentence.text for sentence in nlp(text).sents] == [text]


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_becomes_two_sentences(rules, first, second):
    assert [sentence.text for sentence in rules(f"{first} {second}").sents] == [first, second]


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_becomes_two_sentences_in_the_whole_pipeline(nlp, first, second):
    assert [sentence.text for sentence in nlp(f"{first} {second}").sents] == [first, second]


def _abbreviations(closing: str) -> list[str]:
    text = (files("pipeline.language") / "afkortingen.csv").read_text(encoding="utf-8")
    return [row["afkorting"] for row in csv.DictReader(text.splitlines()) if row["kan_zin_sluiten"] == closing]


@pytest.mark.parametrize("abbreviation", _abbreviations("nee"))
def test_an_abbreviation_that_introduces_never_ends_a_sentence(nlp, abbreviation):
    text = f"Wij bespreken dit {abbreviation} De Kempen in de raad."
    assert len(list(nlp(text).sents)) == 1


@pytest.mark.parametrize("abbreviation", _abbreviations("ja"))
def test_an_abbreviation_that_may_close_ends_no_sentence_before_a_small_letter(nlp, abbreviation):
    assert len(list(nlp(f"Wij bespreken dit {abbreviation} in de raad.").sents)) == 1


@pytest.mark.parametrize("abbreviation", _abbreviations("ja"))
def test_an_abbreviation_that_may_close_ends_a_sentence_before_a_word_that_opens_one(nlp, abbreviation):
    assert len(list(nlp(f"Wij bespreken dit {abbreviation} Daarna besluit de raad.").sents)) == 2


def test_a_lost_space_between_sentences_is_left_to_the_recogniser(nlp):
    text = "De gemeente heeft nieuw beleid vastgesteld.De raad heeft hiermee ingestemd."
    assert len(list(nlp(text).sents)) == 2


def test_an_empty_line_ends_a_sentence_without_a_point(rules):
    assert [sentence.text.strip() for sentence in rules("Hoofdstuk Wonen\n\nDe raad wil bedden").sents] == [
        "Hoofdstuk Wonen",
        "De raad wil bedden",
    ]


def test_a_text_without_marks_is_one_sentence(nlp):
    assert len(list(nlp("Huisvesting Arbeidsmigranten In De Gemeente Best Eindhoven Helmond").sents)) == 1


@pytest.mark.parametrize("text", ["", " ", ".", "...", "?!", ". . .", "\n\n", "a.", "1."])
def test_odd_texts_do_no_harm(nlp, text):
    assert "".join(sentence.text_with_ws for sentence in nlp(text).sents) == text
