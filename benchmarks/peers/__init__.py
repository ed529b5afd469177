"""Other ways of writing the method, to be measured against; each finds the same ``Outcome``."""
