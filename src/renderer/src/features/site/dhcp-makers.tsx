import { Checkbox, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { type Vendor, vendorNames, vendors } from '../../../../shared/site/vendors.ts'
import { text } from '../../../../shared/text/index.ts'
import type { DhcpShown } from '../../model/dhcp-form.ts'
import { useSite, useStores } from '../../stores/stores-context.tsx'

const { dhcp } = text.window.site

const useStyles = makeStyles({
  group: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  name: { ...typographyStyles.body1, padding: 0 },
  from: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  choices: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
})

/** Whose phones get rules: those of the open list, or those that are chosen. */
export function DhcpMakers({
  shown,
  list,
}: {
  readonly shown: DhcpShown
  readonly list: string | undefined
}) {
  const styles = useStyles()
  const stores = useStores()
  const chosen = useSite((data) => data.vendors)
  const allCiscoPrefixes = useSite((data) => data.allCiscoPrefixes)
  const { makers } = shown
  const devices = [...(makers?.counts.values() ?? [])].reduce((sum, number) => sum + number, 0)
  const unknown = makers?.counts.get(undefined) ?? 0
  const choose = (vendor: Vendor, isChosen: boolean): void =>
    stores.site.setState({
      vendors: vendors.filter((one) => (one === vendor ? isChosen : shown.vendors.includes(one))),
    })
  return (
    <fieldset className={styles.group}>
      <legend className={styles.name}>{dhcp.makers}</legend>
      <p className={styles.from}>
        {list === undefined ? dhcp.noList : dhcp.makersOfList(list, devices)}
        {unknown > 0 && ` · ${dhcp.counted(dhcp.unknownMaker, unknown)}`}{' '}
        {list !== undefined && chosen !== undefined && (
          <Link inline onClick={() => stores.site.setState({ vendors: undefined })}>
            {dhcp.useList}
          </Link>
        )}
      </p>
      <div className={styles.choices}>
        {vendors.map((vendor) => {
          const number = makers?.counts.get(vendor)
          const name = vendorNames[vendor]
          return (
            <Checkbox
              key={vendor}
              label={number === undefined ? name : dhcp.counted(name, number)}
              checked={shown.vendors.includes(vendor)}
              onChange={(_, { checked }) => choose(vendor, checked === true)}
            />
          )
        })}
      </div>
      {shown.vendors.includes('cisco') && (
        <Checkbox
          label={dhcp.allCiscoPrefixes}
          checked={allCiscoPrefixes}
          onChange={(_, { checked }) => stores.site.setState({ allCiscoPrefixes: checked === true })}
        />
      )}
    </fieldset>
  )
}
