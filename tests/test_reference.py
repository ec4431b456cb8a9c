"""Catalogs are made from published references; the samples here are made up."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.catalog import load
from generator.catalog.record import ParameterSet, cmdlet, option_command
from generator.catalog.reference import (
    Imported,
    NothingImportedError,
    import_az,
    import_azurerm,
    import_powershell,
    read_aliases,
    read_az,
    read_azurerm,
    read_powershell,
)

TEAPOT = """---
Module Name: Az.Kitchen
schema: 2.0.0
---

# Get-AzTeapot

## SYNOPSIS
Looks into a teapot.

## SYNTAX

### ByName  (Default)
```
Get-AzTeapot [[-Lid] <String>] [-Kitchen] <String> -Name <String[]> [-Hot]
```

### ByObject
```
Get-AzTeapot [-Teapot] <Pot> [-Name <String[]>] [-Hot]
```

## EXAMPLES

### Example 1
```powershell
### -Fake
Type: System.String
```

## PARAMETERS

### -Hot
Only with hot tea. Written so:

```powershell
Get-AzTeapot -Hot: $true
```

```yaml
Type: System.Management.Automation.SwitchParameter
Parameter Sets: (All)
Aliases:

Required: False
Position: 0
Default value: @{*: &x [
Accept pipeline input: False
```

### -Kitchen
```yaml
Type: System.String
Parameter Sets: ByName
Aliases: Room, Place
Accepted values: On, Off

Required: True
Position: 0
Accept pipeline input: True (ByPropertyName)
```

### -Lid
```yaml
Type: System.String
Parameter Sets: ByName
Aliases:
Accepted values: No

Required: False
Position: 1
Accept pipeline input: True (ByValue)
```

### -Name
```yaml
Type: System.String[]
Parameter Sets: ByName
Aliases:

Required: True
Position: Named
Accept pipeline input: False
```

```yaml
Type: System.String[]
Parameter Sets: ByObject
Aliases: Label

Required: False
Position: Named
Accept pipeline input: False
```

### -Teapot
```yaml
Type: Kitchen.Models.Pot
Parameter Sets: ByObject
Aliases:

Required: True
Position: 0
Accept pipeline input: True (ByPropertyName, ByValue)
```

### CommonParameters
This cmdlet supports the common parameters: -Debug, -Verbose.

## INPUTS
"""

TEAPOT_ROW = {
    "name": "Get-AzTeapot",
    "module": "Az.Kitchen",
    "parameters": {
        "Hot": {"switch": True},
        "Kitchen": {"aliases": ["Room", "Place"], "choices": ["On", "Off"]},
        "Lid": {"choices": ["No"]},
        "Name": {"many": True, "aliases": ["Label"]},
        "Teapot": {},
    },
    "sets": {
        "ByName": {
            "required": ["Kitchen", "Name"],
            "optional": ["Hot", "Lid"],
            "positions": ["Kitchen", "Lid"],
            "piped": ["Kitchen"],
        },
        "ByObject": {
            "required": ["Teapot"],
            "optional": ["Hot", "Name"],
            "positions": ["Teapot"],
            "piped": ["Teapot"],
        },
    },
}


def parameter(kind: str = "System.String", sets: str = "(All)", position: str = "Named") -> str:
    return (
        f"### -Cup\n```yaml\nType: {kind}\nParameter Sets: {sets}\nAliases:\n\nRequired: False\n"
        f"Position: {position}\nAccept pipeline input: False\n```\n"
    )


def page(name: str, parameters: str = "") -> str:
    return (
        f"# {name}\n\n## SYNTAX\n\n```\n{name}\n```\n\n## PARAMETERS\n\n{parameters}\n## INPUTS\n"
    )


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "azps-9.8.7"
    put(folder / "Az.Kitchen/Az.Kitchen.md", "# Az.Kitchen Module\n")
    put(folder / "Az.Kitchen/Get-AzTeapot.md", TEAPOT)
    put(folder / "Az.Garden/Get-AzRose.md", page("Get-AzRose"))
    return folder


def test_a_page_becomes_a_row(release: Path) -> None:
    assert read_powershell(release, ["Az.Kitchen"]) == ("9.8.7", [TEAPOT_ROW], [])


def test_a_row_is_a_record(release: Path) -> None:
    _, rows, _ = read_powershell(release, ["az.kitchen"])
    assert cmdlet(rows[0]).sets[1] == ParameterSet(
        "ByObject", ("Teapot",), ("Hot", "Name"), ("Teapot",), ("Teapot",)
    )


def test_a_cmdlet_with_one_way_to_call_it_has_the_set_that_powershell_names(release: Path) -> None:
    put(release / "Az.Garden/Get-AzRose.md", page("Get-AzRose", parameter()))
    _, rows, _ = read_powershell(release, ["Az.Garden"])
    assert rows[0]["sets"] == {"__AllParameterSets": {"optional": ["Cup"]}}


def test_without_modules_all_are_read(release: Path) -> None:
    _, rows, problems = read_powershell(release)
    assert [row["name"] for row in rows] == ["Get-AzRose", "Get-AzTeapot"]
    assert problems == []


def test_a_module_that_is_not_there_is_told(release: Path) -> None:
    _, rows, problems = read_powershell(release, ["Az.Cellar"])
    assert (rows, problems) == ([], ["azps-9.8.7 has no module Az.Cellar."])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it shows no syntax of a cmdlet"),
        ("# Get-AzTeapot\n", "it shows no syntax of a cmdlet"),
        (TEAPOT.removesuffix("## INPUTS\n") + "```\n", "a fenced block has no end"),
        (page("Get-AzTeapot", parameter(position="first")), "-Cup has the position first"),
    ],
)
def test_a_broken_page_is_told_and_the_rest_is_read(release: Path, text: str, told: str) -> None:
    put(release / "Az.Kitchen/Get-AzTeapot.md", text)
    _, rows, problems = read_powershell(release)
    assert [row["name"] for row in rows] == ["Get-AzRose"]
    assert problems == [f"Az.Kitchen/Get-AzTeapot.md could not be read: {told}."]


def test_a_page_that_is_not_text_is_told(release: Path) -> None:
    (release / "Az.Kitchen/Get-AzTeapot.md").write_bytes(b"# Get-\xff")
    _, rows, problems = read_powershell(release)
    assert len(rows) == len(problems) == 1


def test_a_set_that_the_syntax_does_not_show_is_told_and_left_out(release: Path) -> None:
    put(release / "Az.Garden/Get-AzRose.md", page("Get-AzRose", parameter(sets="ByScent")))
    _, rows, problems = read_powershell(release, ["Az.Garden"])
    assert rows[0]["sets"] == {"__AllParameterSets": {}}
    assert problems == [
        "Az.Garden/Get-AzRose.md: -Cup is of the set ByScent, which the syntax does not show."
    ]


@pytest.mark.parametrize(
    ("kind", "many"),
    [
        ("System.String[]", True),
        ("System.Collections.Generic.List`1[System.String]", True),
        ("System.Collections.ArrayList", True),
        ("System.Collections.Hashtable", False),
        ("System.Collections.Generic.IDictionary`2[System.String,System.String]", False),
        ("System.Nullable`1[System.Int32]", False),
        ("Kitchen.Models.TeapotList", False),
    ],
)
def test_a_parameter_takes_a_list_when_its_type_is_one(
    release: Path, kind: str, *, many: bool
) -> None:
    put(release / "Az.Garden/Get-AzRose.md", page("Get-AzRose", parameter(kind)))
    _, rows, _ = read_powershell(release, ["Az.Garden"])
    assert rows[0]["parameters"] == {"Cup": {"many": True} if many else {}}


@pytest.fixture
def migration(tmp_path: Path) -> Path:
    tool = tmp_path / "migration/powershell-module/Az.Tools.Migration"
    specs = tool / "Resources/ModuleSpecs"
    aliases = {
        "Get-AzureRmTeapot": "Get-AzTeapot",
        "Get-AzureRmTeapots": "Get-AzTeapots",
        "Get-AzTeapots": "Get-AzTeapot",
        "Get-AzureTeapot": "Get-AzTeapot",
    }
    rows = [{"Name": name, "ResolvedCommand": after} for name, after in aliases.items()]
    put(tool / "Az.Tools.Migration.psd1", "@{\n    ModuleVersion = '1.2.3'\n}\n")
    put(specs / "Az/Latest/9.1.0/CmdletAliases/Aliases.json", "[]")
    put(specs / "Az/Latest/10.2.0/CmdletAliases/Aliases.json", "\ufeff" + json.dumps(rows))
    put(specs / "Az/Latest/10.2.0/Az.Kitchen.1.0.0.Cmdlets.json", '[{"Command": "Get-AzSpoon"}]')
    old = [{"Command": "Get-AzureRmSpoon"}, {"Command": "Get-AzureRmLadle"}, {"Command": "Get-Sup"}]
    put(specs / "AzureRM/6.0.0/AzureRM.Kitchen.1.0.0.Cmdlets.json", json.dumps(old))
    return tmp_path / "migration"


def test_a_retired_name_leads_to_the_cmdlet_behind_every_alias(migration: Path) -> None:
    assert read_azurerm(migration) == [
        {"name": "Get-AzureRmTeapot", "instead": "Get-AzTeapot"},
        {"name": "Get-AzureRmTeapots", "instead": "Get-AzTeapot"},
        {"name": "Get-AzureRmSpoon", "instead": "Get-AzSpoon"},
        {"name": "Get-AzureRmLadle", "instead": ""},
    ]


def test_second_names_are_those_of_az_alone(migration: Path) -> None:
    assert read_aliases(migration) == {"Get-AzTeapots": "Get-AzTeapot"}


POUR = """### YamlMime:AzureCLIGroup
uid: az_teapot
name: az teapot
extensionInformation: |-
  > This is part of the **kitchen** extension for the Azure CLI.
directCommands:
- uid: az_teapot_pour
  name: az teapot pour
  status: Preview
  isPreview: true
  requiredParameters:
  - name: --cup -c
    acceptedValues: 1.10, Big
    isRequired: true
  - name: <GUEST>
  optionalParameters:
  - name: --ids
    groupName: Resource Id Arguments
  - name: --teapot-name --name -n
    groupName: Resource Id Arguments
  - name: --yes -y
    defaultValue: "False"
  - name: --hot
    defaultValue: "False"
    acceptedValues: false, true
  - name: --milk --cream
    isDeprecated: true
    deprecateInfo: Option '--cream' has been deprecated. Use '--milk' instead.
  - name: --sugar
    defaultValue: "2"
    isDeprecated: true
    deprecateInfo: Argument 'sugar' has been deprecated. Use 'sweetener' instead.
  - name: --kind
    acceptedValues: Black, Green, Black, Green
  globalParameters:
  - name: --debug
- uid: az_teapot_break(cellar)
  name: az teapot break
  extensionSuffix: cellar
  isExperimental: true
  isDeprecated: true
  deprecateInfo: This command has been deprecated. Use 'az teapot drop' instead.
  optionalParameters:
  - name: --subscription
"""

POUR_ROW: dict[str, Any] = {
    "name": "teapot pour",
    "options": [
        {
            "names": ["--cup", "-c"],
            "required": True,
            "values": "+",
            "choices": ["1.10", "Big"],
            "any_case": True,
        },
        {"title": "GUEST", "required": True, "values": "+"},
        {"names": ["--ids"], "values": "+"},
        {"names": ["--teapot-name", "--name", "-n"]},
        {"names": ["--yes", "-y"], "values": "0"},
        {"names": ["--hot"], "values": "?", "choices": ["false", "true"], "any_case": True},
        {"names": ["--milk", "--cream"], "values": "*", "old_names": {"--cream": "--milk"}},
        {"names": ["--sugar"], "values": "+", "deprecated": ""},
        {"names": ["--kind"], "values": "*"},
        {"names": ["--subscription"]},
    ],
    "status": "preview",
    "asks": True,
}
BREAK_ROW = {
    "name": "teapot break",
    "options": [{"names": ["--subscription"]}],
    "status": "experimental",
    "deprecated": "teapot drop",
}


@pytest.fixture
def groups(tmp_path: Path) -> Path:
    put(tmp_path / "latest/TOC.yml", "- name: kitchen\n- name: cellar\n")
    put(tmp_path / "latest/teapot.yml", POUR)
    return tmp_path / "latest"


def test_a_command_of_a_group_becomes_a_row(groups: Path) -> None:
    assert read_az(groups, "kitchen") == ([POUR_ROW], [])
    assert option_command(POUR_ROW).asks


def test_a_command_in_the_group_of_another_extension_belongs_to_its_own(groups: Path) -> None:
    assert read_az(groups, "cellar") == ([BREAK_ROW], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kitchen: [", "it is no YAML"),
        ("extensionInformation: '**kitchen** extension'\ndirectCommands: [{}]", "KeyError, 'name'"),
    ],
)
def test_a_broken_group_is_told_and_the_rest_is_read(groups: Path, text: str, told: str) -> None:
    put(groups / "teapot/lid.yml", text)
    rows, problems = read_az(groups, "kitchen")
    assert rows == [POUR_ROW]
    assert problems == [f"teapot/lid.yml could not be read: {told}."]


def test_two_imports_give_the_same_bytes(
    release: Path, migration: Path, groups: Path, tmp_path: Path
) -> None:
    for target in (tmp_path / "first", tmp_path / "second"):
        import_powershell(release, target, migration=migration)
        import_azurerm(migration, target)
        import_az(groups, target, extension="kitchen", version="0.1")
    files = sorted(path.name for path in (tmp_path / "first").iterdir())
    assert files == ["az-kitchen.jsonl", "az-powershell.jsonl", "azurerm.jsonl"]
    for name in files:
        first, second = (tmp_path / folder / name for folder in ("first", "second"))
        assert first.read_bytes() == second.read_bytes()


def test_a_catalog_says_where_it_is_from(release: Path, migration: Path, tmp_path: Path) -> None:
    made = [
        import_powershell(release, tmp_path / "out", migration=migration),
        import_azurerm(migration, tmp_path / "out"),
    ]
    assert [each.count for each in made] == [2, 4]
    catalogs = [load(each.path) for each in made]
    assert [(c.header.kind, c.stamp, c.header.source) for c in catalogs] == [
        (
            "cmdlets",
            "Az 9.8.7",
            "Microsoft's published reference, azure-docs-powershell azps-9.8.7; "
            "aliases of Az 10.2.0 from azure-powershell-migration",
        ),
        ("retired", "AzureRM 6.0.0", "azure-powershell-migration 1.2.3"),
    ]
    assert json.loads(catalogs[0].lines["get-azteapot"])["aliases"] == ["Get-AzTeapots"]


def test_what_became_a_cmdlet_of_its_own_is_no_alias(
    release: Path, migration: Path, tmp_path: Path
) -> None:
    put(release / "Az.Kitchen/Get-AzTeapots.md", page("Get-AzTeapots"))
    made = import_powershell(release, tmp_path / "out", migration=migration)
    assert "aliases" not in json.loads(load(made.path).lines["get-azteapot"])


def test_a_broken_file_of_the_migration_tool_replaces_no_catalog(
    migration: Path, tmp_path: Path
) -> None:
    made = import_azurerm(migration, tmp_path / "out")
    before = made.path.read_bytes()
    put(next(migration.rglob("10.2.0/**/Aliases.json")), "[{")
    with pytest.raises(NothingImportedError, match="is no checkout of azure-powershell-migration"):
        import_azurerm(migration, tmp_path / "out")
    assert made.path.read_bytes() == before


@pytest.mark.parametrize(
    "read",
    [
        import_powershell,
        import_azurerm,
        partial(import_az, extension="kitchen", version="0.1"),
        partial(import_az, extension="", version="0.1"),
    ],
    ids=["powershell", "azurerm", "az", "az without an extension"],
)
def test_a_folder_without_a_reference_replaces_no_catalog(
    tmp_path: Path, read: Callable[[Path, Path], Imported]
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingImportedError):
        read(tmp_path / "empty", tmp_path / "out")
    assert not (tmp_path / "out").exists()
