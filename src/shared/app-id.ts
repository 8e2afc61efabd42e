/**
 * Who the app is to the system, never to change: Windows shows notifications only of the shortcut that bears it, and
 * an installer finds the version to replace by it (electron-builder derives the GUIDs of NSIS and MSI from it).
 */
export const appId = 'sip-gateway-bulk-sign-in'
