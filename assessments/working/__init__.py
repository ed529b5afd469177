"""Work that takes long, for whoever runs the server: jobs are rows in the database, so that they survive everything.

A job consists of parts. Any number of workers, on this machine or others, take one part after the other; one that
ends in the middle leaves its part to the next. Whoever asks sees how far a job is, and can cancel what is left of it.
On PostgreSQL a queue hands the parts out, on SQLite workers look for them among the rows.
"""

from assessments.working.asking import begin_effects, begin_rescoring, drafts
from assessments.working.beside import workers_beside
from assessments.working.crew import Crew
from assessments.working.editors import Tried, stop_trying, tried, tried_questionnaire, try_draft, under_way
from assessments.working.jobs import Job, begin_reports, cancel, jobs
from assessments.working.ours import (
    IN_ONE_FILE,
    Listed,
    OurJobs,
    our_jobs,
    placements,
    print_ours,
    rescore_ours,
    stop,
    take_reports,
)
from assessments.working.outcomes import FILES, Outcome, Placement, as_csv, as_json, in_words, outcome
from assessments.working.workers import Worker

__all__ = [
    "FILES",
    "IN_ONE_FILE",
    "Crew",
    "Job",
    "Listed",
    "OurJobs",
    "Outcome",
    "Placement",
    "Tried",
    "Worker",
    "as_csv",
    "as_json",
    "begin_effects",
    "begin_reports",
    "begin_rescoring",
    "cancel",
    "drafts",
    "in_words",
    "jobs",
    "our_jobs",
    "outcome",
    "placements",
    "print_ours",
    "rescore_ours",
    "stop",
    "stop_trying",
    "take_reports",
    "tried",
    "tried_questionnaire",
    "try_draft",
    "under_way",
    "workers_beside",
]
