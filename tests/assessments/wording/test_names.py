"""Names fit for print."""

import pytest

from assessments import wording
from scoring.model import Questionnaire


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hartwell Mutual", "Hartwell Mutual"),
        ("A\n\nB\tC\x00\x07 D", "A B C D"),
        ("   ", "The firm"),
        ("\ud800broken", "broken"),
        ("Blüte & Söhne 👩\u200d👧", "Blüte & Söhne 👩\u200d👧"),
        ("safe\u202egpj.exe", "safe gpj.exe"),
        ("שלום", "\u2068שלום\u2069"),
    ],
)
def test_a_firm_name_is_one_printable_line(text: str, shown: str) -> None:
    assert wording.firm_name(text) == shown


@pytest.mark.parametrize("text", ["W" * 50_000, "word " * 40, "\n" * 500 + "x"])
def test_a_long_firm_name_is_cut(text: str) -> None:
    name = wording.firm_name(text)
    assert len(name) <= 60
    assert name.endswith("…")


def test_the_first_stage_has_a_name_while_its_base_is_forming(questionnaire: Questionnaire) -> None:
    assert wording.stage_name(questionnaire, 0) == "Traditional CRM, base still forming"
    assert wording.stage_label(questionnaire, 0) == "Base still forming"
    assert wording.stage_label(questionnaire, 2) == "Traditional CRM + mental-model shift"
    assert wording.spoken_stage(questionnaire, 2) == "Traditional CRM with the mental-model shift"


def test_a_first_stage_without_a_forming_name_keeps_its_own(questionnaire: Questionnaire) -> None:
    first = questionnaire.stages[0].model_copy(update={"forming": None})
    unnamed = questionnaire.model_copy(update={"stages": (first, *questionnaire.stages[1:])})
    assert wording.stage_name(unnamed, 0) == wording.stage_label(unnamed, 0) == "Traditional CRM"
