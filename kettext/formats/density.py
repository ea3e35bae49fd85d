"""Text with so much markup that mistune may take minutes for it: no such leaf is read."""

MOST_EMPHASIS_MARKS, MOST_BRACKETS = 1000, 5000


def is_too_dense(text: str) -> bool:
    """Whether a text has more marks of emphasis, or more brackets, than will be read."""
    if len(text) <= MOST_EMPHASIS_MARKS:
        return False
    marks = text.count("*") + text.count("_")
    return marks > MOST_EMPHASIS_MARKS or text.count("[") > MOST_BRACKETS
