import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DoctorReport } from '../../../shared/doctor/report.ts'

/** The test of a tenant: whether one is under way, and the last report, which may be about another tenant. */
export type TenantTestData = { readonly testing: boolean; readonly report: DoctorReport | undefined }

export type TenantTestStore = StoreApi<TenantTestData>

export const createTenantTestStore = (): TenantTestStore =>
  createStore<TenantTestData>(() => ({ testing: false, report: undefined }))
