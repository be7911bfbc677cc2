"""The table of a speed measurement, for the terminal and for README.md."""

from typing import Any

GOAL_RATIO, GOAL_OF_LIMIT, GOAL_START, GOAL_GROWTH, GOAL_RESUME = 30, 85, 0.4, 5, 2000


def table(saved: dict[str, Any]) -> str:
    """Markdown: machine facts, rates with ratios to the seed path, and every goal with how far it is reached."""
    facts, median = saved["facts"], saved["medians"]
    seed = median.get("seed")
    rows = [
        ("seed path: one field at a time, OpenCV and eager PyTorch, ResNet18 with a deep head", "seed"),
        ("eager PyTorch of the same architecture, alone", "eager"),
        ("the model alone on ready tensors, every core", "model"),
        ("decoding alone, 224 px JPEG, every core", "decode"),
        ("**classify**, 224 px JPEG", "jpeg_224_fields_s"),
        ("**classify**, 2592 x 1944 px JPEG", "jpeg_large_fields_s"),
        ("**classify**, 2592 x 1944 px TIFF (LZW)", "tiff_large_fields_s"),
        ("**classify** again, every field known to the ledger", "resume_fields_s"),
    ]
    text = [
        f"Measured on {facts['measured_at']} with `{facts['model']}`: {facts['processor']}, {facts['cores']} cores,"
        f" {facts['system']}, Python {facts['python']}, ONNX Runtime {facts['onnxruntime']}; medians of"
        f" {len(saved['rounds']['model'])} rounds in turn.{_busy(facts)}",
        "",
        "| what | fields/s | x seed path |",
        "|---|---:|---:|",
    ]
    for words, name in rows:
        if name in median:
            text.append(f"| {words} | {median[name]:,.0f} | {f'{median[name] / seed:.1f}' if seed else '-'} |")
    end_to_end = median["jpeg_224_fields_s"]
    slower = min(median["model"], median["decode"])
    # both use every core, so that one after the other is what can be reached
    both = 1 / (1 / median["model"] + 1 / median["decode"])
    goals = [
        (
            f"end to end, times the seed path (224 px): at least {GOAL_RATIO}",
            f"{end_to_end / seed:.1f}" if seed else "not measured: PyTorch is not installed",
            bool(seed) and end_to_end / seed >= GOAL_RATIO,
        ),
        (
            f"end to end, of the slower of model and decoding alone: at least {GOAL_OF_LIMIT} %",
            f"{100 * end_to_end / slower:.0f} % ({100 * end_to_end / both:.0f} % of the two after each other)",
            100 * end_to_end / slower >= GOAL_OF_LIMIT,
        ),
        (
            f"from calling the command to its first outcome: at most {GOAL_START} s",
            f"{median['jpeg_224_first_s']:.2f} s",
            median["jpeg_224_first_s"] <= GOAL_START,
        ),
        (
            f"memory from field 1,000 to field {median['growth_fields']:,.0f}: less than {GOAL_GROWTH} % more",
            f"{median['memory_1000_mb']:.0f} to {median['memory_last_mb']:.0f} MB, {median['growth_percent']:.1f} %",
            median["growth_percent"] < GOAL_GROWTH,
        ),
        (
            f"known fields: at least {GOAL_RESUME:,} fields/s",
            f"{median['long_resume_fields_s']:,.0f}",
            median["long_resume_fields_s"] >= GOAL_RESUME,
        ),
    ]
    text += ["", "| goal | measured | reached |", "|---|---|---|"]
    busy = _busy(facts)
    text += [
        f"| {words} | {value} | {'not judged' if busy else 'yes' if reached else 'no'} |" for words, value, reached in goals
    ]
    peaks = ", ".join(
        f"{median[f'{name}_peak_mb']:.0f} MB for {words}"
        for name, words in (("jpeg_224", "224 px"), ("jpeg_large", "2592 x 1944 px JPEG"), ("tiff_large", "TIFF"))
    )
    beside = median.get("jpeg_224_beside_mb")
    more = f" Each program that shares the work, one a core, has {beside:.0f} MB at most." if beside else ""
    return "\n".join([*text, "", f"Peak memory of the command: {peaks}.{more}"])


def _busy(facts: dict[str, Any]) -> str:
    if facts["load_before"] is None or facts["load_before"] < facts["cores"] / 4:
        return ""
    # a network on all cores waits for its slowest thread: what eager PyTorch loses there would be our gain
    return f" **The machine was busy with other work (load {facts['load_before']}): not even the ratios can be trusted.**"
