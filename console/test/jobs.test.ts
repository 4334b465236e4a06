import { expect, test } from '@jest/globals'
import type { StuckJob } from '@accord/shared/schemas'
import { startTranslations } from '../src/i18n/start-translations.ts'
import { groupJobs } from '../src/jobs/job-groups.ts'
import { jobWords, queueLabel } from '../src/jobs/job-words.ts'

const job = (id: string, queue: string, code: string | null): StuckJob => ({
  id,
  queue,
  key: id,
  state: 'retrying',
  connection: null,
  attempts: 3,
  code,
  lastError: '',
  since: '2026-05-04T10:00:00.000Z',
  nextTryAt: null,
})

test('jobs of one kind that fail for one reason stand together, in the order of the first', () => {
  const jobs = [
    job('1', 'callback', 'instance_hibernates'),
    job('2', 'keys', 'timed_out'),
    job('3', 'callback', 'instance_hibernates'),
    job('4', 'callback', null),
  ]
  expect(groupJobs(jobs).map(({ queue, code, jobs: each }) => [queue, code, each.map(({ id }) => id).join()])).toEqual([
    ['callback', 'instance_hibernates', '1,3'],
    ['keys', 'timed_out', '2'],
    ['callback', null, '4'],
  ])
})

test('a sleeping instance and a refused callback key are distinguished, and the admin acts on either; a peer is named by the catalogue', async () => {
  Object.defineProperty(globalThis, 'document', { value: { documentElement: { lang: '' } }, configurable: true })
  const translations = await startTranslations('en')
  const asleep = jobWords({ queue: 'callback', code: 'instance_hibernates' }, translations)
  const refused = jobWords({ queue: 'callback', code: 'unauthenticated' }, translations)
  expect([asleep.responsible, refused.responsible]).toEqual(['local-admin', 'local-admin'])
  expect([asleep.title, refused.title]).toEqual([
    expect.stringContaining('hibernates'),
    expect.stringContaining('callback key'),
  ])
  const peer = jobWords({ queue: 'keys', code: 'unauthenticated' }, translations)
  expect(peer.title).not.toBe(refused.title)
  expect(jobWords({ queue: 'keys', code: null }, translations).responsible).toBe('operator')
  expect(queueLabel('brand-new', translations)).toBe('brand-new')
})
