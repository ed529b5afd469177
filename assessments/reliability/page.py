"""A study as text for a terminal, at most 80 columns wide where names allow."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from assessments.problems import clip
from assessments.reliability.entries import statistics_of
from assessments.reliability.study import Measured, Study
from assessments.wording.numbers import begun, counted, listed, plain, rounded, spelt
from scoring.reliability import RWG_CUT_OFF, Estimate

WIDTH = 80
LABEL = 26
COLUMN = 9
ITEM = 22

NAMES = {
    "cronbach_alpha": "Cronbach's alpha",
    "cronbach_alpha_standardized": "Alpha, standardised",
    "mcdonald_omega": "McDonald's omega",
    "alpha_if_item_dropped": "Alpha if dropped",
    "item_rest_correlation": "Item-rest",
    "krippendorff_alpha": "Krippendorff's alpha",
    "icc": "Intraclass correlation",
    "rwg": "rwg",
    "rwgj": "rwg(j)",
    "ad_mean": "AD mean",
    "ad_mean_j": "AD of the scale, mean",
    "ad_median": "AD median",
    "ad_median_j": "AD of the scale, median",
}

Lines = Iterator[str]


def study_page(study: Study) -> str:
    """Return a study as tables, rounded to two decimals, with what could not be computed and why below each."""
    parts = [_measured(one, study) for one in study.measured]
    if study.left_out:
        parts.append(iter(wrap(f"Columns left out: {listed(study.left_out)}.", WIDTH)))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _measured(one: Measured, study: Study) -> Lines:
    found = one.reliability
    yield one.scale.name if one.group is None else f"{one.scale.name}, {one.group}"
    yield "=" * WIDTH
    yield from wrap(_about(one, given=study.asked.scale is not None), WIDTH)
    for name in ("cronbach_alpha", "cronbach_alpha_standardized", "mcdonald_omega"):
        yield _line(NAMES[name], _number(getattr(found, name)))
    yield _line(NAMES["krippendorff_alpha"], _named(found.krippendorff_alpha))
    yield _line(NAMES["icc"], _named(found.icc))
    yield _line(NAMES["rwgj"], f"{_number(found.rwgj)}   agreement from {rounded(RWG_CUT_OFF, 2)}")
    limit = f"agreement up to {rounded(one.answer_scale.deviation_cut_off, 2)}"
    yield _line(NAMES["ad_mean_j"], f"{_number(found.ad_mean_j)}   {limit}")
    yield _line(NAMES["ad_median_j"], f"{_number(found.ad_median_j)}   {limit}")
    yield ""
    if study.asked.targets == "columns":
        yield from _table(one, ("alpha_if_item_dropped", "item_rest_correlation", "rwg", "ad_mean", "ad_median"))
    else:
        yield from _table(one, ("alpha_if_item_dropped", "item_rest_correlation"))
        yield ""
        yield from _table(one, ("rwg", "ad_mean", "ad_median"))
    yield from _reasons(one)


def _about(one: Measured, *, given: bool) -> str:
    found, scale = one.reliability, one.answer_scale
    rows = f"{counted(found.rows, 'row')}, {spelt(found.complete)} of them complete"
    source = "as given" if given else "as found in the table"
    answers = f"answers {plain(scale.lowest)} to {plain(scale.highest)}, {source}"
    return begun(f"{rows}; {counted(len(one.scale.items), 'item')}; {answers}.")


def _line(label: str, text: str) -> str:
    return f"{label:<{LABEL}}{text}"


def _number(estimate: Estimate) -> str:
    return "–" if estimate.value is None else str(rounded(estimate.value, 2))


def _named(estimates: Mapping[str, Estimate]) -> str:
    return "  ".join(f"{name} {_number(estimate)}" for name, estimate in estimates.items())


def _table(one: Measured, names: tuple[str, ...]) -> Lines:
    """Yield a row per item (or rated row) with one column per statistic."""
    statistics = {NAMES[name]: getattr(one.reliability, name) for name in names}
    yield f"{'':<{ITEM}}{''.join(f'{name:>{_wide(name)}}' for name in statistics)}"
    for entry in next(iter(statistics.values())):
        sign = "-" if one.scale.items.get(entry) else ""  # as in the keys file
        cells = (f"{_number(found[entry]):>{_wide(name)}}" for name, found in statistics.items())
        yield f"{clip(f'{sign}{entry}', ITEM - 1):<{ITEM}}{''.join(cells)}"


def _wide(name: str) -> int:
    return max(COLUMN, len(name) + 2)


def _reasons(one: Measured) -> Lines:
    """Yield why there are gaps, each reason once with everything it is the reason for."""
    reasons: dict[str, dict[str, None]] = {}
    for name, statistic in statistics_of(one).items():
        for estimate in [statistic] if isinstance(statistic, Estimate) else statistic.values():
            if estimate.reason:
                reasons.setdefault(estimate.reason, {})[NAMES[name]] = None
    if reasons:
        yield ""
    for reason, names in reasons.items():
        yield from wrap(f"– {listed(tuple(names))}: {reason}", WIDTH, subsequent_indent="  ")
