/** The columns of a phone list that mean something to the service. */
export const columns = ['username', 'hardwareId', 'region'] as const
export type Column = (typeof columns)[number]
