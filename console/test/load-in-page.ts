import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { SourceTextModule, type Context } from 'node:vm'

const moduleAt = (url: URL, context: Context): SourceTextModule =>
  new SourceTextModule(stripTypeScriptTypes(readFileSync(url, 'utf8')), { context, identifier: url.href })

/** Runs a module of the client, with what it imports, among another page's built-ins: as a browser would there. */
export async function loadInPage(url: URL, context: Context): Promise<void> {
  const module = moduleAt(url, context)
  await module.link((specifier, { identifier }) => moduleAt(new URL(specifier, identifier), context))
  await module.evaluate()
}
