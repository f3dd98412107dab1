"""What the import contracts cannot say, as functions from a source file to sentences about what breaks it."""

import ast
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

LONGEST_FILE = 500
LONGEST_FUNCTION = 60


@dataclass(frozen=True)
class Source:
    """A file by its path from the repository's root, such as `ui/tickets/model.py`."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    def inside(self, *places: str) -> bool:
        return any(PurePosixPath(self.name).is_relative_to(place) for place in places)


Law = Callable[[Source], Iterator[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def at(source: Source, node: ast.AST, sentence: str) -> str:
    return f"{source.name}:{getattr(node, 'lineno', 1)}: {sentence}"


def imports(source: Source) -> Iterator[tuple[ast.AST, str, str]]:
    """(node, module, name): name is empty for `import module`."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((node, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, node.module or "", alias.name) for alias in node.names)


def calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in source.nodes if isinstance(node, ast.Call))


def last_name(expression: ast.expr) -> str:
    """`QLabel` of `QtWidgets.QLabel`, `exec` of `self.dialog.exec`."""
    if isinstance(expression, ast.Attribute):
        return expression.attr
    return expression.id if isinstance(expression, ast.Name) else ""


# -- architecture, §4 --


def models_know_no_widgets(source: Source) -> Iterator[str]:
    if not source.inside("ui") or PurePosixPath(source.name).name != "model.py":
        return
    for node, module, name in imports(source):
        if "QtWidgets" in f"{module}.{name}":
            yield at(source, node, "a model imports QtWidgets")


THREAD_ROOMS = (
    "agentdesk/desk/worker.py", "agentdesk/desk/carrier.py", "agentdesk/desk/carrying.py", "agentdesk/sync",
    "agentdesk/server", "ui/bridge.py",
)  # fmt: skip
THREAD_MODULES = {"threading", "_thread", "concurrent", "multiprocessing"}
THREAD_CLASSES = {"QThread", "QThreadPool", "QRunnable", "QtConcurrent"}
ASKING_NAMES = {"current_thread", "get_ident", "main_thread"}  # these tell where one is; they start nothing


def threads_live_in_their_rooms(source: Source) -> Iterator[str]:
    if source.inside(*THREAD_ROOMS):
        return
    for node, module, name in imports(source):
        asks = name in ASKING_NAMES or (module == "threading" and not name and only_asks(source))
        if not asks and (module.split(".")[0] in THREAD_MODULES or name in THREAD_CLASSES):
            yield at(source, node, f"{name or module} outside the rooms that have threads")


def only_asks(source: Source) -> bool:
    used = {
        node.attr for node in source.nodes if isinstance(node, ast.Attribute) and last_name(node.value) == "threading"
    }
    return bool(used) and used <= ASKING_NAMES


def actions_come_from_the_table(source: Source) -> Iterator[str]:
    if not source.inside("ui") or source.inside("ui/actions", "ui/widgets"):
        return
    for call in calls(source):
        if last_name(call.func) in {"QAction", "QShortcut"}:
            yield at(source, call, f"{last_name(call.func)} is made outside ui/actions and ui/widgets")


MAY_EXEC = {"app", "application", "drag", "menu"}


def dialogs_never_block(source: Source) -> Iterator[str]:
    if not source.inside("ui"):
        return
    for call in calls(source):
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"exec", "exec_"}:
            owner = last_name(call.func.value).lower().removeprefix("_")
            if owner not in MAY_EXEC:
                yield at(source, call, "a dialog is run with exec(); open() it")


# -- the rules, and what is foreign --


def the_rules_need_only_the_standard_library(source: Source) -> Iterator[str]:
    if not source.inside("agentdesk/domain"):
        return
    for node, module, _ in imports(source):
        ours = module == "agentdesk.domain" or module.startswith("agentdesk.domain.")
        if not ours and module.split(".")[0] not in sys.stdlib_module_names:
            yield at(source, node, f"the domain imports {module}")


FOREIGN_TEXT_CALLS = {"QLabel", "QMessageBox", "setToolTip"}


def labels_are_made_in_widgets(source: Source) -> Iterator[str]:
    """QLabel and QMessageBox show a local file that a subject names, so one place makes them plain."""
    if not source.inside("ui") or source.inside("ui/widgets"):
        return
    for call in calls(source):
        if last_name(call.func) in FOREIGN_TEXT_CALLS:
            yield at(source, call, f"{last_name(call.func)} outside ui/widgets")
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and {"QLabel", "QMessageBox"} & {last_name(base) for base in node.bases}:
            yield at(source, node, f"{node.name} is a label made outside ui/widgets")
    for node, _, name in imports(source):
        if name == "QMessageBox":
            yield at(source, node, "QMessageBox outside ui/widgets")


def certificates_are_always_verified(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, ast.keyword) and node.arg == "verify":
            yield at(source, node.value, "verify= can turn the check of certificates off")


SQL_CALLS = {"exec_driver_sql", "execute", "executemany", "executescript", "text"}


def sql_is_never_put_together_from_text(source: Source) -> Iterator[str]:
    for call in calls(source):
        if last_name(call.func) in SQL_CALLS and call.args and is_put_together(call.args[0]):
            yield at(source, call, "SQL is put together from text; bind its values")


def is_put_together(argument: ast.expr) -> bool:
    """Parts in capitals are constants of the module and hold no foreign text."""
    if isinstance(argument, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) and not is_constant(part.value) for part in argument.values)
    if isinstance(argument, ast.BinOp):
        parts = [argument.left, argument.right]
        texts = any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in parts)
        return any(map(is_put_together, parts)) or (texts and not all(map(is_constant, parts)))
    return (
        isinstance(argument, ast.Call)
        and isinstance(argument.func, ast.Attribute)
        and argument.func.attr in {"format", "format_map", "join"}
        and isinstance(argument.func.value, ast.Constant)
    )


def is_constant(part: ast.expr) -> bool:
    return isinstance(part, ast.Constant) or last_name(part).isupper()


HEAVY_QT = ("PySide6.QtWebEngine", "PySide6.QtWebView", "PySide6.QtQml", "PySide6.QtQuick")


def no_browser_is_in_the_house(source: Source) -> Iterator[str]:
    for node, module, name in imports(source):
        if f"{module}.{name}".startswith(HEAVY_QT):
            yield at(source, node, f"{module} would run foreign content")


# -- sizes and names --


def files_stay_short(source: Source) -> Iterator[str]:
    lines = len(source.text.splitlines())
    if lines > LONGEST_FILE:
        yield f"{source.name}: {lines} lines, at most {LONGEST_FILE}"


def functions_stay_short(source: Source) -> Iterator[str]:
    for node in source.nodes:
        if isinstance(node, Function):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield at(source, node, f"{node.name} has {lines} lines, at most {LONGEST_FUNCTION}")


VAGUE_NAMES = {"common", "helper", "helpers", "misc", "util", "utils"}


def every_name_says_what_it_holds(source: Source) -> Iterator[str]:
    vague = VAGUE_NAMES.intersection(PurePosixPath(source.name).with_suffix("").parts)
    if vague:
        yield f"{source.name}: {', '.join(vague)} says nothing about what is inside"


def every_module_says_what_it_is_for(source: Source) -> Iterator[str]:
    if not ast.get_docstring(source.tree):
        yield f"{source.name}: no docstring"


LAWS: tuple[Law, ...] = (
    models_know_no_widgets,
    threads_live_in_their_rooms,
    actions_come_from_the_table,
    dialogs_never_block,
    the_rules_need_only_the_standard_library,
    labels_are_made_in_widgets,
    certificates_are_always_verified,
    sql_is_never_put_together_from_text,
    no_browser_is_in_the_house,
    files_stay_short,
    functions_stay_short,
    every_name_says_what_it_holds,
    every_module_says_what_it_is_for,
)


def tests_never_sleep(source: Source) -> Iterator[str]:
    for call in calls(source):
        name = ast.unparse(call.func)
        if name in {"sleep", "time.sleep"} or name.endswith("qtbot.wait"):
            yield at(source, call, f"{name}(): wait for what must happen, not for time")


def test_folders_are_no_packages(source: Source) -> Iterator[str]:
    """`tests/ui/__init__.py` would make pytest take tests/ui for our ui."""
    if PurePosixPath(source.name).name == "__init__.py":
        yield f"{source.name}: tests have no __init__.py"


TEST_LAWS: tuple[Law, ...] = (tests_never_sleep, test_folders_are_no_packages)
