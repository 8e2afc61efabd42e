/** The rules for those who run the firewall. */
export const firewall = {
  title: 'Rules for the firewall',
  lead: 'Outbound only, from the network of the phones. Nothing has to be opened inwards.',
  columns: { destination: 'Destination', port: 'Port', why: 'Why', source: 'Source' },
  ranges: '52.112.0.0/14, 52.122.0.0/15',
  timeServer: 'The time server of DHCP option 42, or time.windows.com',
  why: {
    first: 'The first request of a phone. By name: its addresses change and are not within the ranges below.',
    setUp: 'Phones go on over HTTPS after their first request, and fetch firmware.',
    signalling: 'Signalling. Phones register here.',
    media: 'Voice.',
    time: 'Without the right time, phones refuse certificates.',
  },
  sources: {
    configure: 'Microsoft, Configure SIP Gateway',
    endpoints: 'Microsoft 365 endpoints, IDs 11 and 12',
    field: 'Microsoft, Configure SIP Gateway (option 42)',
  },
  notes: [
    "Microsoft 365's list of endpoints alone is not enough: it has neither TCP 5061 nor UDP 49152-53247.",
    'No proxy and no TLS inspection between the phones and these hosts.',
    'Older texts name 52.120.0.0/14 and single addresses. Microsoft has withdrawn them: they belong in no rule.',
    'Ports 5060, 5061 and 16384-23983 of Azure Communications Gateway belong to another product. So does the range of Direct Routing.',
    'Addresses change: where this differs from what Microsoft says, Microsoft is right.',
  ],
} as const
