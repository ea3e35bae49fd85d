"""The house stands: no module imports from a floor below its own, and none in a circle."""

import ast
from collections.abc import Iterator
from pathlib import Path

import kettext

ROOT = Path(kettext.__file__).parent
FLOORS = (
    "text",
    "article",
    "formats",
    "kit",
    "checks",
    "linter",
    "fixer",
    "runner",
    "reports",
    "cli",
)
LONGEST_FILE, LONGEST_CHECK, LONGEST_FUNCTION, MEDIAN_FUNCTION = 300, 120, 40, 15


def modules() -> dict[str, Path]:
    found = {}
    for path in ROOT.rglob("*.py"):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(path: Path, known: dict[str, Path]) -> Iterator[tuple[str, bool]]:
    """The modules of kettext that one imports, each with whether it happens while it is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = {id(inner) for node in ast.walk(tree) if is_late(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        for name in imported_names(node):
            while name and name not in known:
                name = name.rpartition(".")[0]
            if name:
                yield name, id(node) not in late


def is_late(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.FunctionDef)


def imported_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom) and node.module:
        return [f"{node.module}.{alias.name}" for alias in node.names]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def floor(module: str) -> int:
    """The number of a module's floor; what lies in no folder of its own is below all of them."""
    parts = module.split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 and parts[1] in FLOORS else len(FLOORS)


def test_no_module_imports_from_a_floor_below() -> None:
    known = modules()
    wrong = [
        f"{module} imports {name}"
        for module, path in known.items()
        for name, _ in imports(path, known)
        if floor(name) > floor(module) and name != "kettext"
    ]
    assert len(known) > 50
    assert not wrong


def test_no_import_goes_round_in_a_circle() -> None:
    known = modules()
    graph = {
        module: {name for name, at_once in imports(path, known) if at_once and name != module}
        for module, path in known.items()
    }
    done: set[str] = set()
    for start in graph:
        walk(graph, start, (), done)


def walk(graph: dict[str, set[str]], module: str, above: tuple[str, ...], done: set[str]) -> None:
    assert module not in above, " -> ".join((*above, module))
    if module not in done:
        for name in graph[module]:
            walk(graph, name, (*above, module), done)
        done.add(module)


def test_files_and_functions_stay_small() -> None:
    lengths = []
    for module, path in modules().items():
        text = path.read_text(encoding="utf-8")
        is_check = floor(module) == FLOORS.index("checks") and module.count(".") == 3
        assert text.count("\n") <= (LONGEST_CHECK if is_check else LONGEST_FILE), module
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                lengths.append((node.end_lineno or 0) - node.lineno + 1)
                is_command = node.name == "command"  # its options are its parameters
                assert is_command or lengths[-1] <= LONGEST_FUNCTION, f"{module}.{node.name}"
    assert sorted(lengths)[len(lengths) // 2] <= MEDIAN_FUNCTION


def test_every_check_is_a_pair() -> None:
    for path in (ROOT / "checks").glob("*/*.py"):
        assert path.with_suffix(".md").is_file(), path.name
    for path in (ROOT / "checks").glob("*/*.md"):
        assert path.with_suffix(".py").is_file(), path.name
