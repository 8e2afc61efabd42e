import { Menu, type MenuItemConstructorOptions } from 'electron'

/** No menu, except on macOS, where copy, paste and quit exist only through one. */
export function setMenu(platform: string): void {
  Menu.setApplicationMenu(platform === 'darwin' ? Menu.buildFromTemplate(macMenu) : null)
}

const macMenu: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }]
