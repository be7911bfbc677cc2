"""The colours that drawn parts of the window need, taken from the theme's tokens."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self


@dataclass(frozen=True)
class Look:
    """Colours as #rrggbb; the defaults are the light theme."""

    window: str = "#f4f5f7"
    panel: str = "#ffffff"
    line: str = "#dfe3e8"
    text: str = "#1c2430"
    secondary: str = "#5b6675"
    accent: str = "#2563a8"
    selection: str = "#e3edf8"
    image: str = "#eceff3"
    failed: str = "#b3261e"
    warning: str = "#8f5500"

    @property
    def faint(self) -> str:
        """Words that do not apply now: between `secondary` and `panel`."""
        pairs = [(int(self.secondary[i : i + 2], 16), int(self.panel[i : i + 2], 16)) for i in (1, 3, 5)]
        return "#" + "".join(f"{(near * 11 + far * 9) // 20:02x}" for near, far in pairs)

    @classmethod
    def of(cls, tokens: Any) -> Self:
        """The look in `tokens`, a mapping or an object with these names; a name it does not have keeps its default."""
        get = tokens.get if isinstance(tokens, Mapping) else lambda name, default: getattr(tokens, name, default)
        return cls(**{field.name: get(field.name, field.default) for field in fields(cls)})
