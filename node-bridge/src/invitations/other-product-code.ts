import { cutText, replaceHidden } from '@accord/shared/protocol'

import { isPlainObject, parseStrictJson } from '../jws/strict-json.ts'
import { Refusal } from '../refusals/refusal.ts'

/** Longest text that is looked at; an Exalate code has about two thousand characters. */
const MAX_CHARACTERS = 16_384

/** Words of an Exalate invitation's JSON. Two of them make the shape certain enough, even where the copy is damaged. */
const MARKS = [
  /tationSecret/u,
  /nodeInfo/u,
  /InstanceUid/u,
  /issueTracker/u,
  /baseUrl/u,
  /HubObjectVersion/u,
  /exalate/iu,
  /nodeType/u,
  /pollOnly/u,
  /adminProofUrlTemplate/u,
]
const MARKS_NEEDED = 2

/** What may be shown of it: names and addresses, never the secret. Member of the code → name of the fact. */
const SHOWN = {
  name: 'name',
  baseUrl: 'nodeUrl',
  issueTrackerUrl: 'trackerUrl',
  nodeType: 'nodeType',
  issueTrackerVersion: 'trackerVersion',
  connectionName: 'connectionName',
  localShortName: 'localShortName',
  remoteShortName: 'remoteShortName',
  destinationUrl: 'destinationUrl',
} as const

type Details = Record<string, string>

/**
 * `code_other_product` with the legible details when the text is an Exalate code (base64 of JSON, often damaged by
 * copying), otherwise undefined. Never throws, and looks only at a bounded text.
 */
export function recogniseOtherProduct(pastedText: string): Refusal | undefined {
  const encoded = pastedText.slice(0, MAX_CHARACTERS).match(/eyJ[A-Za-z0-9+/_=\s-]{40,}/u)?.[0]
  if (encoded === undefined) return undefined
  const whole = decodeWhole(encoded)
  const readings = isPlainObject(whole) ? [JSON.stringify(whole)] : decodeShifted(encoded)
  if (MARKS.filter((mark) => readings.some((reading) => mark.test(reading))).length < MARKS_NEEDED) return undefined
  const details = isPlainObject(whole) ? collectDetails(whole, {}, 4) : findDetails(readings)
  return new Refusal('code_other_product', undefined, {
    facts: { product: 'Exalate', legible: isPlainObject(whole), details },
  })
}

/** An undamaged code, in one line or wrapped; words that follow it may have been taken for a part of it. */
function decodeWhole(encoded: string): unknown {
  const inOneLine = encoded.split(/\s/u, 1)[0] ?? ''
  const unwrapped = encoded.replaceAll(/\s/gu, '')
  return [inOneLine, unwrapped].map((text) => parseStrictJson(Buffer.from(text, 'base64'))).find(isPlainObject)
}

/** A lost letter shifts everything behind it: each of the four alignments makes another part legible. */
function decodeShifted(encoded: string): string[] {
  const letters = encoded.replaceAll(/[^A-Za-z0-9+/_-]/gu, '')
  return [0, 1, 2, 3].map((shift) => Buffer.from(letters.slice(shift), 'base64').toString('latin1'))
}

function collectDetails(value: Record<string, unknown>, details: Details, depth: number): Details {
  for (const [member, inner] of Object.entries(value)) {
    if (isPlainObject(inner) && depth > 0) collectDetails(inner, details, depth - 1)
    else keepDetail(details, member, inner)
  }
  return details
}

function findDetails(readings: readonly string[]): Details {
  const details: Details = {}
  for (const reading of readings)
    for (const match of reading.matchAll(/"(\w{4,40})":"([\x20-\x7E]{1,200}?)"/gu))
      keepDetail(details, match[1] ?? '', match[2])
  return details
}

function keepDetail(details: Details, member: string, value: unknown): void {
  const fact = Object.hasOwn(SHOWN, member) ? SHOWN[member as keyof typeof SHOWN] : undefined
  if (fact === undefined || typeof value !== 'string' || fact in details) return
  details[fact] = cutText(
    replaceHidden(value, () => ''),
    200,
  )
}
