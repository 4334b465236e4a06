import { Button, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

interface ReasonedButtonProps {
  /** Why the action is not possible; undefined when it is. */
  readonly reason: string | undefined
  readonly variant?: 'filled' | 'default'
  readonly size?: 'compact-sm'
  /** It cannot be undone: set apart from what stands before it. */
  readonly danger?: boolean
  /** What a screen reader says, where the words on the button need their surroundings. */
  readonly label?: string
  /** Id of what a screen reader adds to the words on the button, while it can be used. */
  readonly describedBy?: string
  readonly onClick: () => void
  readonly children: ReactNode
}

/** A button that, when it cannot be used, stays reachable and says why. */
export function ReasonedButton(props: ReasonedButtonProps) {
  const { reason, variant = 'default', size, danger, label, describedBy, onClick, children } = props
  const button = (
    <Button
      variant={variant}
      {...(size ? { size } : {})}
      {...(danger ? { className: 'accord-danger' } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(reason
        ? { 'data-disabled': true, 'aria-disabled': true, 'aria-description': reason }
        : { 'aria-describedby': describedBy })}
      onClick={(event) => (reason ? event.preventDefault() : onClick())}
    >
      {children}
    </Button>
  )
  if (!reason) return button
  return (
    <Tooltip label={reason} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      {button}
    </Tooltip>
  )
}
