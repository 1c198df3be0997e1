// Everything the bot needs in Azure, in one resource group. README.md beside this says in which order, and what was not compiled.

@description('Short name that all resources begin with, for example doorbraak-test.')
@minLength(3)
@maxLength(24)
param name string

@description('A region of the EU. The data stays there.')
@allowed(['westeurope', 'northeurope', 'germanywestcentral', 'swedencentral', 'francecentral'])
param location string = 'westeurope'

@description('The image of the bot in the registry, with its tag or digest: doorbraak:1.2.3.')
param image string

@description('Name of the container registry, in this resource group.')
param registryName string

@description('Entra tenants whose people may use the bot; the first holds the teams of the cases.')
@minLength(1)
param tenants array

@description('Id of the app in the Teams app catalogue. Known after the first upload; until then the bot cannot add itself to channels.')
param catalogAppId string = '00000000-0000-0000-0000-000000000000'

@description('At least two, so that one can go.')
@minValue(2)
param minInstances int = 2

@minValue(2)
param maxInstances int = 4

@description('Cosmos DB: serverless (small, pay per request) or autoscale (a ceiling, and a guarantee).')
@allowed(['serverless', 'autoscale'])
param capacity string = 'autoscale'

@description('The ceiling of autoscale, in request units a second; it runs from a tenth of it.')
@minValue(1000)
param maxThroughput int = 1000

@description('How far back the data can be brought.')
@allowed(['Continuous7Days', 'Continuous30Days'])
param backupTier string = 'Continuous30Days'

@description('Keeps Cosmos DB off the public network, behind a private endpoint.')
param privateNetwork bool = true

@description('Who hears of alerts and of the budget.')
@minLength(1)
param operators array

@description('Euros a month at which the operators hear of it.')
param monthlyBudget int

@description('First day of the month in which the budget begins; it cannot be changed afterwards.')
param budgetStart string

@description('How long logs are kept.')
@minValue(30)
param logDays int = 90

@description('How much the bot logs.')
@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'

@description('Address of an Azure OpenAI resource, such as https://NAME.openai.azure.com; empty: no language model.')
param languageModelEndpoint string = ''
param languageModelDeployment string = ''

@description('Settings of the bot beside those that follow from here, such as CASE_CLOCKS or RETENTION: a list of { name, value }.')
param settings array = []

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: name
    location: location
    registryName: registryName
  }
}

module registration 'modules/registration.bicep' = {
  name: 'registration'
  params: {
    name: name
    identityPrincipalId: identity.outputs.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    logDays: logDays
    operators: operators
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  params: {
    name: name
    location: location
  }
}

module store 'modules/store.bicep' = {
  name: 'store'
  params: {
    name: name
    location: location
    identityPrincipalId: identity.outputs.principalId
    capacity: capacity
    maxThroughput: maxThroughput
    backupTier: backupTier
    endpointSubnetId: privateNetwork ? network!.outputs.endpointSubnetId : ''
    dnsZoneId: privateNetwork ? network!.outputs.dnsZoneId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module files 'modules/files.bicep' = {
  name: 'files'
  params: {
    name: name
    location: location
    appSubnetId: privateNetwork ? network!.outputs.appSubnetId : ''
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: name
    location: location
    image: image
    registryName: registryName
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    appSubnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    botAppId: registration.outputs.appId
    tenants: tenants
    catalogAppId: catalogAppId
    storeEndpoint: store.outputs.endpoint
    storeDatabase: store.outputs.database
    storeContainer: store.outputs.container
    minInstances: minInstances
    maxInstances: maxInstances
    filesAccount: files.outputs.account
    filesShare: files.outputs.share
    tracesTo: monitoring.outputs.tracesTo
    logLevel: logLevel
    languageModelEndpoint: languageModelEndpoint
    languageModelDeployment: languageModelDeployment
    settings: settings
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    appId: registration.outputs.appId
    endpoint: '${app.outputs.url}/api/messages'
    workspaceId: monitoring.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    url: app.outputs.url
    accountId: store.outputs.accountId
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    actionGroupId: monitoring.outputs.actionGroupId
    operators: operators
    monthlyBudget: monthlyBudget
    budgetStart: budgetStart
  }
}

@description('For appPackage/environments.')
output BOT_ID string = registration.outputs.appId
output BOT_URL string = app.outputs.url
