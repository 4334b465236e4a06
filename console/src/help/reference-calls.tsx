import { Accordion, Code, Text, Title } from '@mantine/core'
import type { Audience } from '@accord/shared/contracts'
import { useTranslation } from 'react-i18next'
import { MarkdownView } from './markdown-view.tsx'
import type { ReferenceCall } from './read-reference.ts'

interface ReferenceCallsProps {
  readonly audience: Exclude<Audience, 'console'>
  readonly calls: readonly ReferenceCall[]
}

/** The calls of one kind of caller; a call is rendered when somebody opens it. */
export function ReferenceCalls({ audience, calls }: ReferenceCallsProps) {
  const { t } = useTranslation()
  if (calls.length === 0) return null
  return (
    <section aria-labelledby={`calls-${audience}`}>
      <Title order={2} size="h5" id={`calls-${audience}`} mb="sm" mt="md">
        {t(`help.audiences.${audience}`)}
      </Title>
      <Accordion order={3} keepMounted={false} lang="en" chevronPosition="left">
        {calls.map(({ title, method, path, body }) => (
          <Accordion.Item key={`${method} ${path}`} value={`${method} ${path}`}>
            <Accordion.Control>
              <Code className="accord-call">{`${method} ${path}`}</Code>
              <Text fz="sm">{title}</Text>
            </Accordion.Control>
            <Accordion.Panel>
              <MarkdownView source={body.replaceAll(/^#{4,6} /gm, '#### ')} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  )
}
