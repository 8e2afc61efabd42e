import { makeStyles, tokens } from '@fluentui/react-components'
import { text } from '../../../../shared/text/index.ts'
import { focusInto, focusOn, mainId, tableId } from '../../components/landmarks.ts'
import { useView } from '../../stores/stores-context.tsx'

const frame = text.window.frame

const useStyles = makeStyles({
  link: {
    position: 'absolute',
    left: tokens.spacingHorizontalS,
    top: tokens.spacingVerticalXS,
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    ':not(:focus)': { transform: 'translateY(-200%)' },
  },
})

/** Take the keyboard past header and navigation. They are buttons, because a link's address would be a navigation. */
export function SkipLinks() {
  const styles = useStyles()
  const page = useView((view) => view.page)
  return (
    <>
      <button type="button" className={styles.link} onClick={() => focusOn(mainId)}>
        {frame.skipToMain}
      </button>
      {page === 'phones' && (
        <button type="button" className={styles.link} onClick={() => focusInto(tableId)}>
          {frame.skipToTable}
        </button>
      )}
    </>
  )
}
