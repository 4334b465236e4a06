import { Accordion } from '@mantine/core'
import { MarkdownView } from './markdown-view.tsx'
import { readGuides } from './read-guides.ts'

interface GuidesPanelProps {
  readonly text: string
  /** By which links name them, in the order in which they stand in the text. */
  readonly names: readonly string[]
  /** The one that a link leads to. */
  readonly open: string | undefined
}

/** What an admin does step by step, a task each. */
export function GuidesPanel({ text, names, open }: GuidesPanelProps) {
  const guides = readGuides(text)
  return (
    <Accordion key={open} order={2} defaultValue={open ?? null} chevronPosition="left">
      {names.map((name, place) => (
        <Accordion.Item key={name} value={name}>
          <Accordion.Control>{guides[place]?.title}</Accordion.Control>
          <Accordion.Panel>
            <MarkdownView source={guides[place]?.body ?? ''} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  )
}
