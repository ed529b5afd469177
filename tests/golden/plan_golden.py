"""The plan files as they were when somebody last looked at them; ``python -m tests.golden.plan_golden`` renews them."""

from datetime import date
from pathlib import Path

from assessments import reading
from assessments.edits import ActionEdits, PlanEdits, wishes_of
from assessments.plan_files import PlanToWrite, write
from scoring.roadmap import make_plan

GOLDEN = Path(__file__).parent
EDITS = PlanEdits(
    start=date(2027, 1, 4),
    actions={"A01": ActionEdits(person="María Sand; CMO", due=date(2027, 2, 26), status="doing")},
)


def as_golden() -> PlanToWrite:
    """Return a plan of a sample firm with somebody's edits."""
    opened = reading.open_sample("northvale")
    wishes = wishes_of(EDITS, opened.assessment.date)
    plan = make_plan(opened.method, opened.assessment, opened.result, wishes=wishes)
    return PlanToWrite(opened.questionnaire, opened.assessment, plan, EDITS)


if __name__ == "__main__":
    for kind in ("csv", "ics"):
        (GOLDEN / f"plan.{kind}").write_bytes(write(as_golden(), kind))
