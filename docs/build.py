"""Builds the guide as HTML pages: python docs/build.py [FOLDER], by default site/.

The README is its first page; each file of docs/ and each check has a page of its own. It ends with
exit code 1, and a line for each, if a link between pages leads nowhere.
"""

import posixpath
import re
import shutil
import sys
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from string import Template
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import mistune

import kettext
from kettext import checks
from kettext.cli.checks import fixable
from kettext.cli.explain import KINDS, MARKS
from kettext.kit.page import read_page, shown_examples

ROOT = Path(__file__).parent.parent
INDEX = "checks/index.html"
STYLE = "style.css"
OURS = ".made-by-docs-build"  # stands in a folder that may be emptied
NAVIGATION = {
    "index.html": "Start",
    INDEX: "Checks",
    "docs/configuration.html": "Configuration",
    "docs/formats.html": "Output for programs",
    "CONTRIBUTING.html": "Contributing",
    "CHANGELOG.html": "Changes",
}
PAGE = Template("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<link rel="stylesheet" href="$style">
</head>
<body>
<nav aria-label="Guide">$navigation</nav>
<main>
$content</main>
</body>
</html>
""")


class Renderer(mistune.HTMLRenderer):
    """HTML whose headings can be linked to, with links that lead to pages instead of to files.

    `here` is the file that is rendered, from the root of the project.
    """

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here
        self._ids: dict[str, int] = {}

    def heading(self, text: str, level: int, **attrs: object) -> str:
        del attrs
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"<[^>]*>", "", text)).strip().lower()
        slug = slug.replace(" ", "-")
        seen = self._ids.get(slug, 0)
        self._ids[slug] = seen + 1
        name = f"{slug}-{seen}" if seen else slug
        return f'<h{level} id="{name}">{text}</h{level}>\n'

    def link(self, text: str, url: str, title: str | None = None) -> str:
        return super().link(text, _page_of(url, self._here), title)


class Built(NamedTuple):
    """One page: where it goes, what it is called, and what stands on it, as HTML."""

    path: str
    title: str
    content: str

    def html(self) -> str:
        """The whole page, with the way to the others."""
        links = (
            f'<a href="{_from(self.path, path)}">{escape(name)}</a>'
            for path, name in NAVIGATION.items()
        )
        title = self.title if self.path == "index.html" else f"{self.title} · kettext"
        return PAGE.substitute(
            title=escape(title),
            style=_from(self.path, STYLE),
            navigation="".join(links),
            content=self.content,
        )


class Links(HTMLParser):
    """What a page links to, and what in it can be linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.targets.append(value)
            elif name == "id" and value:
                self.ids.add(value)


def main(folder: Path) -> int:
    """Build all pages in a folder, which is emptied first. Returns the exit code."""
    pages = [*_guide(), *_checks(), _check_index()]
    _empty(folder)
    for page in pages:
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.html(), encoding="utf-8", newline="\n")
    shutil.copy(Path(__file__).with_name(STYLE), folder)
    _copy_linked_files(folder, pages)
    problems = list(broken_links(folder))
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    sys.stdout.write(f"{len(pages)} pages in {folder}, {len(problems)} broken links\n")
    return 1 if problems else 0


def broken_links(folder: Path) -> Iterator[str]:
    """A line for each link from a page in a folder to a place in it that is not there."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}
    resolved = {path.resolve(): links for path, links in pages.items()}
    for path, links in sorted(pages.items()):
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            file = (path.parent / unquote(parts.path) if parts.path else path).resolve()
            known = resolved.get(file)
            is_there = file.is_file() and file.is_relative_to(folder.resolve())
            if not is_there or (parts.fragment and known and parts.fragment not in known.ids):
                yield f"{path.relative_to(folder).as_posix()}: {target} leads nowhere"


def _guide() -> Iterator[Built]:
    """The pages that stand in the project as Markdown."""
    files = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    files += sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/**/*.md"))
    for file in files:
        text = (ROOT / file).read_text(encoding="utf-8")
        heading = re.search(r"^# (.+)$", text, re.MULTILINE)
        title = heading[1] if heading else file
        yield Built(_page_of(file, ""), title.replace("`", ""), _rendered(text, file))


def _checks() -> Iterator[Built]:
    for name in checks.names():
        parts = [_head(name), *_options(name), *_examples(name)]
        yield Built(f"checks/{name}.html", name, "".join(parts))


def _head(name: str) -> str:
    check, path = checks.load(name), checks.page_path(name)
    page = read_page(path)
    state = "on" if check.on else "off"
    words = {"fix": "mended by kettext fix", "fix --unsafe": "mended by kettext fix --unsafe"}
    mended = words.get(fixable(page), "not mended")
    facts = f"Group {check.group} · {check.severity.label} · {state} by default · {mended}"
    content = _rendered(page.text, f"kettext/checks/{check.group}/{path.name}")
    return f'<h1>{escape(name)}</h1>\n<p class="facts">{escape(facts)}</p>\n{content}'


def _options(name: str) -> Iterator[str]:
    options = checks.load(name).options
    if options:
        yield '<h2 id="options">Options</h2>\n<ul>\n'
    for option, default in options.items():
        shown = ", ".join(default) if isinstance(default, tuple) else str(default)
        key = option.replace("_", "-")
        yield f"<li><code>{escape(key)}</code>, by default {escape(shown)}</li>\n"
    if options:
        yield "</ul>\n"


def _examples(name: str) -> Iterator[str]:
    yield f'<h2 id="examples">Examples</h2>\n<p>{escape(MARKS)}</p>\n'
    for kind, text in shown_examples(checks.page_path(name)):
        marked = re.sub(r"[⟦⟧⟪⟫]", r'<span class="mark">\g<0></span>', escape(text))
        yield f'<p class="kind">Example, {escape(KINDS[kind])}</p>\n'
        yield f'<pre class="example"><code>{marked}</code></pre>\n'


def _check_index() -> Built:
    parts = ["<h1>Checks</h1>\n"]
    for group in checks.groups():
        parts.append(f'<h2 id="{group}">{escape(group)}</h2>\n<table>\n')
        for name, its_group in checks.names().items():
            if its_group == group:
                parts.append(_row(name))
        parts.append("</table>\n")
    return Built(INDEX, "Checks", "".join(parts))


def _row(name: str) -> str:
    check, page = checks.load(name), read_page(checks.page_path(name))
    severity = check.severity.label if check.on else "off"
    summary = _rendered(page.summary, "").strip().removeprefix("<p>").removesuffix("</p>")
    link = f'<a href="{name}.html">{escape(name)}</a>'
    cells = (link, severity, escape(fixable(page)), summary)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def _rendered(text: str, here: str) -> str:
    """Markdown as HTML; `here` is the file it stands in, from the root of the project."""
    plugins = ["table", "strikethrough", "footnotes"]
    html = mistune.create_markdown(renderer=Renderer(here), plugins=plugins)(text)
    assert isinstance(html, str)
    return html


def _page_of(url: str, here: str) -> str:
    """Where a link in a file leads among the pages: those that come of Markdown end in .html."""
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or not parts.path:
        return url
    target = posixpath.normpath(posixpath.join(posixpath.dirname(here), parts.path))
    if target.startswith("kettext/checks/") and target.endswith(".md"):
        target = f"checks/{posixpath.basename(target).replace('_', '-')}"
    target = "index.md" if target == "README.md" else target
    path = _from(here, re.sub(r"\.md$", ".html", target))
    return f"{path}#{parts.fragment}" if parts.fragment else path


def _from(here: str, target: str) -> str:
    """The way from one page to another."""
    return posixpath.relpath(target, posixpath.dirname(here) or ".")


def _copy_linked_files(folder: Path, pages: list[Built]) -> None:
    """What pages link to that is no page, such as the licence, is put beside them."""
    for page in pages:
        for target in Links(page.content).targets:
            parts = urlsplit(target)
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), parts.path))
            source = ROOT / path
            is_file = parts.path and not path.startswith("..") and source.is_file()
            if parts.scheme or parts.netloc or not is_file or (folder / path).exists():
                continue
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / path)


def _empty(folder: Path) -> None:
    """Make the folder, empty. Raises SystemExit if it holds anything but such pages."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / OURS).exists():
            raise SystemExit(f"{folder} holds something else; name another folder")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / OURS).write_text(f"{kettext.__version__}\n", encoding="utf-8")
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"))
