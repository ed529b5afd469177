"""Opening pages without a browser, as whoever holds a link does."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
SOCIAL_CRM = ROOT / "questionnaires" / "social_crm"


def run(link: str, page: str, *, by: str = "resume") -> AppTest:
    """Open a page with a link, the personal one unless told otherwise."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.run()
    app.query_params[by] = link
    app.switch_page(f"assessments/pages/{page}.py").run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    """Return what a page says in HTML of its own."""
    return "\n".join(element.proto.body for element in app.get("html"))
