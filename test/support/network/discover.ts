// Run on a host of its own by dhcp-wire.ts: asks the DHCP server of its network on behalf of devices, named by their MAC
// addresses, and prints the options that each is offered.
import { createSocket } from 'node:dgram'
import process from 'node:process'

const macs = process.argv.slice(2)
const socket = createSocket('udp4')
const offers = new Map<string, Record<string, string>>()

/** DHCPDISCOVER (RFC 2131), to be answered by broadcast; asks for the options 66, 160, 42 and 2. */
function discover(mac: string): Buffer {
  const hardware = Buffer.from(mac.replaceAll('-', ''), 'hex')
  const head = Buffer.alloc(236)
  head.set([1, 1, 6, 0])
  hardware.copy(head, 4, 2)
  head.writeUInt16BE(0x8000, 10)
  hardware.copy(head, 28)
  const options = [0x63, 0x82, 0x53, 0x63, 53, 1, 1, 55, 4, 66, 160, 42, 2, 255]
  return Buffer.concat([head, Buffer.from(options), Buffer.alloc(60)])
}

socket.on('message', (answer) => {
  const mac = answer
    .subarray(28, 34)
    .toString('hex')
    .toUpperCase()
    .replace(/..(?!$)/g, '$&-')
  if (answer[0] !== 2 || !macs.includes(mac)) return
  const options: Record<string, string> = {}
  for (let at = 240; at < answer.length && answer[at] !== 255; ) {
    const code = answer.readUInt8(at)
    if (code === 0) {
      at++
      continue
    }
    const length = answer.readUInt8(at + 1)
    options[code] = answer.subarray(at + 2, at + 2 + length).toString('hex')
    at += 2 + length
  }
  offers.set(mac, options)
  if (offers.size < macs.length) return
  console.log(JSON.stringify(macs.map((one) => offers.get(one))))
  process.exit()
})
socket.bind(68, () => {
  socket.setBroadcast(true)
  const ask = (): void => {
    for (const mac of macs) if (!offers.has(mac)) socket.send(discover(mac), 67, '255.255.255.255')
  }
  ask()
  // The server may not be listening yet.
  setInterval(ask, 150)
})
