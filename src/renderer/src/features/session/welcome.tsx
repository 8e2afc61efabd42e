import { Button, Link, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components'
import { Beaker24Regular } from '@fluentui/react-icons/svg/beaker'
import type { ReactNode } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { useSession, useStores } from '../../stores/stores-context.tsx'
import { narrowWindow } from '../../theme/media.ts'
import { card, pageTitle, readingPage } from '../../theme/page-layout.ts'
import { explore } from './session-actions.ts'
import { SignInCard } from './sign-in-card.tsx'

const session = text.window.session
const { welcome } = text.window.session

const useStyles = makeStyles({
  page: { ...readingPage, rowGap: tokens.spacingVerticalXL },
  title: pageTitle,
  lead: { margin: `${tokens.spacingVerticalXS} 0 0`, maxWidth: '70ch' },
  ways: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(240px, 2fr)',
    alignItems: 'start',
    [narrowWindow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    gap: tokens.spacingHorizontalL,
  },
  way: {
    ...card,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXL,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  wayTitle: { ...typographyStyles.subtitle2, margin: 0 },
  body: { margin: 0, color: tokens.colorNeutralForeground2 },
  stepsTitle: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalS}` },
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
})

/** Says what the page will show, and offers the two ways on. */
export function Welcome() {
  const styles = useStyles()
  const stores = useStores()
  const busy = useSession((data) => data.busy)
  return (
    <div className={styles.page}>
      <div>
        <h1 className={styles.title}>{welcome.title}</h1>
        <p className={styles.lead}>{welcome.lead}</p>
      </div>
      <div className={styles.ways}>
        <SignInCard />
        <Way icon={<Beaker24Regular />} title={welcome.exploreTitle} body={welcome.exploreBody}>
          <Button
            disabledFocusable={busy !== undefined}
            icon={busy === 'explore' ? <Spinner size="tiny" aria-hidden /> : null}
            onClick={() => explore(stores)}
          >
            {busy === 'explore' ? session.exploring : session.explore}
          </Button>
        </Way>
      </div>
      <section>
        <h2 className={styles.stepsTitle}>{welcome.stepsTitle}</h2>
        <ol className={styles.steps}>
          {welcome.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <p className={styles.body}>
        {welcome.browseFirst}{' '}
        <Link inline onClick={() => stores.view.setState({ page: 'phones' })}>
          {welcome.toPhones}
        </Link>
      </p>
    </div>
  )
}

function Way(props: {
  readonly icon: ReactNode
  readonly title: string
  readonly body: string
  readonly children: ReactNode
}) {
  const styles = useStyles()
  return (
    <section className={styles.way}>
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          {props.icon}
        </span>
        <h2 className={styles.wayTitle}>{props.title}</h2>
      </div>
      <p className={styles.body}>{props.body}</p>
      <div>{props.children}</div>
    </section>
  )
}
