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


def title_line(kind: str, title: str) -> str:
    """Say what a job is about; ``title`` is that of the draft or the version it tries."""
    if kind == "reports":
        return say("All reports")
    if kind == "effects":
        return say("What the draft “{title}” would change", title=title)
    return say("Every assessment placed by {version}", version=title)


def state_line(done: int, total: int, *, over: bool, cancelled: bool) -> str:
    """Say how a job stands, also when it is over."""
    if cancelled:
        return say("Stopped: {done} of {total} done.", done=number(done), total=number(total))
    if over:
        return say("Done: {done} of {total}.", done=number(done), total=number(total))
    return progress_line(done, total)


def files_label(first: int, last: int, total: int) -> str:
    """Return the label of a button that takes away the reports from ``first`` to ``last`` of ``total``."""
    if total == last - first + 1:
        return say_counted("Download {count} report (zip)", "Download {count} reports (zip)", total)
    return say("Download reports {first} to {last} (zip)", first=number(first), last=number(last))
