import { secretWord } from './secret-text.ts'

export const KEY_BYTES = 32

/** Behind the name of the setting or of the file. */
export const NO_MASTER_KEY = 'must hold 32 bytes in base64 (44 characters). Make one: openssl rand -base64 32'

export function bytesOfMasterKey(text: string): Buffer | undefined {
  const key = Buffer.from(text, 'base64')
  return key.length === KEY_BYTES && key.toString('base64') === text ? key : undefined
}

/** As a setting: checked with all the others, before anything is opened. */
export const MasterKeyText = secretWord({ min: 1, max: 100 }).refine(
  (text) => bytesOfMasterKey(text) !== undefined,
  NO_MASTER_KEY,
)
