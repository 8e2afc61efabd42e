import { later } from '../../components/later.tsx'

/** Menus are a tenth of what the window is made of, and its first page needs none. */
export const AccountMenu = later(async () => (await import('./account-menu.tsx')).AccountMenu)
