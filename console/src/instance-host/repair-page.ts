import { repairBuiltIns } from './prototype-js/repair-built-ins.ts'

/** A script of its own, before the console's: a bundle's libraries run before the first line of the module that imports them. */
repairBuiltIns(globalThis)
