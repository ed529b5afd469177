"""Who drives, without telling who said so."""

from dataclasses import replace

from assessments import wording
from scoring.model import Questionnaire
from tests.assessments.wording.results import result


def test_the_owner_is_named_with_flavour_and_generation(questionnaire: Questionnaire) -> None:
    card = wording.owner(questionnaire, result("riverside"))
    assert card.title == "Customer relationship work is driven by sales, say 60% of voices"
    assert card.generation == "CRM 1.0"
    assert card.flavour is not None
    assert [round(share, 3) for _, share in wording.split(questionnaire, result("riverside"))] == [0.6, 0.2, 0.2]


def test_contested_ownership_has_no_flavour(questionnaire: Questionnaire) -> None:
    found = result("riverside")
    contested = replace(found.ownership, driver_share=0.4, contested=True)
    card = wording.owner(questionnaire, replace(found, ownership=contested))
    assert card.title == "Ownership is contested: sales, named most, has 40% of voices"
    assert card.flavour is None


def test_ownership_may_be_unknown_or_without_flavour(questionnaire: Questionnaire) -> None:
    found = result("hartwell")
    unknown = replace(found.ownership, driver=None, driver_share=None)
    assert "Nobody could say" in wording.owner(questionnaire, replace(found, ownership=unknown)).title
    other = replace(found.ownership, driver="left_out")
    assert wording.owner(questionnaire, replace(found, ownership=other)).generation == "None named"


def test_a_split_that_would_tell_who_said_what_is_not_shown(questionnaire: Questionnaire) -> None:
    assert wording.split(questionnaire, result("hartwell")) == ()
    assert "One person" in str(wording.split_note(questionnaire, result("hartwell")))
    two = replace(result("riverside"), respondents=2)
    assert wording.split(questionnaire, two) == ()
    assert "Too few people" in str(wording.split_note(questionnaire, two))
    assert wording.split_note(questionnaire, result("riverside")) is None
