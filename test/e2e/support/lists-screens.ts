import type { Page } from 'playwright-core'
import { text } from '../../../src/shared/text/index.ts'
import { quoted } from '../../../src/shared/text/quoted.ts'
import { cellsFrom, threePhones, untidyPhones } from './example-lists.ts'
import { startButton } from './operator.ts'
import type { PageAlone } from './page-alone.ts'
import { paste } from './paste.ts'
import type { Screen } from './screens.ts'
import { mainWith, simulated } from './scripted-mains.ts'

const { addPorts, frame, phones, run, table } = text.window

/** Which of two columns with accounts is meant, and which MAC address. */
const uncertain = cellsFrom(
  'export.csv',
  [
    'Exported by HR;;;;;',
    ';;;;;',
    'Room;Mail of the owner;Primary mail;LAN MAC;WLAN MAC;Site',
    'Lobby;anna.berg@contoso.com;lobby@contoso.com;00-04-F2-81-24-B3;00-04-F2-81-25-B3;EMEA',
    'Lift;jon.hall@contoso.com;lift@contoso.com;00-04-F2-81-24-B4;00-04-F2-81-25-B4;EMEA',
    'Yard;eva.lind@contoso.com;yard@contoso.com;00-04-F2-81-24-B5;00-04-F2-81-25-B5;EMEA',
    'Gate;ole.dahl@contoso.com;gate@contoso.com;00-04-F2-81-24-B6;00-04-F2-81-25-B6;EMEA',
  ].join('\n'),
)

async function open({ page }: PageAlone): Promise<void> {
  await page.getByRole('navigation').waitFor()
  await page.keyboard.press('Control+o')
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('navigation').getByText(frame.pages.phones).click()
  await page.getByRole('button', { name: phones.otherWays }).click()
  await page.getByRole('menu').waitFor()
}

async function chooseInMenu(page: Page, name: string): Promise<void> {
  await openMenu(page)
  await page.getByRole('menuitem', { name }).click()
}

/** What people bring: their own accounts, the names of devices, a domain that is only inside. */
const people = cellsFrom(
  'cucm.csv',
  [
    'Username,HardwareId',
    ...['anna.berg', 'jon.smith', 'eva.lind', 'ole.dahl', 'ida.moe', 'per.aas', 'kari.vik', 'nils.bo'].map(
      (name, at) => `${name}@contoso.com,00-04-F2-81-24-0${at}`,
    ),
    'lobby@contoso.local,00-04-F2-81-24-10',
    ...Array.from({ length: 8 }, (_, at) => `phone${at}@contoso.com,SEP0004F28125B${at}`),
    ...Array.from({ length: 8 }, (_, at) => `fax${at}@contoso.com,0:4:f2:81:26:${at}`),
  ].join('\n'),
)

/** The states of the window while a list is made. */
export const listsScreens: readonly Screen[] = [
  {
    name: 'open-menu',
    main: mainWith(simulated),
    arrange: async ({ page }) => openMenu(page),
  },
  {
    name: 'choose-columns',
    main: mainWith(simulated, uncertain),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'issues-of-a-kind',
    main: mainWith(simulated, people),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('tab', { name: table.panel.issues }).click()
      await alone.page
        .getByRole('button', { name: table.issues.fixAll(table.issues.fixes.octets, 8) })
        .waitFor()
    },
  },
  {
    name: 'confirm-warnings',
    main: mainWith(simulated, people),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('grid').waitFor()
      await alone.page.getByLabel(phones.region, { exact: true }).selectOption('EMEA')
      await alone.page.getByRole('button', { name: startButton() }).click()
      await alone.page.getByRole('dialog').getByText(run.confirm.warnings).waitFor()
    },
  },
  {
    name: 'add-ports',
    main: mainWith(simulated, people),
    async arrange(alone) {
      await open(alone)
      await alone.page.locator('[data-row="10"] [data-column="hardwareId"]').click()
      await alone.page.getByRole('tab', { name: table.panel.details }).click()
      await alone.page.getByRole('button', { name: addPorts.button }).click()
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'paste-into-list',
    main: mainWith(simulated, threePhones),
    async arrange(alone) {
      await open(alone)
      await alone.page.getByRole('grid').waitFor()
      await paste(alone.page, {
        plain:
          'UPN\tMAC\tRoom\r\nhall@contoso.com\t00-04-F2-81-24-C1\tHall\r\nroof@contoso.com\t00-04-F2-81-24\tRoof\r\n',
      })
      await alone.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'paste-dialog',
    main: mainWith(simulated),
    async arrange({ page }) {
      await chooseInMenu(page, phones.paste)
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'add-by-hand',
    main: mainWith(simulated),
    async arrange({ page }) {
      await chooseInMenu(page, phones.addByHand)
      await page.getByRole('textbox', { name: phones.byHand.device }).waitFor()
    },
  },
  {
    name: 'scanning',
    main: mainWith(simulated, untidyPhones),
    async arrange(alone) {
      const { page } = alone
      await open(alone)
      await page.getByRole('grid').waitFor()
      await chooseInMenu(page, phones.addByHand)
      await page.keyboard.type('MAC:0004f28124c1\nhall@contoso.com\n0004f28124c1\n')
      await page
        .getByRole('region', { name: phones.byHand.title })
        .getByText(quoted('0004f28124c1'))
        .waitFor()
    },
  },
]
