"""Charts and the method note say their point."""

from datetime import date

from assessments import wording
from scoring.answers import Submission
from scoring.model import Questionnaire
from tests.assessments.wording.results import result
from tests.scoring.samples import result_of, said_by


def test_profile_and_channels_say_their_point_or_that_there_is_none(questionnaire: Questionnaire) -> None:
    title = wording.profile_title(questionnaire, result("brightthread"))
    assert title.startswith("Strongest in traditional channels done well, weakest in rewards, objectives and roles;")
    empty = result_of(said_by(Submission("a", "exec", {})))
    assert wording.profile_title(questionnaire, empty) == "Too little was answered to show the factors"
    assert wording.channel_title(empty) == "Where contacts come in was not counted"
    assert "72 of 100 today; with today's skills it would fall to 67" in wording.channel_title(result("hartwell"))
    assert "it would stay there in five years" in wording.channel_title(result("pebble"))


def test_the_method_note_names_questionnaire_engine_and_dates(questionnaire: Questionnaire) -> None:
    named = questionnaire.model_copy(update={"sha256": "0123456789abcdef"})
    line = wording.provenance_line(named, date(2026, 11, 22), date(2027, 1, 3))
    assert line.startswith("Questionnaire social_crm 1.0, fingerprint 0123456789ab; engine ")
    assert line.endswith("answers of 22 November 2026; report of 3 January 2027.")
    unnamed = questionnaire.model_copy(update={"sha256": ""})
    assert "fingerprint" not in wording.provenance_line(unnamed, date(2026, 1, 1), date(2026, 1, 1))
