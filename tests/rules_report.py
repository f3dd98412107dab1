"""Which rules of `tests/rules.txt` no test shows yet: `python tests/rules_report.py` prints them by document."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parent
DOCUMENTS = {
    "GU": "Guance ticket management",
    "QK": "Qiankun service tickets",
    "CP": "Cloudpods tickets and approvals",
    "RS": "Reseller and upstream provider",
    "CS": "Customer Success Hub",
    "HZ": "Hazards",
}


class NotLiteral(ValueError):
    """A rule is cited by something that is not a plain string, so that nobody can look it up."""


def known_rules(listing: Path = TESTS / "rules.txt") -> dict[str, str]:
    lines = listing.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {rule: title for rule, _, title in pairs}


def is_rule_mark(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {"pytest.mark.rule", "mark.rule"}


def rules_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and is_rule_mark(node):
            yield from (literal(argument) for argument in node.args)


def literal(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise NotLiteral(ast.unparse(argument))


def cited_rules(tests: Path = TESTS) -> dict[str, list[Path]]:
    """Rule id -> the test files that cite it."""
    cited: dict[str, list[Path]] = {}
    for path in sorted(tests.rglob("test_*.py")):
        for rule in rules_in(path.read_text(encoding="utf-8")):
            cited.setdefault(rule, []).append(path)
    return cited


def report(known: dict[str, str], cited: set[str]) -> Iterator[str]:
    for prefix, document in DOCUMENTS.items():
        rules = [rule for rule in known if rule.startswith(f"{prefix}-")]
        open_rules = [rule for rule in rules if rule not in cited]
        yield f"{document}: {len(rules) - len(open_rules)} of {len(rules)} shown"
        yield from (f"  {rule:<7} {known[rule]}" for rule in open_rules)
    yield f"All: {len(cited & known.keys())} of {len(known)} shown"


def main() -> int:
    print("\n".join(report(known_rules(), set(cited_rules()))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
