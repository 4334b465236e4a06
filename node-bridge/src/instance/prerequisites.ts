import { isIP } from 'node:net'

import { ERROR_CODES, isErrorCode, LIMITS, quoted, shownUrl } from '@accord/shared/protocol'
import type { Finding, NodeStatus, Tracker } from '@accord/shared/schemas'

import { kindOfAddress } from '../network/address-ranges.ts'
import { isNamedForInstance } from '../refusals/named-for-instance.ts'
import type { RestoreEpoch } from '../store/node/restore-epochs.ts'
import type { PairingRecord } from '../store/instance/pairings.ts'
import type { RefusedRows } from '../store/jobs/refused-rows.ts'

export interface PrerequisiteDetails {
  readonly publicUrl: string
  readonly pollOnly: boolean
  readonly pairing: PairingRecord | undefined
  /** The tracker of a side without an instance. */
  readonly tracker?: Tracker | undefined
  readonly licence: NodeStatus['licence']
  /** The newest restore epoch of the database, if it began by a restored backup. */
  readonly restore?: RestoreEpoch | undefined
  /** Connections whose rows a rule of the instance refuses. */
  readonly refusedRows?: RefusedRows | undefined
  readonly now: Date
}

const ok = (code: string, detail: string): Finding => ({ code, state: 'ok', detail, remedy: null })
const warning = (code: string, detail: string, remedy: string): Finding => ({ code, state: 'warning', detail, remedy })
const failed = (code: string, detail: string, remedy: string): Finding => ({ code, state: 'failed', detail, remedy })

/** What a connection needs, each with how it stands and how to remedy it. Arithmetic only: nothing is asked here. */
export const findPrerequisites = (details: PrerequisiteDetails): Finding[] => [
  ok('node_reachable', details.tracker ? 'The node answers.' : 'The node answers its instance.'),
  checkNodeUrl(details),
  details.tracker ? describeTracker(details.tracker) : checkInstanceUrl(details),
  checkLicence(details),
  ...(details.tracker
    ? []
    : [checkClock(details), checkCallback(details), ...checkRefusedRows(details), ...checkCopy(details)]),
  ...checkRestore(details),
]

function checkNodeUrl({ publicUrl, pollOnly }: PrerequisiteDetails): Finding {
  if (pollOnly)
    return warning(
      'node_private',
      'This node cannot be reached from outside (ACCORD_POLL_ONLY): it asks the other side for news, and can only invite an instance whose URL is known.',
      'Enter the URL of the other side when you initiate. If it cannot be reached either, one of the two nodes has to be made reachable.',
    )
  if (isPublicHttps(publicUrl)) return ok('node_public', `Other nodes reach this one at ${publicUrl}.`)
  return warning(
    'node_public',
    `${publicUrl} is not a public https address: only nodes on the same network can redeem a code.`,
    'Set ACCORD_PUBLIC_URL to a public https address.',
  )
}

/** A side without an instance needs no callbacks: its console is the node's own. */
const describeTracker = ({ name, url }: Tracker): Finding =>
  ok('tracker', `This side is ${quoted(name)} at ${shownUrl(url)}; it needs no ServiceNow instance.`)

function checkInstanceUrl({ pairing }: PrerequisiteDetails): Finding {
  if (!pairing)
    return failed(
      'instance_public',
      'No instance is paired with this node.',
      "Paste the pairing code in Accord → Set-up, or say in the node's own console which tracker this side has.",
    )
  if (isPublicHttps(pairing.instanceUrl))
    return ok('instance_public', `${pairing.instanceUrl} is a public https address.`)
  return warning(
    'instance_public',
    `${pairing.instanceUrl} is not a public https address; the node reaches it, others may not.`,
    'Nothing to do while the other company only needs the node.',
  )
}

const LICENCE_REMEDY = 'Install a licence of the vendor in General Settings; existing connections go on.'

function checkLicence({ licence }: PrerequisiteDetails): Finding {
  const { kind, ended, endsAt, daysLeft, customer, maxConnections, connections } = licence
  const named = kind === 'paid' ? `licence of ${customer}` : 'evaluation'
  if (ended) return failed('licence', `The ${named} ended on ${day(endsAt)}.`, LICENCE_REMEDY)
  if (maxConnections !== null && connections >= maxConnections)
    return failed('licence', `All ${maxConnections} connections of the ${named} are in use.`, LICENCE_REMEDY)
  const runs = `The ${named} runs until ${day(endsAt)} (days left: ${daysLeft}).`
  if (licence.vendorKey === 'replaced')
    return warning(
      'licence',
      `${runs} Licences are not verified by the vendor's key here.`,
      'Remove ACCORD_LICENCE_VENDOR_KEY; it is for development only.',
    )
  return isNearEnd(licence) ? warning('licence', runs, LICENCE_REMEDY) : ok('licence', runs)
}

const isNearEnd = ({ daysLeft }: NodeStatus['licence']): boolean => daysLeft * DAY_MS <= LIMITS.licenceWarningMs
const DAY_MS = 86_400_000

/** Known from the last callback: its answer held the instance's time. */
function checkClock({ pairing }: PrerequisiteDetails): Finding {
  const difference = pairing?.lastCallback?.clockDifferenceMs ?? null
  if (difference === null) return ok('clock', 'The clocks were not compared yet; the first callback does it.')
  const seconds = Math.round(Math.abs(difference) / 1000)
  if (Math.abs(difference) <= LIMITS.clockToleranceMs)
    return ok('clock', `The clocks of node and instance differ by ${seconds} s.`)
  return warning(
    'clock',
    `The clock of the instance is ${seconds} s ${difference > 0 ? 'ahead of' : 'behind'} the node's.`,
    'Synchronise the clock of the node.',
  )
}

function checkCallback({ pairing }: PrerequisiteDetails): Finding {
  const last = pairing?.lastCallback
  if (!last) return ok('last_callback', 'Nothing had to be sent to the instance yet.')
  const at = last.at.toISOString()
  if (last.code === 'delivered') return ok('last_callback', `${last.detail} (${at})`)
  const detail = `${last.detail} (${at}) It is tried again by itself.`
  return isErrorCode(last.code) && isNamedForInstance(last.code)
    ? { ...warning('last_callback', detail, ERROR_CODES[last.code].remedy), problem: last.code }
    : warning('last_callback', detail, 'See what the instance answered.')
}

/** Beside the last callback: those of other connections are taken meanwhile. Nothing to say in the usual case. */
function checkRefusedRows({ refusedRows }: PrerequisiteDetails): Finding[] {
  if (!refusedRows) return []
  const { count, detail } = refusedRows
  return [failed('row_refused', `${detail} Connections that wait: ${count}.`, ERROR_CODES.row_refused.remedy)]
}

const COPY_SHOWN_MS = 14 * 86_400_000

/** A copy says so in its own set-up; the admin of the one that is paired reads it here. Nothing to say in the usual case. */
function checkCopy({ pairing, now }: PrerequisiteDetails): Finding[] {
  const copy = pairing?.copy
  if (!copy || now.getTime() - copy.at.getTime() > COPY_SHOWN_MS) return []
  return [
    warning(
      'instance_copied',
      `A copy of this instance, ${shownUrl(copy.url)}, called the node with the token of this pairing (${copy.at.toISOString()}) and was refused.`,
      'End the pairing in Set-up of the copy, or pair it with a node of its own. Then pair this instance again, so that the token in the copy opens nothing.',
    ),
  ]
}

const RESTORE_SHOWN_MS = 14 * 86_400_000

/** Nothing to say in the usual case. */
function checkRestore({ restore, now }: PrerequisiteDetails): Finding[] {
  if (!restore || now.getTime() - restore.beganAt.getTime() > RESTORE_SHOWN_MS) return []
  const at = restore.beganAt.toISOString()
  return [
    warning(
      'restored',
      `A restored backup was noticed (${at}): ${restore.revoked} open invitation codes were revoked, and each connection is compared with its peer.`,
      'Issue new codes where they are still wanted; renew the keys of connections that show Peer lost.',
    ),
  ]
}

function isPublicHttps(text: string): boolean {
  const { protocol, hostname } = new URL(text)
  const host = hostname.replace(/^\[|\]$/gu, '')
  if (protocol !== 'https:' || host === 'localhost' || host.endsWith('.localhost')) return false
  return isIP(host) === 0 ? host.includes('.') : kindOfAddress(host) === 'public'
}

const day = (iso: string): string => iso.slice(0, 10)
