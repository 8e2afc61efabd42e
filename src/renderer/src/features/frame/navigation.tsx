import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { History20Filled, History20Regular } from '@fluentui/react-icons/svg/history'
import { Link20Filled, Link20Regular } from '@fluentui/react-icons/svg/link'
import { PhoneDesktop20Filled, PhoneDesktop20Regular } from '@fluentui/react-icons/svg/phone-desktop'
import { QuestionCircle20Filled, QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle'
import { Settings20Filled, Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { type Page, pages } from '../../stores/view-store.ts'
import { entry, entryHere } from '../../theme/entry.ts'
import { mediumWindow, narrowWindow } from '../../theme/media.ts'

const icons = {
  phones: { here: PhoneDesktop20Filled, there: PhoneDesktop20Regular },
  'provisioning-urls': { here: Link20Filled, there: Link20Regular },
  history: { here: History20Filled, there: History20Regular },
  settings: { here: Settings20Filled, there: Settings20Regular },
  help: { here: QuestionCircle20Filled, there: QuestionCircle20Regular },
} satisfies Record<Page, object>

const useStyles = makeStyles({
  navigation: {
    flexShrink: 0,
    width: '216px',
    padding: tokens.spacingVerticalS,
    [mediumWindow]: { width: '104px', paddingRight: 0 },
    [narrowWindow]: { width: 'auto', paddingBottom: 0 },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [narrowWindow]: { flexDirection: 'row', flexWrap: 'wrap' },
  },
  entry: {
    ...entry,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    [mediumWindow]: {
      flexDirection: 'column',
      rowGap: tokens.spacingVerticalXXS,
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      textAlign: 'center',
      // A page's name may be a longer word in another language.
      overflowWrap: 'anywhere',
    },
  },
  here: {
    ...entryHere,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  iconHere: { display: 'inline-flex', color: tokens.colorCompoundBrandForeground1 },
  icon: { display: 'inline-flex' },
})

/** The pages of the window. */
export function Navigation() {
  const styles = useStyles()
  return (
    <nav className={styles.navigation} aria-label={text.window.frame.navigation} {...landmark}>
      <ul className={styles.list}>
        {pages.map((page) => (
          <li key={page}>
            <Entry page={page} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Entry({ page }: { readonly page: Page }) {
  const styles = useStyles()
  const stores = useStores()
  const here = useView((view) => view.page === page)
  const Icon = icons[page][here ? 'here' : 'there']
  return (
    <button
      type="button"
      className={mergeClasses(styles.entry, here && styles.here)}
      aria-current={here ? 'page' : undefined}
      onClick={() => stores.view.setState({ page })}
    >
      <span className={here ? styles.iconHere : styles.icon}>
        <Icon aria-hidden />
      </span>
      {text.window.frame.pages[page]}
    </button>
  )
}
