"""The questions in docs/analisten.md: DuckDB and pandas answer them alike on the set that comes out of the example papers."""

import re
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from pipeline.publish.csvfile import write_csv
from pipeline.publish.dictionary import dictionary

pytestmark = pytest.mark.traag

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "analisten.md").read_text(encoding="utf-8")
START, *QUESTIONS = re.split(r"^## ", GUIDE, flags=re.MULTILINE)


def code(text, language):
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return found


def with_pandas(question):
    names: dict = {}
    exec(code(START, "python") + code(question, "python"), names)
    answer = names["antwoord"]
    return list(answer.columns), plain(answer.itertuples(index=False))


def with_duckdb(question):
    answer = duckdb.sql(code(question, "sql"))
    return answer.columns, plain(answer.fetchall())


def plain(rows):
    """Rows as both would print them: a day in ISO, no value as an empty text."""
    return [tuple(plainly(value) for value in row) for row in rows]


def plainly(value):
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def test_there_are_eleven_questions():
    assert [question.split(".")[0] for question in QUESTIONS] == [str(number) for number in range(1, 12)]


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.splitlines()[0] for question in QUESTIONS])
def test_both_answers_are_the_same_and_not_empty(published, monkeypatch, question):
    monkeypatch.chdir(published.parent)
    columns, answer = with_duckdb(question)
    assert answer
    assert with_pandas(question) == (columns, answer)


def test_the_oldest_policy_may_be_of_a_municipality_that_went_up_in_another(tmp_path, monkeypatch):
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    for name, table in dictionary().items():
        rows = [dict.fromkeys(table.header) | row for row in OF_AALBURG.get(name, ())]
        write_csv(outputs / f"{name}.csv", table, rows)
    monkeypatch.chdir(tmp_path)
    (oldest,) = (question for question in QUESTIONS if question.startswith("9."))
    columns, answer = with_duckdb(oldest)
    assert answer == [("Altena", "Nota wonen", "2009-03-01", "3593")]
    assert with_pandas(oldest) == (columns, answer)


OF_AALBURG = {
    "theme_matrix": [{"peildatum": date(2019, 1, 1), "gm_code": "GM1959", "gemeente": "Altena"}],
    "documents": [{"bestand": "nota.pdf", "titel": "Nota wonen", "datum": date(2009, 3, 1)}],
    "evidence": [
        {"gm_code": "GM0738", "gemeente": "Aalburg", "bestand": "nota.pdf", "geldend": True, "telt_voor": "GM1959"}
    ],
}
"""A paper of Aalburg that counts for Altena."""
