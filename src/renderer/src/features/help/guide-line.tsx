import { Link, makeStyles } from '@fluentui/react-components'
import { Fragment, useMemo } from 'react'
import { type Inline, readInline } from '../../../../shared/guide/inline.ts'
import { ask } from '../../stores/app-stores.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { exactText } from '../../theme/page-layout.ts'
import { showChapter } from './show-chapter.ts'

const useStyles = makeStyles({ exact: { ...exactText, userSelect: 'text' } })

/** A text of the guide with its marks. Links lead to a chapter, or by name to the system's browser. */
export function GuideLine({ written }: { readonly written: string }) {
  const pieces = useMemo(() => readInline(written), [written])
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text stay as they are
    <Fragment key={at}>
      <Piece piece={piece} />
    </Fragment>
  ))
}

function Piece({ piece }: { readonly piece: Inline }) {
  const styles = useStyles()
  const stores = useStores()
  switch (piece.kind) {
    case 'plain':
      return piece.text
    case 'strong':
      return <strong>{piece.text}</strong>
    case 'code':
      return <code className={styles.exact}>{piece.text}</code>
    case 'chapter':
      return (
        <Link inline onClick={() => showChapter(stores, piece.chapter)}>
          {piece.text}
        </Link>
      )
    case 'link':
      return (
        <Link inline onClick={() => ask(stores, 'app', 'link:open', piece.link)}>
          {piece.text}
        </Link>
      )
  }
}
