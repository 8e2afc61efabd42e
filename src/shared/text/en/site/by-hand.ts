import type { ByHand } from '../../../site/by-hand.ts'

const makersGuide = "See the maker's guide."

/** Setting a device up at the device itself. */
export const byHand = {
  lead: "For phones at home, and where no DHCP option is documented. Find the phone's IP address in its menu, open it in a browser, and sign in as the phone's administrator.",
  order: [
    "Check the firmware, and update it first if it's older.",
    'Reset the device to factory settings. Microsoft requires this for each device that was used with something else.',
    'Enter the URL for the device from the URLs tab, with http, not https, and restart the device.',
    'It shows the Teams logo and a sign-in button. This can take several restarts.',
  ],
  columns: {
    device: 'Device',
    where: 'Where the URL goes',
    reset: 'Factory reset',
    firmware: 'Minimum firmware',
  },
  firmwareDate:
    "Firmware versions are from Microsoft's list of July 2024. A newer list may require later ones.",
  ciscoFirmware: 'Cisco phones first need multiplatform firmware (MPP).',
  menus:
    "Menus are those of usual firmware and differ by model. They weren't tried for this app: where the maker's guide differs, it's right.",
  enrol:
    'To enroll a device with a code from the Teams admin center instead of a tenant ID, dial *55* and the code on it, such as *55*123456.',
  language: [
    'Documented: /lang_de and the like right after the host, such as http://emea.ipp.sdg.teams.microsoft.com/lang_de; for Cisco /lang_ja/$PSN.xml. Languages: en, es, ja, de, fr, pt. Yealink has no Japanese, and Poly VVX only in part. A phone without that language shows English.',
    "Not documented: a language in the same URL as a tenant ID. Bulk sign-in needs the tenant ID, so this app doesn't offer such a URL.",
  ],
  devices: [
    {
      vendor: 'poly',
      device: 'VVX, Trio, Edge E',
      where: 'Settings > Provisioning Server (Simple Setup > Provisioning Server on some)',
      reset:
        'On the phone: Settings > Advanced > Administration Settings > Reset to Defaults > Reset to Factory.',
      firmware: 'VVX 5.9.5 · Trio 5.9.5.3182 · Edge E 8.1.0.12774',
    },
    {
      vendor: 'poly',
      device: 'ATA 400, 402, OBi 300, 302, Rove',
      where: 'System Management > Auto Provisioning > ConfigURL',
      reset: 'System Management > Device Update > Reset to factory.',
      firmware: 'ATA 4.0.1.6480 · OBi 3.2.4.8441 · Rove 8.0.5',
    },
    {
      vendor: 'yealink',
      device: 'T2x to T5x, W7x, W8x, W90',
      where: 'Settings > Auto Provision > Server URL',
      reset: 'Settings > Upgrade > Reset to Factory, or hold OK on the phone for ten seconds.',
      firmware: 'x.83 on phones; DECT bases have a firmware for each region',
    },
    {
      vendor: 'cisco',
      device: '6800, 7800, 8800 MPP',
      where: 'Admin Login > advanced > Voice > Provisioning > Profile Rule',
      reset: 'On the phone: Applications > Device administration > Factory reset.',
      firmware: 'MPP 11.1.1 or 11.3.5 by model (approved: 12-0-3)',
    },
    {
      vendor: 'cisco',
      device: 'ATA 191, 192',
      where: 'Voice > Provisioning > Profile Rule',
      reset: 'Administration > Factory Defaults.',
      firmware: '11.2.2',
    },
    {
      vendor: 'audiocodes',
      device: '405 to 450HD, RX50',
      where: 'Management > Automatic Update > Configuration URL',
      reset: 'On the phone: Menu > Administration > Restore Defaults.',
      firmware: 'By model: 2.2.16 or 3.4.8',
    },
    {
      vendor: 'audiocodes',
      device: 'MP112 to MP124, MP1288, MP5xx',
      where: 'Automatic update: INI file URL',
      reset: makersGuide,
      firmware:
        'MP11x 6.60A.367.001 · MP1288 7.40A.400.063 · MP5xx 7.26A.356.075. Usable ports: MP114 3 of 4, MP118 6 of 8, MP124 18 of 24',
    },
    {
      vendor: 'ale',
      device: 'M3 to M8',
      where: makersGuide,
      reset: makersGuide,
      firmware: '2.14.03 or 2.14.05 by model',
    },
    { vendor: 'snom', device: 'D717, D735', where: makersGuide, reset: makersGuide, firmware: '10.1.141.13' },
    {
      vendor: 'spectralink',
      device: '7xxx, S33 to S37, IP-DECT',
      where: makersGuide,
      reset: makersGuide,
      firmware: "See Microsoft's list",
    },
    {
      vendor: 'ascom',
      device: 'd43 to d83, i63, Myco 3, IPBS',
      where: makersGuide,
      reset: makersGuide,
      firmware: "See Microsoft's list",
    },
    {
      vendor: 'gigaset',
      device: 'N610 to N870',
      where: makersGuide,
      reset: makersGuide,
      firmware: "See Microsoft's list",
    },
    {
      vendor: 'algo',
      device: '8xxx',
      where: makersGuide,
      reset: makersGuide,
      firmware: "See Microsoft's list",
    },
  ] satisfies readonly ByHand[],
} as const
