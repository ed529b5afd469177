"""An assessment of one's own that has a plan: one person answers what a person of a sample firm did."""

from pathlib import Path

from assessments import answering, answers_file
from assessments.answering import Desk, NotAccepted

SAMPLE = "northvale"


def answer_like(desk: Desk, token: str, folder: Path, sample: str = SAMPLE) -> None:
    """Give every answer and fact that fits of the first person of a sample firm."""
    questionnaire = desk.edition().method.questionnaire
    assessment = answers_file.read(folder / "examples" / f"{sample}.yaml", questionnaire)
    asked = {one.question.id for section in answering.sections(desk, token).sections for one in section.asked}
    for fact in asked & assessment.context.keys():
        answering.answer_fact(desk, token, fact, assessment.context[fact])
    said = {item: value for one in reversed(assessment.heard) for item, value in one.answers.items() if item in asked}
    for item, value in said.items():
        try:
            answering.answer(desk, token, item, value)
        except NotAccepted:  # "not applicable" where this firm may not say so
            answering.answer(desk, token, item, "dk")
