import type { Route } from './schemas.ts'

/** The headers that lead a call to the tenant's part of the service. */
export type Routing = Readonly<Record<string, string>>

/** Of the calls that find the route out. */
export const unrouted: Routing = {}

/** Of bulk sign-in, accounts and the tenant, as Microsoft's module sends them (terraprovider/go-teams): no forest. */
export const byTargetUri = ({ targetUri }: Route): Routing => ({ 'X-MS-Target-Uri': targetUri })

/** Of policies, as Microsoft's module sends them (terraprovider/go-teams): the forest alone. Others read them without. */
export const byForest = (route: Route | undefined): Routing =>
  route?.forest === undefined ? unrouted : { 'X-MS-Forest': route.forest }
