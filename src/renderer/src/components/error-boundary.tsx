import { Component, type ReactNode } from 'react'
import { text } from '../../../shared/text/index.ts'

const { broken } = text.window.frame

type Props = { readonly children: ReactNode }
type State = { readonly fault: string | undefined }

/** A fault of the page is shown in words, with a way on, instead of an empty window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { fault: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === undefined) return this.props.children
    return (
      <main role="alert">
        <h1>{broken.title}</h1>
        <p>{broken.body}</p>
        <p>{broken.details(fault)}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {broken.reload}
        </button>
      </main>
    )
  }
}
