import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../parts/panel.tsx'
import { ReasonedButton } from '../../parts/reasoned-button.tsx'
import { ProblemNotice } from '../../problems/problem-notice.tsx'
import { MessageChoice } from './message-choice.tsx'
import { RecordBox } from './record-box.tsx'
import { TestResult } from './test-result.tsx'
import { type TestRunProps, useTestRun } from './use-test-run.ts'

interface TestPanelProps extends TestRunProps {
  readonly local: string
  readonly remote: string
  /** It was asked for that record or message: the panel runs it at once, and is where the person looks. */
  readonly isAtOnce?: boolean
  /** Why this user may not run a script; undefined where it may. */
  readonly reason: string | undefined
}

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
function TestFields({ local, remote, test }: TestPanelProps & { readonly test: ReturnType<typeof useTestRun> }) {
  const { t } = useTranslation()
  const { choice, replica, wrong, key, found, messages, chosen } = test
  return (
    <>
      <Radio.Group label={t('testRun.direction')} value={choice} onChange={test.turnTo}>
        <Group gap="md" mt={4}>
          <Radio value="outgoing" label={t('testRun.outgoing', { local })} />
          <Radio value="incoming" label={t('testRun.incoming', { remote })} />
          <Radio value="message" label={t('testRun.aMessage', { remote })} />
          <Radio value="deletion" label={t('testRun.deletion', { remote })} />
        </Group>
      </Radio.Group>
      {choice === 'message' ? (
        <MessageChoice received={messages.received} remote={remote} value={chosen} onChange={test.choose} />
      ) : (
        <RecordBox
          label={t('testRun.record', { local })}
          description={t(choice === 'incoming' ? 'testRun.newHint' : 'testRun.recordHint')}
          error={wrong.key}
          value={key}
          records={found.records}
          isSearching={found.isFetching}
          onChange={test.setKey}
        />
      )}
      {choice === 'message' && messages.error ? (
        <ProblemNotice thrown={messages.error} onRetry={() => void messages.refetch()} />
      ) : null}
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
