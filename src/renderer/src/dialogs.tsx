import { FileBesideQuestion } from './features/file-beside/file-beside-question.tsx'
import { ShortcutList } from './features/frame/shortcut-list.tsx'
import { DeleteRun } from './features/history/delete-run.tsx'
import { AddPorts } from './features/phones/add-ports.tsx'
import { ChooseColumns } from './features/phones/choose-columns.tsx'
import { PasteCells } from './features/phones/paste-cells.tsx'
import { ReplaceList } from './features/phones/replace-list.tsx'
import { ProxyQuestion } from './features/proxy/proxy-question.tsx'
import { ConfirmRun } from './features/run/confirm-run.tsx'
import { SignInDialog } from './features/session/sign-in-dialog.tsx'
import { EvidenceDialog } from './features/unconfirmed/evidence-dialog.tsx'

/** All that asks. Each shows itself when it is wanted. */
export function Dialogs() {
  return (
    <>
      <ConfirmRun />
      <EvidenceDialog />
      <ChooseColumns />
      <PasteCells />
      <AddPorts />
      <ReplaceList />
      <DeleteRun />
      <ShortcutList />
      <SignInDialog />
      <FileBesideQuestion />
      <ProxyQuestion />
    </>
  )
}
