import { accessSync, constants, mkdirSync } from 'node:fs'

/** Makes the directory with mode 0700 where it is missing. Throws, with the name of the setting, when nothing can be written there. */
export function requireDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new Error(
      `ACCORD_DATA_DIR: nothing can be written in ${dataDir}${code}. It must be a directory that belongs to the user of this process, on a file system that is not read-only.`,
      { cause: error },
    )
  }
}
