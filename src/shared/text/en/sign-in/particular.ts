import { duration } from '../../duration.ts'
import { quoted } from '../../quoted.ts'

/** Words that name the case at hand: the tenant, the time, the host. */
export const particular = {
  timedOut: (waitedMs: number) => ({
    message: `Nobody finished signing in within ${duration(waitedMs)}.`,
    remedy:
      "Sign in again. If the sign-in page showed an error, note what it says: the app can't see it. If no page opened, sign in with a code instead.",
  }),
  noSuchTenant: (tenant: string) => ({
    message: `Microsoft knows no tenant ${quoted(tenant)}.`,
    remedy: 'Check the spelling. A tenant is named by one of its domains, such as contoso.com, or by its ID.',
  }),
  notATenant: (tenant: string) => ({
    message: `${quoted(tenant)} is neither a domain nor a tenant ID.`,
    remedy: "Enter one of the tenant's domains, such as contoso.com, or its ID.",
  }),
  otherTenant: (asked: string, got: string) => ({
    message: `The sign-in was for ${quoted(asked)}, but Microsoft answered for the tenant ${got}. Nothing was kept.`,
    remedy: 'Sign in again and choose an account of the tenant that you asked for.',
  }),
  clockWrong: (offMs: number) => ({
    message: `The clock of this computer is ${duration(Math.abs(offMs))} ${offMs > 0 ? 'ahead' : 'behind'}, and sign-ins depend on the time.`,
    remedy: 'Set the date, time and time zone, then sign in again.',
  }),
  certificateDates: (host: string, here: string) => ({
    message: `By the clock of this computer (${here}) the certificate of ${host} isn't valid.`,
    remedy:
      "Check date, time and time zone. If they're right, a proxy that inspects traffic has an expired certificate: ask your network administrator.",
  }),
}
