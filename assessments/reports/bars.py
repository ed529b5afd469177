"""How answers spread over five lines, as bars small enough to stand in a row of a table."""

from collections.abc import Sequence

from markupsafe import Markup

from assessments.design import PRINT
from assessments.languages import say

_STEP, _BAR, _HEIGHT = 9, 7, 16


def small_bars(counts: Sequence[int], spoken: str) -> Markup:
    """Draw one bar per line, the highest as tall as the drawing; ``spoken`` is its text alternative."""
    most = max(counts, default=0) or 1
    bars = "".join(
        f"M{_STEP * line},{_HEIGHT}h{_BAR}v-{_HEIGHT * count / most:g}h-{_BAR}z"
        for line, count in enumerate(counts)
        if count
    )
    ground = "".join(f"M{_STEP * line},{_HEIGHT + 0.5}h{_BAR}" for line in range(len(counts)))
    return Markup(
        '<svg viewBox="0 0 {width} {height}"><title>{title}</title><path stroke="{muted}" d="{ground}"/>'
        '<path fill="{firm}" d="{bars}"/></svg>'
    ).format(
        muted=PRINT.muted,
        firm=PRINT.firm,
        width=_STEP * 5,
        height=_HEIGHT + 1,
        title=spoken or say("No answers"),
        ground=ground,
        bars=bars,
    )
