import { Button, MessageBar, MessageBarActions, makeStyles, Spinner } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { MessageText } from '../../components/message-text.tsx'
import type { Evidence } from './use-evidence.ts'

const words = text.window.unconfirmed

// Words and button beside each other, but on two lines where they do not fit on one.
const useStyles = makeStyles({ bar: { whiteSpace: 'normal' } })

/** What the batch history says, how sure one can be of it, and the way to ask once more. */
export function EvidenceReport(props: { readonly evidence: Evidence; readonly look: () => void }) {
  const { evidence, look } = props
  const styles = useStyles()
  const isAsking = evidence.kind === 'asking'
  return (
    <div role="status">
      <MessageBar
        intent={evidence.kind === 'failed' ? 'error' : 'info'}
        layout={isShort(evidence) ? 'singleline' : 'multiline'}
        className={styles.bar}
      >
        <Said evidence={evidence} />
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
      return <MessageText>{words.asking}</MessageText>
    case 'failed':
      return <MessageText title={evidence.failure.message}>{evidence.failure.remedy}</MessageText>
    case 'known':
      return evidence.candidates.length === 0 ? (
        <MessageText title={words.none}>{words.noneHowSure}</MessageText>
      ) : (
        <MessageText>{words.found(evidence.candidates.length)}</MessageText>
      )
  }
}
