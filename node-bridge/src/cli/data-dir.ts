import type { MasterKeys } from '../master-key/master-key.ts'
import { findMasterKeys } from '../master-key/rotate-master-key.ts'
import type { CommandContext } from './command.ts'

export const DATA_DIR_OPTION = { 'data-dir': { type: 'string' } } as const
export const DATA_DIR_MEANING = {
  'data-dir': 'directory of the node; ACCORD_DATA_DIR, or ./data, when absent',
} as const

export const dataDirOf = ({ words, environment }: Pick<CommandContext, 'words' | 'environment'>): string =>
  words.text('data-dir') ?? environment['ACCORD_DATA_DIR'] ?? './data'

export const UNSEALED_OPTION = { unsealed: { type: 'boolean' } } as const

/** The master keys that directory or settings hold; undefined where there are none, and none is made. */
export function keysAtHand(context: Pick<CommandContext, 'words' | 'environment'>): MasterKeys | undefined {
  const { environment } = context
  return findMasterKeys({
    dataDir: dataDirOf(context),
    masterKey: environment['ACCORD_MASTER_KEY'] || undefined,
    masterKeyPrevious: environment['ACCORD_MASTER_KEY_PREVIOUS'] || undefined,
  })
}
