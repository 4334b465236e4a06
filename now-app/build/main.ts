import { buildApp, packagePath, publish, updateKeys } from './build-app.ts'

/** `npm run build:app`; with `-- --update-keys` it also gives new records their ids in keys.ts. */
try {
  if (process.argv.includes('--update-keys')) await updateKeys()
  const built = await buildApp()
  await publish(built)
  process.stdout.write(`${built.fresh ? 'Built' : 'Unchanged'}: ${packagePath}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
