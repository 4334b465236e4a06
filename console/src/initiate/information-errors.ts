import { faultOfText, LIMITS } from '@accord/shared/protocol'
import type { TextFault } from '@accord/shared/protocol'
import { connectionName } from './initiate-draft.ts'
import type { InitiateDraft } from './initiate-draft.ts'

export type InformationField = 'localShortName' | 'remoteShortName' | 'name' | 'description'
export type FieldFault = 'required' | 'tooLong' | TextFault
export type InformationErrors = Readonly<Partial<Record<InformationField, FieldFault>>>

export const FIELD_LIMITS: Readonly<Record<InformationField, number>> = {
  localShortName: LIMITS.shortNameChars,
  remoteShortName: LIMITS.shortNameChars,
  name: LIMITS.connectionNameChars,
  description: LIMITS.descriptionChars,
}

/** As the shared schemas check it, and by the same rule. */
export function faultOf(field: InformationField, text: string): FieldFault | undefined {
  if (text.trim() === '' && field !== 'description') return 'required'
  if (text.normalize('NFC').length > FIELD_LIMITS[field]) return 'tooLong'
  return faultOfText(text.normalize('NFC'), { lines: field === 'description' })
}

export function informationErrors(draft: InitiateDraft): InformationErrors {
  const texts: Readonly<Record<InformationField, string>> = {
    localShortName: draft.localShortName,
    remoteShortName: draft.remoteShortName,
    name: connectionName(draft),
    description: draft.description,
  }
  const fields = Object.keys(texts) as InformationField[]
  const faults = fields.map((field) => [field, faultOf(field, texts[field])] as const)
  return Object.fromEntries(faults.filter(([, fault]) => fault !== undefined))
}
