"""What a workshop's room reads about the answers to one question: their point, the change, the prompt for the talk."""

from collections.abc import Iterator, Sequence

from assessments.languages import marked, say, say_counted
from assessments.wording.numbers import begun, listed, spelt, whole, within
from assessments.workshop import Group, Release, ShownTopic
from scoring.model import Agree, Bars, Choice, Item, Lined, Multi, Role

PROMPTS = {
    "role_divide": marked("Each role: what do you see that the others may not?"),
    "mixed_picture": marked("What would we show a visitor as proof?"),
}
OTHERS, MOST_NAMED = marked("Other roles"), 2
_NOTICEABLE = 5.0  # points of disagreement; less than that is no change worth a word


def answer_text(item: Item, number: int) -> str:
    """Return what the answer with this number, from 1, says."""
    if isinstance(item, Bars | Agree):
        return item.levels[number - 1]
    return item.options[number - 1].label if isinstance(item, Choice | Multi) else str(number)


def counted_answers(item: Item, counts: Sequence[int]) -> tuple[str, ...]:
    """Say how many chose which answer, of those that anybody chose; ``counts`` are in file order."""
    return tuple(
        f"{answer_text(item, option)} ({_answers(count)})" for option, count in enumerate(counts, start=1) if count
    )


def _answers(count: int) -> str:
    return say_counted("{number} answer", "{number} answers", count, number=spelt(count))


def answer_name(item: Item, number: float) -> str:
    """Return what an answer is called inside a sentence: 'line 3', or its own words where they are short."""
    if number != int(number):
        lower = int(number)
        return say("between {lower} and {upper}", lower=_name(item, lower), upper=_name(item, lower + 1))
    return _name(item, int(number))


def _name(item: Item, number: int) -> str:
    if isinstance(item, Agree):
        return _quoted(within(answer_text(item, number)))
    return say("line {number}", number=number) if isinstance(item, Lined) else _quoted(answer_text(item, number))


def _quoted(text: str) -> str:
    return say("“{text}”", text=text)


def group_name(group: Group, roles: Sequence[Role]) -> str:
    """Return whose answers a group holds."""
    if not group.roles:
        return say("Everybody")
    names = [role.name for role in roles if role.id in group.roles]
    return listed([*names[:1], *map(within, names[1:])]) if len(names) <= MOST_NAMED else say(OTHERS)


def spread_title(item: Item, shown: ShownTopic, roles: Sequence[Role]) -> str:
    """Say the point of the latest answers that may be shown, and with two rounds what has become of it."""
    latest = shown.after or shown.before
    if latest is None or not latest.groups:
        return say("These answers are not shown")
    if shown.after and shown.before and shown.before.groups:
        return f"{_movement(shown.before, shown.after)}: {within(_point(item, latest, roles))}"
    return _point(item, latest, roles)


def _point(item: Item, release: Release, roles: Sequence[Role]) -> str:
    everybody = release.groups[0]
    chosen = [number for number, count in enumerate(everybody.counts, start=1) if count]
    if not chosen:
        return say("Nobody could tell")
    if len(chosen) == 1:
        return say("All {number} chose {answer}", number=spelt(everybody.people), answer=answer_name(item, chosen[0]))
    if release.finding == "role_divide":
        return _divide(item, release, roles)
    if release.finding == "mixed_picture":
        first, last = answer_name(item, chosen[0]), answer_name(item, chosen[-1])
        return say("A mixed picture, from {first} to {last}", first=first, last=last)
    return _agreed(item, release)


def _divide(item: Item, release: Release, roles: Sequence[Role]) -> str:
    """Name the two groups furthest apart, if there are two that may be shown."""
    known = [(group.median, group) for group in release.groups[1:] if group.median is not None]
    if len(known) < 2:
        return say("The roles see this differently")
    (low, lower), (high, higher) = (pick(known, key=lambda pair: pair[0]) for pick in (min, max))
    if low == high:
        return say("The roles see this differently")
    names = [group_name(group, roles) for group in (higher, lower)]
    return say(
        "Roles differ, with {high} for {higher} and {low} for {lower}",
        higher=within(names[0]),
        high=answer_name(item, high),
        lower=within(names[1]),
        low=answer_name(item, low),
    )


def _agreed(item: Item, release: Release) -> str:
    everybody, most = release.groups[0], sorted(release.most)
    number = sum(everybody.counts[one - 1] for one in most)
    named = listed([answer_name(item, one) for one in most], marked("or"))
    if number == everybody.people:
        return say("All {number} chose {answer}", number=spelt(number), answer=named)
    return say_counted(
        "{number} of {of} chose {answer}",
        "{number} of {of} chose {answer}",
        number,
        number=begun(spelt(number)),
        of=spelt(everybody.people),
        answer=named,
    )


def _movement(before: Release, after: Release) -> str:
    change = (after.ad or 0.0) - (before.ad or 0.0)
    if abs(change) < _NOTICEABLE:
        return say("About as far apart as before")
    return say("Closer together") if change < 0 else say("Further apart")


def change_line(shown: ShownTopic) -> str | None:
    """Say how disagreement moved between the rounds, on its scale of 0 to 100; None with one round only."""
    before, after = shown.before, shown.after
    if before is None or after is None or before.ad is None or after.ad is None:
        return None
    was, now = (whole(min(100.0, 2 * release.ad)) for release in (before, after) if release.ad is not None)
    return say("Disagreement was {before} of 100 and is now {after}", before=was, after=now) + "."


def people_line(shown: ShownTopic) -> str:
    """Say whose answers these are: how many, who could not tell, who kept their first answer, who came late."""
    latest = shown.after or shown.before
    if latest is None:
        return ""
    return f"{begun(listed(list(_of_people(shown, latest))))}."


def _of_people(shown: ShownTopic, latest: Release) -> Iterator[str]:
    people, unknown, kept, late = latest.people, latest.dont_know, latest.kept, latest.late
    yield say_counted("{number} person answered", "{number} people answered", people, number=spelt(people))
    if unknown:
        yield say("{number} of them “don't know”", number=spelt(unknown))
    if shown.after and kept:
        yield say_counted("{number} kept the first answer", "{number} kept the first answer", kept, number=spelt(kept))
    if late:
        yield say_counted("{number} came late", "{number} came late", late, number=spelt(late))


def legend(shown: ShownTopic) -> str:
    """Say what the marks in the picture mean."""
    bars = [say("Outlined bars: before the talk. Filled bars: after it.")] if shown.after and shown.before else []
    return " ".join([*bars, say("▲ The middle answer.")])


def withheld_line(shown: ShownTopic) -> str:
    """Say why answers are not shown."""
    latest = shown.after or shown.before
    return (latest.withheld if latest else None) or say("Too few people have answered to show these answers.")


def prompt(shown: ShownTopic) -> str:
    """Return the question that opens the talk; nothing after the second round, or where people agree."""
    latest = shown.after or shown.before
    if latest is None or shown.after or not latest.groups or latest.finding is None:
        return ""
    return say(PROMPTS[latest.finding])
