/** `node node-bridge/src/cli/main.ts list`, in the image; `accord list` where the packages are installed. */
import { runCli } from './run-cli.ts'

// Whatever is made from here on is for this user alone.
process.umask(0o077)
process.exitCode = await runCli(process.argv.slice(2), process.env)
