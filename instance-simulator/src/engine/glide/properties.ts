import { call } from './host.ts'
import { GlideRecord } from './records/record.ts'
import { asPlatform } from './transaction.ts'

/** gs.setProperty: a row of sys_properties, written as any other; what is of type password2 is encrypted. */
export const setProperty = (name: string, value: string): void => asPlatform(() => writeProperty(name, value))

function writeProperty(name: string, value: string): void {
  const property = new GlideRecord('sys_properties')
  if (!property.get('name', name)) {
    property.initialize()
    property.setValue('name', name)
    property.setValue('type', 'string')
  }
  const isSecret = property.getValue('type') === 'password2'
  property.setValue('value', isSecret ? call<string>('secret.encrypt', { text: value }) : value)
  property.update()
}
