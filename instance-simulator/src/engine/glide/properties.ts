import { GlideRecord } from './record.ts'

/** gs.setProperty: a row of sys_properties, written as any other. */
export function setProperty(name: string, value: string): void {
  const property = new GlideRecord('sys_properties')
  if (!property.get('name', name)) {
    property.initialize()
    property.setValue('name', name)
    property.setValue('type', 'string')
  }
  property.setValue('value', value)
  property.update()
}
