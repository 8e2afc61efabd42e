/** The rules for those who run the firewall. */
export const firewall = {
  title: 'Firewall rules',
  lead: "Outbound only, from the phones' network. Nothing needs to be opened inbound.",
  columns: { destination: 'Destination', port: 'Port', why: 'Why', source: 'Source' },
  ranges: '52.112.0.0/14, 52.122.0.0/15',
  timeServer: 'The time server of DHCP option 42, or time.windows.com',
  why: {
    first: "A phone's first request. Use the name: its addresses change and are outside the ranges below.",
    setUp: 'Phones continue over HTTPS after their first request, and download firmware.',
    signalling: 'Signaling. Phones register here.',
    media: 'Voice.',
    time: 'Without the right time, phones refuse certificates.',
  },
  sources: {
    configure: 'Microsoft, Configure SIP Gateway',
    endpoints: 'Microsoft 365 endpoints, IDs 11 and 12',
    field: 'Microsoft, Configure SIP Gateway (option 42)',
  },
  notes: [
    "The Microsoft 365 endpoint list isn't enough: it has neither TCP 5061 nor UDP 49152-53247.",
    'No proxy and no TLS inspection between the phones and these hosts.',
    "Older texts name 52.120.0.0/14 and single addresses. Microsoft has withdrawn them: don't allow them.",
    'Ports 5060, 5061 and 16384-23983 of Azure Communications Gateway belong to another product, and so does the range of Direct Routing.',
    'Addresses change. Where this differs from what Microsoft says, Microsoft is right.',
  ],
} as const
