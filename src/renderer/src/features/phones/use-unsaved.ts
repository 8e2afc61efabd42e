import { useEffect } from 'react'
import { invoke } from '../../stores/app-stores.ts'
import { isUnsaved } from '../../stores/list-store.ts'
import { useList, useStores } from '../../stores/stores-context.tsx'

/** Tells main which list has changes that are in no file, so that the window does not close over them without a question. */
export function useUnsaved(): void {
  const stores = useStores()
  const unsaved = useList((list) => (isUnsaved(list) ? list.sheet?.name : undefined))
  useEffect(() => {
    void invoke(stores, 'list:unsaved', unsaved === undefined ? {} : { list: unsaved })
  }, [stores, unsaved])
}
