import { readFileSync } from 'node:fs'

import { type Answer, type Command, UsageError } from '../command.ts'
import { isSignedBy, readLicence } from '../licence-token.ts'
import { publicKeyOf } from '../vendor-key.ts'
import { isoOf } from './sign.ts'

export const inspect: Command = {
  summary: 'Say what stands in a licence that comes by standard input or in a file, and whether it is signed and runs',
  options: { file: { type: 'string' }, 'public-key': { type: 'string' } },
  explain: {
    file: 'file with the licence; standard input when absent',
    'public-key': 'public point of the key that must have signed it; without it no signature is checked',
  },
  run: async ({ file, 'public-key': point }) => {
    const token = readFileSync(file ?? 0, 'utf8').replaceAll(/\s+/gu, '')
    const read = readLicence(token)
    if (!read) throw new UsageError('This is no licence.')
    const signature =
      point === undefined ? 'not checked' : (await isSignedBy(token, publicKeyOf(point))) ? 'fits' : 'does not fit'
    const runs = read.claims.exp * 1000 > Date.now()
    return tell({ ...read, signature, runs })
  },
}

type Found = NonNullable<ReturnType<typeof readLicence>> & { readonly signature: string; readonly runs: boolean }

function tell({ claims, kid, signature, runs }: Found): Answer {
  const lines = [
    ['id', claims.jti],
    ['customer', claims.customer],
    ['plan', claims.plan],
    ['issued', isoOf(claims.iat)],
    ['ends', `${isoOf(claims.exp)}${runs ? '' : ' (has ended)'}`],
    ['connections', claims.maxConnections ?? 'no limit'],
    ['node', claims.instanceUid ?? 'any'],
    ['signed by', kid],
    ['signature', signature],
  ]
  return {
    human: lines.map(([name = '', value]) => `${String(name).padEnd(12)} ${value}\n`).join(''),
    json: { claims, kid, signature, runs },
    isRefusal: !runs || signature === 'does not fit',
  }
}
