import type { ElectronModule } from '../../electron-host/electron/module.ts'
import type { AppUnderTest, DesktopAct } from './app-under-test.ts'

type Evaluate = AppUnderTest['evaluate']

/**
 * Stands where the operator and the operating system are: writes down what the app does on the desktop, and
 * answers its dialogs. Installed from outside, in the same way in either host.
 */
export async function recordDesktop(
  evaluate: Evaluate,
): Promise<Pick<AppUnderTest, 'answerOpenDialog' | 'answerSaveDialog' | 'answerMessageBox' | 'desktop'>> {
  await evaluate(install)
  const answer = (dialog: Dialog) => (value: string | number | undefined) =>
    evaluate(
      (_electron, { dialog, value }) => {
        ;(globalThis as unknown as { operator: Operator }).operator.answers[dialog].push(value)
      },
      { dialog, value },
    )
  return {
    answerOpenDialog: answer('open'),
    answerSaveDialog: answer('save'),
    answerMessageBox: answer('message'),
    desktop: () => evaluate(() => (globalThis as unknown as { operator: Operator }).operator.acts),
  }
}

type Dialog = 'open' | 'save' | 'message'
type Operator = {
  readonly acts: DesktopAct[]
  readonly answers: Record<Dialog, (string | number | undefined)[]>
}

function install(electron: ElectronModule): void {
  const { dialog, shell, clipboard, powerSaveBlocker, Notification, BrowserWindow } = electron
  const acts: DesktopAct[] = []
  const answers: Operator['answers'] = { open: [], save: [], message: [] }
  Object.assign(globalThis, { operator: { acts, answers } })

  const next = (kind: Dialog): string | number | undefined => {
    if (answers[kind].length === 0) throw new Error(`The test has no answer to the ${kind} dialog`)
    return answers[kind].shift()
  }
  // Each has an overload without a window.
  const optionsOf = <Options>(args: unknown[]): Options => args.at(-1) as Options

  Object.assign(dialog, {
    async showOpenDialog(...args: unknown[]) {
      const { title = '', defaultPath } = optionsOf<Electron.OpenDialogOptions>(args)
      acts.push({ act: 'open-dialog', title, defaultPath })
      const file = next('open')
      return { canceled: file === undefined, filePaths: file === undefined ? [] : [file] }
    },
    async showSaveDialog(...args: unknown[]) {
      const { title = '', defaultPath } = optionsOf<Electron.SaveDialogOptions>(args)
      acts.push({ act: 'save-dialog', title, defaultPath })
      const file = next('save')
      return { canceled: file === undefined, filePath: file ?? '' }
    },
    async showMessageBox(...args: unknown[]) {
      const { message, buttons = [] } = optionsOf<Electron.MessageBoxOptions>(args)
      acts.push({ act: 'message-box', message, buttons })
      return { response: next('message'), checkboxChecked: false }
    },
  })
  shell.openExternal = async (url) => {
    acts.push({ act: 'open-external', url })
  }
  shell.openPath = async (path) => {
    acts.push({ act: 'open-path', path })
    return ''
  }
  shell.showItemInFolder = (path) => {
    acts.push({ act: 'show-in-folder', path })
  }
  // There is a recycle bin only where there is a desktop.
  const { renameSync } = process.getBuiltinModule('node:fs')
  shell.trashItem = async (path) => {
    renameSync(path, `${path}.in-the-bin`)
    acts.push({ act: 'trash', path })
  }
  clipboard.writeText = async (text) => {
    acts.push({ act: 'clipboard', text })
  }
  const { start, stop } = powerSaveBlocker
  powerSaveBlocker.start = (type) => {
    acts.push({ act: 'stay-awake', on: true })
    return start.call(powerSaveBlocker, type)
  }
  powerSaveBlocker.stop = (id) => {
    acts.push({ act: 'stay-awake', on: false })
    return stop.call(powerSaveBlocker, id)
  }
  Notification.isSupported = () => true
  Notification.prototype.show = function (this: Electron.Notification) {
    acts.push({ act: 'notification', title: this.title, body: this.body })
  }
  for (const window of BrowserWindow.getAllWindows())
    window.setProgressBar = (progress, options) => {
      acts.push({ act: 'progress', progress, mode: options?.mode })
    }
}
