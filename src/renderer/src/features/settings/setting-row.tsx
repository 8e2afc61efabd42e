import { Label, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { type ReactNode, useId } from 'react'
import type { ManagedSetting } from '../../../../shared/policy.ts'
import { text } from '../../../../shared/text/index.ts'
import { useToneStyles } from '../../components/status-mark.tsx'
import { useSettings } from '../../stores/stores-context.tsx'
import { narrowWindow } from '../../theme/media.ts'
import type { Kept } from './use-kept.ts'

const settings = text.window.settings

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
    [narrowWindow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: typographyStyles.body1Strong,
  hint: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  managed: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  control: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    justifyContent: 'center',
    // The operator must be able to read a value that the organisation has set.
    '& :disabled': { color: tokens.colorNeutralForeground2 },
  },
  // As high without words as with one line of them: nothing moves when they come.
  outcome: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: tokens.lineHeightBase300,
    paddingTop: tokens.spacingVerticalXXS,
    overflowWrap: 'anywhere',
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
})

/** What a control needs to be named and explained, and whether it is somebody else who sets it. */
export type Named = {
  readonly id: string
  readonly 'aria-describedby': string
  readonly disabled: boolean
}

/** One setting: what it is at the left, the control at the right, and under it what came of a change. */
export function SettingRow(props: {
  readonly label: string
  readonly hint: string
  /** What the organisation may have set. */
  readonly setting?: ManagedSetting
  readonly kept?: Kept
  /** The error in the current entry. */
  readonly problem?: string | undefined
  /** False where the control is no field that a label could point to. */
  readonly isField?: boolean
  readonly control: (named: Named) => ReactNode
}) {
  const { label, hint, setting, kept, problem, isField = true, control } = props
  const styles = useStyles()
  const id = useId()
  const managed = useSettings(({ managed }) => (setting === undefined ? undefined : managed[setting]))
  const described = `${id}-hint ${id}-outcome`
  return (
    <div className={styles.row}>
      <div>
        {isField ? (
          <Label className={styles.label} htmlFor={id}>
            {label}
          </Label>
        ) : (
          <span className={styles.label}>{label}</span>
        )}
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
          {managed && <span className={styles.managed}>{settings.managed[managed.by](managed.place)}</span>}
        </p>
      </div>
      <div className={styles.control}>
        {control({ id, 'aria-describedby': described, disabled: managed !== undefined })}
        {kept && (
          <div id={`${id}-outcome`} className={styles.outcome}>
            <Outcome kept={kept} problem={problem} />
          </div>
        )}
      </div>
    </div>
  )
}

function Outcome({ kept, problem }: { readonly kept: Kept; readonly problem: string | undefined }) {
  const styles = useStyles()
  const tones = useToneStyles()
  const wrong = kept.kind === 'refused' ? settings.notSaved(kept.why) : problem
  if (wrong !== undefined) {
    return (
      <>
        <span className={mergeClasses(styles.icon, tones.bad)}>
          <ErrorCircle16Filled aria-hidden />
        </span>
        <span className={tones.bad}>{wrong}</span>
      </>
    )
  }
  if (kept.kind !== 'saved') return null
  return (
    <>
      <span className={mergeClasses(styles.icon, tones.good)}>
        <CheckmarkCircle16Filled aria-hidden />
      </span>
      <span className={tones.good}>{settings.saved}</span>
    </>
  )
}
