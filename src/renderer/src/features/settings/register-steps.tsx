import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { text } from '../../../../shared/text/index.ts'
import { ask } from '../../stores/app-stores.ts'
import { useStores, useView } from '../../stores/stores-context.tsx'
import { focusInside } from '../../theme/focus.ts'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'

const { register: words } = text.window.settings

const useStyles = makeStyles({
  details: { padding: `${tokens.spacingVerticalM} 0` },
  summary: {
    ...typographyStyles.body1Strong,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ...focusInside,
  },
  content: {
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
  },
  line: { margin: 0 },
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  exact: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  code: exactText,
})

/** Step by step to a public client of one's own (Microsoft, "Register an application in Microsoft Entra ID"). */
export function RegisterSteps() {
  const styles = useStyles()
  const stores = useStores()
  const isOpen = useView((view) => view.registerSteps)
  const summary = useRef<HTMLElement>(null)
  // When a link leads here for the steps, they get the focus.
  useEffect(() => {
    if (!stores.view.getState().registerSteps) return
    summary.current?.focus()
    summary.current?.scrollIntoView({ block: 'start' })
  }, [stores])
  return (
    <details
      className={styles.details}
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => stores.view.setState({ registerSteps: open })}
    >
      <summary ref={summary} className={styles.summary}>
        {words.title}
      </summary>
      <div className={styles.content}>
        <p className={styles.line}>{words.lead}</p>
        <ol className={styles.steps}>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Exact step={3} value={words.redirectUri} copy={words.copyRedirectUri} />
        <Exact step={5} value={words.api} copy={words.copyApi} />
        <Link onClick={() => ask(stores, 'app', 'link:open', 'entraAdminCenter')}>{words.open}</Link>
      </div>
    </details>
  )
}

function Exact(props: { readonly step: number; readonly value: string; readonly copy: string }) {
  const { step, value, copy } = props
  const styles = useStyles()
  return (
    <span className={styles.exact}>
      {words.forStep(step)}
      <code className={styles.code}>{value}</code>
      <CopyButton content={value} label={copy} what={value} />
    </span>
  )
}
