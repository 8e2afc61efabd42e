import { isTenantId } from '../gateway/tenant.ts'

/**
 * Whether the text can name a tenant: its ID, or one of its domains (contoso.com, contoso.onmicrosoft.com).
 * Words that Microsoft uses in the same place, such as `organizations`, name none.
 */
export const isTenantName = (text: string): boolean => isTenantId(text) || domain.test(text)

// Labels of the domain have hyphens only within (RFC 1034, 3.5); 253 characters at most.
const domain = /^(?=.{1,253}$)(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!-)(?!\d+$)[a-z0-9-]{2,63}(?<!-)$/i
