import { ERROR_CODES } from '@accord/shared/protocol'
import type { ErrorCode } from '@accord/shared/protocol'
import type { HostCode } from '../../host/refusal.ts'

/** A type and not an interface: i18next looks for keys only in types that could be dictionaries. */
export type ProblemTexts = { readonly title: string; readonly remedy: string }

const catalogue = Object.fromEntries(
  Object.entries(ERROR_CODES).map(([code, { title, remedy }]) => [code, { title, remedy }]),
) as Record<ErrorCode, ProblemTexts>

const host: Record<HostCode | 'address_changed', ProblemTexts> = {
  session_ended: {
    title: 'Your session has ended',
    remedy: 'Log in again in the tab that opens, then try again here. What you typed is still there.',
  },
  network_failed: {
    title: 'The instance cannot be reached',
    remedy: 'Check your network, then try again. What you typed is still there.',
  },
  answer_unreadable: {
    title: 'The instance gave an answer that this page cannot read',
    remedy: 'It may be waking up from hibernation. Wait a minute, then try again.',
  },
  address_changed: {
    title: 'The node of the other side has another address since this code was made',
    remedy: 'Ask the other side for a new code.',
  },
  platform_refused: {
    title: 'The platform refused the request',
    remedy: 'Read what it says above, or ask your administrator.',
  },
}

/** The catalogue is the English text; beside it stand only the refusals between the page and its host. */
export const problems = { ...catalogue, ...host }
