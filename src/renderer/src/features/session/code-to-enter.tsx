import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { DeviceCode } from '../../../../shared/session.ts'
import { text } from '../../../../shared/text/index.ts'
import { useNow } from '../../components/use-now.ts'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'

const { waiting: words } = text.window.session

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  where: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  box: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  code: {
    ...exactText,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '0.08em',
    whiteSpace: 'nowrap',
  },
  uri: { ...exactText, fontSize: tokens.fontSizeBase200 },
  expiry: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
})

/** Shows the code large enough to read across a desk, where to enter it, and how long it is valid. */
export function CodeToEnter({ code }: { readonly code: DeviceCode }) {
  const styles = useStyles()
  const now = useNow(true)
  const left = code.expiresAt - now
  return (
    <div className={styles.row}>
      <div className={styles.box}>
        <code className={styles.code}>{code.userCode}</code>
        <CopyButton
          content={code.userCode}
          label={words.copyCode}
          what={words.codeLabel}
          appearance="secondary"
        >
          {text.window.frame.copy}
        </CopyButton>
      </div>
      <div className={styles.where}>
        <code className={styles.uri}>{code.verificationUri}</code>
        <span className={styles.expiry}>{left > 0 ? words.expiresIn(left) : words.expired}</span>
      </div>
    </div>
  )
}
