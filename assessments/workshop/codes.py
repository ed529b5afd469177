"""Codes that people read from a wall and type on a phone: no letter or digit can be taken for another one."""

LETTERS = "2345679ACDEFGHJKMNPQRTVWXY"  # without 0 and O; 1, I and L; 8 and B; S and Z, which look like 5 and 2; U
LENGTH = 6
PULSE_LENGTH = 10
GROUP = 3
FREE_TRIES = 2
LONGEST_PAUSE = 3.0  # seconds


def tidy_code(text: str) -> str:
    """Return a code as it is stored, whatever spaces, dashes and small letters it was typed with."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def spaced_code(code: str) -> str:
    """Return a code in groups of three, as it is shown."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def pause_after(wrong: int) -> float:
    """Return the seconds that a visitor's next try waits after so many ``wrong`` ones; nobody is ever locked out."""
    return min(LONGEST_PAUSE, max(0, wrong - FREE_TRIES) * 0.5)
