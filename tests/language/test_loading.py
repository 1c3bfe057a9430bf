from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from stand_in import write_stand_in

from pipeline.language.annotation import annotate, split_sentences
from pipeline.language.loading import (
    NEEDED,
    TaalpijplijnOntbreekt,
    installed_pipelines,
    language_model,
    load_language,
)


def test_the_embedded_pipeline_serves_where_no_other_is_installed(models):
    assert language_model(load_language("auto", models)).name == "nl_themaspin"


def test_the_large_pipeline_serves_where_it_is_installed(models, large):
    assert language_model(load_language("auto", models)).id == "nl_core_news_lg-3.8.0"


def test_the_embedded_pipeline_can_be_asked_for_where_the_large_one_is_installed(models, large):
    assert language_model(load_language("nl_themaspin", models)).name == "nl_themaspin"


def test_all_pipelines_at_hand_are_told_best_first(models, large):
    assert [model.name for model in installed_pipelines(models)] == ["nl_core_news_lg", "nl_themaspin"]


def test_what_is_told_before_loading_is_what_is_loaded(models, large, nlp, large_nlp):
    told = [model.id for model in installed_pipelines(models)]
    assert told == [language_model(large_nlp).id, language_model(nlp).id]


@pytest.mark.parametrize("loaded", ["nlp", "large_nlp"])
def test_both_pipelines_have_what_is_needed(request, loaded):
    assert set(NEEDED) <= set(request.getfixturevalue(loaded).pipe_names)


@pytest.mark.parametrize("loaded", ["nlp", "large_nlp"])
def test_names_and_parser_are_not_loaded(request, loaded):
    assert not {"ner", "parser"} & set(request.getfixturevalue(loaded).component_names)


@pytest.mark.parametrize("loaded", ["nlp", "large_nlp"])
def test_our_sentence_rules_stand_first(request, loaded):
    assert request.getfixturevalue(loaded).pipe_names[0] == "sentence_rules"


def test_the_large_pipeline_divides_sentences_behind_our_rules(large_nlp):
    (doc,) = split_sentences(["Zie art. 3 van de wet. Wij willen dat."], large_nlp)
    assert [sentence.text for sentence in doc.sents] == ["Zie art. 3 van de wet.", "Wij willen dat."]


@pytest.mark.filterwarnings("ignore:.*W036")  # no rules in the stand-in's attribute ruler
def test_the_large_pipeline_gives_words_with_vectors(large_nlp):
    (doc,) = annotate(["De gemeente huisvest arbeidsmigranten."], large_nlp)
    assert doc.vector.shape == (300,)


def test_a_missing_pipeline_is_named_with_how_to_install_it(models):
    with pytest.raises(
        TaalpijplijnOntbreekt, match=r"nl_core_news_md is niet .*python -m spacy download nl_core_news_md"
    ):
        load_language("nl_core_news_md", models)


@pytest.mark.parametrize("name", ["en", "nl", "en_core_web_sm"])
def test_a_name_of_no_dutch_pipeline_gets_those_that_can_be_chosen(models, name):
    with pytest.raises(TaalpijplijnOntbreekt, match="kan zijn: auto, nl_core_news_lg of nl_themaspin") as refusal:
        load_language(name, models)
    assert "spacy download" not in str(refusal.value)


def test_a_name_that_is_no_package_name_is_a_missing_pipeline(models):
    with pytest.raises(TaalpijplijnOntbreekt, match="niet geïnstalleerd"):
        load_language("nl-core.news/lg", models)


@pytest.fixture
def outdated(large) -> None:
    """The installed pipeline is one for an older spaCy."""
    meta = json.loads((large / "meta.json").read_text(encoding="utf-8"))
    meta |= {"version": "3.7.0", "spacy_version": ">=3.7.0,<3.8.0"}
    (large / "meta.json").write_text(json.dumps(meta), encoding="utf-8")


def test_a_pipeline_for_another_spacy_is_refused_by_name(models, outdated):
    with pytest.raises(
        TaalpijplijnOntbreekt, match=r"nl_core_news_lg-3.7.0 hoort bij spaCy >=3.7.0,<3.8.0; hier draait 3"
    ):
        load_language("nl_core_news_lg", models)


def test_a_pipeline_for_another_spacy_leaves_the_embedded_one_to_serve(models, outdated, caplog):
    assert language_model(load_language("auto", models)).name == "nl_themaspin"
    assert [record.event for record in caplog.records] == ["large_pipeline_does_not_fit"]


def test_a_pipeline_that_lacks_a_component_is_refused_with_its_name(models, site):
    write_stand_in(site, leave_out="lemmatizer")
    with pytest.raises(TaalpijplijnOntbreekt, match="mist lemmatizer"):
        load_language("nl_core_news_lg", models)


def test_a_pipeline_without_its_description_is_told_to_be_damaged(models, large):
    (large / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(TaalpijplijnOntbreekt, match="beschadigd"):
        load_language("nl_core_news_lg", models)


def test_a_pipeline_with_a_part_missing_cannot_be_loaded(models, large):
    shutil.rmtree(large / "nl_core_news_lg-3.8.0" / "tagger")
    with pytest.raises(TaalpijplijnOntbreekt, match="kan niet worden geladen"):
        load_language("nl_core_news_lg", models)


def test_no_pipeline_at_all_says_how_to_get_either(tmp_path):
    with pytest.raises(TaalpijplijnOntbreekt, match=r"spacy download nl_core_news_lg.*make taalmodel"):
        load_language("auto", tmp_path)


def test_the_embedded_pipeline_stays_below_15_megabytes(models):
    size = sum(file.stat().st_size for file in (models / "nl_themaspin").rglob("*") if file.is_file())
    assert size < 15_000_000


def test_types_and_names_of_municipalities_need_no_spacy():
    code = "import sys, pipeline.language.passages, pipeline.language.municipalities; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
