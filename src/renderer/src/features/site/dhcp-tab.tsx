import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { Save16Regular } from '@fluentui/react-icons/svg/save'
import { text } from '../../../../shared/text/index.ts'
import { type DhcpShown, dhcpShown } from '../../model/dhcp-form.ts'
import { checkedList } from '../../stores/list-check.ts'
import { saveSiteFile } from '../../stores/site-actions.ts'
import { useList, useSite, useStores } from '../../stores/stores-context.tsx'
import { useSignedIn } from '../../stores/use-signed-in.ts'
import { card } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { CodeLines } from './code-lines.tsx'
import { DhcpFields } from './dhcp-fields.tsx'
import { DhcpMakers } from './dhcp-makers.tsx'
import { LinesOfText } from './lines-of-text.tsx'
import { SiteCard } from './site-card.tsx'
import { SourceLinks } from './source-links.tsx'

const site = text.window.site
const { dhcp } = site

const useStyles = makeStyles({
  card: { ...card, display: 'grid', rowGap: tokens.spacingVerticalM },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  notes: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  line: { margin: 0 },
})

/** Lines for a DHCP server: what is asked for, the lines, what to know of them, and how to take them back. */
export function DhcpTab() {
  const styles = useStyles()
  const stores = useStores()
  const form = useSite((data) => data)
  const list = useList(checkedList)
  const tenant = useSignedIn()?.tenant
  const { server, scopes } = form
  const shown = dhcpShown(
    {
      ...form,
      scope: scopes[server] ?? '',
      tenantId: tenant ? tenant.id : form.tenant.trim(),
      isSimulated: tenant?.simulated ?? false,
    },
    list,
  )
  const { written, refusal, isWhole, notes } = shown
  return (
    <>
      <div className={styles.card}>
        <DhcpFields tenant={tenant} />
        <DhcpMakers shown={shown} list={list?.name} />
      </div>
      <SiteCard
        title={dhcp.lines}
        buttons={
          written &&
          isWhole && (
            <>
              <CopyButton
                content={asFile(written.lines)}
                label={dhcp.copyLines}
                what={dhcp.linesCopied}
                appearance="primary"
              >
                {dhcp.copyLines}
              </CopyButton>
              <Button
                size="small"
                icon={<Save16Regular />}
                onClick={() => saveSiteFile(stores, server, asFile(written.lines))}
              >
                {dhcp.saveLines}
              </Button>
            </>
          )
        }
      >
        {tenant?.simulated && <Note intent="warning">{site.simulated}</Note>}
        {refusal !== undefined && <Note intent="warning">{refusal}</Note>}
        {written && !isWhole && <Note intent="info">{dhcp.tenantMissing}</Note>}
        {written && <CodeLines name={dhcp.linesFor(text.site.dhcp.servers[server])} lines={written.lines} />}
        <h3 className={styles.title}>{dhcp.know}</h3>
        <LinesOfText lines={notes} />
        <SourceLinks links={['configureSipGateway']} />
      </SiteCard>
      {written && isWhole && <Undo shown={written} how={text.site.dhcp.undo[server]} />}
    </>
  )
}

function Undo({ shown, how }: { readonly shown: NonNullable<DhcpShown['written']>; readonly how: string }) {
  const styles = useStyles()
  return (
    <SiteCard
      title={dhcp.undo}
      buttons={
        shown.undo.length > 0 && (
          <CopyButton content={asFile(shown.undo)} label={dhcp.copyUndo} what={dhcp.undoCopied}>
            {dhcp.copyUndo}
          </CopyButton>
        )
      }
    >
      <p className={styles.line}>{how}</p>
      {shown.undo.length > 0 && <CodeLines name={dhcp.linesToUndo} lines={shown.undo} />}
    </SiteCard>
  )
}

function Note({ intent, children }: { readonly intent: 'warning' | 'info'; readonly children: string }) {
  return (
    <MessageBar intent={intent} layout="multiline" politeness="polite">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  )
}

const asFile = (lines: readonly string[]): string => `${lines.join('\n')}\n`
