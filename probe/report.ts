import { PROBES } from './catalogue.ts'
import type { InstanceDetails } from './connect.ts'
import type { Outcome } from './finding.ts'
import type { Report, RowResult } from './run.ts'

const SHOWN_CHARS = 400

export const describeInstance = ({ name, release, app }: InstanceDetails): string =>
  `${name || 'an instance'}${release ? `, ${release}` : ''}; Accord is ${app === undefined ? 'not installed' : 'installed'}\n`

export const describeRow = ({ row, outcome, findings }: RowResult): string =>
  [
    `${String(row).padStart(3)} ${outcome}`,
    ...findings.map(({ outcome: each, saw }) => `      ${each}: ${saw.replaceAll('\n', ' ').slice(0, SHOWN_CHARS)}`),
    '',
  ].join('\n')

export const describePlan = (rows: readonly number[]): string =>
  PROBES.filter(({ row }) => rows.length === 0 || rows.includes(row))
    .map(
      ({ row, makes, needsApp }) =>
        `${String(row).padStart(3)} ${makes}${needsApp ? ' (needs the application)' : ''}\n`,
    )
    .join('')

export function describeEnd({ rows, byHand, kept, wasBrokenOff }: Report): string {
  const count = (outcome: Outcome) => rows.filter((each) => each.outcome === outcome).length
  const hands = Object.entries(byHand).map(([row, how]) => `${row.padStart(3)} ${how}\n`)
  return [
    `\n${count('confirmed')} confirmed, ${count('refuted')} refuted, ${count('unknown')} unknown\n`,
    ...(wasBrokenOff ? ['Broken off: the rows behind were not asked. Everything was removed again.\n'] : []),
    ...(kept.length > 0
      ? ['\nCould not be removed, please do it by hand:\n', ...kept.map((each) => `    ${each}\n`)]
      : []),
    ...(wasBrokenOff
      ? []
      : ['\nOnly by hand, by an administrator of the instance unless the row names another one:\n', ...hands]),
  ].join('')
}
