"""The terms of the corpus: titles and ids, each once, spread over domains and services."""

from dataclasses import dataclass

from .phrases import words

_FIRST = words("""
    Adaptive Bounded Cached Deferred Elastic Federated Guarded Hosted Isolated Joined Keyed Layered
    Mirrored Nested Ordered Pooled Quoted Replicated Sealed Tiered Unified Versioned Watched Zoned
    Batched Brokered Chained Detached Drained Fenced Hashed Indexed Leased Mapped Paged Pinned
    Ranked Routed Sampled Sharded
""")
_MIDDLE = words("""
    access audit backup change copy cost data event file flow identity job key ledger load log
    message metric network policy query record request run schema secret session stream table token
""")
_LAST = words("""
    adapter anchor barrier bridge broker buffer catalog channel cursor domain engine envelope gate
    gateway grant handler journal lease link monitor pipeline pool profile queue registry relay
    resolver runtime store window
""")
_STEP = 7919  # has no factor in common with the number of titles, so no title comes twice

DOMAINS = {
    "analytics": ("data-factory", "lakehouse", "query-engine", "semantic-models", "streaming"),
    "compute": ("batch-pools", "container-hosts", "functions", "scale-sets", "virtual-machines"),
    "containers": ("build-service", "cluster-service", "ingress", "mesh", "registry"),
    "databases": ("cache-service", "document-store", "graph-store", "relational", "time-series"),
    "devops": ("artifact-feeds", "boards", "delivery", "repositories", "test-plans"),
    "identity": ("access-reviews", "applications", "conditional-access", "directory", "workloads"),
    "integration": ("api-gateway", "event-hub", "logic-flows", "message-bus", "partner-links"),
    "monitoring": ("alerting", "dashboards", "log-store", "metrics", "tracing"),
    "networking": ("dns", "firewalls", "load-balancing", "private-links", "virtual-networks"),
    "storage": ("archive", "blobs", "disks", "file-shares", "transfer"),
}
SERVICES = [(domain, service) for domain, services in DOMAINS.items() for service in services]
OWNERS = ("data-platform", "cloud-platform", "site-reliability", "security-engineering")
LABELS = ("authoring", "compute-parts", "network-paths", "recovery", "spending")


@dataclass(frozen=True)
class Term:
    """An entry before it has any text."""

    id: str
    title: str
    domain: str
    service: str


def terms(size: int) -> list[Term]:
    """Give the first `size` terms; a larger corpus begins with the terms of a smaller one."""
    most = len(_FIRST) * len(_MIDDLE) * len(_LAST)
    if size > most:
        raise ValueError(f"there are {most:,} titles")
    return [_term(number, most) for number in range(size)]


def _term(number: int, most: int) -> Term:
    left, last = divmod(number * _STEP % most, len(_LAST))
    first, middle = divmod(left, len(_MIDDLE))
    title = f"{_FIRST[first]} {_MIDDLE[middle]} {_LAST[last]}"
    domain, service = SERVICES[number % len(SERVICES)]
    return Term(title.lower().replace(" ", "-"), title, domain, service)
