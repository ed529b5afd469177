"""When each action starts and finishes: one after the other into the weeks, as prerequisites and capacity allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from typing import Literal

from scoring.roadmap.means import ROUNDING, WEEKS_A_QUARTER

Horizon = Literal["now", "next", "later"]
Key = tuple[int, int, int, int, float, str]


@dataclass(frozen=True, slots=True)
class Job:
    """An action to be scheduled; ``effort`` in person-weeks of this firm, spread evenly over ``weeks``."""

    id: str
    effort: float
    weeks: int
    needs: frozenset[str]  # jobs that finish first
    hop: int  # which stage it leads to, counted from the first
    phase: int
    early_win: bool
    not_before: int = 1

    @property
    def load(self) -> float:
        """Person-weeks a week."""
        return self.effort / self.weeks


@dataclass(frozen=True, slots=True)
class Slot:
    """First and last week of an action; the plan's first week is 1."""

    start: int
    finish: int


def schedule(jobs: Sequence[Job], weekly: float) -> dict[str, Slot]:
    """Return the weeks of ``jobs``, none of which alone needs more than ``weekly`` person-weeks a week."""
    slots: dict[str, Slot] = {}
    loads: list[float] = []
    chain = _chains(jobs)
    waiting = list(jobs)
    won = False
    while waiting:
        ready = [job for job in waiting if job.needs <= slots.keys()]
        job = min(ready, key=lambda job: _key(job, chain, won))
        slots[job.id] = _fit(job, slots, loads, weekly)
        waiting.remove(job)
        won = won or job.early_win
    return slots


def horizon(finish: int) -> Horizon:
    """Return whether an action that finishes in week ``finish`` belongs to now, next or later."""
    if finish <= WEEKS_A_QUARTER:
        return "now"
    return "next" if finish <= 4 * WEEKS_A_QUARTER else "later"


def first_monday_after(day: Date) -> Date:
    """Return the Monday on which a plan begins by itself when its firm was assessed on ``day``, 1 to 7 days later."""
    return day + timedelta(weeks=1) - timedelta(days=day.weekday())


def first_day(start: Date, week: int) -> Date:
    """Return the day ``week`` begins when week 1 begins on ``start``."""
    return start + timedelta(weeks=week - 1)


def _key(job: Job, chain: Mapping[str, int], won: bool) -> Key:
    first_win = 0 if job.early_win and not won else 1
    return first_win, job.hop, job.phase, -chain[job.id], job.effort, job.id


def _fit(job: Job, slots: Mapping[str, Slot], loads: list[float], weekly: float) -> Slot:
    """Find the first weeks with room for all of ``job`` and take them up in ``loads``."""
    start = max([job.not_before, *(slots[need].finish + 1 for need in job.needs)])
    week = start
    while week < start + job.weeks:
        loads.extend([0.0] * (week - len(loads)))
        if loads[week - 1] + job.load > weekly * (1.0 + ROUNDING):
            start = week + 1
        week += 1
    for taken in range(start - 1, start - 1 + job.weeks):
        loads[taken] += job.load
    return Slot(start, start + job.weeks - 1)


def _chains(jobs: Sequence[Job]) -> dict[str, int]:
    """Return the longest chain of weeks from each job through the jobs that wait for it."""
    chains: dict[str, int] = {}
    by_id = {job.id: job for job in jobs}

    def chain(id_: str) -> int:
        if id_ not in chains:
            after = [chain(job.id) for job in jobs if id_ in job.needs]
            chains[id_] = by_id[id_].weeks + max(after, default=0)
        return chains[id_]

    return {job.id: chain(job.id) for job in jobs}
