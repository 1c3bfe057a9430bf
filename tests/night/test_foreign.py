"""A paper in another language is said to be so; a Dutch one never is, however few its words are Dutch."""

from pathlib import Path, PurePosixPath

import pytest
from weasyprint import HTML

from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.night.understanding import identify
from pipeline.sources.folder import InboxFile

PAPERS = {
    "Pools": (
        "Gmina chce, aby pracownicy migrujący mieszkali w dobrych warunkach i aby każdy, kto zostaje dłużej "
        "niż cztery miesiące, był zameldowany. Pracodawca jest odpowiedzialny za mieszkanie, a kontrole są "
        "prowadzone przez gminę i inspekcję pracy. Osoby, które nie mają ubezpieczenia, mogą zgłosić się do "
        "lekarza w punkcie informacyjnym. W przypadku nadużyć gmina nakłada karę na właściciela budynku, a "
        "pracownicy otrzymują pomoc w znalezieniu innego miejsca do zamieszkania."
    ),
    "Engels": (
        "The municipality wants labour migrants to live in decent housing and to be registered when they stay "
        "for more than four months. The employer is responsible for the quality of the accommodation, and "
        "inspections are carried out by the municipality together with the labour inspectorate. Those who "
        "have no health insurance can visit a doctor at the information point. In case of abuse the owner of "
        "the building will be fined, and the workers will be helped to find another place to stay."
    ),
    "Roemeens": (
        "Municipalitatea dorește ca lucrătorii migranți să locuiască în condiții bune și ca fiecare persoană "
        "care rămâne mai mult de patru luni să fie înregistrată. Angajatorul este responsabil pentru "
        "calitatea locuinței, iar controalele sunt efectuate de municipalitate împreună cu inspecția muncii. "
        "Cei care nu au asigurare de sănătate pot merge la un medic la punctul de informare. În caz de abuz, "
        "proprietarul clădirii primește o amendă, iar lucrătorii sunt ajutați să găsească un alt loc."
    ),
    "Duits": (
        "Die Gemeinde will, dass Arbeitsmigranten in guten Verhältnissen wohnen und dass jeder, der länger "
        "als vier Monate bleibt, sich anmeldet. Der Arbeitgeber ist für die Qualität der Unterkunft "
        "verantwortlich, und die Kontrollen werden von der Gemeinde zusammen mit der Arbeitsinspektion "
        "durchgeführt. Wer keine Krankenversicherung hat, kann sich bei einem Arzt in der Informationsstelle "
        "melden. Bei Missbrauch wird dem Eigentümer des Gebäudes eine Strafe auferlegt, und die Arbeiter "
        "bekommen Hilfe bei der Suche nach einer anderen Wohnung."
    ),
    "Bulgaars": (
        "Общината иска трудовите мигранти да живеят при добри условия и всеки, който остава за повече от "
        "четири месеца, да бъде регистриран. Работодателят е отговорен за качеството на жилището, а "
        "проверките се извършват от общината заедно с инспекцията по труда. Тези, които не са осигурени, "
        "могат да отидат на лекар в информационния център. При злоупотреба собственикът на сградата се "
        "наказва с глоба, а на работниците се помага да намерят друго място за живеене и работа в района."
    ),
}
DUTCH = (
    "De gemeente wil dat arbeidsmigranten goed wonen en dat wie langer dan vier maanden blijft zich inschrijft. De werkgever"
    " is verantwoordelijk voor het onderkomen, en de controles doet de gemeente met de Arbeidsinspectie."
)


@pytest.fixture
def remark(tmp_path):
    """What is remarked of a PDF of these paragraphs, put beside a `.toml` where one is given."""

    def told(*paragraphs, toml=""):
        path = tmp_path / "stuk.pdf"
        HTML(string=f"<h1>Arbeidsmigranten 2021</h1>{''.join(f'<p>{text}</p>' for text in paragraphs)}").write_pdf(path)
        override = tmp_path / "stuk.toml" if toml else None
        file = InboxFile(PurePosixPath("stuk.pdf"), Path(path), override, stated=toml.encode())
        return identify(read_pdf(path, Limits()), (), file).remark

    return told


@pytest.mark.parametrize("language", PAPERS)
def test_a_paper_in_another_language_is_said_not_to_be_judged(remark, language):
    said = f"niet in het Nederlands maar in het {language}, dus niet beoordeeld; leg de Nederlandse versie in de inbox"
    assert said in remark(PAPERS[language])


@pytest.mark.parametrize("language", PAPERS)
def test_a_dutch_paper_with_a_summary_in_another_language_is_dutch(remark, language):
    assert "niet in het Nederlands" not in remark(DUTCH, DUTCH, PAPERS[language])


def test_names_and_figures_are_of_no_language(remark):
    rows = "".join(f"<tr><td>Jan de Wit<td>Oss<td>{year}<td>{year * 7}<td>Workcenter" for year in range(1990, 2020))
    assert "niet in het Nederlands" not in remark(f"<table>{rows}</table>")


@pytest.mark.parametrize("letters", ["a. b. c. d. a. e. a. y.", "A B E Y", "a) b) e) y)", "A-1 Y.2 E/3 a4"])
def test_letters_of_a_list_or_a_code_are_no_words_of_another_language(remark, letters):
    assert "niet in het Nederlands" not in remark(DUTCH, DUTCH, *[letters] * 60)


def test_a_paper_of_which_a_good_part_is_in_dutch_is_dutch(remark):
    assert "niet in het Nederlands" not in remark(DUTCH, DUTCH, DUTCH, *[PAPERS["Pools"]] * 5)


def test_a_colophon_in_dutch_makes_no_paper_dutch(remark):
    assert "niet in het Nederlands maar in het Pools" in remark(DUTCH, *[PAPERS["Pools"]] * 4)


def test_a_few_words_say_nothing_of_their_language(remark):
    assert "niet in het Nederlands" not in remark("Welcome to the municipality of Someren: this is where to stay.")


def test_what_a_person_says_of_it_in_a_toml_holds(remark):
    assert "niet in het Nederlands" not in remark(PAPERS["Engels"], toml="over_arbeidsmigratie = true")
