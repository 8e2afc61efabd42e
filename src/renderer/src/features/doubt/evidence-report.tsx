import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import type { Evidence } from './use-evidence.ts'

const { doubt: words } = text.window

const useStyles = makeStyles({ title: { display: 'block' }, part: { minHeight: '54px' } })

/** What the service's record says, how sure one can be of it, and the way to ask once more. */
export function EvidenceReport(props: { readonly evidence: Evidence; readonly look: () => void }) {
  const { evidence, look } = props
  const styles = useStyles()
  const isAsking = evidence.kind === 'asking'
  return (
    <div className={styles.part} role="status">
      <MessageBar
        intent={evidence.kind === 'failed' ? 'error' : 'info'}
        layout={isShort(evidence) ? 'singleline' : 'multiline'}
      >
        <MessageBarBody>
          <Said evidence={evidence} />
        </MessageBarBody>
        <MessageBarActions>
          <Button
            disabledFocusable={isAsking}
            icon={isAsking ? <Spinner size="tiny" aria-hidden /> : null}
            onClick={look}
          >
            {words.again}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  )
}

const isShort = (evidence: Evidence): boolean =>
  evidence.kind === 'asking' || (evidence.kind === 'known' && evidence.candidates.length > 0)

function Said({ evidence }: { readonly evidence: Evidence }) {
  switch (evidence.kind) {
    case 'asking':
      return words.asking
    case 'failed':
      return <Titled title={evidence.failure.message} body={evidence.failure.remedy ?? ''} />
    case 'known':
      return evidence.candidates.length === 0 ? (
        <Titled title={words.none} body={words.noneHowSure} />
      ) : (
        words.found(evidence.candidates.length)
      )
  }
}

function Titled({ title, body }: { readonly title: string; readonly body: string }) {
  const styles = useStyles()
  return (
    <>
      <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>
      {body}
    </>
  )
}
