"""Small faults in Python source, for mutants.py: each replaces one expression by another one."""

import ast
from collections.abc import Iterator, Sequence
from typing import NamedTuple

OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPPOSITE = {
    "min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list",
    "bisect_left": "bisect_right", "bisect_right": "bisect_left",
}  # fmt: skip
TYPES = ("dict", "list", "set", "tuple")
LONGEST = 12  # characters of a text that is changed; longer ones are messages


# why it makes no difference that a fault survives: "file.function: old -> new"
EQUIVALENT = {
    "licence._moved_elsewhere: not fix.moved -> False": "saves time only",
    "verifier.objections: _unresolved(old, new) -> _unresolved(new, old)": "compares for equality",
    "verifier._outside: zip(starts, ends, strict=True) -> zip(starts, ends)": "of one length",
    "verifier._outside: True -> False": "of one length",
    "verifier.touch: edit.span.start > block.end -> False": "saves time only",
    "verifier.touch: is_moved and edit.span.contains(block) -> is_moved": "a block that moves is "
    "covered by the edit that takes it away, and edits don't overlap",
    "verifier.touch: False -> None": "both are false",
    "verifier._is_same: False -> None": "both are false",
    "verifier._attributes: () -> None": "the same for all blocks of a type",
    "verifier._touches: block.start < edit.span.start < block.end -> "
    "block.start <= edit.span.start < block.end": "the ends are dealt with before",
    "verifier._touches: block.start < edit.span.start < block.end -> "
    "block.start < edit.span.start <= block.end": "the ends are dealt with before",
    "verifier._fingerprint: (type(here), _attributes(here), len(children)) -> "
    "(type(here), _attributes(here))": "the same characters would have to nest in two ways",
    "verifier._quoted: quoted(document.source.slice(block.span), 60) -> None": "a message",
    "verifier._quoted: 60 -> 61": "a message",
    "verifier._quoted: 60 -> 59": "a message",
}


class Mutant(NamedTuple):
    """A fault: other source in place of the bytes from `start` to `end` of a file."""

    file: str
    function: str
    line: int
    start: int
    end: int
    old: str
    new: str

    @property
    def name(self) -> str:
        return f"{self.file.split('/')[-1][:-3]}.{self.function}: {self.old} -> {self.new}"

    @property
    def place(self) -> str:
        return f"{self.file}:{self.function}"

    @property
    def shown(self) -> str:
        return f"{self.file}:{self.line} {self.function}: {self.old} -> {self.new}"

    def applied_to(self, source: bytes) -> bytes:
        return source[: self.start] + f"({self.new})".encode() + source[self.end :]


def mutants_of(file: str, source: str) -> Iterator[Mutant]:
    """All faults of the kinds below that are valid Python."""
    data = source.encode()
    starts = [0]
    for line in data.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    for function, node in _expressions(ast.parse(source), "module"):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        old = ast.unparse(node)
        for new in dict.fromkeys(_variants(node)):
            made = Mutant(file, function, node.lineno, start, end, old, new)
            if new != old and _is_valid(made.applied_to(data)):
                yield made


def _is_valid(source: bytes) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _expressions(node: ast.AST, function: str) -> Iterator[tuple[str, ast.expr]]:
    """The expressions that run, each with its function; no annotations, no messages."""
    for child in _parts(node):
        name = child.name if isinstance(child, ast.FunctionDef) else function
        if isinstance(child, ast.expr):
            child.parent = node  # type: ignore[attr-defined]  # a field of our own
            yield name, child
        yield from _expressions(child, name)


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.JoinedStr | ast.pattern) or _is_type(node):
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "bases", "ctx", "format_spec"):
            continue
        for part in value if isinstance(value, list) else [value]:
            is_docstring = isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
            if isinstance(part, ast.AST) and not is_docstring:
                yield part


def _is_type(node: ast.AST) -> bool:
    """Whether it is a type like `tuple[int, ...]`."""
    return isinstance(node, ast.Subscript) and ast.unparse(node.value) in TYPES


def _variants(node: ast.expr) -> Iterator[str]:
    yield from _of_place(node, getattr(node, "parent", node))
    match node:
        case ast.Compare(left, operators, comparators):
            for index, operator in enumerate(operators):
                other = [*operators[:index], OTHER[type(operator)](), *operators[index + 1 :]]
                yield ast.unparse(ast.Compare(left, other, comparators))
        case ast.BoolOp():
            yield from _of_conditions(node)
        case ast.UnaryOp() | ast.BinOp():
            yield from _of_arithmetic(node)
        case ast.IfExp(_, body, other):
            yield from (ast.unparse(body), ast.unparse(other))
        case ast.Constant(value):
            yield from _of_constant(value)
        case ast.Tuple(elts) if len(elts) > 1 and isinstance(node.ctx, ast.Load):
            for part in elts:
                rest = [other for other in elts if other is not part]
                yield ast.unparse(ast.Tuple(rest, ast.Load()))
        case ast.Call():
            yield from _of_call(node)


def _of_conditions(node: ast.BoolOp) -> Iterator[str]:
    swapped = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
    yield ast.unparse(ast.BoolOp(swapped, node.values))
    for value in node.values:
        rest = [other for other in node.values if other is not value]
        yield ast.unparse(rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))


def _of_arithmetic(node: ast.UnaryOp | ast.BinOp) -> Iterator[str]:
    match node:
        case ast.UnaryOp(ast.Not(), operand):
            yield ast.unparse(operand)
        case ast.BinOp(left, ast.Add(), right):
            yield from (ast.unparse(left), ast.unparse(right))
        case ast.BinOp(left, ast.Sub(), right):
            yield from (ast.unparse(left), ast.unparse(ast.BinOp(left, ast.Add(), right)))


def _of_place(node: ast.expr, parent: ast.AST) -> Iterator[str]:
    """Faults that any expression may have because of where it stands."""
    match parent:
        case ast.Slice() | ast.Subscript(slice=ast.BinOp()) if not isinstance(node, ast.Slice):
            if not isinstance(parent, ast.Subscript) or parent.slice is node:
                yield from (f"{ast.unparse(node)} + 1", f"{ast.unparse(node)} - 1")
        case ast.Return(value=ast.expr()):
            yield "None"
        case ast.If(test=test) if test is node:
            yield "False"
        case ast.comprehension(ifs=ifs) if node in ifs:
            yield "True"
        case ast.Expr():
            yield "yield from ()" if isinstance(node, ast.Yield | ast.YieldFrom) else "None"


def _of_constant(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield repr(not value)
    elif isinstance(value, int):
        yield from (repr(value + 1), repr(value - 1))
    elif isinstance(value, str) and 0 < len(value) <= LONGEST:
        yield "''"


def _of_call(node: ast.Call) -> Iterator[str]:
    function, words = node.func, node.args
    if isinstance(function, ast.Name) and function.id in OPPOSITE:
        yield ast.unparse(ast.Call(ast.Name(OPPOSITE[function.id]), words, node.keywords))
    if isinstance(function, ast.Attribute) and function.attr in ("strip", "split", "get"):
        yield ast.unparse(function.value)
    if len(words) > 1 and not _is_starred(words[:2]) and not _is_even(function):
        swapped = [words[1], words[0], *words[2:]]
        yield ast.unparse(ast.Call(function, swapped, node.keywords))
    for keyword in node.keywords:
        kept = [other for other in node.keywords if other is not keyword]
        yield ast.unparse(ast.Call(function, words, kept))


def _is_even(function: ast.expr) -> bool:
    """Whether the order of what it is given makes no difference."""
    return isinstance(function, ast.Name) and function.id in ("min", "max")


def _is_starred(words: Sequence[ast.expr]) -> bool:
    return any(isinstance(word, ast.Starred) for word in words)
