"""Commands that print a secret. Reviewed one by one: names propose, and are wrong too often.

Reviewed for az 2.91.0, the extension datafactory 1.0.4, Airflow 3.3.2 and Az 16.2.0. The lists hold
facts about commands, and no secrets.
"""

from collections.abc import Mapping

_REVEALS = frozenset(
    {
        "account get-access-token",
        "acr credential show",
        "airflow connections export",
        "airflow connections get",
        "aks get-credentials",
        "aks namespace get-credentials",
        "ams asset get-sas-urls",
        "ams streaming-locator list-content-keys",
        "apim nv show-secret",
        "appconfig credential list",
        "aro get-admin-kubeconfig",
        "aro list-credentials",
        "batch account keys list",
        "cognitiveservices account keys list",
        "containerapp job secret show",
        "containerapp secret show",
        "cosmosdb keys list",
        "cosmosdb list-connection-strings",
        "cosmosdb list-keys",
        "cosmosdb list-read-only-keys",
        "datafactory get-data-plane-access",
        "datafactory get-git-hub-access-token",
        "datafactory integration-runtime get-connection-info",
        "datafactory integration-runtime list-auth-key",
        "disk grant-access",
        "eventgrid domain key list",
        "eventgrid partner namespace key list",
        "eventgrid topic key list",
        "eventhubs eventhub authorization-rule keys list",
        "eventhubs georecovery-alias authorization-rule keys list",
        "eventhubs namespace authorization-rule keys list",
        "functionapp deployment list-publishing-credentials",
        "functionapp deployment list-publishing-profiles",
        "functionapp function keys list",
        "functionapp keys list",
        "hdinsight credentials show",
        "iot dps policy list",
        "iot dps policy show",
        "iot hub policy list",
        "iot hub policy show",
        "iot hub show-connection-string",
        "keyvault secret download",
        "keyvault secret set",
        "keyvault secret show",
        "maps account keys list",
        "monitor log-analytics workspace get-shared-keys",
        "netappfiles cache list-peering-passphrase",
        "netappfiles volume bucket generate-akv-credential",
        "netappfiles volume bucket generate-credential",
        "network express-route auth list",
        "network express-route auth show",
        "network vpn-connection shared-key show",
        "redis list-keys",
        "relay hyco authorization-rule keys list",
        "relay namespace authorization-rule keys list",
        "relay wcfrelay authorization-rule keys list",
        "search admin-key show",
        "search query-key list",
        "search service admin-key list",
        "search service query-key list",
        "servicebus georecovery-alias authorization-rule keys list",
        "servicebus namespace authorization-rule keys list",
        "servicebus queue authorization-rule keys list",
        "servicebus topic authorization-rule keys list",
        "signalr key list",
        "snapshot grant-access",
        "staticwebapp secrets list",
        "storage account generate-sas",
        "storage account keys list",
        "storage account local-user list-keys",
        "storage account show-connection-string",
        "storage blob generate-sas",
        "storage container generate-sas",
        "storage file generate-sas",
        "storage fs directory generate-sas",
        "storage fs file generate-sas",
        "storage fs generate-sas",
        "storage queue generate-sas",
        "storage share generate-sas",
        "storage table generate-sas",
        "synapse integration-runtime list-auth-key",
        "vm boot-diagnostics get-boot-log-uris",
        "webapp config connection-string list",
        "webapp deployment container show-cd-url",
        "webapp deployment list-publishing-credentials",
        "webapp deployment list-publishing-profiles",
    }
)
"""Print a secret that exists."""
_MINTS = frozenset(
    {
        "acr connected-registry install renew-credentials",
        "acr credential renew",
        "acr token create",
        "acr token credential generate",
        "ad app credential reset",
        "ad sp create-for-rbac",
        "ad sp credential reset",
        "ams account sp reset-credentials",
        "appconfig credential regenerate",
        "batch account keys renew",
        "cognitiveservices account keys regenerate",
        "cosmosdb keys regenerate",
        "cosmosdb regenerate-key",
        "datafactory integration-runtime regenerate-auth-key",
        "eventgrid domain key regenerate",
        "eventgrid partner namespace key regenerate",
        "eventgrid topic key regenerate",
        "eventhubs eventhub authorization-rule keys renew",
        "eventhubs namespace authorization-rule keys renew",
        "iot dps policy create",
        "iot hub policy create",
        "iot hub policy renew-key",
        "maps account keys renew",
        "mariadb server create",
        "mysql flexible-server create",
        "mysql server create",
        "network express-route auth create",
        "network vpn-connection shared-key reset",
        "postgres flexible-server create",
        "redis regenerate-keys",
        "relay hyco authorization-rule keys renew",
        "relay namespace authorization-rule keys renew",
        "relay wcfrelay authorization-rule keys renew",
        "search admin-key renew",
        "search query-key create",
        "search service admin-key regenerate",
        "search service query-key create",
        "servicebus namespace authorization-rule keys renew",
        "servicebus queue authorization-rule keys renew",
        "servicebus topic authorization-rule keys renew",
        "signalr key renew",
        "sshkey create",
        "staticwebapp secrets reset-api-key",
        "storage account keys renew",
        "storage account local-user regenerate-password",
        "synapse integration-runtime regenerate-auth-key",
    }
)
"""Make a new secret and print it."""
_WHEN: Mapping[str, str] = {
    "acr connected-registry get-settings": "--generate-password",
    "acr login": "--expose-token",
    "ams content-key-policy list": "--with-secrets",
    "ams content-key-policy show": "--with-secrets",
    "containerapp job secret list": "--show-values",
    "containerapp secret list": "--show-values",
}
"""Print a secret when this option is given."""
_CMDLETS = frozenset(
    f"{verb}-az{noun}".lower()
    for verb, nouns in {
        "get": """
            AccessToken AllVirtualNetworkGatewayRadiusServerSecret
            AllVpnServerConfigurationRadiusServerSecret
            ApiManagementAuthorizationServerClientSecret ApiManagementGatewayKey
            ApiManagementIdentityProviderClientSecret
            ApiManagementOpenIdConnectProviderClientSecret ApiManagementSsoToken
            ApiManagementSubscriptionKey ApiManagementTenantAccessSecret
            ApiManagementTenantGitAccessSecret AppConfigurationStoreKey
            ArcResourceBridgeApplianceCredential ArcResourceBridgeCredential BatchAccountKey
            CognitiveServicesAccountKey CommunicationServiceKey
            ConfluentOrganizationClusterApiKey ConnectedKubernetesUserCredential
            ConnectedNetworkDeviceRegistrationKey ContainerAppAuthToken
            ContainerAppConnectedEnvDaprSecret ContainerAppJobSecret
            ContainerAppManagedEnvAuthToken ContainerAppManagedEnvDaprSecret ContainerAppSecret
            ContainerRegistryCredential CosmosDBAccountKey DataBoxJobCredential
            DatadogMonitorApiKey DatadogMonitorDefaultKey DataFactoryGatewayAuthKey
            DataFactoryV2IntegrationRuntimeKey DataMigrationSqlServiceAuthKey
            EdgeMarketplaceOfferAccessToken ElasticOrganizationApiKey EventGridDomainKey
            EventGridNamespaceKey EventGridNamespaceTopicKey EventGridPartnerNamespaceKey
            EventGridTopicKey EventHubKey FluidRelayServerKey ImportExportBitLockerKey
            IotHubConnectionString IotHubDeviceConnectionString IotHubKey
            IotHubModuleConnectionString MapsAccountKey MixedRealityObjectAnchorsAccountKey
            MixedRealityRemoteRenderingAccountKey MixedRealitySpatialAnchorsAccountKey
            MlWebServiceKey MLWorkspaceComputeKey MLWorkspaceDatastoreSecret MLWorkspaceKey
            MLWorkspaceNotebookAccessToken MLWorkspaceNotebookKey MLWorkspaceOnlineEndpointKey
            MLWorkspaceOnlineEndpointToken MLWorkspaceStorageAccountKey NotificationHubListKey
            NotificationHubPNSCredential NotificationHubsNamespaceListKey
            OperationalInsightsWorkspaceSharedKey PurviewAccountKey RedisCacheKey
            RedisEnterpriseCacheKey RelayKey SearchAdminKeyPair SearchQueryKey ServiceBusKey
            SignalRKey SpringCloudTestKey StaticWebAppSecret StorageAccountKey
            StorageLocalUserKey SynapseIntegrationRuntimeKey
            VirtualNetworkGatewayConnectionSharedKey VMwarePrivateCloudAdminCredential
            WebAppPublishingProfile WebAppSlotPublishingProfile WebPubSubKey
            WvdHostPoolRegistrationToken
        """,
        "new": """
            ADAppCredential ADServicePrincipal ADSpCredential ApiManagementUserToken
            AppConfigurationStoreKey ApplicationInsightsApiKey AutomationKey BatchAccountKey
            BotServiceDirectLineKey CognitiveServicesAccountKey CommunicationServiceKey
            ConfluentOrganizationApiKey CosmosDBAccountKey DataFactoryGatewayAuthKey
            DataFactoryV2IntegrationRuntimeKey DataLakeGen2SasToken
            DataMigrationSqlServiceAuthKey EventGridDomainKey EventGridNamespaceKey
            EventGridNamespaceTopicKey EventGridPartnerNamespaceKey EventGridTopicKey
            EventHubAuthorizationRuleSASToken EventHubKey FluidRelayServerKey IotHubKey
            IotHubSasToken MapsAccountKey MixedRealityObjectAnchorsAccountKey
            MixedRealityRemoteRenderingAccountKey MixedRealitySpatialAnchorsAccountKey
            NetAppFilesBucketCredential NotificationHubKey NotificationHubsNamespaceKey
            RedisCacheKey RedisEnterpriseCacheKey RelayKey SearchAdminKey SearchQueryKey
            ServiceBusAuthorizationRuleSASToken ServiceBusKey SignalRKey SpringCloudTestKey
            SqlSyncAgentKey StorageAccountKey StorageAccountSASToken StorageBlobSASToken
            StorageContainerSASToken StorageFileSASToken StorageLocalUserSshPassword
            StorageQueueSASToken StorageShareSASToken StorageTableSASToken
            SynapseIntegrationRuntimeKey WebPubSubKey
        """,
        "reset": "StaticWebAppApiKey VirtualNetworkGatewayConnectionSharedKey",
        "set": "VirtualNetworkGatewayConnectionSharedKey",
    }.items()
    for noun in nouns.split()
)
"""Cmdlets that print a secret, judged by the synopsis of each whose name suggests one."""
_CMDLETS_WHEN: Mapping[str, str] = {"get-azkeyvaultsecret": "-AsPlainText"}


def command_prints_secret(name: str, options: Mapping[str, str | None]) -> bool:
    """Whether `az …` or `airflow …` prints a secret; not when its output is cut or dropped.

    What `--query` leaves of it cannot be told, so that is the author's to say.
    """
    if "--query" in options or options.get("--output") == "none":
        return False
    own = name.removeprefix("az ")
    return own in _REVEALS or own in _MINTS or _WHEN.get(own, "") in options


def cmdlet_prints_secret(name: str, options: Mapping[str, str | None]) -> bool:
    """Whether a cmdlet prints a secret with these parameters."""
    key = name.lower()
    return key in _CMDLETS or _CMDLETS_WHEN.get(key, "") in options
