#!/usr/bin/env bash
# Gives the bot the permissions in Microsoft Graph that a team's owner cannot give; docs/permissions.md says what each is for
# and what stops without it. Run by somebody who may consent for the tenant (Privileged Role Administrator), after infra/ was
# deployed; running it again changes nothing.
#   az login --tenant TENANT && infra/grant-permissions.sh BOT_APP_ID [PERMISSION …]
set -euo pipefail

bot_app_id=${1:?which bot? its application (client) id}
shift
permissions=("$@")
if [ ${#permissions[@]} -eq 0 ]; then
  permissions=(
    TeamsAppInstallation.ManageSelectedForTeam.All # add the bot to the channel of a case
    TeamMember.ReadWriteNonOwnerRole.All           # bring people of a case into the team
    ChannelSettings.ReadWrite.All                  # lock the channel of a closed case
  )
fi

graph='https://graph.microsoft.com/v1.0'
graph_app=00000003-0000-0000-c000-000000000000
bot=$(az ad sp show --id "$bot_app_id" --query id --output tsv)
resource=$(az ad sp show --id "$graph_app" --query id --output tsv)
held=$(az rest --method get --url "$graph/servicePrincipals/$bot/appRoleAssignments" --query 'value[].appRoleId' --output tsv)

for permission in "${permissions[@]}"; do
  role=$(az ad sp show --id "$graph_app" --query "appRoles[?value=='$permission'].id | [0]" --output tsv)
  if [ -z "$role" ]; then
    echo "$permission: Microsoft Graph does not know it here" >&2
    exit 1
  fi
  if grep -qx "$role" <<<"$held"; then
    echo "$permission: was given already"
    continue
  fi
  az rest --method post --url "$graph/servicePrincipals/$bot/appRoleAssignments" --output none \
    --body "{\"principalId\": \"$bot\", \"resourceId\": \"$resource\", \"appRoleId\": \"$role\"}"
  echo "$permission: given"
done
