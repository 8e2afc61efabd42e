import { makeStyles, tokens } from '@fluentui/react-components'
import { ScrollArea } from '../../components/scroll-area.tsx'
import { exactText } from '../../theme/page-layout.ts'

const useStyles = makeStyles({
  area: {
    height: 'auto',
    maxHeight: '420px',
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  lines: { ...exactText, userSelect: 'text', whiteSpace: 'pre-wrap', margin: 0 },
})

/** Lines for another program, to be read and selected. */
export function CodeLines({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  const styles = useStyles()
  return (
    <ScrollArea name={name} className={styles.area}>
      <pre className={styles.lines}>{lines.join('\n')}</pre>
    </ScrollArea>
  )
}
