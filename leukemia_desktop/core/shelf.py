"""A shelf is a folder in which every file keeps one contract, so a thing is added by adding ONE file."""

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any


class EmptyShelf(Exception):
    """A shelf without a single file: the installation is incomplete."""


class BadParameter(ValueError):
    """A parameter that the shelf's function does not have, or a value out of its range."""


@dataclass(frozen=True)
class Range:
    """Closed interval of a numeric parameter; `unit` is shown behind the number."""

    low: float
    high: float
    unit: str = ""


@dataclass(frozen=True)
class Parameter:
    """One keyword parameter of a shelf function, read from its signature."""

    name: str
    kind: type
    default: Any
    range: Range | None

    def checked(self, value: Any) -> Any:
        """`value` as this parameter's type; BadParameter when it is of another kind or out of range."""
        if self.kind is bool or isinstance(value, bool):
            fits = self.kind is bool and isinstance(value, bool)
        elif self.kind in (int, float):
            # NaN compares false with everything; what float cannot hold fails as well
            fits = isinstance(value, int | float) and abs(value) < 1e300
            fits = fits and (self.kind is float or int(value) == value)
        else:
            fits = isinstance(value, self.kind)
        if not fits:
            raise BadParameter(f"{self.name} must be {self.kind.__name__}, not {value!r}")
        if self.range and not self.range.low <= value <= self.range.high:
            raise BadParameter(f"{self.name} must lie in [{self.range.low:g}, {self.range.high:g}], not {value!r}")
        return self.kind(value)


class _Shelf(Mapping[str, Callable[..., Any]]):
    """Functions by file name; a file is imported when its function is first asked for, because some are slow to import."""

    def __init__(self, package: str, entry: str, names: Sequence[str]) -> None:
        self._package, self._entry, self._names = package, entry, dict.fromkeys(names)

    def __getitem__(self, name: str) -> Callable[..., Any]:
        if name not in self._names:
            raise KeyError(name)
        function: Callable[..., Any] = getattr(importlib.import_module(f"{self._package}.{name}"), self._entry)
        return function

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def load_shelf(package: str, entry: str) -> Mapping[str, Callable[..., Any]]:
    """Map every file name of `package` to its function `entry`, by name order.

    Files that begin with an underscore are the shelf's own. Raises EmptyShelf when there is nothing on it.
    """
    folder = importlib.import_module(package)
    names = sorted(m.name for m in pkgutil.iter_modules(folder.__path__) if not m.name.startswith("_"))
    if not names:
        raise EmptyShelf(f"nothing on the shelf {package}")
    return _Shelf(package, entry, names)


def parameters(function: Callable[..., Any]) -> Mapping[str, Parameter]:
    """The keyword-only parameters of a shelf function, with types, defaults and ranges, by signature order."""
    hints = typing.get_type_hints(function, include_extras=True)
    found: dict[str, Parameter] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind is not inspect.Parameter.KEYWORD_ONLY or parameter.default is inspect.Parameter.empty:
            continue
        hint = hints[name]
        extras = getattr(hint, "__metadata__", ())
        kind = typing.get_args(hint)[0] if extras else hint
        found[name] = Parameter(name, kind, parameter.default, next((e for e in extras if isinstance(e, Range)), None))
    return MappingProxyType(found)


def checked_parameters(function: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Defaults overlaid with `given`, every value checked. Raises BadParameter on an unknown name or a bad value."""
    known = parameters(function)
    if unknown := sorted(set(given) - set(known)):
        raise BadParameter(f"unknown parameter {', '.join(unknown)}; known: {', '.join(known) or 'none'}")
    return {name: parameter.checked(given.get(name, parameter.default)) for name, parameter in known.items()}


def summary(function: Callable[..., Any]) -> str:
    """First line of the module's docstring: the words a panel shows for this entry."""
    module = inspect.getmodule(function)
    return (inspect.getdoc(module) or "").partition("\n")[0].rstrip(".")
