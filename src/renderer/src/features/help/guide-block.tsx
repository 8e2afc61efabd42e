import {
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import type { Block } from '../../../../shared/guide/chapter.ts'
import { text } from '../../../../shared/text/index.ts'
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
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
    verticalAlign: 'top',
  },
  column: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
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
          <CopyButton content={block.text} label={text.guide.copyCode} what={text.guide.codeCopied} />
        </div>
      )
    case 'table':
      return <Table columns={block.columns} rows={block.rows} />
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

function Table(props: {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column} scope="col" className={mergeClasses(styles.cell, styles.column)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cells) => (
          <tr key={cells[0]}>
            {cells.map((cell, at) => (
              <td key={props.columns[at]} className={styles.cell}>
                <GuideLine written={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
