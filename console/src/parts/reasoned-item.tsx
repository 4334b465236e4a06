import { Menu, Text } from '@mantine/core'

interface ReasonedItemProps {
  readonly label: string
  /** Why it is not possible; undefined when it is. */
  readonly reason: string | undefined
  readonly danger?: boolean
  readonly onClick?: () => void
}

/** An entry of a menu that, when it cannot be used, stays reachable and says why below its name. */
export function ReasonedItem({ label, reason, danger = false, onClick }: ReasonedItemProps) {
  if (!reason)
    return (
      <Menu.Item onClick={onClick} {...(danger ? { c: 'var(--mantine-color-error)' } : {})}>
        {label}
      </Menu.Item>
    )
  return (
    <Menu.Item aria-disabled="true" closeMenuOnClick={false} style={{ cursor: 'not-allowed' }}>
      <Text component="span" display="block" c="dimmed" inherit>
        {label}
      </Text>
      <Text component="span" display="block" fz="xs" c="dimmed">
        {reason}
      </Text>
    </Menu.Item>
  )
}
