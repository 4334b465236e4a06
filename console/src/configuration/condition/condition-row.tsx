import { Button, CloseButton, Group, NativeSelect } from '@mantine/core'
import type { ConditionField } from '@accord/shared/schemas'
import { useTranslation } from 'react-i18next'
import { breaksOut, comparisonWith, fieldAt, isWhole, operatorsOf } from './condition-rows.ts'
import { ConditionValue } from './condition-value.tsx'
import { type Comparison, needsValue, OPERATORS } from './encoded-query.ts'
import { operatorKey } from './operator-key.ts'

interface ConditionRowProps {
  readonly fields: readonly ConditionField[]
  readonly comparison: Comparison
  readonly isReadOnly: boolean
  readonly onChange: (comparison: Comparison) => void
  /** One more beside it, of which one has to hold. */
  readonly onOther: () => void
  readonly onRemove: () => void
}

/** The reference that leads to it. */
const groupOf = ({ label }: ConditionField): string => label.split(' › ')[0] ?? ''

/** Fields of the record first, then those of the records that its references point at. */
function options(fields: readonly ConditionField[], chosen: ConditionField) {
  const own = fields.filter(({ path }) => !path.includes('.'))
  const all = own.some(({ path }) => path === chosen.path) || chosen.path === '' ? own : [chosen, ...own]
  const behind = fields.filter(({ path }) => path.includes('.') && path !== chosen.path)
  const groups = [...new Set(behind.map(groupOf))]
  const item = ({ path, label }: ConditionField) => ({ value: path, label })
  const inGroup = (group: string) => behind.filter((field) => groupOf(field) === group).map(item)
  return [...all.map(item), ...groups.map((group) => ({ group, items: inGroup(group) }))]
}

export function ConditionRow(props: ConditionRowProps) {
  const { fields, comparison, isReadOnly, onChange, onOther, onRemove } = props
  const { t } = useTranslation()
  const field = fieldAt(comparison.path, fields)
  const words = (operator: Comparison['operator']) => t(`condition.operators.${operatorKey(operator, field.type)}`)
  const isOpen = !isWhole(comparison)
  return (
    <Group gap="xs" align="flex-start" role="group" aria-label={`${field.label} ${words(comparison.operator)}`}>
      <NativeSelect
        aria-label={t('condition.field')}
        data={[
          ...(comparison.path === '' ? [{ value: '', label: t('condition.choose') }] : []),
          ...options(fields, field),
        ]}
        value={comparison.path}
        disabled={isReadOnly}
        style={{ flex: '2 1 10rem' }}
        onChange={(event) => onChange(comparisonWith(fieldAt(event.currentTarget.value, fields), comparison))}
      />
      <NativeSelect
        aria-label={t('condition.comparison')}
        data={operatorsOf(field, comparison).map((value) => ({ value, label: words(value) }))}
        value={comparison.operator}
        disabled={isReadOnly}
        style={{ flex: '1 1 8rem' }}
        onChange={(event) => {
          const operator = OPERATORS.find((each) => each === event.currentTarget.value)
          if (operator) onChange({ ...comparison, operator, ...(needsValue(operator) ? {} : { value: '' }) })
        }}
      />
      {needsValue(comparison.operator) ? (
        <ConditionValue {...{ field, comparison, isReadOnly, onChange }} error={isOpen ? errorText() : undefined} />
      ) : null}
      {isReadOnly ? null : (
        <Group gap={4} wrap="nowrap">
          <Button variant="subtle" size="compact-sm" mt={4} onClick={onOther}>
            {t('condition.or')}
          </Button>
          <CloseButton mt={2} aria-label={t('condition.remove', { field: field.label })} onClick={onRemove} />
        </Group>
      )}
    </Group>
  )

  function errorText(): string | undefined {
    if (breaksOut(comparison)) return t('condition.caret')
    return comparison.path === '' ? undefined : t('condition.incomplete')
  }
}
