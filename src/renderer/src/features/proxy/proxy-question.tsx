import { Button, Field, Input, MessageBar, makeStyles, tokens } from '@fluentui/react-components'
import { type FormEvent, useId, useState } from 'react'
import type { ProxyQuestion as Question } from '../../../../shared/proxy.ts'
import { text } from '../../../../shared/text/index.ts'
import { Fact, Facts } from '../../components/facts.tsx'
import { MessageText } from '../../components/message-text.tsx'
import { Modal } from '../../components/modal.tsx'
import { ask } from '../../stores/app-stores.ts'
import { useProxy, useStores } from '../../stores/stores-context.tsx'

const words = text.window.proxy

const useStyles = makeStyles({ form: { display: 'grid', rowGap: tokens.spacingVerticalM } })

/** Asks for the name and the password of a proxy: it comes before every other question, because nothing works without it. */
export function ProxyQuestion() {
  const question = useProxy((proxy) => proxy.question)
  // Anew for each question: nothing typed for one proxy is offered to another.
  return question ? <Asking key={question.id} question={question} /> : null
}

function Asking({ question }: { readonly question: Question }) {
  const { id, proxy, realm, isBasic, wasRefused } = question
  const styles = useStyles()
  const stores = useStores()
  const form = useId()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')

  const answer = async (credentials?: {
    readonly username: string
    readonly password: string
  }): Promise<void> => {
    const next = await ask(stores, 'app', 'proxy:answer', { id, ...(credentials && { credentials }) })
    if (next.ok) stores.proxy.setState({ question: next.value })
  }
  const signIn = (event: FormEvent): void => {
    event.preventDefault()
    if (username !== '') void answer({ username, password })
  }
  return (
    <Modal
      title={words.title}
      onCancel={() => void answer()}
      actions={
        <>
          <Button onClick={() => void answer()}>{words.cancel}</Button>
          <Button appearance="primary" type="submit" form={form} disabled={username === ''}>
            {words.signIn}
          </Button>
        </>
      }
    >
      {wasRefused && (
        <MessageBar intent="error" layout="multiline">
          <MessageText title={words.refusedTitle}>{words.refused}</MessageText>
        </MessageBar>
      )}
      <Facts>
        <Fact name={words.proxy}>{proxy}</Fact>
        {realm !== '' && <Fact name={words.realm}>{realm}</Fact>}
      </Facts>
      <form id={form} className={styles.form} onSubmit={signIn}>
        <Field label={words.username}>
          <Input
            value={username}
            maxLength={260}
            spellCheck={false}
            autoComplete="off"
            onChange={(_, { value }) => setUsername(value)}
          />
        </Field>
        <Field label={words.password} hint={words.kept}>
          <Input
            type="password"
            value={password}
            maxLength={260}
            autoComplete="off"
            onChange={(_, { value }) => setPassword(value)}
          />
        </Field>
      </form>
      {isBasic && (
        <MessageBar intent="warning" layout="multiline">
          <MessageText title={words.clearTitle}>{words.clear}</MessageText>
        </MessageBar>
      )}
    </Modal>
  )
}
