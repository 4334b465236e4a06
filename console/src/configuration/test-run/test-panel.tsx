import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { SyncDirection, TestSubject } from '@accord/shared/schemas'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../../api/use-console-call.ts'
import { useTriggerCheck } from '../../api/use-draft-check.ts'
import { Panel } from '../../parts/panel.tsx'
import { ReasonedButton } from '../../parts/reasoned-button.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { readReplica } from './read-replica.ts'
import { TestResult } from './test-result.tsx'

interface TestPanelProps {
  readonly connectionId: string
  readonly table: string
  readonly draft: {
    readonly outgoing: string
    readonly incoming: string
    readonly query: string
    readonly mayWiden: boolean
  }
  readonly local: string
  readonly remote: string
  /** Sync access opens the table: before that no record of it can be read. */
  readonly isReadable: boolean
  /** The pair whose message waits, or the record, that a link has led here for. */
  readonly item?: string | undefined
  readonly record?: string | undefined
  /** It was asked for that record or message: the panel runs it at once, and is where the person looks. */
  readonly isAtOnce?: boolean
  /** Why this user may not run a script; undefined where it may. */
  readonly reason: string | undefined
}

/** Which script, and what it is run on. */
type Choice = SyncDirection | 'waiting'
const CHOICES: readonly Choice[] = ['outgoing', 'incoming', 'waiting']

const EXAMPLE = JSON.stringify({ summary: 'Test', status: 'New', customKeys: {} }, null, 2)

/** What is written above, run on a real record before anything is published. Nothing is sent and nothing is written. */
export function TestPanel(props: TestPanelProps) {
  const { remote, reason, isReadable } = props
  const { t } = useTranslation()
  const test = useTestRun(props)
  const { choice, call } = test
  const run = (event: FormEvent) => {
    event.preventDefault()
    test.run()
  }
  const result = useRunAtOnce(props.isAtOnce === true, test.run)
  return (
    <Panel title={t('testRun.title')}>
      <Text fz="sm">{t('testRun.lead')}</Text>
      <Stack gap="sm" component="form" onSubmit={run}>
        <TestFields {...props} test={test} />
        <Group gap="sm">
          <ReasonedButton reason={reason ?? (isReadable ? undefined : t('testRun.unreadable'))} onClick={test.run}>
            {t(call.isPending ? 'testRun.running' : 'testRun.run')}
          </ReasonedButton>
          {choice === 'outgoing' && call.data?.outcome.kind === 'replica' ? (
            <Button variant="default" onClick={test.takeReplica}>
              {t('testRun.asIncoming')}
            </Button>
          ) : null}
        </Group>
      </Stack>
      <div role="status" ref={result} tabIndex={-1}>
        {call.error ? <ProblemNotice thrown={call.error} /> : null}
        {call.data ? <TestResult tested={call.data} remote={remote} /> : null}
      </div>
    </Panel>
  )
}

/** Answers where the result stands, for the focus. */
function useRunAtOnce(isAtOnce: boolean, run: () => void) {
  const result = useRef<HTMLDivElement>(null)
  const first = useRef(isAtOnce ? run : undefined)
  useEffect(() => {
    first.current?.()
    if (first.current) result.current?.focus()
    first.current = undefined
  }, [])
  return result
}

/** Which script, and on what. */
function TestFields({ local, remote, item, test }: TestPanelProps & { readonly test: ReturnType<typeof useTestRun> }) {
  const { t } = useTranslation()
  const { choice, replica, wrong } = test
  return (
    <>
      <Radio.Group label={t('testRun.direction')} value={choice} onChange={test.turnTo}>
        <Group gap="md" mt={4}>
          <Radio value="outgoing" label={t('testRun.outgoing', { local })} />
          <Radio value="incoming" label={t('testRun.incoming', { remote })} />
          {item ? <Radio value="waiting" label={t('testRun.waiting')} /> : null}
        </Group>
      </Radio.Group>
      {choice === 'waiting' ? null : <RecordField local={local} test={test} />}
      {choice === 'incoming' ? (
        <Textarea
          label={t('testRun.replica', { remote })}
          description={t('testRun.replicaHint')}
          autosize
          minRows={4}
          maxRows={14}
          value={replica}
          error={wrong.replica}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => test.setReplica(event.currentTarget.value)}
        />
      ) : null}
    </>
  )
}

interface RecordFieldProps extends Pick<TestPanelProps, 'local'> {
  readonly test: ReturnType<typeof useTestRun>
}

function RecordField({ local, test: { choice, key, wrong, newest, setKey } }: RecordFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <TextInput
        label={t('testRun.record', { local })}
        description={t(choice === 'outgoing' ? 'testRun.recordHint' : 'testRun.newHint')}
        value={key}
        error={wrong.key}
        list={id}
        autoComplete="off"
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <datalist id={id}>
        {newest.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

function useTestRun({ connectionId, table, draft, isReadable, item, record }: TestPanelProps) {
  const { t, i18n } = useTranslation()
  const [choice, setChoice] = useState<Choice>(item ? 'waiting' : 'outgoing')
  const [key, setKey] = useState(record ?? '')
  const [replica, setReplica] = useState(EXAMPLE)
  const [wrong, setWrong] = useState<{ readonly key?: string; readonly replica?: string }>({})
  const { newest = [] } = useTriggerCheck(connectionId, table, draft.query, isReadable)
  const call = useConsoleCall('testScripts')
  const turnTo = (next: string) => {
    setChoice(CHOICES.find((it) => it === next) ?? 'outgoing')
    call.reset()
  }
  const subjectOf = (): TestSubject | undefined => {
    const named = key.trim()
    if (choice === 'waiting' && item) return { kind: 'message', itemId: item }
    if (choice === 'outgoing') {
      const chosen = named || newest[0]
      setWrong(chosen ? {} : { key: t('testRun.noRecord') })
      return chosen ? { kind: 'record', key: chosen } : undefined
    }
    const read = readReplica(replica)
    setWrong('reason' in read ? { replica: t('testRun.wrong', { reason: read.reason }) } : {})
    return 'replica' in read ? { kind: 'replica', replica: read.replica, ...(named && { key: named }) } : undefined
  }
  const run = () => {
    const subject = subjectOf()
    const { outgoing, incoming, mayWiden } = draft
    const body = { table, outgoing, incoming, mayWiden, language: i18n.language }
    if (subject) call.mutate({ params: { connectionId }, body: { ...body, subject } })
  }
  const takeReplica = () => {
    const { data } = call
    if (data?.outcome.kind === 'replica') setReplica(JSON.stringify(data.outcome.replica, null, 2))
    setKey('')
    turnTo('incoming')
  }
  return { choice, key, replica, wrong, newest, call, turnTo, setKey, setReplica, run, takeReplica }
}
