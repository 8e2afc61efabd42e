import { expect, test } from 'vitest'
import { gatewayOfLinux, gatewayOfMac, gatewayOfWindows } from '../../../src/core/site/default-gateway.ts'

test('the default gateway of Linux is the one of the best route to anywhere', () => {
  const table = [
    'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
    'wlan0\t00000000\t0100A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0',
    'eth0\t00000000\t0114010A\t0003\t0\t0\t100\t00000000\t0\t0\t0',
    'eth0\t0014010A\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0',
    'tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\t0\t0\t0',
    '',
  ].join('\n')
  expect(gatewayOfLinux(table)).toBe('10.1.20.1')
  expect(gatewayOfLinux('')).toBeUndefined()
})

// As "route -4 print 0.0.0.0" prints it, with the words of a German Windows.
const german = `===========================================================================
Schnittstellenliste
 12...00 15 5d 01 02 03 ......Microsoft Hyper-V Network Adapter
===========================================================================

IPv4-Routentabelle
===========================================================================
Aktive Routen:
     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
          0.0.0.0          0.0.0.0     192.168.50.1    192.168.50.23     25
          0.0.0.0          0.0.0.0        10.1.20.1       10.1.20.30    281
          0.0.0.0          0.0.0.0   Auf Verbindung        10.8.0.2       5
===========================================================================
St\u00e4ndige Routen:
  Netzwerkadresse          Netzmaske  Gatewayadresse  Metrik
          0.0.0.0          0.0.0.0       172.16.0.1  Standard
===========================================================================
`.replaceAll('\n', '\r\n')

test('the default gateway of Windows is that of the network of the address, whatever the language', () => {
  expect(gatewayOfWindows(german, '10.1.20.30')).toBe('10.1.20.1')
  expect(gatewayOfWindows(german, undefined)).toBe('192.168.50.1')
  expect(gatewayOfWindows('Der angegebene Pfad wurde nicht gefunden.', '10.1.20.30')).toBeUndefined()
})

test('the default gateway of macOS is the one that route names', () => {
  const words =
    '   route to: default\ndestination: default\n       mask: default\n    gateway: 10.1.20.1\n  interface: en0\n'
  expect(gatewayOfMac(words)).toBe('10.1.20.1')
  expect(gatewayOfMac('route: writing to routing socket: not in table\n')).toBeUndefined()
})
