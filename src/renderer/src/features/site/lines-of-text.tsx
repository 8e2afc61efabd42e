import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
  },
})

/** Sentences, one below the other; numbered where their order counts. */
export function LinesOfText(props: { readonly lines: readonly string[]; readonly inOrder?: true }) {
  const styles = useStyles()
  const items = props.lines.map((line) => <li key={line}>{line}</li>)
  return props.inOrder ? <ol className={styles.list}>{items}</ol> : <ul className={styles.list}>{items}</ul>
}
