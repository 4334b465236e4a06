import { GlideRecord } from './records/record.ts'
import { asPlatform } from './transaction.ts'

/** gs.setProperty: a row of sys_properties, written as any other. */
export const setProperty = (name: string, value: string): void => asPlatform(() => writeProperty(name, value))

function writeProperty(name: string, value: string): void {
  const property = new GlideRecord('sys_properties')
  if (!property.get('name', name)) {
    property.initialize()
    property.setValue('name', name)
    property.setValue('type', 'string')
  }
  property.setValue('value', value)
  property.update()
}
