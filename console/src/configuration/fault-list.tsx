import { Button, Text } from '@mantine/core'
import type { ScriptFault } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'

interface FaultListProps {
  readonly faults: readonly ScriptFault[]
  readonly onGoTo: (line: number) => void
}

/** What the compiler says of one script; a click leads to the line. */
export function FaultList({ faults, onGoTo }: FaultListProps) {
  const { t } = useTranslation()
  if (faults.length === 0) return null
  return (
    <ul className="accord-faults">
      {faults.map(({ line, column, message }) => (
        <li key={`${line} ${column} ${message}`}>
          <Text fz="sm" c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }}>
            {line === null ? message : t('configure.scripts.place', { line, column: column ?? 1, message })}
          </Text>
          {line === null ? null : (
            <Button variant="default" size="compact-xs" onClick={() => onGoTo(line)}>
              {t('configure.scripts.goTo')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
