import { type Command, PASSPHRASE, required } from '../command.ts'
import { createVendorKey, pointOf, thumbprintOf } from '../vendor-key.ts'

export const keygen: Command = {
  summary: "Make a vendor's key; prints its public point for vendor-keys.ts of the node",
  options: { out: { type: 'string' } },
  explain: { out: `*new file for the private key, mode 0600; encrypted where ${PASSPHRASE} is set` },
  run: async (options, environment) => {
    const file = required(options, 'out')
    const publicKey = pointOf(createVendorKey(file, environment[PASSPHRASE]).publicKey)
    const isEncrypted = environment[PASSPHRASE] !== undefined
    return {
      human: `${publicKey}\n`,
      json: { file, publicKey, kid: thumbprintOf(publicKey), isEncrypted },
      aside: isEncrypted ? '' : `The key is not encrypted: set ${PASSPHRASE} to have it so.\n`,
    }
  },
}
