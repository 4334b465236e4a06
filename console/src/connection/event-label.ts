import type { i18n } from 'i18next'
import { en } from '../i18n/en/index.ts'

const isKnown = (event: string): event is keyof typeof en.events => Object.hasOwn(en.events, event)

const readable = (event: string): string => {
  const words = event
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.-]+/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The node's word for an event as a sentence; an unknown word is made readable and stands as it is. */
export const eventLabel = (event: string, translations: i18n): string =>
  isKnown(event) ? translations.t(`events.${event}`) : readable(event)
