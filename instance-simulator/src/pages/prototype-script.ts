import { existsSync, readFileSync } from 'node:fs'

/** Debian's libjs-prototype, nearest to what the platform loads on its pages. */
const DEBIAN_COPY = '/usr/share/javascript/prototype/prototype.js'
const DAMAGE = ['prototype-language.js', 'prototype-elements.js']

/** Built-in objects changed as prototype.js changes them, by a script of ours; without a document only the language's. */
export function prototypeDamage(parts: readonly string[] = DAMAGE): string {
  const texts = parts.map((name) => readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8'))
  // A function for each: what one half names for itself is nothing to the other.
  return texts.map((text) => `(() => {\n'use strict'\n${text}\n})();\n`).join('')
}

/**
 * `/scripts/lib/prototype.js`. The platform's prototype.js changes built-ins and pages must survive that, so every machine
 * serves the damage: Debian's file where it is installed, else our own.
 */
export const prototypeScript = (debianCopy = DEBIAN_COPY): string =>
  existsSync(debianCopy) ? readFileSync(debianCopy, 'utf8') : prototypeDamage()
