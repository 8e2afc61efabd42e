import { vendorNames } from '../../../../shared/site/vendors.ts'
import { text } from '../../../../shared/text/index.ts'
import { LinesOfText } from './lines-of-text.tsx'
import { SiteCard } from './site-card.tsx'
import { SiteTable } from './site-table.tsx'
import { SourceLinks } from './source-links.tsx'

const byHand = text.site.byHand
const words = text.window.site.byHand

/** Setting a device up at the device itself. */
export function ByHandTab() {
  const { columns } = byHand
  return (
    <>
      <SiteCard title={words.steps}>
        <LinesOfText lines={byHand.order} inOrder />
        <SiteTable
          name={words.table}
          columns={[columns.device, columns.where, columns.reset, columns.firmware]}
          rows={byHand.devices.map(({ vendor, device, where, reset, firmware }) => [
            `${vendorNames[vendor]} ${device}`,
            where,
            reset,
            firmware,
          ])}
        />
        <LinesOfText lines={[byHand.firmwareDate, byHand.ciscoFirmware, byHand.menus, byHand.enrol]} />
        <SourceLinks links={['planSipGateway', 'configureSipGateway']} />
      </SiteCard>
      <SiteCard title={words.language}>
        <LinesOfText lines={byHand.language} />
        <SourceLinks links={['configureSipGateway']} />
      </SiteCard>
    </>
  )
}
