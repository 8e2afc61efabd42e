import { MessageBar, MessageBarBody, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { Block } from '../../../../shared/guide/chapter.ts'
import { guideText } from '../../../../shared/text/guide.ts'
import { ReadingTable } from '../../components/reading-table.tsx'
import { exactText } from '../../theme/page-layout.ts'
import { CopyButton } from '../copy/copy-button.tsx'
import { GuideLine } from './guide-line.tsx'

const useStyles = makeStyles({
  line: { margin: 0 },
  heading: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalS} 0 0` },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
  code: {
    display: 'flex',
    alignItems: 'start',
    justifyContent: 'space-between',
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  exact: { ...exactText, userSelect: 'text', whiteSpace: 'pre-wrap', margin: 0, minWidth: 0 },
})

/** A part of a chapter. */
export function GuideBlock({ block }: { readonly block: Block }) {
  const styles = useStyles()
  if (typeof block === 'string') {
    return (
      <p className={styles.line}>
        <GuideLine written={block} />
      </p>
    )
  }
  switch (block.kind) {
    case 'heading':
      return <h3 className={styles.heading}>{block.text}</h3>
    case 'warning':
      return (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>
            <GuideLine written={block.text} />
          </MessageBarBody>
        </MessageBar>
      )
    case 'list':
      return (
        <ul className={styles.list}>
          <Items items={block.items} />
        </ul>
      )
    case 'steps':
      return (
        <ol className={styles.list}>
          <Items items={block.items} />
        </ol>
      )
    case 'code':
      return (
        <div className={styles.code}>
          <pre className={styles.exact}>{block.text}</pre>
          <CopyButton content={block.text} label={guideText.copyCode} what={guideText.codeCopied} />
        </div>
      )
    case 'table':
      return (
        <ReadingTable
          columns={block.columns}
          rows={block.rows}
          show={(cell) => <GuideLine written={cell} />}
        />
      )
    case 'picture':
      return null
  }
}

function Items({ items }: { readonly items: readonly string[] }) {
  return items.map((item) => (
    <li key={item}>
      <GuideLine written={item} />
    </li>
  ))
}
