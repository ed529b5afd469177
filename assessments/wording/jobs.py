"""Jobs in words: what each is about, how far it is, who asked and when."""

from datetime import datetime

from assessments.languages import date, marked, number, say, say_counted, time

STAYS = marked("It goes on when this page is closed, and is found here again.")


def progress_line(done: int, total: int) -> str:
    """Say how far a job is that is under way."""
    if not done:
        return say("Waiting for its turn.")
    return say("{done} of {total} done.", done=number(done), total=number(total))


def asked_line(name: str, at: datetime) -> str:
    """Say who asked for a job and when, on the reader's clock; nobody is named who has no name."""
    day, clock = date(at.date()), time(at)
    if not name:
        return say("Asked for on {day}, {time}.", day=day, time=clock)
    return say("Asked for by {name} on {day}, {time}.", name=name, day=day, time=clock)


def failed_line(count: int) -> str:
    """Say that some parts of a job could not be done."""
    return say_counted("{count} part could not be done:", "{count} parts could not be done:", count)
