"""The design tokens: colours by meaning, type and space, shared by pages, charts and the PDF.

A colour is named after what it says, never after how it looks; every one is paired with a shape or a
word where it is used, so nothing depends on seeing it.
"""

from dataclasses import dataclass, fields
from typing import Literal

SANS = "IBM Plex Sans"
SERIF = "Newsreader"
SANS_FALLBACK = f"'{SANS}', 'DejaVu Sans', sans-serif"
SERIF_FALLBACK = f"'{SERIF}', 'DejaVu Serif', serif"

Tone = Literal["firm", "customers", "leaders", "attention"]


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours for one surface, as #RRGGBB."""

    name: Literal["print", "light", "dark"]
    paper: str
    panel: str  # a quiet surface on the paper
    hairline: str
    ink: str
    muted: str
    firm: str  # where the firm is
    customers: str  # where customers call it
    leaders: str  # what its leaders want
    attention: str  # what holds it back, warnings

    def tone(self, name: Tone) -> str:
        """Return the accent of one meaning."""
        return str(getattr(self, name))

    def soft(self, name: Tone) -> str:
        """Return the accent thinned into the paper, for areas behind text and marks."""
        return mixed(self.tone(name), self.paper, 0.18)

    @property
    def firm_track(self) -> str:
        """The stretch of a scale up to where the firm is."""
        return mixed(self.firm, self.paper, 0.45)


TONES: tuple[Tone, ...] = ("firm", "customers", "leaders", "attention")

_PAPER = {"hairline": "#D9D5CC", "ink": "#1C2730", "muted": "#56626C"}
_ACCENTS = {"firm": "#1F4E79", "customers": "#B9540A", "leaders": "#6F4A8E", "attention": "#9E2A3C"}

PRINT = Theme(name="print", paper="#FFFFFF", panel="#F6F4EF", **_PAPER, **_ACCENTS)
LIGHT = Theme(name="light", paper="#FBFAF7", panel="#F2EFE8", **_PAPER, **_ACCENTS)
DARK = Theme(
    name="dark",
    paper="#14191F",
    panel="#1D242C",
    hairline="#3A454F",
    ink="#E9E7E2",
    muted="#A6AFB6",
    firm="#8CBBEA",
    customers="#F0A35E",
    leaders="#C4A6E0",
    attention="#F2909F",
)
THEMES = {theme.name: theme for theme in (PRINT, LIGHT, DARK)}

PRINT_SIZES = {  # points
    "verdict": 21.0,
    "heading": 13.0,
    "subheading": 9.4,
    "text": 9.0,
    "small": 7.8,
    "tiny": 7.0,
}
SCREEN_SIZES = {  # rem
    "verdict": 2.0,
    "heading": 1.4,
    "subheading": 1.05,
    "text": 1.0,
    "small": 0.875,
    "tiny": 0.8125,
}
SPACES = {"hair": 1.0, "small": 2.0, "medium": 4.0, "large": 8.0}  # millimetres in print, x 4 pixels on screen


def mixed(colour: str, paper: str, share: float) -> str:
    """Return ``share`` (0..1) of ``colour`` on ``paper`` as #RRGGBB."""
    top, bottom = channels(colour), channels(paper)
    return "#" + "".join(f"{round(b + share * (t - b)):02X}" for t, b in zip(top, bottom, strict=True))


def channels(colour: str) -> tuple[int, int, int]:
    """Split #RRGGBB into red, green and blue, 0..255."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def css_properties(theme: Theme) -> str:
    """Write the theme as CSS custom properties: ``--ink``, ``--firm``, ``--firm-soft`` and so on."""
    named = {field.name: str(getattr(theme, field.name)) for field in fields(theme) if field.name != "name"}
    soft = {f"{tone}-soft": theme.soft(tone) for tone in TONES}
    return " ".join(f"--{name}: {colour};" for name, colour in {**named, **soft}.items())


def css_sizes(sizes: dict[str, float], unit: str) -> str:
    """Write a type scale as CSS custom properties: ``--size-text`` and so on."""
    return " ".join(f"--size-{name}: {size:g}{unit};" for name, size in sizes.items())
