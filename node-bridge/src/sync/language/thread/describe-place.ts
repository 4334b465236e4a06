import ts from 'typescript'

import type { Hover, PlaceDescription, Signature } from '../messages.ts'
import { explained } from './explained.ts'
import { type Opened, plain } from './opened.ts'

/** What stands at this place, and the call that is being written around it. */
export const describePlace = (opened: Opened, offset: number): PlaceDescription => ({
  hover: hoverAt(opened, offset),
  signature: signatureAt(opened, offset),
})

function hoverAt({ service, file, language }: Opened, offset: number): Hover | null {
  const info = service.getQuickInfoAtPosition(file, offset)
  if (!info) return null
  const { start, length } = info.textSpan
  return {
    from: start,
    to: start + length,
    text: plain(ts.displayPartsToString(info.displayParts)),
    ...explained(language, info.documentation, info.tags),
  }
}

function signatureAt({ service, file, language }: Opened, offset: number): Signature | null {
  const help = service.getSignatureHelpItems(file, offset, {})
  const item = help?.items[help.selectedItemIndex]
  if (!help || !item) return null
  let text = plain(ts.displayPartsToString(item.prefixDisplayParts))
  let parameter: Signature['parameter'] = null
  item.parameters.forEach((each, at) => {
    if (at > 0) text += plain(ts.displayPartsToString(item.separatorDisplayParts))
    const from = text.length
    text += plain(ts.displayPartsToString(each.displayParts))
    if (at === help.argumentIndex) parameter = { from, to: text.length }
  })
  text += plain(ts.displayPartsToString(item.suffixDisplayParts))
  return { text, ...explained(language, item.documentation, item.tags), parameter }
}
