"""The manual page of `leukemia-desktop`, from the command line's own help: manpage.py > leukemia-desktop.1"""

import re
import sys
from collections.abc import Iterator

import typer.main

import leukemia_desktop
from leukemia_desktop import cli


def plain(text: str | None) -> str:
    """One paragraph in roff, where a dash is a dash and no line begins with a command."""
    words = " ".join((text or "").split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{words}" if words[:1] in (".", "'") else words


def described(command, name: str) -> Iterator[str]:
    """A verb with its arguments and options, and the verbs below it."""
    below = getattr(command, "commands", {})
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    shown = " ".join(f"\\fI{plain(p.name)}\\fR" for p in arguments)
    yield from (f".SS {plain(name)} {shown}", plain(command.help))
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            yield from (".TP", f"\\fI{plain(parameter.name)}\\fR", plain(parameter.help))
        elif not getattr(parameter, "hidden", False):
            flags = ", ".join([*parameter.opts, *parameter.secondary_opts])
            yield from (".TP", f"\\fB{plain(flags)}\\fR", plain(parameter.help))
    for paragraph in re.split(r"\n\s*\n", getattr(command, "epilog", None) or ""):
        if paragraph.strip():
            yield from (".PP", plain(paragraph))
    for each, lower in below.items():
        yield from described(lower, f"{name} {each}")


def page() -> str:
    """The whole page."""
    root = typer.main.get_command(cli.app)
    head = [
        f'.TH LEUKEMIA\\-DESKTOP 1 "" "Leukemia Desktop {leukemia_desktop.__version__}" "User Commands"',
        *(".SH NAME", "leukemia\\-desktop \\- pre\\-classify blood smear fields; for research use only"),
        *(".SH SYNOPSIS", ".B leukemia\\-desktop", "[\\fIFOLDER\\fR...]", ".br"),
        *(".B leukemia\\-desktop", "\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]"),
        *(".SH DESCRIPTION", plain(root.help), ".PP"),
        plain("Without a command the window opens, on the slide folders that are named."),
        ".SH COMMANDS",
    ]
    body = [line for name, command in root.commands.items() for line in described(command, name)]
    tail = [
        ".SH EXIT STATUS",
        *(".TP", ".B 0", "every field was analysed", ".TP", ".B 1", "some failed; the CSV says which"),
        *(".TP", ".B 2", "the call itself was wrong"),
        ".SH SEE ALSO",
        plain("The licences of every part lie in /usr/lib/leukemia-desktop/licences; LICENCES.md there lists them."),
    ]
    return "\n".join(line for line in [*head, *body, *tail] if line) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page())
