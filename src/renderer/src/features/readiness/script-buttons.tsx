import { Button } from '@fluentui/react-components'
import { type FixFile, type FixReason, numbersName } from '../../../../shared/readiness/fix-files.ts'
import { fixScripts } from '../../../../shared/readiness/fix-scripts.ts'
import { text } from '../../../../shared/text/index.ts'
import type { KnownReadiness } from '../../model/readiness/known-readiness.ts'
import { saveScript } from '../../stores/readiness-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import type { JudgedPhone } from './judged-phone.ts'

const words = text.window.readiness

/** The script for one reason, to copy or to save. The app runs none of it. */
export function ScriptButtons(props: {
  readonly reason: FixReason
  /** What it is for, in words. */
  readonly title: string
  readonly known: KnownReadiness
  readonly phones: readonly JudgedPhone[]
}) {
  const { reason, title, known, phones } = props
  const stores = useStores()
  const tenant = useSignedIn()?.tenant.id ?? ''
  const script = (): string | undefined =>
    fixScripts(tenant, known.facts, known.tenant, phones).find(({ file }) => file === `fix-${reason}.ps1`)
      ?.content
  const save = (file: FixFile): void =>
    void saveScript(
      stores,
      file,
      phones.map(({ username }) => username),
    )
  return (
    <>
      <CopyButton
        appearance="secondary"
        content={() => script()?.replace(/^\uFEFF/, '') ?? ''}
        label={words.copyScriptFor(title)}
        what={words.scriptCopied}
      >
        {words.copyScript}
      </CopyButton>
      <Button size="small" aria-label={words.saveScriptFor(title)} onClick={() => save(`fix-${reason}.ps1`)}>
        {words.saveScript}
      </Button>
      {reason === 'number' && (
        <Button size="small" onClick={() => save(numbersName)}>
          {words.saveNumbers}
        </Button>
      )}
    </>
  )
}
