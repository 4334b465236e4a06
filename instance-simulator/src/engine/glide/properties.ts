import { call } from './host.ts'
import { writeLog } from './log.ts'
import { GlideRecord } from './records/record.ts'
import { asPlatform, currentScope } from './transaction.ts'

/**
 * gs.setProperty: a row of sys_properties, written as any other; what is of type password2 is encrypted. A scoped script sets
 * properties of its own scope only.
 */
export const setProperty = (name: string, value: string): void => asPlatform(() => writeProperty(name, value))

function writeProperty(name: string, value: string): void {
  const property = new GlideRecord('sys_properties')
  if (!property.get('name', name)) {
    if (!isOwnName(name)) return refuse(name)
    property.initialize()
    property.setValue('name', name)
    property.setValue('type', 'string')
  }
  if (!property.isNewRecord() && !isOwnRow(property)) return refuse(name)
  const isSecret = property.getValue('type') === 'password2'
  property.setValue('value', isSecret ? call<string>('secret.encrypt', { text: value }) : value)
  property.update()
}

const isGlobal = (): boolean => currentScope() === 'global'
const isOwnName = (name: string): boolean => isGlobal() || name.startsWith(`${currentScope()}.`)
const isOwnRow = (property: GlideRecord): boolean =>
  isGlobal() ||
  property.getValue('sys_scope') === call<string>('scope.id', { scope: currentScope() }) ||
  (!property.getValue('sys_scope') && isOwnName(property.getValue('name') ?? ''))

const refuse = (name: string): void => writeLog('warn', `setProperty: ${name} is no property of ${currentScope()}`)
