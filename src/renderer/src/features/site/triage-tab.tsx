import {
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  typographyStyles,
} from '@fluentui/react-components'
import { isSurface, type Symptom, surfaces, troubles } from '../../../../shared/site/symptom.ts'
import { leafOf } from '../../../../shared/site/triage.ts'
import { text } from '../../../../shared/text/index.ts'
import { useSite, useStores } from '../../stores/stores-context.tsx'
import { LinesOfText } from './lines-of-text.tsx'
import { SiteCard } from './site-card.tsx'
import { SiteSelect } from './site-select.tsx'
import { SourceLinks } from './source-links.tsx'

const triage = text.site.triage

const useStyles = makeStyles({
  line: { margin: 0 },
  field: { maxWidth: '620px' },
  part: { ...typographyStyles.body1Strong, margin: 0 },
})

/** Where does it show, and who else has it: then where to look first. */
export function TriageTab() {
  const styles = useStyles()
  const stores = useStores()
  const { symptom, hasOthers } = useSite((data) => data)
  const asks = symptom !== undefined && isSurface(symptom)
  return (
    <>
      <SiteCard title={text.window.site.triage.find}>
        <p className={styles.line}>{triage.lead}</p>
        <Field label={triage.whatQuestion} className={styles.field}>
          <SiteSelect
            value={symptom ?? ''}
            onChange={(_, { value }) =>
              stores.site.setState({ symptom: value === '' ? undefined : (value as Symptom) })
            }
          >
            <option value="">{triage.choose}</option>
            <optgroup label={triage.group401}>
              <Options symptoms={surfaces} />
            </optgroup>
            <optgroup label={triage.groupOther}>
              <Options symptoms={troubles} />
            </optgroup>
          </SiteSelect>
        </Field>
        {asks && (
          <Field label={triage.whoQuestion}>
            <RadioGroup
              value={hasOthers ? 'others' : 'alone'}
              onChange={(_, { value }) => stores.site.setState({ hasOthers: value === 'others' })}
            >
              <Radio value="alone" label={triage.alone} />
              <Radio value="others" label={triage.others} />
            </RadioGroup>
          </Field>
        )}
      </SiteCard>
      {symptom !== undefined && <Answer symptom={symptom} hasOthers={asks && hasOthers} />}
      <MessageBar intent="info" layout="multiline" politeness="polite">
        <MessageBarBody>{`${triage.password} ${triage.challenge}`}</MessageBarBody>
      </MessageBar>
      <p className={styles.line}>{triage.report}</p>
    </>
  )
}

const Options = ({ symptoms }: { readonly symptoms: readonly Symptom[] }) =>
  symptoms.map((one) => (
    <option key={one} value={one}>
      {triage.symptoms[one]}
    </option>
  ))

function Answer({ symptom, hasOthers }: { readonly symptom: Symptom; readonly hasOthers: boolean }) {
  const styles = useStyles()
  const { look, likely, sources } = leafOf(symptom, hasOthers)
  return (
    <SiteCard title={triage.symptoms[symptom]}>
      <h3 className={styles.part}>{triage.look}</h3>
      <LinesOfText lines={look} inOrder />
      <h3 className={styles.part}>{triage.likely}</h3>
      <p className={styles.line}>{likely}</p>
      {hasOthers && <p className={styles.line}>{triage.service}</p>}
      <SourceLinks links={sources} />
    </SiteCard>
  )
}
