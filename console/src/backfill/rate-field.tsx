import { TextInput } from '@mantine/core'
import { BACKFILL_RATE } from '@accord/shared/sync'
import { useTranslation } from 'react-i18next'

interface RateFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Records in a minute; undefined where that is no rate. */
export function rateOf(value: string): number | undefined {
  const rate = Number(value)
  return Number.isInteger(rate) && rate >= BACKFILL_RATE.least && rate <= BACKFILL_RATE.most ? rate : undefined
}

export function RateField({ value, onChange }: RateFieldProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('backfill.rate')}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      w="11rem"
      error={rateOf(value) === undefined ? t('backfill.noRate', BACKFILL_RATE) : null}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  )
}
