import { simulatedOperator } from './identity.ts'

/**
 * The simulated tenant's configurations: all is prepared. Identities are written `Global` and `Tag:Name`
 * (terraprovider/go-teams). The address is from a range for documentation. Undefined for any other type.
 */
export const policiesAt = (type: string): readonly Readonly<Record<string, unknown>>[] | undefined =>
  Object.hasOwn(policies, type) ? policies[type] : undefined

const policies: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  TeamsSipDevicesConfiguration: [{ identity: 'Global', bulkSignIn: 'Enabled' }],
  TeamsIPPhonePolicy: [
    { identity: 'Global', signInMode: 'UserSignIn' },
    { identity: 'Tag:CommonAreaPhone', signInMode: 'CommonAreaPhoneSignin' },
  ],
  TeamsCallingPolicy: [
    { identity: 'Global', allowSIPDevicesCalling: false, allowCallRedirect: 'Disabled' },
    { identity: 'Tag:SipDevices', allowSIPDevicesCalling: true, allowCallRedirect: 'Enabled' },
  ],
  TenantTrustedIPAddress: [
    { identity: '203.0.113.0', ipAddress: '203.0.113.0', maskBits: 24, description: 'Simulated site' },
  ],
}

/** The operator's own account, with keys as /Teams.User answers them (terraprovider/go-teams). */
export const simulatedAccount = (operatorId: string) => ({
  identity: operatorId,
  userPrincipalName: simulatedOperator.username,
  accountEnabled: true,
  accountType: 'User',
  lineUri: null,
  enterpriseVoiceEnabled: false,
  usageLocation: 'NO',
  assignedPlan: [],
  featureTypes: ['Teams'],
  effectivePolicyAssignments: [
    {
      policyType: 'TeamsCallingPolicy',
      policyAssignment: { displayName: 'SipDevices', assignmentType: 'Direct' },
    },
  ],
})
