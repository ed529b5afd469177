"""Item and agreement statistics of any table of answers: does a scale measure one thing, and do people agree."""

from scoring.reliability.consensus import RWG_CUT_OFF, AnswerScale
from scoring.reliability.estimate import Estimate, Floats
from scoring.reliability.measuring import Answers, Reliability, Targets, measure_reliability, reverse, scale_of

__all__ = [
    "RWG_CUT_OFF",
    "AnswerScale",
    "Answers",
    "Estimate",
    "Floats",
    "Reliability",
    "Targets",
    "measure_reliability",
    "reverse",
    "scale_of",
]
