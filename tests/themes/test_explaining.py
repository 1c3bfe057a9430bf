"""The words that carried a label."""

from __future__ import annotations

from pipeline.themes.codebook import Theme
from pipeline.themes.explaining import carriers

TEXT = "Veel mensen hebben geen huisarts en geen zorgverzekering, en bellen daarom met kiespijn de spoedpost van het ziekenhuis."


def test_the_words_of_the_theme_carry_it(judge, classifier, nlp):
    (judgement,) = judge(TEXT)
    found = carriers(TEXT, judgement, classifier, nlp)[Theme.ZORG]
    assert {"huisarts", "zorgverzekering"} & {carrier.word for carrier in found}


def test_each_word_stands_where_it_is_said_to(judge, classifier, nlp):
    (judgement,) = judge(TEXT)
    for carrier in carriers(TEXT, judgement, classifier, nlp)[Theme.ZORG]:
        assert TEXT[carrier.start : carrier.end] == carrier.word


def test_the_strongest_comes_first(judge, classifier, nlp):
    (judgement,) = judge(TEXT)
    losses = [carrier.loss for carrier in carriers(TEXT, judgement, classifier, nlp)[Theme.ZORG]]
    assert losses == sorted(losses, reverse=True)


def test_without_a_label_there_is_nothing_to_explain(judge, classifier, nlp):
    text = "De voorzitter opent de vergadering om acht uur."
    assert carriers(text, judge(text)[0], classifier, nlp) == {}
