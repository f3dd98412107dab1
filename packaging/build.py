"""Makes what the program ships but git does not keep: the compiled translations, the wheel and the source archive."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"


def qt_tool(name: str) -> str:
    """A program that PySide6-Essentials puts beside the interpreter."""
    return str(Path(sys.executable).parent / f"pyside6-{name}{'.exe' if os.name == 'nt' else ''}")


def is_stale(source: Path, compiled: Path) -> bool:
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def compile_translations(folder: Path = I18N) -> int:
    """Every `.ts` newer than its `.qm` is compiled; a desk without translations speaks English."""
    for source in sorted(folder.glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if is_stale(source, compiled):
            status = subprocess.run([qt_tool("lrelease"), "-silent", str(source), "-qm", str(compiled)]).returncode
            if status:
                return status
    return 0


def collect_sentences(folder: Path = I18N) -> int:
    """Writes new sentences of `ui/` into the `.ts` files and drops those that are gone."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "ui").rglob("*.py"))]
    for target in sorted(folder.glob("*.ts")):
        # English is what stands in the code, except for its plurals.
        only = ["-pluralonly"] if target.stem.endswith("_en") else []
        command = [qt_tool("lupdate"), "-no-obsolete", "-locations", "none", *only, *sources, "-ts", str(target)]
        status = subprocess.run(command, cwd=ROOT).returncode
        if status:
            return status
    return 0


def build_packages() -> int:
    """The wheel and the source archive in `dist/`, with the environment's own hatchling, so that it works offline."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(ROOT / "dist"), str(ROOT)]
    return compile_translations() or subprocess.run(command, cwd=ROOT).returncode


STEPS = {"translations": compile_translations, "sentences": collect_sentences, "packages": build_packages}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=STEPS)
    return STEPS[parser.parse_args().step]()


if __name__ == "__main__":
    sys.exit(main())
