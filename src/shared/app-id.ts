/**
 * Who the app is to the system, never to change: Windows shows notifications only of the shortcut that bears it, and
 * an installer finds the version to replace by it (electron-builder derives the GUIDs of NSIS and MSI from it).
 */
export const appId = 'sip-gateway-bulk-sign-in'

/**
 * The class that Windows calls when somebody clicks on a notification. Without one of the app's own Electron makes up
 * another at each start, and each leaves a key in HKCU\Software\Classes\CLSID. The uninstaller removes this one
 * (packaging/installer.nsh).
 */
export const toastActivatorId = '{73441FF8-7124-4532-89E5-90E0D16DFAB9}'
