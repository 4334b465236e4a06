import { LIMITS } from '@accord/shared/protocol'
import { connectionName } from './initiate-draft.ts'
import type { InitiateDraft } from './initiate-draft.ts'

export type InformationField = 'localShortName' | 'remoteShortName' | 'name' | 'description'
export type FieldFault = 'required' | 'tooLong' | 'invisible'
export type InformationErrors = Readonly<Partial<Record<InformationField, FieldFault>>>

export const FIELD_LIMITS: Readonly<Record<InformationField, number>> = {
  localShortName: LIMITS.shortNameChars,
  remoteShortName: LIMITS.shortNameChars,
  name: LIMITS.connectionNameChars,
  description: LIMITS.descriptionChars,
}

/** The same rule as the shared schemas: nothing invisible in a text that someone reviews. Tabs and line breaks may stand in a description. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const INVISIBLE_IN_LINES = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

export function faultOf(field: InformationField, text: string): FieldFault | undefined {
  if (text.trim() === '' && field !== 'description') return 'required'
  if (text.length > FIELD_LIMITS[field]) return 'tooLong'
  return (field === 'description' ? INVISIBLE_IN_LINES : INVISIBLE).test(text) ? 'invisible' : undefined
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
