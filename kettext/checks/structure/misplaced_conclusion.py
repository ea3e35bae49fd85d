"""The page of this check, with its examples, is misplaced_conclusion.md."""

from collections.abc import Iterator, Sequence

from kettext.article.anchors import following
from kettext.article.conclusions import Conclusion, after_the_matter, conclusions
from kettext.article.document import Document
from kettext.article.nodes import Block, Definition, Footnote, Heading
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Related, Severity, quoted
from kettext.kit.headings import following_places
from kettext.kit.rewrite import blocks_below, join_sections, move_run

MOVE, JOIN = "Move the conclusion to the end", "Join the conclusion with the one at the end"
HOW = Applicability.UNSAFE
MOST_CONCLUSIONS = 4  # with more of them, each concludes its part


@check(severity=Severity.WARNING, on=True, language="en")
def misplaced_conclusion(document: Document) -> Iterator[Finding]:
    found = conclusions(document)
    may_move = len(found) <= MOST_CONCLUSIONS
    for conclusion in found:
        if conclusion.follower:
            text, next_text = conclusion.text, conclusion.follower.heading.text
            fix, related = _fix(document, conclusion, found[-1]) if may_move else (None, ())
            yield Finding(
                conclusion.span,
                f"After {quoted(text, 35)} the article goes on: {quoted(next_text, 30)}",
                related=related if fix else (),
                fix=fix,
            )


def _fix(
    document: Document, conclusion: Conclusion, last: Conclusion
) -> tuple[Fix | None, tuple[Related, ...]]:
    """The fix, and the places besides the conclusion that it touches."""
    concludes_at_the_end = last.follower is None and last.is_titled
    if conclusion.is_titled and concludes_at_the_end:
        return _join(document, conclusion, last)
    if conclusion.is_titled:
        run = (conclusion.section.heading, *blocks_below(document, conclusion.section))
        return move_run(document, run, _end(document), MOVE, HOW), ()
    body = blocks_below(document, last.section)
    if conclusion.passage and concludes_at_the_end and body and _stands_last(document, conclusion):
        before = last.passage or body[0]
        related = (Related(conclusion.passage.span, "this passage"),)
        return move_run(document, (conclusion.passage,), before, MOVE, HOW), related
    return None, ()


def _join(
    document: Document, conclusion: Conclusion, last: Conclusion
) -> tuple[Fix | None, tuple[Related, ...]]:
    links = following(document, {}, {conclusion.section.heading: last.section.heading})
    if links is None:
        return None, ()
    fix = join_sections(document, last.section, conclusion.section, JOIN, HOW, links)
    return fix, following_places(links)


def _end(document: Document) -> Block | None:
    """What stands behind the matter of the article: its sources, say; None if nothing does."""
    behind = after_the_matter(document)
    return behind.heading if behind else _first_note(document.blocks)


def _first_note(blocks: Sequence[Block]) -> Block | None:
    """The first of the notes and addresses that close an article."""
    first = None
    for block in reversed(blocks):
        if not isinstance(block, Definition | Footnote):
            return first
        first = block
    return first


def _stands_last(document: Document, conclusion: Conclusion) -> bool:
    """Whether nothing of its section follows, which could lean on it."""
    place = document.index_of(conclusion.passage) if conclusion.passage else None
    following_blocks = document.blocks[place + 1 :] if place is not None else ()
    return not following_blocks or isinstance(following_blocks[0], Heading)
