import { Button } from '@mantine/core'
import { LIMITS } from '@accord/shared/protocol'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNameCheck } from '../api/use-name-check.ts'
import { CountedInput } from '../parts/counted-input.tsx'

interface NameFieldProps {
  readonly label: string
  readonly name: string
  readonly hint?: string
  readonly fault: string | undefined
  readonly onName: (name: string) => void
  readonly onTaken: (isTaken: boolean) => void
}

/** The connection name, checked while it is typed; a free name is offered where it is taken. */
export function NameField({ label, name, hint = ' ', fault, onName, onTaken }: NameFieldProps) {
  const { t } = useTranslation()
  const { verdict, suggestion } = useNameCheck(name)
  const isTaken = verdict === 'taken'
  useEffect(() => onTaken(isTaken), [isTaken, onTaken])
  const error = fault ?? (isTaken ? t('initiate.information.taken') : null)
  return (
    <div>
      <CountedInput
        label={label}
        withAsterisk
        limit={LIMITS.connectionNameChars}
        value={name}
        error={error}
        description={verdict === 'checking' || verdict === 'free' ? t(`initiate.information.${verdict}`) : hint}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      {isTaken && suggestion ? (
        <Button variant="default" size="xs" mt={4} onClick={() => onName(suggestion)}>
          {t('initiate.information.takenUse', { suggestion })}
        </Button>
      ) : null}
    </div>
  )
}
