import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import {
  type AccessWay,
  accessLines,
  accessSource,
  accessWays,
} from '../../../../shared/site/conditional-access.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { checkOff } from '../../stores/site-actions.ts'
import { useSettings, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { CodeLines } from './code-lines.tsx'
import { SiteCard } from './site-card.tsx'
import { SourceLinks } from './source-links.tsx'

const words = text.site.conditionalAccess

const useStyles = makeStyles({
  line: { margin: 0 },
  steps: { display: 'grid', rowGap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: 'none' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
})

/** The three documented ways past Conditional Access, step by step. */
export function AccessTab() {
  const styles = useStyles()
  const isSignedIn = useSignedIn() !== undefined
  return (
    <>
      <p className={styles.line}>
        {words.lead}
        {isSignedIn && ` ${words.checkedOff}`}
      </p>
      {accessWays.map((way) => (
        <Way key={way} way={way} />
      ))}
    </>
  )
}

function Way({ way }: { readonly way: AccessWay }) {
  const styles = useStyles()
  const stores = useStores()
  const tenant = useSignedIn()?.tenant.id
  const done = useSettings(({ accessSteps }) => (tenant === undefined ? undefined : accessSteps?.[tenant]))
  const { title, excludes, roles, steps } = words.ways[way]
  const lines = accessLines(way)
  return (
    <SiteCard
      title={title}
      buttons={
        lines.length > 0 && (
          <CopyButton
            content={`${lines.join('\n')}\n`}
            label={words.copyLines(title)}
            what={words.linesCopied}
          />
        )
      }
    >
      <Facts>
        <Fact name={words.excludes}>{excludes}</Fact>
        <Fact name={words.roles}>{roles}</Fact>
      </Facts>
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step}>
            {tenant === undefined ? (
              step
            ) : (
              <Checkbox
                label={step}
                checked={done?.includes(`${way} ${at}`) ?? false}
                onChange={(_, { checked }) => checkOff(stores, tenant, `${way} ${at}`, checked === true)}
              />
            )}
          </li>
        ))}
      </ol>
      {lines.length > 0 && (
        <>
          <CodeLines name={`${words.lines}: ${title}`} lines={lines} />
          <p className={styles.note}>{words.notTried}</p>
        </>
      )}
      <SourceLinks links={[accessSource[way]]} />
    </SiteCard>
  )
}
