import type { LicenceReport } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import type { Answer, Command } from '../command.ts'
import { readSecret } from '../read-secret.ts'
import { detailsOf, tableOf } from '../table.ts'

export const licenceShow: Command = {
  name: 'licence show',
  summary: 'How the node is licensed, with every licence that was installed',
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async ({ node }) => {
    const report = await node().call('readLicence')
    return { ...tell(report), isRefusal: report.licence.ended }
  },
}

export const licenceInstall: Command = {
  name: 'licence install',
  summary: 'Install a licence of the vendor; it comes from a file or by standard input',
  usage: '[<file> | -]',
  positionals: { min: 0, max: 1 },
  options: ACTOR_OPTION,
  explain: ACTOR_MEANING,
  run: async ({ words, node }) => {
    const token = await readSecret(words.positionals[0])
    return tell(await node().call('installLicence', { body: { token, actor: actorOf(words) } }))
  },
}

function tell(report: LicenceReport): Answer {
  const { licence, installed, instanceUid, vendorKeyFingerprint } = report
  const { kind, customer, plan, endsAt, ended, daysLeft, connections, maxConnections, vendorKey } = licence
  const details = detailsOf({
    Licence: kind === 'paid' ? `${customer}, ${plan}` : kind,
    Ends: `${endsAt} (${ended ? 'has ended: existing connections go on, new ones are refused' : `days left: ${daysLeft}`})`,
    Connections: maxConnections === null ? String(connections) : `${connections} of ${maxConnections}`,
    'Vendor key': `${vendorKeyFingerprint}${vendorKey === 'replaced' ? " (NOT the vendor's: ACCORD_LICENCE_VENDOR_KEY)" : ''}`,
    'Instance UID': instanceUid,
  })
  const rows = installed.map((each) => [
    each.id,
    each.state,
    each.customer,
    each.plan,
    each.expiresAt,
    each.installedBy,
  ])
  const list =
    rows.length === 0 ? [] : ['', ...tableOf(['id', 'state', 'customer', 'plan', 'ends', 'installed by'], rows)]
  return { human: [...details, ...list], json: report }
}
