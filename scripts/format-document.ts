import { fileURLToPath } from 'node:url'

import { format, resolveConfig } from 'prettier'

/** A document that is written by a program stands in the form that `npm run format` gives to all others. */
export async function formatDocument(document: URL, text: string): Promise<string> {
  const filepath = fileURLToPath(document)
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}
