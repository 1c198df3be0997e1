// A share for what comes in and goes out as files: exports before a case is deleted, inspections, files to import.

param name string
param location string
@description('Empty: reachable from the public network, with the key only.')
param appSubnetId string

var isPrivate = !empty(appSubnetId)

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  // At most 24 letters and digits.
  name: '${take(toLower(replace(name, '-', '')), 11)}${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'StorageV2'
  // After a purge the export is the only copy: it is kept in three zones.
  sku: { name: 'Standard_ZRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
      virtualNetworkRules: isPrivate ? [{ id: appSubnetId }] : []
    }
  }
}

resource service 'Microsoft.Storage/storageAccounts/fileServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    shareDeleteRetentionPolicy: {
      enabled: true
      days: 14
    }
  }
}

resource share 'Microsoft.Storage/storageAccounts/fileServices/shares@2023-05-01' = {
  parent: service
  name: 'doorbraak'
  properties: { shareQuota: 100 }
}

output account string = account.name
output share string = share.name
