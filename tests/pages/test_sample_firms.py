"""The pages of the sample firms, run without a browser."""

import re
import shutil
import sys
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessments import reading, wording
from assessments.languages.catalogue import together
from assessments.pages.parts.pieces import table
from assessments.pages.parts.why import chain

ROOT = Path(__file__).resolve().parents[2]
SOCIAL_CRM = ROOT / "questionnaires" / "social_crm"
FIRMS = [firm.id for firm in reading.sample_firms(SOCIAL_CRM)]
SECONDS = 30
A_FEW_WORDS = 25  # letters


def run(**query: str) -> AppTest:
    """Open the first page, or with ``firm`` its result."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    app.run()
    if query:
        app.query_params.update(query)
        app.switch_page("assessments/pages/result.py").run()
    else:
        app.switch_page("assessments/pages/firms.py").run()
    return app


def text(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def own_questionnaire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the questionnaire that the pages use instead."""
    folder = tmp_path / "social_crm"
    shutil.copytree(SOCIAL_CRM, folder)
    monkeypatch.setenv("PATHWAY_QUESTIONNAIRE", str(folder))
    return folder


def test_the_list_leads_to_every_firm() -> None:
    app = run()
    assert not app.exception
    labels = [link.proto.label.replace("\\", "") for link in app.get("page_link")]
    assert [firm.name for firm in reading.sample_firms()] == labels[-len(FIRMS) :]


@pytest.mark.parametrize("firm", FIRMS)
def test_a_result_opens_with_its_verdict(firm: str) -> None:
    app, opened = run(firm=firm), reading.open_sample(firm)
    assert not app.exception
    assert wording.verdict(opened.questionnaire, opened.assessment.firm, opened.result) in text(app).replace(
        "&amp;", "&"
    )
    for hold in wording.holds_back(opened.questionnaire, opened.result):
        assert hold.sentence in text(app)


def test_a_result_in_german_leaves_no_sentence_in_english() -> None:
    app = run(firm="castellan", lang="de")
    assert not app.exception
    assert "Was dieses Ergebnis ist und was nicht" in text(app)
    said = unescape(text(app))
    sentences = (str(message.id) for message in together("de") if isinstance(message.id, str) and message.string)
    assert [one for one in sentences if len(one) > A_FEW_WORDS and "{" not in one and one in said] == []


def test_a_chain_of_reasons_names_a_question_with_its_answers_once() -> None:
    opened = reading.open_sample("brightthread")
    told = chain(opened, "action.A34")
    assert told.count("Do customers get the same answer and the same promise in every channel?") == 1
    assert told.count("Yes on the main matters.") == 1


def test_numbers_of_a_table_stand_to_the_right_and_words_to_the_left() -> None:
    made = table(("", "Points", "Stage"), [("A", 1.5, "Social <b>"), ("B", None, "12 of 28")], "Firms")
    assert '<th scope="col" class="number">Points</th><th scope="col" class="">Stage</th>' in made
    assert '<td class="number">1.5</td><td class="">Social &lt;b&gt;</td>' in made
    assert '<td class="number">not known</td><td class="">12 of 28</td>' in made
    assert "<tbody></tbody>" in table(("", "Points"), [], "Firms")


def test_the_list_of_sections_leads_to_each_of_them_in_their_order() -> None:
    page = text(run(firm="riverside"))
    wanted = re.findall(r'<a href="#(section-\w+)">', page)
    assert re.findall(r'<span id="(section-\w+)"', page) == wanted
    assert len(set(wanted)) == len(wanted) == 11
    assert page.count('href="#sections"') == 1


def test_an_unknown_firm_gets_a_kind_sentence() -> None:
    app = run(firm="../hartwell")
    assert not app.exception
    assert "There is no sample firm of that name" in text(app)


def test_a_name_is_shown_as_text(own_questionnaire: Path) -> None:
    example = own_questionnaire / "examples" / "hartwell.yaml"
    name = "<script>alert(1)</script> **Hartwell** $x$ :red[y]"
    example.write_text(example.read_text(encoding="utf-8").replace("Hartwell Mutual", name), encoding="utf-8")
    app = run(firm="hartwell")
    assert not app.exception
    assert "<script>alert" not in text(app)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **Hartwell** $x$ :red[y]" in text(app)
    assert any(r"\*\*Hartwell\*\*" in link.proto.label for link in run().get("page_link"))


def test_a_questionnaire_that_cannot_be_used_says_why(own_questionnaire: Path) -> None:
    (own_questionnaire / "weights.yaml").write_text("weights: 7\n", encoding="utf-8")
    app = run(firm="hartwell")
    assert not app.exception
    assert "The questionnaire cannot be used" in text(app)
    assert any("weights.yaml:1:" in shown.value for shown in app.code)


def test_without_a_pdf_library_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "assessments.reports", None)
    app = run(firm="pebble")
    assert not app.exception
    assert "lacks a library to make PDFs" in text(app)
