import { Label, makeStyles, mergeClasses, Select, Tooltip, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { parseRegion, regions } from '../../../../shared/gateway/region.ts'
import type { Sheet } from '../../../../shared/phones/sheet.ts'
import { text } from '../../../../shared/text/index.ts'
import { memoizeLast } from '../../model/memoize-last.ts'
import { chooseRegion } from '../../stores/list-actions.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'
import { mediumWindow } from '../../theme/media.ts'
import { visuallyHidden } from '../../theme/visually-hidden.ts'

const phones = text.window.phones

const useStyles = makeStyles({
  field: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  // All buttons of the toolbar have room in one row of the smallest window: there the options say by themselves what they are,
  // and take as much of the row as the buttons leave.
  giving: { [mediumWindow]: { flex: '1 1 152px', minWidth: 0, maxWidth: 'max-content' } },
  // Nothing else in the toolbar needs the room as long as no region is chosen.
  asking: { [mediumWindow]: { flexBasis: '176px' } },
  label: { [mediumWindow]: visuallyHidden },
  // Beside its label, which says what comes from the file.
  fixed: { [mediumWindow]: { flex: '1 1 168px', minWidth: 0, maxWidth: 'max-content' } },
  select: { '& select': { textOverflow: 'ellipsis' }, [mediumWindow]: { minWidth: 0, width: '100%' } },
  wide: { minWidth: '176px' },
})

/** The region of the rows that name none of their own. */
export function RegionChoice() {
  const styles = useStyles()
  const stores = useStores()
  const id = useId()
  const region = useList((data) => data.region)
  const said = useList(({ sheet }) => (sheet ? regionsIn(sheet) : 'none'))
  const hint = said === 'all' ? phones.regionFromFileHint : said === 'some' ? phones.regionForRest : undefined
  const select = (
    <Select
      id={id}
      className={mergeClasses(said !== 'all' && styles.wide, styles.select)}
      title={region === undefined || hint !== undefined ? undefined : phones.regionOption[region]}
      value={said === 'all' ? '' : (region ?? '')}
      disabled={said === 'all'}
      onChange={(_, { value }) => chooseRegion(stores, parseRegion(value))}
    >
      <option value="">{said === 'all' ? phones.regionFromFile : phones.chooseRegion}</option>
      {said !== 'all' &&
        regions.map((one) => (
          <option key={one} value={one}>
            {phones.regionOption[one]}
          </option>
        ))}
    </Select>
  )
  return (
    <div
      className={mergeClasses(
        styles.field,
        said === 'all' ? styles.fixed : styles.giving,
        said !== 'all' && region === undefined && styles.asking,
      )}
    >
      <Label className={said === 'all' ? undefined : styles.label} htmlFor={id}>
        {phones.region}
      </Label>
      {hint === undefined ? (
        select
      ) : (
        <Tooltip content={hint} relationship="description">
          {select}
        </Tooltip>
      )}
    </div>
  )
}

/** For how many of its rows the file itself says the region. */
const regionsIn = memoizeLast((sheet: Sheet): 'none' | 'some' | 'all' => {
  if (!sheet.hasRegionColumn) return 'none'
  return sheet.rows.every(({ region }) => region.trim() !== '') ? 'all' : 'some'
})
