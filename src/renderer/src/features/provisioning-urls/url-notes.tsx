import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { ask } from '../../stores/app-stores.ts'
import { useStores } from '../../stores/stores-context.tsx'

const urls = text.window.urls
const { urls: facts } = text.gateway

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2 },
})

/** What to know before a URL is typed in somewhere. */
export function UrlNotes() {
  const styles = useStyles()
  const stores = useStores()
  return (
    <div>
      <ul className={styles.list}>
        {[facts.http, facts.dhcp, urls.deadline, facts.language].map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          <Link inline onClick={() => ask(stores, 'app', 'link:open', 'configureSipGateway')}>
            {urls.moreAbout}
          </Link>
        </li>
      </ul>
    </div>
  )
}
