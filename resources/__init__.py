"""Icons, themes and translations as plain files."""

from importlib import resources
from importlib.resources.abc import Traversable


def path(name: str) -> Traversable:
    """The file of that name, such as `icons/ticket.svg`: the only way the program reaches its resources."""
    return resources.files(__name__).joinpath(name)
