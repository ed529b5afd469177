"""Where the report's templates, style sheet and typefaces are."""

from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "report_templates"
FONTS = TEMPLATES / "fonts"
