import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto'

/** Pure arithmetic that needs Node but not the main thread. */
type Operation = (input: Readonly<Record<string, string>>) => string

const DIGESTS: Readonly<Record<string, string>> = { MD5: 'md5', SHA1: 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' } // prettier-ignore
const MACS: Readonly<Record<string, string>> = {
  HmacMD5: 'md5', HmacSHA1: 'sha1', HmacSHA224: 'sha224', HmacSHA256: 'sha256', HmacSHA384: 'sha384', HmacSHA512: 'sha512',
} // prettier-ignore

function algorithm(table: Readonly<Record<string, string>>, name = ''): string {
  const found = table[name]
  if (found === undefined) throw new Error(`not simulated: algorithm ${name}`)
  return found
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'crypto.digest': ({ algorithm: name, data = '', encoding }) => {
    const hash = createHash(algorithm(DIGESTS, name)).update(data, 'utf8')
    return hash.digest(encoding === 'base64' ? 'base64' : 'hex')
  },
  'crypto.mac': ({ algorithm: name, keyBase64 = '', data = '' }) =>
    createHmac(algorithm(MACS, name), Buffer.from(keyBase64, 'base64')).update(data, 'utf8').digest('base64'),
  'crypto.guid': () => randomBytes(16).toString('hex'),
  'crypto.randomInt': ({ below = '4294967296' }) => String(randomInt(Number(below))),
  'text.base64Encode': ({ text = '' }) => Buffer.from(text, 'utf8').toString('base64'),
  'text.base64Decode': ({ text = '' }) => Buffer.from(text, 'base64').toString('utf8'),
}

/** The JSON answer, or undefined when the operation belongs to the main thread. */
export function answerLocally(operation: string, json: string): string | undefined {
  const run = OPERATIONS[operation]
  if (!run) return undefined
  try {
    return JSON.stringify({ value: run(JSON.parse(json) as Record<string, string>) })
  } catch (error) {
    return JSON.stringify({ error: { name: 'Error', message: error instanceof Error ? error.message : String(error) } })
  }
}
