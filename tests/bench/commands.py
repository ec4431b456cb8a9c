"""Command lines of the corpus: real ones, with placeholders, nearly every line another."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from generator.command import Effect, Shell
from generator.kinds.entry.model import Command, CommandGroup, Relation

from .sentences import Sentences

_SCOPE = "--resource-group <resource-group> --factory-name <factory-name>"
_PS_SCOPE = '-ResourceGroupName "<resource-group>" -DataFactoryName "<factory-name>"'


@dataclass(frozen=True)
class _Thing:
    """What commands act on: its names in the two tools, and what creating one needs."""

    az: str
    cmdlet: str
    definition: str = "--properties @<file>"

    @property
    def placeholder(self) -> str:
        return f"<{self.az}-name>"


_THINGS = (
    _Thing("pipeline", "Pipeline", "--pipeline @<file>"),
    _Thing("dataset", "Dataset"),
    _Thing("linked-service", "LinkedService"),
    _Thing("trigger", "Trigger"),
    _Thing("data-flow", "DataFlow", "--flow-type MappingDataFlow --properties @<file>"),
)


def groups(random: Random, sentences: Sentences) -> tuple[CommandGroup, ...]:
    """Make eight commands in three groups: looking, changing, looking around."""
    thing = random.choice(_THINGS)
    noun = thing.az.replace("-", " ")
    parts = (
        (f"Inspect the {noun}", Relation.DIRECT, _inspect(thing, sentences)),
        (f"Change the {noun}", Relation.DIRECT, _change(thing, sentences)),
        ("Look at the runs around it", Relation.RELATED, _around(sentences)),
    )
    return tuple(
        CommandGroup(title=title, relation=relation, commands=tuple(commands))
        for title, relation, commands in parts
    )


def _inspect(thing: _Thing, sentences: Sentences) -> Iterator[Command]:
    az, name = f"az datafactory {thing.az}", thing.placeholder
    one, other = sentences.word("field"), sentences.word("field")
    columns = f"{{name:name, {one}:properties.{one}, {other}:properties.{other}}}"
    query = f"--query \"[?contains(name, '{sentences.word('x')}')].{columns}\" --output table"
    yield _read("list", f"{az} list {_SCOPE} {query}", sentences)
    show = f'{az} show {_SCOPE} --name {name} --query "properties.{sentences.word("field")}"'
    yield _read("show", show, sentences)
    cmdlet = f'Get-AzDataFactoryV2{thing.cmdlet} {_PS_SCOPE} -Name "{name}"'
    yield _read("show-powershell", cmdlet, sentences, Shell.POWERSHELL)


def _change(thing: _Thing, sentences: Sentences) -> Iterator[Command]:
    az, name = f"az datafactory {thing.az}", thing.placeholder
    create = f"{az} create {_SCOPE} --name {name} {thing.definition}"
    cmdlet = (
        f'Set-AzDataFactoryV2{thing.cmdlet} {_PS_SCOPE} -Name "{name}" -DefinitionFile "<file>"'
    )
    for command_id, run, shell in (
        ("create", create, Shell.BASH),
        ("replace-powershell", cmdlet, Shell.POWERSHELL),
    ):
        yield Command(
            id=command_id,
            run=run,
            shell=shell,
            purpose=sentences.plain("plain"),
            effect=Effect.OPERATE,
            expect=sentences.line(),
            undo=sentences.line(),
            check_first="show",
            permission=f"Microsoft.DataFactory/factories/{thing.cmdlet.lower()}s/write",
        )
    yield Command(
        id="delete",
        run=f"{az} delete {_SCOPE} --name {name}",
        purpose=sentences.plain("plain"),
        effect=Effect.DESTROY,
        expect=sentences.line(),
        irreversible=sentences.line(),
        check_first="show",
        permission=f"Microsoft.DataFactory/factories/{thing.cmdlet.lower()}s/delete",
    )


def _around(sentences: Sentences) -> Iterator[Command]:
    period = "--last-updated-after <start-time> --last-updated-before <end-time>"
    query = f"--query \"value[?status=='Failed'].{sentences.word('field')}\""
    runs = f"az datafactory pipeline-run query-by-factory {_SCOPE} {period} {query}"
    yield _read("runs", runs, sentences)
    status = f"az datafactory integration-runtime get-status {_SCOPE} --name <runtime-name>"
    field = sentences.word("field")
    yield _read("runtime-status", f'{status} --query "properties.{field}"', sentences)


def _read(command_id: str, run: str, sentences: Sentences, shell: Shell = Shell.BASH) -> Command:
    return Command(
        id=command_id,
        run=run,
        shell=shell,
        purpose=sentences.plain("plain"),
        effect=Effect.DISCOVER,
        expect=sentences.line(),
        permission="Microsoft.DataFactory/factories/read",
    )
