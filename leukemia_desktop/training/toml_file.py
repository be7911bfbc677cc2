"""Write a configuration as the TOML file that TrainConfig reads."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leukemia_desktop.core.files import replace_file, write_text
from leukemia_desktop.training.config import TrainConfig


def write_config(config: TrainConfig, path: Path, *, remark: str = "") -> None:
    """Write every key of `config`, under `remark` as a comment; TrainConfig.read gives the same configuration back."""
    values = config.to_dict()
    tables = {key: value for key, value in values.items() if isinstance(value, Mapping)}
    lines = [f"# {line}".rstrip() for line in remark.splitlines()]
    lines += [f"{key} = {_value(value)}" for key, value in values.items() if key not in tables]
    for table, content in tables.items():
        lines += ["", f"[{table}]", *(f"{key} = {_value(value)}" for key, value in content.items())]
    text = "\n".join(lines) + "\n"
    replace_file(path, lambda stream: write_text(stream, text))


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key} = {_value(content)}" for key, content in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_value(item) for item in value)}]"
    # JSON and TOML write numbers, truth values and strings alike, but for 1e-05, which both read
    return json.dumps(value)
