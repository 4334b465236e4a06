import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ERROR_CODES } from '@accord/shared/protocol'
import { problems } from '../../console/src/i18n/de/problems.ts'
import { MESSAGES } from '../src/server/message-texts.ts'
import { CAUSES, GERMAN_MESSAGES, GERMAN_NAMES, REFUSALS_OF_FORMS } from './german.ts'

const HEADER = `// Written by now-app/build/translations.ts.
import { Record } from '@servicenow/sdk/core'
`
const LANGUAGE = 'de'
/** The panel of the form has a button of this name, and brings the message. */
const OF_THE_PANEL = 'Open in console'

interface Translation {
  readonly id: string
  readonly table: 'sys_translated' | 'sys_ui_message'
  readonly data: Readonly<Record<string, string>>
}

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 60) // prettier-ignore

/** The values of a column whose type is `translated_field`, as the platform keeps them: by their English text. */
const ofNames = (): Translation[] =>
  Object.entries(GERMAN_NAMES).flatMap(([name, columns]) =>
    Object.entries(columns).flatMap(([element, texts]) =>
      Object.entries(texts).map(([value, label]) => ({
        id: `${LANGUAGE}-${name}-${element}-${slug(value)}`,
        table: 'sys_translated' as const,
        data: { name, element, value, label, language: LANGUAGE },
      })),
    ),
  )

const message = (key: string, text: string): Translation => ({
  id: `${LANGUAGE}-message-${slug(key)}`,
  table: 'sys_ui_message',
  data: { key, message: text, language: LANGUAGE },
})

/** Texts that scripts look up, and names of buttons, which some pages of the platform look up as such. */
function ofMessages(): Translation[] {
  const names = Object.keys(MESSAGES) as (keyof typeof MESSAGES)[]
  const texts = new Map([
    ...Object.entries(GERMAN_NAMES['sys_ui_action']?.['name'] ?? {}).filter(([name]) => name !== OF_THE_PANEL),
    ...names.map((name) => [MESSAGES[name], GERMAN_MESSAGES[name]] as const),
    ...CAUSES.map((code) => [ERROR_CODES[code].title, problems[code].title] as const),
    ...REFUSALS_OF_FORMS.flatMap((code) => [
      [ERROR_CODES[code].title, problems[code].title] as const,
      [ERROR_CODES[code].remedy, problems[code].remedy] as const,
    ]),
  ])
  return [...texts].map(([key, text]) => message(key, text))
}

const declaration = ({ id, table, data }: Translation): string =>
  `\nRecord({ $id: Now.ID[${JSON.stringify(id)}], table: '${table}', data: ${JSON.stringify(data)} })\n`

/** Declares, below a copy of the sources, what the platform shows of the application to people who have chosen German. */
export async function writeTranslations(directory: string): Promise<void> {
  const place = join(directory, 'now-app', 'src', 'fluent', 'translations')
  await mkdir(place, { recursive: true })
  for (const [file, translations] of [
    ['names', ofNames()],
    ['messages', ofMessages()],
  ] as const)
    // prettier-ignore
    await writeFile(join(place, `${file}.now.ts`), HEADER + translations.map(declaration).join(''))
}
