"""What the frozen program is made of: licences, a CycloneDX bill of materials, sizes; written into the folder itself.

Usage, by the interpreter of the environment that was frozen: bill.py FOLDER CONTENTS.json     (CONTENTS: see desktop.spec)
Writes FOLDER/licences/, LICENCES.md, SIZES.md and sbom.cdx.json. Fails when a file belongs to nobody, when a component names
no licence, or when anything of torch came along.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

OURS = "leukemia-desktop"
FORBIDDEN = re.compile(r"(^|[/.])(torch|torchvision|triton|caffe2)([/.]|$)|leukemia_desktop[./]training")
LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
SMALL = 500_000
"""Bytes; what is smaller has no line of its own."""
COMMON = Path("/usr/share/common-licenses")
"""Texts that Debian keeps once for all."""


@dataclass
class Component:
    """A part with a name, a version and a licence; `files` of it lie in the folder, under these places."""

    kind: str
    """pypi, deb, generic or model."""
    name: str
    version: str
    licence: str
    texts: list[Path] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    sha256: str = ""

    @property
    def purl(self) -> str:
        """Its package URL; a model has none."""
        place = f"{self.kind}/debian" if self.kind == "deb" else self.kind
        return (
            "" if self.kind == "model" else f"pkg:{place}/{self.name}@{self.version.replace('+', '%2B').replace(':', '%3A')}"
        )


def licence_of(dist: Distribution) -> str:
    """The licence that a package states: its expression, its short text, or its classifier."""
    data = dist.metadata
    stated = (data.get("License-Expression") or data.get("License") or "").strip()
    if stated and "\n" not in stated and len(stated) < 100:
        return stated
    told = [c.rpartition(" :: ")[2] for c in data.get_all("Classifier") or () if c.startswith("License :: ")]
    return " OR ".join(told)


def from_pip(dist: Distribution) -> Component:
    """A Python package with its licence texts; the LGPL's, which Qt's packages only name, from Debian's."""
    texts = [
        Path(str(f.locate())) for f in dist.files or () if LICENCE_FILE.search(f.name) and f.suffix not in (".py", ".pyc")
    ]
    licence = licence_of(dist)
    if "LGPL-3.0" in licence:
        texts += [COMMON / "LGPL-3", COMMON / "GPL-3"]
    name = re.sub(r"[-_.]+", "-", dist.metadata["Name"]).lower()
    return Component("pypi", name, dist.version, licence, [t for t in texts if t.is_file()])


def from_system(source: Path) -> Component | None:
    """The Debian package of a library, or None where dpkg knows none."""
    if shutil.which("dpkg") is None:
        return None
    for path in dict.fromkeys((source, source.resolve(), Path("/usr") / str(source).lstrip("/"))):
        told = subprocess.run(["dpkg", "-S", str(path)], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            package = told.stdout.split(": ")[0].split(",")[0]
            query = ["dpkg-query", "-W", "-f", "${Version}", package]
            version = subprocess.run(query, capture_output=True, text=True, check=True).stdout
            name = package.partition(":")[0]
            text = Path("/usr/share/doc") / name / "copyright"
            names = re.findall(
                r"^License: *(\S.*)$", text.read_text("utf-8", "replace") if text.is_file() else "", re.MULTILINE
            )
            licence = " AND ".join(dict.fromkeys(n.strip() for n in names)) or "see Debian's copyright file"
            return Component("deb", name, version, licence, [text] if text.is_file() else [])
    return None


def python() -> Component:
    """The interpreter, its library and its standard library."""
    text = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    other = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}-minimal/copyright")
    version = ".".join(map(str, sys.version_info[:3]))
    return Component("generic", "python", version, "PSF-2.0", [t for t in (text, other) if t.is_file()])


@cache
def owners() -> dict[str, Distribution]:
    """Every file of every installed package, and whose it is."""
    found = {}
    for dist in distributions():
        home = Path(str(dist.locate_file(""))).resolve()
        found |= {os.path.normpath(home / file): dist for file in dist.files or ()}
    return found


def components(contents: Iterable[tuple[str, str, str]], folder: Path) -> list[Component]:
    """Who is in the folder. Exits for a file of nobody's."""
    made: dict[str, Component] = {}

    def component_of(dist: Distribution) -> Component:
        name = dist.metadata["Name"]
        if name not in made:
            made[name] = from_pip(dist)
        return made[name]

    known, system = owners(), {}
    interpreter, freezer = python(), from_pip(distribution("pyinstaller"))
    here, work = Path(__file__).resolve().parent, Path.cwd()
    library = [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")]
    used: dict[int, Component] = {id(c): c for c in (interpreter, freezer)}
    nobodys = []
    for place, source, kind in contents:
        path = Path(source).resolve()
        dist = known.get(str(path))
        whose = component_of(dist) if dist else None
        if kind == "SYMLINK":
            continue
        standard = any(path.is_relative_to(each) for each in library) and "site-packages" not in path.parts
        if whose is None and (standard or path.name.startswith(("libpython", "python3"))):
            whose = interpreter
        elif whose is None and (path.is_relative_to(here) or place.startswith("leukemia_desktop/")):
            whose = component_of(distribution(OURS))
        elif whose is None and (path.is_relative_to(work) or not path.is_file()):
            whose = interpreter  # what PyInstaller put together from the standard library
        elif whose is None:
            if path not in system:
                system[path] = from_system(Path(source))
            whose = system[path]
        if whose is None:
            nobodys.append(source)
            continue
        used[id(whose)] = whose
        if kind != "PYMODULE":
            whose.files.add(place)
    if nobodys:
        sys.exit(f"files of nobody's: {', '.join(nobodys)}")
    joined: dict[tuple[str, str], Component] = {}
    for component in used.values():
        same = joined.setdefault((component.kind, component.name), component)
        same.files |= component.files
    (ours,) = (c for c in joined.values() if c.name == OURS)
    for manifest in sorted(folder.rglob("models/*/manifest.json")):
        home = manifest.parent
        places = {p.relative_to(folder / "_internal").as_posix() for p in home.iterdir()}
        digest = hashlib.sha256((home / "model.onnx").read_bytes()).hexdigest()
        joined["model", home.name] = Component("model", home.name, digest[:12], ours.licence, [], places, digest)
        ours.files -= places
    return sorted(joined.values(), key=lambda c: (c.kind, c.name))


def sbom(parts: list[Component]) -> dict[str, object]:
    """A CycloneDX 1.6 document; the same parts give the same document."""

    def entry(part: Component) -> dict[str, object]:
        one = {"expression": part.licence} if part.kind == "pypi" and is_expression(part.licence) else None
        made: dict[str, object] = {
            "type": "machine-learning-model" if part.kind == "model" else "library",
            "bom-ref": part.purl or f"model:{part.name}",
            "name": part.name,
            "version": part.version,
            "licenses": [one or {"license": {"name": part.licence}}],
        }
        if part.purl:
            made["purl"] = part.purl
        if part.sha256:
            made["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
        return made

    (ours,) = (part for part in parts if part.name == OURS)
    others = [entry(part) for part in parts if part is not ours]
    body = json.dumps([entry(ours), others], sort_keys=True)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, body)}",
        "version": 1,
        "metadata": {"component": entry(ours) | {"type": "application"}},
        "components": others,
        "dependencies": [{"ref": ours.purl, "dependsOn": [str(each["bom-ref"]) for each in others]}],
    }


def is_expression(licence: str) -> bool:
    """Whether this is written in SPDX identifiers."""
    return bool(re.fullmatch(r"[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*", licence)) and licence not in (
        "BSD",
        "ISC License",
    )


def sizes(folder: Path, parts: list[Component]) -> str:
    """A table of megabytes by component, the largest first."""
    whose = {place: part.name for part in parts for place in part.files}
    total: dict[str, int] = defaultdict(int)
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            place = path.relative_to(folder).as_posix()
            if place.startswith("_internal/"):
                name = whose.get(place.removeprefix("_internal/"), "python")
            elif path.stem in (OURS, "Leukemia Desktop"):
                name = "every Python module, in the program file"
            else:
                name = "licences and lists"
            total[name] += path.stat().st_size
    rows = sorted(total.items(), key=lambda item: -item[1])
    large = [(name, size) for name, size in rows if size >= SMALL]
    large.append(("smaller parts", sum(size for _, size in rows if size < SMALL)))
    lines = [f"| {name} | {size / 1e6:.1f} |" for name, size in [*large, ("**all**", sum(total.values()))]]
    return "\n".join(["| part | MB |", "|---|---:|", *lines]) + "\n"


def main(folder: Path, contents: Path) -> None:
    """Write the lists into `folder`."""
    entries = [tuple(entry) for entry in json.loads(contents.read_text("utf-8"))]
    if found := sorted({place for place, _, _ in entries if FORBIDDEN.search(place)}):
        sys.exit(f"what only training needs came along: {', '.join(found[:5])}")
    inside = [p for p in folder.rglob("*") if FORBIDDEN.search(p.relative_to(folder).as_posix())]
    if inside:
        sys.exit(f"what only training needs came along: {inside[0]}")
    parts = components(entries, folder)
    if unstated := [part.name for part in parts if not part.licence]:
        sys.exit(f"no licence is stated by: {', '.join(unstated)}")
    rows = []
    for part in parts:
        home = folder / "licences" / part.name
        for number, text in enumerate(part.texts):
            home.mkdir(parents=True, exist_ok=True)
            target = home / (f"{number}-{text.name}" if (home / text.name).exists() else text.name)
            shutil.copyfile(text, target)
        where = f"licences/{part.name}/" if part.texts else ""
        rows.append(f"| {part.name} | {part.version} | {part.licence} | {where} |")
    head = "# What this program is made of\n\n| part | version | licence | texts |\n|---|---|---|---|\n"
    (folder / "LICENCES.md").write_text(head + "\n".join(rows) + "\n", "utf-8")
    (folder / "sbom.cdx.json").write_text(json.dumps(sbom(parts), indent=1) + "\n", "utf-8")
    table = sizes(folder, parts)
    (folder / "SIZES.md").write_text(f"# Size, part by part\n\n{table}", "utf-8")
    sys.stdout.write(table)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
