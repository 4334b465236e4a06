import { putMethod } from './put-method.ts'

/** Only what is on the object itself; `getOwnPropertyNames` is one of the few that prototype.js leaves alone. */
function keys(object: object): string[] {
  const own: string[] = []
  for (const name of Object.getOwnPropertyNames(object))
    if (Object.prototype.propertyIsEnumerable.call(object, name)) own.push(name)
  return own
}

function values(object: Readonly<Record<string, unknown>>): unknown[] {
  const own: unknown[] = []
  for (const name of keys(object)) own.push(object[name])
  return own
}

/**
 * prototype.js lists by `for…in`, which also visits the prototypes: the values of an array then end in sixty functions,
 * which a router takes for routes.
 */
export function repairObject({ Object: builtIn }: typeof globalThis): void {
  const heir: object = builtIn.create({ inherited: 1 })
  if (builtIn.values(heir).length > 0 || builtIn.values([1]).length > 1) putMethod(builtIn, 'values', values)
  if (builtIn.keys(heir).length > 0 || builtIn.keys([1]).length > 1) putMethod(builtIn, 'keys', keys)
}
