// Cosmos DB: one account, one region that writes, one container. No keys: the bot's identity may read and write data, and
// nothing else. What the container must be is read from the very file that the program reads.

param name string
param location string
param identityPrincipalId string
param capacity string
param maxThroughput int
param backupTier string
@description('Empty: reachable from the public network, with the right identity only.')
param endpointSubnetId string
param dnsZoneId string
param workspaceId string

var definition = loadJsonContent('../../src/store/cosmos-container.json')
var isServerless = capacity == 'serverless'
var isPrivate = !empty(endpointSubnetId)

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    enableMultipleWriteLocations: false
    enableAutomaticFailover: false
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    capabilities: isServerless ? [{ name: 'EnableServerless' }] : []
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: backupTier }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-05-15' = {
  parent: account
  name: 'doorbraak'
  properties: {
    resource: { id: 'doorbraak' }
  }
}

resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-05-15' = {
  parent: database
  name: 'streams'
  properties: {
    resource: {
      id: 'streams'
      partitionKey: definition.partitionKey
      defaultTtl: definition.defaultTtl
      indexingPolicy: definition.indexingPolicy
    }
    options: isServerless ? {} : { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

// Built-in data-plane role: Cosmos DB Built-in Data Contributor. It cannot make or drop databases and containers.
resource dataRole 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-05-15' = {
  parent: account
  name: guid(account.id, identityPrincipalId, 'data-contributor')
  properties: {
    principalId: identityPrincipalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: account.id
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = if (isPrivate) {
  name: '${name}-store'
  location: location
  properties: {
    subnet: { id: endpointSubnetId }
    privateLinkServiceConnections: [
      {
        name: 'store'
        properties: {
          privateLinkServiceId: account.id
          groupIds: ['Sql']
        }
      }
    ]
  }
}

resource dns 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2023-11-01' = if (isPrivate) {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'documents'
        properties: { privateDnsZoneId: dnsZoneId }
      }
    ]
  }
}

// Who changed the account. Not the queries: their text can name a case.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [
      {
        category: 'ControlPlaneRequests'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'Requests'
        enabled: true
      }
    ]
  }
}

output accountId string = account.id
output endpoint string = account.properties.documentEndpoint
output database string = database.name
output container string = container.name
