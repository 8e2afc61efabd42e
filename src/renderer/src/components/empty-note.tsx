import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  note: {
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    color: tokens.colorNeutralForeground2,
  },
})

/** In place of what a tab of the panel would show: why there is nothing. */
export function EmptyNote({ children }: { readonly children: string }) {
  return <div className={useStyles().note}>{children}</div>
}
