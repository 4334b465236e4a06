import { Button, Text } from '@mantine/core'
import type { ScriptFault } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { faultWords } from './fault-words.ts'

interface FaultListProps {
  readonly faults: readonly ScriptFault[]
  readonly onGoTo: (line: number) => void
}

/** What the compiler says of one script; a click leads to the line. */
export function FaultList({ faults, onGoTo }: FaultListProps) {
  const { t, i18n } = useTranslation()
  if (faults.length === 0) return null
  const placed = (fault: ScriptFault) => {
    const { line, column } = fault
    const words = faultWords(fault, i18n)
    return line === null ? words : t('configure.scripts.place', { line, column: column ?? 1, message: words })
  }
  return (
    <ul className="accord-faults">
      {faults.map((fault) => (
        <li key={`${fault.line} ${fault.column} ${fault.code} ${fault.message}`}>
          <Text fz="sm" c="var(--mantine-color-error)" style={{ overflowWrap: 'anywhere' }}>
            {placed(fault)}
          </Text>
          {fault.line === null ? null : (
            <Button variant="default" size="compact-xs" onClick={() => onGoTo(fault.line ?? 1)}>
              {t('configure.scripts.goTo')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
