import { runVendor } from './run-vendor.ts'

process.exitCode = await runVendor(process.argv.slice(2), process.env)
