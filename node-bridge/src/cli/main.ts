/** `node node-bridge/src/cli/main.ts list`, in the image; `accord list` where the packages are installed. */
import { runCli } from './run-cli.ts'

process.exitCode = await runCli(process.argv.slice(2), process.env)
