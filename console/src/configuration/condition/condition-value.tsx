import { NativeSelect, TextInput } from '@mantine/core'
import type { ConditionField } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import type { Comparison } from './encoded-query.ts'

interface ConditionValueProps {
  readonly field: ConditionField
  readonly comparison: Comparison
  readonly isReadOnly: boolean
  readonly error: string | undefined
  readonly onChange: (comparison: Comparison) => void
}

/** With what a field is compared: one of its choices where it has some, otherwise what somebody types. */
export function ConditionValue({ field, comparison, isReadOnly, error, onChange }: ConditionValueProps) {
  const { t } = useTranslation()
  const { operator, value } = comparison
  const isOne = operator === '=' || operator === '!='
  const common = {
    'aria-label': t('condition.value'),
    value,
    error,
    style: { flex: '2 1 10rem' },
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...comparison, value: event.currentTarget.value }),
  }
  if (isOne && (field.type === 'choice' || field.type === 'boolean'))
    return <NativeSelect {...common} data={choices()} disabled={isReadOnly} />
  return (
    <TextInput
      {...common}
      readOnly={isReadOnly}
      spellCheck={false}
      autoComplete="off"
      placeholder={hint()}
      inputMode={field.type === 'number' ? 'numeric' : 'text'}
    />
  )

  function choices() {
    const known =
      field.type === 'boolean'
        ? ['true', 'false'].map((each) => ({ value: each, label: t(`condition.${each === 'true'}`) }))
        : field.choices
    if (known.some((choice) => choice.value === value)) return known
    return [{ value, label: value === '' ? t('condition.choose') : value }, ...known]
  }

  function hint(): string | undefined {
    if (operator === 'IN' || operator === 'NOT IN') return t('condition.listHint')
    if (field.type === 'time') return t('condition.timeHint')
    return field.type === 'reference' ? t('condition.idHint') : undefined
  }
}
