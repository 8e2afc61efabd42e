import { Field } from '@fluentui/react-components'
import { parseRegion, regions } from '../../../../shared/gateway/region.ts'
import { text } from '../../../../shared/text/index.ts'
import { useSite, useStores } from '../../stores/stores-context.tsx'
import { SiteSelect } from './site-select.tsx'

const site = text.window.site
const urls = text.window.urls

/** The region that lines, rules and checks are for. */
export function SiteRegion() {
  const stores = useStores()
  const region = useSite((data) => data.region)
  return (
    <Field label={site.region}>
      <SiteSelect
        value={region}
        onChange={(_, { value }) => stores.site.setState({ region: parseRegion(value) ?? region })}
      >
        {regions.map((one) => (
          <option key={one} value={one}>
            {urls.regionTab(one, urls.regionName[one])}
          </option>
        ))}
      </SiteSelect>
    </Field>
  )
}
