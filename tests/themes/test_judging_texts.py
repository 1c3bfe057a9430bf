"""What the classifier of the project says: scores point the right way, short texts get nothing, natural papers get few labels."""

from __future__ import annotations

import pytest

from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import annotated

PLAIN = {
    Theme.HUISVESTING: "Op het erf van een agrarisch bedrijf mogen ten hoogste veertig arbeidsmigranten worden gehuisvest in units "
    "met per persoon minimaal twaalf vierkante meter woonruimte.",
    Theme.ARBEIDSMARKT: "Uitzendbureaus houden te veel in op het loon en bieden contracten zonder vaste uren; de inlener betaalt "
    "zijn uitzendkrachten minder dan de cao voorschrijft.",
    Theme.REGISTRATIE: "Wie langer dan vier maanden blijft moet zich inschrijven in de BRP; burgerzaken onderzoekt adressen waar "
    "arbeidsmigranten verblijven zonder daar ingeschreven te staan.",
    Theme.ZORG: "Veel arbeidsmigranten hebben geen huisarts en raken met hun baan ook hun zorgverzekering kwijt, zodat zij met "
    "klachten op de spoedeisende hulp belanden.",
    Theme.HANDHAVING: "Het interventieteam controleert elke maand samen met de Arbeidsinspectie en legt bij een overtreding een "
    "last onder dwangsom op; na een tweede overtreding volgt sluiting.",
}


@pytest.mark.parametrize("theme", Theme)
def test_a_score_is_the_chance_that_the_passage_speaks_of_the_theme(judge, theme):
    (judgement,) = judge(PLAIN[theme])
    assert theme in judgement.labels
    assert max(judgement.scores, key=lambda other: judgement.scores[other]) == theme


def test_a_text_that_was_seen_before_is_not_read_again_and_judged_the_same(classifier, nlp, monkeypatch):
    texts = [PLAIN[Theme.ZORG], PLAIN[Theme.HANDHAVING], PLAIN[Theme.ZORG]]
    before = classifier.judge(texts, nlp)
    asked = []
    read = type(classifier.sentences).odds
    monkeypatch.setattr(type(classifier.sentences), "odds", lambda self, new: asked.extend(new) or read(self, new))
    monkeypatch.setattr(
        "pipeline.themes.classifier.annotated", lambda new, pipeline: asked.extend(new) or annotated(new, pipeline)
    )
    after = classifier.judge(texts, nlp, {texts[0]: before[0].seen})
    assert (after, asked) == (before, [PLAIN[Theme.HANDHAVING]] * 2)
    assert [one.seen for one in after] == [one.seen for one in before]


@pytest.mark.parametrize("text", ["", " ", "Huisvesting", "Zorg en handhaving", "BRP", "1.2 Huisvesting"])
def test_a_text_too_short_to_say_something_has_no_theme(judge, text):
    (judgement,) = judge(text)
    assert judgement.labels == ()
    assert set(judgement.scores.values()) == {0.0}


@pytest.mark.parametrize(
    "text",
    [
        "De raad stelt de nota parkeernormen vast en besluit het huidige tarief voor bewonersvergunningen te handhaven.",
        "De voorzitter opent de vergadering om acht uur en geeft het woord aan de griffier voor de lijst van ingekomen stukken.",
        "Het college draagt er zorg voor dat de subsidie zorgvuldig wordt verantwoord en dat de registratie van klachten op orde is.",
        "Voor de leerlingen van de basisschool komt er nieuwe huisvesting op het terrein van de oude sporthal aan de Molenweg.",
    ],
)
def test_what_only_looks_like_a_theme_has_none(judge, text):
    (judgement,) = judge(text)
    assert judgement.labels == ()


def test_a_theme_is_never_both_a_label_and_uncertain(judge):
    for judgement in judge(*PLAIN.values()):
        assert not set(judgement.labels) & set(judgement.uncertain)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        (
            "De exploitant is verplicht een nachtregister bij te houden en dit op verzoek van de toezichthouder te tonen.",
            "maatregel",
        ),
        (
            "Wij streven ernaar dat in 2030 iedere arbeidsmigrant in onze gemeente goed gehuisvest is en mee kan doen.",
            "ambitie",
        ),
        (
            "In 2019 verbleven er naar schatting 1.400 arbeidsmigranten; de helft van hen woonde in een gewone woning.",
            "context",
        ),
    ],
)
def test_the_strength_is_that_of_the_statement(judge, text, strength):
    (judgement,) = judge(text)
    assert judgement.strength == Strength(strength)


def test_the_same_texts_in_another_company_get_the_same_scores(judge):
    alone = judge(PLAIN[Theme.ZORG])[0].scores
    among = judge(*PLAIN.values())[list(PLAIN).index(Theme.ZORG)].scores
    assert among == pytest.approx(alone)


def test_an_endless_text_is_judged_by_its_beginning(judge):
    (judgement,) = judge(PLAIN[Theme.HUISVESTING] + " enzovoort" * 300_000)
    assert Theme.HUISVESTING in judgement.labels
