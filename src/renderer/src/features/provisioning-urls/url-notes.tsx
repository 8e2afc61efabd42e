import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { ask } from '../../stores/desk.ts'
import { useDesk } from '../../stores/desk-context.tsx'

const { urls } = text.window
const { http, dhcp, language } = text.gateway.urls
const notes = [http, dhcp, urls.deadline, language]

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2 },
})

/** What to know before a URL is typed in somewhere. */
export function UrlNotes() {
  const styles = useStyles()
  const desk = useDesk()
  return (
    <div>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>
          <Link inline onClick={() => ask(desk, 'app', 'link:open', 'configureSipGateway')}>
            {urls.moreAbout}
          </Link>
        </li>
      </ul>
    </div>
  )
}
