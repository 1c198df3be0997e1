/** What is asked in the whole tenant, and what stops without it; docs/permissions.md says what each is for. */
export const tenantPermissions: Readonly<Record<string, string>> = {
  'TeamsAppInstallation.ManageSelectedForTeam.All':
    'a new channel has no bot until its chair adds the app, which is asked by card',
  'TeamMember.ReadWriteNonOwnerRole.All':
    'somebody of a case who is not in the team yet waits until an owner of the team adds them',
  'ChannelSettings.ReadWrite.All': 'the channel of a closed case stays open for writing',
};
