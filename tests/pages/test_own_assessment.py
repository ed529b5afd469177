"""The pages of somebody's own assessment, run without a browser."""

from assessments import answering, sharing
from assessments.answering import Desk
from tests.assessments.filled import answer_like
from tests.pages.opened import SOCIAL_CRM, run, text


def test_before_the_first_answer_questions_are_counted_as_the_first_page_counts_them(desk: Desk) -> None:
    token = answering.start(desk, "Acme", "quick").token
    promised = answering.question_counts(desk)["quick"]
    assert f"Eight facts about your firm, then {promised} questions." in text(run(token, "overview"))


def test_the_result_of_a_quick_scan_shows_no_picture_without_anything_in_it(desk: Desk) -> None:
    token = answering.start(desk, "Acme", "quick").token
    answer_like(desk, token, SOCIAL_CRM)
    app = run(token, "result")
    said = text(app)
    assert "Where contacts come in was not counted" in said
    assert "In person, phone and writing: capability" in said
    assert not [chart for chart in app.get("vega_lite_chart") if "Share of contacts" in chart.proto.spec]
    rows = said.partition('class="profile"')[2].partition("</table>")[0]
    assert rows.count('scope="row"') == len(desk.edition().method.questionnaire.factors)


def test_a_shared_quick_scan_says_what_to_do_next(desk: Desk) -> None:
    token = answering.start(desk, "Acme", "quick").token
    answer_like(desk, token, SOCIAL_CRM)
    answering.finish(desk, token)
    shared = text(run(sharing.share(desk, token), "shared", by="shared"))
    own = text(run(token, "result"))
    moves = own.partition("Moves to consider")[2].partition("</section>")[0]
    assert moves
    assert moves in shared
