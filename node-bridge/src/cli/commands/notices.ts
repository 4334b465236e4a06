import type { NoticeDelivery, NoticeReport, NoticeTestAnswer } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Command } from '../command.ts'
import type { Lines } from '../output.ts'
import { tableOf } from '../table.ts'

export const notices: Command = {
  name: 'notices',
  summary: 'What needs a person now, on which ways people are notified, and what became of the newest notices',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async ({ node }) => {
    const report = await node().call('readNotices')
    return { human: linesOf(report), json: report }
  },
}

export const noticesTest: Command = {
  name: 'notices test',
  summary: 'Send a notice as a test to every recipient, and say what became of it',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: ACTOR_OPTION,
  explain: ACTOR_MEANING,
  run: async ({ words, node }) => {
    const answer = await node().call('testNotices', { body: { actor: actorOf(words) } })
    return { human: testedLines(answer), json: answer, isRefusal: answer.results.some(({ sent }) => !sent) }
  },
}

const outcomeOf = ({ code, reply }: Pick<NoticeDelivery, 'code' | 'reply'>): string =>
  [code, reply].filter((part) => part !== null).join(': ')

const testedLines = ({ results }: NoticeTestAnswer): Lines =>
  tableOf(
    ['WAY', 'RECIPIENT', 'RESULT', 'WHY'],
    results.map((result) => [result.channel, result.recipient, result.sent ? 'sent' : 'not sent', outcomeOf(result)]),
  )

function linesOf({ mail, webhook, event, open, deliveries }: NoticeReport): Lines {
  const ways = mail
    ? [`Mail by ${mail.host}:${mail.port} (${mail.encryption}) from ${mail.from} to ${mail.to.join(', ') || 'nobody'}`]
    : ['No mail server is set (ACCORD_SMTP_HOST): nobody is notified by mail.']
  const needs = open.map(({ cause, subject, connection, count, since, reported }) => [
    cause,
    subject,
    connection?.name ?? '',
    String(count),
    since,
    reported ? 'reported' : 'not reported yet',
  ])
  const sent = deliveries.map((delivery) => [
    delivery.at,
    delivery.channel,
    delivery.recipient,
    delivery.steps.join(' '),
    delivery.state,
    String(delivery.attempts),
    outcomeOf(delivery),
  ])
  return [
    ...ways,
    webhook ? `Webhook at ${webhook.host}` : 'No webhook is set (ACCORD_WEBHOOK_URL).',
    event ? 'Events on the paired instance' : 'No events on the instance (ACCORD_NOTICE_EVENT).',
    '',
    ...tableOf(['CAUSE', 'OF', 'CONNECTION', 'COUNT', 'SINCE', 'STATE'], needs),
    '',
    ...tableOf(['AT', 'WAY', 'RECIPIENT', 'STEPS', 'STATE', 'TRIES', 'WHY'], sent),
  ]
}
