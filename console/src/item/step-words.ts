import type { ItemStep } from '@accord/shared/schemas'
import type { i18n } from 'i18next'
import { en } from '../i18n/en/index.ts'
import { problemWords } from '../problems/problem-words.ts'

type StepName = keyof typeof en.sync.steps
type PeerClass = keyof typeof en.sync.there
type Cause = keyof typeof en.item.causes
type Kind = keyof typeof en.item.kinds

const isStep = (event: string): event is StepName => Object.hasOwn(en.sync.steps, event)
const isPeerClass = (code: string): code is PeerClass => Object.hasOwn(en.sync.there, code)
const isCause = (cause: string): cause is Cause => Object.hasOwn(en.item.causes, cause)
const isKind = (kind: string): kind is Kind => Object.hasOwn(en.item.kinds, kind)

/** A step of another release stands by its name. Where a person asks for a look, nothing need have changed. */
export const stepLabel = ({ event, actor }: Pick<ItemStep, 'event' | 'actor'>, { t }: i18n): string => {
  const name = event === 'changed' && actor !== null ? 'asked' : event
  return isStep(name) ? t(`sync.steps.${name}`) : name
}

export const codeText = (code: string, translations: i18n): string =>
  isPeerClass(code) ? translations.t(`sync.there.${code}`) : problemWords(code, translations).title

export const causeText = (cause: string, { t }: i18n): string => (isCause(cause) ? t(`item.causes.${cause}`) : cause)

export const kindText = (kind: string, { t }: i18n): string => (isKind(kind) ? t(`item.kinds.${kind}`) : kind)
