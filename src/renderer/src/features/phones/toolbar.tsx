import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open'
import { text } from '../../../../shared/text/index.ts'
import { landmark } from '../../components/landmarks.ts'
import { browse } from '../../stores/list-actions.ts'
import { isEditable, undo } from '../../stores/mend-actions.ts'
import { useList, useStores, useView } from '../../stores/stores-context.tsx'
import { RunButtons } from '../run/run-buttons.tsx'
import { OtherView } from './other-view.tsx'
import { RegionChoice } from './region-choice.tsx'
import { StartButton } from './start-button.tsx'

const { phones } = text.window

const useStyles = makeStyles({
  toolbar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
  },
})

/** What can be done with the list, or with the run, whichever is shown. */
export function Toolbar() {
  const styles = useStyles()
  const stores = useStores()
  const shown = useView((view) => view.shown)
  return (
    <section className={styles.toolbar} aria-label={phones.toolbar} {...landmark}>
      <Tooltip content={phones.browseHint} relationship="description">
        <Button icon={<FolderOpen20Regular />} onClick={() => browse(stores)}>
          {phones.browse}
        </Button>
      </Tooltip>
      {shown === 'list' ? (
        <>
          <RegionChoice />
          <StartButton />
          <UndoButton />
        </>
      ) : (
        <RunButtons />
      )}
      <OtherView />
    </section>
  )
}

function UndoButton() {
  const stores = useStores()
  const last = useList(({ corrections }) => corrections.at(-1))
  const editable = useList(isEditable)
  if (!last || !editable) return null
  const [row = 0, another] = last.rows
  const hint = another === undefined ? phones.undoHint(row) : phones.undoSeveralHint(last.rows.length)
  return (
    <Tooltip content={hint} relationship="description">
      <Button appearance="subtle" icon={<ArrowUndo20Regular />} onClick={() => undo(stores)}>
        {phones.undo}
      </Button>
    </Tooltip>
  )
}
