"""The statistics of a table of ratings: read it, form its scales, measure them, and tell the result."""

from assessments.reliability.entries import study_json
from assessments.reliability.page import study_page
from assessments.reliability.study import Asked, Study, study
from scoring.reliability import AnswerScale

__all__ = ["AnswerScale", "Asked", "Study", "study", "study_json", "study_page"]
