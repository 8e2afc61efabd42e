import { Button, Link, makeStyles, Spinner } from '@fluentui/react-components'
import { Save16Regular } from '@fluentui/react-icons/svg/save'
import { checkAsText } from '../../../../shared/site/check/check-as-text.ts'
import { overallOf, type SiteResult } from '../../../../shared/site/check/site-result.ts'
import { isIpv4 } from '../../../../shared/site/dhcp/ipv4.ts'
import { firewallAsCsv, firewallAsText, firewallRules } from '../../../../shared/site/firewall.ts'
import { text } from '../../../../shared/text/index.ts'
import { Trouble } from '../../components/trouble.tsx'
import { publicIpSaid } from '../../model/public-ip-said.ts'
import { checkThisSite, saveSiteFile } from '../../stores/site-actions.ts'
import { useRun, useSite, useStores } from '../../stores/stores-context.tsx'
import { CopyButton } from '../copy/copy-button.tsx'
import { LinesOfText } from './lines-of-text.tsx'
import { ResultRow } from './result-row.tsx'
import { SiteCard } from './site-card.tsx'
import { SiteField, SiteFields } from './site-field.tsx'
import { SiteRegion } from './site-region.tsx'
import { SiteTable } from './site-table.tsx'
import { SourceLinks } from './source-links.tsx'

const { check: words, dhcp } = text.window.site
const check = text.site.check
const firewall = text.site.firewall

const useStyles = makeStyles({
  line: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** What this computer can honestly see of the way to SIP Gateway, and the rules for the firewall. */
export function CheckTab() {
  const styles = useStyles()
  const stores = useStores()
  const { checking, publicIp, ntp, failure } = useSite((data) => data)
  const isNoAddress = (typed: string): boolean => typed.trim() !== '' && !isIpv4(typed.trim())
  const said = useRun(({ state }) => publicIpSaid(state))
  const start = (): void => void checkThisSite(stores)
  return (
    <>
      <SiteCard title={words.what}>
        <p className={styles.line}>{words.lead}</p>
        <SiteFields>
          <SiteRegion />
          <SiteField
            label={words.publicIp}
            hint={said === undefined ? undefined : words.publicIpSaid(said)}
            problem={isNoAddress(publicIp) ? words.publicIpWrong : undefined}
            value={publicIp}
            onChange={(value) => stores.site.setState({ publicIp: value })}
          />
          <SiteField
            label={dhcp.ntp}
            hint={words.timeServerHint}
            problem={isNoAddress(ntp) ? dhcp.ntpWrong : undefined}
            value={ntp}
            onChange={(value) => stores.site.setState({ ntp: value })}
          />
        </SiteFields>
        {said !== undefined && publicIp.trim() !== said && (
          <p className={styles.line}>
            <Link inline onClick={() => stores.site.setState({ publicIp: said })}>
              {words.takePublicIp(said)}
            </Link>
          </p>
        )}
        <div>
          <Button
            appearance="primary"
            disabledFocusable={checking || isNoAddress(publicIp) || isNoAddress(ntp)}
            icon={checking ? <Spinner size="tiny" aria-hidden /> : null}
            onClick={start}
          >
            {checking ? words.checking : words.start}
          </Button>
        </div>
        {failure && <Trouble failure={failure} retry={start} />}
      </SiteCard>
      <Results />
      <Rules />
    </>
  )
}

function Results() {
  const styles = useStyles()
  const stores = useStores()
  const seen = useSite((data) => data.seen)
  if (!seen) return null
  const { results, region, address, defaultGateway } = seen
  const written = checkAsText(results, region, seen).replaceAll('\n', '\r\n')
  return (
    <SiteCard
      title={words.results}
      buttons={
        <>
          <CopyButton content={written} label={words.copy} what={words.copied}>
            {words.copy}
          </CopyButton>
          <Button
            size="small"
            icon={<Save16Regular />}
            onClick={() => saveSiteFile(stores, 'check', written)}
          >
            {words.saveText}
          </Button>
        </>
      }
    >
      <p className={styles.line}>
        <strong>{check.seenFrom(address, defaultGateway)}</strong>
      </p>
      <p className={styles.line}>{check.title(region, check.overall[overallOf(results)])}</p>
      <ul className={styles.list}>
        {wrongFirst(results).map((result) => (
          <ResultRow key={result.check} result={result} />
        ))}
      </ul>
    </SiteCard>
  )
}

const ranks = { wrong: 0, untested: 1, clear: 2 } as const

/** Results that need action come first. */
const wrongFirst = (results: readonly SiteResult[]): readonly SiteResult[] =>
  results.toSorted((one, other) => ranks[one.outcome] - ranks[other.outcome])

function Rules() {
  const styles = useStyles()
  const stores = useStores()
  const region = useSite((data) => data.region)
  const { columns } = firewall
  const written = firewallAsText(region)
  return (
    <SiteCard
      title={firewall.title}
      buttons={
        <>
          <CopyButton content={written} label={words.copyRules} what={words.rulesCopied}>
            {words.copyRules}
          </CopyButton>
          <Button
            size="small"
            icon={<Save16Regular />}
            onClick={() => saveSiteFile(stores, 'firewall-text', written)}
          >
            {words.saveText}
          </Button>
          <Button
            size="small"
            icon={<Save16Regular />}
            onClick={() => saveSiteFile(stores, 'firewall-csv', firewallAsCsv(region))}
          >
            {words.saveCsv}
          </Button>
        </>
      }
    >
      <p className={styles.line}>{firewall.lead}</p>
      <SiteTable
        name={words.rules}
        columns={[columns.destination, columns.port, columns.why, columns.source]}
        rows={firewallRules(region).map((rule) => [rule.destination, rule.port, rule.why, rule.source])}
      />
      <LinesOfText lines={firewall.notes} />
      <SourceLinks links={['configureSipGateway', 'microsoft365Endpoints']} />
    </SiteCard>
  )
}
