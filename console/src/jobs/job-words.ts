import { ERROR_CODES } from '@accord/shared/protocol'
import type { Responsible } from '@accord/shared/protocol'
import type { i18n } from 'i18next'
import { en } from '../i18n/en/index.ts'
import { problemWords } from '../problems/problem-words.ts'
import type { JobGroup } from './job-groups.ts'

export interface JobWords {
  readonly title: string
  readonly remedy: string
  readonly responsible: Responsible
}

type InstanceCode = keyof typeof en.jobs.instance
type QueueName = keyof typeof en.jobs.queues

const isInstanceCode = (code: string): code is InstanceCode => Object.hasOwn(en.jobs.instance, code)
const isQueue = (queue: string): queue is QueueName => Object.hasOwn(en.jobs.queues, queue)
const isListed = (code: string): code is keyof typeof ERROR_CODES => Object.hasOwn(ERROR_CODES, code)

/** Kind of work in the reader's words; an unknown one stands as it is. */
export const queueLabel = (queue: string, { t }: i18n): string => (isQueue(queue) ? t(`jobs.queues.${queue}`) : queue)

/**
 * Why the work does not get on and who can remedy it. What our own instance answers is shown in words of its own: the
 * catalogue speaks of people and other nodes.
 */
export function jobWords({ queue, code }: Pick<JobGroup, 'queue' | 'code'>, translations: i18n): JobWords {
  const { t } = translations
  if (code === null)
    return { title: t('jobs.unexpected.title'), remedy: t('jobs.unexpected.remedy'), responsible: 'operator' }
  if (queue === 'callback' && isInstanceCode(code))
    return {
      title: t(`jobs.instance.${code}.title`),
      remedy: t(`jobs.instance.${code}.remedy`),
      responsible: code === 'instance_unreachable' ? 'nobody' : 'local-admin',
    }
  return {
    ...problemWords(code, translations),
    responsible: isListed(code) ? ERROR_CODES[code].responsible : 'operator',
  }
}
