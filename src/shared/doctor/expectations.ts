import type { Shown } from './masks.ts'
import type { CheckId } from './report.ts'

/** The documented keys of an answer. Keys are compared without regard to case; `a|b` are two spellings of one. */
export type Expectation = {
  /** Without one of these the app cannot work with the answer. A path leads into objects and through lists. */
  readonly needed: readonly string[]
  /** Known, and not always there. */
  readonly usual: readonly string[]
  /** Which values may show a word or their form. */
  readonly shown: Readonly<Record<string, Shown>>
}

const batch = {
  needed: ['batchId', 'batchStatus'],
  usual: ['region', 'requestTime', 'userId', 'batchItemsCount'],
  shown: { batchStatus: 'word', region: 'word', requestTime: 'time', batchId: 'id', userId: 'id' },
} as const

/** From the MicrosoftTeams PowerShell module 7.7.0, terraprovider/go-teams and KelvinTegelaar/CIPP-API; see gateway/schemas.ts. */
export const expectations: Readonly<Record<CheckId, Expectation>> = {
  routing: {
    needed: ['Endpoints', 'Endpoints.AdminServiceEndpoint'],
    usual: ['Endpoints.ConfigApiEndpoint', 'Headers', 'Headers.X-MS-Forest'],
    shown: {},
  },
  tenant: {
    needed: ['tenantId'],
    usual: [
      ...['displayName', 'verifiedDomains', 'verifiedDomains.name', 'serviceDiscovery'],
      ...['serviceDiscovery.Endpoints', 'serviceDiscovery.Headers'],
    ],
    shown: { tenantId: 'id' },
  },
  'batch-history': batch,
  'latest-batch': {
    needed: [
      ...['batchStatus', 'batchItem|batchItems', 'batchItem|batchItems.userName'],
      ...['batchItem|batchItems.hardwareId', 'batchItem|batchItems.status'],
    ],
    usual: [
      ...['batchId', 'region', 'requestTime', 'userId', 'batchItemsCount', 'batchItem|batchItems.error'],
    ],
    shown: { ...batch.shown, 'batchItem|batchItems.status': 'word' },
  },
  'sip-devices': { needed: ['BulkSignIn'], usual: ['Identity'], shown: { BulkSignIn: 'word' } },
  'phone-policies': {
    needed: ['Identity', 'SignInMode'],
    usual: [],
    shown: { SignInMode: 'word' },
  },
  'calling-policies': {
    needed: ['Identity', 'AllowSIPDevicesCalling'],
    usual: ['AllowCallRedirect'],
    shown: { AllowSIPDevicesCalling: 'word', AllowCallRedirect: 'word' },
  },
  'trusted-addresses': {
    needed: ['Identity'],
    usual: ['IPAddress', 'MaskBits', 'Description'],
    shown: {},
  },
  'operator-account': {
    needed: ['userPrincipalName', 'accountEnabled', 'effectivePolicyAssignments'],
    usual: [
      ...['lineUri', 'enterpriseVoiceEnabled', 'usageLocation', 'assignedPlan|assignedPlans', 'featureTypes'],
      ...['identity', 'accountType', 'effectivePolicyAssignments.policyType'],
      ...['effectivePolicyAssignments.policyAssignment'],
      ...['effectivePolicyAssignments.policyAssignment.displayName'],
      ...['effectivePolicyAssignments.policyAssignment.assignmentType'],
    ],
    shown: {
      accountEnabled: 'word',
      enterpriseVoiceEnabled: 'word',
      accountType: 'word',
      'effectivePolicyAssignments.policyType': 'word',
      'effectivePolicyAssignments.policyAssignment.assignmentType': 'word',
    },
  },
}
