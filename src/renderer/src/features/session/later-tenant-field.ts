import { later } from '../../components/later.tsx'

/** Fields are a tenth of what the window is made of, and its first page has none before somebody asks for one. */
export const TenantField = later(async () => (await import('./tenant-field.tsx')).TenantField)
