import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { LinkId } from '../../../../shared/links.ts'
import { text } from '../../../../shared/text/index.ts'
import { ask } from '../../stores/app-stores.ts'
import { useStores } from '../../stores/stores-context.tsx'

const site = text.window.site

const useStyles = makeStyles({
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
  link: { marginLeft: tokens.spacingHorizontalS },
})

/** Who says so: pages that open in the system's browser. */
export function SourceLinks({ links }: { readonly links: readonly LinkId[] }) {
  const styles = useStyles()
  const stores = useStores()
  return (
    <p className={styles.line}>
      {`${site.sources}:`}
      {links.map((link) => (
        <Link key={link} inline className={styles.link} onClick={() => ask(stores, 'app', 'link:open', link)}>
          {site.links[link]}
        </Link>
      ))}
    </p>
  )
}
