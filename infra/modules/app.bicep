// The bot itself: at least two instances. The probes ask /healthz, of one instance. /readyz also tells of what all instances
// share (the store, work that is late): as a probe it would take all of them out of service at once, so it is watched by an alert.

param name string
param location string
param image string
param registryName string
param identityId string
param identityClientId string
@description('Empty: outside any network of ours.')
param appSubnetId string
param workspaceId string
param botAppId string
param tenants array
param catalogAppId string
param storeEndpoint string
param storeDatabase string
param storeContainer string
param minInstances int
param maxInstances int
@description('Account and share that are mounted for files.')
param filesAccount string
param filesShare string
@description('Where traces go.')
param tracesTo string
param logLevel string
@description('Empty: no language model.')
param languageModelEndpoint string
param languageModelDeployment string
param settings array

var port = 3978
var filesFolder = '/files'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: filesAccount
}

// Logs go by diagnostic settings: that way no key of the workspace is needed.
resource surroundings 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: empty(appSubnetId) ? null : { infrastructureSubnetId: appSubnetId, internal: false }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

// Container Apps mounts a share by a key of its account only: the one key in infra/. It goes from Azure to Azure.
resource mount 'Microsoft.App/managedEnvironments/storages@2024-03-01' = {
  parent: surroundings
  name: 'files'
  properties: {
    azureFile: {
      accountName: storage.name
      accountKey: storage.listKeys().keys[0].value
      shareName: filesShare
      accessMode: 'ReadWrite'
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: surroundings
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

var url = 'https://${name}.${surroundings.properties.defaultDomain}'

var ownSettings = [
  { name: 'NODE_ENV', value: 'production' }
  { name: 'PORT', value: string(port) }
  { name: 'BOT_APP_ID', value: botAppId }
  { name: 'BOT_HOME_TENANT', value: tenant().tenantId }
  { name: 'BOT_MANAGED_IDENTITY', value: identityClientId }
  { name: 'TENANTS', value: join(tenants, ',') }
  { name: 'CATALOG_APP_ID', value: catalogAppId }
  { name: 'STORE', value: 'cosmos' }
  { name: 'COSMOS_ENDPOINT', value: storeEndpoint }
  { name: 'COSMOS_DATABASE', value: storeDatabase }
  { name: 'COSMOS_CONTAINER', value: storeContainer }
  { name: 'PUBLIC_URL', value: url }
  { name: 'EXPORT_FOLDER', value: '${filesFolder}/exports' }
  { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: tracesTo }
  { name: 'LOG_LEVEL', value: logLevel }
]

// As the bot's own identity: somebody must give that its role on the model (docs/language-model.md).
var modelSettings = [
  { name: 'LANGUAGE_MODEL', value: 'azure' }
  { name: 'LANGUAGE_MODEL_ENDPOINT', value: languageModelEndpoint }
  { name: 'LANGUAGE_MODEL_DEPLOYMENT', value: languageModelDeployment }
  { name: 'LANGUAGE_MODEL_IDENTITY', value: identityClientId }
]

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    managedEnvironmentId: surroundings.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identityId
        }
      ]
    }
    template: {
      // What is under way is finished before an instance goes.
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'bot'
          image: '${registry.properties.loginServer}/${image}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(ownSettings, empty(languageModelEndpoint) ? [] : modelSettings, settings)
          volumeMounts: [
            {
              volumeName: 'files'
              mountPath: filesFolder
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 3
              failureThreshold: 20
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 20
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'files'
          storageType: 'AzureFile'
          storageName: mount.name
          // The user `node` of the image, and nobody else.
          mountOptions: 'uid=1000,gid=1000,dir_mode=0700,file_mode=0600'
        }
      ]
      scale: {
        minReplicas: minInstances
        maxReplicas: maxInstances
        rules: [
          {
            name: 'requests'
            http: { metadata: { concurrentRequests: '50' } }
          }
        ]
      }
    }
  }
}

output url string = url
