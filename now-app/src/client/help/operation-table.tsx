import { Code, Title } from '@mantine/core'
import { OPERATIONS } from '@accord/shared/protocol'
import type { Audience, Operation } from '@accord/shared/protocol'
import { useTranslation } from 'react-i18next'

const AUDIENCES: readonly Audience[] = ['public', 'node', 'instance', 'operator']
const ALL: readonly Operation[] = Object.values(OPERATIONS)

/** One list for each kind of caller, which is how each proves itself. */
export function OperationTable() {
  const { t } = useTranslation()
  return AUDIENCES.map((audience) => (
    <section key={audience} aria-labelledby={`calls-${audience}`}>
      <Title order={2} size="h5" id={`calls-${audience}`} mb="sm">
        {t(`help.audiences.${audience}`)}
      </Title>
      <dl className="accord-calls" lang="en">
        {ALL.filter((operation) => operation.audience === audience).map(({ method, path, summary }) => (
          <div key={`${method} ${path}`}>
            <dt>
              <Code>{`${method} ${path}`}</Code>
            </dt>
            <dd>{summary}</dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
