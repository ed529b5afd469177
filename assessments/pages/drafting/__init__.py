"""The pages of the questionnaire studio in pieces: what they share, the text, the forms, the effects."""
