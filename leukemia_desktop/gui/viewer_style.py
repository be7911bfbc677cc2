"""The style sheet of the viewer: small labels over the panes, and the page that stands where there is no field."""

from leukemia_desktop.gui.look import Look


def viewer_style(look: Look) -> str:
    """Chips that look alike in both panes; figures of one width in the readout."""
    chip = f"background: {look.panel}; color: {look.text}; border: 1px solid {look.line}; border-radius: 6px;"
    return (
        f"#chip, #readout {{ {chip} padding: 3px 8px; font-size: 12px; }}"
        "#chip { min-height: 19px; }"  # as high as the segments beside it
        f"#note {{ {chip} padding: 12px 16px; font-size: 13px; }}"
        '#readout { font-family: "JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono", Consolas, Menlo, monospace; }'
        f"#page {{ background: {look.image}; }}"
        f"#page QLabel {{ color: {look.secondary}; font-size: 13px; }}"
        f"#page #headline {{ color: {look.text}; font-size: 20px; }}"
        f'#page #headline[failed="true"] {{ color: {look.failed}; }}'
    )
