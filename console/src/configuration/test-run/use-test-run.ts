import type { SyncDirection, TestSubject } from '@accord/shared/schemas'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConsoleCall } from '../../api/use-console-call.ts'
import { useFoundRecords, useReceivedMessages } from '../../api/use-test-subjects.ts'
import { nameOfMessage } from './message-choice.tsx'
import { readReplica } from './read-replica.ts'

/** Which script, and what it is run on. */
export type Choice = SyncDirection | 'message' | 'deletion'
const CHOICES: readonly Choice[] = ['outgoing', 'incoming', 'message', 'deletion']

const EXAMPLE = JSON.stringify({ summary: 'Test', status: 'New', customKeys: {} }, null, 2)

export interface TestRunProps {
  readonly connectionId: string
  readonly table: string
  readonly draft: {
    readonly outgoing: string
    readonly incoming: string
    readonly query: string
    readonly mayWiden: boolean
  }
  /** Sync access opens the table: before that no record of it can be read. */
  readonly isReadable: boolean
  /** The pair whose message, or the record, that a link has led here for; `message`: one that is kept. */
  readonly item?: string | undefined
  readonly message?: string | undefined
  readonly record?: string | undefined
}

export function useTestRun({ connectionId, table, draft, isReadable, item, message, record }: TestRunProps) {
  const { t, i18n } = useTranslation()
  const [choice, setChoice] = useState<Choice>(item ? 'message' : 'outgoing')
  const [key, setKey] = useState(record ?? '')
  const [replica, setReplica] = useState(EXAMPLE)
  const [named, setNamed] = useState(item ? nameOfMessage({ itemId: item, messageId: message ?? null }) : '')
  const [wrong, setWrong] = useState<{ readonly key?: string; readonly replica?: string }>({})
  const found = useFoundRecords(connectionId, table, draft.query, key, isReadable)
  const messages = useReceivedMessages(connectionId, choice === 'message')
  const call = useConsoleCall('testScripts')
  const chosen = named || nameOf(messages.received?.messages[0])
  const turnTo = (next: string) => {
    setChoice(CHOICES.find((it) => it === next) ?? 'outgoing')
    call.reset()
  }
  const run = () => {
    const { subject, ...faults } = subjectOf({ choice, key, replica, chosen, newest: found.records[0]?.key })
    setWrong({
      ...(faults.isWithoutRecord && { key: t('testRun.noRecord') }),
      ...(faults.reason !== undefined && { replica: t('testRun.wrong', { reason: faults.reason }) }),
    })
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
  return {
    choice,
    key,
    replica,
    wrong,
    found,
    messages,
    chosen,
    call,
    turnTo,
    setKey,
    setReplica,
    choose: setNamed,
    run,
    takeReplica,
  }
}

const nameOf = (message: Parameters<typeof nameOfMessage>[0] | undefined): string =>
  message ? nameOfMessage(message) : ''

interface Wanted {
  readonly choice: Choice
  readonly key: string
  readonly replica: string
  readonly chosen: string
  /** Of those that match the condition. */
  readonly newest: string | undefined
}

interface Found {
  readonly subject?: TestSubject | undefined
  readonly isWithoutRecord?: boolean
  /** Why it is no replica. */
  readonly reason?: string
}

function subjectOf({ choice, key, replica, chosen, newest }: Wanted): Found {
  const typed = key.trim()
  if (choice === 'message') return { subject: messageSubject(chosen) }
  if (choice !== 'incoming') {
    const wanted = typed || newest
    const kind = choice === 'outgoing' ? 'record' : 'deletion'
    return wanted ? { subject: { kind, key: wanted } } : { isWithoutRecord: true }
  }
  const read = readReplica(replica)
  if ('reason' in read) return { reason: read.reason }
  return { subject: { kind: 'replica', replica: read.replica, ...(typed && { key: typed }) } }
}

function messageSubject(name: string): TestSubject | undefined {
  const [itemId = '', messageId = ''] = name.split(' ')
  return itemId === '' ? undefined : { kind: 'message', itemId, ...(messageId && { messageId }) }
}
