"""Holds the JSON Schemas of `tiendo schema --dir` against the content of a site, with independent readers.

usage: python schemas.py SCHEMAS SITE
"""

import copy
import json
import re
import sys
from pathlib import Path

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2 core rules, as editors read: no dates, `no` and `on` are texts."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]*\.[0-9]+|[0-9]+\.?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("merge", r"^(?:<<)$", "<"),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))

FOLDERS = {"agencies": "agencies", "tasks": "tasks", "meetings": "meeting", "documents": "document", "import": "import", "news": "news", "pages": "page"}


def kind_of(path, content):
    parts = path.relative_to(content).parts
    return "site" if parts == ("site.yaml",) else FOLDERS.get(parts[0])


def read(path):
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".md":
        text = text.split("\n---", 1)[0].split("---", 1)[1]
    return yaml.load(text, Core)


def check_examples(name, schema):
    """Every example and default is valid by its own schema."""
    count = 0
    for record in [schema, *schema.get("definitions", {}).values()]:
        for field, part in record["properties"].items():
            alone = {**part, "definitions": schema.get("definitions", {})}
            for value in [*part["examples"], *([part["default"]] if "default" in part else [])]:
                jsonschema.Draft7Validator(alone).validate(value)
                count += 1
            assert part["description"], f"{name} {field}"
    return count


def must_refuse(validator, value, change, what):
    broken = copy.deepcopy(value)
    change(broken)
    assert not validator.is_valid(broken), f"{what} is not refused"


def main():
    schemas, content = Path(sys.argv[1]), Path(sys.argv[2]) / "content"
    validators, examples = {}, 0
    for path in sorted(schemas.glob("*.schema.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        name = path.name.removesuffix(".schema.json")
        validators[name] = jsonschema.Draft7Validator(schema)
        examples += check_examples(name, schema)
    assert len(validators) == 8, sorted(validators)

    found, faults = {}, []
    for path in sorted(content.rglob("*")):
        if path.suffix not in (".yaml", ".yml", ".md") or path.name.startswith("README"):
            continue
        kind = kind_of(path, content)
        value = read(path)
        found.setdefault(kind, []).append(value)
        for error in validators[kind].iter_errors(value):
            faults.append(f"{path.relative_to(content)}: {list(error.absolute_path)}: {error.message[:200]}")
    assert not faults, "\n".join(faults)

    # A schema that takes everything would pass the above.
    site, tasks = found["site"][0], next(t for t in found["tasks"] if t["tasks"])
    task = lambda broken: broken["tasks"][0]
    for what, kind, value, change in [
        ("a misspelt field", "site", site, lambda b: b.update(titel="x")),
        ("a missing title", "site", site, lambda b: b.pop("title")),
        ("an unknown language", "site", site, lambda b: b.update(language="fr")),
        ("a threshold out of range", "site", site, lambda b: b.update(thresholds={"due_soon_days": 999})),
        ("an id with capitals", "tasks", tasks, lambda b: task(b).update(id="Viec A")),
        ("a date as in a document", "tasks", tasks, lambda b: task(b).update(due="30/6/2024")),
        ("two deadlines", "tasks", tasks, lambda b: task(b).update(due={"on": "2024-01-02", "by": "2024"})),
        ("a deadline of nothing", "tasks", tasks, lambda b: task(b).update(due={"adhoc": True})),
        ("an unknown state", "tasks", tasks, lambda b: task(b).update(updates=[{"date": "2024", "progress": "done"}])),
        ("empty evidence", "tasks", tasks, lambda b: task(b).update(updates=[{"date": "2024", "evidence": [{}]}])),
        ("a script as address", "site", site, lambda b: b.update(base_url="javascript:alert(1)")),
        ("a misspelt front matter", "meeting", found["meeting"][0], lambda b: b.update(titel="x")),
    ]:
        must_refuse(validators[kind], value, change, what)
    files = sum(map(len, found.values()))
    print(f"{len(validators)} schemas with {examples} examples, {files} files of content")


if __name__ == "__main__":
    main()
