import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { SyncDirection, TestSubject } from '@accord/shared/schemas'
import { type FormEvent, useId, useState } from 'react'
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
  readonly draft: { readonly outgoing: string; readonly incoming: string; readonly query: string }
  readonly local: string
  readonly remote: string
  /** Sync access opens the table: before that no record of it can be read. */
  readonly isReadable: boolean
  /** Why this user may not run a script; undefined where it may. */
  readonly reason: string | undefined
}

const EXAMPLE = JSON.stringify({ summary: 'Test', status: 'New', customKeys: {} }, null, 2)

/** What is written above, run on a real record before anything is published. Nothing is sent and nothing is written. */
export function TestPanel(props: TestPanelProps) {
  const { remote, reason, isReadable } = props
  const { t } = useTranslation()
  const test = useTestRun(props)
  const { direction, call } = test
  const run = (event: FormEvent) => {
    event.preventDefault()
    test.run()
  }
  return (
    <Panel title={t('testRun.title')}>
      <Text fz="sm">{t('testRun.lead')}</Text>
      <Stack gap="sm" component="form" onSubmit={run}>
        <TestFields {...props} test={test} />
        <Group gap="sm">
          <ReasonedButton reason={reason ?? (isReadable ? undefined : t('testRun.unreadable'))} onClick={test.run}>
            {t(call.isPending ? 'testRun.running' : 'testRun.run')}
          </ReasonedButton>
          {direction === 'outgoing' && call.data?.outcome.kind === 'replica' ? (
            <Button variant="default" onClick={test.takeReplica}>
              {t('testRun.asIncoming')}
            </Button>
          ) : null}
        </Group>
      </Stack>
      <div role="status">
        {call.error ? <ProblemNotice thrown={call.error} /> : null}
        {call.data ? <TestResult tested={call.data} remote={remote} /> : null}
      </div>
    </Panel>
  )
}

/** Which script, and on what. */
function TestFields({ local, remote, test }: TestPanelProps & { readonly test: ReturnType<typeof useTestRun> }) {
  const { t } = useTranslation()
  const { direction, key, replica, wrong, newest } = test
  const id = useId()
  return (
    <>
      <Radio.Group
        label={t('testRun.direction')}
        value={direction}
        onChange={(next) => test.turnTo(next === 'incoming' ? 'incoming' : 'outgoing')}
      >
        <Group gap="md" mt={4}>
          <Radio value="outgoing" label={t('testRun.outgoing', { local })} />
          <Radio value="incoming" label={t('testRun.incoming', { remote })} />
        </Group>
      </Radio.Group>
      <TextInput
        label={t('testRun.record', { local })}
        description={t(direction === 'outgoing' ? 'testRun.recordHint' : 'testRun.newHint')}
        value={key}
        error={wrong.key}
        list={id}
        autoComplete="off"
        onChange={(event) => test.setKey(event.currentTarget.value)}
      />
      <datalist id={id}>
        {newest.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {direction === 'incoming' ? (
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

function useTestRun({ connectionId, table, draft, isReadable }: TestPanelProps) {
  const { t, i18n } = useTranslation()
  const [direction, setDirection] = useState<SyncDirection>('outgoing')
  const [key, setKey] = useState('')
  const [replica, setReplica] = useState(EXAMPLE)
  const [wrong, setWrong] = useState<{ readonly key?: string; readonly replica?: string }>({})
  const { newest = [] } = useTriggerCheck(connectionId, table, draft.query, isReadable)
  const call = useConsoleCall('testScripts')
  const turnTo = (next: SyncDirection) => {
    setDirection(next)
    call.reset()
  }
  const runOn = (subject: TestSubject) => {
    const { outgoing, incoming } = draft
    const body = { table, outgoing, incoming, language: i18n.language, subject }
    call.mutate({ params: { connectionId }, body })
  }
  const run = () => {
    const named = key.trim()
    if (direction === 'outgoing') {
      const record = named || newest[0]
      setWrong(record ? {} : { key: t('testRun.noRecord') })
      if (record) runOn({ kind: 'record', key: record })
      return
    }
    const read = readReplica(replica)
    setWrong('reason' in read ? { replica: t('testRun.wrong', { reason: read.reason }) } : {})
    if ('replica' in read) runOn({ kind: 'replica', replica: read.replica, ...(named && { key: named }) })
  }
  const takeReplica = () => {
    const { data } = call
    if (data?.outcome.kind === 'replica') setReplica(JSON.stringify(data.outcome.replica, null, 2))
    setKey('')
    turnTo('incoming')
  }
  return { direction, key, replica, wrong, newest, call, turnTo, setKey, setReplica, run, takeReplica }
}
