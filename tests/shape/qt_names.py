"""Finds attributes of our widgets and models that hide a method of the Qt class below them."""

import ast
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets

from tests.shape.laws import Source, at, last_name

QT = (QtCore, QtGui, QtWidgets)

# Methods that Qt calls on no override of ours: a function of that name hides them as an attribute would.
NOT_VIRTUAL = {
    "actions",
    "children",
    "font",
    "layout",
    "model",
    "move",
    "palette",
    "repaint",
    "resize",
    "style",
    "update",
}


def qt_class(name: str) -> type | None:
    found = next((getattr(module, name) for module in QT if hasattr(module, name)), None)
    return found if isinstance(found, type) else None


def classes(sources: list[Source]) -> list[tuple[Source, ast.ClassDef]]:
    return [(source, node) for source in sources for node in source.nodes if isinstance(node, ast.ClassDef)]


def qt_base(node: ast.ClassDef, ours: dict[str, ast.ClassDef]) -> type | None:
    """The Qt class a class of ours comes from, through other classes of ours."""
    for name in map(last_name, node.bases):
        base = qt_class(name)
        if base is None and name in ours and ours[name] is not node:
            base = qt_base(ours[name], ours)
        if base is not None:
            return base
    return None


def hidden_qt_methods(sources: list[Source]) -> Iterator[str]:
    found = classes(sources)
    ours = {node.name: node for _, node in found}
    for source, node in found:
        base = qt_base(node, ours)
        if base is None or not issubclass(base, QtCore.QObject):
            continue
        for name, place in attributes(node):
            if callable(getattr(base, name, None)):
                yield at(source, place, f"{node.name}.{name} hides {base.__name__}.{name}()")


def attributes(node: ast.ClassDef) -> Iterator[tuple[str, ast.AST]]:
    """What an instance carries under a name that is no override: assigned, declared, or a property."""
    for child in node.body:
        yield from ((name, child) for name in assigned(child))
        if isinstance(child, ast.FunctionDef):
            if is_property(child) or child.name in NOT_VIRTUAL:
                yield child.name, child
            yield from ((name, step) for step in ast.walk(child) for name in assigned_to_self(step))


def targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return [
            part for target in node.targets for part in (target.elts if isinstance(target, ast.Tuple) else [target])
        ]
    return [node.target] if isinstance(node, ast.AnnAssign) else []


def assigned(node: ast.AST) -> list[str]:
    return [target.id for target in targets(node) if isinstance(target, ast.Name)]


def assigned_to_self(node: ast.AST) -> list[str]:
    return [
        target.attr
        for target in targets(node)
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self"
    ]


def is_property(function: ast.FunctionDef) -> bool:
    return any(last_name(mark) in {"property", "cached_property"} for mark in function.decorator_list)
