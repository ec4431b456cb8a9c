"""What a command does, told from its name where a name can tell.

The verbs were reviewed against the 6,105 commands of az 2.91.0 and the approved verbs of PowerShell
(https://learn.microsoft.com/powershell/scripting/developer/cmdlet/approved-verbs-for-windows-powershell-commands).
A verb that means one thing here and another there proposes both.
"""

from collections.abc import Mapping

from generator.command import Effect

READS = frozenset({Effect.DISCOVER})
CHANGES = frozenset({Effect.OPERATE})
LOSES = frozenset({Effect.DESTROY})
READS_OR_CHANGES = READS | CHANGES
CHANGES_OR_LOSES = CHANGES | LOSES
ANYTHING = READS | CHANGES | LOSES

_VERBS: Mapping[frozenset[Effect], str] = {
    READS: "list show get exists check query wait validate find stats status logs log tail browse "
    "version info verify what url preview evaluate search summarize ping peek format lint "
    "decompile stream retrieve fetch download describe state details report cheat diff next lookup "
    "test-connectivity test-ip-flow",
    CHANGES: "create update set add start stop restart enable disable assign cancel approve reject "
    "import upload migrate upgrade recover move sync install resize scale backup undelete activate "
    "build grant lock register resume snapshot accept prepare attach copy login logout apply "
    "reconcile bind swap promote change refresh abort unlock publish initiate configure up append "
    "authorize deploy merge setup reschedule populate commit link acquire redeploy resync push "
    "proxy use archive send connect initialize reconfigure mount provision join claim clone "
    "suspend trigger patch tag onboard rename reconnect invite extend insert put submit "
    "subscribe rerun reapply pause unpause backfill configure-factory-repo edit self release "
    "hibernate",
    LOSES: "delete purge",
    READS_OR_CHANGES: "export generate test scan simulate assess capture open ssh sign encrypt "
    "decrypt cleanup",
    CHANGES_OR_LOSES: "remove clear reset restore revert failover renew regenerate rotate detach "
    "revoke deallocate generalize convert complete uninstall unregister unlink unbind unset untag "
    "unmount unsubscribe unauthorize disconnect rollback deactivate reimage reboot replace rewrite "
    "terminate flush close offboard transitiontocmk finalize break decommission cutover georestore "
    "failback recycle clean reserialize",
}
_CMDLET_VERBS: Mapping[frozenset[Effect], str] = {
    READS: "get test find search measure compare resolve show watch wait read trace ping confirm "
    "select where sort group format out write convertto convertfrom",
    CHANGES: "new set update add start stop restart enable disable resume suspend sync save import "
    "move rename copy register grant connect disconnect approve deny mount publish install lock "
    "unlock protect unprotect merge switch undo edit initialize join open close push submit "
    "request assert deploy complete",
    READS_OR_CHANGES: "export receive backup debug",
    CHANGES_OR_LOSES: "remove clear reset restore revoke unregister uninstall unpublish dismount "
    "repair convert split expand limit redo step block hide optimize",
}
_OF_VERB = {verb: effects for effects, verbs in _VERBS.items() for verb in verbs.split()}
_OF_CMDLET = {verb: effects for effects, verbs in _CMDLET_VERBS.items() for verb in verbs.split()}
_METHODS = {"get": READS, "head": READS, "options": READS, "delete": LOSES}


def effects_of_command(name: str, options: Mapping[str, str | None]) -> frozenset[Effect]:
    """What `az vm delete` and its like may do; everything, where the name does not tell.

    `options` are those given, with their first value where it is known.
    """
    words = name.split()
    if words[:2] == ["az", "rest"]:
        method = options.get("--method", "get")
        return _METHODS.get((method or "").lower(), CHANGES_OR_LOSES)
    for word in reversed(words[-2:]):
        effects = _OF_VERB.get(word) or _OF_VERB.get(word.partition("-")[0])
        if effects:
            return effects
    return ANYTHING


def effects_of_cmdlet(name: str) -> frozenset[Effect]:
    """What a cmdlet may do, by its verb."""
    return _OF_CMDLET.get(name.partition("-")[0].lower(), ANYTHING)


def worst(effects: frozenset[Effect]) -> Effect | None:
    """The effect to reckon with; None where nothing is known."""
    if effects == ANYTHING:
        return None
    return max(effects, key=list(Effect).index, default=None)
