"""The stock that sentences of the corpus are made of: words of the field, and sentence shapes."""


def words(text: str) -> list[str]:
    """Split a list that is easier to read as running text."""
    return text.split()


NOUNS = words("""
    gateway runtime pipeline dataset trigger connection credential vault token endpoint region
    cluster node partition schema column mapping checkpoint watermark cursor batch stream topic
    queue message event schedule window retry timeout quota limit tenant subscription factory
    workspace notebook job task stage step activity branch loop condition variable parameter
    expression function script template definition deployment release environment artifact package
    repository branch-policy approval role identity principal permission scope policy rule filter
    firewall route subnet peering resolver zone record certificate key secret rotation audit log
    metric alert dashboard query index table view procedure transaction lock replica snapshot
    backup archive tier account container blob file folder share mount cache buffer pool worker
    driver executor session request response header payload body status code error exception
    warning incident ticket runbook owner operator engineer team budget invoice meter unit price
    reservation discount forecast latency throughput bandwidth backlog lag delay drift outage
    failover recovery restore drill
""")

ADJECTIVES = words("""
    shared private regional managed dedicated idle busy stale fresh expired pending orphaned
    nested parallel sequential incremental initial final manual scheduled partial complete hidden
    visible encrypted signed trusted external internal upstream downstream primary secondary
    reserved temporary permanent default custom strict lenient slow fast cold warm large small
    empty locked paused failed healthy remote local outgoing incoming
""")

VERBS = words("""
    accept reject create delete update read lock release start restart resume pause cancel queue
    schedule trigger expect report record count measure limit throttle delay retain archive
    restore replace rename move load unload extract transform validate check compare match resolve
    encode decode encrypt rotate renew revoke grant deny allow block forward route open close drain
    fill flush evict cache store fetch request answer confirm detect ignore repeat return exceed
    reach touch need consume share inherit override expose mask
""")

ADVERBS = words("""
    silently immediately eventually only always never rarely usually twice once again later first
    alone automatically manually separately directly
""")

UNITS = ["minutes", "seconds", "hours", "days", "rows", "files", "requests", "MB", "GB", "nodes"]

# {n} noun, {an} noun with its article, {a} adjective, {aa} the same with its article, {v} verb,
# {vs} verbs, {vd} verbed, {r} adverb, {num} number, {u} unit, {x} made-up name, {i} identifier,
# {e} error name, {p} placeholder, {ref} reference.
PLAIN = (
    "The {n} {r} {vs} the {n} before the {a} {n} is {vd}.",
    "Every {a} {n} {vs} one {n}, and the {n} behind it {vs} the rest.",
    "When {an} is {vd}, the {n} and the {n} are {vd} with it, in that order.",
    "What looks like {an} is often {an}: compare both before you {v} the {a} {n}.",
    "A change to the {n} {vs} nothing until the next {n} is {vd}.",
    "Between the {n} and the {n} stands {an}, which {vs} whatever the {a} side cannot {v}.",
    "The {a} {n} keeps its {n} for {num} {u} and {vs} it afterwards.",
    "If two teams {v} the same {n}, the later {n} {vs} the earlier one without a warning.",
    "Neither the {n} nor the {a} {n} is {vd} by default.",
    "Expect {an} of about {num} {u} while the {n} is {vd}; a longer one points at the {a} {n}.",
    "The {n} is billed by the {n}, so {an} that {vs} {r} costs more than it shows.",
    "Ask who owns the {n} before you {v} it, because {an} may {v} it for another {n}.",
    "{Aa} {n} can {v} the {n}, but not the {n} that {vs} it.",
    "One {n} per {n} is enough; a second one {r} {vs} the first.",
    "During {an} the {n} {vs} the last {a} {n} and goes on as if nothing had been {vd}.",
    "The order matters: first {v} the {n}, then {v} the {a} {n}, and only then {v} the {n}.",
    "Where {an} is missing, the {n} {vs} to {an} of its own.",
    "It {vs} the {n} in the {n} of the caller, not in that of the {a} {n}.",
    "Old definitions still {v} the {a} {n}; new ones {v} {an} instead.",
    "Only {an} with {an} can {v} the {n}, whatever the {n} says.",
    "The first {n} after {an} is slow, since the {n} has to be {vd} again.",
    "Most of the {n} is spent on the {n}, so {v} that before you {v} the {n}.",
    "The {n} {vs} up to {num} {u}, after which the {a} {n} is {vd} {r}.",
    "Nothing {vs} the {n} from being {vd} twice, so the {n} must {v} a second {n}.",
    "From the outside {an} that {vs} and {an} that has {vd} look alike.",
    "A team that {vs} the {n} {r} finds the {n} {vd} on the next morning.",
    "The {x} {n} and the {x} {n} disagree on what {an} may {v}.",
    "On {x}, the {n} was {vd} by hand and the {a} {n} {vd} it {r}.",
    "The {n} of {x} {vs} the {n}, which is why its {n} looks {a} from {x}.",
)

CODE = (
    "Set `{i}` to `{num}` where the {n} needs more than {num} {u}.",
    "The field `{i}` names the {n}; when it is empty, the {a} {n} is {vd} instead.",
    "`{e}` means that the {n} {vd} the {n} before the {a} {n} could {v} it.",
    "Look at `{i}` and `{i}` together: one {vs} the {n}, the other the {n}.",
    "Replace `<{p}>` by the name that the {n} shows, not by the {n} of the {a} {n}.",
    "A value of `{num}` in `{i}` {vs} {an} for every {n}.",
    "The {n} writes `{i}` once per {n} and {vs} the older value.",
    "`{i}` cannot be {vd} while {an} {vs} the {n}.",
)

STRONG = (
    "**{An} is not {an}.** The one {vs} the {n}, the other {r} {vs} the {n}.",
    "Do **not** {v} the {n} while the {a} {n} is being {vd}.",
    "The **{a} {n}** {vs} the {n}; *its {n}* only {vs} what is left.",
)

REFERENCES = (
    "The {n} is {vd} by {ref}, which {vs} the {a} {n} as well.",
    "See {ref} for the {n} that {vs} the {n} here.",
    "Unlike {ref}, this one {vs} the {n} only after {an}.",
)

DEFINITIONS = (
    "The {a} {n} that {vs} {an} for {an}, and {vs} it when the {n} is {vd}.",
    "{An} that {vs} the {n} of one {n}; other parts {v} it by name.",
    "{Aa} {n} between {an} and {an}: it {vs} what arrives and {vs} the rest.",
    "The setting that says which {n} may {v} {an}, and for how long the {n} is {vd}.",
)

SYMPTOMS = (
    "{e}: The {n} '{x}' could not be {vd} within {num} {u}.",
    "Failed to {v} the {a} {n} {x} because {an} is {vd}.",
    "ErrorCode={e}, the {n} {vd} {num} {u}, expected at most {num}.",
    "The {n} stays {a} after {an}, and {num} {u} are {vd} {r}",
    "{x}: {n} above {num} {u}",
)

HEADINGS = (
    "The {a} {n} that {vd} {r}",
    "Moving {an} out of the {a} {n}",
    "{num} {u} of {n}, and no {n}",
    "Two teams and one {a} {n}",
)
