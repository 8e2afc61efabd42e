import { count, plural } from '../../plural.ts'

/** An analog adapter (ATA) has a phone at each of its ports. */
export const addPorts = {
  button: 'Add ports…',
  hint: 'For an analog adapter (ATA): a row for each of its ports',
  title: (device: string) => `Add the ports of ${device}`,
  lead: 'Each port of an analog adapter (ATA) is a phone with an account of its own. This row gets port 1; the other ports are added as rows whose usernames you enter.',
  model: 'Adapter',
  modelOption: (model: string, ports: number, usable: number) =>
    usable === ports
      ? `${model}: ${plural(ports, 'port')}`
      : `${model}: ${count(usable)} of ${plural(ports, 'port')} can be used`,
  other: 'Another adapter',
  ports: 'Number of ports',
  add: (ports: number) => (ports === 1 ? 'Add port 1' : `Add ports 1 to ${count(ports)}`),
  added: (ports: number) => `${plural(ports, 'port')} added. Enter the usernames of the new rows.`,
} as const
