"""Derives docs/ from rules and options: `python -m newslint.docs` writes, `--check` says what is stale.

That is docs/rules/ (pages whose rule is gone are removed), docs/configuration.md and docs/newslint.schema.json.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newslint.config import OPTIONS
from newslint.config import Option as ConfigOption
from newslint.registry import Registry, load_folder, rules_folder
from newslint.rule import Example, Rule
from newslint.schema import schema

_FAMILY_TITLES = {
    "words": "words: typed twice, and a or an",
    "case": "case: capitals",
    "space": "space: white space and punctuation",
    "quotes": "quotes: quotation marks, apostrophes, brackets",
    "text": "text: damage by scraping and encoding",
    "facts": "facts: what an article says about itself",
}
_VISIBLE = {"\u00a0": "␣", "\u200b": "<U+200B>", "\t": "→", "\ufeff": "<U+FEFF>", "\u00ad": "<U+00AD>", "\r": "␍"}
_MOST_EXAMPLES = 12


def pages(registry: Registry) -> dict[str, str]:
    """Path below docs/ to text of everything that is derived."""
    out = {f"rules/{rule.name}.md": page(rule) for rule in registry.rules.values()}
    out["rules/README.md"] = _catalogue(registry)
    out["configuration.md"] = _configuration()
    out["newslint.schema.json"] = json.dumps(schema(registry), indent=2, ensure_ascii=False) + "\n"
    return out


def page(rule: Rule) -> str:
    """The page of one rule, always under the same headings."""
    lines = [
        f"# {rule.name}",
        "",
        f"Family `{rule.family}` · preset `{rule.preset}` · severity {rule.severity.label} · fix {rule.fix.label}",
        "",
        "## Why",
        "",
        rule.why,
        "",
    ]
    if rule.info_in:
        lines += [f"In {' and '.join(sorted(rule.info_in))} it is no more than worth a look (`info`).", ""]
    if rule.cases:
        lines += ["## Cases", "", "| case | severity | fix |", "|---|---|---|"]
        lines += [f"| {name} | {rule.severity_of(name).label} | {rule.safety_of(name).label} |" for name in rule.cases]
        lines.append("")
    lines += ["## Wrong", "", *_examples(rule.bad), "", "## Right", "", *_examples(rule.good), ""]
    if rule.todo:
        lines += ["## Known to be judged wrongly", "", *_examples(rule.todo), ""]
    lines += ["## Options", "", *_options(rule), ""]
    lines += ["## When to turn it off", "", rule.turn_off or "When what it finds is right in your copy.", ""]
    lines += ["## How right it is", "", _measured(rule), ""]
    if rule.source:
        lines += ["## Source", "", rule.source, ""]
    return "\n".join(lines)


def _examples(examples: tuple[Example, ...]) -> list[str]:
    out = []
    for example in examples[:_MOST_EXAMPLES]:
        shown = _code(example.marked)
        mend = ""
        if example.fixed is not None:
            mend = f" → {_code(example.fixed)}"
        elif example.alternatives:
            mend = " → " + " or ".join(map(_code, example.alternatives))
        out.append(f"- {shown}{mend}")
    return out


def _code(text: str) -> str:
    text = text.replace("\n", "⏎")
    for char, seen in _VISIBLE.items():
        text = text.replace(char, seen)
    text = "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in text)
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text or text != text.strip() else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _options(rule: Rule) -> list[str]:
    if not rule.options:
        return [f'None, but for the severity: `[rules.{rule.name}] severity = "off"`.']
    out = ["| option | type | default | meaning |", "|---|---|---|---|"]
    for option in rule.options.values():
        default = option.default
        words = ", ".join(sorted(default)) if isinstance(default, frozenset) else str(default)
        kind = " or ".join(option.choices) if option.choices else option.type
        out.append(f"| `{option.name}` | {kind} | {words or '–'} | {option.help} |")
    return out


def _measured(rule: Rule) -> str:
    if not rule.measured:
        return "Not measured yet."
    read, right = rule.measured.get("read", "0"), rule.measured.get("right", "0")
    on = rule.measured.get("on", "")
    note = f" {rule.measured['note']}" if rule.measured.get("note") else ""
    if read == "0":
        return f"Nothing is found in {on}.{note}"
    return f"Of {read} findings read in {on}, {right} were right.{note}"


def _catalogue(registry: Registry) -> str:
    out = ["# Rules", ""]
    for family in registry.families():
        out += [f"## {_FAMILY_TITLES.get(family, family)}", ""]
        out += ["| rule | preset | severity | fix | right / read |", "|---|---|---|---|---|"]
        for rule in registry.in_family(family):
            measured = rule.measured
            share = f"{measured.get('right', '–')} / {measured.get('read', '–')}" if measured else "–"
            name, severity = f"[{rule.name}]({rule.name}.md)", rule.severity.label
            out.append(f"| {name} | {rule.preset} | {severity} | {rule.fix.label} | {share} |")
        out.append("")
    return "\n".join(out)


def _configuration() -> str:
    out = [
        "# Configuration",
        "",
        "`newslint.toml`, or the table `[tool.newslint]` in `pyproject.toml`: the nearest one above the file that is",
        "checked. The command line wins over it. `newslint config FILE` shows what holds for a file and where values",
        "come from; `newslint init` writes a first file. Editors that know TOML schemas find one in",
        "`newslint.schema.json` beside this page.",
        "",
        "| key | value | default | meaning |",
        "|---|---|---|---|",
    ]
    for option in OPTIONS:
        out.append(_option_row(option, option.name))
        prefix = {"per-file": '"GLOB".', "allow": "[]."}.get(option.name, "")
        out += [_option_row(inner, f"{option.name}.{prefix}{inner.name}") for inner in option.keys]
    return "\n".join(out) + "\n"


def _option_row(option: ConfigOption, name: str) -> str:
    kind = " or ".join(option.choices) if option.choices else option.kind
    default = json.dumps(option.default) if option.default not in ("", {}, []) else "–"
    return f"| `{name}` | {kind} | {default} | {option.help} |"


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are stale. Returns the exit status."""
    folder = Path(__file__).parent.parent / "docs"
    wanted = pages(load_folder(rules_folder()))
    found = [*folder.glob("rules/*.md"), *(folder / name for name in wanted if not name.startswith("rules/"))]
    there = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found if path.exists()}
    stale = sorted(name for name in {*wanted, *there} if wanted.get(name) != there.get(name))
    if "--check" in arguments:
        for name in stale:
            print(f"docs/{name} is stale; run: python -m newslint.docs", file=sys.stderr)
        return 1 if stale else 0
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
