"""The one place where codes become sentences, shared by pages, charts, PDF and command line."""

from assessments.wording.answers import Answer, three_answers
from assessments.wording.because import Reasons
from assessments.wording.chains import Chains
from assessments.wording.choosing import leading_actions
from assessments.wording.gaps import View, gap_lines, gap_title, views
from assessments.wording.gates import Hold, gate_sentence, holding_title, holds_back, looks_ahead, metric_name
from assessments.wording.hearing import evidence_line, heard_line, indicative_line, provisional_line
from assessments.wording.moves import Move, Phase, phases
from assessments.wording.names import (
    factor_name,
    firm_name,
    pillar_name,
    role_names,
    spoken_stage,
    stage_label,
    stage_name,
)
from assessments.wording.notes import CLOSING, LIMITS, provenance_line, spoken_date
from assessments.wording.numbers import begun, counted, factor_score, percent, person_weeks, plain, spelt, whole
from assessments.wording.ownership import Owner, owner, split, split_note
from assessments.wording.refusals import Refusal, not_now
from assessments.wording.saying import answer_in_words, question_alone
from assessments.wording.titles import channel_title, path_alt, path_title, profile_title
from assessments.wording.verdict import POSTURES, posture_line, posture_name, stages_meant, sturdiness_line, verdict
from assessments.wording.warnings import Warned, further_warnings, leading_warnings, warnings_title
from assessments.wording.weights import stage_weights

__all__ = [
    "CLOSING",
    "LIMITS",
    "POSTURES",
    "Answer",
    "Chains",
    "Hold",
    "Move",
    "Owner",
    "Phase",
    "Reasons",
    "Refusal",
    "View",
    "Warned",
    "answer_in_words",
    "begun",
    "channel_title",
    "counted",
    "evidence_line",
    "factor_name",
    "factor_score",
    "firm_name",
    "further_warnings",
    "gap_lines",
    "gap_title",
    "gate_sentence",
    "heard_line",
    "holding_title",
    "holds_back",
    "indicative_line",
    "leading_actions",
    "leading_warnings",
    "looks_ahead",
    "metric_name",
    "not_now",
    "owner",
    "path_alt",
    "path_title",
    "percent",
    "person_weeks",
    "phases",
    "pillar_name",
    "plain",
    "posture_line",
    "posture_name",
    "profile_title",
    "provenance_line",
    "provisional_line",
    "question_alone",
    "role_names",
    "spelt",
    "split",
    "split_note",
    "spoken_date",
    "spoken_stage",
    "stage_label",
    "stage_name",
    "stage_weights",
    "stages_meant",
    "sturdiness_line",
    "three_answers",
    "verdict",
    "views",
    "warnings_title",
    "whole",
]
