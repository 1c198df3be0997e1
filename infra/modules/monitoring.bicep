// Where logs and measurements go, and who is told.

param name string
param location string
param logDays int
param operators array

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
  }
}

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-operators'
  location: 'global'
  properties: {
    groupShortName: 'doorbraak'
    enabled: true
    emailReceivers: [
      for operator in operators: {
        name: operator
        emailAddress: operator
        useCommonAlertSchema: true
      }
    ]
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
@description('An address and an instrumentation key: who has it may send traces, and read nothing.')
output tracesTo string = insights.properties.ConnectionString
output actionGroupId string = actionGroup.id
