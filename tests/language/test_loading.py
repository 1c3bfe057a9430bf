from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from pipeline.language.annotation import annotate, split_sentences
from pipeline.language.loading import (
    NEEDED,
    TaalpijplijnOntbreekt,
    installed_pipelines,
    language_model,
    load_language,
)
from stand_in import write_stand_in


def test_the_embedded_pipeline_serves_where_no_other_is_installed(models):
    assert language_model(load_language("auto", models)).name == "nl_themaspin"


def test_the_large_pipeline_serves_where_it_is_installed(models, large):
    assert language_model(load_language("auto", models)).id == "nl_core_news_lg-3.8.0"


def test_the_embedded_pipeline_can_be_asked_for_where_the_large_one_is_installed(models, large):
    assert language_model(load_language("nl_themaspin", models)).name == "nl_themaspin"


def test_all_pipelines_at_hand_are_told_best_first(models, large):
    assert [model.name for model in installed_pipelines(models)] == ["nl_core_news_lg", "nl_themaspin"]


def test_a_pipeline_tells_the_width_of_its_vectors(models, large):
    assert [model.vectors_width for model in installed_pipelines(models)] == [300, 0]


def test_a_pipeline_tells_its_licence(models):
    assert installed_pipelines(models)[-1].licence == "CC BY-SA 4.0"


def test_what_is_told_before_loading_is_what_is_loaded(models, large):
    told = installed_pipelines(models)
    assert [language_model(load_language(model.name, models)).id for model in told] == [model.id for model in told]


@pytest.mark.parametrize("name", ["nl_themaspin", "nl_core_news_lg"])
def test_both_pipelines_have_what_is_needed(models, large, name):
    assert set(NEEDED) <= set(load_language(name, models).pipe_names)


@pytest.mark.parametrize("name", ["nl_themaspin", "nl_core_news_lg"])
def test_names_and_parser_are_not_loaded(models, large, name):
    assert not {"ner", "parser"} & set(load_language(name, models).component_names)


def test_the_parser_is_loaded_when_asked_for(models, large):
    assert "parser" in load_language("nl_core_news_lg", models, parser=True).pipe_names


def test_our_sentence_rules_stand_first_in_the_large_pipeline(models, large):
    assert load_language("nl_core_news_lg", models).pipe_names[0] == "sentence_rules"


def test_the_large_pipeline_divides_sentences_behind_our_rules(models, large):
    nlp = load_language("nl_core_news_lg", models)
    (doc,) = split_sentences(["Zie art. 3 van de wet. Wij willen dat."], nlp)
    assert [sentence.text for sentence in doc.sents] == ["Zie art. 3 van de wet.", "Wij willen dat."]


def test_the_large_pipeline_gives_words_with_vectors(models, large):
    (doc,) = annotate(["De gemeente huisvest arbeidsmigranten."], load_language("nl_core_news_lg", models))
    assert doc.vector.shape == (300,)


def test_a_missing_pipeline_is_named_with_how_to_install_it(models):
    with pytest.raises(TaalpijplijnOntbreekt, match=r"nl_core_news_md is niet .*python -m spacy download nl_core_news_md"):
        load_language("nl_core_news_md", models)


def test_a_name_that_is_no_package_name_is_a_missing_pipeline(models):
    with pytest.raises(TaalpijplijnOntbreekt, match="niet geïnstalleerd"):
        load_language("nl-core.news/lg", models)


def test_a_pipeline_for_another_spacy_is_refused_by_name(models, site):
    write_stand_in(site, version="3.7.0", made_for=">=3.7.0,<3.8.0")
    with pytest.raises(TaalpijplijnOntbreekt, match=r"nl_core_news_lg-3.7.0 hoort bij spaCy >=3.7.0,<3.8.0; hier draait 3"):
        load_language("nl_core_news_lg", models)


def test_a_pipeline_for_another_spacy_leaves_the_embedded_one_to_serve(models, site, caplog):
    write_stand_in(site, version="3.7.0", made_for=">=3.7.0,<3.8.0")
    assert language_model(load_language("auto", models)).name == "nl_themaspin"
    assert "large_pipeline_does_not_fit" in caplog.text


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
