import { lookAt, narrow } from './private-file.ts'

/** Why a file with a secret in the clear is not taken, or undefined. `holds`: what is in it, for the sentence. */
export function refusalOfSecretFile(file: string, holds: string): string | undefined {
  const looked = lookAt(file)
  if (!looked || (looked.privacy !== 'others' && looked.privacy !== 'group')) return undefined
  const who = looked.privacy === 'others' ? 'others' : 'its group'
  return `${file} holds ${holds} and can be read by ${who} (mode ${looked.mode}). Run: chmod 600 ${file} (a mounted secret: defaultMode 0440 with fsGroup in Kubernetes, mode 0400 with its uid in Compose)`
}

/** The same for a key file that we made ourselves: what a volume's group was given by the platform is taken back first. */
export function refusalOfKeyFile(file: string): string | undefined {
  const looked = lookAt(file)
  if (looked?.privacy === 'platform') narrow(file)
  if (!looked || (looked.privacy !== 'others' && looked.privacy !== 'group')) return undefined
  return `${file} can be read by others (mode ${looked.mode}). Run: chmod 600 ${file}`
}
