"""Statements that want a source, and have none."""

from collections.abc import Iterable, Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Heading
from kettext.article.sources import SourceRules, is_sourced
from kettext.article.voice import is_own
from kettext.text.source import Span


def unsourced(
    document: Document,
    pattern: str,
    *,
    words: Iterable[str],
    folded: bool = False,
    sources: SourceRules,
    any_link: bool,
) -> Iterator[Match]:
    """The places where a pattern matches, the first one of each sentence, where the author states
    something and names no source for it. `words` and `folded` are those of Document.find()."""
    reported = set[Span]()
    for match in document.find(pattern, words=words, folded=folded):
        span = match.span()
        sentence = document.sentence_at(match.block, span.start)
        if sentence in reported or isinstance(match.block, Heading):
            continue
        if document.source.slice(sentence).rstrip().endswith("?"):
            continue  # who asks does not state anything
        if not is_own(document, match.block, span):
            continue
        if not is_sourced(document, match.block, sentence, sources, any_link=any_link):
            reported.add(sentence)
            yield match
