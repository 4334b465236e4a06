import { consoleAddress, type ConnectionState, quoted, STATE_GROUPS } from '@accord/shared/protocol'
import { gs } from '@servicenow/glide'
import type { GlideRecord } from '@servicenow/glide'
import { CONSOLE_PAGE } from '../names.ts'
import { HEALTH_STEPS, NEXT_STEPS, PANEL_LABELS } from './next-steps.ts'

/** Texts in the language of the reader. The macro escapes each where it writes it; none of them is markup. */
export interface Panel {
  /** `true`, or `false` where there is nothing to show yet: the macro compares texts. */
  readonly isShown: string
  readonly state: string
  readonly tone: string
  readonly remote: string
  readonly health: string
  readonly contact: string
  readonly next: string
  readonly link: string
  readonly labels: Readonly<Record<keyof typeof PANEL_LABELS, string>>
}

/** What the form of a connection shows above its fields. Reads the record that the platform has opened for its reader, and nothing else. */
export function readPanel(current: GlideRecord<string>): Panel {
  const state = (current.getValue('state') || '') as ConnectionState
  const id = current.getValue('node_connection_id') || ''
  const health = current.getValue('health') || ''
  const step = (state === 'active' && HEALTH_STEPS[health]) || NEXT_STEPS[state] || ''
  const remote = current.getValue('remote_name') || current.getValue('remote_short_name') || ''
  return {
    isShown: String(id !== '' && step !== ''),
    state: current.getDisplayValue('state') || '',
    tone: (state === 'active' && HEALTH_TONES[health]) || toneOf(state),
    remote: remote === '' ? '' : quoted(remote),
    health: current.getDisplayValue('health') || '–',
    contact: current.getDisplayValue('last_contact_at') || gs.getMessage(PANEL_LABELS.never),
    next: step === '' ? '' : gs.getMessage(step),
    link: consoleAddress(CONSOLE_PAGE, `/connections/${encodeURIComponent(id)}`),
    labels: labelsOf(),
  }
}

const TONES = {
  trouble: '#b3261e',
  waiting: '#8a5a00',
  active: '#1b6e3c',
  paused: '#5f6368',
  ended: '#5f6368',
} as const

/** An active connection that is not answered is not shown as well. */
const HEALTH_TONES: Readonly<Record<string, string>> = { down: TONES.trouble, slow: TONES.waiting }

function toneOf(state: ConnectionState): string {
  const groups = Object.keys(TONES) as (keyof typeof TONES)[]
  const group = groups.filter((each) => STATE_GROUPS[each].includes(state))[0]
  return group === undefined ? TONES.ended : TONES[group]
}

function labelsOf(): Panel['labels'] {
  const names = Object.keys(PANEL_LABELS) as (keyof typeof PANEL_LABELS)[]
  const labels: Partial<Record<keyof typeof PANEL_LABELS, string>> = {}
  for (const name of names) labels[name] = gs.getMessage(PANEL_LABELS[name])
  return labels as Panel['labels']
}
